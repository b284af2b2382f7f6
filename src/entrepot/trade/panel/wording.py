"""What a panel's finding says: one sentence with the figure, and issues for all that its reader must know."""

from collections.abc import Sequence

from entrepot.model.issue import Issue
from entrepot.reference.territories import territory_in_phrase
from entrepot.trade.panel.designs import LEAST_CLUSTERS
from entrepot.trade.panel.estimation import MOST_FLIPPED, PanelEstimates, percent
from entrepot.trade.panel.few_clusters import FEW, LEVEL, SignFlips
from entrepot.trade.panel.goods import PanelGoods
from entrepot.trade.panel.panel_rows import Panel
from entrepot.trade.panel.placebos import PlaceboTerritories
from entrepot.trade.panel.poisson import Unfitted
from entrepot.trade.panel.question import Design, PanelQuestion
from entrepot.trade.panel.verdicts import doubts, judge_panel

_NAMED = 4
"""Territories that a sentence names; the subject has all."""
_THAN: dict[Design, str] = {
    "goods": "relative to what the same reporters sent there of other goods",
    "partners": "relative to what the same reporters sent of these goods to the comparison territories",
    "triple": "relative to what they sent there of other goods and what they sent to the comparison territories",
}


def panel_statement(estimates: PanelEstimates | Unfitted, question: PanelQuestion, design: Design) -> str:
    """One sentence with the figure and its interval, or with what is missing."""
    flows = f"{question.flow.capitalize()}s of {question.goods_label} by {_reporters(question)} to {_via(question.via)}"
    if isinstance(estimates, Unfitted):
        return f"{flows}: there is no estimate, because {estimates.reason}."
    effect = percent(estimates.effect)
    change = f"{'rose' if effect >= 0 else 'fell'} by {abs(effect):,.1f} % from {question.since:%Y-%m} on"
    told = f"{flows} {change} {_THAN[design]} ({_interval(estimates)}){_doubts(estimates)}"
    return f"{told}{_unseen(estimates, question)}."


def panel_issues(
    estimates: PanelEstimates | Unfitted, panel: Panel, goods: PanelGoods, question: PanelQuestion
) -> tuple[Issue, ...]:
    """What was filled in, dropped and left out, and how far the inference carries."""
    found = [*_row_issues(panel), *_code_issues(goods, question)]
    if isinstance(estimates, PanelEstimates):
        found += [*_fit_issues(estimates), _inference_issue(estimates), _visible_issue(estimates)]
        found += [
            Issue(code="check_failed", message=f"{clause[0].upper()}{clause[1:]}.") for clause in doubts(estimates)
        ]
    return tuple(found)


def _row_issues(panel: Panel) -> list[Issue]:
    found = [
        _note(
            "zeros_filled",
            f"{panel.zeros:,} of {panel.rows:,} cells are zeros that no record states: the reporter published for the "
            "period and did not name the market.",
        )
    ]
    if panel.suppressed or panel.partly_suppressed:
        found.append(
            Issue(
                code="suppressed",
                message=f"{panel.suppressed:,} cells are suppressed and have no row; {panel.partly_suppressed:,} more "
                "hold suppressed records and are too low.",
            )
        )
    return found


def _code_issues(goods: PanelGoods, question: PanelQuestion) -> list[Issue]:
    found = []
    if goods.changed:
        fate = "left out" if question.changed == "leave_out" else "kept, as asked"
        found.append(
            Issue(
                code="codes_changed",
                message=f"{len(goods.changed)} of {goods.listed:,} codes have goods that a new edition of the "
                f"nomenclature inside the span moved from or to codes that count elsewhere; they were {fate}.",
                evidence=goods.changed,
            )
        )
    if goods.masked:
        found.append(
            Issue(
                code="codes_masked",
                message=f"{goods.masked} codes are masked by their reporters; their goods are on neither side.",
            )
        )
    return found


def _fit_issues(estimates: PanelEstimates) -> list[Issue]:
    fit = estimates.fit
    if not fit.separated and not fit.singletons:
        return []
    return [
        _note(
            "rows_dropped",
            f"{fit.separated:,} rows were dropped because a fixed effect predicts their zeros perfectly (separation), "
            f"{fit.singletons:,} because a fixed effect has no other row; {fit.rows:,} remain.",
        )
    ]


def _inference_issue(estimates: PanelEstimates) -> Issue:
    """How the interval was found, and what the comparison territories add."""
    clusters = estimates.fit.clusters
    if isinstance(estimates.flips, SignFlips):
        how = (
            f"With {clusters} clusters (fewer than {FEW}) the interval comes from {estimates.flips.patterns:,} "
            f"patterns of flipped signs of their scores; p = {estimates.flips.p_value:.4f}."
        )
    else:
        how = f"The interval is that of t with errors clustered in {clusters} clusters."
        if clusters < LEAST_CLUSTERS:
            how = f"{clusters} clusters are too few for an interval; {LEAST_CLUSTERS} are the least."
        elif clusters < FEW:
            how += " With so few it is rather too short; signs were not flipped"
            how += f", as panels of more than {MOST_FLIPPED:,} rows take too long." if estimates.flips is None else "."
    if isinstance(estimates.territories, PlaceboTerritories):
        tried = [percent(one.effect) for one in estimates.territories.found]
        how += (
            f" At {len(tried)} comparison territories the same model gives {min(tried):,.1f} % to {max(tried):,.1f} %; "
            f"p = {estimates.territories.p_value:.3f} by rank"
        )
        floor = 1 / (1 + len(tried))
        how += f", and no smaller than {floor:.3f} with so few." if floor > LEVEL else "."
    return _note("inference", how)


def _visible_issue(estimates: PanelEstimates) -> Issue:
    return _note(
        "least_visible",
        f"A rise of {percent(estimates.least_visible):,.0f} % is the smallest that these records would have shown with "
        "a chance of four in five.",
    )


def _interval(estimates: PanelEstimates) -> str:
    if estimates.low is None and estimates.high is None:
        return f"no interval: {estimates.fit.clusters} clusters are too few"
    low = f"{percent(estimates.low):,.1f} %" if estimates.low is not None else "unbounded"
    high = f"{percent(estimates.high):,.1f} %" if estimates.high is not None else "unbounded"
    return f"95 % interval {low} to {high}"


def _unseen(estimates: PanelEstimates, question: PanelQuestion) -> str:
    """The smallest effect that could have been seen, where nothing can be told."""
    if judge_panel(estimates, question) != "cannot_tell":
        return ""
    least = percent(estimates.least_visible)
    return f"; nothing can be told, since a rise of less than {least:,.0f} % would not reliably have been seen"


def _doubts(estimates: PanelEstimates) -> str:
    found = doubts(estimates)
    return f"; but {', and '.join(found)}" if found and estimates.low is not None and estimates.low > 0 else ""


def _reporters(question: PanelQuestion) -> str:
    return (
        _territories(question.reporters)
        if len(question.reporters) <= _NAMED
        else f"{len(question.reporters)} reporters"
    )


def _via(codes: Sequence[str]) -> str:
    return _territories(codes)


def _territories(codes: Sequence[str]) -> str:
    names = [territory_in_phrase(code) for code in codes[:_NAMED]]
    more = len(codes) - len(names)
    return ", ".join(names) + (f" and {more} more" if more else "")


def _note(code: str, message: str) -> Issue:
    return Issue(code=code, message=message, severity="note")
