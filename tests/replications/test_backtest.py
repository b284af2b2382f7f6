"""The backtest counts what it says: outcomes within intervals, poor ones too."""

import math

import pytest
from replications.backtest import Group, Prediction, find_drift, read_pinned
from replications.observed_reactions import as_row, observe

from entrepot.reference.tables import load_table
from tests.trade.samples import needs_shared


def group(name, *outcomes):
    predictions = tuple(Prediction(case=str(at), low=1.0, high=2.0, outcome=one) for at, one in enumerate(outcomes))
    return Group(id=name, question="q", basis="b", held_out="h", confounder="c", predictions=predictions)


def test_coverage_is_the_share_of_outcomes_within_their_intervals():
    found = group("one", 0.5, 1.0, 1.5, 2.0, 3.0)
    assert (found.covered, found.below, found.above, found.coverage) == (3, 1, 1, 60.0)
    assert found.width == 2.0


def test_a_group_without_cases_has_no_coverage():
    assert math.isnan(group("none").coverage)


def test_a_figure_that_is_not_the_pinned_one_and_a_group_that_is_gone_are_drift():
    found = [group("same", 1.5), group("moved", 1.5)]
    assert find_drift(found, {"same": (1, 1), "moved": (1, 0), "gone": (2, 2)}) == ["gone", "moved"]


def test_the_pinned_figures_show_poor_coverage_as_it_is():
    pinned = read_pinned()
    assert pinned["direct-unchanged"] == (69, 16)
    assert pinned["cars-2023-export-banned"] == (7, 0)


@needs_shared
@pytest.mark.shared
@pytest.mark.slow
def test_the_table_of_observed_reactions_is_what_the_records_give(shared_records):
    table = {row["id"]: dict(row) for row in load_table("observed_reactions").rows}
    rows = [as_row(one) for one in observe(shared_records, ("RU", "BY"), ("85", "87", "8703"))]
    # Belarus lost no cars: the measures on them came later.
    ids = {"2022-03-by-85", "2022-03-ru-85", "2022-03-ru-87", "2022-03-ru-8703"}
    assert {row["id"] for row in rows} == ids
    assert all(table[row["id"]] == row for row in rows)
