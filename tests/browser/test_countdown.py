"""«Reken terug vanaf je startdatum» as people use it: own weeks, dates in order, signs, into the plan, an agenda file, and on paper."""

from __future__ import annotations

import datetime
import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import paper
from tests.browser.conftest import NARROW, PHONE, WIDE, begun
from tests.browser.test_accessibility import axe, look  # noqa: F401
from tests.browser.test_print import print_page

ADDRESS = "strategieen/welke-aanpak/"
TODAY = "2026-11-28T10:00:00"
WEEKS = {"gesprekken-en-analyse": "8", "nota-en-voorstel": "4", "advies-jeugdraad": "0", "college": "3", "vacature": "5", "selectie": "6", "opzeg": "8 weken"}
DATES = {
    "terugrekenen-gesprekken-en-analyse": "20261223", "terugrekenen-nota-en-voorstel": "20270217", "terugrekenen-college": "20270317", "terugrekenen-vacature": "20270407",
    "terugrekenen-selectie": "20270512", "terugrekenen-opzeg": "20270623", "terugrekenen-beslissing": "20270407", "gewenste-startdatum": "20270818",
}  # fmt: skip


def box(page: Page, name: str):
    return page.locator(f"#weken-{name}")


def weeks(page: Page, some: dict[str, str]) -> None:
    for name, text in some.items():
        box(page, name).fill(text)
        box(page, name).blur()


def begin(page: Page, start: str = "18/8/2027") -> Page:
    page.clock.set_fixed_time(TODAY)
    page.locator("#dag-start").fill(start)
    page.locator("#dag-start").blur()
    page.locator("#terug-zelf-aanwerven").check()
    return page


def fill(page: Page) -> Page:
    weeks(begin(page), WEEKS)
    return page


def part(page: Page, name: str):
    return page.locator(f"[data-{name}]")


def rows(page: Page) -> list[list[str]]:
    return [[re.sub(r"^(Begin|Klaar): ", "", " ".join(cell.split())) for cell in row.locator("th, td").all_inner_texts()] for row in page.locator(".countdown__table tbody tr").all()]


@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_own_weeks_give_the_latest_day_for_everything_in_order(visit, width):
    page = begin(visit(ADDRESS, width=width))
    expect(part(page, "countdown-outcome")).to_be_hidden()
    expect(part(page, "countdown-status")).to_have_text("Vul bij minstens één onderdeel weken in. Dan zie je hier wanneer je begint.")
    weeks(page, WEEKS)
    expect(part(page, "countdown-status")).to_have_text("Alles samen duurt 34 weken. Begin ten laatste op woensdag 23 december 2026.")
    assert rows(page) == [
        ["Verkennende gesprekken voeren en de analyse maken", "8 weken", "ten laatste woensdag 23 december 2026", "woensdag 17 februari 2027"],
        ["De nota en het voorstel schrijven en laten nalezen", "4 weken", "ten laatste woensdag 17 februari 2027", "woensdag 17 maart 2027"],
        ["Het dossier indienen en laten beslissen", "3 weken", "ten laatste woensdag 17 maart 2027", "woensdag 7 april 2027"],
        ["De beslissing", "ten laatste woensdag 7 april 2027"],
        ["De vacature schrijven en bekendmaken", "5 weken", "ten laatste woensdag 7 april 2027", "woensdag 12 mei 2027"],
        ["Kandidaten kiezen", "6 weken", "ten laatste woensdag 12 mei 2027", "woensdag 23 juni 2027"],
        ["Wachten tot de nieuwe collega vrij is", "8 weken", "ten laatste woensdag 23 juni 2027", "woensdag 18 augustus 2027"],
        ["De ambassadeur start", "woensdag 18 augustus 2027"],
    ]
    expect(part(page, "missing")).to_have_text("Nog zonder weken, en dus niet meegeteld: het bedrag in het meerjarenplan of het budget krijgen.")
    expect(part(page, "late")).to_be_empty()


