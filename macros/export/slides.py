"""Slides as an editable PowerPoint, 16:9, with notes. The same values and moment give the same bytes."""

from __future__ import annotations

import datetime
import io
import math
import zipfile
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_SHAPE, PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.util import Emu, Mm, Pt

from macros.export.press import Unprintable

_WIDTH, _HEIGHT = Mm(338.7), Mm(190.5)
_INK, _DEMAND, _SUPPLY, _PAPER = (RGBColor.from_string(code) for code in ("1D2733", "A63A17", "0D5A6E", "FFFFFF"))
_DEMAND_TINT, _SUPPLY_TINT = RGBColor.from_string("FBE6DC"), RGBColor.from_string("DCEEF2")
_FONT = "Arial"
_LANGUAGE = "nl-BE"
_TITLE_AND_TEXT = 1
_TEXT_WIDTH, _TEXT_HEIGHT = 290, 104  # millimetres; the line below keeps its distance
#: Sizes that a full room can read, the largest first.
_SIZES = (32, 28, 24, 20)
_GAP = 0.4  # between two bullets, in parts of the size


def press(document: dict[str, Any], epoch: int) -> bytes:
    """A deck of ``document["sheets"]``: title, bullets and notes of each slide."""
    moment = datetime.datetime.fromtimestamp(epoch, datetime.UTC).replace(tzinfo=None)
    deck = Presentation()
    _stretch(deck)
    layout = deck.slide_layouts[_TITLE_AND_TEXT]
    _widen_the_notes(deck)
    _dress(deck, layout, f"{document['guide']} · editie {document['edition']}")
    for slide in document["sheets"]:
        _slide(deck, layout, slide)
    _properties(deck, document["title"], document["guide"], moment)
    _without_leftovers(deck)
    stream = io.BytesIO()
    deck.save(stream)
    return _dated(stream.getvalue(), moment)


def _stretch(deck: Deck) -> None:
    """The library's own master is 4:3; its placeholders move along to 16:9."""
    factor = _WIDTH / deck.slide_width
    deck.slide_width, deck.slide_height = _WIDTH, _HEIGHT
    down = _HEIGHT / Emu(6858000)
    for holder in (deck.slide_master, *deck.slide_layouts):
        for shape in holder.placeholders:
            if shape._element.spPr.find(qn("a:xfrm")) is not None:
                shape.left, shape.width = Emu(int(shape.left * factor)), Emu(int(shape.width * factor))
                shape.top, shape.height = Emu(int(shape.top * down)), Emu(int(shape.height * down))


