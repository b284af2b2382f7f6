"""Asking for long work in the browser."""

import re
import time
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from entrepot.store import CaseFile
from entrepot.store.reading import read_counts

REPORT = b"Kyiv, 3 March 2025. Iran sent drones to Russia, Reuters reported on Monday."


def ask(reader: TestClient, files: list[tuple[str, bytes]] = [], **data: str) -> Any:  # noqa: B006 - read only
    found = re.search(r'name="proof" value="([^"]+)"', reader.get("/jobs").text)
    assert found
    sent = [("files", (name, content)) for name, content in files]
    return reader.post("/jobs", data={"proof": found[1], "by": "Ada", **data}, files=sent or None)


def ended(reader: TestClient, number: int) -> dict[str, Any]:
    for _ in range(1200):
        job: dict[str, Any] = reader.get(f"/jobs/{number}.json").json()
        if job["state"] not in ("waiting", "running"):
            return job
        time.sleep(0.05)
    raise AssertionError("the work never ended")


@pytest.mark.slow
def test_a_report_that_is_sent_is_read_and_its_claims_are_in_the_case(reader: TestClient, case: CaseFile) -> None:
    before = read_counts(case)["documents"]
    assert ask(reader, [("../../etc/news.txt", REPORT)], kind="add_reports", publisher="Wire").status_code == 303
    job = ended(reader, 1)
    assert job["state"] == "done", job["outcome"]
    assert read_counts(case)["documents"] == before + 1
    titles = [row["path"] for row in reader.get("/reports.json").json()["reports"]]
    assert any(Path(path).name == "news.txt" for path in titles)
    assert "1 report read" in reader.get("/jobs").text


def test_a_list_that_is_none_is_refused_with_a_sentence(reader: TestClient) -> None:
    ask(reader, [("list.xml", b"")], kind="add_list")
    job = ended(reader, 1)
    assert job["state"] == "failed"
    assert job["outcome"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"kind": "add_reports"}, "Choose a file"),
        ({"kind": "build", "by": " "}, "Say who asks"),
        ({"kind": "build", "proof": "x"}, "not made by this page"),
    ],
)
def test_what_is_missing_is_said(reader: TestClient, data: dict[str, str], said: str) -> None:
    answer = ask(reader, **data)
    assert answer.status_code == 400
    assert said in answer.text
    assert reader.get("/jobs.json").json() == {"jobs": []}


def test_work_of_an_unknown_kind_or_number_is_told(reader: TestClient) -> None:
    assert ask(reader, kind="delete_everything").status_code == 422
    assert reader.get("/jobs/99.json").status_code == 404
