"""Plain Dutch, as far as a machine can tell: short words, short sentences, no officialese, every abbreviation explained."""

from __future__ import annotations

import re
import statistics

import pytest
import textstat
from bs4 import BeautifulSoup

from macros.commands.console import ROOT
from macros.guide.loading import load

# Douma's adaptation of Flesch's reading ease for Dutch, as textstat computes it: 0 is very hard, 100 very easy; newspapers
# lie around 50. A page below the floor is rewritten, not excused.
EASE = 53
LONGEST_SENTENCE = 40  # words; lists of names are the only ones that come near
# Fewer words than this say nothing about a page: a list of titles.
FEWEST = 200
# A list of words with their meanings has no running text: long words are what it is about.
UNMEASURED = {"/woordenlijst/"}

# What an official would write, and what people say.
OFFICIALESE = {
    "teneinde": "om", "aangaande": "over", "betreffende": "over", "inzake": "over", "middels": "met", "derhalve": "dus",
    "alsmede": "en", "ingevolge": "door", "voornoemd": "dit", "voornoemde": "deze", "desgevallend": "als dat zo is",
    "dewelke": "die", "hetwelk": "wat", "gelieve": "wil je", "omtrent": "over", "jegens": "tegenover", "tevens": "ook",
    "thans": "nu", "alvorens": "voor", "indien": "als", "conform": "volgens", "krachtens": "volgens", "vermits": "omdat",
    "aldus": "zo", "dienen": "moeten", "implementeren": "invoeren", "faciliteren": "mogelijk maken",
    "optimaliseren": "verbeteren", "stakeholder": "betrokkene", "stakeholders": "betrokkenen", "awareness": "besef",
    "learnings": "lessen", "realiseren": "maken", "beoogt": "wil", "verstrekken": "geven", "aanwenden": "gebruiken",
    "bewerkstelligen": "zorgen voor", "desalniettemin": "toch", "voorts": "verder", "zodanig": "zo",
}  # fmt: skip

# Capitals that are a name in themselves, or that everybody knows; all others stand in the word list or are written out beside it.
NAMES = {
    "CC", "MB", "HLN", "VRT", "NWS", "INTRO", "MIT", "BY", "JAWS", "NVDA", "AA", "PDF", "QR", "UA", "IP", "CSV", "JSON", "ISO", "A3", "A4",
}  # fmt: skip


def sentences(page: BeautifulSoup) -> list[str]:
    """The running text of a page: its paragraphs, list items and definitions of five words or more, each a sentence at least."""
    found = []
    for element in page.main.find_all(["p", "li", "dd"]):
        if element.find(["p", "li", "dd"]) or element.find_parent(["nav", "table", "form", "svg"]):
            continue
        text = " ".join(element.get_text().split())
        if len(text.split()) >= 5:
            found.append(text if text[-1] in ".!?" else f"{text}.")
    return found


def reading_ease(text: str) -> float:
    textstat.set_lang("nl_NL")
    return round(textstat.flesch_reading_ease(text), 1)


def test_reading_ease_tells_plain_from_official():
    plain = "Kies een groep. Vraag wat ze wil. Ga er samen naartoe. Kom de week daarna terug."
    official = "Teneinde de toegankelijkheidsproblematiek te inventariseren, dient een omgevingsanalyse te worden geïmplementeerd."
    assert reading_ease(plain) > 80 > 20 > reading_ease(official)


@pytest.mark.slow
def test_no_page_is_harder_to_read_than_a_newspaper(pages, figure):
    measured = {}
    for address, page in pages.items():
        text = " ".join(sentences(page))
        if address not in UNMEASURED and len(text.split()) >= FEWEST:
            measured[address] = reading_ease(text)
    figure("ease-lowest", min(measured.values()))
    figure("ease-median", round(statistics.median(measured.values()), 1))
    assert len(measured) > 55
    assert {address: ease for address, ease in measured.items() if ease < EASE} == {}


def test_no_sentence_runs_on(pages):
    found = {}
    for address, page in pages.items():
        for text in sentences(page):
            for sentence in re.split(r"(?<=[.!?:;])\s+| · ", text):
                if len(sentence.split()) > LONGEST_SENTENCE:
                    found.setdefault(address, []).append(sentence)
    assert found == {}


def test_no_page_speaks_officialese(pages):
    word = re.compile(rf"(?<![\w-])({'|'.join(OFFICIALESE)})(?![\w-])", re.IGNORECASE)
    found = {}
    for address, page in pages.items():
        for text in sentences(page):
            for match in word.finditer(text):
                found.setdefault(address, []).append(f"«{match[0]}»: schrijf «{OFFICIALESE[match[0].lower()]}» ({text[:60]})")
    assert found == {}


def test_every_abbreviation_is_explained(pages):
    explained = {form for term in load(ROOT)[0].glossary for form in (term.term, *term.forms)}
    words = {word for form in explained for word in re.findall(r"\w+", form)} | NAMES
    found = {}
    for address, page in pages.items():
        text = " ".join(page.main.get_text(" ").split())
        written_out = set(re.findall(r"\(([A-Z][A-Z0-9]+)\)", text)) | set(re.findall(r"\b([A-Z][A-Z0-9]+) \([a-z]", text))
        unknown = set(re.findall(r"\b[A-Z][A-Z0-9]+\b", text)) - words - written_out
        if unknown:
            found[address] = sorted(unknown)
    assert found == {}
