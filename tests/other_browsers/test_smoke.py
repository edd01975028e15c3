"""A short look in Firefox and WebKit: every type of page loads, fits and complains of nothing; a plan is kept and a search answers.

Everything else is tested in Chromium. What this look covers is what the accessibility statement says of other browsers.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from urllib.parse import urljoin

import pytest

from tests.browser.page_types import PAGE_TYPES
from tests.conftest import npm_file, program
from tests.other_browsers.webkit import NoWindowError, webkit
from tests.search.asking import node

pytestmark = [pytest.mark.slow, pytest.mark.browser]

TYPES = [each for each in PAGE_TYPES if not each.configured and not each.crowded and each.name != "not-found"]
WIDTHS = (1280, 390)
SEEN = """[
  document.querySelectorAll("h1").length,
  Math.max(0, document.documentElement.scrollWidth - innerWidth),
  typeof window.gids,
]"""
GOOD = [1, 0, "object"]
#: What firefox.js says when Firefox itself does not run here.
NO_WINDOW = 3
#: A field that somebody leaves is kept at once.
LEAVE = "(document.activeElement.blur(), Object.keys(localStorage).some((key) => key.startsWith('gids:draft:plan:')))"
#: The address of the first result, once it is there.
FIRST = """new Promise((done) => {
  const look = () => { const first = document.querySelector(".results__link"); first ? done(first.href) : setTimeout(look, 50); };
  look();
})"""
FIELD = "#v-aanleiding"
KEPT = f"document.querySelector('{FIELD}').value"


def firefox(site: str, steps: list[dict]) -> dict:
    """What Firefox answers to each step, and what it complained of."""
    npm_file("puppeteer-core/package.json")
    script = Path(__file__).with_name("firefox.js")
    result = subprocess.run(
        [node(), script, program("firefox"), site], input=json.dumps(steps), capture_output=True, text=True, encoding="utf-8", timeout=600
    )
    if result.returncode == NO_WINDOW:
        pytest.skip(f"Firefox start hier niet: {result.stderr.strip()}")
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)


def test_every_type_of_page_loads_and_fits_in_firefox(site):
    looks = [(each.address, width) for each in TYPES for width in WIDTHS]
    found = firefox(site.url, [{"open": address, "width": width, "ask": SEEN} for address, width in looks])
    assert {look: answer for look, answer in zip(looks, found["answers"], strict=True) if answer != GOOD} == {}
    assert found["troubles"] == []


def test_a_plan_is_kept_and_a_search_answers_in_firefox(site):
    step = "mijn-plan/korte-nota/"
    found = firefox(
        site.url,
        [
            {"open": step, "type": [FIELD, "Er kwam een vraag"], "ask": LEAVE},
            {"open": step, "ask": KEPT},
            {"open": "zoeken/?q=te%20duur", "ask": FIRST},
        ],
    )
    assert found["answers"][0] is True
    assert found["answers"][1] == "Er kwam een vraag"
    assert found["answers"][2].endswith("/drempels/te-duur/")


def test_a_firefox_that_does_not_run_says_nothing_about_the_pages(site, monkeypatch):
    monkeypatch.setenv("FIREFOX", "/bin/false")
    with pytest.raises(pytest.skip.Exception, match="Firefox start hier niet"):
        firefox(site.url, [])


def test_what_is_wrong_is_noticed_in_firefox(site):
    found = firefox(site.url, [{"open": "", "ask": "setTimeout(() => { throw new Error('stuk'); })"}, {"hear": True}])
    assert any("stuk" in each for each in found["troubles"])


#: As if somebody typed and left the field: the driver of WebKit knows no user who pastes a text.
TYPED = f"""[
  document.querySelector("{FIELD}").value = "Er kwam een vraag",
  ...["input", "change"].map((kind) => document.querySelector("{FIELD}").dispatchEvent(new Event(kind, {{ bubbles: true }}))),
]"""


def test_every_type_of_page_loads_fits_and_keeps_a_plan_in_webkit(site):
    found = {}
    try:
        with webkit(program("webkit"), program("xvfb")) as window:
            for each in TYPES:
                for width in WIDTHS:
                    window.open(urljoin(site.url, each.address), width)
                    found[each.name, width] = window.ask(SEEN)
            step = urljoin(site.url, "mijn-plan/korte-nota/")
            window.open(step, WIDTHS[0])
            window.ask(TYPED)
            window.open(step, WIDTHS[0])
            assert window.ask(KEPT) == "Er kwam een vraag"
    except NoWindowError as error:
        pytest.skip(f"WebKitGTK start hier niet: {error}")
    assert {look: answer for look, answer in found.items() if answer != GOOD} == {}
