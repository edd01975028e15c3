"""What the page template needs besides the page's own content: menu, trail, outline, neighbours, policy."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

from macros.render import dutch
from macros.render.addresses import Address, Router
from macros.render.linked_data import linked_data
from macros.render.outline import Part, outline
from macros.render.site import Site

#: Nothing from elsewhere, nothing inline. (`data:` images and inline styles are not needed anywhere.) Text never becomes
#: markup or code by script either: only the policy «gids» (page/10-gids.js) may name a script, one of the site itself.
POLICY = (
    "default-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-src 'none'; "
    "require-trusted-types-for 'script'; trusted-types gids"
)


#: A module with a folder of scripts called like itself gets that script on the pages that ask for it, after those it rests on.
_MODULE = re.compile(r'data-(?:module|scripts)="([a-z -]+)"')
#: Scripts whose names the page knows, and that it loads only when it comes to that, in this order.
_LATER = re.compile(r'data-later="([a-z -]+)"')
#: On a page that is read before its tools are used, their scripts come once it is drawn: nothing that is in sight waits for them.
_READ_FIRST = 'data-when="drawn"'


def page_key(src_uri: str) -> str:
    """The key of the page made from a file: «stappen/korte-nota.md» is «stappen/korte-nota», «index.md» is ''."""
    key = src_uri.removesuffix(".md")
    return "" if key == "index" else key


def asked(html: str) -> list[str]:
    """The scripts that a page asks for by name, each once, in their order."""
    return list(dict.fromkeys(name for names in _MODULE.findall(html) for name in names.split()))


class Shell:
    """The context of one page, offered to the template as ``gids``."""

    def __init__(
        self,
        site: Site,
        titles: Mapping[str, str],
        settings: Mapping[str, Any],
        *,
        link: Callable[[Address], str],
        asset: Callable[[str], str],
        strict_policy: bool,
    ) -> None:
        self._site, self._titles, self._settings = site, titles, settings
        self._link, self.asset = link, asset
        self.policy = POLICY if strict_policy else ""
        self.key: str | None = None
        self.meta: Mapping[str, Any] = {}
        self.parts: tuple[Part, ...] = ()
        self.scripts: list[str] = []
        self.after: list[str] = []
        self.form = False
        self.later: list[str] = []

    def link(self, page: str, anchor: str = "") -> str:
        return self._link(Address(page, anchor))

    def title(self, page: str) -> str:
        return self._titles.get(page, page)

    def entries(self, menu: str) -> list[dict[str, Any]]:
        """The entries of a menu from the settings whose page exists, with whether the reader is there."""
        return [
            {
                "title": entry["title"],
                "href": self.link(entry["page"]),
                "current": self.key == entry["page"],
                "within": self.key is not None and f"{self.key}/".startswith(f"{entry['page']}/"),
            }
            for entry in self._settings[menu]
            if entry["page"] in self._titles
        ]

    @property
    def trail(self) -> list[tuple[str, str]]:
        """Title and address of every page above this one, from the start page."""
        above: list[tuple[str, str]] = []
        page = self.meta.get("parent", "")
        while page:
            above.insert(0, (self.title(page), self.link(page)))
            page = page.rpartition("/")[0]
        return [("Start", self.link("")), *above] if self.key else []

    @property
    def headings(self) -> list[Part]:
        return [part for part in self.parts if part.level == 2 and part.anchor]

    def neighbour(self, name: str) -> tuple[str, str] | None:
        page = self.meta.get(name)
        return (self.title(page), self.link(page)) if page is not None and page in self._titles else None

    @property
    def kind(self) -> str:
        return str(self.meta.get("kind", "page"))

    def linked_data(self, title: str, description: str, name: str, url: str, root: str) -> str:
        """What the page says about itself to search engines; nothing on a page that they may not show."""
        if self.key is None or not self.meta.get("indexed", True):
            return ""
        return linked_data(self._site.guide, self._site.dates, self.key, title, description, self.kind, name, url, root)

    @property
    def edition(self) -> str:
        return dutch.day(self._site.edition)

    @property
    def operator(self) -> Mapping[str, Any]:
        """Who runs the site; empty values mean that the operator has not filled it in."""
        return self._settings["operator"]

    @property
    def edit_link(self) -> str:
        """Where the page's source can be changed, when a repository is configured."""
        repository, source = self.operator.get("repository"), self.meta.get("source")
        return f"{repository}/edit/main/{source}" if repository and source else ""

    @property
    def bundle(self) -> Any:
        return self._settings["bundle"]


def page_shell(
    site: Site, titles: Mapping[str, str], settings: Mapping[str, Any], *, key: str, meta: Mapping[str, Any], html: str, strict_policy: bool
) -> Shell:
    router = site.router
    shell = Shell(
        site,
        titles,
        settings,
        link=lambda target: router.link(key, target),
        asset=lambda name: router.root(key) + name,
        strict_policy=strict_policy,
    )
    shell.key = key
    shell.meta = {"parent": key.rpartition("/")[0], **meta}
    shell.parts = outline(html)
    scripts, wanted = settings["bundle"].scripts, asked(html)
    named = [scripts[name] for name in wanted if name in scripts]
    shell.scripts, shell.after = ([], named) if _READ_FIRST in html else (named, [])
    shell.form = "form" in wanted
    shell.later = [scripts[name] for names in _LATER.findall(html) for name in names.split()]
    return shell


def error_shell(site: Site, titles: Mapping[str, str], settings: Mapping[str, Any], *, site_url: str, strict_policy: bool) -> Shell:
    """For the page that is served at any address that does not exist: its links start at the root of the site."""
    base = urlsplit(site_url).path.rstrip("/") + "/"
    router: Router = site.router
    return Shell(
        site,
        titles,
        settings,
        link=lambda target: base + router.file(target.page) + (f"#{target.anchor}" if target.anchor else ""),
        asset=lambda name: base + name,
        strict_policy=strict_policy,
    )
