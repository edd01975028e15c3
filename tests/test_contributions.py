"""The ways in on the repository: what runs on contributed code can harm nobody, and the forms say what must be known first."""

import re
from pathlib import Path

import pytest
import yaml

from macros.guide.fields import story_fields

ROOT = Path(__file__).resolve().parents[1]
GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))


def read(path):
    return yaml.load((GITHUB / path).read_text(encoding="utf-8"), yaml.BaseLoader)


def steps(workflow):
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def test_contributed_code_gets_no_secret_and_may_write_nothing():
    text = (GITHUB / "workflows" / "contribution.yml").read_text(encoding="utf-8")
    workflow = read("workflows/contribution.yml")
    assert list(workflow["on"]) == ["pull_request"]
    assert workflow["permissions"] == {"contents": "read"}
    assert not any("permissions" in job for job in workflow["jobs"].values())
    assert not re.search(r"secrets\.|github\.token|GITHUB_TOKEN", text)
    assert [step["with"]["persist-credentials"] for step in steps(workflow) if "checkout" in step.get("uses", "")] == ["false"]


def test_contribution_is_checked_with_annotations_and_the_site_is_offered():
    workflow = read("workflows/contribution.yml")
    assert any("python -m macros check --format=github" in step.get("run", "") for step in steps(workflow))
    offered = {step["with"]["name"]: step["with"]["path"] for step in steps(workflow) if "upload-artifact" in step.get("uses", "")}
    assert offered == {"melding": "report/melding.txt", "de-gids-met-jouw-bijdrage": "build/offline"}


def test_what_may_write_never_runs_what_was_contributed():
    workflow = read("workflows/contribution-report.yml")
    assert workflow["on"] == {"workflow_run": {"workflows": [read("workflows/contribution.yml")["name"]], "types": ["completed"]}}
    assert workflow["permissions"] == {}
    (job,) = workflow["jobs"].values()
    assert set(job["permissions"].items()) == {("actions", "read"), ("contents", "read"), ("pull-requests", "write")}
    checkouts = [step for step in job["steps"] if "checkout" in step.get("uses", "")]
    assert [set(step["with"]) for step in checkouts] == [{"persist-credentials"}]  # no «ref»: the main branch
    commands = [step["run"] for step in job["steps"] if "run" in step]
    assert [re.findall(r"\bpython3?\b.*|\bmake\b.*|\bbash\b.*|\bsource\b.*", command) for command in commands] == [
        [], ["python3 -m macros.commands.answer melding/melding.txt > answer.md"], [],
    ]  # fmt: skip


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_nothing_that_others_choose_stands_inside_a_command(file):
    """An expression in a command is pasted before the shell reads it: a branch called «$(…)» would run."""
    workflow = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
    assert [step["run"] for step in steps(workflow) if "${{" in step.get("run", "")] == []


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_every_action_is_pinned_and_every_permission_named(file):
    workflow = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
    loose = [step["uses"] for step in steps(workflow) if "uses" in step and not re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", step["uses"])]
    assert loose == []
    assert "permissions" in workflow


FORMS = sorted(file for file in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if file.stem != "config")


@pytest.mark.parametrize("file", FORMS, ids=lambda file: file.stem)
def test_form_says_beforehand_that_history_is_kept(file):
    form = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert {"name", "description", "body"} <= set(form)
    first = form["body"][0]
    assert first["type"] == "markdown" and "geschiedenis" in first["attributes"]["value"]
    boxes = [option for part in form["body"] if part["type"] == "checkboxes" for option in part["attributes"]["options"]]
    assert any("geschiedenis" in box["label"] and box["required"] for box in boxes)


def test_form_for_a_new_story_uses_the_words_of_the_model():
    labels = {part["attributes"]["label"] for part in read("ISSUE_TEMPLATE/nieuw-verhaal.yml")["body"] if part["type"] != "markdown"}
    known = {field.label for field in story_fields()}
    assert labels - known == {"Feiten", "Toestemming"}
    by_name = {field.name: field.label for field in story_fields()}
    assert {by_name[name] for name in ("municipality", "summary", "context", "approach", "made_from", "author")} <= labels


def test_choices_in_the_form_are_those_of_the_model():
    offered = {
        part["attributes"]["label"]: part["attributes"]["options"]
        for part in read("ISSUE_TEMPLATE/nieuw-verhaal.yml")["body"]
        if part["type"] == "dropdown"
    }
    wanted = {field.label: [label for _, label in field.choices] for field in story_fields() if field.label in offered}
    assert offered == wanted


def test_pull_request_template_asks_for_consent_and_warns_of_history():
    text = (GITHUB / "pull_request_template.md").read_text(encoding="utf-8")
    for word in ("toestemming", "CC BY 4.0", "geschiedenis", "bron"):
        assert word in text
