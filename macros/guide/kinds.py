"""The kinds of data: where each lives and which model it follows. Adding a kind starts here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from macros.guide import model


class Layout(Enum):
    FOLDER = "one file per item, the file name is the id"
    LIST = "one file with a list of entries"
    SINGLE = "one file with one item"


@dataclass(frozen=True)
class Kind:
    """One kind of data: its ``name`` in ``data/``, its model, its layout, and what a reader of messages calls it."""

    name: str
    model: type[model.Base]
    layout: Layout
    label: str


KINDS: tuple[Kind, ...] = (
    Kind("steps", model.Step, Layout.FOLDER, "stap"),
    Kind("strategies", model.Strategy, Layout.FOLDER, "strategie"),
    Kind("barriers", model.Barrier, Layout.FOLDER, "drempel"),
    Kind("stories", model.Story, Layout.FOLDER, "verhaal"),
    Kind("articles", model.Article, Layout.FOLDER, "artikel"),
    Kind("seven-bs", model.SevenB, Layout.LIST, "B"),
    Kind("learning-networks", model.LearningNetworks, Layout.SINGLE, "lerend netwerk"),
    Kind("timeline", model.Event, Layout.LIST, "gebeurtenis"),
    Kind("roles", model.Role, Layout.LIST, "rol"),
    Kind("actors", model.Actor, Layout.LIST, "actor"),
    Kind("helpdesks", model.HelpDesk, Layout.LIST, "hulp"),
    Kind("questions", model.ReaderQuestion, Layout.LIST, "vraag"),
    Kind("glossary", model.Term, Layout.LIST, "woord"),
    Kind("sources", model.Source, Layout.LIST, "bron"),
)

BY_NAME: dict[str, Kind] = {kind.name: kind for kind in KINDS}
