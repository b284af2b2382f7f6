"""`entrepot lists` as a user calls it."""

import json

import pytest

from tests.cli.listed import write_lists


@pytest.fixture
def case(entrepot, tmp_path):
    path = tmp_path / "case"
    entrepot("case", "new", path)
    return path


@pytest.fixture
def files(tmp_path):
    return write_lists(tmp_path)


@pytest.fixture
def filled(entrepot, case, files):
    """Two versions of one list, the newer one added first."""
    for path, day in ((files[1], "2026-01-01"), (files[0], "2023-01-01")):
        assert entrepot("lists", "add", case, path, "--name", "harbour", "--published", day).status == 0
    return case


def records(outcome):
    return [json.loads(line) for line in outcome.out.splitlines()]


def test_a_list_is_added_once_and_the_same_file_again_changes_nothing(entrepot, case, files):
    call = ("lists", "add", case, files[0], "--name", "harbour", "--published", "2023-01-01")
    first = entrepot(*call)
    assert (first.status, first.out) == (0, "")
    assert "harbour (2023-01-01): 3 rows taken in as a new version" in first.err
    again = entrepot(*call, "--json")
    assert "the case has this very file already; nothing was changed" in again.err
    assert [(one["list"], one["is_new"], one["rows"]) for one in records(again)] == [("harbour", False, 3)]


def test_one_bad_file_does_not_keep_out_the_others(entrepot, case, files, tmp_path):
    (tmp_path / "empty.csv").write_text("id,name\n")
    (tmp_path / "page.csv").write_text("<!doctype html><html><body>Moved</body></html>")
    outcome = entrepot("lists", "add", case, tmp_path / "empty.csv", tmp_path / "page.csv", files[0], tmp_path / "none")
    assert outcome.status == 3
    assert "empty.csv" in outcome.err and "page.csv" in outcome.err and "harbour-2023 " in outcome.err
    assert [one["list"] for one in records(entrepot("lists", "status", case, "--json"))] == ["harbour-2023"]


def test_a_shrunk_list_is_taken_only_when_the_user_says_so(entrepot, filled, tmp_path):
    (tmp_path / "small.csv").write_text("id,name\n1,Sea Dog Shipping Company\n")
    call = ("lists", "add", filled, tmp_path / "small.csv", "--name", "harbour", "--published", "2026-02-01")
    refused = entrepot(*call)
    assert refused.status == 3 and "--accept-shrunk" in refused.err
    assert entrepot(*call, "--accept-shrunk").status == 0


def test_the_status_tells_version_age_and_how_many_versions_there_are(entrepot, filled):
    (row,) = records(entrepot("lists", "status", filled, "--json"))
    assert (row["list"], row["published"], row["rows"], row["versions"]) == ("harbour", "2026-01-01", 3, 2)
    assert row["age_days"] > 0 and len(row["sha256"]) == 64
    shown = entrepot("lists", "status", filled).out
    assert "harbour" in shown and "2026-01-01" in shown and row["sha256"][:12] in shown


def test_a_case_without_lists_says_how_to_add_one(entrepot, case):
    outcome = entrepot("lists", "status", case)
    assert (outcome.status, outcome.out) == (0, "") and "entrepot lists add" in outcome.err


def test_what_changed_between_two_versions_is_listed_by_the_keys_of_the_list(entrepot, filled):
    found = records(entrepot("lists", "changes", filled, "harbour", "--json"))
    assert [(one["change"], one["id"], one["fields"]) for one in found] == [
        ("added", "4", []), ("removed", "3", []), ("changed", "1", ["designations"]),
    ]  # fmt: skip
    assert (found[0]["from"]["published"], found[0]["to"]["published"]) == ("2023-01-01", "2026-01-01")
    shown = entrepot("lists", "changes", filled, "harbour", "--from", "2023-06-01", "--to", "2026-06-01").out
    assert "1 added" in shown and "Northern Kestrel Trading (IRAN)" in shown
    assert entrepot("lists", "changes", filled, "harbour", "--from", "2020-01-01").status == 2
    assert entrepot("lists", "changes", filled, "harbour", "--from", "2027-01-01", "--to", "2026-01-01").status == 2
    assert entrepot("lists", "changes", filled, "quay").status == 2
    assert "2025-04-19" in entrepot("lists", "changes", filled, "harbour", "--from", "yesterday").err


def test_nothing_is_fetched_unless_the_network_is_allowed(entrepot, filled):
    outcome = entrepot("lists", "update", filled, "harbour", "--url", "https://lists.example/harbour.csv")
    assert outcome.status == 3 and "--allow-network" in outcome.err


def test_a_list_without_a_known_address_is_named(entrepot, case, filled):
    assert "--url" in entrepot("lists", "update", filled, "harbour").err
    assert entrepot("lists", "update", filled, "harbour").status == 2
    skipped = entrepot("lists", "update", filled)
    assert skipped.status == 0 and "no address is known" in skipped.err
    assert entrepot("lists", "update", filled, "a", "b", "--url", "https://lists.example/x").status == 2


def test_an_update_of_a_case_without_lists_is_a_wrong_call(entrepot, case):
    assert entrepot("lists", "update", case).status == 2