def test_a_day_that_is_over_or_near_says_so_in_words_and_what_is_still_possible(visit):
    page = fill(visit(ADDRESS))
    weeks(page, {"nota-en-voorstel": "6"})
    assert rows(page)[0][2] == "ten laatste woensdag 9 december 2026 Al over 11 dagen"
    expect(part(page, "late")).to_have_text("De eerste dag is dichtbij. Begin nu, of kijk wat korter of tegelijk kan.")
    weeks(page, {"nota-en-voorstel": "9"})
    assert rows(page)[0][2] == "ten laatste woensdag 18 november 2026 Al voorbij: 10 dagen geleden"
    expect(part(page, "late")).to_contain_text("Begin je vandaag, dan kan de ambassadeur ten vroegste starten op zaterdag 28 augustus 2027.")
    begin(page, "1/3/2026")
    expect(part(page, "late")).to_have_text("De startdatum is al voorbij. Kies een latere dag.")


def test_from_the_day_of_the_decision_it_counts_both_ways(visit):
    page = fill(visit(ADDRESS))
    page.locator("#vanaf-beslissing").check()
    expect(page.locator("#dag-start")).to_be_hidden()
    expect(part(page, "countdown-status")).to_have_text("Vul de dag van de beslissing en jullie weken in. Dan zie je hier wanneer je begint.")
    page.locator("#dag-beslissing").fill("7/4/2027")
    expect(part(page, "countdown-status")).to_have_text("Alles samen duurt 34 weken. Begin ten laatste op woensdag 23 december 2026. De ambassadeur kan ten vroegste starten op woensdag 18 augustus 2027.")
    assert rows(page)[2][2] == "ten laatste woensdag 17 maart 2027"
    assert rows(page)[3] == ["De beslissing", "woensdag 7 april 2027"]
    assert rows(page)[4][2] == "ten vroegste woensdag 7 april 2027"
    page.locator("#dag-beslissing").fill("1/11/2026")
    expect(part(page, "late")).to_contain_text("Is er al beslist? Schrijf dan 0 bij de onderdelen ervoor.")


def test_the_way_that_is_chosen_decides_what_is_asked_and_the_longest_counts_without_one(visit):
    page = fill(visit(ADDRESS))
    expect(box(page, "bestek")).to_be_hidden()
    page.locator("#terug-samen-uitbesteden").check()
    expect(box(page, "vacature")).to_be_hidden()
    expect(part(page, "countdown-status")).to_contain_text("Alles samen duurt 15 weken.")
    page.locator("#terug-nog-niet-beslist").check()
    weeks(page, {"bestek": "6"})
    expect(part(page, "ways")).to_have_text("Jullie kozen nog geen weg. We rekenen met de langste, zelf aanwerven: 19 weken na de beslissing. Voor uitbesteden vulden jullie 6 weken in.")


@pytest.mark.parametrize(("start", "sentence"), [
    ("volgend jaar", "Dit lezen we niet als een datum. Schrijf dag, maand en jaar, zoals 1/3/2027."), ("31/2/2027", "Dit lezen we niet als een datum."), ("1/3/9999", "Kijk het jaar na. We rekenen van 2000 tot 2100."),
])  # fmt: skip
def test_a_day_that_cannot_be_read_says_so_at_the_field(visit, start, sentence):
    page = begin(fill(visit(ADDRESS)), start)
    expect(page.locator("#dag-start-fout")).to_contain_text(sentence)
    expect(page.locator("#dag-start")).to_have_attribute("aria-invalid", "true")
    expect(part(page, "countdown-outcome")).to_be_hidden()
    part(page, "ics").click()
    expect(part(page, "countdown-kept")).to_have_text("Er is nog geen datum. Vul eerst een dag en weken in.")
    begin(page)
    expect(page.locator("#dag-start-fout")).to_be_empty()
    expect(part(page, "countdown-outcome")).to_be_visible()


@pytest.mark.parametrize("text", ["acht", "-2", "1,5", "209", "99999999999999999999"])
def test_weeks_that_cannot_be_read_say_so_at_the_field(visit, text):
    page = fill(visit(ADDRESS))
    weeks(page, {"selectie": text})
    expect(page.locator("#weken-selectie-fout")).to_have_text("Schrijf een heel aantal weken, van 0 tot 208.")
    expect(part(page, "countdown-status")).to_have_text("Een datum of een aantal weken is niet leesbaar. Kijk het na.")
    expect(part(page, "countdown-outcome")).to_be_hidden()


