"""Claims about the guide itself, the entries of ``data/figures.yml``: what is measured, how, what we aim at and what came out."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.guide.model.base import Base
from macros.guide.model.values import Day, Labelled, Line, Slug

Number = Annotated[str, Field(pattern=r"^[0-9]+(\.[0-9]+)?$")]


class ClaimGroup(Labelled):
    ACCESSIBLE = "toegankelijk", "Toegankelijk en leesbaar"
    FOUND = "vindbaar", "Vindbaar"
    LIGHT = "licht", "Licht en snel"
    BUILT = "bouwen", "De site bouwen"
    SAFE = "veilig", "Veilig en blijvend"


class Claim(Base):
    """A claim that ``make proof`` measures. It writes the last three fields; without them the figure stands on no page."""

    id: Slug
    """Korte naam, uniek binnen dit bestand. Onder deze naam wordt het cijfer gemeten."""
    group: ClaimGroup
    """Onder welk kopje het staat."""
    title: Line = Field(max_length=120)
    """Wat gemeten is."""
    how: Line
    """Hoe het gemeten is, in één of twee zinnen."""
    unit: Line | None = None
    """Eenheid: «kB», «s», «%». Leeg voor een aantal."""
    most: Number | None = None
    """Doel: hoogstens zoveel."""
    least: Number | None = None
    """Doel: minstens zoveel."""
    value: Number | None = None
    """Wat het laatst gemeten is. Dit veld schrijft «make proof»."""
    day: Day | None = None
    """Wanneer dat was. Dit veld schrijft «make proof»."""
    machine: Line | None = None
    """Op wat voor toestel, als dat uitmaakt. Dit veld schrijft «make proof»."""

    @property
    def met(self) -> bool | None:
        """Whether the aim is met; None when there is no aim, or nothing was measured."""
        if self.value is None or (self.most is None and self.least is None):
            return None
        value = float(self.value)
        return (self.most is None or value <= float(self.most)) and (self.least is None or value >= float(self.least))
