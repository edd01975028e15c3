"""«Drempels in kaart» as people use it: one after the other, from files, together, on paper."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import paper
from tests.browser.conftest import NARROW, PHONE, WIDE, begun, until
from tests.browser.test_accessibility import axe, look  # noqa: F401
from tests.browser.test_print import faults, print_page

ADDRESS = "drempels/in-kaart/"
SEED = """(names) => {
  const ids = gids.scores.rules.barriers.map((barrier) => barrier.id);
  const weights = ["veel", "beetje", "niet", "weten-we-niet", "veel"];
  const person = (name, off) => ({key: `k${off}`, name, scores: Object.fromEntries(ids.map((id, index) =>
    [id, {weight: weights[(index * 3 + off * ((index % 3) + 1)) % 5], note: index % 7 ? "" : "Navragen bij de brugfiguur."}]))});
  gids.plans.put({ scores: names.map(person) });
  location.reload();
}"""


def score(page: Page, barrier: str, weight: str) -> None:
    page.locator(f"#score-{barrier}-{weight}").check()


def add(page: Page, name: str) -> None:
    page.get_by_label("Voeg iemand toe").fill(name)
    page.get_by_label("Voeg iemand toe").press("Enter")


def seed(page: Page, *names: str) -> None:
    page.evaluate(SEED, list(names))
    page.locator("[data-together]").wait_for(state="visible")


@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_two_people_score_one_after_the_other_and_see_where_they_differ(visit, width):
    page = visit(ADDRESS, width=width)
    expect(page.locator("[data-nobody]")).to_be_visible()
    add(page, "Jeugddienst")
    score(page, "te-duur", "veel")
    score(page, "geen-band", "veel")
    add(page, "Brugfiguur")
    expect(page.locator("#score-te-duur-veel")).not_to_be_checked()
    score(page, "te-duur", "niet")
    score(page, "geen-band", "veel")
    expect(page.locator("[data-summary]")).to_have_text("2 mensen vulden in: één drempel weegt zwaar.")
    expect(page.locator("[data-differences] li")).to_have_text(["Het aanbod is moeilijk te betalen (ver uit elkaar). Veel: Jeugddienst · niet: Brugfiguur."])
    expect(page.locator("[data-bars=vraag] .bars__name").first).to_contain_text("Geen band met de aanbieders")
    expect(page.locator("[data-help=geen-band]")).to_be_visible()
    expect(page.locator("[data-help=te-duur]")).to_be_hidden()


def test_what_was_filled_in_is_there_after_a_reload_and_goes_to_the_approach(visit):
    page = visit(ADDRESS)
    score(page, "te-duur", "veel")
    score(page, "volzet", "veel")
    page.locator("[data-barrier=te-duur] summary").click()
    page.locator("#nota-te-duur").fill("Vraag het aan het OCMW")
    page.reload()
    expect(page.locator("#score-te-duur-veel")).to_be_checked()
    expect(page.locator("#nota-te-duur")).to_have_value("Vraag het aan het OCMW")
    page.goto("strategieen/welke-aanpak/")
    expect(page.locator("#antwoord-drempel-te-duur")).to_be_checked()
    expect(page.locator("#antwoord-aanbieders-vol")).to_be_checked()
    expect(page.locator("[data-from]")).to_contain_text("Uit Drempels in kaart namen we 2 antwoorden over.")


def test_what_is_filled_in_before_the_tools_have_come_is_not_lost(visit):
    page = visit("")
    held = []
    page.route("**/assets/scores-*.js", lambda route: held.append(route))
    page.goto(ADDRESS, wait_until="domcontentloaded")  # a page is not loaded while a script is on its way
    until(page, "gids.plans !== undefined")  # the first have come, the last has not
    while not held:
        page.wait_for_timeout(20)
    score(page, "te-duur", "veel")
    page.locator("[data-barrier=te-duur] summary").click()
    page.locator("#nota-te-duur").fill("Vraag het aan het OCMW")
    page.locator("#nieuwe-naam").fill("Brugfiguur")
    assert page.evaluate("gids.plans.current()") is None
    held[0].continue_()
    begun(page)
    expect(page.locator("[data-summary]")).to_contain_text("één drempel weegt zwaar")
    expect(page.locator("#score-te-duur-veel")).to_be_checked()
    expect(page.locator("#nota-te-duur")).to_have_value("Vraag het aan het OCMW")
    expect(page.locator("#nieuwe-naam")).to_have_value("Brugfiguur")
    until(page, "gids.plans.current()?.data.scores[0].scores['te-duur'].note === 'Vraag het aan het OCMW'")


def test_not_knowing_says_whom_to_ask(visit):
    page = visit(ADDRESS)
    score(page, "volzet", "weten-we-niet")
    expect(page.locator("[data-ask-list] li")).to_contain_text("Aan wie vraag je het?")
    page.locator("[data-barrier=volzet] summary").click()
    page.locator("#nota-volzet").fill("De jeugdraad")
    expect(page.locator("[data-ask-list] li")).to_contain_text("De jeugdraad")


def test_scores_go_out_as_a_file_and_come_in_on_another_device(visit, tmp_path):
    one = visit(ADDRESS)
    add(one, "Chiro Zuid")
    score(one, "weinig-ruimte", "veel")
    with one.expect_download() as download:
        one.get_by_role("button", name="Bewaar deze scores als bestand").click()
    assert download.value.suggested_filename == "drempels-chiro-zuid.json"
    file = tmp_path / "scores.json"
    download.value.save_as(file)
    other = visit(ADDRESS)
    add(other, "Jeugddienst")
    score(other, "weinig-ruimte", "niet")
    for said in ("Geopend. Er zijn nu 2 mensen.", "Geopend. Er zijn nu 2 mensen: wie al in de lijst stond, is samengevoegd."):  # the second time changes nothing
        other.get_by_label("Open scores van anderen").set_input_files(file)
        expect(other.locator("[data-status]")).to_have_text(said)
        expect(other.locator("[data-people-list] label")).to_have_text(["Jeugddienst (1 van de 27)", "Chiro Zuid (1 van de 27)"])
    expect(other.locator("[data-differences] li")).to_contain_text("Veel: Chiro Zuid · niet: Jeugddienst")


@pytest.mark.parametrize(("text", "sentence"), [
    ("{", "beschadigd"), ('{"format": "iets"}', "geen scores"), ('{"format": "gids-drempels", "version": 9, "people": []}', "nieuwere versie"),
])  # fmt: skip
def test_another_file_changes_nothing_and_says_why(visit, tmp_path, text, sentence):
    page = visit(ADDRESS)
    score(page, "te-duur", "veel")
    file: Path = tmp_path / "iets.json"
    file.write_text(text, encoding="utf-8")
    page.get_by_label("Open scores van anderen").set_input_files(file)
    expect(page.locator("[data-status]")).to_contain_text(sentence)
    expect(page.locator("[data-status]")).to_contain_text("Er is niets veranderd.")
    expect(page.locator("#score-te-duur-veel")).to_be_checked()


def test_text_from_a_file_is_text(visit, tmp_path):
    page = visit(ADDRESS)
    evil = "<img src=x onerror=alert(1)>"
    people = [{"key": "a", "name": evil, "scores": {"te-duur": {"weight": "weten-we-niet", "note": evil}}}]
    file: Path = tmp_path / "evil.json"
    file.write_text(json.dumps({"format": "gids-drempels", "version": 1, "people": people}), encoding="utf-8")
    page.get_by_label("Open scores van anderen").set_input_files(file)
    expect(page.locator("[data-ask-list]")).to_contain_text(evil)
    assert page.locator("main img").count() == 0


def test_taking_somebody_away_is_asked_first(visit):
    page = visit(ADDRESS)
    add(page, "Een")
    score(page, "te-duur", "veel")
    add(page, "Twee")
    page.get_by_role("button", name="Haal weg Een").click()
    expect(page.locator("[data-remove-text]")).to_contain_text("Dit haalt Een weg")
    page.get_by_role("button", name="Nee, houd ze").click()
    assert page.locator("[data-people-list] input").count() == 2
    page.get_by_role("button", name="Haal weg Een").click()
    page.get_by_role("button", name="Ja, haal weg").press("Enter")
    expect(page.locator("[data-people-list] label")).to_have_text(["Twee (0 van de 27)"])
    assert page.evaluate("document.activeElement.name") == "wie"


def test_somebody_without_a_name_is_asked_for_one(visit):
    page = visit(ADDRESS)
    page.get_by_role("button", name="Voeg toe").click()
    expect(page.locator("[data-status]")).to_have_text("Geef eerst een naam of functie op.")
    expect(page.get_by_label("Voeg iemand toe")).to_be_focused()


def test_a_browser_that_keeps_nothing_says_so_and_still_counts(visit):
    page = visit(ADDRESS)
    page.evaluate("Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})")
    score(page, "te-duur", "veel")
    expect(page.locator("[data-status]")).to_contain_text("bewaart niets")
    expect(page.locator("[data-summary]")).to_contain_text("één drempel weegt zwaar")


def another_tab(page: Page) -> Page:
    """A second tab of the same reader, once the first kept something."""
    until(page, "localStorage.length > 0")
    tab = page.context.new_page()
    tab.goto(page.url)
    begun(tab)
    return tab


def test_another_tab_is_noticed(visit):
    page = visit(ADDRESS)
    score(page, "te-duur", "veel")
    score(another_tab(page), "volzet", "veel")
    expect(page.locator("[data-status]")).to_have_text("Bijgewerkt met wat in een ander venster in het plan kwam.")
    expect(page.locator("#score-volzet-veel")).to_be_checked()


def test_two_tabs_that_have_not_heard_of_each_other_lose_nothing(visit):
    page = visit(ADDRESS)
    add(page, "Jeugddienst")
    score(page, "te-duur", "veel")
    tab = another_tab(page)
    # As in the moment before the one hears what the other kept.
    page.evaluate("addEventListener('storage', (event) => event.stopImmediatePropagation(), true)")
    score(tab, "volzet", "veel")
    score(tab, "te-duur", "niet")
    add(tab, "Brugfiguur")
    score(tab, "volzet", "beetje")
    score(page, "geen-band", "beetje")
    people = page.evaluate("gids.plans.current().data.scores")
    assert [(each["name"], {id: said["weight"] for id, said in each["scores"].items()}) for each in people] == [
        ("Jeugddienst", {"te-duur": "niet", "volzet": "veel", "geen-band": "beetje"}), ("Brugfiguur", {"volzet": "beetje"}),
    ]  # fmt: skip
    expect(page.locator("#score-te-duur-niet")).to_be_checked()
    for each in (page, tab):
        expect(each.locator("[data-people-list] label")).to_have_text(["Jeugddienst (3 van de 27)", "Brugfiguur (1 van de 27)"])


def test_a_note_that_somebody_types_stays_while_another_tab_scores(visit):
    page = visit(ADDRESS)
    score(page, "te-duur", "veel")
    page.locator("[data-barrier=te-duur] summary").click()
    page.locator("#nota-te-duur").press_sequentially("Vraag")
    until(page, "Object.values(localStorage).some((text) => text.includes('Vraag'))")
    page.locator("#nota-te-duur").press_sequentially(" het aan het OCMW")
    score(another_tab(page), "volzet", "veel")
    expect(page.locator("#score-volzet-veel")).to_be_checked()
    expect(page.locator("#nota-te-duur")).to_have_value("Vraag het aan het OCMW")
    expect(page.locator("#nota-te-duur")).to_be_focused()
    until(page, "Object.values(localStorage).some((text) => text.includes('OCMW') && text.includes('volzet'))")


def test_a_plan_that_is_wiped_in_another_tab_leaves_an_empty_page(visit):
    page = visit(ADDRESS)
    score(page, "te-duur", "veel")
    another_tab(page).evaluate("gids.plans.store().wipe()")
    expect(page.locator("[data-status]")).to_have_text("Het plan is in een ander venster gewist. Wat je hier invult, begint een nieuw plan.")
    expect(page.locator("#score-te-duur-veel")).not_to_be_checked()
    assert page.evaluate("gids.plans.current()") is None


def test_the_two_sides_differ_without_colour(visit):
    page = visit(ADDRESS, forced_colors="active")
    seed(page, "Een")
    assert page.locator("[data-bars=vraag] .bars__hatch").count() == 0
    assert page.locator("[data-bars=aanbod] .bars__hatch").count() > 20
    for row in page.locator(".bars__row").all()[:5]:
        assert row.locator(".bars__counts").inner_text()


@pytest.mark.slow
def test_axe_finds_nothing_when_three_people_scored(visit, axe):  # noqa: F811
    page = visit(ADDRESS)
    seed(page, "Jeugddienst", "Brugfiguur", "Chiro")
    page.evaluate("probes.all('details').forEach((each) => { each.open = true; })")
    assert look(page, axe) == {}


@pytest.mark.slow
@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_everything_keeps_its_place_when_three_people_scored(visit, width):
    page = visit(ADDRESS, width=width)
    seed(page, "Jeugddienst", "Brugfiguur", "Chiro")
    page.evaluate("probes.all('details').forEach((each) => { each.open = true; })")
    assert page.evaluate("[probes.sideways(), probes.textOutOfPlace(), probes.smallTargets()]") == [[], [], []]


def test_paper_shows_the_picture_the_differences_and_the_table(visit, tmp_path):
    page = visit(ADDRESS)
    seed(page, "Jeugddienst", "Brugfiguur", "Chiro")
    printed = print_page(page, tmp_path / "scores.pdf")
    for text in ("Waar jullie verschillen", "de zwaarste eerst", "Navragen bij de brugfiguur", "Vraag aan je partners"):
        assert paper.letters(text) in printed.text, text
    assert faults(page, printed) == []


def test_without_script_the_page_is_a_form_on_paper(visit):
    page = visit(ADDRESS, script=False)
    assert page.locator(".score:visible").count() == 27
    expect(page.locator(".outcome")).to_be_hidden()
    expect(page.locator(".nojs")).to_be_visible()
