"""The same model where there was nothing to find: at each comparison territory, and a year before the date."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from entrepot.trade.panel.designs import EFFECT, Designed, design_panel
from entrepot.trade.panel.panel_rows import Panel
from entrepot.trade.panel.poisson import PoissonFit, Unfitted, fit_poisson
from entrepot.trade.panel.question import Design
from entrepot.trade.panel.records import add_months

_PLACEBO_MONTHS = 12
"""A year earlier, so that the seasons are the same."""
_LEAST_MONTHS = 6
"""Before a placebo date: fewer would set one season against another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceboTerritory:
    """What the model finds at a comparison territory, in log points."""

    territory: str
    effect: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceboTerritories:
    """Randomisation inference: the effect at each comparison territory, and how rare that at the real one is.

    `p_value` is (1 + those at least as far from zero) / (1 + all): no smaller than 1 / (1 + all).
    """

    found: tuple[PlaceboTerritory, ...]
    as_large: int
    p_value: float


def try_territories(
    panel: Panel, design: Design, comparison: Sequence[str], since: date, effect: float
) -> PlaceboTerritories | Unfitted:
    """The effect at each comparison territory, with the real ones left out of the rows.

    In the designs that compare territories the others remain for comparison, so at least two must be left; in that
    which compares goods each stands alone.
    """
    if len(comparison) < (1 if design == "goods" else 2):
        return Unfitted(reason="there are fewer than two comparison territories")
    found = []
    for territory in comparison:
        wanted = [territory] if design == "goods" else list(comparison)
        rows = np.isin(panel.columns["partner"], wanted)
        fit = _fit_chosen(panel, rows, design, territory, since)
        if isinstance(fit, PoissonFit):
            found.append(PlaceboTerritory(territory=territory, effect=fit.coefficients[EFFECT]))
    if not found:
        return Unfitted(reason="no comparison territory has flows before and after the date")
    as_large = sum(abs(one.effect) >= abs(effect) for one in found)
    return PlaceboTerritories(found=tuple(found), as_large=as_large, p_value=(1 + as_large) / (1 + len(found)))


def try_year_before(designed: Designed, since: date) -> PoissonFit | Unfitted:
    """The model a year before the date, on the records before the date alone."""
    panel = designed.panel
    placebo = add_months(since, -_PLACEBO_MONTHS)
    if panel.months_since(placebo).min() > -_LEAST_MONTHS:
        return Unfitted(reason="the records do not begin eighteen months before the date")
    before = panel.months_since(since) < 0
    columns = panel.chosen(before)
    columns[EFFECT] = designed.effect_since(placebo)[before]
    return fit_poisson(columns, designed.model(EFFECT))


def _fit_chosen(panel: Panel, rows: np.ndarray, design: Design, territory: str, since: date) -> PoissonFit | Unfitted:
    chosen = Panel(columns=panel.chosen(rows), periods=panel.periods, zeros=0, suppressed=0, partly_suppressed=0)
    if not chosen.rows:
        return Unfitted(reason="it has no flows")
    designed = design_panel(chosen, design, [territory])
    columns = {**chosen.columns, EFFECT: designed.effect_since(since)}
    return fit_poisson(columns, designed.model(EFFECT))
