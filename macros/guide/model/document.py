"""A document that people fill in and take along in Word: headings with fixed words and places for what they filled in."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from macros.guide.model.base import Base, Item, Sourced
from macros.guide.model.values import Flag, Line, Prose, Side, Slug, StepId, Whole


class DocumentForm(StrEnum):
    TEXT = "tekst"
    ANSWER = "antwoord"
    TABLE = "tabel"
    CHECKLIST = "checklist"
    ACTIONS = "acties"
    SCORES = "drempels"
    BUDGET = "begroting"
    FIELDS = "velden"
    STEP = "stap"
    OUTSIDE = "elders"
    KEPT = "bewaard"


class DocumentPart(Sourced):
    """One part of a document: fixed text, or a place for what somebody fills in."""

    form: DocumentForm
    """tekst = vaste woorden. antwoord = het antwoord op een vraag. tabel = de rijen van een tabelvraag. checklist, acties,
    drempels en begroting = wat daarover in het plan staat. velden = regels om zelf in te vullen. stap = alle vragen van een
    stap. elders = wat in het plan staat en bij geen vraag van nu hoort. bewaard = of de gegevens in het bestand zitten."""
    text: Prose | None = None
    """Bij tekst: de woorden. «{het college|het bestuur}» past zich aan de werkgever aan, «{=plaats}» of «{=id-van-een-vraag}»
    wordt een antwoord."""
    question: Slug | None = None
    """Bij antwoord en tabel: id van een vraag uit een stap."""
    lead: Line | None = None
    """Bij antwoord, tabel, acties, drempels en begroting: een kort opschrift erboven."""
    columns: tuple[Slug, ...] = ()
    """Bij tabel: ids van de kolommen die mee moeten. Leeg = alle."""
    room: Whole | None = Field(default=None, ge=1, le=20)
    """Bij tabel en acties: hoeveel lege rijen het lege document heeft."""
    step: StepId | None = None
    """Bij checklist en stap: welke stap."""
    side: Side | None = None
    """Bij drempels: de drempels van deze kant."""
    labels: tuple[Line, ...] = ()
    """Bij velden: de namen."""


class DocumentSection(Base):
    """A heading with its parts; its text can be copied on its own."""

    id: Slug
    title: Line
    """Het kopje. «{college|bestuur}» past zich aan de werkgever aan."""
    parts: tuple[DocumentPart, ...] = Field(min_length=1)


class PlanDocument(Item):
    """A document made from a plan. Without a file it is a short mail, only to copy."""

    number: Whole = Field(ge=1, le=60)
    """Volgorde in de lijst."""
    audience: Line
    """Voor wie het is, in enkele woorden."""
    title_organisation: Line | None = None
    """De naam in woorden voor een organisatie, als er «college» of «schepen» in staat."""
    audience_organisation: Line | None = None
    """Voor wie het is bij een organisatie, als er «college» of «schepen» in staat."""
    file_organisation: str | None = Field(default=None, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\.docx$", max_length=60)
    """De naam van het Word-bestand voor een organisatie, als er «college» of «schepen» in staat."""
    file: str | None = Field(default=None, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\.docx$", max_length=60)
    """De naam van het Word-bestand. Leeg = alleen tekst om te kopiëren."""
    subject: Line | None = None
    """Bij een mail: het onderwerp."""
    step: StepId | None = None
    """De stap die dit document aanbiedt."""
    heading: Line
    """De titel bovenaan het document."""
    carries_plan: Flag = False
    """true = de gegevens van het hele plan zitten in het bestand, zodat de pagina ze kan teruglezen."""
    intro: tuple[DocumentPart, ...] = ()
    """Wat onder de titel komt, voor het eerste kopje."""
    sections: tuple[DocumentSection, ...] = Field(min_length=1)

    @property
    def for_organisations(self) -> str | None:
        """The name of the blank Word file in the words of an organisation, where those differ."""
        return self.file and (self.file_organisation or f"{self.file.removesuffix('.docx')}-organisatie.docx")
