"""The building blocks that every kind of data is made of."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from macros.guide.model.values import BarrierId, Flag, Line, Prose, Slug, SourceId, StepId, StrategyId


class Base(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True, use_attribute_docstrings=True)


class SourceRef(Base):
    source: SourceId = Field(title="Bron")
    """Een bron uit de bronnenlijst van de gids, of een eigen bron van dit verhaal."""
    place: Line | None = Field(None, title="Plaats in de bron")
    """Waar in de bron: een dia, een hoofdstuk, een vraag. In gewone woorden, zonder regelnummers."""


class Sourced(Base):
    """Anything that makes a statement: it names its sources, or says that it is ours, or both."""

    sources: tuple[SourceRef, ...] = Field((), title="Bronnen")
    """Waar dit staat."""
    ours: Flag = Field(False, title="Onze aanvulling")
    """Geen bron zegt dit zo. Staat er ook een bron bij, dan werkt dit uit wat die bron zegt."""


class Point(Sourced):
    """A titled piece of text: a tip, a caution, a result, a lesson, a section."""

    id: Slug = Field(title="Korte naam")
    """Korte naam, uniek binnen dit bestand: kleine letters met koppeltekens. Verandert niet meer."""
    title: Line = Field(title="Kopje")
    """Zegt meteen waarover het gaat."""
    text: Prose = Field(title="Tekst")
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
