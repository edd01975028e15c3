"""Reading the outline of a page's HTML: its headings, the anchors they stand at, and the words under each."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

_HEADINGS = {"h1", "h2", "h3"}
_SILENT = {"script", "style", "template", "svg"}
#: Parts of a page that are no text of its own: definitions, references and navigation stand on their own pages too.
_ASIDE_CLASSES = {"words", "references", "stepbar", "line", "source", "visually-hidden"}
_VOID = {"br", "hr", "img", "input", "meta", "link", "wbr", "path", "circle", "rect", "line", "use"}


@dataclass
class Part:
    """A heading (level 1 to 3) with its anchor and the text up to the next heading."""

    level: int
    anchor: str
    title: str = ""
    words: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[Part] = [Part(1, "")]
        self._anchors: list[tuple[str, str]] = []  # (tag, id) of every open element
        self._silent = 0
        self._heading: Part | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            return
        attributes = dict(attrs)
        silent = tag in _SILENT or bool(_ASIDE_CLASSES & set((attributes.get("class") or "").split()))
        self._anchors.append((tag, attributes.get("id") or ""))
        if silent or self._silent:
            self._silent += 1
        elif tag in _HEADINGS:
            level = int(tag[1])
            anchor = attributes.get("id") or (self._section_anchor() if level > 1 else "")
            self._heading = Part(level, anchor)
            if level == 1:
                self.parts[0] = self._heading
            else:
                self.parts.append(self._heading)

    def _section_anchor(self) -> str:
        for tag, anchor in reversed(self._anchors[:-1]):
            if tag == "section":
                return anchor
        return ""

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID or not self._anchors:
            return
        self._anchors.pop()
        if self._silent:
            self._silent -= 1
        elif tag in _HEADINGS:
            self._heading = None

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        if self._heading is not None:
            self._heading.title = " ".join((self._heading.title + data).split(" "))
        elif data.strip():
            self.parts[-1].words.append(data)


def outline(html: str) -> list[Part]:
    """The parts of a page in reading order; the first is the page itself (its h1 and the text before the first h2)."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.parts
