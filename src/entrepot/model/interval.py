"""A stretch of days on which something happened, as closely as a text gives it."""

from dataclasses import dataclass
from typing import Literal

Granularity = Literal["day", "month", "year", "range"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """First and last day, both included, as ISO 8601 days; None at an end that is open ("since 2022" has no end).

    `granularity` says how closely the source dated it: "August 2025" is the 31 days of that month with granularity
    `month`, which is not the same statement as an event that lasted 31 days (`range`).
    """

    start: str | None
    end: str | None
    granularity: Granularity

    def overlaps(self, other: "Interval") -> bool:
        """True when at least one day may belong to both."""
        return (self.start or "") <= (other.end or "9999") and (other.start or "") <= (self.end or "9999")
