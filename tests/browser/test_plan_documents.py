"""The documents of a plan as a person gets them: saved, copied, opened again, also after another program had them."""

from __future__ import annotations

import base64
import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, Visit
from tests.export.test_word_documents import whole
from tests.plan.word import filled

PLAN = "/mijn-plan/"
Fill = Callable[[dict[str, Any]], Page]


@pytest.fixture
def plan(visit: Visit) -> Fill:
    """The overview of the plan, on a device that holds this plan."""

    def open_with(data: dict[str, Any], where: str = PLAN, **options: Any) -> Page:
        page = visit(where, **options)
        page.evaluate("data => gids.plans.open(gids.plans.store().save(gids.plans.create(data)).id)", data)
        page.reload()
        return page

    return open_with


def box(page: Page, id: str):
    return page.locator(f'[data-document="{id}"]')


def save(page: Page, id: str, button: str = "Bewaar als Word-bestand") -> tuple[str, bytes]:
    """The name and content of the file that somebody gets."""
    with page.expect_download() as download:
        box(page, id).get_by_role("button", name=re.compile(f"^{button}")).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def reopened(page: Page, content: bytes) -> dict[str, Any]:
    """What the page reads in a file, or the trouble."""
    return page.evaluate(
        """async text => {
            const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
            try {
              return await gids.word.open(new File([bytes], "plan.docx"));
            } catch (error) {
              return { trouble: error.trouble || String(error), message: error.message };
            }
        }""",
        base64.b64encode(content).decode(),
    )


def test_collegenota_is_saved_with_what_was_filled_in(plan, guide):
    page = plan(filled(guide))
    name, content = save(page, "collegenota")
    assert name == "collegenota-voorbeeldstad.docx"
    whole(content)
    assert "Tieners in de stationswijk." in "".join(Document(io.BytesIO(content)).element.body.itertext())
    expect(box(page, "collegenota").get_by_role("status")).to_have_text("“collegenota-voorbeeldstad.docx” staat bij je downloads.")


def test_nothing_is_loaded_until_somebody_asks(visit):
    page = visit(PLAN)
    assert page.locator('script[src*="plan-word"]').count() == 0
    save(page, "collegenota")
    assert page.locator('script[src*="plan-word"]').count() == 2


def test_full_plan_comes_back_as_it_was(plan, guide):
    data = filled(guide) | {"later": {"onbekend": ["é\u0007", 1, None]}}
    data["answers"]["aanleiding"] = " Met  spaties,\r\n\r\nlege regels, <b>tekens</b> &amp; 😀 \ufffe\u0001"
    data["answers"]["vroegere-vraag"] = "blijft"
    page = plan(data)
    kept = page.evaluate("gids.plans.current().data")
    _, content = save(page, "volledig-plan")
    found = reopened(page, content)
    assert found["data"] == kept == found["edited"] and found["lost"] == []
    assert kept["later"] == data["later"]


def test_what_was_changed_in_word_is_read_beside_the_data(plan, guide):
    data = filled(guide)
    page = plan(data)
    _, content = save(page, "volledig-plan")
    document = Document(io.BytesIO(content))
    body = document.element.body
    write(body, "Tieners in de stationswijk.", "Tieners en hun ouders.")
    write(body, "Drie jaar of langer", "Onbepaalde duur")
    write(body, "1 september 2027", "15 januari 2028")
    write(body, "Nee, er is iemand extra nodig", "Misschien wel")
    write(body, "€\u00a061.250,50", "€ 60.000")
    [table] = [table for table in document.tables if table.rows[0].cells[0].text == "Andere oplossing"]
    table.rows[1].cells[1].text = "Kent iedereen"
    table.add_row().cells[0].text = "Niets doen"
    edited = reopened(page, packed(document))
    expected = data["answers"] | {
        "focus": "Tieners en hun ouders.", "gekozen-looptijd": "onbepaalde-duur", "gewenste-startdatum": "2028-01-15",
        "loonkost-voltijds-per-jaar": "60.000",
        "andere-oplossingen": [
            data["answers"]["andere-oplossingen"][0] | {"wat-pleit-ervoor": "Kent iedereen"},
            data["answers"]["andere-oplossingen"][1],
            {"andere-oplossing": "Niets doen", "wat-pleit-ervoor": "", "wel-of-niet": ""},
        ],
    }  # fmt: skip
    assert edited["data"]["answers"] == data["answers"]
    assert edited["edited"]["answers"] == expected
    assert edited["lost"] == [{"label": "Kan het zonder nieuwe collega?", "text": "Misschien wel"}]


