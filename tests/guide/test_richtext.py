"""Long text: what is allowed and what it becomes, and what is refused with which sentence."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.guide.richtext import (
    LINK_KINDS,
    Emphasis,
    Heading,
    Link,
    ListBlock,
    Paragraph,
    RichTextError,
    Strong,
    Text,
    parse_rich_text,
)


def blocks(source):
    return parse_rich_text(source).blocks


def paragraph(*children):
    return Paragraph(tuple(Text(child) if isinstance(child, str) else child for child in children))


def test_paragraphs_are_separated_by_an_empty_line_and_lines_flow_together():
    assert blocks("Een\nzin.\n\nNog een.") == (paragraph("Een zin."), paragraph("Nog een."))


def test_emphasis_strong_and_links_nest():
    assert blocks("a *b **c*** [d *e*](https://f.example/)") == (
        paragraph(
            "a ",
            Emphasis((Text("b "), Strong((Text("c"),)))),
            " ",
            Link("https://f.example/", (Text("d "), Emphasis((Text("e"),)))),
        ),
    )


@pytest.mark.parametrize(("mark", "ordered"), [("-", False), ("*", False), ("1.", True)])
def test_lists(mark, ordered):
    assert blocks(f"{mark} een\n{mark} twee") == (
        ListBlock(ordered, ((paragraph("een"),), (paragraph("twee"),))),
    )


def test_list_in_a_list():
    assert blocks("- een\n  - twee") == (
        ListBlock(False, ((paragraph("een"), ListBlock(False, ((paragraph("twee"),),))),)),
    )


def test_heading_of_three_hashes():
    assert blocks("### Kopje\n\nTekst") == (Heading((Text("Kopje"),)), paragraph("Tekst"))


@pytest.mark.parametrize("text", ["{{ 7*7 }}", "{% raw %}", "a & b", "€ 5 < € 6", '"x" ’y’', "$HOME", "<3", "a_b_c"])
def test_characters_that_mean_something_elsewhere_are_text(text):
    assert blocks(text) == (paragraph(text),)


def test_escapes_and_entities_become_the_characters_they_stand_for():
    assert blocks(r"\*geen nadruk\* &lt;script&gt; &amp;") == (paragraph("*geen nadruk* <script> &"),)


@pytest.mark.parametrize(
    "target",
    ["https://a.example/b?c=d#e", "mailto:gids@dorp.example", "stap:korte-nota", "verhaal:kortrijk#niet-alleen", *(f"{kind}:x" for kind in LINK_KINDS)],
)
def test_link_to_the_web_a_mailbox_or_the_guide(target):
    assert blocks(f"[tekst]({target})") == (paragraph(Link(target, (Text("tekst"),))),)


KINDS = ", ".join(f"{kind}:…" for kind in LINK_KINDS)


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "java&#115;cript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "http://a.example/",
        "//a.example/",
        "/stappen/",
        "../geheim",
        "stap:../../x",
        "stap:Korte-Nota",
        "stappen:korte-nota",
        "mailto:a@b.example?subject=x",
        "#hier",
    ],
)
def test_any_other_link_is_refused_and_the_ways_to_write_one_are_named(target):
    with pytest.raises(RichTextError) as caught:
        parse_rich_text(f"Eerst dit.\n\n[klik]({target})")
    written = target.replace("&#115;", "s")
    assert str(caught.value) == (
        f"de link «{written}» kan niet. Schrijf een adres dat met https:// begint, of een verwijzing in de gids: {KINDS}"
    )
    assert caught.value.line == 2


@pytest.mark.parametrize(
    ("source", "line", "sentence"),
    [
        ("Tekst\n\n<script>alert(1)</script>", 2, "HTML is hier niet toegestaan. Schrijf gewone tekst"),
        ("Tekst\n\nmet <b>HTML</b>", 2, "HTML is hier niet toegestaan. Schrijf gewone tekst"),
        ("<!-- verborgen -->", 0, "HTML is hier niet toegestaan. Schrijf gewone tekst"),
        ("![een foto](https://a.example/b.png)", 0, "een afbeelding kan hier niet. Beschrijf in woorden wat erop staat"),
        ("Tekst\n\n```\ncode\n```", 2, "een codeblok kan hier niet. Schrijf gewone tekst"),
        ("Tekst\n\n    ingesprongen", 2, "een ingesprongen regel wordt een codeblok. Haal de spaties aan het begin van de regel weg"),
        ("met `code` erin", 0, "`code` kan hier niet. Gebruik *nadruk* of «aanhalingstekens»"),
        ("Tekst\n\n> citaat", 2, "een citaatblok (>) kan hier niet. Zet een uitspraak bij «Meningen en uitspraken» (views)"),
        ("Tekst\n\n---\n\nTekst", 2, "een scheidingslijn kan hier niet. Laat ze weg"),
        ("regel  \nregel", 0, "een gedwongen regeleinde kan hier niet. Begin een nieuwe alinea met een lege regel"),
        ("# Titel", 0, "gebruik alleen kopjes met drie hekjes: «### Kopje»"),
        ("Tekst\n\n## Titel", 2, "gebruik alleen kopjes met drie hekjes: «### Kopje»"),
        ("Titel\n=====", 0, "gebruik alleen kopjes met drie hekjes: «### Kopje»"),
        ("Zie [](https://a.example/)", 0, "de link naar «https://a.example/» heeft geen tekst. Schrijf [tekst](https://a.example/)"),
        ("een\ntwee\u202edrie", 1, "onzichtbaar teken U+202E in de tekst. Typ de tekst opnieuw, zonder te plakken"),
        ("een\n\ntwee\x07", 2, "onzichtbaar teken U+0007 in de tekst. Typ de tekst opnieuw, zonder te plakken"),
        ("- een\n  - twee\n    - drie", 2, "een lijst in een lijst in een lijst kan hier niet. Splits de tekst"),
        ("Tekst\n\n" + "- " * 500 + "diep", 2, "een lijst in een lijst in een lijst kan hier niet. Splits de tekst"),
        ("Tekst\n\n" + "*a **b " * 400 + "c" + "** d*" * 400, 2, "de nadruk is te diep genest. Gebruik *nadruk* of **vet**, niet in elkaar"),
        ("- een\n-\n- drie", 1, "een punt van een lijst is leeg. Vul het in, of haal het weg"),
        ("Tekst\n\n###\n", 2, "een kopje is leeg. Vul het in, of haal de hekjes weg"),
    ],
)  # fmt: skip
def test_what_is_refused_says_why_and_on_which_line(source, line, sentence):
    with pytest.raises(RichTextError) as caught:
        parse_rich_text(source)
    assert (str(caught.value), caught.value.line) == (sentence, line)


def test_refused_text_names_its_line_in_the_file(small):
    line = small.change("steps/stap-3.yml", "      - dan pas **doen**\n", "      - dan pas <b>doen</b>\n")
    assert small.report() == [
        f"data/steps/stap-3.yml:{line}: actions[1].text: HTML is hier niet toegestaan. Schrijf gewone tekst."
    ]


def test_plain_words_and_links_of_a_whole_text():
    text = parse_rich_text("### Kop\n\nZie [*dit*](stap:een).\n\n- punt\n  - [dat](https://a.example/)")
    assert text.plain == "Kop Zie dit. punt dat"
    assert [link.target for link in text.links] == ["stap:een", "https://a.example/"]


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab *_[]()<>!`#&;:\\-+.1\n\t\"'{}%/|~=^"), max_size=60))
def test_any_text_is_either_parsed_or_refused_in_dutch(source):
    try:
        text = parse_rich_text(source)
    except RichTextError as error:
        assert str(error)[0].islower() or str(error).startswith(("HTML", "`"))
    else:
        assert {type(node) for node in text.walk()} <= {Paragraph, Heading, ListBlock, Text, Emphasis, Strong, Link}
