"""Styles and scripts: written in small parts, served as a few hashed files.

Styles are one file for all pages: the browser draws nothing before it has them all, and after the first page it has them. Scripts are one
file per folder: «page» is on every page, any other is loaded where it is needed. Comments stay at home: they weigh a quarter.
"""

from __future__ import annotations

import re
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


def is_part(uri: str) -> bool:
    """Whether a file of ``docs/`` is a part that is joined, and so not published by itself."""
    return uri.startswith((_STYLES, _SCRIPTS))


def join(assets: Path) -> Bundle:
    """Join the parts below ``assets`` in the order of their names («10-tokens.css» before «20-page.css»); styles of all pages before those of some."""
    bundle = Bundle()
    styles = assets / "stylesheets"
    bundle.style = _add(bundle, assets, "gids", [*sorted(styles.glob("*.css")), *sorted(styles.glob("*/*.css"))])
    for folder in sorted({part.parent for part in (assets / "javascripts").glob("*/*.js")}):
        bundle.scripts[folder.name] = _add(bundle, assets, folder.name, sorted(folder.glob("*.js")))
    return bundle


def _add(bundle: Bundle, assets: Path, stem: str, parts: list[Path]) -> str:
    suffix = parts[0].suffix[1:] if parts else "css"
    content = ("\n".join(_BARE[suffix](part.read_text(encoding="utf-8").strip()) for part in parts) + "\n").encode()
    for named in _NAMED.findall(content.decode()) if suffix == "css" else ():
        if not (assets / named).is_file():
            raise UnusableFile(f"docs/assets/{named} ontbreekt: een stijl noemt dat bestand. Zet het terug.")
        if named.endswith(".woff2") and not _is_whole_font((assets / named).read_bytes()):
            raise UnusableFile(f"docs/assets/{named} is beschadigd of geen lettertype in woff2. Zet het terug zoals het in de bron van deze gids staat.")
    name = file_name(stem, content, suffix)
    bundle.files[name] = content
    return name


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


_STYLE_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# Where a line may end without meaning anything by it.
_STYLE_LINE = re.compile(r" ?([{};,])\n")


def bare_style(style: str) -> str:
    """A style sheet without its comments, indentation and needless ends of lines: our styles hold no text in which these mean something."""
    lines = filter(None, map(str.strip, _STYLE_COMMENT.sub("", style).splitlines()))
    return _STYLE_LINE.sub(r"\1", "\n".join(lines))


_BARE = {"js": bare, "css": bare_style}
