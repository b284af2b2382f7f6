"""Flows from origins by way of territories to destinations, as bands as wide as their value, before and after a date.

The two legs are two statistics: what goes in is reported by the origins, what comes out by the territory between, so a
node is as high as the larger of them, and nothing says that the same goods went on.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from entrepot.trade.pictures.axes import Frame, value_axis
from entrepot.trade.pictures.svg import Node, draw_document, element, number, shorten, text_at

WIDTH, GAP, NODE = 760.0, 14.0, 8.0
_HEIGHT = 250.0
"""Of the fullest column, without the gaps between its nodes."""
_LAST = 2
_LEAST = 1.5
"""Pixels of the thinnest band, so that it can be seen."""
_SIDE = 132.0
"""Pixels for the names on the left and on the right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A flow between two nodes in units of the currency; None where it was not reported."""

    source: str
    target: str
    value: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BandPanel:
    """The flows of one span of time."""

    label: str
    bands: tuple[Band, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The nodes of the three columns, each from top to bottom."""

    origins: tuple[str, ...]
    vias: tuple[str, ...]
    destinations: tuple[str, ...]

    def all(self) -> tuple[tuple[str, ...], ...]:
        """The columns from left to right."""
        return (self.origins, self.vias, self.destinations)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    """A node where it stands: its left edge, its top, its height; the column decides on which side its name is."""

    x: float
    top: float
    height: float
    column: int


def draw_bands(panels: Sequence[BandPanel], columns: Columns, currency: str, title: str) -> str:
    """The panels one below the other as SVG, all on one scale, so that widths can be compared.

    A flow that was not reported is a dotted line, since it is not zero.

    Raises:
        ValueError: there is no panel, or no band has a value.
    """
    fullest = max((_fullest(panel, columns) for panel in panels), default=0.0)
    if fullest <= 0:
        raise ValueError("at least one flow with a value is needed")
    scale = _HEIGHT / fullest
    body = [text_at(4, 18, shorten(title, WIDTH - 8), class_="head", title=title)]
    top = 40.0
    for panel in panels:
        frame = Frame(left=_SIDE, top=top + 18, right=WIDTH - _SIDE, bottom=top)
        body.append(text_at(4, top + 4, f"{panel.label}, {currency}", class_="head"))
        nodes, height = _place_nodes(panel, columns, frame, scale)
        body += _draw_panel(panel, nodes, columns, scale, currency)
        top += height + 46
    return draw_document(WIDTH, top - 10, title, _describe(panels, currency), body)


def _fullest(panel: BandPanel, columns: Columns) -> float:
    """The value of the fullest column."""
    return max(sum(_size(name, panel.bands) for name in column) for column in columns.all())


def _size(name: str, bands: Sequence[Band]) -> float:
    """The larger of what comes in and what goes out."""
    into = sum(band.value or 0.0 for band in bands if band.target == name)
    out = sum(band.value or 0.0 for band in bands if band.source == name)
    return max(into, out)


def _place_nodes(panel: BandPanel, columns: Columns, frame: Frame, scale: float) -> tuple[dict[str, _Placed], float]:
    """Every node of a panel where it stands, and the height that the panel takes.

    Destinations stand at the bottom, so that what goes there directly passes below the territories between.
    """
    nodes: dict[str, _Placed] = {}
    tallest = 0.0
    for number_, names in enumerate(columns.all()):
        x = frame.left + (frame.width - NODE) * number_ / 2
        y = frame.top + (GAP if number_ == 1 else 0)
        for name in names:
            height = max(_size(name, panel.bands) * scale, _LEAST)
            nodes[name] = _Placed(x=x, top=y, height=height, column=number_)
            y += height + max(GAP, 20 - height)
        tallest = max(tallest, y - frame.top)
    ends = [node.top + node.height for node in nodes.values() if node.column == _LAST]
    down = frame.top + tallest - GAP - max(ends, default=frame.top + tallest - GAP)
    for name in columns.destinations:
        nodes[name] = replace(nodes[name], top=nodes[name].top + max(down, 0.0))
    return nodes, tallest + 18


