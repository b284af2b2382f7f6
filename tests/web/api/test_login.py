"""Whoever says the token once is known until the server ends; nobody else is told anything of the case."""

import time
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from entrepot.web import Desk, WebOptions, create_app
from entrepot.web.api.login import WRONG_SECONDS
from entrepot.web.guard import TOKEN_COOKIE, login_proof

OPTIONS = WebOptions(host="0.0.0.0", token="a token of some length", hosts=("desk.example",))
BROWSER = {"accept": "text/html"}


@pytest.fixture
def stranger(desk: Desk) -> Iterator[TestClient]:
    """A browser that has not said the token."""
    with TestClient(create_app(desk, OPTIONS), base_url="http://desk.example", follow_redirects=False) as client:
        client.headers.update(BROWSER)
        yield client


def test_the_right_token_opens_the_pages_and_leads_on(stranger: TestClient) -> None:
    led = stranger.get("/reports?q=a&page=2")
    assert (led.status_code, led.headers["location"]) == (303, "/login?next=/reports%3Fq%3Da%26page%3D2")
    form = stranger.get(led.headers["location"])
    assert 'value="/reports?q=a&amp;page=2"' in form.text
    entered = stranger.post("/login", data={"token": OPTIONS.token, "next": "/reports?q=a&page=2"})
    assert (entered.status_code, entered.headers["location"]) == (303, "/reports?q=a&page=2")
    assert stranger.get("/").status_code == 200
    assert "Log out" in stranger.get("/").text


def test_the_cookie_is_not_the_token_and_no_script_or_foreign_page_gets_it(stranger: TestClient) -> None:
    cookie = stranger.post("/login", data={"token": OPTIONS.token}).headers["set-cookie"]
    assert OPTIONS.token not in cookie
    assert cookie.startswith(f"{TOKEN_COOKIE}=")
    assert {"HttpOnly", "Path=/"} <= {part.strip() for part in cookie.split(";")}
    assert "samesite=strict" in cookie.lower()


def test_over_https_the_cookie_is_kept_to_it(desk: Desk) -> None:
    with TestClient(create_app(desk, OPTIONS), base_url="https://desk.example", follow_redirects=False) as client:
        assert "Secure" in client.post("/login", data={"token": OPTIONS.token}).headers["set-cookie"]


def test_a_wrong_token_opens_nothing_and_takes_a_while(stranger: TestClient) -> None:
    for wrong in ("", "a token of some lengtH", "ä" * 900, "\x00"):
        begun = time.monotonic()
        answer = stranger.post("/login", data={"token": wrong})
        assert time.monotonic() - begun >= WRONG_SECONDS * 0.9
        assert answer.status_code == 403
        assert "not the token" in answer.text
        assert TOKEN_COOKIE not in answer.headers.get("set-cookie", "")
    assert stranger.get("/").status_code == 303


def test_the_token_itself_is_no_cookie_and_a_proof_dies_with_its_server(stranger: TestClient) -> None:
    for shown in (OPTIONS.token, login_proof(WebOptions(token=OPTIONS.token)), ""):
        assert stranger.get("/", headers={"cookie": f"{TOKEN_COOKIE}={shown}"}).status_code == 303
    assert stranger.get("/", headers={"cookie": f"{TOKEN_COOKIE}={login_proof(OPTIONS)}"}).status_code == 200


def test_logging_out_forgets(stranger: TestClient) -> None:
    stranger.post("/login", data={"token": OPTIONS.token})
    assert "Log out" in stranger.get("/login").text
    assert stranger.post("/logout").status_code == 303
    assert stranger.get("/").status_code == 303


def test_nothing_of_the_case_is_told_before(stranger: TestClient) -> None:
    asked = [
        stranger.get("/login"),
        stranger.get("/assets/none"),
        stranger.get("/assets/../reports"),
        stranger.get("/login/else"),
        stranger.get("/healthz"),
        stranger.post("/login", data={"next": "x" * 3000}),
        stranger.post("/healthz"),
        stranger.post("/login", data={"token": "wrong"}),
        stranger.get("/docs"),
        stranger.get("/feed.atom"),
        stranger.get("/catalog", headers={"accept": "*/*"}),
    ]
    for answer in asked:
        assert "A case" not in answer.text, answer.request.url
        assert "/claims" not in answer.text, answer.request.url


@pytest.mark.parametrize("target", ["//evil.example", "https://evil.example/", "/\\evil.example", "\r\nx: y", ""])
def test_nobody_is_led_to_a_foreign_page(stranger: TestClient, target: str) -> None:
    assert stranger.post("/login", data={"token": OPTIONS.token, "next": target}).headers["location"] == "/"


def test_a_foreign_page_logs_nobody_in_or_out(stranger: TestClient) -> None:
    for path in ("/login", "/logout"):
        foreign = {"origin": "http://evil.example"}
        assert stranger.post(path, data={"token": OPTIONS.token}, headers=foreign).status_code == 403


def test_without_a_token_there_is_nothing_to_say(reader: TestClient) -> None:
    assert reader.get("/login?next=/reports").headers["location"] == "/reports"
    assert "Log out" not in reader.get("/").text
