"""What the check lets through can be printed, letter by letter; what cannot be printed is named with what to write instead."""

from __future__ import annotations

import re
import unicodedata

import pymupdf
import pytest

from macros.export import blocks, press
from macros.export.sheets import Sheets
from macros.guide import checks
from macros.guide.letters import EMOJI, UNPRINTED, named, strange_letters

WIJK = "stories/wijk.yml"
PLAIN = re.compile(f"[^{EMOJI}]")


def cut(name):
    """The letters that a cut of our typeface has."""
    return set(map(chr, pymupdf.Font(fontfile=str(press.FONTS / name)).valid_codepoints())) - {"\r"}


@pytest.mark.parametrize("file", sorted(file.name for file in press.FONTS.glob("*.ttf")))
def test_the_rule_knows_the_letters_of_every_cut(file):
    allowed = {chr(code) for code in range(0x20, 0x3000) if not UNPRINTED.search(chr(code)) and PLAIN.search(chr(code))}
    formless = {letter for letter in allowed if unicodedata.category(letter) in ("Cf", "Zs", "Zl", "Zp") and letter > "\u1fff"}
    assert allowed - formless == cut(file)


def test_press_sets_every_letter_that_the_rule_lets_through(small):
    parts = (range(0x20, 0x3400), range(0xA000, 0xAC00), range(0xF900, 0xFFFE), range(0x1D400, 0x20000))
    letters = [chr(code) for part in parts for code in part if unicodedata.category(chr(code)) not in ("Cc", "Cn", "Co", "Cs")]
    allowed = [letter for letter in letters if not strange_letters(letter)]
    assert 1_500 < len(allowed) < len(letters) / 3
    text = " ".join(f"x{letter}x" for letter in allowed)
    assert press.press(_document(small.guide(), text), 0).startswith(b"%PDF")


@pytest.mark.parametrize("letter", [*"→⇒ơвש漢س₂←", "\ue0e0", "\u0331"])
def test_press_really_refuses_what_the_rule_refuses(small, letter):
    assert strange_letters(letter) == [letter]
    with pytest.raises(press.Unprintable, match="bestaat niet in ons lettertype"):
        press.press(_document(small.guide(), f"x{letter}x"), 0)


def _document(guide, text):
    """A document with one text."""
    sheet = Sheets(guide).sheet("Kop", [blocks.line(text)], place="x", footer="x")
    date = {"year": 2026, "month": 1, "day": 1}
    return {"title": "x", "guide": "x", "edition": "x", "date": date, "steps": [], "sheets": [sheet]}


@pytest.mark.parametrize("text", ["Ş Ğ İ ı ö ü ç", "Łódź, Čapek, Ștefan, Ħal", "Cafe\u0301 en ĉ", "≠ en =\u0338", "€ 5 – “zo” … ’t", "😀 👩‍👩‍👧 🇧🇪 1️⃣ ⏰", "\u200bniets\u00ad"])
def test_letters_of_our_neighbours_and_pictures_are_fine(text):
    assert strange_letters(text) == []


@pytest.mark.parametrize(("text", "said"), [
    ("Sơn", "«ơ» (schrijf «o»)"), ("ﬁets", "«ﬁ» (schrijf «fi»)"), ("a → b → c", "«→» (schrijf «->»)"), ("⟶", "«⟶»"), ("\ue0e0", "U+E0E0"), ("سلام عليكم", "«س», «ل», «ا», «م», «ع», …"),
])  # fmt: skip
def test_letters_are_named_once_with_what_to_write_instead(text, said):
    assert named(strange_letters(text)) == said


def test_strange_letter_stops_at_the_check_on_its_own_line(small):
    small.append(WIJK, "worked:\n  - id: goed\n    title: Goed\n    text: |-\n      Eerst.\n\n      Dan → dit.\n")
    text = small.path(WIJK).read_text(encoding="utf-8").splitlines()
    line = next(number for number, each in enumerate(text, 1) if "→" in each)
    assert small.said_by(checks.texts_can_be_printed) == [
        f"data/{WIJK}:{line}: worked[1].text: ons lettertype kent dit niet: «→» (schrijf «->»). Schrijf het met gewone letters, of in woorden."
    ]


def test_strange_letter_in_a_list_or_in_a_source_is_found_too(small):
    small.append(WIJK, "target_groups: [gewoon, 漢]\n")
    small.change(WIJK, "title: Jaarverslag van de wijk", "title: Jaarverslag ⇒ wijk")
    assert sorted(message.split(": ")[1] for message in small.said_by(checks.texts_can_be_printed)) == ["own_sources[1].title", "target_groups[2]"]
