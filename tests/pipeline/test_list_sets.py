from dataclasses import replace
from datetime import date
from pathlib import Path

from entrepot.pipeline.list_sets import load_case_lists, load_list_files
from entrepot.pipeline.listing import keep_list
from entrepot.store.parties import party_digest
from tests.pipeline.fake_matcher import TODAY, make_list, make_party

DOG, CAT = make_party(1, "SEA DOG"), make_party(2, "SEA CAT", listed_on=date(2023, 1, 1))


def keep(case, found):
    keep_list(case, found, accept_shrunk=True, today=TODAY)


def ids(lists):
    return [party.id for party in lists.parties]


def test_the_newest_version_of_each_list_is_asked(case):
    keep(case, make_list(DOG, published=date(2022, 1, 1)))
    keep(case, make_list(DOG, CAT, published=date(2024, 1, 1)))
    keep(case, make_list(make_party(9, "EEL", list_name="ca"), name="ca"))
    lists = load_case_lists(case, None)
    assert [(one.list, one.published) for one in lists.versions] == [("ca", date(2025, 1, 1)), ("un", date(2024, 1, 1))]
    assert ids(lists) == ["9", "1", "2"] and lists.issues == ()
    assert lists.digests["un", "1"] == party_digest(DOG)


def test_on_a_day_the_version_then_in_force_is_asked_and_a_list_that_is_too_young_is_named(case):
    keep(case, make_list(DOG, published=date(2022, 1, 1)))
    keep(case, make_list(DOG, CAT, published=date(2024, 1, 1)))
    keep(case, make_list(make_party(9, "EEL", list_name="ca"), name="ca"))
    lists = load_case_lists(case, date(2023, 6, 1))
    assert ids(lists) == ["1"]
    (issue,) = lists.issues
    assert issue.code == "list_too_young" and "ca was not asked" in issue.message


def test_who_was_listed_only_later_is_left_out_though_the_file_has_it(case):
    keep(case, make_list(DOG, CAT, published=date(2022, 1, 1)))
    assert ids(load_case_lists(case, date(2022, 6, 1))) == ["1"]


def test_a_history_is_replayed_and_asked_whole_without_a_day(case):
    gone = replace(DOG, seen=(date(2021, 8, 18), date(2022, 1, 1)))
    stayed = replace(CAT, designations=(), seen=(date(2021, 9, 1), date(2024, 5, 3)))
    keep(case, make_list(gone, stayed, published=date(2024, 5, 3)))
    assert ids(load_case_lists(case, date(2021, 8, 20))) == ["1"]
    assert ids(load_case_lists(case, date(2023, 1, 1))) == ["2"]
    whole = load_case_lists(case, None)
    assert ids(whole) == ["1", "2"]
    assert [issue.code for issue in whole.issues] == ["list_history"]


def test_files_are_asked_without_a_case():
    lists = load_list_files([Path("a")], date(2022, 6, 1), lambda path: make_list(DOG, CAT, published=date(2025, 1, 1)))
    assert ids(lists) == ["1"]
    assert [(issue.code, "asked all the same" in issue.message) for issue in lists.issues] == [("list_too_young", True)]
    assert lists.digests == {}
