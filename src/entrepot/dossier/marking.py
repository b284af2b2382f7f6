"""A stretch of a report with its claims' sentences marked and their cues underlined; not a character is added to it."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from entrepot.dossier.markup import Html, element, join
from entrepot.dossier.parts import claim_link
from entrepot.dossier.view import ClaimView, ReportView

CUE_ORDER = ("polarity", "modality", "attribution", "stance", "trigger")
"""Where two kinds of cue fall on the same words, the earlier kind is shown."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text on which the same sentences and the same cue lie throughout."""

    start: int
    end: int
    sentences: tuple[tuple[int, int], ...]
    cue: str


def mark_text(report: ReportView, start: int, end: int) -> Html:
    """The text from `start` to `end`; each claim's number follows its sentence, out of reach of text selection."""
    claims = report.claims_within(start, end)
    text = report.document.text
    parts: list[Html] = []
    for run in _runs(_cut(start, end, claims)):
        marked = join(_render_stretch(text, stretch) for stretch in run)
        parts.append(element("mark", marked, class_="sentence") if run[0].sentences else marked)
        parts.append(join(_numbers_ending(claims, run[-1].end)))
    return join(parts)


def _cut(first: int, last: int, claims: list[ClaimView]) -> list[Stretch]:
    sentences = sorted({(view.claim.quote.start, view.claim.quote.end) for view in claims})
    cues = [(cue.span.start, cue.span.end, cue.kind) for view in claims for cue in view.claim.cues]
    edges = {first, last}
    for start, end in [*sentences, *((start, end) for start, end, _ in cues)]:
        edges |= {min(max(start, first), last), min(max(end, first), last)}
    return [
        Stretch(
            start,
            end,
            tuple(span for span in sentences if span[0] <= start and end <= span[1]),
            _strongest(kind for begin, finish, kind in cues if begin <= start and end <= finish),
        )
        for start, end in pairwise(sorted(edges))
    ]


def _strongest(kinds: Iterable[str]) -> str:
    found = set(kinds)
    return next((kind for kind in CUE_ORDER if kind in found), "")


def _runs(stretches: list[Stretch]) -> list[list[Stretch]]:
    runs: list[list[Stretch]] = []
    for stretch in stretches:
        if runs and runs[-1][-1].sentences == stretch.sentences:
            runs[-1].append(stretch)
        else:
            runs.append([stretch])
    return runs


def _render_stretch(text: str, stretch: Stretch) -> Html:
    words = text[stretch.start : stretch.end]
    return element("u", words, class_=f"cue cue-{stretch.cue}", title=stretch.cue) if stretch.cue else join(words)


def _numbers_ending(claims: list[ClaimView], end: int) -> Html | None:
    ending = [view for view in claims if view.claim.quote.end == end]
    return element("sup", join((claim_link(view), " ") for view in ending), class_="numbers") if ending else None
