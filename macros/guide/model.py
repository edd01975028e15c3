"""The model: what each file in ``data/`` may hold. The only schema there is.

It validates the data, it writes the JSON Schemas for editors and the contribution form, and it documents the fields
(in Dutch, because contributors read them on hover). Keys are English, values are Dutch. Everything is frozen.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from macros.guide.richtext import WEB, RichText, RichTextError, invisible, parse_rich_text

# --- small types ----------------------------------------------------------------------------------------------------

_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_MARKUP = re.compile(r"<[a-zA-Z/!]")


def _plain_line(value: str) -> str:
    if "\n" in value.strip("\n"):
        raise PydanticCustomError("line_break", "dit veld is één regel. Haal de regeleinden weg")
    if _MARKUP.search(value):
        raise PydanticCustomError("line_markup", "HTML is hier niet toegestaan. Schrijf gewone tekst")
    if hidden := invisible(value):
        raise PydanticCustomError("line_character", "{message}", {"message": hidden[0]})
    if not value.strip():
        raise PydanticCustomError("string_too_short", "de tekst is leeg")
    return value.strip()


def _rich(value: object) -> RichText:
    if isinstance(value, RichText):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "hier hoort tekst")
    if not value.strip():
        raise PydanticCustomError("string_too_short", "de tekst is leeg")
    try:
        return parse_rich_text(value)
    except RichTextError as error:
        raise PydanticCustomError("rich_text", "{message}", {"message": str(error), "line": error.line}) from error


def _web(value: str) -> str:
    if not WEB.match(value):
        raise PydanticCustomError("web_address", "een adres begint met https:// en bevat geen spaties")
    return value


Slug = Annotated[str, Field(pattern=rf"^{_SLUG}$", max_length=60)]
"""An id: Dutch words in lower case, joined by hyphens. It is also (part of) the address on the site."""

Line = Annotated[str, Field(min_length=1, max_length=400), AfterValidator(_plain_line)]
"""One line of plain text, without any markup."""

Prose = Annotated[
    RichText,
    BeforeValidator(_rich),
    WithJsonSchema({"type": "string", "minLength": 1}),
]
"""Long text in the small Markdown subset of ``richtext``."""

WebAddress = Annotated[str, Field(max_length=500), AfterValidator(_web)]


@dataclass(frozen=True)
class Refers:
    """Marks a field that holds the id of an item of ``kind``; one check follows all of them."""

    kind: str


StepId = Annotated[Slug, Refers("steps")]
StrategyId = Annotated[Slug, Refers("strategies")]
BarrierId = Annotated[Slug, Refers("barriers")]
StoryId = Annotated[Slug, Refers("stories")]
SourceId = Annotated[Slug, Refers("sources")]
TermId = Annotated[Slug, Refers("glossary")]
BId = Annotated[Slug, Refers("seven-bs")]


def _flag(value: object) -> object:
    if value in (True, "true"):
        return True
    if value in (False, "false"):
        return False
    raise PydanticCustomError("flag", "hier hoort «true» of «false»")


def _day(value: object) -> object:
    if isinstance(value, datetime.date) or (isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value)):
        return value
    raise PydanticCustomError("day", "een datum schrijf je als jjjj-mm-dd, bijvoorbeeld 2026-03-01")


def _whole(value: object) -> object:
    # Pydantic would read «139.000» as 139.
    if isinstance(value, str) and not re.fullmatch(r"[0-9]{1,12}", value):
        raise PydanticCustomError("int_parsing", "hier hoort een geheel getal")
    return value


def _moment(value: str) -> str:
    try:
        datetime.date.fromisoformat(f"{value}-01-01"[: len("2021-03-01")])
    except ValueError:
        raise PydanticCustomError("date_parsing", "deze datum bestaat niet") from None
    return value


Flag = Annotated[bool, BeforeValidator(_flag)]
Day = Annotated[datetime.date, BeforeValidator(_day)]
Whole = Annotated[int, BeforeValidator(_whole)]
"""A number without a decimal, a sign or a separator of thousands."""

Moment = Annotated[str, Field(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"), AfterValidator(_moment)]
"""A year, a month or a day: «2021», «2021-03» or «2021-03-01»."""


class Side(StrEnum):
    """The two ends of the line from demand to supply."""

    DEMAND = "vraag"
    SUPPLY = "aanbod"


# --- building blocks ------------------------------------------------------------------------------------------------


class Base(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True, use_attribute_docstrings=True)


class SourceRef(Base):
    source: SourceId
    """Id van een bron uit sources.yml."""
    place: Line | None = None
    """Waar in de bron: een dia, een hoofdstuk, een vraag. In gewone woorden, zonder regelnummers."""


class Sourced(Base):
    """Anything that makes a statement: it names its sources, or says that it is ours, or both."""

    sources: tuple[SourceRef, ...] = ()
    """Waar dit staat."""
    ours: Flag = False
    """true = onze aanvulling: geen bron zegt dit zo. Samen met sources: wij werken uit wat de bron zegt."""


class Point(Sourced):
    """A titled piece of text: a tip, a caution, a result, a lesson, a section."""

    id: Slug
    """Korte naam, uniek binnen dit bestand. Verandert niet meer."""
    title: Line
    """Kopje: zegt meteen waarover het gaat."""
    text: Prose
    """De uitleg, in korte zinnen."""


class Related(Sourced):
    """A link to another item, with the reason; the subclasses say to what kind of item."""

    reason: Line
    """Waarom: één zin, zonder punt-komma."""


class RelatedStep(Related):
    id: StepId
    """Id van de stap."""


class RelatedStrategy(Related):
    id: StrategyId
    """Id van de strategie."""


class RelatedBarrier(Related):
    id: BarrierId
    """Id van de drempel."""


class Item(Sourced):
    """What has a page or a place of its own in the guide. ``id`` is the file name."""

    id: Slug
    title: Line
    """De naam zoals mensen het zeggen."""
    summary: Line = Field(max_length=200)
    """Eén zin die zegt waarover het gaat. Staat in lijsten, in zoekresultaten en bij gedeelde links."""
    formerly: tuple[Slug, ...] = ()
    """Vroegere namen (ids): die adressen blijven werken."""


# --- steps ----------------------------------------------------------------------------------------------------------


class Action(Point):
    """One thing to do within a step."""

    tips: tuple[Point, ...] = ()
    """Tips die bij deze actie horen."""


class Option(Sourced):
    """One way to go, with what speaks for and against it."""

    id: Slug
    title: Line
    summary: Line
    """Wat je dan doet, in één zin."""
    pros: tuple[Point, ...] = ()
    """Wat ervoor pleit."""
    cons: tuple[Point, ...] = ()
    """Wat ertegen pleit. Zegt een bron het niet, dan is het onze aanvulling (ours: true)."""


class Choice(Sourced):
    """A choice the reader makes in a step, its options side by side."""

    id: Slug
    title: Line
    """De keuze als vraag."""
    text: Prose
    """Wat je moet weten om te kiezen."""
    options: tuple[Option, ...] = Field(min_length=2)


class Need(Base):
    """What a step takes over from an earlier one."""

    step: StepId
    what: Line


class ChecklistItem(Sourced):
    number: str = Field(pattern=r"^[1-6]\.[1-9][0-9]?$")
    """Vast nummer: stap, punt, volgnummer. Een nummer wordt nooit opnieuw gebruikt."""
    text: Line
    """Wat je doet, in de gebiedende wijs."""
    action: Slug | None = None
    """Id van de actie in deze stap waar dit bij hoort."""


class QuestionKind(StrEnum):
    SHORT = "korte-tekst"
    LONG = "lange-tekst"
    CHOICE = "keuze"
    MULTIPLE = "meerkeuze"
    SCALE = "woordschaal"
    NUMBER = "getal"
    MONEY = "bedrag"
    DATE = "datum"
    TABLE = "tabel"


class Example(Base):
    """An example answer: from a real story, or invented and headed so."""

    text: Line
    story: StoryId | None = None
    """Id van het verhaal waaruit het voorbeeld komt. Leeg = verzonnen voorbeeld."""


class Question(Base):
    """One field of the later workbook."""

    id: Slug
    """Vaste naam. Verandert nooit: antwoorden hangen eraan."""
    kind: QuestionKind
    label: Line
    """De vraag, zoals je ze aan een collega stelt."""
    help: Line
    """Wat je hier invult en waarom."""
    options: tuple[Line, ...] = ()
    """Antwoorden om uit te kiezen (bij keuze, meerkeuze en woordschaal)."""
    columns: tuple[Line, ...] = ()
    """Kolommen (bij tabel)."""
    example: Example | None = None
    about_people: Flag = False
    """true = hier kan iemand over kinderen of gezinnen schrijven: waarschuw tegen namen en verhalen."""


class StoryExample(Sourced):
    """What a story shows about this step."""

    story: StoryId
    """Id van het verhaal."""
    part: Slug | None = None
    """Id van het onderdeel in dat verhaal."""
    text: Line
    """Wat het voorbeeld hier toont."""


class Step(Item):
    number: Whole = Field(ge=1, le=6)
    official_title: Line
    """De titel zoals KdG die geeft."""
    in_short: tuple[Line, Line, Line]
    """In het kort: precies drie zinnen."""
    purpose: Point
    """Wat deze stap oplevert en voor wie."""
    why: tuple[Point, ...] = Field(min_length=1)
    """Waarom deze stap."""
    actions: tuple[Action, ...] = Field(min_length=1)
    """Wat je doet, in volgorde."""
    tips: tuple[Point, ...] = ()
    choices: tuple[Choice, ...] = ()
    cautions: tuple[Point, ...] = Field(min_length=1)
    """Let op: waar het misloopt of wat je niet mag vergeten."""
    needs: tuple[Need, ...] = ()
    """Wat je uit eerdere stappen nodig hebt."""
    yields: tuple[Line, ...] = Field(min_length=1)
    """Wat je op het einde van deze stap hebt."""
    checklist: tuple[ChecklistItem, ...] = Field(min_length=5)
    questions: tuple[Question, ...] = Field(min_length=3)
    examples: tuple[StoryExample, ...] = Field(min_length=1)
    """Voorbeelden uit de praktijkverhalen."""
    strategies: tuple[RelatedStrategy, ...] = ()
    """Strategieën die hier meespelen."""
    barriers: tuple[RelatedBarrier, ...] = ()
    """Drempels die hier meespelen."""
    for_organisations: Point
    """Wat anders is als een organisatie (geen lokaal bestuur) de werkgever is."""
    halfway: Point
    """Wat je doet als je hier halfweg instapt."""


# --- strategies -----------------------------------------------------------------------------------------------------


class Strategy(Item):
    number: Whole = Field(ge=1, le=6)
    """Plaats op de lijn van vraag naar aanbod."""
    side: Side
    official_title: Line
    definition: Point
    """Wat de ambassadeur doet volgens de bron."""
    looks_like: tuple[Point, ...] = Field(min_length=1)
    """Hoe dat er in de praktijk uitziet."""
    profile: Point
    """Het profiel dat deze strategie vraagt."""
    suits: tuple[Point, ...] = Field(min_length=1)
    """Wanneer deze strategie past."""
    limits: tuple[Point, ...] = Field(min_length=1)
    """Wat deze strategie niet kan, of wat je eerst moet regelen."""
    combines: tuple[RelatedStrategy, ...] = ()
    """Andere strategieën die ze versterken."""


# --- barriers -------------------------------------------------------------------------------------------------------


class Help(Sourced):
    """Something that helps against a barrier: exactly one of strategy, step or story."""

    strategy: StrategyId | None = None
    step: StepId | None = None
    action: Slug | None = None
    """Id van de actie binnen de stap (alleen samen met step)."""
    story: StoryId | None = None
    part: Slug | None = None
    """Id van het onderdeel binnen het verhaal (alleen samen met story)."""
    strength: Literal["sterk", "middel", "zwak"]
    """Hoe stevig de link is."""
    reason: Line
    """Hoe het helpt. Is de link niet door een bron gelegd, dan ours: true."""


class TouchedB(Base):
    """One of the 7 B's that a barrier touches; always our reading."""

    b: BId
    reason: Line


