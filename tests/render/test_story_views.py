"""Many stories at once: quiet while there are few, and true to the data when there are many."""

from __future__ import annotations

import datetime
import json
import re
import zlib

import pytest

from macros.commands.sample import story, write_stories
from macros.guide.loading import load
from macros.render.feed import LATEST, feed
from macros.render.site import Site
from macros.render.story_views import COMPARED_FROM, FILTERS_FROM

EDITION = datetime.date(2026, 9, 21)


@pytest.fixture
def crowd(small):
    """The small guide with so many published stories."""

    def make(count):
        folder = small.root / "data" / "stories"
        write_stories(folder, small.guide(), count - 2, words=12)  # two are there already
        site = Site(load(small.root)[0], EDITION)
        assert len(site.guide.stories) == count
        return site

    return make


def overview(site):
    return site.fragment("stories", site.composer("praktijkverhalen"))


@pytest.mark.parametrize(("count", "filtered"), [(FILTERS_FROM - 1, False), (FILTERS_FROM, True)])
def test_filters_come_with_eight_stories(crowd, count, filtered):
    html = overview(crowd(count))
    assert ("<form" in html) == filtered
    assert ('data-module="stories"' in html) == filtered
    assert len(re.findall("Ken jij een voorbeeld", html)) == (2 if filtered else 1)


@pytest.mark.parametrize(("count", "compared"), [(COMPARED_FROM - 1, False), (COMPARED_FROM, True)])
def test_comparing_comes_with_six_stories(crowd, count, compared):
    site = crowd(count)
    pages = {page.key: page for page in site.pages()}
    assert ("praktijkverhalen/vergelijken" in pages) == compared
    assert ("vergelijken" in overview(site)) == compared
    assert ("vergelijken" in pages["praktijkverhalen/dorp"].html) == compared
    assert bool(site.views.contents) == compared


def test_table_names_stories_until_there_are_filters_to_lead_to(crowd):
    site = crowd(COMPARED_FROM)
    (html,) = [page.html for page in site.pages() if page.key == "praktijkverhalen/vergelijken"]
    assert 'href="../../praktijkverhalen/dorp/">Het Dorp</a>' in html and "?strategie=" not in html


def test_counts_are_those_of_the_data_and_what_nobody_has_cannot_be_chosen(crowd):
    site = crowd(12)
    strategies = next(facet for facet in site.views.facets if facet.name == "strategie")
    for option in strategies.options:
        used = [s for s in site.guide.stories if any(e.strategy == option.value and e.use != "nee" for e in s.strategies)]
        assert option.count == len(used)
    html = overview(site)
    for facet in site.views.facets:
        for option in facet.options:
            tag = re.search(rf'<option value="{option.value}"[^>]*>{re.escape(option.label)} \({option.count}\)', html)
            assert tag and ("disabled" in tag.group()) == (option.count == 0)


def test_every_cell_of_the_table_counts_stories_with_both(crowd):
    site = crowd(12)
    for strategy in site.guide.strategies:
        for barrier in site.guide.barriers:
            wanted = {
                id for id, values in site.views.values.items() if strategy.id in values["strategie"] and barrier.id in values["drempel"]
            }
            assert {story.id for story in site.views.meeting(strategy.id, barrier.id)} == wanted


def test_side_of_a_comparison_is_one_script_with_every_row(crowd):
    site = crowd(COMPARED_FROM)
    rows = {}
    for story_ in site.guide.stories:
        content = site.views.contents[site.views.files[story_.id]].decode()
        assert "<" not in content
        name, _, value = content.rstrip(";\n").partition(" = ")
        assert name == f'gids.comparisons["{story_.id}"]'
        rows[story_.id] = json.loads(value)["rows"]
    labels = {tuple(label for label, _ in each) for each in rows.values()}
    assert len(labels) == 1
    assert all(lines for each in rows.values() for _, lines in each)


def test_of_many_stories_six_stand_in_sight_and_none_is_lost(crowd):
    site = crowd(40)
    pages = {page.key: page.html for page in site.pages()}
    used = site.views.values
    for strategy in site.guide.strategies:
        html = pages[f"strategieen/{strategy.id}"]
        before, _, folded = html.partition('<details class="more">')
        assert before.count('<section class="case"') <= 6
        for id, values in used.items():
            if strategy.id in values["strategie"]:
                assert f"/{id}/" in before + folded


def test_invented_stories_are_the_same_every_time_and_valid(small):
    guide = small.guide()
    assert story(guide, 7) == story(guide, 7)
    assert story(guide, 7) != story(guide, 8)
    write_stories(small.root / "data" / "stories", guide, 60, words=12)
    assert small.report() == []


@pytest.mark.slow
def test_a_thousand_stories_are_all_found_and_no_page_but_the_list_grows_with_them(crowd):
    """A list of everything may be long; what somebody reads stays a page."""
    site = crowd(1_000)
    html = str(overview(site))
    assert len(re.findall('<li class="stories__item"', html)) == 1_000
    assert all(f'href="../praktijkverhalen/{story_.id}/"' in html for story_ in site.guide.stories)
    assert len(zlib.compress(html.encode(), 9)) < 60_000
    pages = {page.key: page.html for page in site.pages()}
    assert len(re.findall("matrix__cell", pages["praktijkverhalen/vergelijken"])) == len(site.guide.strategies) * len(site.guide.barriers)
    longest = max((key for key in pages if key.startswith("praktijkverhalen/verzonnen-")), key=lambda key: len(pages[key]))
    assert len(pages[longest]) < 12_000
    assert feed(site, "https://gids.example/").count("<entry>") == LATEST
