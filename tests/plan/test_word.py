"""The documents of a plan as the scripts make them: the blank ones are those of the build, nothing typed can break or leave them."""

from __future__ import annotations

import base64
import datetime
import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from macros.export.plan_documents import PlanParts
from macros.export.word import PLAN_NAMESPACE, PLAN_PART
from macros.export.word_tree import GAP, render
from macros.guide import budget
from macros.render.plan import Plan
from tests.asking import Ask, asking
from tests.export.test_word_documents import names, whole
from tests.plan.word import filled

DAY = datetime.date(2026, 11, 22)
SENTINEL = "Zqx7Merkteken"


@pytest.fixture(scope="module")
def parts(guide) -> PlanParts:
    return PlanParts(guide, DAY)


@pytest.fixture(scope="module")
def word(guide, parts, tmp_path_factory) -> Iterator[Ask]:
    """Call a function of the scripts, as «test.files»."""
    folder = tmp_path_factory.mktemp("word")
    (folder / "rules.js").write_bytes(Plan(guide).script[1])
    (folder / "parts.js").write_bytes(parts.script[1])
    with asking(Path(__file__).with_name("word_ask.js"), folder / "rules.js", folder / "parts.js") as call:
        yield call


def made(word: Ask, id: str, data: dict[str, Any], carry: bool = False) -> bytes:
    return base64.b64decode(word("test.make", id, data, carry))


def text_of(content: bytes) -> str:
    return "\n".join(etree.fromstring(part).xpath("string()") for name, part in whole(content).items() if name.endswith(".xml"))


@pytest.mark.parametrize("name", names())
def test_scripts_and_build_make_the_same_of_nothing(word, parts, name):
    laid = next(laid for laid in parts.laid if laid.item.id == name)
    for employer in ("bestuur", "organisatie"):
        expected = {
            part: tree if isinstance(tree, str) else render(tree, {"bestuur": employer == "bestuur"})
            for part, tree in laid.word.parts().items()
        }
        assert word("test.files", name, {"employer": employer}) == expected


@pytest.mark.parametrize("name", names())
def test_filled_document_is_a_whole_package_with_the_answers_in_it(word, guide, name):
    data = filled(guide)
    content = made(word, name, data)
    found = whole(content)
    document = Document(io.BytesIO(content))
    assert document.paragraphs[0].style.name == "Title"
    words = "".join(document.element.body.itertext())
    assert "Voorbeeldstad" in words or name in ("uitnodiging-evaluatiegesprek", "evaluatiegesprek")
    assert "undefined" not in words and "[object" not in words and "NaN" not in words
    assert made(word, name, data) == content
    assert sum(map(len, found.values())) > len(content)


@pytest.mark.parametrize("name", names())
def test_file_is_whole_in_a_browser_that_cannot_compress(word, guide, name):
    content = base64.b64decode(word("test.stored", name, filled(guide)))
    assert whole(content) == whole(made(word, name, filled(guide)))
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert {entry.compress_type for entry in package.infolist()} == {zipfile.ZIP_STORED}


