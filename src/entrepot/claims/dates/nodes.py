"""What an expression says before it is known when it was written: calendar dates, relative dates, lengths of time.

A node answers `resolve` for a `Moment`: the day of writing, the tense of the sentence, the dates read before it.
"""

from dataclasses import dataclass, replace
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
class Same:
    """The unit of a date read before: "that year", "the same month", "the same nine months" (`count` 9)."""

    unit: Unit
    count: int = 1
    shift: int = 0

    def resolve(self, moment: Moment) -> Interval | None:
        """The unit around the latest date that is at least as closely dated, moved by `shift` units."""
        for earlier in reversed(moment.near if self.unit in ("day", "week") else moment.before):
            if earlier.start is None or earlier.end is None:
                continue
            if self.unit == "months":
                if _month_count(earlier) == self.count or not self.count:
                    return earlier
            elif _length(earlier) <= _LONGEST[self.unit]:
                return stretch(date.fromisoformat(earlier.start), self.unit, self.shift)
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class YearBack:
    """The same stretch a year before: "three times as much as a year earlier" after "the first nine months of 2023"."""

    spoken: bool
    """True for "ago", which without a stretch to compare counts from the day of writing."""

    def resolve(self, moment: Moment) -> Interval | None:
        """The latest stretch of one to twelve months moved back a year; else the year before."""
        for earlier in reversed(moment.before[-4:]):
            if 27 < _length(earlier) <= 366:
                return calendars.shift_year(earlier, -1)
            if not self.spoken and earlier.start is not None:
                return calendars.years(int(earlier.start[:4]) - 1, int(earlier.start[:4]) - 1)
        return None if moment.day is None else stretch(moment.day, "year", -1)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoDate:
    """A length of time, a recurring time, or figures that look like a date and are none."""

    kind: Literal["duration", "set", "none"]

    def resolve(self, moment: Moment) -> Interval | None:
        """Nothing: only dates have an interval."""
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfThatYear:
    """A day or month "of that year", the year of the date read before."""

    part: Calendar

    def resolve(self, moment: Moment) -> Interval | None:
        """The day or month in the year of the latest date before it."""
        for earlier in reversed(moment.before):
            if earlier.start is not None:
                return self.part.within(int(earlier.start[:4]))
        return None


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
class SameIn:
    """The stretch read before, in another year: "the same period of 2023", "the same months last year"."""

    year: int | None
    year_offset: int | None

    def resolve(self, moment: Moment) -> Interval | None:
        """The latest stretch of one to twelve whole months, moved to that year; the whole year where none was read."""
        for earlier in reversed(moment.before):
            if earlier.start is None or not 1 <= _month_count(earlier) <= 12:
                continue
            own = int(earlier.start[:4])
            if self.year is not None:
                return calendars.shift_year(earlier, self.year - own)
            if moment.day is not None and self.year_offset is not None:
                return calendars.shift_year(earlier, moment.day.year + self.year_offset - own)
            return calendars.shift_year(earlier, -1)
        if self.year is not None:
            return calendars.years(self.year, self.year)
        if moment.day is None or self.year_offset is None:
            return None
        return stretch(moment.day, "year", self.year_offset)


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
class AnyBefore:
    """The date read before, however closely dated: "since then"."""

    def resolve(self, moment: Moment) -> Interval | None:
        """The latest date before it."""
        return moment.before[-1] if moment.before else None


_SOON = 62
"""Days: a day without a year and without a verb that tells is rather two months ahead than ten months back."""
_AT_HAND = 31
"""Days: so close ahead a day is meant even after a past tense ("extended to 20 November"); older days have a year."""
Node = (
    Fixed
    | Calendar
    | Deictic
    | Weekday
    | Same
    | YearBack
    | OfThatYear
    | RunUp
    | SameIn
    | PersianDay
    | AnyBefore
    | NoDate
)
FROM_TEXT = (Same, OfThatYear, AnyBefore)
"""Nodes that only another date of the text can settle."""

_LONGEST: dict[str, int] = {"day": 1, "week": 7, "month": 31, "quarter": 92, "half": 184, "year": 366, "decade": 3660}


def with_year(node: Node, year: int) -> Node:
    """The same part of a year, now of a known year."""
    return replace(node, year=year) if isinstance(node, Calendar) else node


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


def _days_between(day: date, other: str | None) -> int:
    return abs((date.fromisoformat(other) - day).days) if other else 10**6


def _length(interval: Interval) -> int:
    if interval.start is None or interval.end is None:
        return 10**6
    return (date.fromisoformat(interval.end) - date.fromisoformat(interval.start)).days + 1


def _month_count(interval: Interval) -> int:
    """How many whole months an interval has; 0 where it begins or ends within one."""
    if interval.start is None or interval.end is None:
        return 0
    first, last = date.fromisoformat(interval.start), date.fromisoformat(interval.end)
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    whole = calendars.months(first.year, first.month, count)
    return count if whole is not None and (whole.start, whole.end) == (interval.start, interval.end) else 0
