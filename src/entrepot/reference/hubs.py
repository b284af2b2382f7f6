"""Ports, crossings, airports and zones, and the routes that join them, from their tables."""

from dataclasses import dataclass
from functools import cache

from entrepot.reference.tables import Row, load_table, split_cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Hub:
    """A place that goods go through.

    `is_exact` is false where the position is only approximate, `position_source` says where it comes from. `measure`
    is a key of a restriction on the hub itself, "" for none, `measure_basis` its act, `measure_since` its first day.
    """

    id: str
    name: str
    iso2: str
    kinds: tuple[str, ...]
    lat: float
    lon: float
    is_exact: bool
    position_source: str
    unlocode: str
    role: str
    measure: str
    measure_basis: str
    measure_since: str
    note: str
    source: str
    checked: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Corridor:
    """A route as hubs in order; `basis` is "documented", or "inferred" for one that no source claims."""

    id: str
    name: str
    hubs: tuple[str, ...]
    modes: tuple[str, ...]
    basis: str
    note: str
    source: str
    checked: str


def find_hub(hub_id: str) -> Hub | None:
    """The hub of that key; None where the table has none."""
    return _hubs().get(hub_id)


def list_hubs() -> tuple[Hub, ...]:
    """All hubs, in order of their keys."""
    return tuple(_hubs().values())


def find_corridor(corridor_id: str) -> Corridor | None:
    """The route of that key; None where the table has none."""
    return _corridors().get(corridor_id)


def list_corridors() -> tuple[Corridor, ...]:
    """All routes, in order of their keys."""
    return tuple(_corridors().values())


@cache
def _hubs() -> dict[str, Hub]:
    return {row["id"]: _read_hub(row) for row in load_table("hubs").rows}


def _read_hub(row: Row) -> Hub:
    return Hub(
        id=row["id"],
        name=row["name"],
        iso2=row["iso2"],
        kinds=split_cell(row["kind"]),
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        is_exact=row["coord_quality"] == "exact",
        position_source=row["coord_source"],
        unlocode=row["unlocode"],
        role=row["role"],
        measure=row["measure"],
        measure_basis=row["measure_basis"],
        measure_since=row["measure_since"],
        note=row["note"],
        source=row["source"],
        checked=row["checked"],
    )


@cache
def _corridors() -> dict[str, Corridor]:
    return {
        row["id"]: Corridor(
            id=row["id"],
            name=row["name"],
            hubs=split_cell(row["hub_ids"]),
            modes=split_cell(row["mode"]),
            basis=row["basis"],
            note=row["note"],
            source=row["source"],
            checked=row["checked"],
        )
        for row in load_table("corridors").rows
    }
