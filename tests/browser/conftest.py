"""One real Chromium for all browser tests, and a way to open a page in it that notices everything that goes wrong."""

from __future__ import annotations

import functools
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Route, expect, sync_playwright

from tests.browser.page_types import PAGE_TYPES, PageType
from tests.conftest import program
from tests.serving import StaticSite

PROBES = Path(__file__).with_name("probes.js").read_text(encoding="utf-8")
QUIET = ("--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run")
PHONE, NARROW, WIDE = 390, 320, 1280

# How long something may take before it counts as not happening. It costs nothing when it happens: a busy machine gets the time it needs.
PATIENCE = 30  # seconds
expect.set_options(timeout=PATIENCE * 1000)

Launch = Callable[..., Browser]
Visit = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that asks for ``page_type`` runs on one page of every type."""
    if "page_type" in metafunc.fixturenames:
        metafunc.parametrize("page_type", PAGE_TYPES, ids=str)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Launch]:
    executable = program("chromium")
    with sync_playwright() as playwright:
        yield functools.partial(playwright.chromium.launch, executable_path=executable)


@pytest.fixture(scope="session")
def browser(chromium: Launch) -> Iterator[Browser]:
    with chromium(args=QUIET) as browser:
        yield browser


@pytest.fixture(scope="session")
def enlarged_browser(chromium: Launch) -> Iterator[Browser]:
    """The browser of somebody who asked for letters twice as large."""
    with chromium(args=[*QUIET, "--blink-settings=defaultFontSize=32"]) as browser:
        yield browser


def until(page: Page, expression: str, given: object = None) -> None:
    """Wait until something holds on a page. The browser's own waiting for a function looks again by ``eval``: the policy of the site refuses that."""
    end = time.monotonic() + PATIENCE
    while not page.evaluate(expression, given):
        assert time.monotonic() < end, f"never: {expression} {given or ''}"
        page.wait_for_timeout(20)


def begun(page: Page) -> None:
    """Wait until the modules of a page have begun: on a page that is read first they come once it is drawn, after it says that it is loaded."""
    page.evaluate("window.gids?.begun")


class Troubles(list[str]):
    """What went wrong on the pages of a test while nobody looked: told by the browser, in its own time."""

    def __init__(self) -> None:
        self._meant: list[str] = []

    def append(self, trouble: str) -> None:
        if not any(each in trouble for each in self._meant):
            super().append(trouble)

    def wait(self, page: Page, *meant: str) -> None:
        """Wait until each of these was told. They were meant to happen: no other telling of them counts as trouble, now or later."""
        end = time.monotonic() + PATIENCE
        while missing := [each for each in meant if not any(each in trouble for trouble in self)]:
            assert time.monotonic() < end, f"never told: {missing}; only {list(self)}"
            page.wait_for_timeout(20)  # lets what was told arrive
        self._meant += meant
        self[:] = [trouble for trouble in self if not any(each in trouble for each in meant)]


@pytest.fixture
def troubles() -> Troubles:
    """What went wrong on the pages of this test. ``visit`` fails on any that is left."""
    return Troubles()


@pytest.fixture
def visit(browser: Browser, visitor: Visitor) -> Visit:
    """Open a page as a reader with a screen of this ``width`` in this colour ``scheme`` would."""
    return functools.partial(visitor.open, browser)


@pytest.fixture
def visit_enlarged(enlarged_browser: Browser, visitor: Visitor) -> Visit:
    return functools.partial(visitor.open, enlarged_browser)


@pytest.fixture
def visitor(request: pytest.FixtureRequest, troubles: list[str]) -> Iterator[Visitor]:
    visitor = Visitor(request.getfixturevalue, troubles)
    yield visitor
    visitor.leave()
    assert troubles == []


class Visitor:
    """Opens pages, each in a profile of its own, and writes down what goes wrong on them."""

    def __init__(self, served: Callable[[str], StaticSite], troubles: list[str]) -> None:
        self._served, self._troubles = served, troubles
        self._contexts: list[BrowserContext] = []

    def open(
        self,
        browser: Browser,
        where: PageType | str,
        *,
        width: int = WIDE,
        height: int = 800,
        scheme: str = "light",
        script: bool = True,
        late: tuple[str, ...] = (),
        **options: Any,
    ) -> Page:
        url = self._served(which_site(where)).url
        context = browser.new_context(
            base_url=url,
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            java_script_enabled=script,
            locale="nl-BE",
            **{"reduced_motion": "reduce"} | options,
        )
        self._contexts.append(context)
        context.expose_binding("reportViolation", lambda _, what: self._troubles.append(f"beleid: {what}"))
        context.add_init_script(PROBES)
        page = context.new_page()
        listen(page, url, self._troubles, script=script)
        for pattern in late:
            page.route(pattern, answer_late)
        page.goto(where.address if isinstance(where, PageType) else where)
        page.evaluate("document.fonts.ready.then(() => true)")
        begun(page)
        if script and isinstance(where, PageType) and "?q=" in where.address:
            # Of a query with many answers the first are drawn before the others; with the last comes the way to more.
            expect(page.get_by_role("button", name="Toon meer")).to_be_visible()
        if not script:
            page.evaluate(f"() => {{ {PROBES} }}")
        return page

    def leave(self) -> None:
        for context in self._contexts:
            for page in context.pages:
                page.evaluate("1")  # lets what was reported arrive
            context.close()


def which_site(where: PageType | str) -> str:
    """The fixture that serves the site on which a page exists."""
    if isinstance(where, str):
        return "site"
    return "configured_site" if where.configured else "crowded_site" if where.crowded else "site"


def answer_late(route: Route) -> None:
    """A slow network: what arrives after the text may not move it."""
    time.sleep(0.12)
    route.continue_()


def listen(page: Page, url: str, troubles: list[str], *, script: bool = True) -> None:
    """Write down every message, failure and foreign request of a page."""

    def on_console(message: ConsoleMessage) -> None:
        # Chromium itself says that the page that does not exist does not exist.
        if not (message.location["url"].endswith("/bestaat/niet/") and "404" in message.text):
            troubles.append(f"console: {message.text} ({message.location['url']})")

    def on_failure(request: Request) -> None:
        if request.failure == "csp" and not script:
            return  # where no script runs, the browser does not even fetch one beforehand
        if request.failure != "net::ERR_ABORTED":  # the page was left before its icon arrived
            troubles.append(f"mislukt: {request.url} ({request.failure})")

    page.on("console", on_console)
    page.on("pageerror", lambda error: troubles.append(f"fout: {error}"))
    page.on("requestfailed", on_failure)
    host = urlsplit(url).netloc
    page.on("request", lambda request: urlsplit(request.url).netloc == host or troubles.append(f"elders: {request.url}"))
