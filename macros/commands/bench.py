"""Measure what people wait for: how long the verbs take, and what a first visit fetches beside plain Material."""

from __future__ import annotations

import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from macros.commands import clock, tools, weight
from macros.commands.console import ROOT, CommandError, seconds
from macros.commands.quietly import mkdocs

MEASURED = ("check", "site")
VISITED = ("", "stappen/onderbouwde-keuze/", "praktijkverhalen/kortrijk/", "drempels/te-duur/")


def main(argv: Sequence[str]) -> int:
    """The verb «bench»: the median of a number of runs (three, unless told otherwise)."""
    count = argv[0] if argv else "3"
    if len(argv) > 1 or not count.isdecimal() or int(count) < 1:
        raise CommandError(f"Na bench hoort één getal, niet «{' '.join(argv)}»: bench 5 meet vijf keer.")
    for verb in MEASURED:
        times = [_time(verb) for _ in range(int(count))]
        print(f"{verb:8} {seconds(statistics.median(times)):>8}  ({', '.join(map(seconds, times))})")
    _weigh()
    return 0


def _weigh() -> None:
    """A table of first visits: ours, and the same pages in plain Material."""
    tools.ensure_all()
    with tempfile.TemporaryDirectory() as folder:
        plain = _plain_material(ROOT / "site", Path(folder))
        print(f"\n{'eerste bezoek (kB, gzip 9)':34} {'deze site':>10} {'Material':>10}")
        for ours, theirs in zip(weight.measure(ROOT / "site", VISITED), weight.measure(plain, VISITED), strict=True):
            print(f"/{ours.page:33} {ours.total / 1000:10.1f} {theirs.total / 1000:10.1f}  {_kinds(ours)}")


def _kinds(visit: weight.Visit) -> str:
    return ", ".join(f"{kind} {size / 1000:.1f}" for kind, size in sorted(visit.by_kind.items()))


def _plain_material(site: Path, folder: Path) -> Path:
    """The built pages' own content, put through MkDocs with Material as it comes."""
    for file in site.rglob("index.html"):
        main = re.search(r"<main[^>]*>(.*)</main>", file.read_text(encoding="utf-8"), re.DOTALL)
        if main:
            page = folder / "docs" / file.relative_to(site).with_suffix(".md")
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(f'<div class="gids">{main[1]}</div>\n', encoding="utf-8")
    (folder / "mkdocs.yml").write_text(
        "site_name: Vergelijking\ntheme: {name: material, language: nl, font: false}\nplugins: [search]\n", encoding="utf-8"
    )
    command = [*mkdocs("build"), "--site-dir", str(folder / "site")]
    result = subprocess.run(command, cwd=folder, env=clock.child_environment(), capture_output=True, text=True)
    if result.returncode:
        raise CommandError(f"{result.stdout}{result.stderr}\nPlain Material kon niet gebouwd worden: niets vergeleken.")
    return folder / "site"


def _time(verb: str) -> float:
    started = time.perf_counter()
    result = subprocess.run([sys.executable, "-m", "macros", verb], cwd=ROOT, capture_output=True, text=True)
    if result.returncode:
        raise CommandError(f"{(result.stdout + result.stderr).strip()}\n«{verb}» mislukte: niets gemeten.")
    return time.perf_counter() - started
