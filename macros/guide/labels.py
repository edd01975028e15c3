"""What readers see, on pages and on paper, for a word that the data chooses from a list, where the list in the model has no labels."""

from __future__ import annotations

from macros.guide import model

#: How surely something helps against a barrier.
STRENGTHS = {"sterk": "duidelijk verband", "middel": "mogelijk verband", "zwak": "zwak verband"}
#: Whether a story uses a strategy.
USES = {"ja": "Gebruikt deze strategie", "beperkt": "Gebruikt deze strategie beperkt", "nee": "Gebruikt deze strategie niet"}
#: How many of a sheet or a thing there must be.
COUNTED_BY = {model.Per.PARTICIPANT: "per deelnemer", model.Per.TABLE: "per tafel", model.Per.GROUP: "voor de groep"}
