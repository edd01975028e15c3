"""A barrier between demand and supply, and what helps."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from macros.guide.model.base import Base, Item, RelatedBarrier, Sourced
from macros.guide.model.step import StoryExample
from macros.guide.model.values import BId, Line, Prose, Side, Slug, StepId, StoryId, StrategyId, Whole


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
