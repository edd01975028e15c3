"""Marks in the words of a document: «{het college|het bestuur}» follows the employer, «{=plaats}» becomes an answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

#: What stands where nobody filled in anything yet.
GAP = "[nog in te vullen]"
#: The name of the municipality or organisation, which is no question of a step.
PLACE = "plaats"
MARK = re.compile(r"\{[^{}]*\}")
_ANSWER = re.compile(r"\{=([a-z0-9]+(?:-[a-z0-9]+)*)\}")
_CHOICE = re.compile(r"\{([^{}|=]+)\|([^{}|]*)\}")


@dataclass(frozen=True)
class Mark:
    """Two wordings, for a local government and for another organisation; or the id of an answer."""

    words: tuple[str, str] = ("", "")
    answer: str = ""


def read_mark(found: re.Match[str]) -> Mark | None:
    """What a mark means, if it means something."""
    if answer := _ANSWER.fullmatch(found.group()):
        return Mark(answer=answer[1])
    if choice := _CHOICE.fullmatch(found.group()):
        return Mark(words=(choice[1], choice[2]))
    return None


def split(text: str) -> Iterator[str | Mark]:
    """A text in pieces: plain words and marks."""
    end = 0
    for found in MARK.finditer(text):
        if found.start() > end:
            yield text[end : found.start()]
        mark = read_mark(found)
        yield found.group() if mark is None else mark
        end = found.end()
    if text[end:]:
        yield text[end:]


def for_governments(text: str) -> str:
    """The words alone, as a local government reads them."""
    return "".join(piece if isinstance(piece, str) else piece.words[0] for piece in split(text))


def for_organisations(text: str) -> str:
    """The words alone, as another organisation reads them."""
    return "".join(piece if isinstance(piece, str) else piece.words[1] for piece in split(text))


def blank(text: str, employer: int = 0) -> str:
    """As on a document that nobody filled in, for a local government (0) or another organisation (1)."""
    return "".join(piece if isinstance(piece, str) else GAP if piece.answer else piece.words[employer] for piece in split(text))
