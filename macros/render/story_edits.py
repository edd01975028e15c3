"""Published stories as the form opens them, to correct: one small script for each, loaded when somebody asks for it."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from macros.guide import model
from macros.guide.guide import Guide
from macros.render import scripts

#: What keeps a story, and is not for the form: it comes back in the file as it was.
KEEPING = ("formerly", "ours")

_FOLDER = "assets/verhalen/pas-aan"


class StoryEdits:
    """The published stories of a guide, as somebody could have typed them."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide

    def version(self, id: str) -> str:
        """Stands in the address of the form: which state of the story it opens."""
        return self._scripts[id][0]

    @property
    def contents(self) -> dict[str, bytes]:
        """The files to publish, by their name in the site."""
        return {f"{_FOLDER}/{id}-{version}.js": content for id, (version, content) in self._scripts.items()}

    @cached_property
    def _scripts(self) -> dict[str, tuple[str, bytes]]:
        return {story.id: self._script(story) for story in self._guide.stories}

    def _script(self, story: model.Story) -> tuple[str, bytes]:
        data = self._guide.document(story).file.data
        keep = {name: data[name] for name in KEEPING if name in data}
        values = typed({name: value for name, value in data.items() if name not in (*KEEPING, "state")})
        content = f"gids.story.edits[{scripts.text(story.id)}]={scripts.text({'keep': keep, 'values': values})};\n".encode()
        return scripts.fingerprint(content), content


def typed(data: dict[str, Any]) -> dict[str, Any]:
    """The values of a story's file as the form holds them: its own sources are cited by a key, and every part keeps its id."""
    own = {source["id"] for source in data.get("own_sources", ())}

    def value(name: str, given: Any) -> Any:
        if isinstance(given, dict):
            return {inside: value(inside, each) for inside, each in given.items()}
        if isinstance(given, list):
            return [value(name, each) | _key(name, each) if isinstance(each, dict) else value(name, each) for each in given]
        return f"@{given}" if name == "source" and given in own else given.strip()

    return {name: value(name, each) for name, each in data.items()}


def _key(name: str, row: dict[str, Any]) -> dict[str, str]:
    return {"key": f"@{row['id']}"} if name == "own_sources" else {}
