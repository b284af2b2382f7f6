"""Lines that belong to the page and not to the report: what they look like, and why they are left unread.

Precision comes first: a footer that is read costs a false claim at worst, a paragraph left unread loses what it says.
So every pattern is anchored at the start of a line or sentence, and a sentence that matches none keeps its neighbours
read.
"""

import re

from entrepot.documents.furniture_patterns import RELATED_HEADER, STRONG, WEAK

_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[A-Z“\"(©])|\s[|·•]\s")
# Longer blocks are prose whatever they hold; only their last stretch is looked at, which also bounds the work.
_TAIL_CHARS = 700
# A correction speaks of the text and not of the world to its very end, whatever its later sentences look like.
_WHOLE = "correction note"


def furniture_tail(text: str) -> tuple[int, str]:
    """Where the run of furniture sentences at the end of `text` begins, and its reason.

    0 where the whole line or paragraph is furniture, `(len(text), "")` where nothing of it is.
    """
    if len(text) <= _TAIL_CHARS:
        if len(text) <= 60 and RELATED_HEADER.match(text):
            return 0, "related links"
        whole = sentence_reason(text)
        if whole == _WHOLE or (whole == "related links" and not text.endswith(".")):
            return 0, whole
    return _tail_run(text)


def _tail_run(text: str) -> tuple[int, str]:
    offset = max(0, len(text) - _TAIL_CHARS)
    tail = text[offset:]
    starts = [0, *(match.end() for match in _SENTENCE_END.finditer(tail))]
    cut, reason, end = len(text), "", len(tail)
    for start in reversed(starts):
        sentence = tail[start:end].strip(" |·•*\n\t") or tail[start:end].strip()
        strong = sentence_reason(sentence)
        if not strong and not WEAK.match(sentence):
            break
        cut, reason, end = offset + start, strong or reason, start
    if not reason or (offset and cut == offset):
        return len(text), ""
    return cut, reason


def sentence_reason(sentence: str) -> str:
    """Why one sentence or line is furniture by itself, or an empty string."""
    for reason, pattern in STRONG:
        if pattern.match(sentence):
            return reason
    bare = sentence.lstrip("([")
    return "" if bare == sentence else next((reason for reason, pattern in STRONG if pattern.match(bare)), "")


def is_aside(text: str) -> bool:
    """True for a short line that only its place at the foot of a page makes furniture ("Thank you for reading")."""
    return len(text) <= 100 and WEAK.match(text) is not None
