"""The days of an entry are those of the versions that have it."""

from datetime import date
from pathlib import Path

from entrepot.pipeline.listing import GivenList, add_list_file
from entrepot.store import create_case
from entrepot.store.list_dates import EntryDates, list_entry_dates
from entrepot.store.lists import list_versions

FIRST, SECOND, THIRD = date(2025, 1, 10), date(2025, 6, 1), date(2026, 1, 12)


def test_an_entry_counts_from_its_first_version_and_its_wording_from_the_one_that_changed_it(tmp_path: Path) -> None:
    path = tmp_path / "watch.csv"
    with create_case(tmp_path / "case") as case:
        # The order of adding does not matter.
        for day, tern in ((THIRD, "Amber Tern II"), (FIRST, "Amber Tern"), (SECOND, "Amber Tern")):
            path.write_text(f"id,name,kind\n1,{tern},vessel\n2,Northern Kestrel,organisation\n", encoding="utf-8")
            if day == FIRST:
                path.write_text(f"id,name,kind\n1,{tern},vessel\n3,Gone,vessel\n", encoding="utf-8")
            add_list_file(case, path, GivenList(name="watch", published=day), THIRD)
        versions = list_versions(case, "watch")
        newest = list_entry_dates(case, versions[-1])
        assert newest["watch", "1"] == EntryDates(FIRST, THIRD, THIRD)
        assert newest["watch", "2"] == EntryDates(SECOND, SECOND, THIRD)
        assert list_entry_dates(case, versions[1])["watch", "1"] == EntryDates(FIRST, FIRST, SECOND)
