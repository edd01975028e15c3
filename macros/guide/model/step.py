"""One of the six steps."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from macros.guide.model.base import Base, Item, Point, RelatedBarrier, RelatedStrategy, Sourced
from macros.guide.model.values import Flag, Line, Prose, Slug, StepId, StoryId, Whole


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
    text_organisation: Line | None = None
    """Hetzelfde in woorden voor een organisatie, als er «college» of «schepen» in staat."""
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


class QuestionPart(Base):
    """An answer to choose from, or a column of a table."""

    id: Slug
    """Vaste naam. Verandert nooit, ook niet als de tekst verandert: antwoorden hangen eraan."""
    label: Line
    """Het antwoord, of de naam van de kolom."""


class Question(Base):
    """One field of the plan that the reader makes."""

    id: Slug
    """Vaste naam. Verandert nooit: antwoorden hangen eraan."""
    kind: QuestionKind
    label: Line
    """De vraag, zoals je ze aan een collega stelt."""
    label_organisation: Line | None = None
    """Dezelfde vraag in woorden voor een organisatie, als er «college» of «schepen» in staat."""
    help: Line
    """Wat je hier invult en waarom."""
    help_organisation: Line | None = None
    """Dezelfde uitleg in woorden voor een organisatie."""
    options: tuple[QuestionPart, ...] = ()
    """Antwoorden om uit te kiezen (bij keuze, meerkeuze en woordschaal)."""
    columns: tuple[QuestionPart, ...] = ()
    """Kolommen (bij tabel)."""
    example: Example | None = None
    about_people: Flag = False
    """true = hier kan iemand over kinderen of gezinnen schrijven: waarschuw tegen namen en verhalen."""


class Cover(Sourced):
    """A point of a checklist that is already done by something the reader has."""

    number: str = Field(pattern=r"^[1-6]\.[1-9][0-9]?$")
    """Nummer van het punt."""
    reason: Line
    """Waarom dit punt dan al gedaan is, in één zin."""


class HeadStart(Sourced):
    """Something that the reader may already have, such as an analysis; it covers some points of the checklists."""

    id: Slug
    """Vaste naam. Verandert nooit: plannen van lezers verwijzen ernaar."""
    title: Line
    """Wat je al kan hebben."""
    covers: tuple[Cover, ...] = Field(min_length=1)
    """De punten die daarmee gedaan zijn. Alleen die punten."""


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
