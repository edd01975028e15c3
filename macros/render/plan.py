"""«Mijn plan»: what its pages show of one guide, and what its scripts must know."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from macros.guide import countdown, model, scores
from macros.guide.checks import PERSONAL
from macros.guide.guide import Guide
from macros.render import plan_schema, scripts
from macros.render.forms import javascript
from macros.render.tools import Tools

_KIND = model.QuestionKind

#: How a question is filled in, in the words of the form's script.
SHAPES = {
    _KIND.SHORT: "LINE", _KIND.LONG: "PROSE", _KIND.CHOICE: "CHOICE", _KIND.SCALE: "CHOICE", _KIND.MULTIPLE: "CHOICES",
    _KIND.NUMBER: "NUMBER", _KIND.MONEY: "NUMBER", _KIND.DATE: "DAY", _KIND.TABLE: "ROWS",
}  # fmt: skip


#: By what somebody asks for, the scripts that it needs besides those of the page, in order. All of them name answers in words.
LATER = {
    "word": ("plan-rules", "plan-word-parts", "budget-rules", "plan-word"),
    "files": ("plan-rules", "countdown-rules", "countdown-data", "plan-files"),
    "open": ("plan-rules", "plan-open"),
    "merge": ("plan-rules", "plan-names", "plan-merge"),
    "summary": ("plan-rules", "plan-names", "countdown-rules", "countdown-data", "plan-summary"),
}


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
        return scripts.rules("plan-rules", "plans", self.rules())

    def outline_script(self, later: dict[str, list[str]]) -> tuple[str, bytes]:
        """The script that every page of the plan loads: the outline, and by what it is for the scripts to load when that is asked."""
        content = f"window.gids.plans.know({scripts.text(self.outline() | {'later': later})});\n".encode()
        return scripts.file_name("plan-outline", content), content

    def outline(self) -> dict[str, Any]:
        """What is needed to count answers and to see which are left over: the rules without their words."""
        rules = self.rules()
        return {
            "steps": {step.id: rules["steps"][step.id] | _names(step) for step in self._guide.steps},
            "has": [{name: start[name] for name in ("id", "covers")} for start in rules["has"]],
            "personal": rules["personal"],
        }

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
            **self._tools(),
        }

    def _tools(self) -> dict[str, Any]:
        """The words of what the tools keep in a plan."""
        return {
            "barriers": {barrier.id: barrier.title for barrier in self._guide.barriers},
            "weights": scores.LABELS,
            "approach": {
                question.id: {"label": question.question, "several": question.several, "answers": {answer.id: answer.label for answer in question.answers}}
                for question in self._guide.of("strategy-questions")
            },
            "balance": {balance.id: balance.statement for balance in self._guide.of("balances")},
            "truths": Tools.truths,
            "calendar": {lead.id: lead.label for lead in self._guide.of("lead-times")} | countdown.KEPT,
        }


def _names(step: model.Step) -> dict[str, Any]:
    """The ids of a step: of its points, and of its questions with their options or columns."""
    parts = {
        question.id: {name: [part.id for part in found] for name in ("options", "columns") if (found := getattr(question, name))}
        for question in step.questions
    }
    return {"items": [item.number for item in step.checklist], "questions": parts}


def _item(step: model.Step, item: model.ChecklistItem) -> dict[str, str]:
    found = {"step": step.id, "text": item.text}
    return found | {"organisation": item.text_organisation} if item.text_organisation else found


def _question(step: model.Step, question: model.Question) -> dict[str, Any]:
    found: dict[str, Any] = {"step": step.id, "kind": question.kind.value, "label": question.label}
    if question.label_organisation:
        found["organisation"] = question.label_organisation
    for name in ("options", "columns"):
        if parts := getattr(question, name):
            found[name] = {part.id: part.label for part in parts}
    return found
