"""The main way through the workbench in a real browser: read, decide, judge, look at a channel, share."""

import re
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.slow


def open_report(page: Page, file: str) -> None:
    """The reading view of the report in this file, by way of the register."""
    page.goto("/")
    page.get_by_role("navigation").get_by_role("link", name="Reports", exact=True).click()
    page.locator("tr", has_text=file).get_by_role("link").first.click()
    expect(page.locator("[data-card]").first).to_be_visible()


def first_card(page: Page):
    return page.locator("[data-card]").first


def test_a_case_is_read_judged_and_shared(page: Page, tmp_path: Path) -> None:
    open_report(page, "04-bulletin")
    card = first_card(page)
    card.get_by_role("link", name="proposition").click()
    proposition, before = page.url, page.locator("main").inner_text()
    page.go_back()

    page.keyboard.press("n")
    first_card(page).locator("input[name=by]").fill("Ada")
    first_card(page).locator("input[name=reason]").fill("read it")
    first_card(page).get_by_role("button", name="Reject").click()
    expect(first_card(page).locator(".decided")).to_contain_text("rejected by Ada")

    page.goto(proposition)
    assert page.locator("main").inner_text() != before
    page.goto("/audit")
    expect(page.locator("tbody tr").first).to_contain_text("rejected")
    expect(page.locator("tbody tr").first).to_contain_text("read it")

    page.goto("/actors?matched=true")
    page.get_by_role("link", name=re.compile("Pezeshkian")).first.click()
    page.get_by_role("button", name="Somebody else").first.click()
    expect(page.locator("main")).to_contain_text("Judged negative by Ada")

    page.get_by_role("link", name="Channels", exact=True).click()
    page.get_by_role("link", name=re.compile("through Belarus")).first.click()
    expect(page.get_by_role("heading", name="Evidence side by side")).to_be_visible()

    page.get_by_role("link", name="Work", exact=True).click()
    page.get_by_role("button", name="Write the dossier").click()
    link = page.get_by_role("link", name=re.compile("Take dossier"))
    expect(link).to_be_visible(timeout=120_000)
    with page.expect_download() as waiting:
        link.click()
    waiting.value.save_as(tmp_path / "dossier.zip")
    with zipfile.ZipFile(tmp_path / "dossier.zip") as archive:
        names = {Path(name).name for name in archive.namelist()}
        assert {"dossier.html", "dossier.json", "bundle.stix.json", "provenance.json"} <= names
        text = next(archive.read(name) for name in archive.namelist() if name.endswith("dossier.json")).decode()
    assert '"rejected"' in text


def test_keys_alone_move_decide_and_undo(page: Page) -> None:
    open_report(page, "02-wire-talks")
    page.keyboard.press("n")
    page.keyboard.press("n")
    place = page.evaluate("document.activeElement.dataset.card")
    page.keyboard.press("a")
    page.keyboard.type("Ben")
    page.keyboard.press("Enter")
    page.wait_for_load_state()
    card = page.locator(f'[data-card="{place}"]')
    expect(card.locator(".decided")).to_contain_text("accepted by Ben")
    expect(card).to_be_focused()
    page.keyboard.press("u")
    page.wait_for_load_state()
    expect(page.locator(f'[data-card="{place}"] .decided')).to_have_count(0)
    page.keyboard.press("e")
    expect(page.locator(f'[data-card="{place}"]').get_by_role("button", name="Keep as edited")).to_be_visible()


def test_without_scripts_every_page_and_form_works(browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    open_report(page, "02-wire-talks")
    card = page.locator("[data-card]").last
    card.locator("input[name=by]").fill("Cy")
    card.get_by_role("button", name="Accept").click()
    expect(page.locator("[data-card]").last.locator(".decided")).to_contain_text("accepted by Cy")
    context.close()
