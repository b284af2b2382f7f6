"""What levers would close: bounds in order, nothing for nothing, never less for more."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entrepot.channels.closure import Coverage, controlled_share, join_coverage, measure_effects
from entrepot.model.closure import ExposedFlows, FlowCell, Reaction, SupplyCell
from tests.channels.closing_strategies import exposed_flows, reactions


@given(exposed_flows(), reactions())
def test_a_scenario_that_changes_nothing_closes_nothing_and_hits_nothing(flows, found):
    effects = measure_effects(flows, (), found)
    assert effects.exposed == 0
    assert (effects.closed.low, effects.closed.high) == (0, 0)
    assert (effects.lawful.low, effects.lawful.high) == (0, 0)


@given(st.data(), exposed_flows(), reactions())
def test_a_tighter_measure_never_closes_less_and_never_hits_less_lawful_trade(data, flows, found):
    places = st.frozensets(st.integers(0, len(flows.cells) - 1))
    less = data.draw(places)
    more = less | data.draw(places)
    loose, tight = (measure_effects(flows, one, found) for one in (less, more))
    for bound in ("low", "mid", "high"):
        assert tight.closed.of(bound) >= loose.closed.of(bound) - 1e-9
        assert tight.lawful.of(bound) >= loose.lawful.of(bound) - 1e-9


@given(st.data(), exposed_flows(), reactions())
def test_bounds_are_in_order_and_what_is_closed_was_diverted_and_what_was_diverted_exposed(data, flows, found):
    covered = data.draw(st.frozensets(st.integers(0, len(flows.cells) - 1)))
    effects = measure_effects(flows, covered, found)
    for amounts in (effects.diverted, effects.closed, effects.lawful):
        assert -1e-9 <= amounts.low <= amounts.mid + 1e-9 <= amounts.high + 2e-9
    for bound in ("low", "mid", "high"):
        assert effects.closed.of(bound) <= effects.diverted.of(bound) + 1e-9 <= effects.exposed + 2e-9


@given(exposed_flows(), reactions(), st.sampled_from((0.5, 1.0530, 1000.0)))
def test_another_currency_scales_every_amount(flows, found, rate):
    cells = tuple(
        replace(
            one, value=one.value * rate, gained=one.gained * rate, beyond=one.beyond * rate,
            imported=one.imported * rate,
        )
        for one in flows.cells
    )  # fmt: skip
    scaled = replace(
        flows, cells=cells,
        caps={product: cap * rate for product, cap in flows.caps.items()},
        spare={heading: spare * rate for heading, spare in flows.spare.items()},
    )  # fmt: skip
    everything = range(len(flows.cells))
    first, second = measure_effects(flows, everything, found), measure_effects(scaled, everything, found)
    for bound in ("low", "mid", "high"):
        assert second.closed.of(bound) == pytest.approx(rate * first.closed.of(bound))
        assert second.lawful.of(bound) == pytest.approx(rate * first.lawful.of(bound))


def cell(reporter="DE", value=100.0, gained=80.0, beyond=60.0, imported=0.0):
    return FlowCell(
        reporter=reporter, code="870322", product="870322", value=value, gained=gained, beyond=beyond, imported=imported
    )


def supplied(reporter, value):
    return SupplyCell(reporter=reporter, code="870322", value=value)


def test_the_part_that_looks_diverted_is_no_more_than_what_went_on():
    flows = ExposedFlows(currency="EUR", source="exports", cells=(cell(),), caps={"870322": 25.0})
    effects = measure_effects(flows, (0,), ())
    assert (effects.diverted.low, effects.diverted.mid, effects.diverted.high) == (0, 25, 25)
    assert (effects.lawful.low, effects.lawful.high) == (75, 100)


def test_what_went_on_beyond_all_other_supply_must_have_come_from_the_cells():
    # 90 came from the cells by the third territory's own imports; others and stock can have brought 70 of what went on.
    flows = ExposedFlows(
        currency="EUR", source="exports", cells=(cell(imported=90.0),), caps={"870322": 80.0}, spare={"8703": 70.0}
    )
    assert measure_effects(flows, (0,), ()).diverted.low == 20


def test_a_flow_that_others_may_replace_unseen_is_not_sure_to_be_closed():
    flows = ExposedFlows(currency="EUR", source="exports", cells=(cell(imported=90.0),), spare={"8703": 40.0})
    seen = Reaction(goods="87", least=0, middle=20, most=40, reference="r", label="r")
    unseen = replace(seen, most=None)
    bounded, open_ended = (measure_effects(flows, (0,), (one,)).closed for one in (seen, unseen))
    assert (bounded.low, bounded.mid, bounded.high) == (pytest.approx(30.0), 48.0, 80.0)
    assert (open_ended.low, open_ended.mid) == (0.0, 48.0)


def test_the_issuers_share_is_that_of_all_that_the_third_territory_says_it_had():
    flows = ExposedFlows(
        currency="EUR", source="exports", cells=(cell(), cell("CN")),
        imports=(supplied("DE", 10.0), supplied("CN", 30.0)),
    )  # fmt: skip
    everybody = Coverage(
        cells=frozenset({0}), imports=frozenset({0}), goods_cells=frozenset({0, 1}), goods_imports=frozenset({0, 1})
    )
    share = controlled_share(flows, everybody)
    assert (share.low, share.high) == (25.0, 25.0)
    by_exports = controlled_share(replace(flows, imports=()), replace(everybody, goods_imports=frozenset()))
    assert (by_exports.low, by_exports.high) == (0.0, 50.0)


def test_where_only_the_issuers_report_their_share_is_unknown():
    flows = ExposedFlows(currency="EUR", source="exports", cells=(cell(),))
    only = Coverage(cells=frozenset({0}), goods_cells=frozenset({0}))
    assert controlled_share(flows, only) is None


def test_a_cell_that_two_levers_cover_counts_once():
    one, other = Coverage(cells=frozenset({0, 1})), Coverage(cells=frozenset({1}))
    assert join_coverage((one, other)) == one
