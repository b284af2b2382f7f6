"""Dated events between the territories of a channel, which move trade or its records without any diversion."""

from collections.abc import Sequence
from datetime import date

from entrepot.channels.routes import hub_words, measure_since
from entrepot.model.channel import Channel, EvidenceReference
from entrepot.model.finding import Alternative
from entrepot.reference.memberships import members_of
from entrepot.reference.tables import Row, load_table, split_cell

_UNION = "EU"
_LOOK_BACK_YEARS = 2
"""Years before the day that an event may lie and still move what is seen on it: a window, and the one before it."""
_LABELS = {
    "agreement": "Agreement or reform",
    "reform": "Agreement or reform",
    "tax": "Agreement or reform",
    "ban": "Agreement or reform",
    "war": "War or other shock",
    "shock": "War or other shock",
    "price": "Dated price move",
}


def list_confounders(channel: Channel, day: str, since: str = "") -> tuple[Row, ...]:
    """Events that begin up to the day, and not before `since` (two years before the day by default), in order of time.

    An event with two sides must have a territory of the channel on each; one of goods must concern the channel's.
    """
    first = since or _years_before(day)
    return tuple(
        sorted(
            (
                row for row in load_table("trade_confounders").rows
                if row["kind"] in _LABELS and first <= row["start"] <= day and _is_between(row, channel)
                and _concerns(row, channel.goods.codes)
            ),
            key=lambda row: (row["start"], row["id"]),
        )
    )  # fmt: skip


def explain_events(channel: Channel, rows: Sequence[Row], day: str) -> tuple[Alternative, ...]:
    """The events as other explanations; without a test of records none of them is rejected."""
    found = [
        Alternative(
            explanation=f"{_LABELS[row['kind']]}: {row['title']} ({row['start']}); {row['effect']}.",
            status="not_rejected",
        )
        for row in rows
    ]
    bans = [hub_words(hub) for hub in channel.hubs if "" < measure_since(hub) <= day]
    if bans:
        text = f"Measure on a port or place: {'; '.join(bans)}; trade there may move or stop for that reason."
        found.append(Alternative(explanation=text, status="not_rejected"))
    return tuple(found)


def reference_events(rows: Sequence[Row]) -> tuple[EvidenceReference, ...]:
    """The events as evidence."""
    return tuple(
        EvidenceReference(kind="confounder", id=row["id"], label=f"{row['title']} ({row['start']})") for row in rows
    )


def find_silence(territory: str, day: str) -> Row | None:
    """The row that says that a territory publishes no trade by partner on a day; None where none says so."""
    return next(
        (
            row for row in load_table("trade_confounders").rows
            if row["kind"] == "publication" and territory in split_cell(row["territories"])
            and row["start"] <= day <= (row["end"] or "9999")
        ),
        None,
    )  # fmt: skip


def _is_between(row: Row, channel: Channel) -> bool:
    """Whether an event concerns the third territory or the destination, on both sides where it has two."""
    ends = {channel.via, channel.destination} - {""}
    all_ends = {*ends, *channel.origins}
    if all_ends & {*members_of(_UNION, row["start"])}:
        all_ends.add(_UNION)
    sides = set(split_cell(row["territories"]))
    others = set(split_cell(row["counterparts"]))
    if "*" in sides:
        return bool(ends)
    if others:
        return bool((sides & all_ends and others & all_ends) and (sides | others) & ends)
    return bool(sides & ends)


def _concerns(row: Row, codes: Sequence[str]) -> bool:
    wanted = split_cell(row["goods"])
    return not wanted or any(one.startswith(code) or code.startswith(one) for one in wanted for code in codes)


def _years_before(day: str) -> str:
    then = date.fromisoformat(day)
    return f"{then.year - _LOOK_BACK_YEARS:04d}{then.isoformat()[4:]}"
