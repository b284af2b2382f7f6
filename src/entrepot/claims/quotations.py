"""Reported speech: every attribution of a document, with its source, its cue and its content."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from entrepot.claims.parsing import ParsedSentence
from entrepot.claims.quotations_grammar import SPEECH, Attribution, find_bare_sayings, find_sentence_attributions
from entrepot.claims.quotations_lexicon import has_reporting_cue
from entrepot.claims.quote_marks import QuotedRegion, find_quoted_regions
from entrepot.model.claim import Quotation
from entrepot.model.document import READ_KINDS, Document
from entrepot.model.span import Span, cut_span

__all__ = ["Attribution", "extract_quotations", "find_sentence_attributions", "has_reporting_cue"]

# Constructions whose content is what is spoken of rather than what is said.
LOOSE = frozenset({"object", "infinitive", "prep", "as"})
# Nothing but white space, a comma or a dash may stand between a saying and the quotation that belongs to it.
GAP = re.compile(r"[ \t\u00a0,:;–—-]*")
JOINT = re.compile(r"[ ,:]*(?:(?:and|but|that|as|of) )?")
# A speaker's name between a quotation and the saying: a few words and no verb's punctuation.
SPEAKER = re.compile(
    r"[ \t\u00a0,:;–—-]*(?:(?!(?:and|but|while|who|which|when|as|after|before|if)\b)[^\W\d_][\w.'’-]*[ \u00a0]+){0,4}"
)
# A dash and a name up to the end of the line: "“…” — Anna Karimova, broker".
SIGNATURE = re.compile(r"\s{0,3}(?P<dash>[―—–]|--?)[ \u00a0]?(?P<name>[A-Z@][^\n\"“”.!?]{2,70})\.?[ ]*(?=\n|$)")
# What announces a quotation after any verb: "fired back at him: “".
ANNOUNCED = re.compile(r"(?:(?: [a-z]+){0,3}:|,)[ \u00a0]*")
# What may stand between the saying and a quotation after it: place, time and hearer, and then a mark.
BRIDGE = re.compile(r"[^.!?\n]{0,160}[,:]?\s*(?:that\s)?")


@dataclass(slots=True)
class _Draft:
    """An attribution and the stretch of text its content has grown to."""

    attribution: Attribution
    start: int
    end: int
    sentence: int

    def covers(self, other: "_Draft") -> bool:
        """True where the other's cue stands in this one's content."""
        if self.attribution.construction.endswith("bare"):
            return self.start <= other.attribution.cue[0] < self.end
        return other.attribution.cue_token in self.attribution.content_tokens

    @property
    def last(self) -> int:
        return max(self.end, self.attribution.cue[1], self.attribution.source[1] if self.attribution.source else 0)


class RegionIndex:
    """The outermost quotations of a document, found by place."""

    def __init__(self, regions: Sequence[QuotedRegion]) -> None:
        self.regions = regions
        self._starts = [region.start for region in regions]

    def last_before(self, place: int) -> QuotedRegion | None:
        """The last quotation that begins before `place`."""
        number = bisect_left(self._starts, place)
        return self.regions[number - 1] if number else None

    def first_after(self, place: int) -> QuotedRegion | None:
        """The first quotation that begins at `place` or after it."""
        number = bisect_left(self._starts, place)
        return self.regions[number] if number < len(self.regions) else None

    def overlapping(self, start: int, end: int) -> list[QuotedRegion]:
        """The quotations that share text with a stretch."""
        number = bisect_left(self._starts, end)
        found: list[QuotedRegion] = []
        while number and self.regions[number - 1].end > start:
            number -= 1
            found.insert(0, self.regions[number])
        return found

    def holds(self, extent: tuple[int, int]) -> bool:
        """True where the stretch lies inside a quotation."""
        return any(region.start <= extent[0] and extent[1] <= region.end for region in self.overlapping(*extent))

    def widen(self, extent: tuple[int, int]) -> tuple[int, int]:
        """The stretch with the whole of every quotation that it shares text with."""
        touched = self.overlapping(*extent)
        return (min(extent[0], touched[0].start), max(extent[1], touched[-1].end)) if touched else extent

    def kind_of(self, content: Span) -> Literal["direct", "indirect", "mixed"]:
        """Direct where the content begins with a quotation, mixed where one stands in it, else indirect."""
        touched = self.overlapping(content.start, content.end)
        if not touched:
            return "indirect"
        return "direct" if content.start >= touched[0].start and content.end <= touched[-1].end else "mixed"


def extract_quotations(
    document: Document, parsed: Sequence[ParsedSentence], *, nested: bool = False
) -> tuple[Quotation, ...]:
    """The attributions of `document` in the order of their cues; each content a single stretch of text.

    A quotation that goes on in the next sentence or paragraph is one content; where the saying stands in its midst the
    content runs over it. What is said inside another's words belongs to those words, and is given as an attribution of
    its own only where `nested` asks for it; words between quotation marks are never taken apart.
    """
    regions = find_document_regions(document)
    index = RegionIndex(regions)
    drafts: list[_Draft] = []
    for sentence in parsed:
        if sentence.doc is not None:
            drafts += _read_sentence(document, sentence, index)
    kept = drafts if nested else _outermost(drafts)
    kept = sorted([*kept, *_signed(document, kept, regions)], key=lambda draft: draft.attribution.cue)
    _continue_quotations(document, kept, index)
    return tuple(_quotation(document, draft, index) for draft in kept)


def _read_sentence(document: Document, sentence: ParsedSentence, index: RegionIndex) -> list[_Draft]:
    offset = sentence.sentence.span.start
    drafts: list[_Draft] = []
    for found in find_sentence_attributions(sentence.doc, offset):
        if not index.holds(found.cue):
            extent = _better_quotation(document, found, index, offset) or _joined(document, found.content, index)
            drafts.append(_Draft(found, *extent, offset))
    for found in find_bare_sayings(sentence.doc, offset, frozenset(draft.attribution.cue_token for draft in drafts)):
        beside = None if index.holds(found.cue) else _adjacent(document, found, index)
        if beside is not None:
            drafts.append(_Draft(found, *beside, offset))
    return sorted(drafts, key=lambda draft: draft.attribution.cue)


def _before_saying(document: Document, found: Attribution, index: RegionIndex) -> QuotedRegion | None:
    """The quotation just before a saying, with no more between them than the speaker's name."""
    region = index.last_before(found.cue[0])
    if region is None or region.end > found.cue[0]:
        return None
    between = document.text[region.end : found.cue[0]]
    if found.source is not None and region.end <= found.source[0] < found.cue[0]:
        between = document.text[region.end : found.source[0]] + document.text[found.source[1] : found.cue[0]]
    return region if SPEAKER.fullmatch(between) and _is_open(document, region) else None


