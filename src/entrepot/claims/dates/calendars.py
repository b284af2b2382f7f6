"""Stretches of days from parts of a calendar, Gregorian and Solar Hijri."""

from calendar import monthrange
from datetime import date, timedelta

from entrepot.model.interval import Granularity, Interval

# Years in which the 33-year cycle of the Solar Hijri calendar breaks: K. M. Borkowski, "The Persian calendar for 3000
# years", Earth, Moon, and Planets 74 (1996), 223-230. The rule agrees with the observed equinoxes of these years.
_CYCLE_BREAKS = (
    -61,
    9,
    38,
    199,
    426,
    686,
    756,
    818,
    1111,
    1181,
    1210,
    1635,
    2060,
    2097,
    2192,
    2262,
    2324,
    2394,
    2456,
    3178,
)


def days(first: date, last: date, granularity: Granularity) -> Interval:
    """The interval between two days, both included."""
    return Interval(start=first.isoformat(), end=last.isoformat(), granularity=granularity)


def one_day(day: date) -> Interval:
    """The interval of one day."""
    return days(day, day, "day")


def months(year: int, month: int, count: int = 1) -> Interval | None:
    """The interval of `count` months from a month on; one month has granularity `month`. None outside the calendar."""
    last_year, last_month = shift_month(year, month, count - 1)
    if not (year >= 1 and last_year <= 9999):
        return None
    last = date(last_year, last_month, monthrange(last_year, last_month)[1])
    return days(date(year, month, 1), last, "month" if count == 1 else "range")


def years(first: int, last: int) -> Interval | None:
    """The interval of whole years; a single one has granularity `year`. None outside the calendar."""
    if not 1 <= first <= last <= 9999:
        return None
    return days(date(first, 1, 1), date(last, 12, 31), "year" if first == last else "range")


def week(day: date) -> Interval | None:
    """The week, Monday to Sunday, to which a day belongs. None at the edge of the calendar."""
    monday = shift_days(day, -day.weekday())
    sunday = shift_days(day, 6 - day.weekday())
    return None if monday is None or sunday is None else days(monday, sunday, "range")


def calendar_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def shift_month(year: int, month: int, by: int) -> tuple[int, int]:
    """The year and month that lie `by` months later."""
    total = year * 12 + month - 1 + by
    return total // 12, total % 12 + 1


def shift_days(day: date, by: int) -> date | None:
    """The day that lies `by` days later, or None outside the calendar."""
    ordinal = day.toordinal() + by
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None


def shift_year(interval: Interval, by: int) -> Interval | None:
    """The same days `by` years later; 29 February becomes 28 February, the end of a month stays one."""
    if interval.start is None or interval.end is None:
        return None
    first, last = date.fromisoformat(interval.start), date.fromisoformat(interval.end)
    if not (first.year + by >= 1 and last.year + by <= 9999):
        return None
    month_end = last.day == monthrange(last.year, last.month)[1] and interval.granularity != "day"
    longest = monthrange(last.year + by, last.month)[1]
    shifted_first = date(first.year + by, first.month, min(first.day, monthrange(first.year + by, first.month)[1]))
    return days(
        shifted_first,
        date(last.year + by, last.month, longest if month_end else min(last.day, longest)),
        interval.granularity,
    )


def part_of(interval: Interval, part: str) -> Interval | None:
    """The first, second or last third of a year, month or longer stretch for "early", "mid" and "late"."""
    if interval.start is None or interval.end is None or part not in ("early", "mid", "late"):
        return interval
    first, last = date.fromisoformat(interval.start), date.fromisoformat(interval.end)
    third = ("early", "mid", "late").index(part)
    if interval.granularity == "year":
        return months(first.year, 1 + 4 * third, 4)
    if interval.granularity == "month":
        begin = first + timedelta(days=10 * third)
        return days(begin, last if third == 2 else begin + timedelta(days=9), "range")
    if interval.granularity == "day":
        return interval
    length = (last - first).days + 1
    if length > 1000:
        # Of a decade the first four years are early, the last three late.
        return years(first.year + (0, 4, 7)[third], first.year + (3, 6, 9)[third])
    begin = first + timedelta(days=length * third // 3)
    return days(begin, first + timedelta(days=length * (third + 1) // 3 - 1), "range")


def nowruz(year: int) -> date | None:
    """The first day of a Solar Hijri year, for the years 1 to 2000; None outside them."""
    if not 1 <= year <= 2000:
        return None
    leaps, previous, jump = -14, _CYCLE_BREAKS[0], 0
    for following in _CYCLE_BREAKS[1:]:
        jump = following - previous
        if year < following:
            break
        leaps += jump // 33 * 8 + jump % 33 // 4
        previous = following
    passed = year - previous
    leaps += passed // 33 * 8 + (passed % 33 + 3) // 4
    if jump % 33 == 4 and jump - passed == 4:
        leaps += 1
    gregorian = year + 621
    gregorian_leaps = gregorian // 4 - (gregorian // 100 + 1) * 3 // 4 - 150
    return date(gregorian, 3, 20 + leaps - gregorian_leaps)


def solar_hijri_month(year: int, month: int) -> Interval | None:
    """The Gregorian days of a month of the Solar Hijri calendar."""
    begin, following = nowruz(year), nowruz(year + 1)
    if begin is None or following is None:
        return None
    before = 31 * (month - 1) if month <= 7 else 186 + 30 * (month - 7)
    first = begin + timedelta(days=before)
    length = 31 if month <= 6 else 30
    last = following - timedelta(days=1) if month == 12 else first + timedelta(days=length - 1)
    return days(first, last, "range")


def solar_hijri_day(year: int, month: int, day: int) -> Interval | None:
    """The Gregorian day of a date of the Solar Hijri calendar; None where that month has no such day."""
    interval = solar_hijri_month(year, month)
    if interval is None or interval.start is None or interval.end is None:
        return None
    found = date.fromisoformat(interval.start) + timedelta(days=day - 1)
    return one_day(found) if day >= 1 and found.isoformat() <= interval.end else None


def solar_hijri_years(first: int, last: int) -> Interval | None:
    """The Gregorian days from the first Nowruz to the eve of the Nowruz after the last year."""
    begin, following = nowruz(first), nowruz(last + 1)
    if begin is None or following is None or last < first:
        return None
    return days(begin, following - timedelta(days=1), "range")
