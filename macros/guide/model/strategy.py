"""One of the six strategies."""

from __future__ import annotations

from pydantic import Field

from macros.guide.model.base import Item, Point, RelatedStrategy
from macros.guide.model.values import Line, Side, Whole


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
