"""Everything that programs may call is described, for programs and for people."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from entrepot.web.api.description import TAGS, list_operations


@pytest.fixture
def document(reader: TestClient) -> dict[str, Any]:
    found: dict[str, Any] = reader.get("/openapi.json").json()
    return found


def test_every_operation_has_a_sentence_a_tag_and_its_refusals(document: dict[str, Any]) -> None:
    assert document["openapi"].startswith("3.1")
    for path, methods in document["paths"].items():
        for method, one in methods.items():
            where = f"{method} {path}"
            assert one["summary"].endswith("."), where
            assert set(one["tags"]) <= set(TAGS), where
            assert {"400", "404", "409", "413", "422"} <= set(one["responses"]), where
            assert all(each.get("description") for each in one.get("parameters", ())), where
            assert all(each["description"] for each in one["responses"].values()), where
    assert "HTTPValidationError" not in str(document)


def test_names_of_operations_are_given_once(document: dict[str, Any]) -> None:
    names = [one["operationId"] for methods in document["paths"].values() for one in methods.values()]
    assert len(names) == len(set(names))


def test_what_clients_call_is_there(document: dict[str, Any]) -> None:
    asked = {(one.method, one.path) for one in list_operations(document)}
    assert {
        ("POST", "/match/{dataset}"),
        ("GET", "/search/{dataset}"),
        ("GET", "/entities/{entity_id}"),
        ("GET", "/catalog"),
        ("GET", "/reconcile"),
        ("POST", "/reconcile"),
        ("GET", "/feed.atom"),
        ("GET", "/reports.json"),
        ("GET", "/index.json"),
    } <= asked


def test_the_page_lists_every_operation_without_foreign_files(reader: TestClient, document: dict[str, Any]) -> None:
    page = reader.get("/docs").text
    for one in list_operations(document):
        assert f"<code>{one.method} {one.path}</code>" in page
    assert page.count("<script") == 1
    assert "cdn" not in page.casefold()
