"""The open data: all that readers may see and nothing else, as the schema says, and harmless in any spreadsheet."""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
from functools import lru_cache
from pathlib import Path

import fastjsonschema
import pytest
import yaml

from macros.export import opendata
from macros.guide.kinds import KINDS, Layout
from macros.guide.loading import inspect
from macros.render.addresses import Router
from tests.small_guide import SmallGuide

ROOT = Path(__file__).resolve().parents[2]
EDITION = datetime.date(2026, 9, 21)


@lru_cache
def guide():
    return inspect(ROOT)[0]


@lru_cache
def files():
    return opendata.files(guide(), EDITION, Router(), "https://gids.example/")[0]


def items(kind, made=None):
    return json.loads((made or files())[f"data/{kind}.json"])["items"]


def rows(content, delimiter=";"):
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=delimiter))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_kind_is_there_three_times_and_the_json_follows_its_schema(kind):
    whole = json.loads(files()[f"data/{kind.name}.json"])
    assert whole["items"] and whole["edition"] == "2026-09-21" and whole["licence"] == "CC BY 4.0"
    fastjsonschema.compile(json.loads(files()[f"data/{whole['$schema']}"]))(whole)
    assert [row["id"] for row in rows(files()[f"data/{kind.name}.csv"])] == [item["id"] for item in whole["items"]]


def test_every_kind_has_a_title_of_its_own():
    assert [kind.name for kind in KINDS if kind.name not in opendata.TITLES] == []


def test_the_schema_refuses_what_is_not_there():
    check = fastjsonschema.compile(json.loads(files()["data/schema/roles.json"]))
    whole = json.loads(files()["data/roles.json"])
    del whole["items"][0]["content"]["title"]
    with pytest.raises(fastjsonschema.JsonSchemaValueException):
        check(whole)


def test_the_guide_can_be_made_again_from_its_open_data(tmp_path):
    """JSON leaves nothing out: written back as YAML it is the same guide."""
    for kind in KINDS:
        contents = {item["id"]: item["content"] for item in items(kind.name)}
        if kind.name == "sources":  # a story brings its own along
            own = {source.id for story in guide().stories for source in story.own_sources}
            contents = {id: content for id, content in contents.items() if id not in own}
        if kind.layout is Layout.FOLDER:
            parts = {f"{kind.name}/{id}.yml": content for id, content in contents.items()}
        else:
            parts = {f"{kind.name}.yml": list(contents.values()) if kind.layout is Layout.LIST else next(iter(contents.values()))}
        for name, content in parts.items():
            file = tmp_path / "data" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")
    again, problems = inspect(tmp_path)
    assert [str(problem) for problem in problems] == []
    for kind in KINDS:
        assert {item.id: item for item in opendata.public(again, kind)} == {item.id: item for item in opendata.public(guide(), kind)}


def test_every_item_names_its_licence_its_address_and_every_source_it_cites():
    story = next(item for item in items("stories") if item["id"] == "kortrijk")
    assert story["address"] == "https://gids.example/praktijkverhalen/kortrijk/"
    assert story["licence"] == "CC BY 4.0"
    assert "praktijkverhaal-kortrijk" in {source["id"] for source in story["sources"]}
    assert [item["id"] for kind in KINDS if kind.page or kind.pages for item in items(kind.name) if not item["address"]] == []


def test_withdrawn_and_invented_stories_and_their_sources_stay_out(small):
    small.append("stories/wijk.yml", "state: voorbeeld\n")
    made = opendata.files(small.guide(), EDITION, Router())[0]
    assert {item["id"] for item in items("stories", made)} == {"dorp"}
    assert {item["id"] for item in items("sources", made)} == {source.id for source in small.guide().sources}
    assert not any(b"verdwenen" in content for content in made.values())


def test_without_an_address_of_the_site_addresses_start_at_its_root(small):
    made = opendata.files(small.guide(), EDITION, Router(directories=False))[0]
    assert "praktijkverhalen/dorp.html" in {item["address"] for item in items("stories", made)}


FORMULAS = [
    "=1+1", "+1+1", "-2+3", "@SUM(1)", "\t=1+1", "  =1+1", "＝1+1", "＠x", "|=1", '"=1+1', "'=1+1", "\u00a0=1",
    "x,=1+1,", "x;=1+1;", "x\t=1+1", "een\n=1+1", "x, \"=cmd|' /C calc'!A0", "a;\u00a0-1",
]  # fmt: skip


def cells(text):
    """What a program may take for the content of a cell, whatever it splits at."""
    return [cell.strip(" \"\u00a0") for delimiter in ";,\t|\n" for cell in text.split(delimiter)]


@pytest.mark.parametrize("text", FORMULAS)
def test_text_never_becomes_a_formula_whatever_the_program_splits_at(text):
    assert [cell for cell in cells(opendata.harmless(text)) if re.match(r"\s*[=+\-@＝＋－＠]", cell)] == []


@pytest.mark.parametrize("text", ["Een gewone zin.", "vraag-en-aanbod", "a@b.be", "1 + 1", "€ 139.000", "(+ dit)", "wie - hoe"])
def test_ordinary_text_stays_as_it_is(text):
    assert opendata.harmless(text) == text


def test_no_cell_of_the_guide_itself_is_a_formula():
    for name, content in files().items():
        if name.endswith(".csv"):
            assert [cell for cell in cells(content.decode("utf-8-sig")) if cell[:1] in tuple("=+-@")] == [], name


def test_a_hostile_story_is_harmless_in_every_column(tmp_path):
    small = SmallGuide(tmp_path)
    small.change("stories/dorp.yml", "title: Een dorp legt een brug", "title: \"=HYPERLINK(\\\"https://x.example\\\")\"")
    table = rows(opendata.files(small.guide(), EDITION, Router())[0]["data/stories.csv"])
    assert "'=HYPERLINK(" in table[0]["title"]
