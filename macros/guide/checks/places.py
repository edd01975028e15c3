"""Where in the guide a link or a reference may point."""

from __future__ import annotations

from macros.guide import model


#: Internal link kinds whose target is an item, with the kind of data.
LINKED_KINDS = {
    "stap": "steps",
    "strategie": "strategies",
    "drempel": "barriers",
    "verhaal": "stories",
    "workshop": "materials",
    "woord": "glossary",
    "vraag": "questions",
    "bron": "sources",
}


#: The name in «pagina:…» links of pages that stand below another, and where.
PAGES_BELOW = {
    "drempels-in-kaart": "drempels/in-kaart",
    "zeven-bs": "drempels/zeven-bs",
    "welke-aanpak": "strategieen/welke-aanpak",
}

#: Pages that are not an item of data; «pagina:…» links may name them besides the articles.
PAGES = (
    "stappen", "strategieen", "drempels", "praktijkverhalen", "workshops", "vragen", "woordenlijst", "lerend-netwerk", "hulp",
    "bronnen", "afdrukken", "data", "mijn-plan", "deel-je-verhaal", "over", "privacy", "toegankelijkheid",
    *PAGES_BELOW,
)  # fmt: skip


#: Anchors that pages have of themselves: «*» on every page, then per kind on the page of an item.
PAGE_ANCHORS = {
    "*": frozenset({
        "inhoud", "menu", "om-af-te-drukken", "zoek", "op-deze-pagina", "op-deze-pagina-titel", "woorden-op-deze-pagina",
        "bronnen-van-deze-pagina",
    }),
    "steps": frozenset({
        "in-het-kort", "waar-het-om-gaat", "wat-je-nodig-hebt", "wat-je-doet", "tips", "let-op", "checklist",
        "keuzes", "vragen-om-uit-te-werken", "voorbeelden", "eerste-bevindingen", "strategieen-en-drempels",
        "andere-situatie", "geen-lokaal-bestuur", "halfweg", "wat-je-dan-hebt", "workshops",
    }),
    "strategies": frozenset({
        "wat-het-is", "in-de-praktijk", "wanneer-het-past", "grenzen", "profiel-van-de-ambassadeur",
        "in-de-praktijkverhalen", "drempels", "verder", "workshops",
    }),
    "stories": frozenset({
        "context", "aanpak", "wat-werkte", "wat-niet-werkte", "wat-er-uit-kwam", "wat-ze-leerden", "hoe-het-verderging",
        "hoe-betrokkenen-het-zien", "strategieen", "drempels-en-stappen", "feiten", "wat-we-niet-weten",
        "hoe-dit-verhaal-gemaakt-is",
    }),
    "changes": frozenset({
        "wie", "klopt-er-iets-niet", "bronnen", "onze-aanvulling", "wat-we-niet-lazen", "gebruiken", "cijfers", "editie", "wat-er-veranderde",
    }),
    "materials": frozenset({
        "in-het-kort", "vooraf", "stapel", "meebrengen", "verloop", "onderdelen", "als-iemand-zegt", "let-op", "online",
        "bladen", "dias", "achteraf", "hoort-bij", "in-de-praktijkverhalen",
    }),
}  # fmt: skip


def part_ids(item: model.Base) -> list[str]:
    """The ids that can be pointed at inside an item: actions of a step, points of a story, sheets of a workshop …"""
    if isinstance(item, model.Step):
        return [action.id for action in item.actions]
    found: list[str] = []
    for name in type(item).model_fields:
        value = getattr(item, name)
        for entry in value if isinstance(value, tuple) else ():
            if isinstance(entry, model.Point | model.Section | model.View | model.Activity | model.Reply | model.Sheet):
                found.append(entry.id)
                found.extend(point.id for point in getattr(entry, "points", ()))
    return found
