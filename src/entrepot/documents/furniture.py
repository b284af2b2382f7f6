"""Lines that belong to the page and not to the report: what they look like, and why they are left unread.

Precision comes first: a footer that is read costs a false claim at worst, a paragraph left unread loses what it says.
So every pattern is anchored at the start of a line or sentence, and a sentence that matches none keeps its neighbours
read.
"""

import re

from entrepot.documents.furniture_patterns import HINT, RELATED_HEADER, STRONG, WEAK

_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[A-Z“\"(©])|\s[|·•]\s")
# Longer blocks are prose whatever they hold; only their last stretch is looked at, which also bounds the work.
_TAIL_CHARS = 700
# A correction speaks of the text and not of the world to its very end, whatever its later sentences look like.
_WHOLE = "correction note"


def furniture_reason(text: str) -> str:
    """Why this whole line or paragraph is page furniture, or an empty string where it is not."""
    if len(text) > _TAIL_CHARS:
        return ""
    if len(text) <= 60 and RELATED_HEADER.match(text):
        return "related links"
    if len(text) > 60 and not HINT.search(text):
        return ""
    whole = sentence_reason(text)
    if whole == _WHOLE or (whole == "related links" and not text.endswith(".")):
        return whole
    start, reason = furniture_tail(text)
    return reason if start == 0 else ""


def furniture_tail(text: str) -> tuple[int, str]:
    """Where the run of furniture sentences at the end of `text` begins, and its reason; `(len(text), "")` for none."""
    offset = max(0, len(text) - _TAIL_CHARS)
    tail = text[offset:]
    starts = [0, *(match.end() for match in _SENTENCE_END.finditer(tail))]
    cut, reason = len(text), ""
    for start, end in reversed(list(zip(starts, [*starts[1:], len(tail)], strict=True))):
        sentence = tail[start:end].strip(" |·•\n\t")
        strong = sentence_reason(sentence)
        if not strong and not WEAK.match(sentence):
            break
        if strong or cut < len(text) or WEAK.match(sentence):
            cut = offset + start
        reason = strong or reason
    if offset and cut == offset:
        return len(text), ""
    return (cut, reason) if reason else (len(text), "")


def sentence_reason(sentence: str) -> str:
    """Why one sentence or line is furniture by itself, or an empty string."""
    for reason, pattern in STRONG:
        if pattern.match(sentence):
            return reason
    return ""


def has_hint(text: str) -> bool:
    """False where no furniture pattern can match the last stretch of `text`; cheap, and asked first."""
    return HINT.search(text, max(0, len(text) - _TAIL_CHARS)) is not None
