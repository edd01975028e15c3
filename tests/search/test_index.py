"""The search index as it is written: complete, small, and the same every time."""

from __future__ import annotations

import gzip
import json
import re

import pytest
from bs4 import BeautifulSoup

from macros.guide.model import Wording
from macros.render import search
from macros.render.addresses import Router
from macros.render.search import LEFT_OUT, SearchPage
from macros.render.wordforms import stem

PAGES = [
    SearchPage("", "Start", "Een gids.", "<h1>Start</h1><p>Welkom.</p>"),
    SearchPage(
        "stappen/twee",
        "Stap 2: Kijk rond",
        "Kijk wat er is.",
        '<h1>Kijk rond</h1><p>Een. Twee!</p><section aria-labelledby="lijst"><h2 id="lijst">Checklist</h2>'
        "<ul><li><span>2.3</span> <span>Praat met gezinnen</span></li></ul><h3>Zonder anker</h3><p>Loonkost.</p></section>",
    ),
]
WORDINGS = [Wording(id="a", phrases=("hoe begin ik",), words=("rondkijken",), places=("stap:twee#lijst", "vraag:nergens"))]


def contents(index: search.SearchIndex) -> dict:
    """Every piece by its name, read back from its script."""
    found = {}
    for script in index.files.values():
        name, content = re.fullmatch(r'gids\.search\.shard\?\.\("([^"]+)",(.*)\);\n', script.decode(), re.DOTALL).groups()
        found[name] = json.loads(content)
    return found


@pytest.fixture
def pieces() -> dict:
    return contents(search.build(PAGES, WORDINGS, Router()))


def forms(pieces: dict, of: str) -> dict[str, str]:
    """The forms of a word's stem with their places."""
    lines = "\n".join(text for name, text in pieces.items() if name.startswith("terms-") or name == "stop").split("\n")
    line = next((line for line in lines if line.partition("\t")[0] == stem(of)), "")
    return dict(form.split(" ") for form in line.split("\t")[1:])


def test_same_pages_give_the_same_bytes_in_any_order():
    assert search.build(PAGES, WORDINGS, Router()) == search.build(PAGES[::-1], WORDINGS, Router())


def test_a_change_in_any_page_changes_the_folder():
    other = [PAGES[0], SearchPage("x", "X", "", "<h1>X</h1>")]
    assert search.build(PAGES, WORDINGS, Router()).core != search.build(other, WORDINGS, Router()).core


def test_pages_and_sections_are_numbered_on(pieces):
    core = pieces["core"]
    assert core["pages"] == [["", "Start", 0], ["stappen/twee", "Stap 2: Kijk rond", 1]]
    assert core["sections"] == 4
    assert core["directories"] is True
    texts = [section for number in range(len(core["texts"])) for section in pieces[f"texts-{number}"]]
    assert texts == [
        ["", "Start", "Een gids.\nWelkom."],
        ["", "Stap 2: Kijk rond", "Kijk wat er is.\nEen.\nTwee!"],
        ["lijst", "Checklist", "2.3 Praat met gezinnen"],
        ["lijst", "Zonder anker", "Loonkost."],
    ]


def test_a_heading_with_nothing_under_it_shows_the_headings_below_it():
    html = (
        '<h1>A</h1><h2 id="b">Boven</h2><h3 id="c">Een kop</h3><p>Tekst.</p><h4 id="d">Dieper</h4><h3 id="e">Nog een?</h3>'
        '<h2 id="f">Niets</h2><h2 id="g">Laatste</h2>'
    )
    pieces = contents(search.build([SearchPage("a", "A", "", html), SearchPage("b", "B", "", "<h1>B</h1><h3>Elders</h3>")], [], Router()))
    assert [text for anchor, _, text in pieces["texts-0"] if anchor in ("b", "f", "g")] == ["Een kop\nNog een?", "", ""]
    assert re.fullmatch("3[A-Z]", forms(pieces, "kop")["kop" if "kop" in forms(pieces, "kop") else ""])


