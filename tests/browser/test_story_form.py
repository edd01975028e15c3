"""The form for a practice story, used as a person would: typed in, kept, checked, looked at, downloaded, built."""

from __future__ import annotations

import itertools
import json
import subprocess
import sys
from urllib.parse import parse_qs, urlsplit

import pymupdf
import pytest
from playwright.sync_api import expect

from macros.commands import clock
from macros.guide.loading import inspect
from macros.project import Project
from tests.browser.conftest import NARROW, PHONE, WIDE, listen, until
from tests.browser.page_types import PageType
from tests.browser.test_accessibility import axe, look  # noqa: F401  (axe is a fixture)
from tests.browser.test_quiet import SHIFTS
from tests.conftest import copy_project

FORM = "deel-je-verhaal/formulier/"

#: What somebody types, by the id of the field.
TYPED = {
    "title": "Toetsgem: de poort op een kier",
    "summary": "Toetsgem zette de poort van het speelplein op een kier.",
    "municipality": "Toetsgem",
    "card.context": "De poort was dicht.",
    "card.approach": "Iemand nam de klink vast.",
    "card.learned": "Duwen helpt: «zacht», 1:30 lang.",
    "context.0.title": "De dichte poort",
    "context.0.text": "In Toetsgem bleef de poort dicht.\n\n- voor wie te laat kwam\n- voor wie **niemand** kende",
    "approach.0.title": "De klink",
    "approach.0.text": "Zie [de website](https://toetsgem.example/poort).",
    "author": "Jeugddienst van Toetsgem",
}
CHOSEN = ("made_from.eigen-ervaring", "licence.cc-by-4.0")


def at(page, id):
    return page.locator(f'[id="{id}"]')


def part(page, name):
    return page.locator(f"[data-{name}]")


def fill(page, typed=TYPED, chosen=CHOSEN):
    for id, text in typed.items():
        at(page, id).fill(text)
    for id in chosen:
        at(page, id).check()


def kept(page):
    """The drafts on this device, by their name."""
    texts = page.evaluate("Object.entries(localStorage).filter(([key]) => key.startsWith('gids:draft:')).map(([, text]) => text)")
    return {draft["name"]: draft for draft in map(json.loads, texts)}


def wait_until_kept(page, text):
    until(page, "text => Object.values(localStorage).some((value) => value.includes(text))", text)


def download(page, name):
    with page.expect_download() as waiting:
        part(page, name).click()
    return waiting.value.suggested_filename, waiting.value.path().read_bytes()


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    return copy_project(tmp_path_factory.mktemp("form") / "project")


