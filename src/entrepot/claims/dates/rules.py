"""What a line of the grammar is: a pattern, and a reader that says what a match means or that it means nothing."""

import re
from collections.abc import Callable

from entrepot.claims.dates import lexicon as lex
from entrepot.claims.dates.nodes import Node

Match = re.Match[str]
Reader = Callable[[Match], Node | None]
Rule = tuple[re.Pattern[str], Reader]


def rule(pattern: str, reader: Reader, *, any_case: bool = False) -> Rule:
    """A line of the grammar. A blank in the pattern stands for white space within a paragraph.

    A group named `x` marks the expression where the pattern needs words around it. Repetitions must be bounded.
    """
    return re.compile(pattern.replace(" ", lex.SPACE), re.IGNORECASE if any_case else 0), reader


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
