"""The form for a practice story: its fields from the model, and what its script must know of the messages and the checks."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any

from macros.guide import model
from macros.guide.checks import LINKED_KINDS, PAGE_ANCHORS, PAGES, PERSONAL, STORY_PAGES, part_ids
from macros.guide.fields import Field, by_group, story_fields
from macros.guide.guide import Guide
from macros.guide.kinds import KINDS
from macros.guide.letters import INSTEAD, MOST_NAMED, UNPRINTED
from macros.guide.richtext import INTERNAL, INVISIBLE, LINK_KINDS, MAIL, WEB, RichText
from macros.guide.schema import choices_of
from macros.guide.sentences import SENTENCES
from macros.guide.yamlfile import MAX_BYTES
from macros.render import scripts
from macros.render.story_chapters import CHAPTERS
from macros.render.story_edits import KEEPING


def _referred(fields: list[Field] | tuple[Field, ...]) -> set[str]:
    return {kind for field in fields for kind in ({field.refers} if field.refers else _referred(field.fields))}


_REFERRED = sorted(_referred(story_fields()))


class StoryForm:
    """What the form needs of one guide: headings with fields, choices, examples, and the rules for its script."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide

    @cached_property
    def groups(self) -> list[tuple[str, list[Field]]]:
        """The fields under their headings. What keeps a published story is not for its author."""
        groups = by_group(story_fields())
        return [(title, fields) for title, fields in groups if title != model.StoryGroup.KEEPING and fields]

    referred = _REFERRED

    @cached_property
    def choices(self) -> dict[str, dict[str, str]]:
        """Per kind of data the ids to choose from, with what people call them."""
        choices = choices_of(self._guide)
        steps = {step.id: f"{step.number}. {step.title}" for step in self._guide.steps}
        return {**choices, "steps": steps}

    @cached_property
    def example(self) -> dict[str, Any]:
        """The invented example, to show beside each field."""
        return _values(self._guide.example) if self._guide.example else {}

    @cached_property
    def script(self) -> tuple[str, bytes]:
        """The name and content of the script that gives the form its rules."""
        return scripts.rules("story-rules", "story", self.rules())

    def rules(self) -> dict[str, Any]:
        """Everything that the command line knows and the form must know too."""
        guide = self._guide
        stories = guide.of("stories")
        said = {"ingetrokken": SENTENCES["withdrawn"], "voorbeeld": SENTENCES["invented"]}
        return {
            "sentences": SENTENCES,
            "fields": [_field(field) for _, fields in self.groups for field in fields],
            "chapters": [[chapter.name, chapter.title, chapter.said] for chapter in CHAPTERS],
            "keeping": [_field(field) for field in story_fields() if field.name in KEEPING],
            "known": {kind: {item.id: self.choices[kind].get(item.id, "") for item in (guide.sources if kind == "sources" else guide.of(kind))} for kind in _REFERRED},
            "cited": {source.id: source.short for source in guide.sources},
            "labels": {kind.name: kind.label for kind in KINDS if kind.name in _REFERRED},
            "sides": {item.id: item.side for kind in ("strategies", "barriers") for item in guide.of(kind)},
            "links": {name: {item.id: part_ids(item) for item in guide.of(kind)} for name, kind in LINKED_KINDS.items()},
            "linkKinds": LINK_KINDS,
            "pages": [*PAGES, *(article.id for article in guide.of("articles"))],
            "ranks": {story.id: _rank(story) for story in stories},
            "unpublished": {story.id: said[story.state] for story in stories if not story.published},
            "parts": [name for name, info in model.Story.model_fields.items() if _has_ids(info.annotation)],
            "taken": sorted({*STORY_PAGES, *(name for story in stories for name in (story.id, *story.formerly))}),
            "reserved": sorted(PAGE_ANCHORS["*"] | PAGE_ANCHORS["stories"]),
            "personal": [[javascript(pattern), label] for pattern, label in PERSONAL],
            "patterns": {"web": _whole(WEB), "mail": _whole(MAIL), "internal": _whole(INTERNAL), "invisible": INVISIBLE.pattern, "unprinted": UNPRINTED.pattern},
            "mostNamed": MOST_NAMED,
            "instead": INSTEAD,
            "mostBytes": MAX_BYTES,
        }


def _field(field: Field) -> dict[str, Any]:
    return {
        "name": field.name,
        "label": field.label,
        "help": field.help,
        "shape": field.shape.name,
        "required": field.required,
        "refers": field.refers,
        "choices": [value for value, _ in field.choices],
        "meanings": [meaning for _, meaning in field.choices],
        "fields": [_field(inside) for inside in field.fields],
        "longest": field.longest,
        "text": field.text,
        "default": field.default,
    }


def _values(item: model.Base) -> dict[str, Any]:
    return {name: _value(getattr(item, name)) for name in type(item).model_fields}


def _value(value: Any) -> Any:
    if isinstance(value, model.Base):
        return _values(value)
    if isinstance(value, RichText):
        return value.source
    return [_value(each) for each in value] if isinstance(value, tuple) else value


def _rank(story: model.Story | model.WithdrawnStory) -> int:
    """The order in which a guide lists its stories: worked out, short, withdrawn."""
    return 2 if isinstance(story, model.WithdrawnStory) else 0 if story.form == "verhaal" else 1


def _has_ids(annotation: Any) -> bool:
    return str(annotation) in (str(tuple[model.Point, ...]), str(tuple[model.View, ...]))


def _whole(pattern: re.Pattern[str]) -> str:
    r"""The pattern for the «u» flag of JavaScript, on a whole text: Python's «\Z» and named groups are written otherwise."""
    text = pattern.pattern.removesuffix(r"\Z").replace("(?P<", "(?<").replace(r"\"", '"').replace(r"\'", "'")
    return f"^(?:{text})$"


def javascript(pattern: re.Pattern[str]) -> str:
    r"""A pattern for the «u» flag of JavaScript, where «\w» and «\b» do not know letters with accents."""
    word = r"\p{L}\p{N}_"
    text = pattern.pattern.replace(r"[\w", f"[{word}").replace(r"\w", f"[{word}]")
    return text.replace(r"\b", f"(?:(?<=[{word}])(?![{word}])|(?<![{word}])(?=[{word}]))")
