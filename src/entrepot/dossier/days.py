"""Intervals in words, as closely as the report dated them and no closer."""

import re

from entrepot.model.document import Published
from entrepot.model.interval import Granularity, Interval

PRINTED = re.compile(r"(?P<start>\d{4}-\d\d-\d\d)?(?P<ranged>/)?(?P<end>\d{4}-\d\d-\d\d)?\Z", re.ASCII)
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def phrase_day(day: str) -> str:
    """An ISO day as "20 August 2025"; anything that is no ISO day as it stands."""
    parts = day.split("-")
    if len(parts) != 3 or not all(part.isdigit() for part in parts) or not 1 <= int(parts[1]) <= 12:
        return day
    return f"{int(parts[2])} {MONTHS[int(parts[1]) - 1]} {parts[0]}"


def read_interval(printed: str) -> Interval | None:
    """The interval of "2025-08-20", "2025-08-01/2025-08-31", "/2025-08-31" or "2025-08-01/"; None for other text."""
    found = PRINTED.match(printed)
    if not found or not (found["start"] or found["end"]):
        return None
    start, end = found["start"], found["end"] if found["ranged"] else found["start"]
    if start and end:
        return span_days(start, end)
    return Interval(start=start, end=end, granularity="range")


def published_interval(published: Published) -> Interval:
    """The days on which a report may have been published."""
    return Interval(start=published.start, end=published.end, granularity=published.granularity)


def span_days(start: str, end: str) -> Interval:
    """The days from the first to the last, as a month or a year where they are exactly that."""
    granularity: Granularity = "day" if start == end else "range"
    if (start[4:], end[4:]) == ("-01-01", "-12-31"):
        granularity = "year"
    elif start[:7] == end[:7] and start.endswith("-01") and end.endswith(("-28", "-29", "-30", "-31")):
        granularity = "month"
    return Interval(start=start, end=end, granularity=granularity)


def phrase_interval(interval: Interval) -> str:
    """The interval in words: "August 2025", "2023", "since 24 February 2022", "1 to 31 March 2025"."""
    start, end = interval.start, interval.end
    if start is None and end is None:
        return "no date"
    if end is None:
        return f"since {phrase_day(start or '')}"
    if start is None:
        return f"until {phrase_day(end)}"
    if start == end:
        return phrase_day(start)
    if interval.granularity == "year" and start[:4] == end[:4]:
        return start[:4]
    if interval.granularity == "month" and start[:7] == end[:7]:
        return phrase_day(start).partition(" ")[2]
    return _phrase_range(start, end)


def _phrase_range(start: str, end: str) -> str:
    first, last = phrase_day(start), phrase_day(end)
    if start[:7] == end[:7]:
        first = first.partition(" ")[0]
    elif start[:4] == end[:4]:
        first = first.rpartition(" ")[0]
    return f"{first} to {last}"
