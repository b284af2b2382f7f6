"""All that is estimated of one panel: the effect, its interval, the steps around the date, the placebos."""

import importlib
import math
from dataclasses import dataclass
from typing import Any

from entrepot.trade.panel.designs import EFFECT, LEAST_CLUSTERS, Designed
from entrepot.trade.panel.event_study import EventStudy, study_events
from entrepot.trade.panel.few_clusters import FEW, LEVEL, SignFlips, flip_signs
from entrepot.trade.panel.placebos import PlaceboTerritories, try_territories, try_year_before
from entrepot.trade.panel.poisson import PoissonFit, Unfitted, fit_poisson
from entrepot.trade.panel.question import PanelQuestion

MOST_FLIPPED = 50_000
"""Rows up to which signs are flipped: the interval needs two dozen fits, and past this each takes seconds."""
POWER = 0.8
"""The usual chance with which the smallest visible effect would have been seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelEstimates:
    """What a panel gives; effects and bounds in log points, a bound None where nothing bounds it.

    `inference` is "t" (cluster-robust, t distribution with one degree of freedom less than clusters) or "sign_flip".
    `least_visible` is the effect that the panel would have shown with a chance of four in five.
    """

    fit: PoissonFit
    effect: float
    low: float | None
    high: float | None
    inference: str
    flips: SignFlips | Unfitted | None
    least_visible: float
    events: EventStudy | Unfitted
    territories: PlaceboTerritories | Unfitted
    year_before: PoissonFit | Unfitted


def estimate_panel(designed: Designed, question: PanelQuestion) -> PanelEstimates | Unfitted:
    """The effect with its interval and its checks, or why there is none."""
    columns = {**designed.panel.columns, EFFECT: designed.effect_since(question.since)}
    reason = _without_ground(columns[EFFECT], designed)
    if reason:
        return Unfitted(reason=reason)
    model = designed.model(EFFECT)
    fit = fit_poisson(columns, model)
    if isinstance(fit, Unfitted):
        return fit
    effect, error = fit.coefficients[EFFECT], fit.error_of(EFFECT)
    flips = None
    if LEAST_CLUSTERS <= fit.clusters < FEW and fit.rows <= MOST_FLIPPED:
        flips = flip_signs(columns, model, fit, draws=question.draws, seed=question.seed)
    low, high = _bounds(fit, effect, error, flips)
    return PanelEstimates(
        fit=fit,
        effect=effect,
        low=low,
        high=high,
        inference="sign_flip" if isinstance(flips, SignFlips) else "t",
        flips=flips,
        least_visible=(_quantile(1 - LEVEL / 2, fit) + _quantile(POWER, fit)) * error,
        events=study_events(designed, question.since),
        territories=try_territories(designed.panel, designed.design, question.comparison, question.since, effect),
        year_before=try_year_before(designed, question.since),
    )


def percent(log_points: float) -> float:
    """A difference of log points as a change in percent."""
    return 100 * math.expm1(log_points)


def year_before_bounds(fit: PoissonFit) -> tuple[float, float]:
    """The t interval of the effect a year before the date, in log points."""
    half = _quantile(1 - LEVEL / 2, fit) * fit.error_of(EFFECT)
    return fit.coefficients[EFFECT] - half, fit.coefficients[EFFECT] + half


def _without_ground(effect: Any, designed: Designed) -> str:
    """Why no model need be fitted; empty where it can be."""
    values, exposed = designed.panel.columns["value"], designed.exposed > 0
    if not values[exposed & (effect == 0)].any():
        return "nothing of the goods went to the territory before the date"
    if not values[effect > 0].any():
        return "nothing of the goods went to the territory since the date"
    return ""


def _bounds(
    fit: PoissonFit, effect: float, error: float, flips: SignFlips | Unfitted | None
) -> tuple[float | None, float | None]:
    if isinstance(flips, SignFlips):
        return flips.low, flips.high
    if fit.clusters < LEAST_CLUSTERS:
        return None, None
    half = _quantile(1 - LEVEL / 2, fit) * error
    return effect - half, effect + half


def _quantile(share: float, fit: PoissonFit) -> float:
    stats: Any = importlib.import_module("scipy.stats")
    return float(stats.t.ppf(share, max(fit.clusters - 1, 1)))
