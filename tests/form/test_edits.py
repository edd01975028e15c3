"""A published story, opened in the form and sent on unchanged, is the same story: its name, its addresses and all it says."""

from __future__ import annotations

import json

import pytest

from macros.guide.loading import inspect
from macros.render.story_edits import StoryEdits


def opened(guide, id):
    """What the form gets of a published story, as its script does."""
    edits = StoryEdits(guide)
    version = edits.version(id)
    content = edits.contents[f"assets/verhalen/pas-aan/{id}-{version}.js"].decode()
    assert "<" not in content
    name, _, value = content.rstrip(";\n").partition("=")
    assert name == f'gids.story.edits["{id}"]'
    data = json.loads(value)
    sources = [source["id"] for source in data["values"].get("own_sources", ())]
    return data["values"], {"id": id, "version": version, "title": data["values"]["title"], "keep": data["keep"], "sources": sources}


@pytest.fixture
def published(guide):
    return [story.id for story in guide.stories]


def test_every_published_story_comes_back_as_the_same_story(ask, guide, published, project_data):
    assert len(published) >= 4
    for id in published:
        answer = ask("story.check", *opened(guide, id))
        assert answer["file"] == f"{id}.yml"
        assert [problem["message"] for problem in answer["problems"] if not problem["notice"]] == [], id
        file = project_data / "data" / "stories" / f"{id}.yml"
        before = file.read_bytes()
        file.write_bytes(answer["text"].encode())
        try:
            again, problems = inspect(project_data)
            assert [str(problem) for problem in problems] == []
            assert again.get("stories", id) == guide.get("stories", id)
        finally:
            file.write_bytes(before)


def test_parts_keep_their_address_when_their_heading_changes(ask, guide):
    values, edited = opened(guide, "kortrijk")
    ids = [part["id"] for part in values["context"]]
    for part in values["context"]:
        part["title"] = "Een ander kopje"
    values["context"].insert(0, {"title": "Een nieuw stuk", "text": "Erbij."})
    answer = ask("story.check", values, edited)
    assert [part["id"] for part in answer["values"]["context"]] == ["een-nieuw-stuk", *ids]


def test_new_part_never_takes_the_address_of_one_that_comes_later(ask, guide):
    values, edited = opened(guide, "kortrijk")
    last = values["lessons"][-1]["id"]
    values["context"].insert(0, {"title": last.replace("-", " "), "text": "Erbij."})
    answer = ask("story.check", values, edited)
    assert answer["values"]["context"][0]["id"] == f"{last}-2"
    assert answer["values"]["lessons"][-1]["id"] == last


def test_what_keeps_a_story_stays_as_it_was_and_is_not_asked(ask, guide):
    values, edited = opened(guide, "lokeren")
    edited["keep"] = {"formerly": ["oud-lokeren"], "ours": "true"}
    answer = ask("story.check", {**values, "formerly": ["x"], "ours": "false"}, edited)
    assert answer["text"].endswith('formerly:\n  - "oud-lokeren"\nours: true\n')


def test_own_sources_keep_their_names_and_can_be_cited(ask, guide):
    values, edited = opened(guide, "lokeren")
    values["own_sources"] = [
        {"key": "@verslag", "id": "verslag", "title": "Verslag", "author": "Ik", "date": "2025", "kind": "document", "short": "Verslag"},
        {"key": "@nieuw", "title": "Verslag", "author": "Ik", "date": "2026", "kind": "document", "short": "Verslag"},
    ]
    values["sources"] = [{"source": "@verslag"}, {"source": "@nieuw"}]
    edited["sources"] = ["verslag"]
    answer = ask("story.check", values, edited)
    assert [source["id"] for source in answer["values"]["own_sources"]] == ["verslag", "lokeren-verslag"]
    assert [ref["source"] for ref in answer["values"]["sources"]] == ["verslag", "lokeren-verslag"]


@pytest.mark.parametrize(("search", "found"), [
    ("?verhaal=kortrijk&versie=0123456789ab", {"id": "kortrijk", "version": "0123456789ab"}),
    ("", None), ("?verhaal=kortrijk", None), ("?verhaal=../x&versie=0123456789ab", None), ("?verhaal=kortrijk&versie=..%2F..%2Fx", None),
    ("?verhaal=https://kwaad.example/x&versie=0123456789ab", None), ("?verhaal=Kortrijk&versie=0123456789ab", None),
])  # fmt: skip
def test_address_of_the_form_names_a_story_of_this_site_or_nothing(ask, search, found):
    assert ask("story.askedFor", search) == found


def test_only_what_is_published_can_be_opened(guide):
    offered = {name.rpartition("/")[2].rpartition("-")[0] for name in StoryEdits(guide).contents}
    assert offered == {story.id for story in guide.stories} and "voorbeeld" not in offered


# --- where a changed file goes ---


def test_address_of_a_new_file_is_filled_in_and_that_of_a_change_leads_to_the_file(ask):
    host = "https://github.com/voorbeeldstad/gids"
    text = 'title: "Eén & twee: 50 % #1 + «ja»"\n'
    answer = ask("story.newFileAddress", host, "gent.yml", text)
    assert answer["complete"] is True
    assert answer["address"].startswith(f"{host}/new/main/data/stories?filename=gent.yml&value=title%3A%20%22E%C3%A9n%20%26%20twee")
    assert ask("story.editFileAddress", host, "gent.yml") == f"{host}/edit/main/data/stories/gent.yml"


@pytest.mark.parametrize(("length", "complete"), [(2_000, True), (7_300, True), (8_000, False), (100_000, False)])
def test_story_that_is_too_long_for_an_address_is_left_out_of_it(ask, length, complete):
    answer = ask("story.newFileAddress", "https://github.com/voorbeeldstad/gids", "gent.yml", "x" * length)
    assert answer["complete"] is complete
    assert len(answer["address"]) <= 7_500
    assert ("value=" in answer["address"]) is complete


def test_mail_says_whether_the_story_is_new(ask):
    assert ask("story.mailText", "Gent", "gent.yml") | {"body": ""} == {"subject": "Praktijkverhaal: Gent", "body": ""}
    changed = ask("story.mailText", "Gent", "gent.yml", True)
    assert changed["subject"] == "Praktijkverhaal aangepast: Gent" and "nieuwe versie" in changed["body"]
