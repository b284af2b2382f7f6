"""Time drawn as inline SVG: positions are attributes, colours come from the style sheet, nothing is fetched or run."""

from calendar import isleap
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from entrepot.dossier.markup import Html, element
from entrepot.dossier.parts import count
from entrepot.model.interval import Interval

YEAR_WIDTH = 120.0
TICK = 2.0
"""The least width of a bar, so that a day can be seen."""

LANE = 7.0
OVERVIEW_WIDTH = 760.0
"""The least width of the overview: about that of the page, so that its letters are not blown up."""

MAX_LANES = 30
"""Past so many bars above one another the overview draws over what it has; the table below it has every event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Years:
    """The years that the overview shows side by side, each as wide."""

    names: list[str]
    width: float

    def place(self, day: str, after: bool = False) -> float:
        """Where a day lies across them; `after` gives the end of the day."""
        return (self.names.index(day[:4]) + place_in_year(day, day[:4], after)) * self.width


def draw_row(dates: Sequence[Interval], reported: Sequence[str], year: str) -> Html:
    """An event within a year: a bar for each date, and below them ticks for the days on which it was reported.

    An arrow says that a bar, or the reporting, goes on beyond the year or has no end.
    """
    base = len(dates) * LANE + 2.0
    drawn: list[Html] = []
    for lane, interval in enumerate(dates):
        drawn += _draw_in_year(interval, year, lane * LANE)
    drawn += [
        element("line", x1=_number(x), x2=_number(x), y1=_number(base), y2=_number(base + 6), class_="published")
        for x in sorted({place_in_year(day, year) * YEAR_WIDTH for day in reported if day[:4] == year})
    ]
    if any(day[:4] > year for day in reported):
        drawn.append(_arrow(YEAR_WIDTH, base + 3, -1, "later"))
    if any(day[:4] < year for day in reported):
        drawn.append(_arrow(0.0, base + 3, 1, "later"))
    axis = element("line", x1=0, x2=_number(YEAR_WIDTH), y1=_number(base + 3), y2=_number(base + 3))
    return element(
        "svg",
        element("g", _months(base + 6), axis, class_="grid"),
        drawn,
        viewBox=f"0 0 {_number(YEAR_WIDTH)} {_number(base + 7)}",
        class_="row-chart",
        aria_hidden="true",
        focusable="false",
    )


def draw_months() -> Html:
    """The initials of the months above the rows of a year."""
    names = [
        element("text", name, x=_number((month + 0.5) * YEAR_WIDTH / 12), y=6, text_anchor="middle", class_="month")
        for month, name in enumerate("JFMAMJJASOND")
    ]
    return element(
        "svg", names, viewBox=f"0 0 {_number(YEAR_WIDTH)} 7", class_="row-chart", aria_hidden="true", focusable="false"
    )


def _draw_in_year(interval: Interval, year: str, top: float) -> list[Html]:
    """The bar of one date, cut off at the ends of the year."""
    first = place_in_year(interval.start, year) if interval.start else 0.0
    last = place_in_year(interval.end, year, after=True) if interval.end else 1.0
    left, right = first * YEAR_WIDTH, max(last * YEAR_WIDTH, first * YEAR_WIDTH + TICK)
    drawn = _draw_bar(left, right, top + 1, _kind(interval))
    if interval.start is None:
        drawn.append(_arrow(0.0, top + 3.5, 1))
    if interval.end is None or interval.end[:4] > year:
        drawn.append(_arrow(YEAR_WIDTH, top + 3.5, -1))
    return drawn


def _months(height: float) -> list[Html]:
    places = (_number(YEAR_WIDTH * month / 12) for month in range(13))
    return [element("line", x1=x, x2=x, y1=0, y2=_number(height)) for x in places]


def place_in_year(day: str, year: str, after: bool = False) -> float:
    """Where a day lies in a year, 0.0 to 1.0, cut off at both ends; `after` gives the end of the day."""
    if day[:4] != year:
        return 0.0 if day[:4] < year else 1.0
    try:
        parsed = date.fromisoformat(day)
    except ValueError:
        return 0.0
    place = parsed.timetuple().tm_yday - (0 if after else 1)
    return place / (366 if isleap(parsed.year) else 365)


def draw_overview(intervals: list[Interval], published: list[str]) -> Html:
    """The years that hold an event or a report, side by side: events as bars, days of publication as ticks below."""
    names = sorted(
        {day[:4] for interval in intervals for day in (interval.start, interval.end) if day}
        | {day[:4] for day in published}
    )
    years = Years(names=names, width=max(YEAR_WIDTH, OVERVIEW_WIDTH / len(names)))
    width = len(names) * years.width
    bars, lanes = _draw_bars(intervals, years)
    base = lanes * LANE + 6
    ticks = [
        element("line", x1=_number(x), x2=_number(x), y1=_number(base + 4), y2=_number(base + 16), class_="published")
        for x in (years.place(day) for day in sorted(published))
    ]
    frame = [_draw_year(name, place * years.width, years.width, base) for place, name in enumerate(names)]
    label = (
        f"{count(len(intervals), 'dated event')} and {count(len(published), 'report')} "
        f"from {names[0]} to {names[-1]}; "
        "the table that follows lists every event."
    )
    svg = element(
        "svg",
        frame,
        bars,
        ticks,
        viewBox=f"0 0 {_number(width)} {_number(base + 34)}",
        role="img",
        aria_label=label,
        class_="overview",
        width=_number(width * 1.5),
    )
    caption = element(
        "figcaption",
        "Events as bars, days of publication as ticks on the line below. Years in which nothing is dated are left out.",
    )
    scroll = element("div", svg, class_="scroll", tabindex=0, role="region", aria_label="Overview of the years")
    return element("figure", scroll, caption, class_="chart")


def _draw_bars(intervals: list[Interval], years: Years) -> tuple[list[Html], int]:
    ends: list[float] = []
    bars = []
    spans = [
        (
            years.place(interval.start) if interval.start else 0.0,
            years.place(interval.end, after=True) if interval.end else len(years.names) * years.width,
            _kind(interval),
        )
        for interval in intervals
    ]
    for left, end, kind in sorted(spans):
        right = max(end, left + TICK)
        lane = next((place for place, free in enumerate(ends) if free <= left), len(ends))
        if lane >= MAX_LANES:
            lane = MAX_LANES - 1
        elif lane == len(ends):
            ends.append(0.0)
        ends[lane] = max(ends[lane], right + 1)
        bars += _draw_bar(left, right, 4 + lane * LANE, kind)
    return bars, len(ends)


def _draw_bar(left: float, right: float, y: float, kind: str) -> list[Html]:
    """A bar; for an open interval a thin line from the end that is known, since its length is not."""
    thin = kind in ("since", "until")
    top, height = (y + 2, 1) if thin else (y, 5)
    bar = element(
        "rect", x=_number(left), y=_number(top), width=_number(right - left), height=height, class_=f"bar-{kind}"
    )
    known = left if kind == "since" else right - TICK
    tick = element("rect", x=_number(known), y=_number(y), width=_number(TICK), height=5, class_="bar-day")
    return [bar, tick] if thin else [bar]


def _kind(interval: Interval) -> str:
    if interval.end is None:
        return "since"
    return "until" if interval.start is None else interval.granularity


def _draw_year(year: str, x: float, width: float, base: float) -> Html:
    return element(
        "g",
        element("line", x1=_number(x), x2=_number(x), y1=0, y2=_number(base + 18)),
        element("line", x1=_number(x), x2=_number(x + width), y1=_number(base + 10), y2=_number(base + 10)),
        element("text", year, x=_number(x + 3), y=_number(base + 30)),
        class_="grid",
    )


def _arrow(x: float, y: float, direction: int, kind: str = "") -> Html:
    path = f"M{_number(x)} {_number(y)}l{4 * direction} -3v6z"
    return element("path", d=path, class_=f"arrow arrow-{kind}" if kind else "arrow")


def _number(value: float) -> str:
    """At most two decimals and no trailing zeros, so that the same figure is always printed alike."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
