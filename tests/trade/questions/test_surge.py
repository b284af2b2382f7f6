"""Growth beyond that of others: found where it was put, not found where it was not."""

from dataclasses import replace
from datetime import date

import pytest

from entrepot.errors import CallError
from entrepot.trade.classifications.selectors import read_goods
from entrepot.trade.questions.findings import Records
from entrepot.trade.questions.leg import LegQuestion
from entrepot.trade.questions.surge import OTHER_GOODS, assess_surge
from entrepot.trade.questions.windows import Comparison, read_window
from tests.trade.questions.invented import AFTER, BEFORE, monthly_rows, noisy
from tests.trade.samples import NEIGHBOURS, needs_shared

WINDOWS = Comparison(before=read_window(BEFORE), after=read_window(AFTER))
REPORTERS = ["AT", "BE", "CZ", "DE", "ES", "FI", "FR", "IT", "PL", "SE"]
CODES = ["854231", "854232", "220421", "610910"]


def question(**changed):
    base = LegQuestion(
        reporters=tuple(REPORTERS), via=("AM",), goods=read_goods("8542"), windows=WINDOWS, destination="RU",
        compared=("GE", "MD"),
    )  # fmt: skip
    return replace(base, **changed)


def trade(grown, *, since=date(2022, 3, 1), seed=7):
    """Noise everywhere; chips to Armenia multiplied since a month."""
    base = noisy(seed)

    def value(reporter, partner, code, month):
        factor = grown if partner == "AM" and code.startswith("8542") and month >= since else 1.0
        return factor * base(reporter, partner, code, month)

    return monthly_rows(REPORTERS, ["AM", "GE", "MD"], CODES, value)


def statuses(finding):
    return {one.explanation.split(":")[0]: one.status for one in finding.alternatives}


def test_growth_beyond_both_comparisons_supports_the_channel(ask):
    found = assess_surge(ask(trade(3.0)), question(), Records())
    assert found.verdict == "supports"
    assert found.estimate.low < 200 < found.estimate.high
    assert found.estimate.low > 150
    assert statuses(found)["Rebound"] == statuses(found)["Trend"] == statuses(found)["Currency"] == "rejected"
    assert statuses(found)["Legitimate transit or own use"] == "not_testable"


def test_no_growth_beyond_others_does_not_support_it(ask):
    found = assess_surge(ask(trade(1.0)), question(), Records())
    assert found.verdict == "does_not_support"
    assert found.estimate.low < 0 < found.estimate.high


def test_growth_of_all_trade_with_the_territory_is_no_surge_of_these_goods(ask):
    base = noisy()
    value = lambda r, p, c, m: base(r, p, c, m) * (3.0 if p == "AM" and m.year == 2022 else 1.0)  # noqa: E731
    found = assess_surge(ask(monthly_rows(REPORTERS, ["AM", "GE", "MD"], CODES, value)), question(), Records())
    assert found.verdict == "mixed"


def test_growth_that_began_a_year_earlier_is_told_by_the_placebo(ask):
    base = noisy()
    steps = {2019: 1.0, 2020: 1.0, 2021: 3.0, 2022: 6.0}
    value = lambda r, p, c, m: base(r, p, c, m) * (steps[m.year] if p == "AM" and c < "86" and c > "85" else 1.0)  # noqa: E731
    found = assess_surge(ask(monthly_rows(REPORTERS, ["AM", "GE", "MD"], CODES, value)), question(), Records())
    assert found.verdict == "mixed"
    assert statuses(found)["Trend"] == "not_rejected"


def test_a_return_to_the_level_of_two_years_before_is_a_rebound(ask):
    base = noisy()
    dip = lambda r, p, c, m: base(r, p, c, m) * (0.3 if p == "AM" and c.startswith("85") and m.year == 2021 else 1.0)  # noqa: E731
    found = assess_surge(ask(monthly_rows(REPORTERS, ["AM", "GE", "MD"], CODES, dip)), question(), Records())
    assert statuses(found)["Rebound"] == "not_rejected"
    assert found.verdict == "mixed"


def test_records_without_these_exports_cannot_tell(ask):
    found = assess_surge(ask(trade(1.0)), question(via=("KG",)), Records())
    assert found.verdict == "cannot_tell"
    assert "no exports" in found.statement


def test_too_noisy_a_trade_says_what_could_have_been_seen(ask):
    rows = [row for row in trade(1.3) if row["reporter"] in {"AT", "BE"} or row["code"] == "610910"]
    for at, row in enumerate(rows):
        row["value"] *= 40 if at % 17 == 0 else 1
    found = assess_surge(ask(rows), question(), Records())
    assert found.verdict in {"cannot_tell", "mixed"}
    if found.verdict == "cannot_tell":
        assert "could have been seen" in found.statement


