"""What a trainer finds on the pages about workshops."""

import pytest
from bs4 import BeautifulSoup


def read(html):
    return BeautifulSoup(str(html), "html.parser")


def text(element):
    return " ".join(element.get_text(" ").split())


@pytest.fixture
def site(small_site):
    return small_site()


@pytest.fixture
def page(site):
    return read(next(page.html for page in site.pages() if page.key == "workshops/avond"))


def test_version_we_advise_is_open_and_runs_from_minute_to_minute(page):
    rows = page.select_one("#verloop").find_next("table").select("tbody tr")
    assert [[text(cell) for cell in row.find_all(["td", "th"])] for row in rows] == [
        ["0–10", "10 min", "Welkom", "Iedereen zegt een naam."],
        ["10–40", "30 min", "Zoeken", ""],
        ["40–60", "20 min", "Slot", ""],
    ]
    assert not page.find(id="versie-60").find_parent("details")
    assert page.find(id="versie-30").find_parent("details")


def test_copies_are_counted_for_the_best_group(page):
    rows = page.select_one("#stapel").find_next("table").select("tbody tr")
    counted = {text(row.th.a): text(row.find_all("td")[-1]) for row in rows}
    assert counted == {
        "De lijst": "1", "Het verhaal": "9", "De vragen": "18", "De scores": "9", "De kaartjes": "3", "Het overzicht": "3", "De agenda": "1",
    }  # fmt: skip


def test_sheet_that_one_version_needs_says_which(page):
    rows = page.select_one("#stapel").find_next("table").select("tbody tr")
    said = {text(row.th.a): [text(note) for note in row.select(".kit__onlyif")] for row in rows}
    assert said["De lijst"] == []
    assert said["Het verhaal"] == ["Alleen in de versie van 60 minuten."]
    assert said["Het overzicht"] == ["Alleen als de groep kiest.", "Alleen in de versie van 60 minuten."]


def test_every_sheet_of_an_activity_leads_to_the_sheet(page):
    links = page.select(".activity__uses a")
    assert {text(link) for link in links} >= {"De lijst", "Het verhaal", "De kaartjes"}
    assert [link["href"] for link in links if not page.find(id=link["href"].removeprefix("#"))] == []


def test_what_the_leader_says_stands_in_a_list_of_its_own(page):
    assert [text(line) for line in page.select("#zoeken .say__line")] == ["Waar is het te ver?"]
    reply = page.find(id="er-is-toch-een-brug")
    assert [text(line) for line in reply.select(".say__line")] == ["Wie raakt er niet over?"]


def test_case_is_headed_invented_and_its_barriers_are_not_on_the_sheet(page):
    case = page.find(id="het-gezin-aan-de-oever")
    assert text(case).startswith("Verzonnen Het gezin aan de oever")
    key = page.select_one("#het-verhaal .key")
    assert key.find("a", href=True) and not key.find_parent(class_="paper")
    assert "De oever is ver." in text(key) and "De oever is ver." not in text(page.select_one("#het-verhaal .paper"))


def test_sheets_show_what_the_guide_fills_in(page):
    assert [text(heading) for heading in page.select("#de-scores .paper__heading")] == ["Gezinnen", "De B nummer 1"]
    assert len(page.select("#de-scores .tick")) == 4
    assert len(page.select("#de-kaartjes .cards__item")) == 6
    assert len(page.select("#de-vragen .writing__line")) == 2
    assert len(page.select("#de-agenda table")) == 2


def test_overview_tells_workshops_by_their_length(site):
    overview = read(site.fragment("materials", site.composer("workshops")))
    lengths = overview.find(attrs={"aria-labelledby": "hoeveel-tijd"})
    assert [(text(row.dt), text(row.dd)) for row in lengths.select("dl > div")] == [
        ("30 minuten", "Een avond over bruggen"),
        ("60 minuten", "Een avond over bruggen"),
    ]
    assert "30 of 60 minuten · 3 tot 12 deelnemers · bij stap 2" in text(overview)


def test_trainer_comes_from_the_start_page_to_the_workshops(site):
    doors = read(site.fragment("start", site.composer(""))).select(".doors__item")
    [door] = [door for door in doors if "workshop" in text(door.h3)]
    assert door.a["href"] == "workshops/"


def test_text_can_link_to_a_workshop_and_to_a_part_of_it(small, small_site):
    small.change("barriers/te-ver.yml", "text: Wie ver woont, komt niet.", 'text: "Zie [de avond](workshop:avond#zoeken)."')
    pages = {page.key: read(page.html) for page in small_site().pages()}
    assert pages["drempels/te-ver"].find("a", string="de avond")["href"] == "../../workshops/avond/#zoeken"
