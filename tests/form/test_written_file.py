"""What the form writes is the file that somebody meant: every field, whatever was typed, and `check` accepts it."""

from __future__ import annotations

import datetime
from enum import Enum

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from macros.guide import model, writing
from macros.guide.fields import Shape, story_fields
from macros.guide.guide import Guide
from macros.guide.loading import inspect
from macros.guide.richtext import RichText
from macros.guide.yamlfile import read_yaml
from tests.form.stories import FULL, LEAST, filled, in_project, typed

HOSTILE = [
    'een "aanhaling" en een \'andere\'', "dubbele: punt", "sleutel: [lijst]", "😀 én 👩‍👩‍👧 ë", "x" * 10_000, "no", "null", "~", "1:30", "0o17", "1e3", "2026-03-01", "- streepje", "--- ", "---", "...", "tab\tbinnen", "{{ 7*7 }}",
    "{% raw %}", "# geen commentaar", "tekst # met hekje", "@apenstaart", "`accent`", "%procent", "&anker", "*ster", "!label", "|", ">", "? vraag", "<<", "\\n \\x41 \\", "$(rm -rf /)", "<script>alert(1)</script>", "\u00a0hard\u00a0", "\ufeffmerk", "\u2028", "\x07bel", "\ud83d",
]  # fmt: skip
LINES_OF_TEXT = ["een\n\ntwee", "  begint met spaties", "eindigt met spaties  ", "een\r\ntwee\r\n", "een\n  ingesprongen\ntwee", "\n\nleeg vooraf", "met\ttab\nen regel", "- a\n- b", "### Kop\n\ntekst: x", "een\n   \ntwee", "regel\n---\nregel", "\x85 nel \n x", "|-\n  nep"]


def texts():
    """Every field that takes text, by its way through the story."""
    for field in story_fields():
        if field.shape in (Shape.LINE, Shape.PROSE, Shape.LINES):
            yield (field.name,)
        elif field.shape in (Shape.GROUP, Shape.ROWS):
            yield from ((field.name, inside.name) for inside in field.fields if inside.shape in (Shape.LINE, Shape.PROSE) and not inside.refers and inside.name != "id")


def kept(text):
    """What the form keeps of a text: without white space around it, and whole characters."""
    return text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-16", "surrogatepass").decode("utf-16", "replace").strip()


@pytest.mark.parametrize("path", sorted({path for path in texts() if path[0] not in ("formerly", "state")}), ids=".".join)
def test_whatever_is_typed_in_a_field_comes_back_from_the_file(ask, tmp_path, path):
    file = tmp_path / "verhaal.yml"
    wrong = {}
    for text in HOSTILE + LINES_OF_TEXT:
        answer = ask("story.check", filled(FULL, path, text))
        file.write_bytes(answer["text"].encode())
        read = read_yaml(file, "verhaal.yml")
        value = read.data
        for part in path:
            value = (value[0] if isinstance(value, list) else value).get(part, "")
        value = value[0] if isinstance(value, list) else value
        if read.problems or value != kept(text):
            wrong[text[:40]] = (read.problems, value)
    assert wrong == {}


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(max_size=60), st.text(max_size=200))
@example("een\r\ntwee", "een\r\ntwee\rdrie")
def test_any_text_comes_back_from_the_file(ask, tmp_path, line, prose):
    file = tmp_path / "verhaal.yml"
    answer = ask("story.check", {**LEAST, "project": line, "context": [{"title": "Kop", "text": prose}]})
    file.write_bytes(answer["text"].encode())
    read = read_yaml(file, "verhaal.yml")
    assert read.problems == []
    assert read.data.get("project", "") == kept(line)
    assert read.data["context"][0].get("text", "") == kept(prose)


@pytest.mark.parametrize("raw", [LEAST, FULL], ids=["least", "full"])
def test_a_good_story_passes_check_unchanged(ask, project_data, raw):
    answer = ask("story.check", raw)
    assert answer["problems"] == []
    with in_project(project_data, answer["file"], answer["text"]) as path:
        guide, problems = inspect(project_data)
    assert [str(problem) for problem in problems if problem.path == path] == []
    assert guide.find("stories", answer["file"].removesuffix(".yml")) is not None


def test_every_field_of_the_form_reaches_the_file(ask, project_data):
    """The fullest story fills every field that its author has; so the file has all of them."""
    answer = ask("story.check", FULL)
    with in_project(project_data, answer["file"], answer["text"]):
        guide, _ = inspect(project_data)
    story = guide.get("stories", answer["file"].removesuffix(".yml"))
    kept_by_others = {"state", "formerly", "ours"}
    names = [field.name for field in story_fields() if field.name not in kept_by_others]
    assert [name for name in names if getattr(story, name) in (None, (), "")] == []
    plain = {name: getattr(story, name) for name in ("title", "written", "one_of_nineteen", "audiences")}
    assert plain["title"] == FULL["title"]
    assert plain["written"] == datetime.date.fromisoformat(FULL["written"])
    assert plain["one_of_nineteen"] is False
    assert [audience.value for audience in plain["audiences"]] == FULL["audiences"]
    assert isinstance(story.context[0].text, RichText) and isinstance(story.made_from, Enum)


def test_every_story_of_the_guide_survives_the_form(ask, guide: Guide, tmp_path):
    """Each story, typed into the form, makes a file that says the same."""
    file = tmp_path / "verhaal.yml"
    stories = [story for story in guide.of("stories") if isinstance(story, model.Story)]
    assert len(stories) >= 3
    for story in stories:
        raw = typed(guide.document(story).file.data)
        answer = ask("story.check", raw)
        assert [problem for problem in answer["problems"] if not problem["notice"]] == [], story.id
        file.write_bytes(answer["text"].encode())
        assert typed(read_yaml(file, "verhaal.yml").data) == raw


def test_ids_are_made_from_words_as_the_command_line_makes_them(ask):
    for words in ("Sint-Niklaas: een brug!", "Één ènkel woord", "ﬁets", "😀", "", "x" * 90, "woord " * 30, "«1:30»"):
        assert ask("story.slug", words) == writing.slug(words)


def test_file_is_never_called_like_a_story_that_exists(ask, guide: Guide):
    taken = {name for story in guide.of("stories") for name in (story.id, *story.formerly)}
    for story in guide.of("stories"):
        assert ask("story.check", {**LEAST, "municipality": story.id})["file"].removesuffix(".yml") not in taken
    assert ask("story.check", {**LEAST, "municipality": "Index"})["file"] != "index.yml"
