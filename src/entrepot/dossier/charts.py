"""Time drawn as inline SVG: positions are attributes, colours come from the style sheet, nothing is fetched or run."""

from calendar import isleap
from datetime import date

from entrepot.dossier.markup import Html, element
from entrepot.dossier.parts import count
from entrepot.model.interval import Interval

YEAR_WIDTH = 120.0
ROW_HEIGHT = 12.0
TICK = 2.0
"""The least width of a bar, so that a day can be seen."""

LANE = 7.0
MAX_LANES = 30
"""Past so many bars above one another the overview draws over what it has; the table below it has every event."""


def draw_row(interval: Interval, year: str) -> Html:
    """One interval within its year: twelve months wide, an arrow where it goes on beyond."""
    first = place_in_year(interval.start, year) if interval.start else 0.0
    last = place_in_year(interval.end, year, after=True) if interval.end else 1.0
    left, right = first * YEAR_WIDTH, max(last * YEAR_WIDTH, first * YEAR_WIDTH + TICK)
    arrows = []
    if interval.start is None:
        arrows.append(_arrow(0.0, 1))
    if interval.end is None or interval.end[:4] > year:
        arrows.append(_arrow(YEAR_WIDTH, -1))
    months = [
        element("line", x1=_number(YEAR_WIDTH * month / 12), x2=_number(YEAR_WIDTH * month / 12), y1=0, y2=ROW_HEIGHT)
        for month in range(0, 13, 3)
    ]
    bar = _draw_bar(left, right, 3, _kind(interval))
    return element(
        "svg",
        element("g", months, class_="grid"),
        bar,
        arrows,
        viewBox=f"0 0 {_number(YEAR_WIDTH)} {_number(ROW_HEIGHT)}",
        class_="row-chart",
        aria_hidden="true",
        focusable="false",
    )


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
    years = sorted(
        {day[:4] for interval in intervals for day in (interval.start, interval.end) if day}
        | {day[:4] for day in published}
    )
    width = len(years) * YEAR_WIDTH
    bars, lanes = _draw_bars(intervals, years)
    base = lanes * LANE + 6
    ticks = [
        element("line", x1=_number(x), x2=_number(x), y1=_number(base + 4), y2=_number(base + 16), class_="published")
        for x in (_across(day, years) for day in sorted(published))
    ]
    frame = [_draw_year(year, place * YEAR_WIDTH, base) for place, year in enumerate(years)]
    label = (
        f"{count(len(intervals), 'dated event')} and {count(len(published), 'report')} "
        f"from {years[0]} to {years[-1]}; "
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


def _draw_bars(intervals: list[Interval], years: list[str]) -> tuple[list[Html], int]:
    ends: list[float] = []
    bars = []
    spans = [
        (
            _across(interval.start, years) if interval.start else 0.0,
            _across(interval.end, years, after=True) if interval.end else len(years) * YEAR_WIDTH,
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


def _draw_year(year: str, x: float, base: float) -> Html:
    return element(
        "g",
        element("line", x1=_number(x), x2=_number(x), y1=0, y2=_number(base + 18)),
        element("line", x1=_number(x), x2=_number(x + YEAR_WIDTH), y1=_number(base + 10), y2=_number(base + 10)),
        element("text", year, x=_number(x + 3), y=_number(base + 30)),
        class_="grid",
    )


def _across(day: str, years: list[str], after: bool = False) -> float:
    year = day[:4]
    return (years.index(year) + place_in_year(day, year, after)) * YEAR_WIDTH


def _arrow(x: float, direction: int) -> Html:
    return element("path", d=f"M{_number(x)} 6l{4 * direction} -4v8z", class_="arrow")


def _number(value: float) -> str:
    """At most two decimals and no trailing zeros, so that the same figure is always printed alike."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
