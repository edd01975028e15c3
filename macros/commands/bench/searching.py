"""How fast the search field answers with many stories, and how much the first question fetches: the site's own scripts, in Node."""

from __future__ import annotations

import gzip
import json
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import yaml

from macros.commands import tools
from macros.commands.bench.projects import build, copy
from macros.commands.console import ROOT, CommandError

CROWD = 300
_TESTS = ROOT / "tests" / "search"
#: About so many of the tuning list: enough kinds of questions, each asked of an index that knows nothing yet.
_QUERIES = 60


def measure() -> dict[str, float]:
    golden = yaml.safe_load((_TESTS / "golden.yml").read_text(encoding="utf-8"))["tuning"]
    queries = [entry["query"] for entry in golden[:: max(1, len(golden) // _QUERIES)]]
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        build(copy(Path(folder) / "project", CROWD), site)
        scripts = [file for name in ("query", "search") for file in (site / "assets").glob(f"{name}-*.js")]
        own = sum(len(gzip.compress(script.read_bytes(), 9)) for script in scripts)
        answers = [_ask(site, query) for query in queries]
    times = sorted(answer["milliseconds"] for answer in answers)
    middle, high, slowest = times[len(times) // 2], times[int(len(times) * 0.95)], times[-1]
    heaviest = own + max(answer["bytes"] for answer in answers)
    said = f"de middelste {middle:.1f} ms, 19 van de 20 binnen {high:.1f} ms, de traagste {slowest:.1f} ms".replace(".", ",")
    print(f"{len(queries)} vragen bij {CROWD} verhalen meer. De traagste toets van elke vraag: {said}.")
    print(f"Een eerste vraag haalt hoogstens {heaviest / 1000:.0f} kB op (gzip, met het script).")
    return {
        "keystroke-median": round(middle, 1),
        "keystroke-95": round(high, 1),
        "keystroke-slowest": round(slowest, 1),
        "first-search-crowded": round(heaviest / 1000),
    }


def _ask(site: Path, query: str) -> dict[str, Any]:
    npm = tools.find("npm")
    if npm is None:
        raise CommandError("Node.js ontbreekt: de zoekbalk is niet gemeten.")
    node = npm.with_name("node.exe" if npm.suffix else "node")
    command = [str(node if node.is_file() else "node"), str(_TESTS / "ask.js"), str(site), "--time"]
    result = subprocess.run(command, input=f"{query}\n", capture_output=True, text=True, encoding="utf-8")
    if result.returncode:
        raise CommandError(f"{result.stderr}\nDe zoekbalk gaf geen antwoord op «{query}»: niets gemeten.")
    return json.loads(result.stdout)
