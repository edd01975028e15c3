"""The verb «new»: an empty story, explained in Dutch, ready to fill in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from macros.commands.console import ROOT, CommandError, say
from macros.guide.loading import inspect
from macros.guide.writing import slug, story_template

USAGE = "Gebruik: python -m macros new story NAAM      bijvoorbeeld: python -m macros new story sint-niklaas"


def main(argv: Sequence[str], root: Path = ROOT) -> int:
    """Write ``data/stories/<name>.yml``; a file that is there already is never touched."""
    if len(argv) < 2 or argv[0] not in ("story", "verhaal"):
        raise CommandError(USAGE)
    file = story_file(" ".join(argv[1:]), root)
    guide, _ = inspect(root)
    file.write_text(story_template(guide), encoding="utf-8", newline="\n")
    say(f"{file.relative_to(root).as_posix()} staat klaar. Vul het in, en kijk het na met: python -m macros check")
    return 0


def story_file(name: str, root: Path) -> Path:
    """Where a story with this name stands; the name may be written as people write it."""
    id = slug(name.removesuffix(".yml"))
    if not id:
        raise CommandError(f"«{name}» kan geen bestandsnaam worden. Neem de naam van de gemeente.")
    file = root / "data" / "stories" / f"{id}.yml"
    if file.exists():
        raise CommandError(f"{file.relative_to(root).as_posix()} bestaat al. Kies een andere naam, bijvoorbeeld «{id}-2».")
    return file
