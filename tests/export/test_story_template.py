"""The Word template of a story: what somebody fills in comes back as the story, and what does not fit is said in Dutch."""

from __future__ import annotations

import copy
import datetime
import io
import zipfile

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches
from docx.text.paragraph import Paragraph
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.export.story_reading import UnreadableDocument, _rich, _Run, read_story
from macros.export.story_template import POINT_TEXT, POINT_TITLE, listed, shown_fields, template
from macros.export.word import HELP
from macros.guide.richtext import parse_rich_text
from macros.guide.writing import story_text

DAY = datetime.date(2026, 11, 22)


@pytest.fixture
def guide(small):
    return small.guide()


@pytest.fixture
def word(guide):
    return Filled(template(guide, DAY))


class Filled:
    """The template in the hands of somebody with a word processor."""

    def __init__(self, content: bytes) -> None:
        self.document = Document(io.BytesIO(content))

    @property
    def content(self) -> bytes:
        saved = io.BytesIO()
        self.document.save(saved)
        return saved.getvalue()

    def control(self, tag: str):
        return next(
            control
            for control in self.document.element.body.iter(qn("w:sdt"))
            if control.find(qn("w:sdtPr")).find(qn("w:tag")).get(qn("w:val")) == tag
        )

    def write(self, tag: str, text: str) -> None:
        """Type in a control, or choose: its placeholder goes."""
        control = self.control(tag)
        for mark in list(control.iter(qn("w:showingPlcHdr"), qn("w:rStyle"))):
            mark.getparent().remove(mark)
        next(control.iter(qn("w:t"))).text = text

    def cells(self, *texts: str):
        """The cells beside, or the row that begins with, these words."""
        for table in self.document.tables:
            for row in table.rows:
                if row.cells[0].text == texts[0]:
                    yield row.cells

    def table(self, first: str):
        return next(table for table in self.document.tables if table.rows[0].cells[0].text == first)

    def chapter(self, number: int) -> tuple[Paragraph, Paragraph]:
        """The heading and the text of the n-th chapter that waits to be written."""
        titles = [p for p in self.document.paragraphs if p.text == POINT_TITLE]
        texts = [p for p in self.document.paragraphs if p.text == POINT_TEXT]
        return titles[number], texts[number]

    def after(self, paragraph: Paragraph, text: str, style: str | None = None) -> Paragraph:
        added = copy.deepcopy(paragraph._p)
        paragraph._p.addnext(added)
        new = Paragraph(added, paragraph._parent)
        new.text = text
        new.style = self.document.styles[style or "Normal"]
        return new


def test_blank_template_asks_for_every_field_that_an_author_has(word):
    headings = [p.text.removesuffix(" (verplicht)") for p in word.document.paragraphs if p.style.name == "Heading 2"]
    assert headings == [field.label for field in shown_fields()]
    assert len(headings) == len(set(headings))


def test_table_of_a_few_rows_stays_on_one_page(word):
    short = [table for table in word.document.tables if len(table.rows) <= 7 and len(table.rows) > 1]
    assert len(short) > 5
    for table in short:
        kept = [row.cells[0].paragraphs[0].style.paragraph_format.keep_with_next is True for row in table.rows]
        assert kept == [True] * (len(kept) - 1) + [False]


def test_blank_template_is_no_story_yet(guide, word):
    assert read_story(word.content, guide).values == {"sources": []}


def test_template_is_the_same_bytes_every_time(guide):
    assert template(guide, DAY) == template(guide, DAY)


