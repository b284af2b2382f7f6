"""How far two legs, given as products x months, move together, beside the same series shifted against each other."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from entrepot.trade.questions.contrast import Cells

LEAST_PRODUCTS = 4
"""From here on what moves all products of a month alike is taken out; of fewer it would take out the link itself."""
LEVEL = 0.05
_UNIT = 1000.0
"""Values enter as log(1 + value / 1000), so that a few hundred euro are not told from nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkTest:
    """The correlation at the best lag, and where it lies among those of series shifted against each other.

    `together` is that of the sums of all products at that lag, in logs: what a common cause brings as well.
    `p` is the share of shifts (this one included) with as large a best correlation; `visible` the correlation that
    nineteen of twenty shifts stay under, the smallest that could have been told from chance. `low` and `high` bound
    95 % by Fisher's z with the effective number of months (Pyper and Peterman 1998).
    """

    correlation: float
    together: float
    lag: int
    low: float
    high: float
    p: float
    visible: float
    shifts: int
    products: int


def correlate_legs(first: Cells, second: Cells, *, lags: int) -> LinkTest | None:
    """The link of two legs, given as products x months of one span, `nan` where nothing is known of either.

    None where one does not vary.
    """
    x, y = _centred(first), _centred(second)
    months = x.shape[1]
    found = [_correlation(x[:, : months - lag], y[:, lag:]) for lag in range(lags + 1)]
    if not np.isfinite(found).all():
        return None
    lag = int(np.argmax(found))
    best = found[lag]
    # A shift by no more than the lags would only find the same link at another lag.
    shifts = range(lags + 1, months - lags)
    null = np.array([_best(np.roll(x, shift, axis=1), y, lags) for shift in shifts])
    null = null[np.isfinite(null)]
    low, high = _fisher_bounds(best, _effective_months(x, y, lag))
    return LinkTest(
        correlation=best,
        together=_together(first, second, lag),
        lag=lag,
        low=low,
        high=high,
        p=float((1 + (null >= best).sum()) / (1 + null.size)),
        visible=float(np.quantile(null, 1 - LEVEL)) if null.size else 1.0,
        shifts=int(null.size),
        products=int(x.shape[0]),
    )


def _together(first: Cells, second: Cells, lag: int) -> float:
    # A month is known where something of the leg is known in it.
    sums = [np.where(_known(leg), np.nansum(leg, axis=0), np.nan)[None, :] for leg in (first, second)]
    x, y = (np.log1p(one / _UNIT) for one in sums)
    x, y = x - np.nanmean(x), y - np.nanmean(y)
    return _correlation(x[:, : x.shape[1] - lag], y[:, lag:])


def _known(leg: Cells) -> NDArray[np.bool_]:
    return np.asarray(np.isfinite(leg).any(axis=0), dtype=np.bool_)


def _best(x: Cells, y: Cells, lags: int) -> float:
    months = x.shape[1]
    # Not max() alone: it would take what cannot be computed for the largest.
    found = np.array([_correlation(x[:, : months - lag], y[:, lag:]) for lag in range(lags + 1)])
    return float(np.nanmax(found)) if np.isfinite(found).any() else float("nan")


def _centred(values: Cells) -> Cells:
    """Logs less each product's own straight line in time and, with enough products, less each month's mean.

    What lifts all goods in one month, and what grows steadily on both legs, would otherwise pass for a link.
    """
    logs = np.log1p(values / _UNIT)
    centred: Cells = np.array([_less_own_line(product) for product in logs])
    if len(centred) < LEAST_PRODUCTS:
        return centred
    known = _known(centred)
    centred[:, known] -= np.nanmean(centred[:, known], axis=0, keepdims=True)
    return centred


def _less_own_line(logs: Cells) -> Cells:
    """A product's logs less its straight line in time, of the months that are known."""
    known = np.isfinite(logs)
    time = np.arange(logs.size, dtype=np.float64)
    found = np.full(logs.size, np.nan)
    if known.sum() < 2:
        return found
    time, own = time[known] - time[known].mean(), logs[known] - logs[known].mean()
    found[known] = own - time * (own @ time) / (time @ time)
    return found


def _correlation(x: Cells, y: Cells) -> float:
    both = np.isfinite(x) & np.isfinite(y)
    x, y = np.where(both, x, 0.0), np.where(both, y, 0.0)
    scale = float(np.sqrt((x * x).sum() * (y * y).sum()))
    return float((x * y).sum()) / scale if scale > 0 else float("nan")


def _effective_months(x: Cells, y: Cells, lag: int) -> float:
    """Months that count as independent: fewer where both legs are slow (first-order autocorrelation)."""
    months = int((_known(x[:, : x.shape[1] - lag]) & _known(y[:, lag:])).sum())
    slow = _correlation(x[:, :-1], x[:, 1:]) * _correlation(y[:, :-1], y[:, 1:])
    slow = min(max(slow, 0.0), 0.99) if math.isfinite(slow) else 0.0
    return float(max(5.0, months * (1 - slow) / (1 + slow)))


def _fisher_bounds(correlation: float, months: float) -> tuple[float, float]:
    z, width = float(np.arctanh(min(max(correlation, -0.999), 0.999))), 1.96 / math.sqrt(months - 3)
    return float(np.tanh(z - width)), float(np.tanh(z + width))