def _is_open(document: Document, region: QuotedRegion) -> bool:
    """True where the sentence goes on after the quotation: it ends in no full stop, or a small letter follows."""
    return (
        _last_mark(document, region) != "."
        or document.text[region.end : region.end + 3].lstrip(" ,\u00a0")[:1].islower()
    )


def _last_mark(document: Document, region: QuotedRegion) -> str:
    """The last character between the quotation marks."""
    return document.text[region.start : region.end].rstrip("\"'”’»“ ")[-1:]


def _better_quotation(
    document: Document, found: Attribution, index: RegionIndex, sentence_start: int
) -> tuple[int, int] | None:
    """The quotation just before a saying: alone where the parse offers mere adjuncts, else with what goes on after."""
    # "… “more to do,” noting that": a participle with words of its own after it takes none of those before it.
    is_participle = document.text.endswith("ing", 0, found.cue[1])
    is_cut_off = document.text[found.cue[1] : found.cue[1] + 1] == ","
    if found.cue_class not in SPEECH or found.content[0] < found.cue[0] or (is_participle and not is_cut_off):
        return None
    region = _before_saying(document, found, index)
    if region is None or (found.source is not None and found.source[0] < region.start):
        return None
    if region.start > sentence_start + 1 and region.start > document.text.rfind("\n", 0, found.cue[0]) + 1:
        # "To a question on “…,” she said that": a quotation in the midst of what comes before the saying.
        between = document.text[sentence_start : region.start]
        if found.construction == "clause" and any(mark.isalpha() for mark in between):
            return None
    goes_on = index.overlapping(*found.content)
    if goes_on:
        is_split = _last_mark(document, region) in ",—–-?!"
        return (region.start, index.widen(found.content)[1]) if is_split else None
    # "“…,” said Petrov" and "“…,” he said, turning away": what the parser hangs after the verb is not what was said.
    is_verb_first = (region.end >= found.cue[0] - 2 or _last_mark(document, region) in ",?!") and not is_participle
    return (region.start, region.end) if found.construction != "clause" or is_verb_first or is_cut_off else None


