"""The claims of the guide as figures: measure what was not measured yet, write a report, and write the figures down for the pages.

There is no second set of tests or measurements here: tests and bench keep what they find (``figures``), and this reads it.
"""

from __future__ import annotations

import datetime
import json
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.commands import bench, clock, figures, tools
from macros.commands.console import ROOT, CommandError, say
from macros.guide import model
from macros.guide.loading import load

DATA = "data/figures.yml"
#: The parts of which figures depend on the machine: of those the pages say on what they were measured.
_TIMED = frozenset({"verbs", "builds", "editing", "searching"})
_ANSWERS = {True: "gehaald", False: "niet gehaald", None: "geen doel"}


@dataclass(frozen=True)
class Found:
    """What was measured: the figure, in which part, and whether the project has changed since."""

    value: float
    part: str
    day: datetime.date
    current: bool


def main(argv: Sequence[str]) -> int:
    """The verb «proof»; ``--measured`` only reads what was measured already."""
    if argv not in ([], ["--measured"]):
        raise CommandError(f"«{argv[0]}» kent proof niet. Kies: proof, of proof --measured om alleen te lezen wat al gemeten is.")
    if not argv:
        _measure_the_rest()
    claims = load(ROOT)[0].of("figures")
    found = collect(ROOT)
    write_report(ROOT / "build", claims, found)
    written = write_down(ROOT / DATA, found, figures.machine())
    missed = [claim for claim in claims if claim.id not in found]
    say(f"Het verslag staat in build/proof.md en build/proof.json. {len(written)} cijfers staan in {DATA}.")
    if missed:
        say(f"Niet gemeten: {', '.join(claim.id for claim in missed)}. «make proof» zonder meer meet wat ontbreekt.")
    return 0


def _measure_the_rest() -> None:
    """The parts of the bench, and the tests that keep figures, as far as they were not run in this state of the project."""
    tools.ensure_all()
    for part in bench.PARTS:
        kept = figures.kept(part)
        if not kept or kept.state != figures.state():
            bench.measure(part)
    kept = figures.kept("tests")
    if not kept or kept.state != figures.state():
        say("\nIk voer de tests uit die cijfers opleveren …")
        command = [sys.executable, "-m", "pytest", "-q", "--figures"]
        if subprocess.run(command, cwd=ROOT, env=clock.child_environment()).returncode:
            say("Niet alle tests slaagden: hun cijfers staan erbij zoals ze zijn.")


def collect(root: Path) -> dict[str, Found]:
    """Every figure that was kept, whichever part found it."""
    found = {}
    for part in ("tests", *bench.PARTS):
        if kept := figures.kept(part, root):
            current = kept.state == figures.state(root)
            found |= {name: Found(value, part, kept.day, current) for name, value in kept.figures.items()}
    return found


# --- the report ---


def write_report(folder: Path, claims: Sequence[model.Claim], found: Mapping[str, Found]) -> None:
    """For people and for programs: what was measured and how, what we aim at, and what came out."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = [_row(claim, found.get(claim.id)) for claim in claims]
    rest = {name: each.value for name, each in sorted(found.items()) if name not in {claim.id for claim in claims}}
    content = {"machine": figures.machine(), "claims": rows, "further": rest}
    (folder / "proof.json").write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
    lines = ["# Wat deze gids belooft, en wat we maten", "", f"Toestel: {content['machine']}.", ""]
    for group in model.ClaimGroup:
        lines += [f"## {group.label}", "", "| Wat | Gemeten | Doel | | Hoe |", "| --- | --- | --- | --- | --- |"]
        lines += [f"| {row['title']} | {row['said']} | {row['aim']} | {row['answer']} | {row['how']} |" for row in rows if row["group"] == group]
        lines.append("")
    lines += ["## Alle andere cijfers", "", "| naam | gemeten |", "| --- | --- |", *(f"| {name} | {value:.10g} |" for name, value in rest.items()), ""]
    (folder / "proof.md").write_text("\n".join(lines), encoding="utf-8", newline="\n")


def _row(claim: model.Claim, found: Found | None) -> dict[str, object]:
    measured = claim.model_copy(update={"value": f"{found.value:.10g}" if found else None})
    said = f"{found.value:.10g} {claim.unit or ''}".strip().replace(".", ",") if found else "niet gemeten"
    aim = (f"≥ {claim.least}" if claim.least else f"≤ {claim.most}" if claim.most else "").replace(".", ",")
    return {
        "id": claim.id, "group": str(claim.group), "title": claim.title, "how": claim.how, "aim": aim,
        "value": found.value if found else None, "unit": claim.unit or "", "said": said if not found or found.current else f"{said} (oudere versie)",
        "answer": _ANSWERS[measured.met] if found else "niet gemeten", "day": found.day.isoformat() if found else None,
    }  # fmt: skip


# --- the committed figures ---

_ENTRY = re.compile(r"^- id: (?P<id>\S+)\n(?:  .*\n)*", re.MULTILINE)
_WRITTEN = re.compile(r"^  (?:value|day|machine): .*\n", re.MULTILINE)


def write_down(file: Path, found: Mapping[str, Found], machine: str) -> list[str]:
    """Put what was measured in the file with the claims; what people wrote there stays as it is. Gives the names."""
    written = []

    def renew(entry: re.Match[str]) -> str:
        measured = found.get(entry["id"])
        if measured is None:
            return entry[0]
        written.append(entry["id"])
        lines = f'  value: "{measured.value:.10g}"\n  day: {measured.day.isoformat()}\n'
        if measured.part in _TIMED:
            lines += f"  machine: {machine}\n"
        return _WRITTEN.sub("", entry[0]) + lines

    text = file.read_text(encoding="utf-8")
    file.write_text(_ENTRY.sub(renew, text), encoding="utf-8", newline="\n")
    return written
