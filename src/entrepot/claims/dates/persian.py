"""Grammar of dates of the Solar Hijri calendar of Iran: "2 Shahrivar 1404", "1404/06/02", "the Iranian year 1403"."""

import re

from entrepot.claims.dates import calendars
from entrepot.claims.dates import lexicon as lex
from entrepot.claims.dates.nodes import Fixed, Node, PersianDay
from entrepot.claims.dates.rules import Match, Rule, rule


def _read_day(match: Match) -> Node | None:
    month = lex.SOLAR_HIJRI_MONTHS[match["month"].lower()]
    return Fixed(interval=calendars.solar_hijri_day(int(match["year"]), month, int(re.sub(r"\D", "", match["day"]))))


def _read_day_alone(match: Match) -> Node | None:
    day = int(re.sub(r"\D", "", match["day"]))
    return PersianDay(month=lex.SOLAR_HIJRI_MONTHS[match["month"].lower()], day=day)


def _read_numeric(match: Match) -> Node | None:
    year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    found = calendars.solar_hijri_day(year, month, day) if 1 <= month <= 12 else None
    return None if found is None else Fixed(interval=found)


def _read_month(match: Match) -> Node | None:
    month = lex.SOLAR_HIJRI_MONTHS[match["month"].lower()]
    return Fixed(interval=calendars.solar_hijri_month(int(match["year"]), month))


def _read_years(match: Match) -> Node | None:
    first = int(match["year"])
    last = int(match["last"]) if match["last"] else first
    last += first // 100 * 100 if last < 100 else 0
    return Fixed(interval=calendars.solar_hijri_years(first, last))


_DAY = rf"(?P<day>{lex.NTH})"
_MONTH = rf"(?P<month>{lex.PERSIAN_MONTH})"
_YEAR = rf"(?P<year>{lex.PERSIAN_YEAR})"
_YEARS = rf"{_YEAR}(?:(?:/|{lex.DASH})(?P<last>\d\d(?:\d\d)?))?\b"
_CALENDAR = r"(?:Iranian|Persian|[Ss]olar)(?: (?:calendar|Hijri|fiscal|solar)){0,2}"

RULES: tuple[Rule, ...] = (
    rule(rf"{lex.START}{_DAY} (?:of )?{_MONTH},? {_YEAR}\b", _read_day, "figure"),
    rule(rf"{lex.START}{_DAY} (?:of )?{_MONTH}\b", _read_day_alone, "figure"),
    rule(rf"\b{_MONTH} {_DAY},? {_YEAR}\b", _read_day, "figure"),
    rule(
        rf"{lex.START}{_YEAR}(?P<mark>[-/])(?P<month>\d\d?)(?P=mark)(?P<day>\d\d?){lex.STOP}", _read_numeric, "figure"
    ),
    rule(rf"\b{_MONTH} {_YEAR}\b", _read_month, "figure"),
    rule(rf"\b(?:[Tt]he )?{_CALENDAR} year (?:of )?{_YEARS}", _read_years, "figure"),
    # A bare figure is an Iranian year only where the Gregorian one follows in brackets, or the era.
    rule(
        rf"\b(?:in|year|of|during) (?P<x>{_YEARS})(?= ?\((?:20\d\d|19\d\d|{lex.MONTH}|from|\d))", _read_years, "figure"
    ),
    rule(rf"{lex.START}(?P<x>{_YEARS}) (?:SH|AP|A\.?H\.?S\.?|Hijri Shamsi|Shamsi)\b", _read_years, "figure"),
)
