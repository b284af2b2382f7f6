"""The places of a case's channels as GeoJSON (RFC 7946), for maps elsewhere.

One feature collection: each channel's hubs as points, its corridors as lines through their hubs, its territories as a
point that stands for them. All positions come from the program's own tables; no person and no firm has one. `basis` of
a corridor says whether a source describes it; an `inferred` one is a way to test, which no source claims.
"""

import json
from collections.abc import Iterator
from itertools import pairwise

from entrepot.dossier.channels.places import ChannelPlaces, gather_places
from entrepot.dossier.records import Record
from entrepot.model.case import CaseContents
from entrepot.model.channel import Channel
from entrepot.reference.boundaries import BOUNDARIES_NOTE, Position, find_outline
from entrepot.reference.hubs import Corridor, Hub, find_hub
from entrepot.reference.tables import load_table
from entrepot.reference.territories import territory_name

HALF_TURN = 180.0


def render_geojson(case: CaseContents) -> str:
    """The feature collection as indented JSON; the same contents give the same bytes."""
    features = [
        feature
        for kept in case.channels
        for feature in _features(kept.assessment.channel, gather_places(kept.assessment))
    ]
    record = {"type": "FeatureCollection", "note": BOUNDARIES_NOTE, "features": features}
    return json.dumps(record, ensure_ascii=True, indent=1, allow_nan=False) + "\n"


def _features(channel: Channel, places: ChannelPlaces) -> Iterator[Record]:
    told = {"channel": channel.id, "channel_name": channel.name}
    for iso2, role in places.roles.items():
        outline = find_outline(iso2)
        if outline:
            yield _feature(
                f"{channel.id}/territory/{iso2}",
                {"type": "Point", "coordinates": list(outline.point)},
                {
                    **told,
                    "kind": "territory",
                    "territory": iso2,
                    "name": territory_name(iso2),
                    "role": role,
                    "position": "a point that stands for the territory",
                    "source": load_table("boundaries").card.citation,
                },
            )
    for hub in places.hubs.values():
        yield _hub_feature(channel, hub, told, is_named=hub.id in places.named)
    for corridor in places.corridors.values():
        geometry = _line([(one.lon, one.lat) for key in corridor.hubs if (one := find_hub(key))])
        yield _feature(f"{channel.id}/corridor/{corridor.id}", geometry, {**told, **_corridor_properties(corridor)})


def _feature(id_: str, geometry: Record | None, properties: Record) -> Record:
    return {"type": "Feature", "id": id_, "geometry": geometry, "properties": properties}


def _hub_feature(channel: Channel, hub: Hub, told: Record, *, is_named: bool) -> Record:
    properties = {
        **told,
        "kind": "hub",
        "hub": hub.id,
        "name": hub.name,
        "territory": hub.iso2,
        "hub_kinds": list(hub.kinds),
        "named": is_named,
        "position": "exact" if hub.is_exact else "approximate",
        "position_source": hub.position_source,
        "measure": hub.measure or None,
        "measure_basis": hub.measure_basis or None,
        "measure_since": hub.measure_since or None,
        "source": hub.source,
    }
    return _feature(f"{channel.id}/hub/{hub.id}", {"type": "Point", "coordinates": [hub.lon, hub.lat]}, properties)


def _corridor_properties(corridor: Corridor) -> Record:
    return {
        "kind": "corridor",
        "corridor": corridor.id,
        "name": corridor.name,
        "hubs": list(corridor.hubs),
        "modes": list(corridor.modes),
        "basis": corridor.basis,
        "note": corridor.note or None,
        "source": corridor.source,
    }


def _line(positions: list[Position]) -> Record | None:
    """The line through the positions, cut where it crosses the meridian of 180 degrees (RFC 7946, section 3.1.9)."""
    parts: list[list[list[float]]] = [[list(position) for position in positions[:1]]]
    for (lon, lat), (next_lon, next_lat) in pairwise(positions):
        step = next_lon - lon
        if abs(step) > HALF_TURN:
            edge = HALF_TURN if lon > 0 else -HALF_TURN
            share = (edge - lon) / (step + (2 * edge))
            crossing = round(lat + share * (next_lat - lat), 4)
            parts[-1].append([edge, crossing])
            parts.append([[-edge, crossing]])
        parts[-1].append([next_lon, next_lat])
    drawn = [part for part in parts if len(part) > 1]
    if not drawn:
        return None
    if len(drawn) == 1:
        return {"type": "LineString", "coordinates": drawn[0]}
    return {"type": "MultiLineString", "coordinates": drawn}
