"""The effect period by period around the date, and whether it was there before the date."""

import importlib
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from entrepot.trade.panel.designs import Designed
from entrepot.trade.panel.poisson import PoissonFit, Unfitted, fit_poisson

_BIN_MONTHS = (3, 6, 12)
"""Lengths of a step, the shortest that leaves the joint test enough clusters; single months are mostly noise."""
_CLUSTERS_PER_STEP = 3
"""Clusters for each step before the date: a joint test of nearly as many steps as clusters has no power."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """The effect in one step, in log points against the last step before the date; months are counted from the date."""

    first_month: int
    months: int
    effect: float
    error: float


@dataclass(frozen=True, slots=True, kw_only=True)
class EventStudy:
    """Steps before and after the date, and the joint test that there was nothing before it."""

    steps: tuple[Step, ...]
    statistic: float
    degrees: tuple[int, int]
    p_value: float


def study_events(designed: Designed, since: date) -> EventStudy | Unfitted:
    """The effect in steps of equal months; the step just before the date is the one compared with.

    The joint test is Hotelling's: with G clusters and q steps W (G-q) / (q (G-1)) is compared with F(q, G-q), which is
    more cautious with few clusters than chi-squared of W.
    """
    months = designed.panel.months_since(since)
    length = _bin_length(int(-months.min()), designed.clusters)
    if length is None:
        return Unfitted(reason="there are too few periods or clusters before the date")
    bins = np.floor_divide(months, length)
    numbers = [int(number) for number in np.unique(bins) if number != -1]
    names = {number: f"step_{place}" for place, number in enumerate(numbers)}
    columns = {**designed.panel.columns}
    columns |= {name: designed.exposed * (bins == number) for number, name in names.items()}
    fit = fit_poisson(columns, designed.model(*names.values()))
    if isinstance(fit, Unfitted):
        return fit
    steps = tuple(
        Step(first_month=number * length, months=length, effect=fit.coefficients[name], error=fit.error_of(name))
        for number, name in names.items()
    )
    return _joint_test(fit, steps)


def _bin_length(months_before: int, clusters: int) -> int | None:
    """The shortest step with which at least one, and not too many, lie before the one that is compared with."""
    for length in _BIN_MONTHS:
        before = -(-months_before // length) - 1
        if 1 <= before <= max(clusters // _CLUSTERS_PER_STEP, 1):
            return length
    return None


def _joint_test(fit: PoissonFit, steps: tuple[Step, ...]) -> EventStudy | Unfitted:
    early = [place for place, step in enumerate(steps) if step.first_month < 0]
    effects = np.asarray([steps[place].effect for place in early])
    covariance = fit.covariance[np.ix_(early, early)]
    tested, groups = len(early), fit.clusters
    if tested >= groups or np.linalg.matrix_rank(covariance) < tested:
        return Unfitted(reason="there are too few clusters for the steps before the date")
    wald = float(effects @ np.linalg.solve(covariance, effects))
    statistic = wald * (groups - tested) / (tested * (groups - 1))
    stats: Any = importlib.import_module("scipy.stats")
    return EventStudy(
        steps=steps,
        statistic=statistic,
        degrees=(tested, groups - tested),
        p_value=float(stats.f.sf(statistic, tested, groups - tested)),
    )
