"""The site from a folder, as somebody opens it from a USB stick: pages, search and links, without any server."""

from __future__ import annotations

import os
import re
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.commands import clock, offline
from tests.browser.conftest import PROBES, begun
from tests.browser.test_plan import STEPS, answer, at, keep_file, kept, part, plan_in, wipe

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that a reader has after unpacking the zip."""
    work = tmp_path_factory.mktemp("offline")
    folder = work / "made" / offline.NAME
    assert offline.build(folder, environ={**os.environ, "SITE_URL": "https://gids.voorbeeldstad.example/"})
    offline.pack(folder, work / "site.zip", clock.edition_epoch())
    with zipfile.ZipFile(work / "site.zip") as archive:
        archive.extractall(work / "een map met spaties")
    return work / "een map met spaties" / offline.NAME


@pytest.fixture
def page(browser: Browser, unpacked: Path):
    """A page that fails when anything is reported, blocked, or asked from elsewhere than the folder."""
    troubles: list[str] = []
    context = browser.new_context(offline=True)
    context.expose_binding("reportViolation", lambda _, what: troubles.append(f"beleid: {what}"))
    context.add_init_script(PROBES)
    page = context.new_page()
    page.on("console", lambda message: troubles.append(message.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("requestfailed", lambda request: request.failure == "net::ERR_ABORTED" or troubles.append(request.url))
    page.on("request", lambda request: request.url.startswith((unpacked.as_uri(), "blob:")) or troubles.append(request.url))
    yield page
    context.close()
    assert troubles == []


def test_search_works_from_a_folder(page: Page, unpacked: Path):
    page.goto((unpacked / "stappen" / "korte-nota.html").as_uri())
    page.get_by_label("Zoek in deze gids").focus()
    page.keyboard.type("wachtlijst")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/zoeken\.html\?q=wachtlijst$"))
    page.locator(".results__link").first.click()
    expect(page).to_have_url(re.compile(r"/drempels/volzet\.html"))
    expect(page.locator("h1")).to_have_text("Volzet of een wachtlijst")


def test_start_page_leads_on_from_a_folder(page: Page, unpacked: Path):
    page.goto((unpacked / "index.html").as_uri())
    page.locator("main").get_by_role("link", name="Schrijf een korte nota").first.click()
    expect(page.locator("h1")).to_have_text("Schrijf een korte nota")
    page.get_by_role("link", name="Een verbindings").first.click()
    expect(page).to_have_url((unpacked / "index.html").as_uri())


def test_every_link_inside_the_folder_leads_to_a_file(unpacked: Path):
    broken = []
    for file in unpacked.rglob("*.html"):
        for target in re.findall(r'\s(?:href|src|action)="([^"#?:]*)[#?]?[^":]*"', file.read_text(encoding="utf-8")):
            if target and not (file.parent / target).resolve().is_file():
                broken.append((file.name, target))
    assert broken == []


def test_nothing_for_servers_is_in_the_folder(unpacked: Path):
    names = {path.name for path in unpacked.rglob("*")}
    assert "index.html" in names
    assert names & {"404.html", "_headers", "robots.txt", "sitemap.xml"} == set()


def test_the_choice_of_an_approach_works_from_a_folder_and_keeps_its_answers_in_the_address(page: Page, unpacked: Path):
    address = (unpacked / "strategieen" / "welke-aanpak.html").as_uri()
    page.goto(address)
    begun(page)
    page.get_by_label("Op straat of op een plein").check()
    page.get_by_label("Er is geen aanbod").check()
    expect(page.locator("[data-group=past-goed] [data-strategy]")).to_have_count(1)
    expect(page).to_have_url(f"{address}#antwoorden=plek-straat+drempel-geen-aanbod")
    page.locator("[data-strategy=naar-jongeren-toe] h4 a").click()
    page.wait_for_url("**/strategieen/naar-jongeren-toe.html")
    page.go_back()
    expect(page.get_by_label("Er is geen aanbod")).to_be_checked()


def test_a_plan_goes_its_whole_way_in_a_folder(page: Page, unpacked: Path, tmp_path: Path):
    overview = (unpacked / "mijn-plan.html").as_uri()
    page.goto(overview)
    at(page, "plan-plaats").fill("Toetsgem")
    expected = {}
    for step in STEPS:
        page.goto((unpacked / "mijn-plan" / f"{step.id}.html").as_uri())
        expected |= {question.id: answer(page, question) for question in step.questions}
        page.locator("[data-tick] [data-done]").first.check()
        page.locator("[data-tick] [data-to-action]").nth(1).click()
    page.reload()
    assert page.locator("[data-tick] [data-done]").first.is_checked()
    page.goto(overview)
    data = kept(page)[0]["data"]
    assert data["answers"] == expected and len(data["actions"]) == len(STEPS) and data["place"] == "Toetsgem"
    download = keep_file(page)
    assert plan_in(download)["data"] == data
    file = tmp_path / download.suggested_filename
    download.save_as(file)
    with page.expect_download():
        part(page, "ics").click()
    wipe(page)
    assert page.evaluate("Object.keys(localStorage).length") == 0
    part(page, "open-file").set_input_files(file)
    expect(part(page, "open-status")).to_contain_text("Het plan is geopend.")
    assert kept(page)[0]["data"] == data
