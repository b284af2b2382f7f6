"""The propositions of a case, narrowed down by an address; one with its origins and claims; origins and conflicts."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from entrepot.model.span import Span
from entrepot.pipeline.corroborating import corroborate_case
from entrepot.store import CaseFile
from entrepot.web import Desk, WebOptions, create_app
from entrepot.web.ways import quote_id
from tests.corroboration.builders import IRAN, RUSSIA, claim, report, source
from tests.pipeline.test_corroborating import keep
from tests.web.conftest import NOW


@pytest.fixture
def contested(case: CaseFile) -> Iterator[TestClient]:
    """As `reader`, with a third report in which Iran denies what the other two say, and dates it."""
    document = report("c", "Iran says that it sent no drones to Russia in August 2025.", published="2025-08-25")
    denied = claim(
        document, "supply", supplier=IRAN, recipient=RUSSIA, goods="drones", sources=[source(IRAN)],
        modality="denied", when="2025-08",
    )  # fmt: skip
    keep(case, document, [replace(denied, quote=Span(start=0, end=len(document.text), text=document.text))])
    corroborate_case(case)
    app = create_app(Desk(case, now=lambda: NOW), WebOptions())
    with TestClient(app, base_url="http://127.0.0.1:8642", follow_redirects=False) as client:
        client.headers["accept"] = "text/html"
        yield client


def test_the_page_and_its_json_show_the_same_propositions(contested: TestClient) -> None:
    found = contested.get("/propositions.json").json()
    page = contested.get("/propositions").text
    assert found["total"] == 1
    one = found["propositions"][0]
    assert f"/propositions/{one['id']}" in page
    assert one["statement"] == "Iran supplied drones to Russia"
    assert one["number"] == 1


@pytest.mark.parametrize(
    ("asked", "total"),
    [
        ("conflict=any", 1),
        ("conflict=none", 0),
        ("conflict=denial", 1),
        ("origins=3%2B", 1),
        ("origins=0&origins=1", 0),
        ("q=DRONES", 1),
        ("q=tanks", 0),
        ("actor=country:IR", 1),
        ("alone=Nobody", 0),
        ("conflict=nonsense&credibility=nonsense", 0),
    ],
)
def test_an_address_narrows_the_propositions_down(contested: TestClient, asked: str, total: int) -> None:
    assert contested.get(f"/propositions.json?{asked}").json()["total"] == total
    assert contested.get(f"/propositions?{asked}").status_code == 200


def test_a_proposition_shows_its_origins_its_conflict_and_every_claim(contested: TestClient) -> None:
    one = contested.get("/propositions.json").json()["propositions"][0]
    record = contested.get(f"/propositions/{one['id']}.json").json()
    page = contested.get(f"/propositions/{one['id']}").text
    assert record["claims"] == [claim["id"] for claim in record["evidence"]]
    assert all(f'href="/claims/{quote_id(each["id"])}"' in page for each in record["evidence"])
    assert all(each["quote"] in page for each in record["evidence"])
    assert 'class="held-apart"' in page
    assert "/actors/country%3AIR" in page
    assert 'href="#' not in page.replace('href="#main"', "")


def test_a_proposition_that_is_not_there_is_a_page_that_says_so(contested: TestClient) -> None:
    assert contested.get("/propositions/none").status_code == 404


def test_conflicts_stand_with_their_values_and_are_chosen_by_kind(contested: TestClient) -> None:
    found = contested.get("/conflicts.json").json()
    assert found["kinds"] == {"denial": 1}
    assert [one["kind"] for one in found["propositions"][0]["conflicts"]] == ["denial"]
    page = contested.get("/conflicts?kind=denial").text
    assert "said to be so" in page and "denied" in page
    assert contested.get("/conflicts.json?kind=date").json()["total"] == 0
    assert "No conflict of this kind" in contested.get("/conflicts?kind=date").text
    assert contested.get("/conflicts?kind=other").status_code == 422


def test_a_case_without_conflicts_says_so(reader: TestClient) -> None:
    assert "No two claims" in reader.get("/conflicts").text


def test_origins_lead_to_the_propositions_that_rest_on_them(contested: TestClient) -> None:
    rows = contested.get("/origins.json").json()["origins"]
    assert {row["propositions"] for row in rows if row["independent"]} == {1}
    for row in rows:
        found = contested.get("/propositions.json", params={"origin": row["name"]}).json()
        assert found["total"] == (row["propositions"] if row["independent"] else 0)
    assert contested.get("/origins.json?q=nobody").json()["total"] == 0
    assert contested.get("/origins").status_code == 200
