"""A published story, corrected in the form: opened from its page, changed, kept, sent on to where its file is."""

from __future__ import annotations

import dataclasses
import datetime
import re

import pytest
from playwright.sync_api import expect

from macros.guide.loading import inspect
from tests.browser.conftest import PHONE, WIDE, listen
from tests.browser.page_types import PageType
from tests.browser.test_accessibility import axe, look  # noqa: F401  (axe is a fixture)
from tests.browser.test_story_form import at, download, part, wait_until_kept
from tests.conftest import copy_project

LINK = "Pas dit verhaal aan of trek het in"


def open_to_edit(page):
    """From the page of a story to the form with that story in it."""
    page.get_by_role("link", name=LINK).click()
    expect(at(page, "title")).not_to_have_value("")


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    return copy_project(tmp_path_factory.mktemp("edit") / "project")


def read(project, name, content):
    """The story that a downloaded file makes of itself in the guide, and what the check says of that file."""
    file = project / "data" / "stories" / name
    before = file.read_bytes()
    file.write_bytes(content)
    guide, problems = inspect(project)
    file.write_bytes(before)
    return guide.get("stories", file.stem), [str(problem) for problem in problems if problem.path.endswith(name)]


@pytest.mark.parametrize("id", ["kortrijk", "lokeren", "navigate-youth"])
def test_a_story_that_nobody_changed_comes_back_as_it_was_but_looked_at_today(visit, project, id):
    page = visit(f"praktijkverhalen/{id}/")
    open_to_edit(page)
    name, content = download(page, "download")
    assert name == f"{id}.yml"
    story, problems = read(project, name, content)
    assert problems == []
    published = inspect(project)[0].get("stories", id)
    today = datetime.date.fromisoformat(at(page, "checked").input_value())
    assert story == published.model_copy(update={"checked": today})


def test_what_somebody_changes_is_kept_and_goes_on_after_a_reload(visit, project):
    page = visit("praktijkverhalen/kortrijk/")
    open_to_edit(page)
    assert "Dit staat nu op de site" in part(page, "status").inner_text()
    at(page, "title").fill("Kortrijk, verbeterd")
    wait_until_kept(page, "Kortrijk, verbeterd")
    page.reload()
    expect(at(page, "title")).to_have_value("Kortrijk, verbeterd")
    assert "Je gaat verder met je aanpassing van eerder." in part(page, "status").inner_text()
    story, problems = read(project, *download(page, "download"))
    assert (story.title, problems) == ("Kortrijk, verbeterd", [])
    part(page, "start-over").click()
    expect(at(page, "title")).not_to_have_value("Kortrijk, verbeterd")
    assert part(page, "edited").is_visible()


def test_a_draft_kept_as_a_file_still_knows_which_story_it_changes(visit, tmp_path):
    page = visit("praktijkverhalen/lokeren/")
    open_to_edit(page)
    name, content = download(page, "keep-file")
    assert name == "lokeren-concept.json"
    (tmp_path / name).write_bytes(content)
    page.evaluate("localStorage.clear()")
    page.goto("deel-je-verhaal/formulier/")
    assert part(page, "edited").is_hidden()
    page.set_input_files("[data-open-file]", tmp_path / name)
    part(page, "edited").wait_for()
    assert download(page, "download")[0] == "lokeren.yml"


def test_a_new_story_after_a_published_one_is_not_taken_for_it(visit):
    page = visit("praktijkverhalen/kortrijk/")
    open_to_edit(page)
    part(page, "new").click()
    assert at(page, "title").input_value() == "" and part(page, "edited").is_hidden()
    expect(page).not_to_have_url(re.compile("verhaal="))
    at(page, "municipality").fill("Kortrijk")
    assert download(page, "keep-file")[0] == "kortrijk-2-concept.json"


@pytest.mark.parametrize("query", ["?verhaal=kortrijk&versie=000000000000", "?verhaal=bestaat-niet&versie=0123456789ab"])
def test_a_version_that_is_gone_is_told_and_leaves_an_empty_form(visit, troubles, query):
    page = visit(f"deel-je-verhaal/formulier/{query}")
    expect(part(page, "status")).to_contain_text("intussen veranderd of weg")
    assert at(page, "title").input_value() == "" and part(page, "edited").is_hidden()
    troubles.wait(page, "/assets/verhalen/pas-aan/")


def test_an_address_that_names_no_story_is_an_ordinary_form(visit):
    page = visit("deel-je-verhaal/formulier/?verhaal=..%2F..%2Fx&versie=0123456789ab")
    assert part(page, "edited").is_hidden()
    assert page.evaluate("[...document.scripts].some((script) => script.src.includes('pas-aan'))") is False


def test_a_changed_story_goes_to_its_file_in_the_repository_and_says_so_in_the_mail(visit):
    page = visit(dataclasses.replace(PageType("story", "praktijkverhalen/kortrijk/"), configured=True))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_to_edit(page)
    part(page, "propose").click()
    link = part(page, "edit-link")
    assert link.get_attribute("href") == "https://code.voorbeeldstad.example/gids/edit/main/data/stories/kortrijk.yml"
    assert part(page, "propose-link").is_hidden() and part(page, "too-long").is_hidden()
    assert page.evaluate("document.activeElement.matches('[data-copy-edited]')")
    part(page, "copy-edited").click()
    expect(part(page, "sent")).to_contain_text("gekopieerd")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == download(page, "download")[1].decode()
    part(page, "copy-mail").click()
    expect(part(page, "sent")).to_contain_text("tekst van de mail")
    assert page.evaluate("navigator.clipboard.readText()").startswith("Praktijkverhaal aangepast: ")


@pytest.mark.parametrize("configured", [True, False])
def test_withdrawing_is_explained_where_somebody_changes_a_story(visit, configured):
    page = visit(PageType("story", "praktijkverhalen/kortrijk/", configured=configured))
    open_to_edit(page)
    box = part(page, "edited")
    box.get_by_text("Wil je het verhaal liever intrekken?").click()
    said = box.inner_text()
    assert "data/stories/kortrijk.yml" in said and "state: ingetrokken" in said and "archief" in said
    assert ("gids@voorbeeldstad.example" in said) == configured


def test_a_published_story_opens_from_a_folder(browser, tmp_path_factory, built, troubles):
    context = browser.new_context(viewport={"width": WIDE, "height": 800})
    page = context.new_page()
    listen(page, "file://", troubles)
    page.goto((built / "praktijkverhalen" / "kortrijk" / "index.html").as_uri())
    address = page.get_by_role("link", name=LINK).get_attribute("href")
    query = address.partition("?")[2]
    page.goto((built / "deel-je-verhaal" / "formulier" / "index.html").as_uri() + f"?{query}")
    expect(at(page, "title")).not_to_have_value("")
    context.close()
    assert troubles == []


@pytest.mark.slow
def test_axe_finds_nothing_while_a_story_is_changed(visit, axe):  # noqa: F811
    page = visit(PageType("story", "praktijkverhalen/kortrijk/", configured=True))
    open_to_edit(page)
    part(page, "propose").click()
    page.evaluate("document.querySelectorAll('main details').forEach((each) => { each.open = true })")
    assert look(page, axe, widths=(WIDE, PHONE)) == {}
