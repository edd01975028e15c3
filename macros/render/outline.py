"""Reading the outline of a page's HTML: its headings, the anchors they stand at, and the words under each."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4}
#: Elements within a line of text; every other element begins a line of its own.
_INLINE = {"a", "abbr", "b", "button", "cite", "code", "dfn", "em", "i", "span", "strong", "sub", "sup", "time", "wbr"}
_SILENT = {"script", "style", "template", "svg"}
#: Parts of a page that are no text of its own: definitions, references and navigation stand on their own pages too, and
#: marks and labels would break a sentence in two. A budget repeats the questions of its step.
_ASIDE_CLASSES = {
    "words", "references", "stepbar", "line", "source", "visually-hidden", "ours", "strength", "more__summary", "citing", "budget",
}  # fmt: skip
_BREAK = "\0"  # never in HTML

#: What stands between runs of text. Our templates and Python-Markdown write whole tags, which one pattern takes apart three
#: times as fast as ``html.parser``; a test compares what both make of every page.
_MARKUP = re.compile(
    r"""<!--.*?-->|<!.*?>|<(script|style)\b.*?</\1\s*>|<(/?)([a-zA-Z][\w-]*)([^"'>]*(?:(?:"[^"]*"|'[^']*')[^"'>]*)*)>""",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""([^\s=/"']+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))""")
_VOID = {"br", "hr", "img", "input", "meta", "link", "wbr", "path", "circle", "rect", "line", "use"}


@dataclass
class Part:
    """A heading (level 1 to 4) with its anchor and the text up to the next heading.

    A defined term or name (``dt``) that links can point at is a heading of level 4: people look for it by that name.
    """

    level: int
    anchor: str
    title: str = ""
    pieces: list[str] = field(default_factory=list)

    @property
    def lines(self) -> list[str]:
        """The text as a reader sees it, a paragraph, list item or cell a line."""
        lines = (" ".join(line.split()) for line in "".join(self.pieces).split(_BREAK))
        return [line for line in lines if line]

    @property
    def text(self) -> str:
        return " ".join(self.lines)


class _Reader:
    def __init__(self) -> None:
        self.parts: list[Part] = [Part(1, "")]
        self._anchors: list[tuple[str, str]] = []  # (tag, id) of every open element
        self._silent = 0
        self._heading: Part | None = None

    def read(self, html: str) -> None:
        pieces = iter(_MARKUP.split(html))
        self._text(next(pieces))
        for raw, close, tag, attributes, text in zip(*[pieces] * 5, strict=True):
            if close:
                self._end(tag.lower())
            elif tag:
                self._start(tag.lower(), attributes)
            elif raw:
                self._break()
            self._text(text)

    def _start(self, tag: str, written: str) -> None:
        if tag in _VOID:
            if tag == "br":
                self._break()
            return
        if tag not in _INLINE:
            self._break()
        attributes = {name.lower(): a or b or c for name, a, b, c in _ATTRIBUTE.findall(written)} if "=" in written else {}
        id = unescape(attributes.get("id", ""))
        silent = tag in _SILENT or not _ASIDE_CLASSES.isdisjoint(attributes.get("class", "").split())
        self._anchors.append((tag, id))
        if silent or self._silent:
            self._silent += 1
        elif tag in _HEADINGS:
            level = _HEADINGS[tag]
            self._begin(Part(level, id or (self._section_anchor() if level > 1 else "")))
        elif tag == "dt" and any(id for _, id in self._anchors[-2:]):
            self._begin(Part(4, id or self._anchors[-2][1]))

    def _begin(self, part: Part) -> None:
        self._heading = part
        if part.level == 1:
            part.pieces = self.parts[0].pieces  # what stood above it is text of the page too
            self.parts[0] = part
        else:
            self.parts.append(part)

    def _break(self) -> None:
        self.parts[-1].pieces.append(_BREAK)

    def _section_anchor(self) -> str:
        for tag, anchor in reversed(self._anchors[:-1]):
            if tag == "section":
                return anchor
        return ""

    def _end(self, tag: str) -> None:
        if tag in _VOID or not self._anchors:
            return
        self._anchors.pop()
        if self._silent:
            self._silent -= 1
        elif tag in _HEADINGS or tag == "dt":
            self._heading = None
        if tag not in _INLINE:
            self._break()

    def _text(self, written: str) -> None:
        if self._silent or not written:
            return
        data = unescape(written) if "&" in written else written
        if self._heading is not None:
            self._heading.title += data.replace("\u00ad", "")
        else:
            self.parts[-1].pieces.append(data)


@lru_cache(maxsize=4_096)
def outline(html: str) -> tuple[Part, ...]:
    """The parts of a page in reading order; the first is the page itself (its h1 and the text before the first h2).

    Kept, because the search and the page itself both ask for it, and the next build while serving asks for the same pages.
    """
    reader = _Reader()
    reader.read(html)
    return tuple(reader.parts)
