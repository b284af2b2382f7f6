"""What a closure estimate says: sentences that hold the figures, and say what they are not."""

from collections.abc import Sequence

from entrepot.channels.closure_levers import find_lever
from entrepot.channels.naming import goods_words, name_end, name_ends
from entrepot.channels.substitution import fitting_reactions
from entrepot.model.channel import Channel
from entrepot.model.closure import ClosureEstimate, LeverUse, Reaction, SupplySource
from entrepot.model.finding import Estimate

_UNION_SIZE = 27
FROM_MEASURE_TO_EFFECT = (
    "Estimates go from a measure to its effect only: an order of routes by how open they are, or a list of what could "
    "stand in for goods, would be instructions for getting round it."
)


def use_words(use: LeverUse) -> str:
    """A lever as it was put: "L01 by the EU on 8703 to Armenia"."""
    goods = f" on {goods_words(use.goods)}" if use.goods else ""
    towards = f" to {name_end(use.territory)}" if use.territory else ""
    thing = f" ({use.object})" if use.object else ""
    by = f" by {issuer_words(use.issuers)}" if use.issuers else ""
    return f"{use.lever}{by}{goods}{towards}{thing}"


def issuer_words(issuers: Sequence[str]) -> str:
    """Issuers by their names; the members of the union together as the EU."""
    return "the EU" if len(issuers) == _UNION_SIZE and "DE" in issuers and "US" not in issuers else name_ends(issuers)


def lever_words(use: LeverUse) -> str:
    """A lever in the words of the table, with what it was put to."""
    return levers_words((use,))


def levers_words(uses: Sequence[LeverUse]) -> str:
    """Levers in the words of the table, each row's once, with what they were put to."""
    by_row: dict[str, list[str]] = {}
    for use in uses:
        by_row.setdefault(find_lever(use.lever).name, []).append(use_words(use))
    return "; ".join(f"{name} ({'; '.join(puts)})" for name, puts in by_row.items())


def amount(value: float, currency: str) -> str:
    """An amount in words to three digits: more would be false precision."""
    size = abs(value)
    for unit, word in ((1e9, " billion"), (1e6, " million"), (1e3, " thousand")):
        if size >= unit:
            return f"{currency} {value / unit:,.3g}{word}"
    return f"{currency} {value:,.0f}"


def bounds(estimate: Estimate) -> str:
    """An estimate as a range: one figure where both bounds agree."""
    low = estimate.low if estimate.low is not None else estimate.value
    if estimate.high is None:
        return f"{amount(low, estimate.unit)} or more"
    if amount(low, estimate.unit) == amount(estimate.high, estimate.unit):
        return amount(low, estimate.unit)
    return f"{amount(low, estimate.unit)} to {amount(estimate.high, estimate.unit)}"


def share_bounds(estimate: Estimate) -> str:
    """A share as a range in percent."""
    low = f"{estimate.low or 0.0:.0f}"
    if estimate.high is None:
        return f"{low} % or more"
    return f"{low} %" if low == f"{estimate.high:.0f}" else f"{low} to {estimate.high:.0f} %"


def source_words(source: SupplySource, attribution: str, via: str) -> str:
    """Whose record the exposed flow is."""
    if source == "exports":
        return "by what the issuers report as exports"
    by = {"origin": " by country of origin", "consignment": " by country of consignment"}.get(attribution, "")
    return f"by what {name_end(via)} reports as imports{by}"


def flow_sentences(
    channel: Channel, estimate: ClosureEstimate, measured: str, windows: str, reactions: Sequence[Reaction]
) -> str:
    """The statement of an estimate with figures: exposed, diverted, lawful, controlled, closed."""
    exposed, diverted, lawful, closed = estimate.exposed, estimate.diverted, estimate.lawful, estimate.closed
    if exposed is None or diverted is None or lawful is None or closed is None:
        return ""
    destination = name_end(channel.destination)
    looks = f"{bounds(diverted)} looks diverted to {destination} from direct trade"
    parts = [
        f"{levers_words(estimate.levers)}: {bounds(exposed)} a year would fall under it, {measured} ({windows}).",
        f"Of that, {looks}{_middle(diverted, 'in the middle: growth beyond the pace of other trade')};",
        f"{bounds(lawful)} is trade that it would hit without closing anything.",
        _control_sentence(estimate, channel),
        _substitution_sentence(estimate.substitution, reactions, channel),
        f"Closed, net of what others replace: {bounds(closed)} a year{_middle(closed, 'in the middle')}.",
    ]
    return " ".join(part for part in parts if part)


