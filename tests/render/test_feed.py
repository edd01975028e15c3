"""The Atom feed: whoever follows it hears of every published story, once, wherever the site stands."""

from __future__ import annotations

import datetime
from xml.etree import ElementTree

import pytest

from macros.commands.sample import write_stories
from macros.guide.loading import inspect
from macros.render.feed import LATEST, changes, feed
from macros.render.site import Site

ATOM = {"a": "http://www.w3.org/2005/Atom"}
EDITION = datetime.date(2026, 9, 21)


def read(site, site_url="https://gids.example/"):
    return ElementTree.fromstring(feed(site, site_url))


def entries(root):
    return {entry.findtext("a:title", namespaces=ATOM): entry for entry in root.findall("a:entry", ATOM)}


def test_every_published_story_is_an_entry_and_no_other(small, small_site):
    small.append("stories/wijk.yml", "state: voorbeeld\n")
    assert list(entries(read(small_site()))) == ["Een dorp legt een brug"]


def test_latest_look_comes_first_and_dates_the_feed(small_site):
    root = read(small_site())
    assert list(entries(root)) == ["Een dorp legt een brug", "Een wijk probeert iets"]
    assert root.findtext("a:updated", namespaces=ATOM) == "2026-01-02T00:00:00Z"


def test_entry_has_what_the_standard_asks(small_site):
    root = read(small_site())
    for holder in (root, *root.findall("a:entry", ATOM)):
        for name in ("id", "title", "updated"):
            assert holder.findtext(f"a:{name}", namespaces=ATOM)
        assert holder.find("a:link[@rel='alternate']", ATOM).get("href").startswith("https://gids.example/praktijkverhalen/")
    assert all(entry.findtext("a:author/a:name", namespaces=ATOM) for entry in root.findall("a:entry", ATOM))
    ids = [entry.findtext("a:id", namespaces=ATOM) for entry in root.findall("a:entry", ATOM)]
    assert len(set(ids)) == len(ids) and all(id.startswith("urn:uuid:") for id in ids)


def test_entry_keeps_its_identity_when_the_site_moves(small_site):
    ids = [[entry.findtext("a:id", namespaces=ATOM) for entry in entries(read(small_site(), url)).values()] for url in ("https://a.example/", "")]
    assert ids[0] == ids[1]


@pytest.mark.parametrize(("directories", "address"), [(True, "../praktijkverhalen/dorp/"), (False, "../praktijkverhalen/dorp.html")])
def test_without_an_address_links_are_relative(small_site, directories, address):
    root = read(small_site(directories=directories), "")
    assert entries(root)["Een dorp legt een brug"].find("a:link", ATOM).get("href") == address
    assert root.find("a:link[@rel='self']", ATOM) is None


def test_text_of_a_story_is_never_markup(small, small_site):
    small.change("stories/dorp.yml", "title: Een dorp legt een brug", 'title: "A & B ]]> \\"C\\""')
    assert 'A & B ]]> "C"' in entries(read(small_site()))


def test_feed_without_stories_is_still_a_feed(small):
    for name in ("dorp", "wijk"):
        small.write(f"stories/{name}.yml", "state: ingetrokken\n")
    root = read(Site(inspect(small.root)[0], EDITION))
    assert entries(root) == {}
    assert root.findtext("a:updated", namespaces=ATOM) == "2026-09-21T00:00:00Z"


def test_feed_stays_short(small):
    write_stories(small.root / "data" / "stories", small.guide(), LATEST + 5, words=6)
    assert len(entries(read(Site(inspect(small.root)[0], EDITION)))) == LATEST


def test_feed_of_changes_has_the_latest_on_top_and_leads_to_the_page(small, small_site):
    small.append("changes.yml", "- id: tweede\n  date: 2026-02-01\n  title: A & B\n  text: Iets [nieuws](pagina:data).\n")
    root = ElementTree.fromstring(changes(small_site(), "https://gids.example/"))
    assert list(entries(root)) == ["A & B", "De brug kreeg een leuning"]
    first = entries(root)["A & B"]
    assert first.find("a:link", ATOM).get("href") == "https://gids.example/over/#tweede"
    assert first.findtext("a:summary", namespaces=ATOM) == "Iets nieuws."
    assert root.findtext("a:updated", namespaces=ATOM) == "2026-02-01T00:00:00Z"
    stories = {entry.findtext("a:id", namespaces=ATOM) for entry in [*entries(read(small_site())).values(), read(small_site())]}
    assert stories.isdisjoint({entry.findtext("a:id", namespaces=ATOM) for entry in [*entries(root).values(), root]})
