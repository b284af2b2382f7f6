"""Poisson models with high-dimensional fixed effects, estimated by pyfixest, as values that say what was dropped.

Poisson pseudo-maximum likelihood keeps the zeros of trade and is consistent under heteroskedasticity, where a
regression of logarithms is not (Santos Silva and Tenreyro 2006, Review of Economics and Statistics 88).
"""

import importlib
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from entrepot.errors import CallError

Column = NDArray[Any]
Columns = Mapping[str, Column]

_TOLERANCE = 1e-10
"""Of the deviance from one iteration to the next: tight enough for seven digits of a coefficient, the digits that the
published check gives."""
_MAX_ITERATIONS = 200
"""Sparse panels need more than the 25 that are usual; none at hand needed 60."""
_DEMEANING = 1e-6
"""Tolerance of taking out the fixed effects, pyfixest's own: at 1e-8 no digit of the figures at hand moves."""
_MAX_SWEEPS = 50_000
"""Five times what is usual, for panels whose parts hang together by a few rows."""
_LARGEST = 15.0
"""A coefficient beyond this (a factor of three million) is on its way to infinity: the regressor separates the data."""

_ABSORBED = "the fixed effects leave nothing that varies with the date, the goods and the territory"


@dataclass(frozen=True, slots=True, kw_only=True)
class PoissonModel:
    """What is estimated: outcome, regressors, what is absorbed, and by what the errors are clustered.

    Each of `fixed_effects` is a tuple of columns whose combinations are absorbed. `offset` is added to the index.
    """

    outcome: str
    regressors: tuple[str, ...]
    fixed_effects: tuple[tuple[str, ...], ...]
    cluster: tuple[str, ...]
    offset: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PoissonFit:
    """Coefficients in log points with their covariance clustered, and how many rows they rest on.

    `separated` rows were dropped because a fixed effect has nothing but zeros and so predicts them perfectly;
    `singletons` because a fixed effect has no other row. `kept` are the places of the rows used, `fitted` their
    expected values.
    """

    coefficients: Mapping[str, float]
    covariance: Column
    rows: int
    separated: int
    singletons: int
    clusters: int
    kept: Column
    fitted: Column

    def error_of(self, name: str) -> float:
        """The standard error of a coefficient, in log points."""
        place = list(self.coefficients).index(name)
        return float(np.sqrt(self.covariance[place, place]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfitted:
    """No estimate, and why, as the end of a sentence that begins with "There is no estimate, because"."""

    reason: str


def fit_poisson(columns: Columns, model: PoissonModel) -> PoissonFit | Unfitted:
    """The model fitted to the rows; separated and single rows are dropped and counted.

    The covariance is that of Liang and Zeger with the factors G/(G-1) and (N-1)/(N-k), where k counts those fixed
    effects that do not lie within a cluster: fixest's default, and that with which the published check agrees.

    Raises:
        CallError: pyfixest is not installed.
    """
    pyfixest = load_pyfixest()
    frame = model_frame(columns, model)
    scale = float(frame[model.outcome].mean())
    if not scale > 0:
        return Unfitted(reason="nothing was traded in any row")
    # In units of its mean: with large numbers the rounding of the deviance alone would keep it from settling.
    frame[model.outcome] /= scale
    effects = [f"effect_{place}" for place in range(len(model.fixed_effects))]
    formula = f"{model.outcome} ~ {' + '.join(model.regressors) or '1'} | {' + '.join(effects)}"
    fitted = _estimate(pyfixest, formula, frame, model)
    return fitted if isinstance(fitted, Unfitted) else _read_fit(fitted, frame, model, scale)


def load_pyfixest() -> Any:
    """The package pyfixest.

    Raises:
        CallError: it is not installed.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return importlib.import_module("pyfixest")
    except ImportError as error:
        raise CallError(
            "Panel models need pyfixest, which is not installed; install it with: pip install 'entrepot[panel]'"
        ) from error


def combine_keys(columns: Columns, names: Sequence[str]) -> Column:
    """A number for each combination of the values of several columns, the same for the same combination."""
    combined: Column = np.zeros(len(next(iter(columns.values()))), dtype=np.int64)
    for name in names:
        values, codes = np.unique(columns[name], return_inverse=True)
        combined = np.unique(combined * len(values) + codes, return_inverse=True)[1]
    return combined


def model_frame(columns: Columns, model: PoissonModel) -> Any:
    """The columns that the model needs as a data frame, with the place of each row."""
    pandas = importlib.import_module("pandas")
    wanted = [model.outcome, *model.regressors, *([model.offset] if model.offset else [])]
    data = {name: np.asarray(columns[name], dtype=float) for name in wanted}
    data["cluster"] = combine_keys(columns, model.cluster)
    for place, names in enumerate(model.fixed_effects):
        data[f"effect_{place}"] = combine_keys(columns, names)
    data["place"] = np.arange(len(data["cluster"]))
    return pandas.DataFrame(data)


def _estimate(pyfixest: Any, formula: str, frame: Any, model: PoissonModel) -> Any:
    """The estimate of pyfixest, or why there is none; its warnings say what the counts of the fit say."""
    options: dict[str, Any] = {
        "vcov": {"CRV1": "cluster"} if model.regressors else "iid",
        "offset": model.offset,
        "ssc": pyfixest.ssc(k_adj=True, k_fixef="nonnested", G_adj=True, G_df="min"),
        "separation_check": ["fe"],
        "iwls_tol": _TOLERANCE,
        "iwls_maxiter": _MAX_ITERATIONS,
        "demeaner": pyfixest.MapDemeaner(fixef_tol=_DEMEANING, fixef_maxiter=_MAX_SWEEPS),
    }
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        try:
            return pyfixest.fepois(formula, frame, **options)
        except (ValueError, ArithmeticError, np.linalg.LinAlgError, pyfixest.errors.NonConvergenceError) as error:
            if "collinear" in str(error):
                return Unfitted(reason=_ABSORBED)
            return Unfitted(reason=f"the model could not be fitted ({' '.join(str(error).split())[:120]})")


def _read_fit(fitted: Any, frame: Any, model: PoissonModel, scale: float) -> PoissonFit | Unfitted:
    if not fitted.convergence:
        return Unfitted(reason="the estimation did not settle")
    named = zip(fitted._coefnames, fitted._beta_hat, strict=True) if model.regressors else ()
    coefficients = {str(name): float(value) for name, value in named}
    absent = [name for name in model.regressors if name not in coefficients]
    if absent:
        return Unfitted(reason=_ABSORBED)
    if any(not np.isfinite(value) or abs(value) > _LARGEST for value in coefficients.values()):
        return Unfitted(reason="one side of the comparison has nothing but zeros, so that the effect has no bound")
    separated = int(getattr(fitted, "n_separation_na", 0) or 0)
    rows = int(fitted._N)
    kept = fitted._data["place"].to_numpy()
    return PoissonFit(
        coefficients=coefficients,
        covariance=np.asarray(fitted._vcov, dtype=float) if model.regressors else np.empty((0, 0)),
        rows=rows,
        separated=separated,
        singletons=len(frame) - rows - separated,
        clusters=int(np.unique(frame["cluster"].to_numpy()[kept]).size),
        kept=kept,
        fitted=scale * np.asarray(fitted._Y_hat_response, dtype=float).ravel(),
    )
