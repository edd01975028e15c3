"""MkDocs run by us: it ends as it would by itself, at once, and loses no word."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from macros.commands.console import ROOT
from macros.commands.quietly import mkdocs

HOOK = """
import sys

def on_post_build(config):
    print("gebouwd", end="")
    print("gezegd", end="", file=sys.stderr)
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Titel\n", encoding="utf-8")
    (tmp_path / "hook.py").write_text(HOOK, encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: Gids\nhooks: [hook.py]\nplugins: []\n", encoding="utf-8")
    return tmp_path


def run(project: Path, *words: str, stdout: int = subprocess.PIPE) -> subprocess.CompletedProcess[str]:
    command = [*mkdocs(*words), "--config-file", str(project / "mkdocs.yml")]
    environ = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(command, cwd=ROOT, env=environ, stdout=stdout, stderr=subprocess.PIPE, text=True)


def test_build_that_went_well_has_said_and_written_all(project):
    result = run(project, "build", "--strict")
    assert (result.returncode, result.stdout) == (0, "gebouwd")
    assert result.stderr.endswith("gezegd")
    assert "Titel" in (project / "site" / "index.html").read_text(encoding="utf-8")


def test_build_with_a_warning_is_refused(project):
    (project / "docs" / "index.md").write_text("[weg](weg.md)\n", encoding="utf-8")
    result = run(project, "build", "--strict")
    assert result.returncode == 1
    assert "weg.md" in result.stderr


def test_unknown_option_is_refused(project):
    assert run(project, "build", "--zomaar").returncode == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full exists on Linux only")
def test_what_cannot_be_said_is_no_success(project):
    with open("/dev/full", "w") as full:
        result = run(project, "build", stdout=full.fileno())
    assert result.returncode != 0
    assert "Kijk of de schijf vol is" in result.stderr
