"""Articles, and the lists whose entries only mean something together."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from macros.guide.model.base import Base, Item, Point, RelatedStep, Sourced
from macros.guide.model.values import Day, Flag, Labelled, Line, Moment, Place, Prose, Slug, TermId, WebAddress, Whole


class SevenB(Item):
    """One of the 7 B's of accessibility."""

    number: Whole = Field(ge=1, le=7)
    question: Line
    """De vraag die een aanbieder zich stelt."""
    text: Prose


class Meeting(Sourced):
    id: Slug
    date: Day
    place: Line
    announced: Line
    """Het onderwerp zoals het werd aangekondigd."""
    subject: Line
    """Het onderwerp zoals de tabel het noemt."""
    participants: Whole = Field(ge=0)
    theme: Line
    """Het onderzoeksthema waar het bij hoort."""


class Finding(Point):
    kind: Literal["knelpunt", "succes"]
    steps: tuple[RelatedStep, ...] = ()
    """Stappen waar deze bevinding meespeelt."""


class Planned(Sourced):
    id: Slug
    title: Line
    text: Prose


class Session(Sourced):
    id: Slug
    title: Line
    speaker: Line | None = None
    text: Prose


class Tariff(Base):
    name: Line
    euro: Whole


class DiversityNetwork(Item):
    """The "Leernetwerk diversiteit" of 2020: another series by another organiser."""

    date: Day
    hours: Line
    organisers: tuple[Line, ...]
    points: tuple[Point, ...] = Field(min_length=1)
    sessions: tuple[Session, ...] = Field(min_length=1)
    audience: tuple[Line, ...] = Field(min_length=1)
    tariffs: tuple[Tariff, ...] = Field(min_length=1)


class LearningNetworks(Item):
    about: tuple[Point, ...] = Field(min_length=1)
    """Wie werd uitgenodigd, wie kwam, hoe er gewerkt werd, de gesprekken per project."""
    meetings: tuple[Meeting, ...] = Field(min_length=1)
    findings: tuple[Finding, ...] = Field(min_length=1)
    planned: tuple[Planned, ...] = Field(min_length=1)
    diversity_network: DiversityNetwork


class Event(Point):
    start: Moment
    """Jaar, maand of dag: «2009», «2021-03» of «2021-03-01»."""
    end: Moment | None = None
    kind: Literal["initiatief", "oproep", "parlement", "netwerk", "onderzoek", "praktijk", "beleid"]


class Article(Item):
    """A chapter of running text, made of sections."""

    sections: tuple[Section, ...] = Field(min_length=1)


class Section(Sourced):
    id: Slug
    title: Line
    text: Prose | None = None
    points: tuple[Point, ...] = ()


class Role(Sourced):
    """A job or instrument that looks like a verbindingsambassadeur, and how it differs."""

    id: Slug
    title: Line
    does: Line
    """Wat die persoon of dat instrument doet."""
    differs: Line
    """Wat een verbindingsambassadeur anders doet."""
    together: Line
    """Hoe ze elkaar versterken."""


class Actor(Sourced):
    """Who is who: a person or organisation that the sources name in a public function."""

    id: Slug
    name: Line
    kind: Literal["persoon", "organisatie", "overheid"]
    role: Line
    """Welke rol in dit verhaal, in de tijd van de bron."""
    url: WebAddress | None = None


class HelpDesk(Sourced):
    """Where to get help."""

    id: Slug
    name: Line
    for_what: Line
    """Waarvoor je er terechtkan."""
    url: WebAddress | None = None
    checked: Day
    """Wanneer het adres of de informatie laatst is nagekeken."""


class ReaderQuestionGroup(Labelled):
    """The headings under which readers find questions, in this order."""

    UNDERSTAND = "begrijpen", "Begrijpen wat het is"
    DECIDE = "beslissen", "Beslissen"
    MONEY = "geld", "Geld"
    HIRE = "aanwerven", "Aanwerven of uitbesteden"
    WORK = "werken", "Aan het werk"
    PRIVACY = "privacy", "Privacy en registratie"
    SOURCES = "bronnen", "Over deze gids en de bronnen"


class ReaderQuestion(Sourced):
    """A question that readers ask."""

    id: Slug
    question: Line
    group: ReaderQuestionGroup
    short: Line
    """Het antwoord in één zin."""
    answer: Prose
    open: Flag = False
    """true = onze bronnen geven hier geen (volledig) antwoord."""
    ask: Line | None = None
    """Aan wie je het vraagt. Verplicht als open: true."""


class Term(Sourced):
    """A word of the word list."""

    id: Slug
    term: Line
    forms: tuple[Line, ...] = ()
    """Andere vormen die in teksten voorkomen: meervoud, afkorting, samenstelling."""
    full: Line | None = None
    """Voluit, bij een afkorting."""
    definition: Line
    """Uitleg in één of twee korte zinnen."""
    see: tuple[TermId, ...] = ()
    """Verwante woorden (ids)."""
    explain: Flag = True
    """false = staat in de woordenlijst, maar wordt in teksten niet vanzelf uitgelegd."""


class Wording(Base):
    """What people type when they look for something that the guide calls otherwise, and what they mean."""

    id: Slug
    phrases: tuple[Line, ...] = ()
    """Wat mensen typen: een woord, of een zinnetje zoals ze het zeggen. De zoekfunctie herkent zelf meervouden en tikfouten."""
    asked: tuple[Line, ...] = ()
    """Nog andere manieren om hetzelfde te zoeken. Alleen de losse woorden tellen mee, bij de plaatsen."""
    words: tuple[Line, ...] = ()
    """Woorden die de gids daarvoor gebruikt: die tellen bij het zoeken mee."""
    places: tuple[Place, ...] = ()
    """Plaatsen die het antwoord geven: die komen bovenaan. Zoals in een link: «drempel:te-duur», «vraag:wat-kost-het»."""
