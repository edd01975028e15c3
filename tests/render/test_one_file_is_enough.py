"""Adding one story file is enough: it gets its page, and its place wherever stories, and what they name, are listed."""

from __future__ import annotations

import json
import posixpath
import re
from xml.etree import ElementTree

import pytest
import yaml
from bs4 import BeautifulSoup

from tests.conftest import build, copy_project

pytestmark = pytest.mark.slow

STORY = """\
title: Toetsdorp opent de deur van het clublokaal
summary: Toetsdorp zette het clublokaal op een kier.
sources:
  - source: sv-179
municipality: Toetsdorp
card:
  context: Toetsdorp had een dichte deur.
  approach: Toetsdorp nam de klink vast.
  learned: Toetsdorp leerde duwen.
context:
  - id: de-dichte-deur
    title: De dichte deur van Toetsdorp
    text: In Toetsdorp bleef de deur dicht.
    ours: true
approach:
  - id: de-klink
    title: De klink van Toetsdorp
    text: Iemand nam in Toetsdorp de klink vast.
    ours: true
strategies:
  - strategy: netwerken
    use: ja
    how: In Toetsdorp kenden alle sleuteldragers elkaar.
    ours: true
barriers:
  - barrier: te-duur
    how: In Toetsdorp kostte de sleutel geld.
    ours: true
steps:
  - step: korte-nota
    how: In Toetsdorp paste de nota op een deur.
    ours: true
materials:
  - material: drempels-zien
    how: In Toetsdorp speelden ze het gezin na.
figures:
  - label: Sleutels
    value: "3"
    note: In Toetsdorp telden ze de haakjes.
    sources:
      - source: sleutelboek
unknown:
  - Wie in Toetsdorp het licht uitdeed.
made_from: eigen-ervaring
author: Toetsdorp
licence: cc-by-4.0
written: 2026-01-02
own_sources:
  - id: sleutelboek
    title: Het sleutelboek van Toetsdorp
    author: Toetsdorp
    date: "2025"
    kind: document
    short: Sleutelboek
"""

PAGE = "praktijkverhalen/toetsdorp"

