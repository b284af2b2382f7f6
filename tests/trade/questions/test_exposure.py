"""What would fall under a lever, and the bounds on what of it went on, on invented trade and on the shared records."""

import shutil
from dataclasses import replace
from datetime import date

import pytest
from replications.records import EU27

from entrepot.channels.closure import measure_effects
from entrepot.errors import CallError
from entrepot.trade.classifications.selectors import read_goods
from entrepot.trade.engines import open_engine
from entrepot.trade.engines.dialect import spark_sql
from entrepot.trade.questions.exposure import ExposureQuestion, choose_source, find_windows, read_exposure
from entrepot.trade.questions.findings import Records
from entrepot.trade.questions.reaction import read_reaction
from entrepot.trade.questions.windows import Comparison, read_window
from tests.trade.engines.test_engines import Recorder
from tests.trade.questions.invented import monthly_rows
from tests.trade.samples import needs_shared, write_flows

WINDOWS = Comparison(before=read_window("2021"), after=read_window("2022"))
QUESTION = ExposureQuestion(
    via="AM", destination="RU", goods=read_goods("8703"), windows=WINDOWS, issuers=("DE", "PL"), currency="EUR"
)


def rows(levels, **fixed):
    """Monthly rows of constant levels by (reporter, partner, code, year)."""
    return [
        row
        for (reporter, partner, code), by_year in levels.items()
        for row in monthly_rows(
            [reporter], [partner], [code], lambda r, p, c, m, y=by_year: y.get(m.year), years=(2021, 2022), **fixed
        )
    ]


FIRST = {
    ("DE", "AM", "870322"): {2021: 10.0, 2022: 60.0},
    ("PL", "AM", "870322"): {2021: 5.0, 2022: 5.0},
    ("DE", "AM", "220421"): {2021: 100.0, 2022: 120.0},
    ("PL", "AM", "220421"): {2021: 100.0, 2022: 120.0},
}
DIRECT = {("DE", "RU", "870322"): {2021: 100.0, 2022: 20.0}, ("PL", "RU", "870322"): {2021: 10.0, 2022: 0.0}}
ONWARD = {("AM", "RU", "870322"): {2021: 1.0, 2022: 31.0}}


def ask_exposure(ask, levels, question=QUESTION, **fixed):
    return read_exposure(ask(rows(levels, **fixed)), question, Records())


def effects(found):
    return measure_effects(found.flows, range(len(found.flows.cells)), ())


def test_a_years_flow_is_what_the_issuers_report_and_its_diverted_part_no_more_than_went_on(ask):
    found = ask_exposure(ask, FIRST | DIRECT | ONWARD)
    told = effects(found)
    assert (found.flows.source, found.months, told.exposed) == ("exports", 12, 12 * 65)
    assert told.diverted.high == pytest.approx(12 * 30)
    assert found.onward == 12 * 30
    assert found.lost == 12 * 90


def test_growth_at_the_pace_of_other_goods_is_no_diversion(ask):
    found = ask_exposure(ask, FIRST | DIRECT)
    assert found.pace == pytest.approx(1.2)
    assert effects(found).diverted.mid == pytest.approx(12 * (60 - 12))


def test_where_nobody_reports_what_went_on_the_bound_is_wider_and_says_so(ask):
    found = ask_exposure(ask, FIRST | DIRECT)
    assert found.onward is None
    assert effects(found).diverted.high == 12 * 50
    assert "onward_unbounded" in {issue.code for issue in found.issues}


def test_without_a_fall_of_direct_trade_what_was_lost_bounds_nothing(ask):
    found = ask_exposure(ask, FIRST | {("DE", "RU", "870322"): {2021: 1.0, 2022: 2.0}} | ONWARD)
    assert found.lost is None
    assert effects(found).diverted.high == 12 * 30


def test_months_are_scaled_to_a_year(ask):
    nine = Comparison(before=read_window("2021-03/2021-11"), after=read_window("2022-03/2022-11"))
    found = ask_exposure(ask, FIRST | DIRECT, replace(QUESTION, windows=nine))
    assert (found.months, effects(found).exposed) == (9, pytest.approx(12 * 65))


def test_months_that_nobody_published_are_left_out_of_both_windows(ask):
    late = Comparison(before=read_window("2021-07/2022-06"), after=read_window("2022-07/2023-06"))
    found = ask_exposure(ask, FIRST | DIRECT, replace(QUESTION, windows=late))
    assert found.months == 6
    assert "periods_not_reported" in {issue.code for issue in found.issues}


def imports_of_armenia(levels):
    return rows(levels, flow="import", attribution="origin", currency="USD")


def test_where_an_issuer_reports_no_exports_the_third_territorys_imports_are_used(ask):
    had = imports_of_armenia({("AM", "US", "870322"): {2021: 10.0, 2022: 50.0}})
    engine = ask([*rows(FIRST), *had])
    assert choose_source(engine, "AM", ("DE", "US")) == "imports"
    found = read_exposure(engine, replace(QUESTION, issuers=("US",), currency=""), Records())
    assert (found.flows.source, found.flows.currency, found.attribution) == ("imports", "USD", "origin")
    assert effects(found).exposed == 12 * 50


