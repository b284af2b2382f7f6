"""Monthly series with the dates of measures: what was reported, what was suppressed, and what was not reported."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from entrepot.trade.pictures.axes import (
    Frame,
    MonthAxis,
    ValueAxis,
    draw_month_axis,
    draw_value_axis,
    months_between,
    place_labels,
    value_axis,
)
from entrepot.trade.pictures.svg import Node, draw_document, element, number, shorten, text_at, text_width

WIDTH, PLOT_HEIGHT = 760.0, 260.0
_LANE = 14.0
_ROW = 18.0
_NUMBER = 15.0
"""Pixels that the number of a measure takes above its line; two digits fit."""
_KINDS = ("first", "second")


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesPoint:
    """A month: its value in units of the currency, None where it was suppressed. A month not reported has no point."""

    month: date
    value: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthlySeries:
    """One flow by month, with the name that the reader sees."""

    label: str
    points: tuple[SeriesPoint, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureDate:
    """The day on which something changed, and its name in a few words."""

    day: date
    label: str


def draw_series(series: Sequence[MonthlySeries], measures: Sequence[MeasureDate], currency: str, title: str) -> str:
    """One or two series as SVG; a gap in a line is a month that was not reported, a cross one that was suppressed.

    Raises:
        ValueError: there are no series, more than two, or no points at all.
    """
    months = [point.month for one in series for point in one.points]
    if not 1 <= len(series) <= len(_KINDS) or not months:
        raise ValueError("one or two series with at least one point are needed")
    axis = MonthAxis(first=min(months), last=max(months))
    inside = [one for one in sorted(measures, key=lambda one: one.day) if _is_inside(one.day, axis)]
    values = value_axis(max((p.value or 0.0) for one in series for p in one.points), currency)
    left = max(44.0, max(text_width(values.label(tick)) for tick in values.ticks) + 18)
    legend = 20.0 + _ROW * len(series)
    across = Frame(left=left, top=0, right=WIDTH - 16, bottom=0)
    wanted = [axis.place_day(one.day, across) - _NUMBER / 2 for one in inside]
    lanes = [lane for _, lane in place_labels([(x, _NUMBER) for x in wanted], left, WIDTH)]
    top = legend + 36 + _LANE * (1 + max(lanes, default=-1))
    frame = Frame(left=left, top=top, right=WIDTH - 16, bottom=top + PLOT_HEIGHT)
    body = [
        text_at(4, 18, shorten(title, WIDTH - 8), class_="head", title=title),
        *_draw_legend(series),
        *draw_value_axis(values, frame),
        *draw_month_axis(axis, frame),
        *_draw_measures(inside, lanes, legend + 16, axis, frame),
    ]
    for kind, one in zip(_KINDS, series, strict=False):
        body += _draw_line(one, kind, axis, values, frame)
    key = _draw_key(series, inside, axis, frame)
    height = frame.bottom + 30 + _ROW * len(key)
    return draw_document(WIDTH, height, title, _describe(series, inside, axis, currency), [*body, *key])


def missing_months(one: MonthlySeries, axis: MonthAxis) -> int:
    """Months of the picture for which the series has no point."""
    return axis.months - len({point.month for point in one.points})


def _is_inside(day: date, axis: MonthAxis) -> bool:
    return axis.first <= day.replace(day=1) <= axis.last


def _measure_text(one: MeasureDate) -> str:
    return f"{one.day:%Y-%m-%d} {one.label}"


def _draw_legend(series: Sequence[MonthlySeries]) -> list[Node]:
    drawn: list[Node] = []
    for row, (kind, one) in enumerate(zip(_KINDS, series, strict=False)):
        y = 34 + _ROW * row
        drawn.append(element("line", x1=4, x2=26, y1=y, y2=y, class_=f"curve {kind}"))
        drawn.append(text_at(32, y + 4, shorten(one.label, WIDTH - 40), title=one.label))
    return drawn


def _draw_measures(
    measures: Sequence[MeasureDate], lanes: Sequence[int], top: float, axis: MonthAxis, frame: Frame
) -> list[Node]:
    """A line a measure through the whole plot, up to its number; close ones have their numbers above each other."""
    drawn: list[Node] = []
    for number_, (one, lane) in enumerate(zip(measures, lanes, strict=True), start=1):
        x, y = axis.place_day(one.day, frame), top + _LANE * lane
        drawn.append(element("line", x1=x, x2=x, y1=y + 3, y2=frame.bottom, class_="measure"))
        name = _measure_text(one)
        drawn.append(text_at(x, y, str(number_), anchor="middle", class_="measure-name halo", title=name))
    return drawn


def _draw_line(one: MonthlySeries, kind: str, axis: MonthAxis, values: ValueAxis, frame: Frame) -> list[Node]:
    """The line in pieces of months that follow each other; a month by itself is a dot, a suppressed one a cross."""
    drawn: list[Node] = []
    for piece in _pieces(one.points):
        places = [(axis.place(p.month, frame), values.place(p.value or 0.0, frame)) for p in piece]
        if len(places) == 1:
            drawn.append(element("circle", cx=places[0][0], cy=places[0][1], r=3, class_=f"dot {kind}"))
        else:
            path = "M" + "L".join(f"{number(x)} {number(y)}" for x, y in places)
            drawn.append(element("path", d=path, class_=f"curve {kind}"))
    hidden = [point.month for point in one.points if point.value is None]
    drawn += [_cross(axis.place(month, frame), frame.bottom - 6, kind) for month in hidden]
    return drawn


def _pieces(points: Sequence[SeriesPoint]) -> list[list[SeriesPoint]]:
    """Runs of months with a value that follow each other without a gap."""
    runs: list[list[SeriesPoint]] = []
    for point in sorted(points, key=lambda point: point.month):
        if point.value is None:
            continue
        if runs and months_between(runs[-1][-1].month, point.month) == 1:
            runs[-1].append(point)
        else:
            runs.append([point])
    return runs


def _cross(x: float, y: float, kind: str) -> Node:
    path = f"M{number(x - 3)} {number(y - 3)}l6 6m0 -6l-6 6"
    return element("path", d=path, class_=kind, stroke_width="1.6", fill="none")


def _draw_key(
    series: Sequence[MonthlySeries], measures: Sequence[MeasureDate], axis: MonthAxis, frame: Frame
) -> list[Node]:
    """What the numbers stand for, and what gaps and crosses mean where there are any; a line each."""
    told = [(f"{number_}  {_measure_text(one)}", "measure-name") for number_, one in enumerate(measures, start=1)]
    if any(missing_months(one, axis) for one in series):
        told.append(("Gap: not reported, which is not zero.", "soft"))
    if any(point.value is None for one in series for point in one.points):
        told.append(("×: suppressed, the value is not known.", "soft"))
    return [
        text_at(
            frame.left, frame.bottom + 40 + _ROW * row, shorten(text, WIDTH - frame.left - 4), class_=kind, title=text
        )
        for row, (text, kind) in enumerate(told)
    ]


def _describe(series: Sequence[MonthlySeries], measures: Sequence[MeasureDate], axis: MonthAxis, currency: str) -> str:
    parts = [f"Monthly values in {currency} from {axis.first:%Y-%m} to {axis.last:%Y-%m}."]
    for one in series:
        known = [point for point in one.points if point.value is not None]
        hidden = len(one.points) - len(known)
        highest = max(known, key=lambda point: point.value or 0.0, default=None)
        peak = f", the highest {highest.value:,.0f} in {highest.month:%Y-%m}" if highest else ""
        parts.append(
            f"{one.label}: {len(known)} months{peak}; {missing_months(one, axis)} not reported, {hidden} suppressed."
        )
    parts += [f"{_measure_text(one)}." for one in measures]
    return " ".join(parts)
