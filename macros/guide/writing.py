"""Writing a story as the YAML file that people read and edit: fields in their order, long text in blocks."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Collection, Mapping
from typing import Any

import yaml

from macros.guide.checks import PAGE_ANCHORS
from macros.guide.fields import Field, Shape, by_group, fields_of, story_fields
from macros.guide.guide import Guide

_WIDTH = 110


def slug(text: str, longest: int = 60) -> str:
    """An id made from words: «Sint-Niklaas: een brug!» is «sint-niklaas-een-brug»."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)
    while len(words) > 1 and len("-".join(words)) > longest:
        words.pop()
    return "-".join(words)[:longest]


def free_id(text: str, taken: Collection[str], fallback: str) -> str:
    """An id made from words that is not taken yet, nor by a fixed part of a story's page."""
    fixed = PAGE_ANCHORS["*"] | PAGE_ANCHORS["stories"]
    base = slug(text, 55) or fallback
    names = (base if number == 1 else f"{base}-{number}" for number in range(1, len(taken) + len(fixed) + 2))
    return next(name for name in names if name not in taken and name not in fixed)


class _Dumper(yaml.SafeDumper):
    """Block lists indented below their key, as in the rest of the data."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.Node:
    style = "|" if "\n" in value else ">" if len(value) > 80 else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


_Dumper.add_representer(str, _text)


def story_text(values: Mapping[str, Any]) -> str:
    """The file of a story; empty values are left out: unknown needs no words."""
    known = [field.name for field in story_fields()]
    ordered = {name: _day(values[name]) for name in known if values.get(name) not in (None, "", [], {})}
    return yaml.dump(ordered, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH)


def _day(value: Any) -> Any:
    """A date needs no quotes; any other text that YAML would take for something else gets them."""
    try:
        return datetime.date.fromisoformat(value) if isinstance(value, str) and len(value) == 10 else value
    except ValueError:
        return value


# --- an empty file, explained ---

_INTRODUCTION = """\
# yaml-language-server: $schema=../../schemas/stories.json
#
# Een praktijkverhaal. Vul in wat je weet. Wat je niet weet, laat je weg: de pagina zegt dan «onbekend».
# Regels die met # beginnen, tellen niet mee. Haal het # weg om een veld te gebruiken.
# Nakijken: python -m macros check      Bekijken: python -m macros serve
"""


def story_template(guide: Guide) -> str:
    """A story to fill in: what is required stands ready, the rest is an example behind a «#»."""
    example = _plain(guide.example) if guide.example else {}
    lines = [_INTRODUCTION]
    for group, fields in by_group(story_fields()):
        shown = [field for field in fields if field.name not in ("state", "formerly", "ours")]
        if shown:
            lines.append(f"# --- {group} ---\n")
            lines.extend(_template_field(field, example.get(field.name), guide) for field in shown)
    return "\n".join(lines)


def _plain(item: Any) -> dict[str, Any]:
    """The filled-in fields of an item as they would be written."""
    names = [field.name for field in fields_of(type(item))]
    return {name: value for name in names if (value := _value(getattr(item, name))) not in (None, [], {})}


def _value(value: Any) -> Any:
    if hasattr(type(value), "model_fields"):
        given = value.model_fields_set
        return {name: each for name, each in _plain(value).items() if name in given}
    if isinstance(value, tuple):
        return [_value(each) for each in value]
    if hasattr(value, "source") and hasattr(value, "blocks"):
        return value.source
    return value if isinstance(value, bool | int | datetime.date) or value is None else str(value)


def _template_field(field: Field, example: Any, guide: Guide) -> str:
    head = f"# {field.label}{' (verplicht)' if field.required else ''}. {field.help}"
    if field.shape in (Shape.CHOICE, Shape.CHOICES):
        head += "".join(f"\n#   {value} = {label}" for value, label in field.choices if label != value)
    for inside in field.fields:
        if inside.refers and inside.refers != "sources":
            head += f"\n#   {inside.name}: kies uit {', '.join(item.id for item in guide.of(inside.refers))}"
    if field.required:
        return f"{_wrapped(head)}\n{_dump({field.name: _empty(field)})}"
    shown = _dump({field.name: example if example is not None else _empty(field)})
    return f"{_wrapped(head)}\n" + "".join(f"# {line}\n" for line in shown.splitlines())


def _empty(field: Field) -> Any:
    if field.shape is Shape.GROUP:
        return {inside.name: "" for inside in field.fields}
    if field.shape is Shape.ROWS:
        return [{inside.name: f"{field.name}-1" if inside.name == "id" else "" for inside in field.fields if inside.required}]
    if field.shape is Shape.CHOICE and len(field.choices) == 1:
        return ""  # a consent is given by writing it
    return "" if field.shape not in (Shape.LINES, Shape.CHOICES) else [""]


def _dump(value: Any) -> str:
    text = yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH - 2)
    return re.sub(r"(?<=[:-] )''$", '""', text, flags=re.MULTILINE)


def _wrapped(comment: str) -> str:
    lines = []
    for line in comment.split("\n"):
        while len(line) > _WIDTH:
            cut = line.rindex(" ", 0, _WIDTH)
            lines.append(line[:cut])
            line = f"#   {line[cut + 1:]}"
        lines.append(line)
    return "\n".join(lines)
