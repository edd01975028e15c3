"""The verb «addresses»: keep the list of every address that was ever published. An address that is in it works for good."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatch
from pathlib import Path

from macros.commands import site
from macros.commands.console import ROOT, CommandError, say
from macros.export.documents import story_file
from macros.export.selection import STORIES_ON_PAPER

LIST = ROOT / "addresses.txt"
AGAIN = "python -m macros addresses"

_HEADER = """\
# Every address that was ever published, from the root of the site. Made by `make addresses`, which only adds.
# Each answers, leads on to where its content went (`formerly` in the data), or says that it was withdrawn.
# A file that had to go for good keeps its line, with «- » before it: that is a choice, and is seen in a review.
"""

#: What has a hash in its name, and what only machines look for at a fixed place.
_PASSING = ("assets/", "404.html", "_headers", "robots.txt", "sitemap.xml", "download/")
#: Whoever adds a story or a workshop need not renew the list: the next one who does adds its page and papers too. Until there are
#: more stories than documents: then the list decides which of them keep theirs.
LAGGING = ("praktijkverhalen/", "afdrukken/")


def published(folder: Path) -> set[str]:
    """The addresses of a built site that must go on working: pages, documents, data and feeds."""
    names = (file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())
    return {name.removesuffix("index.html") for name in names if not name.startswith(_PASSING)}


def read(text: str) -> tuple[set[str], set[str]]:
    """The addresses of the list: those that must work, and those that were given up on purpose."""
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    gone = {line.removeprefix("- /") for line in lines if line.startswith("- /")}
    return {line.removeprefix("/") for line in lines if line.startswith("/")}, gone


def lasting(root: Path) -> set[str]:
    """The addresses of the list of a project, which must go on working."""
    file = root / LIST.name
    return read(file.read_text(encoding="utf-8"))[0] if file.is_file() else set()


def broken(text: str, folder: Path) -> list[str]:
    """Addresses in the list that the built site no longer answers."""
    return sorted(read(text)[0] - published(folder))


def unlisted(text: str, folder: Path) -> list[str]:
    """Addresses of the built site that the list lacks, save those that may lag behind."""
    (known, gone), now = read(text), published(folder)
    stories = {name for name in now if fnmatch(name, story_file("*"))}
    decided = stories if len(stories) >= STORIES_ON_PAPER else set()
    return sorted(name for name in now - known if name in gone | decided or not name.startswith(LAGGING))


def renewed(text: str, folder: Path) -> str:
    """The list with what is new; nothing leaves it, and what works again is no longer marked as gone."""
    known, gone = read(text)
    now = published(folder)
    lines = sorted([f"/{name}" for name in known | now] + [f"- /{name}" for name in gone - now], key=lambda line: line.removeprefix("- "))
    return _HEADER + "\n".join(lines) + "\n"


def main(argv: Sequence[str]) -> int:
    """The verb «addresses»."""
    if argv:
        raise CommandError(f"«{argv[0]}» kent addresses niet: gebruik het zonder iets erachter.")
    folder = ROOT / "site"
    if not site.build(folder):
        say("De site is niet gebouwd: de lijst met adressen bleef zoals ze was.")
        return 1
    before = LIST.read_text(encoding="utf-8") if LIST.is_file() else ""
    after = renewed(before, folder)
    LIST.write_text(after, encoding="utf-8", newline="\n")
    added = len(read(after)[0]) - len(read(before)[0])
    say(f"{LIST.name}: {added} adressen erbij, {len(read(after)[0])} in totaal.")
    for name in broken(after, folder):
        say(f"/{name} bestaat niet meer. Zet de vroegere naam bij «formerly», of laat op dat adres staan waar de inhoud nu is.")
    return 1 if broken(after, folder) else 0
