"""The steps: their checklists and the questions of the workbook."""

from __future__ import annotations

from collections.abc import Iterator

from macros.guide import model
from macros.guide.checks.common import problem
from macros.guide.guide import Guide
from macros.guide.messages import quote
from macros.guide.problems import Problem


def checklist_numbers_fit(guide: Guide) -> Iterator[Problem]:
    """A checklist number starts with its step's number, is used once, and the list is in order."""
    for step in guide.steps:
        document, last, seen = guide.document(step), 0, set()
        for index, item in enumerate(step.checklist):
            location = ("checklist", index, "number")
            chapter, _, rank = item.number.partition(".")
            if int(chapter) != step.number:
                yield problem(document, location, f"{quote(item.number)} hoort bij stap {chapter}. Dit is stap {step.number}.")
            if item.number in seen:
                yield problem(document, location, f"het nummer {quote(item.number)} staat er twee keer. Neem het volgende vrije.")
            elif int(rank) < last:
                yield problem(document, location, f"het nummer {quote(item.number)} staat niet op zijn plaats. Zet de punten in volgorde.")
            seen.add(item.number)
            last = max(last, int(rank))


def head_starts_cover_points(guide: Guide) -> Iterator[Problem]:
    """What somebody already has covers points that exist, each once."""
    numbers = {item.number for step in guide.steps for item in step.checklist}
    whole = not any(kind == "steps" for kind, _ in guide.unreadable)
    for start in guide.of("head-starts"):
        document, seen = guide.document(start), set()
        for index, cover in enumerate(start.covers):
            location = ("covers", index, "number")
            if cover.number not in numbers and whole:
                yield problem(document, location, f"het punt {quote(cover.number)} staat in geen enkele checklist.")
            if cover.number in seen:
                yield problem(document, location, f"het punt {quote(cover.number)} staat er twee keer.")
            seen.add(cover.number)


def question_ids_are_unique(guide: Guide) -> Iterator[Problem]:
    """A question of the workbook has an id of its own over all steps: answers hang on it."""
    seen: dict[str, str] = {}
    for step in guide.steps:
        document = guide.document(step)
        for index, question in enumerate(step.questions):
            place = f"{document.file.path}:{document.line(('questions', index))}"
            first = seen.setdefault(question.id, place)
            if first != place:
                yield problem(document, ("questions", index, "id"), f"de id {quote(question.id)} is al van {first}. Kies een andere.")


def answers_and_columns_are_told_apart(guide: Guide) -> Iterator[Problem]:
    """Within one question, answers and columns have an id of their own: what people fill in hangs on it."""
    for step in guide.steps:
        document = guide.document(step)
        for index, question in enumerate(step.questions):
            for name in ("options", "columns"):
                seen: set[str] = set()
                for rank, part in enumerate(getattr(question, name)):
                    if part.id in seen:
                        yield problem(document, ("questions", index, name, rank, "id"), f"de id {quote(part.id)} staat er twee keer. Kies een andere.")
                    seen.add(part.id)


def questions_have_their_parts(guide: Guide) -> Iterator[Problem]:
    """A choice has options, a table has columns, and nothing else has them."""
    with_options = {model.QuestionKind.CHOICE, model.QuestionKind.MULTIPLE, model.QuestionKind.SCALE}
    for step in guide.steps:
        for index, question in enumerate(step.questions):
            document, location = guide.document(step), ("questions", index)
            if question.kind in with_options and len(question.options) < 2:
                yield problem(document, (*location, "options"), f"bij «{question.kind}» horen minstens twee antwoorden.")
            if question.kind not in with_options and question.options:
                yield problem(document, (*location, "options"), f"bij «{question.kind}» horen geen antwoorden om te kiezen.")
            if (question.kind is model.QuestionKind.TABLE) != bool(question.columns):
                yield problem(document, (*location, "columns"), "kolommen horen bij «tabel», en alleen daar.")
