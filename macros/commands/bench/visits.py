"""What a first visit fetches, beside the same pages in plain Material."""

from __future__ import annotations

import tempfile
from pathlib import Path

from macros.commands import weight
from macros.commands.bench import peers
from macros.commands.bench.projects import build, copy, run
from macros.commands.quietly import mkdocs

VISITED = ("", "stappen/onderbouwde-keuze/", "praktijkverhalen/kortrijk/", "drempels/te-duur/", "mijn-plan/")
#: As many practice stories as there may be one day, and what a visit to the pages that list them fetches then.
CROWD = 300
CROWDED = ("", "praktijkverhalen/", "praktijkverhalen/vergelijken/", "praktijkverhalen/verzonnen-1/", "strategieen/netwerken/")


def measure() -> dict[str, float]:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        ours = folder / "ours"
        build(copy(folder / "project"), ours)
        peers.plain_pages(ours, folder / "material")
        run([*mkdocs("build"), "--site-dir", str(folder / "theirs")], folder / "material")
        crowded = folder / "crowded"
        build(copy(folder / "crowd", CROWD), crowded)
        with weight.chromium() as browser:
            visits = [weight.measure(browser, site, VISITED) for site in (ours, folder / "theirs")]
            many = weight.measure(browser, crowded, CROWDED)
    print(f"{'eerste bezoek (kB, gzip 9)':40} {'deze site':>10} {'Material':>10}")
    for mine, theirs in zip(*visits, strict=True):
        print(f"/{mine.page:39} {_kilobytes(mine):10.1f} {_kilobytes(theirs):10.1f}  {_kinds(mine)}")
    print(f"met {CROWD} verzonnen verhalen")
    for visit in many:
        print(f"/{visit.page:39} {_kilobytes(visit):10.1f} {'':10}  {_kinds(visit)}")
    return {
        "visit-start": _kilobytes(visits[0][0]),
        "visit-start-material": _kilobytes(visits[1][0]),
        "visit-crowded-stories": _kilobytes(many[1]),
    }


def _kilobytes(visit: weight.Visit) -> float:
    return round(visit.total / 1000, 1)


def _kinds(visit: weight.Visit) -> str:
    return ", ".join(f"{kind} {size / 1000:.1f}" for kind, size in sorted(visit.by_kind.items()))
