"""How much more one trade grew than another, in logs, with an interval from resampling."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Cells = NDArray[np.float64]
LEAST_REPORTERS = 8
"""Below it reporters are too few to stand for others (8 have 6,435 distinct resamples), and months are taken."""
LEAST_MONTHS = 4
DRAWS = 1999
SEED = 20_220_224
"""A constant, so that the same records give the same interval."""
POWER = 1.43
"""(1.96 + 0.84) / 1.96: the effect seen with 80 % power at the 5 % level, in half-widths of a 95 % interval."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """Log growth of a trade less that of another; `low` and `high` bound 95 %, None where nothing can be resampled.

    `unit` is what was resampled. `smallest_visible` is the growth (0.3 is +30 %) that would have been seen four times
    out of five.
    """

    name: str
    effect: float
    low: float | None
    high: float | None
    unit: Literal["reporters", "calendar months", "none"]
    units: int

    @property
    def smallest_visible(self) -> float | None:
        """The smallest relative effect that could have been seen; None without an interval."""
        if self.low is None or self.high is None:
            return None
        return float(np.expm1(POWER * (self.high - self.low) / 2))

    @property
    def ratio(self) -> float:
        """The growth of the one divided by that of the other."""
        return float(np.exp(self.effect))


def contrast_growth(name: str, goods: tuple[Cells, Cells], others: tuple[Cells, Cells] | None) -> Contrast | None:
    """The contrast of two trades, each given before and after as reporters x calendar months; None where it has none.

    Without `others`, the growth itself. The interval is the percentile interval of a bootstrap (Efron and Tibshirani
    1993) of whole reporters, so that the dependence within a reporter is kept; with fewer than `LEAST_REPORTERS` that
    trade in the goods, of calendar months, in pairs of before and after, which treats months as independent.
    """
    cells = np.stack([*goods, *(others or ())])
    effect = _effect(cells.sum(axis=(1, 2))[:, None])
    if not np.isfinite(effect[0]):
        return None
    trading = int((cells[:2].sum(axis=(0, 2)) > 0).sum())
    by_reporter = trading >= LEAST_REPORTERS
    units = cells.sum(axis=2) if by_reporter else cells.sum(axis=1)
    low, high = _interval(units, float(effect[0])) if units.shape[1] >= LEAST_MONTHS else (None, None)
    unit: Literal["reporters", "calendar months", "none"] = "reporters" if by_reporter else "calendar months"
    return Contrast(
        name=name,
        effect=float(effect[0]),
        low=low,
        high=high,
        unit=unit if low is not None else "none",
        units=units.shape[1],
    )


def _effect(sums: Cells) -> Cells:
    """The contrast of logs for columns of sums: before, after and, where given, those of the other trade."""
    with np.errstate(divide="ignore", invalid="ignore"):
        logs = np.log(sums)
        effect: Cells = logs[1] - logs[0] - (logs[3] - logs[2] if len(sums) > 2 else 0)
    return effect


def _interval(units: Cells, effect: float) -> tuple[float | None, float | None]:
    """The bounds of 95 %; None where a tenth of the draws has a side without any trade."""
    generator = np.random.default_rng(SEED)
    drawn = generator.integers(0, units.shape[1], size=(DRAWS, units.shape[1]))
    effects = _effect(units[:, drawn].sum(axis=2))
    finite = effects[np.isfinite(effects)]
    if finite.size < 0.9 * DRAWS:
        return None, None
    low, high = np.quantile(finite, [0.025, 0.975])
    return min(float(low), effect), max(float(high), effect)


def verdict_rule(contrasts: Sequence[Contrast], least_growth: float) -> Literal["above", "below", "unclear", "none"]:
    """What contrasts say together of growth beyond that of others.

    "above" where each lies above nothing wholly, and at least one reaches `least_growth`; "below" where each stays
    under `least_growth` wholly; "none" without any interval.
    """
    bounded = [one for one in contrasts if one.low is not None and one.high is not None]
    threshold = float(np.log1p(least_growth))
    if not bounded:
        return "none"
    if all((one.low or 0.0) > 0 for one in bounded) and any(one.effect >= threshold for one in bounded):
        return "above"
    if all((one.high or 0.0) < threshold for one in bounded):
        return "below"
    return "unclear"
