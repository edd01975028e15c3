"""A practice story, and the sources it may bring along."""

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import Any, Literal

from pydantic import Field

from macros.guide.model.base import Base, Item, Point, SourceRef, Sourced
from macros.guide.model.values import (
    BarrierId,
    Day,
    Flag,
    Labelled,
    Line,
    MaterialId,
    Prose,
    Slug,
    StepId,
    StrategyId,
    WebAddress,
    Whole,
)


class SizeClass(Labelled):
    SMALL = "klein", "tot 15.000 inwoners"
    MIDDLE = "middelgroot", "15.000 tot 50.000 inwoners"
    LARGE = "groot", "meer dan 50.000 inwoners"
    REGION = "regio", "verschillende gemeenten samen"
    UNKNOWN = "onbekend", "onbekend"


class EmploymentForm(Labelled):
    GOVERNMENT = "bestuur", "in dienst bij het lokaal bestuur"
    ORGANISATION = "organisatie", "in dienst bij een organisatie, met geld van het bestuur"
    TENDER = "uitbesteed", "uitbesteed met een overheidsopdracht"
    OTHER = "anders", "op een andere manier"
    UNKNOWN = "onbekend", "onbekend"


class Audience(Labelled):
    CHILDREN = "kinderen", "kinderen (tot ongeveer 12 jaar)"
    YOUTH = "jongeren", "tieners en jongeren"
    LANGUAGE = "anderstaligen", "wie een andere taal spreekt of nieuw is in het land"
    POVERTY = "armoede", "gezinnen in armoede"
    DISABILITY = "beperking", "kinderen en jongeren met een beperking"
    CARE = "jeugdhulp", "kinderen en jongeren in de jeugdhulp"
    PUBLIC_SPACE = "openbare-ruimte", "jongeren op pleinen en op straat"
    LGBTQI = "lgbtqi", "LGBTQI+-jongeren"


class MadeFrom(Labelled):
    EXPERIENCE = "eigen-ervaring", "de auteur maakte het zelf mee"
    CONVERSATIONS = "gesprekken", "de auteur sprak met betrokkenen"
    PUBLISHED = "gepubliceerde-bronnen", "alleen gemaakt uit stukken die al gepubliceerd zijn"


class Evidence(Labelled):
    TOLD = "verteld", "verteld door betrokkenen"
    CONFIRMED = "bevestigd", "bevestigd door een tweede bron"
    STUDIED = "onderzocht", "onderzocht door onderzoekers"


class Consent(Labelled):
    GIVEN = "gegeven", "de persoon zelf gaf toestemming"
    PUBLISHED = "gepubliceerde-bron", "het staat in een gepubliceerd document, dat bij de bronnen staat"


#: In a JSON Schema: the heading under which a field of a story stands.
GROUP = "x-group"


class StoryGroup(StrEnum):
    """The headings under which the form, the Word template and the table of fields put a story's fields."""

    PROJECT = "Het project"
    STORY = "Het verhaal"
    TOUCHES = "Wat het raakt"
    FACTS = "Feiten"
    VOICES = "Wat betrokkenen zeggen"
    ORIGIN = "Waar het vandaan komt"
    KEEPING = "Beheer"


def _of(group: StoryGroup, label: str, default: Any = ..., **rules: Any) -> Any:
    """A field of a story: the heading it stands under and what people call it."""
    return Field(default, title=label, json_schema_extra={GROUP: group.value}, **rules)


class Period(Base):
    start: Line = Field(title="Begin")
    """Zoals je het zegt: «1 maart 2021» of «2017»."""
    end: Line | None = Field(None, title="Einde")
    """Laat leeg als je het niet weet, of als het project nog loopt."""


class StoryCard(Base):
    context: Line = Field(title="Context")
    """Wat was er aan de hand? Eén of twee zinnen."""
    approach: Line = Field(title="Aanpak")
    """Wat deden jullie? Eén of twee zinnen."""
    learned: Line = Field(title="Geleerd")
    """Wat leerden jullie? Eén of twee zinnen."""


