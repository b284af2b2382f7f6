"""From estimates to a verdict by declared rules, and the other explanations that the panel speaks to."""

from entrepot.model.finding import Alternative, AlternativeStatus, FindingVerdict
from entrepot.trade.panel.designs import LEAST_CLUSTERS
from entrepot.trade.panel.estimation import PanelEstimates, percent, year_before_bounds
from entrepot.trade.panel.event_study import EventStudy
from entrepot.trade.panel.few_clusters import LEVEL
from entrepot.trade.panel.goods import PanelGoods
from entrepot.trade.panel.placebos import PlaceboTerritories
from entrepot.trade.panel.poisson import PoissonFit, Unfitted
from entrepot.trade.panel.question import Design, PanelQuestion

CLEAR_P = 0.10
"""Above this the steps before the date are called flat; between 5 % and 10 % nothing is said either way."""


def judge_panel(estimates: PanelEstimates, question: PanelQuestion) -> FindingVerdict:
    """The verdict on the statement that the flows rose beyond their comparisons.

    `supports`: the interval lies above zero and no check speaks against it. `mixed`: it does, and a check does not
    hold: a trend or an effect before the date, or a comparison territory with as large an effect. `does_not_support`:
    it does not, and its upper end lies below a rise of `relevant_percent`. Else `cannot_tell`.
    """
    if estimates.fit.clusters < LEAST_CLUSTERS:
        return "cannot_tell"
    if estimates.low is not None and estimates.low > 0:
        return "mixed" if doubts(estimates) else "supports"
    small = estimates.high is not None and percent(estimates.high) < question.relevant_percent
    return "does_not_support" if small else "cannot_tell"


def doubts(estimates: PanelEstimates) -> tuple[str, ...]:
    """What the checks say against an effect of the date, a clause each."""
    found = []
    events, territories = estimates.events, estimates.territories
    if isinstance(events, EventStudy) and events.p_value < LEVEL:
        found.append(f"the flows moved apart before the date already (joint test {_p(events.p_value)})")
    if isinstance(estimates.year_before, PoissonFit) and year_before_bounds(estimates.year_before)[0] > 0:
        found.append("the same model finds a rise a year before the date too")
    if isinstance(territories, PlaceboTerritories) and territories.as_large:
        count = f"{territories.as_large} of {len(territories.found)}"
        found.append(f"{count} comparison territories have an effect at least as large")
    return tuple(found)


def panel_alternatives(
    estimates: PanelEstimates | Unfitted, design: Design, question: PanelQuestion, goods: PanelGoods
) -> tuple[Alternative, ...]:
    """Every other explanation, with what the panel says of it."""
    absorbs_territory, absorbs_goods = design in ("goods", "triple"), design in ("partners", "triple")
    fitted = not isinstance(estimates, Unfitted)
    listed: list[tuple[str, AlternativeStatus]] = [
        (
            "The flows had begun to move apart before the date.",
            _trend(estimates) if isinstance(estimates, PanelEstimates) else "not_testable",
        ),
        (
            "The territory's whole trade with the reporters rose: exchange rate, growth, a rebound, a trade agreement.",
            _absorbed(fitted, absorbs_territory),
        ),
        (
            "Prices or supply of these goods changed everywhere.",
            _absorbed(fitted, absorbs_goods),
        ),
        (
            "Other territories saw the like without being a way through.",
            _elsewhere(estimates) if isinstance(estimates, PanelEstimates) else "not_testable",
        ),
        ("Codes of the goods were made or abolished within the span.", _new_codes(question, goods)),
        (
            "A reporter stopped publishing: zeros are filled in only where it published for the period.",
            "rejected" if fitted else "not_testable",
        ),
        ("The territory itself uses the goods, or sends them elsewhere in lawful transit.", "not_testable"),
        ("Dearer goods of the same kind were sent, not more: the panel is in values, not in weights.", "not_testable"),
    ]
    return tuple(Alternative(explanation=sentence, status=status) for sentence, status in listed)


def _p(p_value: float) -> str:
    return "p < 0.001" if p_value < 0.001 else f"p = {p_value:.3f}"


def _absorbed(fitted: bool, absorbed: bool) -> AlternativeStatus:
    if not fitted:
        return "not_testable"
    return "rejected" if absorbed else "not_rejected"


def _trend(estimates: PanelEstimates) -> AlternativeStatus:
    events, year_before = estimates.events, estimates.year_before
    rose = isinstance(year_before, PoissonFit) and year_before_bounds(year_before)[0] > 0
    if isinstance(events, Unfitted):
        return "not_rejected" if rose else "not_testable"
    return "rejected" if events.p_value >= CLEAR_P and not rose else "not_rejected"


def _elsewhere(estimates: PanelEstimates) -> AlternativeStatus:
    """Rejected only where there are so many comparison territories that so rare an effect cannot well be chance."""
    if isinstance(estimates.territories, Unfitted):
        return "not_testable"
    return "rejected" if estimates.territories.p_value <= LEVEL else "not_rejected"


def _new_codes(question: PanelQuestion, goods: PanelGoods) -> AlternativeStatus:
    if question.changed == "leave_out" or not goods.changed:
        return "rejected"
    return "not_rejected"
