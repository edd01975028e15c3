"""«Mijn plan», used as a person would: filled in, closed, opened again, taken along, wiped, brought back, joined."""

from __future__ import annotations

import json
import re
import zipfile

import pytest
from lxml import etree
from playwright.sync_api import expect

from macros.export.word import PLAN_NAMESPACE, PLAN_PART
from macros.guide import model
from macros.guide.loading import inspect
from macros.project import ROOT
from tests.browser import paper
from tests.browser.conftest import PHONE, listen, until
from tests.browser.test_accessibility import axe, look  # noqa: F401  (axe is a fixture)
from tests.browser.test_print import print_page

OVERVIEW, STEP = "mijn-plan/", "mijn-plan/korte-nota/"
GUIDE = inspect(ROOT)[0]
STEPS = GUIDE.steps
EXPENSIVE = GUIDE.get("barriers", "te-duur").title


def at(page, id):
    return page.locator(f'[id="{id}"]')


def part(page, name):
    return page.locator(f"[data-{name}]")


def kept(page):
    """The plans on this device."""
    texts = page.evaluate("Object.entries(localStorage).filter(([key]) => key.startsWith('gids:draft:plan:')).map(([, text]) => text)")
    return list(map(json.loads, texts))


def knows(page, text):
    """Wait until this tab has kept a text, or has heard that another one did: tabs learn of each other in their own time."""
    until(page, "(text) => Object.values(localStorage).some((each) => each.includes(text))", text)


def settled(page):
    """Leave the field, so that everything is kept."""
    page.locator(":focus").blur()
    return part(page, "status").text_content()


def answer(page, question):
    """Fill in one question as its kind asks; gives what the plan must hold then."""
    path, kind = f"v-{question.id}", question.kind
    if kind is model.QuestionKind.TABLE:
        rows = []
        for index in range(2):
            if index:
                page.locator(f'[id="{question.id}"] [data-add]').click()
            rows.append({column.id: f"{column.label} {index + 1}" for column in question.columns})
            for column in question.columns:
                at(page, f"{path}.{index}.{column.id}").fill(rows[-1][column.id])
        return rows
    if question.options:
        chosen = question.options[-1].id
        at(page, f"{path}.{chosen}").check()
        return [chosen] if kind is model.QuestionKind.MULTIPLE else chosen
    text = {model.QuestionKind.NUMBER: "80", model.QuestionKind.MONEY: "45.000,50", model.QuestionKind.DATE: "1/3/2027"}.get(kind, f"Antwoord op: {question.label}\n«twee» regels")
    at(page, path).fill(text)
    return text


def keep_file(page):
    with page.expect_download() as download:
        part(page, "keep-file").click()
    return download.value


def plan_in(download):
    """The plan that a Word file carries."""
    with zipfile.ZipFile(download.path()) as package:
        root = etree.fromstring(package.read(PLAN_PART))
    return json.loads(root.find(f"{{{PLAN_NAMESPACE}}}gegevens").text)


def wipe(page):
    part(page, "wipe").click()
    part(page, "wipe-yes").click()


@pytest.mark.slow
def test_a_plan_of_six_steps_survives_closing_wiping_and_coming_back(visit, tmp_path):
    page = visit(OVERVIEW, accept_downloads=True)
    at(page, "plan-plaats").fill("Toetsgem")
    at(page, "heb-analyse-boa").check()
    expected = {"answers": {}, "ticks": {}}
    for step in STEPS:
        page.goto(f"mijn-plan/{step.id}/")
        for question in step.questions:
            expected["answers"][question.id] = answer(page, question)
        for item, state in zip(step.checklist, ("done", "none"), strict=False):
            page.locator(f'[data-tick="{item.number}"] [data-{state}]').check()
            expected["ticks"][item.number] = {"state": {"done": "gedaan", "none": "nvt"}[state], "note": ""}
        page.locator(f'[data-tick="{step.checklist[2].number}"] [data-to-action]').click()
        assert part(page, "count").text_content() == f"1 van {len(step.checklist) - 1} punten gedaan (1 niet van toepassing), {len(step.questions)} van {len(step.questions)} vragen ingevuld."
    context = page.context
    page.close()

    page = context.new_page()
    page.goto(OVERVIEW)
    plan = kept(page)[0]["data"]
    assert {name: plan[name] for name in expected} == expected
    assert [action["what"] for action in plan["actions"]] == [step.checklist[2].text for step in STEPS]
    assert plan["has"] == ["analyse-boa"]
    assert at(page, "plan-plaats").input_value() == "Toetsgem"

    file = tmp_path / "plan.docx"
    download = keep_file(page)
    assert download.suggested_filename == "volledig-plan-toetsgem.docx"
    download.save_as(file)
    with page.expect_download() as bare:
        part(page, "keep-file-too").click()
    assert bare.value.suggested_filename == "mijn-plan-toetsgem.json"
    assert json.loads(bare.value.path().read_text(encoding="utf-8"))["data"] == plan == plan_in(download)["data"]
    wipe(page)
    assert page.evaluate("Object.keys(localStorage).length + sessionStorage.length") == 0
    assert at(page, "plan-plaats").input_value() == ""
    assert page.locator("#actie\\.0\\.what").input_value() == ""

    part(page, "open-file").set_input_files(file)
    answers = sum(len(step.questions) for step in STEPS)
    expect(part(page, "open-status")).to_contain_text(re.compile(f"^Het plan is geopend. In “plan.docx” zit het plan “Toetsgem” van .*: {answers} antwoorden, 12 punten van de checklists en 6 acties.$"))
    assert kept(page)[0]["data"] == plan
    page.goto("mijn-plan/situatie-in-kaart/")
    assert at(page, "v-gesprekken.1.afspraak").input_value() == "Afspraak 2"
    assert page.locator("[data-tick='2.1'] [data-covered]").is_visible()


