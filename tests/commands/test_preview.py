"""While serving: the page of a saved story first, the rest after it, and a site that stays when data are wrong."""

from __future__ import annotations

import re
import threading
import time
import urllib.request

import pytest

from macros.commands.bench import editing, projects
from macros.commands.preview import Preview, Reminder, edited
from macros.guide.problems import InvalidData, Problem

STORY = "lokeren"


class Scene:
    """A project of a few files, and what the preview asks for it."""

    def __init__(self, root):
        self.stories = root / "data" / "stories"
        self.stories.mkdir(parents=True)
        self.save("een", "1")
        self.save("twee", "1")
        self.calls, self.wrong, self.shows = [], False, True
        self.preview = Preview(root, read=self.read, show=self.show, whole=self.whole, follow=lambda: self.calls.append("follow"), say=self.calls.append)

    def save(self, id, text):
        (self.stories / f"{id}.yml").write_text(text, encoding="utf-8")

    def read(self):
        if self.wrong:
            raise InvalidData((Problem("data/stories/een.yml", 3, "title", "dit veld ontbreekt."),))

    def show(self, stories):
        self.calls.append(stories)
        return self.shows

    def whole(self):
        self.calls.append("whole")
        if self.wrong == "later":
            raise OSError("disk full")

    def saved(self):
        self.calls.clear()
        self.preview()
        return self.calls


@pytest.fixture
def scene(tmp_path):
    return Scene(tmp_path)


def test_saved_stories_are_shown_first_and_the_rest_follows(scene):
    scene.save("een", "nieuwe tekst")
    assert scene.saved() == [frozenset({"een"}), "follow"]
    scene.save("een", "nog iets nieuws")
    scene.save("twee", "ook hier")
    assert scene.saved() == [frozenset({"een", "twee"}), "follow"]
    assert scene.saved() == ["whole"]


def test_story_that_comes_or_goes_or_another_file_is_a_whole_build(scene):
    scene.save("drie", "1")
    assert scene.saved() == ["whole"]
    (scene.stories / "drie.yml").unlink()
    assert scene.saved() == ["whole"]
    scene.save("een", "nieuwe tekst")
    (scene.stories.parent / "glossary.yml").write_text("[]", encoding="utf-8")
    assert scene.saved() == ["whole"]


def test_story_without_a_page_of_its_own_is_a_whole_build(scene):
    scene.shows = False
    scene.save("een", "nieuwe tekst")
    assert scene.saved() == [frozenset({"een"}), "whole"]


def test_wrong_data_leave_the_site_as_it_was_and_are_named(scene):
    scene.wrong = True
    scene.save("een", "fout")
    [said] = scene.saved()
    assert "data/stories/een.yml:3" in said and "Wat je ziet, blijft zoals het was." in said
    scene.wrong = False
    scene.save("een", "goed")
    assert scene.saved() == [frozenset({"een"}), "follow"]


def test_after_a_build_that_failed_everything_is_built(scene):
    scene.wrong = "later"
    scene.preview._read = lambda: None
    with pytest.raises(OSError, match="disk full"):
        scene.saved()
    scene.wrong = False
    scene.save("een", "nieuwe tekst")
    assert scene.saved() == ["whole"]
    scene.save("een", "nog iets nieuws")
    assert scene.saved() == [frozenset({"een"}), "follow"]


def test_only_files_of_stories_count(tmp_path):
    story, other = str(tmp_path / "een.yml"), str(tmp_path / "een.txt")
    assert edited({story: (1, 1)}, {story: (2, 1)}, tmp_path) == {"een"}
    assert not edited({story: (1, 1)}, {story: (1, 1)}, tmp_path)
    assert not edited({other: (1, 1)}, {other: (2, 1)}, tmp_path)
    assert not edited({story: (1, 1)}, {story: (2, 1)}, tmp_path.parent)


def test_reminder_writes_once_after_the_last_save():
    watched = []
    remind = Reminder(watched.append, quiet=0.2)
    [file] = watched
    for _ in range(5):
        remind()
    waiting = [thread for thread in threading.enumerate() if isinstance(thread, threading.Timer)]
    for thread in waiting:
        thread.join(timeout=10)
    with open(file, encoding="ascii") as content:
        assert content.read() == "1"


# --- the server itself ---


def _page(address: str) -> str:
    """A page as the server gives it, without what tells one build from another: its number, and the folder of its search index."""
    with urllib.request.urlopen(address, timeout=60) as answer:
        return re.sub(r"livereload\(\d+, \d+\);|assets/search/\w+", "", answer.read().decode())


def _wait(happened) -> None:
    end = time.monotonic() + 60
    while not happened():
        assert time.monotonic() < end
        time.sleep(0.1)


@pytest.mark.slow
def test_served_story_shows_what_was_saved_before_the_rest_does_and_as_the_rest_does(tmp_path):
    project = projects.copy(tmp_path / "project")
    file = project / "data" / "stories" / f"{STORY}.yml"
    text = file.read_text(encoding="utf-8")
    new = "Deze samenvatting is net bewaard."
    said = tmp_path / "said"
    with said.open("wb") as screen, editing.serving(project, screen) as address:
        page, above = f"{address}praktijkverhalen/{STORY}/", f"{address}praktijkverhalen/"
        before = _page(page)
        assert new not in before

        file.write_text(re.sub(r"^summary: .*(\n .*)*", f"summary: {new}", text, flags=re.MULTILINE), encoding="utf-8")
        editing.until(page, new)
        first = _page(page)
        editing.until(above, new)
        assert _page(page) == first

        file.write_text("title: [\n", encoding="utf-8")
        _wait(lambda: f"data/stories/{STORY}.yml:2" in said.read_text(encoding="utf-8"))
        assert _page(page) == first and new in _page(above)

        file.write_text(text, encoding="utf-8")
        _wait(lambda: _page(page) == before)
