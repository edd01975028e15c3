"""Building beside the previous site."""

import os
import subprocess
from pathlib import Path

import pytest

from macros.commands import clock, site
from macros.commands.console import CommandError

DATE = {clock.VARIABLE: "1767225600"}


def builder(text, code=0):
    """A fake MkDocs that writes one page and ends with this exit code."""

    def run(command, *, cwd, env):
        assert env[clock.VARIABLE] == DATE[clock.VARIABLE]
        assert "--strict" in command
        folder = Path(command[command.index("--site-dir") + 1])
        folder.mkdir()
        (folder / "index.html").write_text(text)
        return subprocess.CompletedProcess(command, code)

    return run


def build(target, text, code=0):
    return site.build(target, root=target.parent, environ=DATE, run=builder(text, code))


def names(folder):
    return sorted(path.name for path in folder.iterdir() if not path.name.endswith(".lock"))


def test_new_site_takes_the_place_of_the_previous_one(tmp_path):
    target = tmp_path / "site"
    assert build(target, "first")
    (target / "gone.html").write_text("a page that no longer exists")
    assert build(target, "second")
    assert (target / "index.html").read_text() == "second"
    assert names(target) == ["index.html"]
    assert names(tmp_path) == ["site"]


def test_failed_build_leaves_the_previous_site_alone(tmp_path):
    target = tmp_path / "site"
    build(target, "first")
    assert build(target, "broken", code=1) is False
    assert (target / "index.html").read_text() == "first"
    assert names(tmp_path) == ["site"]


def test_failed_first_build_leaves_no_site(tmp_path):
    assert build(tmp_path / "site", "broken", code=1) is False
    assert names(tmp_path) == []


def test_build_that_was_cut_off_between_the_renames_gives_the_previous_site_back(tmp_path):
    target = tmp_path / "site"
    build(target, "first")
    target.rename(tmp_path / ".site-old")
    assert build(target, "broken", code=1) is False
    assert (target / "index.html").read_text() == "first"


def test_site_that_cannot_be_replaced_stays(tmp_path, monkeypatch):
    target = tmp_path / "site"
    build(target, "first")
    rename = Path.rename

    def refuse(self, to):
        if self.name == ".site-new":
            raise PermissionError(13, "in use")
        return rename(self, to)

    monkeypatch.setattr(Path, "rename", refuse)
    monkeypatch.setattr(site, "_exchange", lambda *places: False)  # as on Windows
    with pytest.raises(CommandError, match=r"kon niet in site/ gezet worden \(in use\)"):
        build(target, "second")
    assert (target / "index.html").read_text() == "first"


def test_unknown_word_after_site_is_refused():
    with pytest.raises(CommandError, match="«--fast» kent site niet"):
        site.main(["--fast"])


def test_real_build_refuses_a_broken_link_and_says_which(tmp_path, capfd):
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n")
    page = tmp_path / "docs" / "index.md"
    page.parent.mkdir()
    page.write_text("# x\n[y](nowhere.md)\n")
    assert site.build(tmp_path / "site", root=tmp_path, environ={**os.environ, **DATE}) is False
    assert "contains a link 'nowhere.md'" in capfd.readouterr().err
    page.write_text("# x\n")
    assert site.build(tmp_path / "site", root=tmp_path, environ={**os.environ, **DATE}) is True
    assert "INFO" not in capfd.readouterr().err
    assert (tmp_path / "site" / "index.html").exists()
