"""The guide as one object: items in the order readers meet them, found by id, each with its place in its file."""

import pytest

from macros.guide.guide import walk


def test_numbered_items_come_in_the_order_of_their_numbers_whatever_their_files_are_called(small):
    small.path("steps/stap-4.yml").rename(small.path("steps/a-vierde.yml"))
    small.path("steps/stap-5.yml").rename(small.path("steps/vijfde.yml"))
    assert [step.id for step in small.guide().steps] == ["stap-1", "stap-2", "stap-3", "a-vierde", "vijfde", "stap-6"]


def test_barriers_of_children_come_before_those_of_providers(small):
    assert [(str(barrier.side), barrier.id) for barrier in small.guide().barriers] == [("vraag", "te-ver"), ("aanbod", "te-vol")]


def test_worked_out_stories_come_before_short_ones(small):
    text = small.path("stories/dorp.yml").read_text(encoding="utf-8").replace("formerly:\n  - gehucht\n", "")
    small.write("stories/akker.yml", text.replace("form: verhaal", "form: kort"))
    ids = [story.id for story in small.guide().stories]
    assert ids.index("dorp") < ids.index("akker")


def test_withdrawn_story_is_in_no_list_and_still_found_by_its_id(small):
    small.write("stories/weg.yml", "state: ingetrokken\n")
    guide = small.guide()
    assert "weg" not in [story.id for story in guide.stories]
    assert guide.find("stories", "weg") is not None


def test_timeline_runs_by_date_and_not_by_place_in_the_file(small):
    small.append("timeline.yml", "- id: eerder\n  title: Eerder\n  text: Tekst.\n  start: 2009\n  kind: beleid\n  ours: true\n")
    assert [event.id for event in small.guide().timeline] == ["eerder", "begin"]


def test_what_is_not_there_is_not_found(small):
    guide = small.guide()
    assert guide.find("steps", "stap-7") is None
    assert not guide.knows("steps", "stap-7")
    with pytest.raises(KeyError):
        guide.get("steps", "stap-7")


def test_every_value_knows_its_line(small):
    guide = small.guide()
    lines = small.path("stories/dorp.yml").read_text(encoding="utf-8").split("\n")
    document = guide.document(guide.get("stories", "dorp"))
    for node in walk(document):
        if isinstance(node.value, str) and node.value.startswith("Ze reden"):
            assert "Ze reden" in lines[document.line(node.location) - 1]
    assert lines[document.line(("failed", 0, "title")) - 1] == "    title: De brief"


def test_entry_of_a_list_knows_its_line_in_the_list(small):
    guide = small.guide()
    lines = small.path("glossary.yml").read_text(encoding="utf-8").split("\n")
    document = guide.document(guide.get("glossary", "overkant"))
    assert lines[document.line() - 1] == "- id: overkant"
    assert lines[document.line(("definition",)) - 1] == "  definition: De andere kant."
