"""Lines of a plain text, and which line ends are hard wraps inside a paragraph."""

import re
from dataclasses import dataclass

from entrepot.documents.publication import is_day_line, read_dateline, read_publication_line

_LINE = re.compile(r"[^\n]+")
_LIST_OF_OPEN_WORDS = """
and or of the a an in on to for with by from at as that which who whom whose its their his her our my your is was were
are has have had be been being between into than but nor against over under after before during about near along across
through via since until upon within without towards toward per also not no will would can could may might should must
do does did said says told when while where if because so such this these those each any both among amid like unlike
including despite minister president mr mrs ms dr sir general
"""
_OPEN_END = re.compile(
    rf"(?:[,;(–—-]|\b(?:{'|'.join(_LIST_OF_OPEN_WORDS.split())})|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Lt|Col|No|U\.S|U\.K|U\.N)\.)$",
    re.IGNORECASE,
)
_CLOSED_END = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_LOWER_START = re.compile(r"[\"'“‘«(\[]*[a-zß-öø-ÿ]")
LIST_MARK = re.compile(r"(?:[•●▪◦‣*·■►–—-]\s+|\d{1,3}[.)]\s+|\(?[a-z]\)\s+|\([ivx]{1,4}\)\s+)(?=\S)")
_FIRM_MARK = re.compile(r"(?:[•●▪◦‣■►]\s*|\(?[a-z]\)\s+(?=[A-Z]))\S")
_DASH_MARK = re.compile(r"[*·–—-]\s+\S")
_NUMBER_MARK = re.compile(r"\d{1,3}[.)]\s+[A-Z“\"]")
SPEAKER_MARK = re.compile(r"(?:Q|A|Question|Answer)\s*[:.]\s+\S")
TURN_MARK = re.compile(r"[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,4}(?: \([^()]{1,60}\))?:\s+\S")
"""The name of a speaker in capitals, as in a transcript."""
_CLOCK = re.compile(
    r"\[?\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:GMT|UTC|CET|CEST|EET|EEST|BST|EST|EDT|MSK)?\]?$", re.I
)

_ODD_ENDS = re.compile("[\0\v\f\x85\u2028\u2029]")

MIN_WIDTH, MAX_WIDTH = 40, 130
"""Hard-wrapped prose is 55 to 80 characters wide as a rule; beyond these bounds a line is a paragraph."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line with something on it: `text[start:end]` without white space at its ends.

    `after_blank` says that a blank line, or the start of the text, precedes it.
    """

    start: int
    end: int
    text: str
    after_blank: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One or more lines that belong together, and the number of the group between blank lines they stand in."""

    start: int
    end: int
    group: int


def level_line_ends(text: str) -> str:
    """`text` with every kind of line end as one `\\n` and nothing moved: a `\\r` before it and a NUL become spaces."""
    if "\r" in text:
        text = re.sub(r"\r(?!\n)", "\n", text).replace("\r", " ")
    if not _ODD_ENDS.search(text):
        return text
    return text.translate({0: " ", 11: "\n", 12: "\n", 0x85: "\n", 0x2028: "\n", 0x2029: "\n"})


def split_lines(text: str) -> list[Line]:
    """The lines of `text` that hold more than white space."""
    lines: list[Line] = []
    blank = True
    previous_end = -1
    for match in _LINE.finditer(text):
        blank = blank or match.start() > previous_end + 1
        previous_end = match.end()
        stripped = match[0].strip()
        if not stripped:
            blank = True
            continue
        start = match.start() + match[0].index(stripped[0])
        lines.append(Line(start=start, end=start + len(stripped), text=stripped, after_blank=blank))
        blank = False
    return lines


def join_wraps(lines: list[Line]) -> list[Segment]:
    """Lines as segments: those that a hard wrap cut apart are together again, all others alone."""
    width = wrap_width(lines)
    segments: list[Segment] = []
    group = -1
    joined = 0
    for index, line in enumerate(lines):
        group += line.after_blank
        if index and not line.after_blank and _is_wrap(lines, index - 1, width, joined):
            joined += 1
            segments[-1] = Segment(start=segments[-1].start, end=line.end, group=group)
        else:
            joined = 0
            segments.append(Segment(start=line.start, end=line.end, group=group))
    return segments


def wrap_width(lines: list[Line]) -> int:
    """The column at which the text was wrapped, or 0 where its lines are whole paragraphs.

    Judged by the line ends that are wraps beyond doubt: the sentence goes on with a small letter.
    """
    inner = [
        index
        for index in range(len(lines) - 1)
        if not lines[index + 1].after_blank and len(lines[index].text) >= MIN_WIDTH
    ]
    sure = sorted(len(lines[index].text) for index in inner if _goes_on(lines[index].text, lines[index + 1].text))
    if not sure or len(sure) < 0.2 * len(inner):
        return 0
    width = sure[int(0.95 * (len(sure) - 1))]
    # A single such line proves nothing where others are far longer: they are paragraphs of one line.
    if len(sure) == 1 and any(len(lines[index].text) > 1.2 * width for index in inner):
        return 0
    return width if MIN_WIDTH <= width <= MAX_WIDTH else 0


def is_clock_line(text: str) -> bool:
    """True for a line that is nothing but a time of day, as in a live blog."""
    return len(text) <= 20 and _CLOCK.match(text) is not None


def _goes_on(line: str, following: str) -> bool:
    return not _CLOSED_END.search(line[-4:]) and _LOWER_START.match(following) is not None


def _is_wrap(lines: list[Line], index: int, width: int, joined: int) -> bool:
    """Whether the end of `lines[index]` is a wrap; `joined` counts the wraps before it in the same paragraph."""
    line, following = lines[index].text, lines[index + 1].text
    if is_clock_line(line) or is_clock_line(following) or _starts_item(line, following, width):
        return False
    if _goes_on(line, following):
        return True
    if is_day_line(line) or (is_day_line(following) and not _OPEN_END.search(line[-12:])):
        return False
    if not width or len(line) > MAX_WIDTH:
        return False
    filled = len(line) + 1 + len(following.split(maxsplit=1)[0])
    if _CLOSED_END.search(line[-4:]):
        return filled > width
    if _OPEN_END.search(line[-12:]):
        return True
    if not joined and (read_publication_line(following) or read_dateline(following, None)):
        return False
    # A paragraph of several lines does not end without a full stop.
    if joined and len(line) > 0.4 * width:
        return True
    # Neither end is sure (a name cut in two, or a headline above a by-line): a wrap only where the line is well filled.
    return filled > 0.85 * width


def _starts_item(line: str, following: str, width: int) -> bool:
    if _FIRM_MARK.match(following) or SPEAKER_MARK.match(following):
        return True
    if _NUMBER_MARK.match(following):
        return not _OPEN_END.search(line[-12:])
    if not _DASH_MARK.match(following):
        return False
    # A dash may also be the author's own, wrapped to the start of a line.
    closed = _CLOSED_END.search(line[-4:]) is not None or _DASH_MARK.match(line) is not None
    return closed or not width or len(line) < 0.6 * width
