"""The smallest growth of a leg that could have been seen, where no contrast has an interval: from its own scatter."""

import math
from collections.abc import Sequence

import numpy as np

from entrepot.trade.questions.codes import CodeGrowth
from entrepot.trade.questions.contrast import Contrast
from entrepot.trade.questions.findings import percent
from entrepot.trade.questions.leg import Leg

LEAST_PERIODS = 4
"""Periods with figures before the second window, below which a scatter says nothing."""
_SEEN = 1.96 + 0.84
"""Standard errors of an effect that is seen at the 5 % level four times out of five."""


def smallest_growth(leg: Leg) -> float | None:
    """The growth (0.3 is +30 %) that the scatter of the periods before the second window would have shown.

    Of the means of both windows, with the periods as independent; None with fewer than `LEAST_PERIODS` of them, or
    without any trade in them.
    """
    earlier = [window for window in leg.question.spans()[1:] if leg.covers(window)]
    values = [leg.goods_to(leg.question.via, window).sum(axis=0) for window in earlier]
    before = np.concatenate(values) if values else np.zeros(0)
    counts = [len(leg.periods(window)) for window in (leg.question.windows.before, leg.question.windows.after)]
    if before.size < LEAST_PERIODS or before.mean() <= 0 or not all(counts):
        return None
    spread = float(before.std(ddof=1) / before.mean())
    return _SEEN * spread * math.sqrt(sum(1 / count for count in counts))


def smallest_words(leg: Leg, contrasts: Sequence[Contrast], before: float, after: float, codes: CodeGrowth) -> str:
    """In words, the smallest growth that could have been seen, or why none can be stated."""
    visible = [one.smallest_visible for one in contrasts if one.smallest_visible is not None]
    if visible:
        return f"the smallest growth beyond others that could have been seen is {percent(max(visible))}"
    left = codes.without_new
    if before == 0 and left is not None and left.after < after:
        why = "the codes were born between the windows, so that nothing before is the nomenclature and not trade"
        return f"{why}, and no smallest growth can be stated"
    if before == 0:
        return "without any trade before there is no growth to compare, and no smallest one can be stated"
    missing = "there is nothing to compare it with over enough reporters or months"
    seen = smallest_growth(leg)
    if seen is None:
        return f"{missing}, and there are too few months before for a smallest growth to be stated"
    return f"{missing}; by the scatter of its own periods before, less than {percent(seen)} could not have been seen"
