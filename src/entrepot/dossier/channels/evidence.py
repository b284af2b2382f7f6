"""The evidence on a channel side by side: a card a line, each with its verdict, its rule and what it rests on."""

from collections.abc import Iterable, Mapping

from entrepot.dossier.channels.links import Targets, find_measure, finding_anchor, render_references
from entrepot.dossier.channels.words import place_name, render_words, verdict_chip
from entrepot.dossier.days import phrase_day
from entrepot.dossier.issue_words import phrase_issue
from entrepot.dossier.markup import Html, element, join
from entrepot.dossier.parts import count, section
from entrepot.dossier.sections.channels import line_name
from entrepot.dossier.sections.findings import STATUSES, render_alternatives, render_finding
from entrepot.model.channel import ChannelAssessment, EvidenceLine, EvidenceReference
from entrepot.model.issue import Issue
from entrepot.reference.tables import Row, split_cell

STANDING = (
    "Each line answers its own question and stands for itself: the lines are never added up. “Supports” means that it "
    "is consistent with the channel, not that the channel exists; “cannot tell” is an answer."
)
OPEN_MEASURES = 12
"""Measures that stand open as a table; more are folded away."""
OTHERS = 4
"""Other explanations of a line that stand open."""
NONE = "No line of evidence was assessed."
NO_FINDINGS = "No findings of measures or customs records were made for this channel."


def render_evidence(assessment: ChannelAssessment, targets: Targets, rules: Mapping[str, str]) -> Html:
    """All lines as cards, then an excerpt of the measures that they rest on."""
    cards = [_render_line(line, targets, rules) for line in assessment.lines]
    return section(
        "evidence",
        "Evidence side by side",
        element("p", STANDING, class_="note"),
        element("div", cards, class_="lines-of-evidence") if cards else element("p", NONE),
        _matrix(one for line in assessment.lines for one in line.references),
    )


def render_other_explanations(assessment: ChannelAssessment) -> Html:
    """What else could explain the whole, and whether anything speaks against it."""
    table = render_alternatives(assessment.alternatives)
    return section("alternatives", "Alternatives", table or element("p", "None was put beside it."))


def render_channel_findings(assessment: ChannelAssessment) -> Html:
    """The findings of measures and customs records that were made for the channel."""
    entries = [render_finding(one, finding_anchor(at)) for at, one in enumerate(assessment.findings, 1)]
    inner = element("div", entries, class_="findings") if entries else element("p", NO_FINDINGS)
    return section("findings", "Findings", inner)


def render_issues(issues: Iterable[Issue]) -> Html | None:
    """What is wrong or was only understood, a line each; None where there is nothing."""
    told = list(issues)
    loud = [element("li", render_words(phrase_issue(issue))) for issue in told if issue.severity != "note"]
    quiet = [element("li", render_words(phrase_issue(issue))) for issue in told if issue.severity == "note"]
    if not told:
        return None
    return join(
        element("ul", loud, class_="card-issues") if loud else None,
        element("ul", quiet, class_="notes minor") if quiet else None,
    )


def render_rule(key: str, rules: Mapping[str, str]) -> Html:
    """The rule from which a verdict or a sentence follows, by its key and, where it is known, in its words."""
    words = rules.get(key)
    return element("span", "Rule ", element("code", key), f": {words}" if words else None, class_="rule-words")


def _render_line(line: EvidenceLine, targets: Targets, rules: Mapping[str, str]) -> Html:
    others = [
        element("li", element("span", f"{STATUSES[one.status]}: ", class_="kind"), render_words(one.explanation))
        for one in line.alternatives
    ]
    return element(
        "article",
        element("h3", line_name(line.kind), id=f"line-{line.kind}"),
        element("p", render_words(line.question), class_="asked"),
        element("p", verdict_chip(line.verdict)),
        element("p", render_words(line.statement), class_="statement"),
        render_references(line.references, targets),
        _list_others(others),
        render_issues(line.issues),
        element("p", render_rule(line.rule, rules), class_="minor"),
        class_="line",
    )


def _list_others(others: list[Html]) -> Html | None:
    """Other explanations of one line, many of them folded away."""
    if not others:
        return None
    head = element("p", "Could also explain it:", class_="minor")
    if len(others) <= OTHERS + 1:
        return join(head, element("ul", others, class_="others"))
    summary = element("summary", f"and {len(others) - OTHERS} more")
    rest = element("details", summary, element("ul", others[OTHERS:]), class_="others")
    return join(head, element("ul", others[:OTHERS], class_="others"), rest)


def _matrix(references: Iterable[EvidenceReference]) -> Html | None:
    """The measures of the table that the evidence names: by issuer and target, the kinds, each act with its days."""
    rows = {row["id"]: row for one in references if (row := find_measure(one))}
    if not rows:
        return None
    targets = sorted({target for row in rows.values() for target in split_cell(row["target"])})
    cells: dict[tuple[str, str], list[Row]] = {}
    for row in rows.values():
        for target in split_cell(row["target"]):
            cells.setdefault((row["jurisdiction"], target), []).append(row)
    head = element("tr", element("th", "Issuer", scope="col"), [_column(target) for target in targets])
    issuers = sorted({issuer for issuer, _ in cells})
    body = [
        element("tr", element("th", issuer, scope="row"), [_cell(cells.get((issuer, one), []), one) for one in targets])
        for issuer in issuers
    ]
    table = element(
        "table",
        element("caption", "Measures that the evidence names, by issuer and target"),
        element("thead", head),
        element("tbody", body),
        class_="matrix",
    )
    note = "An excerpt: an empty cell says that no measure is named here, not that none is in force."
    scrolled = element("div", table, class_="scroll", tabindex=0, role="region", aria_label="Measures")
    shown = join(scrolled, element("p", note, class_="minor"))
    if len(rows) <= OPEN_MEASURES:
        return shown
    summary = element("summary", f"{count(len(rows), 'measure')} that the evidence names, by issuer and target")
    return element("details", summary, shown, class_="after")


def _column(target: str) -> Html:
    return element("th", place_name(target), scope="col")


def _cell(rows: list[Row], target: str) -> Html:
    items = [
        element(
            "li",
            ", ".join(kind.replace("_", " ") for kind in split_cell(row["kind"])),
            element("div", f"{row['legal_act']} {row['article']}".strip(), "; ", _days(row), class_="minor"),
        )
        for row in sorted(rows, key=lambda row: row["id"])
    ]
    return element("td", element("ul", items) if items else "–", data_label=place_name(target))


def _days(row: Row) -> str:
    start, end = row["start"], row["end"]
    return f"{'from ' + phrase_day(start) if start else 'start not known'}{' to ' + phrase_day(end) if end else ''}"