def _draw_panel(
    panel: BandPanel, nodes: dict[str, _Placed], columns: Columns, scale: float, currency: str
) -> list[Node]:
    """Bands below, nodes and names above; at each node bands lie in the order of their other ends."""
    drawn: list[Node] = []
    order = {name: at for at, name in enumerate(name for column in columns.all() for name in column)}
    starts, ends = (
        _stack(panel.bands, nodes, order, scale, "source"),
        _stack(panel.bands, nodes, order, scale, "target"),
    )
    for band in panel.bands:
        source, target = nodes[band.source], nodes[band.target]
        if band.value != 0:
            start, end = (source.x + NODE, starts[band]), (target.x, ends[band])
            drawn.append(_draw_band(band, start, end, _width(band, scale), (source.column, target.column)))
    for name, node in nodes.items():
        drawn.append(element("rect", x=node.x, y=node.top, width=NODE, height=node.height, class_="node"))
        drawn += _draw_name(name, node, _size(name, panel.bands), currency)
    return drawn


def _stack(
    bands: Sequence[Band],
    nodes: dict[str, _Placed],
    order: dict[str, int],
    scale: float,
    side: Literal["source", "target"],
) -> dict[Band, float]:
    """The upper edge of every band at one of its ends: those that go by way of a territory above the direct ones."""
    other: Literal["source", "target"] = "target" if side == "source" else "source"
    used = {name: node.top for name, node in nodes.items()}
    edges: dict[Band, float] = {}
    for band in sorted(bands, key=lambda one: (_is_direct(one, nodes), order[getattr(one, other)])):
        edges[band] = used[getattr(band, side)]
        used[getattr(band, side)] += _width(band, scale)
    return edges


def _is_direct(band: Band, nodes: dict[str, _Placed]) -> bool:
    return nodes[band.target].column - nodes[band.source].column > 1


def _width(band: Band, scale: float) -> float:
    return max(band.value * scale, _LEAST) if band.value else 0.0


def _draw_band(
    band: Band, start: tuple[float, float], end: tuple[float, float], wide: float, columns: tuple[int, int]
) -> Node:
    """A band with level ends; a direct one is grey, the first leg and the second have their colours."""
    first, last = columns
    kind = "band-direct" if last - first > 1 else ("band-first" if first == 0 else "band-second")
    bend = (start[0] + end[0]) / 2
    upper = f"M{_at(start)}C{_at((bend, start[1]))} {_at((bend, end[1]))} {_at(end)}"
    title = element("title", f"{band.source} to {band.target}: {_told(band.value)}")
    if band.value is None:
        return element("path", title, d=upper, class_="unknown")
    low_end, low_start = (end[0], end[1] + wide), (start[0], start[1] + wide)
    lower = f"L{_at(low_end)}C{_at((bend, low_end[1]))} {_at((bend, low_start[1]))} {_at(low_start)}Z"
    return element("path", title, d=upper + lower, class_=kind)


def _draw_name(name: str, node: _Placed, value: float, currency: str) -> list[Node]:
    """The name and below it the value; beside the outer columns, above the nodes of the middle one."""
    axis = value_axis(value, currency)
    told = f"{value / axis.divisor:,.1f}{axis.unit.removeprefix(currency)}" if value else "0"
    if node.column == 1:
        text = shorten(f"{name}, {told}", 220)
        return [text_at(node.x + NODE / 2, node.top - 4, text, anchor="middle", class_="halo", title=name)]
    left = node.column == 0
    x, anchor = (node.x - 6, "end") if left else (node.x + NODE + 6, "start")
    y = node.top + max(node.height / 2 - 2, 8)
    return [
        text_at(x, y, shorten(name, _SIDE - 10), anchor=anchor, title=name),
        text_at(x, y + 14, told, anchor=anchor, class_="soft"),
    ]


def _at(point: tuple[float, float]) -> str:
    return f"{number(point[0])} {number(point[1])}"


def _told(value: float | None) -> str:
    return "not reported" if value is None else f"{value:,.0f}"


def _describe(panels: Sequence[BandPanel], currency: str) -> str:
    parts = [f"Flows in {currency}; a band is as wide as its value, on one scale."]
    for panel in panels:
        flows = "; ".join(f"{band.source} to {band.target} {_told(band.value)}" for band in panel.bands)
        parts.append(f"{panel.label}: {flows}.")
    return " ".join(parts)
