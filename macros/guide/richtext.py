"""Long text: a small, safe subset of Markdown, parsed once into a tree that every output renders.

Allowed: paragraphs, bullet and numbered lists, ``### `` headings, ``**strong**``, ``*emphasis*`` and ``[links](target)``.
Everything else is refused with a sentence, so that nothing a contributor writes can reach a page as code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

#: Link targets: a web address, a mail address, or ``kind:id`` / ``kind:id#part`` into the guide itself.
WEB = re.compile(r"https://[^\s<>\"']+\Z")
MAIL = re.compile(r"mailto:[^\s<>\"'@]+@[^\s<>\"'@?]+\Z")
INTERNAL = re.compile(r"(?P<kind>[a-z]+):(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)(?:#(?P<part>[a-z0-9]+(?:-[a-z0-9]+)*))?\Z")

#: What ``kind`` may be in an internal link; the renderer knows the address of each.
LINK_KINDS = ("stap", "strategie", "drempel", "verhaal", "woord", "vraag", "bron", "pagina")

#: Control characters, hidden line ends and marks that turn the direction of a text: a pasted one, or a trick.
_INVISIBLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")


def invisible(text: str) -> tuple[str, int] | None:
    """What to say about the first character that nobody sees, and its line (from 0) in the text."""
    found = _INVISIBLE.search(text)
    if not found:
        return None
    message = f"onzichtbaar teken U+{ord(found.group()):04X} in de tekst. Typ de tekst opnieuw, zonder te plakken"
    return message, text.count("\n", 0, found.start())


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

    @property
    def plain(self) -> str:
        """The words alone, blocks separated by a space: for search, descriptions and checks."""
        return " ".join(part for block in self.blocks for part in _plain_block(block))

    @property
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


_markdown = MarkdownIt("commonmark", {"maxNesting": 12})
# Links are judged by our own rule below, which says in Dutch what is wrong, instead of being dropped in silence.
_markdown.validateLink = lambda url: True  # type: ignore[method-assign]

_REFUSED = {
    "html_block": "HTML is hier niet toegestaan. Schrijf gewone tekst",
    "html_inline": "HTML is hier niet toegestaan. Schrijf gewone tekst",
    "image": "een afbeelding kan hier niet. Beschrijf in woorden wat erop staat",
    "fence": "een codeblok kan hier niet. Schrijf gewone tekst",
    "code_block": "een ingesprongen regel wordt een codeblok. Haal de spaties aan het begin van de regel weg",
    "code_inline": "`code` kan hier niet. Gebruik *nadruk* of «aanhalingstekens»",
    "blockquote": "een citaatblok (>) kan hier niet. Geef een uitspraak weer in het veld «views»",
    "hr": "een scheidingslijn kan hier niet. Laat ze weg",
    "hardbreak": "een gedwongen regeleinde kan hier niet. Begin een nieuwe alinea met een lege regel",
}


def parse_rich_text(source: str) -> RichText:
    """Parse ``source``; raises ``RichTextError`` (Dutch message) for anything outside the subset."""
    return RichText(source, _parse(source))


@lru_cache(maxsize=4096)
def _parse(source: str) -> tuple[Block, ...]:
    hidden = invisible(source)
    if hidden:
        raise RichTextError(*hidden)
    tokens = _markdown.parse(source)
    if any(token.level >= 12 for token in tokens):
        raise RichTextError("de tekst is te diep genest. Gebruik hoogstens een lijst in een lijst")
    root = SyntaxTreeNode(tokens)
    return tuple(_block(node) for node in root.children)


def _line(node: SyntaxTreeNode) -> int:
    while node.map is None and node.parent is not None:
        node = node.parent
    return node.map[0] if node.map else 0


def _block(node: SyntaxTreeNode) -> Block:
    if node.type == "paragraph":
        return Paragraph(_inlines(node.children[0]))
    if node.type == "heading":
        if node.tag != "h3":
            raise RichTextError("gebruik alleen kopjes met drie hekjes: «### Kopje»", _line(node))
        return Heading(_inlines(node.children[0]))
    if node.type in ("bullet_list", "ordered_list"):
        items = tuple(tuple(_block(child) for child in item.children) for item in node.children)
        return ListBlock(node.type == "ordered_list", items)
    raise RichTextError(_REFUSED.get(node.type, "deze opmaak kan hier niet. Schrijf gewone tekst"), _line(node))


def _inlines(node: SyntaxTreeNode) -> tuple[Inline, ...]:
    found: list[Inline] = []
    for child in node.children:
        inline = _inline(child)
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
    raise RichTextError(_REFUSED.get(node.type, "deze opmaak kan hier niet. Schrijf gewone tekst"), _line(node))


def _target(node: SyntaxTreeNode) -> str:
    target = str(node.attrs.get("href", ""))
    if not node.children:
        raise RichTextError(f"de link naar «{target}» heeft geen tekst. Schrijf [tekst]({target})", _line(node))
    if WEB.match(target) or MAIL.match(target):
        return target
    internal = INTERNAL.match(target)
    if internal and internal["kind"] in LINK_KINDS:
        return target
    kinds = ", ".join(f"{kind}:…" for kind in LINK_KINDS)
    raise RichTextError(
        f"de link «{target}» kan niet. Schrijf een adres dat met https:// begint, of een verwijzing in de gids: {kinds}",
        _line(node),
    )
