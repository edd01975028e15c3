"""A workshop kit and its sheets."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from macros.guide.model.base import Base, Item, Point, RelatedBarrier, RelatedStep, RelatedStrategy, Sourced
from macros.guide.model.values import BId, BarrierId, Flag, Line, Prose, Slug, StrategyId, StrategyQuestionId, Whole


class Per(StrEnum):
    """What a sheet or a thing is counted by: one for everybody, one for a table, one for the whole group."""

    PARTICIPANT = "deelnemer"
    TABLE = "tafel"
    GROUP = "groep"


class Counted(Base):
    """What a leader needs a number of; ``workshops.copies`` works it out for a group."""

    per: Per
    """deelnemer = voor iedereen. tafel = voor elke tafel. groep = voor de hele groep samen."""
    count: Whole = Field(default=1, ge=1, le=30)
    """Hoeveel stuks per deelnemer, per tafel of voor de groep."""


class Print(Counted):
    """A sheet to print; the order of the list is the order of the pile."""

    sheet: Slug
    """Id van een blad van deze workshop, of van een gedeeld blad (data/sheets)."""
    only_if: Line | None = None
    """Wanneer je dit blad nodig hebt, als dat niet altijd is."""


class Thing(Counted):
    """Something to bring that is not printed."""

    id: Slug
    """Korte naam, uniek binnen dit bestand."""
    title: Line
    """Wat je meebrengt."""
    note: Line | None = None
    """Waarvoor, of wat ook kan."""


class Column(Base):
    title: Line
    """Wat er in de kolom komt."""
    share: Whole = Field(default=1, ge=1, le=6)
    """Hoe breed, vergeleken met de andere kolommen."""


class SheetQuestion(Base):
    """A question with lines to write on."""

    text: Line
    """De vraag, of het begin van een zin."""
    help: Line | None = None
    """Een voorbeeld of uitleg onder de vraag."""
    lines: Whole = Field(default=3, ge=1, le=15)
    """Aantal schrijflijnen."""


class SheetGroup(Base):
    """Rows of a score sheet under one heading."""

    title: Line | None = None
    """Het kopje. Leeg bij een B: die heeft er zelf een."""
    b: BId | None = None
    """Id van een van de 7 B’s: haar naam en haar vraag komen erboven."""
    barriers: tuple[BarrierId, ...] = ()
    """Drempels om te scoren, elk op een rij."""
    statements: tuple[Line, ...] = ()
    """Zinnen om te scoren, elk op een rij."""


class Card(Base):
    title: Line = Field(max_length=60)
    """De grote letters op het kaartje."""
    text: Line | None = Field(default=None, max_length=140)
    """De kleine letters eronder."""


class Case(Sourced):
    """An invented situation to work on. Never one from a source: it is headed «Verzonnen» wherever it stands."""

    id: Slug
    """Korte naam, uniek binnen dit bestand."""
    title: Line
    """Zo heet de situatie."""
    text: Prose
    """Wat de deelnemers lezen. Verzonnen, en zo dat niemand er een echt gezin of een echte vereniging in herkent."""
    barriers: tuple[RelatedBarrier, ...] = ()
    """Welke drempels erin zitten en waar. Voor de begeleider, niet voor de deelnemers."""


class SheetKind(StrEnum):
    TABLE = "tabel"
    QUESTIONS = "vragen"
    SCORES = "scores"
    CARDS = "kaartjes"
    CASES = "casussen"
    STRATEGIES = "strategieen"
    AGENDA = "agenda"


class Sheet(Sourced):
    """A sheet of paper for a workshop. ``workshops`` fills its rows and cards from the guide."""

    id: Slug
    """Korte naam, uniek binnen dit bestand."""
    title: Line
    """Wat er groot bovenaan op het blad staat."""
    kind: SheetKind
    """tabel = kolommen. vragen = vragen met schrijflijnen. scores = rijen om een kruisje bij te zetten. kaartjes = om uit te
    knippen. casussen = verzonnen situaties. strategieen = wanneer elke strategie past. agenda = het verloop van de gekozen
    versie."""
    purpose: Line
    """Waarvoor het blad dient, voor de begeleider."""
    intro: Line | None = None
    """Wat de deelnemer ermee doet. Staat bovenaan op het blad."""
    landscape: Flag = False
    """true = liggend."""
    halves: Flag = False
    """true = twee naast elkaar op één blad, om door te knippen."""
    columns: tuple[Column, ...] = ()
    """Kolommen (bij tabel)."""
    rows: tuple[tuple[Line, ...], ...] = ()
    """Rijen die al (deels) ingevuld zijn (bij tabel)."""
    blank_rows: Whole = Field(default=0, ge=0, le=30)
    """Lege rijen onderaan (bij tabel)."""
    scale: tuple[Line, ...] = ()
    """De vakjes waaruit je kiest (bij scores)."""
    groups: tuple[SheetGroup, ...] = ()
    """Wat je scoort (bij scores)."""
    barriers: tuple[BarrierId, ...] = ()
    """Drempels die elk een kaartje of de eerste cel van een rij worden."""
    strategies: tuple[StrategyId, ...] = ()
    """Strategieën die elk een kaartje, de eerste cel van een rij of een stuk van een overzicht worden."""
    strategy_questions: tuple[StrategyQuestionId, ...] = ()
    """Vragen om een strategie te kiezen, elk op een kaartje met de antwoorden."""
    cards: tuple[Card, ...] = ()
    """Andere kaartjes."""
    blank_cards: Whole = Field(default=0, ge=0, le=32)
    """Lege kaartjes om zelf in te vullen."""
    cases: tuple[Case, ...] = ()
    """Verzonnen situaties (bij casussen)."""
    choose_one: Flag = False
    """true = de begeleider kiest één van de casussen. false = ze worden allemaal gebruikt."""
    questions: tuple[SheetQuestion, ...] = ()
    """Vragen met schrijflijnen. Bij tabel en scores komen ze onderaan."""
    note: Line | None = None
    """Slotzin onderaan op het blad."""


class Activity(Sourced):
    """One part of a workshop: what the leader does and says."""

    id: Slug
    """Korte naam, uniek binnen dit bestand. Verandert niet meer."""
    title: Line
    """Hoe het onderdeel heet."""
    do: Prose
    """Wat de begeleider doet, zo dat ook iemand die er nooit bij was het kan."""
    say: tuple[Line, ...] = Field(min_length=1)
    """Zinnen om zo uit te spreken."""
    materials: tuple[Slug, ...] = ()
    """Bladen (ids bij prints) en spullen (ids bij bring) die je hier gebruikt."""
    slides: tuple[Slug, ...] = ()
    """Dia’s die je hier toont."""


class Slot(Base):
    """One activity in a version, with its minutes."""

    activity: Slug
    """Id van een onderdeel bij activities."""
    minutes: Whole = Field(ge=1, le=240)
    """Hoelang dit onderdeel in deze versie duurt."""
    note: Line | None = None
    """Hoe de minuten verdeeld zijn, of wat in deze versie anders gaat."""


class Variant(Base):
    """One version of a workshop. Its slots follow the order of the activities and add up to its minutes."""

    minutes: Whole = Field(ge=15, le=480)
    """Hoelang deze versie duurt. De onderdelen tellen tot dit getal op."""
    summary: Line
    """Wanneer je deze versie kiest."""
    schedule: tuple[Slot, ...] = Field(min_length=2)
    """De onderdelen met hun minuten."""


class Reply(Sourced):
    """A ready answer to something a leader is sure to hear."""

    id: Slug
    """Korte naam, uniek binnen dit bestand."""
    hears: Line
    """Wat iemand zegt."""
    say: tuple[Line, ...] = Field(min_length=1)
    """Wat je dan zegt."""
    background: Line | None = None
    """Wat je erover moet weten."""


class Slide(Sourced):
    id: Slug
    """Korte naam, uniek binnen dit bestand."""
    title: Line = Field(max_length=70)
    """De titel van de dia."""
    bullets: tuple[Annotated[Line, Field(max_length=110)], ...] = Field(default=(), max_length=7)
    """Punten op de dia: weinig woorden, hoogstens zeven."""
    barriers: tuple[BarrierId, ...] = Field(default=(), max_length=7)
    """Drempels die elk een punt worden, met de woorden van hun kaartje."""
    notes: Prose
    """Sprekersnotities: wat je erbij zegt of doet."""


class Reminders(Sourced):
    lines: tuple[Line, ...] = Field(min_length=1)
    """Eén ding per regel."""


class Material(Item):
    """A workshop kit, worked out so that someone who was not there can lead it."""

    number: Whole = Field(ge=1, le=99)
    """Vaste volgorde in de lijst."""
    aim: Line
    """Wat er na afloop anders is."""
    for_whom: Line
    """Voor wie je deze workshop geeft."""
    leaders: Line
    """Wie begeleidt, en met hoeveel."""
    room: Line
    """Welke zaal en opstelling."""
    group_min: Whole = Field(ge=2, le=100)
    """Met minder deelnemers werkt het niet."""
    group_best: Whole = Field(ge=2, le=100)
    """Met zoveel deelnemers werkt het best. Daarvoor zijn de minuten gerekend."""
    group_max: Whole = Field(ge=2, le=100)
    """Met meer deelnemers werkt het niet."""
    table_size: Whole = Field(ge=2, le=12)
    """Hoeveel mensen aan een tafel."""
    variants: tuple[Variant, ...] = Field(min_length=1)
    """De versies, de aangeraden eerst."""
    before: Reminders
    """Wat je vooraf doet, in volgorde."""
    prints: tuple[Print, ...] = ()
    """Wat je afdrukt, in de volgorde van de stapel."""
    bring: tuple[Thing, ...] = ()
    """Wat je meebrengt."""
    activities: tuple[Activity, ...] = Field(min_length=2)
    """De onderdelen, in volgorde. Welke in welke versie zitten, staat bij variants."""
    replies: tuple[Reply, ...] = ()
    """Wat je antwoordt op wat je zeker te horen krijgt."""
    pitfalls: tuple[Point, ...] = Field(min_length=1)
    """Waar het misloopt, en wat je dan doet."""
    online: Point
    """Hoe je het online doet."""
    sheets: tuple[Sheet, ...] = ()
    """De bladen van deze workshop."""
    slides: tuple[Slide, ...] = Field(min_length=1)
    """De dia’s, in volgorde."""
    after: Reminders
    """Wat je achteraf doet."""
    yields: tuple[Line, ...] = Field(min_length=1)
    """Wat je op het einde hebt."""
    steps: tuple[RelatedStep, ...] = ()
    """Stappen van de gids waar deze workshop bij helpt."""
    strategies: tuple[RelatedStrategy, ...] = ()
    """Strategieën waar deze workshop bij helpt."""
    barriers: tuple[RelatedBarrier, ...] = ()
    """Drempels waar deze workshop over gaat."""
