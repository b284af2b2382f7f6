"""Engines: DuckDB on this machine, and the same statements carried over to Spark."""

import shutil
from datetime import date

import pytest

from entrepot.errors import CallError
from entrepot.trade.classifications.selectors import read_goods
from entrepot.trade.engines import open_engine
from entrepot.trade.engines.dialect import named_parameters, spark_sql
from entrepot.trade.engines.duckdb import DuckDBEngine
from entrepot.trade.questions.channels import ScreenQuestion, channel_rows, screen_channels
from entrepot.trade.questions.findings import Records
from entrepot.trade.questions.gap import assess_gap
from entrepot.trade.questions.leg import LegQuestion
from entrepot.trade.questions.link import LinkQuestion, assess_link
from entrepot.trade.questions.markets import MarketRule, compare_windows, list_anomalous_markets
from entrepot.trade.questions.mirror import keep_mirror
from entrepot.trade.questions.pair import GapQuestion
from entrepot.trade.questions.scope import Scope
from entrepot.trade.questions.screen import assess_screen
from entrepot.trade.questions.substitution import SubstitutionQuestion, assess_substitution
from entrepot.trade.questions.surge import assess_surge
from entrepot.trade.questions.unit_values import UnitValueQuestion, assess_unit_values
from entrepot.trade.questions.windows import Comparison, read_window
from tests.trade.questions.invented import AFTER, BEFORE, monthly_rows, noisy
from tests.trade.samples import write_flows

WINDOWS = Comparison(before=read_window(BEFORE), after=read_window(AFTER))
GOODS = read_goods("8703")


class Recorder(DuckDBEngine):
    """A DuckDB that remembers the statements put to it."""

    def __init__(self):
        self.statements = []
        super().__init__()

    def keep(self, name, sql, parameters=None):
        self.statements.append(sql)
        super().keep(name, sql, parameters or {})

    def rows(self, sql, parameters=None):
        self.statements.append(sql)
        return super().rows(sql, parameters or {})


@pytest.fixture
def flows(tmp_path):
    value = noisy()
    rows = [
        *monthly_rows(["DE", "PL"], ["AM", "RU", "GE"], ["870322", "870323", "851713"], value, net_weight_kg=10.0),
        *monthly_rows(["AM"], ["RU", "GE"], ["870322", "870323"], value, net_weight_kg=10.0),
        *monthly_rows(["AM"], ["DE", "CN"], ["870322"], value, flow="import", attribution="origin"),
    ]
    return write_flows(tmp_path, rows)


def put_every_question(engine):
    scope = Scope(flow="export", goods=GOODS)
    compare_windows(engine, scope, WINDOWS)
    list_anomalous_markets(engine, scope, WINDOWS, MarketRule())
    leg = LegQuestion(reporters=("DE", "PL"), via=("AM",), goods=GOODS, windows=WINDOWS, compared=("GE",))
    link = LinkQuestion(reporters=("DE",), via="AM", destination="RU", goods=GOODS, span=read_window("2019/2022"))
    gap = GapQuestion(exporters=("DE",), importer="AM", goods=GOODS, window=WINDOWS.after, before=WINDOWS.before)
    lost = SubstitutionQuestion(reporters=("DE",), destination="RU", vias=("AM",), goods=GOODS, windows=WINDOWS)
    worth = UnitValueQuestion(reporters=("AM",), partners=("RU",), goods=GOODS, windows=WINDOWS)
    return [
        assess_surge(engine, leg, Records()),
        assess_link(engine, link, Records()),
        *assess_gap(engine, gap, Records()),
        assess_substitution(engine, lost, Records()),
        assess_unit_values(engine, worth, Records()),
        *assess_screen(engine, ScreenQuestion(goods=GOODS, windows=WINDOWS, least_growth=1.0), Records()),
    ]


def test_every_statement_of_every_question_is_carried_over_to_spark(flows):
    sqlglot = pytest.importorskip("sqlglot")
    engine = Recorder()
    engine.add_flows([flows])
    put_every_question(engine)
    keep_mirror(engine)
    engine.close()
    assert len(engine.statements) > 40
    for statement in dict.fromkeys(engine.statements):
        carried = spark_sql(statement)
        assert sqlglot.parse_one(carried, read="spark").sql(dialect="spark") == carried
        assert "$" not in carried


@pytest.mark.slow
def test_spark_gives_every_row_of_a_screen_that_duckdb_gives(flows):
    pytest.importorskip("pyspark", reason="pyspark is not installed")
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java; install it (sudo apt-get install default-jre-headless)")
    asked = ScreenQuestion(goods=GOODS, windows=WINDOWS, least_growth=1.0, least_value=0.0, limit=10**6)
    found = []
    for name in ("duckdb", "local"):
        engine = open_engine(name)
        engine.add_flows([flows])
        rows = channel_rows(screen_channels(engine, asked, Records()))
        found.append([(*row[:3], *(round(float(v), 4) for v in row[3:])) for row in rows])
        engine.close()
    assert found[0]
    assert found[0] == found[1]


def test_a_table_holds_its_rows_whatever_their_number_and_kind():
    engine = open_engine()
    rows = [(at, None if at % 3 else f"it's {at}", date(2022, 1, 1)) for at in range(45_000)]
    engine.add_table("numbers", {"number": "BIGINT", "word": "VARCHAR", "day": "DATE"}, rows)
    assert engine.rows("SELECT number, word, day FROM numbers ORDER BY number") == rows
    engine.add_table("numbers", {"number": "BIGINT"}, [])
    assert engine.rows("SELECT count(*) FROM numbers") == [(0,)]
    engine.close()


def test_without_files_there_are_no_flows_but_every_column():
    engine = open_engine()
    assert engine.rows("SELECT reporter, value, period FROM flows WHERE reporter = $one", {"one": "DE"}) == []
    engine.close()


def test_files_with_a_quote_in_their_name_are_read(tmp_path):
    folder = tmp_path / "l'été"
    folder.mkdir()
    engine = open_engine()
    engine.add_flows([write_flows(folder, monthly_rows(["DE"], ["AM"], ["870322"], lambda *_: 1.0))])
    assert engine.rows("SELECT count(*) FROM flows") == [(48,)]
    engine.close()


def test_only_parameters_that_a_statement_names_are_bound():
    assert named_parameters("SELECT $a, $b_1, $a", {"a": 1, "b_1": 2, "c": 3}) == {"a": 1, "b_1": 2}


def test_an_unknown_engine_is_refused_with_those_there_are():
    with pytest.raises(CallError, match="duckdb, local"):
        open_engine("sqlite")


def test_spark_that_is_not_installed_is_said_with_the_way_to_install_it():
    try:
        import pyspark  # noqa: F401
    except ImportError:
        with pytest.raises(CallError, match="entrepot\\[spark\\]"):
            open_engine("local")
