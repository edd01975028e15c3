"""The building blocks of printed sheets, as plain values; ``typst/blocks.typ`` shows each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from macros.export import tree
from macros.export.tree import Resolve
from macros.guide import model
from macros.guide.guide import Guide
from macros.guide.richtext import RichText

Block = dict[str, Any]


def heading(level: int, text: str, id: str | None = None, *, listed: bool = False) -> Block:
    """A heading; chapters, and what is ``listed``, stand in the contents."""
    return {"b": "heading", "level": level, "text": text, "id": id, "listed": listed or level == 1}


def kicker(text: str) -> Block:
    return {"b": "kicker", "text": text}


def line(text: str, *, keep: bool = False) -> Block:
    """A paragraph; to ``keep`` it is to leave it on the page of what follows."""
    return {"b": "line", "text": text, "keep": keep}


def strong(text: str) -> Block:
    return {"b": "strong", "text": text}


def small(text: str, *, keep: bool = False) -> Block:
    return {"b": "small", "text": text, "keep": keep}


def lead(text: str) -> Block:
    """The sentence that says what follows."""
    return {"b": "lead", "text": text}


def entry(title: str, text: str, note: str = "") -> Block:
    """A name in bold with what is to be said of it."""
    return {"b": "entry", "title": title, "text": text, "note": note, "url": None}


def linked_entry(title: str, text: str, url: str | None, note: str = "") -> Block:
    return {**entry(title, text, note), "url": url}


def term(name: str, text: str, id: str) -> Block:
    """A word of the word list."""
    return {"b": "term", "name": name, "text": text, "id": id}


def reference(text: str, url: str | None) -> Block:
    return {"b": "reference", "text": text, "url": url}


def checklist(items: Sequence[dict[str, Any]], lines: int = 0) -> Block:
    """Items with a box to tick; ``lines`` to write on under each."""
    return {"b": "checklist", "items": list(items), "lines": lines}


def bullets(items: Iterable[str]) -> Block:
    return {"b": "list", "items": [[item] for item in items]}


def facts(rows: Iterable[tuple[str, str]]) -> Block:
    """Pairs of a name and what it is."""
    return {"b": "facts", "rows": [{"label": label, "text": text} for label, text in rows]}


def box(tone: str, blocks: Sequence[Block], title: str | None = None, level: int | None = None) -> Block:
    """A framed part. ``tone``: «kort», «let-op», «leeg», or a side of the line."""
    return {"b": "box", "tone": tone, "title": title, "level": level, "blocks": list(blocks)}


def together(blocks: Sequence[Block]) -> Block:
    """What must stay on one page."""
    return {"b": "together", "blocks": list(blocks)}


def side(side: model.Side) -> Block:
    return {"b": "side", "side": side}


def write(lines: int) -> Block:
    """Lines to write on."""
    return {"b": "write", "lines": lines}


def options(items: Iterable[str]) -> Block:
    return {"b": "options", "items": list(items)}


def fields(labels: Sequence[str], columns: int = 2) -> Block:
    """Short blanks with a name."""
    return {"b": "fields", "labels": list(labels), "columns": columns}


def table(
    columns: Sequence[str],
    rows: Iterable[Sequence[str]] = (),
    empty: int = 0,
    widths: Sequence[int] | None = None,
    height: int = 11,
) -> Block:
    """A table to fill in: given rows first, then empty ones. ``widths`` are shares, ``height`` is in millimetres."""
    return {
        "b": "table", "columns": list(columns), "rows": [list(row) for row in rows], "empty": empty,
        "widths": list(widths) if widths else None, "height": height,
    }  # fmt: skip


def prose(text: RichText, resolve: Resolve, level: int = 3) -> Block:
    return {"b": "prose", "level": level, "blocks": tree.prose(text, resolve)}


def source(guide: Guide, block: model.Sourced, anchors: frozenset[str] = frozenset()) -> list[Block]:
    """Where a statement comes from, as one small line; nothing when it does not say."""
    if not block.sources and not block.ours:
        return []
    refs = []
    for ref in block.sources:
        found = guide.get("sources", ref.source)
        anchor = f"sources/{found.id}"
        refs.append({"short": found.short, "place": ref.place, "to": anchor if anchor in anchors else None})
    return [{"b": "source", "ours": block.ours, "refs": refs}]
