from datetime import date
from pathlib import Path

import pytest

from entrepot.errors import CallError
from entrepot.trade.panel.goods import find_goods
from entrepot.trade.panel.panel_rows import Panel, read_panel
from entrepot.trade.panel.records import find_records
from entrepot.trade.questions.findings import Records as Known
from tests.trade.panel.markets import LISTED, OTHER, engine_of, question_of

JANUARY, FEBRUARY, MARCH, APRIL = (date(2022, month, 1) for month in range(1, 5))


def row(reporter: str, partner: str, code: str, period: date, value: float | None, **more: object) -> dict[str, object]:
    return {"reporter": reporter, "partner": partner, "code": code, "period": period, "value": value, **more}


def panel_of(folder: Path, rows: list[dict[str, object]], **given: object) -> Panel:
    question = question_of(**given)
    with engine_of(folder, rows) as engine:
        records = find_records(engine, question)
        return read_panel(engine, question, records, find_goods(engine, question, records, Known(concordances=())))


def cells(panel: Panel) -> dict[tuple[str, str, str, date], float]:
    columns = panel.columns
    return {
        (str(r), str(p), str(g), panel.periods[at]): float(v)
        for r, p, g, at, v in zip(
            *(columns[name] for name in ("reporter", "partner", "goods", "period", "value")), strict=True
        )
    }


def test_a_month_that_the_reporter_published_without_the_market_is_a_zero(tmp_path: Path) -> None:
    rows = [
        row("DE", "AM", LISTED, JANUARY, 2e6),
        row("DE", "FR", OTHER, FEBRUARY, 5e6),
        row("DE", "AM", LISTED, MARCH, 3e6),
        row("DE", "AM", OTHER, MARCH, 1e6),
    ]
    panel = panel_of(tmp_path, rows)
    found = cells(panel)
    assert found["DE", "AM", "listed", FEBRUARY] == 0.0
    assert found["DE", "AM", "listed", MARCH] == 3.0
    assert panel.zeros == 3


def test_a_month_that_the_reporter_did_not_publish_has_no_row(tmp_path: Path) -> None:
    rows = [
        row("DE", "AM", LISTED, JANUARY, 2e6),
        row("PL", "AM", LISTED, FEBRUARY, 2e6),
        row("DE", "AM", LISTED, MARCH, 3e6),
        row("DE", "AM", OTHER, MARCH, 3e6),
        row("PL", "AM", LISTED, MARCH, 3e6),
    ]
    found = cells(panel_of(tmp_path, rows))
    assert ("DE", "AM", "listed", FEBRUARY) not in found
    assert ("PL", "AM", "listed", JANUARY) not in found


def test_a_suppressed_cell_has_no_row_and_is_counted(tmp_path: Path) -> None:
    rows = [
        row("DE", "AM", LISTED, JANUARY, 2e6),
        row("DE", "AM", LISTED, FEBRUARY, None, mark="suppressed"),
        row("DE", "AM", LISTED, MARCH, 3e6),
        row("DE", "AM", OTHER, MARCH, 3e6),
    ]
    panel = panel_of(tmp_path, rows)
    assert ("DE", "AM", "listed", FEBRUARY) not in cells(panel)
    assert panel.suppressed == 1


def test_a_market_that_never_traded_has_no_row_unless_all_are_asked_for(tmp_path: Path) -> None:
    rows = [
        row("DE", "AM", LISTED, JANUARY, 2e6),
        row("DE", "AM", OTHER, MARCH, 3e6),
        row("PL", "AM", LISTED, MARCH, 3e6),
    ]
    assert ("PL", "AM", "rest", MARCH) not in cells(panel_of(tmp_path, rows))
    assert cells(panel_of(tmp_path, rows, markets="all"))["PL", "AM", "rest", MARCH] == 0.0


def test_the_rest_is_the_total_less_the_listed_less_what_is_left_out_and_never_below_zero(tmp_path: Path) -> None:
    rows = [
        row("DE", "AM", LISTED, JANUARY, 2e6),
        row("DE", "AM", "TOTAL", JANUARY, 10e6),
        row("DE", "AM", "27", JANUARY, 3e6),
        row("DE", "AM", LISTED, MARCH, 2e6),
        row("DE", "AM", "TOTAL", MARCH, 1e6),
    ]
    found = cells(panel_of(tmp_path, rows, rest="total", left_out=("27",)))
    assert found["DE", "AM", "rest", JANUARY] == 5.0
    assert found["DE", "AM", "rest", MARCH] == 0.0


def test_sums_of_headings_beside_their_subheadings_count_once(tmp_path: Path) -> None:
    rows = [
        row("DE", "AM", LISTED, JANUARY, 2e6),
        row("DE", "AM", LISTED[:4], JANUARY, 2e6),
        row("DE", "AM", OTHER, JANUARY, 1e6),
        row("DE", "AM", LISTED, MARCH, 2e6),
    ]
    assert cells(panel_of(tmp_path, rows))["DE", "AM", "listed", JANUARY] == 2.0


def test_two_currencies_are_never_added_up(tmp_path: Path) -> None:
    rows = [row("DE", "AM", LISTED, JANUARY, 2e6), row("DE", "AM", LISTED, MARCH, 2e6, currency="USD")]
    with pytest.raises(CallError, match="EUR, USD"):
        panel_of(tmp_path, rows)


def test_the_year_into_which_the_change_falls_is_neither_before_nor_after(tmp_path: Path) -> None:
    years = [date(year, 1, 1) for year in (2020, 2021, 2022, 2023)]
    rows = [row("DE", "AM", code, year, 1e6, frequency="A") for year in years for code in (LISTED, OTHER)]
    assert panel_of(tmp_path, rows).periods == (years[0], years[1], years[3])
