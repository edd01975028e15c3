"""The verb «documents»: make the documents on paper without building the site, or one workshop for your own group."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import yaml
from yaml_env_tag import construct_env_tag

from macros.commands import addresses, clock
from macros.commands.console import ROOT, CommandError, say
from macros.export import shelf
from macros.export.documents import workshop_documents
from macros.export.press import Unprintable
from macros.guide import model
from macros.guide.guide import Guide
from macros.guide.loading import load
from macros.guide.messages import quote, suggestion
from macros.guide.problems import InvalidData
from macros.project import edition

FOLDER = ROOT / "build" / "documents"


def main(argv: Sequence[str]) -> int:
    """Make whatever is missing or out of date, or what was asked for, below ``build/documents``."""
    options = _options(argv)
    try:
        guide, _ = load(ROOT)
        made = _workshop(guide, options) if options.workshop else _everything(guide)
    except InvalidData as error:
        print(error, file=sys.stderr)
        return 1
    except Unprintable as error:
        print(f"{error}\nDe documenten zijn niet gemaakt.", file=sys.stderr)
        return 1
    say(made)
    return 0


def _options(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m macros documents",
        description="Maakt de documenten om af te drukken. Met de naam van een workshop: die alleen, geteld voor jouw groep.",
    )
    parser.add_argument("workshop", nargs="?", help="bijvoorbeeld drempels-zien")
    parser.add_argument("--deelnemers", type=int, metavar="AANTAL", help="voor hoeveel mensen je afdrukt")
    parser.add_argument("--minuten", type=int, metavar="MINUTEN", help="welke versie; zonder dit: de aangeraden versie")
    parser.add_argument("--casus", metavar="ID", help="welk verhaal, als de workshop er enkele heeft om uit te kiezen")
    return parser.parse_args(argv)


def _everything(guide: Guide) -> str:
    found = shelf.fill(FOLDER, guide, clock.edition_epoch(), site_address(ROOT), say, addresses.lasting(ROOT))
    return f"{len(found.files)} documenten staan klaar in {FOLDER.relative_to(ROOT).as_posix()}/."


def _workshop(guide: Guide, options: argparse.Namespace) -> str:
    material = guide.find("materials", options.workshop)
    if material is None:
        choices = [known.id for known in guide.materials]
        raise CommandError(f"De workshop {quote(options.workshop)} bestaat niet. {suggestion(options.workshop, choices, most=20)}")
    variant = _variant(material, options.minuten)
    people = options.deelnemers or material.group_best
    if not material.group_min <= people <= material.group_max:
        raise CommandError(f"Deze workshop is voor {material.group_min} tot {material.group_max} deelnemers, niet voor {people}.")
    cases = [case.id for sheet in material.sheets if sheet.choose_one for case in sheet.cases]
    if options.casus and options.casus not in cases:
        raise CommandError(f"Het verhaal {quote(options.casus)} hoort niet bij deze workshop. {suggestion(options.casus, cases)}".strip())
    folder = FOLDER / "op-maat"
    documents = workshop_documents(guide, site_address(ROOT), material, variant, people, options.casus)
    names = shelf.make(folder, guide, edition(), clock.edition_epoch(), documents)
    return f"Klaar in {folder.relative_to(ROOT).as_posix()}/: {' en '.join(names)}."


def _variant(material: model.Material, minutes: int | None) -> model.Variant:
    found = next((variant for variant in material.variants if minutes in (None, variant.minutes)), None)
    if found is None:
        known = " of ".join(str(variant.minutes) for variant in material.variants)
        raise CommandError(f"Deze workshop heeft geen versie van {minutes} minuten. Kies {known}.")
    return found


class _Settings(yaml.SafeLoader):
    """Reads ``mkdocs.yml`` as MkDocs does, so far as we need it."""


_Settings.add_constructor("!ENV", construct_env_tag)


def site_address(root: Path) -> str:
    """The address where the site is published, from the settings; empty when there is none."""
    settings = yaml.load((root / "mkdocs.yml").read_text(encoding="utf-8"), _Settings)
    return settings.get("site_url") or ""
