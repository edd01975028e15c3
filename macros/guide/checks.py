"""The rules about the data as a whole. One rule is one function with one sentence; ``CHECKS`` lists them.

Each takes the guide and yields problems. What one file alone can tell is in ``model``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from macros.guide import model
from macros.guide.guide import Document, Guide, Node, walk
from macros.guide.kinds import BY_NAME, Layout
from macros.guide.messages import quote, suggestion, where
from macros.guide.problems import Problem, Severity
from macros.guide.richtext import RichText
from macros.guide.yamlfile import Location

Check = Callable[[Guide], Iterator[Problem]]

#: Internal link kinds whose target is an item, with the kind of data.
LINKED_KINDS = {
    "stap": "steps",
    "strategie": "strategies",
    "drempel": "barriers",
    "verhaal": "stories",
    "woord": "glossary",
    "vraag": "questions",
    "bron": "sources",
}

#: Pages that are not an item of data; «pagina:…» links may name them besides the articles.
PAGES = (
    "stappen", "strategieen", "drempels", "praktijkverhalen", "vragen", "woordenlijst", "lerend-netwerk", "hulp",
    "bronnen", "deel-je-verhaal", "over", "privacy", "toegankelijkheid",
)  # fmt: skip

#: Anchors that pages have of themselves: «*» on every page, then per kind on the page of an item.
PAGE_ANCHORS = {
    "*": frozenset({
        "inhoud", "menu", "op-deze-pagina", "op-deze-pagina-titel", "woorden-op-deze-pagina", "bronnen-van-deze-pagina",
    }),
    "steps": frozenset({
        "in-het-kort", "waar-het-om-gaat", "wat-je-nodig-hebt", "wat-je-doet", "tips", "let-op", "checklist",
        "vragen-om-uit-te-werken", "voorbeelden", "eerste-bevindingen", "strategieen-en-drempels", "geen-lokaal-bestuur",
        "halfweg", "wat-je-dan-hebt",
    }),
    "strategies": frozenset({
        "wat-het-is", "in-de-praktijk", "wanneer-het-past", "grenzen", "profiel-van-de-ambassadeur",
        "in-de-praktijkverhalen", "drempels", "verder",
    }),
    "stories": frozenset({
        "context", "aanpak", "wat-werkte", "wat-niet-werkte", "wat-er-uit-kwam", "wat-ze-leerden", "hoe-het-verderging",
        "hoe-betrokkenen-het-zien", "strategieen", "drempels-en-stappen", "feiten", "wat-we-niet-weten",
        "hoe-dit-verhaal-gemaakt-is",
    }),
}  # fmt: skip


def _problem(document: Document, location: Location, message: str, severity: Severity = Severity.ERROR) -> Problem:
    full = (*document.location, *location)
    return Problem(document.file.path, document.file.line(full), where(full), message, severity)


def _nodes(guide: Guide) -> Iterator[Node]:
    for document in guide.documents:
        yield from walk(document)


def ids_are_unique_in_a_list(guide: Guide) -> Iterator[Problem]:
    """Two entries of one list never have the same id."""
    seen: dict[tuple[str, str], Document] = {}
    for document in guide.documents:
        if document.kind.layout is Layout.FOLDER:
            continue
        first = seen.setdefault((document.kind.name, document.item.id), document)
        if first is not document:
            message = f"de id {quote(document.item.id)} staat al op regel {first.line()}. Kies een andere."
            yield _problem(document, ("id",), message)


def ids_are_unique_on_a_page(guide: Guide) -> Iterator[Problem]:
    """An id is an anchor: no two parts of one page have the same, and none has one that the page itself uses."""
    seen: dict[tuple[str, str], tuple[Document, Location]] = {}
    for document in guide.documents:
        kind = document.kind
        page = f"{kind.page}/{document.item.id}".lstrip("/") if kind.pages else kind.page
        taken = PAGE_ANCHORS["*"] | PAGE_ANCHORS.get(kind.name, frozenset())
        for location, id in _anchors(document):
            first, place = seen.setdefault((page, id), (document, location))
            again = first is not document or place != location
            if id in taken:
                yield _problem(document, location, f"de id {quote(id)} is al van een vast deel van de pagina. Kies een andere.")
            elif again and not (place == location == ("id",) and first.kind is kind):  # else ids_are_unique_in_a_list says so
                file = "regel " if first.file is document.file else f"{first.file.path}:"
                yield _problem(document, location, f"de id {quote(id)} staat al op {file}{first.line(place)}. Kies een andere.")


def _anchors(document: Document) -> Iterator[tuple[Location, str]]:
    """The ids in an item that become anchors. Those of workbook questions do not, nor does that of a page."""
    for node in walk(document):
        whole_page = node.owner is document.item and (document.kind.pages or document.kind.layout is Layout.SINGLE)
        if node.name == "id" and not node.refers and not whole_page and not isinstance(node.owner, model.Question):
            yield node.location, node.value


def numbers_are_unique(guide: Guide) -> Iterator[Problem]:
    """A number is used once among steps, strategies, B's, and barriers of one side."""
    seen: dict[tuple[Any, ...], Document] = {}
    for document in guide.documents:
        number = getattr(document.item, "number", None)
        if number is None:
            continue
        first = seen.setdefault((document.kind.name, getattr(document.item, "side", None) if document.kind.name == "barriers" else None, number), document)
        if first is not document:
            message = f"het nummer {number} is al van {first.file.path}:{first.line(('number',))}. Kies een ander."
            yield _problem(document, ("number",), message)


