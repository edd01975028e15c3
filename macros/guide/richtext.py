"""Long text: a small, safe subset of Markdown, parsed once into a tree that every output renders.

Allowed: paragraphs, bullet and numbered lists, ``### `` headings, ``**strong**``, ``*emphasis*`` and ``[links](target)``.
Everything else is refused with a sentence, so that nothing a contributor writes can reach a page as code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from macros.guide.sentences import SENTENCES, say

#: Link targets: a web address, a mail address, or ``kind:id`` / ``kind:id#part`` into the guide itself.
WEB = re.compile(r"https://[^\s<>\"']+\Z")
MAIL = re.compile(r"mailto:[^\s<>\"'@]+@[^\s<>\"'@?]+\Z")
INTERNAL = re.compile(r"(?P<kind>[a-z]+):(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)(?:#(?P<part>[a-z0-9]+(?:-[a-z0-9]+)*))?\Z")

#: What ``kind`` may be in an internal link; the renderer knows the address of each.
LINK_KINDS = ("stap", "strategie", "drempel", "verhaal", "workshop", "woord", "vraag", "bron", "pagina")

#: Control characters, hidden line ends and marks that turn the direction of a text: a pasted one, or a trick.
INVISIBLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")


def invisible(text: str) -> tuple[str, int] | None:
    """What to say about the first character that nobody sees, and its line (from 0) in the text."""
    found = INVISIBLE.search(text)
    if not found:
        return None
    return say("invisible", code=f"{ord(found.group()):04X}"), text.count("\n", 0, found.start())


@dataclass(frozen=True)
class Text:
    """A run of plain characters."""

    value: str


@dataclass(frozen=True)
class Emphasis:
    children: tuple[Inline, ...]


@dataclass(frozen=True)
class Strong:
    children: tuple[Inline, ...]


@dataclass(frozen=True)
class Link:
    """A link; ``target`` is kept as written and matches ``WEB``, ``MAIL`` or ``INTERNAL``."""

    target: str
    children: tuple[Inline, ...]

    @property
    def internal(self) -> re.Match[str] | None:
        return INTERNAL.match(self.target)


Inline = Text | Emphasis | Strong | Link


@dataclass(frozen=True)
class Paragraph:
    children: tuple[Inline, ...]


@dataclass(frozen=True)
class Heading:
    """A sub-heading inside a long text; the renderer decides its level."""

    children: tuple[Inline, ...]


@dataclass(frozen=True)
class ListBlock:
    ordered: bool
    items: tuple[tuple[Block, ...], ...]


Block = Paragraph | Heading | ListBlock


class RichTextError(ValueError):
    """The text uses something outside the subset. ``line`` counts from 0 within the text."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True)
class RichText:
    """Long text: its ``source`` as written in the YAML and the ``blocks`` it was parsed into."""

    source: str
    blocks: tuple[Block, ...]

    @cached_property
    def plain(self) -> str:
        """The words alone, blocks separated by a space: for search, descriptions and checks."""
        return " ".join(part for block in self.blocks for part in _plain_block(block))

    @cached_property
    def links(self) -> tuple[Link, ...]:
        return tuple(node for node in self.walk() if isinstance(node, Link))

    def walk(self) -> Iterator[Block | Inline]:
        """Every node of the tree, parents before children."""
        stack: list[Block | Inline] = list(reversed(self.blocks))
        while stack:
            node = stack.pop()
            yield node
            if isinstance(node, ListBlock):
                stack.extend(block for item in reversed(node.items) for block in reversed(item))
            elif not isinstance(node, Text):
                stack.extend(reversed(node.children))


def plain_inlines(children: tuple[Inline, ...]) -> str:
    return "".join(child.value if isinstance(child, Text) else plain_inlines(child.children) for child in children)


def _plain_block(block: Block) -> Iterator[str]:
    if isinstance(block, ListBlock):
        for item in block.items:
            for child in item:
                yield from _plain_block(child)
    else:
        yield plain_inlines(block.children)


