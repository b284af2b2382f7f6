"""Channels out of what the reports of a case say: one for each third territory, destination and kind of goods."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from entrepot.channels.chains import chain_supplies
from entrepot.channels.drafts import WAYS, Draft, LeftOut, Said, read_drafts, read_goods_roles
from entrepot.channels.locating import hubs_by_place
from entrepot.channels.naming import LEGS_JOINED, channel_id, join_words, name_channel, unresolved_sentence
from entrepot.channels.routes import find_corridors, hubs_on
from entrepot.model.channel import Channel, ChannelGround
from entrepot.model.claim import Claim
from entrepot.model.goods import GoodsScope
from entrepot.model.interval import Interval
from entrepot.model.issue import Issue
from entrepot.model.proposition import Proposition
from entrepot.reference.territories import territory_in_phrase, territory_name

_HUB_ROLES = frozenset({"channel", "facility", "via", "target", "recipient", "supplier"})
"""Roles whose filler, where it is a port or a crossing, is spoken of as part of a way for goods."""
_HUB_FRAMES = frozenset({"channel", "host", "supply", "seek", "strike", "damage", "sanction", "enforce"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """The channels that propositions make, in the order of the case, and the propositions that make none, with why."""

    channels: tuple[Channel, ...]
    left_out: tuple[LeftOut, ...]


def propose_channels(propositions: Sequence[Proposition], said: Said) -> Proposed:
    """The channels that reports speak of; nothing in them is believed.

    Propositions on the same third territory and destination are grounds of one channel where their goods have the same
    codes; goods that no code fixes are together in one, however they are called. So a further report adds grounds, and
    never takes one away or changes an id.
    """
    drafts: list[Draft] = []
    left: list[LeftOut] = []
    for one in propositions:
        made, without = read_drafts(one, said)
        drafts += made
        left += without
    drafts += chain_supplies(propositions, said)
    settled = [settle_destination(one, drafts) for one in drafts]
    kept = [draft for draft, _ in settled if draft is not None]
    left += [LeftOut(proposition_id=d.proposition.id, reason=why, hubs=(d.via.hub,) if d.via.hub else ())
             for d, (draft, why) in zip(drafts, settled, strict=True) if draft is None]  # fmt: skip
    groups: dict[tuple[str, str, tuple[str, ...]], list[Draft]] = {}
    for draft in kept:
        groups.setdefault((draft.via.territory, draft.destination, draft.unit.codes), []).append(draft)
    named = list_named_hubs(propositions)
    channels = tuple(_channel(key, group, named, said.claims) for key, group in groups.items())
    return Proposed(channels=channels, left_out=_distinct(left, {d.proposition.id for d in kept}))


def settle_destination(draft: Draft, drafts: Sequence[Draft]) -> tuple[Draft | None, str]:
    """The draft with its destination understood from others where it names none, or None and why it makes no channel.

    Asked are, in this order, propositions that say the same more closely or more generally, those of the same reports,
    and all others on the same territory; the first of these that name any destination decide, where they agree on one.
    A place is only asked about by its own name, since a country has many.
    """
    if draft.destination:
        return draft, ""
    others = [one for one in drafts if one.via.territory == draft.via.territory and one.destination]
    others = [one for one in others if one.destination not in draft.origins]
    if draft.via.is_place:
        others = [one for one in others if draft.via.hub and one.via.hub == draft.via.hub]
    found, basis = _nearest_destinations(draft, others)
    if len(found) == 1:
        note = f"The destination is taken from {basis}, since the words here name none."
        return replace(draft, destination=found[0], notes=(*draft.notes, note)), ""
    if found:
        note = f"No destination is named here, and {basis} name several: {join_words([*map(territory_name, found)])}."
        return replace(draft, notes=(*draft.notes, note)), ""
    if draft.via.is_place:
        name = territory_in_phrase(draft.via.territory)
        return None, f"a place in {name}, and nobody says to which other territory goods go on from there"
    return draft, ""


def _nearest_destinations(draft: Draft, others: Sequence[Draft]) -> tuple[list[str], str]:
    linked = {link.proposition_id for link in draft.proposition.links}
    documents = _documents(draft.proposition)
    circles = (
        ([one for one in others if one.proposition.id in linked], "statements of the same"),
        ([one for one in others if documents & _documents(one.proposition)], "the same reports on this territory"),
        (others, "other reports on this territory"),
    )
    for circle, basis in circles:
        if circle:
            return sorted({one.destination for one in circle}), basis
    return [], ""


def _documents(proposition: Proposition) -> set[str]:
    return {trail.document_id for origin in proposition.origins for trail in origin.trails} | {
        proposition.first_reported.document_id
    }


def list_named_hubs(propositions: Iterable[Proposition]) -> dict[str, tuple[str, ...]]:
    """The hubs that propositions name as part of a way for goods or as a target, with the propositions' ids."""
    found: dict[str, list[str]] = {}
    for one in propositions:
        if one.frame not in _HUB_FRAMES:
            continue
        for role in one.roles:
            actor = role.actor
            if role.role in _HUB_ROLES and actor is not None and actor.id in hubs_by_place():
                found.setdefault(hubs_by_place()[actor.id], []).append(one.id)
    return {hub: tuple(dict.fromkeys(ids)) for hub, ids in found.items()}


