"""The programs that only the tests use: find them, install them where that is allowed."""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.commands import debian
from macros.commands.console import ROOT, CommandError, Runner, in_ci, say


@dataclass(frozen=True)
class Tool:
    """A program, or a library of the system, that tests use."""

    key: str  # how tests ask for it: find("chromium")
    name: str  # how people call it
    debian: tuple[str, ...]  # the Debian packages that bring it
    elsewhere: str  # Dutch: what to do on another system
    variable: str = ""  # environment variable that points to it, before anything else
    commands: tuple[str, ...] = ()  # its names on the path
    places: tuple[str, ...] = ()  # where it lives when it is not on the path
    library: str = ""  # the file to load, for a library
    system: str = ""  # the only system that needs it, as sys.platform names it
    optional: bool = False  # a second opinion: where it cannot be had its tests are skipped, in CI too


# The one list of test tools. A new tool is one entry here.
TOOLS = (
    Tool(
        key="chromium",
        name="Chromium",
        variable="CHROMIUM",
        commands=("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"),
        debian=("chromium",),
        elsewhere="installeer Chromium of Google Chrome",
        places=(
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "C:/Program Files/Google/Chrome/Application/chrome.exe",
            "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
            "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
        ),
    ),
    Tool(
        key="npm",
        name="Node.js met npm",
        variable="NPM",
        commands=("npm",),
        debian=("nodejs", "npm"),
        elsewhere="installeer Node.js 18 of nieuwer",
    ),
    Tool(
        key="java",
        name="Java",
        commands=("java",),
        debian=("default-jre-headless",),
        elsewhere="installeer Java 17 of nieuwer",
    ),
    Tool(
        key="pdftotext",
        name="Poppler",
        commands=("pdftotext",),
        debian=("poppler-utils",),
        elsewhere="installeer Poppler (pdftotext en pdftoppm)",
    ),
    Tool(
        key="firefox",
        name="Firefox",
        optional=True,
        variable="FIREFOX",
        commands=("firefox", "firefox-esr"),
        debian=("firefox-esr",),
        elsewhere="installeer Firefox",
        places=("/Applications/Firefox.app/Contents/MacOS/firefox", "C:/Program Files/Mozilla Firefox/firefox.exe"),
    ),
    Tool(
        key="webkit",
        name="de driver van WebKitGTK",
        optional=True,
        commands=("WebKitWebDriver",),
        debian=("webkit2gtk-driver",),
        elsewhere="installeer WebKitGTK met WebKitWebDriver",
        system="linux",
    ),
    Tool(
        key="xvfb",
        name="Xvfb",
        optional=True,
        commands=("xvfb-run",),
        debian=("xvfb", "xauth"),
        elsewhere="installeer Xvfb",
        system="linux",
    ),
    Tool(
        key="libatomic",
        name="libatomic (voor Playwright)",
        debian=("libatomic1",),
        elsewhere="installeer de bibliotheek libatomic",
        library="libatomic.so.1",
        system="linux",
    ),
)


def find(key: str, environ: Mapping[str, str] = os.environ) -> Path | None:
    """Where a program is, or None."""
    tool = next(tool for tool in TOOLS if tool.key == key)
    candidates = (
        environ.get(tool.variable),
        *(shutil.which(command, path=environ.get("PATH")) for command in tool.commands),
        *tool.places,
    )
    return next((Path(path) for path in candidates if path and Path(path).is_file()), None)


def is_present(tool: Tool) -> bool:
    """True when the tool is there, or is not needed on this system."""
    if tool.system not in ("", sys.platform):
        return True
    if not tool.library:
        return find(tool.key) is not None
    try:
        ctypes.CDLL(tool.library)
    except OSError:
        return False
    return True


def missing_sentence(tools: Sequence[Tool], on_debian: bool) -> str:
    """One sentence: what is missing, and how to get it."""
    names = _enumerate([tool.name for tool in tools])
    verb = "ontbreekt" if len(tools) == 1 else "ontbreken"
    if on_debian:
        packages = " ".join(package for tool in tools for package in tool.debian)
        way = f"laat een beheerder dit uitvoeren: apt-get install {packages}"
    else:
        way = _enumerate([tool.elsewhere for tool in tools])
    return f"Voor de tests {verb} {names}: {way}."


def ensure_programs(
    tools: Sequence[Tool] = TOOLS,
    *,
    present: Callable[[Tool], bool] = is_present,
    install: Callable[[Sequence[str]], bool] = debian.install,
    on_debian: Callable[[], bool] = debian.is_debian,
    environ: Mapping[str, str] = os.environ,
) -> bool:
    """Install what is missing; True when something was installed.

    What cannot be installed is an error in CI; elsewhere it is said, and the tests go on.
    """
    missing = [tool for tool in tools if not present(tool)]
    if not missing:
        return False
    # Apart, because apt-get installs nothing of a list in which it does not know one name.
    for optional in (False, True):
        if packages := [package for tool in missing if tool.optional is optional for package in tool.debian]:
            install(packages)
    still_missing = [tool for tool in missing if not present(tool)]
    needed = [tool for tool in still_missing if not tool.optional]
    if needed:
        _complain(missing_sentence(needed, on_debian()), environ)
    if spare := [tool for tool in still_missing if tool.optional]:
        say(missing_sentence(spare, on_debian()))
    return len(still_missing) < len(missing)


def ensure_node_packages(
    folder: Path = ROOT / "tests" / "node",
    *,
    npm: Path | None = None,
    run: Runner = subprocess.run,
    environ: Mapping[str, str] = os.environ,
) -> bool:
    """Install the pinned npm packages of the tests; True when something was installed."""
    npm = npm or find("npm")
    pins = b"\n".join((folder / name).read_bytes() for name in ("package.json", "package-lock.json"))
    fingerprint = hashlib.sha256(pins).hexdigest()
    stamp = folder / "node_modules" / ".stamp"
    if stamp.is_file() and stamp.read_text(encoding="ascii") == fingerprint:
        return False
    if npm is None:  # said by ensure_programs already
        return False
    say("Ik installeer de npm-pakketten van de tests …")
    command = [str(npm), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    result = run(command, cwd=folder, capture_output=True, text=True)
    if result.returncode:
        say((result.stdout + result.stderr).strip())
        _complain("De npm-pakketten van de tests konden niet geïnstalleerd worden: kijk of je internet hebt.", environ)
        return False
    stamp.write_text(fingerprint, encoding="ascii")
    return True


def ensure_all() -> bool:
    """Everything the tests use; True when something was installed."""
    programs = ensure_programs()
    return ensure_node_packages() or programs


def _complain(sentence: str, environ: Mapping[str, str]) -> None:
    if in_ci(environ):
        raise CommandError(sentence)
    say(sentence)


def _enumerate(words: Sequence[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} en {last}" if first else last
