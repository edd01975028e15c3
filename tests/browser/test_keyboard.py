"""With the keyboard alone: everything can be reached, in order, and shows where you are."""

from __future__ import annotations

import itertools

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, WIDE, until
from tests.browser.page_types import page_type as find_type

ACTIVE = "probes.name(document.activeElement)"


def walk(page: Page) -> tuple[list[str], list[dict]]:
    """Press Tab until the page ends; gives the stops that a reader expects and those that came."""
    expected = page.evaluate("probes.expectStops()")
    stops = []
    while len(stops) < 2 * len(expected) + 10:
        page.keyboard.press("Tab")
        stop = page.evaluate("probes.stop()")
        if stop is None:
            break
        stops.append(stop)
    return expected, stops


def faults(expected: list[str], stops: list[dict]) -> list[str]:
    """Stops that do not show or jump back, and controls that Tab never reached."""
    found = [f"{stop['name']}: {', '.join(stop['wrong'])}" for stop in stops if stop["wrong"]]
    # A frame that scrolls is a stop of its own: the browser makes it one.
    known = [stop for stop in stops if stop["index"] >= 0 or not stop["scrolls"]]
    found += [f"{stop['name']}: onverwacht" for stop in known if stop["index"] < 0]
    reached = [stop["index"] for stop in known]
    if reached != sorted(set(reached)):
        found.append(f"volgorde: {reached}")
    found += [f"{name}: nooit bereikt" for index, name in enumerate(expected) if index not in reached]
    for before, after in itertools.pairwise(stops):
        is_above = after["bottom"] <= before["top"] + 1
        if is_above and after["left"] <= before["left"] and after["place"] == before["place"]:
            found.append(f"{before['name']} -> {after['name']}: springt terug")
    return found


def press_until(page: Page, key: str, selector: str, most: int = 80) -> None:
    """Press a key until the keyboard is at something."""
    for _ in range(most):
        page.keyboard.press(key)
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{selector} is never reached with {key}")


def said_of(page: Page, button: str) -> dict:
    """What Chromium tells a screen reader about a button."""
    session = page.context.new_cdp_session(page)
    root = session.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
    found = session.send("Accessibility.queryAXTree", {"nodeId": root, "role": "button", "accessibleName": button})["nodes"]
    assert len(found) == 1
    return {each["name"]: each["value"].get("value") for each in found[0]["properties"]}


