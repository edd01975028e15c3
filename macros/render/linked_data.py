"""What a page says about itself to search engines, as schema.org in JSON-LD: a block of data, which no browser runs."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from typing import Any

from macros.guide import model
from macros.guide.guide import Guide
from macros.render.addresses import address_of
from macros.render.datasets import LICENCE_ADDRESS

#: Kinds of page that are an article to read; the page of the open data is a data set. All others are only pages.
_ARTICLES = frozenset({"step", "strategy", "barrier", "story", "article", "material", "seven-bs"})


def dates(guide: Guide) -> dict[str, datetime.date]:
    """When a page was last written or looked at, for the pages of which the data says so; of others nobody knows."""
    found = {address_of("stories", story.id).page: story.last_checked for story in guide.stories}
    if guide.stories:
        found["praktijkverhalen"] = max(story.last_checked for story in guide.stories)
    if guide.changes:
        found["over"] = guide.changes[0].date
    if desks := guide.of("helpdesks"):
        found["hulp"] = max(desk.checked for desk in desks)
    return found


def linked_data(guide: Guide, known: Mapping[str, datetime.date], key: str, title: str, description: str, kind: str, name: str, url: str, root: str) -> str:
    """The block of a page; ``known`` are the ``dates``; ``url`` and ``root`` are empty while nobody knows where the site stands."""
    described: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Dataset" if key == "data" else "Article" if kind in _ARTICLES else "WebPage",
        "name": title,
        "description": description,
        "inLanguage": "nl-BE",
        "license": LICENCE_ADDRESS,
        "isPartOf": {"@type": "WebSite", "name": name} | ({"url": root} if root else {}),
    }
    if described["@type"] == "Article":
        described["headline"] = title
    if url:
        described["url"] = url
    if modified := known.get(key):
        described["dateModified"] = modified.isoformat()
    story = guide.find("stories", key.rpartition("/")[2]) if kind == "story" else None
    if isinstance(story, model.Story):
        described |= {"author": {"@type": "Organization", "name": story.author}, "datePublished": story.written.isoformat()}
    if key == "data":
        described["creator"] = {"@type": "Organization", "name": f"De makers van de gids «{name}»"}
    # Inside an element of HTML no text may end it.
    return json.dumps(described, ensure_ascii=False).replace("<", "\\u003c").replace("&", "\\u0026")
