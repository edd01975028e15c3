"""Every line of the texts we worked from is in the data, or there is a reason why not.

The texts are not in the project: ``tests/coverage.yml`` says where each of their lines went. A part of an item is the id of
anything inside it, the number of a checklist point, or the path to a field that is filled in.
"""

from functools import lru_cache
from pathlib import Path

import pytest
import yaml

from macros.guide.guide import walk
from macros.guide.loading import inspect

ROOT = Path(__file__).resolve().parents[2]
COVERAGE = yaml.safe_load((ROOT / "tests" / "coverage.yml").read_text(encoding="utf-8"))
KEYS = {"from", "to", "covers", "left-out"}


@lru_cache
def guide():
    return inspect(ROOT)[0]


@lru_cache
def parts(kind, id):
    """The ids and checklist numbers inside an item; an id that names another item is none of its own."""
    nodes = walk(guide().document(guide().get(kind, id)))
    return {str(node.value) for node in nodes if node.name in ("id", "number") and node.refers is None and len(node.location) > 1}


def field(item, path):
    for name in path.split("."):
        item = getattr(item, name) if name in getattr(type(item), "model_fields", ()) else None
    return item


def exists(name):
    target, _, part = name.partition("#")
    kind, _, id = target.partition("/")
    item = guide().find(kind, id)
    if item is None or name.endswith("#"):
        return False
    return not part or part in parts(kind, id) or bool(field(item, part))


def faults(text):
    """What is wrong with the ranges of one text, in words."""
    found, expected = [], 1
    for entry in text["ranges"]:
        start, end = entry["from"], entry["to"]
        names, reason = entry.get("covers", []), entry.get("left-out")
        if start != expected or end < start:
            found.append(f"{start}-{end} does not go on from line {expected}")
        if unknown := set(entry) - KEYS:
            found.append(f"{start}-{end} has unknown keys: {sorted(unknown)}")
        if "left-out" in entry and not (isinstance(reason, str) and reason.strip()):
            found.append(f"{start}-{end} is left out without a reason")
        if not names and "left-out" not in entry:
            found.append(f"{start}-{end} is neither covered nor left out")
        found.extend(f"{start}-{end} covers {name}, which the data lacks" for name in names if not exists(name))
        expected = end + 1
    if expected != text["lines"] + 1:
        found.append(f"the ranges end at line {expected - 1} of {text['lines']}")
    return found


@pytest.mark.parametrize("source", COVERAGE)
def test_every_line_of_a_source_text_is_in_the_data_or_left_out_with_a_reason(source):
    assert faults(COVERAGE[source]) == []


def test_every_document_and_parliamentary_answer_is_mapped():
    needed = {source.id for source in guide().sources if source.kind in ("document", "parlement")}
    assert needed and needed <= set(COVERAGE)


def test_every_mapped_text_is_a_source_of_the_guide():
    assert set(COVERAGE) <= {source.id for source in guide().sources}


@pytest.mark.parametrize(
    ("ranges", "fault"),
    [
        ([(1, 2), (4, 5)], "4-5 does not go on from line 3"),
        ([(1, 3), (3, 5)], "3-5 does not go on from line 4"),
        ([(3, 5), (1, 2)], "3-5 does not go on from line 1"),
        ([(1, 4)], "the ranges end at line 4 of 5"),
        ([(1, 6)], "the ranges end at line 6 of 5"),
        ([(1, 1), (2, 0), (1, 5)], "2-0 does not go on from line 2"),
    ],
)
def test_lines_that_are_skipped_or_told_twice_are_noticed(ranges, fault):
    entries = [{"from": start, "to": end, "left-out": "heading"} for start, end in ranges]
    assert fault in faults({"lines": 5, "ranges": entries})


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ({}, "1-1 is neither covered nor left out"),
        ({"covers": []}, "1-1 is neither covered nor left out"),
        ({"left-out": " "}, "1-1 is left out without a reason"),
        ({"covers": ["sources/sv-179"], "left-out": None}, "1-1 is left out without a reason"),
        ({"cover": ["sources/sv-179"], "left-out": "heading"}, "1-1 has unknown keys: ['cover']"),
        ({"covers": ["sources/sv-000"]}, "1-1 covers sources/sv-000, which the data lacks"),
    ],
)
def test_line_without_destination_is_noticed(entry, fault):
    assert faults({"lines": 1, "ranges": [{"from": 1, "to": 1, **entry}]}) == [fault]


@pytest.mark.parametrize(
    "name",
    [
        "timeline/projectperiode",
        "steps/korte-nota#verwachtingen",
        "steps/korte-nota#iemand-extra-geeft-ruimte",
        "steps/korte-nota#1.3",
        "sources/sv-179#note",
        "learning-networks/learning-networks#homie",
        "learning-networks/learning-networks#diversity_network.tariffs",
    ],
)
def test_item_its_parts_and_its_fields_can_be_named(name):
    assert exists(name)


@pytest.mark.parametrize(
    "name",
    [
        "korte-nota",
        "steps/",
        "steps/korte-noot",
        "steps/korte-nota#",
        "steps/korte-nota#2.1",
        "steps/korte-nota#korte-nota",
        "steps/korte-nota#geen-urgentie",
        "steps/korte-nota#copy",
        "timeline/vraag-125#end",
        "learning-networks/learning-networks#diversity_network.prices",
    ],
)
def test_what_is_not_in_the_data_cannot_be_named(name):
    assert not exists(name)
