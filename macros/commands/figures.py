"""What was measured: figures by their name, kept in ``build/figures/`` with the state of the project that they are true of."""

from __future__ import annotations

import datetime
import hashlib
import json
import os
import platform
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from macros.commands.console import ROOT

Value = float | int

#: What a figure can depend on. The committed figures themselves are no part of it: writing them down changes nothing.
_MEASURED = ("data", "docs", "macros", "overrides", "tests", "mkdocs.yml", "requirements.txt")
_WRITTEN = "data/figures.yml"


@dataclass(frozen=True)
class Kept:
    """The figures of one part of the bench, or of the tests."""

    figures: Mapping[str, Value]
    state: str
    day: datetime.date


def folder(root: Path = ROOT) -> Path:
    return root / "build" / "figures"


def keep(part: str, found: Mapping[str, Value], root: Path = ROOT) -> None:
    """Write the figures of a part down, in the place of those that it had."""
    file = folder(root) / f"{part}.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    today = datetime.datetime.now(datetime.UTC).date()  # the day of measuring, never anything that the site is built with
    content = {"state": state(root), "day": today.isoformat(), "figures": dict(sorted(found.items()))}
    file.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8", newline="\n")


def kept(part: str, root: Path = ROOT) -> Kept | None:
    """What a part measured last, or nothing."""
    try:
        content = json.loads((folder(root) / f"{part}.json").read_text(encoding="utf-8"))
        return Kept(content["figures"], content["state"], datetime.date.fromisoformat(content["day"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


@cache
def state(root: Path = ROOT) -> str:
    """A sum over every file that a figure can depend on."""
    total = hashlib.sha256()
    for name in _MEASURED:
        for file in sorted((root / name).rglob("*")) if (root / name).is_dir() else [root / name]:
            path = file.relative_to(root).as_posix()
            if file.is_file() and path != _WRITTEN and not {"__pycache__", "node_modules"} & set(file.parts):
                total.update(f"{path}\n{file.stat().st_size}\n".encode() + file.read_bytes())
    return total.hexdigest()[:16]


def machine() -> str:
    """This machine in general words, in Dutch: enough to compare, nothing that tells whose it is."""
    system = platform.system()
    try:
        system = platform.freedesktop_os_release()["NAME"].split()[0]
    except (OSError, KeyError, AttributeError):
        pass
    memory = ""
    if hasattr(os, "sysconf") and "SC_PHYS_PAGES" in os.sysconf_names:
        memory = f", {os.sysconf('SC_PHYS_PAGES') * os.sysconf('SC_PAGE_SIZE') / 1e9:.0f} gigabyte geheugen"
    cores = os.cpu_count() or 1
    return f"{cores} {'kern' if cores == 1 else 'kernen'}{memory}, {system}, Python {platform.python_version()}"
