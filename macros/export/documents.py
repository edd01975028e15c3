"""The one list of documents: what each is called, what it is for, what is in it and which pages offer it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

from macros.export.kits import Kit
from macros.export.plan_documents import lay_out, word_documents
from macros.export.selection import handed_out, on_paper
from macros.export.sheets import Sheets
from macros.guide import model, workshops
from macros.guide.guide import Guide
from macros.render import dutch
from macros.render.addresses import address_of
from macros.render.prints import Print

GUIDE = "Een verbindingsambassadeur in dienst nemen"
FOLDER = "afdrukken"


Parts = Callable[[], list[dict[str, Any]]]


@dataclass(frozen=True)
class Document:
    """A document to make. Its ``parts`` (sheets or slides) are only set when somebody needs them."""

    entry: Print
    title: str  # what a reader's window shows
    parts: Parts = field(repr=False)

    @property
    def name(self) -> str:
        """Its file name."""
        return self.entry.file.removeprefix(f"{FOLDER}/")


def documents(guide: Guide, edition: datetime.date, site: str = "", published: Collection[str] = ()) -> list[Document]:
    """Every document of the guide, in the order in which the page «Afdrukken» lists them. Where there is a choice, those at an
    address that was ``published`` once are among them."""
    return list(_Catalogue(guide, edition, site, published).all())


def story_file(id: str) -> str:
    """The address of the document of one story."""
    return f"{FOLDER}/verhaal-{id}.pdf"


def payload(guide: Guide, edition: datetime.date, document: Document) -> dict[str, Any]:
    """A document as the press takes it."""
    return {
        "title": document.title,
        "guide": GUIDE,
        "edition": dutch.day(edition),
        "date": {"year": edition.year, "month": edition.month, "day": edition.day},
        "steps": [step.title for step in guide.steps],
        "sheets": document.parts(),
    }


def _pdf(
    id: str, name: str, purpose: str, group: str, parts: Parts, *, title: str = "", format: str = "A4", **more: Any
) -> Document:
    """``name`` is what pages call it, where the heading above says of which step; ``title`` says it in full."""
    return Document(Print(f"{FOLDER}/{id}.pdf", name, purpose, group, format, **more), title or name, parts)


def workshop_documents(
    guide: Guide, site: str, material: model.Material, variant: model.Variant, people: int, case: str | None
) -> list[Document]:
    """One workshop for one group: the pile to print and the slides."""
    kit = Kit(Sheets(guide, site), material, variant, people, case)
    return list(_kit(kit, f"workshop-{material.id}-{variant.minutes}-voor-{people}", ()))


def _kit(kit: Kit, id: str, page: tuple[str, ...]) -> Iterator[Document]:
    """One print file and one deck."""
    minutes = kit.variant.minutes
    name = f"{kit.material.title}, {minutes} minuten"
    yield _pdf(
        id, f"{name}: draaiboek en bladen voor {kit.people} deelnemers",
        "De hele stapel, geteld en in de volgorde waarin je de bladen nodig hebt. Druk hem op één kant af.", "workshops",
        kit.paper, title=f"Workshop {name}", offered=page, minutes=minutes, people=kit.people,
    )  # fmt: skip
    entry = Print(
        f"{FOLDER}/{id}.pptx", f"{name}: dia’s", "Dia’s met notities. Je mag ze aanpassen, ook met je eigen logo.", "workshops", "16:9",
        offered=page, minutes=minutes,
    )  # fmt: skip
    yield Document(entry, f"Workshop {name}", kit.deck)


class _Catalogue:
    def __init__(self, guide: Guide, edition: datetime.date, site: str, published: Collection[str]) -> None:
        self.guide, self.edition = on_paper(guide), edition
        self.sheets = Sheets(self.guide, site)
        self.handed_out = handed_out(guide, {story.id for story in guide.stories if story_file(story.id) in published})
        self.all_sheets = Sheets(guide, site)
        self.on_site_alone = len(guide.stories) - len(self.guide.stories)
        self.step_pages = {step.number: address_of("steps", step.id).page for step in guide.steps}
        self.strategy_pages = tuple(address_of("strategies", item.id).page for item in guide.strategies)
        self.barrier_pages = tuple(address_of("barriers", item.id).page for item in guide.barriers)

    def all(self) -> Iterator[Document]:
        yield from self._to_decide()
        for step in self.guide.steps:
            yield from self._step(step)
        yield from self._word()
        yield from self._booklets()
        yield from self._loose_worksheets()
        yield from self._cards()
        yield from self._posters()
        yield from self._kits()
        yield from self._stories()

    def _to_decide(self) -> Iterator[Document]:
        for leaflet in self.guide.of("leaflets"):
            yield _pdf(
                leaflet.id, f"Voor de schepen: {leaflet.title}", leaflet.summary, "bestuur",
                lambda leaflet=leaflet: [self.sheets.leaflet(leaflet)], offered=(self.step_pages[1], self.step_pages[3], "vragen"),
            )  # fmt: skip
        yield _pdf(
            "de-hele-gids", "De hele gids", "Alle hoofdstukken, verhalen, woordenlijst en bronnen, om te lezen of mee te geven.",
            "bestuur", lambda: [self.sheets.book(GUIDE, dutch.day(self.edition), self.on_site_alone)],
            offered=("over",),
        )  # fmt: skip

    def _step(self, step: Any) -> Iterator[Document]:
        number, page = step.number, (self.step_pages[step.number],)
        own = [
            _pdf(
                f"checklist-stap-{number}", f"Checklist stap {number}",
                "Alles wat je doet, op één blad om aan te kruisen.", "stappen",
                lambda: [self.sheets.checklist(step, notes=False)], title=f"Checklist stap {number}: {step.title}", steps=(number,), offered=page,
            ),
            _pdf(
                f"checklist-stap-{number}-met-notities", f"Checklist stap {number}, met notities",
                "Dezelfde punten, met onder elk punt plaats om te schrijven.", "stappen",
                lambda: [self.sheets.checklist(step, notes=True)], title=f"Checklist stap {number} met notities: {step.title}", steps=(number,), offered=page,
            ),
            *self._worksheets(step),
        ]  # fmt: skip
        yield _pdf(
            f"alles-voor-stap-{number}", f"Alles voor stap {number} in één bestand", "De checklists en de werkbladen van deze stap, in één keer.",
            "stappen", lambda: [sheet for document in own for sheet in document.parts()], title=f"Alles voor stap {number}: {step.title}",
            steps=(number,), offered=page, whole=True,
        )  # fmt: skip
        yield from own

    def _worksheets(self, step: Any) -> Iterator[Document]:
        extra = {2: self.barrier_pages, 3: self.strategy_pages}
        for worksheet in self.guide.of("worksheets"):
            if worksheet.step != step.id:
                continue
            shared = extra.get(step.number, ()) if worksheet.id in ("drempels-scoren", "strategievragen") else ()
            yield _pdf(
                f"werkblad-{worksheet.id}", worksheet.title, worksheet.summary, "stappen",
                lambda worksheet=worksheet: [self.sheets.worksheet(worksheet)],
                format="A4 liggend" if worksheet.landscape else "A4", steps=(step.number,),
                offered=(self.step_pages[step.number], *shared),
            )  # fmt: skip

    def _word(self) -> Iterator[Document]:
        """What people fill in in Word, a second time where an organisation reads other words. Their browser fills in the same
        documents from a plan."""
        for item in word_documents(self.guide):
            offered = (self.step_pages[self.guide.get("steps", item.step).number],) if item.step else ()
            laid = lay_out(self.guide, item, self.edition)
            own = item.title_organisation
            name = item.title if own or not laid.differs else f"{item.title}, voor een lokaal bestuur"
            entry = Print(f"{FOLDER}/{item.file}", name, f"{item.summary} Voor {item.audience}.", "word", "A4", offered=offered)
            yield Document(entry, item.title, lambda laid=laid: [laid.files])
            if laid.differs:
                purpose = f"{item.summary} Voor {item.audience_organisation or item.audience}."
                entry = Print(
                    f"{FOLDER}/{item.for_organisations}", own or f"{item.title}, voor een organisatie", purpose, "word", "A4", offered=offered,
                )  # fmt: skip
                yield Document(entry, own or item.title, lambda laid=laid: [laid.organisation_files])

    def _booklets(self) -> Iterator[Document]:
        front = "De zes stappen op één blad, en daarna elke checklist"
        for notes, id, title, purpose in (
            (False, "checklists-alle-stappen", "Alle checklists in één boekje", f"{front}."),
            (True, "checklists-alle-stappen-met-notities", "Alle checklists in één boekje, met notities", f"{front} met plaats om te schrijven."),
        ):
            yield _pdf(
                id, title, purpose, "kaarten",
                lambda notes=notes: [
                    self.sheets.steps_cover("Zes stappen, zes checklists"),
                    *(self.sheets.checklist(step, notes=notes) for step in self.guide.steps),
                ],
                offered=("stappen",),
            )  # fmt: skip

    def _loose_worksheets(self) -> Iterator[Document]:
        for worksheet in self.guide.of("worksheets"):
            if worksheet.step is None:
                yield _pdf(
                    f"werkblad-{worksheet.id}", worksheet.title, worksheet.summary, "verhalen",
                    lambda worksheet=worksheet: [self.sheets.worksheet(worksheet)],
                    format="A4 liggend" if worksheet.landscape else "A4", offered=("deel-je-verhaal",),
                )  # fmt: skip

    def _cards(self) -> Iterator[Document]:
        sheets, barriers = self.sheets, self.barrier_pages
        for cards in self.guide.of("card-sets"):
            chosen = [self.guide.get("barriers", id) for id in cards.barriers]
            yield _pdf(
                f"kaarten-{cards.id}", cards.title, cards.summary, "kaarten",
                lambda cards=cards, chosen=chosen: [sheets.barrier_cards(cards.title, chosen, sheets.place(cards))], offered=barriers,
            )  # fmt: skip
        yield _pdf(
            "kaarten-drempels", "Drempelkaarten: alle drempels", "Alle drempels aan beide kanten, om te sorteren en te wegen.",
            "kaarten", lambda: [sheets.barrier_cards("Drempelkaarten", self.guide.barriers, "data/barriers")], offered=barriers,
        )  # fmt: skip
        yield _pdf(
            "kaarten-strategieen", "Strategiekaarten", "De zes strategieën en twee lege kaarten, om samen te kiezen.",
            "kaarten", lambda: [sheets.strategy_cards("Strategiekaarten")], offered=self.strategy_pages,
        )  # fmt: skip
        yield _pdf(
            "kaarten-leeg", "Lege drempelkaarten", "Voor drempels die hier nog niet staan: vier per kant.", "kaarten",
            lambda: [sheets.blank_cards("Lege drempelkaarten")], offered=barriers,
        )  # fmt: skip

    def _posters(self) -> Iterator[Document]:
        yield _pdf(
            "affiche-zes-stappen", "Affiche: de zes stappen", "Voor aan de muur, of tijdens een overleg.", "kaarten",
            lambda: [self.sheets.steps_poster()], format="A3 liggend", offered=("stappen",),
        )  # fmt: skip
        yield _pdf(
            "affiche-de-lijn", "Affiche: de lijn van vraag naar aanbod",
            "De zes strategieën op één lijn, met plaats om een stip te plakken.", "kaarten",
            lambda: [self.sheets.line_poster()], format="A3 liggend", offered=self.strategy_pages,
        )  # fmt: skip

    def _kits(self) -> Iterator[Document]:
        for material in self.guide.materials:
            page = (address_of("materials", material.id).page,)
            for variant in material.variants:
                yield from _kit(Kit(self.sheets, material, variant), f"workshop-{material.id}-{variant.minutes}", page)
            for variant in material.variants:
                yield from self._other_groups(material, variant, page)

    def _other_groups(self, material: model.Material, variant: model.Variant, page: tuple[str, ...]) -> Iterator[Document]:
        """The same pile for fewer people and for more."""
        for people in workshops.group_sizes(material):
            if people != material.group_best:
                kit = Kit(self.sheets, material, variant, people)
                yield _pdf(
                    f"workshop-{material.id}-{variant.minutes}-voor-{people}", f"{variant.minutes} minuten, {people} deelnemers",
                    "", "workshops", kit.paper, title=f"Workshop {material.title}, {variant.minutes} minuten", offered=page,
                    minutes=variant.minutes, people=people, aside=True,
                )  # fmt: skip

    def _stories(self) -> Iterator[Document]:
        for story in self.handed_out:
            yield _pdf(
                f"verhaal-{story.id}", story.title, f"Het verhaal van {story.municipality}, om uit te delen.", "verhalen",
                lambda story=story: [self.all_sheets.story(story)], offered=(address_of("stories", story.id).page,),
            )  # fmt: skip
