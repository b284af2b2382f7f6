"""Ways between two territories: corridors of the table, the hubs on them, and which of these are under a measure."""

import re
from dataclasses import dataclass
from functools import cache

from entrepot.model.channel import EvidenceReference
from entrepot.reference.tables import Row, load_table, split_cell
from entrepot.reference.territories import territory_name

_BRACKETS = re.compile(r"\s*\([^)]*\)")
_JOINED = re.compile(r"\s*/\s*|\s+-\s+")
MEASURES = {
    "eu_transaction_ban": "a ban on transactions of the EU",
    "eu_zone_measures": "measures of the EU on the zone",
    "eu_country_measure": "a measure of the EU on the country",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A corridor between two territories: the hubs from the last one in the first to the first one in the second.

    `is_documented` says whether a source describes the way; otherwise it is one to test, which nobody claims.
    `listed` are hubs on it under a measure on the day asked about, `listed_later` those since.
    """

    id: str
    name: str
    mode: str
    is_documented: bool
    hubs: tuple[str, ...]
    listed: tuple[str, ...] = ()
    listed_later: tuple[str, ...] = ()


@cache
def find_corridors(via: str, destination: str) -> tuple[str, ...]:
    """The corridors that join the two territories, in either direction, by their keys."""
    if not via or not destination or via == destination:
        return ()
    return tuple(row["id"] for row in load_table("corridors").rows if _leg(row, via, destination))


def hubs_on(corridors: tuple[str, ...], via: str, destination: str) -> tuple[str, ...]:
    """The hubs on corridors between the two territories, in order of the corridors."""
    rows = [row for row in load_table("corridors").rows if row["id"] in corridors]
    return tuple(dict.fromkeys(hub for row in rows for hub in _leg(row, via, destination)))


def read_routes(corridors: tuple[str, ...], via: str, destination: str, day: str) -> tuple[Route, ...]:
    """The corridors as routes, with the hubs that are under a measure on an ISO day."""
    return tuple(
        _route(row, _leg(row, via, destination), day) for row in load_table("corridors").rows if row["id"] in corridors
    )


def _route(row: Row, hubs: tuple[str, ...], day: str) -> Route:
    under = [(hub, since) for hub in hubs if (since := measure_since(hub))]
    return Route(
        id=row["id"],
        name=row["name"],
        mode=row["mode"],
        is_documented=row["basis"] == "documented",
        hubs=hubs,
        listed=tuple(hub for hub, since in under if since <= day),
        listed_later=tuple(hub for hub, since in under if since > day),
    )


def measure_since(hub: str) -> str:
    """The first day of the measure on a hub as ISO 8601, "" where it is under none."""
    row = load_table("hubs").find_row(hub)
    return row["measure_since"] if row and row["measure"] else ""


def hub_words(hub: str) -> str:
    """A hub by its name, its territory, and its measure where it is under one."""
    row = load_table("hubs").find_row(hub)
    if row is None:
        return hub
    words = f"{row['name']} ({territory_name(row['iso2'])})"
    if not row["measure"]:
        return words
    since = row["measure_since"] or "a day not known here"
    return f"{words}, under {MEASURES.get(row['measure'], row['measure'])} since {since}"


def hub_reference(hub: str) -> EvidenceReference:
    """A hub as evidence."""
    return EvidenceReference(kind="hub", id=hub, label=hub_words(hub))


def hub_territory(hub: str) -> str:
    """The territory of a hub, "" for an unknown key."""
    row = load_table("hubs").find_row(hub)
    return row["iso2"] if row else ""


def list_hub_names(row: Row) -> tuple[str, ...]:
    """The single names of a hub: "Upper Lars - Dariali" is two; what stands in brackets is left out."""
    name = _BRACKETS.sub("", row["name"])
    return (*_JOINED.split(name), *split_cell(row["alt_names"]))


def find_hub(name: str) -> str | None:
    """The key of the hub that a user's word stands for: its key, a name or another name; None where none does."""
    wanted = name.strip().casefold()
    for row in load_table("hubs").rows:
        names = (row["id"], row["name"], row["unlocode"], *list_hub_names(row))
        if wanted and wanted in {one.casefold() for one in names}:
            return row["id"]
    return None


def _leg(row: Row, via: str, destination: str) -> tuple[str, ...]:
    """The part of a corridor from the one territory to the other, () where it does not join them."""
    hubs = split_cell(row["hub_ids"])
    territories = [hub_territory(hub) for hub in hubs]
    if via not in territories or destination not in territories:
        return ()
    last_via = max(at for at, one in enumerate(territories) if one == via)
    first_end = min(at for at, one in enumerate(territories) if one == destination)
    if last_via < first_end:
        return hubs[last_via : first_end + 1]
    first_via = territories.index(via)
    last_end = max(at for at, one in enumerate(territories) if one == destination)
    return tuple(reversed(hubs[last_end : first_via + 1]))
