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
        uses = ("ja", "beperkt", "nee")
        found = [
            (story, entry) for story in self.guide.stories for entry in story.strategies if entry.strategy == strategy
        ]
        return sorted(found, key=lambda pair: uses.index(pair[1].use))

    def sightings(self, *, barrier: str | None = None, story: str | None = None) -> list[Sighting]:
        """Where barriers show up, of one barrier or in one story."""
        return [
            sighting
            for sighting in self._sightings
            if barrier in (None, sighting.barrier.id) and story in (None, sighting.story.id)
        ]

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

    def step_in_stories(self, step: str) -> list[tuple[model.Story, model.StoryStep]]:
        return [(story, entry) for story in self.guide.stories for entry in story.steps if entry.step == step]

    def steps_naming(self, field: str, id: str) -> list[tuple[model.Step, model.Related]]:
        """Steps that name a strategy (``field`` «strategies») or a barrier («barriers»)."""
        return [(step, entry) for step in self.guide.steps for entry in getattr(step, field) if entry.id == id]

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
