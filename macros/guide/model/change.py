"""What changed in the guide, for readers who come back."""

from __future__ import annotations

from pydantic import Field

from macros.guide.model.base import Base
from macros.guide.model.values import Day, Line, Prose, Slug


class Change(Base):
    """A change that readers notice: something new, something mended, another advice. Not every edit."""

    id: Slug
    """Korte naam, uniek binnen dit bestand. Wordt deel van het adres en verandert niet meer."""
    date: Day
    """Dag van de wijziging (jjjj-mm-dd)."""
    title: Line = Field(max_length=100)
    """Wat er veranderde, in een paar woorden."""
    text: Prose
    """Wat lezers ervan merken, in één of twee zinnen. Link naar de plaats: «[Open data](pagina:data)»."""
