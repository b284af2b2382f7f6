"""Text that reports have in common: the passages of two reports side by side, what differs within them marked."""

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from entrepot.dossier.markup import Html, element, join
from entrepot.dossier.parts import claim_links, count, published_words, report_text, section
from entrepot.dossier.view import CaseView, ReportView
from entrepot.model.comparison import SharedPassage, SharedText

OPEN = 4
LEAST_TOLD = 0.05
"""Below it the estimated resemblance is less than its own error."""
NOTE = (
    "Passages of at least twelve words that stand in two reports, the earlier report on the left; words that only one "
    "side has are underlined. Shared words show that one took from the other or both from a third, and not which. "
    "Each passage is held against the earliest report that has it."
)
Pair = tuple[ReportView, ReportView, SharedText]


def render_shared_text(view: CaseView) -> Html:
    """The pairs of reports that share passages, most words first; those whose passages carry no claim last, folded."""
    reports = {report.document.id: report for report in view.reports}
    pairs = [
        (reports[one.left_id], reports[one.right_id], one)
        for one in view.shared
        if one.left_id in reports and one.right_id in reports
    ]
    if not pairs:
        return section("shared-text", "Shared text", element("p", "No two reports were found to share a passage."))
    telling = [pair for pair in pairs if _carries_claim(*pair)]
    others = [pair for pair in pairs if not _carries_claim(*pair)]
    return section(
        "shared-text",
        "Shared text",
        element("p", NOTE, class_="note"),
        *(_render_pair(*pair, is_open=at < OPEN) for at, pair in enumerate(telling)),
        _render_others(others) if others else None,
    )


def _carries_claim(left: ReportView, right: ReportView, found: SharedText) -> bool:
    return any(
        left.claims_within(one.left.start, one.left.end) or right.claims_within(one.right.start, one.right.end)
        for one in found.passages
    )


def _render_others(pairs: Sequence[Pair]) -> Html:
    """Pairs that share only words without a claim, such as a notice."""
    words = f"{count(len(pairs), 'pair')} of reports with shared passages in which no claim was read, such as notices"
    items = (_render_pair(*pair, is_open=False) for pair in pairs)
    return element("details", element("summary", words), items, class_="shared shared-others")


def _render_pair(left: ReportView, right: ReportView, found: SharedText, *, is_open: bool) -> Html:
    heading = join(
        element("bdi", left.publisher), " and ", element("bdi", right.publisher),
        element("span", f" · {_figures(found)}", class_="kind"),
    )  # fmt: skip
    head = element("div", _render_report(left), _render_report(right), class_="pair pair-head")
    rows = (_render_passage(left, right, passage) for passage in found.passages)
    return element("details", element("summary", heading), head, rows, class_="shared", open=is_open)


def _figures(found: SharedText) -> str:
    words = f"{count(found.words, 'word')} in {count(len(found.passages), 'passage')}"
    if found.resemblance < LEAST_TOLD:
        return words
    return f"{words}; about {found.resemblance:.0%} of all runs of five words are common to both"


def _render_report(report: ReportView) -> Html:
    return element(
        "div",
        element("a", report_text(report.document, report.heading, "cite"), href=f"#{report.anchor}"),
        element(
            "div", element("bdi", report.publisher), f", {published_words(report.document.published)}", class_="minor"
        ),
    )


def _render_passage(left: ReportView, right: ReportView, passage: SharedPassage) -> Html:
    texts = _mark(passage.left.text, passage.right.text) if passage.same_words < passage.words else None
    sides = []
    for report, span, marked in zip((left, right), (passage.left, passage.right), texts or (None, None), strict=True):
        claims = report.claims_within(span.start, span.end)
        words = report_text(report.document, marked or _plain(span.text))
        sides.append(element("div", words, " ", claim_links(claims, 9) if claims else None))
    return element("div", sides, class_="pair")


def _mark(left: str, right: str) -> tuple[Html, Html]:
    """Both texts with the words underlined that the other has not in that place."""
    one, other = left.split(), right.split()
    compared = SequenceMatcher(a=[_key(word) for word in one], b=[_key(word) for word in other], autojunk=False)
    codes = compared.get_opcodes()
    return (
        _spaced(_words(kind, one[start:end]) for kind, start, end, _, _ in codes if end > start),
        _spaced(_words(kind, other[start:end]) for kind, _, _, start, end in codes if end > start),
    )


def _words(kind: str, words: list[str]) -> Html:
    text = " ".join(words)
    return join(text) if kind == "equal" else element("u", text, class_="other")


def _spaced(parts: Iterable[Html]) -> Html:
    return join((" " if at else None, part) for at, part in enumerate(parts))


def _key(word: str) -> str:
    """The word without punctuation and case, as passages are compared."""
    return "".join(character for character in word.casefold() if character.isalnum()) or word


def _plain(text: str) -> str:
    return " ".join(text.split())