def test_template_is_whole_a4_and_in_flemish_dutch(guide, word):
    content = template(guide, DAY)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert parts.testzip() is None
        assert not any("thumbnail" in name for name in parts.namelist())
        assert {entry.date_time for entry in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        styles = parts.read("word/styles.xml").decode()
    assert 'w:lang w:val="nl-BE"' in styles
    section = word.document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    properties = word.document.core_properties
    assert (properties.title, properties.author, properties.created.date()) == ("Praktijkverhaal", "", DAY)


def test_every_control_has_a_name_and_a_tag_of_its_own(word):
    controls = list(word.document.element.body.iter(qn("w:sdt")))
    assert len(controls) > 30
    for mark in ("w:tag", "w:id"):
        values = [control.find(qn("w:sdtPr")).find(qn(mark)).get(qn("w:val")) for control in controls]
        assert len(values) == len(set(values))
    assert all(control.find(qn("w:sdtPr")).find(qn("w:alias")).get(qn("w:val")) for control in controls)


def test_head_of_a_table_repeats_and_no_row_is_cut(word):
    for table in word.document.tables:
        rows = list(table._tbl.iter(qn("w:tr")))
        assert all(next(row.iter(qn("w:cantSplit")), None) is not None for row in rows)
    assert any(next(table.rows[0]._tr.iter(qn("w:tblHeader")), None) is not None for table in word.document.tables)


def test_every_field_comes_back_as_it_was_filled_in(guide, word):
    for tag, text in (
        ("title", "Proefgem: een deur"), ("summary", "Eén zin."), ("municipality", "Proefgem"), ("size_class", "tot 15.000 inwoners"),
        ("project", "De Deur"), ("duration", "1:30"), ("audiences.kinderen", "\u2612"), ("target_groups", "no"), ("one_of_nineteen", "nee"),
        ("form", "kort"), ("employment_form", "in dienst bij het lokaal bestuur"), ("employment", "Op proef."), ("share", "80 %"),
        ("unknown", "Hoeveel het kostte."), ("made_from", "de auteur sprak met betrokkenen"), ("evidence", "bevestigd door een tweede bron"),
        ("evidence_note", "Twee gesprekken."), ("author", "Dienst jeugd"), ("licence", "cc-by-4.0"), ("written", "3 maart 2026"),
        ("checked", "04/03/2026"), ("views.1.words", "letterlijk"), ("views.1.consent", "de persoon zelf gaf toestemming"),
        ("strategies.2.use", "beperkt"), ("own_sources.1.kind", "document"),
    ):  # fmt: skip
        word.write(tag, text)
    beside = {"Begin": "2024", "Einde": "2025", "Context": "Zo was het.", "Aanpak": "Zo deden we.", "Geleerd": "Dat leerden we."}
    for label, text in beside.items():
        next(word.cells(label))[1].text = text
    for number in range(7):
        title, body = word.chapter(0)
        title.text, body.text = f"Kopje {number}", f"Tekst {number}."
    next(word.cells("Strategie nummer 2"))[2].text = "Soms."
    next(word.cells("Het is te vol"))[1].text = "Alles vol."
    next(word.cells("Stap nummer 2"))[1].text = "Zo ging dat."
    next(word.cells("Een avond over bruggen"))[1].text = "Op een avond."
    for first, texts in (("Naam", ["De club", "gaf plaats"]), ("Waarvoor", ["Huur", "€ 1.200", "Per jaar.", "Jaarverslag, bladzijde 3"]),
                         ("Wat is geteld", ["Kinderen", "12", "Geteld.", "Boek"])):  # fmt: skip
        for cell, text in zip(word.table(first).rows[1].cells, texts, strict=True):
            cell.text = text
    view = next(table for table in word.document.tables if table.rows[0].cells[0].text == "In wiens woorden")
    for row in view.rows:
        if row.cells[0].text in ("Wat de persoon zegt", "Wie, met de rol"):
            row.cells[1].text = {"Wat de persoon zegt": "Het hielp.", "Wie, met de rol": "buurvrouw"}[row.cells[0].text]
    own = word.table("Titel")
    for row, text in zip(own.rows, ["Jaarverslag", "Proefgem", "2025", None, "https://proefgem.example/", None], strict=True):
        if text:
            row.cells[1].text = text

    reading = read_story(word.content, guide)
    assert reading.left_behind == []
    values = reading.values
    assert set(values) == {field.name for field in shown_fields()}
    chapters = ("context", "approach", "worked", "failed", "results", "lessons", "future")
    assert {name: values.pop(name) for name in chapters} == {
        name: [{"id": f"kopje-{number}", "title": f"Kopje {number}", "text": f"Tekst {number}."}] for number, name in enumerate(chapters)
    }
    assert values == {
        "title": "Proefgem: een deur", "summary": "Eén zin.", "municipality": "Proefgem", "size_class": "klein", "project": "De Deur",
        "period": {"start": "2024", "end": "2025"}, "duration": "1:30", "audiences": ["kinderen"], "target_groups": ["no"],
        "one_of_nineteen": False, "form": "kort", "card": {"context": "Zo was het.", "approach": "Zo deden we.", "learned": "Dat leerden we."},
        "strategies": [{"strategy": "strategie-2", "use": "beperkt", "how": "Soms."}], "barriers": [{"barrier": "te-vol", "how": "Alles vol."}],
        "steps": [{"step": "stap-2", "how": "Zo ging dat."}], "materials": [{"material": "avond", "how": "Op een avond."}],
        "partners": [{"name": "De club", "role": "gaf plaats"}], "employment_form": "bestuur", "employment": "Op proef.", "share": "80 %",
        "budget": [{"label": "Huur", "amount": "1200", "note": "Per jaar.", "sources": [{"source": "proefgem-jaarverslag", "place": "bladzijde 3"}]}],
        "figures": [{"label": "Kinderen", "value": "12", "note": "Geteld.", "sources": [{"source": "boek"}]}], "unknown": ["Hoeveel het kostte."],
        "views": [{"id": "buurvrouw", "words": "letterlijk", "text": "Het hielp.", "role": "buurvrouw", "consent": "gegeven"}],
        "made_from": "gesprekken", "evidence": "bevestigd", "evidence_note": "Twee gesprekken.", "author": "Dienst jeugd", "licence": "cc-by-4.0",
        "written": "2026-03-03", "checked": "2026-03-04", "sources": [{"source": "proefgem-jaarverslag"}],
        "own_sources": [{"id": "proefgem-jaarverslag", "kind": "document", "short": "Jaarverslag", "title": "Jaarverslag", "author": "Proefgem",
                         "date": "2025", "url": "https://proefgem.example/"}],
    }  # fmt: skip


def test_chapter_of_several_pieces_with_lists_marks_links_and_sources(guide, word):
    title, body = word.chapter(0)
    title.text = "Eerst"
    body.text = ""
    body.add_run("Let op:").bold = True
    body.add_run(" hier ")
    body.add_run("vooral").italic = True
    last = word.after(body, "Bron: Boek, bladzijde 2; Iets onbekends")
    last = word.after(last, "Dan", "Heading 3")
    for text in ("een", "twee"):
        last = word.after(last, text, "List Bullet")
    word.after(last, "Slot met * en _ en 1 < 2.")
    assert read_story(word.content, guide).values["context"] == [
        {"id": "eerst", "title": "Eerst", "text": "**Let op:** hier *vooral*",
         "sources": [{"source": "boek", "place": "bladzijde 2"}, {"source": "iets-onbekends"}]},
        {"id": "dan", "title": "Dan", "text": "- een\n- twee\n\nSlot met \\* en \\_ en 1 < 2."},
    ]  # fmt: skip


def test_tracked_insertion_counts_and_tracked_deletion_does_not(guide, word):
    _, body = word.chapter(0)
    body.text = "Blijft "
    for tag, text_tag, text in (("w:ins", "w:t", "erbij"), ("w:del", "w:delText", "eraf")):
        change, run, words = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(text_tag)
        words.text = text
        run.append(words)
        change.append(run)
        body._p.append(change)
    assert read_story(word.content, guide).values["context"][0]["text"] == "Blijft erbij"


def test_two_places_with_a_yearly_report_each_keep_their_own(guide):
    for place, id in (("Proefgem", "proefgem-jaarverslag"), ("De Haan", "de-haan-jaarverslag"), ("", "jaarverslag-2")):
        word = Filled(template(guide, DAY))
        if place:
            word.write("municipality", place)
        own = word.table("Titel")
        own.rows[0].cells[1].text = "Jaarverslag"  # a story of the small guide has a source with this name as its id
        assert [source["id"] for source in read_story(word.content, guide).values["own_sources"]] == [id]


@pytest.mark.parametrize(("sign", "said"), [("F0E0", "->"), ("F04A", ":)"), ("00E0", "->"), ("F0FE", "\uf0fe")])
def test_sign_that_word_makes_of_what_was_typed_is_typed_again(guide, word, sign, said):
    _, body = word.chapter(0)
    body.text = "Eerst "
    symbol = OxmlElement("w:sym")
    symbol.set(qn("w:font"), "Wingdings")
    symbol.set(qn("w:char"), sign)
    body.add_run()._r.append(symbol)
    body.add_run(" dan")
    assert read_story(word.content, guide).values["context"][0]["text"].replace("\\", "") == f"Eerst {said} dan"


def test_picture_and_unknown_title_are_said_to_be_left_behind(guide, word):
    title, body = word.chapter(0)
    body.text = "Kijk hier: "
    body.add_run().add_picture(io.BytesIO(PIXEL), width=Inches(1))
    word.after(body, "Mijn eigen hoofdstuk", "Heading 2")
    assert read_story(word.content, guide).left_behind == [
        "een afbeelding bij «Kijk hier:» is niet overgenomen. Beschrijf in woorden wat erop staat.",
        "de titel «Mijn eigen hoofdstuk» staat niet in de sjabloon: wat eronder staat is niet overgenomen.",
    ]


PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc000000301010018dd8db00000000049454e44ae426082"
)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "dit is geen Word-bestand (.docx)"),
        (b"PK\x03\x04 kapot", "dit is geen Word-bestand (.docx)"),
        (b"\xd0\xcf\x11\xe0 oud .doc", "dit is geen Word-bestand (.docx)"),
        (b"x" * (20 * 2**20 + 1), "groter dan 20 MB"),
    ],
    ids=["empty", "broken zip", "old Word", "huge"],
)
def test_file_that_is_no_template_is_refused_with_a_sentence(guide, content, said):
    with pytest.raises(UnreadableDocument, match=said.replace("(", r"\(").replace(")", r"\)")):
        read_story(content, guide)


