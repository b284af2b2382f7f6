"""The line of the routes: ways between the third territory and the destination, and hubs on them under measures."""

from collections.abc import Mapping, Sequence

from entrepot.channels.evidence import Assessed, Beside, LineParts, make_line
from entrepot.channels.naming import join_words, name_end
from entrepot.channels.routes import Route, hub_reference, hub_words, measure_since, read_routes
from entrepot.model.channel import Channel, EvidenceReference, MissingRecord

_SHOWN = 4


def assess_routes(channel: Channel, beside: Beside) -> Assessed:
    """Which corridors join the two ends, documented or to be tested, and which hubs on them are under a measure."""
    routes = read_routes(channel.corridors, channel.via, channel.destination, beside.day)
    listed = sorted({hub for one in routes for hub in one.listed} | _listed(channel.hubs, beside.day))
    later = sorted({hub for one in routes for hub in one.listed_later} - set(listed))
    detail = _detail(routes, listed, later)
    parts = LineParts(
        question=(
            f"Which ways lie between {name_end(channel.via)} and {name_end(channel.destination)}, and which hubs on "
            f"them were under a measure on {beside.day}?"
        ),
        statement=_statement(channel, detail),
        detail=detail,
        references=(*_corridor_references(routes), *_hub_references(channel, routes, beside.named_hubs)),
        missing=_missing(channel, routes),
    )
    return make_line(channel, beside.day, _rule(channel, routes), parts)


def _listed(hubs: Sequence[str], day: str) -> set[str]:
    return {hub for hub in hubs if "" < measure_since(hub) <= day}


def _rule(channel: Channel, routes: Sequence[Route]) -> str:
    if not channel.via or not channel.destination or channel.via == channel.destination:
        return "routes-ends-open"
    if not routes:
        return "routes-unknown"
    return "routes-documented" if any(one.is_documented for one in routes) else "routes-inferred"


def _detail(routes: Sequence[Route], listed: Sequence[str], later: Sequence[str]) -> str:
    known = [one.name for one in routes if one.is_documented]
    inferred = [one.name for one in routes if not one.is_documented]
    parts = [f"documented: {_few(known)}"] if known else []
    parts += [f"to be tested: {_few(inferred)}"] if inferred else []
    parts += [f"hubs under a measure on the day: {_few([hub_words(one) for one in listed])}"] if listed else []
    parts += [f"hubs put under a measure later: {_few([hub_words(one) for one in later])}"] if later else []
    return "; ".join(parts)


def _few(names: Sequence[str]) -> str:
    more = [f"{len(names) - _SHOWN} more"] if len(names) > _SHOWN else []
    return join_words([*names[:_SHOWN], *more])


def _statement(channel: Channel, detail: str) -> str:
    ends = f"{name_end(channel.via)} and {name_end(channel.destination)}"
    return f"Between {ends}: {detail}." if detail else f"The tables have no way between {ends}."


def _corridor_references(routes: Sequence[Route]) -> tuple[EvidenceReference, ...]:
    return tuple(
        EvidenceReference(
            kind="corridor", id=one.id,
            label=f"{one.name} ({one.mode.replace(';', ', ')}; {'documented' if one.is_documented else 'inferred'})",
        )
        for one in routes
    )  # fmt: skip


def _hub_references(
    channel: Channel, routes: Sequence[Route], named: Mapping[str, Sequence[str]]
) -> tuple[EvidenceReference, ...]:
    """The hubs that reports name with this way, and those under a measure; the others are on the corridors."""
    under = [hub for one in routes for hub in (*one.listed, *one.listed_later)]
    found = []
    for hub in dict.fromkeys((*channel.hubs, *under)):
        reference = hub_reference(hub)
        by = f"; named by {join_words(list(named[hub]))}" if hub in named else ""
        found.append(EvidenceReference(kind="hub", id=hub, label=f"{reference.label}{by}"))
    return tuple(found)


def _missing(channel: Channel, routes: Sequence[Route]) -> tuple[MissingRecord, ...]:
    if not routes or not channel.destination:
        return ()
    return (
        MissingRecord(
            what="Which of these ways goods took, if any.",
            where=(
                "Transit declarations of the customs services on the way; for ships their calls at ports (AIS "
                "providers, harbour masters); rail waybills."
            ),
        ),
    )
