"""What a line of the grammar is: a pattern, and a reader that says what a match means or that it means nothing."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from entrepot.claims.dates import lexicon as lex
from entrepot.claims.dates.nodes import Node

Match = re.Match[str]
Reader = Callable[[Match], Node | None]

KEYS: dict[str, re.Pattern[str]] = {
    "figure": re.compile(r"\d"),
    "month": re.compile(rf"\b(?:{lex.MONTH})"),
    "weekday": re.compile(rf"\b{lex.WEEKDAY}"),
    "unit": re.compile(
        r"\b(?:day|week|fortnight|month|quarter|year|decade|centur|second|minute|hour|night|period)|(?:day|night)s?\b",
        re.I,
    ),
    "part": re.compile(r"\b(?:yesterday|today|tonight|tomorrow|morning|afternoon|evening|night)\b", re.I),
    "season": re.compile(r"\b(?:spring|summer|autumn|fall|winter)\b", re.I),
    "each": re.compile(r"\b(?:every|each|per)\b", re.I),
    "half": re.compile(r"\bhalf\b", re.I),
    "word": re.compile(r"\b(?:then|nineteen|two thousand|annually|yearly|monthly|fortnightly|\w{3,6}ties)\b", re.I),
}
"""A word or sign that every match of a line with that key has; the grammar looks only where one stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A line of the grammar: what is read where `pattern` matches near a hit of its key."""

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
