"""Two spans of equal calendar months, one before and one after a date."""

import re
from dataclasses import dataclass
from datetime import date

from entrepot.errors import CallError

_YEARS = range(1900, 2101)
"""Years that trade records can be of; the windows of earlier years that a question looks at stay dates then."""
_SPAN = re.compile(r"(\d{4})(?:-(\d{2}))?(?:/(\d{4})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A span of whole months: `start` is the first day of the first, `end` that of the last."""

    start: date
    end: date

    @property
    def months(self) -> int:
        """How many months the window holds."""
        return (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1

    @property
    def is_whole_years(self) -> bool:
        """Whether it holds whole calendar years, so that annual figures can fill it."""
        return self.start.month == 1 and self.end.month == 12

    def moved(self, years: int) -> "Window":
        """The same calendar months some years later, or earlier where `years` is negative."""
        return Window(
            start=self.start.replace(year=self.start.year + years), end=self.end.replace(year=self.end.year + years)
        )

    def list_months(self) -> list[date]:
        """The first days of its months, in order."""
        first = self.start.year * 12 + self.start.month - 1
        return [date(number // 12, number % 12 + 1, 1) for number in range(first, first + self.months)]

    def __str__(self) -> str:
        return f"{self.start:%Y-%m}" if self.start == self.end else f"{self.start:%Y-%m}/{self.end:%Y-%m}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two windows of the same calendar months, so that no season is taken for a change.

    Raises:
        CallError: the windows differ in their calendar months, or overlap.
    """

    before: Window
    after: Window

    def __post_init__(self) -> None:
        same = (self.before.start.month, self.before.months) == (self.after.start.month, self.after.months)
        if not same:
            raise CallError(
                f"The windows {self.before} and {self.after} do not hold the same calendar months, so a season could "
                "pass for a change; give two windows of equal months."
            )
        if self.before.end >= self.after.start:
            raise CallError(f"The window {self.before} must end before {self.after} begins.")

    @property
    def years_apart(self) -> int:
        """Years from one window to the other."""
        return self.after.start.year - self.before.start.year

    def placebo(self) -> "Comparison":
        """The same comparison at a date when there was nothing to find: it ends where this one begins."""
        return Comparison(before=self.before.moved(-self.years_apart), after=self.before)


def read_window(text: str) -> Window:
    """The window that "2021-03/2021-11", "2021", "2021/2022" or "2021-03" names.

    Raises:
        CallError: it names none.
    """
    found = _SPAN.fullmatch(text.strip())
    if found is None:
        raise CallError(f"{text!r} is no span of months; write FROM/TO like 2021-03/2021-11, or a year.")
    first_year, first_month, last_year, last_month = found.groups()
    try:
        start = date(int(first_year), int(first_month or 1), 1)
        end_month = last_month or (first_month if first_month and not last_year else "12")
        end = date(int(last_year or first_year), int(end_month), 1)
    except ValueError as error:
        raise CallError(f"{text!r} is no span of months: {error}; write FROM/TO like 2021-03/2021-11.") from error
    if start.year not in _YEARS or end.year not in _YEARS:
        raise CallError(f"The span {text!r} lies outside {_YEARS[0]} to {_YEARS[-1]}; check its years.")
    if end < start:
        raise CallError(f"The span {text!r} ends before it begins; change its ends round.")
    return Window(start=start, end=end)
