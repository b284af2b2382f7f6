"""The reading view: a report with its claims, each accepted, rejected or edited there."""

import re
from typing import Any

import pytest
from fastapi.testclient import TestClient

from entrepot.store import CaseFile
from entrepot.store.claim_judgements import list_claim_judgements
from entrepot.store.propositions import iter_propositions


def first_report(reader: TestClient) -> dict[str, Any]:
    number = reader.get("/reports.json").json()["reports"][0]["document_id"]
    report: dict[str, Any] = reader.get(f"/reports/{number}.json").json()
    return report


def form_of(reader: TestClient, report: dict[str, Any]) -> dict[str, Any]:
    """The hidden fields of the form of its first claim."""
    page = reader.get(f"/reports/{report['id']}").text
    fields = dict(re.findall(r'type="hidden" name="(proof|seen|back)" value="([^"]*)"', page)[:3])
    return {**fields, "by": "Ada Ł.", "reason": "read it"}


def decide(reader: TestClient, verdict: str, **more: Any) -> Any:
    report = first_report(reader)
    data = {**form_of(reader, report), "verdict": verdict, **more}
    return reader.post(f"/claims/{report['claims'][0]['id']}/judgements", data=data)


def test_the_page_and_its_json_are_the_same_report(reader: TestClient) -> None:
    report = first_report(reader)
    page = reader.get(f"/reports/{report['id']}").text
    for claim in report["claims"]:
        assert claim["label"] in page
        assert report["text"][claim["start"] : claim["end"]] == claim["quote"]


def test_a_rejected_claim_changes_its_proposition_at_once(reader: TestClient, case: CaseFile) -> None:
    answer = decide(reader, "rejected")
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/reports/")
    assert [one.independent_origins for one in iter_propositions(case)] == [1]
    report = first_report(reader)
    assert report["claims"][0]["judgement"]["by"] == "Ada Ł."
    assert "Ada Ł." in reader.get(f"/reports/{report['id']}").text
    assert decide(reader, "undo").status_code == 303
    assert [one.independent_origins for one in iter_propositions(case)] == [2]


def test_an_edit_keeps_the_roles_that_were_left_as_they_are(reader: TestClient, case: CaseFile) -> None:
    roles = {"role": ["supplier", "recipient"], "role_text": ["Iran", ""], "role_actor": ["", ""]}
    assert decide(reader, "edited", polarity="negative", modality="alleged", **roles).status_code == 303
    claim = first_report(reader)["claims"][0]
    assert (claim["polarity"], claim["modality"]) == ("negative", "alleged")
    assert [(role["role"], role["text"]) for role in claim["roles"]] == [("supplier", "Iran")]


def test_of_two_readers_the_second_is_told_what_the_first_decided(reader: TestClient, case: CaseFile) -> None:
    decide(reader, "accepted", seen="0")
    answer = decide(reader, "rejected", seen="0")
    assert answer.status_code == 409
    assert "Ada Ł. decided on this claim in the meantime" in answer.text
    assert [one.verdict for one in list_claim_judgements(case)] == ["accepted"]


@pytest.mark.parametrize("proof", ["", "0" * 64])
def test_a_form_that_is_not_ours_changes_nothing(reader: TestClient, case: CaseFile, proof: str) -> None:
    assert decide(reader, "rejected", proof=proof).status_code == 400
    assert not list_claim_judgements(case)


@pytest.mark.parametrize("back", ["//evil.example/", "https://evil.example/", "/\\evil.example"])
def test_nobody_is_sent_to_a_foreign_page(reader: TestClient, back: str) -> None:
    assert decide(reader, "accepted", back=back).headers["location"] == "/"


def test_a_report_that_is_not_there_is_a_page_that_says_so(reader: TestClient) -> None:
    answer = reader.get("/reports/none")
    assert answer.status_code == 404
    assert "holds no report" in answer.text
    assert reader.get("/reports/none.json").json()["status"] == 404