def test_a_reporter_that_fell_silent_is_named_and_the_change_told_without_it(ask):
    rows = [row for row in trade(3.0) if not (row["reporter"] == "SE" and row["period"] >= date(2022, 5, 1))]
    found = assess_surge(ask(rows), question(), Records())
    reporting = next(one for one in found.alternatives if one.explanation.startswith("Reporting"))
    assert "Sweden" in reporting.explanation
    assert reporting.status == "rejected"
    assert "compared without Sweden" in found.statement


def test_a_reporter_that_fell_silent_makes_no_growth_beyond_others(ask):
    base = noisy()
    heavy = lambda r, p, c, m: base(r, p, c, m) * (50 if r == "DE" and (p != "AM" or c[:4] != "8542") else 1)  # noqa: E731
    rows = monthly_rows(["DE", "PL", "FR"], ["AM", "GE", "MD"], CODES, heavy)
    published = [row for row in rows if row["reporter"] != "DE" or row["period"].year < 2022]
    found = assess_surge(ask(published), question(reporters=("DE", "PL", "FR")), Records())
    assert found.verdict == "does_not_support"
    assert found.estimate.high < 25
    assert found.method.parameters["silent_reporters"] == ["DE"]


def test_a_fall_where_the_only_reporter_fell_silent_cannot_be_told(ask):
    rows = [row for row in trade(1.0) if row["reporter"] == "DE" and row["period"] < date(2022, 6, 1)]
    assert assess_surge(ask(rows), question(reporters=("DE",)), Records()).verdict == "cannot_tell"


def test_values_withheld_before_are_not_growth_after(ask):
    rows = trade(1.0)
    for row in rows:
        if (
            row["partner"] == "AM"
            and row["code"][:4] == "8542"
            and row["period"].year == 2021
            and row["reporter"] > "F"
        ):
            row |= {"value": None, "mark": "suppressed"}
    found = assess_surge(ask(rows), question(), Records())
    assert found.verdict in {"mixed", "cannot_tell"}
    assert statuses(found)["Suppression"] == "not_rejected"
    assert found.method.parameters["rows_withheld_share"] == 0.5


def test_reporters_without_any_record_are_named_beside_the_figures_of_the_others(ask):
    found = assess_surge(ask(trade(3.0)), question(reporters=(*REPORTERS, "MT")), Records())
    assert [one.message for one in found.issues if "Malta" in one.message]


def test_a_leg_from_a_territory_to_itself_is_refused():
    for ends in ({"reporters": ("AM",)}, {"compared": ("AM",)}, {"via": ()}):
        with pytest.raises(CallError, match=r"cannot be both|No territory"):
            question(**ends)


def test_annual_records_and_parts_of_years_are_refused_and_not_taken_for_no_trade(ask):
    rows = [{**row, "frequency": "A"} for row in trade(3.0) if row["period"].month == 1]
    with pytest.raises(CallError, match="whole years"):
        assess_surge(ask(rows), question(), Records())


def test_derived_records_are_said_to_be_derived(ask):
    rows = [{**row, "dataset": "BACI_202401"} for row in trade(3.0)]
    found = assess_surge(ask(rows), question(), Records())
    assert "derived_collection" in {one.code for one in found.issues}


def test_annual_records_answer_for_whole_years_only(ask):
    rows = [row for row in trade(3.0) if row["period"].month == 1]
    for row in rows:
        row["frequency"] = "A"
    whole = Comparison(before=read_window("2021"), after=read_window("2022"))
    engine = ask([{**row, "value": row["value"] * (3 if row["partner"] == "AM" else 1)} for row in rows])
    found = assess_surge(engine, question(windows=whole), Records())
    assert found.method.parameters["value_before"] > 0


def test_the_same_question_gives_the_same_finding_to_the_last_digit(ask):
    engine = ask(trade(2.0))
    assert assess_surge(engine, question(), Records()) == assess_surge(engine, question(), Records())


@pytest.mark.shared
@needs_shared
def test_smartphones_to_kazakhstan_are_a_new_code_and_not_new_trade(shared_engine):
    asked = LegQuestion(
        reporters=(), via=("KZ",), goods=read_goods("85171300"), windows=WINDOWS, destination="RU", dataset="comext"
    )
    found = assess_surge(shared_engine, asked, Records())
    assert found.verdict == "cannot_tell"
    assert "nomenclature" in found.statement
    assert statuses(found)["New codes"] == "not_rejected"


@pytest.mark.shared
@needs_shared
def test_listed_goods_to_the_neighbours_grew_beyond_all_other_goods(shared_engine):
    asked = LegQuestion(
        reporters=(), via=NEIGHBOURS, goods=read_goods("all"), windows=WINDOWS, destination="RU", dataset="comext"
    )
    found = assess_surge(shared_engine, asked, Records())
    assert found.verdict == "supports"
    parameters = found.method.parameters
    assert round(parameters["growth_percent"], 2) == 94.59
    assert parameters["growth_percent_without_new_codes"] < 82
    assert [one["name"] for one in parameters["contrasts"]] == [OTHER_GOODS]
    assert sum(one.rows for one in found.inputs) > 100_000


