"""When an expression is seen, and the calendar stretches around a day."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from entrepot.claims.dates import calendars
from entrepot.model.interval import Interval

Unit = Literal["day", "week", "weekend", "month", "months", "quarter", "half", "season", "year", "decade", "century"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """From where an expression is seen: `day` of writing if known, tense, and what was read before, latest last.

    `near` are the dates of the last few sentences, without "today" and the like, to which "the same day" may refer.
    """

    day: date | None
    tense: Literal["past", "future", ""] = ""
    before: tuple[Interval, ...] = ()
    near: tuple[Interval, ...] = ()


def stretch(day: date, unit: Unit, offset: int) -> Interval | None:
    """The day, week, month, quarter, half, year or decade that lies `offset` units from the one around `day`."""
    if unit in ("day", "week", "weekend"):
        found = calendars.shift_days(day, offset * (1 if unit == "day" else 7))
        if found is None or unit == "day":
            return None if found is None else calendars.one_day(found)
        around = calendars.week(found)
        if unit == "week" or around is None or around.end is None:
            return around
        sunday = date.fromisoformat(around.end)
        return calendars.days(date.fromordinal(sunday.toordinal() - 1), sunday, "range")
    if unit in ("month", "quarter", "half"):
        size = {"month": 1, "quarter": 3, "half": 6}[unit]
        year, month = calendars.shift_month(day.year, (day.month - 1) // size * size + 1, offset * size)
        return calendars.months(year, month, size)
    size = {"decade": 10, "century": 100}.get(unit, 1)
    first = day.year // size * size + offset * size + (1 if unit == "century" else 0)
    return calendars.years(first, first + size - 1)


def length_of(interval: Interval) -> int:
    """How many days an interval has; very many where it is open."""
    if interval.start is None or interval.end is None:
        return 10**6
    return (date.fromisoformat(interval.end) - date.fromisoformat(interval.start)).days + 1


def month_count(interval: Interval) -> int:
    """How many whole months an interval has; 0 where it begins or ends within one."""
    if interval.start is None or interval.end is None:
        return 0
    first, last = date.fromisoformat(interval.start), date.fromisoformat(interval.end)
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    whole = calendars.months(first.year, first.month, count)
    return count if whole is not None and (whole.start, whole.end) == (interval.start, interval.end) else 0