def _channel(
    key: tuple[str, str, tuple[str, ...]],
    drafts: Sequence[Draft],
    named_hubs: Mapping[str, tuple[str, ...]],
    claims: Mapping[str, Claim],
) -> Channel:
    via, destination, codes = key
    said_whole = [draft for draft in drafts if not draft.further]
    drafts = said_whole or drafts
    goods = join_goods([*(draft.unit for draft in drafts), *_further_names(codes, drafts, claims)])
    corridors = find_corridors(via, destination)
    on_the_way = set(hubs_on(corridors, via, destination))
    hubs = [draft.via.hub for draft in drafts if draft.via.hub]
    hubs += [hub for hub in named_hubs if hub in on_the_way]
    return Channel(
        id=channel_id("reported", via, destination, *codes),
        name=name_channel(via, destination, goods),
        origins=tuple(sorted({origin for draft in drafts for origin in draft.origins})),
        via=via,
        destination=destination,
        goods=goods,
        period=_period([draft.proposition for draft in drafts]),
        grounds=_grounds(drafts, claims),
        hubs=tuple(sorted(set(hubs))),
        corridors=corridors,
        issues=_issues(drafts, goods, destination),
    )


def _further_names(codes: Sequence[str], drafts: Sequence[Draft], claims: Mapping[str, Claim]) -> list[GoodsScope]:
    """What single claims call the goods, where nothing fixes a code: merged, only one of the names is left."""
    if codes:
        return []
    told = [claims[key] for draft in drafts for key in draft.proposition.claims if key in claims]
    return [scope for claim in told for scope in read_goods_roles(claim.roles) if not scope.codes]


def join_goods(units: Sequence[GoodsScope]) -> GoodsScope:
    """Goods of several fillers with the same codes, under all the names they were given."""
    texts = {text.casefold(): text for text in sorted({unit.text for unit in units if unit.text}, reverse=True)}
    coded = sorted((unit for unit in units if unit.codes), key=lambda unit: (unit.resolution, unit.text))
    first = coded[0] if coded else GoodsScope(text="")
    return replace(
        first,
        text="; ".join(texts[key] for key in sorted(texts)),
        classes=tuple(sorted({key for unit in units for key in unit.classes})),
        unresolved=tuple(sorted({part for unit in units for part in unit.unresolved})),
    )


def _period(propositions: Sequence[Proposition]) -> Interval | None:
    """From the earliest to the latest day on which it is said to work; None where nobody dates it."""
    dated = [one.when for one in propositions if one.when is not None]
    if not dated:
        return None
    starts, ends = [one.start for one in dated], [one.end for one in dated]
    start = None if None in starts else min(one for one in starts if one)
    end = None if None in ends else max(one for one in ends if one)
    if len({(one.start, one.end) for one in dated}) == 1:
        return dated[0]
    return Interval(start=start, end=end, granularity="range")


def _grounds(drafts: Sequence[Draft], claims: Mapping[str, Claim]) -> tuple[ChannelGround, ...]:
    found: dict[str, ChannelGround] = {}
    for draft in drafts:
        for one in draft.propositions:
            found.setdefault(one.id, ChannelGround(kind="proposition", reference=one.id, text=_quote(one, claims)))
    return tuple(found[key] for key in sorted(found))


def _quote(proposition: Proposition, claims: Mapping[str, Claim]) -> str:
    """The first sentence that itself names the way, since a retelling may leave it to be understood."""
    told = [claims[key] for key in proposition.claims if key in claims]
    way = WAYS[proposition.frame][0]
    naming = [one for one in told if any(role.role == way and role.span is not None for role in one.roles)]
    return (naming or told)[0].quote.text if told else ""


def _issues(drafts: Sequence[Draft], goods: GoodsScope, destination: str) -> tuple[Issue, ...]:
    notes = sorted({note for draft in drafts for note in draft.notes})
    found = [Issue(code="channel_understood", message=note, severity="note") for note in notes]
    if all(draft.further for draft in drafts):
        message = "No report says the whole of it: two supplies are joined where one firm gets and sends on such goods."
        found.append(Issue(code=LEGS_JOINED, message=message))
    if not destination:
        message = "Nobody says where the goods go on to, so that the channel cannot be tested as a whole."
        found.append(Issue(code="destination_open", message=message))
    if not goods.codes:
        found.append(Issue(code="goods_unresolved", message=unresolved_sentence(goods)))
    return tuple(found)


def _distinct(left: Iterable[LeftOut], kept: set[str]) -> tuple[LeftOut, ...]:
    """Each proposition once, those that make a channel all the same left away."""
    found: dict[str, LeftOut] = {}
    for one in left:
        if one.proposition_id not in kept:
            found.setdefault(one.proposition_id, one)
    return tuple(found.values())
