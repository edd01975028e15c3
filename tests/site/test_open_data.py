"""The open data where it is published: every file is offered, every address in it answers."""

from __future__ import annotations

import json
from urllib.parse import urljoin


def test_page_offers_every_file_and_says_how_to_refer(pages, built):
    page = pages["/data/"]
    offered = {urljoin("/data/", link["href"]) for link in page.main.find_all("a", href=True)}
    files = {f"/{file.relative_to(built).as_posix()}" for file in (built / "data").rglob("*") if file.suffix in (".json", ".csv")}
    assert len(files) > 60
    assert files <= offered
    assert "Zo verwijs je" in page.main.get_text()


def test_every_address_in_the_data_is_a_place_on_a_page(pages, built):
    missing = []
    for file in sorted((built / "data").glob("*.json")):
        for item in json.loads(file.read_text(encoding="utf-8"))["items"]:
            path, _, anchor = item["address"].partition("#")
            page = pages.get(f"/{path}")
            if item["address"] and (page is None or (anchor and page.find(id=anchor) is None)):
                missing.append((file.name, item["address"]))
    assert missing == []


def test_both_feeds_are_offered_to_feed_readers_and_are_there(pages, built):
    links = pages["/"].select('link[rel="alternate"][type="application/atom+xml"]')
    assert [(built / link["href"]).is_file() for link in links] == [True, True]


def test_changes_are_on_the_page_where_their_feed_points(pages, built):
    feed = (built / "over" / "wijzigingen.xml").read_text(encoding="utf-8")
    ids = [section["id"] for section in pages["/over/"].select("section[aria-labelledby=wat-er-veranderde] section[id]")]
    assert ids and all(f"#{id}" in feed for id in ids)
