"""Grammar of quarters, halves, runs of months, seasons, decades and centuries."""

import re

from entrepot.claims.dates import calendars
from entrepot.claims.dates import lexicon as lex
from entrepot.claims.dates.nodes import Calendar, Fixed, Node
from entrepot.claims.dates.rules import OFFSET_AFTER, PERIOD_TAIL, Match, Rule, offset_of, pick_of, rule, year_of


def _read_quarter(match: Match) -> Node | None:
    number = 4 if match["which"].lower() in ("last", "final") else lex.ordinal_of(match["which"])
    if not 1 <= number <= 4:
        return None
    return Calendar(unit="quarter", number=number, year=year_of(match), year_offset=offset_of(match))


def _read_half(match: Match) -> Node | None:
    number = 2 if match["which"].lower() == "latter" else lex.ordinal_of(match["which"])
    return Calendar(unit="half", number=number, year=year_of(match), year_offset=offset_of(match))


def _read_months(match: Match) -> Node | None:
    count = lex.number_of(match["count"])
    if match["unit"].lower() == "quarters" and count is not None:
        count *= 3
    if count is None or not 1 <= count <= 12:
        return None
    first = match["which"].lower() in ("first", "opening")
    offset = 0 if match["running"] else offset_of(match)
    return Calendar(unit="months", number=count if first else -count, year=year_of(match), year_offset=offset)


def _read_season(match: Match) -> Node | None:
    month = lex.SEASON_MONTHS[match["season"].lower()]
    return Calendar(unit="season", number=month, year=year_of(match), pick=pick_of(match), year_offset=offset_of(match))


def _read_decade(match: Match) -> Node | None:
    word = match["decade"].lower()
    year = lex.NUMBERS[re.sub("ies$", "y", word)] if word.isalpha() else int(word)
    year += 1900 if year < 100 else 0
    return Fixed(interval=calendars.years(year, year + 9))


def _read_century(match: Match) -> Node | None:
    number = int(match["number"])
    return Fixed(interval=calendars.years(100 * number - 99, 100 * number)) if 1 <= number <= 21 else None


_YEAR = rf"(?P<year>{lex.YEAR})"
_SEASON = rf"(?P<season>{lex.SEASON})"
_QUARTER = r"(?P<which>first|second|third|fourth|1st|2nd|3rd|4th)[-\s](?:fiscal[-\s])?quarter\b"
_DECADES = "twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties"
# "the second half" of a match or a sentence is none of a year.
_NOT_OF_ELSE = rf"(?! of (?!(?:the )?(?:fiscal )?(?:year )?{lex.YEAR}|last|this|next|the year))"

RULES: tuple[Rule, ...] = (
    rule(rf"\b(?:the )?(?:fiscal[-\s])?{_QUARTER}{PERIOD_TAIL}", _read_quarter, "unit", any_case=True),
    rule(rf"\b(?:the )?{_YEAR} {_QUARTER}", _read_quarter, "unit", any_case=True),
    rule(
        rf"\b(?:the )?(?P<which>last|final)[-\s]quarter of (?:{_YEAR}\b|(?P<offset>last|this|next) year\b)",
        _read_quarter,
        "unit",
        any_case=True,
    ),
    rule(rf"\bQ(?P<which>[1-4]){PERIOD_TAIL}(?!\w)", _read_quarter, "figure"),
    rule(rf"{lex.START}{_YEAR}[-\s]?Q(?P<which>[1-4])\b", _read_quarter, "figure"),
    rule(
        rf"\b(?:the )?(?P<which>first|second|latter)[-\s]half\b{_NOT_OF_ELSE}{PERIOD_TAIL}",
        _read_half,
        "half",
        any_case=True,
    ),
    rule(rf"\bH(?P<which>[12]) ?(?:of )?{_YEAR}\b", _read_half, "figure"),
    rule(
        rf"\b(?:the )?(?P<which>first|last|opening|final) (?P<count>{lex.NUMBER_WORD}|\d\d?) (?P<unit>months|quarters)"
        rf"(?: of (?:the year |fiscal )?{_YEAR}\b| (?P<running>of the year)\b|{OFFSET_AFTER})",
        _read_months,
        "unit",
        any_case=True,
    ),
    rule(rf"\b(?:the )?{_SEASON} (?:of )?{_YEAR}(?:(?:/|{lex.DASH})\d\d(?:\d\d)?)?\b", _read_season, "season"),
    rule(rf"\b(?:the )?{_SEASON} (?:of )?(?P<offset>last|this|next) year\b", _read_season, "season"),
    rule(rf"\b(?P<pick>last|past|this|next|coming) {_SEASON}\b", _read_season, "season", any_case=True),
    rule(
        r"\b(?:in|by|until|since) (?P<x>(?P<season>summer|winter|autumn))\b(?! of\b)",
        _read_season,
        "season",
        any_case=True,
    ),
    rule(
        r"\b(?:in|into|during|by|since|until|over|of|from) (?P<x>the (?:early |late )?"
        r"(?P<season>summer|winter|spring|autumn))\b(?! of\b)",
        _read_season,
        "season",
        any_case=True,
    ),
    rule(r"\b(?:the )?(?P<decade>(?:1[89]|20)\d0)[’']?s\b", _read_decade, "figure"),
    rule(r"(?<!\w)[’'](?P<decade>[2-9]0)s\b", _read_decade, "figure"),
    rule(rf"\bthe (?:early |late |mid-)?(?P<decade>{_DECADES})\b", _read_decade, "word", any_case=True),
    rule(r"\b(?:the )?(?P<number>\d\d?)(?:st|nd|rd|th)[-\s]century\b", _read_century, "unit"),
)
