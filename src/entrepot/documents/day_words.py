"""Days written out in a line: `20 August 2025`, `Aug. 20, 2025`, `09.Jan.2026`, `2025-08-20`, `2 Shahrivar 1404`."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from entrepot.documents.given import month_bounds
from entrepot.model.interval import Granularity

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_IRANIAN_YEAR = "farvardin ordibehesht khordad tir mordad shahrivar mehr aban azar dey bahman esfand"
_IRANIAN = tuple(_IRANIAN_YEAR.split())
_DAY = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?"

DAY_WORDS = re.compile(
    r"(?<![\w.])(?:"
    rf"{_DAY.format('d1')}[ .\-/]{{1,2}}(?:of )?{_MONTH.format('m1')}[ .,\-/]{{1,2}}(?P<y1>\d{{4}})"
    rf"|{_MONTH.format('m2')} {{1,2}}{_DAY.format('d2')},? {{1,2}}(?P<y2>\d{{4}})"
    r"|(?P<y3>\d{4})[-/.](?P<m3>\d{1,2})[-/.](?P<d3>\d{1,2})"
    r"|(?P<d4>\d{1,2})\.(?P<m4>\d{1,2})\.(?P<y4>\d{4})"
    r"|(?P<d5>\d{1,2})/(?P<m5>\d{1,2})/(?P<y5>\d{4})"
    rf"|(?P<d6>\d{{1,2}}) (?P<m6>{'|'.join(_IRANIAN)}) (?P<y6>1[34]\d{{2}})"
    r")(?![\w])",
    re.IGNORECASE,
)
MONTH_WORDS = re.compile(rf"(?<![\w.]){_MONTH.format('m')} (?P<y>(?:19|20)\d{{2}})(?!\w)", re.IGNORECASE)
# Nowruz of the Iranian year 1300; years are counted on from there.
_NOWRUZ_1300 = date(1921, 3, 21)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDay:
    """A day or month in a line, where it stands, and what it is."""

    at: int
    end_at: int
    start: str
    end: str
    granularity: Granularity


def find_days(text: str) -> list[FoundDay]:
    """Every full date in `text`, then every month with its year that is not part of one.

    A date of numbers only is left out where day and month could be exchanged (03/04/2024): no reading is sure.
    """
    found = [day for match in DAY_WORDS.finditer(text) if (day := _day(match)) is not None]
    taken = [(match.start(), match.end()) for match in DAY_WORDS.finditer(text)]
    months = [
        _month(match)
        for match in MONTH_WORDS.finditer(text)
        if not any(start <= match.start() < end for start, end in taken)
    ]
    return [*found, *months]


def month_number(name: str) -> int:
    """1 to 12 for an English month or its abbreviation, 0 for anything else."""
    short = name[:3].lower()
    return _MONTHS.index(short) + 1 if short in _MONTHS else 0


def to_iso_day(year: int, month: int, day: int) -> str:
    """The ISO day, or an empty string where the calendar has no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def iranian_to_iso_day(year: int, month: int, day: int) -> str:
    """The Gregorian day of a Solar Hijri date, by the 33-year rule that holds from 1178 to 1633."""
    if not (1300 <= year <= 1500 and 1 <= month <= 12 and 1 <= day <= 31) or (month > 6 and day > 30):
        return ""
    days = sum(366 if _is_iranian_leap(one) else 365 for one in range(1300, year))
    days += (month - 1) * 31 - max(0, month - 7) + day - 1
    return (_NOWRUZ_1300 + timedelta(days=days)).isoformat()


def _is_iranian_leap(year: int) -> bool:
    return (25 * year + 11) % 33 < 8


def _month(match: re.Match[str]) -> FoundDay:
    start, end = month_bounds(int(match["y"]), month_number(match["m"]))
    return FoundDay(at=match.start(), end_at=match.end(), start=start, end=end, granularity="month")


def _day(match: re.Match[str]) -> FoundDay | None:
    iso = _iso_of(match)
    if not iso:
        return None
    return FoundDay(at=match.start(), end_at=match.end(), start=iso, end=iso, granularity="day")


def _iso_of(match: re.Match[str]) -> str:
    if match["y6"]:
        month = _IRANIAN.index(match["m6"].lower()) + 1
        return iranian_to_iso_day(int(match["y6"]), month, int(match["d6"]))
    for form in ("1", "2"):
        if match["y" + form]:
            return to_iso_day(int(match["y" + form]), month_number(match["m" + form]), int(match["d" + form]))
    for form in ("3", "4"):
        if match["y" + form]:
            return to_iso_day(int(match["y" + form]), int(match["m" + form]), int(match["d" + form]))
    day, month, year = int(match["d5"]), int(match["m5"]), int(match["y5"])
    if day > 12:
        return to_iso_day(year, month, day)
    return to_iso_day(year, day, month) if month > 12 or month == day else ""