class Gap(Base):
    """An honest gap: no source has an answer."""

    text: Line
    """Wat de bronnen niet beantwoorden."""
    ask: Line
    """De vraag die je aan je partners stelt."""


class Barrier(Item):
    number: Whole = Field(ge=1, le=40)
    """Vaste volgorde binnen de kant."""
    side: Side
    origin: Literal["kdg", "kortrijk"]
    """kdg = uit de lijst van KdG. kortrijk = alleen uit het verhaal van Kortrijk."""
    card: Line = Field(max_length=110)
    """De drempel op een kaartje: «kinderen die …» of «aanbieders die …»."""
    text: Prose
    """De drempel uitgelegd."""
    seven_bs: tuple[TouchedB, ...] = Field(min_length=1)
    helps: tuple[Help, ...] = ()
    gap: Gap | None = None
    seen_in: tuple[StoryExample, ...] = ()
    """Waar een praktijkverhaal deze drempel toont."""
    related: tuple[RelatedBarrier, ...] = ()
    """Andere drempels die hiermee samenhangen."""


# --- practice stories -----------------------------------------------------------------------------------------------


class Period(Base):
    start: Line
    """Begin, zoals je het zegt: «1 maart 2021» of «2017»."""
    end: Line | None = None
    """Einde. Leeg = onbekend of nog bezig."""


