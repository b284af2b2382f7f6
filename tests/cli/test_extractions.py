import json

import pytest

FIELDS = {
    *(
        "id",
        "document",
        "quote",
        "start",
        "end",
        "frame",
        "roles",
        "attributes",
        "polarity",
        "modality",
        "cues",
        "when",
    ),
    *("where", "sources", "stance", "issues", "method"),
}


def records(outcome):
    return [json.loads(line) for line in outcome.out.splitlines()]


def texts(entrepot, reports):
    return {record["document"]["id"]: record["text"] for record in records(entrepot("text", reports, "--json"))}


def test_claims_have_every_field_of_the_contract_and_exact_offsets(entrepot, reports):
    outcome = entrepot("claims", reports, "--json")
    assert (outcome.status, outcome.err) == (0, "")
    found, text_of = records(outcome), texts(entrepot, reports)
    assert "supply" in {claim["frame"] for claim in found}
    for claim in found:
        assert set(claim) >= FIELDS
        text = text_of[claim["document"]["id"]]
        assert text[claim["start"] : claim["end"]] == claim["quote"]


def test_the_sidecar_says_who_published_what_and_is_no_report(entrepot, reports):
    found = records(entrepot("claims", reports, "--json"))
    assert {claim["document"]["publisher"] for claim in found} == {"Example Wire", "Example Bulletin"}
    assert all(claim["document"]["published"]["evidence"] == "given" for claim in found)
    assert not any("reports.csv" in claim["document"]["path"] for claim in found)


def test_quotations_and_dates_have_the_fields_of_the_contract(entrepot, reports):
    for quotation in records(entrepot("quotes", reports, "--json")):
        assert {"document", "source", "cue", "content", "kind"} <= set(quotation)
    found = records(entrepot("dates", reports / "first.txt", "--published", "2025-03-04", "--json"))
    assert {"2024-08-01"} <= {date["when"]["start"] for date in found if date["when"]}
    assert all({"text", "start", "end", "when", "kind"} <= set(date) for date in found)


def test_an_unreadable_input_among_others_gives_status_3_and_loses_nothing(entrepot, reports):
    alone = records(entrepot("claims", reports, "--json"))
    (reports / "empty.txt").write_bytes(b"")
    outcome = entrepot("claims", reports, "--json")
    assert outcome.status == 3
    assert records(outcome) == alone
    assert len(outcome.err.splitlines()) == 1
    assert "empty.txt" in outcome.err


@pytest.mark.parametrize("command", ["claims", "quotes", "dates"])
def test_a_table_for_people_cuts_nothing_off(entrepot, reports, command, monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    outcome = entrepot(command, reports)
    assert "Ministers meet in Astana\nExample Wire, 4 March 2025" in outcome.out
    assert all(line == line.rstrip() for line in outcome.out.splitlines())
    assert "…" not in outcome.out
    assert "\x1b" not in outcome.out


def test_a_claim_for_people_has_its_sentence_chain_and_day(entrepot, reports, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    out = entrepot("claims", reports).out
    assert "Iran supplied drones to Russia" in out
    assert "“Iran supplied drones to Russia in August 2024, the Ukrainian military intelligence service said.”" in out
    assert "Example Wire < " in out
    assert "August 2024" in out


def test_colours_of_a_terminal_are_left_out_when_the_user_wants_none(entrepot, reports, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in entrepot("claims", reports).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[3" not in entrepot("claims", reports).out


def test_a_report_cannot_steer_the_terminal(entrepot, tmp_path):
    (tmp_path / "hostile.txt").write_text(
        "Iran supplied drones to Russia, the \x1b[2Jministry\x9b31m said \u202eon Monday.\n"
    )
    out = entrepot("claims", tmp_path / "hostile.txt").out
    assert not set(out) & {"\x1b", "\x9b", "\u202e"}


def test_an_issue_that_was_asked_for_gives_status_1(entrepot, tmp_path):
    (tmp_path / "late.txt").write_text(
        "Iran supplied drones to Russia in August 2024, President Ebrahim Raisi said in January 2025.\n"
    )
    outcome = entrepot(
        "claims", tmp_path / "late.txt", "--published", "2025-01-20", "--fail-on", "office_term", "--json"
    )
    assert any("office_term" in claim["issues"] for claim in records(outcome))
    assert outcome.status == 1
    other = entrepot("claims", tmp_path / "late.txt", "--published", "2025-01-20", "--fail-on", "self_citation")
    assert other.status == 0


def test_a_publication_date_that_is_none_is_a_wrong_call(entrepot, reports):
    outcome = entrepot("dates", reports / "first.txt", "--published", "yesterday")
    assert outcome.status == 2
    assert "yesterday" in outcome.err
