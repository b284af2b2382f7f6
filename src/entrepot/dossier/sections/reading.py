"""The reading view: every report's text, each claim marked in its sentence and set out beside it."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable

from entrepot.dossier.marking import mark_text
from entrepot.dossier.markup import Html, element, join, link_out
from entrepot.dossier.names import file_name
from entrepot.dossier.parts import count, published_words, report_text, section
from entrepot.dossier.sections.claim_card import render_claim_card
from entrepot.dossier.view import CaseView, ClaimView, ReportView
from entrepot.model.document import READ_KINDS, Block

Card = Callable[[ClaimView], Html]

BLOCK_ELEMENTS = {"title": "p", "heading": "h4", "paragraph": "p", "list_item": "p", "caption": "p", "table": "pre"}

CARD_LINES = 4
LINE_LENGTH = 64
"""A claim's card takes the height of some four lines of text, of some 64 characters each."""

LEGEND = (
    ("attribution", "says who says it"),
    ("modality", "says how firmly"),
    ("polarity", "negates"),
    ("stance", "colours"),
    ("trigger", "carries the claim"),
)


def render_reading(view: CaseView) -> Html:
    """All reports in full, with their claims."""

    def card(claim: ClaimView) -> Html:
        return render_claim_card(claim, view.proposition_of(claim))

    reports = (render_report(report, card) for report in view.reports)
    return section("reading", "Reading view", render_legend(), *reports)


def render_legend() -> Html:
    """What the marks in the text mean."""
    cues = [element("li", element("u", kind, class_=f"cue cue-{kind}"), f" {meaning}") for kind, meaning in LEGEND]
    return element(
        "div",
        element(
            "p",
            "Each report as it was read. A sentence that carries a claim is ",
            element("mark", "marked", class_="sentence"),
            " and followed by its claims' numbers; the words that decided the reading are underlined by kind:",
        ),
        element("ul", cues),
        element(
            "p",
            "Text set apart as ",
            element("span", "not read", class_="aside-word"),
            " gave no claims, for the reason shown.",
        ),
        class_="legend",
    )


def render_report(report: ReportView, card: Card) -> Html:
    """A report in full, each claim beside its sentence as `card` sets it out."""
    document = report.document
    claims = _claims_by_block(report)
    rows: list[Html] = []
    folded: list[Block] = []
    for place, block in enumerate(document.blocks):
        if block.kind not in READ_KINDS and not claims.get(place):
            folded.append(block)
            continue
        rows += _fold(report, folded)
        folded = []
        rows += _render_block(report, block, claims.get(place, []), card)
    rows += _fold(report, folded)
    rows += [card(claim) for claim in claims.get(-1, [])]
    return element(
        "article",
        _report_head(report),
        element("div", rows, class_="body"),
        id=report.anchor,
        aria_labelledby=f"{report.anchor}-title",
        class_="report",
    )


def _report_head(report: ReportView) -> Html:
    document = report.document
    facts = [document.publisher or "publisher unknown", published_words(document.published)]
    if document.byline:
        facts.append(document.byline)
    facts += [file_name(document.path), count(len(report.claims), "claim")]
    return element(
        "header",
        element(
            "h3",
            element("span", f"{report.number}", class_="report-number"),
            " ",
            report_text(document, report.heading),
            id=f"{report.anchor}-title",
        ),
        element("p", join((element("bdi", fact), " · ") for fact in facts[:-1]), facts[-1], class_="minor"),
        element("p", link_out(document.url, document.url), class_="minor") if document.url else None,
    )


def _claims_by_block(report: ReportView) -> dict[int, list[ClaimView]]:
    """The claims under the block in which their sentence begins; under -1 those that begin before any block."""
    starts = [block.start for block in report.document.blocks]
    found: dict[int, list[ClaimView]] = defaultdict(list)
    for claim in report.claims:
        found[bisect_right(starts, claim.claim.quote.start) - 1].append(claim)
    return found


def _render_block(report: ReportView, block: Block, claims: list[ClaimView], card: Card) -> list[Html]:
    """The block with its claims beside it; in several rows where they would grow far longer than its text."""
    rows = []
    start = block.start
    for end in [*_breaks(block, claims), block.end]:
        last = end == block.end
        beside = [view for view in claims if start <= view.claim.quote.start and (last or view.claim.quote.start < end)]
        marked = mark_text(report, start, end)
        text = report_text(report.document, marked, BLOCK_ELEMENTS.get(block.kind, "p"), f"block-{block.kind}")
        cards = element("div", map(card, beside), class_="cards") if beside else None
        rows.append(element("div", text, cards, class_="row" if last else "row row-goes-on"))
        start = end
    return rows


def _breaks(block: Block, claims: list[ClaimView]) -> list[int]:
    """Ends of sentences after which to break the text, so that claims stay beside their sentence; often none."""
    if len(claims) * CARD_LINES <= (block.end - block.start) / LINE_LENGTH + CARD_LINES:
        return []
    spans = sorted({(claim.claim.quote.start, claim.claim.quote.end) for claim in claims})
    ends = {end for _, end in spans if block.start < end < block.end and end <= spans[-1][0]}
    return sorted(end for end in ends if not any(start < end < finish for start, finish in spans))


def _fold(report: ReportView, blocks: list[Block]) -> list[Html]:
    if not blocks:
        return []
    reasons = list(dict.fromkeys(block.reason or block.kind for block in blocks))
    text = report.document.text
    body = [
        report_text(report.document, text[block.start : block.end], "pre" if block.kind == "table" else "p")
        for block in blocks
    ]
    summary = element("summary", f"Not read ({count(len(blocks), 'block')}): {', '.join(reasons)}")
    return [element("div", element("details", summary, *body, class_="furniture"), class_="row row-plain")]