def test_number_of_a_checklist_is_a_word(pieces):
    assert re.fullmatch("3[A-Z]", forms(pieces, "2.3")[""])


def test_a_word_weighs_more_in_a_title_than_in_a_heading_than_in_the_text(pieces):
    title, heading, text = (next(iter(forms(pieces, word).values()))[-1] for word in ("stap", "checklist", "loonkost"))
    assert title > heading > text


def test_the_text_of_a_page_that_uses_what_others_explain_weighs_less():
    html = "<h1>A</h1><p>Drempel.</p><h2>Kijk</h2><p>Loonkost.</p>"
    explains, uses = (contents(search.build([SearchPage("a", "A", "", html, kind)], [], Router())) for kind in ("barrier", "material"))
    for word in ("drempel", "kijk", "loonkost"):
        less, more = (next(iter(forms(pieces, word).values()))[-1] for pieces in (uses, explains))
        assert less < more
    assert forms(uses, "a") == forms(explains, "a")


def test_words_without_meaning_count_only_where_hardly_any_other_stands():
    html = '<h1>A</h1><h2 id="b">Werkt het?</h2><p>Het is het niet.</p><h2 id="c">Het ene grote lange ding</h2>'
    pieces = contents(search.build([SearchPage("a", "A", "", html)], [], Router()))
    assert re.fullmatch("2[A-Z]", forms(pieces, "het")[""])


def test_vocabulary_leads_to_the_section_and_leaves_out_what_is_on_no_page(pieces):
    assert pieces["phrases"] == [[["~hoe begin ~ik"], ["rondkijken"], [2]]]


def test_what_people_type_counts_word_by_word_where_the_answer_stands():
    asked = Wording(id="b", asked=("dure boot", "trage boot"), places=("stap:twee#lijst", "stap:twee"))
    pieces = contents(search.build(PAGES, [*WORDINGS, asked], Router()))
    assert pieces["phrases"] == [[["~hoe begin ~ik"], ["rondkijken"], [2]]]
    assert re.fullmatch("3[A-Z]", forms(pieces, "begin")[""])
    (next_twice, twice), (_, once) = (re.fullmatch("2([A-Z])([A-Z])", next(iter(forms(pieces, word).values()))).groups() for word in ("boot", "dure"))
    assert twice > once and twice > next_twice
    assert forms(pieces, "hoe") == {}
    assert pieces["lexicon-b"] == "AbeginBoot"


def test_lexicon_holds_a_spelling_per_stem(pieces):
    assert pieces["lexicon-g"] == "AgezinnenBids"
    assert set(pieces["core"]["lexicon"]) == {name.removeprefix("lexicon-") for name in pieces if name.startswith("lexicon-")}


def test_pages_without_folders_say_so():
    assert contents(search.build(PAGES, [], Router(directories=False)))["core"]["directories"] is False


def test_separators_of_lines_are_written_so_that_every_browser_reads_them():
    page = SearchPage("a", "A", "", "<h1>A</h1><p>een\u2028twee</p>")
    assert not any("\u2028" in script.decode() for script in search.build([page], [], Router()).files.values())


# --- the index of the real site ---


@pytest.fixture(scope="module")
def real(built) -> dict:
    (folder,) = (built / "assets" / "search").iterdir()
    files = {f"assets/search/{folder.name}/{file.name}": file.read_bytes() for file in folder.iterdir()}
    return contents(search.SearchIndex("", files))


