"""The fields of a model as people fill them in: label, help, shape and choices, read from the model itself."""

from __future__ import annotations

import datetime
import types
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from macros.guide import model
from macros.guide.richtext import RichText


class Shape(Enum):
    """What somebody fills in."""

    LINE = "one line of text"
    PROSE = "long text"
    CHOICE = "one of a few words"
    FLAG = "yes or no"
    DAY = "a date"
    NUMBER = "a whole number"
    GROUP = "a few fields together"
    ROWS = "a list, each entry with the same few fields"
    LINES = "a list of lines"
    CHOICES = "some of a few words"


@dataclass(frozen=True)
class Field:
    """One field: ``fields`` are those of a group or of each row, ``choices`` are words with their meaning."""

    name: str
    label: str
    help: str
    shape: Shape
    required: bool
    group: str = ""
    refers: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    fields: tuple[Field, ...] = ()
    longest: int | None = None
    least: int = 0
    """The smallest number, or the fewest entries of a list."""
    text: str = ""
    """What kind of text a line is: «line», «id» or «address»."""
    default: str = ""
    """The word or date that counts when nothing is filled in."""


@lru_cache(maxsize=None)
def fields_of(owner: type[model.Base]) -> tuple[Field, ...]:
    """The fields of a model: its own first, then what it shares with others (sources, whose words these are)."""
    names = sorted(owner.model_fields, key=lambda name: name in model.Sourced.model_fields and name not in owner.__annotations__)
    return tuple(_field(name, owner.model_fields[name]) for name in names)


def story_fields() -> tuple[Field, ...]:
    """The fields of a story in the order of its class, without the id: that is the name of its file."""
    known = {field.name: field for field in fields_of(model.Story)}
    return tuple(known[name] for name in model.Story.__annotations__ if name in known)


def by_group(fields: tuple[Field, ...]) -> Iterator[tuple[str, list[Field]]]:
    """The fields under their headings."""
    for group in model.StoryGroup:
        yield group.value, [field for field in fields if field.group == group.value]


def _field(name: str, info: FieldInfo) -> Field:
    extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
    annotation, metadata = _unwrap(info.annotation, info.metadata)
    many = get_origin(annotation) is tuple
    if many:
        annotation, metadata = _unwrap(get_args(annotation)[0], metadata)
    shape, choices, fields = _shape(annotation, many)
    return Field(
        name,
        info.title or name,
        info.description or "",
        shape,
        info.is_required(),
        group=str(extra.get(model.GROUP, "")),
        refers=next((mark.kind for mark in metadata if isinstance(mark, model.Refers)), ""),
        choices=choices,
        fields=fields,
        longest=_longest(metadata) if shape in (Shape.LINE, Shape.LINES) else None,
        least=_least(info.metadata if many else metadata),
        text=_text(annotation, metadata),
        default=_default(info.default),
    )


def _default(value: Any) -> str:
    if isinstance(value, Enum):
        return str(value.value)
    return value if isinstance(value, str) else "false" if value is False else ""


def _longest(metadata: tuple[Any, ...]) -> int | None:
    limits = (getattr(mark, "max_length", getattr(mark, "length", None)) for mark in _flat(metadata))
    return min((limit for limit in limits if limit is not None), default=None)


def _least(metadata: tuple[Any, ...] | list[Any]) -> int:
    limits = (getattr(mark, "ge", getattr(mark, "min_length", None)) for mark in _flat(tuple(metadata)))
    return max((limit for limit in limits if limit is not None), default=0)


def _text(annotation: Any, metadata: tuple[Any, ...]) -> str:
    if annotation is not str:
        return ""
    marks = list(_flat(metadata))
    if any(getattr(mark, "func", None) is model.web for mark in marks):
        return "address"
    return "id" if any(getattr(mark, "pattern", None) for mark in marks) else "line"


def _flat(metadata: tuple[Any, ...]) -> Iterator[Any]:
    for mark in metadata:
        yield from _flat(tuple(mark.metadata)) if isinstance(mark, FieldInfo) else (mark,)


def _shape(annotation: Any, many: bool) -> tuple[Shape, tuple[tuple[str, str], ...], tuple[Field, ...]]:
    if isinstance(annotation, type) and issubclass(annotation, model.Base):
        return (Shape.ROWS if many else Shape.GROUP), (), fields_of(annotation)
    if get_origin(annotation) is Literal:
        return Shape.CHOICE, tuple((word, word) for word in get_args(annotation)), ()
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        choices = tuple((member.value, getattr(member, "label", member.value)) for member in annotation)
        return (Shape.CHOICES if many else Shape.CHOICE), choices, ()
    if many:
        return Shape.LINES, (), ()
    plain = {RichText: Shape.PROSE, bool: Shape.FLAG, int: Shape.NUMBER, datetime.date: Shape.DAY}
    return plain.get(annotation, Shape.LINE), (), ()


def _unwrap(annotation: Any, metadata: Any) -> tuple[Any, tuple[Any, ...]]:
    """Without ``Annotated`` and ``| None``; what ``Annotated`` says is added to the metadata."""
    if get_origin(annotation) is Annotated:
        bare, *more = get_args(annotation)
        return _unwrap(bare, (*metadata, *more))
    if get_origin(annotation) in (Union, types.UnionType):
        return _unwrap(next(each for each in get_args(annotation) if each is not type(None)), metadata)
    return annotation, tuple(metadata)
