import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from entrepot.trade.questions.contrast import contrast_growth, verdict_rule


def draw(seed, reporters, months, level=1.0):
    return level * np.exp(np.random.default_rng(seed).normal(0, 0.4, size=(reporters, months)))


def test_the_interval_covers_the_truth_about_as_often_as_it_says():
    inside = 0
    for seed in range(100):
        cells = [draw(4 * seed + at, 15, 9, 2.0 if at == 1 else 1.0) for at in range(4)]
        found = contrast_growth("others", (cells[0], cells[1]), (cells[2], cells[3]))
        inside += found.low <= np.log(2) <= found.high
    assert 85 <= inside <= 100


def test_few_reporters_are_resampled_by_month_and_few_months_not_at_all():
    by_month = contrast_growth("others", (draw(1, 2, 9), draw(2, 2, 9)), (draw(3, 2, 9), draw(4, 2, 9)))
    assert (by_month.unit, by_month.units) == ("calendar months", 9)
    none = contrast_growth("others", (draw(1, 2, 2), draw(2, 2, 2)), None)
    assert (none.unit, none.low, none.smallest_visible) == ("none", None, None)


def test_without_trade_on_one_side_there_is_no_contrast():
    assert contrast_growth("others", (np.zeros((9, 9)), draw(1, 9, 9)), None) is None


@given(st.floats(0.2, 5), st.integers(0, 1000))
def test_units_of_value_do_not_matter(factor, seed):
    cells = [draw(4 * seed + at, 10, 6) for at in range(4)]
    plain = contrast_growth("others", (cells[0], cells[1]), (cells[2], cells[3]))
    scaled = contrast_growth("others", (factor * cells[0], factor * cells[1]), (cells[2], cells[3]))
    assert np.isclose(plain.effect, scaled.effect)
    assert np.isclose(plain.low, scaled.low)


def test_contrasts_that_disagree_are_unclear():
    up = contrast_growth("a", (draw(1, 12, 9), draw(2, 12, 9, 3.0)), None)
    flat = contrast_growth("b", (draw(3, 12, 9), draw(4, 12, 9)), None)
    assert verdict_rule([up], 0.25) == "above"
    assert verdict_rule([up, flat], 0.25) == "unclear"
    assert verdict_rule([], 0.25) == "none"
