from datetime import date
from pathlib import Path

import pytest

from entrepot.errors import CallError
from entrepot.trade.panel.goods import PanelGoods, find_goods, sort_goods
from entrepot.trade.panel.question import design_of
from entrepot.trade.panel.records import find_records
from entrepot.trade.questions.findings import Records as Known
from tests.trade.panel.markets import engine_of, months, question_of


def goods_of(folder: Path, spans: dict[str, tuple[date, date]], **given: object) -> PanelGoods:
    rows: list[dict[str, object]] = [
        {"reporter": "DE", "partner": "AM", "code": code, "period": month, "value": 1.0}
        for code, (first, last) in spans.items()
        for month in months()
        if first <= month <= last
    ]
    question = question_of(products=("8542",), **given)
    with engine_of(folder, rows) as engine:
        return find_goods(engine, question, find_records(engine, question), Known(concordances=()))


WHOLE = (date(2020, 1, 1), date(2022, 12, 1))
BORN, ENDED = (date(2022, 1, 1), date(2022, 12, 1)), (date(2020, 1, 1), date(2021, 12, 1))


def codes(goods: PanelGoods, listed: int) -> set[object]:
    return {row[0] for row in goods.rows if row[2] == listed}


def test_codes_that_begin_or_end_with_a_new_edition_stand_aside(tmp_path: Path) -> None:
    goods = goods_of(tmp_path, {"854231": WHOLE, "854232": BORN, "854233": ENDED, "620342": WHOLE, "620343": BORN})
    assert goods.changed == ("854232", "854233")
    assert codes(goods, 1) == {"854231"}
    assert codes(goods, 0) == {"620342"}


def test_changed_codes_are_kept_where_the_analyst_says_so(tmp_path: Path) -> None:
    goods = goods_of(tmp_path, {"854231": WHOLE, "854232": BORN, "620342": WHOLE}, changed="keep")
    assert codes(goods, 1) == {"854231", "854232"}
    assert goods.changed == ("854232",)


def test_a_code_first_traded_in_the_middle_of_a_year_is_no_new_code(tmp_path: Path) -> None:
    goods = goods_of(tmp_path, {"854231": WHOLE, "854232": (date(2022, 4, 1), date(2022, 12, 1)), "620342": WHOLE})
    assert goods.changed == ()


def test_masked_codes_are_on_neither_side_and_counted(tmp_path: Path) -> None:
    goods = goods_of(tmp_path, {"854231": WHOLE, "8542XX": WHOLE, "620342": WHOLE})
    assert goods.masked == 1
    assert codes(goods, 0) == {"620342"}


def test_products_are_kept_apart_and_the_rest_is_never_taken_for_them() -> None:
    question = question_of(products=("85423190",), unit="product")
    goods = sort_goods(["85423190", "85423110", "62034231"], set(), question, (), 0)
    assert {row[1] for row in goods.rows} == {"854231", "854231~", "620342~"}


def test_goods_that_the_records_do_not_hold_are_said_to_be_absent(tmp_path: Path) -> None:
    with pytest.raises(CallError, match="none of the codes asked for"):
        goods_of(tmp_path, {"620342": WHOLE})


def test_without_other_goods_and_other_territories_there_is_nothing_to_compare_with(tmp_path: Path) -> None:
    goods = goods_of(tmp_path, {"854231": WHOLE})
    assert goods.rest == "none"
    with pytest.raises(CallError, match="name comparison territories"):
        design_of(question_of(comparison=()), has_rest=False)
