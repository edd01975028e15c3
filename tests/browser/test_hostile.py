"""Hostile contributions, as a real browser sees them: a corpus of attacks in every text field of every kind of data.

What the model refuses is refused with a sentence (tests/render/test_untrusted_text.py); what it accepts is published here and
opened: no dialog, no request elsewhere, no blocked code, and no element that a template did not write.
"""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pytest
from bs4 import BeautifulSoup

from macros.guide.loading import inspect
from tests.browser.conftest import PROBES, begun
from tests.conftest import ROOT, build, copy_project
from tests.render.test_untrusted_text import places, write_everywhere
from tests.serving import StaticSite
from tests.small_guide import SmallGuide

pytestmark = pytest.mark.slow

#: Ways to become code: in HTML, an attribute, a style, a script, a template, a spreadsheet, a PDF, XML, a path, a log.
CORPUS = json.loads((ROOT / "tests" / "browser" / "attacks.json").read_text(encoding="utf-8"))


def clear(folder: Path) -> None:
    for old in sorted(folder.rglob("*"), reverse=True):
        old.rmdir() if old.is_dir() else old.unlink()
    folder.rmdir()


def accepted(root: Path, found, texts):
    """Per place the attacks that the model takes there. Asked all at once: one attack in every place, then the next."""
    taken: dict[int, list[str]] = {number: [] for number in range(len(found))}
    for index, text in enumerate(texts):
        small = SmallGuide(root / str(index))
        write_everywhere(small, found, lambda number, text=text: marked(found[number], text, number))
        refused = {(problem.path, problem.where) for problem in inspect(small.root)[1]}
        for number, place in enumerate(found):
            if refused.isdisjoint({(place.path, place.where), (place.path, "")}):
                taken[number].append(text)
    return taken


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """Two sites from the same guide: one whose texts are attacks, one whose texts are words. And which attack stood where."""
    root = tmp_path_factory.mktemp("hostile")
    small = SmallGuide(root / "fields")
    found = list(places(small.guide()))
    taken = accepted(root / "tried", found, CORPUS)
    sites = {}
    for name, text_for in (
        # Places take turns, so that every attack that is let in stands in several.
        ("attacked", lambda number: attack(found[number], taken[number], number)),
        ("plain", lambda number: marked(found[number], "Woord", number)),
    ):
        project = copy_project(root / name)
        clear(project / "data")
        guide = SmallGuide(project)
        write_everywhere(guide, found, text_for)
        assert [line for line in guide.report() if "let op" not in line] == [], name
        sites[name] = build(project, root / f"{name}-site", SITE_URL="https://gids.example/")
    return sites, taken


def marked(place, text, number):
    """An attack stands at the very start; the mark keeps texts apart that may not be equal. Some long texts need a list."""
    return f"{text} W{number}" + ("\n\n- een punt" if place.long else "")


def attack(place, texts, number):
    """One of the attacks that are let in at a place: neighbours get another one."""
    return marked(place, texts[number % len(texts)] if texts else "Woord", number)


def test_most_attacks_are_let_in_as_text_and_all_others_are_refused(hostile):
    """The corpus is worth its name: what is let in nowhere must be markup, a link that runs, or unreadable."""
    _, taken = hostile
    let_in = {text for texts in taken.values() for text in texts}
    assert len(let_in) >= 25
    refused = [text for text in CORPUS if text not in let_in]
    assert [text for text in refused if not re.search(r"<[a-zA-Z/!]|\]\(|[\x00-\x1f\u202a-\u202e\u2066-\u2069\ufeff\u2028]", text)] == []