def assert_builds(project, name, content):
    """The downloaded file, put in a copy of the project: `check` passes, and the page says what was typed."""
    file = project / "data" / "stories" / name
    file.write_bytes(content)
    check = "from macros.commands.check import main; raise SystemExit(main([]))"
    result = subprocess.run([sys.executable, "-c", check], cwd=project, env=clock.child_environment(), capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr
    page = next(page for page in Project.load(project).site.pages() if page.key == f"praktijkverhalen/{file.stem}")
    file.unlink()
    return page


@pytest.mark.slow
@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_somebody_writes_a_story_and_it_builds(visit, project, width):
    page = visit(FORM, width=width)
    fill(page)
    wait_until_kept(page, "Jeugddienst van Toetsgem")
    page.reload()
    assert {id: at(page, id).input_value() for id in TYPED} == TYPED
    assert at(page, "made_from.eigen-ervaring").is_checked()
    name, content = download(page, "download")
    assert name == "toetsgem.yml"
    html = assert_builds(project, name, content).html
    assert "<strong>niemand</strong>" in html and 'href="https://toetsgem.example/poort"' in html
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.slow
@pytest.mark.parametrize("width", [WIDE, PHONE, NARROW])
def test_somebody_writes_a_story_with_the_keyboard_alone(visit, project, width):
    page = visit(FORM, width=width)
    page.locator("body").press("Tab")
    waiting = {**TYPED, **dict.fromkeys(CHOSEN, None)}
    for _ in range(400):
        id = page.evaluate("document.activeElement.id")
        group = page.evaluate("document.activeElement.name || ''")
        if waiting.get(id):
            page.keyboard.insert_text(waiting.pop(id))
        elif id in waiting or any(each.startswith(f"{group}.") and each in waiting for each in CHOSEN if group):
            page.keyboard.press("Space")
            waiting.pop(next(each for each in CHOSEN if each == id or each.startswith(f"{group}.")))
        elif page.evaluate("'add' in document.activeElement.dataset && document.activeElement.closest('[data-field]').dataset.field === 'lessons'") and "lessons" not in waiting:
            waiting["lessons"] = ""
            page.keyboard.press("Enter")
            assert page.evaluate("document.activeElement.id") == "lessons.1.title"
            page.keyboard.insert_text("Duw zacht")
            waiting["lessons.1.text"] = "Hard duwen hielp niet."
        elif page.evaluate("'download' in document.activeElement.dataset"):
            break
        page.keyboard.press("Tab")
    assert set(waiting) == {"lessons"}
    with page.expect_download() as download:
        page.keyboard.press("Enter")
        assert part(page, "mistakes").inner_text() == ""
    html = assert_builds(project, "toetsgem.yml", download.value.path().read_bytes()).html
    assert "Duw zacht" in html


def test_mistakes_are_told_as_the_command_line_does_and_lead_to_their_field(visit, project):
    page = visit(FORM)
    fill(page, {**TYPED, "title": "<b>Poort</b>", "written": "gisteren", "approach.0.text": "# Te groot"})
    at(page, "worked.0.title").fill("Kop zonder tekst")
    part(page, "check").click()
    box = part(page, "mistakes")
    assert page.evaluate("document.activeElement.matches('[data-mistakes][role=alert]')")
    shown = [line.partition(": ")[2] for line in box.locator("li").all_inner_texts()]
    answer = page.evaluate("gids.story.check(gids.form.read(document.querySelector('form.form')))")
    file = project / "data" / "stories" / answer["file"]
    file.write_text(answer["text"], encoding="utf-8")
    said = [problem.message for problem in inspect(project)[1] if problem.path.endswith(answer["file"])]
    file.unlink()
    assert sorted(shown) == sorted(said) and len(said) == 4
    box.get_by_role("link", name="Titel").click()
    assert page.evaluate("document.activeElement.id") == "title"
    assert at(page, "title.error").inner_text() in said
    assert at(page, "title").get_attribute("aria-invalid") == "true"
    at(page, "title").fill("De poort")
    page.keyboard.press("Tab")
    assert at(page, "title.error").is_hidden()
    assert at(page, "title").get_attribute("aria-invalid") is None


def test_mistake_names_the_row_as_the_form_counts_it(visit):
    page = visit(FORM)
    fill(page)
    page.locator("[data-field=lessons] > p [data-add]").click()
    at(page, "lessons.1.title").fill("De eerste rij bleef leeg")
    part(page, "check").click()
    link = part(page, "mistakes").get_by_role("link")
    assert link.inner_text().startswith("Wat jullie leerden 2, Tekst: ")
    link.click()
    assert page.evaluate("document.activeElement.id") == "lessons.1.text"


def test_fields_that_somebody_only_passes_through_are_not_called_wrong(visit):
    page = visit(FORM)
    at(page, "title").focus()
    for _ in range(12):
        page.keyboard.press("Tab")
    assert page.locator("[data-error]:visible").count() == 0


@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_nothing_jumps_when_the_script_comes(visit, width):
    page = visit(FORM, width=width, late=("**/*.js",))
    assert page.evaluate(SHIFTS) == []


@pytest.mark.parametrize("script", [True, False])
def test_on_paper_the_empty_form_has_room_to_write_and_no_buttons(visit, script):
    page = visit(FORM, script=script)
    page.emulate_media(media="print")
    assert page.locator("main button:visible, .keep:visible, .finish:visible").count() == 0
    for id in ("title", "context.0.text", "budget.0.label", "own_sources.0.note"):
        box = at(page, id).bounding_box()
        assert box and box["height"] >= 30 and box["width"] > 400, id
    ticked = page.locator("main input:checked").count()
    assert ticked == 0
    assert at(page, "size_class.klein").bounding_box()["width"] >= 18


def test_lines_to_write_on_are_all_there_and_thin(visit):
    """A box for long text has a line every eight millimetres, whatever shows the page that Chromium prints."""
    with pymupdf.open("pdf", visit(FORM).pdf(format="A4", print_background=True)) as document:
        pages = [page.get_pixmap(dpi=72, colorspace="gray") for page in document]
    thick = []
    for page in pages:
        dark = [sum(value < 200 for value in page.samples[row * page.stride : row * page.stride + page.width]) > page.width / 2 for row in range(page.height)]
        thick += [len(list(run)) for is_dark, run in itertools.groupby(dark) if is_dark]
    assert len(thick) > 60 and max(thick) <= 2


def test_a_mistake_is_told_on_leaving_a_field_not_before(visit):
    page = visit(FORM)
    at(page, "title").click()
    page.keyboard.type("<b>")
    assert at(page, "title.error").is_hidden() and at(page, "summary.error").is_hidden()
    page.keyboard.press("Tab")
    assert "HTML is hier niet toegestaan" in at(page, "title.error").inner_text()
    assert at(page, "summary.error").is_hidden()


def test_likely_personal_data_gets_a_gentle_sign_that_stops_nothing(visit):
    page = visit(FORM)
    fill(page, TYPED | {"context.0.text": "Fatima (9) belde 0470 12 34 56."})
    page.keyboard.press("Tab")
    notice = at(page, "context.0.text.notice")
    notice.wait_for()
    assert "lijkt op een voornaam met leeftijd" in notice.inner_text() and "lijkt op een telefoonnummer" in notice.inner_text()
    assert download(page, "download")[0] == "toetsgem.yml"


def test_an_unfinished_story_can_always_be_kept_as_a_file_and_opened_again(visit, tmp_path):
    page = visit(FORM)
    fill(page, {"title": "<b>Half", "municipality": "Toetsgem"}, ())
    name, content = download(page, "keep-file")
    file = tmp_path / name
    file.write_bytes(content)
    page.evaluate("localStorage.clear()")
    page.reload()
    assert at(page, "title").input_value() == ""
    page.set_input_files("[data-open-file]", file)
    expect(at(page, "title")).to_have_value("<b>Half")


@pytest.mark.parametrize(("content", "sentence"), [
    ("{kapot", "beschadigd"), ('{"iets": "anders"}', "geen concept van dit formulier"),
    ('{"format": "gids-draft", "version": 99, "kind": "story"}', "nieuwere versie"),
    ('{"format": "gids-draft", "version": 1, "kind": "plan", "id": "x", "revision": 1, "data": {}}', "geen concept van dit formulier"),
    ('{"format": "gids-draft", "version": 1, "kind": "story"}', "beschadigd"),
])  # fmt: skip
def test_a_strange_file_is_refused_with_a_sentence_and_changes_nothing(visit, tmp_path, content, sentence):
    page = visit(FORM)
    fill(page, {"title": "Mijn verhaal"}, ())
    file = tmp_path / "concept.json"
    file.write_text(content, encoding="utf-8")
    page.set_input_files("[data-open-file]", file)
    expect(part(page, "status")).to_contain_text(sentence)
    assert at(page, "title").input_value() == "Mijn verhaal"


def test_rows_and_own_sources_survive_a_reload(visit):
    page = visit(FORM)
    page.get_by_text("Budget", exact=True).first.click()
    at(page, "budget.0.label").fill("Loon")
    page.get_by_text("Eigen bronnen", exact=True).first.click()
    at(page, "own_sources.0.short").fill("Jaarverslag 2025")
    at(page, "budget.0.sources.0.source").evaluate("(select) => { select.closest('details').open = true }")
    at(page, "budget.0.sources.0.source").select_option(label="Jaarverslag 2025")
    page.locator("[data-field=lessons] > p [data-add]").click()
    at(page, "lessons.1.title").fill("Tweede les")
    wait_until_kept(page, "Tweede les")
    page.reload()
    assert at(page, "lessons.1.title").input_value() == "Tweede les"
    chosen = at(page, "budget.0.sources.0.source").evaluate("(select) => select.selectedOptions[0].textContent")
    assert chosen == "Jaarverslag 2025"
    assert at(page, "budget.0.label").is_visible(), "a list with something in it is open"


def test_what_was_typed_is_kept_when_the_page_closes_at_once(visit):
    page = visit(FORM)
    at(page, "title").fill("Net op tijd")
    page.goto("wat-is/")
    page.goto(FORM)
    assert at(page, "title").input_value() == "Net op tijd"


def test_two_tabs_never_overwrite_each_other(visit):
    first = visit(FORM)
    fill(first, {"title": "Samen"}, ())
    wait_until_kept(first, "Samen")
    second = first.context.new_page()
    second.goto(FORM)
    assert at(second, "title").input_value() == "Samen"
    fill(second, {"title": "Van het tweede tabblad"}, ())
    wait_until_kept(second, "Van het tweede tabblad")
    part(first, "conflict").wait_for()
    fill(first, {"title": "Van het eerste tabblad"}, ())
    wait_until_kept(first, "Van het eerste tabblad")
    assert {draft["data"]["title"] for draft in kept(first).values()} == {"Van het eerste tabblad", "Van het tweede tabblad"}
    part(first, "take-other").click()
    assert at(first, "title").input_value() == "Van het tweede tabblad"
    assert len(kept(first)) == 2


def test_everything_on_this_computer_can_be_wiped(visit):
    page = visit(FORM)
    fill(page)
    wait_until_kept(page, "Jeugddienst")
    part(page, "wipe").click()
    assert page.evaluate("document.activeElement.matches('[data-wipe-no]')")
    part(page, "wipe-yes").click()
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('gids:'))") == []
    assert at(page, "title").input_value() == ""
    page.reload()
    assert at(page, "title").input_value() == ""