def events(text: str) -> list[dict[str, str]]:
    """The appointments in an agenda file, read by the rules of RFC 5545: unfold, split at the first colon, drop the parameters."""
    assert text.endswith("\r\n") and not re.search(r"[^\r]\n", text)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    lines = [line.split(":", 1) for line in text.replace("\r\n ", "").split("\r\n")[:-1]]
    assert lines[0] == ["BEGIN", "VCALENDAR"] and lines[-1] == ["END", "VCALENDAR"] and ["VERSION", "2.0"] in lines
    found: list[dict[str, str]] = []
    for name, value in lines:
        if (name, value) == ("BEGIN", "VEVENT"):
            found.append({})
        elif found and name not in ("END", "BEGIN"):
            assert name not in found[-1]
            found[-1][name] = re.sub(r"\\([\\;,nN])", lambda each: "\n" if each[1] in "nN" else each[1], value)
    for event in found:
        day, end = (datetime.datetime.strptime(event[f"{name};VALUE=DATE"], "%Y%m%d") for name in ("DTSTART", "DTEND"))
        assert end - day == datetime.timedelta(days=1) and re.fullmatch(r"\d{8}T\d{6}Z", event["DTSTAMP"])
    return found


def agenda(page: Page, button: str) -> tuple[str, dict[str, str]]:
    with page.expect_download() as waiting:
        part(page, button).click()
    found = events(waiting.value.path().read_bytes().decode())
    names = {event["UID"].partition(".")[0]: event["DTSTART;VALUE=DATE"] for event in found}
    [plan] = {event["UID"].partition(".")[2] for event in found}
    assert len(names) == len(found)
    return plan, names


def test_the_agenda_file_has_every_date_under_a_name_that_stays_when_a_plan_is_begun_and_the_plan_gives_the_same(visit):
    page = fill(visit(ADDRESS, accept_downloads=True))
    with page.expect_download() as waiting:
        part(page, "ics").press("Enter")
    assert waiting.value.suggested_filename == "terugrekenen-agenda.ics"
    found = events(waiting.value.path().read_bytes().decode())
    assert {event["UID"].partition(".")[0]: event["DTSTART;VALUE=DATE"] for event in found} == DATES
    assert found[0]["SUMMARY"] == "Begin ten laatste: Verkennende gesprekken voeren en de analyse maken"
    assert found[0]["DESCRIPTION"] == "Dit duurt 8 weken, tot woensdag 17 februari 2027."
    expect(part(page, "countdown-kept")).to_have_text("8 data staan bij je downloads. Open het bestand om ze in je agenda te zetten.")
    before = agenda(page, "ics")
    part(page, "keep-countdown").click()
    kept = agenda(page, "ics")
    assert kept == before == (before[0], DATES)
    page.goto("mijn-plan/")
    assert agenda(page, "ics") == kept
    page.get_by_text("Toon alles wat je invulde").click()
    expect(part(page, "summary-list")).to_contain_text("Begin ten laatste: Kandidaten kiezen")
    expect(part(page, "summary-list")).to_contain_text("woensdag 12 mei 2027")


def test_it_goes_into_the_plan_only_when_asked_and_follows_changes(visit):
    page = fill(visit(ADDRESS))
    assert page.evaluate("localStorage.length") == 0
    part(page, "keep-countdown").press("Enter")
    expect(part(page, "countdown-kept")).to_have_text("Bewaard in Mijn plan. Wat je nu nog verandert, gaat mee.")
    weeks(page, {"advies-jeugdraad": "", "selectie": "7"})
    data = page.evaluate("gids.plans.current().data")
    assert data["calendar"] == {name: text for name, text in WEEKS.items() if name != "advies-jeugdraad"} | {"selectie": "7"}
    assert data["answers"] == {"gewenste-startdatum": "18/8/2027", "gekozen-weg": "zelf-aanwerven"}
    page.goto("mijn-plan/aanwerven-of-uitbesteden/")
    expect(page.locator("[id='v-gewenste-startdatum']")).to_have_value("18/8/2027")
    page.locator("[id='v-gewenste-startdatum']").fill("25/8/2027")
    page.locator("[id='v-gewenste-startdatum']").blur()
    page.goto(ADDRESS)
    expect(part(page, "countdown-from")).to_have_text("Deze antwoorden komen uit Mijn plan. Wat je verandert, gaat mee.")
    expect(page.locator("#dag-start")).to_have_value("25/8/2027")
    expect(box(page, "selectie")).to_have_value("7")
    expect(part(page, "countdown-outcome")).to_be_visible()