def _widen_the_notes(deck: Deck) -> None:
    """The picture of the slide on a page of notes is as wide as the slide itself."""
    for shape in deck.notes_master.placeholders:
        if shape.placeholder_format.type == PP_PLACEHOLDER.SLIDE_IMAGE:
            wider = Emu(int(shape.height * _WIDTH / _HEIGHT))
            shape.left, shape.width = Emu(shape.left - (wider - shape.width) // 2), wider


def _dress(deck: Deck, layout: Any, footer: str) -> None:
    """Type, colours and the line from demand to supply, on the layout: a logo can take their place in one spot."""
    title, text = layout.placeholders[0], layout.placeholders[1]
    title.left, title.top, title.width, title.height = Mm(18), Mm(14), Mm(302), Mm(30)
    text.left, text.top, text.width, text.height = Mm(18), Mm(48), Mm(302), Mm(114)
    for shape in [*layout.placeholders][2:]:
        shape._element.getparent().remove(shape._element)
    scratch = deck.slides.add_slide(layout)
    line = scratch.shapes.add_connector(1, Mm(26), Mm(174), Mm(312), Mm(174))
    line.line.color.rgb, line.line.width = _INK, Pt(1.5)
    circle = scratch.shapes.add_shape(MSO_SHAPE.OVAL, Mm(18), Mm(170), Mm(8), Mm(8))
    square = scratch.shapes.add_shape(MSO_SHAPE.RECTANGLE, Mm(312), Mm(170), Mm(8), Mm(8))
    for shape, color, tint in ((circle, _DEMAND, _DEMAND_TINT), (square, _SUPPLY, _SUPPLY_TINT)):
        shape.fill.solid()
        shape.fill.fore_color.rgb, shape.line.color.rgb, shape.line.width = tint, color, Pt(1.5)
    square.line.dash_style = MSO_LINE.DASH
    label = scratch.shapes.add_textbox(Mm(28), Mm(176), Mm(250), Mm(8))
    label.text_frame.word_wrap = True
    _write(label.text_frame.paragraphs[0], footer, 12)
    for shape in (line, circle, square):
        shape._element.remove(shape._element.find(qn("p:style")))  # the theme's shadow, which some programs draw whatever else is said
    for shape in (line, circle, square, label):
        layout.shapes._spTree.append(shape._element)
    identifier = deck.slides._sldIdLst[0]
    deck.part.drop_rel(identifier.rId)
    deck.slides._sldIdLst.remove(identifier)


def _slide(deck: Deck, layout: Any, content: dict[str, Any]) -> None:
    size = next((size for size in _SIZES if _height(content["bullets"], size) <= _TEXT_HEIGHT), None)
    if size is None:
        raise Unprintable(f"de dia «{content['title']}» is te vol. Maak de punten korter, of verdeel ze over twee dia’s.", content["place"])
    slide = deck.slides.add_slide(layout)
    title, text = slide.placeholders[0], slide.placeholders[1]
    _write(title.text_frame.paragraphs[0], content["title"], 36, bold=True)
    for index, bullet in enumerate(content["bullets"]):
        paragraph = text.text_frame.paragraphs[0] if index == 0 else text.text_frame.add_paragraph()
        paragraph.space_after = Pt(size * _GAP)
        _write(paragraph, bullet, size)
    notes = slide.notes_slide.notes_text_frame
    for index, line in enumerate(content["notes"]):
        _write(notes.paragraphs[0] if index == 0 else notes.add_paragraph(), line, 12)


def _height(bullets: list[str], size: int) -> float:
    """About how many millimetres the bullets take at a size, with letters not quite half as wide as they are high."""
    letter = size * 0.3528 * 0.47
    lines = sum(math.ceil(len(bullet) * letter / _TEXT_WIDTH) for bullet in bullets)
    return (lines * 1.2 + len(bullets) * _GAP) * size * 0.3528


def _write(paragraph: Any, text: str, size: int, *, bold: bool = False) -> None:
    run = paragraph.add_run()
    run.text = text
    run.font.size, run.font.bold, run.font.name, run.font.color.rgb = Pt(size), bold, _FONT, _INK
    run._r.get_or_add_rPr().set("lang", _LANGUAGE)
    paragraph.alignment = 1


def _properties(deck: Deck, title: str, author: str, moment: datetime.datetime) -> None:
    properties = deck.core_properties
    properties.title, properties.author, properties.last_modified_by = title, author, author
    properties.language, properties.revision = _LANGUAGE, 1
    properties.created = properties.modified = properties.last_printed = moment


def _without_leftovers(deck: Deck) -> None:
    """The library's own template carries a picture of somebody else's slide and the settings of somebody else's printer."""
    for holder, kind in ((deck.part.package, RELATIONSHIP_TYPE.THUMBNAIL), (deck.part, RELATIONSHIP_TYPE.PRINTER_SETTINGS)):
        for identifier, relation in list(holder._rels.items()):
            if relation.reltype == kind:
                holder._rels.pop(identifier)


def _dated(package: bytes, moment: datetime.datetime) -> bytes:
    """The same package with the edition as the date of every part."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, moment.timetuple()[:6])
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o100644 << 16
            new.writestr(entry, old.read(name))
    return stream.getvalue()
