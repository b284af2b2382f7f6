"""Pages that are a list each: what is shown is what the case holds, and an empty case says what to do."""

from datetime import UTC, datetime

import pytest
from fastapi.testclient import TestClient

from entrepot.model.case import UnreadInput
from entrepot.pipeline.judging import Decision, judge_claim
from entrepot.store import CaseFile
from entrepot.store.writing import write_unread


@pytest.mark.parametrize(
    ("path", "said"),
    [("/unread", "could be read"), ("/lists", "no sanctions lists"), ("/findings", "no customs records")],
)
def test_where_there_is_nothing_the_page_says_so_and_what_to_do(reader: TestClient, path: str, said: str) -> None:
    answer = reader.get(path)
    assert answer.status_code == 200
    assert said in answer.text
    assert reader.get(f"{path}.json").status_code == 200


def test_inputs_that_were_not_read_stand_with_their_reason(reader: TestClient, case: CaseFile) -> None:
    for number in range(60):
        write_unread(case, "read", UnreadInput(path=f"in/{number:02}.pdf", reason="It is <encrypted>; remove it."))
    page = reader.get("/unread?page=2").text
    assert "51 to 60 of 60 inputs" in page
    assert "59.pdf" in page and "It is &lt;encrypted&gt;" in page
    assert reader.get("/unread.json").json()["total"] == 60


def test_every_decision_is_in_the_log_and_can_be_searched_for(reader: TestClient, case: CaseFile) -> None:
    for who, hour in (("Ada", 9), ("Ben", 10)):
        at = datetime(2026, 3, 1, hour, tzinfo=UTC)
        judge_claim(case, Decision(claim_id="ca", verdict="accepted", by=who, judged_at=at, reason=f"{who} read it"))
    acts = reader.get("/audit.json").json()["acts"]
    assert [(act["by"], act["act"], act["subject"]) for act in acts] == [
        ("Ben", "accepted", "ca"),
        ("Ada", "accepted", "ca"),
    ]
    assert [act["by"] for act in reader.get("/audit.json?q=ada").json()["acts"]] == ["Ada"]
    assert reader.get("/audit.json?kind=match").json()["total"] == 0
    assert "Ada read it" in reader.get("/audit?kind=claim").text


@pytest.mark.parametrize("path", ["/audit?kind=nonsense", "/unread?page=0", "/reports?page=x"])
def test_what_a_list_cannot_be_asked_is_told_and_not_guessed(reader: TestClient, path: str) -> None:
    assert reader.get(path).status_code == 422