def test_what_is_typed_is_kept_while_the_field_has_the_focus_even_when_the_tab_dies(visit):
    page = visit(STEP)
    at(page, "v-aanleiding").press_sequentially("Er kwam een vraag")
    knows(page, "Er kwam een vraag")
    assert page.evaluate("document.activeElement.id") == "v-aanleiding"
    context = page.context
    page.close(run_before_unload=False)
    again = context.new_page()
    again.goto(STEP)
    assert at(again, "v-aanleiding").input_value() == "Er kwam een vraag"


def test_the_keyboard_alone_fills_in_ticks_and_makes_an_action_on_a_phone(visit):
    page = visit(STEP, width=PHONE)
    at(page, "v-aanleiding").focus()
    page.keyboard.type("Met de toetsen")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "v-welk-doel-eerst.":
            break
    page.keyboard.press("ArrowUp")
    for _ in range(90):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "p-1.1.gedaan":
            break
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    data = kept(page)[0]["data"]
    assert data["answers"] == {"aanleiding": "Met de toetsen", "welk-doel-eerst": "niet-eens"}
    assert data["ticks"]["1.1"]["state"] == "gedaan"
    assert len(data["actions"]) == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE


def test_two_tabs_join_what_does_not_clash_and_ask_about_what_does(visit):
    one = visit(STEP)
    at(one, "v-aanleiding").fill("begin")
    settled(one)
    two = one.context.new_page()
    two.goto(STEP)
    at(two, "v-waarom-telt-vrije-tijd").fill("van de tweede")
    settled(two)
    knows(one, "van de tweede")
    at(one, "v-wat-kan-een-persoon-niet").fill("van de eerste")
    settled(one)
    answers = kept(one)[0]["data"]["answers"]
    assert answers == {"aanleiding": "begin", "waarom-telt-vrije-tijd": "van de tweede", "wat-kan-een-persoon-niet": "van de eerste"}


def clash(one):
    """Two tabs that filled in the same field without knowing; the second shows both versions."""
    at(one, "v-aanleiding").fill("begin")
    settled(one)
    # What another tab kept meanwhile, without this one hearing of it.
    one.evaluate(
        """() => {
          const [key] = Object.keys(localStorage).filter((name) => name.startsWith('gids:draft:plan:'));
          const draft = JSON.parse(localStorage.getItem(key));
          draft.revision += 1;
          draft.data.answers.aanleiding = 'van de andere';
          draft.data.place = 'Toetsgem';
          localStorage.setItem(key, JSON.stringify(draft));
        }"""
    )
    at(one, "v-aanleiding").fill("van hier")
    settled(one)
    part(one, "merge").wait_for()


@pytest.mark.parametrize(("choice", "expected"), [("mine", "van hier"), ("theirs", "van de andere"), ("both", "van hier\nvan de andere")])
def test_a_clash_between_two_tabs_is_chosen_and_both_versions_stay_until_then(visit, choice, expected):
    page = visit(STEP)
    clash(page)
    assert sorted(plan["data"]["answers"]["aanleiding"] for plan in kept(page)) == ["van de andere", "van hier"]
    at(page, f"verschil-0-{choice}").check()
    part(page, "merge-done").click()
    (plan,) = kept(page)
    assert plan["data"]["answers"] == {"aanleiding": expected}
    assert plan["data"]["place"] == "Toetsgem"
    assert at(page, "v-aanleiding").input_value() == expected
    at(page, "v-waarom-telt-vrije-tijd").fill("verder")
    settled(page)
    assert len(kept(page)) == 1


