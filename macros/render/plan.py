"""«Mijn plan»: what its pages show of one guide, and what its scripts must know."""

from __future__ import annotations

import hashlib
import json
from functools import cached_property
from typing import Any

from macros.guide import model
from macros.guide.checks import PERSONAL
from macros.guide.guide import Guide
from macros.render import plan_schema
from macros.render.forms import javascript

_KIND = model.QuestionKind

#: How a question is filled in, in the words of the form's script.
SHAPES = {
    _KIND.SHORT: "LINE", _KIND.LONG: "PROSE", _KIND.CHOICE: "CHOICE", _KIND.SCALE: "CHOICE", _KIND.MULTIPLE: "CHOICES",
    _KIND.NUMBER: "NUMBER", _KIND.MONEY: "NUMBER", _KIND.DATE: "DAY", _KIND.TABLE: "ROWS",
}  # fmt: skip


class Plan:
    """What the plan needs of one guide: its fields per step, and the rules for its scripts."""

    #: Where the plan lives, and what says how its file is made.
    page, schema = "mijn-plan", plan_schema.NAME

    def __init__(self, guide: Guide) -> None:
        self._guide = guide

    def page_of(self, step: model.Step) -> str:
        return f"{self.page}/{step.id}"

    def shape(self, question: model.Question) -> str:
        return SHAPES[question.kind]

    @cached_property
    def script(self) -> tuple[str, bytes]:
        """The name and content of the script that gives the plan its rules."""
        rules = json.dumps(self.rules(), ensure_ascii=False, separators=(",", ":"))
        content = f"(window.gids.plans = window.gids.plans || {{}}).rules = {rules};\n".encode()
        return f"assets/plan-rules-{hashlib.sha256(content).hexdigest()[:12]}.js", content

    def rules(self) -> dict[str, Any]:
        """What is needed to name every answer, also on a page that does not show its question."""
        return {
            "steps": {step.id: {"number": step.number, "title": step.title} for step in self._guide.steps},
            "questions": {question.id: _question(step, question) for step in self._guide.steps for question in step.questions},
            "items": {item.number: _item(step, item) for step in self._guide.steps for item in step.checklist},
            "has": [
                {"id": start.id, "title": start.title, "covers": {cover.number: cover.reason for cover in start.covers}}
                for start in self._guide.of("head-starts")
            ],
            "personal": [[javascript(pattern), label] for pattern, label in PERSONAL],
        }


def _item(step: model.Step, item: model.ChecklistItem) -> dict[str, str]:
    found = {"step": step.id, "text": item.text}
    return found | {"organisation": item.text_organisation} if item.text_organisation else found


def _question(step: model.Step, question: model.Question) -> dict[str, Any]:
    found: dict[str, Any] = {"step": step.id, "kind": question.kind.value, "label": question.label}
    for name in ("options", "columns"):
        if parts := getattr(question, name):
            found[name] = {part.id: part.label for part in parts}
    return found
