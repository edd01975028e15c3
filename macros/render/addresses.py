"""The address of everything: which page holds an item, at which anchor, and the way there from another page.

A page is named by its ``key``: its path without slashes at the ends («stappen/korte-nota»; «» is the start page).
"""

from __future__ import annotations

from dataclasses import dataclass

from macros.guide.checks.places import PAGES_BELOW
from macros.guide.kinds import KINDS

#: Where the items of each kind live: a page of their own under a folder, or an anchor on a list page.
OWN_PAGE = {kind.name: kind.page for kind in KINDS if kind.pages and kind.page}
ANCHORED = {kind.name: kind.page for kind in KINDS if not kind.pages and kind.page}


@dataclass(frozen=True)
class Address:
    """A page and, where it is not the whole page, an anchor on it."""

    page: str
    anchor: str = ""


def address_of(kind: str, id: str, part: str = "") -> Address:
    """Where an item (or a ``part`` of it) stands. ``kind`` is the name of a kind of data, or ``page``."""
    if kind == "page" or kind == "articles":
        return Address("" if id == "start" else PAGES_BELOW.get(id, id), part)
    if kind in OWN_PAGE:
        return Address(f"{OWN_PAGE[kind]}/{id}", part)
    return Address(ANCHORED[kind], part or id)


@dataclass(frozen=True)
class Router:
    """Writes relative links, so that the site works in any folder and, without directory addresses, from a disk."""

    directories: bool = True

    def file(self, page: str) -> str:
        """The address of a page from the root of the site."""
        if not page:
            return "" if self.directories else "index.html"
        return f"{page}/" if self.directories else f"{page}.html"

    def link(self, origin: str, target: Address) -> str:
        """From page ``origin`` to ``target``, relative."""
        if origin == target.page and target.anchor:
            return f"#{target.anchor}"
        path = self.root(origin) + self.file(target.page) or "./"
        return f"{path}#{target.anchor}" if target.anchor else path

    def root(self, origin: str) -> str:
        """The way from a page to the root of the site: '' or '../'s."""
        depth = self.file(origin).count("/")
        return "../" * depth
