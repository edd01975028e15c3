"""The chapters of a story as they are read: on its page, on paper and in the preview of the form, which asks for them in its own words."""

from __future__ import annotations

from dataclasses import dataclass

from macros.guide import model


@dataclass(frozen=True)
class Chapter:
    """A field of a story that is a chapter. The anchor is Dutch, because it is part of an address, and stays."""

    name: str
    title: str
    anchor: str

    @property
    def said(self) -> str:
        """The title within a sentence."""
        return self.title[0].lower() + self.title[1:]


CHAPTERS = (
    Chapter("context", "Context", "context"),
    Chapter("approach", "Aanpak", "aanpak"),
    Chapter("worked", "Wat werkte", "wat-werkte"),
    Chapter("failed", "Wat niet werkte", "wat-niet-werkte"),
    Chapter("results", "Wat eruit kwam", "wat-er-uit-kwam"),
    Chapter("lessons", "Wat ze leerden", "wat-ze-leerden"),
    Chapter("future", "Hoe het verderging", "hoe-het-verderging"),
)


def untold(story: model.Story) -> list[str]:
    """What the chapters are about that a story does not have."""
    return [chapter.said for chapter in CHAPTERS if not getattr(story, chapter.name)]
