"""What levers would close of a channel, asked of a case's customs records: fetch, measure, estimate, choose."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date

from entrepot.channels.closure_answer import Measured, PlacedLever, estimate_lever, estimate_levers
from entrepot.channels.closure_levers import applies_to, find_lever, list_levers
from entrepot.channels.closure_words import amount, choice_sentence, use_words
from entrepot.channels.selection import Selection, select_levers
from entrepot.channels.selection_problem import Choose
from entrepot.channels.substitution import load_reactions
from entrepot.errors import CallError
from entrepot.model.channel import Channel
from entrepot.model.closure import ClosureEstimate, ExposedFlows, Reaction
from entrepot.pipeline.closing_places import (
    limit_to_goods,
    list_alternatives,
    list_cautions,
    list_parameters,
    place_lever,
)
from entrepot.pipeline.closing_words import LeverWords, expand_origins, goods_of
from entrepot.pipeline.trade_questions import AskedRecords
from entrepot.reference.tables import load_table
from entrepot.reference.territories import territory_name
from entrepot.trade import alternatives
from entrepot.trade.classifications.selectors import Goods, widen_goods
from entrepot.trade.questions.exposure import (
    Exposure,
    ExposureQuestion,
    choose_source,
    find_windows,
    read_exposure,
)
from entrepot.trade.questions.findings import list_inputs
from entrepot.trade.questions.reaction import read_reaction
from entrepot.trade.questions.windows import Comparison

_WIDENED = {"RU": "russia_extended"}
"""Destinations for which the table of the coalition has the day on which measures were last widened."""
_YEAR = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingRequest:
    """What is asked: levers on a channel, the windows, and a budget of lawful trade if levers are to be chosen.

    `windows` is None where they follow from the records; `since` the day that parts them then, None for the one in the
    table. `currency` is that of the estimates, "" for that of the records; `rates` as other questions take them.
    """

    channel: Channel
    levers: tuple[LeverWords, ...]
    windows: Comparison | None = None
    since: date | None = None
    budget: tuple[float, str] | None = None
    choose: Choose = "mid"
    currency: str = ""
    dataset: str = ""
    rates: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingAnswer:
    """An estimate for each lever, for all bans together where there are several, and for the chosen ones last."""

    estimates: tuple[ClosureEstimate, ...]
    selection: Selection | None = None


def close_channel(asked: AskedRecords | None, request: ClosingRequest) -> ClosingAnswer:
    """What the levers would close of the channel.

    Raises:
        CallError: a lever that needs records has none, the goods have no codes, or the windows are not known.
    """
    counted = [one for one in request.levers if find_lever(one.use.lever).effect != "none"]
    if not counted:
        told = [estimate_lever(_bare(request), PlacedLever(use=one.use)) for one in request.levers]
        return ClosingAnswer(estimates=tuple(told))
    if asked is None:
        raise CallError("These levers need customs records; import some with `entrepot trade import CASE FILE`.")
    measured, exposure = _measure(asked, request, counted)
    placed = [place_lever(one, request.channel, exposure) for one in request.levers]
    estimates = [estimate_lever(measured, one) for one in placed]
    bans = [one for one in placed if find_lever(one.use.lever).effect == "ban"]
    if len(bans) > 1 and not measured.untold:
        estimates.append(estimate_levers(measured, bans))
    if request.budget is None or measured.untold:
        return ClosingAnswer(estimates=tuple(estimates))
    selection, chosen = _choose(measured, bans, request, exposure)
    return ClosingAnswer(estimates=(*estimates, chosen), selection=selection)


def describe_levers(channel: Channel) -> list[dict[str, object]]:
    """Every lever with its legal basis, its precedent, what records can show, and whether it applies to the channel."""
    return [
        {
            **asdict(lever),
            "channel": channel.id,
            "applies": not (why := applies_to(lever, channel)),
            "why_not": why,
            "figure": lever.effect in ("ban", "relief"),
        }
        for lever in list_levers()
    ]


def _bare(request: ClosingRequest) -> Measured:
    """Nothing measured, for levers that no records are asked about."""
    flows = ExposedFlows(currency="", source="exports", cells=())
    return Measured(channel=request.channel, flows=flows, windows="", untold="no records were asked")


def _measure(asked: AskedRecords, request: ClosingRequest, counted: Sequence[LeverWords]) -> tuple[Measured, Exposure]:
    """The flows of the channel's first leg, once for all levers, so that they are measured alike."""
    _require_ends(request.channel, counted)
    own = goods_of(request.channel.goods)
    question, split = _question(asked, request, counted, _all_goods(own, counted))
    exposure = read_exposure(asked.engine, question, asked.records)
    reactions, rows = _read_reactions(asked, question)
    scaled = "" if exposure.months == _YEAR else f", {exposure.months} months scaled to a year"
    measured = Measured(
        channel=request.channel,
        flows=limit_to_goods(exposure, own),
        windows=f"{question.windows.after}{scaled}, compared with {question.windows.before}",
        attribution=exposure.attribution,
        untold=exposure.untold,
        reactions=reactions,
        parameters=list_parameters(exposure, split, reactions),
        inputs=list_inputs(asked.records, (*exposure.sources, rows)),
        issues=(*exposure.issues, *list_cautions(exposure, own)),
        alternatives=list_alternatives(exposure),
    )
    return measured, exposure


