"""Choose the verb, make sure that its environment is there, and run it inside it."""

from __future__ import annotations

import difflib
import importlib
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from macros.commands import clock, setup
from macros.commands.console import CommandError


@dataclass(frozen=True)
class Verb:
    """One thing people can ask for."""

    name: str
    summary: str  # Dutch, one line of help
    action: str  # "module:function" inside macros.commands
    needs: setup.Group | None  # which packages must be installed first
    dated: bool = False  # what it makes carries the edition date


# The one list of verbs, in the order of the help text.
VERBS = (
    Verb("setup", "zet klaar wat de gids nodig heeft (met --tests ook wat de tests nodig hebben)", "setup:main", None),
    Verb("serve", "toon de gids op http://127.0.0.1:8000, met elke wijziging meteen", "serve:main", "site", dated=True),
    Verb("check", "kijk alle gegevens in data/ na", "check:main", "site"),
    Verb("new", "zet een leeg praktijkverhaal met uitleg klaar: new story NAAM", "new:main", "site"),
    Verb("import", "maak een praktijkverhaal van een ingevulde Word-sjabloon: import VERHAAL.docx", "importing:main", "site"),
    Verb("generate", "schrijf de pagina's die uit data/ komen", "generate:main", "site", dated=True),
    Verb("site", "bouw de hele site in site/; bij een fout blijft de vorige staan", "site:main", "site", dated=True),
    Verb("offline", "bouw de site als zip die zonder server of internet werkt", "offline:main", "site", dated=True),
    Verb("documents", "maak de documenten om af te drukken in build/documents/", "documents:main", "site", dated=True),
    Verb("quick", "voer de snelle tests uit (minder dan een minuut)", "suite:quick", "test", dated=True),
    Verb("test", "voer alle tests uit", "suite:main", "test", dated=True),
    Verb("bench", "meet hoelang bouwen en bekijken duren, naast andere bouwers, en wat Lighthouse zegt: bench of bench ONDERDEEL", "bench:main", "test"),
    Verb("proof", "zet de cijfers over deze gids op een rij in build/proof.md, en meet wat nog niet gemeten is", "proof:main", "test", dated=True),
    Verb("addresses", "voeg nieuwe adressen van de site toe aan de lijst van wat blijft werken", "addresses:main", "site", dated=True),
    Verb("schemas", "vernieuw wat uit het model komt: schemas/ en de veldentabel in CONTRIBUTING.md", "schemas:main", "site"),
    Verb("pins", "vernieuw de vastgelegde versies in requirements*.txt", "pins:main", None),
    Verb("help", "toon deze uitleg", "cli:help_main", None),
)  # fmt: skip


def help_text() -> str:
    """Every verb with what it does."""
    width = max(len(verb.name) for verb in VERBS)
    lines = [
        "Een verbindingsambassadeur in dienst nemen: de gids bouwen en nakijken.",
        "",
        "Gebruik: make <woord>   of, zonder make:   python -m macros <woord>",
        "",
        *(f"  {verb.name.ljust(width)}  {verb.summary}" for verb in VERBS),
        "",
        "Wat ontbreekt, wordt de eerste keer vanzelf klaargezet in .venv/.",
        'Extra woorden gaan mee: python -m macros quick -k titel   of   make quick ARGS="-k titel"',
    ]
    return "\n".join(lines)


def help_main(argv: Sequence[str]) -> int:
    """The verb «help»."""
    print(help_text())
    return 0


def unknown_verb(name: str) -> str:
    """Say which word is not known, the nearest one that is, and all of them."""
    names = [verb.name for verb in VERBS]
    near = difflib.get_close_matches(name.lower(), names, n=1, cutoff=0.5)
    guess = f" Bedoelde je «{near[0]}»?" if near else ""
    return f"«{name}» bestaat niet.{guess} Kies uit: {', '.join(names)}."


def main(argv: Sequence[str]) -> int:
    """Run the verb in argv[0] and return its exit code."""
    _speak_any_character()
    name, *rest = argv or ["help"]
    if name in ("-h", "--help"):
        name = "help"
    verb = next((verb for verb in VERBS if verb.name == name), None)
    if verb is None:
        print(unknown_verb(name), file=sys.stderr)
        return 2
    if rest[:1] in (["-h"], ["--help"]):
        print(f"{verb.name}: {verb.summary}")
        return 0
    try:
        return _run(verb, rest)
    except CommandError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nGestopt.", file=sys.stderr)
        return 130


def _run(verb: Verb, rest: Sequence[str]) -> int:
    if verb.needs:
        environment = setup.Environment()
        environment.ensure(verb.needs)
        if not environment.is_running():
            return environment.rerun(["-m", "macros", verb.name, *rest])
    if verb.dated:
        os.environ[clock.VARIABLE] = str(clock.edition_epoch())
    module, function = verb.action.split(":")
    return getattr(importlib.import_module(f"macros.commands.{module}"), function)(rest)


def _speak_any_character() -> None:
    """An old Windows console cannot show every character: replace those, never crash on them."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
