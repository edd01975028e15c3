"""The outline of a page: its headings, where they stand, and the words under each."""

from macros.render.outline import outline


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


def test_a_mark_behind_a_text_is_left_out_and_one_in_a_sentence_is_not():
    mark = '<span class="ours ours--small">onze aanvulling</span>'
    html = (
        f"<h1>T {mark}</h1><p>Zie je <em>{mark}</em>? Dan zegt geen bron dit.</p><p>Een drempel. {mark}</p><ul><li>Punt {mark}</li></ul>"
        f"<p>Een zin. {mark} Nog een.</p><p>{mark} betekent iets.</p><p>{mark}</p><h2>Kop{mark}</h2><p>({mark})</p>"
    )
    first, second = outline(html)
    assert first.title == "T "
    assert first.lines == ["Zie je onze aanvulling? Dan zegt geen bron dit.", "Een drempel.", "Punt", "Een zin. Nog een.", "onze aanvulling betekent iets."]
    assert (second.title, second.lines) == ("Kop", ["(onze aanvulling)"])


def test_what_is_hidden_is_no_text_but_what_is_folded_is():
    html = '<h1>T</h1><p>een <span hidden>nul</span>twee</p><section hidden><h3 id="a">Kop</h3><p>weg</p></section><details hidden><summary>Meer</summary>lang</details>'
    assert parts(html) == [(1, "", "T", "een twee Meer lang")]


def test_what_only_a_form_or_a_page_without_scripts_says_is_no_text():
    html = (
        '<h1>T</h1><p>De <button class="term">drempel</button>.</p><button>Weghalen</button><select><option>Kies …</option></select>'
        "<noscript><p>Zonder JavaScript</p></noscript><label>Naam</label>"
    )
    assert parts(html) == [(1, "", "T", "De drempel. Naam")]
