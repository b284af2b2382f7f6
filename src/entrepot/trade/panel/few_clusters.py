"""Inference where clusters are few: signs of the clusters' scores flipped at random, and the interval turned out of it.

With few clusters the usual standard errors are too small and their test rejects too often. Under the hypothesis the
score of each cluster is as likely to be positive as negative, so its sum is compared with sums under flipped signs:
Hemerik, Goeman and Finos 2020, Journal of the Royal Statistical Society B 82 (sign-flipped effective scores); Kline and
Santos 2012, Journal of Econometric Methods 1 (score bootstrap). The interval holds every effect that is not rejected.
"""

import warnings
from dataclasses import dataclass
from typing import Any

import numpy as np

from entrepot.trade.panel.poisson import (
    Column,
    Columns,
    PoissonFit,
    PoissonModel,
    Unfitted,
    combine_keys,
    fit_poisson,
    load_pyfixest,
    model_frame,
)

FEW = 30
"""Below this many clusters the t interval is replaced; simulations find it too short below 30 to 50 (Cameron, Gelbach
and Miller 2008, Review of Economics and Statistics 90)."""
LEVEL = 0.05
_ALL_PATTERNS = 13
"""Up to so many clusters every pattern of signs is gone through (4,096), above it they are drawn."""
_STEPS = 10
"""Halvings: the bound is then exact to a thousandth of the width that it was looked for in."""
_WIDEST = 8.0
"""Standard errors from the estimate within which a bound is looked for; one further out is no bound."""
_SLACK = 1e-9
"""Of the observed sum: patterns that give the same sum must count as equal in spite of rounding."""
_NULL = "null_effect"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignFlips:
    """What the flipped signs say: the probability under no effect, and the bounds in log points (None: unbounded)."""

    p_value: float
    low: float | None
    high: float | None
    patterns: int


def flip_signs(
    columns: Columns, model: PoissonModel, fit: PoissonFit, *, draws: int, seed: int
) -> SignFlips | Unfitted:
    """The test of no effect of the model's one regressor and the interval of all effects that it does not reject."""
    (name,) = model.regressors
    used = {key: column[fit.kept] for key, column in columns.items()}
    signs = draw_signs(fit.clusters, draws, seed)
    at_zero = _p_value(used, model, 0.0, signs)
    if isinstance(at_zero, Unfitted):
        return at_zero
    estimate, error = fit.coefficients[name], fit.error_of(name)
    bounds = [_find_bound(used, model, signs, estimate, side * error) for side in (-1.0, 1.0)]
    return SignFlips(p_value=at_zero, low=bounds[0], high=bounds[1], patterns=len(signs))


def draw_signs(clusters: int, draws: int, seed: int) -> Column:
    """Patterns of signs, a row each, the first without a flip: all that there are, or as many as asked for."""
    if clusters <= _ALL_PATTERNS:
        numbers = np.arange(2 ** (clusters - 1))[:, None]
        return 1.0 - 2.0 * (numbers >> np.arange(clusters) & 1)
    drawn = np.random.default_rng(seed).choice((-1.0, 1.0), size=(draws, clusters))
    return np.vstack([np.ones(clusters), drawn])


def sign_flip_p(scores: Column, signs: Column) -> float:
    """The share of patterns whose sum of scores is at least as far from zero as the sum observed."""
    sums = np.abs(signs @ scores)
    return float(np.mean(sums >= sums[0] * (1 - _SLACK)))


def effective_scores(columns: Columns, model: PoissonModel, effect: float) -> Column | Unfitted:
    """The score of each cluster at a given effect: residuals times what the fixed effects leave of the regressor."""
    (name,) = model.regressors
    null = PoissonModel(
        outcome=model.outcome,
        regressors=(),
        fixed_effects=model.fixed_effects,
        cluster=model.cluster,
        offset=_NULL,
    )
    given = {**columns, _NULL: effect * columns[name]}
    fit = fit_poisson(given, null)
    if isinstance(fit, Unfitted):
        return fit
    kept = {key: column[fit.kept] for key, column in given.items()}
    left = _partial_out(kept, model, name, fit.fitted)
    clusters = combine_keys(columns, model.cluster)
    scores = left * (kept[model.outcome] - fit.fitted)
    return np.bincount(clusters[fit.kept], weights=scores, minlength=int(clusters.max()) + 1)


def _p_value(columns: Columns, model: PoissonModel, effect: float, signs: Column) -> float | Unfitted:
    scores = effective_scores(columns, model, effect)
    return scores if isinstance(scores, Unfitted) else sign_flip_p(scores, signs)


def _find_bound(columns: Columns, model: PoissonModel, signs: Column, estimate: float, step: float) -> float | None:
    """The outermost effect towards one side that is not rejected, by halving; None where none is rejected."""
    inside, outside = estimate, estimate + _WIDEST * step
    at_end = _p_value(columns, model, outside, signs)
    if isinstance(at_end, Unfitted) or at_end > LEVEL:
        return None
    for _ in range(_STEPS):
        middle = (inside + outside) / 2
        p_value = _p_value(columns, model, middle, signs)
        if isinstance(p_value, Unfitted):
            return None
        inside, outside = (middle, outside) if p_value > LEVEL else (inside, middle)
    return outside


def _partial_out(columns: Columns, model: PoissonModel, name: str, weights: Column) -> Column:
    """What is left of a regressor once the fixed effects are taken out of it, weighted by the expected values."""
    pyfixest: Any = load_pyfixest()
    frame = model_frame(columns, model)
    frame["weight"] = weights
    effects = " + ".join(f"effect_{place}" for place in range(len(model.fixed_effects)))
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        fitted = pyfixest.feols(f"{name} ~ 1 | {effects}", frame, weights="weight", fixef_rm="none")
    return np.asarray(frame[name].to_numpy() - fitted.predict(), dtype=float)
