"""Quiet and safe: nothing is asked from elsewhere, nothing complains, nothing is kept, nothing jumps."""

from __future__ import annotations

import pytest

from tests.browser.conftest import PHONE, WIDE, begun
from tests.browser.page_types import PAGE_TYPES
from tests.browser.page_types import page_type as find_type

SHIFTS = "probes.shifts()"


def test_start_page_and_a_step_load_without_a_word(visit):
    for name in ("start", "step"):
        page = visit(find_type(name))
        assert page.locator("h1").count() == 1


@pytest.mark.slow
def test_no_page_complains_or_asks_anything_from_another_host(visit, pages):
    page = visit("")
    for address in pages:
        response = page.goto(address)
        assert response.ok, address
        begun(page)
    assert len(pages) > 60


def test_every_type_of_page_is_looked_at(pages, configured_pages):
    kinds = {page.body["class"][0] for page in (pages | configured_pages).values()}
    addresses = {f"/{each.address}".partition("?")[0] for each in PAGE_TYPES} | {"/404.html"}
    looked_at = {page.body["class"][0] for address, page in (pages | configured_pages).items() if address in addresses}
    # The form has tests of its own (test_story_form): a page of text and a page of fields are measured differently.
    assert kinds - looked_at == {"kind-form"}


def test_a_blocked_script_a_message_and_a_foreign_request_are_noticed(visit, troubles):
    page = visit("")
    page.evaluate(
        """() => {
          const script = document.createElement("script");
          try { script.textContent = "window.broken = true"; } catch { /* refused before it stands anywhere */ }
          document.body.append(script);
          document.body.append(Object.assign(new Image(), {src: "http://elders.example/volg.gif"}));
          console.log("hallo");
        }"""
    )
    told = ("beleid: require-trusted-types-for", "beleid: img-src", "console: hallo", "elders: http://elders.example/volg.gif")
    troubles.wait(page, *told, "requires 'TrustedScript'", "elders.example")
    assert page.evaluate("window.broken") is None


def test_reading_keeps_nothing_on_the_device(visit):
    page = visit(find_type("step"))
    before = page.url
    page.get_by_role("link", name="Volgende").click()
    page.wait_for_url(lambda url: url != before)
    kept = page.evaluate(
        "async () => [document.cookie, {...localStorage}, {...sessionStorage}, (await indexedDB.databases()).length]"
    )
    assert kept == ["", {}, {}, 0]
    assert page.context.cookies() == []
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((found) => found.length)") == 0


@pytest.mark.slow
def test_nothing_jumps_when_font_and_scripts_come_late(visit, page_type):
    for width in (WIDE, PHONE):
        page = visit(page_type, width=width, late=("**/*.woff2", "**/assets/*.js"))
        assert page.evaluate(SHIFTS) == []


def test_a_jump_is_noticed(visit):
    page = visit("")
    page.evaluate("document.body.prepend(Object.assign(document.createElement('p'), {textContent: 'laat'}))")
    assert len(page.evaluate(SHIFTS)) == 1


def test_text_cannot_become_markup_or_code_by_script(visit, troubles):
    """Trusted Types: the browser refuses what our scripts never do, whoever adds a script later."""
    page = visit("")
    for attempt in (
        "document.body.innerHTML = '<p>x</p>'",
        "document.head.append(Object.assign(document.createElement('script'), { src: 'assets/x.js' }))",
        "new DOMParser().parseFromString('<p>x</p>', 'text/html')",
    ):
        assert page.evaluate(f"() => {{ try {{ {attempt}; return ''; }} catch (error) {{ return error.name; }} }}") == "TypeError", attempt
    refused = "(path) => gids.load(path).then(() => 'loaded', (error) => error.name)"
    assert page.evaluate(refused, "//elders.example/x.js") == "TypeError"
    troubles.wait(page, "beleid: require-trusted-types-for", "requires 'TrustedHTML'", "requires 'TrustedScriptURL'")