def test_box_ticked_and_remark_written_in_word_come_back(plan, guide):
    data = filled(guide)
    page = plan(data)
    _, content = save(page, "volledig-plan")
    document = Document(io.BytesIO(content))
    row = next(row for table in document.tables for row in table.rows if len(row.cells) == 4 and row.cells[1].text == "1.2")
    next(row.cells[0]._tc.iter(qn("w:t"))).text = "\u2612"
    row.cells[3].paragraphs[0].runs[0].text = "Gedaan op dinsdag"
    found = reopened(page, packed(document))
    assert found["edited"]["ticks"] == data["ticks"] | {"1.2": {"state": "gedaan", "note": "Gedaan op dinsdag"}}


def actions_table(document):
    [table] = [table for table in document.tables if [cell.text for cell in table.rows[0].cells] == ["Wat", "Wie", "Tegen wanneer", "Klaar"]]
    return table


def test_actions_changed_added_and_taken_out_in_word_come_back(plan, guide):
    data = filled(guide)
    data["actions"] += [
        {"key": "a2", "what": "Vraag de data op", "who": "", "when": "1/3/2027", "done": False, "step": "korte-nota", "extra": "blijft"},
        {"key": "leeg", "what": "", "who": "", "when": "", "done": False, "step": ""},
        {"key": "a3", "what": "Mag weg", "who": "Ann", "when": "", "done": False, "step": ""},
    ]
    page = plan(data)
    _, content = save(page, "volledig-plan")
    assert reopened(page, content)["edited"]["actions"] == data["actions"]
    document = Document(io.BytesIO(content))
    table = actions_table(document)
    table.rows[2].cells[1].text = "Jeugddienst"
    table.rows[2].cells[2].text = "15 januari 2028"
    next(table.rows[2].cells[3]._tc.iter(qn("w:t"))).text = "\u2612"
    table._tbl.remove(table.rows[3]._tr)
    new = table.add_row()
    new.cells[0].text, new.cells[2].text = "Bel de bibliotheek", "in het voorjaar"
    found = reopened(page, packed(document))
    first, second, *rest = found["edited"]["actions"]
    assert first == data["actions"][0]
    assert second == data["actions"][1] | {"who": "Jeugddienst", "when": "2028-01-15", "done": True}
    assert rest[:2] == data["actions"][2:]
    assert rest[2] == {"key": rest[2]["key"], "what": "Bel de bibliotheek", "who": "", "when": "in het voorjaar", "done": False, "step": ""} and rest[2]["key"]
    assert found["gone"] == ["De actie “Mag weg” staat niet meer in Word. Ze blijft in je plan: haal ze daar weg als ze weg mag."]


def test_first_action_written_in_word_comes_back(plan):
    page = plan({"place": "Voorbeeldstad"})
    _, content = save(page, "volledig-plan")
    assert reopened(page, content)["edited"]["actions"] == []
    document = Document(io.BytesIO(content))
    actions_table(document).rows[1].cells[0].text = "Bel de school"
    [action] = reopened(page, packed(document))["edited"]["actions"]
    assert action["what"] == "Bel de school" and action["key"]


def test_what_was_taken_out_in_word_is_shown_and_chosen(plan, guide, visit):
    data = filled(guide)
    page = plan(data)
    _, content = save(page, "volledig-plan")
    document = Document(io.BytesIO(content))
    write(document.element.body, "Tieners in de stationswijk.", "")
    next(actions_table(document).rows[1].cells[3]._tc.iter(qn("w:t"))).text = "\u2610"
    other = visit(PLAN)
    drop_in(other, packed(document))
    panel = other.get_by_role("region", name="Twee versies naast elkaar")
    expect(panel).to_contain_text("niets")
    for choice in panel.get_by_label(re.compile("Zoals het nu in Word staat")).all():
        choice.check()
    panel.get_by_role("button", name="Neem deze keuzes over").click()
    expect(other.locator("[data-open-status]")).to_contain_text("Het plan is geopend.")
    kept = other.evaluate("gids.plans.current().data")
    assert kept["answers"].get("focus", "") == "" and kept["actions"][0]["done"] is False


