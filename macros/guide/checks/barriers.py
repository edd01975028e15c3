"""Barriers, questions and periods say what a reader needs."""

from __future__ import annotations

from collections.abc import Iterator

from macros.guide import model
from macros.guide.checks.common import problem
from macros.guide.guide import Guide
from macros.guide.messages import quote
from macros.guide.problems import Problem
from macros.guide.sentences import say


def help_has_one_target(guide: Guide) -> Iterator[Problem]:
    """What helps against a barrier is one strategy, one step or one story."""
    for barrier in guide.barriers:
        for index, entry in enumerate(barrier.helps):
            named = [name for name in ("strategy", "step", "story") if getattr(entry, name)]
            if len(named) != 1:
                message = f"noem precies één van strategy, step of story. Hier staan er {len(named)}."
                yield problem(guide.document(barrier), ("helps", index), message)


def barriers_have_help_or_a_gap(guide: Guide) -> Iterator[Problem]:
    """A barrier says what helps, or says honestly that no source has an answer."""
    for barrier in guide.barriers:
        if not barrier.helps and barrier.gap is None:
            message = "er staat niet wat helpt. Vul «helps» in, of zeg in «gap» dat de bronnen geen antwoord geven."
            yield problem(guide.document(barrier), (), message)


def open_questions_say_whom_to_ask(guide: Guide) -> Iterator[Problem]:
    """A question without an answer says whom to ask."""
    for question in guide.questions:
        if question.open and question.ask is None:
            yield problem(guide.document(question), ("open",), "bij een open vraag hoort «ask»: aan wie stel je ze?")


def periods_run_forward(guide: Guide) -> Iterator[Problem]:
    """What ends does so after it began; a text is checked on or after the day it was written."""
    for event in guide.of("timeline"):
        if event.end is not None and event.end < event.start[: len(event.end)]:
            yield problem(guide.document(event), ("end",), f"het einde {quote(event.end)} ligt voor het begin {quote(event.start)}.")
    for story in guide.of("stories"):
        if isinstance(story, model.Story) and story.last_checked < story.written:
            yield problem(guide.document(story), ("checked",), say("checked_early", checked=story.checked, written=story.written))
