"""What exists only on paper: worksheets, leaflets, sets of cards, and the questions that weigh strategies."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import Field

from macros.guide.model.base import Base, Item, Point, Sourced
from macros.guide.model.chapters import Article
from macros.guide.model.story import Figure
from macros.guide.model.values import BarrierId, Flag, Line, Prose, Side, Slug, StepId, StrategyId, Whole


class TextPlace(Base):
    """A list inside a text of a step: the worksheet takes its items."""

    step: StepId
    point: Slug
    """Id van de tip, de actie of het tekstblok in die stap."""


class WorksheetForm(StrEnum):
    TEXT = "tekst"
    WRITE = "schrijven"
    FIELDS = "velden"
    TABLE = "tabel"
    TICK = "aankruisen"
    LISTED = "lijst"
    SCORE = "scoren"
    STRATEGY_QUESTIONS = "strategievragen"


class WorksheetPart(Sourced):
    """One part of a worksheet: either a ``question`` of a step, or a part of its own."""

    question: Slug | None = None
    """Id van een vraag uit een stap: titel, uitleg, kolommen en antwoorden komen daarvandaan."""
    form: WorksheetForm | None = None
    """Wat er te doen is. Leeg bij een vraag uit een stap: die zegt het zelf."""
    title: Line | None = None
    help: Line | None = None
    """Wat je hier invult."""
    room: Whole | None = Field(default=None, ge=0, le=40)
    """Hoeveel schrijflijnen, of hoeveel lege rijen in de tabel."""
    labels: tuple[Line, ...] = ()
    """Namen van velden, of antwoorden om aan te kruisen."""
    columns: tuple[Line, ...] = ()
    rows: tuple[tuple[Line, ...], ...] = ()
    """Rijen die al (deels) ingevuld zijn."""
    takes: TextPlace | None = None
    """Bij lijst en tabel: neem de opsomming uit deze tekst over."""
    side: Side | None = None
    """Bij scoren: de drempels van deze kant."""
    new_page: Flag = False
    """true = begint op een nieuw blad."""


class Worksheet(Item):
    """A sheet to write on, for one step."""

    step: StepId | None = None
    """De stap waar dit werkblad bij hoort. Leeg = hoort bij geen stap."""
    number: Whole = Field(ge=1, le=40)
    """Volgorde in de lijst."""
    pages: Whole = Field(ge=1, le=6)
    """Op hoeveel bladzijden het moet passen."""
    landscape: Flag = False
    """true = liggend."""
    intro: Prose | None = None
    parts: tuple[WorksheetPart, ...] = Field(min_length=1)


class Leaflet(Item):
    """One A4 for somebody who decides."""

    pages: Whole = Field(default=1, ge=1, le=2)
    """Op hoeveel bladzijden het moet passen."""
    figures: tuple[Figure, ...] = Field(default=(), max_length=3)
    """Hoogstens drie getallen, elk met wat het telt en wat niet."""
    points: tuple[Point, ...] = Field(min_length=1)
    ask: Line
    """De vraag waarmee het blad eindigt."""


class CardSet(Item):
    """A choice of barrier cards."""

    number: Whole = Field(ge=1, le=40)
    """Volgorde in de lijst."""
    barriers: tuple[BarrierId, ...] = Field(min_length=1)
    """Ids van de drempels, in de volgorde van de kaarten."""


class StrategyEffect(Base):
    strategy: StrategyId
    weight: Literal["ervoor", "eerst-regelen", "ertegen"]
    """ervoor = pleit voor deze strategie. eerst-regelen = kan, maar regel dit eerst. ertegen = pleit ertegen."""
    reason: Line
    """Waarom dit antwoord daarvoor of daartegen pleit, of wat je eerst regelt: één zin."""


class StrategyAnswer(Sourced):
    """An answer to a question about strategies, with the strategies it points to."""

    id: Slug
    label: Line
    """Het antwoord, zoals mensen het zeggen."""
    unknown: Flag = False
    """true = «weten we niet». Het advies zegt dan met wie je eerst praat."""
    barriers: tuple[BarrierId, ...] = ()
    """Drempels die met dit antwoord samenvallen: wie ze zwaar scoorde, krijgt dit antwoord voorgesteld."""
    same_as: Slug | None = None
    """Id van een antwoord op een andere vraag dat hetzelfde zegt: samen tellen ze één keer."""
    not_with: tuple[Slug, ...] = ()
    """Ids van antwoorden op dezelfde vraag die hier niet mee samengaan."""
    effects: tuple[StrategyEffect, ...] = ()
    advice: Line | None = None
    """Wat je dan doet of weet, in één zin."""
    step: StepId | None = None
    """De stap waar je hierover verder leest."""
    action: Slug | None = None
    """Id van de actie in die stap."""


class StrategyQuestion(Sourced):
    """A question that helps to choose a strategy. Each answer says where the link to a strategy comes from."""

    id: Slug
    number: Whole = Field(ge=1, le=20)
    question: Line
    several: Flag = False
    """true = meer dan één antwoord mag."""
    most: Whole | None = Field(default=None, ge=2, le=6)
    """Hoogstens zoveel antwoorden. Leeg = geen grens."""
    answers: tuple[StrategyAnswer, ...] = Field(min_length=2)


class Balance(Sourced):
    """A statement to weigh two ways against each other; what it means stands with the options of the step."""

    id: Slug
    number: Whole = Field(ge=1, le=20)
    statement: Line
    """Een uitspraak over jullie situatie: hoe meer ze klopt, hoe zwaarder de argumenten tellen."""
    arguments: tuple[Slug, ...] = Field(min_length=1, max_length=2)
    """Ids van een argument voor de ene weg en, als dat er is, zijn spiegelbeeld bij de andere weg."""


class LeadTime(Sourced):
    """Something that takes time before the ambassador can start. How long, only the reader knows."""

    id: Slug
    number: Whole = Field(ge=1, le=20)
    """Volgorde in de tijd."""
    label: Line
    """Wat er gebeurt, als iets wat je begint: «Kandidaten kiezen»."""
    ask: Line
    """Aan wie je vraagt hoelang dat duurt. Noem zelf geen termijn."""
    decides: Flag = False
    """true = hierna is er beslist dat de ambassadeur er komt. Precies één onderdeel beslist."""
    way: Literal["zelf", "uitbesteden"] | None = None
    """Alleen bij zelf aanwerven of alleen bij uitbesteden. Leeg = bij allebei."""


Article.model_rebuild()