def test_leaving_a_clash_undecided_keeps_both_plans(visit):
    page = visit(STEP)
    clash(page)
    part(page, "merge-cancel").click()
    assert sorted(plan["data"]["answers"]["aanleiding"] for plan in kept(page)) == ["van de andere", "van hier"]
    page.goto(OVERVIEW)
    assert part(page, "others-list").locator("li").count() == 1


def plan_file(**more):
    file = {"format": "gids-plan", "version": 1, "name": "Van een collega", "saved": "2026-11-22T10:00:00Z", "data": {"answers": {"aanleiding": "van de collega", "gesprekken": [{"datum": "1/2/2027"}]}, "place": "Toetsgem"}}
    return {"name": "plan.json", "mimeType": "application/json", "buffer": json.dumps({**file, **more}).encode()}


def test_a_colleagues_plan_is_joined_and_both_versions_are_shown(visit):
    page = visit(STEP)
    at(page, "v-aanleiding").fill("van mij")
    at(page, "v-wat-kan-een-persoon-niet").fill("alleen van mij")
    settled(page)
    page.goto(OVERVIEW)
    part(page, "open-file").set_input_files(plan_file())
    part(page, "open-merge").click()
    part(page, "merge").wait_for()
    assert part(page, "merge-list").text_content().count("van de collega") == 1
    at(page, "verschil-0-theirs").check()
    part(page, "merge-done").click()
    (plan,) = kept(page)
    assert plan["data"]["answers"] == {"aanleiding": "van de collega", "wat-kan-een-persoon-niet": "alleen van mij", "gesprekken": [{"datum": "1/2/2027"}]}


def test_differences_in_the_tools_are_shown_in_words(visit):
    def data(weight, reached, answers, actions):
        scores = [{"key": "s1", "name": "Diensthoofd", "scores": {"te-duur": {"weight": weight, "note": ""}}}]
        return {"scores": scores, "approach": {"plek": answers}, "balance": {"vaak-overleg": reached}, "actions": [{"key": "a1", "what": "Bel de school", "who": actions, "when": "", "done": False, "step": ""}]}

    page = visit(OVERVIEW)
    page.evaluate("(data) => gids.plans.open(gids.plans.store().save(gids.plans.create(data)).id)", data("veel", "klopt", ["plek-straat"], "Ann"))
    page.reload()
    part(page, "open-file").set_input_files(plan_file(data=data("niet", "niet", ["plek-thuis"], "Bob")))
    part(page, "open-merge").click()
    part(page, "merge").wait_for()
    shown = part(page, "merge-list").inner_text()
    for words in (
        f"Drempels in kaart, Diensthoofd: {EXPENSIVE}", "speelt hier veel", "speelt hier niet", "Op straat of op een plein", "Vooral thuis", "klopt niet",
        "De ambassadeur moet vaak en vlot met onze eigen collega’s kunnen overleggen.", "Actie “Bel de school”: wie", "Ann", "Bob",
    ):  # fmt: skip
        assert words in shown, words
    assert not re.search(r"[{}\[\]]|te-duur|plek-|vaak-overleg|weight", shown)
    for number in range(part(page, "merge-list").locator("fieldset").count()):
        at(page, f"verschil-{number}-theirs").check()
    part(page, "merge-done").click()
    assert kept(page)[0]["data"]["scores"][0]["scores"]["te-duur"]["weight"] == "niet"


def test_a_colleagues_plan_can_stand_apart(visit):
    page = visit(OVERVIEW)
    at(page, "plan-plaats").fill("Mijn gemeente")
    settled(page)
    part(page, "open-file").set_input_files(plan_file())
    part(page, "open-apart").click()
    assert {plan["data"]["place"] for plan in kept(page)} == {"Mijn gemeente", "Toetsgem"}
    assert at(page, "plan-plaats").input_value() == "Toetsgem"
    part(page, "others-list").get_by_role("button", name=re.compile("Open")).click()
    assert at(page, "plan-plaats").input_value() == "Mijn gemeente"


