"""The press: a document as plain values in, a PDF out, made as PDF/UA-1 and PDF/A-2a. Any warning stops it."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst

from macros.export.packing import Unpackable, packed
from macros.export.typefaces import is_whole
from macros.guide.letters import EMOJI

TEMPLATES = Path(__file__).parent / "typst"
FONTS = Path(__file__).parent / "fonts"
FACES = [f"AtkinsonHyperlegible-{face}.ttf" for face in ("Regular", "Bold", "Italic", "BoldItalic")]
STANDARDS = ["ua-1", "a-2a"]

_RESTORE = "Zet het terug zoals het in de bron van deze gids staat, bijvoorbeeld met «git restore macros/export/fonts»."
_REFUSED = re.compile(r"@(?P<place>[^|]*)\|(?P<message>[^\"]*)")
_NO_GLYPH = re.compile(r"the text (?P<text>.+?) could not be displayed with")
_NO_FONT = re.compile(r"unknown font family: (?P<name>.+)")
_PAGES = re.compile(rb"<xmpTPg:NPages>(\d+)<")


class Unprintable(Exception):
    """A document that must not be printed. ``sentence`` is Dutch; ``place`` a data file and line, if the press knows it;
    ``text`` what stood in the way, so that the caller can look for it in the data."""

    def __init__(self, sentence: str, place: str = "", text: str = "") -> None:
        self.sentence, self.place, self.text = sentence, place, text
        super().__init__(f"{place}: {sentence}" if place else sentence)


def press(document: dict[str, Any], epoch: int) -> bytes:
    """Set ``document`` with the templates. The same values and moment give the same bytes."""
    try:
        pdf, warnings = compiler().compile_with_warnings(
            sys_inputs={"document": json.dumps(_without_emoji(document), ensure_ascii=False)}, pdf_standards=STANDARDS, timestamp=epoch
        )
    except typst.TypstError as error:
        raise _explain(error.message, error.diagnostic) from None
    if warnings:
        raise _explain(warnings[0].message, warnings[0].diagnostic)
    try:
        return packed(pdf)
    except Unpackable as error:
        raise Unprintable(f"het zetprogramma schreef dit document anders dan verwacht ({error}).") from None


_EMOJI = re.compile(f"[{EMOJI}]+ ?")


def _without_emoji(value: Any) -> Any:
    """A text that says something in words too is printed without its pictures; one that is only pictures says so."""
    if isinstance(value, str):
        words = _EMOJI.sub("", value)
        return words if words.strip() or not value.strip() else "(teken)"
    if isinstance(value, dict):
        return {name: _without_emoji(each) for name, each in value.items()}
    return [_without_emoji(each) for each in value] if isinstance(value, list | tuple) else value


def pages(pdf: bytes) -> int:
    """How many pages a PDF of ours has; its metadata says so."""
    return int(_PAGES.search(pdf)[1])


@lru_cache(maxsize=1)
def compiler() -> typst.Compiler:
    for face in FACES:  # for one that is not there or not whole the setter would take the nearest, and say nothing
        file = FONTS / face
        if not file.is_file():
            raise Unprintable(f"het lettertype «{face}» ontbreekt in macros/export/fonts.", "macros/export/fonts")
        if not is_whole(file.read_bytes(), file.stem):
            raise Unprintable(f"het lettertype «{face}» is beschadigd of is een ander bestand. {_RESTORE}", f"macros/export/fonts/{face}")
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
    return typst.Compiler(input=TEMPLATES / "main.typ", root=TEMPLATES, font_paths=fonts)


def _explain(message: str, diagnostic: str) -> Unprintable:
    """The message of the compiler as one Dutch sentence."""
    if refused := _REFUSED.search(message):
        return Unprintable(f"{refused['message']}.", refused["place"])
    if glyph := _NO_GLYPH.search(message):
        text = glyph["text"].strip("\"'`")
        return Unprintable(f"het teken «{text}» bestaat niet in ons lettertype. Schrijf het anders.", text=text)
    if font := _NO_FONT.search(message):
        return Unprintable(f"het lettertype «{font['name']}» ontbreekt in macros/export/fonts.", "macros/export/fonts")
    first = " ".join(diagnostic.split("\n\n")[0].split())
    return Unprintable(f"het zetprogramma weigert dit document: {first}")
