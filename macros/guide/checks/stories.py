"""Practice stories: complete, honest, and careful with people."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.guide import model
from macros.guide.checks.common import item_texts, nodes, problem
from macros.guide.checks.references import link_problem, links
from macros.guide.guide import Guide
from macros.guide.messages import quote
from macros.guide.problems import Problem, Severity
from macros.guide.sentences import SENTENCES, say
from macros.guide.yamlfile import Location


#: What looks like personal data, and what it would be. The form on the site looks for the same.
PERSONAL = (
    (re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+\.\w+"), "een e-mailadres"),
    (re.compile(r"(?<!\d)(?:(?:\+|00)32[ ./]?|0)\d(?:[ ./]?\d){7,8}(?!\d)"), "een telefoonnummer"),
    (re.compile(r"\b[A-Z][a-zé]+ \(\d{1,2}(?: jaar)?\)"), "een voornaam met leeftijd"),
    (re.compile(r"\b[A-Z][a-zé]+(?:straat|laan|plein|steenweg) \d+"), "een adres"),
)
#: What each of them has; most texts have neither, and need not be looked at four times.
_TELLING = re.compile(r"[@\d]")


def texts_name_no_private_people(guide: Guide) -> Iterator[Problem]:
    """Likely personal data in a story is pointed out: the reader of this message decides."""
    for story in guide.of("stories"):
        document = guide.document(story)
        for location, text in item_texts(document):
            for pattern, label in PERSONAL if _TELLING.search(text) else ():
                found = pattern.search(text)
                if found:
                    yield problem(document, location, say("personal", given=quote(found.group()), label=label), Severity.NOTICE)


def unpublished_stories_are_not_named(guide: Guide) -> Iterator[Problem]:
    """What a withdrawn story told, or the invented example tells, is nowhere in the guide: nothing names it or links to it."""
    said = {"ingetrokken": SENTENCES["withdrawn"], "voorbeeld": SENTENCES["invented"]}
    unpublished = {story.id: said[story.state] for story in guide.of("stories") if not story.published}
    for node in nodes(guide):
        if node.refers == "stories" and node.value in unpublished:
            message = f"het verhaal {quote(node.value)} {unpublished[node.value]}. Haal weg wat hier daaruit komt."
            yield problem(node.document, node.location, message)
    for node, text, link in links(guide):
        if link.internal and link.internal["kind"] == "verhaal" and link.internal["id"] in unpublished:
            message = say("link_unpublished", said=unpublished[link.internal["id"]])
            yield link_problem(node, text, link, message)


def withdrawn_stories_are_emptied(guide: Guide) -> Iterator[Problem]:
    """The text of a withdrawn story is taken out of its file: on the site it is gone, in the file it would still be read."""
    for story in guide.of("stories"):
        if isinstance(story, model.Story) and story.state == "ingetrokken":
            message = "de tekst staat nog in dit bestand. Houd alleen «state: ingetrokken» over, en «formerly» als dat er staat."
            yield problem(guide.document(story), ("state",), message, Severity.NOTICE)


#: Pages below «praktijkverhalen» that are no story.
STORY_PAGES = ("index", "vergelijken")


def story_names_are_free(guide: Guide) -> Iterator[Problem]:
    """A story is never called like another page at its address."""
    for document in guide.documents:
        if document.kind.name == "stories" and document.item.id in STORY_PAGES:
            message = f"de naam {quote(document.item.id)} is van een andere pagina. Geef het bestand een andere naam."
            yield problem(document, (), message)


def stories_name_a_thing_once(guide: Guide) -> Iterator[Problem]:
    """A story names each strategy, barrier, step, material and audience once."""
    named = {"strategies": "strategy", "barriers": "barrier", "steps": "step", "materials": "material", "audiences": ""}
    for story in _written_stories(guide):
        for field, name in named.items():
            first: dict[str, Location] = {}
            for index, entry in enumerate(getattr(story, field)):
                id = str(getattr(entry, name) if name else entry)
                location: Location = (field, index, name) if name else (field, index)
                if id in first:
                    document = guide.document(story)
                    yield problem(document, location, say("twice", given=quote(id), line=document.line(first[id])))
                first.setdefault(id, location)


def story_figures_have_a_source(guide: Guide) -> Iterator[Problem]:
    """A figure or amount in a story names the document that it comes from, whoever tells the story."""
    for story in _written_stories(guide):
        for field in ("budget", "figures"):
            for index, entry in enumerate(getattr(story, field)):
                if not entry.sources:
                    yield problem(guide.document(story), (field, index), say("figure_without_source"))


def published_views_name_their_document(guide: Guide) -> Iterator[Problem]:
    """Where a published document stands in the place of consent, the view names it."""
    for story in _written_stories(guide):
        for index, view in enumerate(story.views):
            if view.consent is model.Consent.PUBLISHED and not view.sources:
                yield problem(guide.document(story), ("views", index, "consent"), say("view_without_document"))


def _written_stories(guide: Guide) -> Iterator[model.Story]:
    return (story for story in guide.of("stories") if isinstance(story, model.Story))