def _require_ends(channel: Channel, counted: Sequence[LeverWords]) -> None:
    """Each lever is put to an end of the channel that it can act on.

    Raises:
        CallError: one is not.
    """
    for one in counted:
        lever = find_lever(one.use.lever)
        why = applies_to(lever, channel)
        if why:
            raise CallError(f"{lever.id} cannot be put to {channel.name}: {why}.")
        ends = (channel.via, channel.destination) if lever.effect == "relief" else (channel.via,)
        if one.use.territory not in ends:
            names = " or ".join(territory_name(end) for end in ends)
            raise CallError(f"{use_words(one.use)} does not act on this channel's records; it takes territory={names}.")


def _all_goods(own: Goods | None, counted: Sequence[LeverWords]) -> Goods:
    """The goods of the channel and of all levers, in one selection.

    Raises:
        CallError: nothing fixes the goods of the channel and a lever names none, or a total is named.
    """
    named = [one.goods for one in counted if one.goods is not None]
    if own is None and len(named) < len(counted):
        raise CallError(
            "No code fixes the goods of this channel, so that no record can be asked about them; name goods that have "
            "codes with each lever, such as L01:goods=8703."
        )
    every = [*([own] if own else []), *named]
    if any(goods.is_total for goods in every):
        raise CallError("A lever is about goods with codes, and TOTAL is the sum of all; name codes, chpl or @FILE.")
    joined = every[0]
    for goods in every[1:]:
        joined = widen_goods(joined, [term.prefix for term in goods.plus])
    return replace(joined, text=",".join(dict.fromkeys(goods.text for goods in every)))


def _question(
    asked: AskedRecords, request: ClosingRequest, counted: Sequence[LeverWords], goods: Goods
) -> tuple[ExposureQuestion, str]:
    """The question to the records, and in words what parts its windows."""
    channel = request.channel
    freed, others = (
        tuple(
            dict.fromkeys(
                issuer
                for one in counted
                for issuer in one.use.issuers
                if (find_lever(one.use.lever).effect == "relief") is relieved and issuer != channel.via
            )
        )
        for relieved in (True, False)
    )
    issuers = others or freed
    if not issuers:
        raise CallError("No issuer of the levers is a territory with trade of its own; give issuers=, such as EU.")
    source = choose_source(asked.engine, channel.via, issuers, request.dataset)
    windows, split = request.windows, "the windows were given"
    if windows is None:
        since, split = _since(request)
        windows = find_windows(asked.engine, source, channel.via, goods, issuers, since)
    question = ExposureQuestion(
        via=channel.via, destination=channel.destination, goods=goods, windows=windows, issuers=issuers,
        origins=expand_origins(channel.origins, windows.after.start), freed=freed, source=source,
        currency=request.currency, dataset=request.dataset, rates=request.rates,
    )  # fmt: skip
    return question, split


