"""The page of a step on paper, for a reader who keeps a plan in this browser: with the own ticks and answers, and never unawares."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from macros.guide import model
from macros.guide.loading import inspect
from macros.project import ROOT
from tests.browser import paper
from tests.browser.conftest import NARROW, PHONE, PROBES, WIDE, answer_late, listen
from tests.browser.test_accessibility import axe, look  # noqa: F401  (axe is a fixture)
from tests.browser.test_print import faults, is_printed, print_page
from tests.browser.test_quiet import SHIFTS

STEP = next(step for step in inspect(ROOT)[0].steps if step.id == "situatie-in-kaart")
ADDRESS = f"stappen/{STEP.id}/"
ATTACK = '<img src=x onerror="document.title=1"> {{ 7*7 }} </section><script>1</script>'
HEADING = "Jouw antwoorden bij stap 2"


def question(kind):
    return next(each for each in STEP.questions if each.kind is kind)


TEXT, TABLE, CHOICES = (question(kind) for kind in (model.QuestionKind.LONG, model.QuestionKind.TABLE, model.QuestionKind.MULTIPLE))

FILLED = {
    "answers": {
        TEXT.id: "Een eerste regel.\nEen tweede regel.",
        TABLE.id: [{column.id: f"Cel {number} {column.id}" for column in TABLE.columns} for number in (1, 2)],
        CHOICES.id: [option.id for option in CHOICES.options[:2]],
    },
    "ticks": {"2.2": {"state": "gedaan", "note": "Alleen voor mij"}, "2.3": {"state": "nvt", "note": ""}},
}


def plan(id="a", name="Voorbeeldstad", saved="2026-11-22T10:00:00Z", **data):
    return {"format": "gids-draft", "version": 1, "kind": "plan", "plan": 1, "id": id, "name": name, "revision": 1, "saved": saved, "data": FILLED | data}


def keep(page, *plans, current="a"):
    """Put plans, or what should be one, in the storage of this browser."""
    for number, each in enumerate(plans):
        id, text = (each["id"], json.dumps(each)) if isinstance(each, dict) else (current if not number else str(number), each)
        page.evaluate("([id, text]) => localStorage.setItem(`gids:draft:plan:${id}`, text)", [id, text])
    page.evaluate("(id) => localStorage.setItem('gids:plan:current', id)", current)


@pytest.fixture
def step_page(visit):
    """Open the page of the step in a browser that keeps these plans."""

    def open_page(*plans, current="a", **options):
        page = visit("privacy/", **options)
        keep(page, *plans, current=current)
        page.goto(ADDRESS)
        return page

    return open_page


def line(page):
    return page.locator(".own summary")


def printed(page, tmp_path, name="own"):
    return print_page(page, tmp_path / f"{name}.pdf")


def words(file):
    """The text of every sheet in reading order, without the page numbers, which differ with the number of sheets."""
    return [[each.text for each in lines] for lines in file.lines]


def marks(page):
    return page.evaluate("probes.all('[data-own]').map((each) => [each.textContent.match(/\\d\\.\\d+/)[0], each.dataset.own])")


def test_ticks_and_answers_come_along_and_notes_only_when_asked(step_page, tmp_path):
    page = step_page(plan())
    expect(line(page)).to_have_text("Afdruk met je antwoorden uit plan “Voorbeeldstad”", use_inner_text=True)
    first = printed(page, tmp_path)
    assert faults(page, first) == []
    page.emulate_media(media="null")
    stamp = "Met de kruisjes en antwoorden uit plan “Voorbeeldstad”, laatst gewijzigd op 22 november 2026."
    assert is_printed(stamp, paper.letters(" ".join(each.text for each in first.lines[0])))
    answers = ["Een eerste regel.", "Een tweede regel.", *(option.label for option in CHOICES.options[:2]), *(cell for row in FILLED["answers"][TABLE.id] for cell in row.values())]
    before, after = first.text.split(paper.letters(HEADING))
    assert paper.letters("1 van 8 punten gedaan (1 niet van toepassing), 3 van") in after
    for text in [TEXT.label, TABLE.label, CHOICES.label, *answers]:
        assert paper.letters(text) in after, text
    assert marks(page) == [["2.2", "gedaan"], ["2.3", "nvt"]]
    assert before.count(paper.letters("Niet van toepassing.")) == before.count(paper.letters("Gedaan.")) == 1
    assert paper.letters("Alleen voor mij") not in first.text

    line(page).click()
    page.get_by_label("Mijn notities bij de checklist").check()
    assert line(page).inner_text().startswith("Afdruk met je antwoorden en notities")
    second = printed(page, tmp_path)
    assert paper.letters("Notitie: Alleen voor mij") in second.text
    assert paper.letters("Met de kruisjes en antwoorden en notities") in second.text


def test_somebody_who_leaves_them_out_prints_the_bare_page(visit, step_page, tmp_path):
    bare = words(printed(visit(ADDRESS), tmp_path, "bare"))
    page = step_page(plan())
    line(page).click()
    page.get_by_label("Mijn kruisjes en antwoorden bij deze stap").uncheck()
    assert line(page).inner_text() == "Afdruk zonder je antwoorden"
    assert words(printed(page, tmp_path)) == bare
    page.get_by_role("link", name="Kijk na wat er in je plan staat").click()
    page.wait_for_url(f"**/mijn-plan/{STEP.id}/")


UNUSABLE = {
    "no plan": [],
    "empty plan": [plan(answers={}, ticks={})],
    "another step only": [plan(answers={"aanleiding": "Iets van stap 1"}, ticks={"1.1": {"state": "gedaan"}})],
    "broken text": ["{kapot"],
    "another shape": [json.dumps(plan(answers="tekst", ticks=[3]))],
    "foreign": [json.dumps(plan() | {"kind": "story"})],
    "newer draft": [json.dumps(plan() | {"version": 2})],
    "newer plan": [json.dumps(plan() | {"plan": 2})],
    "not even an object": ["7"],
    "broken beside a good one": ["", plan("b")],
}


@pytest.mark.parametrize("name", UNUSABLE)
def test_with_nothing_to_take_along_the_page_prints_as_ever(visit, step_page, tmp_path, name):
    bare = words(printed(visit(ADDRESS), tmp_path, "bare"))
    page = step_page(*UNUSABLE[name])
    page.wait_for_load_state("networkidle")
    assert line(page).count() == 0
    assert words(printed(page, tmp_path)) == bare
    assert HEADING not in page.content()


def test_without_a_plan_nothing_more_is_loaded_and_nothing_is_kept(visit):
    page = visit("")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(ADDRESS)
    page.wait_for_load_state("networkidle")
    scripts = [url for url in asked if url.endswith(".js")]
    assert len(scripts) == 1
    assert "/assets/page-" in scripts[0]
    assert page.evaluate("Object.keys(localStorage).length + Object.keys(sessionStorage).length") == 0


def test_with_a_plan_nothing_is_written(step_page, tmp_path):
    page = step_page(plan())
    before = page.evaluate("JSON.stringify(localStorage)")
    line(page).click()
    page.get_by_label("Mijn notities bij de checklist").check()
    printed(page, tmp_path)
    assert page.evaluate("JSON.stringify(localStorage)") == before
    assert page.evaluate("Object.keys(sessionStorage)") == []


def test_a_browser_that_forbids_storage_prints_the_page_as_ever(visit, tmp_path):
    page = visit("")
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('nee', 'SecurityError'); } });")
    page.goto(ADDRESS)
    page.wait_for_load_state("networkidle")
    assert line(page).count() == 0
    assert HEADING not in page.content()


def test_what_looks_like_code_in_an_answer_is_printed_as_text(step_page, tmp_path):
    rows = [{column.id: ATTACK for column in TABLE.columns}]
    page = step_page(plan(name=ATTACK, answers={TEXT.id: ATTACK, TABLE.id: rows, CHOICES.id: [ATTACK]}, ticks={"2.2": {"state": "gedaan", "note": ATTACK}}))
    line(page).click()
    page.get_by_label("Mijn notities").check()
    file = printed(page, tmp_path)
    assert file.text.count(paper.letters(ATTACK)) >= 2 + 1 + 1 + 1  # the plan's name twice, the note, the choice and the text
    assert page.locator("main img, main script").count() == 0
    assert page.title().startswith("Stap 2")
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_of_two_plans_the_open_one_counts_also_when_that_changes_elsewhere(step_page, tmp_path, troubles):
    other = plan("b", "Andere Stad", "2026-11-25T10:00:00Z", answers={TEXT.id: "Van de andere stad"}, ticks={})
    page = step_page(plan(), other)
    line(page).click()
    page.get_by_label("Mijn notities bij de checklist").check()
    assert "“Voorbeeldstad”" in line(page).inner_text()
    elsewhere = page.context.new_page()
    elsewhere.goto("privacy/")
    elsewhere.evaluate("localStorage.setItem('gids:plan:current', 'b')")
    expect(line(page)).to_have_text("Afdruk met je antwoorden uit plan “Andere Stad”", use_inner_text=True)
    assert page.get_by_label("Mijn notities bij de checklist").count() == 0
    file = printed(page, tmp_path)
    assert paper.letters("Van de andere stad") in file.text
    assert paper.letters("Een eerste regel.") not in file.text
    assert marks(page) == []

    elsewhere.evaluate("localStorage.clear()")
    expect(line(page)).to_have_count(0)
    assert paper.letters(HEADING) not in printed(page, tmp_path).text


def test_a_plan_that_is_begun_in_another_tab_comes_along_too(visit, tmp_path):
    page = visit(ADDRESS)
    elsewhere = page.context.new_page()
    elsewhere.goto("privacy/")
    keep(elsewhere, plan())
    expect(line(page)).to_be_visible()
    assert paper.letters(HEADING) in printed(page, tmp_path).text


def test_a_change_that_only_printing_sees_comes_along(step_page, tmp_path):
    """A tab in the background may miss what another one keeps."""
    page = step_page(plan())
    expect(line(page)).to_be_visible()
    keep(page, plan(answers={TEXT.id: "Op het laatste moment"}))
    assert paper.letters("Op het laatste moment") in printed(page, tmp_path).text


@pytest.mark.parametrize("width", [WIDE, PHONE, NARROW])
def test_the_line_moves_nothing_on_screen(visit, step_page, width):
    without = visit(ADDRESS, width=width)
    page = step_page(plan(name="Een plan met een heel lange naam voor een heel grote gemeente"), width=width)
    page.route("**/assets/*.js", answer_late)
    page.goto(ADDRESS)
    expect(line(page)).to_be_visible()
    assert page.evaluate(SHIFTS) == []
    tops = "probes.all('main > *').filter((each) => !each.matches('.on-paper')).map((each) => Math.round(each.getBoundingClientRect().top))"
    assert page.evaluate(tops) == without.evaluate(tops)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.slow
def test_axe_finds_nothing_on_the_line_closed_and_open(step_page, axe):  # noqa: F811
    page = step_page(plan())
    expect(line(page)).to_be_visible()
    assert look(page, axe) == {}
    line(page).click()
    assert look(page, axe) == {}


@pytest.mark.slow
@pytest.mark.parametrize("step", inspect(ROOT)[0].steps, ids=lambda step: step.id)
def test_every_step_prints_all_its_answers_within_the_margins(visit, tmp_path, step):
    answers = {}
    for number, each in enumerate(step.questions):
        if each.columns:
            answers[each.id] = [{column.id: f"V{number} R{row} {column.label} met wat meer woorden" for column in each.columns} for row in range(3)]
        elif each.options:
            answers[each.id] = [each.options[0].id] if each.kind is model.QuestionKind.MULTIPLE else each.options[0].id
        else:
            answers[each.id] = f"V{number} " + "Een zin over wat hier speelt. " * 12
    page = visit("privacy/")
    keep(page, plan(answers=answers, ticks={item.number: {"state": "gedaan", "note": f"Notitie bij {item.number}"} for item in step.checklist}))
    page.goto(f"stappen/{step.id}/")
    line(page).click()
    page.get_by_label("Mijn notities").check()
    file = printed(page, tmp_path)
    assert faults(page, file) == []
    assert file.text.count("gedaan") >= len(step.checklist)
    assert all(paper.letters(f"Notitie bij {item.number}") in file.text for item in step.checklist)


@pytest.mark.slow
def test_a_step_from_a_folder_takes_a_plan_along(browser, built: Path, tmp_path, troubles):
    context = browser.new_context(offline=True, locale="nl-BE")
    context.expose_binding("reportViolation", lambda _, what: troubles.append(f"beleid: {what}"))
    context.add_init_script(PROBES)
    page = context.new_page()
    listen(page, "file:///", troubles)
    address = (built / "stappen" / STEP.id / "index.html").as_uri()
    page.goto(address)
    keep(page, plan())
    page.goto(address)
    expect(line(page)).to_be_visible()
    assert paper.letters(HEADING) in printed(page, tmp_path).text
    context.close()
    assert troubles == []
