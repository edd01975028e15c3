"""How long the verbs take that people call most: the median of three runs."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

from macros.commands.console import ROOT, CommandError, seconds

VERBS = ("check", "site")
RUNS = 3


def measure() -> dict[str, float]:
    found = {}
    for verb in VERBS:
        times = [_time(verb) for _ in range(RUNS)]
        print(f"{verb:8} {seconds(statistics.median(times)):>8}  ({', '.join(map(seconds, times))})")
        found[f"verb-{verb}"] = round(statistics.median(times), 2)
    return found


def _time(verb: str) -> float:
    started = time.perf_counter()
    result = subprocess.run([sys.executable, "-m", "macros", verb], cwd=ROOT, capture_output=True, text=True)
    if result.returncode:
        raise CommandError(f"{(result.stdout + result.stderr).strip()}\n«{verb}» mislukte: niets gemeten.")
    return time.perf_counter() - started
