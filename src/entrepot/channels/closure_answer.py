"""Closure estimates put together: figures, sentences, a stable id; and each of them as a finding."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace

from entrepot.channels.closure import (
    METHOD,
    PERCENT,
    Amounts,
    Coverage,
    Effects,
    as_estimate,
    controlled_share,
    join_coverage,
    measure_effects,
)
from entrepot.channels.closure_levers import find_lever, why_no_figure
from entrepot.channels.closure_words import (
    coverage_sentence,
    flow_sentences,
    lever_words,
    relevant_reactions,
    relief_sentence,
    source_words,
)
from entrepot.channels.substitution import reaction_of
from entrepot.model.channel import Channel
from entrepot.model.closure import ClosureEstimate, ExposedFlows, LeverUse, Reaction
from entrepot.model.finding import (
    Alternative,
    Estimate,
    Finding,
    FindingInput,
    FindingMethod,
    FindingVerdict,
)
from entrepot.model.issue import Issue

_HEADING = 4
_DIGITS_OF_ID = 16
_NAMED = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A channel's flows as the records have them, with how they were measured.

    `windows` are the months in words, `attribution` what partners mean where imports were used. `untold` says why there
    is nothing, "" where there is. `parameters` are printed with every estimate.
    """

    channel: Channel
    flows: ExposedFlows
    windows: str
    attribution: str = ""
    untold: str = ""
    reactions: tuple[Reaction, ...] = ()
    parameters: Mapping[str, object] = field(default_factory=dict)
    inputs: tuple[FindingInput, ...] = ()
    issues: tuple[Issue, ...] = ()
    alternatives: tuple[Alternative, ...] = ()

    @property
    def measured(self) -> str:
        """Whose record the flows are, in words."""
        return source_words(self.flows.source, self.attribution, self.channel.via)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedLever:
    """A lever with what it reaches of the flows; `bounded` is false where part of that is withheld or unreported.

    `lost` are the places, in `ExposedFlows.lost`, of direct trade that a relief would free.
    """

    use: LeverUse
    coverage: Coverage = field(default_factory=Coverage)
    bounded: bool = True
    lost: frozenset[int] = frozenset()
    issues: tuple[Issue, ...] = ()


def estimate_lever(measured: Measured, placed: PlacedLever) -> ClosureEstimate:
    """What one lever would close: with figures for a ban, a coverage for a clause, and a reason for all others."""
    effect = find_lever(placed.use.lever).effect
    if effect == "none":
        nothing = replace(measured, parameters={}, inputs=(), issues=(), alternatives=())
        return _told(nothing, (placed,), why_no_figure(placed.use, measured.channel))
    if effect == "relief":
        return _relief(measured, placed)
    if measured.untold:
        return _told(measured, (placed,), f"{lever_words(placed.use)}: no figure, because {measured.untold}.")
    if effect == "ban":
        return estimate_levers(measured, (placed,))
    return _covered(measured, placed)


def estimate_levers(measured: Measured, placed: Sequence[PlacedLever]) -> ClosureEstimate:
    """What bans would close together: a flow that several cover counts once."""
    coverage = join_coverage(one.coverage for one in placed)
    effects = measure_effects(measured.flows, coverage.cells, measured.reactions)
    bounded = all(one.bounded for one in placed)
    currency = measured.flows.currency
    share = controlled_share(measured.flows, coverage)
    estimate = replace(
        _told(measured, placed, ""),
        exposed=as_estimate(Amounts(low=effects.exposed, mid=effects.exposed, high=effects.exposed), currency,
                            bounded=bounded),
        diverted=as_estimate(effects.diverted, currency, bounded=bounded),
        lawful=as_estimate(effects.lawful, currency, bounded=bounded),
        controlled_share=None if share is None else as_estimate(share, PERCENT),
        substitution=_substitution(measured, coverage, effects),
        closed=as_estimate(effects.closed, currency, bounded=bounded),
    )  # fmt: skip
    reactions = relevant_reactions(_headings(measured, coverage), measured.reactions)
    statement = flow_sentences(measured.channel, estimate, measured.measured, measured.windows, reactions)
    return replace(estimate, statement=statement, issues=(*estimate.issues, *_observed(reactions)))


def _observed(reactions: Sequence[Reaction]) -> tuple[Issue, ...]:
    """What the substitution rests on, in words."""
    if not reactions:
        return ()
    labels = "; ".join(one.label for one in reactions[:_NAMED])
    more = f"; and {len(reactions) - _NAMED} more" if len(reactions) > _NAMED else ""
    return (Issue(code="observed_reactions", message=f"Substitution as observed: {labels}{more}.", severity="note"),)


