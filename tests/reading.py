"""The pages of a built site, read from their files."""

from __future__ import annotations

from pathlib import Path

from bs4 import BeautifulSoup


class Pages(dict[str, BeautifulSoup]):
    """Every page by its address, as «/stappen/»."""

    def __repr__(self) -> str:  # pytest shows it with every failure
        return f"<{len(self)} pages>"


def read_pages(folder: Path) -> Pages:
    pages = Pages()
    for file in sorted(folder.rglob("*.html")):
        address = "/" + file.relative_to(folder).as_posix().removesuffix("index.html")
        pages[address] = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
    return pages
