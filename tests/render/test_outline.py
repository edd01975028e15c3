"""The outline of a page: its headings, where they stand, and the words under each."""

import datetime
from html import escape
from html.parser import HTMLParser

import pytest

from macros.commands.console import ROOT
from macros.guide.loading import inspect
from macros.render import outline as reading
from macros.render.outline import outline
from macros.render.site import Site


def parts(html):
    return [(part.level, part.anchor, part.title, part.text) for part in outline(html)]


def test_headings_with_their_anchors_and_words():
    html = '<h1>Titel</h1><p>Vooraf.</p><h2 id="een">Een</h2><p>Eerste <em>tekst</em>.</p><h3 id="b">B</h3><p>Meer.</p>'
    assert parts(html) == [(1, "", "Titel", "Vooraf."), (2, "een", "Een", "Eerste tekst."), (3, "b", "B", "Meer.")]


def test_heading_without_anchor_takes_that_of_its_section():
    assert parts('<h1>T</h1><section id="deel"><h3>Kop</h3><p>x</p></section>')[1] == (3, "deel", "Kop", "x")


def test_heading_in_no_section_has_no_anchor():
    assert parts("<h1>T</h1><section id='a'></section><h2>Kop</h2>")[1] == (2, "", "Kop", "")


def test_what_stands_on_its_own_page_is_no_text_of_this_one():
    html = (
        '<nav class="stepbar"><ol><li>Stap 1</li></ol></nav><h1>T</h1><p>tekst</p>'
        '<section class="words"><h2 id="w">Woorden</h2><p>uitleg</p></section>'
        '<script>var x = "code";</script><style>p {}</style><svg><title>Beeld</title><path d="M0 0"/></svg>'
        '<section class="references"><h2 id="b">Bronnen</h2></section>'
    )
    assert parts(html) == [(1, "", "T", "tekst")]


def test_entities_are_characters_and_spaces_are_folded():
    assert parts("<h1>A &amp; B &lt;C&gt;</h1><p>één\n  &hellip; twee</p>") == [(1, "", "A & B <C>", "één … twee")]


def test_a_page_without_headings_is_one_part():
    assert parts("<p>tekst</p>") == [(1, "", "", "tekst")]


def test_paragraphs_and_items_are_lines_of_their_own():
    assert outline("<h1>T</h1><p>een <a href='x'>twee</a></p><ul><li>drie</li><li>vier<br>vijf</li></ul>")[0].lines == [
        "een twee", "drie", "vier", "vijf",
    ]  # fmt: skip


class Parser(HTMLParser):
    """Lets Python's own parser take the HTML apart, and our reader make of it what it makes of its own pieces."""

    def __init__(self, reader):
        super().__init__(convert_charrefs=True)
        self.reader = reader

    def handle_starttag(self, tag, attrs):
        self.reader._start(tag, " ".join(f'{name}="{escape(value or "")}"' for name, value in attrs))

    def handle_endtag(self, tag):
        self.reader._end(tag)

    def handle_data(self, data):
        self.reader._text(escape(data))


def parsed(html):
    reader = reading._Reader()
    parser = Parser(reader)
    parser.feed(html)
    parser.close()
    return [(part.level, part.anchor, part.title, part.lines) for part in reader.parts]


def read(html):
    return [(part.level, part.anchor, part.title, part.lines) for part in outline(html)]


def test_every_page_is_read_as_an_html_parser_reads_it():
    pages = list(Site(inspect(ROOT)[0], datetime.date(2026, 9, 21)).pages())
    assert len(pages) > 50
    assert [page.key for page in pages if read(page.html) != parsed(page.html)] == []


@pytest.mark.slow
def test_every_built_page_is_read_as_an_html_parser_reads_it(built):
    files = sorted(built.rglob("*.html"))
    assert len(files) > 80
    assert [file for file in files if read(file.read_text(encoding="utf-8")) != parsed(file.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    "html",
    (
        '<h1 title="2 > 1" id=\'a"b\'>T</h1><p class=x>een</p>',
        "<H2 ID=een>Een</H2><P>twee<BR/>drie<br>vier</P><input disabled value='>'>",
        '<!DOCTYPE html><h1>T</h1><!-- <h2 id="x">geen kop</h2> --><p>a < b &amp; c &lt; d</p>',
        '<h2 id="a&amp;b">K</h2><script>if (a<b) { document.write("<h2>geen kop</h2>"); }</script><p>na</p>',
        '<h2 data-id="x" id="y" class="a line b">K</h2><section class="z words"><p>stil</p><svg><path d="M0"/></svg></section>uit',
        "",
    ),
)
def test_odd_html_is_read_as_an_html_parser_reads_it(html):
    assert read(html) == parsed(html)