_markdown = MarkdownIt("commonmark")
# Links are judged by our own rule below, which says in Dutch what is wrong, instead of being dropped in silence.
_markdown.validateLink = lambda url: True  # type: ignore[method-assign]

#: The nodes of a text that have a sentence of their own when they are refused.
_REFUSED = frozenset({
    "html_block", "html_inline", "image", "fence", "code_block", "code_inline", "blockquote", "hr", "hardbreak",
})  # fmt: skip


def _refused(kind: str) -> str:
    return SENTENCES[kind if kind in _REFUSED else "other_markup"]




def parse_rich_text(source: str) -> RichText:
    """Parse ``source``; raises ``RichTextError`` (Dutch message) for anything outside the subset."""
    return RichText(source, _parse(source))


@lru_cache(maxsize=4096)
def _parse(source: str) -> tuple[Block, ...]:
    hidden = invisible(source)
    if hidden:
        raise RichTextError(*hidden)
    tokens = _markdown.parse(source)
    _refuse_depth(tokens)
    return tuple(map(_block, _filled(SyntaxTreeNode(tokens))))


def _refuse_depth(tokens: list[Token]) -> None:
    """A list may hold lists, and those hold none; what is emphasised or linked may nest as far as anybody can see."""
    for token in tokens:
        line = token.map[0] if token.map else 0
        if token.type.endswith("list_open") and token.level > 2:
            raise RichTextError(say("list_too_deep"), line)
        if any(child.level > 4 for child in token.children or ()):
            raise RichTextError(say("marks_too_deep"), line)


def _line(node: SyntaxTreeNode) -> int:
    while node.map is None and node.parent is not None:
        node = node.parent
    return node.map[0] if node.map else 0


def _filled(node: SyntaxTreeNode) -> list[SyntaxTreeNode]:
    """The blocks in it that say something: a line of nothing but hard spaces is no paragraph."""
    return [child for child in node.children if child.type != "paragraph" or child.children[0].children]


def _block(node: SyntaxTreeNode) -> Block:
    if node.type == "paragraph":
        return Paragraph(_inlines(node.children[0]))
    if node.type == "heading":
        if node.tag != "h3":
            raise RichTextError(say("heading_level"), _line(node))
        if not node.children[0].children:
            raise RichTextError(say("heading_empty"), _line(node))
        return Heading(_inlines(node.children[0]))
    if node.type in ("bullet_list", "ordered_list"):
        for item in node.children:
            if not _filled(item):
                raise RichTextError(say("list_item_empty"), _line(item))
        items = tuple(tuple(map(_block, _filled(item))) for item in node.children)
        return ListBlock(node.type == "ordered_list", items)
    raise RichTextError(_refused(node.type), _line(node))


def _inlines(node: SyntaxTreeNode) -> tuple[Inline, ...]:
    found: list[Inline] = []
    for child in node.children:
        inline = _inline(child)
        if inline == Text(""):  # what the parser leaves between two marks
            continue
        if isinstance(inline, Text) and found and isinstance(found[-1], Text):
            found[-1] = Text(found[-1].value + inline.value)
        else:
            found.append(inline)
    return tuple(found)


def _inline(node: SyntaxTreeNode) -> Inline:
    if node.type in ("text", "text_special"):
        return Text(node.content)
    if node.type == "softbreak":
        return Text(" ")
    if node.type == "em":
        return Emphasis(_inlines(node))
    if node.type == "strong":
        return Strong(_inlines(node))
    if node.type == "link":
        return Link(_target(node), _inlines(node))
    raise RichTextError(_refused(node.type), _line(node))


def _target(node: SyntaxTreeNode) -> str:
    target = str(node.attrs.get("href", ""))
    if not node.children:
        raise RichTextError(say("link_empty", target=target), _line(node))
    if WEB.match(target) or MAIL.match(target):
        return target
    internal = INTERNAL.match(target)
    if internal and internal["kind"] in LINK_KINDS:
        return target
    kinds = ", ".join(f"{kind}:…" for kind in LINK_KINDS)
    raise RichTextError(say("link_target", target=target, kinds=kinds), _line(node))
