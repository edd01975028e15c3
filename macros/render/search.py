"""The search index: what every page says, cut into scripts of which one search loads a few.

The browser has no server to ask, and a page opened from a folder may not even fetch a file: so every piece is a plain script
that hands its content over with ``gids.search.shard(name, content)``. Six kinds:

- the *core*: the pages by title, which piece holds what, and the rules of ``wordforms``;
- the *phrases* of the vocabulary, that are looked up while the words themselves are already being loaded;
- *terms*: for a stretch of the alphabet every stem with its forms, and the sections where each stands and how heavily;
- *stop*: the same for words without meaning of their own, where they count;
- *texts*: of a few sections the anchor, heading and sentences, to show what was found;
- *lexicon*: the words that begin with one letter, loaded only when something typed is nowhere: it may be a typing error, or
  the inside of a word.

All stand in one folder that is named after their content: a reader who kept old ones never mixes them with new ones.

A section is what stands under one heading. How heavily a word counts there (its impact) is settled here; how well it fits
what was typed, in the browser.
"""

from __future__ import annotations

import hashlib
import json
import math
import re
import string
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, islice, takewhile
from typing import Any, TypeVar

from macros.guide import model
from macros.guide.checks import LINKED_KINDS
from macros.guide.richtext import INTERNAL
from macros.render.addresses import Address, Router, address_of
from macros.render.compounds import Compounds
from macros.render.outline import Part, outline
from macros.render.wordforms import RULES, STOP_WORDS, fold, key, stem, words

FOLDER = "assets/search/"

_Entry = TypeVar("_Entry")

#: Characters in one piece: one search loads a piece of terms per word, and of texts per result.
_TERMS_SIZE = 6_000
_TEXTS_SIZE = 4_000

#: So many headings are shown of what stands below one that has no text of its own.
_MOST_BELOW = 6

#: What a word adds to the impact of a section that it stands in, by where it stands.
_TITLE, _ADDRESS, _LEAD, _BODY = 18.0, 9.0, 5.0, 2.2
_HEADINGS = {1: 9.0, 2: 9.0, 3: 8.0, 4: 7.5}
#: A word without meaning of its own counts this much of it, and only in headings with hardly any other («Werkt het?»).
_STOP, _HARDLY_ANY = 0.25, 2
#: Stands before such a word in the phrases of the vocabulary.
_STOP_MARK = "~"
#: In a section with more words than this, each weighs less.
_USUAL_LENGTH = 60
#: What a word adds to a place that the vocabulary names for it, what each of at most three repetitions adds to that, and what
#: each next place of an entry gets of it.
_ASKED, _AGAIN, _MOST_AGAIN, _NEXT_PLACE = 5.0, 0.3, 3, 0.8
#: Impacts are written as letters: A is 1, and each next letter this much more.
_STEP = 1.16

_SENTENCE_END = re.compile(r"(?<=[.!?…])[»”’)]?\s+(?=[«“‘(]?[A-ZÀ-Ý])")
_SPELLING = re.compile(r"[^\W\d_]{4,}")


#: Kinds of page that repeat another page, to fill it in: whoever searches wants the page that explains.
LEFT_OUT = frozenset({"plan-step"})
#: Pages that use what other pages explain: exercises, tools and lists of references. Outside its title what they say weighs less.
_USING = frozenset({"material", "approach", "approach-rules", "scores"})
_REFERRING = frozenset({"bronnen", "data"})
_LESS = 0.45


@dataclass(frozen=True)
class SearchPage:
    """A page as the search sees it."""

    key: str
    title: str
    description: str
    html: str
    kind: str = ""


@dataclass(frozen=True)
class SearchIndex:
    """The scripts by their name in the site, and the name of the one to begin with."""

    core: str
    files: dict[str, bytes]


@dataclass(frozen=True)
class _Section:
    page: SearchPage
    anchor: str
    title: str
    level: int  # 0 for the page itself
    sentences: tuple[str, ...]