class StoryStrategy(Sourced):
    strategy: StrategyId = Field(title="Strategie")
    """Een van de zes strategieën."""
    use: Literal["ja", "beperkt", "nee"] = Field(title="Gebruikt?")
    """Gebruikte het project deze strategie?"""
    how: Prose = Field(title="Hoe")
    """Hoe het project deze strategie gebruikt, of waarom niet."""


class StoryBarrier(Sourced):
    barrier: BarrierId = Field(title="Drempel")
    """Een drempel uit de gids."""
    how: Line = Field(title="Hoe")
    """Hoe de drempel hier opduikt, in één zin."""


class StoryStep(Sourced):
    step: StepId = Field(title="Stap")
    """Een van de zes stappen."""
    how: Line = Field(title="Hoe")
    """Wat dit verhaal over die stap toont, in één zin."""


class StoryMaterial(Sourced):
    material: MaterialId = Field(title="Workshop")
    """Een workshop uit de gids."""
    how: Line = Field(title="Hoe")
    """Hoe jullie het gebruikten, in één zin."""


class View(Sourced):
    """What somebody thinks: told in our words, or in theirs. Never without consent."""

    id: Slug = Field(title="Korte naam")
    """Korte naam, uniek binnen dit bestand: kleine letters met koppeltekens."""
    words: Literal["weergave", "letterlijk"] = Field("weergave", title="In wiens woorden")
    """«weergave»: in jouw woorden. «letterlijk»: in de woorden van de persoon zelf."""
    text: Prose = Field(title="Wat de persoon zegt")
    """Wat iemand vindt, zonder naam."""
    role: Line = Field(title="Wie, met de rol")
    """Wie dit vindt: de rol, zonder naam."""
    consent: Consent = Field(title="Toestemming")
    """Zonder toestemming kan een uitspraak niet online. Schrijf «gegeven» als de persoon ja zei, of «gepubliceerde-bron»."""


class Amount(Sourced):
    label: Line = Field(title="Waarvoor")
    """Waarvoor het bedrag was."""
    amount: Whole = Field(ge=0, title="Bedrag in euro")
    """Bedrag in hele euro: alleen cijfers."""
    note: Line | None = Field(None, title="Uitleg")
    """Wat je moet weten om het bedrag goed te lezen."""


class Figure(Sourced):
    """A number that a source gives, with what it counts."""

    label: Line = Field(title="Wat is geteld")
    """Wat er geteld is."""
    value: Line = Field(title="Cijfer")
    """Het cijfer, zoals je het schrijft."""
    note: Line | None = Field(None, title="Uitleg")
    """Hoe er geteld is, en wat het cijfer niet zegt."""


class Partner(Sourced):
    name: Line = Field(title="Naam")
    """Naam van de organisatie of dienst."""
    role: Line | None = Field(None, title="Rol")
    """Wat die partner deed."""


class Source(Base):
    id: Slug = Field(title="Korte naam")
    """Korte naam om naar te verwijzen: kleine letters met koppeltekens."""
    title: Line = Field(title="Titel")
    """De titel van het document of de pagina."""
    author: Line = Field(title="Auteur")
    """Wie het schreef: een persoon of een organisatie."""
    publisher: Line | None = Field(None, title="Uitgever")
    """Wie het uitgaf, als dat iemand anders is."""
    date: Line = Field(title="Datum")
    """Datum zoals je ze zegt, of «zonder datum»."""
    kind: Literal["document", "parlement", "webpagina"] = Field(title="Soort")
    """Wat voor bron het is."""
    short: Line = Field(max_length=60, title="Kort")
    """Korte naam voor de bronregel."""
    url: WebAddress | None = Field(None, title="Adres")
    """Adres op het internet, als de bron daar staat."""
    accessed: Day | None = Field(None, title="Gelezen op")
    """Wanneer de pagina gelezen is (jjjj-mm-dd)."""
    note: Prose | None = Field(None, title="Uitleg")
    """Wat je moet weten over deze bron: wat ontbreekt, wat onzeker is."""


