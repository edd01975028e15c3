"""One page being written: words explained once, sources listed once, links that work from where the page is."""

import re

import pytest
from bs4 import BeautifulSoup

from macros.guide.richtext import parse_rich_text


def soup(html):
    return BeautifulSoup(html, "html.parser")


def words(html):
    """The words of the word list that a reader can open."""
    return [(button["popovertarget"], button.select_one(".term__word").get_text()) for button in soup(html).select("button.term")]


# --- words of the word list ---


def test_word_explains_itself_the_first_time_it_stands_on_a_page(composer):
    html = composer.line("Een brug is een brug.") + composer.line("Nog een brug.")
    assert words(html) == [("woord-brug", "brug")]
    assert soup(html).get_text() == "Een brug is een brug.Nog een brug."


def test_other_form_of_an_explained_word_is_not_explained_again(composer):
    assert words(composer.line("Bruggen en een brug, naar de overkant.")) == [("woord-brug", "Bruggen"), ("woord-overkant", "overkant")]


def test_page_explains_its_own_words_whatever_another_page_explained(small_site):
    site = small_site()
    for page in ("een", "twee"):
        assert words(site.composer(page).line("Een brug.")) == [("woord-brug", "brug")]


def wholes(html):
    return [button.get_text() for button in soup(html).select("button.term")]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Over de brug.", ["brug."]),
        ("Er is iets (een brug), daar.", ["brug),"]),
        ("Dit heet (brug).", ["(brug)."]),
        ("De (brug)pijler & <meer>", ["(brug)pijler"]),
        ("brug/overkant!", ["brug/", "overkant!"]),
        ("Een brug is mooi", ["brug"]),
    ],
)
def test_what_stands_against_a_word_stays_on_its_line(composer, text, whole):
    html = composer.line(text)
    assert wholes(html) == whole
    assert soup(html).get_text() == text


def test_what_stands_against_a_word_at_length_is_no_part_of_it(composer):
    html = composer.line(f"Een brug{'/zo' * 10}.")
    assert wholes(html) == ["brug"] and words(html) == [("woord-brug", "brug")]


@pytest.mark.parametrize("text", ["bruggenbouwer", "De Brug-club", "afbrug", "een_brug_x"])
def test_part_of_a_longer_word_is_no_word_of_the_list(composer, text):
    assert words(composer.line(text)) == []


def test_word_in_a_heading_or_link_is_not_explained_there(composer):
    html = composer.prose(parse_rich_text("### De brug\n\nZie [de brug](stap:stap-2).\n\nEen **brug**."))
    assert words(html) == [("woord-brug", "brug")]
    assert soup(html).select_one("strong button")


def test_word_that_must_not_explain_itself_does_not(small, small_site):
    small.change("glossary.yml", "  explain: true", "  explain: false")
    assert words(small_site().composer("x").line("Een brug.")) == []


def test_longest_word_wins(small, small_site):
    small.append("glossary.yml", "- id: ophaalbrug\n  term: brug over het water\n  definition: Die gaat open.\n  ours: true\n")
    assert words(small_site().composer("x").line("Een brug over het water.")) == [("woord-ophaalbrug", "brug over het water")]


def test_letters_that_fold_strangely_do_no_harm(composer):
    assert words(composer.line("BRUG İ ſ K ß ﬁ")) == [("woord-brug", "BRUG")]


def test_words_that_the_page_must_explain_are_listed_once_in_the_order_of_the_list(composer):
    composer.line("Naar de overkant over een brug, een brug.")
    assert [term.id for term in composer.explained] == ["brug", "overkant"]


def test_every_word_that_can_be_opened_has_its_explanation_on_the_page(real_pages):
    for key, page in real_pages.items():
        opened = {button["popovertarget"] for button in page.find_all("button", popovertarget=True)}
        assert opened <= {element["id"] for element in page.find_all(popover=True)}, key


# --- sources ---


def test_source_is_listed_once_in_the_order_of_the_page(small, small_site):
    small.append("sources.yml", "- id: krant\n  title: De krant\n  author: Iemand\n  date: 2021\n  kind: document\n  short: Krant\n")
    small.change("roles.yml", "  ours: true\n", "  sources:\n    - source: krant\n      place: blad 3\n    - source: boek\n")
    site = small_site()
    composer = site.composer("x")
    role = site.guide.get("roles", "brugwachter")
    assert [(source.id, place) for source, place in composer.cite(role.sources)] == [("krant", "blad 3"), ("boek", None)]
    composer.cite(role.sources)
    assert [source.id for source in composer.cited] == ["krant", "boek"]


def test_every_source_line_leads_to_the_list_at_the_end_of_its_page(real_pages):
    for key, page in real_pages.items():
        listed = [item["id"] for found in page.find_all(class_="references__list") for item in found.find_all("li")]
        assert len(listed) == len(set(listed)), key
        lines = page.find_all(class_="source")
        cited = {link["href"].removeprefix("#") for line in lines for link in line.find_all("a", href=re.compile("^#bron-"))}
        assert cited == set(listed), key


# --- links in texts ---


@pytest.mark.parametrize(
    ("target", "from_step", "from_start"),
    [
        ("stap:stap-2", "../../stappen/stap-2/", "stappen/stap-2/"),
        ("stap:stap-1#doen", "#doen", "stappen/stap-1/#doen"),
        ("woord:brug", "../../woordenlijst/#brug", "woordenlijst/#brug"),
        ("bron:boek", "../../bronnen/#boek", "bronnen/#boek"),
        ("pagina:over#onze-aanvulling", "../../over/#onze-aanvulling", "over/#onze-aanvulling"),
        ("https://a.example/?b=c&d=e", "https://a.example/?b=c&d=e", "https://a.example/?b=c&d=e"),
        ("mailto:gids@dorp.example", "mailto:gids@dorp.example", "mailto:gids@dorp.example"),
    ],
)
def test_link_in_a_text_works_from_the_page_it_is_on(small_site, target, from_step, from_start):
    text = parse_rich_text(f"[daar]({target})")
    site = small_site()
    assert soup(site.composer("stappen/stap-1").prose(text)).a["href"] == from_step
    assert soup(site.composer("").prose(text)).a["href"] == from_start


def test_link_in_a_text_works_from_a_disk(small_site):
    text = parse_rich_text("[daar](woord:brug)")
    assert soup(small_site(directories=False).composer("stappen/stap-1").prose(text)).a["href"] == "../woordenlijst.html#brug"


# --- shapes ---


def test_text_becomes_the_elements_it_means(composer):
    html = composer.prose(parse_rich_text("Een *twee* **drie**.\n\n### Kop\n\n1. a\n2. b\n   - c"), 4)
    assert "".join(html.split("\n")) == (
        "<p>Een <em>twee</em> <strong>drie</strong>.</p><h4>Kop</h4><ol><li>a</li><li>b<ul><li>c</li></ul></li></ol>"
    )


def test_item_of_several_paragraphs_keeps_them_apart(composer):
    html = composer.prose(parse_rich_text("- een\n\n  twee\n- drie"))
    assert html == "<ul><li>een<p>twee</p></li><li>drie</li></ul>"


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", '" onclick="x', "a & b", "{{ 7*7 }}"])
def test_whatever_stands_in_a_text_stays_text(composer, text):
    escaped = text.replace("<", "&lt;").replace("{{ 7", "{{ 7")
    for html in (composer.line(text), composer.prose(parse_rich_text(escaped))):
        assert soup(html).get_text() == text
        assert soup(html).find("script") is None
