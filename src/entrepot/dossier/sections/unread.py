"""What could not be read: inputs refused, blocks left aside, reports in another language or without a date."""

from collections import Counter

from entrepot.dossier.markup import Html, element
from entrepot.dossier.names import file_name
from entrepot.dossier.parts import report_text, section
from entrepot.dossier.view import CaseView, ReportView
from entrepot.model.case import UnreadInput
from entrepot.model.document import READ_KINDS

KINDS_NOT_READ = {"furniture": "page furniture", "metadata": "metadata", "table": "table"}


def render_unread(view: CaseView) -> Html:
    """Inputs that gave nothing, then what was left aside within each report."""
    return section("unread", "What could not be read", _inputs(view), _reports(view))


def _inputs(view: CaseView) -> Html:
    if not view.unread:
        return element("p", "Every input could be read.")
    rows = [_input_row(number, item) for number, item in enumerate(view.unread, 1)]
    head = element("tr", *(element("th", title, scope="col") for title in ("No.", "Input", "Why it was not read")))
    return _table("Inputs that could not be read", head, rows)


def _input_row(number: int, item: UnreadInput) -> Html:
    name = element("bdi", file_name(item.path))
    return element("tr", element("td", number), element("th", name, scope="row"), element("td", item.reason))


def _reports(view: CaseView) -> Html | None:
    if not view.reports:
        return None
    rows = [_report_row(report) for report in view.reports]
    titles = ("No.", "Report", "Blocks read", "Left aside, and why", "Remarks")
    head = element("tr", *(element("th", title, scope="col") for title in titles))
    return _table("What was left aside in each report", head, rows)


def _report_row(report: ReportView) -> Html:
    document = report.document
    aside = Counter(
        block.reason or KINDS_NOT_READ.get(block.kind, block.kind)
        for block in document.blocks
        if block.kind not in READ_KINDS
    )
    read = sum(1 for block in document.blocks if block.kind in READ_KINDS)
    reasons = ", ".join(f"{reason} ×{number}" for reason, number in sorted(aside.items()))
    return element(
        "tr",
        element("td", report.number, class_="number"),
        element(
            "th", element("a", report_text(document, report.heading, "cite"), href=f"#{report.anchor}"), scope="row"
        ),
        element("td", f"{read:,}", class_="number", data_label="Blocks read"),
        element("td", reasons or "nothing", data_label="Left aside"),
        element("td", "; ".join(_remarks(report)) or "—", data_label="Remarks"),
    )


def _remarks(report: ReportView) -> list[str]:
    document = report.document
    remarks = []
    if document.language and not document.language.lower().startswith("en"):
        remarks.append(f"language “{document.language}”: the rules read English only")
    if document.published is None:
        remarks.append("no date of publication: weekdays and missing years stay open")
    if not document.publisher:
        remarks.append("publisher unknown")
    if not report.claims:
        remarks.append("no claims found")
    return remarks


def _table(caption: str, head: Html, rows: list[Html]) -> Html:
    parts = (element("caption", caption), element("thead", head), element("tbody", rows))
    table = element("table", parts, class_="register")
    return element("div", table, class_="scroll", tabindex=0, role="region", aria_label=caption)