def test_no_page_runs_an_attack_as_a_browser_sees_it(hostile, browser, figure):
    """Every page is opened with its scripts: nothing pops up, nothing is blocked, nothing leaves the site, nothing is set."""
    sites, taken = hostile
    troubles: list[str] = []
    with StaticSite(sites["attacked"]) as served:
        context = browser.new_context(base_url=served.url, reduced_motion="reduce")
        context.expose_binding("reportViolation", lambda _, what: troubles.append(f"policy: {what}"))
        context.add_init_script(PROBES)
        page = context.new_page()
        page.on("dialog", lambda dialog: (troubles.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("pageerror", lambda error: troubles.append(f"error: {error}"))
        page.on("request", lambda request: request.url.startswith(served.url) or troubles.append(f"elsewhere: {request.url}"))
        for file in sorted(sites["attacked"].rglob("*.html")):
            address = file.relative_to(sites["attacked"]).as_posix().removesuffix("index.html")
            page.goto(address)
            begun(page)
            if page.evaluate("'hacked' in window || document.title.includes('hacked-title')"):
                troubles.append(f"ran: {address}")
        page.goto("zoeken/?q=" + "%22%3E%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
        page.locator("main").wait_for()
        page.goto("zoeken/?q=alert")
        page.locator("main").wait_for()
        context.close()
    figure("attacked-places", sum(bool(texts) for texts in taken.values()))
    figure("attacks-run", len(troubles))
    assert troubles == []


def shape(folder: Path):
    """Every element of every page with the names of its attributes: what templates wrote, without the texts.

    A list or a word that explains itself may differ with the text; whatever could run, load or lead somewhere may not.
    """
    found = {}
    for file in sorted(folder.rglob("*.html")):
        page = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
        risky = page.find_all(["script", "style", "iframe", "object", "embed", "img", "form", "input", "base", "meta", "link", "svg", "math"])
        handlers = [(each.name, name) for each in page.find_all(True) for name in each.attrs if name.startswith("on") or name == "style"]
        assert handlers == [], file
        found[file.relative_to(folder).as_posix()] = [(each.name, tuple(sorted(each.attrs))) for each in risky]
    return found


def test_attacks_add_no_element_that_could_run_load_or_lead_elsewhere(hostile):
    sites, _ = hostile
    assert shape(sites["attacked"]) == shape(sites["plain"])


def test_links_of_pages_and_documents_lead_only_where_the_model_allows(hostile):
    sites, _ = hostile
    wrong, seen = [], 0
    for file in sites["attacked"].rglob("*.html"):
        page = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
        wrong += [(file.name, link["href"]) for link in page.find_all(href=True) if re.match(r"\s*(?!https:|mailto:)[a-z]+:", link["href"], re.I)]
    for file in sites["attacked"].rglob("*.pdf"):
        with pikepdf.open(file) as pdf:
            assert "/OpenAction" not in pdf.Root and "/JavaScript" not in pdf.Root.get("/Names", {})
            for page in pdf.pages:
                for note in page.get("/Annots", []):
                    action = note.get("/A", {})
                    seen += 1
                    if action.get("/S", "/URI") not in ("/URI", "/GoTo") or not re.match(r"https://|mailto:", str(action.get("/URI", "https://"))):
                        wrong.append((file.name, str(action)))
    assert wrong == []
    assert seen > 20


def test_word_and_slides_hold_attacks_as_text_only(hostile):
    """No field, no macro, no link that runs: only text. XML is well formed whatever was typed."""
    sites, _ = hostile
    files = [file for file in sites["attacked"].rglob("*") if file.suffix in (".docx", ".pptx")]
    assert len(files) >= 2
    for file in files:
        with zipfile.ZipFile(file) as archive:
            assert not any("vba" in name.lower() for name in archive.namelist())
            for name in archive.namelist():
                if name.endswith((".xml", ".rels")):
                    root = ElementTree.fromstring(archive.read(name))
                    codes = [each.text or "" for each in root.iter() if each.tag.endswith("}instrText")]
                    assert not any(re.search(r"DDE|INCLUDE|HYPERLINK", code) for code in codes), (file, name)
                    outside = [each.get("Target") for each in root.iter() if each.get("TargetMode") == "External"]
                    assert all(re.match(r"https://|mailto:", target) for target in outside), (file, name)


def test_no_cell_of_the_open_data_is_a_formula(hostile):
    sites, _ = hostile
    count = 0
    for file in (sites["attacked"] / "data").glob("*.csv"):
        for row in csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig")), delimiter=";"):
            for cell in row:
                count += cell.startswith("'")
                assert not re.match(r"[\s\"]*[=+\-@＝＋－＠]", cell), (file.name, cell)
                assert not re.search(r"[;,\t|][\s\"']*(?<!')[=+@]", cell), (file.name, cell)
    assert count > 10


def test_feeds_and_data_stay_well_formed(hostile):
    sites, _ = hostile
    for file in sites["attacked"].rglob("*.xml"):
        ElementTree.parse(file)
    for file in (sites["attacked"] / "data").rglob("*.json"):
        json.loads(file.read_text(encoding="utf-8"))


NAMES = ["../../etc/passwd", "..", "a/b", "a\\b", "C:evil", "%2e%2e", "a\u0000b", "Ａ", "con.", "-a", "a--b", "a" * 61, "a\n", "ä", "."]


@pytest.mark.parametrize("name", NAMES)
def test_an_id_never_leaves_its_folder(small, name):
    """Ids become file names and addresses: in a list, as an old name, and as a part of an item."""
    quoted = json.dumps(name)
    small.append("glossary.yml", f"- id: {quoted}\n  term: Kwaad\n  definition: Iets.\n  ours: true\n")
    small.append("stories/wijk.yml", f"formerly:\n  - {quoted}\n")
    lines = small.report()
    assert any(line.startswith("data/glossary.yml:") for line in lines), lines
    assert any(line.startswith("data/stories/wijk.yml:") for line in lines), lines


def test_a_file_name_that_is_no_id_is_refused(small):
    for name in ("..yml", "a b.yml", "A.yml", "é.yml", "a_b.yml"):
        small.write(f"stories/{name}", "title: x\n")
    lines = [line for line in small.report() if "bestandsnaam" in line]
    assert len(lines) == 4  # what begins with a dot is not read at all
