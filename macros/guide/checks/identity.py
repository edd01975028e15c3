"""Ids, numbers and names: each is used once, and the set is whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from macros.guide import model
from macros.guide.checks.common import problem
from macros.guide.checks.places import PAGE_ANCHORS
from macros.guide.guide import Document, Guide, walk
from macros.guide.kinds import BY_NAME, Layout
from macros.guide.messages import quote
from macros.guide.problems import Problem
from macros.guide.yamlfile import Location


def ids_are_unique_in_a_list(guide: Guide) -> Iterator[Problem]:
    """Two entries of one list never have the same id."""
    seen: dict[tuple[str, str], Document] = {}
    # The own source of a story gives way to what stands in the list.
    for document in sorted(guide.documents, key=lambda document: "own_sources" in document.location):
        if document.kind.layout is Layout.FOLDER:
            continue
        first = seen.setdefault((document.kind.name, document.item.id), document)
        if first is not document:
            file = "regel " if first.file is document.file else f"{first.file.path}:"
            message = f"de id {quote(document.item.id)} staat al op {file}{first.line()}. Kies een andere."
            yield problem(document, ("id",), message)


def ids_are_unique_on_a_page(guide: Guide) -> Iterator[Problem]:
    """An id is an anchor: no two parts of one page have the same, and none has one that the page itself uses."""
    seen: dict[tuple[str, str], tuple[Document, Location]] = {}
    for document in guide.documents:
        kind = document.kind
        page = f"{kind.page}/{document.item.id}".lstrip("/") if kind.pages else kind.page
        taken = PAGE_ANCHORS["*"] | PAGE_ANCHORS.get(kind.name, frozenset())
        for location, id in _anchors(document):
            first, place = seen.setdefault((page, id), (document, location))
            again = first is not document or place != location
            if id in taken:
                yield problem(document, location, f"de id {quote(id)} is al van een vast deel van de pagina. Kies een andere.")
            elif again and not (place == location == ("id",) and first.kind is kind):  # else ids_are_unique_in_a_list says so
                file = "regel " if first.file is document.file else f"{first.file.path}:"
                yield problem(document, location, f"de id {quote(id)} staat al op {file}{first.line(place)}. Kies een andere.")


def _anchors(document: Document) -> Iterator[tuple[Location, str]]:
    """The ids in an item that become anchors. Those of questions and of parts of Word documents do not, nor does that of a page."""
    for node in walk(document):
        whole_page = node.owner is document.item and (document.kind.pages or document.kind.layout is Layout.SINGLE)
        elsewhere = isinstance(node.owner, model.Question | model.QuestionPart | model.DocumentSection | model.Source) and node.owner is not document.item
        if node.name == "id" and not node.refers and not whole_page and not elsewhere:
            yield node.location, node.value


def numbers_are_unique(guide: Guide) -> Iterator[Problem]:
    """A number is used once among steps, strategies, B's, and barriers of one side."""
    seen: dict[tuple[Any, ...], Document] = {}
    for document in guide.documents:
        number = getattr(document.item, "number", None)
        if number is None:
            continue
        first = seen.setdefault((document.kind.name, getattr(document.item, "side", None) if document.kind.name == "barriers" else None, number), document)
        if first is not document:
            message = f"het nummer {number} is al van {first.file.path}:{first.line(('number',))}. Kies een ander."
            yield problem(document, ("number",), message)


def the_six_and_seven_are_complete(guide: Guide) -> Iterator[Problem]:
    """There are six steps, six strategies (three towards each side) and seven B's."""
    for kind, count in (("steps", 6), ("strategies", 6), ("seven-bs", 7)):
        if any(known == kind for known, _ in guide.unreadable):
            continue
        present = {item.number for item in guide.of(kind)}
        missing = sorted(set(range(1, count + 1)) - present)
        if missing:
            path = f"data/{kind}" if BY_NAME[kind].layout is Layout.FOLDER else f"data/{kind}.yml"
            numbers = ", ".join(map(str, missing))
            yield Problem(path, 1, "", f"er horen er {count} te zijn. Nummer {numbers} ontbreekt.")
    sides = Counter(strategy.side for strategy in guide.strategies)
    for strategy in guide.strategies:
        expected = model.Side.DEMAND if strategy.number <= 3 else model.Side.SUPPLY
        if sum(sides.values()) == 6 and strategy.side is not expected:
            message = f"strategie {strategy.number} ligt aan de kant «{expected}»: 1 tot 3 is vraag, 4 tot 6 is aanbod."
            yield problem(guide.document(strategy), ("side",), message)


def old_names_are_free(guide: Guide) -> Iterator[Problem]:
    """A former id is not the id, or a former id, of something else."""
    seen: dict[tuple[str, str], str] = {}
    for document in guide.documents:
        for index, old in enumerate(getattr(document.item, "formerly", ())):
            taken = guide.knows(document.kind.name, old) or (document.kind.name, old) in seen
            if taken:
                yield problem(document, ("formerly", index), f"{quote(old)} is in gebruik. Een oude naam hoort bij één item.")
            seen[document.kind.name, old] = document.item.id
