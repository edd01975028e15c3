"""The built pages, read once."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

Pages = dict[str, BeautifulSoup]


def read_pages(folder: Path) -> Pages:
    """Every page of a built site by its address, as «/stappen/»."""
    return {
        "/" + file.relative_to(folder).as_posix().removesuffix("index.html"): BeautifulSoup(
            file.read_text(encoding="utf-8"), "html.parser"
        )
        for file in sorted(folder.rglob("*.html"))
    }


@pytest.fixture(scope="session")
def pages(built: Path) -> Pages:
    return read_pages(built)


@pytest.fixture(scope="session")
def configured_pages(configured_built: Path) -> Pages:
    return read_pages(configured_built)
