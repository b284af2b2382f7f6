"""Value of a kilogram: robust, each code against itself, only with weights."""

from dataclasses import replace

import numpy as np

from entrepot.trade.classifications.selectors import read_goods
from entrepot.trade.questions import unit_values
from entrepot.trade.questions.findings import Records
from entrepot.trade.questions.unit_values import UnitValueQuestion, assess_unit_values
from entrepot.trade.questions.windows import Comparison, read_window
from tests.trade.questions.invented import monthly_rows, noisy

QUESTION = UnitValueQuestion(
    reporters=("AM",), partners=("RU",), goods=read_goods("8703"),
    windows=Comparison(before=read_window("2021"), after=read_window("2022")),
)  # fmt: skip


def weighed(price):
    """Rows whose value is a noisy price times a weight."""
    rows = monthly_rows(["AM"], ["RU"], ["870322", "870323"], noisy(), years=(2021, 2022))
    for row in rows:
        row["net_weight_kg"] = 1000.0
        row["value"] = price(row) * row["value"] / 1000
    return rows


def test_a_doubled_price_is_found(ask):
    found = assess_unit_values(ask(weighed(lambda row: 1 if row["period"].year == 2021 else 2)), QUESTION, Records())
    assert found.verdict == "supports"
    assert found.estimate.low < 100 < found.estimate.high


def test_an_unchanged_price_is_not_a_change(ask):
    found = assess_unit_values(ask(weighed(lambda _: 1)), QUESTION, Records())
    assert found.verdict == "does_not_support"


def test_one_absurd_weight_does_not_move_the_median(ask):
    rows = weighed(lambda _: 1)
    rows[-1]["net_weight_kg"] = 0.001
    found = assess_unit_values(ask(rows), QUESTION, Records())
    assert found.verdict == "does_not_support"
    assert found.method.parameters["far_off"] >= 1


def test_another_mix_of_codes_is_no_change_of_price(ask):
    rows = weighed(lambda row: 10 if row["code"] == "870323" else 1)
    kept = [r for r in rows if r["code"] == "870323" or r["period"].year == 2021 or r["period"].month <= 3]
    assert assess_unit_values(ask(kept), QUESTION, Records()).verdict == "does_not_support"


def test_without_weights_nothing_can_be_told(ask):
    rows = monthly_rows(["AM"], ["RU"], ["870322"], noisy(), years=(2021, 2022))
    found = assess_unit_values(ask(rows), replace(QUESTION), Records())
    assert (found.verdict, found.estimate) == ("cannot_tell", None)


def test_a_fall_beyond_that_of_the_currency_is_not_laid_to_the_currency(ask):
    found = assess_unit_values(ask(weighed(lambda row: 1 if row["period"].year == 2021 else 0.3)), QUESTION, Records())
    assert {one.explanation.split(":")[0]: one.status for one in found.alternatives}["Currency"] == "rejected"


def test_many_cells_are_drawn_in_parts_of_a_bounded_size(monkeypatch):
    cells = np.random.default_rng(1).normal(size=50)
    monkeypatch.setattr(unit_values, "_NUMBERS_AT_ONCE", 60)
    found = unit_values.compare_unit_values(cells, cells + 1)
    assert found.low < 1 < found.high


def test_many_reporters_are_counted_in_the_statement_and_all_stand_in_the_subject(ask):
    many = ("AM", "DE", "FR", "PL", "IT", "ES", "SE")
    rows = weighed(lambda row: 1 if row["period"].year == 2021 else 2)
    found = assess_unit_values(ask(rows), replace(QUESTION, reporters=many), Records())
    assert "Armenia, Germany, France, Poland, Italy and 2 more" in found.statement
    assert found.subject["reporters"] == list(many)


def test_that_nothing_could_have_been_seen_is_said_with_its_reason(ask):
    rows = monthly_rows(["AM"], ["RU"], ["870322"], noisy(), years=(2021, 2022))
    found = assess_unit_values(ask(rows), QUESTION, Records())
    assert "none of the 24 rows of sample carries a weight" in found.statement
    assert "no smallest change" in found.statement
    few = [row for row in weighed(lambda _: 1) if row["period"].month < 4]
    assert "6 cells before and 6 after" in assess_unit_values(ask(few), QUESTION, Records()).statement


def test_a_change_that_cannot_be_told_comes_with_the_smallest_that_could(ask):
    rows = weighed(lambda row: 1.0)
    for at, row in enumerate(rows):
        row["value"] *= 9 if at % 3 == 0 else 1
    found = assess_unit_values(ask(rows), replace(QUESTION, least_change=0.05), Records())
    assert found.verdict == "cannot_tell"
    assert "smallest change that would have been seen" in found.statement
