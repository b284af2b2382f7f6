"""Who is answered, and what an answer may do in a browser."""

import pytest
from fastapi.testclient import TestClient

from entrepot.web import Desk, WebOptions, create_app
from entrepot.web.guard import HEADERS, form_proof, is_proof


def test_every_answer_says_that_nothing_foreign_may_run_or_be_loaded(reader: TestClient) -> None:
    for path in ("/", "/reports", "/nothing", "/index.json", "/assets/workbench.css"):
        headers = reader.get(path).headers
        assert all(headers[name] == value for name, value in HEADERS)
        assert "unsafe" not in headers["content-security-policy"]


def test_a_page_has_no_script_style_or_address_of_its_own(reader: TestClient) -> None:
    page = reader.get("/").text
    assert "<style" not in page
    assert page.count("<script") == page.count('<script src="/assets/') == 1
    assert "http://" not in page.replace("http://www.w3.org", "")


@pytest.mark.parametrize("name", ["evil.example", "127.0.0.1.evil.example", "", "localhost.evil"])
def test_a_request_under_a_foreign_name_is_refused(reader: TestClient, name: str) -> None:
    assert reader.get("/", headers={"host": name}).status_code == 421


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_a_foreign_page_changes_nothing(reader: TestClient, headers: dict[str, str]) -> None:
    answer = reader.post("/claims/x/judgements", data={"verdict": "rejected", "by": "Ada"}, headers=headers)
    assert answer.status_code == 403


def test_a_request_that_is_too_large_is_refused_before_it_is_read(desk: Desk) -> None:
    with TestClient(create_app(desk, WebOptions(max_upload_mb=1)), base_url="http://localhost") as client:
        answer = client.post("/claims/x/judgements", data={"reason": "x" * 2_000_000})
        assert answer.status_code == 413


def test_without_the_token_nothing_of_the_case_is_told(desk: Desk) -> None:
    options = WebOptions(host="0.0.0.0", token="a token of some length", hosts=("desk.example",))
    with TestClient(create_app(desk, options), base_url="http://desk.example", follow_redirects=False) as client:
        for path in ("/", "/index.json", "/reports.json", "/openapi.json", "/nothing"):
            answer = client.get(path)
            assert answer.status_code == 401, path
            assert "A case" not in answer.text
        assert client.get("/", headers={"authorization": "Bearer wrong"}).status_code == 401
        assert client.get("/", headers={"authorization": f"Bearer {options.token}"}).status_code == 200
        assert client.get("/", headers={"accept": "text/html"}).headers["location"] == "/login"


def test_a_proof_holds_for_one_reader_of_one_server() -> None:
    one, other = WebOptions(), WebOptions()
    assert is_proof(one, "visit", form_proof(one, "visit"))
    assert not is_proof(one, "other visit", form_proof(one, "visit"))
    assert not is_proof(other, "visit", form_proof(one, "visit"))
    assert not is_proof(one, "", form_proof(one, ""))
