"""What a line of the grammar is: a pattern, and a reader that says what a match means or that it means nothing."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from entrepot.claims.dates import lexicon as lex
from entrepot.claims.dates.nodes import Node

Match = re.Match[str]
Reader = Callable[[Match], Node | None]

KEYS = re.compile(
    rf"(?P<figure>\d)|\b(?:(?P<month>{lex.MONTH})|(?P<weekday>{lex.WEEKDAY})"
    r"|(?P<unit>[Dd]ay|[Ww]eek|[Ff]ortnight|[Mm]onth|[Qq]uarter|[Yy]ear|[Dd]ecade|[Cc]entur|[Ss]econd|[Mm]inute|"
    r"[Hh]our|[Pp]eriod)"
    r"|(?P<part>[Yy]esterday|[Tt]o(?:day|night|morrow)|[Mm]orning|[Aa]fternoon|[Ee]vening|[Nn]ight)"
    r"|(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)\b"
    r"|(?P<each>[Ee](?:very|ach)|[Pp]er)\b|(?P<half>[Hh]alf)\b"
    r"|(?P<word>then|[Nn]ineteen|two thousand|[Aa]nnually|(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies)\b)"
)
"""Signs of a date, by kind: the grammar looks only where one stands. All matches of a line have the kind it names."""
REACHES: dict[str, tuple[int, int]] = {
    "figure": (28, 40),
    "month": (44, 36),
    "weekday": (28, 16),
    "unit": (60, 40),
    "part": (24, 20),
    "season": (28, 24),
    "each": (2, 36),
    "half": (12, 40),
    "word": (28, 24),
}
"""Characters before and after a sign that the lines of its kind see; none is meant to match further."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A line of the grammar: what is read where `pattern` matches near a sign of kind `key`."""

    pattern: re.Pattern[str]
    reader: Reader
    key: str


def rule(pattern: str, reader: Reader, key: str, *, any_case: bool = False) -> Rule:
    """A line of the grammar. A blank in the pattern stands for white space within a paragraph.

    A group named `x` marks the expression where the pattern needs words around it. Repetitions must be bounded.
    """
    flags = re.IGNORECASE if any_case else 0
    return Rule(pattern=re.compile(pattern.replace(" ", lex.SPACE), flags), reader=reader, key=key)


YEAR_OFFSETS = {"last": -1, "this": 0, "next": 1}
YEAR_AFTER = rf"(?:,? ?(?:of )?(?P<year>{lex.YEAR})\b(?![.,/]\d))"
"""A year at the end of a date: "2025", ", 2025", "of 2025"."""
OFFSET_AFTER = r"(?:,? (?:of )?(?P<offset>last|this|next) year\b)"
"""A year counted from the day of writing: "last year", "of this year"."""
TAIL = rf"(?:{YEAR_AFTER}|{OFFSET_AFTER})?"
PERIOD_TAIL = (
    r"(?:(?:,? )?(?:(?:of|in) )?(?:the )?(?:fiscal |calendar |financial )?(?:year )?"
    rf"(?P<year>{lex.YEAR})\b|{OFFSET_AFTER})?"
)
"""A year after a quarter or half: "of 2025", " 2025", "of the fiscal year 2025", "last year"."""


def year_of(match: Match) -> int | None:
    """The year that a match names, if it names one."""
    found = match.groupdict().get("year")
    return int(found) if found else None


def offset_of(match: Match) -> int | None:
    """Years from the day of writing for "last year", "this year" and "next year" after a part of a year."""
    found = match.groupdict().get("offset")
    return YEAR_OFFSETS[found.lower()] if found else None


def pick_of(match: Match) -> str:
    """`last`, `this` or `next` where one of these or a like word stands before an expression."""
    word = (match.groupdict().get("pick") or "").lower()
    alike = {"past": "last", "previous": "last", "current": "this", "coming": "next", "following": "next"}
    return alike.get(word, word)
