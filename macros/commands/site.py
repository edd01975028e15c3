"""Build the whole site beside the previous one and change places only when it worked."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from macros.commands import clock, quietly
from macros.commands.console import ROOT, CommandError, Runner, say, seconds
from macros.commands.setup import exclusive


def build(
    target: Path,
    *options: str,
    root: Path = ROOT,
    environ: Mapping[str, str] = os.environ,
    run: Runner = subprocess.run,
) -> bool:
    """Build into target, with further options of MkDocs; False when the build failed, and then target is as it was."""
    fresh = target.with_name(f".{target.name}-new")
    old = target.with_name(f".{target.name}-old")
    # The first lock keeps two builds of one project apart, whatever their targets: they share the pages in build/.
    with _writable(target.parent), exclusive(root / ".site-build.lock"), exclusive(target.with_name(f".{target.name}.lock")):
        _recover(target, fresh, old)
        result = run(
            quietly.mkdocs("build", "--strict", *options, "--site-dir", str(fresh)),
            cwd=root,
            env=clock.child_environment(root, environ),
        )
        if result.returncode:
            shutil.rmtree(fresh, ignore_errors=True)
            return False
        _swap(target, fresh, old)
    return True


def _recover(target: Path, fresh: Path, old: Path) -> None:
    """Clear what a build that was cut off left behind; cut off between two renames, undo the first."""
    if old.exists() and not target.exists():
        old.rename(target)
    for leftover in (fresh, old):
        shutil.rmtree(leftover, ignore_errors=True)


@contextmanager
def _writable(folder: Path) -> Iterator[None]:
    """Say in Dutch that a folder takes no files, and what to do."""
    try:
        yield
    except OSError as error:
        raise CommandError(
            f"In {folder.name}/ kan niet geschreven worden ({error.strerror}). Kijk of de schijf vol is en of je er mag schrijven, "
            "en probeer opnieuw. De vorige site staat er nog."
        ) from None


_HERE, _EXCHANGE = -100, 2


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step, so that nobody ever finds neither; False where the system cannot."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    return rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0


def _swap(target: Path, fresh: Path, old: Path) -> None:
    if target.exists() and _exchange(fresh, target):
        shutil.rmtree(fresh, ignore_errors=True)  # it holds the previous site now
        return
    try:
        if target.exists():
            target.rename(old)
        fresh.rename(target)
    except OSError as error:  # Windows: a file of the previous site is open in another program
        _recover(target, fresh, old)
        raise CommandError(
            f"De nieuwe site kon niet in {target.name}/ gezet worden ({error.strerror}). "
            "Sluit programma's die een bestand daaruit open hebben en probeer opnieuw."
        ) from None
    shutil.rmtree(old, ignore_errors=True)


def main(argv: Sequence[str]) -> int:
    """The verb «site»."""
    if argv not in ([], ["--zip"]):
        raise CommandError(f"«{argv[0]}» kent site niet. Kies: site, of site --zip om ook de zip zonder internet aan te bieden.")
    started = time.monotonic()
    offered = {}
    if argv:
        from macros.commands import offline

        file = offline.make()
        if file is None:
            return 1
        offered = {offline.VARIABLE: str(file)}
    target = ROOT / "site"
    existed = target.exists()
    if not build(target, environ={**os.environ, **offered}):
        say("De site is niet gebouwd." + (" De vorige staat nog in site/." if existed else ""))
        return 1
    pages = sum(1 for _ in target.rglob("*.html"))
    say(f"De site staat in site/: {pages} pagina's in {seconds(time.monotonic() - started)}.")
    return 0
