"""Requests that no browser makes are answered in a sentence, change nothing, and tell nothing of another case."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from entrepot.pipeline.listing import GivenList, add_list_file
from entrepot.store import CaseFile, create_case
from entrepot.web import Desk, WebOptions, create_app

PATHS = [
    "/reports/../../etc/passwd",
    "/reports/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
    "/assets/..%2fapp.py",
    "/assets/%2e%2e/guard.py",
    "/assets/%00workbench.css",
    "/entities/%00",
    "/entities/..%2f..%2f",
    "/entities/" + "x" * 8000,
    "/reports/%ff%fe.json",
    "/reports/" + "%F0%9F%98%80" * 500,
    "/entities/un-sc:301%0d%0aset-cookie:%20x=y",
    "/claims/%0d%0aset-cookie:%20x=y.json",
]


@pytest.mark.parametrize("path", PATHS)
def test_an_address_leads_nowhere_else(caller: TestClient, path: str) -> None:
    answer = caller.get(path)
    assert 400 <= answer.status_code < 500
    assert "set-cookie" not in answer.headers
    assert "root:" not in answer.text
    assert "def " not in answer.text


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"", "application/json"),
        (b"{", "application/json"),
        (b"[" * 200_000, "application/json"),
        (b'{"a":' * 50_000, "application/json"),
        (
            b'{"queries": {"q": {"schema": "Person", "properties": {"name": ' + b"[" * 500 + b"]" * 500 + b"}}}}",
            "application/json",
        ),
        (b"\xff\xfe\x00", "application/json"),
        (b'{"queries": "\xc3\x28"}', "application/json"),
        (b'{"queries": {"q": 1}}', "application/json"),
        (b'{"queries": {"\\ud800": {"schema": "Person"}}}', "application/json"),
        (b'{"queries": {"q": {"schema": "\\ud800", "properties": {}}}}', "application/json"),
        (b'{"queries": {"q": {"schema": "Nothing", "properties": {}}}}', "application/json"),
        (b'{"queries": {}}', "application/json"),
        (b'{"queries": {"q": null}}', "application/json"),
        (
            b'{"queries": {"q": {"schema": "Person", "properties": {"name": "' + b"x" * 3000 + b'"}}}}',
            "application/json",
        ),
        (b"<queries/>", "application/xml"),
        (b"queries=1", "application/x-www-form-urlencoded"),
        (b"--x\r\n\r\n", "multipart/form-data; boundary=x"),
        (b"{}", "text/plain"),
        (b"1" * 10_000, "application/json"),
    ],
)
def test_a_body_that_is_none_is_refused(caller: TestClient, body: bytes, kind: str) -> None:
    answer = caller.post("/match/default", content=body, headers={"content-type": kind})
    assert answer.status_code in (400, 413, 422), answer.text
    problem = answer.json()
    assert problem["error"] == problem["detail"]
    assert problem["status"] == answer.status_code


def test_odd_values_are_asked_as_far_as_they_are_text(caller: TestClient) -> None:
    properties = {
        "name": [None, 7, 1.5, True, {"id": "x"}, "a\u0000b", "\u202e", ""],
        "birthDate": [1e308, -1],
        "": ["x"],
    }
    body = {"queries": {"q": {"schema": "Person", "properties": properties}}}
    raw = json.dumps(body).replace("1.5", "NaN")
    answer = caller.post("/match/default", content=raw, headers={"content-type": "application/json"})
    assert answer.status_code == 200
    assert answer.json()["responses"]["q"]["issues"]


def test_too_many_queries_or_values_are_refused(caller: TestClient) -> None:
    one = {"schema": "Person", "properties": {"name": "x"}}
    many = caller.post("/match/default", json={"queries": {str(number): one for number in range(101)}})
    assert (many.status_code, "at most 100" in many.json()["detail"]) == (400, True)
    values = {"schema": "Person", "properties": {"name": ["x"] * 501}}
    assert caller.post("/match/default", json={"queries": {"q": values}}).status_code == 422
    names = [f"Pavel Mirnov {number}" for number in range(500)]
    wide = {"schema": "Person", "properties": {"name": names, "nationality": ["ru", "cy", "de"]}}
    assert caller.post("/match/default", json={"queries": {"q": wide}}).status_code == 200
    parameters = "&".join("exclude_entity_ids=x" for _ in range(201))
    assert caller.post(f"/match/default?{parameters}", json={"queries": {"q": one}}).status_code == 422


def test_a_body_is_bounded_whether_or_not_it_says_its_length(listed_case: CaseFile, desk: Desk) -> None:
    def pieces() -> Iterator[bytes]:
        for _ in range(50):
            yield b" " * 100_000

    with TestClient(create_app(desk, WebOptions()), base_url="http://localhost") as client:
        kind = {"content-type": "application/json"}
        told = client.post("/match/default", content=b" " * 4_100_000, headers=kind)
        untold = client.post("/match/default", content=pieces(), headers=kind)
        form = {"content-type": "application/x-www-form-urlencoded"}
        formed = client.post("/reconcile", content=pieces(), headers=form)
        huge = client.post("/match/default", content=b"{}", headers={**kind, "content-length": "9" * 40})
        assert [one.status_code for one in (told, untold, formed, huge)] == [413] * 4


def test_several_host_headers_are_no_name(caller: TestClient) -> None:
    headers: Any = [("host", "127.0.0.1"), ("host", "evil.example")]
    assert caller.get("/index.json", headers=headers).status_code == 421


def test_names_of_parameters_and_headers_do_not_matter_in_numbers(caller: TestClient) -> None:
    assert caller.get("/search/default?" + "&".join(f"a{number}=b" for number in range(3000))).status_code == 200
    assert caller.get("/healthz", headers={f"x-{number}": "y" for number in range(200)}).status_code == 200
    assert (
        caller.get("/catalog", headers={"if-none-match": b"\xff" * 100, "cookie": b"\xff=\xfe; ;;="}).status_code == 200
    )


def test_two_cases_in_one_process_know_nothing_of_each_other(listed_case: CaseFile, desk: Desk, tmp_path: Path) -> None:
    with create_case(tmp_path / "other", "Another one") as other:
        path = tmp_path / "watch.csv"
        path.write_text("id,name,kind\n1,Amber Tern,vessel\n", encoding="utf-8")
        add_list_file(other, path, GivenList(name="watch"), date(2026, 2, 1))
        mine, theirs = create_app(desk, WebOptions()), create_app(Desk(other), WebOptions())
        with (
            TestClient(mine, base_url="http://localhost") as one,
            TestClient(theirs, base_url="http://localhost") as two,
        ):
            for path in (
                "/catalog",
                "/index.json",
                "/reports.json",
                "/search/default?limit=500",
                "/feed.atom",
                "/reconcile",
            ):
                for _ in range(2):
                    assert "A case" not in two.get(path).text
                    assert "mirnov" not in two.get(path).text.casefold()
                    assert "Amber Tern" not in one.get(path).text
            proof = one.get("/", headers={"accept": "text/html"}).text.split('data-proof="')[1].split('"')[0]
            foreign = two.post("/claims/ca/judgements", data={"proof": proof, "verdict": "rejected", "by": "x"})
            assert foreign.status_code == 400
            query = {"queries": {"q": {"schema": "Person", "properties": {"name": "Pavel Mirnov"}}}}
            assert one.post("/match/default", json=query).json()["responses"]["q"]["results"]
            assert not two.post("/match/default", json=query).json()["responses"]["q"]["results"]
            assert two.get("/entities/xx-list:NK-1").status_code == 404