class StoryCard(Base):
    context: Line
    approach: Line
    learned: Line


class StoryStrategy(Sourced):
    strategy: StrategyId
    use: Literal["ja", "beperkt", "nee"]
    how: Prose
    """Hoe het project deze strategie gebruikt, of waarom niet."""


class StoryBarrier(Sourced):
    barrier: BarrierId
    how: Line
    """Hoe de drempel hier opduikt."""


class StoryStep(Sourced):
    step: StepId
    how: Line


class View(Sourced):
    """A reported view: what somebody thinks, told as theirs and never as a quotation."""

    id: Slug
    text: Prose
    role: Line
    """Wie dit vindt, met de rol, zonder naam."""
    consent: Literal["gepubliceerde-bron", "gegeven"]
    """gepubliceerde-bron = het staat in een gepubliceerd document. gegeven = de persoon gaf toestemming."""


class Amount(Sourced):
    label: Line
    amount: Whole = Field(ge=0)
    """Bedrag in hele euro."""
    note: Line | None = None


class Figure(Sourced):
    """A number that a source gives, with what it counts."""

    label: Line
    value: Line
    note: Line | None = None


class Partner(Sourced):
    name: Line
    role: Line | None = None


class Story(Item):
    form: Literal["verhaal", "kort"]
    """verhaal = uitgewerkt. kort = een kort voorbeeld uit openbare pagina's."""
    municipality: Line
    project: Line | None = None
    """Naam van het project."""
    size_class: Literal["klein", "middelgroot", "groot", "regio", "onbekend"] = "onbekend"
    """klein = tot 15.000 inwoners, middelgroot = tot 50.000, groot = meer, regio = meer gemeenten samen."""
    period: Period | None = None
    one_of_nineteen: Flag | None = None
    """Was dit een van de negentien projecten? Leeg = niet bekend."""
    card: StoryCard
    """Het verhaal in drie regels."""
    context: tuple[Point, ...] = Field(min_length=1)
    approach: tuple[Point, ...] = Field(min_length=1)
    worked: tuple[Point, ...] = ()
    failed: tuple[Point, ...] = ()
    """Wat niet werkte, of werd losgelaten."""
    results: tuple[Point, ...] = ()
    lessons: tuple[Point, ...] = ()
    future: tuple[Point, ...] = ()
    views: tuple[View, ...] = ()
    target_groups: tuple[Line, ...] = ()
    strategies: tuple[StoryStrategy, ...] = ()
    barriers: tuple[StoryBarrier, ...] = ()
    steps: tuple[StoryStep, ...] = ()
    partners: tuple[Partner, ...] = ()
    employment: Line | None = None
    """Hoe de ambassadeur in dienst was. Leeg = onbekend."""
    share: Line | None = None
    """Deel van een voltijdse job. Leeg = onbekend."""
    budget: tuple[Amount, ...] = ()
    figures: tuple[Figure, ...] = ()
    unknown: tuple[Line, ...] = Field(min_length=1)
    """Wat wij niet weten over dit project."""
    evidence: Literal["verteld", "bevestigd", "onderzocht"]
    """verteld = door betrokkenen; bevestigd = door een tweede bron; onderzocht = door onderzoekers."""
    evidence_note: Line
    """Uit welke stukken dit verhaal is gemaakt."""
    written: Day
    checked: Day
    """Datum van de laatste controle (jjjj-mm-dd)."""
    state: Literal["gepubliceerd", "ingetrokken"] = "gepubliceerd"


