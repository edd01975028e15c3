"""The Atom feed of the practice stories: for whoever wants to hear of a new one."""

from __future__ import annotations

import uuid
from pathlib import Path

from macros.render.addresses import address_of
from macros.render.site import Site

#: A feed tells what is new; the overview has everything.
LATEST = 50

#: Where it stands in the site.
PATH = "praktijkverhalen/feed.xml"

# An entry keeps its identity wherever the site moves: it is made from the story's id, not from its address.
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "praktijkverhalen.verbindingsambassadeur")


def identity(name: str) -> str:
    return uuid.uuid5(_NAMESPACE, name).urn


def feed(site: Site, site_url: str) -> str:
    """The feed as text, the story that was looked at last on top. Without a ``site_url`` its links are relative."""
    stories = sorted(site.guide.stories, key=lambda story: (story.last_checked, story.id), reverse=True)[:LATEST]
    root = site_url.rstrip("/") + "/" if site_url else "../"
    return str(
        site.document(
            "feed.xml",
            entries=[(identity(story.id), root + site.router.file(address_of("stories", story.id).page), story) for story in stories],
            identity=identity(""),
            overview=root + site.router.file("praktijkverhalen"),
            itself=root + PATH if site_url else "",
            updated=max((story.last_checked for story in stories), default=site.edition),
        )
    )


def write(folder: Path, site: Site, site_url: str) -> None:
    """Write the feed into the built site."""
    file = folder / PATH
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(feed(site, site_url), encoding="utf-8", newline="\n")
