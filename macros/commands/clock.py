"""The one clock: the edition date is the time of the last commit, never today."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from macros.commands.console import ROOT, CommandError, Runner

VARIABLE = "SOURCE_DATE_EPOCH"

#: In a download without history, git wrote the time of the commit in this file (``export-subst`` in .gitattributes).
DOWNLOADED = Path("macros/commands/edition.txt")

WAY_OUT = (
    f"Zet {VARIABLE} zelf op een tijdstip in seconden sinds 1970, "
    f"bijvoorbeeld: {VARIABLE}=1767225600 voor 1 januari 2026."
)


def edition_epoch(root: Path = ROOT, environ: Mapping[str, str] = os.environ, run: Runner = subprocess.run) -> int:
    """The edition date in seconds since 1970: SOURCE_DATE_EPOCH if set, else the last commit, also that of a download."""
    given = environ.get(VARIABLE, "").strip()
    if not given:
        try:
            return _last_commit(root, environ, run)
        except CommandError:
            downloaded = _downloaded(root)
            if downloaded is None:
                raise
            return downloaded
    if not (given.isascii() and given.isdigit()):
        raise CommandError(f"{VARIABLE} is «{given}», maar moet een geheel getal zijn. {WAY_OUT}")
    return int(given)


def child_environment(
    root: Path = ROOT, environ: Mapping[str, str] = os.environ, run: Runner = subprocess.run
) -> dict[str, str]:
    """The environment for every program that builds the site."""
    return {
        **environ,
        VARIABLE: str(edition_epoch(root, environ, run)),
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONUTF8": "1",
    }


def _downloaded(root: Path) -> int | None:
    """The commit of a folder that somebody downloaded; nothing in a folder that git keeps, or that was copied by hand."""
    try:
        text = (root / DOWNLOADED).read_text(encoding="utf-8").strip()
    except OSError:
        return None
    return int(text) if text.isascii() and text.isdigit() else None


def _last_commit(root: Path, environ: Mapping[str, str], run: Runner) -> int:
    # The ceiling keeps git from answering for another repository that this folder lies in.
    try:
        result = run(
            ["git", "log", "-1", "--format=%ct"],
            cwd=root,
            env={**environ, "GIT_CEILING_DIRECTORIES": str(root.parent)},
            capture_output=True,
            text=True,
        )
    except FileNotFoundError:
        raise CommandError(f"De datum van deze uitgave is onbekend: git is niet geïnstalleerd. {WAY_OUT}") from None
    if result.returncode or not result.stdout.strip():
        reason = (result.stderr.strip().splitlines() or ["geen commit gevonden"])[0].removeprefix("fatal: ")
        raise CommandError(
            f"De datum van deze uitgave is onbekend: git vindt geen laatste commit ({reason}). {WAY_OUT}"
        )
    return int(result.stdout)
