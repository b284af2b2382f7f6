"""Levers chosen under a budget of lawful trade, beside brute force and beside greed."""

from dataclasses import replace
from itertools import chain, combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entrepot.channels.closure import Coverage, join_coverage, measure_effects
from entrepot.channels.selection import select_levers
from entrepot.model.closure import ExposedFlows, FlowCell
from tests.channels.closing_strategies import coverages_of, exposed_flows, reactions


def best_by_hand(flows, coverages, found, budget, choose):
    """Every set of levers is tried."""
    places = range(len(coverages))
    sets = chain.from_iterable(combinations(places, size) for size in range(len(coverages) + 1))
    effects = [measure_effects(flows, join_coverage(coverages[at] for at in one).cells, found) for one in sets]
    allowed = [one for one in effects if one.hit(choose) <= budget * (1 + 1e-9)]
    most = max(one.closed.of(choose) for one in allowed)
    hit = min(one.hit(choose) for one in allowed if one.closed.of(choose) >= most - 1e-6)
    return most, hit


@pytest.mark.slow
@settings(deadline=None, max_examples=250)
@given(st.data(), exposed_flows(), reactions(), st.integers(0, 120).map(float), st.sampled_from(("low", "mid", "high")))
def test_the_exact_choice_is_the_best_of_all_sets_and_never_worse_than_greed(data, flows, found, budget, choose):
    coverages = data.draw(coverages_of(flows))
    chosen = select_levers(flows, coverages, found, budget, choose)
    most, hit = best_by_hand(flows, coverages, found, budget, choose)
    assert chosen.exact_effects.closed.of(choose) == pytest.approx(most, abs=1e-5)
    assert chosen.exact_effects.hit(choose) == pytest.approx(hit, abs=1e-4)
    assert chosen.greedy_effects.hit(choose) <= budget * (1 + 1e-9)
    assert chosen.greedy_effects.closed.of(choose) <= most + 1e-5


@settings(deadline=None, max_examples=60)
@given(st.data(), exposed_flows(), reactions(), st.sampled_from((1e6, 123_456.789, 3e7)))
def test_amounts_of_millions_are_chosen_among_as_well(data, flows, found, size):
    cells = tuple(
        replace(one, value=one.value * size, gained=one.gained * size, beyond=one.beyond * size,
                imported=one.imported * size)
        for one in flows.cells
    )  # fmt: skip
    large = replace(
        flows, cells=cells,
        caps={key: value * size for key, value in flows.caps.items()},
        spare={key: value * size for key, value in flows.spare.items()},
    )  # fmt: skip
    coverages = data.draw(coverages_of(flows))
    budget = data.draw(st.floats(0, 100)) * size
    chosen = select_levers(large, coverages, found, budget, "mid")
    most, _ = best_by_hand(large, coverages, found, budget, "mid")
    assert chosen.exact_effects.closed.mid == pytest.approx(most, rel=1e-6, abs=1e-4 * size)
    assert chosen.exact_effects.hit("mid") <= budget * (1 + 1e-9)


def cell(value, beyond, product="870322"):
    return FlowCell(
        reporter="DE", code=product, product=product, value=value, gained=beyond, beyond=beyond, imported=0.0
    )


def test_greed_takes_the_best_ratio_first_and_can_be_beaten():
    flows = ExposedFlows(currency="EUR", source="exports", cells=(cell(11.0, 9.0), cell(20.0, 10.0, "870323")))
    levers = [Coverage(cells=frozenset({0})), Coverage(cells=frozenset({1}))]
    chosen = select_levers(flows, levers, (), 10.0, "mid")
    assert (chosen.greedy, chosen.exact, chosen.beats_greedy) == ((0,), (1,), True)


def test_a_lever_that_adds_nothing_is_not_chosen():
    flows = ExposedFlows(currency="EUR", source="exports", cells=(cell(10.0, 10.0),))
    levers = [Coverage(cells=frozenset({0}))] * 2
    chosen = select_levers(flows, levers, (), 10.0, "mid")
    assert len(chosen.exact) == 1
    assert not chosen.beats_greedy


def test_without_a_budget_nothing_that_hits_lawful_trade_is_chosen():
    flows = ExposedFlows(currency="EUR", source="exports", cells=(cell(10.0, 4.0),))
    assert select_levers(flows, [Coverage(cells=frozenset({0}))], (), 0.0, "high").exact == ()