def build(pages: Iterable[SearchPage], vocabulary: Iterable[model.Wording], router: Router) -> SearchIndex:
    """The index of these pages, in the order of their keys: the same pages give the same bytes."""
    sections = [section for page in sorted(pages, key=lambda page: page.key) for section in _sections(page)]
    wordings = list(_placed(vocabulary, sections))
    postings = _postings(sections, _asked(wordings))
    content_words = {stem_: forms for stem_, forms in postings.items() if not forms.keys() <= STOP_WORDS}
    stop_words = {stem_: forms for stem_, forms in postings.items() if forms.keys() <= STOP_WORDS}
    texts = list(_texts(sections))
    terms = list(_stretches(content_words))
    lexicon = dict(_lexicon(_written(sections, wordings), content_words))
    core = {
        "directories": router.directories,
        "pages": [[section.page.key, section.page.title, number] for number, section in enumerate(sections) if not section.level],
        "sections": len(sections),
        "texts": [first for first, _ in texts],
        "terms": [first for first, _ in terms],
        "lexicon": "".join(lexicon),
        "rules": RULES,
        "step": _STEP,
    }
    return _scripts(
        {
            "core": core,
            "phrases": list(_phrases(wordings)),
            "stop": "\n".join(_lines(stop_words)),
            **{f"texts-{number}": piece for number, (_, piece) in enumerate(texts)},
            **{f"terms-{number}": piece for number, (_, piece) in enumerate(terms)},
            **{f"lexicon-{letter}": piece for letter, piece in lexicon.items()},
        }
    )


def _scripts(pieces: dict[str, Any]) -> SearchIndex:
    """A piece that comes while the search itself does not load has nobody to hand its content to, and says nothing."""
    scripts = {
        f"{name}.js": f'gids.search.shard?.("{name}",{_json(content)});\n'.encode() for name, content in pieces.items()
    }
    content = hashlib.sha256()
    for name, script in sorted(scripts.items()):
        content.update(b"%s %d\n%s" % (name.encode(), len(script), script))
    folder = f"{FOLDER}{content.hexdigest()[:12]}/"
    return SearchIndex(f"{folder}core.js", {folder + name: script for name, script in scripts.items()})


def _json(content: Any) -> str:
    data = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    # In JSON these two are letters like any other, in older readers of scripts they end a line.
    return data.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


# --- pages into sections ---------------------------------------------------------------------------------------------


@lru_cache(maxsize=4_096)
def _sections(page: SearchPage) -> tuple[_Section, ...]:
    """The page itself, then what stands under each of its headings. Kept for the next build while serving."""
    return tuple(_read_sections(page))


def _read_sections(page: SearchPage) -> Iterator[_Section]:
    """A heading without an anchor uses the one above it."""
    first, *parts = outline(page.html)
    yield _Section(page, "", page.title, 0, tuple(_lead(page, first)))
    anchors: dict[int, str] = {}
    for part in parts:
        anchors = {level: anchor for level, anchor in anchors.items() if level < part.level}
        anchors[part.level] = part.anchor or (anchors[max(anchors)] if anchors else "")
        yield _Section(page, anchors[part.level], _clean(part.title), part.level, tuple(_sentences(part.lines)))


def _lead(page: SearchPage, part: Part) -> Iterator[str]:
    """The description leads. An h1 that says it otherwise than the title in menus is text too."""
    lead = [text for text in (page.description, _clean(part.title)) if text and text not in page.title]
    yield from lead
    yield from _sentences(line for line in part.lines if line not in lead)


