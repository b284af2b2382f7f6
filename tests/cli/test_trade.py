"""`entrepot trade import`, `status` and `remove`."""

import json

import pytest

HEAD = "reporter,partner,flow,hs_code,period,value_usd\n"


@pytest.fixture
def files(tmp_path):
    cars, bad = tmp_path / "cars.csv", tmp_path / "bad.csv"
    cars.write_text(
        HEAD + "AM,RU,export,870323,2022-03,5\nAM,Ruritania,export,870323,2022-03,6\nKZ,RU,export,870323,2022-01,5\n"
    )
    bad.write_text("name,age\nA,3\n")
    return cars, bad


@pytest.fixture
def case_path(entrepot, tmp_path):
    entrepot("case", "new", tmp_path / "case")
    return tmp_path / "case"


def test_an_import_accounts_for_every_row(entrepot, case_path, files):
    done = entrepot("trade", "import", case_path, files[0])
    assert (done.status, done.out) == (0, "")
    assert "3 rows read = 2 kept + 1 refused + 0 left out; 2022-01 to 2022-03" in done.err
    assert "1-rejects.csv" in done.err
    again = entrepot("trade", "import", case_path, files[0])
    assert "the case has this very file already" in again.err


def test_one_record_a_file(entrepot, case_path, files):
    done = entrepot("trade", "import", case_path, files[0], "--json", "--dataset", "customs")
    record = json.loads(done.out)
    assert (record["dataset"], record["read"], record["kept"], record["refused_by_reason"]) == (
        "customs",
        3,
        2,
        {"partner_unknown": 1},
    )
    assert (record["value"], record["is_new"], record["overtaken"]) == (10.0, True, {})


def test_a_file_that_cannot_be_read_does_not_keep_the_others_out(entrepot, case_path, files):
    done = entrepot("trade", "import", case_path, files[1], files[0])
    assert done.status == 3
    assert "bad.csv is of no format of trade statistics" in done.err
    assert "2 kept" in done.err


def test_a_name_is_for_one_file(entrepot, case_path, files):
    assert entrepot("trade", "import", case_path, *files, "--name", "x").status == 2


def test_the_status_shows_files_periods_and_who_fell_silent(entrepot, case_path, files):
    assert "no trade statistics yet" in entrepot("trade", "status", case_path).err
    entrepot("trade", "import", case_path, files[0])
    shown = entrepot("trade", "status", case_path).out
    assert "cars.csv" in shown and "ends 2 months before others" in shown
    records = [json.loads(line) for line in entrepot("trade", "status", case_path, "--json").out.splitlines()]
    assert [record["record"] for record in records] == ["file", "coverage", "coverage"]
    assert {record["reporter"]: record["behind"] for record in records[1:]} == {"AM": 0, "KZ": 2}


def test_a_file_is_removed_by_its_name(entrepot, case_path, files):
    entrepot("trade", "import", case_path, files[0])
    done = entrepot("trade", "remove", case_path, "cars.csv", "--json")
    assert json.loads(done.out)["removed"] is True
    assert "2 rows taken out" in done.err
    assert entrepot("trade", "remove", case_path, "cars.csv").status == 2
