"""Rendered guides: the small one of each test, and the real one once."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from macros.guide.loading import inspect
from macros.render.addresses import Router
from macros.render.composer import Composer
from macros.render.site import Site
from tests.small_guide import SmallGuide

EDITION = datetime.date(2026, 9, 21)


@pytest.fixture
def small_site(small: SmallGuide) -> Callable[..., Site]:
    """Renders the small guide as the test has made it."""

    def render(*, directories: bool = True) -> Site:
        return Site(small.guide(), EDITION, Router(directories))

    return render


@pytest.fixture
def composer(small_site: Callable[..., Site]) -> Composer:
    """Writes on the page of the first step."""
    return small_site().composer("stappen/stap-1")


@pytest.fixture(scope="session")
def real_site() -> Site:
    return Site(inspect(Path(__file__).resolve().parents[2])[0], EDITION)


@pytest.fixture(scope="session")
def real_pages(real_site: Site) -> dict[str, BeautifulSoup]:
    """Every page from data of the real guide, by its key."""
    return read_pages(real_site)


def read_pages(site: Site) -> dict[str, BeautifulSoup]:
    return {page.key: BeautifulSoup(page.html, "html.parser") for page in site.pages()}