class Story(Item):
    """A practice story. The order of its fields here is that of the form, the Word template and the table of fields."""

    title: Line = _of(StoryGroup.PROJECT, "Titel")
    """De gemeente en waar het om draait, als in een krant."""
    summary: Line = _of(StoryGroup.PROJECT, "In één zin", max_length=200)
    """Eén zin die zegt waarover het gaat. Staat in lijsten, in zoekresultaten en bij gedeelde links."""
    municipality: Line = _of(StoryGroup.PROJECT, "Gemeente of streek")
    """Waar het project liep."""
    size_class: SizeClass = _of(StoryGroup.PROJECT, "Grootte", SizeClass.UNKNOWN)
    """Hoe groot de gemeente of streek is."""
    project: Line | None = _of(StoryGroup.PROJECT, "Naam van het project", None)
    """Zoals jullie het noemen."""
    period: Period | None = _of(StoryGroup.PROJECT, "Periode", None)
    """Wanneer het project begon en eindigde."""
    duration: Line | None = _of(StoryGroup.PROJECT, "Looptijd", None)
    """Hoelang het project duurde of duurt: «twee jaar», «onbepaalde duur»."""
    audiences: tuple[Audience, ...] = _of(StoryGroup.PROJECT, "Voor wie (vaste woorden)", ())
    """Voor wie het project er was, in vaste woorden: daarop zoeken lezers."""
    target_groups: tuple[Line, ...] = _of(StoryGroup.PROJECT, "Voor wie (in je eigen woorden)", ())
    """Voor wie het project er was, in je eigen woorden."""
    one_of_nineteen: Flag | None = _of(StoryGroup.PROJECT, "Een van de negentien", None)
    """Was dit een van de negentien projecten van de Vlaamse oproep (2021–2023)? Weet je het niet, laat het dan open."""
    form: Literal["verhaal", "kort"] = _of(StoryGroup.PROJECT, "Uitgewerkt of kort", "verhaal")
    """«verhaal» is uitgewerkt, «kort» is een kort voorbeeld."""

    card: StoryCard = _of(StoryGroup.STORY, "Het verhaal in drie regels")
    """Staat als kaartje bovenaan de pagina."""
    context: tuple[Point, ...] = _of(StoryGroup.STORY, "Context", min_length=1)
    """Welke gemeente, wie bereikten jullie niet, wat was er al?"""
    approach: tuple[Point, ...] = _of(StoryGroup.STORY, "Aanpak", min_length=1)
    """Wat deed de ambassadeur, met wie, in welke volgorde?"""
    worked: tuple[Point, ...] = _of(StoryGroup.STORY, "Wat werkte", ())
    """En hoe je dat weet."""
    failed: tuple[Point, ...] = _of(StoryGroup.STORY, "Wat niet werkte", ())
    """Of wat jullie loslieten. Hier leren anderen het meeste van."""
    results: tuple[Point, ...] = _of(StoryGroup.STORY, "Wat eruit kwam", ())
    """Wat er veranderde. Een getal zet je bij «Cijfers», met de bron."""
    lessons: tuple[Point, ...] = _of(StoryGroup.STORY, "Wat jullie leerden", ())
    """Of wat jullie nu anders zouden doen."""
    future: tuple[Point, ...] = _of(StoryGroup.STORY, "Hoe het verdergaat", ())
    """Wat er na het project kwam of komt."""

    strategies: tuple[StoryStrategy, ...] = _of(StoryGroup.TOUCHES, "Strategieën", ())
    """Welke van de zes strategieën, en hoe."""
    barriers: tuple[StoryBarrier, ...] = _of(StoryGroup.TOUCHES, "Drempels", ())
    """Welke drempels, en hoe ze opduiken."""
    steps: tuple[StoryStep, ...] = _of(StoryGroup.TOUCHES, "Stappen", ())
    """Over welke van de zes stappen het verhaal iets toont."""
    materials: tuple[StoryMaterial, ...] = _of(StoryGroup.TOUCHES, "Workshops", ())
    """Welke workshops uit deze gids jullie gebruikten."""

    partners: tuple[Partner, ...] = _of(StoryGroup.FACTS, "Partners", ())
    """Met wie jullie samenwerkten."""
    employment_form: EmploymentForm = _of(StoryGroup.FACTS, "Hoe in dienst", EmploymentForm.UNKNOWN)
    """Hoe de ambassadeur in dienst was, in vaste woorden: daarop zoeken lezers."""
    employment: Line | None = _of(StoryGroup.FACTS, "Hoe in dienst (in je eigen woorden)", None)
    """Hoe de ambassadeur in dienst was. Laat leeg als je het niet weet."""
    share: Line | None = _of(StoryGroup.FACTS, "Deel van een voltijdse job", None)
    """Bijvoorbeeld «halftijds» of «80 %». Laat leeg als je het niet weet."""
    budget: tuple[Amount, ...] = _of(StoryGroup.FACTS, "Budget", ())
    """Bedragen, elk met de bron."""
    figures: tuple[Figure, ...] = _of(StoryGroup.FACTS, "Cijfers", ())
    """Cijfers, elk met de bron en met wat er geteld is."""
    unknown: tuple[Line, ...] = _of(StoryGroup.FACTS, "Wat we niet weten", ())
    """Wat niet bekend is over dit project. Dat zeggen is eerlijk, en nuttig."""

    views: tuple[View, ...] = _of(StoryGroup.VOICES, "Meningen en uitspraken", ())
    """Wat betrokkenen vinden, met hun rol en hun toestemming."""

    made_from: MadeFrom = _of(StoryGroup.ORIGIN, "Waarvan gemaakt")
    """Waar het verhaal vandaan komt. Is het alleen uit gepubliceerde stukken gemaakt, dan noemt elk stuk tekst zijn bron."""
    evidence: Evidence = _of(StoryGroup.ORIGIN, "Hoe stevig", Evidence.TOLD)
    """Hoe zeker het is wat er staat."""
    evidence_note: Line | None = _of(StoryGroup.ORIGIN, "Uitleg daarbij", None)
    """Uit welke stukken of gesprekken dit verhaal is gemaakt."""
    author: Line = _of(StoryGroup.ORIGIN, "Auteur")
    """Wie dit verhaal schreef: een naam, een functie of een dienst. Staat op de pagina."""
    licence: Literal["cc-by-4.0"] = _of(StoryGroup.ORIGIN, "Licentie")
    """De auteur vindt goed dat het verhaal online komt en dat anderen het met bronvermelding overnemen (cc-by-4.0)."""
    written: Day = _of(StoryGroup.ORIGIN, "Geschreven op")
    """Dag waarop het verhaal geschreven is (jjjj-mm-dd)."""
    checked: Day | None = _of(StoryGroup.ORIGIN, "Nagekeken op", None)
    """Dag van de laatste controle (jjjj-mm-dd). Laat leeg als dat de dag is waarop het geschreven is."""
    sources: tuple[SourceRef, ...] = _of(StoryGroup.ORIGIN, "Bronnen", ())
    """Documenten en pagina’s waar dit verhaal op steunt."""
    own_sources: tuple[Source, ...] = _of(StoryGroup.ORIGIN, "Eigen bronnen", ())
    """Bronnen die nog niet in de bronnenlijst van de gids staan. Ze komen er vanzelf bij."""

    state: Literal["gepubliceerd", "ingetrokken", "voorbeeld"] = _of(StoryGroup.KEEPING, "Toestand", "gepubliceerd")
    """ingetrokken = het adres zegt dat het verhaal weg is. voorbeeld = verzonnen, staat in geen enkele lijst."""
    formerly: tuple[Slug, ...] = _of(StoryGroup.KEEPING, "Vroegere namen", ())
    """Vroegere namen (ids): die adressen blijven werken."""
    ours: Flag = _of(StoryGroup.KEEPING, "Onze aanvulling", False)
    """true = geen bron zegt dit zo: aanvulling van de makers van de gids."""

    @property
    def last_checked(self) -> datetime.date:
        return self.checked or self.written

    @property
    def published(self) -> bool:
        return self.state == "gepubliceerd"


class WithdrawnStory(Base):
    """What is left of a withdrawn story once its text is taken out of the file."""

    id: Slug
    state: Literal["ingetrokken"]
    """ingetrokken = het adres zegt dat het verhaal weg is."""
    formerly: tuple[Slug, ...] = ()
    """Vroegere namen (ids): ook die adressen zeggen dat het verhaal weg is."""

    @property
    def published(self) -> bool:
        return False
