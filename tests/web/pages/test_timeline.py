"""A case along time: any stretch of days has an address, and shows what is dated to it."""

import pytest
from fastapi.testclient import TestClient

from tests.web.pages.test_propositions import contested  # noqa: F401 - a fixture

EVENTS = "/timeline.json"


def test_what_is_dated_is_an_event_and_measures_towards_its_parties_stand_beside_it(contested: TestClient) -> None:  # noqa: F811
    found = contested.get(f"{EVENTS}?from=2022-01-01&to=2025-12-31").json()
    assert found["total"] == len(found["events"]) == 1
    assert found["events"][0]["dates"] == [{"start": "2025-08-01", "end": "2025-08-28", "granularity": "month"}]
    assert {mark["row"] for mark in found["measures"]} == {"IR", "RU"}
    assert all("2022" <= mark["first"][:4] <= "2025" for mark in found["measures"])


def test_the_whole_case_is_where_an_address_without_days_leads(contested: TestClient) -> None:  # noqa: F811
    found = contested.get(EVENTS).json()
    assert (found["from"], found["to"]) == ("2025-08-01", "2025-08-31")


@pytest.mark.parametrize(
    ("asked", "total"),
    [
        ("from=2025-08-10&to=2025-08-10", 1),
        ("from=2025-09-01&to=2025-09-30", 0),
        ("from=2025-08-31&to=2025-07-01", 1),
        ("from=nonsense&to=2025-02-31", 1),
        ("from=0001-01-01&to=9999-12-31", 1),
        ("from=2025-08-01&to=2025-08-28&page=7", 1),
    ],
)
def test_any_days_can_be_asked_for(contested: TestClient, asked: str, total: int) -> None:  # noqa: F811
    page = contested.get(f"/timeline?{asked}")
    assert page.status_code == 200
    assert contested.get(f"{EVENTS}?{asked}").json()["total"] == total


def test_the_drawing_holds_no_style_and_is_told_in_words(contested: TestClient) -> None:  # noqa: F811
    page = contested.get("/timeline").text
    assert " style=" not in page
    assert 'role="img" aria-label="1 event' in page


def test_a_case_in_which_nothing_is_dated_says_so(reader: TestClient) -> None:
    assert "No claim dates its event" in reader.get("/timeline").text
    assert reader.get(EVENTS).json()["from"] is None
