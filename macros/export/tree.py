"""Long text as plain values for the press: the tree of ``guide.richtext`` in lists and dicts, never as source code."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from macros.guide.richtext import Block, Emphasis, Heading, Inline, Link, Paragraph, RichText, Strong, Text

#: Where a link leads in one document: ``{"to": label}``, ``{"url": address}``, or nothing (then only its words stay).
Resolve = Callable[[Link], dict[str, str]]


def prose(text: RichText, resolve: Resolve) -> list[dict[str, Any]]:
    """Every block of a long text."""
    return [_block(block, resolve) for block in text.blocks]


def _block(block: Block, resolve: Resolve) -> dict[str, Any]:
    if isinstance(block, Paragraph):
        return {"p": inlines(block.children, resolve)}
    if isinstance(block, Heading):
        return {"h": inlines(block.children, resolve)}
    return {"ol" if block.ordered else "ul": [[_block(child, resolve) for child in item] for item in block.items]}


def inlines(children: tuple[Inline, ...], resolve: Resolve) -> list[Any]:
    """A run of text with its emphasis and links."""
    return [_inline(child, resolve) for child in children]


def _inline(node: Inline, resolve: Resolve) -> Any:
    if isinstance(node, Text):
        return node.value
    if isinstance(node, Emphasis):
        return {"em": inlines(node.children, resolve)}
    if isinstance(node, Strong):
        return {"strong": inlines(node.children, resolve)}
    return {"link": inlines(node.children, resolve), **resolve(node)}
