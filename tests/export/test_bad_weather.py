"""What cannot be printed stops the build with one Dutch sentence that names the data; what is hostile is only text."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys

import pytest

from macros.export import press, shelf, slides
from macros.export.documents import documents, payload
from macros.export.press import Unprintable
from macros.export.sheets import Sheets
from macros.guide.loading import inspect
from macros.project import edition
from tests.conftest import ROOT
from tests.export.conftest import EPOCH, spaced


def refusal(small, tmp_path):
    """The sentence that a contributor reads."""
    with pytest.raises(Unprintable) as error:
        shelf.fill(tmp_path / "documents", small.guide(), EPOCH)
    message = str(error.value)
    assert "\n" not in message and message.endswith(".")
    return message


def test_the_small_guide_can_be_printed(small, tmp_path):
    assert len(shelf.fill(tmp_path / "documents", small.guide(), EPOCH).files) > 30


def test_a_text_too_long_for_its_card_names_file_line_and_text(small, tmp_path):
    long = "kinderen die " + "w" * 24 + " " + " ".join(["wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww"] * 2)[:71]
    text = small.path("barriers/te-ver.yml").read_text(encoding="utf-8")
    card = next(line for line in text.split("\n") if line.startswith("card: "))
    line = small.change("barriers/te-ver.yml", card, f"card: {long}")
    template = press.TEMPLATES / "cards.typ"
    room = template.read_text().count("36mm")
    assert room == 1
    message = _with_less_room(small, tmp_path)
    assert message == f"data/barriers/te-ver.yml:{line}: «{long}» past niet op een kaart; maak de tekst korter."


def _with_less_room(small, tmp_path):
    """Cards that are not high at all: the model's own limit keeps texts short enough for real ones."""
    folder = tmp_path / "typst"
    folder.mkdir()
    for file in press.TEMPLATES.glob("*.typ"):
        (folder / file.name).write_text(file.read_text().replace("fitted(face, room, 36mm)", "fitted(face, room, 14mm)"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(press, "TEMPLATES", folder)
        press.compiler.cache_clear()
        message = refusal(small, tmp_path)
    press.compiler.cache_clear()
    return message


def test_the_longest_text_that_the_model_allows_still_fits_its_card(small):
    longest = ("kinderen die " + "verantwoordelijkheden " * 6)[:110].strip()
    line = next(l for l in small.path("barriers/te-ver.yml").read_text(encoding="utf-8").split("\n") if l.startswith("card: "))
    small.change("barriers/te-ver.yml", line, f"card: {longest}")
    guide = small.guide()
    sheets = Sheets(guide)
    document = {
        "title": "x", "guide": "x", "edition": "x", "date": {"year": 2026, "month": 1, "day": 1}, "steps": [],
        "sheets": [sheets.barrier_cards("Kaarten", guide.barriers, "x")],
    }  # fmt: skip
    assert press.pages(press.press(document, EPOCH)) == 1


def test_a_worksheet_that_does_not_fit_names_its_file_and_its_pages(small, tmp_path):
    small.change("worksheets/blad.yml", "pages: 3", "pages: 1")
    assert refusal(small, tmp_path) == "data/worksheets/blad.yml:1: dit past niet op 1 blad («Werkblad»)."


def test_a_sheet_that_does_not_fit_half_a_page_names_its_file(small, tmp_path):
    small.append("sheets/lijst.yml", "halves: true\n")
    assert shelf.fill(tmp_path / "fits", small.guide(), EPOCH).files
    small.change("sheets/lijst.yml", "blank_rows: 4", "blank_rows: 25")
    assert refusal(small, tmp_path) == "data/sheets/lijst.yml:1: dit past niet op een half blad («De lijst»)."


def test_a_letter_that_came_past_the_check_is_still_named_with_its_place(small, tmp_path):
    line = small.change("glossary.yml", "term: overkant", "term: 漢字")
    guide, problems = inspect(small.root)
    assert [str(problem).partition(": ")[0] for problem in problems] == [f"data/glossary.yml:{line}"]
    with pytest.raises(Unprintable, match="bestaat niet in ons lettertype") as error:
        shelf.fill(tmp_path / "documents", guide, EPOCH)
    assert str(error.value).startswith(f"data/glossary.yml:{line}: term: het teken «")


#: What passes the check must be printed as well: a contributor cannot know our typeface.
TYPED = [
    "😀", "Mooi 😀 zo", "👩‍👩‍👧 samen", "🇧🇪 ✅ ❤️ 1️⃣", "x" * 400, "«1:30» — “no” … ’t €", "Één ènkel ûur ñ ß æ œ ő ș İ Å",
    "#hekje $dollar @apenstaart < b ~ [z] {q} = plus +",
]  # fmt: skip


@pytest.mark.parametrize("typed", TYPED, ids=lambda typed: typed[:8])
def test_a_story_that_passes_the_check_can_be_printed_whatever_was_typed(small, tmp_path, typed):
    quoted = json.dumps(typed, ensure_ascii=False)
    for old in ("title: Een dorp legt een brug", "municipality: Het Dorp", "project: De Brug", "title: Geduld", "text: Het kost tijd."):
        small.change("stories/dorp.yml", old, f"{old.partition(':')[0]}: {quoted}")
    small.change("stories/dorp.yml", "  - Wie de bus betaalde.", f"  - {quoted}")
    assert small.report() == []
    assert len(shelf.fill(tmp_path / "documents", small.guide(), EPOCH).files) > 30


@pytest.mark.parametrize("missing", press.FACES)
def test_a_missing_typeface_is_named_and_never_replaced_by_another(small, tmp_path, monkeypatch, missing):
    rest = tmp_path / "fonts"
    shutil.copytree(press.FONTS, rest)
    (rest / missing).unlink()
    monkeypatch.setattr(press, "FONTS", rest)
    press.compiler.cache_clear()
    try:
        assert refusal(small, tmp_path) == f"macros/export/fonts: het lettertype «{missing}» ontbreekt in macros/export/fonts."
    finally:
        press.compiler.cache_clear()


def _flipped(content):
    return content[:30_000] + bytes(each ^ 1 for each in content[30_000:30_010]) + content[30_010:]


DAMAGE = {
    "cut short": lambda content: content[:20_000],
    "a little cut off": lambda content: content[:-3],
    "some bits changed": _flipped,
    "empty": lambda content: b"",
    "three bytes": lambda content: content[:3],
    "a directory alone": lambda content: content[:14],
    "text": lambda content: b"Hier stond een lettertype. " * 2000,
    "the font of the web": lambda content: next((ROOT / "docs" / "assets" / "fonts").glob("*.woff2")).read_bytes(),
    "another face": lambda content: (press.FONTS / ("AtkinsonHyperlegible-Regular.ttf" if b"B\0o\0l\0d" in content else "AtkinsonHyperlegible-Bold.ttf")).read_bytes(),
}


@pytest.mark.parametrize("face", press.FACES)
@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_typeface_is_named_and_never_replaced_by_another(small, tmp_path, monkeypatch, face, damage):
    fonts = tmp_path / "fonts"
    shutil.copytree(press.FONTS, fonts)
    (fonts / face).write_bytes(DAMAGE[damage]((fonts / face).read_bytes()))
    monkeypatch.setattr(press, "FONTS", fonts)
    press.compiler.cache_clear()
    try:
        assert refusal(small, tmp_path).startswith(f"macros/export/fonts/{face}: het lettertype «{face}» is beschadigd of is een ander bestand. Zet het terug")
        assert not list((tmp_path / "documents").glob("*.pdf"))
    finally:
        press.compiler.cache_clear()


def test_an_item_without_its_number_names_the_item(small):
    guide = small.guide()
    sheet = Sheets(guide).checklist(guide.steps[0], notes=False)
    checklist = next(block for block in sheet["blocks"] if block["b"] == "checklist")
    checklist["items"][1]["number"] = ""
    document = documents(guide, edition())[0]
    content = payload(guide, edition(), document) | {"sheets": [sheet]}
    with pytest.raises(Unprintable, match=r"^data/steps/stap-1\.yml:\d+: dit punt heeft geen nummer\.$"):
        press.press(content, EPOCH)


def test_a_slide_that_is_too_full_names_its_workshop(small):
    guide = small.guide()
    content = {"title": "x", "guide": "x", "edition": "x", "sheets": [{"title": "Vol", "bullets": ["woord " * 40] * 7, "notes": ["x"], "place": "data/materials/avond.yml:9"}]}
    with pytest.raises(Unprintable, match=r"^data/materials/avond\.yml:9: de dia «Vol» is te vol\."):
        slides.press(content, EPOCH)


def test_the_build_stops_with_the_sentence_and_leaves_no_site(copied_project, tmp_path):
    file = copied_project / "data" / "worksheets" / "korte-nota.yml"
    text = file.read_text(encoding="utf-8")
    assert text.count("pages: 2\n") == 1
    file.write_text(text.replace("pages: 2\n", "pages: 1\n"), encoding="utf-8")
    result = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path / "site")],
        cwd=copied_project, env={**os.environ, "SOURCE_DATE_EPOCH": str(EPOCH), "NO_MKDOCS_2_WARNING": "1"}, capture_output=True, text=True,
    )  # fmt: skip
    assert result.returncode != 0
    assert "data/worksheets/korte-nota.yml:1: dit past niet op 1 blad" in result.stderr and "De site is niet gebouwd." in result.stderr
    assert not (tmp_path / "site" / "afdrukken").exists()


HOSTILE = '#panic("x") $a_b$ *vet* _schuin_ `code` @ref <label> // #import "y" \\ ~ [z] {q} = kop - punt'


def test_text_that_looks_like_the_language_of_the_press_is_only_text(small, tmp_path):
    yaml = HOSTILE.replace("\\", "\\\\").replace('"', '\\"').replace("<label>", "‹label›")
    shown = HOSTILE.replace("<label>", "‹label›")
    small.change("steps/stap-1.yml", "    text: Denk na.", f'    text: "{yaml}"')
    small.change("worksheets/blad.yml", "title: Werkblad", f'title: "{yaml}"')
    small.change("leaflets/blaadje.yml", "ask: Mogen we beginnen?", f'ask: "{yaml}"')
    folder = tmp_path / "documents"
    shelf.fill(folder, small.guide(), EPOCH)
    import pymupdf

    for name in ("checklist-stap-1.pdf", "werkblad-blad.pdf", "blaadje.pdf", "de-hele-gids.pdf"):
        with pymupdf.open(folder / name) as pdf:
            text = spaced(" ".join(page.get_text() for page in pdf))
        assert shown.replace(" ", "") in text.replace(" ", ""), name
