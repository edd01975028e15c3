"""Which letters can be printed: those of our typeface, and the little pictures that paper leaves out."""

from __future__ import annotations

import re
import unicodedata

#: Little pictures, and the signs that join and colour them. People type them; no typeface for reading has them.
EMOJI = (
    "\U0001f000-\U0001faff\U000e0020-\U000e007f\u231a\u231b\u23e9-\u23f3\u25fd\u25fe\u2600-\u27bf\u2b1b\u2b1c\u2b50\u2b55\u200d\ufe0e\ufe0f\u20e3"
)

#: What the four cuts of Atkinson Hyperlegible have; a test compares this with the files. A letter with a mark that is not
#: here is put together from its parts.
_TYPEFACE = (
    " -~\u00a0-\u0107\u010a-\u0113\u0116-\u011b\u011e-\u0123\u0126\u0127\u012a\u012b\u012e\u012f\u0131\u0136\u0137\u013b-\u013e"
    "\u0141-\u0148\u0150-\u0155\u0158-\u015b\u015e-\u0165\u016a\u016b\u016e-\u0173\u0178-\u017e\u0192\u0218-\u021b\u02c6\u02c7"
    "\u02d8-\u02dd\u0300-\u0304\u0306-\u0308\u030a-\u030c\u0326-\u0328\u0394\u03a9\u03bc\u03c0\u2013\u2014\u2018-\u201a"
    "\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u2044\u2074\u20ac\u2113\u2122\u212e\u2202\u220f\u2211\u2212\u2215"
    "\u2219-\u221a\u221e\u222b\u2248\u2260\u2264\u2265\u25ca"
)
#: Line ends, and what has a width or a meaning but no form.
_FORMLESS = "\t\n\u2000-\u200f\u2028-\u202f\u205f-\u2064\u2066-\u206f\u3000\ufe00-\ufe0f"

#: A letter that paper cannot show.
UNPRINTED = re.compile(f"[^{_TYPEFACE}{_FORMLESS}{EMOJI}]")

#: What to write for signs that people type, or that their word processor makes of what they type.
INSTEAD = {"→": "->", "←": "<-", "↔": "<->", "⇒": "=>", "⇔": "<=>", "‐": "-", "‑": "-", "′": "'", "●": "-", "▪": "-", "■": "-", "○": "-"}

#: Naming more letters than this helps nobody: the text is in another script.
MOST_NAMED = 5


def strange_letters(text: str) -> list[str]:
    """The letters of a text that cannot be printed, in their order, each once."""
    if not UNPRINTED.search(unicodedata.normalize("NFD", text)):
        return []
    letters = dict.fromkeys(unicodedata.normalize("NFC", text))
    return [letter for letter in letters if UNPRINTED.search(letter) and UNPRINTED.search(unicodedata.normalize("NFD", letter))]


def named(letters: list[str]) -> str:
    """The letters as a message names them, with what to write instead where that is known: «ơ» (schrijf «o»)."""
    more = ["…"] if len(letters) > MOST_NAMED else []
    return ", ".join([*map(_named, letters[:MOST_NAMED]), *more])


def _named(letter: str) -> str:
    shown = f"«{letter}»" if letter.isprintable() else f"U+{ord(letter):04X}"
    parts = unicodedata.normalize("NFKD", letter)
    plain = INSTEAD.get(letter) or "".join(each for each in parts if not unicodedata.category(each).startswith("M"))
    return f"{shown} (schrijf «{plain}»)" if plain.strip() and plain != letter and not strange_letters(plain) else shown
