import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entrepot.errors import CallError
from entrepot.trade.panel import PoissonFit, PoissonModel, Unfitted, fit_poisson

MODEL = PoissonModel(
    outcome="value", regressors=("effect",), fixed_effects=(("market",), ("period",)), cluster=("market",)
)


def four_cells(*values: float) -> dict[str, np.ndarray]:
    """Two markets in two periods; the second market is exposed in the second period."""
    return {
        "value": np.asarray(values * 5, dtype=float),
        "market": np.asarray([0, 0, 1, 1] * 5) + 2 * np.repeat(np.arange(5), 4),
        "period": np.asarray([0, 1, 0, 1] * 5),
        "effect": np.asarray([0, 0, 0, 1] * 5),
    }


def fitted(columns: dict[str, np.ndarray]) -> PoissonFit:
    fit = fit_poisson(columns, MODEL)
    assert isinstance(fit, PoissonFit)
    return fit


def test_the_effect_of_a_two_by_two_table_is_the_ratio_of_its_ratios() -> None:
    fit = fitted(four_cells(10, 20, 5, 40))
    assert fit.coefficients["effect"] == pytest.approx(np.log((40 / 5) / (20 / 10)), abs=1e-7)
    assert fit.clusters == 10


@settings(max_examples=8, deadline=None)
@given(st.floats(1e-3, 1e6))
def test_the_unit_of_the_values_does_not_change_the_effect(unit: float) -> None:
    plain, scaled = (fitted(four_cells(*(factor * v for v in (10, 20, 5, 40)))) for factor in (1.0, unit))
    assert scaled.coefficients["effect"] == pytest.approx(plain.coefficients["effect"], abs=1e-6)


def test_a_market_of_nothing_but_zeros_is_dropped_and_counted() -> None:
    columns = four_cells(10, 20, 5, 40)
    more = {"value": [0.0, 0.0], "market": [90, 90], "period": [0, 1], "effect": [0, 0]}
    fit = fitted({name: np.concatenate([column, more[name]]) for name, column in columns.items()})
    assert (fit.separated, fit.rows) == (2, 20)
    assert fit.coefficients["effect"] == pytest.approx(np.log(4), abs=1e-7)


def test_a_market_seen_once_is_dropped_and_counted() -> None:
    columns = four_cells(10, 20, 5, 40)
    more = {"value": [7.0], "market": [90], "period": [0], "effect": [0]}
    fit = fitted({name: np.concatenate([column, more[name]]) for name, column in columns.items()})
    assert (fit.singletons, fit.rows) == (1, 20)


def test_no_trade_at_all_gives_no_estimate() -> None:
    assert isinstance(fit_poisson(four_cells(0, 0, 0, 0), MODEL), Unfitted)


def test_an_effect_that_the_fixed_effects_take_up_gives_no_estimate() -> None:
    columns = four_cells(10, 20, 5, 40)
    unfitted = fit_poisson({**columns, "effect": columns["period"]}, MODEL)
    assert isinstance(unfitted, Unfitted)
    assert "fixed effects" in unfitted.reason


def test_trade_that_ends_altogether_gives_no_estimate_instead_of_an_endless_fall() -> None:
    assert isinstance(fit_poisson(four_cells(10, 20, 5, 0), MODEL), Unfitted)


def test_without_pyfixest_a_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyfixest", None)
    with pytest.raises(CallError, match=r"pip install 'entrepot\[panel\]'"):
        fit_poisson(four_cells(10, 20, 5, 40), MODEL)