def test_what_the_plan_holds_and_this_page_does_not_know_stays(visit):
    page = visit(ADDRESS)
    page.evaluate("gids.plans.put({ calendar: { later: '4', college: '3' }, answers: { focus: 'Tieners' } })")
    page.reload()
    begun(page)
    weeks(begin(page), {"college": "5"})
    data = page.evaluate("gids.plans.current().data")
    assert data["calendar"] == {"later": "4", "college": "5"}
    assert data["answers"] == {"focus": "Tieners", "gewenste-startdatum": "18/8/2027", "gekozen-weg": "zelf-aanwerven"}


def test_wiping_the_weeks_leaves_the_day_and_the_way(visit):
    page = fill(visit(ADDRESS))
    part(page, "clear-countdown").press("Enter")
    expect(box(page, "gesprekken-en-analyse")).to_be_focused()
    assert [each.input_value() for each in page.locator("[data-lead] input").all()] == [""] * 11
    expect(page.locator("#dag-start")).to_have_value("18/8/2027")
    expect(part(page, "countdown-outcome")).to_be_hidden()


def test_without_script_there_is_a_table_to_count_back_by_hand(visit):
    page = visit(ADDRESS, script=False)
    expect(page.locator(".countdown__blank")).to_be_visible()
    assert page.locator(".countdown__blank tbody tr").count() == 11 + 3 + 1
    expect(page.locator("#dag-start")).to_be_hidden()
    expect(part(page, "ics")).to_be_hidden()


def test_paper_has_the_dates_or_else_room_for_a_pen(visit, tmp_path):
    page = visit(ADDRESS)
    assert paper.letters("Neem na de beslissing maar één van de twee wegen") in print_page(page, tmp_path / "empty.pdf").text
    printed = print_page(fill(page), tmp_path / "filled.pdf").text
    assert paper.letters("ten laatste woensdag 23 december 2026") in printed
    assert paper.letters("Neem na de beslissing maar één van de twee wegen") not in printed


def test_the_steps_the_overview_and_the_plan_lead_to_it(visit):
    for address in ("stappen/aanwerven-of-uitbesteden/", "stappen/onderbouwde-keuze/", "overzicht/", "mijn-plan/", "mijn-plan/aanwerven-of-uitbesteden/"):
        page = visit(address)
        page.locator("details").evaluate_all("all => all.forEach((each) => (each.open = true))")
        link = page.locator("main a[href*='welke-aanpak'][href$='#terugrekenen']").first
        expect(link).to_be_visible()
        link.click()
        expect(page.locator("#terugrekenen")).to_be_in_viewport()


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_any_state(visit, axe, scheme):  # noqa: F811
    page = fill(visit(ADDRESS, scheme=scheme))
    assert look(page, axe) == {}
    weeks(page, {"nota-en-voorstel": "9"})
    assert look(page, axe) == {}
    page.locator("#vanaf-beslissing").check()
    weeks(page, {"selectie": "veel"})
    assert look(page, axe) == {}


@pytest.mark.slow
@pytest.mark.parametrize("width", [NARROW, PHONE, WIDE])
def test_filled_in_keeps_its_place(visit, width):
    page = fill(visit(ADDRESS, width=width))
    assert page.evaluate("[probes.sideways(), probes.textOutOfPlace(), probes.smallTargets()]") == [[], [], []]
    weeks(page, {"nota-en-voorstel": "9", "selectie": "veel"})
    assert page.evaluate("[probes.sideways(), probes.textOutOfPlace(), probes.smallTargets()]") == [[], [], []]
