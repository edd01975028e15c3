"""One page being written: turns text trees into HTML and remembers what the page's end must list.

A composer belongs to one page. It knows which words of the word list were already explained and which sources were cited,
in the order in which a reader meets them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from macros.guide import model
from macros.guide.checks import LINKED_KINDS
from macros.guide.guide import Guide
from macros.guide.richtext import Block, Emphasis, Heading, Inline, Link, Paragraph, RichText, Strong, Text
from macros.render.addresses import Router, address_of
from macros.render.dutch import unbroken

_SPACE = re.compile(r"\s")

#: A word, with what stands against it, that surely fits the line of the narrowest screen. In letters.
LONGEST_WHOLE = 24


class WordFinder:
    """Finds the words of the word list in running text. One per guide: building the pattern is the costly part."""

    def __init__(self, terms: Iterable[model.Term]) -> None:
        self._terms = {
            form.casefold(): term for term in terms if term.explain for form in (term.term, *term.forms)
        }
        forms = sorted(map(re.escape, self._terms), key=len, reverse=True)
        self._pattern = re.compile(rf"(?<![\w-])(?:{_branches(forms)})(?![\w-])", re.IGNORECASE) if forms else None

    def split(self, text: str, known: set[str]) -> Iterable[str | tuple[str, model.Term]]:
        """``text`` in pieces: plain strings, and (word, term) for the first time a term outside ``known`` occurs."""
        position = 0
        for match in self._pattern.finditer(text) if self._pattern else ():
            # A few letters (İ) match without regard to case and yet fold to something else.
            term = self._terms.get(match.group().casefold())
            if term is None or term.id in known:
                continue
            known.add(term.id)
            if match.start() > position:
                yield text[position : match.start()]
            yield match.group(), term
            position = match.end()
        if position < len(text):
            yield text[position:]


def _branches(forms: list[str], depth: int = 3) -> str:
    """Escaped words as one pattern that tries their first letters once, not once a word: seven times as fast in running text.

    Words that begin alike stay in their order, so that the longest is still tried first.
    """
    by_letter: dict[str, list[str]] = {}
    for form in forms:
        by_letter.setdefault(form[:2] if form.startswith("\\") else form[:1], []).append(form)
    if "" in by_letter or not depth:
        return "|".join(forms)
    return "|".join(
        f"{letter}(?:{_branches([form[len(letter) :] for form in group], depth - 1)})" for letter, group in by_letter.items()
    )


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
        pieces = list(self._words.split(unbroken(text), self._explained))
        texts = ["", *(piece if isinstance(piece, str) else "" for piece in pieces), ""]
        written: dict[int, Markup] = {}
        for place, piece in enumerate(pieces, start=1):
            if isinstance(piece, str):
                continue
            word, term = piece
            button = Markup('<button type="button" class="term" popovertarget="woord-{}">{}</button>').format(term.id, word)
            # A browser may break the line beside a button, also at the bracket before it and the full stop behind it.
            before, after = _SPACE.split(texts[place - 1])[-1], _SPACE.split(texts[place + 1], maxsplit=1)[0]
            if (before or after) and len(before + word + after) <= LONGEST_WHOLE:
                texts[place - 1] = texts[place - 1].removesuffix(before)
                texts[place + 1] = texts[place + 1].removeprefix(after)
                button = Markup('<span class="term-whole">{}{}{}</span>').format(before, button, after)
            written[place] = button
        return Markup("").join(written.get(place, text) for place, text in enumerate(texts))

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
