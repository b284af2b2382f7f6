"""Three lanes above one axis of days, as SVG in the manner of the dossier's charts: attributes and classes only."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from entrepot.dossier.days import MONTHS
from entrepot.dossier.markup import Html, element
from entrepot.store.browsing_timeline import EventBar, EventCount, Unit
from entrepot.web.days import read_day
from entrepot.web.timeline_lanes import Mark

WIDTH: Final = 960.0
NAME: Final = 16.0
"""Height of a lane's name above it."""
COLUMNS: Final = 70.0
"""Height of the highest column."""
ROW: Final = 15.0
BAR: Final = 7.0
MAX_BARS: Final = 30
LEFT: Final = 72.0
"""Room for the names of rows, to the left of the days."""
RIGHT: Final = 6.0
"""Room for what happened on the last day, which is drawn wider than a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """The days from `first` to `last`, both included, across the drawing."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it holds."""
        return (self.last - self.first).days + 1

    @property
    def unit(self) -> Unit:
        """What a column stands for, so that there are neither too few nor too many."""
        bounds: tuple[tuple[int, Unit], ...] = ((92, "day"), (800, "week"), (20 * 366, "month"))
        return next((unit for bound, unit in bounds if self.days <= bound), "year")

    def place(self, day: date, *, after: bool = False) -> float:
        """Where a day begins, or ends, across the drawing; days outside lie on its edge."""
        days = (max(day, self.first) - self.first).days + (1 if after else 0)
        return LEFT + min(days, self.days) / self.days * (WIDTH - LEFT - RIGHT)

    def list_ticks(self) -> list[tuple[date, str]]:
        """First days of years or months with their names, no more than fit."""
        if self.days > 800:
            step = max(1, -(-(self.last.year - self.first.year + 1) // 14))
            years = range(self.first.year + (self.first != date(self.first.year, 1, 1)), self.last.year + 1)
            return [(date(year, 1, 1), str(year)) for year in years if year % step == 0]
        months = [_month(number) for number in range(_number(self.first), _number(self.last) + 1)]
        step = max(1, -(-len(months) // 14))
        return [(day, _tick_name(day)) for day in months[::step] if day >= self.first]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lanes:
    """What is drawn: events as columns or, where they are few, as bars; measures and records by row."""

    axis: Axis
    counts: Sequence[EventCount]
    bars: Sequence[EventBar]
    measures: Sequence[Mark]
    records: Sequence[Mark]
    names: Mapping[str, str]


def draw_lanes(lanes: Lanes, label: str) -> Html:
    """The three lanes; `label` says in words what the picture shows."""
    drawn: list[Html] = []
    top = 0.0
    events, height = _draw_bars(lanes, top) if lanes.bars else _draw_columns(lanes, top)
    drawn += [_name("Events", top), *events]
    top = height + 10
    for name, marks in (("Measures", lanes.measures), ("Customs records", lanes.records)):
        if not marks:
            continue
        rows, height = _draw_rows(lanes, marks, top + NAME)
        drawn += [_name(name, top), *rows]
        top = height + 10
    svg = element(
        "svg",
        element("g", _draw_grid(lanes.axis, top), class_="grid"),
        drawn,
        viewBox=f"0 0 {_round(WIDTH)} {_round(top + 16)}",
        width=_round(WIDTH),
        role="img",
        aria_label=label,
        class_="lanes",
    )
    return element("div", svg, class_="scroll", tabindex=0, role="region", aria_label="Timeline")


def _draw_columns(lanes: Lanes, top: float) -> tuple[list[Html], float]:
    """A column a unit, its contested part darker at the foot."""
    base = top + NAME + COLUMNS
    most = max((one.events for one in lanes.counts), default=0)
    drawn = [
        element("line", x1=_round(LEFT), x2=_round(WIDTH), y1=_round(base), y2=_round(base), class_="base"),
        element("text", f"{most:,}", x=_round(LEFT - 6), y=_round(top + NAME + 9), text_anchor="end"),
    ]
    for one in lanes.counts:
        start = date.fromisoformat(one.start)
        left, right = lanes.axis.place(start), lanes.axis.place(next_start(start, lanes.axis.unit))
        width = max(right - left - 0.6, 1.0)
        for number, kind in ((one.events, "column"), (one.contested, "column-contested")):
            if number:
                height = number / most * COLUMNS
                drawn.append(_rectangle(left, base - height, width, height, kind))
    return drawn, base


def _draw_bars(lanes: Lanes, top: float) -> tuple[list[Html], float]:
    """A bar an event, above one another where they overlap; an open end is a thin line to the edge."""
    ends: list[float] = []
    drawn = []
    for one in lanes.bars:
        first, last = read_day(one.first), read_day(one.last)
        if first is None and last is None:
            continue
        known = first or last or lanes.axis.first
        left = lanes.axis.place(known)
        right = max(lanes.axis.place(last, after=True) if last else left + 3, left + 3)
        lane = next((at for at, free in enumerate(ends) if free <= left), len(ends))
        lane = min(lane, MAX_BARS - 1)
        ends += [0.0] * (lane + 1 - len(ends))
        ends[lane] = right + 2
        y = top + NAME + 4 + lane * BAR
        drawn.append(_rectangle(left, y, right - left, 5, "bar-contested" if one.is_contested else "bar-day"))
        if first is None or last is None:
            drawn.append(_open_end(lanes.axis, left, right, y, first is None))
    return drawn, top + NAME + 4 + max(len(ends), 1) * BAR


def _open_end(axis: Axis, left: float, right: float, y: float, is_before: bool) -> Html:
    """A short thin line on the side on which nobody says when it began or ended."""
    start, end = (
        (max(left - 18, LEFT), left) if is_before else (right, min(right + 18, axis.place(axis.last, after=True)))
    )
    return _rectangle(start, y + 2, max(end - start, 0.0), 1, "bar-since")


def _draw_rows(lanes: Lanes, marks: Sequence[Mark], top: float) -> tuple[list[Html], float]:
    """A row for each territory or set of records: days as ticks, stretches as bars; what lies outside is left out."""
    rows: dict[str, list[Mark]] = {}
    for mark in marks:
        rows.setdefault(mark.row, []).append(mark)
    drawn: list[Html] = []
    y = top
    for row, found in sorted(rows.items(), key=lambda item: (-len(item[1]), item[0])):
        drawn.append(element("text", lanes.names.get(row, row), x=0, y=_round(y + 11), class_="row-name"))
        drawn.append(
            element("line", x1=_round(LEFT), x2=_round(WIDTH), y1=_round(y + 14), y2=_round(y + 14), class_="base")
        )
        drawn += _draw_marks(lanes.axis, found, y)
        y += ROW
    return drawn, max(y, top + 4)


def _draw_marks(axis: Axis, marks: Iterable[Mark], y: float) -> list[Html]:
    """Each place of a row once, whatever falls on it."""
    drawn: dict[tuple[float, float, str], Html] = {}
    for mark in marks:
        left = axis.place(mark.first)
        right = max(axis.place(mark.last, after=True), left + 2.4)
        spot = (round(left, 1), round(right, 1), mark.kind)
        drawn.setdefault(spot, _rectangle(left, y + 3, right - left, 10, f"mark-{mark.kind}"))
    return list(drawn.values())


def _draw_grid(axis: Axis, height: float) -> list[Html]:
    drawn = []
    for day, name in axis.list_ticks():
        x = _round(axis.place(day))
        drawn.append(element("line", x1=x, x2=x, y1=_round(NAME), y2=_round(height)))
        drawn.append(element("text", name, x=x, y=_round(height + 12)))
    return drawn


def next_start(day: date, unit: Unit) -> date:
    """The first day of the unit after the one that begins on this day."""
    if unit == "day":
        return day + timedelta(days=1)
    if unit == "week":
        return day + timedelta(days=7)
    return _month(_number(day) + (1 if unit == "month" else 12))


def _name(text: str, top: float) -> Html:
    return element("text", text, x=0, y=_round(top + 11), class_="lane-name")


def _rectangle(x: float, y: float, width: float, height: float, kind: str) -> Html:
    return element("rect", x=_round(x), y=_round(y), width=_round(width), height=_round(height), class_=kind)


def _tick_name(day: date) -> str:
    return str(day.year) if day.month == 1 else MONTHS[day.month - 1][:3]


def _number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _month(number: int) -> date:
    return date(min(number // 12, 9999), number % 12 + 1, 1)


def _round(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
