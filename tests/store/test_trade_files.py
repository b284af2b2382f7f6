"""The files of customs statistics that a case lists."""

from datetime import date

import pytest

from entrepot.model.flow import FlowFile
from entrepot.model.issue import Issue
from entrepot.store import create_case, open_case
from entrepot.store.trade_files import (
    find_trade_file,
    flow_folder,
    forget_trade_file,
    list_trade_files,
    next_file_number,
    write_trade_file,
)


@pytest.fixture
def case(tmp_path):
    with create_case(tmp_path / "case") as made:
        yield made


def a_file(number, name="cars.csv", **changed):
    known = {
        "number": number, "name": name, "dataset": "comtrade", "sha256": "ab" * 32,
        "size": 10_000_000_000, "read": 5,
        "kept": 3, "refused": 1, "left_out": 1, "parquet": f"{number}.parquet",
        "imported_at": "2026-11-22T07:00:00+00:00",
        "first_period": date(2022, 1, 1), "last_period": None,
        "issues": (Issue(code="encoding_guessed", message="..."),),
    }  # fmt: skip
    return FlowFile(**{**known, **changed})


def test_a_file_comes_back_as_it_was_kept(case, tmp_path):
    write_trade_file(case, a_file(1))
    write_trade_file(case, a_file(2, "phones.csv", issues=()))
    case.close()
    with open_case(tmp_path / "case", read_only=True) as again:
        assert list_trade_files(again) == [a_file(1), a_file(2, "phones.csv", issues=())]
        assert find_trade_file(again, "phones.csv") == a_file(2, "phones.csv", issues=())
        assert find_trade_file(again, "none.csv") is None
        assert flow_folder(again) == tmp_path / "case.trade"


def test_a_file_written_again_takes_the_place_of_its_number(case):
    write_trade_file(case, a_file(1))
    write_trade_file(case, a_file(1, kept=2, left_out=2))
    assert [file.kept for file in list_trade_files(case)] == [2]
    forget_trade_file(case, 1)
    assert list_trade_files(case) == []


def test_a_number_is_never_given_twice(case, tmp_path):
    first = next_file_number(case)
    case.close()
    with open_case(tmp_path / "case") as again:
        assert next_file_number(again) > first
