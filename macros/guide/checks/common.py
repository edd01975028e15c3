"""What every rule uses: walking all fields, and naming a problem at its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from macros.guide.guide import Document, Guide, Node, walk
from macros.guide.messages import where
from macros.guide.problems import Problem, Severity
from macros.guide.richtext import RichText
from macros.guide.yamlfile import Location


Check = Callable[[Guide], Iterator[Problem]]


def problem(document: Document, location: Location, message: str, severity: Severity = Severity.ERROR) -> Problem:
    full = (*document.location, *location)
    return Problem(document.file.path, document.file.line(full), where(full), message, severity)


def nodes(guide: Guide) -> Iterator[Node]:
    for document in guide.documents:
        yield from walk(document)


def ids(guide: Guide, kind: str) -> list[str]:
    """The ids to choose from; of sources those that readers may see."""
    return [item.id for item in (guide.sources if kind == "sources" else guide.of(kind))]


def item_texts(document: Document) -> Iterator[tuple[Location, str]]:
    """Every text in an item, also those in lists."""
    for node in walk(document):
        values = enumerate(node.value) if isinstance(node.value, tuple) else [(None, node.value)]
        for index, value in values:
            text = value.plain if isinstance(value, RichText) else value
            if isinstance(text, str):
                yield node.location if index is None else (*node.location, index), text
