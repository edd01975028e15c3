"""Finding and comparing stories as people do it, on a site with many invented ones."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from macros.commands.sample import write_stories
from macros.guide.guide import Guide
from macros.guide.loading import load
from macros.guide.relations import Relations
from macros.render.story_views import StoryViews
from tests.browser.conftest import PHONE, WIDE
from tests.browser.page_types import PageType
from tests.browser.test_accessibility import axe, look  # noqa: F401
from tests.conftest import copy_project

OVERVIEW = PageType("overview", "praktijkverhalen/", crowded=True)
COMPARE = PageType("compare", "praktijkverhalen/vergelijken/", crowded=True)


@pytest.fixture(scope="module")
def guide(tmp_path_factory) -> Guide:
    """The same guide as that of the site."""
    project = copy_project(tmp_path_factory.mktemp("crowded-guide"))
    write_stories(project / "data" / "stories", load(project)[0], 24, words=60)
    return load(project)[0]


@pytest.fixture(scope="module")
def views(guide) -> StoryViews:
    return StoryViews(guide, Relations(guide))


def shown(page: Page) -> list[str]:
    return page.locator("main .stories__item:visible h3").all_text_contents()


def status(page: Page):
    return page.locator(".finder").get_by_role("status")


def at(address: str) -> PageType:
    return PageType(address, f"praktijkverhalen/{address}", crowded=True)


@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_choice_leaves_the_stories_that_have_it_and_says_how_many(visit, views, width):
    page = visit(OVERVIEW, width=width)
    expect(status(page)).to_have_text(f"Alle {len(views.stories)} verhalen.")
    page.get_by_label("Strategie", exact=True).select_option("toeleiding")
    wanted = [story.title for story in views.stories if "toeleiding" in views.values[story.id]["strategie"]]
    assert sorted(shown(page)) == sorted(wanted)
    expect(status(page)).to_have_text(f"{len(wanted)} van de {len(views.stories)} verhalen.")


def test_choices_that_would_leave_nothing_cannot_be_made_and_counts_follow(visit, views):
    page = visit(OVERVIEW)
    page.get_by_label("Strategie", exact=True).select_option("netwerken")
    left = [values for values in views.values.values() if "netwerken" in values["strategie"]]
    offered = page.get_by_label("Drempel", exact=True).locator("option").evaluate_all(
        "all => all.filter((o) => o.value).map((o) => [o.value, o.textContent, o.disabled])"
    )
    assert len(offered) > 20 and any(disabled for _, _, disabled in offered) and not all(disabled for _, _, disabled in offered)
    for value, text, disabled in offered:
        count = sum(value in values["drempel"] for values in left)
        assert text.endswith(f"({count})") and disabled == (count == 0), text


def test_every_pair_of_choices_agrees_with_the_data(visit, views):
    """What the script in the page decides is what the data says, for all combinations of two choices."""
    page = visit(OVERVIEW)
    decided = page.evaluate(
        """() => {
          const selects = [...document.querySelectorAll(".finder select")];
          const items = [...document.querySelectorAll(".stories__item")];
          const stories = items.map((item) => Object.fromEntries(selects.map((s) => [s.name, (item.dataset[s.name] || "").split(" ").filter(Boolean)])));
          const values = (name) => [...document.querySelector(`.finder [name=${name}]`).options].map((o) => o.value).filter(Boolean);
          const found = {};
          for (const one of values("strategie")) for (const other of values("grootte")) {
            found[`${one} ${other}`] = gids.facets.fitting(stories, {strategie: one, grootte: other}).filter(Boolean).length;
          }
          return found;
        }"""
    )
    assert decided == {
        f"{strategy.value} {size.value}": sum(
            strategy.value in values["strategie"] and size.value in values["grootte"] for values in views.values.values()
        )
        for strategy in views.facets[0].options
        for size in views.facets[3].options
    }


def test_choices_stand_in_the_address_and_come_back_with_it(visit):
    page = visit(OVERVIEW)
    page.get_by_label("Grootte", exact=True).select_option("klein")
    expect(page).to_have_url(re.compile(r"praktijkverhalen/\?grootte=klein$"))
    before = shown(page)
    page.locator("main .stories__item:visible a").first.click()
    page.wait_for_url(lambda url: "?" not in url)
    page.go_back()
    expect(page.get_by_label("Grootte", exact=True)).to_have_value("klein")
    assert shown(page) == before


def test_wiping_the_choices_brings_all_back(visit, views):
    page = visit(at("?strategie=netwerken"))
    assert len(shown(page)) < len(views.stories)
    page.get_by_role("button", name="Wis alle keuzes").press("Enter")
    assert len(shown(page)) == len(views.stories)
    expect(page).to_have_url(re.compile("praktijkverhalen/$"))
    expect(page.get_by_role("button", name="Wis alle keuzes")).to_be_hidden()
    expect(page.get_by_label("Strategie", exact=True)).to_be_focused()


@pytest.mark.parametrize("query", ["?strategie=bestaat-niet", "?anders=iets", "?strategie=%3Cscript%3E"])
def test_address_that_nobody_can_have_made_shows_all(visit, views, query):
    page = visit(at(query))
    assert len(shown(page)) == len(views.stories)


def test_nothing_found_asks_for_an_example(visit, views):
    empty = next(
        (strategy.value, size.value)
        for strategy in views.facets[0].options
        for size in views.facets[3].options
        if not any(strategy.value in values["strategie"] and size.value in values["grootte"] for values in views.values.values())
    )
    page = visit(at(f"?strategie={empty[0]}&grootte={empty[1]}"))
    assert shown(page) == []
    expect(page.locator(".finder__none")).to_contain_text("Ken jij een voorbeeld?")


def test_without_script_the_whole_list_stands_there_and_no_dead_form(visit, views):
    page = visit(OVERVIEW, script=False)
    assert len(shown(page)) == len(views.stories)
    expect(page.locator(".finder")).to_be_hidden()


def test_two_stories_stand_side_by_side(visit):
    page = visit(COMPARE)
    page.get_by_label("Eerste verhaal").select_option("kortrijk")
    expect(page.locator(".compare").get_by_role("status")).to_have_text("Kies nog een tweede verhaal.")
    page.get_by_label("Tweede verhaal").select_option("lokeren")
    table = page.locator(".compare table")
    expect(table.locator("thead th")).to_have_count(2)
    expect(table.locator("thead th a").first).to_contain_text("Kortrijk")
    expect(page.get_by_role("row", name="Gemeente of streek Kortrijk Lokeren")).to_be_visible()
    expect(page).to_have_url(re.compile(r"\?een=kortrijk&twee=lokeren$"))


def test_story_is_not_put_beside_itself(visit):
    page = visit(at("vergelijken/?een=kortrijk"))
    expect(page.get_by_label("Tweede verhaal").locator("option[value=kortrijk]")).to_be_disabled()
    expect(page.get_by_label("Eerste verhaal")).to_have_value("kortrijk")


def test_comparison_can_be_sent_as_an_address(visit):
    page = visit(at("vergelijken/?een=lokeren&twee=kortrijk"))
    expect(page.locator(".compare thead th a").first).to_contain_text("Lokeren")


def test_story_page_leads_to_its_comparison(visit):
    page = visit(at("lokeren/"))
    page.get_by_role("link", name="Leg dit verhaal naast een ander").click()
    expect(page.get_by_label("Eerste verhaal")).to_have_value("lokeren")


def test_without_script_the_page_says_how_else_and_shows_the_table(visit):
    page = visit(COMPARE, script=False)
    expect(page.get_by_text("open je twee verhalen")).to_be_visible()
    expect(page.locator(".compare")).to_be_hidden()
    expect(page.locator("table.matrix").first).to_be_visible()


def test_cell_of_the_table_leads_to_the_stories_it_counts(visit, views):
    page = visit(COMPARE)
    cell = page.locator(".matrix__cell a").first
    count = int(cell.evaluate("each => each.firstChild.textContent"))
    cell.click()
    expect(status(page)).to_have_text(f"{count} van de {len(views.stories)} verhalen.")
    assert len(shown(page)) == count


def test_few_stories_need_no_script_of_their_own(visit):
    page = visit("praktijkverhalen/")
    assert page.locator("script[src*='stories']").count() == 0
    assert page.locator(".finder, a[href*=vergelijken]").count() == 0


@pytest.mark.slow
def test_axe_finds_nothing_while_choosing_and_comparing(visit, axe):  # noqa: F811
    page = visit(at("?strategie=toeleiding&grootte=klein"))
    assert look(page, axe) == {}
    page = visit(at("vergelijken/?een=kortrijk&twee=lokeren"))
    expect(page.locator(".compare table")).to_be_visible()
    assert look(page, axe) == {}


@pytest.mark.slow
@pytest.mark.parametrize("width", [320, PHONE])
def test_comparison_fits_on_a_small_screen(visit, width):
    page = visit(at("vergelijken/?een=kortrijk&twee=lokeren"), width=width)
    expect(page.locator(".compare table")).to_be_visible()
    assert page.evaluate("probes.sideways()") == []
    # The name of each row stands whole on one line above it.
    lines = page.locator(".compare tbody th").evaluate_all(
        "labels => labels.map((label) => { const range = document.createRange(); range.selectNodeContents(label); return range.getClientRects().length; })"
    )
    assert len(lines) > 15 and set(lines) == {1}
