"""What pages offer: «Afdrukken» lists everything, every step, strategy, barrier, story and workshop its own."""

from __future__ import annotations

import datetime

import pytest
from bs4 import BeautifulSoup

from macros.export import shelf
from macros.export.documents import documents
from macros.guide.loading import load
from macros.render.prints import GROUPS, Print, Prints
from macros.render.site import Site
from tests.conftest import ROOT
from tests.export.conftest import EPOCH

DATE = datetime.date(2026, 11, 22)


def listed(html):
    return BeautifulSoup(str(html), "html.parser")


@pytest.fixture
def small_site(small):
    return Site(small.guide(), DATE)


def fragment(site):
    return listed(site.fragment("documents", site.composer("afdrukken")))


def test_the_page_lists_every_document_with_purpose_pages_size_and_a_link(small_site, small, tmp_path):
    found = shelf.fill(tmp_path / "documents", small.guide(), EPOCH)
    small_site.prints = found.prints
    page = fragment(small_site)
    for entry in found.prints.entries:
        if entry.aside:
            assert page.find("a", href=f"../{entry.file}") is None
            continue
        [link] = [link for link in page.find_all("a") if link["href"] == f"../{entry.file}"]
        item = link.find_parent("li").get_text(" ", strip=True)
        assert entry.title in item and entry.purpose in item and f"({entry.measure})" in item
    assert "python -m macros documents" not in page.get_text()


def test_everything_for_a_step_stands_together_with_the_one_file_first(small_site, small, tmp_path):
    small_site.prints = shelf.fill(tmp_path / "documents", small.guide(), EPOCH).prints
    page = fragment(small_site)
    for number in range(1, 7):
        heading = page.find(id=f"stap-{number}")
        links = [link["href"] for link in heading.find_next("ul").find_all("a")]
        assert links[0] == f"../afdrukken/alles-voor-stap-{number}.pdf"
        assert {f"../afdrukken/checklist-stap-{number}.pdf", f"../afdrukken/checklist-stap-{number}-met-notities.pdf"} <= set(links)


def test_blank_word_document_with_words_of_a_government_is_there_for_an_organisation_too():
    entries = {entry.entry.file: entry.entry for entry in documents(load(ROOT)[0], DATE) if entry.entry.kind == "docx"}
    twice = {
        "afdrukken/collegenota.docx": ("Collegenota", "afdrukken/bestuursnota.docx", "Bestuursnota"),
        "afdrukken/korte-nota.docx": ("Korte nota, voor een lokaal bestuur", "afdrukken/korte-nota-organisatie.docx", "Korte nota, voor een organisatie"),
        "afdrukken/onderbouwde-keuze.docx": (
            "Onderbouwde keuze, voor een lokaal bestuur", "afdrukken/onderbouwde-keuze-organisatie.docx", "Onderbouwde keuze, voor een organisatie",
        ),
        "afdrukken/steunplan.docx": ("Steunplan, voor een lokaal bestuur", "afdrukken/steunplan-organisatie.docx", "Steunplan, voor een organisatie"),
        "afdrukken/volledig-plan.docx": (
            "Volledig plan, voor een lokaal bestuur", "afdrukken/volledig-plan-organisatie.docx", "Volledig plan, voor een organisatie",
        ),
    }  # fmt: skip
    assert len(entries) == 11 + len(twice)
    order = list(entries)
    for file, (title, other, other_title) in twice.items():
        assert (entries[file].title, entries[other].title) == (title, other_title)
        assert order.index(other) == order.index(file) + 1 and entries[file].offered == entries[other].offered
        assert "schepen" not in entries[other].purpose and "college" not in entries[other].purpose
    assert len({entry.title for entry in entries.values()}) == len(entries)


def test_page_says_why_some_word_documents_stand_there_twice(small_site):
    small_site.prints = Prints((Print("afdrukken/nota.docx", "Nota", "x", "word", "A4"),))
    said = fragment(small_site).find(id="groep-word").find_next("p")
    assert said.get_text() == (
        "Waar de woorden anders zijn voor een organisatie dan voor een lokaal bestuur, staat het document er twee keer. De andere zijn voor allebei."
    )


