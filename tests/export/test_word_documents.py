"""The documents that people fill in in Word: whole, blank, tagged, in Flemish Dutch, small, and the same every time."""

from __future__ import annotations

import datetime
import gzip
import io
import posixpath
import re
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from macros.export.plan_documents import Laid, PlanParts, bookmark_of, lay_out
from macros.export.word_tree import GAP, Pool, render, settle
from macros.guide.loading import load
from tests.conftest import ROOT

DAY = datetime.date(2026, 11, 22)


@pytest.fixture(scope="module")
def parts(guide) -> PlanParts:
    return PlanParts(guide, DAY)


@pytest.fixture(scope="module")
def laid(parts) -> dict[str, Laid]:
    return {laid.item.id: laid for laid in parts.laid if laid.item.file}


def names() -> list[str]:
    return sorted(item.id for item in load(ROOT)[0].of("documents") if item.file)


def mails() -> list[str]:
    return sorted(item.id for item in load(ROOT)[0].of("documents") if item.subject)


def opened(laid: Laid):
    return Document(io.BytesIO(laid.content))


def test_there_is_a_document_for_every_purpose():
    assert names() == [
        "analyse", "bestek", "collegenota", "evaluatiegesprek", "nota-stap-1", "onderbouwde-keuze", "plan-voor-opvolging", "steunplan",
        "uitnodiging-gesprek", "vacature", "volledig-plan",
    ]  # fmt: skip
    assert mails() == ["mail-brugfiguur", "mail-jeugdraad", "mail-personeelsdienst", "mail-schepen", "mail-vereniging"]


