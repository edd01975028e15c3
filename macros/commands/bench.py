"""Measure how long the verbs take that people wait for."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Sequence

from macros.commands.console import ROOT, CommandError, seconds

MEASURED = ("check", "site")


def main(argv: Sequence[str]) -> int:
    """The verb «bench»: the median of a number of runs (three, unless told otherwise)."""
    count = argv[0] if argv else "3"
    if len(argv) > 1 or not count.isdecimal() or int(count) < 1:
        raise CommandError(f"Na bench hoort één getal, niet «{' '.join(argv)}»: bench 5 meet vijf keer.")
    for verb in MEASURED:
        times = [_time(verb) for _ in range(int(count))]
        print(f"{verb:8} {seconds(statistics.median(times)):>8}  ({', '.join(map(seconds, times))})")
    return 0


def _time(verb: str) -> float:
    started = time.perf_counter()
    result = subprocess.run([sys.executable, "-m", "macros", verb], cwd=ROOT, capture_output=True, text=True)
    if result.returncode:
        raise CommandError(f"{(result.stdout + result.stderr).strip()}\n«{verb}» mislukte: niets gemeten.")
    return time.perf_counter() - started
