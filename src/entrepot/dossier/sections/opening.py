"""The opening: what this is, what it does not conclude, the figures of the case and the register of its reports."""

from entrepot.dossier.markup import Html, element, join, link_out
from entrepot.dossier.names import file_name, named_source_key
from entrepot.dossier.parts import count, published_words, report_text, section
from entrepot.dossier.view import CaseView, ReportView

CONCLUDES = (
    "Each claim below is somebody’s word, shown with the sentence that carries it, the chain of attribution it came "
    "through and how firmly its source puts it. It was found by rules that can miss claims and misread sentences: "
    "read the sentence before you rely on the claim."
)
DOES_NOT_CONCLUDE = (
    "This dossier does not say that any claim is true or that any person or firm has done wrong. Origins are counted "
    "as independent of each other as far as the reports name their sources; a source that they share and do not name "
    "cannot be seen. That a name is absent means only that these reports were not read as naming it."
)


def render_opening(view: CaseView) -> Html:
    """The note that opens the dossier, and its figures."""
    return element(
        "section",
        element(
            "div",
            element("p", element("strong", "Leads for human review, not findings of wrongdoing."), class_="lead"),
            element("p", CONCLUDES),
            element("p", DOES_NOT_CONCLUDE),
            class_="notice",
            role="note",
        ),
        _figures(view),
        id="opening",
        aria_label="About this dossier",
        class_="part part-opening",
    )


def render_register(view: CaseView) -> Html:
    """The reports of the case, numbered, with what is known of each and how."""
    rows = [_register_row(report) for report in view.reports]
    head = element(
        "tr",
        *(element("th", text, scope="col") for text in ("No.", "Report", "Published", "Claims")),
    )
    table = element(
        "table",
        element("caption", "Reports in the order of the case. A claim numbered 2.14 is the fourteenth of report 2."),
        element("thead", head),
        element("tbody", rows),
        class_="register",
    )
    return section("reports", "Reports", _scrolled(table) if rows else element("p", "The case holds no reports."))


def _figures(view: CaseView) -> Html:
    claims = view.claims
    sources = {key for claim in claims if (key := named_source_key(claim.claim))}
    contested = sum(1 for one in view.propositions if one.proposition.conflicts)
    issues = sum(len(claim.claim.issues) for claim in claims) + sum(len(r.document.issues) for r in view.reports)
    figures = (
        (len(view.reports), "report", "reports", "#reports"),
        (len(claims), "claim", "claims", "#reading"),
        (len(view.propositions), "proposition", "propositions", "#propositions"),
        (contested, "contested proposition", "contested propositions", "#propositions"),
        (len(sources), "named source beyond the publishers", "named sources beyond the publishers", "#actors"),
        (sum(1 for claim in claims if claim.claim.when), "claim with a date", "claims with a date", "#timeline"),
        (len(view.findings), "finding of customs records", "findings of customs records", "#findings"),
        (issues, "issue", "issues", "#issues"),
        (len(view.unread), "input not read", "inputs not read", "#unread"),
    )
    return element("ul", (_figure(*figure) for figure in figures), class_="figures")


def _figure(number: int, one: str, many: str, target: str) -> Html:
    words = one if number == 1 else many
    return element("li", element("a", element("b", f"{number:,}"), " ", element("span", words), href=target))


def _register_row(report: ReportView) -> Html:
    document = report.document
    title = element("a", report_text(document, report.heading, "cite"), href=f"#{report.anchor}")
    published = document.published
    evidence = f" ({published.evidence})" if published else None
    details = (document.publisher or "publisher unknown", file_name(document.path))
    return element(
        "tr",
        element("td", report.number, class_="number"),
        element(
            "th",
            title,
            element(
                "div", element("bdi", details[0]), " · ", element("bdi", details[1], class_="file"), class_="minor"
            ),
            element("div", link_out(document.url, document.url), class_="minor") if document.url else None,
            scope="row",
        ),
        element("td", published_words(published), evidence, data_label="Published"),
        element("td", count(len(report.claims), "claim"), class_="number"),
    )


def _scrolled(table: Html) -> Html:
    return join(element("div", table, class_="scroll", tabindex=0, role="region", aria_label="Register of reports"))
