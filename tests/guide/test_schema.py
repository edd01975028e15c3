"""The JSON Schemas for editors: what is committed is what the model says, and editors mark nothing that is right."""

import json
import re
from functools import lru_cache
from pathlib import Path

import fastjsonschema
import pytest
import yaml

from macros.commands import schemas
from macros.guide import schema
from macros.guide.kinds import BY_NAME, KINDS, Layout
from macros.guide.loading import inspect

ROOT = Path(__file__).resolve().parents[2]
AGAIN = "python -m macros schemas"


@lru_cache
def guide():
    return inspect(ROOT)[0]


class EditorLoader(yaml.SafeLoader):
    """YAML as editors read it: version 1.2, in which a date and «no» are text."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), ["t", "f"])


def committed(path):
    return json.loads((ROOT / path).read_text(encoding="utf-8"))


@lru_cache
def editors_say(kind):
    return fastjsonschema.compile(committed(f"schemas/{kind}.json"))


def files(kind):
    return sorted((ROOT / "data" / kind.name).glob("*.yml")) if kind.layout is Layout.FOLDER else [ROOT / "data" / f"{kind.name}.yml"]


def test_committed_schemas_are_those_of_the_model():
    """Stories and sources may be added without touching the schemas: their ids may lag behind."""
    lagging = {}
    for file in (ROOT / "schemas").glob("*.json"):
        lagging |= schema.known_ids(json.loads(file.read_text(encoding="utf-8")))
    wanted = schema.editor_files(schema.choices_of(guide()) | lagging)
    stale = [path for path, text in wanted.items() if not (ROOT / path).is_file() or (ROOT / path).read_text(encoding="utf-8") != text]
    left_over = [file.name for file in (ROOT / "schemas").iterdir() if f"schemas/{file.name}" not in wanted]
    assert stale + left_over == [], f"renew them with: {AGAIN}"


def test_table_of_fields_for_contributors_is_that_of_the_model():
    text = (ROOT / schemas.GUIDE_FOR_CONTRIBUTORS).read_text(encoding="utf-8")
    assert schemas.with_table(text) == text, f"renew it with: {AGAIN}"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_editor_marks_nothing_in_the_data_of_the_guide(kind):
    for file in files(kind):
        editors_say(kind.name)(yaml.load(file.read_text(encoding="utf-8"), EditorLoader))


def story(**changes):
    content = yaml.load((ROOT / "data" / "stories" / "voorbeeld.yml").read_text(encoding="utf-8"), EditorLoader)
    return {name: value for name, value in (content | changes).items() if value is not None}


@pytest.mark.parametrize(
    "changes",
    [
        {"sumary": "Een zin."},
        {"title": None},
        {"licence": "eigendom"},
        {"size_class": "reusachtig"},
        {"strategies": [{"strategy": "netwerkvormin", "use": "ja", "how": "Zo."}]},
        {"views": [{"id": "een", "text": "Ja.", "role": "iemand"}]},
        {"id": "andere-naam"},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_editor_marks_what_the_check_would_refuse(changes):
    with pytest.raises(fastjsonschema.JsonSchemaValueException):
        editors_say("stories")(story(**changes))


def test_editor_offers_the_ids_of_the_guide_and_takes_a_source_that_it_does_not_know_yet():
    offered = schema.schema_of(BY_NAME["stories"], schema.choices_of(guide()))["$defs"]
    assert offered["StoryBarrier"]["properties"]["barrier"]["enum"] == [barrier.id for barrier in guide().barriers]
    editors_say("stories")(story(sources=[{"source": "een-nieuw-jaarverslag"}]))


def test_withdrawn_story_may_be_one_line():
    editors_say("stories")({"state": "ingetrokken"})


def test_editors_are_told_which_files_follow_which_schema():
    told = committed(schema.SETTINGS)["yaml.schemas"]
    assert len(told) == len(KINDS)
    for path, pattern in told.items():
        assert (ROOT / path).is_file()
        assert list(ROOT.glob(pattern.lstrip("/"))), pattern


def test_a_number_without_quotes_is_no_mistake():
    editors_say("stories")(story(period={"start": 2017}))
