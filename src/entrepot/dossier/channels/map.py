"""A channel's map as inline SVG: outlines of the program's own tables, no tiles, nothing fetched."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

from entrepot.dossier.channels.framing import Sheet, anchor_territory, choose_frame
from entrepot.dossier.channels.map_labels import Seen, draw_labels
from entrepot.dossier.channels.places import ChannelPlaces
from entrepot.dossier.channels.projection import Frame, Point
from entrepot.dossier.channels.shapes import Rings, cut_outline, draw_line, print_number, write_rings
from entrepot.dossier.markup import Html, element
from entrepot.reference.boundaries import find_outline, list_disputed_lines, list_outlines
from entrepot.reference.hubs import Corridor, Hub, find_hub

WIDE_SHEET = Sheet(width=760, least_height=420, most_height=640)
NARROW_SHEET = Sheet(width=360, least_height=300, most_height=460)
SMALL = 9.0
"""Units across below which a territory of the channel gets a ring around it."""
ARROWED = 24.0
"""The length of a leg, in units, from which it has room for an arrowhead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnMap:
    """A map, and the territories of the channel that lie beyond its edge."""

    picture: Html
    beyond: tuple[str, ...]


def draw_map(places: ChannelPlaces, sheet: Sheet, label: str, *, kind: str, full_names: bool) -> DrawnMap | None:
    """The map on a sheet of that size; None where no place of the channel is known.

    `kind` names the style of the drawing, `label` is read out in its place; `full_names` writes the names of hubs
    beside their numbers.
    """
    frame = _frame(places, sheet)
    if frame is None:
        return None
    seen = Seen(
        land={outline.iso2: rings for outline in list_outlines() if (rings := cut_outline(outline, frame))},
        hubs={number: point for number, hub in places.hubs.items() if (point := _place(hub, frame))},
        routes={letter: _route(one, frame) for letter, one in places.corridors.items()},
    )
    picture = element(
        "svg",
        element("rect", x=0, y=0, width=print_number(frame.width), height=print_number(frame.height), class_="sea"),
        _draw_land(seen.land, places),
        _draw_disputed(frame),
        _draw_small(seen.land, places, frame),
        [_draw_corridor(places.corridors[letter], points) for letter, points in seen.routes.items() if points],
        [_draw_hub(places.hubs[number], point, places) for number, point in seen.hubs.items()],
        draw_labels(seen, places, frame, full_names=full_names),
        viewBox=f"0 0 {print_number(frame.width)} {print_number(frame.height)}",
        role="img",
        aria_label=label,
        class_=f"map map-{kind}",
    )
    beyond = tuple(iso2 for iso2 in places.roles if not _is_shown(iso2, seen.land, frame))
    return DrawnMap(picture=picture, beyond=beyond)


def _frame(places: ChannelPlaces, sheet: Sheet) -> Frame | None:
    """All of via and destination with the hubs; origins where they lie near."""
    core = [(hub.lon, hub.lat) for hub in places.hubs.values()]
    origins = []
    for iso2, role in places.roles.items():
        outline = find_outline(iso2)
        if outline and role == "origin":
            origins.append(anchor_territory(outline))
        elif outline:
            core += anchor_territory(outline)
    return choose_frame(core, origins, sheet)


def _place(hub: Hub, frame: Frame) -> Point | None:
    point = frame.place((hub.lon, hub.lat))
    return point if point and frame.holds(point) else None


def _is_shown(iso2: str, land: Mapping[str, Rings], frame: Frame) -> bool:
    outline = find_outline(iso2)
    point = frame.place(outline.point) if outline else None
    return iso2 in land or bool(point and frame.holds(point))


def _draw_land(land: Mapping[str, Rings], places: ChannelPlaces) -> list[Html]:
    """The territories, those of the channel last, so that their edges lie on top."""
    ordered = sorted(land, key=lambda iso2: iso2 in places.roles)
    return [
        element("path", d=write_rings(land[iso2]), class_=_style("land", iso2, places), fill_rule="evenodd")
        for iso2 in ordered
    ]


def _style(name: str, iso2: str, places: ChannelPlaces) -> str:
    role = places.roles.get(iso2)
    return f"{name} role-{role}" if role else name


def _draw_disputed(frame: Frame) -> list[Html]:
    """Boundaries that are not agreed: the edge is covered, then dashed."""
    drawn = [path for line in list_disputed_lines() for part in line.lines if (path := draw_line(part, frame))]
    return [element("path", d=path, class_=name) for path in drawn for name in ("covered", "disputed")]


def _draw_small(land: Mapping[str, Rings], places: ChannelPlaces, frame: Frame) -> list[Html]:
    """A ring around each territory of the channel that is too small to be seen."""
    drawn = []
    for iso2 in places.roles:
        outline = find_outline(iso2)
        point = frame.place(outline.point) if outline else None
        if point and frame.holds(point) and _breadth(land.get(iso2, [])) < SMALL:
            drawn.append(_circle(point, 7, _style("small", iso2, places)))
    return drawn


def _breadth(rings: Rings) -> float:
    xs = [x for ring in rings for x, _ in ring]
    return max(xs) - min(xs) if xs else 0.0


def _route(corridor: Corridor, frame: Frame) -> list[Point]:
    hubs = [hub for key in corridor.hubs if (hub := find_hub(key))]
    return [point for hub in hubs if (point := frame.place((hub.lon, hub.lat)))]


def _draw_corridor(corridor: Corridor, points: Sequence[Point]) -> Html:
    style = "documented" if corridor.basis == "documented" else "inferred"
    path = "L".join(f"{print_number(x)} {print_number(y)}" for x, y in points)
    heads = [_arrowhead(first, second) for first, second in pairwise(points)]
    return element("g", element("path", d=f"M{path}", class_="way"), heads, class_=f"corridor corridor-{style}")


def _arrowhead(first: Point, second: Point) -> Html | None:
    """An arrowhead in the middle of a leg that is long enough for one."""
    dx, dy = second[0] - first[0], second[1] - first[1]
    length = hypot(dx, dy)
    if length < ARROWED:
        return None
    ux, uy = dx / length, dy / length
    x, y = (first[0] + second[0]) / 2 + 4 * ux, (first[1] + second[1]) / 2 + 4 * uy
    corners = [(x, y), (x - 9 * ux + 4 * uy, y - 9 * uy - 4 * ux), (x - 9 * ux - 4 * uy, y - 9 * uy + 4 * ux)]
    return element("path", d=write_rings([corners]), class_="head")


def _draw_hub(hub: Hub, point: Point, places: ChannelPlaces) -> Html:
    kind = "hub" if hub.id in places.named else "hub hub-passed"
    return _circle(point, 3.6, f"{kind} hub-restricted" if hub.measure else kind)


def _circle(point: Point, radius: float, kind: str) -> Html:
    return element("circle", cx=print_number(point[0]), cy=print_number(point[1]), r=print_number(radius), class_=kind)
