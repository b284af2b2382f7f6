"""Issues: what in the reports cannot be right, could not be settled, or stands on nothing, with the evidence."""

from collections import defaultdict
from dataclasses import dataclass

from entrepot.dossier.issue_words import issue_order, issue_title, phrase_days, phrase_issue
from entrepot.dossier.markup import Html, element, join
from entrepot.dossier.parts import claim_links, count, report_text, section
from entrepot.dossier.view import CaseView, ClaimView, ReportView
from entrepot.model.issue import Issue
from entrepot.model.span import Span

SHOWN = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An issue where it was found: at the claims of one sentence, or at a whole report."""

    issue: Issue
    report: ReportView
    claims: tuple[ClaimView, ...]


def render_issues(view: CaseView) -> Html:
    """Issues under their kind, those that something contradicts first."""
    groups: dict[str, list[Found]] = defaultdict(list)
    for report in view.reports:
        for issue in report.document.issues:
            groups[issue.code].append(Found(issue=issue, report=report, claims=()))
        for found in _find_at_claims(report):
            groups[found.issue.code].append(found)
    if not groups:
        return section("issues", "Issues", element("p", "No issue was found. That is not a sign that all is right."))
    codes = sorted(groups, key=issue_order)
    return section("issues", "Issues", *(_render_group(code, groups[code]) for code in codes))


def _find_at_claims(report: ReportView) -> list[Found]:
    """The issues of a report's claims; one that several claims of a sentence share is shown once."""
    groups: dict[tuple[Span, Issue], list[ClaimView]] = defaultdict(list)
    for view in report.claims:
        for issue in view.claim.issues:
            groups[view.claim.quote, issue].append(view)
    return [Found(issue=issue, report=report, claims=tuple(views)) for (_, issue), views in groups.items()]


def _render_group(code: str, found: list[Found]) -> Html:
    title, meaning = issue_title(code)
    items = [_render_issue(one) for one in found]
    rest = element(
        "details",
        element("summary", f"and {count(len(items) - SHOWN, 'further issue')} of this kind"),
        element("ul", items[SHOWN:], class_="issue-list"),
    )
    return element(
        "div",
        element("h3", title, " ", element("span", len(found), class_="tally")),
        element("p", meaning, class_="minor") if meaning else None,
        element("ul", items[:SHOWN], class_="issue-list"),
        rest if len(items) > SHOWN else None,
        class_="issue-group",
    )


def _render_issue(found: Found) -> Html:
    issue, document = found.issue, found.report.document
    where = (
        claim_links(found.claims)
        if found.claims
        else element("a", f"report {found.report.number}", href=f"#{found.report.anchor}", class_="ref")
    )
    quote = found.claims[0].claim.quote.text if found.claims else issue.span.text if issue.span else ""
    words = phrase_issue(issue)
    told = words == issue_title(issue.code)[1]
    message = None if told else join(" ", element("span", words, class_="message"))
    evidence = (element("li", phrase_days(row)) for row in issue.evidence)
    return element(
        "li",
        element("div", where, message, class_=f"issue issue-{issue.severity}"),
        element("blockquote", report_text(document, quote)) if quote else None,
        element("ul", evidence, class_="evidence", aria_label="evidence") if issue.evidence else None,
    )