def test_what_went_on_beyond_all_other_supply_bounds_from_below(ask):
    had = rows(
        {("AM", "DE", "870322"): {2021: 10.0, 2022: 60.0}, ("AM", "CN", "870322"): {2021: 2.0, 2022: 4.0}},
        flow="import", attribution="origin",
    )  # fmt: skip
    sent = rows({("AM", "RU", "870322"): {2021: 1.0, 2022: 48.0}})
    found = read_exposure(ask([*rows(FIRST | DIRECT), *had, *sent]), QUESTION, Records())
    # 32 at import prices went on; China's 4 and a stock of 11 (12 had, 1 sent) may have been among it.
    assert effects(found).diverted.low == pytest.approx(12 * (48 / 1.5 - 4 - 11))


def test_a_territory_that_exported_before_may_make_the_goods_itself(ask):
    had = rows({("AM", "DE", "870322"): {2021: 10.0, 2022: 60.0}}, flow="import", attribution="origin")
    sent = rows({("AM", "RU", "870322"): {2021: 9.0, 2022: 58.0}})
    found = read_exposure(ask([*rows(FIRST | DIRECT), *had, *sent]), QUESTION, Records())
    assert found.flows.spare == {}
    assert effects(found).diverted.low == 0


def test_what_is_withheld_is_counted_and_not_taken_for_nothing(ask):
    kept = rows(FIRST)
    found = read_exposure(ask([*kept, {**kept[-1], "code": "870323", "value": None, "mark": "suppressed"}]), QUESTION,
                          Records())  # fmt: skip
    assert found.withheld == {"PL": 1}


def test_without_any_record_of_the_goods_there_is_a_reason_and_no_figure(ask):
    found = ask_exposure(ask, FIRST, replace(QUESTION, goods=read_goods("9018")))
    assert found.flows.cells == ()
    assert "no report and not nothing" in found.untold


def test_windows_follow_from_the_last_month_and_the_day_of_the_measure(ask):
    engine = ask(rows(FIRST))
    found = find_windows(engine, "exports", "AM", read_goods("8703"), ("DE",), date(2022, 2, 24))
    assert (str(found.before), str(found.after)) == ("2021-03/2021-12", "2022-03/2022-12")
    with pytest.raises(CallError, match="2 whole months"):
        find_windows(engine, "exports", "AM", read_goods("8703"), ("DE",), date(2022, 11, 1))


def put_questions(engine):
    question = replace(QUESTION, issuers=("US",), source="imports", currency="")
    return [
        read_exposure(engine, QUESTION, Records()),
        read_exposure(engine, question, Records()),
        read_reaction(engine, "AM", ("US",), read_goods("8703"), WINDOWS, Records()),
        find_windows(engine, "exports", "AM", read_goods("8703"), ("DE",), date(2022, 2, 24)),
    ]


@pytest.fixture
def all_sides(tmp_path):
    had = imports_of_armenia({("AM", "US", "870322"): {2021: 50.0, 2022: 10.0}, ("AM", "CN", "870323"): {2022: 5.0}})
    return write_flows(tmp_path, [*rows(FIRST | DIRECT | ONWARD), *had])


def test_every_statement_is_carried_over_to_spark(all_sides):
    pytest.importorskip("sqlglot")
    engine = Recorder()
    engine.add_flows([all_sides])
    put_questions(engine)
    engine.close()
    assert len(engine.statements) > 40
    assert all("$" not in spark_sql(sql) for sql in dict.fromkeys(engine.statements))


@pytest.mark.slow
def test_spark_gives_the_exposure_that_duckdb_gives(all_sides):
    pytest.importorskip("pyspark", reason="pyspark is not installed")
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java; install it (sudo apt-get install default-jre-headless)")
    found = []
    for name in ("duckdb", "local"):
        engine = open_engine(name)
        engine.add_flows([all_sides])
        found.append(put_questions(engine))
        engine.close()
    assert found[0][0].flows.cells
    assert found[0] == found[1]


@needs_shared
@pytest.mark.shared
def test_cars_that_the_eu_sent_to_armenia_are_bound_by_what_armenia_sent_on(shared_engine):
    windows = Comparison(before=read_window("2021-03/2021-11"), after=read_window("2022-03/2022-11"))
    question = replace(QUESTION, windows=windows, issuers=EU27, currency="")
    found = read_exposure(shared_engine, question, Records())
    told = effects(found)
    assert found.flows.source == "exports"
    # EUR 90.0 million in nine months of codes of eight digits; the sums of four digits beside them are not counted.
    assert told.exposed == pytest.approx(119.95e6, rel=1e-3)
    assert 0 <= told.diverted.low <= told.diverted.mid <= told.diverted.high < told.exposed
