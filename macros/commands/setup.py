"""Make the virtual environment and keep it equal to the pinned requirements.

A stamp inside the environment holds a fingerprint of the pins. While it matches, nothing
is done; a stamp is taken away before a change and comes back after it, so that a change
that was cut off is never taken for finished.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from macros.commands import debian
from macros.commands.console import ROOT, CommandError, Runner, follow, say, seconds

Group = Literal["site", "test"]

# The pins of each group; those of "test" contain those of "site" (a test keeps it so).
REQUIREMENTS: dict[Group, str] = {"site": "requirements.txt", "test": "requirements-test.txt"}

# Raise this when the steps below change, so that every environment is made anew.
RECIPE = 1

# Python that runs inside the environment: puts the project on its path, so that every
# program there (mkdocs, pytest) finds the package, whatever folder it is started from.
LINK = """
import sys, sysconfig
with open(sysconfig.get_path("purelib") + "/project.pth", "w", encoding="locale") as file:
    file.write(sys.argv[1] + "\\n")
"""


@dataclass
class Environment:
    """The project's virtual environment."""

    root: Path = ROOT
    run: Runner = subprocess.run
    install_packages: Callable[[Sequence[str]], bool] = debian.install

    @property
    def folder(self) -> Path:
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        inside = "Scripts/python.exe" if os.name == "nt" else "bin/python"
        return self.folder / inside

    def is_running(self) -> bool:
        """True when this very process runs inside the environment."""
        return Path(sys.prefix).resolve() == self.folder.resolve()

    def is_current(self, group: Group) -> bool:
        """True when the environment holds exactly what is pinned for the group."""
        stamp = self._stamp(group)
        return self._fits(stamp) and stamp.get("pins") == self._fingerprint(group)

    def ensure(self, group: Group) -> bool:
        """Make or renew the environment when needed; True when something was done."""
        if self.is_current(group):
            return False
        with exclusive(self.root / ".setup.lock"):
            if self.is_current(group):  # somebody else just did it
                return False
            self._renew(group)
        return True

    def rerun(self, arguments: Sequence[str]) -> int:
        """Run Python inside the environment with these arguments, in place of this process."""
        os.environ["PYTHONUTF8"] = "1"
        command = [str(self.python), *arguments]
        if os.name == "nt":  # there, exec would return to the prompt while the command still runs
            return follow(command, cwd=self.root)
        os.chdir(self.root)
        sys.stdout.flush()
        sys.stderr.flush()
        os.execv(command[0], command)

    def _renew(self, group: Group) -> None:
        started = time.monotonic()
        had_tests = bool(self._stamp("test"))
        usable = any(self._fits(self._stamp(each)) for each in REQUIREMENTS)
        target: Group = "test" if had_tests and usable else group
        for each in REQUIREMENTS:
            self._stamp_path(each).unlink(missing_ok=True)
        if not usable:
            self._create()
        say(f"Ik installeer de pakketten uit {REQUIREMENTS[target]} (een halve minuut) …")
        self._step(
            [
                *(str(self.python), "-m", "pip", "install", "--quiet", "--no-input"),
                *("--disable-pip-version-check", "--require-hashes", "--only-binary", ":all:"),
                *("--requirement", str(self.root / REQUIREMENTS[target])),
            ],
            "De pakketten konden niet geïnstalleerd worden. Kijk of je internet hebt en probeer opnieuw.",
        )
        self._step([str(self.python), "-c", LINK, str(self.root)], "De map .venv is niet bruikbaar.")
        for each in ("site", "test") if target == "test" else ("site",):
            self._write_stamp(each)
        say(f"Klaar in {seconds(time.monotonic() - started)}.")

    def _create(self) -> None:
        if importlib.util.find_spec("ensurepip") is None:  # Debian ships it apart
            package = f"python3.{sys.version_info.minor}-venv"
            if not self.install_packages([package]):
                raise CommandError(
                    "Deze Python kan geen virtuele omgeving maken: installeer eerst het pakket "
                    f"{package} (op Debian: sudo apt-get install {package})."
                )
        say("Ik maak een virtuele omgeving in .venv/ …")
        base = getattr(sys, "_base_executable", "") or sys.executable
        self._step(
            [base, "-m", "venv", "--clear", str(self.folder)],
            "De virtuele omgeving .venv/ kon niet gemaakt worden.",
        )

    def _step(self, command: Sequence[str], failure: str) -> None:
        result = self.run(list(command), cwd=self.root, capture_output=True, text=True)
        if result.returncode:
            raise CommandError(f"{(result.stdout + result.stderr).strip()}\n{failure}")

    def _fits(self, stamp: dict[str, str]) -> bool:
        """True when the environment was made by us, here, and for a Python that is still there."""
        if stamp.get("place") != str(self.root) or not self.python.exists():
            return False
        same_program = os.path.realpath(self.python) == os.path.realpath(sys.executable)
        return not same_program or stamp.get("python") == _python_version()

    def _fingerprint(self, group: Group) -> str:
        pins = (self.root / REQUIREMENTS[group]).read_bytes()
        return hashlib.sha256(b"%d\n" % RECIPE + pins).hexdigest()

    def _stamp_path(self, group: Group) -> Path:
        return self.folder / f".stamp-{group}.json"

    def _stamp(self, group: Group) -> dict[str, str]:
        try:
            return json.loads(self._stamp_path(group).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}

    def _write_stamp(self, group: Group) -> None:
        stamp = {
            "place": str(self.root),
            "python": self._made_with(),
            "pins": self._fingerprint(group),
        }
        self._stamp_path(group).write_text(json.dumps(stamp), encoding="utf-8")

    def _made_with(self) -> str:
        """The Python that the environment was made with: not always the one that runs now."""
        for line in (self.folder / "pyvenv.cfg").read_text(encoding="utf-8").splitlines():
            key, _, value = line.partition("=")
            if key.strip() == "version":
                return ".".join(value.strip().split(".")[:2])
        return _python_version()


def _python_version() -> str:
    return f"{sys.version_info.major}.{sys.version_info.minor}"


@contextmanager
def exclusive(path: Path) -> Iterator[None]:
    """Let one process at a time through: `make serve` and `make test` may start together."""
    with open(path, "w") as file:
        if os.name == "nt":
            import msvcrt

            while True:
                try:
                    msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
                    break
                except OSError:  # gives up after ten seconds; setting up may take longer
                    continue
        else:
            import fcntl

            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                say("Een ander commando is hier nog bezig. Ik wacht tot het klaar is …")
                fcntl.flock(file, fcntl.LOCK_EX)
        yield


def main(argv: Sequence[str]) -> int:
    """The verb «setup»."""
    unknown = [word for word in argv if word != "--tests"]
    if unknown:
        raise CommandError(f"«{unknown[0]}» kent setup niet. Kies: setup of setup --tests.")
    done = Environment().ensure("test" if argv else "site")
    if argv:
        from macros.commands import tools

        done = tools.ensure_all() or done
    if not done:
        say("Alles staat al klaar.")
    return 0
