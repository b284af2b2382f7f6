"""The law beside a channel: what was in force towards its ends, and how the third territory compares with others."""

from collections.abc import Mapping, Sequence
from datetime import date

from entrepot.channels.evidence import LawBeside
from entrepot.channels.law import read_compared
from entrepot.model.channel import Channel
from entrepot.model.claim import Claim
from entrepot.model.finding import Finding
from entrepot.model.measure import Measure
from entrepot.model.proposition import Proposition
from entrepot.pipeline.measures import MeasureSet, assess_measure_gap, measures_in_force

_BENCHMARK = "RU"
"""Compared with where no report names another: the target with the broadest measures on goods since 2022."""
_ON_GOODS = frozenset({"to_target", "both"})


def read_law(
    channel: Channel,
    propositions: Sequence[Proposition],
    claims: Mapping[str, Claim],
    measures: MeasureSet,
    day: date,
) -> LawBeside:
    """The measures in force towards both ends on the day, and the gaps: as the reports compare, else by rule.

    Without a comparison in the reports the third territory is compared with the destination, and with Russia.
    """
    if not channel.via:
        return LawBeside()
    named = frozenset(one for one in read_compared(propositions, claims) if one != channel.via)
    others = list(dict.fromkeys(one for one in (*sorted(named), channel.destination, _BENCHMARK) if one))
    gaps = tuple((one, _gap(channel, one, measures, day)) for one in others if one != channel.via)
    ends = [one for one in (channel.via, channel.destination) if one]
    in_force = {one: tuple(measures_in_force(measures, one, day, channel.goods)) for one in ends}
    return LawBeside(in_force=in_force, gaps=gaps, named_by_reports=named, issuers=_issuers(channel, measures, day))


def last_measure_on(channel: Channel, measures: MeasureSet, day: date) -> date | None:
    """The first day of the last measure on goods towards the destination that began by a day; None without one."""
    if not channel.destination:
        return None
    in_force = measures_in_force(measures, channel.destination, day, channel.goods)
    begun = [one.valid_from.start for one in in_force if one.direction in _ON_GOODS and one.valid_from]
    known = [one for one in begun if one and one <= day.isoformat()]
    return date.fromisoformat(max(known)) if known else None


def _gap(channel: Channel, than: str, measures: MeasureSet, day: date) -> Finding:
    return assess_measure_gap(measures, channel.via, than, day, channel.goods)


def _issuers(channel: Channel, measures: MeasureSet, day: date) -> frozenset[str]:
    """The states that have measures of any kind in force towards an end: what they say of it is in their interest."""
    found: list[Measure] = []
    for end in (channel.via, channel.destination):
        found += measures_in_force(measures, end, day) if end else []
    return frozenset(one.issuer for one in found)