@pytest.mark.parametrize(("file", "sentence"), [
    (plan_file(version=99), "nieuwere versie"), (plan_file(data=[]), "beschadigd"), (plan_file(data={"answers": "x"}), "beschadigd"),
    (plan_file(format="iets"), "geen plan van deze gids"), ({"name": "x.json", "mimeType": "application/json", "buffer": b"PK\x03\x04"}, "geen plan van deze gids"),
])  # fmt: skip
def test_a_file_that_is_no_plan_is_refused_in_words_and_touches_nothing(visit, file, sentence):
    page = visit(OVERVIEW)
    at(page, "plan-plaats").fill("Toetsgem")
    settled(page)
    before = page.evaluate("JSON.stringify(localStorage)")
    part(page, "open-file").set_input_files(file)
    expect(part(page, "open-status")).to_contain_text(sentence)
    assert page.evaluate("JSON.stringify(localStorage)") == before
    assert not part(page, "opened").is_visible()


def test_what_opens_a_file_may_not_arrive_and_then_the_page_says_so(visit):
    page = visit(OVERVIEW)
    page.route("**/plan-open-*.js", lambda route: route.abort("aborted"))
    part(page, "open-file").set_input_files(plan_file())
    expect(part(page, "open-status")).to_contain_text("een stuk van de site is niet geladen")
    page.unroute("**/plan-open-*.js")
    part(page, "open-file").set_input_files(plan_file())
    expect(part(page, "open-status")).to_contain_text("Het plan is geopend.")


BLOCKED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"


@pytest.mark.parametrize(("storage", "sentence"), [(BLOCKED, "bewaart niets op dit toestel"), (FULL, "opslag van deze browser is vol")], ids=["blocked", "full"])
def test_without_storage_the_page_works_says_so_and_gives_the_file(visit, storage, sentence):
    page = visit(STEP, accept_downloads=True)
    page.add_init_script(storage)
    page.reload()
    at(page, "v-aanleiding").fill("Toch getypt")
    at(page, "v-welk-doel-eerst.allebei").check()
    assert sentence in settled(page)
    assert plan_in(keep_file(page))["data"]["answers"] == {"aanleiding": "Toch getypt", "welk-doel-eerst": "allebei"}


def test_a_damaged_plan_is_told_left_alone_and_can_be_taken_out(visit):
    page = visit(OVERVIEW, accept_downloads=True)
    page.evaluate("localStorage.setItem('gids:draft:plan:a', '{kapot'), localStorage.setItem('gids:plan:current', 'a')")
    page.reload()
    assert "beschadigd" in part(page, "status").text_content()
    at(page, "plan-plaats").fill("Toetsgem")
    settled(page)
    assert page.evaluate("localStorage.getItem('gids:draft:plan:a')") == "{kapot"
    assert page.evaluate("Object.values(localStorage).some((text) => text.includes('Toetsgem'))")
    with page.expect_download() as download:
        part(page, "others-list").get_by_role("button", name=re.compile("Bewaar als bestand")).click()
    assert download.value.path().read_text(encoding="utf-8") == "{kapot"


def test_an_answer_without_a_question_is_shown_apart_and_never_dropped(visit):
    page = visit(OVERVIEW)
    data = {"answers": {"verdwenen-vraag": "mijn oude antwoord", "welk-doel-eerst": "verdwenen-keuze", "gesprekken": [{"verdwenen-kolom": "oude cel", "datum": "vandaag"}]}}
    draft = {"format": "gids-draft", "version": 1, "kind": "plan", "plan": 1, "id": "a", "name": "Oud", "revision": 1, "saved": "2026-11-22T10:00:00Z", "data": data}
    page.evaluate("(text) => localStorage.setItem('gids:draft:plan:a', text)", json.dumps(draft))
    page.reload()
    expect(part(page, "left-list").locator("dt")).to_have_count(3)
    shown = part(page, "left").inner_text()
    assert "Welk doel komt bij jullie eerst?" in shown
    assert all(text in shown for text in ("mijn oude antwoord", "verdwenen-keuze", "oude cel"))
    for address, field in ((STEP, "v-aanleiding"), ("mijn-plan/situatie-in-kaart/", "v-besluit-van-de-analyse")):
        page.goto(address)
        at(page, field).fill("nieuw")
        settled(page)
    answers = kept(page)[0]["data"]["answers"]
    assert {name: answers[name] for name in data["answers"]} == data["answers"]


