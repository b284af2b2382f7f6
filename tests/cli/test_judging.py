"""`entrepot judge` as a user calls it, and what screenings and the log make of it."""

import csv
import io

from tests.cli.listed import first, records


def test_a_judgement_is_kept_and_honoured_and_both_stand_in_the_log(entrepot, listed_case):
    call = ("screen", listed_case, "--queries", "Amber Tern Ltd", "--json", "--method", "ofac", "--threshold", "0.5")
    asked = (*call, "--as-of", "2024-06-01")
    assert first(entrepot(*asked))["matches"][0]["decision"] == "possible_match"
    judged = entrepot(
        "judge", listed_case, "--query", "amber  tern LTD", "--match", "harbour:3", "--verdict", "negative",
        "--by", "A. Analyst", "--reason", "another flag", "--json",
    )  # fmt: skip
    assert judged.status == 0 and first(judged)["number"] == 1 and "No screening" not in judged.err
    match = first(entrepot(*asked))["matches"][0]
    assert (match["decision"], match["judgement"]["by"], match["judgement"]["record"]) == (
        "no_match", "A. Analyst", "same",
    )  # fmt: skip
    shown = entrepot(*(word for word in asked if word != "--json")).out
    assert "judged negative by A. Analyst" in shown and "another flag" in shown

    log = records(entrepot("screen", listed_case, "--log", "--json"))
    assert [one["record"] for one in log] == ["screening"] * 3 + ["judgement"]
    assert [one["matches"][0]["decision"] for one in log[:3]] == ["possible_match", "no_match", "no_match"]
    rows = list(csv.DictReader(io.StringIO(entrepot("screen", listed_case, "--log", "--csv").out)))
    assert {row["record"] for row in rows} == {"screening", "judgement"}
    assert rows[-1]["judgement_reason"] == "another flag"
    assert "judged negative by A. Analyst" in entrepot("screen", listed_case, "--log").out


def test_a_judgement_of_what_is_on_no_list_is_a_wrong_call(entrepot, listed_case):
    call = ("judge", listed_case, "--query", "A", "--verdict", "unsure", "--by", "B", "--match")
    assert entrepot(*call, "harbour:99").status == 2
    assert entrepot(*call, "harbour").status == 2
    assert "No screening of this case asked for 'A'" in entrepot(*call, "harbour:1").err
