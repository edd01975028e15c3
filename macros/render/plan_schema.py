"""The form of the file that a plan is kept in, as a JSON Schema: made from the model and the data, published with the site."""

from __future__ import annotations

import json
from typing import Any

from macros.guide import model
from macros.guide.guide import Guide

#: The version of the file that this guide writes; the scripts say the same (`plans.VERSION`).
VERSION = 1
NAME = f"mijn-plan/plan-{VERSION}.schema.json"

_TEXT = {"type": "string"}
_TEXTS = {"type": "array", "items": _TEXT}


def content(guide: Guide) -> bytes:
    """The schema as it is published."""
    return (json.dumps(schema(guide), ensure_ascii=False, indent=1) + "\n").encode()


def schema(guide: Guide) -> dict[str, Any]:
    """What a file may hold. All of it is optional, and what is not named here may be there too: a reader keeps it."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Een plan uit «Een verbindingsambassadeur in dienst nemen»",
        "type": "object",
        "required": ["format", "version", "data"],
        "properties": {
            "format": {"const": "gids-plan"},
            "version": {"const": VERSION},
            "name": {**_TEXT, "description": "Naam van het plan."},
            "saved": {**_TEXT, "description": "Wanneer het bewaard is, als ISO 8601."},
            "data": {"type": "object", "properties": _data(guide)},
        },
    }


def _data(guide: Guide) -> dict[str, Any]:
    questions = {question.id: _answer(question) for step in guide.steps for question in step.questions}
    tick = _object({"state": {**_TEXT, "description": "leeg, gedaan of nvt"}, "note": _TEXT})
    items = {item.number: {**tick, "description": item.text} for step in guide.steps for item in step.checklist}
    action = _object({"key": _TEXT, "what": _TEXT, "who": _TEXT, "when": _TEXT, "done": {"type": "boolean"}, "step": _TEXT}, "key")
    score = _object({"weight": {**_TEXT, "description": "veel, beetje, niet of weten-we-niet"}, "note": _TEXT})
    person = _object({"key": _TEXT, "name": _TEXT, "scores": {"type": "object", "additionalProperties": score}}, "key")
    return {
        "employer": {**_TEXT, "description": "bestuur of organisatie"},
        "place": {**_TEXT, "description": "Gemeente of organisatie."},
        "answers": {
            "type": "object", "description": "Antwoorden op de vragen van de stappen.", "properties": questions,
            "additionalProperties": {"anyOf": [_TEXT, _TEXTS, _rows({})]},
        },
        "ticks": {"type": "object", "description": "De checklist, per nummer.", "properties": items, "additionalProperties": tick},
        "actions": {"type": "array", "items": action},
        "has": {**_TEXTS, "description": "Wat de lezer al heeft: " + "; ".join(f"{start.id} ({start.title})" for start in guide.of("head-starts"))},
        "scores": {"type": "array", "items": person, "description": "Drempels in kaart, één per persoon."},
        "approach": {"type": "object", "additionalProperties": _TEXTS},
        "balance": {"type": "object", "additionalProperties": _TEXT},
        "calendar": {"type": "object", "additionalProperties": _TEXT},
    }  # fmt: skip


def _answer(question: model.Question) -> dict[str, Any]:
    """An answer; ids that a question no longer has are still allowed, because a plan keeps them."""
    words = f"{question.label} ({question.kind.value})"
    options = "; ".join(f"{option.id}: {option.label}" for option in question.options)
    described = {"description": f"{words}. {options}" if options else words}
    if question.kind is model.QuestionKind.TABLE:
        return _rows({column.id: {**_TEXT, "description": column.label} for column in question.columns}) | described
    return (_TEXTS if question.kind is model.QuestionKind.MULTIPLE else _TEXT) | described


def _rows(columns: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": {"type": "object", "properties": columns, "additionalProperties": _TEXT}}


def _object(properties: dict[str, Any], *required: str) -> dict[str, Any]:
    return {"type": "object", "properties": properties} | ({"required": list(required)} if required else {})
