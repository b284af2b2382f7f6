"""Real lists in a case: what changed between two versions, and who stood on a list on a day gone by."""

import csv
from datetime import date
from pathlib import Path

import pytest

from entrepot.pipeline.list_sets import load_case_lists
from entrepot.pipeline.listing import GivenList, add_list_file, list_changes
from entrepot.store import create_case

LISTS = Path(__file__).parents[3] / "shared" / "data" / "lists"
HISTORY = LISTS / "ofac_sdn_first_last_seen_2021-08_2024-05.csv"
TODAY = date(2026, 11, 22)

pytestmark = [
    pytest.mark.shared,
    pytest.mark.slow,
    pytest.mark.skipif(not LISTS.is_dir(), reason="../shared/data/lists is not beside this checkout"),
]


@pytest.fixture
def case(tmp_path):
    with create_case(tmp_path / "case") as opened:
        yield opened


def test_between_two_versions_of_the_un_list_136_entries_came_and_10_went(case):
    for name in ("un_consolidated_2026-02-27.xml", "un_consolidated_2025-04-19.xml"):
        assert add_list_file(case, LISTS / name, GivenList(), TODAY).is_new
    found = list_changes(case, "un-sc", None, None)
    assert (found.count("added"), found.count("removed")) == (136, 10)
    assert len(load_case_lists(case, date(2025, 12, 31)).parties) <= 877
    assert len(load_case_lists(case, None).parties) == 1003
    kept = case.connection.execute("SELECT count(*) FROM list_entries").fetchone()[0]
    assert kept == 877 + 136 + found.count("changed")


@pytest.mark.parametrize("day", ["2021-08-18", "2022-02-24", "2023-06-30", "2024-05-03", "2026-01-01"])
def test_the_history_of_the_us_list_can_be_replayed_for_any_day(case, day):
    add_list_file(case, HISTORY, GivenList(), TODAY)
    with HISTORY.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    seen_on = min(day, max(row["last_seen"] for row in rows))
    standing = {row["ent_num"] for row in rows if row["first_seen"] <= seen_on <= row["last_seen"]}
    assert {party.id for party in load_case_lists(case, date.fromisoformat(day)).parties} == standing