def test_document_and_page_say_what_is_not_read_back(plan, guide):
    page = plan(filled(guide))
    assert "de telling van de drempels" in box(page, "volledig-plan").inner_text()
    _, content = save(page, "volledig-plan")
    document = Document(io.BytesIO(content))
    assert "De pagina leest terug: antwoorden, acties" in document.tables[0].cell(0, 0).text
    lines = [paragraph.text for paragraph in document.paragraphs]
    assert sum(line.startswith("Wat je hieronder in Word verandert, komt niet terug in je plan.") for line in lines) == 3  # two sides, budget
    _, bare = save(page, "volledig-plan", "Bewaar zonder gegevens")
    assert not any("komt niet terug" in paragraph.text for paragraph in Document(io.BytesIO(bare)).paragraphs)


def test_answer_written_where_there_was_a_gap_comes_back(plan):
    page = plan({"place": "Voorbeeldstad"})
    _, content = save(page, "volledig-plan")
    document = Document(io.BytesIO(content))
    mark = next(mark for mark in document.element.body.iter(qn("w:bookmarkStart")) if mark.get(qn("w:name")) == "v_focus")
    next(mark.getparent().iter(qn("w:t"))).text = "Kleuters"
    assert reopened(page, packed(document))["edited"]["answers"] == {"focus": "Kleuters"}