def the_six_and_seven_are_complete(guide: Guide) -> Iterator[Problem]:
    """There are six steps, six strategies (three towards each side) and seven B's."""
    for kind, count in (("steps", 6), ("strategies", 6), ("seven-bs", 7)):
        if any(known == kind for known, _ in guide.unreadable):
            continue
        present = {item.number for item in guide.of(kind)}
        missing = sorted(set(range(1, count + 1)) - present)
        if missing:
            path = f"data/{kind}" if BY_NAME[kind].layout is Layout.FOLDER else f"data/{kind}.yml"
            numbers = ", ".join(map(str, missing))
            yield Problem(path, 1, "", f"er horen er {count} te zijn. Nummer {numbers} ontbreekt.")
    sides = Counter(strategy.side for strategy in guide.strategies)
    for strategy in guide.strategies:
        expected = model.Side.DEMAND if strategy.number <= 3 else model.Side.SUPPLY
        if sum(sides.values()) == 6 and strategy.side is not expected:
            message = f"strategie {strategy.number} ligt aan de kant «{expected}»: 1 tot 3 is vraag, 4 tot 6 is aanbod."
            yield _problem(guide.document(strategy), ("side",), message)


def checklist_numbers_fit(guide: Guide) -> Iterator[Problem]:
    """A checklist number starts with its step's number, is used once, and the list is in order."""
    for step in guide.steps:
        document, last, seen = guide.document(step), 0, set()
        for index, item in enumerate(step.checklist):
            location = ("checklist", index, "number")
            chapter, _, rank = item.number.partition(".")
            if int(chapter) != step.number:
                yield _problem(document, location, f"{quote(item.number)} hoort bij stap {chapter}. Dit is stap {step.number}.")
            if item.number in seen:
                yield _problem(document, location, f"het nummer {quote(item.number)} staat er twee keer. Neem het volgende vrije.")
            elif int(rank) < last:
                yield _problem(document, location, f"het nummer {quote(item.number)} staat niet op zijn plaats. Zet de punten in volgorde.")
            seen.add(item.number)
            last = max(last, int(rank))


def question_ids_are_unique(guide: Guide) -> Iterator[Problem]:
    """A question of the workbook has an id of its own over all steps: answers hang on it."""
    seen: dict[str, str] = {}
    for step in guide.steps:
        document = guide.document(step)
        for index, question in enumerate(step.questions):
            place = f"{document.file.path}:{document.line(('questions', index))}"
            first = seen.setdefault(question.id, place)
            if first != place:
                yield _problem(document, ("questions", index, "id"), f"de id {quote(question.id)} is al van {first}. Kies een andere.")


