"""Searching as people do it: by keyboard, by pointer, with a typing error, and without JavaScript."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NARROW, PHONE, WIDE

WIDTHS = pytest.mark.parametrize("width", [WIDE, PHONE, NARROW])


def field(page: Page):
    return page.get_by_label("Zoek in deze gids")


def suggestions(page: Page):
    return page.get_by_role("listbox", name="Suggesties")


def ask(page: Page, text: str):
    """Type in the header and wait for the list."""
    field(page).focus()
    page.keyboard.type(text)
    expect(suggestions(page)).to_be_visible()
    return suggestions(page).get_by_role("option")


def results(page: Page):
    return page.locator("main ol.results__list > li")


# --- the field in the header ---


@WIDTHS
def test_arrow_keys_point_at_a_suggestion_and_enter_follows_it(visit, width):
    page = visit("stappen/korte-nota/", width=width)
    options = ask(page, "te duur")
    expect(field(page)).to_have_attribute("aria-expanded", "true")
    expect(field(page)).not_to_have_attribute("aria-activedescendant", re.compile("."))
    page.keyboard.press("ArrowDown")
    expect(field(page)).to_have_attribute("aria-activedescendant", options.first.get_attribute("id"))
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(field(page)).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/drempels/te-duur/")


def test_arrow_keys_go_round_by_way_of_the_field(visit):
    page = visit("")
    options = ask(page, "jongeren")
    page.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    expect(suggestions(page).locator("[aria-selected=true]")).to_have_count(0)
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowLeft")
    expect(suggestions(page).locator("[aria-selected=true]")).to_have_count(0)


def test_escape_closes_the_list_and_keeps_what_was_typed(visit):
    page = visit("")
    ask(page, "drempel")
    page.keyboard.press("Escape")
    expect(suggestions(page)).to_be_hidden()
    expect(field(page)).to_have_attribute("aria-expanded", "false")
    expect(field(page)).to_have_value("drempel")
    page.keyboard.press("ArrowDown")
    expect(suggestions(page)).to_be_visible()


def test_tab_leaves_the_field_and_closes_the_list(visit):
    page = visit("")
    ask(page, "drempel")
    page.keyboard.press("Tab")
    expect(suggestions(page)).to_be_hidden()
    expect(page.get_by_role("button", name="Zoek")).to_be_focused()


def test_number_of_suggestions_is_announced_after_a_pause(visit):
    page = visit("")
    ask(page, "beroepsgeheim")
    expect(page.locator("header [role=status]")).to_have_text(re.compile(r"^\d suggesties\. Kies met de pijltjes\.$"))


def test_pointer_follows_a_suggestion(visit):
    page = visit("")
    ask(page, "lokeren").first.click()
    page.wait_for_url("**/praktijkverhalen/lokeren/")


def test_enter_without_a_choice_goes_to_all_results(visit):
    page = visit("stappen/korte-nota/")
    ask(page, "vertrouwen")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken/?q=vertrouwen")
    expect(page.get_by_role("status").first).to_have_text(re.compile(r"^\d+ pagina’s voor ‘vertrouwen’$"))


def test_last_suggestion_leads_to_all_results(visit):
    page = visit("stappen/korte-nota/")
    options = ask(page, "vertrouwen")
    expect(options.last).to_have_text(re.compile(r"^Alle \d+ pagina’s voor ‘vertrouwen’"))
    options.last.click()
    page.wait_for_url("**/zoeken/?q=vertrouwen")


def test_list_stays_within_the_screen(visit):
    page = visit("", width=NARROW)
    ask(page, "jongeren")
    box = suggestions(page).bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= NARROW
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW


def test_nothing_of_the_search_is_loaded_before_somebody_turns_to_the_field(visit):
    page = visit("")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    loaded = "performance.getEntriesByType('resource').filter((entry) => /assets\\/(query-|search)/.test(entry.name)).length"
    assert page.evaluate(loaded) == 0
    ask(page, "drempel")
    assert all(any(part in url for url in asked) for part in ("/assets/query-", "/assets/search-", "/assets/search/"))


def test_field_still_leads_to_the_search_page_when_the_search_does_not_load(visit, troubles):
    page = visit("")
    page.route("**/assets/search*", lambda route: route.abort())
    field(page).focus()
    page.keyboard.type("drempel")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken/?q=drempel")
    expect(page.get_by_role("status").first).to_have_text("De zoekfunctie laadt niet. Hieronder staan alle pagina’s.")
    expect(page.locator("#overzicht")).to_be_visible()
    troubles.wait(page, "assets/search-")  # and of its index, which does come and finds no search, no complaint


# --- the page with results ---


def test_results_are_a_list_of_links_with_title_heading_and_marked_sentence(visit):
    page = visit("zoeken/?q=wie betaalt dat")
    first = results(page).first
    link = first.get_by_role("link")
    expect(link).to_have_attribute("href", "../vragen/#wie-betaalt-nu")
    expect(link).to_contain_text("Veelgestelde vragen")
    expect(page.locator("main mark").first).to_be_visible()
    expect(page).to_have_title(re.compile(r"^wie betaalt dat: \d+ pagina’s – Zoeken"))
    expect(page.get_by_label("Wat zoek je?")).to_have_value("wie betaalt dat")
    expect(page.locator("#overzicht")).to_be_hidden()


def test_at_most_twenty_results_until_somebody_asks_for_more(visit):
    page = visit("zoeken/?q=jongeren")
    expect(results(page)).to_have_count(20)
    page.get_by_role("button", name="Toon meer").click()
    expect(results(page).nth(20).get_by_role("link")).to_be_focused()
    expect(page.get_by_role("status").first).to_have_text(re.compile(r"^\d+ van \d+ pagina’s voor ‘jongeren’$"))
    while page.get_by_role("button", name="Toon meer").is_visible():
        shown = results(page).count()
        page.get_by_role("button", name="Toon meer").click()
        expect(results(page).nth(shown)).to_be_visible()
    addresses = results(page).get_by_role("link").evaluate_all("links => links.map((link) => link.href.split('#')[0])")
    assert len(set(addresses)) == len(addresses)


#: From the moment that results are in sight no script of the index arrives any more.
LOSE_THE_REST = """
window.lost = true;
const append = Element.prototype.append;
Element.prototype.append = function (...nodes) {
  const lost = window.lost && this === document.head && document.querySelector(".results__item");
  if (lost) nodes.forEach((node) => setTimeout(() => node.dispatchEvent(new Event("error"))));
  else append.apply(this, nodes);
};"""


def test_first_results_stand_without_the_texts_of_the_rest_and_more_can_be_asked_for_again(visit):
    page = visit("")
    page.add_init_script(LOSE_THE_REST)
    page.evaluate("location.href = 'zoeken/?q=jongeren'")
    more = page.get_by_role("button", name="Toon meer")
    expect(more).to_be_visible()
    expect(results(page)).to_have_count(6)
    expect(page.get_by_role("status").first).to_have_text(re.compile(r"^\d+ pagina’s voor ‘jongeren’$"))
    page.evaluate("window.lost = false")
    more.click()
    expect(results(page).nth(6).get_by_role("link")).to_be_focused()
    expect(results(page)).to_have_count(26)


def test_pieces_of_the_words_are_asked_for_before_the_search_itself_is_there(visit):
    page = visit("zoeken/")
    held, released = [], []
    page.route("**/assets/search-*.js", lambda route: route.continue_() if released else held.append(route))
    with page.expect_request("**/assets/search/*/terms-*.js"), page.expect_request("**/assets/search/*/phrases.js"):
        page.goto(page.url + "?q=gemeenten", wait_until="commit")
    expect(results(page)).to_have_count(0)
    released.append(True)
    for route in held:
        route.continue_()
    expect(results(page).first).to_be_visible()


def test_a_script_that_did_not_come_is_asked_for_again_with_the_one_after_it(visit, troubles):
    page = visit("zoeken/")
    failed = []

    def fail_once(route):
        if failed:
            route.continue_()
        else:
            failed.append(route.request.url)
            route.abort()

    page.route("**/assets/query-*.js", fail_once)
    page.goto(page.url + "?q=gemeenten")
    expect(results(page).first).to_be_visible()
    troubles.wait(page, "assets/query-")


def test_typing_error_is_forgiven_and_pointed_out(visit):
    page = visit("zoeken/?q=drempl")
    expect(results(page).first).to_be_visible()
    page.get_by_role("link", name=re.compile("^drempel")).first.click()
    page.wait_for_url(re.compile(r"/zoeken/\?q=drempel"))


def test_nothing_found_offers_words_that_look_like_it(visit):
    page = visit("zoeken/?q=vrbindigsambosadur")
    expect(page.get_by_role("status").first).to_have_text("Niets gevonden voor ‘vrbindigsambosadur’")
    page.get_by_role("link", name=re.compile("^verbindingsambassadeur")).first.click()
    expect(results(page).first).to_be_visible()


def test_nonsense_offers_no_words_and_all_pages(visit):
    page = visit("zoeken/?q=qwertyuiop")
    expect(page.get_by_role("status").first).to_have_text("Niets gevonden voor ‘qwertyuiop’")
    expect(page.locator("#overzicht")).to_be_visible()
    expect(page.get_by_text("Bedoelde je")).to_have_count(0)
    expect(page.get_by_role("link", name="alle pagina’s", exact=True)).to_have_attribute("href", "#overzicht")


def test_pages_with_only_some_of_the_words_say_so(visit):
    page = visit("zoeken/?q=beroepsgeheim xylofoonkoffer")
    expect(page.get_by_text("Geen enkele pagina heeft al je woorden.")).to_be_visible()
    expect(results(page).first).to_be_visible()


def test_what_is_typed_is_shown_and_never_run(visit):
    page = visit("zoeken/?q=<img src=x onerror=alert(1)>\"'")
    expect(page.get_by_role("status").first).to_contain_text("<img src=x onerror=alert(1)>")
    assert page.locator("main img").count() == 0


def test_new_search_from_the_search_page(visit):
    page = visit("zoeken/")
    expect(page.locator("#overzicht")).to_be_visible()
    page.get_by_label("Wat zoek je?").fill("2.3")
    page.get_by_role("button", name="Zoek").click()
    expect(page.get_by_role("status").first).to_have_text("1 pagina voor ‘2.3’")
    expect(results(page).get_by_role("link")).to_have_attribute("href", "../stappen/situatie-in-kaart/#checklist")


# --- without JavaScript ---


@WIDTHS
def test_without_javascript_the_field_leads_to_all_pages(visit, width):
    page = visit("stappen/korte-nota/", width=width, script=False)
    field(page).fill("drempel")
    page.get_by_role("button", name="Zoek").click()
    page.wait_for_url("**/zoeken/?q=drempel")
    expect(page.locator("noscript p")).to_be_visible()  # by its text Playwright does not find it
    expect(page.locator("main").get_by_role("link", name="Schrijf een korte nota", exact=True)).to_be_visible()
