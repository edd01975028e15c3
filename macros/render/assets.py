"""Styles and scripts: written in small parts, served as a few hashed files.

Styles are one file that every page loads, and one more for all folders of styles that a page needs besides: the browser draws nothing
before it has them all. Scripts are one file per folder: «page» is on every page, any other is loaded where it is needed. The
comments of scripts stay at home: they weigh a quarter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from macros.render.scripts import file_name

_STYLES = "assets/stylesheets/"
_SCRIPTS = "assets/javascripts/"

# The joined styles stand in assets/ itself: there begins what they name.
_NAMED = re.compile(r"url\(\"?([^\"):]+)\"?\)")


class UnusableFile(Exception):
    """A file that a style names is not there, or not whole; the message is Dutch."""


@dataclass
class Bundle:
    """The joined files by their name in the site, and the names that pages link to."""

    style: str = ""
    scripts: dict[str, str] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    #: The styles of each folder, and the file with those that a page needs together.
    folders: dict[str, bytes] = field(default_factory=dict)
    styles: dict[tuple[str, ...], str] = field(default_factory=dict)

    def join_styles(self, pages: Iterable[Iterable[str]]) -> dict[str, bytes]:
        """The files with the styles of these pages, each given by the names that it asks for."""
        files: dict[str, bytes] = {}
        for wanted in sorted({self._folders(names) for names in pages} - {()}):
            content = b"".join(self.folders[name] for name in wanted)
            self.styles[wanted] = file_name("-".join(wanted), content, "css")
            files[self.styles[wanted]] = content
        return files

    def styles_of(self, names: Iterable[str]) -> str:
        """The file with the styles of a page besides those of every page; '' where it needs none."""
        wanted = self._folders(names)
        return self.styles[wanted] if wanted else ""

    def _folders(self, names: Iterable[str]) -> tuple[str, ...]:
        asked = set(names)
        return tuple(name for name in sorted(self.folders) if name in asked)


def is_part(uri: str) -> bool:
    """Whether a file of ``docs/`` is a part that is joined, and so not published by itself."""
    return uri.startswith((_STYLES, _SCRIPTS))


def join(assets: Path) -> Bundle:
    """Join the parts below ``assets`` in the order of their names («10-tokens.css» before «20-page.css»)."""
    bundle = Bundle()
    bundle.style = _add(bundle, assets, assets / "stylesheets", "gids", "css")
    for folder in sorted({part.parent for part in (assets / "stylesheets").glob("*/*.css")}):
        bundle.folders[folder.name] = _content(assets, folder, "css")
    for folder in sorted({part.parent for part in (assets / "javascripts").glob("*/*.js")}):
        bundle.scripts[folder.name] = _add(bundle, assets, folder, folder.name, "js")
    return bundle


def _add(bundle: Bundle, assets: Path, folder: Path, stem: str, suffix: str) -> str:
    content = _content(assets, folder, suffix)
    name = file_name(stem, content, suffix)
    bundle.files[name] = content
    return name


def _content(assets: Path, folder: Path, suffix: str) -> bytes:
    parts = [part.read_text(encoding="utf-8").strip() for part in sorted(folder.glob(f"*.{suffix}"))]
    content = ("\n".join(map(bare, parts) if suffix == "js" else parts) + "\n").encode()
    for named in _NAMED.findall(content.decode()) if suffix == "css" else ():
        if not (assets / named).is_file():
            raise UnusableFile(f"docs/assets/{named} ontbreekt: {folder.name}/ noemt dat bestand. Zet het terug.")
        if named.endswith(".woff2") and not _is_whole_font((assets / named).read_bytes()):
            raise UnusableFile(f"docs/assets/{named} is beschadigd of geen lettertype in woff2. Zet het terug zoals het in de bron van deze gids staat.")
    return content


def _is_whole_font(content: bytes) -> bool:
    """A font in WOFF2 says itself how long it is."""
    return content[:4] == b"wOF2" and int.from_bytes(content[8:12]) == len(content)


# What is said about a type in the middle of a line.
_TYPED = re.compile(r"/\*\* @\w+ [^*]*\*/ ?")


def bare(script: str) -> str:
    """A script without its comments, blank lines and indentation.

    Line by line: our scripts hold no text that spans lines, and no code before or after a comment of several lines. Inside a
    line only what says a type goes: no text of ours looks like that.
    """
    kept, inside = [], False
    for line in map(str.strip, script.splitlines()):
        if inside or (line.startswith("/*") and "*/" not in line):
            inside = not line.endswith("*/")
        elif line and not line.startswith("//") and not (line.startswith("/*") and line.find("*/") == len(line) - 2):
            kept.append(_TYPED.sub("", line))
    return "\n".join(kept)
