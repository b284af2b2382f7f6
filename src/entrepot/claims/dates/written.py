"""What an expression says by itself or from the day of writing: calendar dates, relative dates, lengths of time.

A node answers `resolve` for a `Moment`.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from entrepot.claims.dates import calendars
from entrepot.claims.dates.moments import Moment, Unit, stretch
from entrepot.model.interval import Interval

_SOON = 62
"""Days: a day without a year and without a verb that tells is rather two months ahead than ten months back."""
_AT_HAND = 31
"""Days: so close ahead a day is meant even after a past tense ("extended to 20 November"); older days have a year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """A date that needs nothing but itself; `interval` is None where it is ambiguous or no day of the calendar."""

    interval: Interval | None

    def resolve(self, moment: Moment) -> Interval | None:
        """The interval as written."""
        return self.interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """A part of a year: a day, month, quarter, half, season, or the first or last `number` months.

    `year` may be missing. `number` is the month, or the number of the quarter or half, or a season's first month.
    `pick` is `last`, `this` or `next` where the text says so; `year_offset` counts years from the day of writing
    ("November last year" is -1).
    """

    unit: Unit
    number: int
    day: int = 0
    last_day: int = 0
    year: int | None = None
    pick: str = ""
    year_offset: int | None = None

    def within(self, year: int) -> Interval | None:
        """The interval of this part of the given year."""
        if self.unit == "day":
            first = calendars.calendar_day(year, self.number, self.day)
            last = calendars.calendar_day(year, self.number, self.last_day) if self.last_day else first
            if first is None or last is None or last < first:
                return None
            return calendars.one_day(first) if first == last else calendars.days(first, last, "range")
        if self.unit == "quarter":
            return calendars.months(year, 3 * self.number - 2, 3)
        if self.unit == "half":
            return calendars.months(year, 6 * self.number - 5, 6)
        if self.unit == "season":
            return calendars.months(year, self.number, 3)
        if self.unit == "months":
            return calendars.months(year, 1 if self.number > 0 else 13 + self.number, abs(self.number))
        if self.unit == "year":
            return calendars.years(year, year)
        return calendars.months(year, self.number)

    def resolve(self, moment: Moment) -> Interval | None:
        """The interval in the year that is written, meant by "last year", or nearest to the day of writing."""
        if self.year is not None:
            return self.within(self.year)
        if moment.day is None:
            return None
        if self.year_offset is not None:
            return self.within(moment.day.year + self.year_offset)
        if self.pick == "this":
            return self.within(moment.day.year)
        past, coming = self._beside(moment.day, future=False), self._beside(moment.day, future=True)
        if self.pick:
            return past if self.pick == "last" else coming
        if past is None or coming is None or past == coming:
            return past
        to_come = _days_between(moment.day, coming.start)
        if self.unit in ("quarter", "half"):
            return coming if moment.tense == "future" and to_come < _days_between(moment.day, past.end) else past
        if self.unit == "day" and to_come <= (_SOON if not moment.tense else _AT_HAND):
            return coming
        return coming if moment.tense == "future" else past

    def _beside(self, day: date, *, future: bool) -> Interval | None:
        """The latest that has begun, or the earliest that has not ended."""
        today = day.isoformat()
        # Eight years reach the next 29 February even across a century year.
        for step in range(-1, 9):
            found = self.within(day.year - step if not future else day.year + step)
            if found is None or found.start is None or found.end is None:
                continue
            running = found.start <= today <= found.end
            if running and self.pick and self.unit != "day":
                continue
            if running or (found.start > today if future else found.end < today):
                return found
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deictic:
    """A stretch counted from the day of writing: "yesterday", "last week", "this year", "three months ago"."""

    unit: Unit
    offset: int

    def resolve(self, moment: Moment) -> Interval | None:
        """The stretch, or None where the day of writing is unknown."""
        return None if moment.day is None else stretch(moment.day, self.unit, self.offset)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekday:
    """A day of the week; without `pick` the nearest past one, the day of writing included."""

    number: int
    pick: str = ""
    week: int | None = None
    """Weeks from that of the day of writing, where the text names the week ("Friday last week" is -1)."""

    def resolve(self, moment: Moment) -> Interval | None:
        """The day, or None where the day of writing is unknown."""
        if moment.day is None:
            return None
        back = (moment.day.weekday() - self.number) % 7
        if self.week is not None:
            back = moment.day.weekday() - self.number - 7 * self.week
        elif self.pick == "this":
            back = moment.day.weekday() - self.number
        elif self.pick == "next":
            back -= 7 * (1 if self.number < moment.day.weekday() or back == 0 else 2)
            back = back if back else -7
        elif self.pick == "last":
            back = back or 7
        elif moment.tense == "future" and back:
            back -= 7
        found = calendars.shift_days(moment.day, -back)
        return None if found is None else calendars.one_day(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunUp:
    """A number of months that end with a month: "the twelve months to June 2024"."""

    months: int
    end: Calendar

    def resolve(self, moment: Moment) -> Interval | None:
        """The run of months."""
        last = self.end.resolve(moment)
        if last is None or last.start is None or last.end is None:
            return None
        month = date.fromisoformat(last.start)
        year, first = calendars.shift_month(month.year, month.month, 1 - self.months)
        return calendars.months(year, first, self.months)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersianDay:
    """A day of the Solar Hijri calendar whose year is missing: the nearest past one."""

    month: int
    day: int

    def resolve(self, moment: Moment) -> Interval | None:
        """The latest such day that is not after the day of writing."""
        if moment.day is None:
            return None
        for year in range(moment.day.year - 621, moment.day.year - 631, -1):
            found = calendars.solar_hijri_day(year, self.month, self.day)
            if found is not None and found.start is not None and found.start <= moment.day.isoformat():
                return found
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoDate:
    """A length of time, a recurring time, or figures that look like a date and are none."""

    kind: Literal["duration", "set", "none"]

    def resolve(self, moment: Moment) -> Interval | None:
        """Nothing: only dates have an interval."""
        return None


def _days_between(day: date, other: str | None) -> int:
    return abs((date.fromisoformat(other) - day).days) if other else 10**6
