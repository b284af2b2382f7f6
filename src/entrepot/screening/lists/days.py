"""Dates as lists print them, in whatever order and however little of them is known."""

import re
from calendar import monthrange
from datetime import date
from functools import cache
from typing import Literal

Order = Literal["dmy", "mdy"]

_MONTHS = {
    month[:3]: number
    for number, month in enumerate(
        "january february march april may june july august september october november december".split(), start=1
    )
}
_ABOUT = re.compile(
    r"\b(?:circa|approximately|approx|about|around|born|possibly|in|on|the|early|late|mid|between|from|dob)\b[.,:]?|"
    r"^ca?\.\s?|~",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s+(?:to|and|until)\s+|\s+[-–—]\s+|(?<=\d{4})\s*[-–—/]\s*(?=\d{4}$)", re.IGNORECASE)
_OR = re.compile(r"\s*\(?\s*\bor\s+|\s*;\s*|\s+/\s+|(?<=\d{4}),\s*(?=\d{4}\b)", re.IGNORECASE)
_OTHER_CALENDAR = re.compile(r"[\d./-]+ \((?:Iranian )?Hijri[^)]*\)[,;]?\s*|\s*\(Gregorian[^)]*\)", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T[\d:.+Z-]+)?")
_NUMERIC = re.compile(r"(\d{1,2}|dd|mm)[/.](\d{1,2}|dd|mm)[/.](\d{4})(?: 0?0:00(?::00)?)?", re.IGNORECASE)
_MONTH_YEAR = re.compile(r"(\d{2})[/.](\d{4})")
_WORDED = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?[ -])?([A-Za-z]{3,9})\.?,?[ -](\d{4})")
_WORDED_US = re.compile(r"([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})")
_DECADE = re.compile(r"(\d{3})0'?s")
_EARLIEST_YEAR = 1850
"""Years before belong to other calendars (1402 of the Hijra), never to a person who is listed."""


@cache
def read_births(printed: str, order: Order = "dmy") -> tuple[str, ...]:
    """The days, months, years or spans that a date of birth says, in ISO form; empty where it was not understood.

    Several joined by "or" give several; "circa" and "approximately" are left out.
    """
    plain = " ".join(printed.split())
    if "gregorian" in plain.lower():
        plain = _OTHER_CALENDAR.sub("", plain)
    found = [_span(part.strip(), order) for part in _OR.split(plain) if part.strip()]
    return tuple(dict.fromkeys(found)) if found and all(found) else ()


@cache
def read_day(printed: str, order: Order = "dmy") -> date | None:
    """The day that is printed, None where it is no full date."""
    iso = _moment(" ".join(printed.split()).rstrip("."), order)
    return date.fromisoformat(iso) if len(iso) == 10 else None


def _span(printed: str, order: Order) -> str:
    plain = " ".join(_ABOUT.sub(" ", printed).split()).strip(" .,()")
    decade = _DECADE.fullmatch(plain)
    if decade:
        return f"{decade[1]}0/{decade[1]}9"
    ends = [end.strip(" .,") for end in _BETWEEN.split(plain, maxsplit=1)]
    if len(ends) == 1:
        return _moment(plain, order)
    # "Between Aug. and Sep. 1977": the first end lacks the year of the second.
    first = _moment(ends[0], order) or _moment(f"{ends[0]} {ends[1][-4:]}", order)
    last = _moment(ends[1], order)
    if not first or not last:
        return ""
    return first if first == last else f"{first}/{last}"


def _moment(printed: str, order: Order) -> str:
    if match := _ISO.fullmatch(printed):
        return _iso(match[1], match[2], match[3])
    if match := _NUMERIC.fullmatch(printed):
        day, month = (match[1], match[2]) if order == "dmy" else (match[2], match[1])
        return _iso(match[3], _known(month), _known(day))
    if match := _MONTH_YEAR.fullmatch(printed):
        return _iso(match[2], match[1], None)
    if match := _WORDED_US.fullmatch(printed):
        return _iso(match[3], _month(match[1]), match[2])
    if match := _WORDED.fullmatch(printed):
        return _iso(match[3], _month(match[2]), match[1])
    return ""


def _known(part: str) -> str | None:
    """UK lists print "dd", "mm" or "00" for what they do not know."""
    return part if part.isdigit() and int(part) else None


def _month(word: str) -> str:
    return str(_MONTHS.get(word[:3].lower(), 99))


def _iso(year: str, month: str | None, day: str | None) -> str:
    number = int(year)
    if number < _EARLIEST_YEAR:
        return ""
    if month is None:
        return year
    if not 1 <= int(month) <= 12:
        return ""
    if day is None:
        return f"{year}-{int(month):02}"
    if not 1 <= int(day) <= monthrange(number, int(month))[1]:
        return ""
    return f"{year}-{int(month):02}-{int(day):02}"
