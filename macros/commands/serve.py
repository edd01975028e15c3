"""Serve the site with live reload, and start over when the Python code changes.

MkDocs rebuilds when text or data change, but keeps the Python modules it once imported.
So it runs as a child: a change in macros/ starts it again, and a first build that fails
ends only the child, which gets its next chance at the next save.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from macros.commands import clock, quietly
from macros.commands.console import ROOT, CommandError, say

HOST, PORT = "127.0.0.1", 8000
CODE = ("macros",)
EVERYTHING = (*CODE, "data", "docs", "overrides", "mkdocs.yml")

Snapshot = dict[str, tuple[int, int]]


def snapshot(root: Path, names: Sequence[str]) -> Snapshot:
    """Time and size of every file under these names.

    Looking is more certain than being told: file events do not arrive from shared folders.
    """
    return {path: found for name in names for path, found in _files(str(root / name))}


def _files(path: str) -> Iterator[tuple[str, tuple[int, int]]]:
    try:
        if not os.path.isdir(path):
            state = os.stat(path)
            yield path, (state.st_mtime_ns, state.st_size)
            return
        entries = list(os.scandir(path))
    except OSError:  # gone between looking and opening
        return
    for entry in entries:
        if not entry.name.startswith(".") and entry.name != "__pycache__":
            yield from _files(entry.path)


@dataclass
class Supervisor:
    """Keeps one server running."""

    start: Callable[[], subprocess.Popen[bytes]]
    look: Callable[[Sequence[str]], Snapshot]
    answers: Callable[[], bool]
    address: str
    pause: float = 0.4
    say: Callable[[str], None] = say
    child: subprocess.Popen[bytes] | None = field(default=None, init=False)

    def run(self) -> None:
        """Serve until somebody stops us (KeyboardInterrupt)."""
        try:
            while True:
                code = self.look(CODE)
                self.child = self.start()
                self._announce()
                if self._code_changed(code):
                    self.say("De code in macros/ is gewijzigd: ik start opnieuw …")
                    stop(self.child)
                else:
                    self._await_next_save()
        finally:
            if self.child:
                stop(self.child)

    def _announce(self) -> None:
        while self.child.poll() is None:
            if self.answers():
                self.say(f"De gids staat op {self.address} (Ctrl+C stopt).")
                return
            time.sleep(self.pause)

    def _code_changed(self, before: Snapshot) -> bool:
        """Wait; True when the code changed, False when the server ended by itself."""
        while self.child.poll() is None:
            if self.look(CODE) != before:
                self._until_quiet(CODE)
                return True
            time.sleep(self.pause)
        return False

    def _await_next_save(self) -> None:
        # Look after the end: the build itself may have written files among the watched ones.
        before = self.look(EVERYTHING)
        self.say(
            "De site kon niet gebouwd worden. Verbeter wat hierboven staat: "
            "zodra je een bestand bewaart, probeer ik opnieuw (Ctrl+C stopt)."
        )
        while self.look(EVERYTHING) == before:
            time.sleep(self.pause)
        self._until_quiet(EVERYTHING)
        self.say("Er is iets bewaard: ik probeer opnieuw …")

    def _until_quiet(self, names: Sequence[str]) -> None:
        """Editors and git write several files in a row: wait until they have finished."""
        seen: Snapshot | None = None
        while seen != (seen := self.look(names)):
            time.sleep(self.pause / 2)


def stop(child: subprocess.Popen[bytes]) -> None:
    """End the server the way Ctrl+C does, so that it removes its temporary folder."""
    if child.poll() is not None:
        return
    if os.name == "nt":
        child.terminate()
    else:
        child.send_signal(signal.SIGINT)
    try:
        child.wait(timeout=5)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


def port_is_free(host: str = HOST, port: int = PORT) -> bool:
    """True when nothing listens there yet."""
    with socket.socket() as probe:
        return probe.connect_ex((host, port)) != 0


def main(argv: Sequence[str], root: Path = ROOT, port: int = PORT) -> int:
    """The verb «serve»; further words go to mkdocs serve."""
    if not port_is_free(HOST, port):
        raise CommandError(
            f"Poort {port} is al bezet. Draait «serve» nog in een ander venster? Stop het daar met Ctrl+C."
        )
    environment = clock.child_environment(root)
    # --livereload: with the click that we pin, MkDocs 1.6.1 forgets it by itself.
    command = quietly.mkdocs("serve", "--livereload", "--dev-addr", f"{HOST}:{port}", *argv)
    # A process group of its own: Ctrl+C reaches the server once, through stop().
    own_group = {} if os.name == "nt" else {"process_group": 0}
    supervisor = Supervisor(
        start=lambda: subprocess.Popen(command, cwd=root, env=environment, **own_group),
        look=lambda names: snapshot(root, names),
        answers=lambda: not port_is_free(HOST, port),
        address=f"http://{HOST}:{port}/",
    )
    # Closing the window stops the server too; and a shell that starts us in the background has Ctrl+C ignored.
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.default_int_handler)
    say("Ik bouw de site …")
    try:
        supervisor.run()
    except KeyboardInterrupt:
        say("\nGestopt.")
    return 0