def test_signs_are_gentle_and_never_stop_anybody(visit):
    page = visit(STEP)
    at(page, "v-wie-bereiken-we-niet").fill("Sara (9 jaar) woont in de Kerkstraat 12, tel. 0470 12 34 56")
    shown = at(page, "v-wie-bereiken-we-niet.notice").inner_text()
    assert all(text in shown for text in ("een voornaam met leeftijd", "een adres", "een telefoonnummer"))
    settled(page)
    assert kept(page)[0]["data"]["answers"]["wie-bereiken-we-niet"].startswith("Sara")
    at(page, "v-wie-bereiken-we-niet").fill("Tieners rond het station")
    assert at(page, "v-wie-bereiken-we-niet.notice").is_hidden()


def test_an_organisation_reads_no_word_of_a_government_on_any_page_of_its_plan(visit):
    page = visit(OVERVIEW)
    at(page, "plan-organisatie").check()
    settled(page)
    for address in (OVERVIEW, *(f"mijn-plan/{step.id}/" for step in STEPS)):
        page.goto(address)
        for fold in page.locator("main details").all():
            fold.evaluate("(each) => { each.open = true; }")
        page.wait_for_load_state("networkidle")
        shown = page.locator(".plan").inner_text()
        assert len(shown) > 1000 and re.findall(r"(?i)\w*(?:schepen|college|gemeenteraad|mandataris)\w*", shown) == [], address
    page.goto(STEP)
    assert "bestuur" in at(page, "p-1.7").inner_text()


def test_the_action_list_and_the_dates_are_taken_along(visit):
    page = visit(OVERVIEW, accept_downloads=True)
    at(page, "actie.0.what").fill("=SOM(A1) bellen; nu")
    at(page, "actie.0.who").fill("Jeugdconsulent")
    at(page, "actie.0.when").fill("1/3/2027")
    settled(page)
    with page.expect_download() as download:
        part(page, "csv").click()
    text = download.value.path().read_bytes().decode("utf-8")
    assert text == '\ufeffWat;Wie;Tegen wanneer;Klaar;Stap\r\n"\'=SOM(A1) bellen; nu";Jeugdconsulent;1/3/2027;nee;\r\n'
    with page.expect_download() as download:
        part(page, "ics").click()
    assert "DTSTART;VALUE=DATE:20270301" in download.value.path().read_text(encoding="utf-8")


#: What is fetched, script after script, as soon as somebody begins on a page: all of it is there.
BEGUN = "gids.plans.MergePanel !== undefined"


def requests_of_a_journey(visit, words, colleague):
    """What is asked of the server while somebody fills in, keeps, opens, joins and takes along: each request whole.

    Sorted: what is fetched for one use may come before or after what is fetched for another.
    """
    page = visit(STEP, accept_downloads=True)
    page.wait_for_load_state("networkidle")
    asked = []
    page.on("request", lambda request: request.url.startswith("blob:") or asked.append((request.method, request.url.partition("/assets/")[2] or request.url, request.post_data)))
    at(page, "v-aanleiding").fill(words)
    at(page, "v-welk-doel-eerst.allebei").check()
    at(page, "onze-overtuigingen").locator("[data-add]").click()
    page.locator("[data-tick='1.1'] [data-done]").check()
    page.locator("[data-tick='1.2'] [data-to-action]").click()
    settled(page)
    keep_file(page)
    until(page, BEGUN)
    on_step = list(asked)
    page.goto(OVERVIEW)
    page.wait_for_load_state("networkidle")
    del asked[:]
    part(page, "open-file").set_input_files(plan_file(data={"answers": {"aanleiding": colleague}}))
    part(page, "open-merge").click()
    if words != colleague:
        part(page, "merge-done").click()
    expect(part(page, "open-status")).to_contain_text("samengevoegd")
    part(page, "summary").locator("summary").click()
    part(page, "summary-list").get_by_text(words).first.wait_for()
    for button in (part(page, "csv"), page.locator("[data-document=collegenota] [data-save]")):
        with page.expect_download():
            button.click()
    until(page, BEGUN)
    return sorted(on_step), sorted(asked)


def test_no_request_after_load_carries_or_depends_on_what_was_typed(visit):
    first = requests_of_a_journey(visit, "Iets geheims", "Van een collega")
    assert all(first) and all(method == "GET" and body is None and re.fullmatch(r"[a-z-]+-[0-9a-f]{12}\.js", url) for page in first for method, url, body in page)
    assert requests_of_a_journey(visit, "Helemaal iets anders, en veel langer " * 50, "Nog iets") == first
    assert requests_of_a_journey(visit, "Hetzelfde", "Hetzelfde") == first


