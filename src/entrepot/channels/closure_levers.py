"""The levers of the table: what each does to a channel, and where customs records can give no figure, why not."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

from entrepot.channels.naming import join_words, name_end
from entrepot.channels.routes import find_corridors, find_hub, hub_words, hubs_on, measure_since
from entrepot.errors import CallError
from entrepot.model.channel import Channel
from entrepot.model.closure import LeverUse
from entrepot.reference.tables import Row, load_table, split_cell

Effect = Literal["ban", "coverage", "content", "relief", "none"]
_EFFECTS: Mapping[str, Effect] = MappingProxyType({"L01": "ban", "L02": "coverage", "L09": "content", "L12": "relief"})
"""What records can say of a lever: a ban's flow; the value a clause covers; the value of goods that may hold some
content; the flow that a relief would free. Of all others they give no figure."""
_WHY_NOT: Mapping[str, str] = MappingProxyType(
    {
        "L03": "customs statistics name no firms, so an entity's share of a flow is not in them; it needs records of "
        "single transactions, and a front can be renamed or replaced",
        "L04": "customs statistics do not say through which port goods went",
        "L05": "payments are not in customs statistics",
        "L06": "customs statistics do not say to which zone goods went",
        "L07": "goods in transit are not in trade statistics, which only count what enters or leaves for good",
        "L08": "customs statistics do not say by which vessel goods went; positions of ships would",
        "L10": "payments are not in customs statistics; at most a delay or a price would show in them",
        "L11": "a duty of care closes no flow by itself, and what it deters is not recorded",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lever:
    """A row of the levers table, with what records can say of it."""

    id: str
    name: str
    unit: str
    jurisdictions: tuple[str, ...]
    legal_basis: str
    precedent: str
    precedent_dates: tuple[str, ...]
    shows: str
    limits: str
    source: str
    checked: str
    effect: Effect


@cache
def list_levers() -> tuple[Lever, ...]:
    """All levers, in order of their keys."""
    return tuple(_read_lever(row) for row in load_table("levers").rows)


def find_lever(key: str) -> Lever:
    """The lever of that key.

    Raises:
        CallError: there is none; the message lists those there are.
    """
    found = next((one for one in list_levers() if one.id == key.upper()), None)
    if found is None:
        known = "; ".join(f"{one.id} {one.name}" for one in list_levers())
        raise CallError(f"There is no lever {key!r}. There are: {known}.")
    return found


def _read_lever(row: Row) -> Lever:
    return Lever(
        id=row["id"],
        name=row["lever"],
        unit=row["unit"],
        jurisdictions=split_cell(row["jurisdiction"]),
        legal_basis=row["legal_basis"],
        precedent=row["precedent"],
        precedent_dates=split_cell(row["precedent_dates"]),
        shows=row["what_data_can_show"],
        limits=row["limits"],
        source=row["source"],
        checked=row["checked"],
        effect=_EFFECTS.get(row["id"], "none"),
    )


def applies_to(lever: Lever, channel: Channel) -> str:
    """Why a lever does not apply to a channel, in words that go on from its name; "" where it may."""
    if lever.effect in ("ban", "coverage", "content") and not channel.via:
        return "the channel names no third territory"
    if lever.effect == "relief" and not channel.destination:
        return "the channel names no destination"
    if lever.id == "L04" and not _hubs_of(channel):
        return "no port, crossing or airport of the channel is in the tables"
    return ""


def why_no_figure(use: LeverUse, channel: Channel) -> str:
    """One sentence that says why records give no figure for a lever, and what there is instead."""
    lever = find_lever(use.lever)
    sentence = f"{lever.name}: no figure, because {_WHY_NOT.get(lever.id, 'customs records do not show it')}."
    if lever.id == "L04":
        return f"{sentence} {_ports_sentence(use.object, channel)}"
    return sentence


def _ports_sentence(named: str, channel: Channel) -> str:
    """Whether the port that is named lies on a known way of the channel, and which ports on these are under a measure.

    Ports that are under none are not listed: that would be a list of what stays open.
    """
    hubs = _hubs_of(channel)
    ends = f"between {name_end(channel.via)} and {name_end(channel.destination)}"
    if not hubs:
        return f"No port or corridor {ends} is in the tables."
    if not named:
        under = [hub_words(hub) for hub in hubs if measure_since(hub)]
        known = join_words(under) if under else "no port"
        return f"On known corridors {ends}, {known} is under a measure already; name the port with object=."
    hub = find_hub(named)
    if hub is None:
        return f"{named!r} is none of the ports in the table."
    return f"{hub_words(hub)} {'lies' if hub in hubs else 'does not lie'} on a known corridor {ends}."


def _hubs_of(channel: Channel) -> tuple[str, ...]:
    corridors = channel.corridors or find_corridors(channel.via, channel.destination)
    return tuple(dict.fromkeys((*channel.hubs, *hubs_on(corridors, channel.via, channel.destination))))
