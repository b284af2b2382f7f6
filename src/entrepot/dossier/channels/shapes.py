"""Outlines cut to the sheet of a map and written as paths."""

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from entrepot.dossier.channels.projection import Circle, Frame, Point, circle_around
from entrepot.reference.boundaries import Outline, Ring, find_outline

Rings = list[list[Point]]

BEYOND = 6.0
"""Units past the edge of the sheet at which outlines are cut, so that the cut is not seen."""
FINEST = 0.9
"""Units between two corners that are worth drawing apart."""
SCANS = 24
"""Lines across the sheet on which the widest place of a territory is looked for."""


def cut_outline(outline: Outline, frame: Frame) -> Rings:
    """The closed rings of what can be seen of a territory, [] for nothing."""
    near = (ring for ring, circle in zip(outline.rings, _circles(outline.iso2), strict=True) if frame.meets(circle))
    cut = (_cut_ring(ring, frame) for ring in near)
    return [ring for ring in cut if len(ring) > 2]


@cache
def _circles(iso2: str) -> tuple[Circle, ...]:
    """A circle around each ring of a territory, by which most rings are known to be far away."""
    outline = find_outline(iso2)
    return tuple(map(circle_around, outline.rings)) if outline else ()


def write_rings(rings: Iterable[Sequence[Point]]) -> str:
    """Closed rings as one path."""
    return "".join(f"{_write(ring)}z" for ring in rings)


def find_widest(rings: Sequence[Sequence[Point]], frame: Frame) -> tuple[Point, float] | None:
    """The middle of the widest place within the rings, where a name has most room, and how wide it is.

    Looked for on lines across the sheet; a place counts by its width and by what is free just above and below it.
    """
    rows = [frame.height * (number + 0.5) / SCANS for number in range(SCANS)]
    runs = [_runs(rings, y, frame.width) for y in rows]
    best: tuple[float, Point, float] | None = None
    for number, y in enumerate(rows):
        beside = [*runs[max(number - 1, 0)], *runs[min(number + 1, SCANS - 1)]]
        for left, right in runs[number]:
            free = max((min(right, other[1]) - max(left, other[0]) for other in beside), default=0.0)
            weight = right - left + max(free, 0.0)
            if best is None or weight > best[0]:
                best = (weight, ((left + right) / 2, y), right - left)
    return (best[1], best[2]) if best else None


def print_number(value: float) -> str:
    """A length of the sheet with one decimal at most."""
    return f"{value:.1f}".removesuffix(".0")


def _runs(rings: Iterable[Sequence[Point]], y: float, width: float) -> list[tuple[float, float]]:
    """The stretches of a line across the sheet that lie within the rings."""
    crossed = sorted(
        (x2 - x1) * (y - y1) / (y2 - y1) + x1
        for ring in rings
        for (x1, y1), (x2, y2) in pairwise((*ring[-1:], *ring))
        if (y1 > y) != (y2 > y)
    )
    ends = zip(crossed[::2], crossed[1::2], strict=True)
    cut = ((max(left, 0.0), min(right, width)) for left, right in ends)
    return [(left, right) for left, right in cut if right > left]


def draw_line(line: Ring, frame: Frame) -> str:
    """The path of an open line, "" where all of it lies outside the sheet."""
    points = _thin([point for position in line if (point := frame.place(position))])
    if not any(frame.holds(point, -BEYOND) for point in points):
        return ""
    return _write(points)


def clip_ring(points: Sequence[Point], width: float, height: float) -> list[Point]:
    """The part of a closed ring within a sheet and a little beyond (Sutherland and Hodgman 1974)."""
    found = list(points)
    for axis, limit, sign in ((0, -BEYOND, 1), (0, width + BEYOND, -1), (1, -BEYOND, 1), (1, height + BEYOND, -1)):
        found = _cut(found, axis, limit, sign)
        if not found:
            break
    return found


def _cut_ring(ring: Ring, frame: Frame) -> list[Point]:
    points = [frame.place(position) for position in ring]
    placed = [point for point in points if point]
    if len(placed) < len(points) or _is_outside(placed, frame):
        return []
    return _thin(clip_ring(placed, frame.width, frame.height))


def _is_outside(points: Sequence[Point], frame: Frame) -> bool:
    """True where all points lie beyond the same edge."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return max(xs) < 0 or min(xs) > frame.width or max(ys) < 0 or min(ys) > frame.height


def _cut(points: list[Point], axis: int, limit: float, sign: int) -> list[Point]:
    """The ring on the inner side of one edge."""
    found: list[Point] = []
    for before, point in pairwise([*points[-1:], *points]):
        was_inside, is_inside = (sign * (one[axis] - limit) >= 0 for one in (before, point))
        if was_inside != is_inside:
            found.append(_cross(before, point, axis, limit))
        if is_inside:
            found.append(point)
    return found


def _cross(before: Point, after: Point, axis: int, limit: float) -> Point:
    share = (limit - before[axis]) / (after[axis] - before[axis])
    other = before[1 - axis] + share * (after[1 - axis] - before[1 - axis])
    return (limit, other) if axis == 0 else (other, limit)


def _thin(points: Sequence[Point]) -> list[Point]:
    """The points without those that all but fall on the one before."""
    kept: list[Point] = []
    for point in points:
        if not kept or abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) >= FINEST:
            kept.append(point)
    return kept


def _write(points: Sequence[Point]) -> str:
    """Steps in tenths of a unit, which halves the length of a path."""
    if not points:
        return ""
    corners = [(round(10 * x), round(10 * y)) for x, y in points]
    steps = "".join(f"l{_tenths(b[0] - a[0])} {_tenths(b[1] - a[1])}" for a, b in pairwise(corners) if a != b)
    return f"M{_tenths(corners[0][0])} {_tenths(corners[0][1])}{steps}"


def _tenths(number: int) -> str:
    return f"{number / 10:g}"
