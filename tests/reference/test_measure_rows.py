import pytest

from entrepot.model.interval import Interval
from entrepot.reference.measure_rows import load_measure_rows, read_day_cell, read_kind_limits
from entrepot.reference.tables import load_table


def test_every_row_of_the_table_is_a_measure() -> None:
    rows = load_measure_rows()
    assert [one.id for one in rows] == [row["id"] for row in load_table("measures").rows]
    assert all(one.kinds and one.targets and one.legal_act and one.source for one in rows)


def test_keys_that_rows_name_are_those_of_rows() -> None:
    keys = {one.id for one in load_measure_rows()}
    assert all(keys >= {*one.relieves, *one.supersedes} for one in load_measure_rows())
    assert {row["measure"] for row in load_table("measure_goods").rows} <= keys


def test_who_is_followed_or_covered_issues_measures() -> None:
    issuers = {one.issuer for one in load_measure_rows()}
    assert all(issuers >= {*one.follows, *one.follows_in_part} for one in load_measure_rows())
    assert {row["jurisdiction"] for row in load_table("measure_coverage").rows} <= issuers


def test_only_reliefs_lift_and_they_name_what() -> None:
    for one in load_measure_rows():
        assert ("relief" in one.kinds) == bool(one.lifts or one.eases), one.id
        assert ("alignment" in one.kinds) == bool(one.follows or one.follows_in_part), one.id


def test_validity_in_law_stands_apart_from_the_day_of_observation() -> None:
    row = next(one for one in load_measure_rows() if one.id == "M110")
    assert row.valid_from == Interval(start="2025-11-01", end="2025-11-30", granularity="month")
    assert row.announced == Interval(start="2025-09-11", end="2025-09-11", granularity="day")
    assert row.observed_on == load_table("measures").card.compiled_on


def test_goods_carry_what_their_codes_rest_on() -> None:
    goods = {one.id: one.goods for one in load_measure_rows() if one.goods}
    assert (goods["M054"].resolution, goods["M054"].codes) == ("list", ("84", "85", "90"))
    assert (goods["M077"].resolution, goods["M077"].codes) == ("class", ("8807",))
    assert (goods["M052"].resolution, goods["M052"].codes) == ("unresolved", ())


@pytest.mark.parametrize("cell", ["2025-13", "25", "2025-02-30", "soon", "2025-1-1"])
def test_what_is_no_date_is_refused(cell: str) -> None:
    with pytest.raises(ValueError):
        read_day_cell(cell)


def test_limits_name_a_target_or_a_day() -> None:
    one, other = read_kind_limits("trade_embargo RU; services_ban from 2022-07")
    assert (one.kind, one.targets, one.valid_from) == ("trade_embargo", ("RU",), None)
    assert other.valid_from == Interval(start="2022-07-01", end="2022-07-31", granularity="month")
    with pytest.raises(ValueError):
        read_kind_limits("trade_embargo")
