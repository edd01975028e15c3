"""What search engines and those who share a link are told: true, in data that no browser runs, and the same for all."""

from __future__ import annotations

import datetime
import json
import re
import struct

from macros.guide.loading import load
from macros.render.linked_data import linked_data
from tests.conftest import ROOT

ADDRESS = "https://gids.voorbeeldstad.example/"


def blocks(page):
    return [json.loads(block.string) for block in page.select('script[type="application/ld+json"]')]


def test_every_page_that_may_be_found_describes_itself_once(configured_pages):
    for address, page in configured_pages.items():
        hidden = address == "/404.html" or page.select('meta[name="robots"][content="noindex"]')
        found = blocks(page)
        assert len(found) == (0 if hidden else 1), address
        for block in found:
            assert block["url"] == ADDRESS + address[1:]
            assert block["name"] in page.title.string
            assert block["description"] == page.select_one('meta[name="description"]')["content"]


def test_articles_and_data_are_named_as_such(pages):
    kinds = {address: blocks(pages[address])[0]["@type"] for address in ("/", "/stappen/korte-nota/", "/praktijkverhalen/kortrijk/", "/data/")}
    assert kinds == {"/": "WebPage", "/stappen/korte-nota/": "Article", "/praktijkverhalen/kortrijk/": "Article", "/data/": "Dataset"}


def test_text_cannot_end_the_block():
    guide, _ = load(ROOT)
    text = linked_data(guide, {}, "x", "</script><script>alert(1)</script>", "<!-- & ]]>", "step", "Gids", "", "")
    assert "<" not in text and "&" not in text
    assert json.loads(text)["name"] == "</script><script>alert(1)</script>"


def test_sitemap_dates_only_what_the_data_dates(configured_built):
    sitemap = (configured_built / "sitemap.xml").read_text(encoding="utf-8")
    dated = dict(re.findall(r"<loc>https://gids\.voorbeeldstad\.example/(.*?)</loc><lastmod>(.*?)</lastmod>", sitemap))
    guide, _ = load(ROOT)
    stories = {f"praktijkverhalen/{story.id}/": story.last_checked.isoformat() for story in guide.stories}
    assert stories.items() <= dated.items()
    assert "stappen/korte-nota/" not in dated
    assert all(datetime.date.fromisoformat(date) for date in dated.values())


def test_shared_links_show_a_picture_of_the_right_size_and_its_description(configured_pages, configured_built):
    for address, page in configured_pages.items():
        if address == "/404.html":
            continue
        shown = {tag["property"]: tag["content"] for tag in page.select('meta[property^="og:"]')}
        assert shown["og:image"].startswith(ADDRESS) and shown["og:url"] == ADDRESS + address[1:], address
        picture = (configured_built / shown["og:image"].removeprefix(ADDRESS)).read_bytes()
        assert picture[:8] == b"\x89PNG\r\n\x1a\n" and struct.unpack(">II", picture[16:24]) == (1200, 630)
        assert len(picture) < 100_000
