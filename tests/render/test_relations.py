"""What the data links once is linked both ways, from page to page."""

from __future__ import annotations

import posixpath

import pytest
from bs4 import BeautifulSoup

from macros.guide.guide import walk
from macros.guide.relations import Relations
from macros.render.addresses import OWN_PAGE, address_of
from tests.render.conftest import read_pages


def links_between(site, pages):
    """Which page links to which: the pages from data, and that of the networks."""
    networks = BeautifulSoup(site.fragment("networks", site.composer("lerend-netwerk")), "html.parser")
    found = set()
    for key, page in [*pages.items(), ("lerend-netwerk", networks)]:
        for link in page.find_all("a", href=True):
            # The step bar and the line are on every page of their kind: they prove nothing.
            if "://" not in link["href"] and not link.find_parent(class_=["stepbar", "line"]):
                found.add((key, posixpath.normpath(posixpath.join(key, link["href"].partition("#")[0]))))
    return found


#: What stays one way, and why.
ONE_WAY = {
    "questions": "an example answer in the workbook tells nothing about its story",
    "needs": "later steps build on a step; the step itself does not change by it",
    "combines": "a pair of strategies is told where the reason is",
    "sheets": "an invented case in a workshop tells nothing about the barriers in it",
    "related": "a pair of barriers is told where the reason is",
}


@pytest.mark.parametrize("which", ["small", "real"])
def test_whatever_names_another_page_links_to_it_and_is_linked_from_it(which, request):
    site = request.getfixturevalue("small_site")() if which == "small" else request.getfixturevalue("real_site")
    links = links_between(site, read_pages(site) if which == "small" else request.getfixturevalue("real_pages"))
    missing = []
    for document in site.guide.documents:
        if document.kind.name not in OWN_PAGE or not getattr(document.item, "published", True):
            continue
        here = address_of(document.kind.name, document.item.id).page
        for node in walk(document):
            if node.refers not in OWN_PAGE or not isinstance(node.value, str):
                continue
            if document.kind.name == "materials" and node.location[0] not in ("steps", "strategies", "barriers"):
                continue  # what stands on a sheet of a workshop is not what the workshop is about
            there, place = address_of(node.refers, node.value).page, f"{document.file.path}:{document.line(node.location)}"
            if here == there:
                continue
            if (here, there) not in links and node.location[0] != "questions":
                missing.append(f"{place}: {here} does not link to {there}")
            if (there, here) not in links and node.location[0] not in ONE_WAY:
                missing.append(f"{place}: {there} does not link back to {here}")
    assert missing == []


@pytest.fixture
def relations(small):
    return Relations(small.guide())


def test_ways_to_help_are_found_from_the_other_end_strongest_first(small):
    text = small.path("barriers/te-ver.yml").read_text(encoding="utf-8").replace("number: 1\n", "number: 2\n")
    small.write("barriers/te-donker.yml", text.replace("formerly:\n  - veel-te-ver\n", "").replace("strength: sterk", "strength: zwak"))
    found = Relations(small.guide()).helped_by("strategy", "strategie-1")
    assert [(entry.barrier.id, entry.help.strength) for entry in found] == [("te-ver", "sterk"), ("te-donker", "zwak")]


def test_stories_that_use_a_strategy_come_before_those_that_do_not(small):
    text = small.path("stories/dorp.yml").read_text(encoding="utf-8").replace("formerly:\n  - gehucht\n", "")
    small.write("stories/aarde.yml", text.replace("use: ja", "use: nee"))
    found = Relations(small.guide()).strategy_in_stories("strategie-1")
    assert [(story.id, str(entry.use)) for story, entry in found] == [("dorp", "ja"), ("aarde", "nee")]


def test_barrier_in_a_story_is_told_once_though_both_tell_it(small):
    small.append("barriers/te-vol.yml", "seen_in:\n  - story: dorp\n    text: Zo vertelt de drempel het.\n    ours: true\n")
    relations = Relations(small.guide())
    told = [(sighting.story.id, sighting.text) for sighting in relations.sightings(barrier="te-vol")]
    assert told == [("dorp", "Zo vertelt de drempel het.")]
    assert {sighting.barrier.id for sighting in relations.sightings(story="dorp")} == {"te-ver", "te-vol"}


def test_steps_find_the_stories_and_findings_that_show_them(relations):
    assert [story.id for story, _ in relations.step_in_stories("stap-2")] == ["dorp"]
    assert relations.step_in_stories("stap-1") == []
    assert [finding.id for finding, _ in relations.findings_for("stap-1")] == ["geen-tijd"]
    assert [step.id for step, _ in relations.steps_showing("dorp")] == [f"stap-{n}" for n in range(1, 7)]
    assert relations.steps_showing("elders") == []


def test_items_find_the_steps_that_name_them(relations):
    assert len(relations.steps_naming("strategies", "strategie-1")) == 6
    assert relations.steps_naming("strategies", "strategie-2") == []
    assert len(relations.steps_naming("barriers", "te-ver")) == 6


def test_b_finds_the_barriers_that_touch_it(relations):
    assert [barrier.id for barrier, _ in relations.barriers_touching("b-2")] == ["te-vol"]
    assert relations.barriers_touching("b-7") == []


def test_source_finds_every_item_that_cites_it_once(small):
    small.append("sources.yml", "- id: krant\n  title: De krant\n  author: Iemand\n  date: 2021\n  kind: document\n  short: Krant\n")
    small.change("stories/dorp.yml", "    text: Niemand las de brief.\n    sources:\n      - source: boek\n", "    text: Niemand las de brief.\n    sources:\n      - source: krant\n")
    relations = Relations(small.guide())
    assert [document.item.id for document in relations.documents_citing("krant")] == ["dorp"]
    assert [document.item.id for document in relations.documents_citing("boek")].count("dorp") == 1
    assert relations.documents_citing("niets") == []
