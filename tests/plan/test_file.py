"""The file of a plan: every version of it opens, it follows the published schema, and what is no plan is refused."""

from __future__ import annotations

import json
from pathlib import Path

import fastjsonschema
import pytest

from macros.render import plan_schema

FILES = sorted((Path(__file__).parent / "files").glob("plan-*.json"))
CURRENT = Path(__file__).parent / "files" / f"plan-{plan_schema.VERSION}.json"


def test_the_current_version_has_a_file_to_try(ask):
    assert CURRENT in FILES
    assert json.loads(CURRENT.read_text(encoding="utf-8"))["version"] == plan_schema.VERSION
    assert ask("test.version") == plan_schema.VERSION


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file_of_every_version_opens_whole(ask, file):
    text = file.read_text(encoding="utf-8")
    opened = ask("plans.readFile", text)
    written = json.loads(text)
    assert opened["name"] == written["name"]
    for name, value in written["data"].items():
        assert opened["data"][name] == value
    again = ask("plans.readFile", ask("plans.fileText", opened))
    assert again["data"] == opened["data"]


def test_what_is_written_follows_the_published_schema(ask, guide):
    check = fastjsonschema.compile(plan_schema.schema(guide))
    check(json.loads(CURRENT.read_text(encoding="utf-8")))
    check(json.loads(ask("plans.fileText", {"name": "x", "saved": "", "data": ask("plans.empty")})))


@pytest.mark.parametrize("change", [{"version": 2}, {"format": "x"}, {"data": {"answers": "x"}}, {"data": {"actions": [{}]}}, {"data": {"answers": {"gesprekken": "x"}}}])
def test_the_schema_refuses_what_is_no_plan(guide, change):
    file = json.loads(CURRENT.read_text(encoding="utf-8")) | change
    with pytest.raises(fastjsonschema.JsonSchemaValueException):
        fastjsonschema.compile(plan_schema.schema(guide))(file)


def test_the_file_to_try_answers_every_question_that_it_names(guide):
    """The fixture grows stale unnoticed when its ids are no longer those of the data."""
    data = json.loads(CURRENT.read_text(encoding="utf-8"))["data"]
    questions = {question.id: question for step in guide.steps for question in step.questions}
    assert set(data["answers"]) - {"vraag-van-vroeger"} <= set(questions)
    kinds = {questions[name].kind for name in data["answers"] if name in questions}
    assert len(kinds) == 9, "every kind of question"


@pytest.mark.parametrize(("text", "trouble"), [
    ("", "foreign"), ("{", "foreign"), ('{"format": "gids-plan", "data"', "damaged"), ("[]", "foreign"), ("null", "foreign"), ("{}", "foreign"),
    ('{"format": "gids-draft", "version": 1, "kind": "story", "data": {}}', "foreign"), ('{"format": "gids-plan", "data": {}}', "damaged"),
    ('{"format": "gids-plan", "version": 2, "data": {}}', "newer"), ('{"format": "gids-plan", "version": 0, "data": {}}', "damaged"),
    ('{"format": "gids-plan", "version": 1}', "damaged"), ('{"format": "gids-plan", "version": 1, "data": []}', "damaged"),
    ('{"format": "gids-plan", "version": 1, "data": {"ticks": {"1.1": "ja"}}}', "damaged"),
])  # fmt: skip
def test_what_is_no_plan_is_refused(ask, text, trouble):
    assert ask("plans.readFile", text)["trouble"] == trouble


def test_a_mark_that_windows_puts_in_front_is_no_trouble(ask):
    assert ask("plans.readFile", '\ufeff{"format": "gids-plan", "version": 1, "data": {"place": "x"}}')["data"]["place"] == "x"
