"""Renew requirements*.txt: the newest versions that pyproject.toml allows, with hashes."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import tomllib
import venv
from collections.abc import Sequence
from pathlib import Path

from macros.commands.console import ROOT, CommandError, say

# Resolves for every platform and every supported Python at once, which pip-tools does not:
# several packages dropped the Python 3.11.2 of Debian 12 in the middle of their 3.11 support.
RESOLVER = "uv==0.13.9"

HEADER = """\
# {title}
# Made from pyproject.toml by `make pins` (or `python -m macros pins`): do not edit by hand.
# Every version with the hashes of all its files, for every platform and Python >= 3.11.
"""


def main(argv: Sequence[str]) -> int:
    """The verb «pins»."""
    if argv:
        raise CommandError(f"«{argv[0]}» kent pins niet: gebruik het zonder iets erachter.")
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        say("Ik haal het programma op dat de versies uitzoekt …")
        venv.create(work / "venv", with_pip=True)
        folder = work / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
        _run([str(folder / "python"), "-m", "pip", "install", "--quiet", "--only-binary", ":all:", RESOLVER])
        uv = str(folder / "uv")
        say("Ik zoek de nieuwste versies uit …")
        everything = _compile(uv, work / "test.txt", "--extra", "test")
        # The same versions in both files: the first one binds the second.
        runtime = _compile(uv, work / "site.txt", "--constraint", str(work / "test.txt"))
        tools = work / "audit.in"
        tools.write_text("\n".join(_group("audit")) + "\n", encoding="utf-8")
        audit = _compile(uv, work / "audit.txt", source=str(tools))
    _write("requirements-audit.txt", "What the audit and the list of parts of a release need, in an environment of their own.", audit)
    _write("requirements.txt", "What the site needs, and nothing else.", runtime)
    _write("requirements-test.txt", "What the tests need, and all that the site needs.", everything)
    say("requirements.txt, requirements-test.txt en requirements-audit.txt zijn vernieuwd. Draai nu: make test")
    return 0


def _group(name: str) -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return project["optional-dependencies"][name]


def _compile(uv: str, target: Path, *options: str, source: str = "pyproject.toml") -> str:
    _run(
        [
            *(uv, "pip", "compile", source, "--universal", "--python-version", "3.11"),
            # One version of each package for everybody, so that everybody builds the same site.
            *("--fork-strategy", "fewest", "--only-binary", ":all:", "--generate-hashes"),
            *("--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"),
            *("--quiet", "--output-file", str(target), *options),
        ]
    )
    return target.read_text(encoding="utf-8")


def _write(name: str, title: str, pins: str) -> None:
    if "://" in pins:
        raise CommandError(f"{name} zou een internetadres bevatten: niet geschreven.")
    (ROOT / name).write_text(HEADER.format(title=title) + pins, encoding="utf-8", newline="\n")


def _run(command: Sequence[str]) -> None:
    result = subprocess.run(list(command), cwd=ROOT, capture_output=True, text=True)
    if result.returncode:
        raise CommandError(f"{(result.stdout + result.stderr).strip()}\nDe versies zijn niet vernieuwd.")