def issues(finding):
    return {one.code: one.message for one in finding.issues}


def test_a_month_that_nobody_published_is_left_out_of_both_windows(ask):
    rows = [row for row in trade(1.0) if (row["period"].year, row["period"].month) != (2022, 11)]
    found = assess_surge(ask(rows), question(), Records())
    assert "2021-11, 2022-11" in issues(found)["periods_not_reported"]
    assert found.method.parameters["silent_reporters"] == []
    assert found.verdict == "does_not_support"
    kept = [
        row["value"]
        for row in rows
        if row["partner"] == "AM" and row["code"][:4] == "8542" and row["period"].year == 2021
        if 3 <= row["period"].month < 11
    ]
    assert found.method.parameters["value_before"] == pytest.approx(sum(kept))


def test_earlier_years_that_few_had_published_are_no_low_level(ask):
    rows = [row for row in trade(3.0) if row["period"].year > 2020 or row["reporter"] == "AT"]
    found = assess_surge(ask(rows), question(), Records())
    assert statuses(found)["Rebound"] == statuses(found)["Trend"] == "not_testable"


def test_a_reporter_without_the_goods_that_fell_silent_is_silent_too(ask):
    rows = [
        row for row in trade(1.0)
        if row["reporter"] != "SE" or (row["code"] == "220421" and row["period"] < date(2022, 5, 1))
    ]  # fmt: skip
    found = assess_surge(ask(rows), question(), Records())
    assert found.method.parameters["silent_reporters"] == ["SE"]


def test_without_an_interval_the_scatter_before_says_what_could_have_been_seen(ask):
    month = Comparison(before=read_window("2021-03/2021-05"), after=read_window("2022-03/2022-05"))
    rows = [row for row in trade(1.3) if row["reporter"] == "DE"]
    found = assess_surge(ask(rows), question(reporters=("DE",), windows=month), Records())
    assert found.estimate.low is None
    assert "could not have been seen" in found.statement
    single = Comparison(before=read_window("2021-03"), after=read_window("2022-03"))
    lone = [row for row in rows if row["period"].year > 2020]
    found = assess_surge(ask(lone), question(reporters=("DE",), windows=single), Records())
    assert "too few months before" in found.statement


def test_a_collection_without_the_goods_is_not_asked_about_them(ask):
    totals = monthly_rows(["AM"], [f"{one}" for one in ("RU", "GE", "DE", "FR", "US")], ["TOTAL"], noisy())
    rows = [
        *({**row, "dataset": "national"} for row in totals),
        *monthly_rows(["AM"], ["RU"], ["870322"], noisy(), dataset="comtrade"),
    ]
    asked = LegQuestion(reporters=("AM",), via=("RU",), goods=read_goods("8703"), windows=WINDOWS)
    found = assess_surge(ask(rows), asked, Records(), "onward")
    assert found.method.parameters["collection"] == "comtrade"
    assert found.method.parameters["value_before"] > 0
    assert "other_collections" not in issues(found)


def test_an_unknown_collection_is_a_wrong_call_that_lists_those_there_are(ask):
    with pytest.raises(CallError, match=r"no collection 'comext'.*sample"):
        assess_surge(ask(trade(1.0)), question(dataset="comext"), Records())


def test_codes_that_no_record_holds_are_named(ask):
    goods = read_goods("854231,999999,999998,87032210")
    found = assess_surge(ask(trade(3.0)), question(goods=goods), Records())
    assert "87032210, 999998, 999999" in issues(found)["codes_unknown"]
    assert "None of the records of sample" not in found.statement
    found = assess_surge(ask(trade(3.0)), question(goods=read_goods("999999")), Records())
    assert found.verdict == "cannot_tell"
    assert "None of the records of sample has the code asked for" in found.statement
    found = assess_surge(ask(trade(3.0)), question(goods=read_goods("85423110")), Records())
    assert "It has 854231" in issues(found)["codes_unknown"]


def test_codes_traded_elsewhere_or_earlier_are_no_unknown_codes(ask):
    rows = [*trade(3.0), *monthly_rows(["US"], ["MX"], ["870322"], noisy(), years=(2019, 2019))]
    found = assess_surge(ask(rows), question(goods=read_goods("8542,870322")), Records())
    assert "codes_unknown" not in issues(found)


def test_high_priority_items_of_an_edition_that_the_records_do_not_have_are_not_missed(ask):
    rows = [row for row in trade(3.0) if row["period"].year >= 2022]
    found = assess_surge(ask(rows), question(goods=read_goods("chpl:1")), Records())
    told = issues(found).get("codes_unknown", "")
    assert "854231" not in told
