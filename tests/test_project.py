"""The project on disk: read once, and again when its data changed; its date is the date of the edition."""

import datetime
import os

import pytest

from macros import project
from macros.guide.problems import InvalidData


@pytest.fixture(autouse=True)
def edition(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")


def test_builder_that_asks_for_every_page_reads_the_data_once(small):
    assert project.current(small.root) is project.current(small.root)


def test_changed_new_and_removed_files_are_noticed(small):
    before = project.current(small.root)
    small.change("glossary.yml", "De andere kant.", "De overzijde.")
    changed = project.current(small.root)
    assert changed is not before
    assert changed.guide.get("glossary", "overkant").definition == "De overzijde."

    small.write("stories/weg.yml", "state: ingetrokken\n")
    added = project.current(small.root)
    assert added.guide.find("stories", "weg") is not None

    small.remove("stories/weg.yml")
    assert project.current(small.root).guide.find("stories", "weg") is None


def test_file_that_is_only_touched_is_read_again_and_says_the_same(small):
    before = project.current(small.root)
    os.utime(small.path("glossary.yml"), (1, 1))
    assert project.current(small.root).guide.get("glossary", "brug") == before.guide.get("glossary", "brug")


def test_fragments_of_one_page_share_what_was_explained_until_the_next_build(small):
    first = project.renew(small.root).composer("vragen")
    first.line("Een brug.")
    assert project.current(small.root).composer("vragen") is first
    assert project.renew(small.root).composer("vragen") is not first


def test_data_with_errors_is_never_a_project(small):
    small.remove("roles.yml")
    with pytest.raises(InvalidData, match="data/roles.yml:1: dit bestand ontbreekt"):
        project.current(small.root)


def test_edition_is_a_day_in_utc_wherever_the_guide_is_built(small, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225599")  # one second before 2026
    assert project.edition() == datetime.date(2025, 12, 31)