@pytest.mark.parametrize(("trick", "sentence"), [
    ("Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }});", "bewaart niets op dit toestel"),
    ("Storage.prototype.setItem = () => { throw new DOMException('vol', 'QuotaExceededError'); };", "is vol"),
])  # fmt: skip
def test_without_storage_the_form_says_so_and_goes_on(visit, trick, sentence):
    page = visit("")
    page.add_init_script(trick)
    page.goto(FORM)
    fill(page)
    expect(part(page, "status")).to_contain_text(sentence)
    assert download(page, "keep-file")[0].endswith("-concept.json")
    assert download(page, "download")[0] == "toetsgem.yml"


def test_a_damaged_draft_is_told_and_left_alone(visit):
    page = visit(FORM)
    page.evaluate("localStorage.setItem('gids:draft:story:oud', '{kapot')")
    page.reload()
    assert "beschadigd" in part(page, "status").inner_text()
    fill(page, {"title": "Nieuw"}, ())
    wait_until_kept(page, "Nieuw")
    assert page.evaluate("localStorage.getItem('gids:draft:story:oud')") == "{kapot"


def test_one_part_that_fails_leaves_the_others_working(visit, troubles):
    page = visit(FORM)
    page.add_init_script("document.addEventListener('DOMContentLoaded', () => { gids.form.Rows = class { constructor() { throw new Error('stuk'); } }; }, true);")
    page.reload()
    fill(page)
    wait_until_kept(page, "Jeugddienst")
    assert download(page, "download")[0] == "toetsgem.yml"
    troubles.wait(page, "stuk")


