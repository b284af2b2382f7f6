"""What an expression says by pointing to another date of the text: "that year", "the same nine months"."""

from dataclasses import dataclass
from datetime import date

from entrepot.claims.dates import calendars
from entrepot.claims.dates.moments import Moment, Unit, length_of, month_count, stretch
from entrepot.claims.dates.written import Calendar
from entrepot.model.interval import Interval

_LONGEST: dict[str, int] = {"day": 1, "week": 7, "month": 31, "quarter": 92, "half": 184, "year": 366, "decade": 3660}


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
                if month_count(earlier) == self.count or not self.count:
                    return earlier
            elif length_of(earlier) <= _LONGEST[self.unit]:
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
            if 27 < length_of(earlier) <= 366:
                return calendars.shift_year(earlier, -1)
            if not self.spoken and earlier.start is not None:
                return calendars.years(int(earlier.start[:4]) - 1, int(earlier.start[:4]) - 1)
        return None if moment.day is None else stretch(moment.day, "year", -1)


@dataclass(frozen=True, slots=True, kw_only=True)
class SameIn:
    """The stretch read before, in another year: "the same period of 2023", "the same months last year"."""

    year: int | None
    year_offset: int | None

    def resolve(self, moment: Moment) -> Interval | None:
        """The latest stretch of one to twelve whole months, moved to that year; the whole year where none was read."""
        for earlier in reversed(moment.before):
            if earlier.start is None or not 1 <= month_count(earlier) <= 12:
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
class AnyBefore:
    """The date read before, however closely dated: "since then"."""

    def resolve(self, moment: Moment) -> Interval | None:
        """The latest date before it."""
        return moment.before[-1] if moment.before else None
