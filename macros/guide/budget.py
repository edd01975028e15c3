"""The budget of an ambassador: on which answers it is worked out, and below what it departs from the advice of the steps."""

from __future__ import annotations

from macros.guide import model
from macros.guide.guide import Guide

#: What the answers are called in the steps, by what they stand for.
ANSWERS = {
    "share": "deel-van-voltijds", "wage": "loonkost-voltijds-per-jaar", "other": "andere-kosten-per-jaar",
    "years": "aantal-jaren-budget", "own": "eigen-middelen", "grants": "subsidies",
}  # fmt: skip
#: For how long the ambassador is hired, and the answer with which no number of years is short.
LENGTH, OPEN_ENDED, SHORT = "gekozen-looptijd", "onbepaalde-duur", "korter-dan-drie-jaar"

#: The step that gives the advice; in it, which action advises on hours and which on years; and a project to compare with.
STEP, HOURS, YEARS, YARDSTICK = "onderbouwde-keuze", "budget-vastleggen", "looptijd-bepalen", "meetlat-kortrijk"
#: What those actions advise at least: a share of a full-time job in percent, and years.
LEAST_SHARE, LEAST_YEARS = 50, 3

#: The worksheet with the same table for the pen.
WORKSHEET = "begroting"


def questions(guide: Guide) -> dict[str, model.Question]:
    """By what they stand for, the questions to fill in, in the order of the step; nothing when one is not asked."""
    asked = {question.id: question for step in guide.steps for question in step.questions}
    if not all(id in asked for id in (*ANSWERS.values(), LENGTH)):
        return {}
    parts = {id: part for part, id in ANSWERS.items()}
    return {parts[id]: question for id, question in asked.items() if id in parts}
