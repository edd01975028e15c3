"""Every PDF as a file: standards, fonts, language, structure, nothing cut off. Read by programs that did not make it."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pikepdf
import pytest

from tests.conftest import ROOT
from tests.export.conftest import EDITION, pdf_text_fonts

MM = 72 / 25.4
#: What stands higher is the bar of steps or the chapter of the book.
_HEADERS = 16.5 * MM
PAPER = {"A4": (210, 297), "A4 liggend": (297, 210), "A3 liggend": (420, 297)}


def test_every_document_says_that_it_was_made_as_pdf_ua_and_pdf_a(made):
    for name in made.pdfs:
        xmp = made.path(name).read_bytes()
        assert b"<pdfuaid:part>1</pdfuaid:part>" in xmp, name
        assert b"<pdfaid:part>2</pdfaid:part>" in xmp and b"<pdfaid:conformance>A</pdfaid:conformance>" in xmp, name


def test_every_document_has_a_title_a_language_and_the_edition_as_its_date(made):
    by_name = {document.name: document for document in made.documents}
    for name in made.pdfs:
        with pikepdf.open(made.path(name)) as pdf:
            assert str(pdf.docinfo.Title) == by_name[name].title, name
            assert pdf.Root.ViewerPreferences.DisplayDocTitle is True
            assert str(pdf.Root.Lang) == "nl-BE", name
            assert str(pdf.docinfo.CreationDate).startswith("D:20261122"), name
    assert len({document.title for document in made.documents}) > len(made.pdfs) / 2


def test_only_our_own_typeface_is_used_and_it_is_always_inside(made):
    for name in made.pdfs:
        with pikepdf.open(made.path(name)) as pdf:
            fonts = pdf_text_fonts(pdf)
            assert fonts, name
            for font, descriptor in fonts.items():
                assert "AtkinsonHyperlegible" in font, f"{name}: {font}"
                assert "/FontFile2" in descriptor or "/FontFile3" in descriptor, f"{name}: {font}"


def test_every_page_has_the_size_that_the_site_promises(made):
    for name in made.pdfs:
        promised = made.entry(name)
        with pikepdf.open(made.path(name)) as pdf:
            sizes = {tuple(round(float(side) / MM) for side in page.mediabox[2:]) for page in pdf.pages}
            assert len(pdf.pages) == promised.pages, name
        # A bundle holds sheets of both directions; one alone has one.
        allowed = {PAPER["A4"], PAPER["A4 liggend"]} if promised.whole or promised.group == "workshops" else {PAPER[promised.format]}
        assert sizes <= allowed, name


def test_the_size_of_a_file_is_the_one_that_the_site_promises(made):
    for entry in made.prints:
        assert made.path(entry.file.removeprefix("afdrukken/")).stat().st_size == entry.size


def test_nothing_stands_outside_the_page_or_in_its_last_four_millimetres(made):
    for name in made.pdfs:
        with made.opened(name) as pdf:
            for page in pdf:
                inner = page.rect + (4 * MM, 4 * MM, -4 * MM, -4 * MM)
                outside = [word[4] for word in page.get_text("words") if not inner.contains(word[:4])]
                assert outside == [], f"{name}, page {page.number + 1}"


def test_no_two_words_are_printed_over_each_other(made):
    for name in made.pdfs:
        if made.entry(name).pages > 80:
            continue  # the whole guide is flowing text only
        with made.opened(name) as pdf:
            for page in pdf:
                boxes = sorted((round(w[1]), w[0], w[2], (w[1] + w[3]) / 2, w[4]) for w in page.get_text("words"))
                over = [
                    (a[4], b[4])
                    for a, b in zip(boxes, boxes[1:], strict=False)
                    if abs(a[3] - b[3]) < 2 and b[1] < a[2] - 1 and b[1] >= a[1]
                ]
                assert over == [], f"{name}, page {page.number + 1}"


def test_content_is_painted_in_the_order_in_which_it_is_read(made):
    for name in made.pdfs:
        with pikepdf.open(made.path(name)) as pdf:
            last: dict[tuple[int, int], int] = {}
            for page, marked in _marked_content(pdf.Root.StructTreeRoot.K, None):
                assert marked > last.get(page, -1), name
                last[page] = marked
            assert last, name


def _marked_content(node, page):
    """Page and number of every piece of content, in the order of the tree."""
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from _marked_content(child, page)
    elif isinstance(node, int):
        yield page, node
    elif isinstance(node, pikepdf.Dictionary):
        page = node.Pg.objgen if "/Pg" in node else page
        if "/MCID" in node:
            yield page, int(node.MCID)
        elif "/K" in node:
            yield from _marked_content(node.K, page)


def test_headings_begin_at_one_and_never_skip_a_level(made):
    for name in made.pdfs:
        with pikepdf.open(made.path(name)) as pdf:
            levels = [int(role[2:]) for role in _roles(pdf.Root.StructTreeRoot.K) if re.fullmatch(r"/H[1-6]", role)]
        assert levels[0] == 1, name
        assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False)), name


def _roles(node):
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from _roles(child)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield str(node.S)
        if "/K" in node:
            yield from _roles(node.K)


def _overlapping(words):
    """Pairs of words on one line of which the second begins before the first ends."""
    ordered = sorted(words)
    for index, (_, top, right, bottom, word, *_) in enumerate(ordered):
        for left, upper, _, lower, other, *_ in ordered[index + 1 :]:
            if left >= right - 0.7:  # points: a letter may lean a little
                break
            if min(bottom, lower) - max(top, upper) > 0.5 * min(bottom - top, lower - upper):
                yield word, other


def test_no_word_is_printed_over_another(made):
    seen, found = set(), {}
    for name in made.pdfs:
        with made.opened(name) as document:
            for page in document:
                if (text := page.get_text()) not in seen and (pairs := list(_overlapping(page.get_text("words")))):
                    found[name, page.number + 1] = pairs
                seen.add(text)
    assert len(seen) > 300
    assert found == {}


def test_words_over_each_other_are_noticed():
    assert list(_overlapping([(0, 0, 20, 10, "een"), (15, 1, 40, 11, "twee"), (45, 0, 60, 10, "drie"), (0, 12, 20, 22, "vier")])) == [("een", "twee")]


def test_every_page_names_the_edition(made):
    for name in made.pdfs:
        cover = name == "de-hele-gids.pdf"
        without = [number for number, text in enumerate(made.pages(name), 1) if f"editie {EDITION}" not in text]
        assert without == ([1] if cover else []), name
    assert f"Editie van {EDITION}" in made.pages("de-hele-gids.pdf")[0]


# --- independent checkers ---

#: What ``outloud`` remarks on and we keep, each with the reason.
KEPT = {
    "TBL-012": "a table to fill in by hand has empty cells",
    "TBL-014": "the checker measures a table by its text, and a table to fill in has little",
    "PAG-001": "a source line that returns below many blocks is no running header",
    "ORD-001": "a paragraph that begins in bold; test_content_is_painted_in_the_order_in_which_it_is_read looks at the real order",
}


def _one_of_each(made):
    """All documents; of a workshop only the longest version, which has every sheet."""
    longest = {}
    for entry in made.prints:
        if entry.minutes is not None and entry.kind == "pdf":
            longest[entry.offered] = max(longest.get(entry.offered, entry), entry, key=lambda known: known.minutes)
    return [name for name in made.pdfs if made.entry(name).minutes is None or made.entry(name) in longest.values()]


@pytest.mark.slow
def test_outloud_finds_no_error_in_any_document(made, tmp_path):
    report = tmp_path / "report.json"
    paths = [str(made.path(name)) for name in _one_of_each(made)]
    subprocess.run([sys.executable, "-c", "from outloud.cli import main; main()", "--quiet", "--json", str(report), *paths], cwd=ROOT)
    findings = [(file["path"], found) for file in json.loads(report.read_text())["results"] for found in file["findings"]]
    unexpected = [(path, found["rule"], found["message"]) for path, found in findings if found["rule"] not in KEPT]
    assert unexpected == []


@pytest.mark.slow
def test_pdfua_finds_no_error_in_any_document(made, figure):
    paths = [str(made.path(name)) for name in _one_of_each(made)]
    result = subprocess.run([sys.executable, "-m", "pdfua", "check", *paths], capture_output=True, text=True, cwd=ROOT)
    figure("pdf-checked", len(paths))
    figure("pdf-errors", len(paths) - result.stdout.count("errors=0"))
    assert result.returncode == 0, result.stdout
    assert result.stdout.count("errors=0") == len(paths), result.stdout


def test_no_page_begins_with_where_a_statement_comes_from_and_none_ends_with_the_title_of_what_follows(made):
    """A source line stays below its statement, a title above what it names."""
    for name in made.pdfs:
        with made.opened(name) as pdf:
            for page in pdf:
                body = [block for block in page.get_text("blocks") if _HEADERS < block[1] and block[3] < page.rect.height - 18 * MM]
                texts = [" ".join(block[4].split()) for block in sorted(body, key=lambda block: block[1]) if block[4].strip()]
                if texts:
                    where = f"{name}, page {page.number + 1}"
                    assert not re.match(r"Onze aanvulling\.( Steunt op|$)|Bron(nen)?: ", texts[0]), where
                    assert texts[-1] not in ("Dit kan je zeggen", "Dan kan je zeggen", "Dit pleit ervoor", "Dit pleit ertegen"), where
                    assert not texts[-1].startswith("Gebruikt deze strategie") and "geen bevindingen van onderzoek" not in texts[-1], where
                    assert not re.fullmatch(r"Minuut \d+ tot \d+: .*", texts[-1]), where
