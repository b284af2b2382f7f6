"""The claims of a case, narrowed down by an address; one claim with its sentence and decisions."""

import re
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.web.pages.test_reading import decide


def claims(reader: TestClient, asked: str = "") -> dict[str, Any]:
    found: dict[str, Any] = reader.get(f"/claims.json{asked}").json()
    return found


def facet(found: dict[str, Any], name: str) -> dict[str, int]:
    return {value["value"]: value["count"] for one in found["facets"] if one["name"] == name for value in one["values"]}


def test_the_page_and_its_json_show_the_same_claims(reader: TestClient) -> None:
    found = claims(reader)
    page = reader.get("/claims").text
    assert found["total"] == len(found["claims"]) == 2
    assert all(claim["label"] in page and f"/claims/{claim['id']}" in page for claim in found["claims"])
    assert facet(found, "frame") == {"supply": 2}


def test_an_address_narrows_the_claims_down(reader: TestClient) -> None:
    assert claims(reader, "?actor=organisation:szru")["total"] == 1
    assert claims(reader, "?actor=organisation:szru&actor=country:GB")["total"] == 2
    assert claims(reader, "?actor=organisation:szru&frame=seek")["total"] == 0
    assert claims(reader, "?q=IRAN+drones")["total"] == 2
    assert claims(reader, "?year=")["total"] == 2
    assert claims(reader, "?report=a")["total"] == 1


def test_every_value_is_a_link_that_gives_as_many_claims_as_it_says(reader: TestClient) -> None:
    page = reader.get("/claims").text
    for href, number in re.findall(r'<li><a href="(/claims\?[^"]*)">.*?<span class="number">(\d+)</span>', page):
        assert claims(reader, href.removeprefix("/claims").replace("&amp;", "&"))["total"] == int(number), href


def test_what_is_chosen_can_be_let_go(reader: TestClient) -> None:
    page = reader.get("/claims?frame=supply&frame=seek&q=drones&report=a").text
    assert 'href="/claims?q=drones&amp;frame=supply&amp;report=a"' in page
    assert 'href="/claims?q=drones&amp;frame=supply&amp;frame=seek"' in page
    assert 'href="/claims?q=drones"' in page


def test_words_of_an_address_are_text_and_nothing_else(reader: TestClient) -> None:
    hostile = "<script>alert(1)</script>'\" %00 \u202e;--"
    page = reader.get("/claims", params={"q": hostile, "frame": hostile, "publisher": hostile})
    assert page.status_code == 200
    assert "<script>alert" not in page.text
    assert "\u202e" not in page.text


def test_a_list_that_is_not_so_long_says_so(reader: TestClient) -> None:
    assert "not that long" in reader.get("/claims?page=9").text
    assert "No claim fits" in reader.get("/claims?frame=own").text
    assert reader.get("/claims?page=0").status_code == 422


def test_a_decision_is_a_facet_at_once(reader: TestClient) -> None:
    decide(reader, "rejected")
    assert facet(claims(reader), "decision") == {"open": 1, "rejected": 1}
    assert "chip-rejected" in reader.get("/claims?decision=rejected").text


def test_a_claim_stands_in_its_sentence_with_its_proposition(reader: TestClient) -> None:
    one = claims(reader)["claims"][0]
    page = reader.get(f"/claims/{one['id']}").text
    record = reader.get(f"/claims/{one['id']}.json").json()
    assert '<mark class="sentence">' in page
    assert record["proposition"] and f"/propositions/{record['proposition']}" in page
    assert (record["judgement"], record["extracted"], record["judgements"]) == (None, None, [])


def test_an_edited_claim_shows_what_was_extracted_beside_it(reader: TestClient) -> None:
    decide(reader, "edited", polarity="negative", role=["supplier"], role_text=["Iran"], role_actor=[""])
    edited = claims(reader, "?decision=edited")["claims"][0]
    record = reader.get(f"/claims/{edited['id']}.json").json()
    page = reader.get(f"/claims/{edited['id']}").text
    assert (record["polarity"], record["extracted"]["polarity"]) == ("negative", "positive")
    assert "As extracted" in page and "Ada Ł." in page
    assert [one["verdict"] for one in record["judgements"]] == ["edited"]


@pytest.mark.parametrize("path", ["/claims/none", "/claims/a%20b", "/claims/.."])
def test_a_claim_that_is_not_there_is_a_page_that_says_so(reader: TestClient, path: str) -> None:
    assert reader.get(path).status_code in (404, 200 if path.endswith("..") else 404)