def test_files_without_a_plan_are_refused_and_say_what_to_do(plan, guide):
    page = plan(filled(guide))
    _, single = save(page, "collegenota")
    _, bare = save(page, "volledig-plan", "Bewaar zonder gegevens")
    _, content = save(page, "volledig-plan")
    for file, trouble, words in (
        (b"tekst", "no-word", "geen Word-bestand"),
        (content[: len(content) // 2], "damaged", "beschadigd"),
        (single, "single", "Volledig plan"),
        (bare, "stripped", ".json"),
        (foreign(), "foreign", "niet van deze gids"),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"}), "odt", "LibreOffice (.odt)"),
    ):
        found = reopened(page, file)
        assert found["trouble"] == trouble and words in found["message"] and "Er is niets veranderd" in found["message"]


def test_damaged_data_inside_is_refused(plan, guide):
    page = plan(filled(guide))
    _, content = save(page, "volledig-plan")
    parts = whole(content)
    parts["customXml/item1.xml"] = parts["customXml/item1.xml"].replace(b"&quot;version&quot;: 1", b"&quot;version&quot;: 99").replace(b'"version": 1', b'"version": 99')
    assert reopened(page, zipped(parts))["trouble"] == "newer"


def test_section_is_copied_and_that_is_said(plan, guide, troubles):
    page = plan(filled(guide))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    collegenota = box(page, "collegenota")
    collegenota.get_by_text("Kopieer de tekst per deel").click()
    collegenota.get_by_role("button", name=re.compile("Kopieer deze tekst.*Voorstel")).click()
    expect(collegenota.get_by_role("status")).to_have_text("Gekopieerd: “Voorstel”. Plak de tekst waar je hem nodig hebt.")
    assert "- Start: 1 september 2027" in page.evaluate("navigator.clipboard.readText()")


def test_text_that_may_not_be_copied_is_shown_to_copy_by_hand(plan, guide):
    page = plan(filled(guide))
    page.evaluate("() => { document.execCommand = () => false; navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
    box(page, "collegenota").get_by_text("Kopieer de tekst per deel").click()
    box(page, "collegenota").get_by_role("button", name=re.compile("Kopieer deze tekst.*Aanleiding")).click()
    shown = page.get_by_label("Je browser mag niet kopiëren")
    expect(shown).to_be_focused()
    assert "De jeugdraad en twee scholen" in shown.input_value()


def test_mail_is_filled_in_when_it_is_opened_and_stands_there_without_script(plan, guide, visit):
    page = plan(filled(guide))
    mail = box(page, "mail-schepen")
    mail.get_by_text("Toon de mail").click()
    expect(mail.locator("[data-subject]")).to_contain_text("Voorbeeldstad")
    expect(mail.locator("[data-text]")).to_contain_text("Tieners van 12 tot 16")
    bare = visit(PLAN, script=False)
    box(bare, "mail-schepen").get_by_text("Toon de mail").click()
    expect(box(bare, "mail-schepen").locator("[data-text]")).to_contain_text("[nog in te vullen]")
    assert box(bare, "collegenota").get_by_role("link", name="Leeg document").get_attribute("href").endswith("afdrukken/collegenota.docx")
    assert not bare.get_by_role("button", name=re.compile("Bewaar als Word-bestand")).first.is_visible()


def test_blank_document_beside_the_button_follows_who_hires(plan, guide):
    page = plan(filled(guide))
    blank = box(page, "collegenota").get_by_role("link", name="Leeg document")
    expect(blank).to_have_attribute("href", re.compile(r"/collegenota\.docx$"))
    page.get_by_label("Een organisatie").check()
    expect(blank).to_have_attribute("href", re.compile(r"/bestuursnota\.docx$"))


def test_step_offers_its_own_documents(plan, guide):
    page = plan(filled(guide), "/mijn-plan/steun-regelen/", width=PHONE)
    assert page.locator("[data-document]").evaluate_all("all => all.map((each) => each.dataset.document)") == ["steunplan"]
    name, content = save(page, "steunplan")
    assert name == "steunplan-voorbeeldstad.docx" and whole(content)


def drop_in(page: Page, content: bytes, name: str = "volledig-plan.docx") -> None:
    """Choose a file as somebody does."""
    page.get_by_label("Kies het bestand van je plan").set_input_files({"name": name, "mimeType": "", "buffer": content})


def test_full_plan_is_opened_on_an_empty_device(plan, guide, visit):
    data = filled(guide)
    page = plan(data)
    _, content = save(page, "volledig-plan")
    expect(page.locator("[data-file-status]")).to_contain_text("Als bestand bewaard:")
    other = visit(PLAN)
    drop_in(other, content)
    expect(other.locator("[data-open-status]")).to_contain_text("Het plan is geopend. In “volledig-plan.docx” zit het plan “Voorbeeldstad”")
    assert other.evaluate("gids.plans.current().data") == data


def test_both_versions_are_shown_where_word_changed_something(plan, guide, visit):
    data = filled(guide)
    page = plan(data)
    _, content = save(page, "volledig-plan")
    document = Document(io.BytesIO(content))
    write(document.element.body, "Tieners in de stationswijk.", "Tieners en hun ouders.")
    write(document.element.body, "Nee, er is iemand extra nodig", "Misschien wel")
    other = visit(PLAN)
    drop_in(other, packed(document))
    panel = other.get_by_role("region", name="Twee versies naast elkaar")
    expect(panel).to_contain_text("Tieners in de stationswijk.")
    panel.get_by_label(re.compile("Zoals het nu in Word staat")).check()
    panel.get_by_role("button", name="Neem deze keuzes over").click()
    expect(other.locator("[data-open-status]")).to_contain_text("In Word stond bij “Kan het zonder nieuwe collega?”: “Misschien wel”.")
    assert other.evaluate("gids.plans.current().data") == data | {"answers": data["answers"] | {"focus": "Tieners en hun ouders."}}


def test_file_without_a_plan_touches_nothing_and_says_why(plan, guide):
    data = filled(guide)
    page = plan(data)
    _, content = save(page, "collegenota")
    drop_in(page, content, "collegenota.docx")
    expect(page.locator("[data-open-status]")).to_contain_text("alleen “Volledig plan” draagt alle gegevens")
    drop_in(page, b"geen zip", "oud.doc")
    expect(page.locator("[data-open-status]")).to_contain_text("Dit is geen Word-bestand")
    assert page.evaluate("gids.plans.current().data") == data


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not on this machine")
def test_full_plan_comes_back_after_libreoffice_saved_it(plan, guide, tmp_path):
    data = filled(guide)
    page = plan(data)
    _, content = save(page, "volledig-plan")
    (tmp_path / "plan.docx").write_bytes(content)
    found = reopened(page, through_libreoffice(tmp_path, "plan.docx"))
    assert found["data"] == data and found["edited"] == data and found["lost"] == []
    document = Document(io.BytesIO(content))
    write(document.element.body, "Tieners in de stationswijk.", "Tieners en hun ouders.")
    actions_table(document).rows[1].cells[1].text = "Jeugddienst"
    (tmp_path / "plan.docx").write_bytes(packed(document))
    found = reopened(page, through_libreoffice(tmp_path, "plan.docx"))
    assert found["data"] == data
    actions = [data["actions"][0] | {"who": "Jeugddienst"}]
    assert found["edited"] == data | {"answers": data["answers"] | {"focus": "Tieners en hun ouders."}, "actions": actions}


def through_libreoffice(folder: Path, name: str) -> bytes:
    out = folder / "bewaard"
    profile = (folder / "profiel").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "docx", "--outdir", str(out), str(folder / name)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return (out / name).read_bytes()


def write(body, old: str, new: str) -> None:
    """Type over a text, wherever it stands."""
    for text in body.iter(qn("w:t")):
        if text.text == old:
            text.text = new


def packed(document) -> bytes:
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def zipped(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return made.getvalue()


def foreign() -> bytes:
    """A Word file that has nothing to do with this guide."""
    document = Document()
    document.add_paragraph("Een brief")
    return packed(document)