def words(text):
    return " ".join(text.replace("\xad", "").split())


def test_preview_says_what_the_page_will_say(visit, project):
    """Every chapter and fact of the built page is in the preview, in the same order and words."""
    from bs4 import BeautifulSoup

    page = visit(FORM)
    fill(page)
    part(page, "show-preview").click()
    assert page.evaluate("document.activeElement.matches('[data-preview-title]')")
    preview = words(part(page, "preview-page").inner_text())
    name, content = download(page, "download")
    built = BeautifulSoup(assert_builds(project, name, content).html, "html.parser")
    for extra in built.select(".words, .references, .story__edit"):
        extra.decompose()
    said = [words(element.get_text(" ")) for element in built.select("h1, h2, h3, dt, dd, .head__lead, .point p, .point li")]
    assert len(said) > 30
    assert [text for text in said if text.replace(" ", "") not in preview.replace(" ", "")] == []


def test_nothing_typed_becomes_markup_in_the_preview(visit):
    page = visit(FORM)
    attack = '<img src=x onerror="document.title=1">'
    fill(page, {id: f"{attack} {{{{ 7*7 }}}}" for id in TYPED}, CHOSEN)
    part(page, "show-preview").click()
    box = part(page, "preview-page")
    assert box.locator("img").count() == 0
    assert attack in box.inner_text() and "{{ 7*7 }}" in box.inner_text()


