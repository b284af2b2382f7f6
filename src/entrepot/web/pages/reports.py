"""The reports of the case, a page at a time."""

from dataclasses import asdict, dataclass
from typing import Any

from fastapi import APIRouter

from entrepot.dossier.days import phrase_interval
from entrepot.dossier.markup import Html, element
from entrepot.dossier.names import file_name
from entrepot.model.interval import Interval
from entrepot.store.browsing import ReportRow, list_reports
from entrepot.web.lists import Asked, render_pager, render_search
from entrepot.web.paper import render_empty
from entrepot.web.requests import PAGE_ROWS, CaseGiven, PageNumber, Words
from entrepot.web.respond import Visit, add_page

router = APIRouter()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportsPage:
    """A page of the register; `total` counts all reports that hold the words."""

    rows: tuple[ReportRow, ...]
    total: int
    page: int
    words: str
    title: str = "Reports"

    def record(self) -> dict[str, Any]:
        """The rows as they are shown."""
        return {"total": self.total, "page": self.page, "reports": [asdict(row) for row in self.rows]}


def read_reports(case: CaseGiven, words: Words = "", page: PageNumber = 1) -> ReportsPage:
    """The reports in order of publication."""
    total, rows = list_reports(case, words, (page - 1) * PAGE_ROWS, PAGE_ROWS)
    return ReportsPage(rows=tuple(rows), total=total, page=page, words=words)


def render_reports(page: ReportsPage, visit: Visit) -> Html:
    """The register as a table."""
    asked: Asked = {"q": page.words, "page": page.page}
    head = element("tr", *(element("th", text, scope="col") for text in ("No.", "Report", "Published", "Claims")))
    table = element(
        "table",
        element("caption", "In order of publication. A claim numbered 2.14 is the fourteenth of report 2."),
        element("thead", head),
        element("tbody", map(_row, page.rows)),
        class_="register",
    )
    return element(
        "div",
        render_search("/reports", asked, "Title, publisher or file"),
        render_pager("/reports", asked, page.total, page.page, "report"),
        element("div", table, class_="scroll", tabindex=0, role="region", aria_label="Reports")
        if page.rows
        else render_empty("No report here holds these words." if page.words else "The case holds no reports yet."),
    )


def _row(row: ReportRow) -> Html:
    name = row.title or file_name(row.path)
    return element(
        "tr",
        element("td", row.number, class_="number"),
        element(
            "th",
            element("a", element("bdi", name), href=f"/reports/{row.document_id}"),
            element(
                "p", element("bdi", row.publisher or "publisher unknown"), " · ", file_name(row.path), class_="minor"
            ),
            scope="row",
        ),
        element("td", _published(row)),
        element("td", row.claims, class_="number"),
    )


def _published(row: ReportRow) -> str:
    if row.published_start is None:
        return "unknown"
    granularity = row.published_granularity or "day"
    return phrase_interval(Interval(start=row.published_start, end=row.published_end, granularity=granularity))  # type: ignore[arg-type]


add_page(router, "/reports", read_reports, render_reports)
