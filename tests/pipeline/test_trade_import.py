"""Customs statistics in a case: wholly or not at all, and never twice."""

import duckdb
import pytest

from entrepot.errors import CallError, CaseError, InputError
from entrepot.pipeline.trade_import import (
    GivenFlows,
    flow_coverage,
    import_flows,
    rejects_path,
    remove_flows,
)
from entrepot.store.trade_files import flow_folder, flow_paths, list_trade_files

HEAD = "reporter,partner,flow,hs_code,period,value_usd\n"
NOW = "2026-11-22T07:00:00+00:00"


def write(folder, name, *lines):
    path = folder / name
    path.write_text(HEAD + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def bring(case, path, **given):
    return import_flows(case, path, GivenFlows(**{"dataset": "customs", **given}), NOW)


def rows(case):
    paths = [str(path) for path in flow_paths(case)]
    if not paths:
        return []
    with duckdb.connect(":memory:") as connection:
        sql = "SELECT reporter, partner, period::VARCHAR, value, source FROM read_parquet($paths) ORDER BY ALL"
        return connection.execute(sql, {"paths": paths}).fetchall()


def kept_files(case):
    return sorted(path.name for path in flow_folder(case).iterdir())


MARCH, APRIL = "AM,RU,export,870323,2022-03,5", "AM,RU,export,870323,2022-04,6"


def test_a_file_is_taken_in_once(case, tmp_path):
    path = write(tmp_path, "cars.csv", MARCH)
    first, again = bring(case, path, dataset=""), bring(case, path, dataset="")
    assert (first.result is None, again.result is None) == (False, True)
    (file,) = list_trade_files(case)
    assert (file.name, file.read, file.kept, file.size) == ("cars.csv", 1, 1, path.stat().st_size)
    assert (str(file.first_period), file.imported_at) == ("2022-03-01", NOW)
    assert kept_files(case) == [file.parquet]


def test_a_file_imported_again_under_its_name_replaces_its_own_rows_only(case, tmp_path):
    bring(case, write(tmp_path, "cars.csv", MARCH))
    bring(case, write(tmp_path, "phones.csv", "AM,RU,export,851713,2022-03,1"))
    bring(case, write(tmp_path, "cars.csv", APRIL, "AM,Ruritania,export,870323,2022-04,6"))
    assert [row[1:4] for row in rows(case)] == [("RU", "2022-03-01", 1.0), ("RU", "2022-04-01", 6.0)]
    numbers = {file.name: file.number for file in list_trade_files(case)}
    assert kept_files(case) == sorted(
        [f"{numbers['phones.csv']}.parquet", f"{numbers['cars.csv']}.parquet", f"{numbers['cars.csv']}-rejects.csv"]
    )


def test_the_same_bytes_under_another_name_are_refused(case, tmp_path):
    bring(case, write(tmp_path, "cars.csv", MARCH))
    with pytest.raises(InputError, match=r"the very bytes that the case has as cars\.csv"):
        bring(case, write(tmp_path, "copy.csv", MARCH))


def test_flows_that_another_file_of_the_dataset_has_are_refused_or_overtaken(case, tmp_path):
    bring(case, write(tmp_path, "first.csv", MARCH, APRIL))
    second = write(tmp_path, "second.csv", "AM,RU,export,870323,2022-04,7", "AM,RU,export,870323,2022-05,8")
    with pytest.raises(InputError, match=r"1 of its flows are in first\.csv.*AM export RU, code 870323, 2022-04"):
        bring(case, second)
    assert [row[3] for row in rows(case)] == [5.0, 6.0]
    outcome = bring(case, second, replace_overlap=True)
    assert outcome.overtaken == (("first.csv", 1),)
    assert [row[3] for row in rows(case)] == [5.0, 7.0, 8.0]
    first = next(file for file in list_trade_files(case) if file.name == "first.csv")
    assert (first.read, first.kept, first.left_out) == (2, 1, 1)
    assert [issue.code for issue in first.issues] == ["left_out_overtaken"]


def test_another_dataset_may_tell_of_the_same_flow(case, tmp_path):
    bring(case, write(tmp_path, "first.csv", MARCH))
    bring(case, write(tmp_path, "second.csv", "AM,RU,export,870323,2022-03,9"), dataset="other")
    assert [row[3] for row in rows(case)] == [5.0, 9.0]


def test_an_import_that_fails_or_was_interrupted_leaves_nothing_half(case, tmp_path):
    bring(case, write(tmp_path, "cars.csv", MARCH))
    with pytest.raises(InputError):
        bring(case, write(tmp_path, "bad.csv", "Ruritania,RU,export,870323,2022-03,9"))
    before = kept_files(case)
    folder = flow_folder(case)
    (folder / ".import-killed").mkdir()
    (folder / ".import-killed" / "flows.parquet").write_bytes(b"half")
    (folder / "99.parquet").write_bytes(b"half")
    bring(case, write(tmp_path, "phones.csv", "AM,RU,export,851713,2022-03,1"))
    assert len(before) == 1 and len(kept_files(case)) == 2
    assert len(rows(case)) == 2


def test_a_removed_file_takes_its_rows_along(case, tmp_path):
    bring(case, write(tmp_path, "cars.csv", MARCH, "AM,Ruritania,export,870323,2022-04,6"))
    assert rejects_path(case, list_trade_files(case)[0]).exists()
    assert remove_flows(case, "cars.csv").kept == 1
    assert (rows(case), kept_files(case)) == ([], [])
    with pytest.raises(CallError, match=r"no file cars\.csv; it has: none"):
        remove_flows(case, "cars.csv")


def test_a_reporter_that_stopped_publishing_is_seen(case, tmp_path):
    lines = [
        f"{who},CN,export,870323,2022-0{month},5" for who, months in (("RU", "12"), ("KZ", "1245")) for month in months
    ]
    bring(case, write(tmp_path, "all.csv", *lines))
    found = [(one.reporter, str(one.last_period), one.missing, one.behind) for one in flow_coverage(case)]
    assert found == [("KZ", "2022-05-01", 1, 0), ("RU", "2022-02-01", 0, 3)]


def test_a_case_that_was_moved_without_its_rows_says_so(case, tmp_path):
    bring(case, write(tmp_path, "cars.csv", MARCH))
    next(flow_folder(case).iterdir()).unlink()
    with pytest.raises(CaseError, match="move the folder"):
        flow_paths(case)