#: Where the story must show up: the page, a sentence that must stand there, and whether the page must link to the story.
PLACES = [
    ("praktijkverhalen", "Toetsdorp opent de deur van het clublokaal", True),
    ("praktijkverhalen", "Toetsdorp zette het clublokaal op een kier.", True),
    ("strategieen", "Toetsdorp", True),
    ("strategieen/netwerken", "In Toetsdorp kenden alle sleuteldragers elkaar.", True),
    ("drempels/te-duur", "In Toetsdorp kostte de sleutel geld.", True),
    ("stappen/korte-nota", "In Toetsdorp paste de nota op een deur.", True),
    ("workshops/drempels-zien", "In Toetsdorp speelden ze het gezin na.", True),
    ("bronnen", "Toetsdorp opent de deur van het clublokaal", True),
    ("bronnen", "Het sleutelboek van Toetsdorp", True),
    ("overzicht", "Toetsdorp opent de deur van het clublokaal", True),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The site of the real guide with one more file in its data."""
    root = tmp_path_factory.mktemp("one-file")
    project = copy_project(root / "project")
    (project / "data" / "stories" / "toetsdorp.yml").write_text(STORY, encoding="utf-8")
    return build(project, root / "site", SITE_URL="https://gids.example/")


def page(folder, key):
    return BeautifulSoup((folder / key / "index.html").read_text(encoding="utf-8"), "html.parser")


def text(element):
    return " ".join(element.get_text().split())


def test_it_has_a_page_with_all_that_its_file_tells(folder):
    shown = text(page(folder, PAGE).main)
    sentences = re.findall(r"^ *(?:- )?(?:[a-z]+: )?((?:In |Iemand |Wie |De |Toetsdorp ).*Toetsdorp.*|Toetsdorp .*)$", STORY, re.MULTILINE)
    assert len(sentences) >= 12
    assert [sentence for sentence in sentences if sentence not in shown] == []


@pytest.mark.parametrize(("key", "sentence", "linked"), PLACES, ids=[f"{key}: {sentence[:25]}" for key, sentence, _ in PLACES])
def test_it_shows_up_where_a_reader_looks(folder, key, sentence, linked):
    main = page(folder, key).main
    assert sentence in text(main)
    targets = {posixpath.normpath(posixpath.join(key, link["href"].partition("#")[0])) for link in main.select("a[href]")}
    assert (PAGE in targets) == linked


def test_its_own_page_links_back_to_all_it_names(folder):
    targets = {posixpath.normpath(posixpath.join(PAGE, link["href"].partition("#")[0])) for link in page(folder, PAGE).main.select("a[href]")}
    assert {"strategieen/netwerken", "drempels/te-duur", "stappen/korte-nota", "bronnen"} <= targets


def test_search_engines_are_told(folder):
    assert f"<loc>https://gids.example/{PAGE}/</loc>" in (folder / "sitemap.xml").read_text(encoding="utf-8")


def test_whoever_follows_the_feed_hears_of_it(folder):
    feed = ElementTree.parse(folder / "praktijkverhalen" / "feed.xml")
    atom = {"a": "http://www.w3.org/2005/Atom"}
    entries = {entry.findtext("a:title", namespaces=atom): entry for entry in feed.findall("a:entry", atom)}
    entry = entries["Toetsdorp opent de deur van het clublokaal"]
    assert entry.find("a:link", atom).get("href") == f"https://gids.example/{PAGE}/"
    assert entry.findtext("a:summary", namespaces=atom) == "Toetsdorp zette het clublokaal op een kier."
    link = page(folder, PAGE).head.select_one('link[type="application/atom+xml"]')["href"]
    assert posixpath.normpath(posixpath.join(PAGE, link)) == "praktijkverhalen/feed.xml"


def test_its_file_can_be_opened_to_change_it(folder):
    source = yaml.safe_load((folder.parent / "project" / "build" / "pages" / f"{PAGE}.md").read_text(encoding="utf-8").split("---\n")[1])["source"]
    assert source == "data/stories/toetsdorp.yml"


def test_it_can_be_corrected_in_the_form(folder):
    link = page(folder, PAGE).find("a", string="Pas dit verhaal aan of trek het in")["href"]
    target, _, query = posixpath.normpath(posixpath.join(PAGE, link)).partition("?")
    assert target.rstrip("/") == "deel-je-verhaal/formulier"
    asked = dict(part.split("=") for part in query.split("&"))
    script = (folder / "assets" / "verhalen" / "pas-aan" / f"{asked['verhaal']}-{asked['versie']}.js").read_text(encoding="utf-8")
    assert script.startswith('gids.story.edits["toetsdorp"]=') and "De klink van Toetsdorp" in script and '"key":"@sleutelboek"' in script


def test_it_can_be_printed(folder):
    assert (folder / "afdrukken" / "verhaal-toetsdorp.pdf").is_file()


def test_the_open_data_holds_it_with_its_own_source(folder):
    data = json.loads((folder / "data" / "stories.json").read_text(encoding="utf-8"))
    item = next(item for item in data["items"] if item["id"] == "toetsdorp")
    assert item["address"] == f"https://gids.example/{PAGE}/"
    assert {"sv-179", "sleutelboek"} <= {source["id"] for source in item["sources"]}
    assert "Toetsdorp opent de deur van het clublokaal" in (folder / "data" / "stories.csv").read_text(encoding="utf-8-sig")


def test_the_search_of_the_guide_finds_it(folder):
    index = "".join(file.read_text(encoding="utf-8") for file in (folder / "assets").rglob("*.js"))
    assert "Toetsdorp opent de deur van het clublokaal" in index


def test_growing_lists_stay_out_of_the_menus(folder):
    start = page(folder, "")
    assert "Toetsdorp" not in text(start.header) + text(start.footer)
