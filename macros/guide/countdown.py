"""Counting back from the day the ambassador starts: on which answers of the steps it rests, and what its scripts must know."""

from __future__ import annotations

from typing import Any

from macros.guide import model
from macros.guide.guide import Guide

#: The questions of the steps that say when the ambassador must start, and which way is taken.
START, CHOSEN = "gewenste-startdatum", "gekozen-weg"
#: By the way that a lead time can belong to: the answers that mean it.
WAYS = {"zelf": ("zelf-aanwerven", "samen-aanwerven"), "uitbesteden": ("uitbesteden", "samen-uitbesteden")}

#: What a plan keeps beside the weeks, by its name there.
ANCHOR, DECIDED = "vanaf", "beslissing-op"
KEPT = {ANCHOR: "vanaf welke dag", DECIDED: "de dag van de beslissing"}

#: The years that can be counted with.
FIRST_YEAR, LAST_YEAR = 2000, 2100
#: The most weeks for one thing, and from how many days on a date is near. Both are ours.
MOST_WEEKS, NEAR = 208, 14


def questions(guide: Guide) -> tuple[model.Question | None, model.Question | None]:
    """The question for the start and the one for the way, where they are asked."""
    asked = {question.id: question for step in guide.steps for question in step.questions}
    return asked.get(START), asked.get(CHOSEN)


def rules(guide: Guide) -> dict[str, Any]:
    """What the scripts count with."""
    return {
        "leads": [{"id": lead.id, "label": lead.label, "way": lead.way or "", "decides": lead.decides} for lead in guide.of("lead-times")],
        "start": START,
        "keys": {"anchor": ANCHOR, "decided": DECIDED},
        "chosen": CHOSEN,
        "ways": {answer: way for way, answers in WAYS.items() for answer in answers},
        "years": [FIRST_YEAR, LAST_YEAR],
        "mostWeeks": MOST_WEEKS,
        "near": NEAR,
    }
