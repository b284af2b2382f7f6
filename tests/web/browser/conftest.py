"""A real browser before the workbench of the example case."""

import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[3]
COMMAND = Path(sys.executable).parent / "entrepot"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
LIST = "PEZESHKIAN, Masoud\nLUKASHENKO, Alexander Grigoryevich\n"


def entrepot(*arguments: str | Path) -> None:
    subprocess.run([str(COMMAND), *map(str, arguments)], check=True, capture_output=True, cwd=ROOT)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example case, built, screened against a list of two names, its channels assessed."""
    folder = tmp_path_factory.mktemp("desk")
    path, names = folder / "minsk.duckdb", folder / "names.txt"
    names.write_text(LIST, encoding="utf-8")
    entrepot("case", "new", path, "--name", "Minsk talks")
    entrepot("case", "add", path, "examples/minsk-2025/reports")
    entrepot("case", "build", path)
    entrepot("lists", "add", path, names)
    entrepot("screen", path)
    entrepot("channels", path)
    return path


@pytest.fixture(scope="module")
def address(case: Path) -> Iterator[str]:
    """Where its workbench is served."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen([str(COMMAND), "serve", str(case), "--port", str(port)], stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(address)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=30)


def _wait_for(address: str) -> None:
    for _ in range(300):
        try:
            with urllib.request.urlopen(f"{address}/healthz", timeout=5):
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
    raise AssertionError("the workbench never answered")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine; install it (sudo apt-get install chromium) to test in a real browser")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A window of a reader's; whatever goes wrong in the page fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=address, accept_downloads=True)
    opened = context.new_page()
    trouble: list[str] = []
    opened.on("pageerror", lambda error: trouble.append(str(error)))
    opened.on("console", lambda message: trouble.append(message.text) if message.type == "error" else None)
    yield opened
    context.close()
    assert not [one for one in trouble if "status of 4" not in one]
