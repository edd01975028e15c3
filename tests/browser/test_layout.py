"""Everything fits: on a small screen, enlarged, with wide spacing, in forced colours."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NARROW, PHONE, WIDE, begun
from tests.browser.page_types import page_type as find_type

MISPLACED = "[...probes.sideways(), ...probes.textOutOfPlace()]"


def test_a_step_fits_on_the_narrowest_screen(visit):
    page = visit(find_type("step"), width=NARROW)
    assert page.evaluate("probes.sideways()") == []
    assert page.evaluate("probes.textOutOfPlace()") == []


def test_what_does_not_fit_is_noticed(visit):
    page = visit("", width=NARROW)
    page.evaluate(
        """() => {
          const main = document.querySelector("main");
          const add = (tag, id, ...content) => {
            const element = Object.assign(document.createElement(tag), {id});
            element.append(...content);
            main.append(element);
          };
          add("p", "breed", "Woordvanheelveeltekens");
          add("p", "laag", "Twee", document.createElement("br"), "regels");
          add("button", "klein", "x");
          add("div", "breder");
          for (const [id, property, value] of [
            ["breed", "width", "4rem"], ["breed", "overflow-wrap", "normal"], ["laag", "height", "1em"], ["laag", "overflow", "hidden"],
            ["klein", "width", "12px"], ["klein", "padding", "0"], ["breder", "width", "500px"], ["breder", "height", "1px"],
          ]) document.getElementById(id).style.setProperty(property, value);
        }"""
    )
    out_of_place = page.evaluate("probes.textOutOfPlace()")
    assert any("#breed" in each for each in out_of_place)
    assert any("afgesneden" in each and "#laag" in each for each in out_of_place)
    assert any("#breder" in each for each in page.evaluate("probes.sideways()"))
    assert any("#klein" in each for each in page.evaluate("probes.smallTargets()"))


@pytest.mark.slow
def test_no_page_scrolls_sideways_at_320_pixels(visit, pages):
    page = visit("", width=NARROW)
    found = {}
    for address in pages:
        page.goto(address)
        begun(page)
        found[address] = page.evaluate(MISPLACED)
    assert {address: what for address, what in found.items() if what} == {}


@pytest.mark.slow
def test_text_keeps_its_place_at_every_width_and_with_more_space(visit, page_type):
    page = visit(page_type, width=NARROW)
    page.evaluate("probes.all('details').forEach((each) => { each.open = true; })")
    found = {}
    for spacing in ("gewoon", "ruim"):
        if spacing == "ruim":
            page.evaluate("probes.spread()")
        for width in (NARROW, PHONE, 640, 800, 1000, WIDE):
            page.set_viewport_size({"width": width, "height": 800})
            found[f"{width} {spacing}"] = page.evaluate(MISPLACED)
    assert {where: what for where, what in found.items() if what} == {}


@pytest.mark.slow
def test_text_keeps_its_place_when_a_reader_asks_for_letters_twice_as_large(visit_enlarged, page_type):
    page = visit_enlarged(page_type)
    assert page.evaluate("parseFloat(probes.style(document.body).fontSize)") >= 32
    page.evaluate("probes.all('details').forEach((each) => { each.open = true; })")
    found = {}
    for width in (640, 1000, WIDE):
        page.set_viewport_size({"width": width, "height": 800})
        found[width] = page.evaluate(MISPLACED)
    assert {where: what for where, what in found.items() if what} == {}


@pytest.mark.slow
@pytest.mark.parametrize("opener", ["Menu", "Op deze pagina"])
def test_lists_behind_a_button_can_be_read_whole_at_400_percent(visit, opener):
    page = visit(find_type("step"), width=NARROW, height=256)
    page.get_by_role("button", name=opener).click()
    panel = page.locator("nav:popover-open")
    box = panel.bounding_box()
    assert box["x"] >= 0 and box["y"] >= 0
    assert box["x"] + box["width"] <= NARROW and box["y"] + box["height"] <= 256
    last = panel.get_by_role("link").last
    last.focus()
    assert last.bounding_box()["y"] + last.bounding_box()["height"] <= 256


@pytest.mark.slow
def test_buttons_and_links_outside_sentences_are_at_least_24_pixels(visit, page_type):
    found = {}
    for width in (WIDE, PHONE):
        page = visit(page_type, width=width)
        page.evaluate("probes.all('details').forEach((each) => { each.open = true; })")
        found[width] = page.evaluate("probes.smallTargets()")
    assert {width: what for width, what in found.items() if what} == {}


def test_cautions_in_a_row_are_one_panel(visit):
    page = visit(find_type("step"), width=PHONE)
    boxes = page.evaluate("probes.all('#let-op ~ .caution').map((each) => { const box = each.getBoundingClientRect(); return [box.top, box.bottom]; })")
    assert len(boxes) > 2
    assert [round(below[0] - above[1]) for above, below in zip(boxes, boxes[1:])] == [0] * (len(boxes) - 1)


def test_the_second_line_of_a_barrier_stands_under_its_words(visit):
    page = visit("drempels/", width=NARROW)
    lines = page.evaluate(
        """probes.all('.barriers__item > .tone').map((each) => {
          const words = document.createRange();
          words.selectNodeContents(each);
          return [...words.getClientRects()].map((line) => Math.round(line.left));
        })"""
    )
    assert any(len(each) > 1 for each in lines)
    assert [each for each in lines if len(set(each)) > 1] == []


def test_what_is_folded_opens_for_who_follows_a_link_into_it(visit):
    page = visit("achtergrond/", width=PHONE)
    name = page.locator("#stad-kortrijk")
    assert not name.is_visible()
    page.goto("achtergrond/#stad-kortrijk")
    expect(name).to_be_in_viewport()


def test_the_current_step_stays_visible_in_forced_colours(visit):
    page = visit(find_type("step"), forced_colors="active")
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    outlines = page.evaluate(
        "probes.all('.stepbar__link').map((each) => [each.hasAttribute('aria-current'), parseFloat(probes.style(each).outlineWidth)"
        " * (probes.style(each).outlineStyle !== 'none')])"
    )
    assert sorted(width > 0 for _, width in outlines) == [False] * 5 + [True]
    assert all((width >= 2) == is_current for is_current, width in outlines)


def test_the_current_strategy_and_the_current_menu_entry_stay_visible_in_forced_colours(visit):
    page = visit(find_type("strategy"), forced_colors="active")
    mark = "probes.style(document.querySelector('.line__link[aria-current] .line__mark'))"
    assert page.evaluate(f"{mark}.outlineStyle") != "none"
    current, other, paper = page.evaluate(
        "[...['.menu__link[aria-current]', '.menu__link:not([aria-current])'].map((each) => "
        "probes.style(document.querySelector(each)).borderBottomColor), probes.style(document.documentElement).backgroundColor]"
    )
    assert current != paper
    assert other == paper


def test_boxes_to_tick_and_buttons_keep_their_edges_in_forced_colours(visit):
    page = visit(find_type("step"), width=PHONE, forced_colors="active")
    edges = page.evaluate(
        "probes.all('.checklist__box, button:not(.term)').filter(probes.isShown)"
        ".map((each) => [probes.name(each), parseFloat(probes.style(each).borderTopWidth)])"
    )
    assert len(edges) > 5
    assert [name for name, width in edges if width < 1] == []


@pytest.mark.slow
def test_what_stands_behind_an_explained_word_follows_its_last_letter_also_over_lines(visit_enlarged):
    page = visit_enlarged("vragen/", width=NARROW)
    terms = page.evaluate(
        """probes.all("main .term").filter((each) => each.lastChild.nodeType === Node.TEXT_NODE).map((each) => {
          const behind = document.createRange();
          behind.setStart(each.lastChild, 0);
          behind.setEnd(each.lastChild, 1);
          const [box, stop, lines] = [each.getBoundingClientRect(), behind.getBoundingClientRect(), [...each.querySelector(".term__word").getClientRects()]];
          const last = lines.pop();
          const follows = Math.abs(stop.left - last.right) < 1 && Math.abs(stop.top - last.top) < 1;
          const begins = Math.abs(stop.left - box.left) < 1 && stop.top > last.top; // the word filled its line
          return {text: each.textContent, lines: lines.length + 1, inside: box.right < each.parentElement.getBoundingClientRect().right + 1, after: follows || begins};
        })"""
    )
    assert max(term["lines"] for term in terms) > 1
    assert [term for term in terms if not (term["inside"] and term["after"])] == []


@pytest.mark.slow
def test_page_glides_only_to_what_a_reader_clicks_on_it(visit):
    page = visit(f"{find_type('article').address}#inhoud", reduced_motion="no-preference")
    gliding = "probes.style(document.documentElement).scrollBehavior"
    assert page.evaluate(gliding) == "auto"
    page.locator(".toc a[href^='#']").last.hover()
    assert page.evaluate(gliding) == "smooth"
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(gliding) == "auto"


@pytest.mark.slow
def test_nothing_moves_by_itself_and_nothing_at_all_for_who_asked_for_rest(visit, page_type):
    page = visit(page_type, reduced_motion="no-preference")
    assert page.evaluate("document.getAnimations().map((each) => probes.name(each.effect.target))") == []
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate("probes.moving()") == []
    assert page.evaluate("probes.style(document.documentElement).scrollBehavior") == "auto"
