"""How long somebody waits under ``serve`` after saving a story: until the page shows it, with many stories."""

from __future__ import annotations

import contextlib
import socket
import statistics
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from macros.commands import clock, serve
from macros.commands.bench.projects import copy
from macros.commands.console import CommandError, seconds
from macros.commands.quietly import mkdocs

CROWDS = (300, 1_000)
EDITS = 3
_PATIENCE = 180.0
_STORY = "verzonnen-1"


def measure(crowds: tuple[int, ...] = CROWDS) -> dict[str, float]:
    found = {}
    print(f"{'verhalen':>8}  {'bewaard en te zien':>20}  {'ook op andere pagina’s':>24}")
    for crowd in crowds:
        with tempfile.TemporaryDirectory() as folder:
            project = copy(Path(folder) / "project", crowd)
            with serving(project) as address:
                times = [_edit(project, address, number) for number in range(EDITS)]
        shown, everywhere = (statistics.median(each) for each in zip(*times, strict=True))
        print(f"{crowd:>8}  {seconds(shown):>20}  {seconds(everywhere):>24}  ({', '.join(seconds(first) for first, _ in times)})")
        found |= {f"edit-{crowd}": round(shown, 2), f"edit-everywhere-{crowd}": round(everywhere, 2)}
    return found


def _edit(project: Path, address: str, number: int) -> tuple[float, float]:
    """Change the summary of a story; the seconds until its page says so, and until the page with all stories does."""
    file = project / "data" / "stories" / f"{_STORY}.yml"
    lines = file.read_text(encoding="utf-8").splitlines()
    new = f"Dit verhaal werd voor de {number + 2}e keer bewaard."
    changed = [f"summary: {new}" if line.startswith("summary: ") else line for line in lines]
    started = time.perf_counter()
    file.write_text("\n".join(changed) + "\n", encoding="utf-8")
    until(f"{address}praktijkverhalen/{_STORY}/", new)
    shown = time.perf_counter() - started
    until(f"{address}praktijkverhalen/", new)
    return shown, time.perf_counter() - started


def until(address: str, text: str) -> None:
    """Ask for a page until it says this."""
    end = time.perf_counter() + _PATIENCE
    while time.perf_counter() < end:
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=_PATIENCE) as answer:
            if text in answer.read().decode():
                return
        time.sleep(0.05)
    raise CommandError(f"De bewaarde wijziging was na {_PATIENCE:.0f} s nog niet te zien: niets gemeten.")


@contextlib.contextmanager
def serving(project: Path, said: int | IO[bytes] = subprocess.DEVNULL) -> Iterator[str]:
    """The server that «serve» keeps running, on a port of its own; ``said`` gets what it writes on the screen."""
    with socket.socket() as probe:
        probe.bind((serve.HOST, 0))
        port = probe.getsockname()[1]
    child = subprocess.Popen(
        mkdocs("serve", "--livereload", "--dev-addr", f"{serve.HOST}:{port}"),
        cwd=project, env=clock.child_environment(), stdout=said, stderr=subprocess.STDOUT,
    )  # fmt: skip
    address = f"http://{serve.HOST}:{port}/"
    try:
        until(address, "</html>")
        yield address
    finally:
        serve.stop(child)
