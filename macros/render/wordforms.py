"""Words as the search compares them: folded letters, a key without spelling doubts, a stem without Dutch endings.

The same rules must hold here, where the index is written, and in the browser, where a visitor types. So the rules are data:
``RULES`` goes into the index and ``docs/assets/javascripts/query/10-words.js`` applies it in the same few lines as this
module; a test compares both over every word of the guide. Why not a library: Snowball's Dutch stemmers keep «evalueer» and
«evaluatie», «selecteren» and «selectie», «coördinator» and «coördinatie» apart, would have to be copied into the page as a
second program of 15 kB or more, and are made to be precise where search had rather be generous: an exact word always counts
more than its stem.

- *fold*: lower case, no accents: «Financiële» is ``financiele``.
- *key*: also one letter for two, f for v, s for z, i for y, ei for ij, au for ou: whoever doubts about those
  («praktijkverhaalen», «vrijwiliger», «toelijding») still finds the word, and both sides of a Dutch spelling change («taak, taken», «brief, brieven») begin alike.
- *stem*: the key without endings. A stem is nearly always the beginning of the keys of its forms, so that the forms of one
  word stand together in the index.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

#: Patterns on the folded word, which has one of the endings below: third persons («vraagt», «werkt», «wordt») and the participles that are
#: formed without a doubt («geëvalueerd», not «gebied»).
_VERBS = (
    (r"^ge(.{3,})eerde?$", r"\1eer"),
    (r"eert$", "eer"),
    (r"(aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|ou)([bdfgklmnp])t$", r"\1\2"),
    (r"([eiou](?:rk|lp|nk|lk|rp|rm|rg|lg|ng))t$", r"\1"),
)
_VERB_ENDINGS = ("t", "eerd", "eerde")
#: Endings of the key, what comes instead, and how many letters must be left; the first that fits, until none does.
_ENDINGS = (
    ("heden", "heid", 3),
    ("eren", "", 5),
    ("atie", "", 4),
    ("ator", "", 4),
    ("ctie", "ct", 3),
    ("ches", "ch", 3),
    ("heid", "", 5),
    ("tje", "", 4),
    ("ing", "", 4),
    ("els", "el", 3),
    ("ers", "er", 3),
    ("ens", "en", 3),
    ("ems", "em", 3),
    ("ies", "ie", 3),
    ("ors", "or", 3),
    ("eurs", "eur", 2),
    ("ars", "ar", 3),
    ("jes", "je", 3),
    ("bs", "b", 3),
    ("ms", "m", 4),
    ("je", "", 4),
    ("er", "", 5),
    ("en", "", 3),
    ("e", "", 3),
)
#: Words whose forms do not begin alike, or that an ending would wrong.
_IRREGULAR = {
    "kinderen": "kind",
    "kids": "kind",
    "leden": "lid",
    "steden": "stad",
    "schepenen": "schepen",
    "gemeentes": "gemeente",
    "overdragen": "overdracht",
    "jeugdigen": "jeugd",
    "twee": "2",
    "tweede": "2",
    "drie": "3",
    "derde": "3",
    "vier": "4",
    "vierde": "4",
    "vijf": "5",
    "vijfde": "5",
    "zes": "6",
    "zesde": "6",
    "zeven": "7",
}
#: Words that say nothing by themselves: they count in titles and phrases only.
STOP_WORDS = frozenset(
    "aan al als alle alles andere ben bent bij daar dan dat de deze die dit doen door dus echt een eens en er erg ga gaan gaat "
    "ge geen geweest had heb hebben heeft hem hen het hier hij hoe hun iets iemand ik in is ja je jij jou jouw jullie kan kun "
    "kunnen kunt maar mag me mee meer men met mij mijn moet moeten na naar niet niets nog nu of om onder ons onze ook op "
    "over s te tegen toch toe tot t u uit uw van veel voor want waar waarom wanneer was wat we wel welk welke wie wij wil "
    "willen word worden wordt zal ze zelf zich zij zijn zo zonder zou zoals".split()
)

RULES = {
    "verbs": _VERBS,
    "verb_endings": _VERB_ENDINGS,
    "endings": _ENDINGS,
    "irregular": _IRREGULAR,
    "stop": " ".join(sorted(STOP_WORDS)),
}

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[a-z0-9]+")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+")
_ACCENTS = re.compile("[\u0300-\u036f]+")
_POSSESSIVE = re.compile(r"['’]s\b")
_DOUBLE = re.compile(r"([a-z])\1+")
_SAME_SOUND = str.maketrans("vzy", "fsi")
_VERB_PATTERNS = [(re.compile(pattern), left) for pattern, left in _VERBS]
_ENDINGS_BY_LETTER = {
    letter: [rule for rule in _ENDINGS if rule[0][-1] == letter] for letter in {ending[-1] for ending, _, _ in _ENDINGS}
}


def fold(text: str) -> str:
    """Lower case without accents; «€» is read as the word it stands for."""
    if text.isascii():
        return text.lower()
    return _ACCENTS.sub("", unicodedata.normalize("NFD", text.replace("\u00ad", "").replace("€", " euro ").lower()))


def words(text: str) -> list[str]:
    """The folded words in order; numbers keep their point («2.3»), but not that of thousands («80.000»)."""
    found = _WORD.findall(_POSSESSIVE.sub("", fold(text)))
    return [word.replace(".", "") if "." in word and _GROUPED.fullmatch(word) else word for word in found]


def key(word: str) -> str:
    """A folded word without the doubts of Dutch spelling."""
    return _DOUBLE.sub(r"\1", word.replace("ij", "ei").replace("ou", "au").translate(_SAME_SOUND))


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """A folded word without its endings."""
    word = _IRREGULAR.get(word, word)
    if word.endswith(_VERB_ENDINGS):
        for pattern, left in _VERB_PATTERNS:
            word = pattern.sub(left, word)
    stripped = key(word)
    while True:
        for ending, instead, least in _ENDINGS_BY_LETTER.get(stripped[-1:], ()):
            if stripped.endswith(ending) and len(stripped) - len(ending) >= least:
                stripped = stripped[: -len(ending)] + instead
                break
        else:
            return stripped
