"""The page of one story: what is known, what is not, whose words they are, and how old it is."""

from __future__ import annotations

import datetime
import re

import pytest
from bs4 import BeautifulSoup

from macros.render.site import Site

DORP, WIJK = "stories/dorp.yml", "stories/wijk.yml"


@pytest.fixture
def page(small):
    """The page of a story of the small guide as the test has made it, on a day."""

    def render(id, edition=datetime.date(2026, 9, 21)):
        pages = {page.key: page for page in Site(small.guide(), edition).pages()}
        found = pages[f"praktijkverhalen/{id}"]
        return found, BeautifulSoup(found.html, "html.parser")

    return render


def text(element):
    return " ".join(element.get_text().split())


def facts(soup):
    return {text(row.dt): text(row.dd) for row in soup.select(".facts > div")}


def test_story_of_ten_fields_says_of_all_the_rest_that_it_is_unknown(page):
    _, soup = page("wijk")
    shown = facts(soup)
    unknown = {
        "Grootte", "Project", "Periode", "Looptijd", "Een van de negentien projecten", "Voor wie", "Hoe in dienst",
        "Deel van een voltijdse job", "Partners", "Budget",
    }  # fmt: skip
    assert {label for label, value in shown.items() if value == "onbekend"} == unknown
    assert "wat werkte, wat niet werkte, wat eruit kwam, wat ze leerden, hoe het verderging" in text(soup)


def test_story_with_everything_says_of_nothing_that_it_is_unknown(page):
    _, soup = page("dorp")
    assert "onbekend" not in facts(soup).values()
    assert "vertelt dit verhaal niets" not in text(soup)


def test_head_says_how_large_the_place_is_and_when_it_was(page):
    _, soup = page("dorp")
    shown = facts(soup)
    kicker = text(soup.select_one(".head__kicker"))
    assert shown["Grootte"] in kicker and shown["Periode"].split(" tot ")[0] in kicker
    _, soup = page("wijk")
    assert text(soup.select_one(".head__kicker")).count("·") == 1


def test_barriers_and_steps_of_a_story_are_counted_and_one_click_away(page):
    _, soup = page("dorp")
    more = soup.select_one('[aria-labelledby="drempels-en-stappen"] > details')
    links = [link["href"] for link in more.select("li > a")]
    counts = [sum(f"{kind}/" in link for link in links) for kind in ("drempels", "stappen", "workshops")]
    assert all(counts)
    assert [int(number) for number in re.findall(r"\d+", text(more.summary))] == counts


def test_card_comes_first_and_sources_last(page):
    _, soup = page("dorp")
    parts = [element.get("class", [""])[0] or element.name for element in soup.find_all(True, recursive=False)]
    assert parts[:2] == ["head", "card"]
    assert parts[-1] == "references"
    assert [text(term) for term in soup.select(".card dt")] == ["Context", "Aanpak", "Geleerd"]


def test_story_told_by_its_author_says_whose_word_it_is(page):
    _, soup = page("wijk")
    assert "Waar geen bron bij staat, komt het van de auteur." in text(soup)
    assert "Auteur: De wijk. Geschreven op 1 januari 2026" in text(soup)


def test_story_from_published_documents_does_not_say_so(page):
    assert "komt het van de auteur" not in text(page("dorp")[1])


def test_own_words_of_a_person_are_a_quotation_and_a_reported_view_is_not(small, page):
    assert page("dorp")[1].blockquote is None
    small.change(DORP, "words: weergave", "words: letterlijk")
    _, soup = page("dorp")
    assert text(soup.blockquote) == "De ambassadeur vond dat je dit niet alleen doet."
    assert "zijn de woorden van de persoon zelf" in text(soup)


@pytest.mark.parametrize(("day", "old"), [("2027-07-02", False), ("2027-07-03", False), ("2027-08-02", True)])
def test_story_not_looked_at_for_eighteen_months_says_so(page, day, old):
    _, soup = page("dorp", datetime.date.fromisoformat(day))  # looked at on 2 January 2026
    assert ("meer dan anderhalf jaar geleden nagekeken" in text(soup)) == old


def test_withdrawn_story_tells_nothing_at_its_address_and_at_its_former_ones(small):
    pages = {page.key: page for page in Site(small.guide(), datetime.date(2026, 9, 21)).pages()}
    for id in ("verdwenen", "vergaan"):
        found = pages[f"praktijkverhalen/{id}"]
        assert "Dit verhaal is ingetrokken" in found.html
        assert not found.indexed


def test_example_is_marked_and_found_nowhere_else(small):
    small.append(WIJK, "state: voorbeeld\n")
    site = Site(small.guide(), datetime.date(2026, 9, 21))
    pages = {page.key: page for page in site.pages()}
    example = pages.pop("praktijkverhalen/wijk")
    assert "Dit voorbeeld is verzonnen" in example.html
    assert not example.indexed
    assert [key for key, page in pages.items() if "De Wijk" in page.html or "wijk/" in page.html] == []
    assert "Jaarverslag van de wijk" in example.html
    fragments = [site.fragment(name, site.composer("x")) for name in ("stories", "overview", "sources")]
    assert [fragment for fragment in fragments if "wijk" in fragment.lower()] == []


def test_real_example_uses_every_field(real_site):
    example = real_site.guide.example
    empty = [name for name in type(example).model_fields if getattr(example, name) in (None, ()) and name != "formerly"]
    assert empty == []
    assert "erzonnen" in example.title