def questions_have_their_parts(guide: Guide) -> Iterator[Problem]:
    """A choice has options, a table has columns, and nothing else has them."""
    with_options = {model.QuestionKind.CHOICE, model.QuestionKind.MULTIPLE, model.QuestionKind.SCALE}
    for step in guide.steps:
        for index, question in enumerate(step.questions):
            document, location = guide.document(step), ("questions", index)
            if question.kind in with_options and len(question.options) < 2:
                yield _problem(document, (*location, "options"), f"bij «{question.kind}» horen minstens twee antwoorden.")
            if question.kind not in with_options and question.options:
                yield _problem(document, (*location, "options"), f"bij «{question.kind}» horen geen antwoorden om te kiezen.")
            if (question.kind is model.QuestionKind.TABLE) != bool(question.columns):
                yield _problem(document, (*location, "columns"), "kolommen horen bij «tabel», en alleen daar.")


def references_exist(guide: Guide) -> Iterator[Problem]:
    """Every id that names another item is the id of one."""
    for node in _nodes(guide):
        if node.refers is None or node.value is None:
            continue
        values = enumerate(node.value) if isinstance(node.value, tuple) else [(None, node.value)]
        for index, value in values:
            if not guide.knows(node.refers, value):
                location = node.location if index is None else (*node.location, index)
                choices = [item.id for item in guide.of(node.refers)]
                label = BY_NAME[node.refers].label
                yield _problem(node.document, location, f"{quote(value)} bestaat niet ({label}). {suggestion(value, choices)}".strip())


def parts_exist(guide: Guide) -> Iterator[Problem]:
    """An action named beside a step is one of that step; a part named beside a story is one of that story."""
    for node in _nodes(guide):
        if node.name not in ("part", "action") or node.value is None:
            continue
        if isinstance(node.owner, model.ChecklistItem):
            target = node.document.item
        else:
            kind, field = ("stories", "story") if node.name == "part" else ("steps", "step")
            id = getattr(node.owner, field)
            if id is None:
                yield _problem(node.document, node.location, f"«{node.name}» hoort alleen samen met «{field}».")
                continue
            target = guide.find(kind, id)
        if target is None:
            continue  # said by references_exist, or unreadable
        choices = part_ids(target)
        if node.value not in choices:
            message = f"{quote(node.value)} is geen onderdeel van {quote(target.id)}. {suggestion(node.value, choices)}"
            yield _problem(node.document, node.location, message.strip())


def part_ids(item: model.Base) -> list[str]:
    """The ids that can be pointed at inside an item: actions of a step, points of a story or article."""
    if isinstance(item, model.Step):
        return [action.id for action in item.actions]
    found: list[str] = []
    for name in type(item).model_fields:
        value = getattr(item, name)
        for entry in value if isinstance(value, tuple) else ():
            if isinstance(entry, model.Point | model.Section | model.View):
                found.append(entry.id)
                found.extend(point.id for point in getattr(entry, "points", ()))
    return found


def statements_have_a_source(guide: Guide) -> Iterator[Problem]:
    """Whatever makes a statement names a source or says that it is ours."""
    for document in guide.documents:
        for location, owner in _sourced(document):
            if not owner.sources and not owner.ours:
                message = "er staat niet bij waar dit vandaan komt. Noem de bron in «sources», of schrijf «ours: true»."
                yield _problem(document, location, message)


def _sourced(document: Document) -> Iterator[tuple[Location, model.Sourced]]:
    """What must say where it comes from. An article says nothing itself: its sections do."""
    for node in walk(document):
        if node.name == "sources" and isinstance(node.owner, model.Sourced) and not isinstance(node.owner, model.Article):
            yield node.location[:-1], node.owner