HOSTILE = [
    "<w:p>&amp;]]>\"'</w:t>", "{{=plaats}} {=plaats} $& $1 $` \\1", "\x00\x01\x08\x0b\x0c\x1f\x7f\ufffe\uffff", "\ud800 los \udc00",
    "👩🏽‍🦽 🇧🇪 é ỳ ﷺ \u202e om \u2066", "x" * 100_000, "woord " * 20_000, "regel\r\nregel\rregel\u2028regel\n\n\n", "<!--", "?>", "__proto__",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_that_somebody_types_breaks_a_file(word, guide, text):
    data = filled(guide)
    if len(text) > 1000:  # one long answer is enough
        data["answers"]["aanleiding"], data["answers"]["andere-oplossingen"][0]["wel-of-niet"] = text, text
        return check_both(word, data)
    data["place"] = text
    data["answers"] = {id: [{column: text for column in answer[0]}] if isinstance(answer, list) and answer and isinstance(answer[0], dict) else text for id, answer in data["answers"].items()}
    data["answers"]["gekozen-strategieen"] = [text, "__proto__", "constructor"]
    data["answers"]["weg"] = text
    data["ticks"] = {number: {"state": "gedaan", "note": text} for number in data["ticks"]}
    data["actions"] = [{"key": "a", "what": text, "who": text, "when": text, "done": False, "step": ""}]
    check_both(word, data)


def check_both(word, data):
    for name in ("collegenota", "volledig-plan"):
        content = made(word, name, data, True)
        whole(content)
        Document(io.BytesIO(content))


def test_what_somebody_typed_stands_there_as_typed(word, guide):
    data = filled(guide)
    data["answers"]["focus"] = "Bart & Bé < Els > \"hier\" {=plaats} 😀"
    words = text_of(made(word, "collegenota", data))
    assert 'Bart & Bé < Els > "hier" {=plaats} 😀' in words


@settings(max_examples=25, deadline=None)
@given(text=st.text(max_size=200))
def test_any_text_makes_a_whole_file_and_comes_back_from_its_data(word, text):
    content = made(word, "volledig-plan", {"place": text, "answers": {"focus": text, "onbekende-vraag": text}}, True)
    carried = etree.fromstring(whole(content)[PLAN_PART])
    plan = json.loads(carried.find(f"{{{PLAN_NAMESPACE}}}gegevens").text)
    assert plan["data"]["place"] == text and plan["data"]["answers"] == {"focus": text, "onbekende-vraag": text}


# --- nothing that does not belong ---


@pytest.mark.parametrize("name", [name for name in names() if name != "volledig-plan"])
def test_single_document_carries_nothing_of_the_rest_of_the_plan(word, guide, parts, name):
    """Each answer that the document does not ask for is a sentinel; none is anywhere in the package."""
    laid = next(laid for laid in parts.laid if laid.item.id == name)
    tree = json.dumps(laid.word.parts()["word/document.xml"])
    data = filled(guide, mark=SENTINEL)
    used = {id for id in data["answers"] if any(f'"{sign}.{id}"' in tree for sign in "ait")}
    blank = filled(guide)["answers"]
    data["answers"] |= {id: blank[id] for id in used}
    data["answers"]["verdwenen-vraag"] = SENTINEL
    data["place"] = "Voorbeeldstad"
    if '"acties"' in tree:
        data["actions"] = []
    for number in data["ticks"]:
        if f'"k.{number}.nota"' in tree:
            data["ticks"][number]["note"] = ""
    for carry in (False, True):
        content = made(word, name, data, carry)
        assert SENTINEL not in "".join(part.decode() for part in whole(content).values())
        assert PLAN_PART not in whole(content)
    assert len(used) < len(data["answers"])


def test_full_plan_shows_every_answer_and_carries_the_data_only_when_asked(word, guide):
    data = filled(guide, mark=SENTINEL)
    data["answers"]["verdwenen-vraag"] = "Dit vroeg de gids vroeger."
    without, carrying = made(word, "volledig-plan", data), made(word, "volledig-plan", data, True)
    assert PLAN_PART not in whole(without) and PLAN_PART in whole(carrying)
    first = [" ".join(cell.text.split()) for table in Document(io.BytesIO(carrying)).tables[:1] for cell in table.rows[0].cells]
    assert first and first[0].startswith("In dit bestand zitten alle gegevens van je plan")
    assert "In dit bestand zit alleen wat je ziet." in text_of(without)
    shown = text_of(without)
    for answer in data["answers"].values():
        for line in answer if isinstance(answer, list) else [answer]:
            for value in line.values() if isinstance(line, dict) else [line]:
                assert SENTINEL not in value or value in shown
    assert "Dit vroeg de gids vroeger." in shown and "Wat bij geen vraag van nu hoort" in shown
    plan = json.loads(etree.fromstring(whole(carrying)[PLAN_PART]).find(f"{{{PLAN_NAMESPACE}}}gegevens").text)
    assert plan["data"]["answers"] == data["answers"] and plan["data"]["scores"] == data["scores"]


# --- what is in it ---


def test_gaps_say_that_something_is_still_to_be_filled_in(word):
    words = text_of(made(word, "collegenota", {"answers": {"focus": "Tieners"}}))
    assert "We beginnen hier: Tieners" in words and words.count(GAP) > 15


def test_budget_is_worked_out_in_cents(word, guide):
    words = text_of(made(word, "collegenota", filled(guide)))
    for amount in ("49.000,40", "147.001,20", "4.000,00", "12.000,00", "53.000,40", "159.001,20", "150.000,00", "0,00", "-9.001,20"):
        assert f"€\u00a0{amount}" in words, amount


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, {}),
        ({"loonkost-voltijds-per-jaar": "60000"}, {}),
        ({"loonkost-voltijds-per-jaar": "60000", "deel-van-voltijds": "50"}, {"loon.jaar": 3_000_000, "samen.jaar": 3_000_000}),
        ({"loonkost-voltijds-per-jaar": "veel", "deel-van-voltijds": "50"}, {}),
        ({"andere-kosten-per-jaar": "0,1", "aantal-jaren-budget": "3"}, {"andere.jaar": 10, "andere.totaal": 30, "samen.jaar": 10, "samen.totaal": 30}),
        ({"loonkost-voltijds-per-jaar": "0,29", "deel-van-voltijds": "33,3"}, {"loon.jaar": 10, "samen.jaar": 10}),
        ({"andere-kosten-per-jaar": "100", "aantal-jaren-budget": "0"}, {"andere.jaar": 10_000, "samen.jaar": 10_000}),
        ({"andere-kosten-per-jaar": "9" * 40}, {}),
        ({"eigen-middelen": "€ 1.000", "andere-kosten-per-jaar": "300", "aantal-jaren-budget": "2"},
         {"eigen": 100_000, "andere.jaar": 30_000, "andere.totaal": 60_000, "samen.jaar": 30_000, "samen.totaal": 60_000, "verschil": 40_000}),
    ],
)  # fmt: skip
def test_budget_leaves_open_what_it_cannot_know(word, answers, expected):
    assert {name: cents for name, cents in word("word.budget", answers).items() if cents is not None} == expected


