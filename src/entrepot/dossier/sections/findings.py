"""Customs records: what each question came to, what else could explain it, and what it rests on."""

import base64
from collections.abc import Sequence

from entrepot.dossier.days import phrase_day
from entrepot.dossier.finding_records import parameter_words
from entrepot.dossier.issue_words import phrase_days, phrase_issue
from entrepot.dossier.markup import Html, element, join
from entrepot.dossier.parts import chip, count, section
from entrepot.dossier.view import CaseView
from entrepot.model.finding import Alternative, Estimate, Finding

STANDING = (
    "Statistics speak of territories, goods and periods, never of a firm, and no figure says by itself that goods went "
    "on: read beside each what else could explain it. Customs books are kept by rules that differ (by origin or "
    "destination, with or without freight), so two of them never agree in full."
)
NOT_ASKED = (
    "No finding of customs records is kept in this case, so nothing here says whether they bear out what the reports "
    "tell."
)
VERDICTS = {
    "supports": "supports the channel",
    "does_not_support": "does not support the channel",
    "mixed": "mixed",
    "cannot_tell": "cannot tell",
}
HEADING_LENGTH = 240
"""A longer statement stands below its heading, which then only names the kind of finding."""
STATUSES = {"rejected": "no", "not_rejected": "possible", "not_testable": "not testable"}
VERDICT_CHIPS = {"supports": "asserted", "does_not_support": "negative", "mixed": "possible", "cannot_tell": "planned"}


def render_findings(view: CaseView) -> Html:
    """The findings that are kept, in the order in which they came."""
    if not view.findings:
        return section("findings", "Customs records", element("p", NOT_ASKED))
    entries = [
        render_finding(one.finding, f"f{number}", pictures=one.pictures, asked_on=one.kept_at.date().isoformat())
        for number, one in enumerate(view.findings, 1)
    ]
    return section(
        "findings",
        "Customs records",
        element("p", STANDING, class_="note"),
        element("div", entries, class_="findings"),
    )


def render_finding(finding: Finding, anchor: str, *, pictures: Sequence[str] = (), asked_on: str = "") -> Html:
    """A finding with its figure, pictures, what else could explain it and what it rests on; its heading is `anchor`."""
    asked = f", asked {phrase_day(asked_on)}" if asked_on else ""
    is_long = len(finding.statement) > HEADING_LENGTH
    heading = finding.kind.replace("_", " ").capitalize() if is_long else phrase_days(finding.statement)
    return element(
        "article",
        element("h3", element("bdi", heading), id=anchor),
        element("p", element("bdi", phrase_days(finding.statement)), class_="statement") if is_long else None,
        element(
            "p",
            chip(VERDICTS[finding.verdict], VERDICT_CHIPS[finding.verdict]),
            _estimate(finding.estimate),
            element("span", f" {finding.kind.replace('_', ' ')}{asked}"),
            class_="minor",
        ),
        [render_picture(svg, finding.statement) for svg in pictures],
        render_alternatives(finding.alternatives),
        element("ul", [element("li", phrase_issue(issue)) for issue in finding.issues], class_="card-issues")
        if finding.issues
        else None,
        _grounds(finding),
        class_="finding",
    )


def _estimate(estimate: Estimate | None) -> str | None:
    """The figure with its interval, in words that say where nothing bounds it."""
    if estimate is None:
        return None
    low = "no lower bound" if estimate.low is None else f"{estimate.low:,.3g}"
    high = "no upper bound" if estimate.high is None else f"{estimate.high:,.3g}"
    return f" {estimate.value:,.4g} {estimate.unit} ({low} to {high});"


def render_picture(svg: str, statement: str) -> Html:
    """A picture that stands in the page itself, as an image, so that nothing in it can act."""
    encoded = base64.b64encode(svg.encode()).decode("ascii")
    return element(
        "p",
        element("img", src=f"data:image/svg+xml;base64,{encoded}", alt=f"Picture of: {statement}"),
        class_="picture",
    )


def render_alternatives(alternatives: Sequence[Alternative]) -> Html | None:
    """Other explanations, each with whether the records speak against it; None where there are none."""
    if not alternatives:
        return None
    rows = [
        element(
            "tr",
            element("td", STATUSES[one.status], data_label="Could explain it"),
            element("td", element("bdi", phrase_days(one.explanation))),
        )
        for one in alternatives
    ]
    table = element(
        "table",
        element("caption", "What else could explain it"),
        element("thead", element("tr", element("th", "Could it?", scope="col"), element("th", "What", scope="col"))),
        element("tbody", rows),
        class_="explanations",
    )
    return element("div", table, class_="scroll", tabindex=0, role="region", aria_label="What else could explain it")


def _grounds(finding: Finding) -> Html:
    """The files, the method and its parameters, folded away."""
    files = [
        element(
            "li", element("bdi", one.file), f", {count(one.rows, 'row')}, SHA-256 ", element("code", one.sha256[:16])
        )
        for one in finding.inputs
    ]
    told = parameter_words(finding)
    return element(
        "details",
        element("summary", "What it rests on"),
        element("ul", files) if files else element("p", "No rows."),
        element("p", join(f"Method: {finding.method.name}, version {finding.method.version}. ", element("bdi", told))),
    )
