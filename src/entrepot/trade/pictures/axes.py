"""Axes: ticks at round numbers with their unit, months and years along the bottom."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from entrepot.trade.pictures.svg import Node, element, text_at, text_width

_SIZES = ((1e9, " billion"), (1e6, " million"), (1e3, " thousand"), (1.0, ""))
_ROUND = (1.0, 2.0, 5.0, 10.0)
_TICKS = 5
"""Steps wanted on a value axis: enough to read by, few enough to be quiet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The rectangle that a picture's data are drawn in, in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueAxis:
    """An axis of values from 0 to the last of its ticks; `divisor` and `unit` say what its numbers count."""

    ticks: tuple[float, ...]
    divisor: float
    unit: str

    @property
    def top(self) -> float:
        """The last tick."""
        return self.ticks[-1]

    def place(self, value: float, frame: Frame) -> float:
        """The height of a value in a frame, in pixels from the top of the picture."""
        return frame.bottom - frame.height * min(value / self.top, 1.0)

    def label(self, tick: float) -> str:
        """The tick's number in the axis' unit."""
        shown = tick / self.divisor
        return f"{shown:,.0f}" if shown == round(shown) else f"{shown:,.2f}".rstrip("0")


def value_axis(largest: float, currency: str) -> ValueAxis:
    """An axis that holds values up to the largest, its ticks at 1, 2 or 5 times a power of ten."""
    reach = largest if largest > 0 else 1.0
    rough = reach / _TICKS
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(factor * power for factor in _ROUND if factor * power >= rough * (1 - 1e-12))
    count = max(math.ceil(reach / step - 1e-9), 1)
    divisor, word = next((size, word) for size, word in _SIZES if step * count >= size or size == 1.0)
    return ValueAxis(ticks=tuple(step * place for place in range(count + 1)), divisor=divisor, unit=currency + word)


def draw_value_axis(axis: ValueAxis, frame: Frame) -> list[Node]:
    """Lines across the frame at each tick, their numbers on the left, the unit above."""
    drawn = [text_at(frame.left - 8, frame.top - 12, axis.unit, anchor="end" if len(axis.unit) < 8 else "start",
                     class_="soft")]  # fmt: skip
    if len(axis.unit) >= 8:
        drawn[0].set("x", "4")
    for tick in axis.ticks:
        y = axis.place(tick, frame)
        kind = "axis" if tick == 0 else "grid"
        drawn.append(element("line", x1=frame.left, x2=frame.right, y1=y, y2=y, class_=kind))
        drawn.append(text_at(frame.left - 8, y + 4, axis.label(tick), anchor="end", class_="soft"))
    return drawn


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthAxis:
    """Months side by side, each as wide; `first` and `last` are the first days of the outer months."""

    first: date
    last: date

    @property
    def months(self) -> int:
        """How many there are."""
        return months_between(self.first, self.last) + 1

    def place(self, month: date, frame: Frame) -> float:
        """The middle of a month."""
        return frame.left + frame.width * (months_between(self.first, month) + 0.5) / self.months

    def place_day(self, day: date, frame: Frame) -> float:
        """Where a day lies within its month."""
        share = (day.day - 1) / 31
        return frame.left + frame.width * (months_between(self.first, day) + share) / self.months


def months_between(first: date, last: date) -> int:
    """Months from one date's month to the other's."""
    return (last.year - first.year) * 12 + last.month - first.month


def draw_month_axis(axis: MonthAxis, frame: Frame) -> list[Node]:
    """A tick at each January and the year in the middle of its months; years that would touch are left out."""
    drawn: list[Node] = []
    free = -math.inf
    for year in range(axis.first.year, axis.last.year + 1):
        start, end = max(date(year, 1, 1), axis.first), min(date(year, 12, 1), axis.last)
        left = axis.place_day(date(start.year, start.month, 1), frame)
        right = axis.place_day(date(end.year, end.month, 1), frame) + frame.width / axis.months
        drawn.append(element("line", x1=left, x2=left, y1=frame.bottom, y2=frame.bottom + 5, class_="axis"))
        middle, half = (left + right) / 2, text_width("2022") / 2
        if middle - half > free:
            drawn.append(text_at(middle, frame.bottom + 18, str(year), anchor="middle", class_="soft"))
            free = middle + half + 4
    return drawn


def place_labels(wanted: Sequence[tuple[float, float]], left: float, right: float) -> list[tuple[float, int]]:
    """For each label, wanted at `x` with a width, its left edge and its lane, so that none lie over each other.

    A label begins at its x, or ends there where it would pass the right edge. The labels come in order of x.
    """
    ends: list[float] = []
    placed: list[tuple[float, int]] = []
    for x, width in wanted:
        start = x if x + width <= right else max(x - width, left)
        lane = next((at for at, end in enumerate(ends) if end <= start), len(ends))
        ends[lane : lane + 1] = [start + width]
        placed.append((start, lane))
    return placed
