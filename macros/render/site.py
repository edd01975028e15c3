"""The pages that come from data: what they are called, what is on them, what comes before and after."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from macros.guide import blanks, labels, model, workshops
from macros.guide.guide import Document, Guide
from macros.guide.relations import Relations
from macros.guide.richtext import ListBlock, plain_inlines
from macros.render import datasets, dutch, linked_data, prints, story_chapters, tools
from macros.render.addresses import OWN_PAGE, Address, Router, address_of
from macros.render.composer import Composer
from macros.render.download import Download
from macros.render.forms import StoryForm
from macros.render.plan import Plan
from macros.render.story_edits import StoryEdits
from macros.render.story_views import StoryViews
from macros.render.word_finder import WordFinder

_TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True)
class GeneratedPage:
    """A page made from data. ``kind`` is the type of page; ``source`` the data file, relative to the project."""

    key: str
    title: str
    description: str
    kind: str
    html: str
    parent: str = ""
    source: str = ""
    previous: str = ""
    next: str = ""
    indexed: bool = True


@cache
def _templates() -> Environment:
    """One for all sites: reading the templates takes long, and they are the same for each."""
    found = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.globals |= {
        "labels": labels,
        "workshops": workshops,
        "groups": prints.GROUPS,
        "licence": datasets.LICENCE,
        "licence_address": datasets.LICENCE_ADDRESS,
        "tool_pages": tools,
        "story_chapters": story_chapters.CHAPTERS,
    }
    found.filters.update(
        day=dutch.day,
        moment=dutch.moment,
        euro=dutch.euro,
        size=dutch.size,
        months_before=dutch.months_before,
        untold=story_chapters.untold,
        part_title=_part_title,
        by_letter=_by_letter,
        soft=_soft,
        unbroken=dutch.unbroken,
        blank=blanks.blank,
        blank_text=_blank_text,
    )
    return found


#: The pages of stories as they were written last, by id, with the story and all else that they rest on.
_kept: dict[str, tuple[model.Story, tuple[Any, ...], GeneratedPage]] = {}


class Site:
    """Renders one guide. Build it once, then ask for pages and fragments."""

    def __init__(self, guide: Guide, edition: datetime.date, router: Router | None = None) -> None:
        self.guide = guide
        self.edition = edition
        self.router = router or Router()
        self._relations = Relations(guide)
        self.views = StoryViews(guide, self._relations)
        self.prints = prints.Prints()
        self.datasets: tuple[datasets.Dataset, ...] = ()
        self.download: Download | None = None
        self.form = StoryForm(guide)
        self.plan = Plan(guide)
        self.edits = StoryEdits(guide)
        self.tools = tools.Tools(guide)
        self._words = WordFinder(guide.glossary)
        self._templates = _templates()

    @cached_property
    def dates(self) -> dict[str, datetime.date]:
        """When pages were last written or looked at."""
        return linked_data.dates(self.guide)

    def offer_as(self, other: Site) -> None:
        """Offer the files that a whole build made beside another site: documents, data and the download."""
        self.prints, self.datasets, self.download = other.prints, other.datasets, other.download

    def composer(self, page: str) -> Composer:
        return Composer(self.guide, self.router, self._words, page)

    def fragment(self, name: str, composer: Composer, **arguments: Any) -> Markup:
        """A fragment for a hand-written page, from ``templates/fragments``."""
        return self._render(f"fragments/{name}.html", composer, **arguments)

    def pages(self) -> Iterator[GeneratedPage]:
        """Every page that comes from data."""
        yield from self._series("steps", "step", self.guide.steps)
        yield from self._series("strategies", "strategy", self.guide.strategies)
        yield from self._series("barriers", "barrier", self.guide.barriers)
        yield from self._stories()
        if self.views.compared:
            yield self._page("praktijkverhalen/vergelijken", "Verhalen vergelijken", _COMPARE, "compare")
        yield from self._series("materials", "material", self.guide.materials)
        yield self._page("drempels/zeven-bs", "De 7 B’s van toegankelijkheid", _SEVEN_BS, "seven-bs", source="data/seven-bs.yml")
        yield from self._plan()
        for key, title, description, name, source in _TOOLS:
            yield self._page(key, title, description, name, source=source)
        yield from self._moved()

    def _series(self, kind: str, name: str, items: Iterable[Any]) -> Iterator[GeneratedPage]:
        """Pages that follow one another."""
        keys = [address_of(kind, item.id).page for item in items]
        for index, item in enumerate(items):
            yield self._item_page(
                kind,
                name,
                item,
                previous=keys[index - 1] if index else "",
                next=keys[index + 1] if index + 1 < len(keys) else "",
            )

    def _stories(self) -> Iterator[GeneratedPage]:
        for story in self.guide.of("stories"):
            if story.state == "ingetrokken":
                for name in (story.id, *story.formerly):
                    yield self._page(address_of("stories", name).page, _GONE, _WITHDRAWN, "withdrawn", indexed=False)
            else:
                yield self._story(story)

    def story_page(self, id: str) -> GeneratedPage | None:
        """The page of one story; nothing for one that was withdrawn."""
        story = self.guide.get("stories", id)
        return None if story.state == "ingetrokken" else self._story(story)

    def _story(self, story: model.Story) -> GeneratedPage:
        """The page of a story, as it was written last when it would come out the same: while serving most do.

        It says nothing of other stories: it rests on the story itself, and on all that is no story.
        """
        rest = (self._rest, self.prints, self.views.compared, self.edition, self.router.directories)
        kept = _kept.get(story.id)
        if not kept or kept[0] is not story or kept[1] != rest:
            page = self._item_page("stories", "story", story, indexed=story.published, edition=self.edition)
            kept = _kept[story.id] = (story, rest, page)
        return kept[2]

    @cached_property
    def _rest(self) -> tuple[Document, ...]:
        return tuple(document for document in self.guide.documents if document.kind.name != "stories")

    def _plan(self) -> Iterator[GeneratedPage]:
        """The plan that a reader makes: an overview, and a page for each step."""
        yield self._page(self.plan.page, "Mijn plan", _PLAN, "plan")
        keys = ["", *(self.plan.page_of(step) for step in self.guide.steps), ""]
        for step, before, after in zip(self.guide.steps, keys, keys[2:], strict=False):
            title = f"Mijn plan, stap {step.number}: {step.title}"
            source = self.guide.document(step).file.path
            yield self._page(self.plan.page_of(step), title, _PLAN_STEP.format(step.title), "plan-step", source, previous=before, next=after, step=step)

    def _moved(self) -> Iterator[GeneratedPage]:
        for kind in OWN_PAGE:
            for item in self.guide.of(kind):
                if getattr(item, "state", "") == "ingetrokken":
                    continue  # its former addresses say so too
                for old in item.formerly:
                    key = address_of(kind, old).page
                    yield self._page(
                        key, "Deze pagina is verhuisd", f"Nieuw adres van «{item.title}».", "moved", kind=kind, item=item, indexed=False
                    )

    def _item_page(
        self, kind: str, name: str, item: model.Item, previous: str = "", next: str = "", indexed: bool = True, **context: Any
    ) -> GeneratedPage:
        key = address_of(kind, item.id).page
        document = self.guide.document(item)
        title = f"Stap {item.number}: {item.title}" if isinstance(item, model.Step) else item.title
        composer = self.composer(key)
        html = self._render(f"pages/{name}.html", composer, **{name: item}, **context)
        return GeneratedPage(
            key, title, item.summary, name, html, OWN_PAGE[kind], document.file.path, previous, next, indexed
        )

    def _page(
        self, key: str, title: str, description: str, name: str, source: str = "", indexed: bool = True,
        previous: str = "", next: str = "", **context: Any
    ) -> GeneratedPage:
        html = self._render(f"pages/{name}.html", self.composer(key), **context)
        return GeneratedPage(key, title, description, name, html, key.rpartition("/")[0], source, previous, next, indexed)

    def _render(self, template: str, composer: Composer, **context: Any) -> Markup:
        rendered = self._templates.get_template(template).render(
            c=composer, relations=self._relations, site=self, **context
        )
        return Markup(rendered)

    def document(self, template: str, **context: Any) -> Markup:
        """A file that is no page, from ``templates``."""
        return Markup(self._templates.get_template(template).render(site=self, **context))

    # --- for templates ---

    def pages_citing(self, source: str) -> list[tuple[str, Address]]:
        """Title and address of everything that uses a source, each page once."""
        found: dict[str, tuple[str, Address]] = {}
        for document in self._relations.documents_citing(source):
            item = document.item
            if isinstance(item, model.Story | model.WithdrawnStory) and not item.published:
                continue
            address = address_of(document.kind.name, item.id)
            if document.kind.name in OWN_PAGE or document.kind.name == "articles":
                found.setdefault(address.page, (item.title, address))
            else:
                found.setdefault(address.page, (_LIST_TITLES[address.page], Address(address.page)))
        return list(found.values())


_COMPARE = "Leg twee praktijkverhalen naast elkaar, of kijk welke strategie en welke drempel samen voorkomen."
_SEVEN_BS = "Zeven woorden om naar drempels te kijken: wat elk woord betekent en welke drempels erbij horen."
_PLAN = "Vul de zes stappen in, houd bij wat gedaan is en neem je plan mee als bestand. Alles blijft op je toestel."
_PLAN_STEP = "{}: vragen en checklist om op je eigen toestel in te vullen, of om af te drukken."
_GONE = "Dit verhaal is ingetrokken"
_WITHDRAWN = "Op dit adres stond een praktijkverhaal dat is weggehaald."

#: The tools to think with: address, title, description, type of page, and where their data stands.
_TOOLS = (
    (tools.SCORES, "Drempels in kaart", "Scoor samen welke drempels hier spelen, zie waar jullie verschillen en wat kan helpen.", "scores", ""),
    (tools.APPROACH, "Welke aanpak past bij ons?", "Twaalf vragen over je gemeente, met per strategie wat ervoor en ertegen pleit.", "approach", "data/strategy-questions.yml"),
    (tools.RULES, "De regels van Welke aanpak past bij ons?", "Alle antwoorden, wat elk antwoord voor welke strategie betekent en waar dat vandaan komt.", "approach-rules", "data/strategy-questions.yml"),
)  # fmt: skip

#: What list pages are called where a link names the page and not one entry.
_LIST_TITLES = {
    "vragen": "Veelgestelde vragen",
    "woordenlijst": "Woordenlijst",
    "mijn-plan": "Mijn plan",
    "drempels/zeven-bs": "De 7 B’s",
    "achtergrond": "Achtergrond",
    "hulp": "Waar vind je hulp?",
    "wat-is": "Wat is het?",
    "lerend-netwerk": "Lerende netwerken",
    "workshops": "Workshops",
    "afdrukken": "Afdrukken",
    tools.APPROACH: "Welke aanpak past bij ons?",
}


def _part_title(item: model.Base, part: str | None) -> str:
    """The title of a part of an item, or of the item itself."""
    for name in type(item).model_fields:
        value = getattr(item, name)
        for entry in value if isinstance(value, tuple) else ():
            if part is not None and getattr(entry, "id", None) == part and hasattr(entry, "title"):
                return entry.title
    return item.title  # type: ignore[attr-defined]


def _blank_text(section: model.DocumentSection) -> str:
    """The fixed words of a part of a document, with what is still to be filled in; a line between paragraphs."""
    blocks = [block for part in section.parts if part.text for block in part.text.blocks]
    lines = [
        "\n".join(f"- {plain_inlines(child.children)}" for item in block.items for child in item if not isinstance(child, ListBlock))
        if isinstance(block, ListBlock)
        else plain_inlines(block.children)
        for block in blocks
    ]
    return blanks.blank("\n\n".join(lines))


def _soft(title: str) -> str:
    """A title that may break inside the one word that is wider than a phone."""
    return title.replace("erbindingsambassadeur", "erbindings\u00adambassadeur")


def _by_letter(terms: Iterable[model.Term]) -> list[tuple[str, list[model.Term]]]:
    """The words in the order of the alphabet, under their first letter; accents and capitals do not count."""

    def folded(term: model.Term) -> str:
        return unicodedata.normalize("NFD", term.term).encode("ascii", "ignore").decode().casefold()

    ordered = sorted(terms, key=lambda term: (folded(term), term.id))
    return [(letter, list(group)) for letter, group in groupby(ordered, key=lambda term: folded(term)[0].upper())]
