"""A document's blocks, split into sentences with exact offsets."""

import re
from dataclasses import dataclass

from entrepot.model.document import READ_KINDS, Document
from entrepot.model.span import Span, cut_span

CLOSERS = "\"'”’»)]"
OPENERS = "\"'“‘«„(["

# A full stop after one of these does not end a sentence: what follows belongs to it.
ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen lt col sgt maj capt adm sen rep gov pres st rev hon messrs amb min no nos art arts "
    "para paras sec fig vol ch pp p reg regs ref approx est ca cf vs viz e.g i.e eg ie jan feb mar apr jun "
    "jul aug sept sep oct nov dec u.s u.k u.n e.u d.c a.m p.m".split()
)
# These may also close a sentence ("… in the U.S. Officials said"): a new sentence is assumed where a capital follows.

BOUNDARY = re.compile(rf"[.!?…]+[{re.escape(CLOSERS)}]*(?=\s)|[。！？]|[.!?][{re.escape(CLOSERS)}]*$")
SPEAKER_LABEL = re.compile(r"\s*(Q|A)(?:uestion|nswer)?[:.]\s+")
WORD_BEFORE = re.compile(r"([^\s(\[“\"‘']+)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of a block: its span, the number of its block, whether it is a headline, or an answer of an
    interview.
    """

    span: Span
    block: int
    headline: bool
    answer: bool = False


def split_sentences(document: Document) -> tuple[Sentence, ...]:
    """The sentences of every block that is read, in order; furniture and metadata give none."""
    found: list[Sentence] = []
    for number, block in enumerate(document.blocks):
        if block.kind not in READ_KINDS:
            continue
        text = document.text[block.start : block.end].rstrip()
        # What ends with a full stop is no headline, wherever it stands: a report of one sentence, a numbered item.
        headline = block.kind in ("title", "heading") and not text.endswith((".", "!", "”", '"'))
        label = SPEAKER_LABEL.match(document.text, block.start, block.end)
        found += [
            Sentence(span=span, block=number, headline=headline, answer=label is not None and label.group(1) == "A")
            for span in split_text(document.text, label.end() if label else block.start, block.end)
        ]
    return tuple(found)


def split_text(text: str, start: int, end: int) -> list[Span]:
    """The sentences of `text[start:end]`, each without white space at its ends."""
    spans: list[Span] = []
    cursor = start
    for match in BOUNDARY.finditer(text, start, end):
        if match.end() >= end or _ends_sentence(text, match, cursor, end):
            spans.append(cut_span(text, cursor, match.end()))
            cursor = match.end()
    spans.append(cut_span(text, cursor, end))
    return [span for span in spans if span.text]


def _ends_sentence(text: str, match: re.Match[str], cursor: int, end: int) -> bool:
    after = text[match.end() : end].lstrip()
    if not after:
        return True
    first = after.lstrip(OPENERS + "–—- ")[:1]
    if not first or first.islower():
        return False
    mark = match.group()
    if mark[0] != "." or len(mark.rstrip(CLOSERS)) > 1:
        return True
    before = WORD_BEFORE.search(text, max(cursor, match.start() - 40), match.start())
    word = before.group(1).casefold() if before else ""
    if word in ABBREVIATIONS and mark == ".":
        return False
    # "Kim J. Un" and the number of a list item: an initial or a bare number at the start ends nothing.
    if len(word) == 1 and word.isalpha() and text[match.start() - 1].isupper():
        return False
    return not (word.isdigit() and len(word) <= 2 and not text[cursor : match.start() - len(word)].strip())
