import csv
import io
import json
from dataclasses import replace

from entrepot.dossier import render_json
from entrepot.dossier.match_records import COLUMNS, match_record, render_screenings_csv, screening_record
from entrepot.model.issue import Issue
from tests.dossier.samples import full_case
from tests.dossier.screening_samples import make_judgement, make_match, make_screened, screened_case


def rows_of(case):
    return list(csv.DictReader(io.StringIO(render_screenings_csv(case), newline="")))


def test_a_screening_has_the_fields_of_the_contract():
    actor = make_screened("Sea Dog Shipping", make_match())
    record = screening_record(actor.screening, fields=[("country", "KP")])
    assert set(record) >= {"query", "list_versions", "matches"}
    assert record["query"] == "Sea Dog Shipping" and record["query_fields"] == {"country": "KP"}
    assert {"list", "published", "sha256", "rows"} <= set(record["list_versions"][0])
    (match,) = record["matches"]
    assert set(match) >= {
        "id", "list", "name", "matched_name", "score", "decision", "features", "programs", "first_listed",
    }  # fmt: skip
    assert set(match["features"][0]) == {"name", "score", "weight", "detail"}
    assert (match["first_listed"], match["judgement"]) == ("2018-03-30", None)
    json.dumps(record)


def test_a_judgement_says_whether_it_was_given_on_the_record_as_it_is():
    match = make_match(judgement=make_judgement())
    assert match_record(match)["judgement"]["record"] == "same"
    earlier = match_record(match, judged_earlier=[("un-sc", "6908555")])
    assert earlier["judgement"]["record"] == "earlier" and earlier["judgement"]["by"] == "A. Analyst"


def test_the_json_of_a_case_has_its_screening_or_says_that_there_was_none():
    assert json.loads(render_json(full_case()))["screenings"] is None
    case = screened_case(make_screened("Sea Dog Shipping", make_match()), outdated=("Lists changed.",))
    found = json.loads(render_json(case))["screenings"]
    assert found["actors"][0]["matches"][0]["id"] == "6908555"
    assert (found["outdated"], found["screened_at"]) == (["Lists changed."], "2026-03-01T12:00:00+00:00")
    assert found["list_versions"][0]["rows"] == 877


def test_the_table_has_a_row_a_candidate_and_one_for_an_actor_without():
    issue = Issue(code="query_empty", message="It was not put to any list.", severity="error")
    other = replace(make_screened("=1+1", actor_id="person:x"), issues=(issue,))
    found = rows_of(screened_case(make_screened("Sea Dog", make_match(), make_match(id="2", score=0.2)), other))
    assert [(row["query"], row["id"], row["score"]) for row in found] == [
        ("Sea Dog", "6908555", "0.9100"), ("Sea Dog", "2", "0.2000"), ("'=1+1", "", ""),
    ]  # fmt: skip
    assert found[0]["list_sha256"] == "929a40ec48a927547c" and found[0]["list_published"] == "2025-04-19"
    assert "“Sea Dog” stands in both names." in found[0]["reasons"]
    assert found[2]["issues"] == issue.message
    assert tuple(found[0]) == COLUMNS


def test_a_case_that_was_never_screened_has_a_table_of_no_rows():
    assert rows_of(full_case()) == []
