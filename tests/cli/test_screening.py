"""`entrepot screen` as a user calls it."""

import csv
import io
import json
import subprocess
import sys

from tests.cli.listed import OFAC, first, records


def test_a_file_of_queries_is_answered_line_by_line_without_a_case(entrepot, list_files, tmp_path):
    queries = tmp_path / "q.csv"
    queries.write_text("id,name,country\nx,Sea Dog Shipping Company,KP\n,,\ny,Nobody Known,\n")
    outcome = entrepot("screen", "--queries", queries, "--list", list_files[0], "--json", *OFAC)
    found = records(outcome)
    assert outcome.status == 0
    assert [(one["query"], one["query_id"]) for one in found] == [
        ("Sea Dog Shipping Company", "x"), ("", ""), ("Nobody Known", "y"),
    ]  # fmt: skip
    assert [version["list"] for version in found[0]["list_versions"]] == ["harbour-2023"]
    assert set(found[0]["list_versions"][0]) >= {"list", "published", "sha256", "rows"}
    match = found[0]["matches"][0]
    assert (match["id"], match["decision"], match["programs"], match["first_listed"]) == (
        "1", "possible_match", ["DPRK"], "2018-03-30",
    )  # fmt: skip
    assert found[0]["query_fields"] == {"id": "x", "country": "KP"}
    assert found[1]["matches"] == [] and found[1]["issues"][0]["code"] == "query_empty"
    assert "Query 2: The query was not put to any list" in outcome.err


def test_a_name_can_be_given_instead_of_a_file(entrepot, list_files):
    outcome = entrepot("screen", "--queries", "Ivan Petrovich Zaborov", "--list", list_files[0], "--json", *OFAC)
    assert first(outcome)["matches"][0]["name"] == "Ivan Petrovich Zaborov"


def test_a_path_that_leads_nowhere_is_not_taken_for_a_name(entrepot, list_files):
    outcome = entrepot("screen", "--queries", "querys.csv", "--list", list_files[0], *OFAC)
    assert outcome.status == 2 and "no such file" in outcome.err


def test_queries_may_come_from_standard_input(list_files):
    command = [sys.executable, "-c", "from entrepot.cli import main; main()", "screen", "--queries", "-"]
    done = subprocess.run(
        [*command, "--list", list_files[0], "--json", *OFAC],
        input="Amber Tern\nNobody\n",
        capture_output=True,
        text=True,
        check=True,
    )
    assert [json.loads(line)["query"] for line in done.stdout.splitlines()] == ["Amber Tern", "Nobody"]


def test_a_possible_match_that_was_asked_for_gives_status_1(entrepot, list_files):
    call = ("screen", "--list", list_files[0], *OFAC, "--fail-on", "match", "--queries")
    assert entrepot(*call, "Amber Tern").status == 1
    assert entrepot(*call, "Quiet Orchard Bakery").status == 0


def test_what_is_missing_or_too_much_is_a_wrong_call(entrepot, listed_case, list_files):
    assert entrepot("screen", "--queries", "A").status == 2
    assert entrepot("screen", "--list", list_files[0]).status == 2
    assert entrepot("screen", listed_case, "--list", list_files[0], "--queries", "A").status == 2
    assert entrepot("screen", listed_case, "--queries", "A", "--method", "magic").status == 2
    assert entrepot("screen", listed_case, "--csv").status == 2
    assert entrepot("screen", "--log").status == 2
    assert entrepot("screen", "--queries", "A", "--list", list_files[0].with_name("none.csv")).status == 3


def test_a_case_without_lists_says_how_to_add_one(entrepot, tmp_path):
    entrepot("case", "new", tmp_path / "bare")
    outcome = entrepot("screen", tmp_path / "bare", "--queries", "A")
    assert outcome.status == 2 and "entrepot lists add" in outcome.err