def test_other_document_is_refused_with_a_sentence(guide):
    saved = io.BytesIO()
    document = Document()
    document.add_paragraph("Een brief.")
    document.save(saved)
    with pytest.raises(UnreadableDocument, match="heeft de titels van de sjabloon niet"):
        read_story(saved.getvalue(), guide)


def test_zip_that_unpacks_without_end_is_refused(guide):
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("word/document.xml", b"\0" * (201 * 2**20))
    with pytest.raises(UnreadableDocument, match="veel te groot"):
        read_story(saved.getvalue(), guide)


@settings(max_examples=300, derandomize=True, database=None, deadline=None)
@given(words=st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp", "Zs"]), min_size=1, max_size=30), strong=st.booleans())
def test_whatever_is_typed_in_word_stays_what_it_says(words, strong):
    """Nothing becomes markup that was not meant so, and nothing is lost."""
    assert parse_rich_text(_rich([_Run(words, strong)])).plain == words


@pytest.mark.parametrize(
    "words",
    ["# geen kop", "- geen lijst", "1. geen lijst", "> geen citaat", ">geen citaat", "---", "***", "`code`", "<b>", "&amp;", "[x](y)", "\\*", "~~~", "===", "a_b_c"],
)
def test_what_looks_like_markup_is_kept_as_text(words):
    assert parse_rich_text(_rich([_Run(words)])).plain == words


def test_everything_that_a_story_lists_fits_the_template(guide):
    """The template lists whole kinds by title: two items with one title could not be told apart."""
    for field in shown_fields():
        titles = listed(field, guide)
        assert len(titles) == len(set(titles)), field.name


def test_help_is_never_taken_for_an_answer(guide, word):
    assert sum(p.style.name == HELP for p in word.document.paragraphs) > 30
    assert "Uitleg" not in story_text(read_story(word.content, guide).values)
