"""Quotation marks paired, a paragraph at a time."""

import re
from dataclasses import dataclass

# The mark that opens, and the marks that may close it. German closes „ with “; some printers turn guillemets round.
CLOSED_BY: dict[str, str] = {
    "“": '”"“',
    "„": '“”"',
    "«": "»",
    "»": "«",
    "”": "”",
    '"': '"”',
    "''": "''",
    "‘": "’",
    "‚": "‘’",
    "'": "'",
}
SINGLE = frozenset("‘‚'")

# Of three single marks that end a quotation in a quotation the first closes the inner one.
MARK = re.compile(r"'(?=''(?!'))(?<=\S')|''|``|[\"“”„«»‘’‚']")
WORD = re.compile(r"\w[\w'’.-]*")
# Clipped words and decades whose apostrophe looks like an opening mark.
CLIPPED = re.compile(r"['’‘](?:\d0s|em|til|tis|twas|cause|n)\b", re.IGNORECASE)
# What may stand before an opening mark, apart from white space and the paragraph's beginning.
BEFORE_OPENER = "([{—–-/:"
SCARE_WORDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedRegion:
    """A stretch of text between quotation marks, marks included.

    `level` is 1 for the outermost pair and 2 for a pair inside it. `scare` is true for one to three words set into
    the writer's own sentence, which are a name or a raised eyebrow and no speech. `closed` is false where the
    paragraph ends before the closing mark, as newspapers print a quotation that goes on in the next paragraph.
    """

    start: int
    end: int
    level: int
    scare: bool
    closed: bool = True


@dataclass(slots=True)
class _Open:
    mark: str
    start: int


def find_quoted_regions(text: str, start: int, end: int) -> tuple[QuotedRegion, ...]:
    """The quoted stretches of the paragraph `text[start:end]`, in order of their beginnings.

    Apostrophes, feet, inches and clipped words open nothing; a single mark counts only where it has a partner.
    """
    regions: list[QuotedRegion] = []
    stack: list[_Open] = []
    for match in MARK.finditer(text, start, end):
        mark = "''" if match.group() == "``" else match.group()
        if _closes(text, match, mark, stack, end):
            _close(text, match.end(), mark, stack, regions)
        elif _opens(text, match, mark, stack, start, end):
            stack.append(_Open(mark, match.start()))
    # A single mark without a partner was an apostrophe after all; a double one runs to the paragraph's end.
    if stack and stack[0].mark not in SINGLE:
        regions.append(_region(text, stack[0].start, end, 1, closed=False))
    return tuple(sorted(regions, key=lambda region: (region.start, -region.end)))


def _close(text: str, stop: int, mark: str, stack: list[_Open], regions: list[QuotedRegion]) -> None:
    while stack:
        opened = stack.pop()
        if mark in CLOSED_BY[opened.mark]:
            regions.append(_region(text, opened.start, stop, len(stack) + 1, closed=True))
            return


def _region(text: str, start: int, end: int, level: int, *, closed: bool) -> QuotedRegion:
    scare = closed and _is_scare(text, start, end)
    return QuotedRegion(start=start, end=end, level=level, scare=scare, closed=closed)


def _is_scare(text: str, start: int, end: int) -> bool:
    inner = text[start:end].strip("\"“”„«»‘’‚' ")
    if len(WORD.findall(inner)) > SCARE_WORDS:
        return False
    # “No,” he said: an utterance ends in a mark of its own and does not stand inside another's clause.
    before = text[max(0, start - 80) : start].rstrip(" \t\u00a0")
    stands_alone = not before or before[-1] in ',:;.!?\n—–”"»)'
    return not (stands_alone and (inner[-1:] in ".,!?…" or text[end : end + 1] in ",.!?"))


def _closes(text: str, match: re.Match[str], mark: str, stack: list[_Open], end: int) -> bool:
    if not any(mark in CLOSED_BY[opened.mark] for opened in stack):
        return False
    before, after = text[match.start() - 1], text[match.end() : match.end() + 1] if match.end() < end else ""
    if mark in "'’":
        return not before.isspace() and not after.isalnum() and not _is_possessive(text, match, end)
    if mark == "“" and stack[-1].mark != "„":
        # Writers' slips: “… “ with an opening mark where the closing one belongs.
        return not before.isspace() and not after.isalnum()
    if mark in ('"', "''"):
        # A mark with a space before it and none after it opens again rather than closes.
        return not (before.isspace() and after and not after.isspace() and after not in ",.;:!?)")
    return True


def _is_possessive(text: str, match: re.Match[str], end: int) -> bool:
    """True for "the officials' view" where a later mark is there to close the quotation."""
    if text[match.start() - 1] not in "sS" or not re.match(r"\s[a-z]", text[match.end() : match.end() + 2]):
        return False
    return re.search(r"[^\s][’'](?!\w)", text[match.end() : min(end, match.end() + 300)]) is not None


def _opens(text: str, match: re.Match[str], mark: str, stack: list[_Open], start: int, end: int) -> bool:
    before = text[match.start() - 1] if match.start() > start else ""
    after = text[match.end() : match.end() + 1] if match.end() < end else ""
    free = not before or before.isspace() or before in BEFORE_OPENER or before in "\"“„«''"
    if mark in SINGLE:
        return free and after.isalnum() and not CLIPPED.match(text, match.start()) and _has_partner(text, match, end)
    if mark in ("“", "„", "«"):
        return not (stack and stack[-1].mark == mark)
    if mark in ("”", "»"):
        # Swedish ”…” and inward guillemets »…«: an opener by its place.
        return not stack and free and bool(after) and not after.isspace()
    return mark in ('"', "''") and free and bool(after) and not after.isspace() and not before.isdigit()


def _has_partner(text: str, match: re.Match[str], end: int) -> bool:
    closers = CLOSED_BY[match.group()]
    return re.search(rf"[^\s][{closers}](?!\w)", text[match.end() : end]) is not None