def _joined(document: Document, content: tuple[int, int], index: RegionIndex) -> tuple[int, int]:
    """The content with the quotations in it, and with one that follows it over no more than a comma or an "and"."""
    start, end = index.widen(content)
    region = index.first_after(end)
    if region is not None and JOINT.fullmatch(document.text, end, region.start):
        return start, region.end
    return start, end


def _adjacent(document: Document, found: Attribution, index: RegionIndex) -> tuple[int, int] | None:
    """The quotation that a saying without a complement of its own stands next to, before or after it."""
    if found.construction == "infinitive bare":
        region = index.first_after(found.cue[1])
        is_next = region is not None and ANNOUNCED.fullmatch(document.text, found.cue[1], region.start)
        return (region.start, region.end) if region is not None and is_next else None
    if found.cue_class == "other":
        return _strictly_adjacent(document, found, index)
    end = found.content[1]
    spans = sorted(extent for extent in (found.cue, found.source) if extent is not None)
    first, last = spans[0][0], spans[-1][1]
    region = index.last_before(first)
    is_participle = document.text.endswith("ing", 0, found.cue[1])
    is_before = region is not None and GAP.fullmatch(document.text, region.end, first) and _is_open(document, region)
    if region is not None and is_before and not is_participle:
        return region.start, region.end
    region = index.first_after(last)
    if region is not None and region.start < end:
        return region.start, region.end
    if region is not None and region.start - last < 200 and BRIDGE.fullmatch(document.text, last, region.start):
        return region.start, region.end
    return None


def _strictly_adjacent(document: Document, found: Attribution, index: RegionIndex) -> tuple[int, int] | None:
    """The quotation beside a verb of any kind: ended by a comma before it, or announced by a comma or colon after."""
    region = _before_saying(document, found, index)
    if region is not None:
        return (region.start, region.end) if _last_mark(document, region) in (",", "?", "!") else None
    region = index.first_after(found.cue[1])
    if region is not None and ANNOUNCED.fullmatch(document.text, found.cue[1], region.start):
        return region.start, region.end
    return None


def find_document_regions(document: Document) -> tuple[QuotedRegion, ...]:
    """The outermost quotations of every block that is read, words set apart by scare quotes left out."""
    return tuple(
        region
        for block in document.blocks
        if block.kind in READ_KINDS
        for region in find_quoted_regions(document.text, block.start, block.end)
        if region.level == 1 and not region.scare
    )


def _outermost(drafts: list[_Draft]) -> list[_Draft]:
    """The drafts whose cue lies in no other's content; of two that lie in each other's, the further-reaching."""
    kept: list[_Draft] = []
    for number, draft in enumerate(drafts):
        near = drafts[max(0, number - 12) : number + 12]
        if not any(other is not draft and _swallows(other, draft) for other in near):
            kept.append(draft)
    return kept