def sources_are_cited(guide: Guide) -> Iterator[Problem]:
    """A source that nothing cites is pointed out, once everything can be read."""
    if guide.unreadable:
        return
    cited = {node.value for node in _nodes(guide) if node.refers == "sources" and isinstance(node.value, str)}
    linked = {link.internal["id"] for _, _, link in _links(guide) if link.internal and link.internal["kind"] == "bron"}
    for source in guide.sources:
        if source.id not in cited | linked:
            message = f"geen enkel item noemt de bron {quote(source.id)}. Noem ze ergens, of haal ze weg."
            yield _problem(guide.document(source), (), message, Severity.NOTICE)


def links_lead_somewhere(guide: Guide) -> Iterator[Problem]:
    """A link inside a text names an item, part or page of the guide that exists."""
    for node, text, link in _links(guide):
        target = link.internal
        if not target:
            continue
        if target["kind"] == "pagina":
            choices = [*PAGES, *(article.id for article in guide.of("articles"))]
            if target["id"] not in choices and not guide.knows("articles", target["id"]):
                yield _link_problem(node, text, link, f"die pagina bestaat niet. {suggestion(target['id'], choices, most=20)}")
            continue
        kind = LINKED_KINDS[target["kind"]]
        if not guide.knows(kind, target["id"]):
            choices = [item.id for item in guide.of(kind)]
            yield _link_problem(node, text, link, f"dat bestaat niet. {suggestion(target['id'], choices)}")
            continue
        item = guide.find(kind, target["id"])
        if target["part"] and item is not None and target["part"] not in part_ids(item):
            yield _link_problem(node, text, link, f"dat onderdeel bestaat niet. {suggestion(target['part'], part_ids(item))}")


def _links(guide: Guide) -> Iterator[tuple[Node, RichText, Any]]:
    for node in _nodes(guide):
        if isinstance(node.value, RichText):
            for link in node.value.links:
                yield node, node.value, link


def _link_problem(node: Node, text: RichText, link: Any, message: str) -> Problem:
    place = text.source.find(link.target)
    offset = text.source.count("\n", 0, place)
    full = (*node.document.location, *node.location)
    line = node.document.file.text_lines.get(full, node.document.line(node.location)) + offset
    return Problem(node.document.file.path, line, where(full), f"de link {quote(link.target)}: {message}".strip())


def help_has_one_target(guide: Guide) -> Iterator[Problem]:
    """What helps against a barrier is one strategy, one step or one story."""
    for barrier in guide.barriers:
        for index, entry in enumerate(barrier.helps):
            named = [name for name in ("strategy", "step", "story") if getattr(entry, name)]
            if len(named) != 1:
                message = f"noem precies één van strategy, step of story. Hier staan er {len(named)}."
                yield _problem(guide.document(barrier), ("helps", index), message)


def barriers_have_help_or_a_gap(guide: Guide) -> Iterator[Problem]:
    """A barrier says what helps, or says honestly that no source has an answer."""
    for barrier in guide.barriers:
        if not barrier.helps and barrier.gap is None:
            message = "er staat niet wat helpt. Vul «helps» in, of zeg in «gap» dat de bronnen geen antwoord geven."
            yield _problem(guide.document(barrier), (), message)


def open_questions_say_whom_to_ask(guide: Guide) -> Iterator[Problem]:
    """A question without an answer says whom to ask."""
    for question in guide.questions:
        if question.open and question.ask is None:
            yield _problem(guide.document(question), ("open",), "bij een open vraag hoort «ask»: aan wie stel je ze?")


def periods_run_forward(guide: Guide) -> Iterator[Problem]:
    """What ends does so after it began; a text is checked on or after the day it was written."""
    for event in guide.of("timeline"):
        if event.end is not None and event.end < event.start[: len(event.end)]:
            yield _problem(guide.document(event), ("end",), f"het einde {quote(event.end)} ligt voor het begin {quote(event.start)}.")
    for story in guide.of("stories"):
        if story.checked < story.written:
            message = f"{story.checked} ligt voor de dag waarop het verhaal geschreven is ({story.written})."
            yield _problem(guide.document(story), ("checked",), message)


