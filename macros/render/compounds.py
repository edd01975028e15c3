"""The words that a Dutch compound ends in: «welzijnswerk» and «werk» in «jeugdwelzijnswerk»."""

from __future__ import annotations

from collections.abc import Iterable

from macros.render.wordforms import key, stem

_LEAST_HEAD, _LEAST_TAIL = 3, 4
#: What may stand between the words of a compound.
_LINKS = ("", "s", "e", "en", "er", "n")
#: In front of a verb these make another word, not a compound.
_PREFIXES = frozenset(
    map(key, "aan achter af be bij door ge her in mede mee na om onder ont op over samen tegen terug toe uit ver voor weg".split())
)


class Compounds:
    """Takes compounds apart into words that the guide uses.

    What stands in front must be such a word too, so that «taal» is not found in «totaal». A word that only stands in front
    («jeugd») is not listed: the compound begins with it, which is found anyway.
    """

    def __init__(self, known: Iterable[str]) -> None:
        self._stems = {stem(word) for word in known if word.isalpha() and len(word) >= _LEAST_HEAD}

    def parts(self, word: str) -> set[str]:
        """The stems of the words that this folded word ends in."""
        return self._parts(key(word)) if word.isalpha() else set()

    def _parts(self, compound: str) -> set[str]:
        found: set[str] = set()
        for split in range(_LEAST_HEAD, len(compound) - _LEAST_TAIL + 1):
            head, tail = compound[:split], compound[split:]
            if head in _PREFIXES or not self._is_head(head):
                continue
            inner = self._parts(tail)
            if inner or stem(tail) in self._stems:
                found |= {stem(tail)} | inner
        return found

    def _is_head(self, head: str) -> bool:
        bare = (head.removesuffix(link) for link in _LINKS if head.endswith(link))
        return any(len(word) >= _LEAST_HEAD and stem(word) in self._stems for word in bare)
