"""The reconciliation service answers as version 0.2 of its specification has it.

The shapes below restate, in words of our own, what the specification's JSON schemas ask of each answer.
"""

import json
from typing import Any

import jsonschema_rs
import pytest
from fastapi.testclient import TestClient

from entrepot.store import CaseFile
from entrepot.web import Desk, WebOptions, create_app

TEXT = {"type": "string"}
NAMED = {"type": "object", "required": ["id", "name"], "properties": {"id": TEXT, "name": TEXT, "description": TEXT}}
TYPES = {
    "type": "array",
    "items": {"anyOf": [TEXT, {"type": "object", "required": ["id"], "properties": {"id": TEXT, "name": TEXT}}]},
}
SERVICE = {"type": "object", "properties": {"service_url": TEXT, "service_path": TEXT}}
MANIFEST = {
    "type": "object",
    "required": ["versions", "name", "identifierSpace", "schemaSpace"],
    "properties": {
        "versions": {"type": "array", "items": TEXT, "contains": {"const": "0.2"}},
        **dict.fromkeys(("name", "identifierSpace", "schemaSpace", "documentation", "serviceVersion", "logo"), TEXT),
        "view": {
            "type": "object",
            "required": ["url"],
            "properties": {"url": {"type": "string", "pattern": r"\{\{id\}\}"}},
        },
        "defaultTypes": {"type": "array", "uniqueItems": True, "items": NAMED},
        "batchSize": {"type": "integer", "minimum": 1},
        "suggest": {"type": "object", "properties": dict.fromkeys(("entity", "property", "type"), SERVICE)},
        "extend": {
            "type": "object",
            "properties": {"propose_properties": SERVICE, "property_settings": {"type": "array"}},
        },
    },
}
CANDIDATE = {
    "type": "object",
    "required": ["id", "name", "score"],
    "properties": {
        **dict.fromkeys(("id", "name", "description"), TEXT),
        "score": {"type": "number"},
        "match": {"type": "boolean"},
        "type": TYPES,
        "features": {
            "type": "array",
            "items": {"type": "object", "properties": {"id": TEXT, "value": {"type": ["boolean", "number"]}}},
        },
    },
}
RESULTS = {
    "type": "object",
    "additionalProperties": {
        "type": "object",
        "required": ["result"],
        "properties": {"result": {"type": "array", "items": CANDIDATE}},
    },
}
SUGGESTED = {
    "type": "object",
    "required": ["result"],
    "properties": {
        "result": {"type": "array", "items": {**NAMED, "properties": {**NAMED["properties"], "notable": TYPES}}}
    },  # type: ignore[dict-item]
}
CELL = {"type": "object", "required": ["str"], "properties": {"str": TEXT}, "additionalProperties": False}
EXTENDED = {
    "type": "object",
    "required": ["rows", "meta"],
    "properties": {
        "meta": {"type": "array", "items": NAMED},
        "rows": {"additionalProperties": {"additionalProperties": {"type": "array", "items": CELL}}},
    },
}
PROPOSED = {
    "type": "object",
    "required": ["properties"],
    "properties": {"properties": {"type": "array", "items": NAMED}},
}


def fits(answer: Any, shape: dict[str, Any]) -> Any:
    assert answer.status_code == 200, answer.text
    jsonschema_rs.validate(shape, answer.json())
    return answer.json()


def ask(caller: TestClient, **queries: Any) -> Any:
    return fits(caller.post("/reconcile", data={"queries": json.dumps(queries)}), RESULTS)


def test_without_a_query_the_service_describes_itself(caller: TestClient) -> None:
    manifest = fits(caller.get("/reconcile"), MANIFEST)
    for one in manifest["suggest"].values():
        fits(caller.get(one["service_url"] + one["service_path"], params={"prefix": "pa"}), SUGGESTED)
    proposed = manifest["extend"]["propose_properties"]
    fits(caller.get(proposed["service_url"] + proposed["service_path"], params={"type": "Person"}), PROPOSED)
    page = caller.get(manifest["view"]["url"].replace("{{id}}", "xx-list%3ANK-1"), headers={"accept": "text/html"})
    assert "Pavel Mirnov" in page.text