def whole(content: bytes) -> dict[str, bytes]:
    """The parts of a package, after looking whether it is whole: types and targets exist, ids stand once, all is XML."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.testzip() is None
        found = {name: package.read(name) for name in package.namelist()}
        assert len(found) == len(package.namelist())
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    trees = {name: etree.fromstring(part) for name, part in found.items()}
    types = trees["[Content_Types].xml"]
    named = {node.get("PartName") for node in types if node.tag.endswith("Override")}
    endings = {node.get("Extension") for node in types if node.tag.endswith("Default")}
    assert named <= {f"/{name}" for name in found}
    assert all(f"/{name}" in named or name.rpartition(".")[2] in endings for name in found)
    for name in found:
        if name.endswith(".rels"):
            folder = posixpath.dirname(posixpath.dirname(name))
            targets = [posixpath.normpath(posixpath.join(folder, node.get("Target"))) for node in trees[name]]
            assert set(targets) <= set(found)
            ids = [node.get("Id") for node in trees[name]]
            assert len(ids) == len(set(ids))
    related = {node.get("Id") for node in trees["word/_rels/document.xml.rels"]}
    document = trees["word/document.xml"]
    assert {value for node in document.iter() for name, value in node.attrib.items() if name.endswith("}id") and "relationships" in name} <= related
    for tag in ("w:sdt", "w:bookmarkStart"):
        nodes = document.iter(qn(tag))
        ids = [node.get(qn("w:id")) if tag == "w:bookmarkStart" else node.find(qn("w:sdtPr")).find(qn("w:id")).get(qn("w:val")) for node in nodes]
        assert len(ids) == len(set(ids))
    names = [node.get(qn("w:name")) for node in document.iter(qn("w:bookmarkStart"))]
    assert len(names) == len(set(names)) and all(len(name) <= 40 for name in names)
    styles = {node.get(qn("w:styleId")) for node in trees["word/styles.xml"].iter(qn("w:style"))}
    for name in ("word/document.xml", "word/footnotes.xml", "word/footer.xml"):
        for sign in ("w:pStyle", "w:rStyle", "w:tblStyle"):
            assert {node.get(qn("w:val")) for node in trees[name].iter(qn(sign))} <= styles
    notes = {node.get(qn("w:id")) for node in trees["word/footnotes.xml"].iter(qn("w:footnote"))}
    referred = [node.get(qn("w:id")) for node in document.iter(qn("w:footnoteReference"))]
    assert set(referred) <= notes and len(referred) == len(set(referred)) == len(notes) - 2
    for cell in document.iter(qn("w:tc")):
        assert cell[-1].tag == qn("w:p")  # a cell without a last paragraph is damaged
    return found


@pytest.mark.parametrize("name", names())
def test_blank_document_is_a_whole_package_that_others_can_open(laid, name):
    whole(laid[name].content)
    document = opened(laid[name])
    assert (document.core_properties.title, document.core_properties.language, document.core_properties.author) == (laid[name].item.title, "nl-BE", "")
    [section] = document.sections
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert document.styles["Normal"].font.size is None and 'w:lang w:val="nl-BE"' in laid[name].files["word/styles.xml"]
    assert " PAGE " in laid[name].files["word/footer.xml"] and " NUMPAGES " in laid[name].files["word/footer.xml"]
    assert laid[name].item.title in re.sub("<[^>]+>", "", laid[name].files["word/footer.xml"])


@pytest.mark.parametrize("name", names())
def test_blank_document_has_its_headings_and_says_what_is_still_to_be_filled_in(laid, name):
    document = opened(laid[name])
    headings = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "Heading 1"]
    expected = [section.title for section in laid[name].sections]
    assert headings == [title for title in expected if title != "Wat bij geen vraag van nu hoort"]
    assert document.paragraphs[0].style.name == "Title"
    assert GAP in etree.tostring(document.element.body, encoding="unicode")
    assert "{" not in "".join(document.element.body.itertext())


@pytest.mark.parametrize("name", names())
def test_every_table_names_its_columns_on_every_page_and_every_control_has_a_tag(laid, name):
    document = opened(laid[name])
    for table in document.tables:
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
        if len(table.columns) > 2:
            assert next(table.rows[0]._tr.iter(qn("w:tblHeader")), None) is not None
            assert all(cell.text for cell in table.rows[0].cells)
            assert all(cell.paragraphs[0].style.paragraph_format.keep_with_next for cell in table.rows[0].cells)
        assert all(next(row._tr.iter(qn("w:cantSplit")), None) is not None for row in table.rows)
    controls = list(document.element.body.iter(qn("w:sdt")))
    for control in controls:
        properties = control.find(qn("w:sdtPr"))
        assert all(properties.find(qn(mark)).get(qn("w:val")) for mark in ("w:tag", "w:alias", "w:id"))
    assert len(controls) >= 5


def kept_rows(table) -> list[bool]:
    """Which rows stay on the page of the next one."""
    return [row.cells[0].paragraphs[0].style.paragraph_format.keep_with_next is True for row in table.rows]


@pytest.mark.parametrize("name", names())
def test_table_to_write_in_stands_on_one_page_and_a_long_one_leaves_no_row_alone(laid, name):
    for table in opened(laid[name]).tables:
        kept = kept_rows(table)
        short = len(kept) <= 7 and not table.rows[-1].cells[1].text.startswith(("1.", "2.", "3.", "4.", "5.", "6."))
        assert kept == [True] * (len(kept) - 1) + [False] if short else kept[:2] + kept[-2:] == [True, True, True, False]


def test_every_table_of_a_document_stands_below_words_that_say_what_it_is(laid):
    for name, document in laid.items():
        body = opened(document).element.body
        for table in body.iter(qn("w:tbl")):
            before = table.getprevious()
            spaced = before.tag == qn("w:p") and not "".join(before.itertext()) and before.getprevious().tag == qn("w:tbl")
            first = table.findall(qn("w:tr"))[0]
            assert not spaced or first.find(f".//{qn('w:tblHeader')}") is None, (name, "".join(first.itertext()))


@pytest.mark.parametrize("name", names())
def test_what_follows_a_table_never_needs_a_page_of_its_own(laid, name):
    after = [table._element.getnext() for table in opened(laid[name]).tables]
    heights = {int(paragraph.find(f".//{qn('w:spacing')}").get(qn("w:line"))) for paragraph in after}
    assert after and heights == {20}  # a point; the rest is space below, which the end of a page drops


@pytest.mark.parametrize("name", names())
def test_document_is_the_same_bytes_every_time_and_small(guide, laid, name):
    content = laid[name].content
    assert content == lay_out(guide, laid[name].item, DAY).content
    assert len(content) <= 25_000


def test_collegenota_has_all_that_who_decides_asks_for_and_its_sources_as_footnotes(laid):
    note = laid["collegenota"]
    assert [section.title for section in note.sections] == [
        "Aanleiding", "Wat we vaststelden", "Voorstel", "Alternatieven", "Kost, per jaar en in totaal", "Looptijd",
        "Risico’s en hoe we ze opvangen", "Wat we niet weten", "Gevraagde beslissing",
    ]  # fmt: skip
    footnotes = etree.fromstring(note.files["word/footnotes.xml"].encode())
    lines = ["".join(line.itertext()).strip() for line in footnotes]
    assert len(lines) == 2 + 6 and "Verbindingsambassadeurs voor het jeugdwerk" in lines[2]
    assert "Niets doen" in "".join(opened(note).element.body.itertext())


def test_checklists_have_boxes_to_tick(laid, guide):
    boxes = len(re.findall("<w14:checkbox>", laid["volledig-plan"].files["word/document.xml"]))
    assert boxes >= sum(len(step.checklist) for step in guide.steps)


def test_full_plan_asks_every_question_of_every_step(laid, guide):
    document = laid["volledig-plan"].files["word/document.xml"]
    for step in guide.steps:
        for question in step.questions:
            assert f'w:name="{bookmark_of("k", question.id)}"' in document
            assert f'w:name="{bookmark_of("v", question.id)}"' in document


def test_blank_full_plan_carries_no_data(laid):
    assert not any(name.startswith("customXml") for name in laid["volledig-plan"].files)


# --- what the browser loads ---


def test_parts_for_the_browser_weigh_little(parts):
    _, content = parts.script
    assert len(gzip.compress(content, 9)) <= 40_000
    assert len(content) <= 220_000


def test_parts_for_the_browser_are_the_same_every_time(guide, parts):
    assert PlanParts(guide, DAY).script == parts.script


def expanded(tree, pool):
    """A packed tree as it was."""
    found = []
    for node in tree:
        if isinstance(node, int):
            node = pool[node]
        if isinstance(node, str):
            found.append(node)
        elif node[0] == "&":
            found += expanded(node[1], pool)
        else:
            found.append([expanded(inside, pool) if isinstance(inside, list) else inside for inside in node])
    return found


def test_packed_parts_are_the_document(parts):
    data = parts.parts()
    view = {"bestuur": True}
    for laid in parts.laid:
        if laid.item.file:
            packed = data["documents"][laid.item.id]
            trees = [packed["head"], *(section["tree"] for section in packed["sections"])]
            whole = [node for tree in trees for node in expanded(tree, data["pool"])]
            assert render(whole, view) + packed["foot"] == render(laid.word.parts()["word/document.xml"], view)


# --- trees ---


def test_tree_puts_in_what_a_key_holds_as_text():
    tree = ["<p>", ["=", "a"], "|", ["=", "b"], "|", ["+", "b"], "</p>"]
    assert render(tree, {"a": '<&">'}) == f"<p>&lt;&amp;&quot;&gt;|{GAP}|</p>"


def test_tree_repeats_for_records_and_looks_around_them():
    tree = [["*", "rows", ["(", ["+", "x"], ["+", "y"], ")"], ["-"]]]
    assert render(tree, {"rows": [{"x": "1"}, {"x": "2", "y": "b"}], "y": "a"}) == "(1a)(2b)"
    assert render(tree, {"rows": []}) == "-"


def test_tree_counts_on_and_names_the_last_number_again():
    assert render([["#"], ["@"], ["&", [["#"], ["@"]]]], {}) == "1122"


def test_answered_question_is_gone_from_a_tree():
    tree = ["a", ["?", "leeg", ["b", ["?", "x", ["c"], []]], ["d"]]]
    assert settle(tree, "leeg", True) == ["a", "b", ["?", "x", ["c"], []]]
    assert settle(tree, "leeg", False) == ["a", "d"]


def test_pool_holds_what_stands_more_than_once():
    tree = ["twelve letters", ["&", ["one piece", ["#"]]], "twelve letters", ["&", ["one piece", ["#"]]]]
    pool = Pool([tree])
    packed = pool.packed(tree)
    assert packed == [0, 1, 0, 1] and expanded(packed, pool.entries) == expanded(tree, [])


def test_shared_parts_have_no_line_ends_of_another_system():
    for file in (Path(ROOT) / "macros" / "export" / "wordml").glob("*.xml"):
        assert b"\r" not in file.read_bytes()