def _headings(measured: Measured, coverage: Coverage) -> list[str]:
    return sorted({measured.flows.cells[at].product[:_HEADING] for at in coverage.cells})


def _substitution(measured: Measured, coverage: Coverage, effects: Effects) -> Estimate | None:
    """The range over the headings that are covered; the middle one is that of the middle figures."""
    headings = _headings(measured, coverage)
    ranges = [reaction_of(heading, measured.reactions) for heading in headings]
    if not relevant_reactions(headings, measured.reactions):
        return None
    mosts = [one.most for one in ranges]
    known = [most for most in mosts if most is not None]
    middles = [one.middle for one in ranges]
    middle = sum(middles) / len(middles)
    if effects.diverted.mid > 0:
        middle = 100 * (1 - effects.closed.mid / effects.diverted.mid)
    return Estimate(
        value=middle,
        low=min(one.least for one in ranges),
        high=max(known) if len(known) == len(mosts) else None,
        unit=PERCENT,
    )


def _covered(measured: Measured, placed: PlacedLever) -> ClosureEstimate:
    """The value that a clause covers; that of goods which may hold some content lies between the issuers' and all."""
    cells = measured.flows.cells
    own = sum(cells[at].value for at in placed.coverage.cells)
    most = own
    if find_lever(placed.use.lever).effect == "content":
        most = sum(cells[at].value for at in placed.coverage.goods_cells)
    exposed = as_estimate(Amounts(low=own, mid=own, high=most), measured.flows.currency, bounded=placed.bounded)
    share = controlled_share(measured.flows, placed.coverage)
    return replace(
        _told(
            measured,
            (placed,),
            coverage_sentence(measured.channel, placed.use, exposed, measured.measured, measured.windows),
        ),
        exposed=exposed,
        controlled_share=None if share is None else as_estimate(share, PERCENT),
    )


def _relief(measured: Measured, placed: PlacedLever) -> ClosureEstimate:
    """The lost direct trade that a relief would free: it closes less than nothing."""
    flows = measured.flows
    lost = sum(flows.lost[at].value for at in placed.lost)
    if placed.use.territory != measured.channel.destination or lost <= 0:
        return _told(measured, (placed,), relief_sentence(measured.channel, placed.use, None))
    exposed = Estimate(value=lost, low=lost, high=lost, unit=flows.currency)
    closed = Estimate(value=-lost, low=-lost, high=0.0, unit=flows.currency)
    told = _told(measured, (placed,), relief_sentence(measured.channel, placed.use, exposed))
    return replace(told, exposed=exposed, closed=closed)


def _told(measured: Measured, placed: Sequence[PlacedLever], statement: str) -> ClosureEstimate:
    """An estimate without figures; its id is that of the channel, the levers, the method and the files."""
    uses = tuple(one.use for one in placed)
    name, version = METHOD
    key = [
        measured.channel.id,
        [asdict(use) for use in uses],
        name,
        version,
        dict(measured.parameters),
        [one.sha256 for one in measured.inputs],
    ]
    digest = hashlib.sha256(json.dumps(key, default=str, sort_keys=True).encode()).hexdigest()
    return ClosureEstimate(
        id=digest[:_DIGITS_OF_ID],
        channel_id=measured.channel.id,
        levers=uses,
        statement=statement,
        exposed=None,
        diverted=None,
        lawful=None,
        controlled_share=None,
        substitution=None,
        closed=None,
        method=FindingMethod(name=name, version=version, parameters=measured.parameters),
        inputs=measured.inputs,
        issues=tuple(dict.fromkeys((*measured.issues, *(issue for one in placed for issue in one.issues)))),
        alternatives=measured.alternatives,
    )


def as_finding(estimate: ClosureEstimate, channel: Channel) -> Finding:
    """The estimate as a finding of the kind `closure`: its figure is the amount closed a year."""
    return Finding(
        id=estimate.id,
        kind="closure",
        subject={
            "channel": channel.id, "origins": list(channel.origins), "via": channel.via,
            "destination": channel.destination, "goods": channel.goods.text,
            "levers": [lever_words(use) for use in estimate.levers],
        },
        statement=estimate.statement,
        estimate=estimate.closed,
        verdict=_verdict(estimate.closed),
        method=estimate.method,
        inputs=estimate.inputs,
        alternatives=estimate.alternatives,
        issues=estimate.issues,
    )  # fmt: skip


def _verdict(closed: Estimate | None) -> FindingVerdict:
    """Whether the records say that the levers would close something: surely, surely nothing, perhaps."""
    if closed is None:
        return "cannot_tell"
    if closed.low is not None and closed.low > 0:
        return "supports"
    if closed.high is not None and closed.high <= 0:
        return "does_not_support"
    return "mixed" if closed.value > 0 else "cannot_tell"
