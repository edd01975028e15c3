"""Copies of the project to measure, with as many invented stories as there may be one day."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.commands import clock
from macros.commands.bench import weighed
from macros.commands.console import ROOT, CommandError
from macros.commands.quietly import mkdocs
from macros.commands.sample import write_stories
from macros.export.shelf import UNMADE
from macros.guide.loading import load

#: About as long as the longest stories that there are.
WORDS = 1_500


@dataclass(frozen=True)
class Run:
    """How long a program took, and the most memory that it held at once (0 where the system does not tell)."""

    seconds: float
    megabytes: float


def copy(target: Path, stories: int = 0, words: int = WORDS) -> Path:
    """All that a build needs, with so many stories more."""
    for name in ("data", "docs", "macros", "overrides"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", target)
    if stories:
        write_stories(target / "data" / "stories", load(target)[0], stories, words=words)
    return target


def build(project: Path, site: Path) -> Run:
    """Build the pages and the search index of a project, without the documents on paper."""
    return run([*mkdocs("build", "--strict"), "--site-dir", str(site)], project, {UNMADE: "1"})


def run(command: Sequence[str], cwd: Path, environ: Mapping[str, str] | None = None) -> Run:
    """Run a program to its end; a failure is a reason to stop, with what it said."""
    with tempfile.TemporaryDirectory() as folder:
        report, said = Path(folder) / "report", Path(folder) / "said"
        with said.open("wb") as file:
            ended = subprocess.run(
                [sys.executable, "-I", weighed.__file__, str(report), *command],
                cwd=cwd, env=clock.child_environment() | dict(environ or {}), stdout=file, stderr=subprocess.STDOUT,
            )  # fmt: skip
        if ended.returncode:
            words = said.read_text(encoding="utf-8", errors="replace")
            raise CommandError(f"{words[-3000:]}\n«{Path(command[0]).name}» mislukte: niets gemeten.")
        duration, peak = map(float, report.read_text(encoding="ascii").split())
    return Run(duration, peak)
