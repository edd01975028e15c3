"""What is printed can be set, letter by letter, and what is weighed is weighed both ways."""

from __future__ import annotations

from collections.abc import Iterator

from macros.guide import model
from macros.guide.checks.common import nodes, problem
from macros.guide.guide import Document, Guide, walk
from macros.guide.letters import named, strange_letters
from macros.guide.messages import quote, suggestion, where
from macros.guide.problems import Problem
from macros.guide.richtext import ListBlock, RichText
from macros.guide.sentences import say
from macros.guide.yamlfile import Location


def texts_can_be_printed(guide: Guide) -> Iterator[Problem]:
    """Every letter of a text is one that our typeface has: whoever writes hears so before the press stops the whole site."""
    for node in nodes(guide):
        values = enumerate(node.value) if isinstance(node.value, tuple) else [(None, node.value)]
        for index, value in values:
            rich = isinstance(value, RichText)
            text = value.plain if rich else value
            letters = strange_letters(text) if isinstance(text, str) else []
            if letters:
                full = (*node.document.location, *node.location, *(() if index is None else (index,)))
                file, source = node.document.file, value.source if rich else text
                line = file.text_lines.get(full, file.line(full)) if rich else file.line(full)
                below = source.count("\n", 0, max(source.find(letters[0]), 0)) if rich else 0
                yield Problem(file.path, line + below, where(full), say("unprinted", letters=named(letters)))


def worksheet_parts_can_be_set(guide: Guide) -> Iterator[Problem]:
    """A part of a worksheet is a question of a step or has a form, and it has what that form needs."""
    questions = {question.id for step in guide.steps for question in step.questions}
    for worksheet in guide.of("worksheets"):
        document = guide.document(worksheet)
        for index, part in enumerate(worksheet.parts):
            location = ("parts", index)
            if (part.question is None) == (part.form is None):
                yield problem(document, location, "noem een «question» uit een stap, of een «form»: één van de twee.")
            elif part.question is not None:
                if part.question not in questions and not any(kind == "steps" for kind, _ in guide.unreadable):
                    message = f"geen enkele stap heeft de vraag {quote(part.question)}. {suggestion(part.question, sorted(questions))}"
                    yield problem(document, (*location, "question"), message.strip())
            else:
                for name in _FORM_NEEDS.get(part.form, ()):
                    if not getattr(part, name):
                        yield problem(document, location, f"bij «{part.form}» hoort «{name}».")
                wide = max((len(row) for row in part.rows), default=0)
                if wide > len(part.columns):
                    message = f"een rij telt {wide} cellen, de tabel heeft {len(part.columns)} kolommen."
                    yield problem(document, (*location, "rows"), message)
            if part.takes is not None and guide.knows("steps", part.takes.step):
                yield from _takes_a_list(guide, document, (*location, "takes"), part.takes)


_FORM_NEEDS: dict[model.WorksheetForm, tuple[str, ...]] = {
    model.WorksheetForm.TEXT: ("help",),
    model.WorksheetForm.WRITE: ("title", "room"),
    model.WorksheetForm.FIELDS: ("labels",),
    model.WorksheetForm.TABLE: ("columns",),
    model.WorksheetForm.TICK: ("labels",),
    model.WorksheetForm.LISTED: ("takes",),
    model.WorksheetForm.SCORE: ("side",),
}


def _takes_a_list(guide: Guide, document: Document, location: Location, takes: model.TextPlace) -> Iterator[Problem]:
    step = guide.find("steps", takes.step)
    if step is None:
        return
    texts = {node.owner.id: node.owner for node in walk(guide.document(step)) if isinstance(node.owner, model.Point)}
    if takes.point not in texts:
        message = f"{quote(takes.point)} is geen tekst van stap {quote(step.id)}. {suggestion(takes.point, sorted(texts))}"
        yield problem(document, (*location, "point"), message.strip())
    elif not any(isinstance(block, ListBlock) for block in texts[takes.point].text.blocks):
        yield problem(document, (*location, "point"), f"in {quote(takes.point)} staat geen opsomming om over te nemen.")


def strategies_are_weighed_both_ways(guide: Guide) -> Iterator[Problem]:
    """Some answer speaks for every strategy, and an answer weighs a strategy once."""
    questions = guide.of("strategy-questions")
    for question in questions:
        for index, answer in enumerate(question.answers):
            seen: set[str] = set()
            for place, effect in enumerate(answer.effects):
                if effect.strategy in seen:
                    location = ("answers", index, "effects", place, "strategy")
                    yield problem(guide.document(question), location, f"{quote(effect.strategy)} staat er twee keer. Houd er één.")
                seen.add(effect.strategy)
    favoured = {e.strategy for q in questions for a in q.answers for e in a.effects if e.weight == "ervoor"}
    for strategy in guide.strategies:
        if questions and not guide.unreadable and strategy.id not in favoured:
            message = f"geen enkel antwoord pleit voor de strategie {quote(strategy.id)}."
            yield problem(guide.document(questions[0]), (), message)
