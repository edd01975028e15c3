"""Without JavaScript every page is complete and every way works."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, WIDE
from tests.browser.page_types import page_type as find_type

# What a script brings (a button to print, suggestions) stands in an element that names its module; the rest is for all.
TEXT = """() => {
  for (const each of probes.all("[data-module]")) each.hidden = true;
  return document.body.innerText.replace(/\\s+/g, " ").trim();
}"""


@pytest.mark.slow
def test_a_page_tells_the_same_without_script(visit, page_type):
    with_script, without = (visit(page_type, width=PHONE, script=script).evaluate(TEXT) for script in (True, False))
    assert len(without) > 200
    if page_type.searches:  # says that searching needs a script, and shows every page instead
        assert "Zoeken werkt alleen met JavaScript" in without
        assert "Schrijf een korte nota" in without
    else:
        assert without == with_script


@pytest.mark.parametrize("script", [True, False])
def test_the_menu_opens_and_leads_on_with_a_finger(visit, script):
    page = visit("", width=PHONE, script=script, has_touch=True)
    page.get_by_role("button", name="Menu").tap()
    page.locator("#menu").get_by_role("link", name="Drempels").tap()
    page.wait_for_url("**/drempels/")
    expect(page.locator("h1")).to_contain_text("Drempels")


@pytest.mark.parametrize(("button", "panel"), [("Menu", "#menu"), ("Op deze pagina", "#op-deze-pagina")])
def test_an_opened_list_closes_with_a_finger(visit, button, panel):
    page = visit(find_type("step"), width=PHONE, script=False, has_touch=True)
    page.get_by_role("button", name=button, exact=True).tap()
    close = page.locator(panel).get_by_role("button", name="Sluit")
    box = close.bounding_box()
    assert box["width"] >= 44 and box["height"] >= 44
    close.tap()
    expect(page.locator(panel)).to_be_hidden()


def test_a_word_explains_itself_without_script(visit):
    page = visit(find_type("article"), width=PHONE, script=False)
    page.locator("main .term").first.click()
    expect(page.locator(".word:popover-open")).to_be_visible()


def test_searching_without_script_leads_to_all_pages(visit):
    page = visit("", script=False)
    page.get_by_role("searchbox").fill("brugfiguur")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken/?q=brugfiguur")
    page.locator("main").get_by_role("link", name="Schrijf een korte nota").first.click()
    page.wait_for_url("**/stappen/korte-nota/")


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("width", [360, WIDE])
def test_all_six_steps_can_be_walked_with_next(visit, width, script):
    page = visit("", width=width, script=script)
    page.get_by_role("link", name="Schrijf een korte nota").first.click()
    titles = [here(page, 1)]
    for number in range(2, 7):
        page.get_by_role("link", name="Volgende").click()
        titles.append(here(page, number))
    assert page.get_by_role("link", name="Volgende").count() == 0
    assert len(set(titles)) == 6
    for number in range(5, 0, -1):
        page.get_by_role("link", name="Vorige").click()
        assert here(page, number) == titles[number - 1]
    assert page.get_by_role("link", name="Vorige").count() == 0


def here(page: Page, number: int) -> str:
    """The title of the step that the page says it is."""
    expect(page.locator("main")).to_contain_text(f"Stap {number} van 6")
    current = page.locator(".stepbar [aria-current=step]")
    expect(current).to_have_count(1)
    expect(current).to_contain_text(str(number))
    expect(page.get_by_role("heading", level=2, name="Checklist")).to_be_visible()
    assert page.locator(".checklist__number").first.inner_text().startswith(f"{number}.")
    return page.locator("h1").inner_text()
