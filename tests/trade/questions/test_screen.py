"""A screen over all channels: the planted ones are found, false ones are rare, and brute force agrees."""

import csv
from collections import defaultdict
from dataclasses import replace

import pytest

from entrepot.trade.classifications.selectors import read_goods
from entrepot.trade.questions.channels import ScreenQuestion, channel_rows, screen_channels
from entrepot.trade.questions.findings import Records
from entrepot.trade.questions.screen import assess_screen
from entrepot.trade.questions.windows import Comparison, read_window
from tests.trade.questions.invented import AFTER, BEFORE, monthly_rows, noisy
from tests.trade.samples import NEIGHBOURS, SHARED, needs_shared

WINDOWS = Comparison(before=read_window(BEFORE), after=read_window(AFTER))
CODES = [f"8542{digit}{other}" for digit in range(1, 5) for other in range(1, 6)]
QUESTION = ScreenQuestion(goods=read_goods("all"), windows=WINDOWS, least_value=1e6)


@pytest.fixture
def planted(ask):
    """Three reporters, four partners, twenty codes; one code to one partner multiplied by five."""
    base = noisy()
    value = lambda r, p, c, m: base(r, p, c, m) * (5 if (p, c) == ("KG", CODES[3]) and m.year == 2022 else 1)  # noqa: E731
    return monthly_rows(["DE", "PL", "LT"], ["AM", "KG", "GE", "KZ"], CODES, value)


def test_only_the_planted_channels_are_found(ask, planted):
    summary, *channels = assess_screen(ask(planted), QUESTION, Records())
    assert summary.verdict == "supports"
    assert summary.method.parameters["tested"] == 3 * 4 * 20
    assert summary.method.parameters["placebo_flagged"] == 0
    assert {(one.subject["partner"], one.subject["product"]) for one in channels} == {("KG", CODES[3])}
    assert {one.verdict for one in channels} == {"supports"}


def test_noise_alone_is_flagged_no_more_than_at_the_placebo_date(ask):
    rows = monthly_rows(["DE"], ["AM", "KG"], CODES, lambda r, p, c, m: noisy()(r, p, c, m) ** 1.0)
    summary, *channels = assess_screen(ask(rows), replace(QUESTION, least_growth=10.0), Records())
    assert summary.verdict in {"does_not_support", "cannot_tell"}
    assert all(one.verdict == "mixed" for one in channels)


def test_the_engine_adds_up_what_a_loop_adds_up(ask, planted):
    found = screen_channels(ask(planted), replace(QUESTION, least_growth=1.0, limit=1000), Records())
    sums = defaultdict(lambda: [0.0, 0.0, 0.0])
    for row in planted:
        for at, window in enumerate((WINDOWS.placebo().before, WINDOWS.before, WINDOWS.after)):
            if window.start <= row["period"] <= window.end:
                sums[row["reporter"], row["partner"], row["code"]][at] += row["value"]
    expected = {key: tuple(v) for key, v in sums.items() if v[2] > 1e6 and v[2] > 1.01 * v[1]}
    assert {row[:3]: pytest.approx(row[3:6]) for row in channel_rows(found)} == expected
    assert found.flagged == len(expected)


def test_the_p_value_of_a_channel_is_that_of_a_paired_test(ask, planted):
    stats = pytest.importorskip("scipy.stats")
    found = screen_channels(ask(planted), replace(QUESTION, least_growth=1.0), Records())
    for one in found.channels[:20]:
        key = (one.reporter, one.partner, one.product)
        rows = [row for row in planted if (row["reporter"], row["partner"], row["code"]) == key]
        by_month = {row["period"]: row["value"] for row in rows}
        before = [by_month[month] for month in WINDOWS.before.list_months()]
        after = [by_month[month] for month in WINDOWS.after.list_months()]
        exact = float(stats.ttest_rel(after, before, alternative="greater").pvalue)
        assert exact <= one.p <= 1.06 * exact + 1e-9


def test_headings_beside_their_codes_are_not_channels_of_their_own(ask, planted):
    headings = monthly_rows(["DE", "PL"], ["AM", "KG"], ["8542"], lambda *_: 1e9)
    assert [one.subject["product"] for one in assess_screen(ask([*planted, *headings]), QUESTION, Records())[1:]] == [
        CODES[3]
    ] * 3


@pytest.mark.shared
@needs_shared
def test_the_screen_of_listed_goods_finds_the_published_118_markets_and_86_at_the_placebo(shared_engine):
    with (SHARED / "published.csv").open(encoding="utf-8", newline="") as handle:
        published = {row["id"]: row["value"] for row in csv.DictReader(handle)}
    asked = replace(QUESTION, partners=("RU", *NEIGHBOURS), digits=8, least_value=10e6, dataset="comext", limit=200)
    summary, *channels = assess_screen(shared_engine, asked, Records())
    parameters = summary.method.parameters
    assert parameters["flagged"] == int(published["zb-anomalies"])
    assert parameters["placebo_flagged"] == int(published["placebo-2020-2021-all"])
    unclear = {one.subject["product"] for one in channels if one.verdict == "cannot_tell"}
    assert {"85171300"} <= unclear
    assert summary.verdict == "mixed"


