"""The edition date."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from macros.commands import clock
from macros.commands.console import ROOT, CommandError

needs_git = pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")


@pytest.fixture
def surroundings():
    """The environment variables without a date of their own."""
    return {key: value for key, value in os.environ.items() if key != clock.VARIABLE and not key.startswith("GIT_")}


def commit(folder, when, environ):
    names = {f"GIT_{who}_{what}": "t@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    dates = {"GIT_AUTHOR_DATE": "@1 +0000", "GIT_COMMITTER_DATE": f"@{when} +0200"}
    for words in (["init", "-q"], ["commit", "-q", "--allow-empty", "--no-gpg-sign", "-m", "x"]):
        subprocess.run(["git", *words], cwd=folder, env={**environ, **names, **dates}, check=True)


def test_given_date_wins_without_asking_git(tmp_path):
    environ = {clock.VARIABLE: "1767225600"}
    assert clock.edition_epoch(tmp_path, environ, run=None) == 1767225600


@pytest.mark.parametrize("given", ["2026-01-01", "-5", "1.5", "²"])
def test_given_date_that_is_no_number_is_refused(given, tmp_path):
    with pytest.raises(CommandError, match="moet een geheel getal zijn"):
        clock.edition_epoch(tmp_path, {clock.VARIABLE: given})


@needs_git
def test_date_is_the_time_of_the_last_commit(tmp_path, surroundings):
    commit(tmp_path, 1700000000, surroundings)
    assert clock.edition_epoch(tmp_path, surroundings) == 1700000000


@needs_git
def test_repository_around_the_project_does_not_date_it(tmp_path, surroundings):
    commit(tmp_path, 1700000000, surroundings)
    (tmp_path / "copy").mkdir()
    with pytest.raises(CommandError, match="git vindt geen laatste commit"):
        clock.edition_epoch(tmp_path / "copy", surroundings)


@needs_git
def test_repository_without_commit_says_how_to_go_on(tmp_path, surroundings):
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    with pytest.raises(CommandError, match="Zet SOURCE_DATE_EPOCH zelf op"):
        clock.edition_epoch(tmp_path, surroundings)


@needs_git
def test_download_without_history_has_the_date_of_its_commit(tmp_path, surroundings):
    """As «Download ZIP» of a repository gives it: git fills in the date while it packs."""
    project, download = tmp_path / "project", tmp_path / "download"
    for file in (clock.DOWNLOADED, Path(".gitattributes")):
        (project / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / file, project / file)
    download.mkdir()
    commit(project, 1700000000, surroundings)
    names = {f"GIT_{who}_{what}": "t@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    dates = {"GIT_AUTHOR_DATE": "@1 +0000", "GIT_COMMITTER_DATE": "@1700000123 +0200"}
    for words in (["add", "."], ["commit", "-q", "--no-gpg-sign", "-m", "x"], ["archive", "-o", str(tmp_path / "x.tar"), "HEAD"]):
        subprocess.run(["git", *words], cwd=project, env={**surroundings, **names, **dates}, check=True)
    shutil.unpack_archive(tmp_path / "x.tar", download, filter="data")
    assert clock.edition_epoch(download, surroundings) == 1700000123
    assert clock.edition_epoch(project, surroundings) == 1700000123


def test_download_is_dated_without_git_on_the_computer(tmp_path):
    def no_git(*_, **__):
        raise FileNotFoundError("git")

    file = tmp_path / clock.DOWNLOADED
    file.parent.mkdir(parents=True)
    file.write_text("1700000000\n", encoding="utf-8")
    assert clock.edition_epoch(tmp_path, {}, run=no_git) == 1700000000
    file.write_text("$Format:%ct$\n", encoding="utf-8")
    with pytest.raises(CommandError, match="git is niet geïnstalleerd"):
        clock.edition_epoch(tmp_path, {}, run=no_git)


def test_missing_git_says_how_to_go_on(tmp_path):
    def no_git(*_, **__):
        raise FileNotFoundError("git")

    with pytest.raises(CommandError, match="git is niet geïnstalleerd. Zet SOURCE_DATE_EPOCH zelf op"):
        clock.edition_epoch(tmp_path, {}, run=no_git)


def test_programs_that_build_get_the_date_and_no_banner(tmp_path):
    environment = clock.child_environment(tmp_path, {clock.VARIABLE: "5", "PATH": "/bin"})
    assert environment[clock.VARIABLE] == "5"
    assert environment["NO_MKDOCS_2_WARNING"] == "1"
    assert environment["PATH"] == "/bin"