def words_are_explained_once(guide: Guide) -> Iterator[Problem]:
    """A word or form stands once in the word list."""
    seen: dict[str, model.Term] = {}
    for term in guide.glossary:
        for index, form in enumerate((term.term, *term.forms)):
            first = seen.setdefault(form.casefold(), term)
            if first is not term:
                location = ("term",) if index == 0 else ("forms", index - 1)
                yield _problem(guide.document(term), location, f"{quote(form)} staat al bij {quote(first.id)}. Houd er één.")


def old_names_are_free(guide: Guide) -> Iterator[Problem]:
    """A former id is not the id, or a former id, of something else."""
    seen: dict[tuple[str, str], str] = {}
    for document in guide.documents:
        for index, old in enumerate(getattr(document.item, "formerly", ())):
            taken = guide.knows(document.kind.name, old) or (document.kind.name, old) in seen
            if taken:
                yield _problem(document, ("formerly", index), f"{quote(old)} is in gebruik. Een oude naam hoort bij één item.")
            seen[document.kind.name, old] = document.item.id


_PERSONAL = (
    (re.compile(r"[\w.+-]+@[\w-]+\.\w+"), "een e-mailadres"),
    (re.compile(r"(?<!\d)(?:\+32|0)\d(?:[ ./]?\d){7,8}(?!\d)"), "een telefoonnummer"),
    (re.compile(r"\b[A-Z][a-zé]+ \(\d{1,2}(?: jaar)?\)"), "een voornaam met leeftijd"),
    (re.compile(r"\b[A-Z][a-zé]+(?:straat|laan|plein|steenweg) \d+"), "een adres"),
)


def texts_name_no_private_people(guide: Guide) -> Iterator[Problem]:
    """Likely personal data in a story is pointed out: the reader of this message decides."""
    for story in guide.of("stories"):
        document = guide.document(story)
        for location, text in _texts(document):
            for pattern, label in _PERSONAL:
                found = pattern.search(text)
                if found:
                    message = f"{quote(found.group())} lijkt op {label}. Mag dit online staan?"
                    yield _problem(document, location, message, Severity.NOTICE)


def _texts(document: Document) -> Iterator[tuple[Location, str]]:
    """Every text in an item, also those in lists."""
    for node in walk(document):
        values = enumerate(node.value) if isinstance(node.value, tuple) else [(None, node.value)]
        for index, value in values:
            text = value.plain if isinstance(value, RichText) else value
            if isinstance(text, str):
                yield node.location if index is None else (*node.location, index), text


def withdrawn_stories_are_not_named(guide: Guide) -> Iterator[Problem]:
    """What a withdrawn story told is nowhere in the guide: no item names it, no text links to it."""
    withdrawn = {story.id for story in guide.of("stories") if story.state == "ingetrokken"}
    for node in _nodes(guide):
        if node.refers == "stories" and node.value in withdrawn:
            message = f"het verhaal {quote(node.value)} is ingetrokken. Haal weg wat hier daaruit komt."
            yield _problem(node.document, node.location, message)
    for node, text, link in _links(guide):
        if link.internal and link.internal["kind"] == "verhaal" and link.internal["id"] in withdrawn:
            yield _link_problem(node, text, link, "dat verhaal is ingetrokken. Haal weg wat hier daaruit komt.")


CHECKS: tuple[Check, ...] = (
    ids_are_unique_in_a_list,
    ids_are_unique_on_a_page,
    numbers_are_unique,
    the_six_and_seven_are_complete,
    checklist_numbers_fit,
    question_ids_are_unique,
    questions_have_their_parts,
    references_exist,
    parts_exist,
    statements_have_a_source,
    sources_are_cited,
    links_lead_somewhere,
    help_has_one_target,
    barriers_have_help_or_a_gap,
    open_questions_say_whom_to_ask,
    periods_run_forward,
    words_are_explained_once,
    old_names_are_free,
    withdrawn_stories_are_not_named,
    texts_name_no_private_people,
)
