"""A document to fill in asks for what exists, and each of its parts has what its form needs."""

from __future__ import annotations

from collections.abc import Iterator

from macros.guide import model
from macros.guide.blanks import MARK, PLACE, read_mark
from macros.guide.checks.common import problem
from macros.guide.guide import Document, Guide
from macros.guide.messages import quote, suggestion
from macros.guide.problems import Problem
from macros.guide.richtext import RichText
from macros.guide.yamlfile import Location

_FORM = model.DocumentForm
_NEEDS: dict[model.DocumentForm, tuple[str, ...]] = {
    _FORM.TEXT: ("text",),
    _FORM.ANSWER: ("question",),
    _FORM.TABLE: ("question",),
    _FORM.CHECKLIST: ("step",),
    _FORM.FIELDS: ("labels",),
    _FORM.STEP: ("step",),
    _FORM.SCORES: ("side",),
}
_MAY: dict[model.DocumentForm, tuple[str, ...]] = {
    _FORM.ANSWER: ("lead",),
    _FORM.TABLE: ("lead", "columns", "room"),
    _FORM.ACTIONS: ("lead", "room"),
    _FORM.SCORES: ("lead",),
    _FORM.BUDGET: ("lead",),
}
_OWN = ("text", "question", "lead", "columns", "room", "step", "side", "labels")


def document_parts_have_what_they_need(guide: Guide) -> Iterator[Problem]:
    """A part has the fields of its form and no others."""
    for document, location, part in _parts(guide):
        needs = _NEEDS.get(part.form, ())
        for name in needs:
            if not getattr(part, name):
                yield problem(document, location, f"bij «{part.form}» hoort «{name}».")
        for name in _OWN:
            if getattr(part, name) not in (None, ()) and name not in (*needs, *_MAY.get(part.form, ())):
                yield problem(document, (*location, name), f"«{name}» hoort niet bij «{part.form}». Haal het weg.")


def document_questions_exist(guide: Guide) -> Iterator[Problem]:
    """A document asks for questions of the steps: a table for a table, an answer for any other, and only columns it has."""
    unread = any(kind == "steps" for kind, _ in guide.unreadable)
    questions = {question.id: question for step in guide.steps for question in step.questions}
    for document, location, part in _parts(guide):
        if part.question is None:
            continue
        place = (*location, "question")
        question = questions.get(part.question)
        if question is None and unread:
            continue
        if question is None:
            message = f"geen enkele stap heeft de vraag {quote(part.question)}. {suggestion(part.question, sorted(questions))}"
            yield problem(document, place, message.strip())
            continue
        if (question.kind is model.QuestionKind.TABLE) != (part.form is _FORM.TABLE):
            right = "tabel" if question.kind is model.QuestionKind.TABLE else "antwoord"
            yield problem(document, place, f"{quote(question.id)} is een vraag van de soort «{question.kind}»: schrijf «form: {right}».")
            continue
        known = [column.id for column in question.columns]
        for index, column in enumerate(part.columns):
            if column not in known:
                message = f"de vraag {quote(question.id)} heeft geen kolom {quote(column)}. {suggestion(column, known)}"
                yield problem(document, (*location, "columns", index), message.strip())


def document_marks_can_be_read(guide: Guide) -> Iterator[Problem]:
    """What stands between braces in a document is two words to choose from, or an answer that exists."""
    unread = any(kind == "steps" for kind, _ in guide.unreadable)
    questions = {
        question.id for step in guide.steps for question in step.questions if question.kind is not model.QuestionKind.TABLE
    } | {PLACE}
    for document, location, text in _texts(guide):
        rest = MARK.sub("", text)
        if "{" in rest or "}" in rest:
            yield problem(document, location, "een accolade staat alleen. Schrijf «{het college|het bestuur}» of «{=plaats}».")
        for found in MARK.finditer(text):
            mark = read_mark(found)
            if mark is None:
                yield problem(document, location, f"{quote(found.group())} kan hier niet. Schrijf «{{het college|het bestuur}}» of «{{=plaats}}».")
            elif mark.answer and mark.answer not in questions and not unread:
                message = f"geen enkele stap heeft de vraag {quote(mark.answer)}. {suggestion(mark.answer, sorted(questions))}"
                yield problem(document, location, message.strip())


def documents_are_files_or_mails(guide: Guide) -> Iterator[Problem]:
    """A document is a Word file with a name of its own, or a mail with a subject and nothing but words and answers."""
    names: dict[str, Document] = {}
    for item in guide.of("documents"):
        document = guide.document(item)
        if (item.file is None) == (item.subject is None):
            yield problem(document, (), "noem een «file» (een Word-bestand) of een «subject» (een mail): één van de twee.")
        if item.carries_plan and item.file is None:
            yield problem(document, ("carries_plan",), "alleen een Word-bestand kan de gegevens van het plan dragen.")
        for field, name in (("file", item.file), ("file_organisation", item.for_organisations)):
            if name is not None and names.setdefault(name, document) is not document:
                yield problem(document, (field,), f"de naam {quote(name)} is al van {names[name].file.path}. Kies een andere.")
        for index, section in enumerate(item.sections):
            if section.id in {other.id for other in item.sections[:index]}:
                yield problem(document, ("sections", index, "id"), f"de id {quote(section.id)} staat er twee keer. Kies een andere.")


def mails_are_words(guide: Guide) -> Iterator[Problem]:
    """A mail is copied as plain text: it has no tables."""
    for document, location, part in _parts(guide):
        if document.item.subject is not None and part.form not in (_FORM.TEXT, _FORM.ANSWER):
            yield problem(document, (*location, "form"), "een mail heeft alleen «tekst» en «antwoord».")


def _parts(guide: Guide) -> Iterator[tuple[Document, Location, model.DocumentPart]]:
    for item in guide.of("documents"):
        for place, part in enumerate(item.intro):
            yield guide.document(item), ("intro", place), part
        for index, section in enumerate(item.sections):
            for place, part in enumerate(section.parts):
                yield guide.document(item), ("sections", index, "parts", place), part


def _texts(guide: Guide) -> Iterator[tuple[Document, Location, str]]:
    """Every text of a document in which a mark may stand."""
    for item in guide.of("documents"):
        document = guide.document(item)
        for name in ("heading", "subject"):
            if getattr(item, name):
                yield document, (name,), getattr(item, name)
        for index, section in enumerate(item.sections):
            yield document, ("sections", index, "title"), section.title
    for document, location, part in _parts(guide):
        if isinstance(part.text, RichText):
            yield document, (*location, "text"), part.text.plain
        if part.lead:
            yield document, (*location, "lead"), part.lead
        for index, label in enumerate(part.labels):
            yield document, (*location, "labels", index), label