def elsewhere(page):
    """A link to another site, as the footer has."""
    return page.get_by_role("link", name=re.compile("CC BY 4.0")).first


def test_going_to_another_site_with_newer_work_asks_once_in_the_page(visit):
    page = visit(STEP, accept_downloads=True)
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.route("https://creativecommons.org/**", lambda route: route.fulfill(body="elders", content_type="text/html"))
    at(page, "v-aanleiding").click()
    page.keyboard.type("nieuw")
    page.get_by_role("link", name="Lees wat deze stap inhoudt").click()
    page.wait_for_url("**/stappen/korte-nota/")
    assert asked == [], "within the site nothing is lost"
    page.go_back()
    at(page, "v-aanleiding").click()
    page.keyboard.type("er ")
    elsewhere(page).click()
    asks = page.get_by_role("dialog", name="Je laatste werk zit nog in geen bestand")
    expect(asks).to_be_visible()
    assert page.evaluate("document.activeElement.textContent").startswith("Bewaar als Word-bestand")
    page.keyboard.press("Escape")
    expect(asks).to_be_hidden()
    assert page.url.endswith(STEP) and asked == []


def test_the_question_before_leaving_keeps_the_file_or_lets_go(visit):
    page = visit(STEP, accept_downloads=True)
    at(page, "v-aanleiding").fill("nieuw")
    elsewhere(page).click()
    with page.expect_download() as download:
        part(page, "leave-keep").click()
    assert plan_in(download.value)["data"]["answers"] == {"aanleiding": "nieuw"}
    expect(part(page, "leave")).to_be_hidden()
    expect(part(page, "file-status")).to_contain_text("Als bestand bewaard:")
    assert "Daarna" not in part(page, "file-status").text_content()
    at(page, "v-aanleiding").fill("nog nieuwer")
    settled(page)
    assert "Daarna veranderde er nog iets." in part(page, "file-status").text_content()


def test_closing_with_newer_work_reminds_once(visit):
    page = visit(STEP)
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    for _ in range(2):
        at(page, "v-aanleiding").click()
        page.keyboard.type("nieuw ")
        page.goto("about:blank")
        page.go_back()
    assert asked == ["beforeunload"]


@pytest.mark.slow
def test_axe_finds_nothing_in_any_state(visit, axe):  # noqa: F811
    page = visit(STEP)
    assert look(page, axe) == {}
    at(page, "v-aanleiding").fill("Sara (9 jaar)")
    at(page, "onze-overtuigingen").locator("[data-add]").click()
    page.locator("[data-tick='1.1'] details summary").click()
    settled(page)
    assert look(page, axe) == {}
    clash(page)
    assert look(page, axe) == {}
    elsewhere(page).click()
    expect(part(page, "leave")).to_be_visible()
    assert look(page, axe) == {}
    page.goto(OVERVIEW)
    part(page, "wipe").click()
    part(page, "open-file").set_input_files(plan_file())
    part(page, "opened").wait_for()
    part(page, "summary").evaluate("(each) => { each.open = true; }")
    assert look(page, axe) == {}
    part(page, "open-file").set_input_files(plan_file(version=99))
    expect(part(page, "open-status")).to_contain_text("nieuwere versie")
    assert look(page, axe) == {}


def test_without_javascript_a_step_prints_as_an_empty_form(visit):
    page = visit(STEP, script=False)
    page.emulate_media(media="print")
    for question in STEPS[0].questions:
        assert page.get_by_text(question.label, exact=False).first.is_visible()
    assert page.locator("button:visible").count() == 0
    assert at(page, "v-aanleiding").bounding_box()["height"] > 100


def test_all_that_was_filled_in_is_on_paper_only_when_somebody_opened_it(visit, tmp_path):
    page = visit(OVERVIEW)
    knows_all = "(data) => gids.plans.open(gids.plans.store().save(gids.plans.create({ ...gids.plans.empty(), ...data })).id)"
    page.evaluate(knows_all, {"answers": {"aanleiding": "Twee scholen vroegen ernaar."}})
    page.reload()
    assert paper.letters("Alles samen") not in print_page(page, tmp_path / "folded.pdf").text
    page.get_by_text("Toon alles wat je invulde").click()
    expect(part(page, "summary-list")).to_contain_text("Twee scholen")
    opened = print_page(page, tmp_path / "opened.pdf").text
    assert paper.letters("Alles samen") in opened and paper.letters("Twee scholen vroegen ernaar.") in opened
