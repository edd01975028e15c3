"""The word list and the vocabulary of the search."""

from __future__ import annotations

from collections.abc import Iterator

from macros.guide import model
from macros.guide.checks.common import problem
from macros.guide.checks.references import target_fault
from macros.guide.guide import Guide
from macros.guide.messages import quote
from macros.guide.problems import Problem
from macros.guide.richtext import INTERNAL


def words_are_explained_once(guide: Guide) -> Iterator[Problem]:
    """A word or form stands once in the word list."""
    seen: dict[str, model.Term] = {}
    for term in guide.glossary:
        for index, form in enumerate((term.term, *term.forms)):
            first = seen.setdefault(form.casefold(), term)
            if first is not term:
                location = ("term",) if index == 0 else ("forms", index - 1)
                yield problem(guide.document(term), location, f"{quote(form)} staat al bij {quote(first.id)}. Houd er één.")


def wordings_lead_somewhere(guide: Guide) -> Iterator[Problem]:
    """Where the vocabulary sends a searcher to a place in the guide, the place exists."""
    for wording in guide.vocabulary:
        for index, target in enumerate(wording.places):
            fault = target_fault(guide, INTERNAL.match(target))
            if fault:
                yield problem(guide.document(wording), ("places", index), f"{quote(target)}: {fault}".strip())


def wordings_mean_something(guide: Guide) -> Iterator[Problem]:
    """An entry of the vocabulary says what people type, and where that leads: to words, to places, or to both."""
    for wording in guide.vocabulary:
        document = guide.document(wording)
        if not wording.phrases and not wording.asked:
            message = "er staat niet wat mensen typen. Zet dat in «phrases», of alleen de losse woorden in «asked»."
            yield problem(document, (), message)
        if not wording.words and not wording.places:
            message = "er staat niet wat dit betekent. Noem woorden uit de gids in «words», of plaatsen in «places»."
            yield problem(document, (), message)
        elif wording.asked and not wording.places:
            yield problem(document, ("asked",), "deze woorden tellen mee bij een plaats. Noem die in «places».")


def wordings_stand_once(guide: Guide) -> Iterator[Problem]:
    """What people type stands once in the vocabulary: two entries would each tell half."""
    seen: dict[str, model.Wording] = {}
    for wording in guide.vocabulary:
        for index, phrase in enumerate(wording.phrases):
            first = seen.setdefault(phrase.casefold(), wording)
            if first is not wording or phrase.casefold() in map(str.casefold, wording.phrases[:index]):
                message = f"{quote(phrase)} staat al bij {quote(first.id)}. Houd er één."
                yield problem(guide.document(wording), ("phrases", index), message)
