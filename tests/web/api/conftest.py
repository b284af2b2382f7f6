"""A workbench on a small case with lists of several issuers, and the same on a real port."""

import threading
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import uvicorn
from fastapi.testclient import TestClient

from entrepot.pipeline.listing import GivenList, add_list_file
from entrepot.store import CaseFile
from entrepot.web import Desk, WebOptions, create_app

SAMPLES = Path(__file__).parents[2] / "screening" / "lists" / "samples"
LISTS = ("un.xml", "csl.csv", "entities.ftm.json", "uk.xml")


def add_lists(case: CaseFile, *names: str) -> None:
    for name in names:
        add_list_file(case, SAMPLES / name, GivenList(), date(2026, 2, 1))


@pytest.fixture
def listed_case(case: CaseFile) -> CaseFile:
    """The case with four lists."""
    add_lists(case, *LISTS)
    return case


@pytest.fixture
def caller(listed_case: CaseFile, desk: Desk) -> Iterator[TestClient]:
    """A program that calls the workbench."""
    with TestClient(create_app(desk, WebOptions()), base_url="http://127.0.0.1:8642", follow_redirects=False) as client:
        yield client


@pytest.fixture
def address(listed_case: CaseFile, desk: Desk) -> Iterator[str]:
    """Where the workbench of the case is served, on a port of this machine."""
    config = uvicorn.Config(create_app(desk, WebOptions()), host="127.0.0.1", port=0, log_level="warning")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)
