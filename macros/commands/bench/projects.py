"""Copies of the project to measure, with as many invented stories as there may be one day."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.commands import clock
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
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as said:
        started = time.perf_counter()
        process = subprocess.Popen(
            list(command), cwd=cwd, env=clock.child_environment() | dict(environ or {}), stdout=said, stderr=subprocess.STDOUT
        )
        status, peak = _wait(process)
        duration = time.perf_counter() - started
        if status:
            said.seek(0)
            raise CommandError(f"{said.read()[-3000:]}\n«{Path(command[0]).name}» mislukte: niets gemeten.")
    return Run(duration, peak)


def _wait(process: subprocess.Popen[bytes]) -> tuple[int, float]:
    """Exit code and peak memory in MB, of the program and what it started."""
    if not hasattr(os, "wait4"):
        return process.wait(), 0.0
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, usage.ru_maxrss / (1_000_000 if os.uname().sysname == "Darwin" else 1_000)
