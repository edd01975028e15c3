"""Reading the outline of a page's HTML: its headings, the anchors they stand at, and the words under each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4}
#: Elements within a line of text; every other element begins a line of its own.
_INLINE = {"a", "abbr", "b", "button", "cite", "code", "dfn", "em", "i", "span", "strong", "sub", "sup", "time", "wbr"}
#: What is no text, or only for whoever runs no scripts, or a choice of a form.
_SILENT = {"script", "style", "template", "svg", "noscript", "option"}
#: Parts of a page that are no text of its own: definitions, references and navigation stand on their own pages too, and
#: marks and labels would break a sentence in two. A budget repeats the questions of its step.
_ASIDE_CLASSES = {
    "words", "references", "stepbar", "line", "source", "visually-hidden", "strength", "more__summary", "citing", "budget",
    "head__ways",
}  # fmt: skip
#: A mark stands behind what it is about and is left out there. A sentence may also speak of the mark itself.
_MARK_CLASS = "ours"
#: A button does something, unless it is a word of the text that opens its definition.
_WORD_CLASS = "term"
_BREAK, _MARK, _MARK_END = "\0", "\1", "\2"  # never in HTML
_MARKED = re.compile(f"\\s*{_MARK}[^{_MARK_END}]*{_MARK_END}\\s*$|(?<=[.!?:…])\\s*{_MARK}[^{_MARK_END}]*{_MARK_END}")
_MARKS = re.compile(f"[{_MARK}{_MARK_END}]")
#: What lxml puts around a piece of a page.
_AROUND = {"html", "body"}
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
        lines = (" ".join(_unmarked(line).split()) for line in "".join(self.pieces).split(_BREAK))
        return [line for line in lines if line]

    @property
    def text(self) -> str:
        return " ".join(self.lines)


def _unmarked(line: str) -> str:
    """Without the marks behind a text; one inside a sentence is part of it."""
    return _MARKS.sub("", _MARKED.sub("", line)) if _MARK in line else line


class _Reader:
    """What lxml calls while it reads: for each element and text, in their order."""

    def __init__(self) -> None:
        self.parts: list[Part] = [Part(1, "")]
        self._anchors: list[tuple[str, str]] = []  # (tag, id) of every open element
        self._silent = 0
        self._marks: list[int] = []  # how many elements are open in each mark
        self._heading: Part | None = None

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag in _AROUND:
            return
        if tag in _VOID:
            if tag == "br":
                self._break()
            return
        if tag not in _INLINE:
            self._break()
        self._anchors.append((tag, attributes.get("id", "")))
        classes = set(attributes.get("class", "").split())
        if self._silent or _is_silent(tag, attributes, classes) or (_MARK_CLASS in classes and self._heading is not None):
            self._silent += 1
        elif _MARK_CLASS in classes:
            self._marks.append(len(self._anchors))
            self.parts[-1].pieces.append(_MARK)
        elif tag in _HEADINGS:
            level = _HEADINGS[tag]
            self._begin(Part(level, attributes.get("id") or (self._section_anchor() if level > 1 else "")))
        elif tag == "dt" and any(id for _, id in self._anchors[-2:]):
            self._begin(Part(4, attributes.get("id") or self._anchors[-2][1]))

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

    def end(self, tag: str) -> None:
        if tag in _AROUND or tag in _VOID:
            return
        if self._marks and self._marks[-1] == len(self._anchors):
            self._marks.pop()
            self.parts[-1].pieces.append(_MARK_END)
        self._anchors.pop()
        if self._silent:
            self._silent -= 1
        elif tag in _HEADINGS or tag == "dt":
            self._heading = None
        if tag not in _INLINE:
            self._break()

    def data(self, data: str) -> None:
        if self._silent:
            return
        if self._heading is not None:
            self._heading.title += data.replace("\u00ad", "")
        else:
            self.parts[-1].pieces.append(data)

    def close(self) -> tuple[Part, ...]:
        return tuple(self.parts)


def _is_silent(tag: str, attributes: Mapping[str, str], classes: set[str]) -> bool:
    """What a reader does not see, or does not read as text of the page. Folded parts are text."""
    if "hidden" in attributes and tag != "details":
        return True
    return tag in _SILENT or (tag == "button" and _WORD_CLASS not in classes) or bool(_ASIDE_CLASSES & classes)


@lru_cache(maxsize=4_096)
def outline(html: str) -> tuple[Part, ...]:
    """The parts of a page in reading order; the first is the page itself (its h1 and the text before the first h2).

    Kept, because the search and the page itself both ask for it, and the next build while serving asks for the same pages.
    """
    parser = etree.HTMLParser(target=_Reader())
    parser.feed(html)
    return parser.close()
