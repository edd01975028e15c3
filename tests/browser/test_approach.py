"""«Welke aanpak past bij ons?» as people use it: answering, changing their mind, sharing, comparing, printing."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import paper
from tests.browser.conftest import NARROW, PHONE, WIDE, begun
from tests.browser.test_accessibility import axe, look  # noqa: F401
from tests.browser.test_print import print_page

ADDRESS = "strategieen/welke-aanpak/"
MANY = "#antwoorden=plek-straat+drempel-geen-aanbod+aanbieders-vol+werking-nee+vertrouwen-niemand+tijd-genoeg+jaar-kennen&keuze=naar-jongeren-toe+beleid"
UNSURE = "#antwoorden=plek-onbekend+aanbieders-onbekend+werking-onbekend+vertrouwen-velen"
EVERYTHING = (
    "#antwoorden=plek-straat+plek-thuis+plek-werking+drempel-past-niet+drempel-band+drempel-onbekend+aanbieders-hoe+aanbieders-geen-vraag+werking-ja"
    "+hulpvraag-ja+diensten-nauwelijks+mandaat-zwart-op-wit+vast-hetzelfde+jaar-kennen+jaar-meedoen+jaar-vereniging+jaar-vinden+jaar-regel"
    "&keuze=naar-jongeren-toe+toeleiding+vertrouwde-werking+verenigingen-ondersteunen+netwerken+beleid"
)
STATES = {"filled": MANY, "unsure": UNSURE, "everything": EVERYTHING, "unclear": "#antwoorden=plek-straat"}


def in_group(page: Page, group: str) -> list[str]:
    return page.locator(f"[data-group={group}] [data-strategy]").evaluate_all("all => all.map((each) => each.dataset.strategy)")


def shift(page: Page):
    return page.locator("[data-shift]")


@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_answers_put_strategies_in_groups_with_reasons_and_sources(visit, width):
    page = visit(ADDRESS, width=width)
    expect(page.locator("[data-none]")).to_be_visible()
    page.get_by_label("Op straat of op een plein").check()
    assert in_group(page, "regel-eerst") == ["naar-jongeren-toe"]
    expect(page.locator("[data-unclear]")).to_be_visible()
    page.get_by_label("Er is geen aanbod").check()
    assert in_group(page, "past-goed") == ["naar-jongeren-toe"]
    expect(shift(page)).to_have_text("Verschoven: Naar jongeren toe stappen, van “kan, regel eerst dit” naar “past goed”.")
    expect(page.locator("[data-unclear]")).to_be_hidden()
    card = page.locator("[data-strategy=naar-jongeren-toe]")
    expect(card).to_contain_text("Vraag 1: “Op straat of op een plein”.")
    assert card.locator("li:visible").count() == card.locator("li:visible .source").count() == 2


def test_the_same_thing_said_twice_counts_once(visit):
    page = visit(ADDRESS)
    page.get_by_label("Op straat of op een plein").check()
    page.get_by_label("Vrije tijd op straat is gewoon").check()
    assert in_group(page, "past-goed") == []
    expect(shift(page)).to_have_text("Er verschuift niets.")


def test_not_knowing_three_times_gives_talks_instead_of_groups(visit):
    page = visit(ADDRESS + UNSURE)
    expect(page.locator("[data-talk]")).to_be_visible()
    expect(page.locator("[data-groups]")).to_be_hidden()
    talks = page.locator("[data-unsure]:visible")
    assert talks.count() == 3
    for link in talks.get_by_role("link").all():
        assert "/stappen/situatie-in-kaart/#" in link.evaluate("each => each.href")
    page.locator("#antwoord-plek-straat").check()
    expect(page.locator("[data-talk]")).to_be_hidden()
    expect(page.locator("[data-groups]")).to_be_visible()


def test_everything_at_once_meets_the_warning_of_the_report(visit):
    page = visit(ADDRESS + EVERYTHING)
    for warning in (page.locator("[data-everything]"), page.locator("[data-all-six]")):
        expect(warning).to_be_visible()
        expect(warning).to_contain_text("één persoon")
        expect(warning.locator(".source")).to_contain_text("Eindrapport")
    assert in_group(page, "past-goed") == []
    page.locator("#keuze-beleid").uncheck()
    expect(page.locator("[data-all-six]")).to_be_hidden()
    expect(page.locator("[data-many]")).to_be_visible()


def test_more_barriers_than_allowed_are_refused_with_a_sentence(visit):
    page = visit(ADDRESS)
    for name in ("straat", "thuis", "band"):
        page.locator(f"#antwoord-drempel-{name}").check()
    page.locator("#antwoord-drempel-te-duur").click()
    expect(page.locator("#antwoord-drempel-te-duur")).not_to_be_checked()
    expect(page.locator("[data-question=drempels] [data-limit]")).to_have_text("Kies er hoogstens 3. Haal eerst een ander antwoord weg.")
    page.locator("#antwoord-drempel-straat").uncheck()
    expect(page.locator("[data-question=drempels] [data-limit]")).to_be_hidden()


def test_answers_stand_behind_the_hash_and_come_back_with_reload_and_back(visit, troubles):
    page = visit(ADDRESS)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_label("Vooral thuis").check()
    page.locator("#keuze-toeleiding").check()
    expect(page).to_have_url(re.compile("#antwoorden=plek-thuis&keuze=toeleiding$"))
    page.locator("[data-onward-of=toeleiding]").get_by_role("link").first.click()
    page.wait_for_url("**/strategieen/toeleiding/")
    page.go_back()
    expect(page.get_by_label("Vooral thuis")).to_be_checked()
    page.reload()
    expect(page.get_by_label("Vooral thuis")).to_be_checked()
    expect(page.locator("[data-profile=toeleiding]")).to_be_visible()
    assert not any("antwoorden" in url for url in asked)
    assert page.evaluate("[document.cookie, localStorage.length, sessionStorage.length]") == ["", 0, 0]


def test_a_link_to_a_heading_keeps_the_answers_in_the_address(visit):
    page = visit(ADDRESS + MANY)
    page.get_by_role("navigation", name="Op deze pagina").get_by_role("link", name="Jullie keuze").click()
    expect(page).to_have_url(re.compile("#antwoorden="))
    expect(page.locator("#antwoord-plek-straat")).to_be_checked()
    box = page.locator("#jullie-keuze").bounding_box()
    assert 0 <= box["y"] < 400


def test_another_address_in_the_same_page_shows_its_answers(visit):
    page = visit(ADDRESS + MANY)
    page.evaluate("location.hash = '#antwoorden=plek-thuis'")
    expect(page.locator("#antwoord-plek-thuis")).to_be_checked()
    expect(page.locator("#antwoord-plek-straat")).not_to_be_checked()


@pytest.mark.parametrize("chosen", [2, 3])
def test_two_or_three_strategies_stand_side_by_side(visit, chosen):
    page = visit(ADDRESS + MANY.split("&")[0])
    expect(page.locator("[data-beside]")).to_be_hidden()
    for id in ("naar-jongeren-toe", "toeleiding", "netwerken")[:chosen]:
        page.locator(f"#keuze-{id}").check()
    assert page.locator(".beside thead th:visible").count() == chosen
    expect(page.locator(".beside")).to_contain_text("past goed")
    expect(page.locator(".beside")).to_contain_text("Wie nu gezinnen op weg helpt, leidt ze naar een wachtlijst.")
    page.locator("#keuze-beleid").check()
    assert page.locator("[data-beside]").is_visible() == (chosen == 2)


def test_wiping_an_answer_and_all_answers_says_so_and_keeps_the_keyboard(visit):
    page = visit(ADDRESS)
    page.locator("#antwoord-mandaat-nee").check()
    page.locator("[data-question=mandaat] [data-clear]").press("Enter")
    expect(page.locator("#antwoord-mandaat-nee")).not_to_be_checked()
    assert page.evaluate("document.activeElement.closest('[data-question]').dataset.question") == "mandaat"
    page.locator("#antwoord-mandaat-nee").check()
    page.get_by_role("button", name="Wis alle antwoorden").press("Enter")
    assert page.locator(".approach input:checked").count() == 0
    expect(page).to_have_url(re.compile(f"{ADDRESS}$"))
    assert page.evaluate("document.activeElement.localName") == "legend"


def test_questions_can_be_answered_by_keyboard_alone(visit):
    page = visit(ADDRESS)
    page.locator("#antwoord-werking-ja").focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#antwoord-werking-bang")).to_be_checked()
    expect(page.locator("#antwoord-werking-bang")).to_be_focused()
    expect(shift(page)).not_to_be_empty()


@pytest.mark.slow
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_in_any_state(visit, axe, state):  # noqa: F811
    assert look(visit(ADDRESS + STATES[state]), axe) == {}


@pytest.mark.slow
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_every_state_keeps_its_place(visit, state, width):
    page = visit(ADDRESS + STATES[state], width=width)
    assert page.evaluate("[probes.sideways(), probes.textOutOfPlace(), probes.smallTargets()]") == [[], [], []]


def test_paper_has_the_answers_the_outcome_and_the_rules_on_request(visit, tmp_path):
    page = visit(ADDRESS + MANY)
    printed = print_page(page, tmp_path / "plain.pdf")
    assert paper.letters("Dit pleit hier voor") in printed.text
    assert paper.letters("Hoe een strategie") not in printed.text
    assert paper.letters("samen tellen ze één keer") not in printed.text
    page.evaluate("window.print = () => { window.asked = document.querySelector('[data-rules]').hidden; }")
    page.get_by_role("button", name="Druk af met alle regels").click()
    assert page.evaluate("window.asked") is False
    with_rules = print_page(page, tmp_path / "rules.pdf")
    assert paper.letters("samen tellen ze één keer") in with_rules.text
    assert len(with_rules.sheets) > len(printed.sheets)


def test_without_script_the_questions_and_the_rules_do_it_on_paper(visit):
    page = visit(ADDRESS, script=False)
    assert page.locator("fieldset[data-question]:visible").count() == 12
    expect(page.locator(".outcome")).to_be_hidden()
    page.locator(".nojs").get_by_role("link", name="de regels").click()
    expect(page.locator("h1")).to_have_text("De regels")


def test_statements_weigh_both_ways_without_a_verdict(visit):
    page = visit(ADDRESS)
    outcome = page.locator("[data-balance-outcome]")
    expect(outcome).to_be_hidden()
    page.locator("#weeg-weinig-vertrouwen-in-bestuur-klopt").check()
    page.locator("#weeg-vaak-overleg-beetje").check()
    page.locator("#weeg-niemand-in-huis-weten-we-niet").check()
    own, external = outcome.locator(".option").all()
    expect(external.locator(".arguments--pro li:visible")).to_have_count(1)
    expect(external.locator(".arguments--pro li:visible .source")).to_contain_text("Bron")
    for way in (own, external):
        against = way.locator(".arguments--con li:visible")
        expect(against).to_have_count(1)
        expect(against.locator(".source")).to_contain_text("onze aanvulling")
    expect(own.locator(".arguments--pro li:visible")).to_contain_text("(een beetje)")
    expect(page.locator("[data-ask-of=niemand-in-huis]")).to_be_visible()
    page.locator("#weeg-weinig-vertrouwen-in-bestuur-niet").check()
    expect(external.locator(".arguments--pro li:visible")).to_have_count(0)


def test_what_was_asked_to_keep_stands_in_the_plan_and_follows_changes(visit):
    page = visit(ADDRESS + MANY)
    page.get_by_role("button", name="Bewaar in Mijn plan").first.click()
    expect(page.locator("[data-status]")).to_contain_text("Bewaard in Mijn plan")
    page.locator("#antwoord-mandaat-nee").check()
    page.locator("#weeg-vaak-overleg-klopt").check()
    page.locator("[data-keep-balance]").click()
    data = page.evaluate("gids.plans.current().data")
    assert data["approach"]["plek"] == ["plek-straat"] and data["approach"]["mandaat"] == ["mandaat-nee"]
    assert data["answers"]["gekozen-strategieen"] == ["naar-jongeren-toe", "beleid"]
    assert data["balance"] == {"vaak-overleg": "klopt"}
    page.goto(ADDRESS)
    expect(page.locator("[data-from]")).to_have_text("Deze antwoorden komen uit Mijn plan.")
    expect(page.locator("#antwoord-mandaat-nee")).to_be_checked()
    expect(page.locator("#weeg-vaak-overleg-klopt")).to_be_checked()
    expect(page.locator("#keuze-beleid")).to_be_checked()


def test_focus_is_the_answer_of_the_step_and_stands_in_no_other_place(visit):
    page = visit(ADDRESS)
    focus = page.get_by_label("Met welke groep, wijk of soort werking begin je?")
    focus.fill("Tieners uit de stationswijk")
    focus.blur()
    assert page.evaluate("localStorage.length") == 0 and "Tieners" not in page.url
    page.locator("[data-keep]").click()
    assert page.evaluate("gids.plans.current().data.answers") == {"focus": "Tieners uit de stationswijk"}
    page.goto("mijn-plan/onderbouwde-keuze/")
    field = page.locator("[id='v-focus']")
    expect(field).to_have_value("Tieners uit de stationswijk")
    field.fill("Het park")
    field.blur()
    page.goto(ADDRESS + MANY)
    expect(focus).to_have_value("Het park")
    focus.fill("Het plein")
    focus.blur()
    assert page.evaluate("gids.plans.current().data.answers.focus") == "Het plein"


def test_focus_can_be_written_on_paper(visit, tmp_path):
    page = visit(ADDRESS, script=False)
    expect(page.locator("#jullie-focus-antwoord")).to_be_visible()
    page = visit(ADDRESS)
    page.locator("#jullie-focus-antwoord").fill("Tieners uit de stationswijk")
    assert paper.letters("Tieners uit de stationswijk") in print_page(page, tmp_path / "focus.pdf").text


def elsewhere(page: Page, script: str) -> Page:
    """Another window of the same reader, in which something is kept."""
    other = page.context.new_page()
    other.goto(ADDRESS)
    begun(other)
    other.evaluate(script)
    return other


def test_what_another_window_keeps_is_shown_here_while_this_page_keeps_along(visit):
    page = visit(ADDRESS + MANY)
    page.locator("[data-keep]").click()
    page.locator("#weeg-vaak-overleg-klopt").check()
    page.locator("[data-keep-balance]").click()
    other = elsewhere(page, "0")
    other.locator("#antwoord-mandaat-nee").check()
    other.locator("#weeg-vaak-overleg-niet").check()
    expect(page.locator("#antwoord-mandaat-nee")).to_be_checked()
    expect(page.locator("[data-from]")).to_have_text("Bijgewerkt met wat in een ander venster in het plan kwam.")
    expect(page.locator("#weeg-vaak-overleg-niet")).to_be_checked()
    expect(page).to_have_url(re.compile("mandaat-nee"))


def test_a_page_that_does_not_keep_along_only_says_that_the_plan_changed(visit):
    page = visit(ADDRESS + MANY)
    elsewhere(page, "gids.plans.put({ approach: { plek: ['plek-thuis'] } })")
    expect(page.locator("[data-from]")).to_have_text("Dit plan is in een ander venster gewijzigd. Laad deze pagina opnieuw om dat te zien.")
    expect(page.locator("#antwoord-plek-straat")).to_be_checked()


def test_two_windows_that_have_not_heard_of_each_other_lose_nothing(visit):
    page = visit(ADDRESS + MANY)
    page.locator("[data-keep]").click()
    page.locator("#weeg-vaak-overleg-klopt").check()
    page.locator("[data-keep-balance]").click()
    page.locator("#budget-subsidies").fill("100")
    page.locator("[data-keep-budget]").click()
    page.locator("#weken-college").fill("3")
    page.locator("[data-keep-countdown]").click()
    page.evaluate("addEventListener('storage', (event) => event.stopImmediatePropagation(), true)")
    other = elsewhere(page, "0")
    other.locator("#antwoord-mandaat-nee").check()
    other.locator("#antwoord-drempel-band").check()
    other.locator("#weeg-niemand-in-huis-niet").check()
    other.locator("#budget-eigen-middelen").fill("900")
    other.locator("#budget-eigen-middelen").blur()
    other.locator("#weken-selectie").fill("6")
    other.locator("#weken-selectie").blur()
    page.locator("#antwoord-drempel-te-duur").check()
    page.locator("#antwoord-tijd-minder").check()
    page.locator("#weeg-vaak-overleg-beetje").check()
    page.locator("#budget-subsidies").fill("200")
    page.locator("#budget-subsidies").blur()
    page.locator("#weken-college").fill("4")
    page.locator("#weken-college").blur()
    data = page.evaluate("gids.plans.current().data")
    assert {"mandaat-nee", "tijd-minder", "drempel-te-duur", "drempel-band"} <= {answer for answers in data["approach"].values() for answer in answers}
    assert data["balance"] == {"vaak-overleg": "beetje", "niemand-in-huis": "niet"}
    assert data["answers"] | {"subsidies": "200", "eigen-middelen": "900"} == data["answers"]
    assert data["calendar"] == {"college": "4", "selectie": "6"}
    expect(page.locator("#antwoord-mandaat-nee")).to_be_checked()
    expect(page.locator("#budget-eigen-middelen")).to_have_value("900")
    expect(page.locator("#weken-selectie")).to_have_value("6")


def test_the_field_in_which_somebody_types_is_left_alone(visit):
    page = visit(ADDRESS)
    page.locator("#budget-subsidies").fill("100")
    page.locator("[data-keep-budget]").click()
    page.locator("#budget-eigen-middelen").press_sequentially("2500")
    elsewhere(page, "gids.plans.put({ answers: { subsidies: '900', 'eigen-middelen': '1' } })")
    expect(page.locator("#budget-subsidies")).to_have_value("900")
    expect(page.locator("#budget-eigen-middelen")).to_have_value("2500")
    page.locator("#budget-eigen-middelen").blur()
    assert page.evaluate("gids.plans.current().data.answers") == {"subsidies": "900", "eigen-middelen": "2500"}


def test_a_plan_that_is_wiped_elsewhere_is_not_written_again_unasked(visit):
    page = visit(ADDRESS + MANY)
    page.locator("[data-keep]").click()
    elsewhere(page, "gids.plans.store().wipe()")
    expect(page.locator("[data-from]")).to_have_text("Het plan is in een ander venster gewist. Wat hier staat, wordt pas weer bewaard als je het vraagt.")
    page.locator("#antwoord-mandaat-nee").check()
    assert page.evaluate("gids.plans.current()") is None


def test_the_page_is_read_first_and_a_tool_that_does_not_come_leaves_the_others_alone(visit, troubles):
    page = visit("")
    page.route("**/assets/countdown-*.js", lambda route: route.abort())
    page.goto(ADDRESS)
    begun(page)
    assert page.locator("head script[src][defer]").count() == 1  # what every page loads; the tools come once the page is drawn
    page.get_by_label("Vooral thuis").check()
    expect(page.locator("[data-groups]")).to_be_visible()
    page.locator("#weeg-vaak-overleg-klopt").check()
    expect(page.locator("[data-balance-outcome]")).to_be_visible()
    troubles.wait(page, "module countdown:", "mislukt: ", "net::ERR_FAILED")
