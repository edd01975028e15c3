"""Where everything stands, and the way there: in any folder, and from a disk without a server."""

import posixpath
import re
from pathlib import Path

import pytest

from macros.guide.checks import PAGE_ANCHORS, PAGES
from macros.guide.kinds import KINDS
from macros.render.addresses import Address, Router, address_of
from macros.render.story_chapters import CHAPTERS

ROOT = Path(__file__).resolve().parents[2]
PAGE_KEYS = ["", "stappen", "stappen/korte-nota", "drempels/zeven-bs", "woordenlijst"]


@pytest.mark.parametrize("directories", [True, False], ids=["directories", "files"])
@pytest.mark.parametrize("target", PAGE_KEYS)
@pytest.mark.parametrize("origin", PAGE_KEYS)
def test_a_link_leads_from_any_depth_to_any_page(origin, target, directories):
    router = Router(directories)
    link = router.link(origin, Address(target, "hier"))
    if origin == target:
        assert link == "#hier"
        return
    path, _, anchor = link.partition("#")
    # A browser resolves a link against the folder of the page it is on.
    here = posixpath.dirname("site/" + router.file(origin))
    assert posixpath.normpath(posixpath.join(here, path)) == posixpath.normpath("site/" + router.file(target))
    assert anchor == "hier"
    assert not path.startswith("/") and ":" not in path


def test_a_link_to_the_page_itself_is_never_empty():
    assert Router(True).link("", Address("")) == "./"
    assert Router(False).link("", Address("")) == "index.html"
    assert Router(True).link("stappen", Address("stappen")) == "../stappen/"


def test_without_directory_addresses_every_link_names_a_file():
    assert Router(False).link("stappen/korte-nota", Address("")) == "../index.html"
    assert Router(False).link("", Address("stappen")) == "stappen.html"
    assert Router(False).link("stappen/korte-nota", Address("drempels/te-duur", "wat-helpt")) == "../drempels/te-duur.html#wat-helpt"


@pytest.mark.parametrize(
    ("kind", "id", "part", "address"),
    [
        ("steps", "korte-nota", "", Address("stappen/korte-nota")),
        ("stories", "kortrijk", "niet-alleen", Address("praktijkverhalen/kortrijk", "niet-alleen")),
        ("glossary", "brug", "", Address("woordenlijst", "brug")),
        ("seven-bs", "bereikbaarheid", "", Address("drempels/zeven-bs", "bereikbaarheid")),
        ("articles", "wat-is", "", Address("wat-is")),
        ("page", "start", "", Address("")),
        ("page", "over", "onze-aanvulling", Address("over", "onze-aanvulling")),
    ],
)
def test_where_things_stand(kind, id, part, address):
    assert address_of(kind, id, part) == address


def test_every_kind_that_readers_see_has_an_address():
    for kind in KINDS:
        if kind.page:
            address = address_of(kind.name, "iets")
            assert address in (Address(f"{kind.page}/iets"), Address(kind.page, "iets"))


def test_pages_that_texts_may_link_to_are_written(real_site):
    written = {file.relative_to(ROOT / "docs").with_suffix("").as_posix() for file in (ROOT / "docs").glob("*.md")}
    written |= {page.key for page in real_site.pages()}
    assert {address_of("page", name).page for name in PAGES} <= written


def test_ids_that_pages_use_themselves_are_those_in_the_templates():
    """What the check refuses as an id is what the templates write as one, per kind of page."""
    templates = ROOT / "macros" / "render" / "templates"

    def fixed(*files):
        text = "".join(file.read_text(encoding="utf-8") for file in files)
        return {id for id in re.findall(r'\sid="([^"]+)"', text) if "{" not in id}

    shell = fixed(*(ROOT / "overrides").rglob("*.html"), templates / "parts" / "blocks.html", templates / "parts" / "prints.html")
    assert shell == PAGE_ANCHORS["*"]
    for kind, name in (("steps", "step"), ("strategies", "strategy"), ("stories", "story"), ("materials", "material")):
        own = fixed(templates / "pages" / f"{name}.html") | ({chapter.anchor for chapter in CHAPTERS} if kind == "stories" else set())
        assert own == PAGE_ANCHORS[kind], kind
