"""The words on a channel's map: its territories with their roles, its hubs, its corridors, and neighbours with room."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

from entrepot.dossier.channels.labels import Box, Label, PlacedLabel, box_around, place_labels, width_of
from entrepot.dossier.channels.places import ChannelPlaces
from entrepot.dossier.channels.projection import Frame, Point
from entrepot.dossier.channels.shapes import Rings, find_widest, print_number
from entrepot.dossier.markup import Html, element, join
from entrepot.reference.boundaries import find_outline
from entrepot.reference.territories import territory_name

LETTERS = 12.0
"""The size of the letters of a label."""
HUB_REACH = 5.0
"""Units around a hub that no label may cover."""
MANY = 3
"""Origins past which the map names only those with room; the colour and the text beside it tell the others."""
ROOM = 30.0
"""Units across from which a territory's name stands on it, and not beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What a map shows and where: outlines by territory, hubs by number, the points of corridors by letter."""

    land: Mapping[str, Rings]
    hubs: Mapping[str, Point]
    routes: Mapping[str, Sequence[Point]]


def draw_labels(seen: Seen, places: ChannelPlaces, frame: Frame, *, full_names: bool) -> Html:
    """The labels that find room, the weightiest first; a hub whose name does not fit keeps its number."""
    sheet = Box(2, 2, frame.width - 2, frame.height - 2)
    taken = [box_around(x, y, HUB_REACH) for x, y in seen.hubs.values()]
    wanted = [
        *_label_roles(seen, places, frame),
        *_label_corridors(seen),
        *_label_hubs(seen, places, full_names=full_names),
        *_label_neighbours(seen, places, frame),
    ]
    return join(map(_draw_label, place_labels(wanted, taken, sheet)))


def _label_roles(seen: Seen, places: ChannelPlaces, frame: Frame) -> Iterator[Label]:
    """Via, destination and few origins in any case; of many origins those whose name fits within their outline."""
    many = list(places.roles.values()).count("origin") > MANY
    for iso2 in sorted(places.roles, key=lambda iso2: places.roles[iso2] == "origin"):
        spot = _spot(iso2, seen, frame)
        if spot is None:
            continue
        (x, y), room = spot
        name, role = territory_name(iso2), places.roles[iso2]
        if role != "origin" or not many:
            gap = 0.0 if room > ROOM else HUB_REACH + 3
            yield Label(texts=(f"{name} ({role})", name), x=x, y=y, size=LETTERS + 1, gap=gap, kind="role")
        elif room > width_of(name, LETTERS):
            yield Label(texts=(name,), x=x, y=y, size=LETTERS, gap=0, kind="role")


def _spot(iso2: str, seen: Seen, frame: Frame) -> tuple[Point, float] | None:
    """Where a territory's name belongs, and how much room there is."""
    if iso2 in seen.land:
        return find_widest(seen.land[iso2], frame)
    outline = find_outline(iso2)
    point = frame.place(outline.point) if outline else None
    return (point, 0.0) if point and frame.holds(point) else None


def _label_corridors(seen: Seen) -> Iterator[Label]:
    """The letter of a corridor beside its longest leg."""
    for letter, points in seen.routes.items():
        legs = sorted(pairwise(points), key=lambda leg: -_length(leg))
        if legs:
            (x1, y1), (x2, y2) = legs[0]
            yield Label(texts=(letter,), x=(x1 + 2 * x2) / 3, y=(y1 + 2 * y2) / 3, size=LETTERS, gap=5, kind="way")


def _length(leg: tuple[Point, Point]) -> float:
    (x1, y1), (x2, y2) = leg
    return hypot(x2 - x1, y2 - y1)


def _label_hubs(seen: Seen, places: ChannelPlaces, *, full_names: bool) -> Iterator[Label]:
    for number, (x, y) in seen.hubs.items():
        name = places.hubs[number].name.partition(" (")[0].partition(" / ")[0]
        texts = (f"{number} {name}", number) if full_names else (number,)
        yield Label(texts=texts, x=x, y=y, size=LETTERS - 1, gap=HUB_REACH, kind="hub")


def _label_neighbours(seen: Seen, places: ChannelPlaces, frame: Frame) -> Iterator[Label]:
    """Territories outside of the channel whose name fits within their outline."""
    for iso2, rings in seen.land.items():
        found = find_widest(rings, frame) if iso2 not in places.roles else None
        name = territory_name(iso2)
        if found and found[1] > width_of(name, LETTERS - 1):
            (x, y), _ = found
            yield Label(texts=(name,), x=x, y=y, size=LETTERS - 1, gap=0, kind="neighbour")


def _draw_label(placed: PlacedLabel) -> Html:
    """The text at that edge of its box which is next to what it names, since letters are narrower than allowed for."""
    label, box = placed.label, placed.box
    x, anchor = (box.left + box.right) / 2, "middle"
    if label.gap and box.left >= label.x:
        x, anchor = box.left + 1, "start"
    elif label.gap and box.right <= label.x:
        x, anchor = box.right - 1, "end"
    return element(
        "text",
        placed.text,
        x=print_number(x),
        y=print_number((box.top + box.bottom) / 2 + 0.34 * label.size),
        font_size=print_number(label.size),
        text_anchor=anchor,
        class_=f"name name-{label.kind}",
    )
