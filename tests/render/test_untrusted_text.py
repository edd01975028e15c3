"""Whatever stands in a text field of any kind of data is refused with a sentence, or is text on a page: never code.

The fields are not listed here: every place of the small guide that takes free text is found by trying.
"""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass

import pytest
import yaml
from bs4 import BeautifulSoup
from pydantic import ValidationError

from macros.guide.guide import walk
from macros.guide.kinds import KINDS, Layout
from macros.guide.loading import inspect
from macros.guide.messages import where
from macros.guide.richtext import RichText
from tests.conftest import build, copy_project
from tests.small_guide import SmallGuide


@dataclass(frozen=True)
class Place:
    """Where free text may stand: a file, the place in it, the field of the model, and whether it is long text."""

    path: str
    location: tuple[str | int, ...]
    field: tuple[str, str]
    long: bool

    @property
    def where(self) -> str:
        return where(self.location)

    @property
    def name(self) -> str:
        """The place as one of its kind: «steps: actions.title»."""
        kind = self.path.removeprefix("data/").removesuffix(".yml").partition("/")[0]
        return f"{kind}: {'.'.join(part for part in self.location if isinstance(part, str))}"


def places(guide):
    """Every place of the guide that takes free text, once: the own sources of a story are items of their own too."""
    accepts, seen = {}, set()
    for document in guide.documents:
        for node in walk(document):
            field = (type(node.owner).__name__, node.name)
            for location, value in spread(node.location, node.value):
                if not isinstance(value, str | RichText) or at(document, location) is None:
                    continue
                if field not in accepts:
                    accepts[field] = takes(document, location, "Vrije tekst."), takes(document, location, "### Kop\n\n- punt")
                place = Place(document.file.path, (*document.location, *location), field, accepts[field][1])
                if accepts[field][0] and (place.path, place.location) not in seen:
                    seen.add((place.path, place.location))
                    yield place


def spread(location, value):
    """The value there, or what is in it when it is a list, or a table of lists."""
    if isinstance(value, tuple):
        return [pair for index, entry in enumerate(value) for pair in spread((*location, index), entry)]
    return [(location, value)]


def at(document, location):
    """What stands in the file there; None for what a default filled in."""
    value = document.file.data
    for part in (*document.location, *location):
        if isinstance(value, dict) and part not in value:
            return None
        value = value[part]
    return value


def takes(document, location, text):
    """Whether the model accepts ``text`` there."""
    raw = copy.deepcopy(document.file.data)
    if document.kind.layout is not Layout.LIST:
        raw["id"] = document.item.id
    put(raw, (*document.location, *location), text)
    for part in document.location:
        raw = raw[part]
    try:
        document.kind.model.model_validate(raw)
    except ValidationError:
        return False
    return True


def put(raw, location, text):
    for part in location[:-1]:
        raw = raw[part]
    raw[location[-1]] = text


def write_everywhere(small, found, text_for):
    """Put a text in every place at once."""
    files = {document.file.path: copy.deepcopy(document.file.data) for document in small.guide().documents}
    for number, place in enumerate(found):
        put(files[place.path], place.location, text_for(number))
    for path in {place.path for place in found}:
        text = yaml.dump(files[path], Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000)
        (small.root / path).write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def fields(tmp_path_factory):
    """One place for every field of every model that takes free text."""
    first = {}
    for place in places(SmallGuide(tmp_path_factory.mktemp("fields")).guide()):
        first.setdefault(place.field, place)
    return list(first.values())


def test_every_kind_of_data_has_places_for_text(small):
    files = {place.path for place in places(small.guide())}
    assert [kind.name for kind in KINDS if not any(path.startswith(f"data/{kind.name}") for path in files)] == []


def test_long_texts_and_lines_are_both_found(fields):
    assert sum(place.long for place in fields) > 10
    assert sum(not place.long for place in fields) > 50


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", "Klik <img src=x onerror=alert(1)>", "</main>", "een\u202etwee"],
)
def test_markup_and_invisible_characters_are_refused_in_every_field(small, fields, text):
    write_everywhere(small, fields, lambda number: text)
    said = {(problem.path, problem.where): problem.message for problem in inspect(small.root)[1]}
    wanted = "HTML is hier niet toegestaan" if "<" in text else "onzichtbaar teken"
    assert [place for place in fields if not said.get((place.path, place.where), "").startswith(wanted)] == []


