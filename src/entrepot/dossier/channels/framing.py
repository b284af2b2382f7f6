"""What part of the world a channel's map shows: all of via, destination and the hubs, and origins that lie near."""

from collections.abc import Sequence
from dataclasses import dataclass

from entrepot.dossier.channels.projection import Frame, Projection, middle_of, span_of
from entrepot.reference.boundaries import Outline, Position

WIDE = 40.0
"""Degrees of longitude from which a territory is shown in part, around its capital."""
SMALLEST = 0.14
"""The least width of a map in radians (about 900 km), so that a small territory is seen among its neighbours."""
MARGIN = 0.09
"""Of the larger side, left free around what the map is about."""
GROWTH = 1.45
"""How many times larger than via, destination and hubs need it a map may become to show an origin too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The size of a drawing in units; its height follows from what is shown, within bounds."""

    width: float
    least_height: float
    most_height: float


def choose_frame(core: Sequence[Position], origins: Sequence[Sequence[Position]], sheet: Sheet) -> Frame | None:
    """The frame that holds `core` and those origins that do not make the map much smaller; None where nothing is known.

    `origins` are the anchors of one territory each; those nearest are asked first.
    """
    anchors = list(core)
    if not anchors:
        anchors = [position for origin in origins for position in origin]
    elif origins:
        most = GROWTH * max(_size(anchors), SMALLEST)
        for origin in sorted(origins, key=lambda one: _size([*core, *one])):
            if _size([*anchors, *origin]) <= most:
                anchors += origin
    return _fit(anchors, sheet) if anchors else None


def anchor_territory(outline: Outline) -> tuple[Position, ...]:
    """The positions that a map has to hold to show a territory: its larger parts, or its capital if it is very wide."""
    if not outline.rings:
        return (outline.point,)
    main = outline.rings[0]
    lons = [lon for lon, _ in main]
    return (outline.point,) if max(lons) - min(lons) > WIDE else main


def _size(anchors: Sequence[Position]) -> float:
    """The larger side of the rectangle around the anchors, in radians of the plane."""
    west, south, east, north = span_of(anchors, Projection(middle_of(anchors)))
    return max(east - west, north - south)


def _fit(anchors: Sequence[Position], sheet: Sheet) -> Frame:
    projection = Projection(middle_of(anchors))
    west, south, east, north = span_of(anchors, projection)
    projection = Projection(projection.find_position(((west + east) / 2, (south + north) / 2)))
    west, south, east, north = span_of(anchors, projection)
    free = 2 * MARGIN * max(east - west, north - south, SMALLEST)
    width = max(east - west, SMALLEST) + free
    height = max(north - south, SMALLEST / 2) + free
    drawn = min(max(sheet.width * height / width, sheet.least_height), sheet.most_height)
    scale = min(sheet.width / width, drawn / height)
    return Frame(
        projection=projection,
        left=(west + east) / 2 - sheet.width / scale / 2,
        top=(south + north) / 2 + drawn / scale / 2,
        scale=scale,
        width=sheet.width,
        height=round(drawn),
    )