@pytest.mark.parametrize("texts", [
    {"wage": "61.250,50", "share": "80", "other": "4000", "years": "3", "own": "150.000", "grants": "0"},
    {"wage": "0,29", "share": "33,3", "other": "", "years": "15", "own": "", "grants": "€ 0,01"},
    {"wage": "99.999,99 euro", "share": "12,75 %", "other": "0,01", "years": "1", "own": "", "grants": ""},
    {"wage": "100000000", "share": "300", "other": "75 000", "years": "2", "own": "1", "grants": "2,5"},
])  # fmt: skip
def test_documents_and_the_page_of_the_budget_work_out_the_same(word, texts):
    reads = {"share": "share", "years": "years"}
    values = {part: word(f"budget.read.{reads.get(part, 'amount')}", text)["value"] for part, text in texts.items()}
    page = word("budget.reckon", values)
    shown = word("word.budget", {budget.ANSWERS[part]: text for part, text in texts.items()})
    names = {"wage": "loon.jaar", "wageAll": "loon.totaal", "other": "andere.jaar", "otherAll": "andere.totaal", "year": "samen.jaar", "all": "samen.totaal", "difference": "verschil"}
    assert {name: page[name] for name in names} == {name: shown[id] for name, id in names.items()}
    assert page["all"] > 0


def test_words_follow_who_hires(word, guide):
    data = filled(guide)
    assert "Het college beslist:" in text_of(made(word, "collegenota", data))
    data["employer"] = "organisatie"
    words = text_of(made(word, "collegenota", data))
    assert "Het bestuur beslist:" in words and "Nota aan het bestuur" in words and "Het college beslist" not in words


