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
    """One kind of data: its ``name`` in ``data/``, its model, its layout, what readers of messages call it, its page.

    ``page`` holds all items, each at an anchor that is its id; or, for a kind with a page per item (``pages``), the pages
    stand below it. Articles are pages themselves; the vocabulary serves the search and stands on no page.
    """

    name: str
    model: type[model.Base]
    layout: Layout
    label: str
    page: str
    pages: bool = False
    remnant: type[model.Base] | None = None
    """What may be left of an item that was withdrawn."""

    def model_of(self, entry: object) -> type[model.Base]:
        """The model that judges an entry: the remnant's when there is nothing more in it."""
        if self.remnant and isinstance(entry, dict) and entry.get("state") == "ingetrokken":
            if set(entry) <= set(self.remnant.model_fields):
                return self.remnant
        return self.model


KINDS: tuple[Kind, ...] = (
    Kind("steps", model.Step, Layout.FOLDER, "stap", "stappen", pages=True),
    Kind("strategies", model.Strategy, Layout.FOLDER, "strategie", "strategieen", pages=True),
    Kind("barriers", model.Barrier, Layout.FOLDER, "drempel", "drempels", pages=True),
    Kind("stories", model.Story, Layout.FOLDER, "verhaal", "praktijkverhalen", pages=True, remnant=model.WithdrawnStory),
    Kind("materials", model.Material, Layout.FOLDER, "workshop", "workshops", pages=True),
    Kind("sheets", model.Sheet, Layout.FOLDER, "blad", "workshops"),
    Kind("worksheets", model.Worksheet, Layout.FOLDER, "werkblad", "afdrukken"),
    Kind("leaflets", model.Leaflet, Layout.FOLDER, "blaadje", "afdrukken"),
    Kind("card-sets", model.CardSet, Layout.FOLDER, "kaartenset", "afdrukken"),
    Kind("strategy-questions", model.StrategyQuestion, Layout.LIST, "keuzevraag", "strategieen/welke-aanpak"),
    Kind("balances", model.Balance, Layout.LIST, "weegpunt", "strategieen/welke-aanpak"),
    Kind("lead-times", model.LeadTime, Layout.LIST, "onderdeel", "strategieen/welke-aanpak"),
    Kind("documents", model.PlanDocument, Layout.FOLDER, "document", "afdrukken"),
    Kind("articles", model.Article, Layout.FOLDER, "artikel", "", pages=True),
    Kind("seven-bs", model.SevenB, Layout.LIST, "B", "drempels/zeven-bs"),
    Kind("learning-networks", model.LearningNetworks, Layout.SINGLE, "lerend netwerk", "lerend-netwerk"),
    Kind("timeline", model.Event, Layout.LIST, "gebeurtenis", "achtergrond"),
    Kind("roles", model.Role, Layout.LIST, "rol", "wat-is"),
    Kind("actors", model.Actor, Layout.LIST, "actor", "achtergrond"),
    Kind("helpdesks", model.HelpDesk, Layout.LIST, "hulp", "hulp"),
    Kind("questions", model.ReaderQuestion, Layout.LIST, "vraag", "vragen"),
    Kind("head-starts", model.HeadStart, Layout.LIST, "voorsprong", "mijn-plan"),
    Kind("glossary", model.Term, Layout.LIST, "woord", "woordenlijst"),
    Kind("vocabulary", model.Wording, Layout.LIST, "zoekwoord", ""),
    Kind("changes", model.Change, Layout.LIST, "wijziging", "over"),
    Kind("figures", model.Claim, Layout.LIST, "cijfer", ""),
    Kind("sources", model.Source, Layout.LIST, "bron", "bronnen"),
)

BY_NAME: dict[str, Kind] = {kind.name: kind for kind in KINDS}