# --- workshops ------------------------------------------------------------------------------------------------------


class Per(StrEnum):
    """What a sheet or a thing is counted by: one for everybody, one for a table, one for the whole group."""

    PARTICIPANT = "deelnemer"
    TABLE = "tafel"
    GROUP = "groep"


class Counted(Base):
    """What a leader needs a number of; ``workshops.copies`` works it out for a group."""

    per: Per
    """deelnemer = voor iedereen. tafel = voor elke tafel. groep = voor de hele groep samen."""
    count: int = Field(default=1, ge=1, le=30)
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
    title: Line
    note: Line | None = None
    """Waarvoor, of wat ook kan."""


class Column(Base):
    title: Line
    share: int = Field(default=1, ge=1, le=6)
    """Hoe breed, vergeleken met de andere kolommen."""


class SheetQuestion(Base):
    """A question with lines to write on."""

    text: Line
    help: Line | None = None
    lines: int = Field(default=3, ge=1, le=15)
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
    text: Line | None = Field(default=None, max_length=140)


class Case(Sourced):
    """An invented situation to work on. Never one from a source: it is headed «Verzonnen» wherever it stands."""

    id: Slug
    title: Line
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
    AGENDA = "agenda"


class Sheet(Sourced):
    """A sheet of paper for a workshop. ``workshops`` fills its rows and cards from the guide."""

    id: Slug
    title: Line
    kind: SheetKind
    """tabel = kolommen. vragen = vragen met schrijflijnen. scores = rijen om een kruisje bij te zetten. kaartjes = om uit te
    knippen. casussen = verzonnen situaties. agenda = het verloop van de gekozen versie."""
    purpose: Line
    """Waarvoor het blad dient, voor de begeleider."""
    intro: Line | None = None
    """Wat de deelnemer ermee doet. Staat bovenaan op het blad."""
    landscape: Flag = False
    """true = liggend."""
    columns: tuple[Column, ...] = ()
    """Kolommen (bij tabel)."""
    rows: tuple[tuple[Line, ...], ...] = ()
    """Rijen die al (deels) ingevuld zijn (bij tabel)."""
    blank_rows: int = Field(default=0, ge=0, le=30)
    """Lege rijen onderaan (bij tabel)."""
    scale: tuple[Line, ...] = ()
    """De vakjes waaruit je kiest (bij scores)."""
    groups: tuple[SheetGroup, ...] = ()
    """Wat je scoort (bij scores)."""
    barriers: tuple[BarrierId, ...] = ()
    """Drempels die elk een kaartje of de eerste cel van een rij worden."""
    strategies: tuple[StrategyId, ...] = ()
    """Strategieën die elk een kaartje of de eerste cel van een rij worden."""
    cards: tuple[Card, ...] = ()
    """Andere kaartjes."""
    blank_cards: int = Field(default=0, ge=0, le=32)
    """Lege kaartjes om zelf in te vullen."""
    cases: tuple[Case, ...] = ()
    choose_one: Flag = False
    """true = de begeleider kiest één van de casussen. false = ze worden allemaal gebruikt."""
    questions: tuple[SheetQuestion, ...] = ()
    """Vragen met schrijflijnen. Bij tabel en scores komen ze onderaan."""
    note: Line | None = None
    """Slotzin onderaan op het blad."""