@pytest.mark.parametrize("text", ["[klik](javascript:alert(1))", "[klik](JaVaScRiPt&colon;alert(1))"])
def test_link_that_runs_code_is_refused_in_every_long_text(small, fields, text):
    long = [place for place in fields if place.long]
    write_everywhere(small, long, lambda number: text)
    said = {(problem.path, problem.where): problem.message for problem in inspect(small.root)[1]}
    assert [place for place in long if not said.get((place.path, place.where), "").startswith("de link «")] == []


#: Hostile in a template, an attribute, a text and an address. «1337» is what 7*191 would become; a line that is not escaped
#: would show «<» for «&lt;».
HOSTILE = """ {{ 7*191 }}{% raw %}" onx='1' &lt; [x](javascript:1)"""
HOSTILE_LONG = """ {{ 7*191 }}{% raw %}" onx='1' & &lt;b onx=1&gt;x\n\n- een punt"""
SHOWN_LONG = """ {{ 7*191 }}{% raw %}" onx='1' & <b onx=1>x"""

#: Text that other things than pages use, or that repeats what the page says.
NOT_SHOWN = {
    "barriers: card", "glossary: forms", "seven-bs: summary", "steps: for_organisations.title", "steps: halfway.title",
    "steps: purpose.title", "steps: sources.place", "strategies: definition.title", "vocabulary: asked",
    "vocabulary: phrases", "vocabulary: words",
}  # fmt: skip

#: What is only on paper, or works in a form.
PAPER = ("documents", "worksheets", "leaflets", "card-sets", "sheets", "strategy-questions")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """A site made from a guide in which every text is hostile; with the places, in the order of their marks."""
    root = tmp_path_factory.mktemp("hostile")
    project = copy_project(root / "project")
    for old in sorted((project / "data").rglob("*"), reverse=True):
        old.rmdir() if old.is_dir() else old.unlink()
    (project / "data").rmdir()
    small = SmallGuide(project)
    story = small.path("stories/dorp.yml").read_text(encoding="utf-8").replace("formerly:\n  - gehucht\n", "")
    small.write("stories/voorbeeld.yml", story.replace("state: gepubliceerd", "state: voorbeeld"))
    # Documents have a grammar of their own, with braces: tests/browser/test_hostile.py attacks them with what it lets in.
    found = [place for place in places(small.guide()) if not place.path.startswith("data/documents/")]
    write_everywhere(small, found, lambda number: mark(number) + (HOSTILE_LONG if found[number].long else HOSTILE))
    assert small.report() == []
    return build(project, root / "site", SITE_URL="https://gids.example/"), found


def mark(number):
    return f"Z{number:04}"


def pages(folder):
    for file in sorted(folder.rglob("*.html")):
        yield file.relative_to(folder).as_posix(), BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")


@pytest.mark.slow
def test_hostile_text_becomes_no_element_no_attribute_and_no_link(hostile):
    for name, page in pages(hostile[0]):
        scripts = [script for script in page.find_all("script") if script.get("type") != "application/ld+json"]
        assert all(script.get("src") and not script.get_text() for script in scripts), name
        assert page.find_all(["img", "iframe", "object", "embed", "b"]) == [], name
        assert [key for element in page.find_all(True) for key in element.attrs if key.startswith("on")] == [], name
        assert page.find_all(href=re.compile(r"^\s*(javascript|data|vbscript):", re.IGNORECASE)) == [], name
        assert len(page.find_all("main")) == 1, name


@pytest.mark.slow
def test_no_template_engine_touches_a_text(hostile):
    for file in hostile[0].rglob("*"):
        if file.suffix in (".html", ".js", ".xml", ".txt", ".json"):
            assert "1337" not in file.read_text(encoding="utf-8"), file


@pytest.mark.slow
def test_every_text_stands_on_a_page_exactly_as_written(hostile):
    folder, found = hostile
    shown, broken = set(), []
    for name, page in pages(folder):
        texts = [" ".join(page.get_text().split())]
        texts += [" ".join(str(value).split()) for element in page.find_all(True) for value in element.attrs.values()]
        for text in texts:
            for match in re.finditer(r"Z(\d{4})", text):
                number = int(match[1])
                # The form shows the example as its author would type it.
                wanted = (SHOWN_LONG, HOSTILE_LONG.partition("\n")[0]) if found[number].long else HOSTILE
                if not text.startswith(wanted, match.end()):
                    broken.append((name, found[number], text[match.start() : match.start() + 80]))
                shown.add(number)
    assert broken == []
    unseen = {place.name for number, place in enumerate(found) if number not in shown}
    assert {name for name in unseen - NOT_SHOWN if not name.startswith(PAPER)} == set()
