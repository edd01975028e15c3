"""Practice stories with one fault each, and all that a contributor then reads: file, line, field, value, what to write.

Beside every broken file in ``broken-stories`` stands all that the check says of it, in the small guide.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from macros.commands import clock
from macros.guide.loading import inspect
from macros.guide.problems import has_errors, report
from macros.guide.yamlfile import MAX_BYTES
from tests.small_guide import SmallGuide

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(__file__).parent / "broken-stories"
BROKEN = sorted(file for file in FOLDER.iterdir() if file.suffix != ".txt")


@pytest.fixture(scope="module")
def guide(tmp_path_factory):
    return SmallGuide(tmp_path_factory.mktemp("broken"))


@pytest.fixture(scope="module")
def said(guide):
    """By the name of a broken file: all problems of the guide with that file in it."""
    return {file.name: judged(guide, file) for file in BROKEN}


def judged(guide, file):
    copied = guide.root / path(file)
    shutil.copy(file, copied)
    problems = inspect(guide.root)[1]
    copied.unlink()
    return problems


def path(file):
    return f"data/stories/{file.name}"


def test_there_are_many_and_each_has_its_message():
    assert len(BROKEN) >= 30
    assert {file.stem for file in BROKEN} == {file.stem for file in FOLDER.glob("*.txt")}


@pytest.mark.parametrize("file", BROKEN, ids=lambda file: file.stem)
def test_broken_story_gets_its_complete_message_and_is_not_built(said, file):
    expected = (FOLDER / f"{file.stem}.txt").read_text(encoding="utf-8").splitlines()
    assert [str(problem) for problem in said[file.name]] == expected
    assert has_errors(said[file.name])
    assert {problem.path for problem in said[file.name]} == {path(file)}


@pytest.fixture(scope="module")
def all_together(guide):
    """The guide with every broken story in it."""
    for file in BROKEN:
        shutil.copy(file, guide.root / path(file))
    yield guide.root
    for file in BROKEN:
        (guide.root / path(file)).unlink()


def test_all_of_them_are_said_at_once_and_counted(all_together):
    problems = inspect(all_together)[1]
    assert {problem.path for problem in problems} == {path(file) for file in BROKEN}
    assert report(problems).splitlines()[-1] == f"{len(problems)} problemen in {len(BROKEN)} bestanden. De site is niet gebouwd."


def test_huge_story_is_refused_before_it_is_read(tmp_path):
    folder = tmp_path / "data" / "stories"
    folder.mkdir(parents=True)
    (folder / "reus.yml").write_text("title: Reus\nsummary: " + "woord " * (MAX_BYTES // 6) + "\n", encoding="utf-8")
    mine = [str(problem) for problem in inspect(tmp_path)[1] if problem.path == "data/stories/reus.yml"]
    assert mine == ["data/stories/reus.yml:1: het bestand is groter dan 512 kB. Maak de teksten korter."]


@pytest.mark.slow
def test_build_shows_the_same_text_without_traceback_and_writes_nothing(all_together, tmp_path):
    project = tmp_path / "project"
    for name in ("docs", "macros", "overrides"):
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(all_together / "data", project / "data")
    shutil.copy(ROOT / "mkdocs.yml", project)
    result = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "site")],
        cwd=project,
        env=clock.child_environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    said = result.stdout + result.stderr
    assert result.returncode != 0
    assert "Traceback" not in said
    assert report(inspect(all_together)[1]) in said
    assert not (tmp_path / "site").exists() or not list((tmp_path / "site").rglob("*.html"))
