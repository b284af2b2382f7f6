import pytest
from hypothesis import given
from hypothesis import strategies as st

from entrepot.trade.questions.rates import rates_of_groups, student_quantile, student_tail


@pytest.mark.parametrize(
    ("degrees", "critical"), [(1, 6.314), (2, 2.920), (3, 2.353), (8, 1.860), (11, 1.796), (30, 1.697)]
)
def test_the_tail_of_student_is_that_of_printed_tables(degrees, critical):
    assert student_tail(critical, degrees) == pytest.approx(0.05, abs=2e-4)
    assert student_tail(-critical, degrees) == pytest.approx(0.95, abs=2e-4)


def test_the_tail_of_student_agrees_with_scipy():
    stats = pytest.importorskip("scipy.stats")
    for degrees in range(1, 40):
        for t in (-4.2, -0.3, 0.0, 0.7, 2.2, 9.0):
            assert student_tail(t, degrees) == pytest.approx(float(stats.t.sf(t, degrees)), abs=1e-12)


EXAMPLE = (
    *(0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590),
    1.0,
)
"""The fifteen p-values of Benjamini and Hochberg (1995), section 3.2, of which four hold at 5 %."""


def rates_of(p):
    return rates_of_groups(sorted(p), range(1, len(p) + 1), len(p))


def test_the_procedure_of_benjamini_and_hochberg_gives_their_own_example():
    assert sum(rate <= 0.05 for rate in rates_of(EXAMPLE)) == 4


def test_tests_in_one_group_have_one_rate_and_those_left_out_make_it_no_smaller():
    whole = rates_of_groups([0.001, 0.02, 0.5], [2, 5, 20], 20)
    part = rates_of_groups([0.001, 0.02], [2, 5], 20)
    assert all(one <= other for one, other in zip(whole, part, strict=False))


@given(st.lists(st.floats(0, 1), min_size=1, max_size=40))
def test_rates_are_never_below_their_p_values_and_keep_their_order(p):
    rates = rates_of(p)
    assert all(rate >= value - 1e-12 for rate, value in zip(rates, sorted(p), strict=True))
    assert rates == sorted(rates)


@pytest.mark.parametrize(("tail", "degrees", "value"), [(0.05, 8, 1.860), (0.025, 30, 2.042), (0.001, 2, 22.327)])
def test_the_quantile_of_student_is_that_of_printed_tables(tail, degrees, value):
    assert student_quantile(tail, degrees) == pytest.approx(value, abs=2e-3)
