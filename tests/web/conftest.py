"""A workbench on a small case, and a reader of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from entrepot.model.span import Span
from entrepot.pipeline.corroborating import corroborate_case
from entrepot.store import CaseFile, create_case
from entrepot.web import Desk, WebOptions, create_app
from tests.corroboration.builders import BRITAIN, IRAN, RUSSIA, SZRU, claim, report, source
from tests.pipeline.test_corroborating import keep

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[CaseFile]:
    """Two reports that say the same in the words of two sources."""
    with create_case(tmp_path / "case", "A case & more") as opened:
        for name, who in (("a", BRITAIN), ("b", SZRU)):
            document = report(name, f"{who.name} says that Iran sent drones to Russia.")
            said = claim(document, "supply", supplier=IRAN, recipient=RUSSIA, goods="drones", sources=[source(who)])
            quote = Span(start=0, end=len(document.text), text=document.text)
            keep(opened, document, [replace(said, id=f"c{name}", quote=quote)])
        corroborate_case(opened)
        yield opened


@pytest.fixture
def desk(case: CaseFile) -> Desk:
    return Desk(case, now=lambda: NOW)


@pytest.fixture
def reader(desk: Desk) -> Iterator[TestClient]:
    """A browser on the same machine, which follows no redirects by itself."""
    with TestClient(create_app(desk, WebOptions()), base_url="http://127.0.0.1:8642", follow_redirects=False) as client:
        client.headers["accept"] = "text/html"
        yield client