def _is_saying(draft: _Draft) -> bool:
    return draft.attribution.cue_class in SPEECH and draft.attribution.construction == "clause"


def _swallows(outer: _Draft, inner: _Draft) -> bool:
    if outer.sentence != inner.sentence or not outer.covers(inner):
        return False
    # "Issued a report saying that", "plans to tell them that": a thing or a deed holds no words, a saying in it counts.
    if outer.attribution.construction.partition(":")[0] in LOOSE and _is_saying(inner):
        return False
    return not inner.covers(outer) or outer.end - outer.start > inner.end - inner.start


def _signed(document: Document, drafts: list[_Draft], regions: Sequence[QuotedRegion]) -> list[_Draft]:
    """Quotations with nothing but a dash and a name after them, as pull quotes and mottoes are printed."""
    taken = [(draft.start, draft.end) for draft in drafts]
    found: list[_Draft] = []
    for region in regions:
        match = SIGNATURE.match(document.text, region.end)
        if match is None or any(start < region.end and region.start < end for start, end in taken):
            continue
        attribution = Attribution(
            source=match.span("name"),
            cue=match.span("dash"),
            content=(region.start, region.end),
            source_token=None,
            cue_token=-1,
            content_tokens=frozenset(),
            lemma=match["dash"],
            cue_class="say",
            construction="signature",
        )
        found.append(_Draft(attribution, region.start, region.end, -1))
    return found


def _continue_quotations(document: Document, drafts: list[_Draft], index: RegionIndex) -> None:
    """A quotation without a saying of its own goes on with the saying before it, in its paragraph or the next."""
    sayings = sorted((draft for draft in drafts if _may_quote(draft, index)), key=lambda draft: draft.start)
    taken = sorted((draft.start, draft.end) for draft in drafts)
    position, latest = 0, 0
    last: _Draft | None = None
    direct: _Draft | None = None
    for region in index.regions:
        while position < len(sayings) and sayings[position].start < region.start:
            if index.overlapping(sayings[position].start, sayings[position].end):
                direct = sayings[position]
            if last is None or sayings[position].last >= last.last:
                last = sayings[position]
            position += 1
        while latest < len(taken) and taken[latest][0] < region.end:
            latest += 1
        if any(end > region.start for _, end in taken[max(0, latest - 6) : latest]):
            continue
        for draft in (direct, last):
            if draft is not None and draft.last <= region.start and _may_continue(document, draft, region):
                draft.end = region.end
                break


def _may_quote(draft: _Draft, index: RegionIndex) -> bool:
    """True for a saying, and for any other attribution of nothing but a quotation."""
    if draft.attribution.cue_class in (*SPEECH, "other"):
        return True
    return any(region.start == draft.start for region in index.overlapping(draft.start, draft.end))


def _may_continue(document: Document, last: _Draft, region: QuotedRegion) -> bool:
    gap = document.text[last.last : region.start]
    if "\n" in gap:
        # Only a paragraph that is nothing but quotation continues the one before it.
        stop = document.text.find("\n", region.end)
        rest = document.text[region.end : stop if stop >= 0 else len(document.text)]
        first, _, later = gap.partition("\n")
        return len(first) < 300 and not later.strip() and not rest.strip()
    return len(gap) < 300 and gap.rstrip()[-1:] in (".", ":", ",", "", "?", "!", "”", '"', "'")


def _quotation(document: Document, draft: _Draft, index: RegionIndex) -> Quotation:
    found = draft.attribution
    content = cut_span(document.text, draft.start, draft.end)
    source = found.source
    if source is not None and index.holds(source) and not content.start <= found.cue[0] < content.end:
        # The parser took the speaker from among the words spoken: no speaker is better than a wrong one.
        source = None
    return Quotation(
        document_id=document.id,
        source=cut_span(document.text, *source) if source is not None else None,
        cue=cut_span(document.text, *found.cue),
        content=content,
        kind=index.kind_of(content),
    )
