"""Bounds on what third territories can have replaced."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entrepot.errors import CallError
from entrepot.trade.classifications.concordances import Concordance
from entrepot.trade.classifications.selectors import read_goods
from entrepot.trade.questions.findings import Records
from entrepot.trade.questions.substitution import (
    ProductShift,
    SubstitutionQuestion,
    ViaGain,
    assess_substitution,
    bound_substitution,
)
from entrepot.trade.questions.windows import Comparison, read_window
from tests.trade.questions.invented import monthly_rows

QUESTION = SubstitutionQuestion(
    reporters=("DE",), destination="RU", vias=("AM", "KZ"), goods=read_goods("all"),
    windows=Comparison(before=read_window("2021"), after=read_window("2022")),
)  # fmt: skip


def rows(levels):
    """Monthly rows of constant levels by (reporter, partner, code, year)."""
    return [
        row
        for (reporter, partner, code), by_year in levels.items()
        for row in monthly_rows(
            [reporter], [partner], [code], lambda r, p, c, m, y=by_year: y.get(m.year), years=(2021, 2022)
        )
    ]


def test_the_share_is_bound_by_loss_gain_and_onward_trade(ask):
    levels = {
        ("DE", "RU", "870322"): {2021: 100.0, 2022: 20.0},
        ("DE", "AM", "870322"): {2021: 10.0, 2022: 60.0},
        ("DE", "AM", "220421"): {2021: 10.0, 2022: 10.0},
        ("AM", "RU", "870322"): {2021: 5.0, 2022: 25.0},
    }
    found = assess_substitution(ask(rows(levels)), QUESTION, Records())
    assert round(found.estimate.high, 6) == 100 * 20 / 80
    assert found.estimate.low == 0
    assert found.verdict == "mixed"


def test_a_via_that_does_not_report_bounds_nothing(ask):
    levels = {
        ("DE", "RU", "870322"): {2021: 100.0, 2022: 20.0},
        ("DE", "KZ", "870322"): {2021: 10.0, 2022: 50.0},
        ("AM", "GE", "870322"): {2021: 1.0, 2022: 1.0},
    }
    found = assess_substitution(ask(rows(levels)), QUESTION, Records())
    assert round(found.estimate.high, 6) == 100 * 40 / 80


def test_a_gain_in_one_product_replaces_no_loss_of_another(ask):
    levels = {
        ("DE", "RU", "870322"): {2021: 100.0, 2022: 0.0},
        ("DE", "AM", "220421"): {2021: 10.0, 2022: 500.0},
    }
    found = assess_substitution(ask(rows(levels)), QUESTION, Records())
    assert (found.estimate.high, found.verdict) == (0.0, "does_not_support")


def test_without_a_loss_there_is_nothing_to_replace(ask):
    found = assess_substitution(ask(rows({("DE", "RU", "870322"): {2021: 1.0, 2022: 2.0}})), QUESTION, Records())
    assert (found.verdict, found.estimate) == ("cannot_tell", None)


amounts = st.floats(0, 1e9)
gains = st.builds(
    lambda gained, share, onward: ViaGain(gained=gained, beyond=gained * share, onward=onward),
    amounts, st.floats(0, 1), st.none() | amounts,
)  # fmt: skip
shifts = st.builds(
    lambda lost, found: ProductShift(product="870322", lost=lost, gains=tuple(found)),
    amounts,
    st.lists(gains, max_size=4),
)


@given(st.lists(shifts, max_size=5))
def test_bounds_are_in_order_and_within_what_was_lost(found):
    bounds = bound_substitution(found)
    assert 0 <= bounds.beyond_others <= bounds.highest <= bounds.lost


def test_a_code_that_a_revision_replaced_is_no_lost_trade(ask):
    levels = {
        ("DE", "RU", "870322"): {2021: 100.0, 2022: 20.0},
        ("DE", "AM", "870322"): {2021: 10.0, 2022: 60.0},
        ("DE", "RU", "851712"): {2021: 500.0},
        ("DE", "RU", "851713"): {2022: 500.0},
    }
    tied = Concordance(nomenclature="HS", revisions={2022: (("851712", "851713"), ("870322", "870322"))})
    for concordances in ((), (tied,)):
        found = assess_substitution(ask(rows(levels)), QUESTION, Records(concordances=concordances))
        assert found.method.parameters["lost"] == 12 * 80


def test_a_destination_cannot_be_a_way_round_itself():
    with pytest.raises(CallError, match="cannot be both"):
        replace(QUESTION, vias=("AM", "RU"))


SHIFTED = {
    ("DE", "RU", "870322"): {2021: 100.0, 2022: 20.0},
    ("DE", "AM", "870322"): {2021: 10.0, 2022: 60.0},
    ("AM", "RU", "870322"): {2021: 5.0, 2022: 25.0},
}


def issues(finding):
    return {one.code: one.message for one in finding.issues}


def test_a_month_that_the_reporters_did_not_publish_is_no_loss(ask):
    known = [r for r in rows(SHIFTED) if r["reporter"] != "DE" or (r["period"].year, r["period"].month) != (2022, 12)]
    found = assess_substitution(ask(known), QUESTION, Records())
    assert found.method.parameters["lost"] == 11 * 80
    assert found.method.parameters["most"] == 11 * 20
    assert "Germany 2021-12, 2022-12" in issues(found)["periods_not_reported"]


def test_a_via_that_published_a_part_only_bounds_nothing(ask):
    known = [r for r in rows(SHIFTED) if r["reporter"] != "AM" or (r["period"].year, r["period"].month) < (2022, 6)]
    found = assess_substitution(ask(known), QUESTION, Records())
    assert found.method.parameters["most"] == 12 * 50
    assert "Armenia" in issues(found)["onward_unbounded"]


def test_records_without_the_reporters_are_no_lack_of_a_loss(ask):
    found = assess_substitution(ask(rows(SHIFTED)), replace(QUESTION, reporters=("FR",)), Records())
    assert found.verdict == "cannot_tell"
    assert "no report and not nothing" in found.statement
    assert "no smallest share" in found.statement
