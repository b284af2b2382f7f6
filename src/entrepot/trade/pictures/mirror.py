"""The mirror gap by year: what one side reports as sent beside what the other reports as come."""

from collections.abc import Sequence
from dataclasses import dataclass

from entrepot.trade.pictures.axes import Frame, ValueAxis, draw_value_axis, value_axis
from entrepot.trade.pictures.svg import Node, draw_document, element, shorten, text_at, text_width

WIDTH, PLOT_HEIGHT = 760.0, 260.0
_TOP = 92.0
_WIDEST_BAR = 46.0
_SHARE_OF_BARS = 0.68
"""Of the room of a year: the rest parts it from the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MirrorYear:
    """A year: exports (FOB) and imports (CIF) in units of the currency, None where a side reported nothing."""

    year: int
    exports: float | None
    imports: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MirrorLabels:
    """The names of the two sides, the currency, and the title."""

    exports: str
    imports: str
    currency: str
    title: str


def draw_mirror(years: Sequence[MirrorYear], labels: MirrorLabels, factors: tuple[float, float]) -> str:
    """Two bars a year as SVG; over the exports the range in which imports would lie with freight and insurance.

    `factors` are the least and the greatest CIF/FOB factor.

    Raises:
        ValueError: there is no year.
    """
    if not years:
        raise ValueError("at least one year is needed")
    ordered = sorted(years, key=lambda one: one.year)
    largest = max(max((one.exports or 0.0) * factors[1], one.imports or 0.0) for one in ordered)
    axis = value_axis(largest, labels.currency)
    left = max(44.0, max(text_width(axis.label(tick)) for tick in axis.ticks) + 18)
    frame = Frame(left=left, top=_TOP, right=WIDTH - 16, bottom=_TOP + PLOT_HEIGHT)
    room = frame.width / len(ordered)
    body = [
        text_at(4, 18, shorten(labels.title, WIDTH - 8), class_="head", title=labels.title),
        *_draw_legend(labels, factors),
        *draw_value_axis(axis, frame),
    ]
    for place, one in enumerate(ordered):
        body += _draw_year(one, frame.left + room * (place + 0.5), room, axis, frame, factors)
    return draw_document(WIDTH, frame.bottom + 30, labels.title, _describe(ordered, labels, factors), body)


def _draw_legend(labels: MirrorLabels, factors: tuple[float, float]) -> list[Node]:
    drawn: list[Node] = []
    x = 4.0
    for kind, label in (("fill-first", labels.exports), ("fill-second", labels.imports)):
        shown = shorten(label, 250)
        drawn.append(element("rect", x=x, y=29, width=12, height=10, class_=kind))
        drawn.append(text_at(x + 18, 38, shown, title=label))
        x += 18 + text_width(shown) + 20
    told = f"imports to be expected, CIF/FOB {factors[0]:g} to {factors[1]:g}"
    drawn.append(element("rect", x=4, y=47, width=12, height=9, class_="range range-body"))
    drawn.append(text_at(22, 56, told, class_="soft"))
    return drawn


def _draw_year(
    one: MirrorYear, middle: float, room: float, axis: ValueAxis, frame: Frame, factors: tuple[float, float]
) -> list[Node]:
    wide = min(room * _SHARE_OF_BARS / 2, _WIDEST_BAR)
    drawn = [text_at(middle, frame.bottom + 18, str(one.year), anchor="middle", class_="soft")]
    for left, value, kind in ((middle - wide - 1, one.exports, "fill-first"), (middle + 1, one.imports, "fill-second")):
        drawn.append(_draw_bar(left, wide, value, kind, axis, frame))
    if one.exports:
        drawn.append(_draw_range(middle - wide - 1, 2 * wide + 2, one.exports, axis, frame, factors))
    return drawn


def _draw_bar(left: float, wide: float, value: float | None, kind: str, axis: ValueAxis, frame: Frame) -> Node:
    """A bar; where nothing was reported a grey field that says so, since that is not zero."""
    if value is None:
        field = element("rect", x=left, y=frame.top, width=wide, height=frame.height, class_="absent")
        x, y = left + wide / 2 + 4, frame.bottom - 8
        told = element("text", "not reported", x=x, y=y, class_="soft", transform=f"rotate(-90 {x:.2f} {y:.2f})")
        return element("g", field, told)
    if value == 0:
        return text_at(left + wide / 2, frame.bottom - 4, "0", anchor="middle", class_="soft")
    top = axis.place(value, frame)
    return element("rect", x=left, y=top, width=wide, height=frame.bottom - top, class_=kind)


def _draw_range(
    left: float, wide: float, exports: float, axis: ValueAxis, frame: Frame, factors: tuple[float, float]
) -> Node:
    upper, lower = (axis.place(exports * factor, frame) for factor in (factors[1], factors[0]))
    return element("rect", x=left, y=upper, width=wide, height=max(lower - upper, 0.5), class_="range range-body")


def _describe(years: Sequence[MirrorYear], labels: MirrorLabels, factors: tuple[float, float]) -> str:
    rows = [
        f"{one.year}: {_told(one.exports, labels.currency)} and {_told(one.imports, labels.currency)}." for one in years
    ]
    return (
        f"For each year {labels.exports}, then {labels.imports}; imports include freight and insurance, "
        f"{factors[0]:g} to {factors[1]:g} times the value of the exports. {' '.join(rows)}"
    )


def _told(value: float | None, currency: str) -> str:
    return "not reported" if value is None else f"{currency} {value:,.0f}"
