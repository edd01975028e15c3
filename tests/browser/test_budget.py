"""«Budget en looptijd» as people use it: own amounts, the table, the advice, into the plan and on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser import paper
from tests.browser.conftest import NARROW, PHONE, WIDE
from tests.browser.test_accessibility import axe, look  # noqa: F401
from tests.browser.test_print import print_page

ADDRESS = "strategieen/welke-aanpak/"
FILLED = {
    "deel-van-voltijds": "40", "loonkost-voltijds-per-jaar": "61.250,50", "andere-kosten-per-jaar": "4000",
    "aantal-jaren-budget": "2", "eigen-middelen": "50.000", "subsidies": "1000",
}  # fmt: skip


def field(page: Page, name: str):
    return page.locator(f"#budget-{name}")


def fill(page: Page, answers: dict[str, str] = FILLED) -> Page:
    for name, text in answers.items():
        field(page, name).fill(text)
        field(page, name).blur()
    return page


def advice(page: Page, kind: str):
    return page.locator(f"[data-advice-on={kind}]")


def table(page: Page) -> list[list[str]]:
    rows = page.locator(".budget__table :is(tbody, tfoot) tr").all()
    return [[text.replace("\u00a0", " ").rpartition(": ")[2] for text in row.locator("th, td").all_inner_texts()] for row in rows]


@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_own_amounts_give_a_table_per_year_and_what_is_missing(visit, width):
    page = visit(ADDRESS, width=width)
    expect(page.locator("[data-budget-outcome]")).to_be_hidden()
    fill(page)
    year = ["€ 24.500,20", "€ 4.000,00", "€ 28.500,20"]
    assert table(page) == [["Jaar 1", *year], ["Jaar 2", *year], ["Samen", "€ 49.000,40", "€ 8.000,00", "€ 57.000,40"]]
    expect(page.locator("[data-budget-status]")).to_have_text("Samen kost het € 57.000,40.")
    expect(page.locator("[data-difference]")).to_have_text("Eigen middelen en subsidies samen: € 51.000,00. Er komt € 6.000,40 tekort.")
    fill(page, {"subsidies": "7.000,40"})
    expect(page.locator("[data-difference]")).to_contain_text("Dat is precies genoeg.")


def test_advice_appears_below_half_time_and_under_three_years_with_its_source(visit):
    page = visit(ADDRESS)
    for kind, name, enough, little in (("hours", "deel-van-voltijds", "50", "49,5"), ("years", "aantal-jaren-budget", "3", "2")):
        expect(advice(page, kind)).to_be_hidden()
        fill(page, {name: enough})
        expect(advice(page, kind)).to_be_hidden()
        fill(page, {name: little})
        expect(advice(page, kind)).to_be_visible()
        expect(advice(page, kind).locator(".source")).to_contain_text("KdG")
    page.get_by_label("Onbepaalde duur").check()
    expect(advice(page, "years")).to_be_hidden()
    page.get_by_label("Korter dan drie jaar").check()
    expect(advice(page, "years")).to_be_visible()


def test_what_cannot_be_read_says_so_at_the_field_and_gives_no_amounts(visit):
    page = fill(visit(ADDRESS), FILLED | {"loonkost-voltijds-per-jaar": "75.00", "deel-van-voltijds": "0,8"})
    wrong = field(page, "loonkost-voltijds-per-jaar")
    expect(wrong).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#budget-loonkost-voltijds-per-jaar-fout")).to_have_text("Schrijf een bedrag zo: 75000 of 75.000 of 75.000,50.")
    expect(page.locator("#budget-deel-van-voltijds-fout")).to_contain_text("Schrijf 80 voor vier vijfde")
    expect(page.locator("[data-budget-outcome]")).to_be_hidden()
    fill(page, {"loonkost-voltijds-per-jaar": "75.000", "deel-van-voltijds": "80"})
    assert wrong.get_attribute("aria-invalid") is None
    expect(page.locator("[data-budget-outcome]")).to_be_visible()


def test_amounts_go_into_the_plan_only_when_asked_and_follow_changes(visit):
    page = fill(visit(ADDRESS))
    assert page.evaluate("localStorage.length") == 0
    page.locator("[data-keep-budget]").press("Enter")
    expect(page.locator("[data-budget-kept]")).to_contain_text("Bewaard in Mijn plan")
    page.get_by_label("Onbepaalde duur").check()
    fill(page, {"subsidies": ""})
    answers = page.evaluate("gids.plans.current().data.answers")
    assert answers == FILLED | {"gekozen-looptijd": "onbepaalde-duur", "subsidies": ""}
    page.goto("mijn-plan/onderbouwde-keuze/")
    expect(page.locator("[id='v-loonkost-voltijds-per-jaar']")).to_have_value("61.250,50")
    page.goto(ADDRESS)
    expect(page.locator("[data-budget-from]")).to_contain_text("komen uit Mijn plan")
    expect(field(page, "eigen-middelen")).to_have_value("50.000")
    expect(page.locator("#budget-onbepaalde-duur")).to_be_checked()
    expect(page.locator("[data-budget-outcome]")).to_be_visible()


def test_wiping_empties_the_fields_and_keeps_the_keyboard(visit):
    page = fill(visit(ADDRESS))
    page.locator("[data-clear-budget]").press("Enter")
    assert page.locator(".budget input").evaluate_all("all => all.every((each) => each.type === 'radio' ? !each.checked : !each.value)")
    expect(field(page, "deel-van-voltijds")).to_be_focused()
    expect(page.locator("[data-budget-outcome]")).to_be_hidden()


def test_the_whole_project_of_kortrijk_is_called_what_it_is(visit):
    mark = visit(ADDRESS).locator("section[aria-labelledby=budget-ijkpunt]")
    expect(mark).to_contain_text("€ 139.000 voor 24 maanden")
    expect(mark).to_contain_text("zegt niets over een loon")
    expect(mark.locator(".source")).to_contain_text("Kortrijk")


def test_without_script_there_is_a_table_to_fill_in(visit):
    page = visit(ADDRESS, script=False)
    expect(page.locator(".budget__blank")).to_be_visible()
    assert page.locator(".budget__blank tbody tr").count() > 5
    expect(page.locator("[data-keep-budget]")).to_be_hidden()
    expect(advice(page, "hours")).to_be_hidden()


def test_paper_has_the_amounts_or_else_room_for_a_pen(visit, tmp_path):
    page = visit(ADDRESS)
    assert paper.letters("Blijft over of komt tekort") in print_page(page, tmp_path / "empty.pdf").text
    printed = print_page(fill(page), tmp_path / "filled.pdf").text
    assert paper.letters("57.000,40") in printed and paper.letters("minstens een halftijdse job") in printed
    assert paper.letters("Blijft over of komt tekort") not in printed


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_when_filled_in(visit, axe, scheme):  # noqa: F811
    assert look(fill(visit(ADDRESS, scheme=scheme)), axe) == {}
    assert look(fill(visit(ADDRESS, scheme=scheme), {"subsidies": "veel"}), axe) == {}


@pytest.mark.slow
@pytest.mark.parametrize("width", [NARROW, PHONE, WIDE])
def test_filled_in_keeps_its_place(visit, width):
    page = fill(visit(ADDRESS, width=width), FILLED | {"eigen-middelen": "veel"})
    assert page.evaluate("[probes.sideways(), probes.textOutOfPlace(), probes.smallTargets()]") == [[], [], []]
    fill(page)
    assert page.evaluate("[probes.sideways(), probes.textOutOfPlace(), probes.smallTargets()]") == [[], [], []]