def _since(request: ClosingRequest) -> tuple[date, str]:
    """The day that parts before from after: given, or when the union last widened its measures on the destination.

    Raises:
        CallError: no such day is known.
    """
    if request.since is not None:
        return request.since, f"parted at {request.since}, as given"
    row = load_table("coalition").find_row("EU") or {}
    day = row.get(_WIDENED.get(request.channel.destination, ""), "")
    if not day:
        raise CallError(
            f"No day is known here on which measures on {territory_name(request.channel.destination)} were widened; "
            "give --since DAY, or --before and --after."
        )
    return date.fromisoformat(day), f"parted at {day}, when the EU widened its measures (coalition/EU)"


def _read_reactions(asked: AskedRecords, question: ExposureQuestion) -> tuple[tuple[Reaction, ...], Mapping[int, int]]:
    """What the destination's own imports show, which is all of its supply; else the table of earlier measures."""
    origins = question.origins or question.issuers
    seen, rows = read_reaction(
        asked.engine, question.destination, origins, question.goods, question.windows, asked.records
    )
    return ((seen,), rows) if seen else (load_reactions(), {})


def _choose(
    measured: Measured, bans: Sequence[PlacedLever], request: ClosingRequest, exposure: Exposure
) -> tuple[Selection, ClosureEstimate]:
    """The bans that close most within the budget, as an estimate that says how they were chosen."""
    if not bans:
        raise CallError("A budget chooses among bans of goods (L01), and none was given.")
    budget = _budget(request, measured.flows.currency, exposure)
    coverages = [one.coverage for one in bans]
    found = select_levers(measured.flows, coverages, measured.reactions, budget, request.choose)
    exact, greedy = ([use_words(bans[at].use) for at in chosen] for chosen in (found.exact, found.greedy))
    closed = [
        amount(one.closed.of(request.choose), measured.flows.currency)
        for one in (found.exact_effects, found.greedy_effects)
    ]
    choice = {
        "choose": request.choose, "budget": budget, "exact": exact, "greedy": greedy,
        "exact_closed": found.exact_effects.closed.of(request.choose),
        "greedy_closed": found.greedy_effects.closed.of(request.choose),
        "exact_lawful": found.exact_effects.hit(request.choose),
        "greedy_lawful": found.greedy_effects.hit(request.choose),
        "beats_greedy": found.beats_greedy, "candidates": [use_words(one.use) for one in bans],
    }  # fmt: skip
    chosen = replace(measured, parameters={**measured.parameters, "selection": choice})
    estimate = estimate_levers(chosen, [bans[at] for at in found.exact])
    words = choice_sentence(exact, greedy, found.beats_greedy, (closed[0], closed[1]))
    budget_words = (
        f"Within {amount(budget, measured.flows.currency)} of lawful trade a year, by the {request.choose} figure."
    )
    said = estimate.statement if found.exact else ""
    return found, replace(estimate, statement=" ".join(part for part in (budget_words, words, said) if part))


def _budget(request: ClosingRequest, currency: str, exposure: Exposure) -> float:
    """The budget in the currency of the estimates.

    Raises:
        CallError: no rate between the two is known.
    """
    given, own = request.budget or (0.0, "")
    year = exposure.question.windows.after.start.year
    rate = request.rates.get(own) or alternatives.exchange_rate(own or currency, currency, year)
    if rate is None:
        raise CallError(
            f"No rate from {own} to {currency} is known here; give --rate {own}=RATE, or the budget in {currency}."
        )
    return given * rate