def test_ways_that_are_not_configured_are_not_shown(visit):
    page = visit(FORM)
    assert part(page, "mail").count() == 0 and part(page, "propose").count() == 0
    assert part(page, "download").is_visible()


def test_a_story_can_be_proposed_to_the_repository_and_mailed(visit):
    page = visit(PageType("form", FORM, configured=True))
    assert "antwoordt binnen twee weken" in page.locator("main").inner_text()
    fill(page)
    part(page, "propose").click()
    address = urlsplit(part(page, "propose-link").get_attribute("href"))
    query = parse_qs(address.query)
    assert (address.netloc, address.path) == ("code.voorbeeldstad.example", "/gids/new/main/data/stories")
    assert query["filename"] == ["toetsgem.yml"]
    assert query["value"] == [page.evaluate("gids.story.check(gids.form.read(document.querySelector('form.form'))).text")]
    assert part(page, "too-long").is_hidden()
    at(page, "context.0.text").fill("lang " * 3000)
    part(page, "propose").click()
    assert part(page, "too-long").is_visible()
    assert "value=" not in part(page, "propose-link").get_attribute("href")
    assert part(page, "mail").get_attribute("data-mail") == "gids@voorbeeldstad.example"
    mail = page.evaluate("gids.story.mailAddress('gids@voorbeeldstad.example', gids.story.mailText('Titel', 'toetsgem.yml'))")
    assert mail.startswith("mailto:gids@voorbeeldstad.example?subject=Praktijkverhaal%3A%20Titel&body=Dag")


@pytest.mark.slow
@pytest.mark.parametrize("state", ["empty", "wrong", "filled", "preview", "wiping"])
def test_axe_finds_nothing_in_any_state(visit, axe, state):  # noqa: F811
    page = visit(FORM)
    if state == "wrong":
        at(page, "title").fill("<b>")
        part(page, "check").click()
    if state in ("filled", "preview"):
        fill(page)
        page.locator("[data-field=lessons] > p [data-add]").click()
        page.evaluate("document.querySelectorAll('main details').forEach((each) => { each.open = true })")
    if state == "preview":
        part(page, "show-preview").click()
    if state == "wiping":
        part(page, "wipe").click()
    assert look(page, axe, widths=(WIDE, PHONE)) == {}


def test_form_works_from_a_folder(browser, built, troubles):
    """As on a USB stick, where a page may neither fetch nor import."""
    context = browser.new_context(viewport={"width": WIDE, "height": 800})
    page = context.new_page()
    listen(page, "file://", troubles)
    page.goto((built / FORM / "index.html").as_uri())
    fill(page)
    wait_until_kept(page, "Jeugddienst")
    assert download(page, "download")[0] == "toetsgem.yml"
    page.reload()
    assert at(page, "title").input_value() == TYPED["title"]
    context.close()
    assert troubles == []


def test_without_javascript_the_form_is_complete_and_says_that_it_can_be_printed(visit):
    page = visit(FORM, script=False)
    assert "afdrukken" in page.locator("noscript").inner_text()
    assert page.locator("main button:visible, main input[type=file]:visible").count() == 0
    for id in TYPED:
        assert page.locator(f'label[for="{id}"]').count() == 1, id