def test_names_in_a_batch_get_candidates_each_best_first(caller: TestClient) -> None:
    found = ask(caller, q0={"query": "Pavel Mirnov", "type": "Person", "limit": 3}, q1={"query": "Sea Heron"})
    assert len(found["q0"]["result"]) == 3
    scores = [one["score"] for one in found["q0"]["result"]]
    assert scores == sorted(scores, reverse=True)
    assert {one["type"][0]["id"] for one in found["q0"]["result"]} == {"Person"}
    assert found["q1"]["result"][0]["name"].upper() == "SEA HERON"
    by_get = caller.get("/reconcile", params={"queries": json.dumps({"q1": {"query": "Sea Heron"}})})
    assert fits(by_get, RESULTS)["q1"] == found["q1"]


def test_no_likeness_is_told_as_a_decision(caller: TestClient) -> None:
    queries = {
        "name": {"query": "Pavel Mirnov"},
        "number": {"query": "Sea Heron", "properties": [{"pid": "imoNumber", "v": "9187629"}]},
    }
    for one in ask(caller, **queries).values():
        assert not any(each["match"] for each in one["result"])
        features = {each["id"]: each["value"] for each in one["result"][0]["features"]}
        assert features["possible_match"] is True
        assert len(features) == len(one["result"][0]["features"])


def test_an_id_finds_its_entity(caller: TestClient) -> None:
    first = ask(caller, q={"query": "xx-list:NK-1"})["q"]["result"][0]
    assert (first["id"], first["match"]) == ("xx-list:NK-1", True)


def test_properties_narrow_the_candidates(caller: TestClient) -> None:
    known = {"pid": "birthDate", "v": ["1958"]}, {"pid": "nationality", "v": {"id": "ru", "name": "Russia"}}
    score = ask(caller, q={"query": "Pavel Mirnov"})["q"]["result"][0]["score"]
    assert ask(caller, q={"query": "Pavel Mirnov", "properties": list(known)})["q"]["result"][0]["score"] > score
    other = ask(caller, q={"query": "Pavel Mirnov", "properties": [{"pid": "birthDate", "v": 1991}]})["q"]["result"]
    assert all(not one["features"][0]["value"] for one in other)
    numbered = ask(caller, q={"properties": [{"pid": "imoNumber", "v": "9187629"}]})["q"]["result"]
    assert numbered[0]["name"].upper() == "SEA HERON"


def test_values_of_entities_are_fetched(caller: TestClient) -> None:
    asked = {"ids": ["gb-sanctions:RUS8888", "nobody"], "properties": [{"id": "imoNumber"}, {"id": "flag"}]}
    found = fits(caller.post("/reconcile", data={"extend": json.dumps(asked)}), EXTENDED)
    assert found["rows"]["gb-sanctions:RUS8888"]["imoNumber"] == [{"str": "9187629"}]
    assert found["rows"]["nobody"] == {"imoNumber": [], "flag": []}
    assert [one["id"] for one in found["meta"]] == ["imoNumber", "flag"]


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"queries": ""},
        {"queries": "not json"},
        {"queries": "[]"},
        {"queries": '{"q": 1}'},
        {"queries": '{"q": {"query": "x", "limit": 0}}'},
        {"queries": "[" * 50_000},
        {"queries": json.dumps({str(number): {"query": "x"} for number in range(101)})},
        {"extend": '{"ids": ["a"]}'},
    ],
)
def test_what_cannot_be_read_is_refused(caller: TestClient, form: dict[str, str]) -> None:
    answer = caller.post("/reconcile", data=form)
    assert answer.status_code == 400
    assert answer.json()["detail"].endswith(".")


def test_only_pages_that_were_named_may_read_it(listed_case: CaseFile, desk: Desk) -> None:
    refine = "http://127.0.0.1:3333"
    with TestClient(create_app(desk, WebOptions(origins=(refine,))), base_url="http://127.0.0.1") as client:
        for path, origin, allowed in (
            ("/reconcile", refine, refine),
            ("/reconcile/suggest/type", refine, refine),
            ("/reconcile", "http://evil.example", None),
            ("/index.json", refine, None),
            ("/reconciled", refine, None),
        ):
            headers = client.get(path, headers={"origin": origin}).headers
            assert headers.get("access-control-allow-origin") == allowed
        assert client.post("/reconcile", data={"queries": "{}"}, headers={"origin": refine}).status_code == 403
    with TestClient(create_app(desk, WebOptions()), base_url="http://127.0.0.1") as client:
        assert "access-control-allow-origin" not in client.get("/reconcile", headers={"origin": refine}).headers
