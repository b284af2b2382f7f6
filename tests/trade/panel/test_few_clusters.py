from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entrepot.trade.panel.few_clusters import SignFlips, draw_signs, flip_signs, sign_flip_p
from entrepot.trade.panel.poisson import PoissonFit, PoissonModel, fit_poisson

MODEL = PoissonModel(
    outcome="value", regressors=("effect",), fixed_effects=(("market",), ("reporter", "period")), cluster=("reporter",)
)


def panel(effect: float, reporters: int = 10, seed: int = 1) -> dict[str, np.ndarray]:
    """Two goods by reporter over twenty periods; the second is exposed in the last ten."""
    draw = np.random.default_rng(seed)
    reporter, goods, period = (each.ravel() for each in np.meshgrid(range(reporters), (0, 1), range(20), indexing="ij"))
    exposed = (goods == 1) & (period >= 10)
    value = np.exp(draw.normal(size=reporters)[reporter] + effect * exposed + 0.3 * draw.normal(size=len(period)))
    columns = {"value": value, "reporter": reporter, "market": 2 * reporter + goods, "period": period}
    return {**columns, "effect": exposed.astype(float)}


@settings(max_examples=50, deadline=None)
@given(st.lists(st.floats(-100, 100), min_size=2, max_size=8))
def test_with_few_clusters_the_probability_is_the_share_of_all_patterns(scores: list[float]) -> None:
    observed = abs(sum(scores))
    sums = [
        abs(sum(s * x for s, x in zip(signs, scores, strict=True))) for signs in product((1, -1), repeat=len(scores))
    ]
    expected = np.mean([one >= observed * (1 - 1e-9) for one in sums])
    assert sign_flip_p(np.asarray(scores), draw_signs(len(scores), 99, seed=0)) == pytest.approx(expected, abs=0.01)


def test_the_same_seed_draws_the_same_patterns_and_the_first_is_the_observed_one() -> None:
    signs = draw_signs(20, 99, seed=5)
    assert signs.shape == (100, 20)
    assert (signs == draw_signs(20, 99, seed=5)).all()
    assert (signs[0] == 1).all()


def test_the_interval_holds_the_effect_and_leaves_out_none_where_there_is_one() -> None:
    columns = panel(0.7)
    fit = fit_poisson(columns, MODEL)
    assert isinstance(fit, PoissonFit)
    flips = flip_signs(columns, MODEL, fit, draws=999, seed=1)
    assert isinstance(flips, SignFlips)
    assert flips.low is not None and flips.high is not None
    assert 0 < flips.low < fit.coefficients["effect"] < flips.high
    assert flips.low < 0.7 < flips.high
    assert flips.p_value <= 0.01


def test_without_an_effect_the_interval_holds_zero() -> None:
    columns = panel(0.0)
    fit = fit_poisson(columns, MODEL)
    assert isinstance(fit, PoissonFit)
    flips = flip_signs(columns, MODEL, fit, draws=999, seed=1)
    assert isinstance(flips, SignFlips)
    assert flips.low is not None and flips.high is not None
    assert flips.low < 0 < flips.high
    assert flips.p_value > 0.05


def test_with_five_clusters_nothing_is_rarer_than_six_percent_so_nothing_bounds_the_effect() -> None:
    columns = panel(0.7, reporters=5)
    fit = fit_poisson(columns, MODEL)
    assert isinstance(fit, PoissonFit)
    flips = flip_signs(columns, MODEL, fit, draws=999, seed=1)
    assert isinstance(flips, SignFlips)
    assert (flips.low, flips.high) == (None, None)
    assert flips.p_value >= 0.0625
