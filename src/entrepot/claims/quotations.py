"""Reported speech: every attribution of a document, with its source, its cue and its content."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from entrepot.claims.parsing import ParsedSentence
from entrepot.claims.quotations_grammar import Attribution, find_sentence_attributions
from entrepot.claims.quotations_lexicon import has_reporting_cue
from entrepot.claims.quote_marks import QuotedRegion, find_quoted_regions
from entrepot.model.claim import Quotation
from entrepot.model.document import READ_KINDS, Document
from entrepot.model.span import Span, cut_span

__all__ = ["Attribution", "extract_quotations", "find_sentence_attributions", "has_reporting_cue"]

# Nothing but white space, a comma or a dash may stand between a saying and the quotation that belongs to it.
GAP = re.compile(r"[\s,:;–—-]*")
MARKS = "\"'“”„«»‘’ \t\n"


@dataclass(slots=True)
class _Draft:
    attribution: Attribution
    start: int
    end: int


def extract_quotations(
    document: Document, parsed: Sequence[ParsedSentence], *, nested: bool = False
) -> tuple[Quotation, ...]:
    """The attributions of `document` in the order of their cues; each content a single stretch of text.

    A quotation that goes on in the next sentence or paragraph is one content; where the saying stands in its midst the
    content runs over it. What is said inside another's words belongs to those words, and is given as an attribution of
    its own only where `nested` asks for it; words between quotation marks are never taken apart.
    """
    regions = find_document_regions(document)
    drafts = [
        _Draft(found, found.content[0], found.content[1])
        for sentence in parsed
        if sentence.doc is not None
        for found in find_sentence_attributions(sentence.doc, sentence.sentence.span.start)
        if found.content is not None and not _inside(found.cue, regions)
    ]
    _widen_to_regions(drafts, regions)
    kept = drafts if nested else list(_outermost(drafts))
    _continue_quotations(document, kept, regions)
    return tuple(_quotation(document, draft, regions) for draft in kept)


def find_document_regions(document: Document) -> tuple[QuotedRegion, ...]:
    """The outermost quotations of every block that is read, words set apart by scare quotes left out."""
    return tuple(
        region
        for block in document.blocks
        if block.kind in READ_KINDS
        for region in find_quoted_regions(document.text, block.start, block.end)
        if region.level == 1 and not region.scare
    )


def _inside(extent: tuple[int, int], regions: Sequence[QuotedRegion]) -> bool:
    return any(region.start <= extent[0] and extent[1] <= region.end for region in regions)


def _widen_to_regions(drafts: list[_Draft], regions: Sequence[QuotedRegion]) -> None:
    """A content that shares text with a quotation takes the whole of it."""
    for draft in drafts:
        for region in regions:
            if region.start < draft.end and draft.start < region.end:
                draft.start, draft.end = min(draft.start, region.start), max(draft.end, region.end)


def _outermost(drafts: list[_Draft]) -> Iterator[_Draft]:
    for draft in drafts:
        place = draft.attribution.cue_token
        if not any(
            other is not draft
            and other.start <= draft.attribution.cue[0]
            and draft.attribution.cue[1] <= other.end
            and not _covers(draft, other)
            for other in drafts
        ):
            yield draft
        del place


def _covers(draft: _Draft, other: _Draft) -> bool:
    """True where `draft`'s own content runs over the other's cue: the other is the inner one."""
    return (
        draft.start <= other.attribution.cue[0]
        and other.attribution.cue[1] <= draft.end
        and (draft.end - draft.start > other.end - other.start)
    )


def _continue_quotations(document: Document, drafts: list[_Draft], regions: Sequence[QuotedRegion]) -> None:
    """A quotation without a saying of its own goes on with the one just before it in the same paragraph."""
    taken = [draft for draft in drafts]
    for region in regions:
        if any(region.start < draft.end and draft.start < region.end for draft in taken):
            continue
        before = [draft for draft in drafts if max(draft.end, draft.attribution.cue[1]) <= region.start]
        if not before:
            continue
        last = max(before, key=lambda draft: max(draft.end, draft.attribution.cue[1]))
        gap = document.text[max(last.end, last.attribution.cue[1]) : region.start]
        if "\n\n" not in gap and len(gap) < 120 and _inside((last.end - 1, last.end), regions):
            last.end = region.end


def _quotation(document: Document, draft: _Draft, regions: Sequence[QuotedRegion]) -> Quotation:
    found = draft.attribution
    content = cut_span(document.text, draft.start, draft.end)
    return Quotation(
        document_id=document.id,
        source=cut_span(document.text, *found.source) if found.source is not None else None,
        cue=cut_span(document.text, *found.cue),
        content=content,
        kind=_kind(content, regions),
    )


def _kind(content: Span, regions: Sequence[QuotedRegion]) -> Literal["direct", "indirect", "mixed"]:
    overlapping = [region for region in regions if region.start < content.end and content.start < region.end]
    if not overlapping:
        return "indirect"
    if content.start >= overlapping[0].start:
        return "direct"
    return "mixed"