def test_every_page_is_in_the_index_and_no_page_that_is_left_out(built, real):
    every = {file.parent.relative_to(built).as_posix().removeprefix(".") for file in built.rglob("index.html")}
    pages = {key: (built / key / "index.html").read_text(encoding="utf-8") for key in every}
    repeating = re.compile(rf'<body class="kind-({"|".join(LEFT_OUT)})[ "]')
    left_out = {key for key, html in pages.items() if 'content="noindex"' in html or repeating.search(html)}
    assert "mijn-plan/korte-nota" in left_out and "mijn-plan" not in left_out
    assert "zoeken" in left_out
    assert {key for key, *_ in real["core"]["pages"]} == every - left_out


def test_every_place_that_a_result_leads_to_exists(built, real):
    texts = [section for number in range(len(real["core"]["texts"])) for section in real[f"texts-{number}"]]
    bounds = [first for _, _, first in real["core"]["pages"]] + [len(texts)]
    for (key, _, first), end in zip(real["core"]["pages"], bounds[1:], strict=True):
        html = (built / key / "index.html").read_text(encoding="utf-8")
        anchors = {anchor for anchor, *_ in texts[first:end] if anchor}
        assert {anchor for anchor in anchors if f'id="{anchor}"' not in html} == set(), key


#: What a mark, a button or a field that is left out of a sentence, or two texts without a space, would leave behind.
HOLE = re.compile(r"[\w,:;] [.,;:?)]|[«‘“(] |\(\)|‘’|“”|«»|\w[.?!)][A-ZÀ-Ý][a-z]")


def test_no_sentence_has_a_hole_or_is_glued_to_another(real):
    texts = [section for number in range(len(real["core"]["texts"])) for section in real[f"texts-{number}"]]
    sentences = [sentence for _, heading, text in texts for sentence in (heading, *text.split("\n"))]
    assert len(sentences) > 5_000
    assert [sentence for sentence in sentences if HOLE.search(sentence)] == []
    assert all(map(HOLE.search, ("Zie je ?", "Dat staat: .", "Leeg (8 kB)Leeg", "Zo.Nu", "de ‘’ zaak")))


def test_nothing_that_is_hidden_or_that_only_a_form_says_is_in_the_index(built, real):
    """Where the headings lead, a reader sees something."""
    texts = [section for number in range(len(real["core"]["texts"])) for section in real[f"texts-{number}"]]
    bounds = [first for _, _, first in real["core"]["pages"]] + [len(texts)]
    hidden, asked = {}, 0
    for (key, _, first), end in zip(real["core"]["pages"], bounds[1:], strict=True):
        soup = BeautifulSoup((built / key / "index.html").read_text(encoding="utf-8"), "html.parser")
        for anchor in {anchor for anchor, *_ in texts[first:end] if anchor}:
            found = soup.find(id=anchor)
            asked += 1
            if any(each.has_attr("hidden") and each.name != "details" for each in (found, *found.parents)):
                hidden.setdefault(key, []).append(anchor)
        labels = {element.get_text() for element in soup.select("main button:not(.term), main option, main noscript")}
        said = {line for _, _, text in texts[first:end] for line in text.split("\n")}
        visible = {element.get_text(" ", strip=True) for element in soup.select("main :is(p, li, a, dt, dd, h1, h2, h3, h4, label, legend, td, th, span, summary)") if not element.find("button")}
        assert not (labels & said) - visible, key
    assert hidden == {} and asked > 500


def test_every_phrase_of_the_vocabulary_leads_to_a_place_or_a_word_of_the_guide(real):
    known = {line.partition("\t")[0] for name, text in real.items() if name.startswith("terms-") for line in text.split("\n")}
    idle = [
        phrases
        for phrases, synonyms, places in real["phrases"]
        if not places and not any(all(stem(word) in known for word in synonym.split()) for synonym in synonyms)
    ]
    assert idle == []


def test_pieces_are_small(built):
    sizes = {file.stem: len(gzip.compress(file.read_bytes(), 9)) for file in (built / "assets" / "search").rglob("*.js")}
    assert sizes.pop("core") <= 5_000
    assert sizes.pop("phrases") <= 14_000
    assert max(sizes.values()) <= 8_000
