"""The source's own colouring: words that judge whom or what they name; beside a claim, never a role or an office."""

import re
from collections.abc import Iterator

from entrepot.claims.quote_marks import find_quoted_regions
from entrepot.model.span import Span, cut_span

COLOURED = re.compile(
    r"\b(?:self-(?:proclaimed|styled|appointed|declared)|so-called|would-be|puppet|illegitimate|unlawful|illegal|cruel|oppressive|brutal|"
    r"sham|bogus|rogue|pariah|notorious|infamous|shadowy|murky|heroic|glorious|fraternal|brotherly|terrorist|criminal|dictator|strongman|"
    r"regime|regimes|junta|clique|henchm[ae]n|cronies)\b",
    re.IGNORECASE,
)
"""Words of judgement that name no act. "Illegal" is here because who calls a measure illegal takes a side."""


def find_stance(text: str, sentence: Span) -> Iterator[Span]:
    """The colouring words of a sentence and its scare quotes, in order of the text."""
    found = [
        Span(start=m.start(), end=m.end(), text=m.group())
        for m in COLOURED.finditer(text, sentence.start, sentence.end)
    ]
    for region in find_quoted_regions(text, sentence.start, sentence.end):
        if region.scare:
            span = cut_span(text, region.start, region.end)
            if not any(span.overlaps(other) for other in found):
                found.append(span)
    yield from sorted(found)
