"""Tails of Student's distribution, and the false discovery rate of many tests at once."""

import math
from collections.abc import Sequence

import numpy as np


def student_tail(t: float, degrees: int) -> float:
    """The chance of a larger t under Student's distribution, one-sided, for a whole number of degrees of freedom.

    Closed form (Abramowitz and Stegun 1964, 26.7.3 and 26.7.4).
    """
    if math.isinf(t):
        return 0.0 if t > 0 else 1.0
    angle = math.atan2(abs(t), math.sqrt(degrees))
    cosine, sine = math.cos(angle), math.sin(angle)
    if degrees % 2:
        inside = 2 / math.pi * (angle + (sine * cosine * _series(cosine, degrees, 3) if degrees > 1 else 0.0))
    else:
        inside = sine * _series(cosine, degrees, 2)
    upper = max(0.0, (1 - inside) / 2)
    return upper if t >= 0 else 1 - upper


def student_quantile(tail: float, degrees: int) -> float:
    """The t above which a share `tail` (under one half) of Student's distribution lies, to a thousandth."""
    low, high = 0.0, 1.0
    while student_tail(high, degrees) > tail:
        high *= 2
    while high - low > 1e-3:
        middle = (low + high) / 2
        low, high = (middle, high) if student_tail(middle, degrees) > tail else (low, middle)
    return high


def _series(cosine: float, degrees: int, first: int) -> float:
    """1 + (first-1)/first cos² + ..., as both formulas have it."""
    term = total = 1.0
    for number in range(first, degrees - 1, 2):
        term *= cosine * cosine * (number - 1) / number
        total += term
    return total


def rates_of_groups(p_values: Sequence[float], above: Sequence[int], tested: int) -> Sequence[float]:
    """False discovery rates (Benjamini and Hochberg 1995) of groups of tests with one p-value each, in rising order.

    `above` counts the tests of a group and of all before it, `tested` all tests, those with larger p-values included;
    where these are left out the rates are never too small.
    """
    raw = np.asarray(p_values, dtype=np.float64) * tested / np.maximum(np.asarray(above, dtype=np.float64), 1)
    return [float(rate) for rate in np.minimum(np.minimum.accumulate(raw[::-1])[::-1], 1.0)]