def test_the_lists_answer_as_of_a_day(entrepot, listed_case):
    call = ("screen", listed_case, "--json", *OFAC, "--queries")
    kestrel = "Northern Kestrel Trading"
    assert first(entrepot(*call, kestrel))["matches"][0]["decision"] == "possible_match"
    then = first(entrepot(*call, kestrel, "--as-of", "2024-06-01"))
    assert not [one for one in then["matches"] if one["decision"] == "possible_match"]
    assert (then["as_of"], then["list_versions"][0]["published"]) == ("2024-06-01", "2023-01-01")
    tern = first(entrepot(*call, "Amber Tern", "--as-of", "2024-06-01"))
    assert tern["matches"][0]["decision"] == "possible_match"
    early = entrepot(*call, "Amber Tern", "--as-of", "2020-01-01")
    assert early.status == 2 and "oldest version counts from 2023-01-01" in early.err


def test_a_file_answers_as_of_a_day_by_its_own_dates(entrepot, list_files):
    call = ("screen", "--list", list_files[0], "--json", *OFAC, "--queries", "Ivan Petrovich Zaborov", "--as-of")
    assert first(entrepot(*call, "2022-02-24"))["matches"]
    assert not [one for one in first(entrepot(*call, "2022-02-23"))["matches"] if one["name"].startswith("Ivan")]


def test_the_actors_of_a_case_are_screened_and_the_dossier_tells_of_it(entrepot, listed_case, tmp_path):
    before = json.loads(entrepot("case", "status", listed_case, "--json").out)
    assert (before["lists"], before["screened"]) == (["harbour"], None)
    outcome = entrepot("screen", listed_case, *OFAC)
    assert outcome.status == 0 and "Ivan Petrovich Zaborov" in outcome.out and "harbour:2" in outcome.out
    assert "screened; up to date" in entrepot("case", "status", listed_case).out
    assert entrepot("dossier", listed_case, "--out", tmp_path / "out").status == 0
    rows = list(csv.DictReader(io.StringIO((tmp_path / "out" / "screenings.csv").read_text(encoding="utf-8"))))
    assert ("Ivan Petrovich Zaborov", "2") in {(row["query"], row["id"]) for row in rows}
    assert "Listed parties" in (tmp_path / "out" / "dossier.html").read_text(encoding="utf-8")


def test_the_status_says_when_the_screening_is_out_of_date(entrepot, listed_case, list_files, tmp_path):
    entrepot("screen", listed_case, *OFAC)
    entrepot("lists", "add", listed_case, list_files[0], "--name", "quay", "--published", "2023-01-01")
    shown = entrepot("case", "status", listed_case).out
    assert "screened; out of date" in shown and "quay (2023-01-01)" in shown
    entrepot("dossier", listed_case, "--out", tmp_path / "out")
    assert "out of date" in (tmp_path / "out" / "dossier.html").read_text(encoding="utf-8")


def test_screening_needs_no_grammar(list_files):
    code = (
        "import sys\nfrom entrepot.cli import main\ntry:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        "print('spacy' in sys.modules or 'trafilatura' in sys.modules, file=sys.stderr)"
    )
    call = [sys.executable, "-c", code, "screen", "--queries", "Amber Tern", "--list", str(list_files[0]), *OFAC]
    assert subprocess.run(call, capture_output=True, text=True, check=True).stderr.splitlines()[-1] == "False"


def test_hostile_names_cannot_steer_the_terminal(entrepot, tmp_path):
    (tmp_path / "l.csv").write_text("id,name\n1,Evil\u202e Name\n", encoding="utf-8")
    (tmp_path / "q.txt").write_bytes(b"Evil\x1b[31m\nEvil Name\n" + b"x" * 10_000 + b"\n")
    shown = entrepot("screen", "--queries", tmp_path / "q.txt", "--list", tmp_path / "l.csv", *OFAC)
    assert shown.status == 0 and "\x1b" not in shown.out + shown.err and "\u202e" not in shown.out + shown.err
    as_json = entrepot("screen", "--queries", tmp_path / "q.txt", "--list", tmp_path / "l.csv", "--json", *OFAC)
    assert len(records(as_json)) == 3
