"""Who stands behind a speaker or a doer: the state whose organ or office holder it is, the owner of an outlet."""

from functools import cache

from entrepot.model.actor import Actor
from entrepot.reference.gazetteer import country_of
from entrepot.reference.tables import Row, load_table

_ORGANS = frozenset({"official", "intelligence"})
_STATE_CONTROL = frozenset({"state", "irgc_linked"})
NO_OWNER = frozenset({"", "not public", "unknown"})


def state_behind(actor: Actor) -> str | None:
    """The ISO code of the state for which an actor acts: the state itself, its organs, whoever holds its offices.

    None for firms, outlets, places, ships and everybody else, whatever country they belong to.
    """
    if actor.kind == "country":
        return actor.id.removeprefix("country:")
    if actor.kind == "person":
        return country_of(actor)
    if actor.kind != "organisation":
        return None
    row = _sources().get(actor.id)
    if row is not None:
        return row["iso2"] or None if row["kind"] in _ORGANS else None
    return country_of(actor) if actor.id not in _companies() else None


def owner_behind(actor: Actor) -> str:
    """The owner of an outlet in one word for comparison, "" where none is known; a state's outlet is owned by it."""
    row = _sources().get(actor.id)
    if row is None or row["kind"] in _ORGANS:
        return ""
    if row["control"] in _STATE_CONTROL and row["iso2"]:
        return f"state:{row['iso2']}"
    owner = row["owner"].casefold()
    return "" if owner in NO_OWNER else f"owner:{owner}"


def owner_evidence(actor: Actor) -> str:
    """The row that says who owns the outlet."""
    row = _sources()[actor.id]
    return f"sources/{row['id']}: {row['name']}, {row['control']}, {row['owner'] or 'owner not stated'}"


@cache
def _sources() -> dict[str, Row]:
    return {f"organisation:{row['id']}": row for row in load_table("sources").rows}


@cache
def _companies() -> frozenset[str]:
    return frozenset(f"organisation:{row['id']}" for row in load_table("companies").rows)
