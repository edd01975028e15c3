"""A workshop kit: one pile in print order with its copies counted, and slides that another program opens."""

from __future__ import annotations

import io
import json

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Mm

from macros.commands import documents as verb
from macros.commands.console import CommandError
from macros.export import slides
from macros.export.documents import payload, workshop_documents
from macros.export.kits import Kit
from macros.export.sheets import Sheets
from macros.guide import workshops
from macros.project import edition
from tests.export.conftest import EDITION, EPOCH


def kits(guide):
    return [(material, variant) for material in guide.materials for variant in material.variants]


def test_every_version_of_every_workshop_is_one_print_file_and_one_deck(made):
    files = {entry.file for entry in made.prints if entry.group == "workshops" and not entry.aside}
    assert files == {
        f"afdrukken/workshop-{material.id}-{variant.minutes}.{kind}"
        for material, variant in kits(made.guide)
        for kind in ("pdf", "pptx")
    }


def test_every_version_is_also_there_for_fewer_people_and_for_more(made):
    for material, variant in kits(made.guide):
        ready = {entry.people for entry in made.prints if entry.file.startswith(f"afdrukken/workshop-{material.id}-{variant.minutes}") and entry.kind == "pdf"}
        assert {material.group_best, material.group_max} <= ready and len(ready) >= 3, material.id
        assert all(material.group_min <= people <= material.group_max for people in ready)
        for people in ready - {material.group_best}:
            text = made.words(f"workshop-{material.id}-{variant.minutes}-voor-{people}.pdf")
            assert f"Groep: {people} deelnemers, " in text
            assert text.count("Je hoeft je naam niet te schrijven.") == people, material.id  # two on a sheet, and all groups are even


def test_the_script_has_a_key_for_every_story_and_what_every_answer_on_a_card_points_to(made):
    for material, variant in kits(made.guide):
        text = made.words(f"workshop-{material.id}-{variant.minutes}.pdf")
        for printable in workshops.printables(made.guide, material, variant):
            for case in printable.sheet.cases:
                assert all(entry.reason in text for entry in case.barriers), case.id
            for id in printable.sheet.strategy_questions:
                question = made.guide.get("strategy-questions", id)
                assert all(effect.strategy and made.guide.get("strategies", effect.strategy).title in text for answer in question.answers for effect in answer.effects)
                assert f"{question.number}. {question.question}" in text


def test_whoever_signs_or_writes_has_a_pen_from_the_first_minute(made):
    for material in made.guide.materials:
        first = material.activities[0]
        assert {"aanwezigheidslijst", "balpennen"} <= set(first.materials), material.id


