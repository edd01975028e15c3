"""The Word template of a practice story, made from the model: interviews are written and corrected in Word."""

from __future__ import annotations

import datetime

from macros.export.word import Pick, WordDocument
from macros.guide.fields import Field, Shape, by_group, story_fields
from macros.guide.guide import Guide

#: Where it stands in the site.
NAME = "assets/sjablonen/praktijkverhaal.docx"

TITLE = "Praktijkverhaal"
REQUIRED = " (verplicht)"
POINT_TITLE, POINT_TEXT = "Kopje: zeg meteen waarover het gaat", "Schrijf hier, in korte zinnen."

_PIECES = "Meer stukken? Begin elk stuk met een kopje in de stijl «Kop 3». Een bron zet je op een eigen regel: «Bron: …»."

#: Fields that the one who takes the story in fills in, and parts that follow from others.
_LEFT_OUT = frozenset({"state", "formerly", "ours"})
_DERIVED = frozenset({"id", "ours", "short", "publisher", "accessed"})
#: Only here a row names its source; elsewhere a line «Bron: …» under the text does.
_WITH_SOURCE = frozenset({"budget", "figures", "views"})
#: Lists of the guide that are short enough to stand in the template, every item on a row of its own.
_LISTED = frozenset({"strategies", "barriers", "steps", "materials"})

_INTRODUCTION = (
    "Vul in wat je weet. Laat leeg wat je niet weet: de pagina zegt dan «onbekend». Wat «(verplicht)» is, hebben we nodig.",
    "Laat de titels staan: daaraan herkent de computer de velden. Rijen en kopjes mag je toevoegen.",
    "Bescherm mensen. Geen namen, leeftijden of herkenbare verhalen van kinderen en gezinnen. Een uitspraak van iemand neem je "
    "alleen op als die persoon ja zei.",
    "Een verhaal dat online stond, kan bewaard blijven in de geschiedenis van de bewaarplaats, ook nadat het is ingetrokken.",
)


def shown_fields() -> tuple[Field, ...]:
    """The fields of the template, in its order."""
    return tuple(field for field in story_fields() if field.name not in _LEFT_OUT)


def columns(field: Field) -> tuple[Field, ...]:
    """What a row of a list asks for."""
    return tuple(
        inside
        for inside in field.fields
        if inside.name not in _DERIVED and (inside.name != "sources" or field.name in _WITH_SOURCE)
    )


def is_chapter(field: Field) -> bool:
    """A chapter is pieces of running text, each under a heading of its own."""
    return field.shape is Shape.ROWS and [inside.name for inside in field.fields[:3]] == ["id", "title", "text"]


def is_upright(field: Field) -> bool:
    """More than four things to ask: below one another, a small table for each entry."""
    return field.shape is Shape.GROUP or len(columns(field)) > 4


def listed(field: Field, guide: Guide) -> list[str]:
    """The titles of the items that a list is about, where they all stand in the template."""
    kind = columns(field)[0].refers if field.shape is Shape.ROWS else ""
    return [item.title for item in guide.of(kind)] if kind in _LISTED else []


def template(guide: Guide, edition: datetime.date) -> bytes:
    """The template as a Word file."""
    document = WordDocument(TITLE, edition)
    for line in _INTRODUCTION:
        document.help(line)
    for group, fields in by_group(shown_fields()):
        if fields:
            document.heading(group, 1)
            for field in fields:
                _add(document, field, guide)
    return document.content


def _add(document: WordDocument, field: Field, guide: Guide) -> None:
    document.heading(f"{field.label}{REQUIRED if field.required else ''}", 2)
    document.help(field.help)
    if field.shape is Shape.CHOICE:
        document.choice_control(field.name, field.label, [label for _, label in field.choices])
    elif field.shape is Shape.CHOICES:
        document.tick_controls(field.name, field.choices)
    elif field.shape is Shape.FLAG:
        document.choice_control(field.name, field.label, ("ja", "nee"))
    elif is_chapter(field):
        document.help(_PIECES)
        document.heading(POINT_TITLE, 3)
        document.paragraph(POINT_TEXT)
    elif field.shape in (Shape.ROWS, Shape.GROUP):
        _tables(document, field, guide)
    elif field.shape is Shape.LINES:
        document.help("Eén per regel.")
        document.text_control(field.name, field.label)
    else:
        document.text_control(field.name, field.label)


def _tables(document: WordDocument, field: Field, guide: Guide) -> None:
    asked = columns(field)
    if is_upright(field):
        for number in range(1, 2 if field.shape is Shape.GROUP else 3):
            tag = field.name if field.shape is Shape.GROUP else f"{field.name}.{number}"
            rows = [(_head(inside), _cell(inside, tag)) for inside in asked]
            document.table(f"{field.label} {number}", rows, (50, 120), head="column")
        return
    widths = {1: (170,), 2: (60, 110), 3: (55, 35, 80), 4: (55, 30, 45, 40)}[len(asked)]
    items = listed(field, guide)
    rows: list[list[str | Pick]] = [[_head(inside) for inside in asked]]
    for number in range(1, (len(items) or 3) + 1):
        first = items[number - 1] if items else _cell(asked[0], f"{field.name}.{number}")
        rows.append([first, *(_cell(inside, f"{field.name}.{number}") for inside in asked[1:])])
    document.table(field.label, rows, widths)


def _head(field: Field) -> str:
    return field.label


def _cell(field: Field, tag: str) -> str | Pick:
    if field.shape is not Shape.CHOICE:
        return ""
    return Pick(f"{tag}.{field.name}", field.label, tuple(label for _, label in field.choices))
