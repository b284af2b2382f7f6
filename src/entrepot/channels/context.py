"""Propositions that stand beside a channel without saying it: on the same two ends, or a leg of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from entrepot.channels.drafts import WAYS, Said, goods_of, locate_ends
from entrepot.model.channel import Channel
from entrepot.model.proposition import Proposition


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A proposition on goods, evasion or ways, with the territories that it names and the codes of its goods."""

    proposition: Proposition
    territories: frozenset[str]
    codes: tuple[str, ...]


def place_propositions(propositions: Iterable[Proposition], said: Said) -> tuple[Placed, ...]:
    """The propositions whose frame could speak of a way, with where their parties are; sorted by id."""
    found = (_place(one, said) for one in propositions if one.frame in WAYS)
    return tuple(sorted(found, key=lambda one: one.proposition.id))


def list_context(channel: Channel, placed: Sequence[Placed], grounds: Iterable[Proposition]) -> tuple[Proposition, ...]:
    """Propositions that name both the third territory and the destination, and do not say the channel.

    They count for nothing: a supply from the one to the other is the onward leg at most. Where both name codes, one
    must hold the other.
    """
    if not channel.via or not channel.destination:
        return ()
    taken = {one.id for one in grounds}
    ends = {channel.via, channel.destination}
    return tuple(
        one.proposition
        for one in placed
        if one.proposition.id not in taken and ends <= one.territories and _fits(one.codes, channel.goods.codes)
    )


def _place(proposition: Proposition, said: Said) -> Placed:
    beside = [said.claims[one].quote.text for one in proposition.claims if one in said.claims]
    roles = dict.fromkeys(name for name in WAYS[proposition.frame] if name)
    territories = {one.territory for name in roles for one in locate_ends(proposition, name, beside, said)}
    codes = tuple(code for scope in goods_of(proposition) for code in scope.codes)
    return Placed(proposition=proposition, territories=frozenset(territories), codes=codes)


def _fits(codes: Sequence[str], others: Sequence[str]) -> bool:
    if not codes or not others:
        return True
    return any(one.startswith(code) or code.startswith(one) for one in codes for code in others)
