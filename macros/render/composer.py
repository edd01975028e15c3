"""One page being written: turns text trees into HTML and remembers what the page's end must list.

A composer belongs to one page. It knows which words of the word list were already explained and which sources were cited,
in the order in which a reader meets them.
"""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from macros.guide import model
from macros.guide.checks import LINKED_KINDS
from macros.guide.guide import Guide
from macros.guide.richtext import Block, Emphasis, Heading, Inline, Link, Paragraph, RichText, Strong, Text
from macros.render.addresses import Router, address_of
from macros.render.dutch import unbroken
from macros.render.word_finder import Word, WordFinder


class Composer:
    """Writes the fragments of one page; ``page`` is the page's key."""

    def __init__(self, guide: Guide, router: Router, words: WordFinder, page: str) -> None:
        self.guide = guide
        self.router = router
        self.page = page
        self._words = words
        self._explained: set[str] = set()
        self._cited: dict[str, None] = {}

    # --- links ---

    def url(self, kind: str, id: str, part: str | None = "") -> str:
        return self.router.link(self.page, address_of(kind, id, part or ""))

    def file(self, name: str) -> str:
        """The way to a file that is named from the root of the site."""
        return self.router.root(self.page) + name

    def source_anchor(self, id: str) -> str:
        return f"#bron-{id}"

    # --- text ---

    def prose(self, text: RichText, level: int = 3) -> Markup:
        """Long text as HTML; its sub-headings become ``<h{level}>``. Words of the word list explain themselves."""
        return Markup("\n").join(self._block(block, level) for block in text.blocks)

    def line(self, text: str) -> Markup:
        """A line of plain text in which words of the word list explain themselves."""
        return self._explain(text)

    def _block(self, block: Block, level: int) -> Markup:
        if isinstance(block, Paragraph):
            return Markup("<p>{}</p>").format(self._inlines(block.children))
        if isinstance(block, Heading):
            return Markup("<h{0}>{1}</h{0}>").format(level, self._inlines(block.children, explain=False))
        tag = "ol" if block.ordered else "ul"
        items = Markup("").join(Markup("<li>{}</li>").format(self._item(item, level)) for item in block.items)
        return Markup("<{0}>{1}</{0}>").format(Markup(tag), items)

    def _item(self, blocks: tuple[Block, ...], level: int) -> Markup:
        if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
            return self._inlines(blocks[0].children)
        return Markup("").join(
            self._inlines(block.children) if isinstance(block, Paragraph) and index == 0 else self._block(block, level)
            for index, block in enumerate(blocks)
        )

    def _inlines(self, children: tuple[Inline, ...], explain: bool = True) -> Markup:
        return Markup("").join(self._inline(child, explain) for child in children)

    def _inline(self, node: Inline, explain: bool) -> Markup:
        if isinstance(node, Text):
            return self._explain(node.value) if explain else escape(unbroken(node.value))
        if isinstance(node, Emphasis):
            return Markup("<em>{}</em>").format(self._inlines(node.children, explain))
        if isinstance(node, Strong):
            return Markup("<strong>{}</strong>").format(self._inlines(node.children, explain))
        return Markup('<a href="{}">{}</a>').format(self._href(node), self._inlines(node.children, explain=False))

    def _href(self, link: Link) -> str:
        target = link.internal
        if not target:
            return link.target
        if target["kind"] == "pagina":
            return self.url("page", target["id"], target["part"])
        return self.url(LINKED_KINDS[target["kind"]], target["id"], target["part"])

    def _explain(self, text: str) -> Markup:
        pieces = self._words.split(unbroken(text), self._explained)
        return Markup("").join(self._word(piece) if isinstance(piece, Word) else piece for piece in pieces)

    def _word(self, word: Word) -> Markup:
        # A browser may break the line beside a button, also at the bracket before it and the full stop behind it: they stand inside.
        return Markup('<button type="button" class="term" popovertarget="woord-{}">{}<span class="term__word">{}</span>{}</button>').format(
            word.term.id, word.before, word.text, word.after
        )

    # --- what the end of the page lists ---

    def cite(self, refs: Iterable[model.SourceRef]) -> list[tuple[model.Source, str | None]]:
        """Note that the page uses these sources; gives each with its place, for the source line."""
        found = []
        for ref in refs:
            self._cited.setdefault(ref.source)
            found.append((self.guide.get("sources", ref.source), ref.place))
        return found

    @property
    def cited(self) -> list[model.Source]:
        return [self.guide.get("sources", id) for id in self._cited]

    @property
    def explained(self) -> list[model.Term]:
        return [term for term in self.guide.glossary if term.id in self._explained]
