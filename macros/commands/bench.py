"""Measure what people wait for: how long the verbs take, and what a first visit fetches beside plain Material."""

from __future__ import annotations

import re
import shutil
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
#: As many practice stories as there may be one day.
CROWDS = (100, 1_000)
CROWDED = ("praktijkverhalen/", "praktijkverhalen/vergelijken/", "praktijkverhalen/verzonnen-1/", "strategieen/netwerken/")
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
    for crowd in CROWDS:
        _grow(crowd)
    return 0


def _grow(crowd: int) -> None:
    """The same with so many invented stories of 1,500 words, once: data, a whole build, and what a visit fetches."""
    from macros.commands.sample import write_stories
    from macros.guide.loading import load

    with tempfile.TemporaryDirectory() as folder:
        project, built = Path(folder) / "project", Path(folder) / "site"
        for name in ("data", "docs", "macros", "overrides"):
            shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "mkdocs.yml", project)
        guide, _ = load(project)
        write_stories(project / "data" / "stories", guide, crowd, words=1_500)
        started = time.perf_counter()
        load(project)
        checked = time.perf_counter()
        command = [*mkdocs("build", "--strict"), "--site-dir", str(built)]
        result = subprocess.run(command, cwd=project, env=clock.child_environment(), capture_output=True, text=True)
        if result.returncode:
            raise CommandError(f"{result.stdout}{result.stderr}\nDe site met {crowd} verhalen kon niet gebouwd worden.")
        print(f"\nmet {crowd} verzonnen verhalen: check {seconds(checked - started)}, site {seconds(time.perf_counter() - checked)}")
        with weight.chromium() as browser:
            visits = weight.measure(browser, built, CROWDED)
        for visit in visits:
            print(f"/{visit.page:33} {visit.total / 1000:10.1f} kB  {_kinds(visit)}")


def _weigh() -> None:
    """A table of first visits: ours, and the same pages in plain Material."""
    tools.ensure_all()
    with tempfile.TemporaryDirectory() as folder:
        plain = _plain_material(ROOT / "site", Path(folder))
        print(f"\n{'eerste bezoek (kB, gzip 9)':34} {'deze site':>10} {'Material':>10}")
        with weight.chromium() as browser:
            visits = [weight.measure(browser, site, VISITED) for site in (ROOT / "site", plain)]
        for ours, theirs in zip(*visits, strict=True):
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
