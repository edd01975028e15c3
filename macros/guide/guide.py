"""The guide as one object: all items, found by id, and every value's place in its file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, get_args

from macros.guide import model
from macros.guide.kinds import Kind
from macros.guide.yamlfile import Location, YamlFile


#: In ``Guide.unreadable``: the file with all items of a kind could not be read.
ANY = "*"


@dataclass(frozen=True)
class Document:
    """One item (or entry of a list) with the file it came from and its location in that file."""

    kind: Kind
    file: YamlFile
    location: Location
    item: Any  # an instance of kind.model

    def line(self, location: Location = ()) -> int:
        return self.file.line((*self.location, *location))

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """Every field of every model in the item, parents before children, in the order of the model."""
        return tuple(_walk(self, self.item, ()))


@dataclass(frozen=True)
class Node:
    """One field of one model somewhere in an item."""

    document: Document
    location: Location
    owner: model.Base
    name: str
    value: Any
    refers: str | None  # the kind it names an id of


@dataclass(frozen=True, repr=False)  # as text it would be hundreds of megabytes, in every failing test that holds one
class Guide:
    """All data of the guide, valid as far as each file alone can tell; ``checks`` looks at the whole."""

    documents: tuple[Document, ...]
    unreadable: frozenset[tuple[str, str]] = frozenset()
    """Kind and id of what has errors of its own: naming it elsewhere is no second error. ``ANY`` is a whole file."""

    def knows(self, kind: str, id: str) -> bool:
        return (kind, id) in self._by_id or not self.unreadable.isdisjoint({(kind, id), (kind, ANY)})

    def of(self, kind: str) -> tuple[Any, ...]:
        """The items of a kind, in the order readers meet them: by number where there is one, else as in the files."""
        return self._by_kind.get(kind, ())

    def find(self, kind: str, id: str) -> Any | None:
        return self._by_id.get((kind, id))

    def get(self, kind: str, id: str) -> Any:
        """The item; KeyError when the data has none (the checks have made sure that references are good)."""
        return self._by_id[kind, id]

    def document(self, item: Any) -> Document:
        return self._document_of[id(item)]

    @cached_property
    def _by_kind(self) -> dict[str, tuple[Any, ...]]:
        found: dict[str, list[Any]] = {}
        for document in self.documents:
            found.setdefault(document.kind.name, []).append(document.item)
        return {kind: tuple(sorted(items, key=_reading_order)) for kind, items in found.items()}

    @cached_property
    def _by_id(self) -> dict[tuple[str, str], Any]:
        return {(document.kind.name, document.item.id): document.item for document in self.documents}

    @cached_property
    def _document_of(self) -> dict[int, Document]:
        return {id(document.item): document for document in self.documents}

    # the names that pages use
    @property
    def steps(self) -> tuple[model.Step, ...]:
        return self.of("steps")

    @property
    def strategies(self) -> tuple[model.Strategy, ...]:
        return self.of("strategies")

    @property
    def barriers(self) -> tuple[model.Barrier, ...]:
        return self.of("barriers")

    @cached_property
    def stories(self) -> tuple[model.Story, ...]:
        """The published stories; a withdrawn one, and the example, are only found by their id."""
        return tuple(story for story in self.of("stories") if story.published)

    @cached_property
    def example(self) -> model.Story | None:
        """The invented story that shows contributors what one looks like."""
        return next((story for story in self.of("stories") if story.state == "voorbeeld"), None)

    @property
    def materials(self) -> tuple[model.Material, ...]:
        return self.of("materials")

    @property
    def seven_bs(self) -> tuple[model.SevenB, ...]:
        return self.of("seven-bs")

    @property
    def networks(self) -> model.LearningNetworks:
        return self.of("learning-networks")[0]

    @property
    def timeline(self) -> tuple[model.Event, ...]:
        return tuple(sorted(self.of("timeline"), key=lambda event: (event.start, event.end or "", event.id)))

    @property
    def questions(self) -> tuple[model.ReaderQuestion, ...]:
        return self.of("questions")

    @property
    def grouped_questions(self) -> list[tuple[model.ReaderQuestionGroup, list[model.ReaderQuestion]]]:
        """The questions under their headings; a heading without questions is left out."""
        groups = [(group, [question for question in self.questions if question.group == group]) for group in model.ReaderQuestionGroup]
        return [(group, questions) for group, questions in groups if questions]

    @property
    def glossary(self) -> tuple[model.Term, ...]:
        return self.of("glossary")

    @property
    def vocabulary(self) -> tuple[model.Wording, ...]:
        return self.of("vocabulary")

    @property
    def changes(self) -> tuple[model.Change, ...]:
        """The latest on top."""
        return tuple(sorted(self.of("changes"), key=lambda change: (change.date, change.id), reverse=True))

    @property
    def sources(self) -> tuple[model.Source, ...]:
        """What readers may see: not the own sources of a story that is in no list."""
        return tuple(source for source in self.of("sources") if self.document(source).file.path not in self._hidden)

    @cached_property
    def listed(self) -> frozenset[str]:
        """The ids of the sources that stand on the page of sources."""
        return frozenset(source.id for source in self.sources)

    @cached_property
    def _hidden(self) -> frozenset[str]:
        return frozenset(self.document(story).file.path for story in self.of("stories") if not story.published)


def _reading_order(item: Any) -> tuple[int, ...]:
    """Numbered items by side and number. Stories worked out before short ones. Everything else keeps its order."""
    if isinstance(item, model.Barrier):
        return (0 if item.side is model.Side.DEMAND else 1, item.number)
    if isinstance(item, model.Story):
        return (0 if item.form == "verhaal" else 1,)
    if isinstance(item, model.WithdrawnStory):
        return (2,)
    number = getattr(item, "number", None)
    return (number,) if isinstance(number, int) else (0,)


def walk(document: Document) -> Iterator[Node]:
    return iter(document.nodes)


def _walk(document: Document, owner: model.Base, location: Location) -> Iterator[Node]:
    refers = _references(type(owner))
    for name in type(owner).model_fields:
        value = getattr(owner, name)
        here = (*location, name)
        yield Node(document, here, owner, name, value, refers.get(name))
        if isinstance(value, model.Base):
            yield from _walk(document, value, here)
        elif isinstance(value, tuple):
            for index, entry in enumerate(value):
                if isinstance(entry, model.Base):
                    yield from _walk(document, entry, (*here, index))


@lru_cache(maxsize=None)
def _references(owner: type[model.Base]) -> dict[str, str]:
    found = {}
    for name, info in owner.model_fields.items():
        refers = next((m for m in _metadata(info.annotation, info.metadata) if isinstance(m, model.Refers)), None)
        if refers:
            found[name] = refers.kind
    return found


def _metadata(annotation: Any, metadata: Any = ()) -> Iterator[Any]:
    yield from metadata
    yield from getattr(annotation, "__metadata__", ())
    for argument in get_args(annotation):
        yield from _metadata(argument)
