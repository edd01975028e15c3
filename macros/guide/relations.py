"""What is linked to what, read both ways. The data says each link once; here it is found from the other end."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from macros.guide import model
from macros.guide.guide import Document, Guide, walk


@dataclass(frozen=True)
class HelpAgainst:
    """A way to help, seen from the strategy, step or story: the barrier it helps against."""

    barrier: model.Barrier
    help: model.Help


@dataclass(frozen=True)
class Sighting:
    """A barrier that shows up in a story, told once: by the story or by the barrier."""

    barrier: model.Barrier
    story: model.Story
    text: str
    sourced: model.Sourced
    part: str | None = None


class Relations:
    """Reverse look-ups over a guide whose references are good."""

    def __init__(self, guide: Guide) -> None:
        self.guide = guide

    def helped_by(self, kind: str, id: str) -> list[HelpAgainst]:
        """Barriers that a ``strategy``, ``step`` or ``story`` helps against, strongest first."""
        return self._helps[kind, id]

    @cached_property
    def _helps(self) -> dict[tuple[str, str], list[HelpAgainst]]:
        strengths = ("sterk", "middel", "zwak")
        found: dict[tuple[str, str], list[HelpAgainst]] = defaultdict(list)
        for barrier in self.guide.barriers:
            for entry in barrier.helps:
                for kind in ("strategy", "step", "story"):
                    if getattr(entry, kind):
                        found[kind, getattr(entry, kind)].append(HelpAgainst(barrier, entry))
        for entries in found.values():
            entries.sort(key=lambda entry: strengths.index(entry.help.strength))
        return found

    def strategy_in_stories(self, strategy: str) -> list[tuple[model.Story, model.StoryStrategy]]:
        """How each story uses the strategy, the ones that use it first."""
        return self._strategies[strategy]

    @cached_property
    def _strategies(self) -> dict[str, list[tuple[model.Story, model.StoryStrategy]]]:
        uses = ("ja", "beperkt", "nee")
        found: dict[str, list[tuple[model.Story, model.StoryStrategy]]] = defaultdict(list)
        for story in self.guide.stories:
            for entry in story.strategies:
                found[entry.strategy].append((story, entry))
        for pairs in found.values():
            pairs.sort(key=lambda pair: uses.index(pair[1].use))
        return found

    def sightings(self, *, barrier: str | None = None, story: str | None = None) -> list[Sighting]:
        """Where a barrier shows up, or which barriers show up in a story. The example is seen on its own page alone."""
        if barrier is not None:
            return self._sightings_by["barrier", barrier]
        example = self.guide.example
        if example and story == example.id:
            return [Sighting(self.guide.get("barriers", entry.barrier), example, entry.how, entry) for entry in example.barriers]
        return self._sightings_by["story", story or ""]

    @cached_property
    def _sightings_by(self) -> dict[tuple[str, str], list[Sighting]]:
        found: dict[tuple[str, str], list[Sighting]] = defaultdict(list)
        for sighting in self._sightings:
            found["barrier", sighting.barrier.id].append(sighting)
            found["story", sighting.story.id].append(sighting)
        return found

    @cached_property
    def _sightings(self) -> list[Sighting]:
        found: dict[tuple[str, str], Sighting] = {}
        published = {story.id: story for story in self.guide.stories}
        for barrier in self.guide.barriers:
            for seen in barrier.seen_in:
                if seen.story in published:
                    story = published[seen.story]
                    found.setdefault((barrier.id, story.id), Sighting(barrier, story, seen.text, seen, seen.part))
        for story in published.values():
            for entry in story.barriers:
                barrier = self.guide.get("barriers", entry.barrier)
                found.setdefault((barrier.id, story.id), Sighting(barrier, story, entry.how, entry))
        return list(found.values())

    def material_in_stories(self, material: str) -> list[tuple[model.Story, model.StoryMaterial]]:
        """The stories in which a workshop or material was used."""
        return [(story, entry) for story in self.guide.stories for entry in story.materials if entry.material == material]

    def step_in_stories(self, step: str) -> list[tuple[model.Story, model.StoryStep]]:
        return [(story, entry) for story in self.guide.stories for entry in story.steps if entry.step == step]

    def steps_showing(self, story: str) -> list[tuple[model.Step, model.StoryExample]]:
        """Steps that show something of a story, each with the first thing it shows."""
        found = ((step, [entry for entry in step.examples if entry.story == story]) for step in self.guide.steps)
        return [(step, entries[0]) for step, entries in found if entries]

    def steps_naming(self, field: str, id: str) -> list[tuple[model.Step, model.Related]]:
        """Steps that name a strategy (``field`` «strategies») or a barrier («barriers»)."""
        return [(step, entry) for step in self.guide.steps for entry in getattr(step, field) if entry.id == id]

    def workshops_naming(self, field: str, id: str) -> list[tuple[model.Material, model.Related]]:
        """Workshops that name a step (``field`` «steps»), a strategy («strategies») or a barrier («barriers»)."""
        return [
            (material, entry) for material in self.guide.materials for entry in getattr(material, field) if entry.id == id
        ]

    def findings_for(self, step: str) -> list[tuple[model.Finding, model.RelatedStep]]:
        return [
            (finding, entry)
            for finding in self.guide.networks.findings
            for entry in finding.steps
            if entry.id == step
        ]

    def barriers_touching(self, b: str) -> list[tuple[model.Barrier, model.TouchedB]]:
        return [(barrier, entry) for barrier in self.guide.barriers for entry in barrier.seven_bs if entry.b == b]

    def documents_citing(self, source: str) -> list[Document]:
        return self._citing[source]

    @cached_property
    def _citing(self) -> dict[str, list[Document]]:
        found: dict[str, dict[int, Document]] = defaultdict(dict)
        for document in self.guide.documents:
            for node in walk(document):
                if node.refers == "sources" and isinstance(node.value, str):
                    found[node.value][id(document)] = document
        return defaultdict(list, {source: list(documents.values()) for source, documents in found.items()})