def test_growth_of_all_trade_singles_out_no_channel(ask):
    base = noisy()
    rows = monthly_rows(["DE"], ["AM", "KG"], CODES, lambda r, p, c, m: base(r, p, c, m) * (3 if m.year == 2022 else 1))
    summary, *channels = assess_screen(ask(rows), QUESTION, Records())
    assert {one.verdict for one in (summary, *channels)} == {"mixed"}


def test_a_reporter_that_begins_to_publish_opens_no_channels(ask, planted):
    rows = [row for row in planted if row["reporter"] != "LT" or row["period"].year == 2022]
    summary, *channels = assess_screen(ask(rows), replace(QUESTION, limit=1000), Records())
    assert summary.method.parameters["silent_reporters"] == ["LT"]
    by_reporter = {one.subject["reporter"]: one.verdict for one in channels}
    assert by_reporter == {"LT": "cannot_tell", "DE": "supports", "PL": "supports"}


def test_a_channel_that_only_recovers_is_no_new_one(ask):
    base = noisy()
    dip = lambda r, p, c, m: base(r, p, c, m) * (0.2 if (p, c) == ("KG", CODES[3]) and m.year == 2021 else 1)  # noqa: E731
    _, *channels = assess_screen(ask(monthly_rows(["DE"], ["AM", "KG"], CODES, dip)), QUESTION, Records())
    assert [one.verdict for one in channels] == ["mixed"]


def test_codes_that_begin_with_a_revision_are_no_new_trade_even_without_a_concordance(ask, planted):
    rows = [*planted, *monthly_rows(["DE"], ["AM"], ["851713"], noisy(), years=(2022, 2022))]
    summary, *channels = assess_screen(ask(rows), QUESTION, Records())
    assert {one.subject["product"]: one.verdict for one in channels}["851713"] == "cannot_tell"
    assert "not_testable" in {one.status for one in summary.alternatives if one.explanation.startswith("New codes")}


def test_annual_records_pair_years_and_not_months(ask, planted):
    rows = [{**row, "frequency": "A"} for row in planted if row["period"].month == 1]
    years = Comparison(before=read_window("2021"), after=read_window("2022"))
    summary, *_ = assess_screen(ask(rows), replace(QUESTION, windows=years), Records())
    assert summary.verdict in {"cannot_tell", "does_not_support"}
    assert summary.estimate.low == 0


def issues(finding):
    return {one.code: one.message for one in finding.issues}


MONTH = Comparison(before=read_window("2021-05"), after=read_window("2022-05"))


def test_one_month_a_side_gives_no_test_and_no_p(ask, planted):
    summary, *channels = assess_screen(ask(planted), replace(QUESTION, windows=MONTH, least_value=1e5), Records())
    assert {one.verdict for one in (summary, *channels)} == {"cannot_tell"}
    assert channels
    assert "1 month a side gives no test" in summary.statement
    assert "at least 3 are needed" in issues(summary)["no_test"]
    for one in channels:
        assert "no test" in one.statement
        assert "p 1.0" not in one.statement
        assert "false discovery" not in one.statement


def test_a_month_that_no_reporter_published_is_left_out_of_both_windows(ask, planted):
    rows = [row for row in planted if (row["period"].year, row["period"].month) != (2021, 6)]
    summary, *_ = assess_screen(ask(rows), QUESTION, Records())
    assert "2021-06, 2022-06" in issues(summary)["periods_not_reported"]
    assert summary.method.parameters["months_paired"] == 8
    assert summary.method.parameters["silent_reporters"] == []
    kept = {month for month in WINDOWS.after.list_months() if month.month != 6}
    planted_there = ("DE", "KG", CODES[3])
    whole = sum(
        row["value"]
        for row in planted
        if row["period"] in kept and (row["reporter"], row["partner"], row["code"]) == planted_there
    )
    found = screen_channels(ask(rows), QUESTION, Records())
    assert {one.reporter: one.after for one in found.channels}["DE"] == pytest.approx(whole)


def test_a_reporter_that_lacks_unlike_months_is_silent_though_it_has_as_many(ask, planted):
    gone = {(2021, 3), (2022, 11)}
    rows = [row for row in planted if row["reporter"] != "LT" or (row["period"].year, row["period"].month) not in gone]
    summary, *_ = assess_screen(ask(rows), QUESTION, Records())
    assert summary.method.parameters["silent_reporters"] == ["LT"]


def test_a_channel_that_is_not_told_from_chance_says_what_could_be(ask):
    base = noisy()
    wild = lambda r, p, c, m: base(r, p, c, m) * (9 if m.month == 5 and m.year == 2022 and c == CODES[2] else 1)  # noqa: E731
    rows = monthly_rows(["DE"], ["AM", "KG"], CODES, wild)
    summary, *channels = assess_screen(ask(rows), replace(QUESTION, least_growth=50.0), Records())
    assert {one.verdict for one in channels} == {"mixed"}
    assert all("could be chance" in one.statement for one in channels)
    assert "standard errors" in summary.statement