class Activity(Sourced):
    """One part of a workshop: what the leader does and says."""

    id: Slug
    title: Line
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
    minutes: int = Field(ge=1, le=240)
    note: Line | None = None
    """Hoe de minuten verdeeld zijn, of wat in deze versie anders gaat."""


class Variant(Base):
    """One version of a workshop. Its slots follow the order of the activities and add up to its minutes."""

    minutes: int = Field(ge=15, le=480)
    summary: Line
    """Wanneer je deze versie kiest."""
    schedule: tuple[Slot, ...] = Field(min_length=2)


class Reply(Sourced):
    """A ready answer to something a leader is sure to hear."""

    id: Slug
    hears: Line
    """Wat iemand zegt."""
    say: tuple[Line, ...] = Field(min_length=1)
    """Wat je dan zegt."""
    background: Line | None = None
    """Wat je erover moet weten."""


class Slide(Sourced):
    id: Slug
    title: Line = Field(max_length=70)
    bullets: tuple[Annotated[Line, Field(max_length=110)], ...] = Field(max_length=7)
    """Punten op de dia: weinig woorden, hoogstens zeven."""
    notes: Prose
    """Sprekersnotities: wat je erbij zegt of doet."""


class Reminders(Sourced):
    lines: tuple[Line, ...] = Field(min_length=1)


