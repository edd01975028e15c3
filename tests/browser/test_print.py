"""Every type of page on paper: A4, complete, light, nothing cut, nothing stranded, boxes to tick with a pen."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser import paper
from tests.browser.page_types import PAGE_TYPES
from tests.browser.page_types import page_type as find_type
from tests.conftest import program

# The margins of the sheet in millimetres, as the style sheet sets them.
TOP, RIGHT, BOTTOM, LEFT = 20, 17, 18, 20
A4 = (595, 842)
# Between the margins, in the pixels of the screen.
PAPER_WIDTH = round((210 - LEFT - RIGHT) / 25.4 * 96)


@dataclass
class Print:
    file: Path
    sheets: list[paper.Sheet]

    @property
    def lines(self) -> list[list[paper.Line]]:
        """The lines of each sheet, without what stands in the margins."""
        return [sheet.content(TOP, BOTTOM) for sheet in self.sheets]

    @property
    def text(self) -> str:
        return paper.letters(" ".join(line.text for lines in self.lines for line in lines))


def print_page(page: Page, file: Path, **options: object) -> Print:
    page.pdf(path=file, prefer_css_page_size=True, **options)
    return Print(file, paper.read(file, program("pdftotext")))


def faults(page: Page, printed: Print) -> list[str]:
    """What is wrong with a printed page."""
    page.emulate_media(media="print")
    headings = [(paper.letters(text), tag, size) for text, tag, size in page.evaluate("probes.headingsOnPaper()")]
    # Work sheets each start on a new sheet, and leave room to write.
    may_be_empty = page.locator(".sheet").count() > 0
    foot = paper.letters(page.locator(".foot").inner_text())
    found = []
    title = paper.letters(page.locator("h1").inner_text())
    if title not in printed.text[: len(title) + 80]:
        found.append("de titel staat niet bovenaan")
    for number, (sheet, lines) in enumerate(zip(printed.sheets, printed.lines, strict=True), 1):
        is_last = number == len(printed.sheets)
        found += [f"blad {number}: {what}" for what in misplaced(sheet, lines)]
        if not is_last:
            stranded = [line.text for line in lines if is_stranded(line, lines, headings)]
            found += [f"blad {number}: de kop «{text}» staat alleen onderaan" for text in stranded]
        if filled(lines) < (0.5 if not is_last else 0.01) and not may_be_empty:
            found.append(f"blad {number}: maar voor {filled(lines):.0%} gevuld")
        if is_last and paper.letters(" ".join(line.text for line in lines)) in foot:
            found.append(f"blad {number}: alleen de voet van de pagina")
    missing = [text for text in page.evaluate("probes.textsOnPaper()") if not is_printed(text, printed.text)]
    return found + [f"ontbreekt: {text.strip()[:80]}" for text in missing]


def misplaced(sheet: paper.Sheet, lines: list[paper.Line]) -> list[str]:
    """A sheet that is not A4, and lines beyond its margins."""
    left, right = LEFT * paper.MM - 2, sheet.width - RIGHT * paper.MM + 2
    found = [] if (round(sheet.width), round(sheet.height)) == A4 else ["geen A4"]
    beyond = [line for line in lines if line.left < left or line.right > right or line.bottom > sheet.height]
    return found + [f"buiten de marge: {line.text}" for line in beyond]


def filled(lines: list[paper.Line]) -> float:
    """How far down a sheet its text comes, from 0 to 1."""
    lowest = max((line.bottom for line in lines), default=0) / paper.MM
    return max(lowest - TOP, 0) / (297 - TOP - BOTTOM)


def is_stranded(line: paper.Line, lines: list[paper.Line], headings: list[tuple[str, str, float]]) -> bool:
    """Whether a line is a heading with nothing below it; what a term of a list says may also stand beside it."""
    text = paper.letters(line.text)
    tags = {tag for heading, tag, size in headings if heading == text and line.height >= 0.95 * size}
    if not tags or any(line.is_above(other) for other in lines):
        return False
    return tags != {"dt"} or not any(line.is_before(other) for other in lines)


def is_printed(text: str, printed: str) -> bool:
    """Whether all of it is there; a break between sheets or columns may fall between two words."""
    return paper.letters(text) in printed or all(paper.letters(word) in printed for word in text.split())


def test_a_step_prints_complete_on_a4(visit, tmp_path):
    page = visit(find_type("step"))
    printed = print_page(page, tmp_path / "step.pdf")
    assert faults(page, printed) == []
    assert 3 <= len(printed.sheets) <= 16


def test_what_is_wrong_on_paper_is_noticed(visit, tmp_path):
    page = visit(find_type("overview"))
    page.evaluate(
        """() => {
          const main = document.querySelector("main");
          const add = (tag, id, textContent) => main.append(Object.assign(document.createElement(tag), {id, textContent}));
          add("p", "ver", "Buiten");
          add("p", "weg", "Afgeknipt");
          add("p", "leeg", "Einde");
          add("h2", "kop", "Gestrand");
          add("p", "na", "Na");
          const set = (id, property, value) => document.getElementById(id).style.setProperty(property, value);
          set("ver", "position", "relative");
          set("ver", "left", "-12mm");
          set("weg", "height", "0");
          set("weg", "overflow", "hidden");
          set("leeg", "break-before", "page");
          set("kop", "break-after", "auto");
          set("na", "break-before", "page");
          document.querySelector(".foot").style.setProperty("break-before", "page");
        }"""
    )
    found = faults(page, print_page(page, tmp_path / "fout.pdf"))
    for what in ("ontbreekt: Buiten", "ontbreekt: Afgeknipt", "gevuld", "«Gestrand»", "alleen de voet"):
        assert any(what in each for each in found), (what, found)


@pytest.mark.slow
def test_every_page_prints_complete_within_its_margins_without_waste(visit, page_type, tmp_path):
    page = visit(page_type)
    printed = print_page(page, tmp_path / "page.pdf")
    assert faults(page, printed) == []
    words = sum(len(line.text.split()) for lines in printed.lines for line in lines)
    on_a_sheet = 120 if page.locator("form.form").count() else 180  # with lines to write on
    assert len(printed.sheets) <= 1 + words // on_a_sheet


@pytest.mark.slow
def test_paper_has_no_menu_and_no_buttons(visit, page_type):
    page = visit(page_type)
    page.emulate_media(media="print")
    shown = page.evaluate("probes.all('header.top, nav, form, button:not(.term), .skip').filter(probes.isShown).map(probes.name)")
    assert [name for name in shown if not name.startswith(("nav.line", "form.form"))] == []  # a picture, and what is there to write on


@pytest.mark.slow
@pytest.mark.parametrize("name", [each.name for each in PAGE_TYPES if not each.configured])
def test_a_dark_screen_prints_light(visit, name, tmp_path):
    page = visit(find_type(name), scheme="dark")
    assert page.evaluate("probes.lightness()") < 0.1
    printed = print_page(page, tmp_path / "dark.pdf", print_background=True)
    for sheet in (1, len(printed.sheets)):
        width, pixels = paper.greys(printed.file, pdftoppm(), sheet)
        corners = (pixels[0], pixels[width - 1], pixels[-width], pixels[-1])
        assert min(corners) >= 250
        assert sum(pixel >= 245 for pixel in pixels) > 0.6 * len(pixels)


def pdftoppm() -> Path:
    """Comes with pdftotext."""
    beside = program("pdftotext")
    return beside.with_name(beside.name.replace("pdftotext", "pdftoppm"))


def test_boxes_to_tick_are_at_least_five_millimetres_with_a_dark_edge(visit):
    page = visit(find_type("step"), width=PAPER_WIDTH)
    page.emulate_media(media="print")
    boxes = page.evaluate(
        "probes.all('.checklist__box').map((each) => { const box = each.getBoundingClientRect(); const style = probes.style(each);"
        " return [box.width, box.height, parseFloat(style.borderTopWidth), style.borderTopColor]; })"
    )
    assert len(boxes) >= 5
    for width, height, edge, colour in boxes:
        assert min(width, height) / 96 * 25.4 >= 5
        assert edge >= 1
        assert colour == "rgb(0, 0, 0)"


def test_paper_names_the_guide_and_numbers_its_sheets(visit, tmp_path):
    printed = print_page(visit(find_type("step")), tmp_path / "step.pdf")
    count = len(printed.sheets)
    for number, sheet in enumerate(printed.sheets, 1):
        margins = [line.text for line in sheet.lines if line not in sheet.content(TOP, BOTTOM)]
        assert "Een verbindingsambassadeur in dienst nemen" in margins
        assert f"Pagina {number} van {count}" in margins


def test_paper_gives_the_address_of_outside_links_and_the_sources_at_the_end(visit, tmp_path):
    page = visit(find_type("article"))
    printed = print_page(page, tmp_path / "article.pdf")
    addresses = page.evaluate("probes.all('main a[href^=http]').map((each) => each.getAttribute('href'))")
    assert len(addresses) > 1
    assert [address for address in addresses if paper.letters(address) not in printed.text] == []
    assert printed.text.index(paper.letters("Bronnen van deze pagina")) > 0.6 * len(printed.text)


def test_paper_unfolds_what_the_screen_folds(visit, tmp_path):
    page = visit(find_type("step-with-choices"))
    printed = print_page(page, tmp_path / "choices.pdf")
    page.emulate_media(media="print")
    folded = page.evaluate("probes.all('main details:not([open]) > :not(summary)').flatMap((each) => probes.textsOnPaper(each))")
    assert len(folded) > 20
    assert [text for text in folded if not is_printed(text, printed.text)] == []


def test_a_word_explains_itself_on_paper(visit, tmp_path):
    page = visit(find_type("article"))
    explained = page.evaluate("probes.all('.word__text').map((each) => each.textContent)")
    assert len(explained) > 3
    printed = print_page(page, tmp_path / "article.pdf")
    assert all(is_printed(text, printed.text) for text in explained)


def test_page_that_lists_the_documents_is_that_list_on_paper(visit, tmp_path):
    page = visit("afdrukken/")
    printed = print_page(page, tmp_path / "list.pdf")
    assert faults(page, printed) == []
    names = page.locator(".prints__link").all_inner_texts()
    assert len(names) > 60 and [name for name in names if paper.letters(name) not in printed.text] == []
    assert len(printed.sheets) <= 6


def test_what_only_the_leader_reads_about_the_stories_takes_no_sheet_for_each(visit, tmp_path):
    page = visit(find_type("workshop"))
    keys = page.locator(".key").count()
    printed = print_page(page, tmp_path / "workshop.pdf")
    holding = [number for number, lines in enumerate(printed.lines) if any("Voor de begeleider: welke drempels" in line.text for line in lines)]
    assert keys > 2 and len(holding) < keys
    assert printed.lines[holding[0]][0].text.startswith("Voor de begeleider")
