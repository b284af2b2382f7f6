"""Two legs of a channel: a link is found at its lag, and none where there is none."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from entrepot.errors import CallError
from entrepot.trade.classifications.concordances import Concordance
from entrepot.trade.classifications.selectors import read_goods
from entrepot.trade.questions.findings import Records
from entrepot.trade.questions.link import LinkQuestion, assess_link, correlate_legs
from entrepot.trade.questions.windows import read_window
from tests.trade.questions.invented import monthly_rows, noisy
from tests.trade.samples import needs_shared

QUESTION = LinkQuestion(
    reporters=("DE", "PL"), via="AM", destination="RU", goods=read_goods("8703"), span=read_window("2019/2022")
)

PHONES = Concordance(
    nomenclature="HS", revisions={2022: (("851712", "851713"), ("870322", "870322"), ("870323", "870323"))}
)


def series(seed, products=5, months=48):
    return 1e6 * np.exp(np.random.default_rng(seed).normal(0, 0.5, size=(products, months)))


def legs(second_of):
    """Rows of both legs, the second made from the first by month."""
    first = series(3)
    second = second_of(first)
    codes = ["870321", "870322", "870323", "870332", "870333"]
    place = lambda code, month: (codes.index(code), (month.year - 2019) * 12 + month.month - 1)  # noqa: E731
    return [
        *monthly_rows(["DE"], ["AM"], codes, lambda r, p, c, m: float(first[place(c, m)])),
        *monthly_rows(["AM"], ["RU"], codes, lambda r, p, c, m: float(second[place(c, m)]), currency="USD"),
    ]


def test_goods_that_go_on_two_months_later_are_found_two_months_later():
    first = series(1)
    found = correlate_legs(first, np.roll(first, 2, axis=1), lags=3)
    assert (found.lag, found.products) == (2, 5)
    assert found.correlation > 0.9
    assert found.p < 0.05


def test_unrelated_legs_correlate_no_more_than_their_shifts():
    rejections = [correlate_legs(series(seed), series(seed + 1000), lags=3).p <= 0.05 for seed in range(60)]
    assert sum(rejections) <= 8


@pytest.mark.parametrize("products", [1, 5])
def test_two_trends_are_no_link(products):
    trend = np.exp(np.linspace(0, 4, 48))
    found = [
        correlate_legs(trend * series(at, products), trend * series(at + 500, products), lags=3) for at in range(20)
    ]
    assert sum(one.p <= 0.05 and one.low > 0 for one in found) <= 3


def test_a_month_that_lifts_all_goods_is_no_link():
    step = np.where(np.arange(48) >= 38, 5.0, 1.0)
    found = [correlate_legs(step * series(at), step * series(at + 500), lags=3) for at in range(20)]
    assert sum(one.p <= 0.05 and one.low > 0 for one in found) <= 3


def test_a_linked_channel_is_supported_and_never_beyond_legitimate_transit(ask):
    found = assess_link(ask(legs(lambda first: 0.5 * np.roll(first, 1, axis=1))), QUESTION, Records())
    assert found.verdict == "supports"
    assert found.method.parameters["best_lag"] == 1
    assert [one.status for one in found.alternatives if "transit" in one.explanation] == ["not_rejected"]


def test_an_unlinked_channel_is_not_supported(ask):
    found = assess_link(ask(legs(lambda _: series(77))), QUESTION, Records())
    assert found.verdict in {"does_not_support", "cannot_tell"}


def test_a_leg_that_nobody_reports_is_not_a_leg_without_trade(ask):
    rows = [row for row in legs(lambda first: first) if row["reporter"] != "AM"]
    found = assess_link(ask(rows), QUESTION, Records())
    assert found.verdict == "cannot_tell"
    assert "no report and not nothing" in found.statement


def test_a_span_of_one_year_is_too_short_for_a_link(ask):
    short = replace(QUESTION, span=read_window("2022"))
    found = assess_link(ask(legs(lambda first: first)), short, Records())
    assert found.verdict == "cannot_tell"
    assert "too few" in found.statement


@pytest.mark.shared
@needs_shared
def test_cars_to_armenia_and_on_to_russia_rise_together_but_not_clearly_product_by_product(shared_engine):
    asked = LinkQuestion(
        reporters=(), via="AM", destination="RU", goods=read_goods("8703"), span=read_window("2020-01/2022-11"),
        dataset="comext",
    )  # fmt: skip
    found = assess_link(shared_engine, asked, Records())
    assert found.verdict == "mixed"
    assert found.method.parameters["correlation_of_sums"] > 0.7
    assert found.method.parameters["products"] > 5


def recoded(value):
    """Both legs of four codes, the last two of which carry the same goods before and after a revision."""
    steady, before, after = ["870322", "870323"], ["851712"], ["851713"]
    return [
        row
        for codes, years in ((steady, (2019, 2022)), (before, (2019, 2021)), (after, (2022, 2022)))
        for reporter, partner in (("DE", "AM"), ("AM", "RU"))
        for row in monthly_rows([reporter], [partner], codes, value, years=years)
    ]


@pytest.mark.parametrize("concordances", [(), (PHONES,)])
def test_a_code_that_replaces_another_on_both_legs_is_no_link(ask, concordances):
    asked = replace(QUESTION, goods=read_goods("all"))
    found = assess_link(ask(recoded(noisy())), asked, Records(concordances=concordances))
    assert found.verdict != "supports"
    assert found.estimate.value < 0.5
    status = {one.explanation.split(":")[0]: one.status for one in found.alternatives}["New codes"]
    assert status == ("rejected" if concordances else "not_testable")


def test_two_products_that_rise_with_all_trade_are_never_a_supported_link(ask):
    base = noisy()
    value = lambda r, p, c, m: base(r, p, c, m) * (3 if m >= date(2022, 3, 1) else 1)  # noqa: E731
    rows = [row for row in recoded(value) if row["code"].startswith("8703")]
    found = assess_link(ask(rows), QUESTION, Records())
    assert found.verdict == "mixed"
    assert "Common cause" in " ".join(one.explanation for one in found.alternatives if one.status == "not_rejected")


def test_without_shifts_to_compare_with_nothing_is_ruled_out(ask):
    short = replace(QUESTION, span=read_window("2021/2022"), lags=12)
    assert assess_link(ask(legs(lambda _: series(77))), short, Records()).verdict == "cannot_tell"


def test_a_channel_that_ends_where_it_goes_through_is_refused():
    with pytest.raises(CallError, match="cannot be both"):
        replace(QUESTION, destination="AM")


def issues(finding):
    return {one.code: one.message for one in finding.issues}


def linked(first):
    return 0.5 * np.roll(first, 1, axis=1)


def without(rows, reporter, months):
    return [row for row in rows if row["reporter"] != reporter or row["period"] not in months]


GONE = {date(2021, 1, 1), date(2021, 2, 1), date(2021, 7, 1), date(2021, 8, 1)}


@pytest.mark.parametrize("reporter", ["DE", "AM"])
def test_months_that_a_side_did_not_publish_are_no_months_without_trade(ask, reporter):
    whole = assess_link(ask(legs(linked)), QUESTION, Records())
    found = assess_link(ask(without(legs(linked), reporter, GONE)), QUESTION, Records())
    assert found.verdict == "supports"
    assert found.estimate.value == pytest.approx(whole.estimate.value, abs=0.02)
    assert "4 months" in issues(found)["periods_not_reported"]
    assert "2021-01 to 2021-02, 2021-07 to 2021-08" in issues(found)["periods_not_reported"]


def test_unrelated_legs_with_the_same_months_unpublished_are_not_linked():
    held = []
    for seed in range(40):
        x, y = series(seed), series(seed + 1000)
        x[:, 10:16] = y[:, 10:16] = np.nan
        held.append(correlate_legs(x, y, lags=3).p <= 0.05)
    assert sum(held) <= 6


def test_a_month_with_other_goods_alone_is_a_month_without_these(ask):
    rows = without(legs(linked), "AM", GONE)
    rows += [
        {"reporter": "AM", "partner": "GE", "code": "220421", "period": month, "value": 1.0, "currency": "USD"}
        for month in GONE
    ]
    found = assess_link(ask(rows), QUESTION, Records())
    assert "periods_not_reported" not in issues(found)
    assert found.estimate.value < assess_link(ask(legs(linked)), QUESTION, Records()).estimate.value


def test_too_few_months_that_both_legs_published_tell_nothing(ask):
    gone = {date(year, month, 1) for year in (2019, 2020) for month in range(1, 13)} | {date(2021, 5, 1)}
    found = assess_link(ask(without(legs(linked), "AM", gone)), QUESTION, Records())
    assert found.verdict == "cannot_tell"
    assert "published in 23 of its months" in found.statement
    assert "no smallest correlation" in found.statement


def test_withheld_values_of_a_leg_are_left_out_and_counted(ask):
    rows = legs(linked)
    for row in rows:
        if row["reporter"] == "AM" and row["period"].year == 2020 and row["code"] == "870322":
            row |= {"value": None, "mark": "suppressed"}
    found = assess_link(ask(rows), QUESTION, Records())
    assert found.verdict == "supports"
    assert "12 values" in issues(found)["values_withheld"]


def test_a_reporter_of_several_that_is_silent_for_some_months_is_named(ask):
    rows = legs(linked)
    polish = [{**row, "reporter": "PL", "value": 1.0} for row in rows if row["reporter"] == "DE"]
    found = assess_link(ask([*rows, *without(polish, "PL", GONE)]), QUESTION, Records())
    assert "Poland" in issues(found)["reporters_silent"]


def test_that_no_shift_does_as_well_is_said_as_none(ask):
    found = assess_link(ask(legs(linked)), QUESTION, Records())
    assert "none does as well" in found.statement
    assert "1 month after the first" in found.statement
    assert "0 months" not in assess_link(ask(legs(lambda first: first)), QUESTION, Records()).statement