def test_workshops_are_listed_by_their_minutes():
    entries = tuple(Print(f"afdrukken/w-{m}.pdf", f"w {m}", "x", "workshops", "A4", minutes=m) for m in (180, 60, 90))
    assert [entry.minutes for entry in Prints(entries).of_group("workshops")] == [60, 90, 180]
    assert [(minutes, len(found)) for minutes, found in Prints(entries).by_length("workshops")] == [(60, 1), (90, 1), (180, 1)]


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (Print("x.pdf", "x", "x", "kaarten", "A4", pages=1, size=400), "pdf, 1 pagina A4, 1\u00a0kB"),
        (Print("x.pdf", "x", "x", "kaarten", "A3 liggend", pages=2, size=34_500), "pdf, 2 pagina’s A3 liggend, 34\u00a0kB"),
        (Print("x.pdf", "x", "x", "kaarten", "A4", pages=166, size=2_744_248), "pdf, 166 pagina’s A4, 2,7\u00a0MB"),
        (Print("x.pptx", "x", "x", "workshops", "16:9", pages=14, size=62_000), "pptx, 14 dia’s 16:9, 62\u00a0kB"),
        (Print("x.pdf", "x", "x", "kaarten", "A4"), "pdf, A4"),
        (Print("x.docx", "x", "x", "word", "A4", size=8078), "docx, A4, 8\u00a0kB"),
    ],
)
def test_a_measure_says_kind_pages_format_and_weight(entry, words):
    assert entry.measure == words


def test_while_nothing_was_made_no_link_is_broken_and_the_page_says_how_to_ask(small_site, small, tmp_path):
    small_site.prints = shelf.look(tmp_path / "documents", small.guide(), DATE).prints
    page = fragment(small_site)
    assert [link["href"] for link in page.find_all("a") if link["href"].endswith((".pdf", ".pptx", ".docx"))] == []
    assert "Checklist stap 1" in page.get_text()
    assert "python -m macros documents" in page.get_text()


def test_a_page_offers_its_own_documents_and_no_others(small_site, small, tmp_path):
    small_site.prints = shelf.fill(tmp_path / "documents", small.guide(), EPOCH).prints
    pages = {page.key: listed(page.html) for page in small_site.pages()}
    offered = {key: _offered(page) for key, page in pages.items()}
    assert offered["stappen/stap-2"] == {
        "afdrukken/blaadje.pdf", "afdrukken/alles-voor-stap-2.pdf", "afdrukken/checklist-stap-2.pdf",
        "afdrukken/checklist-stap-2-met-notities.pdf",
    } - {"afdrukken/blaadje.pdf"}  # fmt: skip
    assert "afdrukken/blaadje.pdf" in offered["stappen/stap-1"]
    assert "afdrukken/kaarten-strategieen.pdf" in offered["strategieen/strategie-4"]
    assert "afdrukken/kaarten-twee.pdf" in offered["drempels/te-ver"]
    assert offered["praktijkverhalen/dorp"] == {"afdrukken/verhaal-dorp.pdf"}


def _offered(page):
    section = page.find(class_="prints")
    return {link["href"].replace("../", "") for link in section.find_all("a")} if section else set()


def test_every_document_has_a_group_that_the_page_shows(small, tmp_path):
    entries = shelf.look(tmp_path / "documents", small.guide(), DATE).prints.entries
    assert {entry.group for entry in entries} == set(GROUPS)
    assert all(entry.steps for entry in entries if entry.group == "stappen")


@pytest.mark.slow
def test_the_built_site_holds_every_document_it_links_to_and_no_other(built, pages):
    linked = set()
    for page in pages.values():
        for link in page.find_all("a", href=True):
            if link["href"].endswith((".pdf", ".pptx", ".docx")) and not link["href"].startswith(("https:", "http:")) and "sjablonen" not in link["href"]:
                linked.add(link["href"].rpartition("/")[2])
    held = {file.name for file in (built / "afdrukken").iterdir() if file.suffix in (".pdf", ".pptx", ".docx")}
    assert linked == held
    assert len(held) > 60


@pytest.mark.slow
def test_every_document_is_offered_on_the_pages_it_belongs_to(pages):
    entries = [document.entry for document in documents(load(ROOT)[0], DATE)]
    plan = "".join(str(page.find("main")) for address, page in pages.items() if address.startswith("/mijn-plan/"))
    assert [entry.file for entry in entries if not entry.offered and f"{entry.file}\"" not in plan] == []
    absent = [
        (entry.file, key)
        for entry in entries
        for key in entry.offered
        if not pages[f"/{key}/"].select(f'.prints a[href$="{entry.file}"]')
    ]
    assert absent == []
