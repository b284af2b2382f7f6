import json

import pytest

REPORT = (
    "2025-08-22\n\nIran plans to use Belarus as a channel for sanctioned goods, "
    "Ukraine's Foreign Intelligence Service said.\n\n"
    "Belarus, unlike Russia, is less restricted by sanctions and could become a channel for weapons to Iran, "
    "the service said.\n"
)
FIELDS = {
    "id", "name", "origins", "via", "destination", "goods", "period", "hubs", "corridors", "grounds", "lines",
    "findings", "red_flags", "alternatives", "missing", "words", "rules", "issues",
}  # fmt: skip


@pytest.fixture
def case(entrepot, tmp_path):
    path = tmp_path / "case"
    entrepot("case", "new", path)
    return path


@pytest.fixture
def told(entrepot, case, tmp_path):
    """A case with a report on a channel through Belarus."""
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    entrepot("case", "add", case, tmp_path / "report.txt", "--published", "2025-08-22")
    entrepot("case", "build", case)
    return case


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "cars.csv"
    path.write_text("name,via,destination,goods\nCars,AM,RU,8703\nNowhere,Atlantis,RU,8703\n", encoding="utf-8")
    return path


def records(outcome):
    return [json.loads(line) for line in outcome.out.splitlines()]


def test_a_channel_is_one_line_with_all_its_fields(entrepot, told):
    done = entrepot("channels", told, "--json")
    assert done.status == 0
    found = records(done)
    assert all(set(one) >= FIELDS for one in found)
    assert {(one["via"], one["destination"]) for one in found} == {("BY", "IR")}
    assert all(line.keys() >= {"kind", "question", "statement", "verdict", "rule"} for line in found[0]["lines"])


def test_people_read_the_question_the_lines_and_what_is_missing(entrepot, told):
    shown = entrepot("channels", told, "--as-of", "2025-08-20").out
    for words in (
        "reach Iran through Belarus?",
        "Reports: cannot tell",
        "Law: ",
        "as of 2025-08-20",
        "Customs records: cannot tell",
        "Routes: cannot tell",
        "Other explanations",
        "2025-05-15",
        "Missing",
        "Red flags",
        "caveat",
        "In words",
    ):
        assert words in shown, words


def test_a_row_that_cannot_be_read_is_named_and_the_status_says_so(entrepot, case, file):
    done = entrepot("channels", case, "--file", file, "--json")
    assert done.status == 3
    assert [one["name"] for one in records(done)] == ["Cars"]
    assert "cars.csv, row 3: has 'Atlantis' as via" in done.err


def test_what_was_kept_is_shown_and_forgotten_by_its_id(entrepot, case, file):
    (made,) = records(entrepot("channels", case, "--file", file, "--json"))
    shown = entrepot("channels", case, "--show", made["id"], "--json")
    assert records(shown)[0]["id"] == made["id"]
    assert entrepot("channels", case, "--forget", made["id"]).status == 0
    assert entrepot("channels", case, "--show", made["id"]).status == 2
    assert "run `entrepot channels" in entrepot("channels", case, "--show", made["id"]).err


def test_nothing_is_kept_where_that_is_asked_for(entrepot, case, file):
    (made,) = records(entrepot("channels", case, "--file", file, "--json", "--no-keep"))
    assert entrepot("channels", case, "--show", made["id"]).status == 2


@pytest.mark.parametrize("order", ["--rank", "--sort"])
def test_an_order_by_openness_is_refused_with_the_reason(entrepot, case, order):
    done = entrepot("channels", case, order)
    assert done.status == 2
    assert "not ranked" in done.err
    assert "least controlled" in done.err


def test_a_case_about_nothing_of_the_kind_says_so(entrepot, case):
    done = entrepot("channels", case, "--json")
    assert (done.status, done.out) == (0, "")
    assert "speaks of a way for goods through a third territory" in done.err


def test_one_window_alone_and_two_wishes_at_once_are_wrong_calls(entrepot, case, file):
    assert entrepot("channels", case, "--show", "ch-1", "--forget", "ch-1").status == 2
    assert entrepot("channels", case, "--file", case.parent / "absent.csv").status == 3
