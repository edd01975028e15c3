"""Ways to look at many stories at once: filters, two side by side, and which strategy meets which barrier."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from macros.guide import model
from macros.guide.guide import Guide
from macros.guide.relations import Relations
from macros.render import dutch, scripts

#: With fewer stories than this the overview is a list and nothing more: a filter would hide what fits on a screen.
FILTERS_FROM = 8
#: With fewer than this there is nothing to choose from, and a table of gaps would be all gaps.
COMPARED_FROM = 6


@dataclass(frozen=True)
class Option:
    """One choice in a filter, and how many stories have it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True)
class Facet:
    """A property to filter by; ``name`` stands in the address."""

    name: str
    label: str
    options: tuple[Option, ...]


class StoryViews:
    """The published stories of a guide, seen together."""

    def __init__(self, guide: Guide, relations: Relations) -> None:
        self._guide, self._relations = guide, relations
        self.stories = guide.stories
        self.filtered = len(self.stories) >= FILTERS_FROM
        self.compared = len(self.stories) >= COMPARED_FROM

    # --- filters ---

    @cached_property
    def facets(self) -> list[Facet]:
        choices = {
            "strategie": ("Strategie", {strategy.id: strategy.title for strategy in self._guide.strategies}),
            "drempel": ("Drempel", {barrier.id: barrier.title for barrier in self._guide.barriers}),
            "doelgroep": ("Voor wie", {str(audience): audience.label for audience in model.Audience}),
            "grootte": ("Grootte", {str(size): size.label for size in model.SizeClass}),
            "dienst": ("Hoe in dienst", {str(form): form.label for form in model.EmploymentForm}),
        }
        counts = {name: Counter(value for values in self.values.values() for value in values[name]) for name in choices}
        return [
            Facet(name, label, tuple(Option(value, text, counts[name][value]) for value, text in options.items()))
            for name, (label, options) in choices.items()
        ]

    @cached_property
    def values(self) -> dict[str, dict[str, list[str]]]:
        """By the id of a story: what it has of every facet."""
        return {story.id: self._values(story) for story in self.stories}

    def _values(self, story: model.Story) -> dict[str, list[str]]:
        return {
            "strategie": [entry.strategy for entry in story.strategies if entry.use != "nee"],
            "drempel": [seen.barrier.id for seen in self._relations.sightings(story=story.id)],
            "doelgroep": [str(audience) for audience in story.audiences],
            "grootte": [str(story.size_class)],
            "dienst": [str(story.employment_form)],
        }

    # --- which strategy meets which barrier ---

    def meeting(self, strategy: str, barrier: str) -> list[model.Story]:
        """The stories that use the strategy and show the barrier."""
        return self._meetings.get((strategy, barrier), [])

    @cached_property
    def _meetings(self) -> dict[tuple[str, str], list[model.Story]]:
        found: dict[tuple[str, str], list[model.Story]] = {}
        for story in self.stories:
            values = self.values[story.id]
            for strategy in values["strategie"]:
                for barrier in values["drempel"]:
                    found.setdefault((strategy, barrier), []).append(story)
        return found

    # --- two side by side ---

    def comparison(self, story: model.Story) -> list[tuple[str, list[str]]]:
        """What is put beside the same of another story: a label and one or more lines."""
        uses = {"ja": "", "beperkt": " (beperkt)", "nee": " (niet gebruikt)"}
        titles = {strategy.id: strategy.title for strategy in self._guide.strategies}
        rows = [
            ("Context", [story.card.context]),
            ("Aanpak", [story.card.approach]),
            ("Geleerd", [story.card.learned]),
            ("Gemeente of streek", [story.municipality]),
            ("Grootte", [story.size_class.label]),
            ("Periode", [" tot ".join(filter(None, (story.period.start, story.period.end)))] if story.period else []),
            ("Looptijd", [story.duration] if story.duration else []),
            ("Voor wie", list(story.target_groups) or [audience.label for audience in story.audiences]),
            ("Strategieën", [f"{titles[entry.strategy]}{uses[entry.use]}" for entry in story.strategies]),
            ("Drempels", [seen.barrier.title for seen in self._relations.sightings(story=story.id)]),
            ("Wat werkte", [point.title for point in story.worked]),
            ("Wat niet werkte", [point.title for point in story.failed]),
            ("Wat eruit kwam", [point.title for point in story.results]),
            ("Hoe in dienst", _employment(story)),
            ("Deel van een voltijdse job", [story.share] if story.share else []),
            ("Budget", [f"{amount.label}: {dutch.euro(amount.amount)}" for amount in story.budget]),
            ("Hoe stevig", [story.evidence.label]),
        ]
        return [(label, lines or ["onbekend"]) for label, lines in rows]

    @cached_property
    def files(self) -> dict[str, str]:
        """By the id of a story: the script that brings its side of a comparison, and only when someone asks for it."""
        return {id: name for id, (name, _) in self._scripts.items()}

    @property
    def contents(self) -> dict[str, bytes]:
        """The files to publish, by their name in the site."""
        return dict(self._scripts.values())

    @cached_property
    def _scripts(self) -> dict[str, tuple[str, bytes]]:
        if not self.compared:
            return {}
        return {story.id: self._script(story) for story in self.stories}

    def _script(self, story: model.Story) -> tuple[str, bytes]:
        data = {"title": story.title, "rows": self.comparison(story)}
        content = f"gids.comparisons[{scripts.text(story.id)}] = {scripts.text(data)};\n".encode()
        return scripts.file_name(f"verhalen/{story.id}", content), content


def _employment(story: model.Story) -> list[str]:
    known = [] if story.employment_form is model.EmploymentForm.UNKNOWN else [story.employment_form.label]
    return [*known, *([story.employment] if story.employment else [])]
