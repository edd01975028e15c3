"""Run a program and write down how long it took and the most memory that it held: «weighed.py REPORT PROGRAM …».

A small process of its own: Linux counts in the peak of a program what the process held that started it,
and whoever measures (the tests with their browsers, say) may hold more than the program itself.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path


def main(report: str, *command: str) -> int:
    """Exit code of the program. The report is a line: seconds, and MB (0 where the system does not tell)."""
    started = time.perf_counter()
    process = subprocess.Popen(command)
    status, peak = _wait(process)
    Path(report).write_text(f"{time.perf_counter() - started} {peak}\n", encoding="ascii")
    return status


def _wait(process: subprocess.Popen[bytes]) -> tuple[int, float]:
    if not hasattr(os, "wait4"):
        return process.wait(), 0.0
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, usage.ru_maxrss / (1_000_000 if sys.platform == "darwin" else 1_000)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
