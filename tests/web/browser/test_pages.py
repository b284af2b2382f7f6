"""Every page in a real browser: no serious fault of accessibility, nothing beyond the edge, wide and narrow."""

import json
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

pytestmark = pytest.mark.slow

PICTURES = Path(__file__).parents[3] / "build" / "screenshots"
PAGES = (
    *("/", "/reports", "/claims", "/propositions", "/conflicts", "/origins", "/timeline", "/actors", "/channels"),
    *("/findings", "/lists", "/audit", "/jobs", "/unread", "/docs", "/nothing-here"),
)
WINDOWS = ((1280, "light"), (390, "dark"))


def addresses(browser: Browser, address: str) -> list[str]:
    """The pages, with one of each kind that has an id."""
    context = browser.new_context(base_url=address)
    found = [*PAGES]
    for path, name, key in (
        ("/reports", "reports", "document_id"),
        ("/claims", "claims", "id"),
        ("/propositions", "propositions", "id"),
        ("/actors", "actors", "actor_id"),
        ("/channels", "channels", "id"),
    ):
        rows = context.request.get(f"{path}.json").json()[name]
        found.append(f"{path}/{rows[0][key]}")
    context.close()
    return found


@pytest.mark.parametrize(("width", "scheme"), WINDOWS)
def test_no_page_has_a_serious_fault_or_runs_over_the_edge(
    browser: Browser, address: str, width: int, scheme: str
) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    faults: list[str] = []
    context = browser.new_context(
        base_url=address,
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        bypass_csp=True,
    )
    page = context.new_page()
    for path in addresses(browser, address):
        page.goto(path)
        found = Axe().run(page).response["violations"]
        faults += [
            f"{path}: {one['id']} ({one['impact']}) {json.dumps([node['target'] for node in one['nodes'][:2]])}"
            for one in found
            if one["impact"] in ("serious", "critical")
        ]
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        faults += [f"{path}: {over} px beyond the edge"] if over > 1 else []
        name = path.strip("/").replace("/", "-")[:60].replace(":", "-") or "overview"
        page.screenshot(path=PICTURES / f"{name}-{width}-{scheme}.png", full_page=True)
    context.close()
    assert not faults, "\n".join(faults)


def test_a_page_is_light(browser: Browser, address: str) -> None:
    """Under 400 kB compressed, with everything that it loads; nothing comes from anywhere else."""
    context = browser.new_context(base_url=address)
    page = context.new_page()
    for path in addresses(browser, address):
        sizes: list[int] = []
        foreign: list[str] = []
        page.on("response", lambda answer, sizes=sizes: sizes.append(len(answer.body()) if answer.ok else 0))
        page.on(
            "request",
            lambda asked, foreign=foreign: (
                foreign.append(asked.url) if not asked.url.startswith((address, "data:")) else None
            ),
        )
        page.goto(path)
        assert not foreign
        assert sum(sizes) < 1_600_000, path
    context.close()