def _sentences(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield from _SENTENCE_END.split(_clean(line))


def _clean(text: str) -> str:
    return " ".join(text.replace("\u00ad", "").split())


def _texts(sections: list[_Section]) -> Iterator[tuple[int, list[list[str]]]]:
    """The sections in pieces of about one size, each with the number of its first."""
    contents = (
        [section.anchor, section.title, "\n".join(section.sentences or _below(sections, number))]
        for number, section in enumerate(sections)
    )
    first = 0
    for piece in _pieces(contents, _TEXTS_SIZE, lambda content: sum(map(len, content))):
        yield first, piece
        first += len(piece)


def _below(sections: list[_Section], number: int) -> list[str]:
    """The first headings below one under which nothing else stands: what to show of it. They count where they stand."""
    own = sections[number]
    inside = takewhile(lambda each: each.page is own.page and each.level > own.level, islice(sections, number + 1, None))
    first = next(inside, None)
    if first is None:
        return []
    alike = (each.title for each in inside if each.level == first.level)
    return [first.title, *islice(alike, _MOST_BELOW - 1)]


def _pieces(entries: Iterable[_Entry], most: int, size: Callable[[_Entry], int]) -> Iterator[list[_Entry]]:
    """Entries together as long as they stay below a size."""
    piece: list[_Entry] = []
    total = 0
    for entry in entries:
        if piece and total + size(entry) > most:
            yield piece
            piece, total = [], 0
        piece.append(entry)
        total += size(entry)
    if piece:
        yield piece


# --- words into postings ---------------------------------------------------------------------------------------------

#: stem -> form -> section -> impact. The form «~» gathers the words that the stem is the end of.
_Postings = dict[str, dict[str, dict[int, float]]]
_PART = "~"


def _postings(sections: list[_Section], asked: Mapping[int, Mapping[str, float]]) -> _Postings:
    weights: dict[str, dict[int, float]] = defaultdict(dict)
    for number, section in enumerate(sections):
        said = _weights(section)
        if number in asked:
            said = Counter(said) + Counter(asked[number])  # another one: what is kept stays as it is
        for word, weight in said.items():
            weights[word][number] = weight
    compounds = Compounds(weights)
    found: _Postings = defaultdict(lambda: defaultdict(dict))
    for word, places in weights.items():
        found[stem(word)][word] = places
        for part in compounds.parts(word):
            merged = found[part][_PART]
            for place, weight in places.items():
                merged[place] = max(weight, merged.get(place, 0.0))
    return found


@lru_cache(maxsize=65_536)
def _weights(section: _Section) -> dict[str, float]:
    """How heavily each word of a section counts there. Kept for the next build while serving."""
    found: dict[str, float] = {}
    less = _LESS if section.page.kind in _USING or section.page.key in _REFERRING else 1.0
    _add_heading(found, section.title, _HEADINGS[section.level] * less if section.level else _TITLE)
    if section.level == 0:
        _add_heading(found, section.page.key.rpartition("/")[2].replace("-", " "), _ADDRESS)
    counts = Counter(words("\n".join(section.sentences)))
    length = max(1.0, math.sqrt(counts.total() / _USUAL_LENGTH))
    by_count = [less * (_BODY if section.level else _LEAD) * (1 + 0.5 * again) / length for again in range(4)]
    for word, count in counts.items():
        if word not in STOP_WORDS:
            found[word] = found.get(word, 0.0) + by_count[min(count, 4) - 1]
    return found


def _add_heading(found: dict[str, float], text: str, weight: float) -> None:
    """A word that is the whole heading says more than one of six."""
    own = set(words(text))
    telling = own - STOP_WORDS
    weight *= 0.7 + 0.6 / max(1, len(telling))
    for word in telling:
        found[word] = found.get(word, 0.0) + weight
    if len(telling) <= _HARDLY_ANY:
        for word in own & STOP_WORDS:
            found[word] = found.get(word, 0.0) + weight * _STOP


# --- postings into text ----------------------------------------------------------------------------------------------


def _lines(postings: _Postings) -> Iterator[str]:
    """A line per stem: the stem, then every form with its places. A form that is the stem itself is left empty."""
    for stem_ in sorted(postings):
        forms = (
            f"{'' if form == stem_ else form} {_places(places)}" for form, places in sorted(postings[stem_].items())
        )
        yield "\t".join((stem_, *forms))


def _places(places: dict[int, float]) -> str:
    """Sections in order: the step from the one before in base 36 (none is one), and the impact as a letter."""
    text, last = "", -1
    for place, weight in sorted(places.items()):
        step = place - last
        text += (_base36(step) if step > 1 else "") + _letter(weight)
        last = place
    return text


@lru_cache(maxsize=65_536)
def _letter(weight: float) -> str:
    """An impact as a letter. Kept: most words weigh what many others weigh."""
    return string.ascii_uppercase[min(25, max(0, round(math.log(weight, _STEP))))]


@lru_cache(maxsize=65_536)
def _base36(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = (string.digits + string.ascii_lowercase)[digit] + digits
    return digits


def _stretches(postings: _Postings) -> Iterator[tuple[str, str]]:
    """The lines in pieces of about one size, each with its first stem."""
    for piece in _pieces(_lines(postings), _TERMS_SIZE, len):
        yield piece[0].partition("\t")[0], "\n".join(piece)


def _written(sections: list[_Section], wordings: list[_Placed]) -> Iterator[str]:
    """Every text of which the words are in the index."""
    for section in sections:
        yield "\n".join((section.title, *section.sentences))
    for wording, places in wordings:
        if places:
            yield from (*wording.phrases, *wording.asked)


def _lexicon(texts: Iterable[str], postings: _Postings) -> Iterator[tuple[str, str]]:
    """For every first letter of a key the words, sorted; a capital tells how many letters one shares with that before it."""
    for letter, group in groupby(sorted(map(_keyed, _spellings(texts, postings))), lambda pair: pair[0][0]):
        text, last = "", ""
        for word in sorted(word for _, word in group):
            shared = 0
            while shared < min(len(last), len(word), 25) and last[shared] == word[shared]:
                shared += 1
            text += string.ascii_uppercase[shared] + word[shared:]
            last = word
        yield letter, text


def _keyed(word: str) -> tuple[str, str]:
    return key(fold(word)), word


def _spellings(texts: Iterable[str], postings: _Postings) -> Iterable[str]:
    """The most used spelling of every stem."""
    written: Counter[str] = Counter()
    for text in texts:
        written.update(_SPELLING.findall(text))
    counts: Counter[str] = Counter()
    for word, count in written.items():
        counts[word.lower()] += count
    best: dict[str, str] = {}
    for word in sorted(counts, key=lambda word: (-counts[word], word)):
        if stem(fold(word)) in postings:
            best.setdefault(stem(fold(word)), word)
    return best.values()


# --- vocabulary ------------------------------------------------------------------------------------------------------


#: A wording with the numbers of the sections that it leads to.
_Placed = tuple[model.Wording, list[int]]


def _placed(vocabulary: Iterable[model.Wording], sections: list[_Section]) -> Iterator[_Placed]:
    """Every wording with where it leads; places that are on no page are left out, and an unknown anchor is its page."""
    numbers: dict[Address, int] = {}
    for number, section in enumerate(sections):
        numbers.setdefault(Address(section.page.key, section.anchor), number)
    for wording in vocabulary:
        places = [_address(place) for place in wording.places]
        found = [numbers.get(place, numbers.get(Address(place.page))) for place in places]
        yield wording, [number for number in found if number is not None]


def _asked(wordings: Iterable[_Placed]) -> dict[int, Counter[str]]:
    """What people type counts, word by word, at the places with the answer: few type it as it stands in the vocabulary."""
    found: dict[int, Counter[str]] = defaultdict(Counter)
    for wording, places in wordings:
        counts = Counter(word for text in (*wording.phrases, *wording.asked) for word in set(words(text)) - STOP_WORDS)
        for rank, place in enumerate(places):
            for word, count in counts.items():
                weight = _ASKED * (1 + _AGAIN * min(count - 1, _MOST_AGAIN)) * _NEXT_PLACE**rank
                found[place][word] = max(weight, found[place][word])
    return found


def _phrases(wordings: Iterable[_Placed]) -> Iterator[list[Any]]:
    """Of every wording the phrases, the words it stands for, and the sections it leads to.

    Phrases are written in stems, so that the browser can look them up at once: there are thousands.
    """
    for wording, places in wordings:
        if wording.phrases:
            yield [
                [" ".join(f"{_STOP_MARK if word in STOP_WORDS else ''}{stem(word)}" for word in words(phrase)) for phrase in wording.phrases],
                [" ".join(words(text)) for text in wording.words],
                places,
            ]


def _address(place: str) -> Address:
    target = INTERNAL.match(place)
    assert target, "the model has made sure"
    kind = "page" if target["kind"] == "pagina" else LINKED_KINDS[target["kind"]]
    return address_of(kind, target["id"], target["part"] or "")
