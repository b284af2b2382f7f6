"""The smallest growth that the scatter of the months before would have shown."""

import numpy as np
import pytest

from entrepot.trade.classifications.selectors import read_goods
from entrepot.trade.questions.leg import LegQuestion, read_leg
from entrepot.trade.questions.visible import smallest_growth
from entrepot.trade.questions.windows import Comparison, read_window
from tests.trade.questions.invented import monthly_rows, noisy

WINDOWS = Comparison(before=read_window("2021-03/2021-05"), after=read_window("2022-03/2022-05"))
QUESTION = LegQuestion(reporters=("DE",), via=("AM",), goods=read_goods("8703"), windows=WINDOWS)


def test_it_is_what_the_scatter_of_all_months_before_gives(ask):
    rows = monthly_rows(["DE"], ["AM"], ["870322"], noisy())
    leg = read_leg(ask(rows), QUESTION)
    known = [r["value"] for r in rows if r["period"].year < 2022 and 3 <= r["period"].month <= 5]
    expected = 2.8 * np.std(known, ddof=1) / np.mean(known) * np.sqrt(2 / 3)
    assert smallest_growth(leg) == pytest.approx(expected)


def test_without_months_or_trade_before_there_is_none(ask):
    lone = [r for r in monthly_rows(["DE"], ["AM"], ["870322"], noisy()) if r["period"].year > 2020]
    assert smallest_growth(read_leg(ask(lone), QUESTION)) is None
    assert smallest_growth(read_leg(ask([{**row, "value": 0.0} for row in lone]), QUESTION)) is None
