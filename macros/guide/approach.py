"""«Welke aanpak past bij ons?»: which strategies fit, from the answers alone. The same rules run in the browser.

An answer speaks for a strategy, against it, or says what to arrange first. Two answers that say the same count once. All six
never fit well: where they would, there is a choice to make first.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from macros.guide import model
from macros.guide.guide import Guide

#: How many questions must speak for a strategy before it fits well, when nothing stands in its way.
ENOUGH = 2
#: From this many answers «weten we niet» on, no groups are made: there are talks to hold first.
TOO_UNSURE = 3
#: How many strategies can be put side by side.
SIDE_BY_SIDE = 3

#: The step that chooses; its question for the focus, which the page asks too, and the action that advises on it.
STEP, FOCUS, NARROW = "onderbouwde-keuze", "focus", "afbakenen"

FITS, FIRST, NOT_NOW = "past-goed", "regel-eerst", "nu-minder"
GROUPS = {FITS: "Past goed", FIRST: "Kan, regel eerst dit", NOT_NOW: "Nu minder logisch"}

#: What an answer does to a strategy: the sign for it, and how that reads before the name of the strategy.
SIGNS = {"ervoor": ("+", "pleit voor"), "eerst-regelen": ("!", "eerst regelen bij"), "ertegen": ("–", "pleit tegen")}

#: The rules in words, on screen and on paper: when a strategy is in each group, and what else counts.
WHEN = {
    FITS: f"antwoorden op minstens {ENOUGH} vragen pleiten ervoor (+), en geen enkel antwoord pleit ertegen (–) of vraagt eerst iets te regelen (!).",
    FIRST: "minstens één antwoord pleit ervoor (+), maar het is te weinig, of er staat nog iets in de weg. Begin met wat bij een ! of een – staat.",
    NOT_NOW: "geen enkel antwoord pleit ervoor (+).",
}
ALSO = (
    "Zegt een antwoord hetzelfde als een ander, dan tellen ze samen één keer.",
    f"Antwoord je {TOO_UNSURE} keer of vaker “weten we niet”? Dan zijn er nog geen groepen. Voer eerst de gesprekken die bij die antwoorden staan.",
    "Past geen enkele strategie goed, dan is het nog niet duidelijk.",
    "Zouden ze alle zes goed passen, dan kies je eerst. Eén persoon kan ze niet alle zes doen.",
)


@dataclass(frozen=True)
class Weighed:
    """What a set of answers says. ``groups`` is empty when there are talks to hold first."""

    answers: tuple[str, ...]
    """The answers that count, in the order of the questions."""
    groups: dict[str, str]
    """By strategy, the group it is in."""
    unsure: tuple[str, ...]
    """The answers that say «weten we niet»."""
    everything: bool = False
    """Whether all six would fit well: one person cannot do them all, so there is a choice to make first."""

    @property
    def talk_first(self) -> bool:
        return len(self.unsure) >= TOO_UNSURE

    @property
    def clear(self) -> bool:
        """Whether some strategy fits well; if not, «nog niet duidelijk» is the outcome."""
        return FITS in self.groups.values()


def tidy(questions: Iterable[model.StrategyQuestion], chosen: Iterable[str]) -> tuple[str, ...]:
    """The answers that can stand together: known ones, no more than allowed, none beside one it excludes."""
    wanted, kept = set(chosen), []
    for question in questions:
        here = [answer for answer in question.answers if answer.id in wanted]
        if any(not answer.unknown for answer in here):
            here = [answer for answer in here if not answer.unknown]
        most = (question.most or len(here)) if question.several else 1
        for answer in here:
            taken = [other for other in here if other.id in kept]
            if len(taken) < most and not any(answer.id in other.not_with or other.id in answer.not_with for other in taken):
                kept.append(answer.id)
    return tuple(kept)


def weigh(guide: Guide, chosen: Iterable[str]) -> Weighed:
    """In which group each strategy is."""
    questions = guide.of("strategy-questions")
    kept = tidy(questions, chosen)
    picked = [(question, answer) for question in questions for answer in question.answers if answer.id in kept]
    unsure = tuple(answer.id for _, answer in picked if answer.unknown)
    if len(unsure) >= TOO_UNSURE:
        return Weighed(kept, {}, unsure)
    groups = {strategy.id: _group(strategy.id, picked) for strategy in guide.strategies}
    if set(groups.values()) == {FITS}:
        return Weighed(kept, dict.fromkeys(groups, FIRST), unsure, everything=True)
    return Weighed(kept, groups, unsure)


def _group(strategy: str, picked: list[tuple[model.StrategyQuestion, model.StrategyAnswer]]) -> str:
    weights = {answer.id: effect.weight for _, answer in picked for effect in answer.effects if effect.strategy == strategy}
    pleading = {
        question.id for question, answer in picked
        if weights.get(answer.id) == "ervoor" and weights.get(answer.same_as or "") != "ervoor"
    }  # fmt: skip
    if not pleading:
        return NOT_NOW
    hindered = any(weight != "ervoor" for weight in weights.values())
    return FITS if len(pleading) >= ENOUGH and not hindered else FIRST


def same(guide: Guide) -> list[tuple[tuple[model.StrategyQuestion, model.StrategyAnswer], ...]]:
    """The pairs of answers that say the same, each with its question, in the order of the questions."""
    known = {answer.id: (question, answer) for question in guide.of("strategy-questions") for answer in question.answers}
    return [tuple(sorted((pair, known[pair[1].same_as]), key=lambda each: each[0].number)) for pair in known.values() if pair[1].same_as]


def rules(guide: Guide) -> dict[str, Any]:
    """All that the browser needs to weigh: the thresholds, and what every answer does."""
    return {
        "enough": ENOUGH,
        "tooUnsure": TOO_UNSURE,
        "sideBySide": SIDE_BY_SIDE,
        "groups": {group: title[0].lower() + title[1:] for group, title in GROUPS.items()},
        "strategies": [strategy.id for strategy in guide.strategies],
        "questions": [
            {"id": question.id, "several": question.several, "most": question.most, "answers": [_answer(answer) for answer in question.answers]}
            for question in guide.of("strategy-questions")
        ],
    }


def _answer(answer: model.StrategyAnswer) -> dict[str, Any]:
    return {
        "id": answer.id,
        "unknown": answer.unknown,
        "barriers": list(answer.barriers),
        "sameAs": answer.same_as,
        "notWith": list(answer.not_with),
        "effects": {effect.strategy: effect.weight for effect in answer.effects},
    }
