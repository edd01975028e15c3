"""Where the project is, how a command speaks to people, and how it runs other programs."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# The part of subprocess.run that the commands use; tests hand in a fake.
Runner = Callable[..., "subprocess.CompletedProcess[str]"]


class CommandError(Exception):
    """A reason to stop, in Dutch: shown without traceback, exit code 1."""


def say(text: str) -> None:
    """Tell the person at the keyboard what happens; standard output stays free for results."""
    print(text, file=sys.stderr, flush=True)


def in_ci(environ: Mapping[str, str] = os.environ) -> bool:
    """True where nobody reads along, so that something missing must be an error."""
    return environ.get("CI", "").strip().lower() not in ("", "0", "false")


def follow(command: Sequence[str], *, cwd: Path = ROOT, env: Mapping[str, str] | None = None) -> int:
    """Run a program that talks to the person itself and hand back its exit code.

    Ctrl+C reaches the program as well: let it finish in its own way instead of killing it.
    """
    with subprocess.Popen(list(command), cwd=cwd, env=dict(env) if env else None) as process:
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:
                continue


def seconds(duration: float) -> str:
    """A duration as Dutch writes it: 4,2 s."""
    return f"{duration:.1f} s".replace(".", ",")
