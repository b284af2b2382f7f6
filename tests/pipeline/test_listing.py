from dataclasses import replace
from datetime import date

import pytest

from entrepot.errors import CallError, InputError, UnsafeInputError
from entrepot.model.issue import Issue
from entrepot.pipeline.listing import find_version, keep_list, list_changes, list_names
from entrepot.store.lists import list_versions
from tests.pipeline.fake_matcher import TODAY, make_list, make_party

DOG, CAT, EEL = make_party(1, "SEA DOG"), make_party(2, "SEA CAT"), make_party(3, "SEA EEL")


def keep(case, found, **more):
    return keep_list(case, found, **{"accept_shrunk": False, "today": TODAY, **more})


def test_the_same_file_twice_changes_nothing_and_says_so(case):
    first, second = (keep(case, make_list(DOG, CAT)) for _ in range(2))
    assert (first.is_new, second.is_new) == (True, False)
    assert second.kept == first.kept
    assert len(list_versions(case)) == 1


def test_an_older_version_takes_its_place_before_a_newer_one(case):
    keep(case, make_list(DOG, CAT, published=date(2026, 2, 27)))
    keep(case, make_list(DOG, EEL, published=date(2025, 4, 19)))
    assert [one.version.published for one in list_versions(case)] == [date(2025, 4, 19), date(2026, 2, 27)]
    found = list_changes(case, "un", None, None)
    assert [(one.change, one.party.names[0].text) for one in found.changes] == [
        ("added", "SEA CAT"),
        ("removed", "SEA EEL"),
    ]


def test_what_changed_is_told_with_the_fields_that_differ(case):
    keep(case, make_list(DOG, CAT))
    keep(case, make_list(replace(DOG, remarks="Seized."), CAT, published=date(2026, 1, 1)))
    (one,) = list_changes(case, "un", date(2025, 6, 1), date(2026, 1, 1)).changes
    assert (one.change, one.fields, one.party.remarks, one.earlier.remarks) == ("changed", ("remarks",), "Seized.", "")


def test_an_empty_list_never_means_that_nobody_is_listed(case):
    keep(case, make_list(DOG))
    with pytest.raises(UnsafeInputError, match="never means that nobody"):
        keep(case, make_list(published=date(2026, 1, 1)), accept_shrunk=True)
    assert len(list_versions(case)) == 1


def test_a_list_that_its_reader_calls_broken_is_refused(case):
    broken = Issue(code="rows_missing", message="The file is cut off; fetch it again.", severity="error")
    with pytest.raises(InputError, match="cut off"):
        keep(case, make_list(DOG, issues=(broken,)), accept_shrunk=True)


def test_a_list_that_shrank_by_a_third_is_refused_unless_the_user_knows_better(case):
    keep(case, make_list(DOG, CAT, rows=10))
    smaller = make_list(DOG, published=date(2026, 1, 1), rows=6)
    with pytest.raises(UnsafeInputError, match="--accept-shrunk"):
        keep(case, smaller)
    assert len(list_versions(case)) == 1
    assert keep(case, smaller, accept_shrunk=True).is_new
    assert keep(case, make_list(DOG, published=date(2026, 2, 1), rows=5)).is_new


def test_a_version_is_measured_by_the_one_before_it_not_by_a_later_one(case):
    keep(case, make_list(DOG, CAT, published=date(2026, 1, 1), rows=100))
    assert keep(case, make_list(DOG, published=date(2020, 1, 1), rows=1)).is_new


def test_a_version_that_fails_half_way_leaves_nothing(case, monkeypatch):
    keep(case, make_list(DOG))
    before = case.connection.execute("SELECT count(*) FROM list_spans").fetchall()
    bad = make_list(DOG, replace(CAT, remarks=object()), published=date(2026, 1, 1))
    with pytest.raises(TypeError):
        keep(case, bad)
    monkeypatch.setattr("entrepot.store.lists.insert_rows", None)
    with pytest.raises(TypeError):
        keep(case, make_list(DOG, CAT, published=date(2026, 1, 1)))
    assert case.connection.execute("SELECT count(*) FROM list_spans").fetchall() == before
    assert len(list_versions(case)) == 1


def test_the_version_in_force_on_a_day_is_the_latest_until_then(case):
    for year in (2022, 2024):
        keep(case, make_list(DOG, published=date(year, 1, 1)))
    versions = list_versions(case, "un")
    assert find_version(versions, None).version.published == date(2024, 1, 1)
    assert find_version(versions, date(2023, 12, 31)).version.published == date(2022, 1, 1)
    assert find_version(versions, date(2021, 12, 31)) is None


def test_a_history_answers_for_every_day_since_it_began(case):
    keep(case, make_list(replace(DOG, seen=(date(2021, 8, 18), None)), published=date(2024, 5, 3)))
    versions = list_versions(case, "un")
    assert find_version(versions, date(2021, 8, 18)) == versions[0]
    assert find_version(versions, date(2021, 8, 17)) is None


def test_a_comparison_that_cannot_be_made_says_why(case):
    with pytest.raises(CallError, match="no list un; it has: none yet"):
        list_changes(case, "un", None, None)
    keep(case, make_list(DOG))
    assert list_names(case) == ["un"]
    for days in ((None, None), (date(2020, 1, 1), None), (None, date(2020, 1, 1))):
        with pytest.raises(CallError, match="version"):
            list_changes(case, "un", *days)
