"""Measure what people wait for, on this machine: verbs, builds beside those of others, serving, searching, first visits, Lighthouse."""

from __future__ import annotations

import importlib
import time
from collections.abc import Sequence

from macros.commands import figures, tools
from macros.commands.console import CommandError, say, seconds

#: The parts, in the order in which they are measured: a module each, whose ``measure`` prints a table and gives the figures.
PARTS = {
    "verbs": "hoelang nakijken en bouwen duren",
    "builds": "bouwen met meer verhalen, naast Material, Zensical en Hugo",
    "editing": "hoelang het duurt voor een aangepast verhaal te zien is onder serve",
    "searching": "hoe snel de zoekbalk antwoordt met 300 verhalen meer",
    "visits": "wat een eerste bezoek ophaalt, naast Material",
    "lighthouse": "wat Lighthouse van elke soort pagina zegt",
}


def main(argv: Sequence[str]) -> int:
    """The verb «bench»: all parts, or those that are named."""
    unknown = [name for name in argv if name not in PARTS]
    if unknown:
        raise CommandError(f"«{unknown[0]}» meet bench niet. Kies uit: {', '.join(PARTS)}. Zonder woord erachter meet het alles.")
    tools.ensure_all()
    for name in argv or PARTS:
        measure(name)
    return 0


def measure(name: str) -> None:
    """Measure one part and keep its figures."""
    started = time.perf_counter()
    say(f"\nIk meet {PARTS[name]} …")
    found = importlib.import_module(f"macros.commands.bench.{name}").measure()
    figures.keep(name, found)
    say(f"Gemeten in {seconds(time.perf_counter() - started)}.")
