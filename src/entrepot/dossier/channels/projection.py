"""Lambert's azimuthal equal-area projection of the sphere, and the part of it that a map shows.

Formulae: J. P. Snyder, Map Projections: A Working Manual (1987), equations 24-2 to 24-4 and 20-14, 20-15.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from entrepot.reference.boundaries import Position

Point = tuple[float, float]

FARTHEST = math.cos(math.radians(150))
"""Nearer to the point opposite the centre the plane is torn apart; nothing there is drawn."""


@dataclass(frozen=True, slots=True)
class Projection:
    """The plane that touches the sphere (radius 1) at a centre; x grows eastward, y northward."""

    centre: Position

    def project(self, position: Position) -> Point | None:
        """Where a position lies; None where it is all but opposite the centre."""
        east, north = math.radians(position[0] - self.centre[0]), math.radians(position[1])
        middle = math.radians(self.centre[1])
        along = math.cos(north) * math.cos(east)
        cosine = math.sin(middle) * math.sin(north) + math.cos(middle) * along
        if cosine < FARTHEST:
            return None
        scale = math.sqrt(2 / (1 + cosine))
        return (
            scale * math.cos(north) * math.sin(east),
            scale * (math.cos(middle) * math.sin(north) - math.sin(middle) * along),
        )

    def find_position(self, point: Point) -> Position:
        """The position that lies there; points beyond the edge of the sphere are taken to lie on it."""
        x, y = point
        distance = min(math.hypot(x, y), 2.0)
        if distance < 1e-12:
            return self.centre
        angle, middle = 2 * math.asin(distance / 2), math.radians(self.centre[1])
        height = math.cos(angle) * math.sin(middle) + y * math.sin(angle) * math.cos(middle) / distance
        east = math.atan2(
            x * math.sin(angle), distance * math.cos(middle) * math.cos(angle) - y * math.sin(middle) * math.sin(angle)
        )
        lon = (self.centre[0] + math.degrees(east) + 180) % 360 - 180
        return lon, math.degrees(math.asin(max(-1.0, min(1.0, height))))


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle of the plane shown on a sheet of `width` by `height` units, y growing downward there."""

    projection: Projection
    left: float
    top: float
    scale: float
    width: float
    height: float

    def place(self, position: Position) -> Point | None:
        """Where a position lies on the sheet, also outside its edges; None where it cannot be drawn."""
        point = self.projection.project(position)
        if point is None:
            return None
        return (point[0] - self.left) * self.scale, (self.top - point[1]) * self.scale

    def meets(self, circle: "Circle") -> bool:
        """False where nothing within a circle of the sphere can lie on the sheet."""
        across = max(abs(self.left), abs(self.left + self.width / self.scale))
        down = max(abs(self.top), abs(self.top - self.height / self.scale))
        reach = 2 * math.asin(min(math.hypot(across, down) / 2, 1.0))
        return angle_between(self.projection.centre, circle.centre) <= reach + circle.radius

    def holds(self, point: Point, margin: float = 0.0) -> bool:
        """True for a point of the sheet that keeps `margin` from its edges."""
        x, y = point
        return margin <= x <= self.width - margin and margin <= y <= self.height - margin


@dataclass(frozen=True, slots=True)
class Circle:
    """All positions within `radius` (radians) of a centre."""

    centre: Position
    radius: float


def circle_around(positions: Sequence[Position]) -> Circle:
    """A circle that holds all of the positions, not the smallest one."""
    centre = middle_of(positions)
    return Circle(centre, max(angle_between(centre, position) for position in positions))


def angle_between(one: Position, other: Position) -> float:
    """The angle in radians that two positions make at the centre of the sphere."""
    north, there = math.radians(one[1]), math.radians(other[1])
    east = math.cos(math.radians(other[0] - one[0]))
    cosine = math.sin(north) * math.sin(there) + math.cos(north) * math.cos(there) * east
    return math.acos(max(-1.0, min(1.0, cosine)))


def middle_of(positions: Iterable[Position]) -> Position:
    """The position in the middle of some others, on the sphere, so that the meridian of 180 degrees does not matter."""
    x = y = z = 0.0
    for lon, lat in positions:
        east, north = math.radians(lon), math.radians(lat)
        x += math.cos(north) * math.cos(east)
        y += math.cos(north) * math.sin(east)
        z += math.sin(north)
    return math.degrees(math.atan2(y, x)), math.degrees(math.atan2(z, math.hypot(x, y)))


def span_of(positions: Iterable[Position], projection: Projection) -> tuple[float, float, float, float]:
    """The edges (west, south, east, north) of the rectangle of the plane that holds the positions."""
    points = [point for position in positions if (point := projection.project(position))]
    east, north = [x for x, _ in points], [y for _, y in points]
    return min(east), min(north), max(east), max(north)