def test_the_pile_holds_the_leaders_script_first_and_then_every_sheet_as_often_as_the_group_needs_it(made):
    for material, variant in kits(made.guide):
        titles = [sheet["title"] for sheet in Kit(Sheets(made.guide), material, variant).paper()]
        assert titles[0] == material.title
        expected = []
        for printable in workshops.printables(made.guide, material, variant):
            sheet = printable.sheet
            cases = sheet.cases[:1] if sheet.choose_one else sheet.cases
            copies = workshops.copies(printable.print, material.group_best, material.table_size)
            papers = -(-copies // 2) if sheet.id == "evaluatie" else copies
            expected += [case.title for case in cases] * papers if cases else [sheet.title] * papers
        assert titles[len(titles) - len(expected) :] == expected, material.id


def test_stories_that_were_not_chosen_are_added_once(made):
    material = made.guide.get("materials", "drempels-zien")
    [sheet] = [sheet for sheet in material.sheets if sheet.choose_one]
    other = sheet.cases[1]
    chosen = Kit(Sheets(made.guide), material, material.variants[0], case=other.id).paper()
    titles = [part["title"] for part in chosen]
    assert titles.count(other.title) == material.group_best
    assert all(titles.count(case.title) == 1 for case in sheet.cases if case is not other)


def test_another_group_gets_another_number_of_copies(made):
    material = made.guide.get("materials", "drempels-zien")
    pile = {
        people: [sheet["title"] for sheet in Kit(Sheets(made.guide), material, material.variants[0], people).paper()]
        for people in (8, 12)
    }
    for id, sheets in {"in-hun-schoenen": [8, 12], "evaluatie": [4, 6]}.items():
        sheet = next(found.sheet for found in workshops.printables(made.guide, material, material.variants[0]) if found.sheet.id == id)
        assert [pile[people].count(sheet.title) for people in (8, 12)] == sheets


def test_long_list_to_score_is_one_sheet_for_each(made):
    pages = made.pages("workshop-drempels-samen-scoren-90.pdf")
    holding = [page for page in pages if "Speelt deze drempel hier? Zet bij elke drempel" in page]
    assert len(holding) == 12 and all("Aanbieders" in page and "Welke drempel ontbreekt hier?" in page and "blad 1 van 1" in page for page in holding)


def test_script_says_how_many_sheets_to_cut_in_two_for_a_group_of_nine(made):
    material = made.guide.get("materials", "drempels-zien")
    script, *pile = Kit(Sheets(made.guide), material, material.variants[0], 9).paper()
    assert [sheet["title"] for sheet in pile if sheet.get("halves")] == ["Wat neem je mee?"] * 5
    assert "Twee op een blad, dus 5 keer. Knip ze door." in json.dumps(script, ensure_ascii=False)


def test_the_script_tells_every_part_with_its_minutes_what_to_say_and_how_many_to_print(made):
    for material, variant in kits(made.guide):
        text = made.words(f"workshop-{material.id}-{variant.minutes}.pdf")
        for moment in workshops.timetable(material, variant):
            assert f"Minuut {moment.start} tot {moment.end}: {moment.activity.title}" in text
            assert all(sentence in text for sentence in moment.activity.say)
        for printable in workshops.printables(made.guide, material, variant):
            copies = workshops.copies(printable.print, material.group_best, material.table_size)
            assert f"{printable.sheet.title} {printable.print.count} " in text and str(copies) in text
        assert workshops.timetable(material, variant)[-1].end == variant.minutes


def test_every_invented_case_says_that_it_is_invented(made):
    for material, variant in kits(made.guide):
        cases = {
            case.title for found in workshops.printables(made.guide, material, variant) for case in found.sheet.cases
        }
        for text in made.pages(f"workshop-{material.id}-{variant.minutes}.pdf"):
            if "Draaiboek" not in text and any(f"{EDITION} {title} " in text for title in cases):
                assert " Verzonnen " in text


# --- slides ---


def decks(made):
    for material, variant in kits(made.guide):
        name = f"workshop-{material.id}-{variant.minutes}.pptx"
        yield name, material, variant, Presentation(made.path(name))


def test_a_deck_is_sixteen_by_nine_in_dutch_with_a_title_and_the_edition_as_its_date(made):
    for name, material, _, deck in decks(made):
        assert round(deck.slide_width / deck.slide_height, 2) == round(16 / 9, 2), name
        assert material.title in deck.core_properties.title
        assert deck.core_properties.language == "nl-BE"
        assert deck.core_properties.created == deck.core_properties.modified
        assert deck.core_properties.created.date().isoformat() == "2026-11-22"


def test_a_deck_has_the_slides_of_its_version_with_their_points_and_notes(made):
    for name, material, variant, deck in decks(made):
        expected = workshops.slides(material, variant)
        assert [slide.shapes.title.text_frame.text for slide in deck.slides] == [slide.title for slide in expected], name
        for slide, source in zip(deck.slides, expected, strict=True):
            assert slide.placeholders[1].text_frame.text.split("\n") == workshops.bullets(made.guide, source)
            notes = slide.notes_slide.notes_text_frame.text
            assert source.notes.plain in notes
        said = "\n".join(slide.notes_slide.notes_text_frame.text for slide in deck.slides)
        for moment in workshops.timetable(material, variant):
            if moment.activity.slides:
                assert [sentence for sentence in moment.activity.say if said.count(f"“{sentence}”") != 1] == [], name


def test_every_text_on_a_slide_is_marked_as_dutch_and_stays_on_the_slide(made):
    for name, _, _, deck in decks(made):
        for slide in deck.slides:
            for shape in slide.placeholders:
                assert shape.left >= 0 and shape.left + shape.width <= deck.slide_width, name
                assert shape.top >= 0 and shape.top + shape.height <= Mm(170), name
                for paragraph in shape.text_frame.paragraphs:
                    assert {run._r.rPr.get("lang") for run in paragraph.runs} == {"nl-BE"}


def test_nothing_on_a_slide_throws_a_shadow(made):
    """LibreOffice draws that of the theme whatever a shape itself says."""
    for name, _, _, deck in decks(made):
        shapes = [*deck.slide_layouts[1].shapes, *(shape for slide in deck.slides for shape in slide.shapes)]
        assert len(shapes) > 6
        assert [shape.name for shape in shapes if shape._element.find(qn("p:style")) is not None] == [], name


def test_a_deck_carries_no_picture_and_no_printer_of_somebody_else(made):
    for name, _, _, deck in decks(made):
        names = [str(part.partname) for part in deck.part.package.iter_parts()]
        assert not any("thumbnail" in part or "printer" in part for part in names), name


def test_a_title_that_looks_like_markup_is_only_text():
    document = {"title": "<b>&", "guide": "x", "edition": "x", "sheets": [{"title": "<a:t>&amp;", "bullets": ["</p:sp>"], "notes": ["{{ x }}"], "place": "x"}]}
    deck = Presentation(io.BytesIO(slides.press(document, EPOCH)))
    assert deck.slides[0].shapes.title.text_frame.text == "<a:t>&amp;"
    assert deck.slides[0].placeholders[1].text_frame.text == "</p:sp>"


# --- on request ---


def test_one_workshop_can_be_made_for_a_group_of_nine(made):
    material = made.guide.get("materials", "drempels-zien")
    wanted = workshop_documents(made.guide, "", material, material.variants[0], 9, None)
    assert [document.name for document in wanted] == [
        "workshop-drempels-zien-90-voor-9.pdf",
        "workshop-drempels-zien-90-voor-9.pptx",
    ]
    titles = [sheet["title"] for sheet in payload(made.guide, edition(), wanted[0])["sheets"]]
    assert titles.count("In hun schoenen") == 9


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["drempels-zine"], "De workshop «drempels-zine» bestaat niet. Bedoelde je «drempels-zien»?"),
        (["drempels-zien", "--minuten", "45"], "Deze workshop heeft geen versie van 45 minuten. Kies 90 of 60 of 180."),
        (["drempels-zien", "--deelnemers", "40"], "Deze workshop is voor 6 tot 16 deelnemers, niet voor 40."),
        (["drempels-zien", "--casus", "oma"], "Het verhaal «oma» hoort niet bij deze workshop."),
    ],
)
def test_what_cannot_be_asked_is_answered_with_what_can(words, sentence):
    with pytest.raises(CommandError) as error:
        verb.main(words)
    assert str(error.value).startswith(sentence)
