"""The site builder can be replaced: ProperDocs, the maintained successor of MkDocs 1.x, makes the same site from the same repository."""

from __future__ import annotations

import subprocess
import sys

import pytest

from macros.commands import clock
from macros.commands.console import ROOT

pytestmark = pytest.mark.slow


def contents(folder):
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_properdocs_makes_the_same_site_byte_for_byte(built, tmp_path):
    result = subprocess.run(
        [sys.executable, "-m", "properdocs", "build", "--strict", "--config-file", "mkdocs.yml", "--site-dir", str(tmp_path / "site")],
        cwd=ROOT,
        env=clock.child_environment(),
        capture_output=True,
        text=True,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    ours, theirs = contents(built), contents(tmp_path / "site")
    assert len(ours) > 400
    assert sorted(ours) == sorted(theirs)
    assert [name for name in ours if ours[name] != theirs[name]] == []
