"""The same pages for other builders: plain Material, Zensical and Hugo, each in a project and an environment of its own."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import yaml

from macros.commands.bench.projects import Run, run
from macros.commands.console import ROOT, CommandError, say

PEERS = Path(__file__).with_name("peers")
_MAIN = re.compile(r"<main[^>]*>(.*)</main>", re.DOTALL)
#: What stands in the menu. With every story in it, as Material does by itself, its pages and times grow with the square.
_MENU = ("wat-is", "stappen", "strategieen", "drempels", "praktijkverhalen", "workshops", "over")
_STORY = "praktijkverhalen/verzonnen-"


@dataclass(frozen=True)
class Peer:
    """Another builder. ``requirements`` is the folder with its pins; without one it is among those of the guide."""

    key: str
    name: str
    requirements: str
    write: Callable[[Path, Path, Path], None]
    command: Callable[[Path, Path], list[str]]

    def program(self) -> Path:
        """The Python (or its folder of programs) that runs it, set up when it is not there yet; CommandError when it cannot be had."""
        if not self.requirements:
            return Path(sys.executable)
        return _environment(self.requirements)

    def build(self, project: Path, site: Path) -> Run:
        return run(self.command(self.program(), site), project)


def contents(site: Path) -> dict[str, str]:
    """The pages of a built site without the invented stories: address and what stands in ``<main>``."""
    found = {}
    for file in sorted(site.rglob("index.html")):
        address = file.parent.relative_to(site).as_posix().removeprefix(".")
        main = _MAIN.search(file.read_text(encoding="utf-8"))
        if main and not address.startswith(_STORY):
            found[address] = main[1]
    return found


def stories(project: Path) -> list[Path]:
    return sorted((project / "data" / "stories").glob("verzonnen-*.yml"))


def plain_pages(site: Path, target: Path) -> None:
    """The built pages' own content, for MkDocs with Material as it comes."""
    settings = "site_name: Vergelijking\ntheme: {name: material, language: nl, font: false}\nplugins: [search]\n"
    _page(target / "mkdocs.yml", settings)
    for address, html in contents(site).items():
        _page(target / "docs" / address / "index.md", f'<div class="gids">{html}</div>\n')


def _write_material(ours: Path, site: Path, target: Path) -> None:
    """Pages as HTML in Markdown, stories as a macro that reads their YAML."""
    shutil.copytree(PEERS / "material", target)
    (target / "main.py.in").rename(target / "main.py")  # by this name it is no module of ours
    menu = "".join(f"  - {page}/index.md\n" for page in _MENU)
    (target / "mkdocs.yml").write_text((target / "mkdocs.yml").read_text(encoding="utf-8") + f"nav:\n  - index.md\n{menu}", encoding="utf-8")
    (target / "data" / "stories").mkdir(parents=True)
    for address, html in contents(site).items():
        _page(target / "docs" / address / "index.md", f'<div class="gids">{html}</div>\n')
    for file in stories(ours):
        shutil.copy(file, target / "data" / "stories")
        _page(target / "docs" / "praktijkverhalen" / f"{file.stem}.md", f"{{{{ story('{file.stem}') }}}}\n")


def _write_hugo(ours: Path, site: Path, target: Path) -> None:
    """Pages as HTML, stories as their fields before an empty text."""
    shutil.copytree(PEERS / "hugo", target)
    pages = contents(site)
    for address, html in pages.items():
        inner = any(other.startswith(f"{address}/" if address else "") and other != address for other in pages)
        _page(target / "content" / address / ("_index.html" if inner else "index.html"), f"---\ntitle: {address or 'start'}\n---\n{html}\n")
    for file in stories(ours):
        fields = yaml.safe_load(file.read_text(encoding="utf-8"))
        front = yaml.safe_dump({**fields, "layout": "verhaal", "description": fields["summary"]}, allow_unicode=True, sort_keys=False)
        _page(target / "content" / "praktijkverhalen" / f"{file.stem}.md", f"---\n{front}---\n")


def _page(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")


def _environment(name: str) -> Path:
    """An environment below ``build/`` with what is pinned for one peer, kept until the pins change; its Python."""
    pins = PEERS / name / "requirements.txt"
    folder = ROOT / "build" / "bench" / name
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    stamp, wanted = folder / ".stamp", hashlib.sha256(pins.read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text(encoding="ascii") == wanted:
        return python
    say(f"Ik installeer {name} om ermee te vergelijken …")
    shutil.rmtree(folder, ignore_errors=True)
    venv.create(folder, with_pip=True)
    command = [str(python), "-m", "pip", "install", "--quiet", "--require-hashes", "--only-binary", ":all:", "--requirement", str(pins)]
    result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode:
        reason = (result.stderr.strip().splitlines() or ["geen uitleg"])[-1]
        raise CommandError(f"{name} kon niet geïnstalleerd worden ({reason})")
    stamp.write_text(wanted, encoding="ascii")
    return python


def _beside(python: Path, name: str) -> str:
    return str(python.with_name(f"{name}.exe" if sys.platform == "win32" else name))


def _hugo(python: Path) -> str:
    """The program itself, not the Python around it that starts it."""
    found = sorted(python.parents[1].rglob("hugo/binaries/hugo*"))
    if not found:
        raise CommandError("het pakket hugo bevat geen programma voor dit systeem")
    return str(found[0])


MATERIAL = Peer(
    "material", "Material", "", _write_material, lambda python, site: [str(python), "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
)
ZENSICAL = Peer(
    "zensical", "Zensical", "zensical", _write_material,
    lambda python, site: [_beside(python, "zensical"), "build", "--clean"],
)
HUGO = Peer("hugo", "Hugo", "hugo", _write_hugo, lambda python, site: [_hugo(python), "--quiet", "--destination", str(site)])
ALL = (MATERIAL, ZENSICAL, HUGO)