def test_the_first_stop_leads_past_the_menu_to_the_content(visit):
    page = visit(find_type("step"))
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.inner_text() == "Naar de inhoud"
    box = skip.bounding_box()
    assert box["y"] >= 0 and box["x"] >= 0 and box["height"] >= 24
    page.keyboard.press("Enter")
    expect(page.locator("main#inhoud")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_the_keyboard_walks_the_start_page_in_order(visit):
    assert faults(*walk(visit("", width=PHONE))) == []


def test_a_stop_that_hides_jumps_or_is_left_out_is_noticed(visit):
    page = visit("")
    page.evaluate(
        """() => {
          const [first, second, third] = probes.all("main a");
          first.style.setProperty("outline", "none");
          second.style.setProperty("position", "absolute");
          second.style.setProperty("left", "-999px");
          third.tabIndex = 3;
        }"""
    )
    found = faults(*walk(page))
    for what in ("geen rand", "niet in beeld", "volgorde"):
        assert any(what in each for each in found), what


@pytest.mark.slow
def test_every_stop_shows_and_comes_in_order(visit, page_type):
    found = {}
    for width in (WIDE, PHONE):
        page = visit(page_type, width=width)
        page.evaluate("probes.all('details').forEach((each) => { each.open = true; })")
        found[width] = faults(*walk(page))
    assert {width: what for width, what in found.items() if what} == {}


@pytest.mark.slow
@pytest.mark.parametrize("name", ["start", "step", "story"])
def test_the_way_back_is_the_same_way(visit, name):
    page = visit(find_type(name), width=PHONE)
    _, forth = walk(page)
    back = []
    for _ in forth:
        page.keyboard.press("Shift+Tab")
        back.insert(0, page.evaluate("probes.stop()"))
    assert [f"{stop['name']}: {stop['wrong']}" for stop in back if stop["wrong"]] == []
    assert [stop["name"] for stop in back] == [stop["name"] for stop in forth]


@pytest.mark.parametrize("key", ["Enter", "Space"])
@pytest.mark.parametrize(("button", "panel"), [("Menu", "#menu"), ("Op deze pagina", "#op-deze-pagina")])
def test_a_list_opens_with_the_keyboard_and_escape_brings_back(visit, button, panel, key):
    page = visit(find_type("step"), width=PHONE)
    opener, opened = page.get_by_role("button", name=button), page.locator(panel)
    opener.focus()
    assert not opened.is_visible()
    assert said_of(page, button)["expanded"] is False
    page.keyboard.press(key)
    assert opened.is_visible()
    assert said_of(page, button)["expanded"] is True
    page.keyboard.press("Tab")
    stop = page.evaluate("probes.stop()")
    assert page.evaluate("(panel) => document.activeElement.closest(panel) !== null", panel)
    assert stop["wrong"] == []
    page.keyboard.press("Escape")
    assert not opened.is_visible()
    assert page.evaluate(ACTIVE) == opener.evaluate("(element) => probes.name(element)")


def test_the_list_of_headings_comes_along_closes_and_leaves_the_keyboard_at_what_was_chosen(visit):
    page = visit(find_type("story"), width=PHONE)
    page.locator("#feiten").scroll_into_view_if_needed()
    opener, opened, heading = page.get_by_role("button", name="Op deze pagina"), page.locator("#op-deze-pagina"), page.locator("#context")
    expect(opener).to_be_in_viewport(ratio=1)
    opener.focus()
    page.keyboard.press("Enter")
    press_until(page, "Tab", "#op-deze-pagina a[href='#context']")
    page.keyboard.press("Enter")
    expect(opened).to_be_hidden()
    expect(heading).to_be_in_viewport(ratio=1)
    until(page, "(() => { const [top, strip] = ['#context', '.toc'].map((each) => document.querySelector(each).getBoundingClientRect());"
          " return top.top >= strip.bottom && top.top < innerHeight / 2; })()")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('section[aria-labelledby=context]').contains(document.activeElement)")
    assert page.evaluate("probes.stop().wrong") == []


def test_the_menu_leads_to_another_page_by_keyboard(visit):
    page = visit("", width=PHONE)
    press_until(page, "Tab", "[popovertarget=menu]")
    page.keyboard.press("Enter")
    press_until(page, "Tab", "#menu a[href*=stappen]")
    page.keyboard.press("Enter")
    page.wait_for_url("**/stappen/")
    assert page.locator("h1").inner_text() == "Zes stappen"


@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_a_word_explains_itself_by_keyboard(visit, width):
    page = visit(find_type("article"), width=width)
    press_until(page, "Tab", "main .term")
    word = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    card = page.locator(".word:popover-open")
    box = card.bounding_box()
    assert box["x"] >= 0 and box["y"] >= 0 and box["x"] + box["width"] <= width and box["y"] + box["height"] <= 800
    assert len(card.locator(".word__text").inner_text()) > 30
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.word:popover-open') !== null")
    assert page.evaluate("probes.stop().wrong") == []
    page.keyboard.press("Escape")
    assert card.count() == 0
    assert page.evaluate("document.activeElement.textContent") == word


@pytest.mark.slow
def test_every_explained_word_opens_its_card_beside_it_and_in_view(visit):
    page = visit(find_type("step"), width=PHONE)
    terms = page.locator("main .term").all()
    assert len(terms) > 3
    for term in terms:
        term.focus()
        page.keyboard.press("Enter")
        box, at = page.locator(".word:popover-open").bounding_box(), term.bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= PHONE
        assert box["y"] >= 0 and box["y"] + box["height"] <= 800
        assert box["y"] >= at["y"] + at["height"] - 1 or box["y"] + box["height"] <= at["y"] + 1
        page.keyboard.press("Escape")


@pytest.mark.parametrize("key", ["n", "p", "f", "s", "/", ".", ",", "m", "h"])
def test_no_single_key_does_anything(visit, key):
    page = visit(find_type("step"))
    before = (page.url, page.evaluate(ACTIVE), page.evaluate("scrollY"))
    page.keyboard.press(key)
    assert (page.url, page.evaluate(ACTIVE), page.evaluate("scrollY")) == before
