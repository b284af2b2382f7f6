"""What levers reach of a channel's flows, what of that is not on record, and what else must be said of the figures."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from entrepot.channels.closure import Coverage
from entrepot.channels.closure_answer import PlacedLever
from entrepot.channels.closure_words import amount, relevant_reactions, use_words
from entrepot.model.channel import Channel
from entrepot.model.closure import ExposedFlows, FlowCell, Reaction, SupplyCell
from entrepot.model.finding import Alternative
from entrepot.model.issue import Issue
from entrepot.pipeline.closing_words import LeverWords, goods_of
from entrepot.trade import alternatives
from entrepot.trade.classifications.editions import hs_edition
from entrepot.trade.classifications.matching import match_codes
from entrepot.trade.classifications.selectors import Goods
from entrepot.trade.questions.exposure import Exposure
from entrepot.trade.questions.exposure_bounds import OWN_MAKING
from entrepot.trade.questions.silence import few_names

_HEADING = 4
_NAMED = 3


def limit_to_goods(exposure: Exposure, own: Goods | None) -> ExposedFlows:
    """The flows; of codes outside the channel's goods nothing is said to be diverted, so that all of it is lawful."""
    flows = exposure.flows
    if own is None:
        return flows
    held = _held(own, [cell.code for cell in flows.cells], exposure)
    cells = tuple(cell if cell.code in held else replace(cell, gained=0.0, beyond=0.0) for cell in flows.cells)
    return replace(flows, cells=cells)


def _held(goods: Goods, codes: Iterable[str], exposure: Exposure) -> frozenset[str]:
    """Those of the codes that the goods hold, in the edition of the second window."""
    edition = hs_edition(exposure.question.windows.after.start.year)
    matched = match_codes(goods, [(code, edition) for code in dict.fromkeys(codes)])
    return frozenset(code for code, _, _, part, *_ in matched if part == "goods")


def place_lever(words: LeverWords, channel: Channel, exposure: Exposure) -> PlacedLever:
    """What a lever reaches of the flows, and what of it is not on record."""
    goods = words.goods or goods_of(channel.goods)
    if goods is None:
        return PlacedLever(use=words.use)
    use = words.use if words.use.goods else replace(words.use, goods=channel.goods)
    flows, issuers = exposure.flows, set(words.use.issuers)
    cells, imports, lost = (
        _places(side, _held(goods, [cell.code for cell in side], exposure))
        for side in (flows.cells, flows.imports, flows.lost)
    )
    issues = _unseen(words, goods, exposure)
    return PlacedLever(
        use=use,
        coverage=Coverage(
            cells=frozenset(at for at in cells if flows.cells[at].reporter in issuers),
            imports=frozenset(at for at in imports if flows.imports[at].reporter in issuers),
            goods_cells=cells,
            goods_imports=imports,
        ),
        bounded=not issues,
        lost=frozenset(at for at in lost if flows.lost[at].reporter in issuers),
        issues=issues,
    )


def _places(cells: Sequence[FlowCell | SupplyCell], codes: frozenset[str]) -> frozenset[int]:
    return frozenset(at for at, cell in enumerate(cells) if cell.code in codes)


def _unseen(words: LeverWords, goods: Goods, exposure: Exposure) -> tuple[Issue, ...]:
    """What of the flow under a lever the records do not show, so that nothing bounds it from above."""
    issuers = set(words.use.issuers)
    found = []
    silent = sorted(issuers - exposure.reporting) if exposure.flows.source == "exports" else []
    if silent:
        message = (
            f"{use_words(words.use)}: no export records of {few_names(silent)}, which is no report and not nothing; "
            "the flow is larger than the figure."
        )
        found.append(Issue(code="issuers_unreported", message=message, severity="warning"))
    withheld = sum(count for reporter, count in exposure.withheld.items() if reporter in issuers)
    if withheld:
        message = f"{use_words(words.use)}: {withheld} rows have no value or a blacked-out code, which is not nothing."
        found.append(Issue(code="values_withheld", message=message, severity="warning"))
    codes = {cell.code for cell in exposure.flows.cells}
    finer = sorted(
        term.prefix
        for term in goods.plus
        if any(term.prefix.startswith(code) and term.prefix != code for code in codes)
    )
    if finer:
        message = (
            f"{use_words(words.use)}: the records have no codes as fine as {', '.join(finer[:_NAMED])}, so that these "
            "goods cannot be told from others and are not counted."
        )
        found.append(Issue(code="codes_too_fine", message=message, severity="warning"))
    return tuple(found)


def list_parameters(exposure: Exposure, split: str, reactions: Sequence[Reaction]) -> dict[str, object]:
    """What every estimate prints of how it was made."""
    question = exposure.question
    prefixes = {cell.product[:_HEADING] for cell in exposure.flows.cells}
    return {
        "before": str(question.windows.before),
        "after": str(question.windows.after),
        "windows": split,
        "months": exposure.months,
        "source": exposure.flows.source,
        "attribution": exposure.attribution,
        "currency": exposure.flows.currency,
        "origins": list(question.origins or question.issuers),
        "lost_direct_trade": exposure.lost,
        "direct_trade_remained_percent": exposure.direct_remained,
        "onward_growth": exposure.onward,
        "pace_of_other_trade": exposure.pace,
        "placebo_beyond_pace": exposure.placebo,
        "bounded_from_below": sorted(exposure.flows.spare),
        "own_making": OWN_MAKING,
        "reactions": [one.reference for one in relevant_reactions(sorted(prefixes), reactions)],
    }


def list_cautions(exposure: Exposure, own: Goods | None) -> tuple[Issue, ...]:
    """What keeps the figures from being taken for more than they are."""
    currency = exposure.flows.currency
    found = []
    if own is None:
        message = "No code fixes the goods of the channel; those of the levers stand in for them."
        found.append(Issue(code="goods_unresolved", message=message, severity="warning"))
    if exposure.placebo:
        message = (
            f"By the same rule a step earlier, with no such measure between, {amount(exposure.placebo, currency)} a "
            "year of the issuers' trade would look diverted."
        )
        found.append(Issue(code="placebo", message=message, severity="note"))
    if exposure.direct_remained is not None and exposure.lost is not None:
        message = (
            f"{exposure.direct_remained:.0f} % of the direct trade in these goods went on after the measures "
            "(exemptions, old contracts, goods under a threshold); what is closed here assumes a ban without these."
        )
        found.append(Issue(code="bans_leave_trade", message=message, severity="note"))
    return tuple(found)


def list_alternatives(exposure: Exposure) -> tuple[Alternative, ...]:
    """What else can have brought the gain that looks diverted."""
    question = exposure.question
    span = question.windows.before.start, question.windows.after.end
    prefixes = [term.prefix for term in question.goods.plus]
    events = alternatives.assess_events(
        (question.via, question.destination), prefixes, *span, beyond_other_goods=None
    )  # fmt: skip
    return (*events, alternatives.assess_transit("both" if exposure.onward is not None else "first"))
