"""Whole journeys with the keyboard alone, from the start page to the paper or the file that somebody came for."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NARROW, PHONE, WIDE

pytestmark = pytest.mark.slow

WIDTHS = pytest.mark.parametrize("width", [WIDE, PHONE, NARROW])
HERE = """() => {
  const at = document.activeElement;
  return [at.id, at.getAttribute("href") || "", at.innerText.trim().split("\\n")[0]];
}"""


def tab_to(page: Page, what: str, most: int = 300, key: str = "Tab") -> None:
    """Press a key until the keyboard is at what has this id, text or address (its end, without the part after #); it must show there."""
    for _ in range(most):
        page.keyboard.press(key)
        id, address, text = page.evaluate(HERE)
        if what in (id, text) or address.partition("#")[0].endswith(what):
            assert page.evaluate("probes.stop().wrong") == [], what
            return
    pytest.fail(f"{what} is never reached")


def tab_back_to(page: Page, what: str, most: int = 300) -> None:
    """The same backwards."""
    tab_to(page, what, most, key="Shift+Tab")


def printed(page: Page) -> int:
    """How often the page was sent to the printer; there is none here."""
    return page.evaluate("window.printed")


@WIDTHS
def test_somebody_finds_a_checklist_and_prints_it(visit, width):
    page = visit("", width=width, accept_downloads=True)
    page.context.add_init_script("window.printed = 0; window.print = () => { window.printed += 1; };")
    tab_to(page, page.get_by_label("Zoek in deze gids").get_attribute("id"))
    page.keyboard.type("checklist situatie in kaart")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken/?q=*")
    expect(page.locator("main ol.results__list > li").first).to_be_visible()
    tab_to(page, "stappen/situatie-in-kaart/")
    page.keyboard.press("Enter")
    page.wait_for_url("**/stappen/situatie-in-kaart/**")
    # A result leads to a heading; the button stands above it, the sheet below.
    tab_back_to(page, "Druk deze stap af")
    page.keyboard.press("Enter")
    assert printed(page) == 1
    tab_to(page, "afdrukken/checklist-stap-2.pdf")
    response = page.request.get(page.evaluate("document.activeElement.href"))
    assert response.ok and response.body().startswith(b"%PDF-")


@WIDTHS
def test_somebody_fills_in_a_plan_and_takes_it_along(visit, width):
    page = visit("", width=width, accept_downloads=True)
    if width < WIDE:
        tab_to(page, "Menu")
        page.keyboard.press("Enter")
        page.locator("#menu").wait_for(state="visible")
    tab_to(page, "mijn-plan/")
    page.keyboard.press("Enter")
    page.wait_for_url("**/mijn-plan/")
    tab_to(page, "korte-nota/")
    page.keyboard.press("Enter")
    page.wait_for_url("**/mijn-plan/korte-nota/")
    tab_to(page, "v-aanleiding")
    page.keyboard.type("Er kwam een vraag uit de wijk.")
    tab_to(page, "p-1.1.gedaan")
    page.keyboard.press("Space")
    tab_back_to(page, "mijn-plan/")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/mijn-plan/(#.*)?$"))
    tab_to(page, "Bewaar als Word-bestand")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename.endswith(".docx")
    tab_to(page, "Bewaar alleen de gegevens")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    data = json.loads(download.value.path().read_text(encoding="utf-8"))["data"]
    assert data["answers"] == {"aanleiding": "Er kwam een vraag uit de wijk."}
    assert data["ticks"]["1.1"]["state"] == "gedaan"


ROLES = {"button", "link", "textbox", "searchbox", "combobox", "checkbox", "radio", "spinbutton", "slider", "listbox", "option", "switch", "tab", "menuitem"}


def controls(page: Page) -> list[dict]:
    """Every control of the page as Chromium tells it to a screen reader."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    return [node for node in nodes if not node["ignored"] and node["role"]["value"].lower() in ROLES]


def test_every_control_has_a_name_for_who_hears_it(visit, page_type):
    page = visit(page_type)
    page.evaluate("probes.all('details').forEach((each) => { each.open = true; })")
    found = controls(page)
    assert len(found) > 10 or page_type.configured
    assert [node["role"]["value"] for node in found if not node.get("name", {}).get("value", "").strip()] == []


def test_a_control_without_a_name_is_noticed(visit):
    page = visit("")
    page.evaluate("document.querySelector('main').append(document.createElement('button'))")
    assert [node["role"]["value"] for node in controls(page) if not node["name"]["value"]] == ["button"]
