"""The Atom feeds: one of the practice stories, one of what changed in the guide."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.render.addresses import Address, address_of
from macros.render.site import Site

#: A feed tells what is new; the pages have everything.
LATEST = 50

#: Where they stand in the site.
PATH = "praktijkverhalen/feed.xml"
CHANGES_PATH = "over/wijzigingen.xml"

MAKERS = "De makers van de gids"

# An entry keeps its identity wherever the site moves: it is made from the item's id, not from its address.
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "praktijkverhalen.verbindingsambassadeur")
_CHANGES = uuid.uuid5(uuid.NAMESPACE_DNS, "wijzigingen.verbindingsambassadeur")


@dataclass(frozen=True)
class _Entry:
    identity: str
    address: str
    title: str
    published: datetime.date
    updated: datetime.date
    author: str
    summary: str


def feed(site: Site, site_url: str) -> str:
    """The feed of the stories as text, the one that was looked at last on top. Without a ``site_url`` its links are relative."""
    stories = sorted(site.guide.stories, key=lambda story: (story.last_checked, story.id), reverse=True)[:LATEST]
    root = _root(site_url)
    entries = [
        _Entry(
            uuid.uuid5(_NAMESPACE, story.id).urn,
            root + site.router.file(address_of("stories", story.id).page),
            story.title,
            story.written,
            story.last_checked,
            story.author,
            story.summary,
        )
        for story in stories
    ]
    return _text(
        site,
        entries,
        title="Praktijkverhalen over verbindingsambassadeurs",
        subtitle="Nieuwe en nagekeken verhalen uit de gids «Een verbindingsambassadeur in dienst nemen»",
        identity=uuid.uuid5(_NAMESPACE, "").urn,
        overview=root + site.router.file("praktijkverhalen"),
        itself=root + PATH if site_url else "",
    )


def changes(site: Site, site_url: str) -> str:
    """The feed of what changed, the latest on top."""
    root = _root(site_url)
    page = address_of("changes", "").page
    entries = [
        _Entry(
            uuid.uuid5(_CHANGES, change.id).urn,
            root + site.router.link("", Address(page, change.id)),
            change.title,
            change.date,
            change.date,
            MAKERS,
            change.text.plain,
        )
        for change in site.guide.changes[:LATEST]
    ]
    return _text(
        site,
        entries,
        title="Wat er veranderde in de gids",
        subtitle="Wat nieuw of anders is in de gids «Een verbindingsambassadeur in dienst nemen»",
        identity=uuid.uuid5(_CHANGES, "").urn,
        overview=root + site.router.file(page),
        itself=root + CHANGES_PATH if site_url else "",
    )


def _root(site_url: str) -> str:
    """Both feeds stand one folder deep."""
    return site_url.rstrip("/") + "/" if site_url else "../"


def _text(site: Site, entries: Sequence[_Entry], **about: str) -> str:
    updated = max((entry.updated for entry in entries), default=site.edition)
    return str(site.document("feed.xml", entries=entries, updated=updated, **about))


def write(folder: Path, site: Site, site_url: str) -> None:
    """Write the feeds into the built site."""
    for path, text in ((PATH, feed(site, site_url)), (CHANGES_PATH, changes(site, site_url))):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
