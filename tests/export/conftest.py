"""The documents of the real guide, made once, and what a reader's program sees in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pymupdf
import pytest

from macros.export import shelf
from macros.export.documents import Document, documents
from macros.guide.guide import Guide
from macros.guide.loading import load
from macros.render.prints import Print
from tests.conftest import ROOT, copy_project

EPOCH = 1795305600  # 22 November 2026
EDITION = "22 november 2026"
SITE = "https://gids.voorbeeldstad.example/"


@dataclass(frozen=True)
class Made:
    """Everything that a build puts in ``/afdrukken/``."""

    guide: Guide
    folder: Path
    prints: tuple[Print, ...]
    documents: tuple[Document, ...]

    @property
    def pdfs(self) -> list[str]:
        return [entry.file.removeprefix("afdrukken/") for entry in self.prints if entry.kind == "pdf"]

    def path(self, name: str) -> Path:
        return self.folder / name

    def entry(self, name: str) -> Print:
        return next(entry for entry in self.prints if entry.file == f"afdrukken/{name}")

    def opened(self, name: str) -> pymupdf.Document:
        return pymupdf.open(self.path(name))

    def pages(self, name: str) -> list[str]:
        """The text of every page, with each run of spaces as one."""
        with self.opened(name) as document:
            return [spaced(page.get_text()) for page in document]

    def words(self, name: str) -> str:
        return " ".join(self.pages(name))


def spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _make(folder: Path, site: str) -> Made:
    guide, _ = load(ROOT)
    found = shelf.fill(folder, guide, EPOCH, site)
    return Made(guide, folder, found.prints.entries, tuple(documents(guide, found.edition, site)))


@pytest.fixture(scope="session")
def made(tmp_path_factory) -> Made:
    return _make(tmp_path_factory.mktemp("documents"), "")


@pytest.fixture(scope="session")
def made_online(tmp_path_factory) -> Made:
    """As another operator makes them, who knows where the site stands."""
    return _make(tmp_path_factory.mktemp("documents-online"), SITE)


def pdf_text_fonts(pdf: pikepdf.Pdf) -> dict[str, pikepdf.Object]:
    """Every font that a page names, with its descriptor."""
    fonts: dict[str, pikepdf.Object] = {}
    for page in pdf.pages:
        for font in page.get("/Resources", {}).get("/Font", {}).values():
            descendant = font.DescendantFonts[0] if "/DescendantFonts" in font else font
            fonts[str(font.BaseFont)] = descendant.FontDescriptor
    return fonts


@pytest.fixture
def copied_project(tmp_path) -> Path:
    """The project somewhere else, to break."""
    return copy_project(tmp_path / "project")
