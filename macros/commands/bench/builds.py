"""Builds beside those of others, in one run: seconds from nothing, bytes of a story's page, and the most memory held at once."""

from __future__ import annotations

import statistics
import tempfile
from pathlib import Path

from macros.commands.bench import peers
from macros.commands.bench.projects import Run, build, copy
from macros.commands.console import CommandError, seconds

#: As many invented stories as there may be one day, and how often each build is measured: the median counts.
CROWDS = {10: 3, 300: 3, 1_000: 3}
_HEAD = f"{'verhalen':>8}  {'':12} {'koud':>9} {'naast de gids':>14} {'per pagina':>11} {'geheugen':>10}"


def measure(crowds: dict[int, int] = CROWDS) -> dict[str, float]:
    found: dict[str, float] = {}
    print(_HEAD)
    for crowd, times in crowds.items():
        found |= _measure(crowd, times)
    for name in ("ours", *(peer.key for peer in peers.ALL)):
        if len(crowds) > 2 and all(f"build-{name}-{crowd}" in found for crowd in crowds):
            found[f"build-{name}-linear"] = _linearity(found, name, list(crowds))
    return found


def _linearity(found: dict[str, float], name: str, crowds: list[int]) -> float:
    """What a story costs between the last two sizes, as a multiple of what it costs between the first two: 1 is linear."""
    first, second, last = ((crowd, found[f"build-{name}-{crowd}"]) for crowd in (crowds[0], crowds[-2], crowds[-1]))
    before = (second[1] - first[1]) / (second[0] - first[0])
    after = (last[1] - second[1]) / (last[0] - second[0])
    return round(after / before, 2) if before > 0 else 0.0


def _measure(crowd: int, times: int) -> dict[str, float]:
    found: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        ours = copy(folder / "ours", crowd)
        build(ours, folder / "once")  # so that the others have pages to start from, and no code is compiled while measuring
        runs = [_cold(ours, folder / f"ours-{number}") for number in range(times)]
        found |= _figures("ours", crowd, runs, folder / "ours-0")
        _row(crowd, "deze gids", runs, folder / "ours-0", runs)
        for peer in peers.ALL:
            try:
                theirs, site = _beside(peer, ours, folder, times)
            except CommandError as error:
                print(f"{crowd:>8}  {peer.name:12} niet gemeten: {str(error).splitlines()[0][:160]}")
                continue
            found |= _figures(peer.key, crowd, theirs, site)
            found[f"build-times-{peer.key}-{crowd}"] = float(f"{_median(runs) / _median(theirs):.3g}")
            _row(crowd, peer.name, theirs, site, runs)
    return found


def _cold(project: Path, site: Path) -> Run:
    """A build of which nothing is left from an earlier one."""
    for file in (project / "build" / "pages").rglob("*.md"):
        file.unlink()
    return build(project, site)


def _beside(peer: peers.Peer, ours: Path, folder: Path, times: int) -> tuple[list[Run], Path]:
    peer.program()
    runs = []
    for number in range(times):
        project, site = folder / f"{peer.key}-{number}", folder / f"{peer.key}-{number}-site"
        peer.write(ours, folder / "once", project)
        runs.append(peer.build(project, site))
    built = site if site.is_dir() else project / "site"
    return runs, built


def _figures(name: str, crowd: int, runs: list[Run], site: Path) -> dict[str, float]:
    return {
        f"build-{name}-{crowd}": round(_median(runs), 2),
        f"memory-{name}-{crowd}": round(max(run.megabytes for run in runs)),
        f"page-{name}-{crowd}": round(_page(site) / 1000, 1),
    }


def _page(site: Path) -> float:
    """Bytes of the HTML of a story, the middle one of all."""
    sizes = [file.stat().st_size for file in (site / "praktijkverhalen").glob("verzonnen-*/index.html")]
    if not sizes:
        raise CommandError("geen verhaal in de site: niets om te vergelijken")
    return statistics.median(sizes)


def _median(runs: list[Run]) -> float:
    return statistics.median(run.seconds for run in runs)


def _row(crowd: int, name: str, runs: list[Run], site: Path, ours: list[Run]) -> None:
    beside = _median(runs) / _median(ours)
    size, memory = _page(site) / 1000, max(run.megabytes for run in runs)
    times = f"{beside:.2f} ×".replace(".", ",")
    print(f"{crowd:>8}  {name:12} {seconds(_median(runs)):>9} {times:>14} {size:>8.1f} kB {memory:>7.0f} MB")