def test_table_has_a_row_for_each_row_and_boxes_for_what_is_done(word, guide):
    data = filled(guide)
    document = Document(io.BytesIO(made(word, "collegenota", data)))
    [table] = [table for table in document.tables if table.rows[0].cells[0].text == "Andere oplossing"]
    assert [row.cells[0].text for row in table.rows] == ["Andere oplossing", "Brugfiguur meer uren geven", "Sportdienst gaat zelf langs"]
    full = whole(made(word, "volledig-plan", data))["word/document.xml"].decode()
    done = sum(tick["state"] == "gedaan" for tick in data["ticks"].values()) + 1
    assert full.count('<w14:checked w14:val="1"/>') == full.count("\u2612") == done
    assert full.count("(niet van toepassing)") == sum(tick["state"] == "nvt" for tick in data["ticks"].values())


def test_scores_are_counted_per_barrier(word, guide):
    document = Document(io.BytesIO(made(word, "analyse", filled(guide))))
    tables = [table for table in document.tables if [cell.text for cell in table.rows[0].cells][1:2] == ["Veel"]]
    assert [[cell.text for cell in row.cells] for row in tables[0].rows[1:]] == [[guide.barriers[0].title, "1", "1", "", ""]]
    assert [[cell.text for cell in row.cells] for row in tables[1].rows[1:]] == [[guide.barriers[-1].title, "", "", "", "1"]]


# --- text to copy ---


def test_section_is_copied_as_plain_text_with_its_sources(word, guide):
    text = word("test.text", "collegenota", "aanleiding", filled(guide))
    assert text.startswith("De jeugdraad en twee scholen vroegen ernaar.\n\nIn de stationswijk")
    assert re.search(r"vrije tijd gebeurt\.\[1\]\n\nBronnen\n\[1\] .*Verbindingsambassadeurs voor het jeugdwerk", text)
    assert "<" not in text and "&" not in text


def test_rows_bullets_and_gaps_are_copied_as_lines(word, guide):
    data = filled(guide)
    rows = "Andere oplossing | Wat pleit ervoor? | Waarom wel of niet?\nBrugfiguur meer uren geven | Kent de gezinnen | Niet: heeft al drie scholen\nSport"
    assert f"krijgt.\n\n{rows}" in word("test.text", "collegenota", "alternatieven", data)
    assert "- We beginnen hier: Tieners in de stationswijk." in word("test.text", "collegenota", "voorstel", data)
    assert f"- We beginnen hier: {GAP}" in word("test.text", "collegenota", "voorstel", {})


def test_mail_has_a_subject_and_no_mark_left(word, parts, guide):
    for laid in parts.laid:
        if laid.item.subject:
            text = word("test.text", laid.item.id, laid.sections[0].id, filled(guide))
            subject = word("test.subject", laid.item.id, filled(guide))
            assert len(text) > 150 and subject and not set("{}<") & set(text + subject)
    assert "Voorbeeldstad" in word("test.subject", "mail-schepen", filled(guide))


def test_file_says_whose_it_is(word):
    assert word("test.fileName", "collegenota", {"place": "Sint-Élders & Co"}) == "collegenota-sint-elders-co.docx"
    assert word("test.fileName", "collegenota", {}) == "collegenota.docx"


# --- unpacking ---


@pytest.mark.parametrize(
    ("content", "trouble"),
    [(b"", "no-word"), (b"{}", "no-word"), (b"\xd0\xcf\x11\xe0 oud", "no-word"), (b"PK\x03\x04 kapot", "damaged"), (b"PK\x05\x06" + b"\xff" * 18, "damaged")],
)
def test_what_is_no_zip_is_refused(word, content, trouble):
    assert word("test.unzip", base64.b64encode(content).decode())["trouble"] == trouble


def test_damaged_or_enormous_part_is_refused(word, guide):
    content = bytearray(made(word, "collegenota", filled(guide)))
    content[200] ^= 0xFF
    assert word("test.unzip", base64.b64encode(bytes(content)).decode())["trouble"] == "damaged"
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"\0" * 70_000_000)
    assert word("test.unzip", base64.b64encode(bomb.getvalue()).decode())["trouble"] == "damaged"


def test_zip_of_another_program_is_read(word):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("a.xml", "één")
        package.comment = b"een woord achteraan"
    assert word("test.unzip", base64.b64encode(packed.getvalue()).decode()) == {"a.xml": "één"}
