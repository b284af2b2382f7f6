"""The places of a channel: its territories by role, its hubs under numbers, its corridors under letters."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Literal

from entrepot.model.channel import Channel, ChannelAssessment
from entrepot.reference.hubs import Corridor, Hub, find_corridor, find_hub
from entrepot.reference.memberships import members_of

TerritoryRole = Literal["origin", "via", "destination"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelPlaces:
    """What a channel's map is about.

    `roles` gives each territory its role; one that is named in two has the later one of via, destination, origin.
    `hubs` and `corridors` stand under the numbers and letters by which map and tables name them. `named` are the keys
    of the hubs that the channel itself or its evidence names; the others only lie on a corridor. `unknown` are keys
    that no table has.
    """

    roles: Mapping[str, TerritoryRole]
    hubs: Mapping[str, Hub]
    corridors: Mapping[str, Corridor]
    named: frozenset[str]
    unknown: tuple[str, ...]


def gather_places(assessment: ChannelAssessment) -> ChannelPlaces:
    """The places of a channel and of the evidence on it, in the order of the corridors, then of the channel."""
    channel = assessment.channel
    told = [one for line in assessment.lines for one in line.references]
    named = _unique([*channel.hubs, *(one.id for one in told if one.kind == "hub")])
    routes = _unique([*channel.corridors, *(one.id for one in told if one.kind == "corridor")])
    corridors = [corridor for key in routes if (corridor := find_corridor(key))]
    keys = _unique([*(hub for corridor in corridors for hub in corridor.hubs), *named])
    hubs = [hub for key in keys if (hub := find_hub(key))]
    known = {hub.id for hub in hubs} | {corridor.id for corridor in corridors}
    return ChannelPlaces(
        roles=_roles(channel, assessment.as_of),
        hubs={str(number): hub for number, hub in enumerate(hubs, 1)},
        corridors={_letter(number): corridor for number, corridor in enumerate(corridors)},
        named=frozenset(named),
        unknown=tuple(key for key in _unique([*keys, *routes]) if key not in known),
    )


def _roles(channel: Channel, day: str) -> dict[str, TerritoryRole]:
    origins = [iso2 for named in channel.origins for iso2 in _members(named, day)]
    roles: dict[str, TerritoryRole] = dict.fromkeys(filter(None, origins), "origin")
    if channel.destination:
        roles[channel.destination] = "destination"
    if channel.via:
        roles[channel.via] = "via"
    return roles


def _members(territory: str, day: str) -> tuple[str, ...]:
    """The territory itself, or the members of the European Union on that day."""
    return members_of("EU", day) if territory == "EU" else (territory,)


def _letter(number: int) -> str:
    """A, B, ... Z, A2, B2, ..."""
    again, letter = divmod(number, len(ascii_uppercase))
    return ascii_uppercase[letter] + (str(again + 1) if again else "")


def _unique(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(values))
