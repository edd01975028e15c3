"""What pages know about the documents on paper: which there are, for what, how long, and where to get them."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from macros.render import dutch

#: The groups of the page «Afdrukken», in order.
GROUPS = {
    "bestuur": "Om te overtuigen en te lezen",
    "stappen": "Per stap",
    "word": "In Word, om in te vullen en aan te passen",
    "kaarten": "Kaarten en affiches",
    "workshops": "Workshops",
    "verhalen": "Praktijkverhalen",
}


@dataclass(frozen=True)
class Print:
    """A document. ``pages`` and ``size`` (bytes) are known once it has been made; until then nobody can fetch it."""

    file: str  # its address from the root of the site
    title: str
    purpose: str
    group: str
    format: str  # «A4», «A4 liggend», «A3», «16:9»
    steps: tuple[int, ...] = ()
    offered: tuple[str, ...] = ()  # keys of the pages that offer it
    whole: bool = False  # holds other documents of its step
    minutes: int | None = None  # of a workshop
    people: int | None = None  # for how many a workshop's sheets are counted
    aside: bool = False  # the same for another number of people: only its own page offers it
    pages: int | None = None
    size: int | None = None

    @property
    def made(self) -> bool:
        return self.size is not None

    @property
    def kind(self) -> str:
        return self.file.rpartition(".")[2]

    @property
    def measure(self) -> str:
        """«pdf, 2 pagina’s A4, 35 kB»."""
        count = ""
        if self.pages is not None:
            unit = ("dia", "dia’s") if self.kind == "pptx" else ("pagina", "pagina’s")
            count = f"{self.pages} {unit[self.pages != 1]} "
        weight = f", {dutch.size(self.size)}" if self.size is not None else ""
        return f"{self.kind}, {count}{self.format}{weight}"


@dataclass(frozen=True)
class Prints:
    """All documents, as pages ask for them."""

    entries: tuple[Print, ...] = ()

    @property
    def made(self) -> bool:
        """Whether they are there to fetch; while serving they are only made when somebody asks for it."""
        return bool(self.entries) and all(entry.made for entry in self.entries)

    def offered_on(self, page: str) -> list[Print]:
        return [entry for entry in self.entries if page in entry.offered]

    def of_step(self, number: int) -> list[Print]:
        """Everything for a step, the one file with all of it first."""
        found = [entry for entry in self.entries if number in entry.steps]
        return sorted(found, key=lambda entry: not entry.whole)

    def of_group(self, group: str) -> list[Print]:
        """The documents of a group; workshops by their length, for the group that they are best for."""
        found = [entry for entry in self.entries if entry.group == group and not entry.aside]
        return sorted(found, key=lambda entry: entry.minutes or 0)

    def by_length(self, group: str) -> list[tuple[int, list[Print]]]:
        """The documents of a group under the minutes that they take; 0 for what takes none."""
        ordered = itertools.groupby(self.of_group(group), key=lambda entry: entry.minutes or 0)
        return [(minutes, list(entries)) for minutes, entries in ordered]