def _middle(estimate: Estimate, words: str) -> str:
    """The middle figure, where it is not a bound itself."""
    if estimate.value in (estimate.low, estimate.high) and estimate.low == estimate.high:
        return ""
    return f" ({amount(estimate.value, estimate.unit)} {words})"


def _control_sentence(estimate: ClosureEstimate, channel: Channel) -> str:
    share = estimate.controlled_share
    via = name_end(channel.via)
    if share is None:
        return f"What share of {via}'s whole supply that is cannot be told: nobody reports the rest."
    if share.low == 0 and share.value > 0:
        return f"The issuers control {share.value:.0f} % of {via}'s supply of these goods at the most: not all report."
    return f"The issuers control {share_bounds(share)} of {via}'s supply of these goods, by {via}'s own imports."


def _substitution_sentence(estimate: Estimate | None, reactions: Sequence[Reaction], channel: Channel) -> str:
    if estimate is None or not reactions:
        return "No earlier measure on such goods was observed, so that nothing bounds what others would replace."
    seen = f"After earlier measures on such goods, {estimate.value:.0f} % of the lost trade was seen to be replaced"
    if estimate.high is None:
        return (
            f"{seen} through third territories on record; what other suppliers replaced is in none of these records, "
            "so that as little as nothing may be closed for good."
        )
    return f"{seen} ({share_bounds(estimate)}), by {name_end(channel.destination)}'s own imports."


def relief_sentence(channel: Channel, use: LeverUse, estimate: Estimate | None) -> str:
    """The statement on a relief: the direct trade that would be free again."""
    destination = name_end(channel.destination)
    if use.territory != channel.destination:
        return (
            f"{lever_words(use)}: no figure. A relief frees trade that a measure closed, and the records only tell "
            f"what was lost with {destination}; put the lever to that territory."
        )
    if estimate is None:
        return (
            f"{lever_words(use)}: no figure, because the records show no direct trade with {destination} that was "
            f"lost by {issuer_words(use.issuers)}; who does not report may have lost some all the same."
        )
    return (
        f"{lever_words(use)}: {amount(estimate.value, estimate.unit)} a year of direct trade with {destination} was "
        "lost since the measures and could come back. A relief closes nothing; how much would come back was never "
        "observed in these records, so that the range begins at nothing."
    )


def coverage_sentence(channel: Channel, use: LeverUse, exposed: Estimate, measured: str, windows: str) -> str:
    """The statement on a clause or a list of contents: the value it covers, without an effect."""
    lever = find_lever(use.lever)
    why = (
        "whether a consignment holds the content that the rule asks for is not in trade data"
        if lever.effect == "content"
        else "whether a clause is kept is not in trade data"
    )
    return (
        f"{lever_words(use)}: it covers {bounds(exposed)} a year, {measured} ({windows}). What it would close "
        f"cannot be told: {why}."
    )


def choice_sentence(exact: Sequence[str], greedy: Sequence[str], beats: bool, closed: tuple[str, str]) -> str:
    """Which levers were chosen exactly and which greedily, and whether the exact choice closes more."""
    chosen = "; ".join(exact) or "none of the levers"
    step = "; ".join(greedy) or "none of the levers"
    if beats:
        return (
            f"Chosen exactly: {chosen}, closing {closed[0]}. Chosen one after the other by what each closes for the "
            f"lawful trade it hits: {step}, closing {closed[1]}. The exact choice closes more."
        )
    return (
        f"Chosen exactly: {chosen}, closing {closed[0]}. Chosen one after the other: {step}, closing {closed[1]}. The "
        "exact choice closes no more here."
    )


def relevant_reactions(headings: Sequence[str], reactions: Sequence[Reaction]) -> tuple[Reaction, ...]:
    """The observed reactions that fit any of the headings, each once."""
    return tuple(dict.fromkeys(one for heading in headings for one in fitting_reactions(heading, reactions)))
