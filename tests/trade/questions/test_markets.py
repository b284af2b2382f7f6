"""Totals and markets, against the published figures and against what is known of invented rows."""

import csv

import pytest

from entrepot.trade.classifications.concordances import combined_nomenclature, list_changes
from entrepot.trade.classifications.selectors import read_goods
from entrepot.trade.questions.markets import MarketRule, compare_windows, list_anomalous_markets
from entrepot.trade.questions.scope import Scope
from entrepot.trade.questions.windows import Comparison, read_window
from tests.trade.questions.invented import AFTER, BEFORE, monthly_rows
from tests.trade.samples import NEIGHBOURS, SHARED, needs_shared

WINDOWS = Comparison(before=read_window(BEFORE), after=read_window(AFTER))
SEVEN = ("RU", *NEIGHBOURS)


def scope(goods, partners, **narrower):
    return Scope(flow="export", goods=read_goods(goods), partners=partners, **{"dataset": "comext", **narrower})


@pytest.fixture(scope="session")
def published():
    with (SHARED / "published.csv").open(encoding="utf-8", newline="") as handle:
        return {row["id"]: row["value"] for row in csv.DictReader(handle)}


@pytest.mark.shared
@needs_shared
@pytest.mark.parametrize(
    ("name", "goods", "partners", "figure"),
    [
        ("sanctioned-ru", "all", ("RU",), 0),
        ("sanctioned-nb", "all", NEIGHBOURS, 0),
        ("nonenergy-ru", "TOTAL-27", ("RU",), 0),
        ("nonenergy-nb", "TOTAL-27", NEIGHBOURS, 0),
    ],
)
def test_exports_before_and_after_are_those_published(shared_engine, published, name, goods, partners, figure):
    found = compare_windows(shared_engine, scope(goods, partners), WINDOWS)
    assert round(found.before) == int(published[f"zb-{name}-2021"])
    assert round(found.after) == int(published[f"zb-{name}-2022"])
    assert round(found.growth_percent, 2) == float(published[f"zb-{name}-growth"])
    assert found.currency == "EUR"


@pytest.mark.shared
@needs_shared
def test_growth_without_changed_codes_is_the_corrected_figure(shared_engine, published):
    changes = list_changes(combined_nomenclature(), 2021, 2022)
    every = {code for pair in changes.pairs for code in pair}
    for codes, key in ((changes.born | changes.ended, "growth-new-discontinued"), (every, "growth-touched")):
        found = compare_windows(shared_engine, scope("all", NEIGHBOURS), WINDOWS, without_codes=codes)
        assert round(found.growth_percent, 2) == float(published[f"zb-fix-{key}"])


@pytest.mark.shared
@needs_shared
def test_the_published_rule_finds_118_markets_of_which_17_are_new_codes(shared_engine, published):
    found = list_anomalous_markets(shared_engine, scope("all", SEVEN), WINDOWS, MarketRule())
    born = list_changes(combined_nomenclature(), 2021, 2022).born
    new = [one for one in found.markets if one.code in born]
    assert len(found.markets) == int(published["zb-anomalies"])
    assert sum(one.partner == "RU" for one in found.markets) == int(published["zb-anomalies-russia"])
    assert round(found.value_after / 1e6, 1) == float(published["zb-anomalies-value"])
    assert round(found.share_percent, 2) == float(published["zb-anomalies-share"])
    assert sum(one.before == 0 for one in found.markets) == int(published["zb-anomalies-zero-base"])
    assert len(new) == int(published["zb-fix-anomalies-new"])
    assert round(sum(one.after for one in new) / 1e6, 1) == float(published["zb-fix-anomalies-new-value"])


@pytest.mark.shared
@needs_shared
def test_the_same_rule_flags_86_markets_when_there_was_nothing_to_find(shared_engine, published):
    found = list_anomalous_markets(shared_engine, scope("all", SEVEN), WINDOWS.placebo(), MarketRule())
    assert len(found.markets) == int(published["placebo-2020-2021-all"])
    assert sum(one.partner == "RU" for one in found.markets) == int(published["placebo-2020-2021-russia"])


def test_a_heading_and_its_codes_never_count_together(ask):
    value = lambda reporter, partner, code, month: 30.0 if code == "8703" else 10.0  # noqa: E731
    rows = monthly_rows(["DE"], ["AM"], ["8703", "870322", "870323", "870332"], value, dataset="comext")
    engine = ask(rows)
    for goods in ("8703", "all", "870322,870323,870332", "8703,870322"):
        assert compare_windows(engine, scope(goods, ("AM",)), WINDOWS).before == 9 * 30
    assert compare_windows(engine, scope("8703-870332", ("AM",), finest=True), WINDOWS).before == 9 * 20


def test_two_collections_of_the_same_trade_are_not_added_and_that_is_said(ask):
    value = lambda *_: 10.0  # noqa: E731
    rows = [
        *monthly_rows(["DE"], ["AM"], ["870322"], value, dataset="comext"),
        *monthly_rows(["DE"], ["AM"], ["870322"], value, dataset="comtrade", currency="USD", years=(2021, 2022)),
    ]
    found = compare_windows(ask(rows), scope("8703", ("AM",), dataset=""), WINDOWS)
    assert (found.before, found.currency) == (90.0, "EUR")
    assert [issue.code for issue in found.issues] == ["other_collections"]


def test_all_partners_are_single_territories_and_not_the_world_again(ask):
    value = lambda reporter, partner, code, month: 3.0 if partner == "W" else 1.0  # noqa: E731
    engine = ask(monthly_rows(["DE"], ["AM", "GE", "_X", "W"], ["870322"], value))
    assert compare_windows(engine, scope("all", (), dataset=""), WINDOWS).before == 9 * 2
    assert compare_windows(engine, scope("all", ("W",), dataset=""), WINDOWS).before == 9 * 3


def test_a_suppressed_value_is_counted_as_suppressed_and_not_as_nothing(ask):
    rows = monthly_rows(["DE"], ["AM"], ["870322"], lambda *_: 5.0)
    for row in rows[:40]:
        row.update(value=None, mark="suppressed") if row["period"].year == 2021 else None
    found = compare_windows(ask(rows), scope("all", (), dataset=""), WINDOWS)
    assert found.suppressed == 9
    assert found.ratio is None
