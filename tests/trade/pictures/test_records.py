from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

import pytest

from entrepot.errors import CallError
from entrepot.trade.classifications.selectors import read_goods
from entrepot.trade.engines.duckdb import DuckDBEngine
from entrepot.trade.pictures.records import ChannelQuestion, read_channel, read_mirror_years, read_series
from entrepot.trade.questions.pair import GapQuestion
from entrepot.trade.questions.scope import Scope
from entrepot.trade.questions.windows import Comparison, read_window
from tests.trade.samples import write_flows

CARS = "870323"
NAMES = {"": "Germany", "AM": "Armenia", "GE": "Georgia", "RU": "Russia"}


def row(reporter: str, partner: str, month: date, value: float | None, **more: object) -> dict[str, object]:
    return {"reporter": reporter, "partner": partner, "code": CARS, "period": month, "value": value, **more}


@contextmanager
def engine_of(folder: Path, *rows: dict[str, object]) -> Iterator[DuckDBEngine]:
    with closing(DuckDBEngine(threads=1)) as engine:
        engine.add_flows([write_flows(folder, rows)])
        yield engine


def test_zeros_suppressed_months_and_months_not_reported_are_told_apart(tmp_path: Path) -> None:
    rows = (
        row("DE", "AM", date(2022, 1, 1), 5.0),
        row("DE", "FR", date(2022, 2, 1), 9.0),
        row("DE", "AM", date(2022, 3, 1), None, mark="suppressed"),
        row("DE", "AM", date(2022, 5, 1), 7.0),
    )
    scope = Scope(flow="export", goods=read_goods(CARS), reporters=("DE",), partners=("AM",))
    with engine_of(tmp_path, *rows) as engine:
        found = read_series(engine, scope, None, "cars")
    assert [(point.month.month, point.value) for point in found.series.points] == [
        (1, 5.0),
        (2, 0.0),
        (3, None),
        (5, 7.0),
    ]
    assert found.currency == "EUR"


def test_annual_records_are_no_monthly_series(tmp_path: Path) -> None:
    scope = Scope(flow="export", goods=read_goods(CARS), reporters=("DE",), partners=("AM",))
    with (
        engine_of(tmp_path, row("DE", "AM", date(2022, 1, 1), 5.0, frequency="A")) as engine,
        pytest.raises(CallError, match="monthly"),
    ):
        read_series(engine, scope, None, "cars")


def test_a_leg_whose_reporter_published_nothing_has_no_value(tmp_path: Path) -> None:
    rows = (
        row("DE", "AM", date(2021, 3, 1), 10.0),
        row("DE", "AM", date(2022, 3, 1), 30.0),
        row("AM", "RU", date(2022, 3, 1), 20.0),
    )
    question = ChannelQuestion(
        origins=("DE",), vias=("AM", "GE"), destination="RU", goods=read_goods(CARS),
        windows=Comparison(before=read_window("2021-03"), after=read_window("2022-03")),
    )  # fmt: skip
    with engine_of(tmp_path, *rows) as engine:
        panels, currency = read_channel(engine, question, NAMES)
    values = [{(band.source, band.target): band.value for band in panel.bands} for panel in panels]
    assert currency == "EUR"
    assert values[0]["Armenia", "Russia"] is None
    assert values[1]["Armenia", "Russia"] == 20.0
    assert values[1]["Georgia", "Russia"] is None
    assert values[1]["Germany", "Russia"] == 0.0


def test_a_year_in_which_one_side_is_silent_has_no_value_for_it(tmp_path: Path) -> None:
    rows = (
        row("DE", "AM", date(2021, 3, 1), 10.0),
        row("DE", "AM", date(2022, 3, 1), 30.0),
        row("AM", "DE", date(2022, 3, 1), 20.0, flow="import"),
    )
    question = GapQuestion(exporters=("DE",), importer="AM", goods=read_goods(CARS), window=read_window("2021/2023"))
    with engine_of(tmp_path, *rows) as engine:
        years, _ = read_mirror_years(engine, question)
    assert [(one.exports, one.imports) for one in years] == [(10.0, None), (30.0, 20.0), (None, None)]
