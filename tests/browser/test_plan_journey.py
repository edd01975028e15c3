"""The whole way of a plan by keyboard alone, on a phone's width: six steps, closed, kept as a Word file, wiped, opened again."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE
from tests.browser.test_plan import OVERVIEW, STEPS, kept, part

pytestmark = pytest.mark.slow

#: What somebody who only has keys knows of the place where they are.
HERE = """() => {
  const here = document.activeElement;
  const field = here.closest("[data-field]");
  return { tag: here.tagName, type: here.type || "", id: here.id, ours: Boolean(here.closest("[data-answers]")), data: { ...here.dataset },
           kind: here.dataset.numberKind || ("day" in here.dataset ? "dag" : ""), end: Boolean(here.closest("footer")), value: here.value || "", text: here.textContent.trim() };
}"""


def stops(page: Page):
    """Every place that Tab reaches in the page itself, in order."""
    for _ in range(600):
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        if here["end"]:
            return
        yield here
    pytest.fail("Tab never leaves the page")


def reach(page: Page, name: str) -> None:
    """Tab on until a button or field with this mark."""
    assert any(name in here["data"] for here in stops(page)), name


def fill_in(page: Page) -> None:
    """Answer everything on a page as the keys allow: type, choose, tick the first points."""
    ticked = 0
    for here in stops(page):
        if here["ours"] and here["tag"] in ("TEXTAREA", "INPUT") and here["type"] in ("textarea", "text"):
            page.keyboard.type({"getal": "80", "bedrag": "45.000,50", "dag": "1/3/2027"}.get(here["kind"], f"Woord bij {here['id']}"))
        elif here["ours"] and here["type"] == "radio":
            page.keyboard.press("ArrowUp")  # from «nog geen antwoord» to the last one
        elif here["ours"] and here["type"] == "checkbox" and not here["value"].startswith("geen"):
            page.keyboard.press("Space")
        elif "done" in here["data"] and ticked < 2:
            page.keyboard.press("Space")
            ticked += 1
        elif "toAction" in here["data"] and ticked == 1:
            page.keyboard.press("Enter")
            ticked += 1


def test_six_steps_by_keyboard_alone_on_a_phone_come_back_from_the_word_file(visit, tmp_path):
    page = visit(OVERVIEW, width=PHONE, accept_downloads=True)
    for step in STEPS:
        page.goto(f"mijn-plan/{step.id}/")
        fill_in(page)
        expect(part(page, "count")).to_contain_text(f"{len(step.questions)} van {len(step.questions)} vragen ingevuld")
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE
    context = page.context
    page.close()

    page = context.new_page()
    page.goto(OVERVIEW)
    before = kept(page)[0]["data"]
    assert len(before["answers"]) == sum(len(step.questions) for step in STEPS) and len(before["actions"]) == len(STEPS)
    reach(page, "keepFile")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)

    page.reload()
    reach(page, "wipe")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("Object.keys(localStorage).length") == 0

    page.reload()
    with page.expect_file_chooser() as chooser:  # from before the walk: the browser learns of it by another way than of the key
        reach(page, "openFile")
        page.keyboard.press("Enter")
    chooser.value.set_files(file)
    expect(part(page, "open-status")).to_contain_text(re.compile("^Het plan is geopend."))
    assert kept(page)[0]["data"] == before
