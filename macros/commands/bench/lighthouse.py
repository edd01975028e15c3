"""What Lighthouse says of a page of every type, as a phone on slow 4G: the median of five runs, from a host that compresses."""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any

from macros.commands import tools, weight
from macros.commands.bench.projects import build, copy
from macros.commands.console import ROOT, CommandError

FOLDER = ROOT / "tests" / "lighthouse"
RUNS = 5
#: Once so many runs score 100, the median of five is 100: the rest need not be waited for.
ENOUGH = 3
CATEGORIES = {"performance": "snel", "accessibility": "toegankelijk", "best-practices": "goed gebouwd", "seo": "vindbaar"}
#: What a page may lose that is kept out of search engines with intent, or is shown for an address that does not exist.
_INTENDED = {"is-crawlable", "http-status-code", "errors-in-console"}


def measure(names: frozenset[str] = frozenset()) -> dict[str, float]:
    """All types of page, or those that are named."""
    if not tools.ensure_node_packages(FOLDER) and not (FOLDER / "node_modules" / "lighthouse").is_dir():
        raise CommandError("Lighthouse is niet geïnstalleerd: niets gemeten.")
    with tempfile.TemporaryDirectory() as folder:
        sites = _sites(Path(folder))
        outcomes = _outcomes(sites, names)
    return _report(outcomes)


def _sites(folder: Path) -> dict[str, Path]:
    """The site as it is, and one that has what only other sites have: many stories, a page that moved, one that was withdrawn."""
    plain, other = copy(folder / "plain"), copy(folder / "other", 24, words=60)
    made = ROOT / "build" / "documents"
    for project in (plain, other):
        if made.is_dir():
            shutil.copytree(made, project / "build" / "documents")
    stories, strategies = other / "data" / "stories", other / "data" / "strategies"
    shutil.copy(stories / "navigate-youth.yml", stories / "weggehaald.yml")
    _append(stories / "weggehaald.yml", "state: ingetrokken\n")
    _append(strategies / "beleid.yml", "formerly:\n  - oude-naam\n")
    for project in (plain, other):
        build(project, project / "site")
    return {"plain": plain / "site", "other": other / "site"}


def _append(file: Path, lines: str) -> None:
    file.write_text(file.read_text(encoding="utf-8").rstrip("\n") + "\n" + lines, encoding="utf-8")


def _outcomes(sites: dict[str, Path], names: frozenset[str]) -> dict[str, list[dict[str, Any]]]:
    from tests.browser.page_types import PAGE_TYPES  # here: the rest of the guide knows nothing of its tests

    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    with weight.gzip_host(sites["plain"]) as plain, weight.gzip_host(sites["other"]) as other:
        pages = [
            {"name": each.name, "url": (other if each.crowded or each.configured else plain) + each.address}
            for each in PAGE_TYPES
            if not names or each.name in names
        ]
        asked = {
            "chromium": str(tools.find("chromium")), "arguments": list(weight.BROWSER_ARGUMENTS),
            "most": RUNS, "enough": ENOUGH, "pages": pages,
        }  # fmt: skip
        npm = tools.find("npm")
        node = npm.with_name("node.exe" if npm.suffix else "node") if npm else None
        command = [str(node if node and node.is_file() else "node"), str(FOLDER / "run.js"), json.dumps(asked)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8") as process:
            for line in process.stdout or ():
                outcome = json.loads(line)
                found[outcome["name"]].append(outcome)
            said = process.stderr.read() if process.stderr else ""
    if process.returncode or len(found) != len(pages):
        raise CommandError(f"{said[-2000:]}\nLighthouse kwam niet klaar: niets gemeten.")
    return found


def _report(outcomes: dict[str, list[dict[str, Any]]]) -> dict[str, float]:
    """A row for each type of page. What a page loses with intent is said, and does not count."""
    print(f"{'soort pagina':22}{''.join(f'{name:>14}' for name in CATEGORIES.values())}{'grootste (s)':>14}{'verschuiving':>14}")
    figures: dict[str, float] = {"lighthouse-pages": len(outcomes)}
    lowest: dict[str, list[float]] = defaultdict(list)
    largest, shifts = [], []
    for name, runs in outcomes.items():
        scores = {category: statistics.median(run["scores"][category] for run in runs) for category in CATEGORIES}
        paint, shift = statistics.median(run["largest"] for run in runs) / 1000, statistics.median(run["shift"] for run in runs)
        lost = set.intersection(*(set(run["lost"]) for run in runs))
        for category, score in scores.items():
            figures[f"lighthouse-{name}-{category}"] = score
            intended = category in ("seo", "best-practices") and lost and lost <= _INTENDED
            if not intended:
                lowest[category].append(score)
        figures |= {f"lighthouse-{name}-largest": round(paint, 2), f"lighthouse-{name}-shift": round(shift, 3)}
        largest.append(paint)
        shifts.append(shift)
        why = f"  {', '.join(sorted(lost))}" if lost else ""
        row = f"{name:22}{''.join(f'{score:>14.0f}' for score in scores.values())}{paint:>14.2f}{shift:>14.3f}"
        print(row.replace(".", ",") + why)
    for category, scores in lowest.items():
        figures[f"lighthouse-lowest-{category}"] = min(scores)
    return figures | {"lighthouse-largest": round(max(largest), 2), "lighthouse-largest-median": round(statistics.median(largest), 2),
                      "lighthouse-shift": round(max(shifts), 3)}  # fmt: skip