class Material(Item):
    """A workshop kit, worked out so that someone who was not there can lead it."""

    number: int = Field(ge=1, le=99)
    """Vaste volgorde in de lijst."""
    aim: Line
    """Wat er na afloop anders is."""
    for_whom: Line
    leaders: Line
    """Wie begeleidt, en met hoeveel."""
    room: Line
    """Welke zaal en opstelling."""
    group_min: int = Field(ge=2, le=100)
    group_best: int = Field(ge=2, le=100)
    """Met zoveel deelnemers werkt het best. Daarvoor zijn de minuten gerekend."""
    group_max: int = Field(ge=2, le=100)
    table_size: int = Field(ge=2, le=12)
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
    barriers: tuple[RelatedBarrier, ...] = ()


# --- lists ----------------------------------------------------------------------------------------------------------


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


class ReaderQuestion(Sourced):
    """A question that readers ask."""

    id: Slug
    question: Line
    group: Literal["begrijpen", "beslissen", "geld", "aanwerven", "werken", "privacy", "bronnen"]
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


class Source(Base):
    id: Slug
    title: Line
    author: Line
    publisher: Line | None = None
    date: Line
    """Datum zoals je ze zegt, of «zonder datum»."""
    kind: Literal["document", "parlement", "webpagina"]
    short: Line = Field(max_length=60)
    """Korte naam voor de bronregel."""
    url: WebAddress | None = None
    accessed: Day | None = None
    """Wanneer de pagina gelezen is."""
    note: Prose | None = None
    """Wat je moet weten over deze bron: wat ontbreekt, wat onzeker is."""


Article.model_rebuild()
