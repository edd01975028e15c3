"""One page of every type that a reader can meet. A new type of page is one entry here."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class PageType:
    """A type of page and the address of one of them, usually a full one."""

    name: str
    address: str
    configured: bool = False  # exists only on the site of another operator
    searches: bool = False  # its content is made by a script from what the reader asks
    crowded: bool = False  # exists, or is like this, only on a site with many stories

    def __str__(self) -> str:
        return self.name


PAGE_TYPES = (
    PageType("start", ""),
    PageType("article", "wat-is/"),
    PageType("timeline", "achtergrond/"),
    PageType("steps", "stappen/"),
    PageType("step", "stappen/situatie-in-kaart/"),
    PageType("step-with-choices", "stappen/aanwerven-of-uitbesteden/"),
    PageType("strategies", "strategieen/"),
    PageType("strategy", "strategieen/toeleiding/"),
    PageType("barriers", "drempels/"),
    PageType("barrier", "drempels/te-duur/"),
    PageType("seven-bs", "drempels/zeven-bs/"),
    PageType("scores", "drempels/in-kaart/"),
    PageType("approach", "strategieen/welke-aanpak/"),
    PageType("approach-rules", "strategieen/welke-aanpak/regels/"),
    PageType("stories", "praktijkverhalen/"),
    PageType("story", "praktijkverhalen/kortrijk/"),
    PageType("short-story", "praktijkverhalen/navigate-youth/"),
    PageType("workshops", "workshops/"),
    PageType("workshop", "workshops/drempels-zien/"),
    PageType("network", "lerend-netwerk/"),
    PageType("glossary", "woordenlijst/"),
    PageType("questions", "vragen/"),
    PageType("sources", "bronnen/"),
    PageType("about", "over/"),
    PageType("open-data", "data/"),
    PageType("overview", "overzicht/"),
    PageType("components", "over/bouwstenen/"),
    PageType("search", "zoeken/", searches=True),
    PageType("search-results", "zoeken/?q=gemeenten", searches=True),
    PageType("plan", "mijn-plan/"),
    PageType("plan-step", "mijn-plan/situatie-in-kaart/"),
    PageType("not-found", "bestaat/niet/"),
    PageType("stories-with-filters", "praktijkverhalen/", crowded=True),
    PageType("compared-stories", "praktijkverhalen/vergelijken/", crowded=True),
    PageType("example-story", "praktijkverhalen/voorbeeld/"),
    PageType("moved", "strategieen/oude-naam/", configured=True),
    PageType("withdrawn", "praktijkverhalen/weggehaald/", configured=True),
)


def page_type(name: str) -> PageType:
    return next(each for each in PAGE_TYPES if each.name == name)
