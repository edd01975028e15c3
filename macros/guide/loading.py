"""From ``data/`` to a ``Guide``: read every file, let the model judge it, collect all problems."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from macros.guide import messages
from macros.guide.checks import CHECKS
from macros.guide.guide import ANY, Document, Guide
from macros.guide.kinds import BY_NAME, KINDS, Kind, Layout
from macros.guide.problems import InvalidData, Problem, has_errors
from macros.guide.yamlfile import MAX_BYTES, Location, YamlFile, read_yaml

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")


@dataclass
class _Loading:
    documents: list[Document] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unreadable: set[tuple[str, str]] = field(default_factory=set)


def load(root: Path) -> tuple[Guide, tuple[Problem, ...]]:
    """The guide in ``root/data`` and its notices; raises ``InvalidData`` with every problem when there are errors."""
    guide, problems = inspect(root)
    if has_errors(problems):
        raise InvalidData(problems)
    return guide, problems


def inspect(root: Path) -> tuple[Guide, tuple[Problem, ...]]:
    """As ``load``, without raising. The checks over the whole run on what could be read, so all is said at once."""
    loading = _Loading(problems=list(_strays(root / "data")))
    keys = {_read(kind, file, path, loading) for kind in KINDS for file, path in _files(root, kind, loading)}
    for gone in _known.keys() - keys:
        del _known[gone]
    guide = Guide(tuple(loading.documents), frozenset(loading.unreadable))
    for check in CHECKS:
        loading.problems.extend(check(guide))
    return guide, tuple(sorted(set(loading.problems)))


def data_files(root: Path) -> list[Path]:
    """Every YAML file that belongs to the guide: what a build depends on."""
    return sorted((root / "data").rglob("*.yml"))


def _strays(base: Path) -> Iterator[Problem]:
    """What stands in ``data/`` and would never be read: a misspelt name must not make content disappear."""
    known = {kind.name if kind.layout is Layout.FOLDER else f"{kind.name}.yml" for kind in KINDS}
    for entry in base.iterdir() if base.is_dir() else ():
        if entry.name not in known and not entry.name.startswith("."):
            label = "deze map" if entry.is_dir() else "dit bestand"
            message = f"{label} hoort niet in data/. {messages.suggestion(entry.name, sorted(known), most=99)}"
            yield Problem(f"data/{entry.name}", 1, "", message)


def _files(root: Path, kind: Kind, loading: _Loading) -> Iterator[tuple[Path, str]]:
    base = root / "data"
    if kind.layout is not Layout.FOLDER:
        file = base / f"{kind.name}.yml"
        if file.is_file():
            yield file, f"data/{kind.name}.yml"
        else:
            loading.problems.append(Problem(f"data/{kind.name}.yml", 1, "", "dit bestand ontbreekt."))
            loading.unreadable.add((kind.name, ANY))
        return
    for file in sorted((base / kind.name).glob("*")):
        path = f"data/{kind.name}/{file.name}"
        if file.name.startswith("."):
            continue
        if file.suffix != ".yml" or not file.is_file():
            hint = f"Bedoelde je «{file.stem}.yml»?" if file.suffix.lower() in (".yaml", ".yml") else "Verplaats dit."
            message = f"hier horen alleen bestanden die op .yml eindigen. {hint}"
            loading.problems.append(Problem(path, 1, "", message))
        elif not _SLUG.match(file.stem):
            message = (
                f"de bestandsnaam {messages.quote(file.name)} kan niet. Gebruik kleine letters en cijfers, "
                "met koppeltekens ertussen: «sint-niklaas.yml»."
            )
            loading.problems.append(Problem(path, 1, "", message))
        else:
            yield file, path


_EXPECTED = {
    Layout.LIST: "hier hoort een lijst: begin elk item met «- id: …».",
    Layout.FOLDER: "hier horen velden: «title: …», «summary: …».",
    Layout.SINGLE: "hier horen velden: «title: …», «summary: …».",
}


#: What files said when they were last read, by kind, name and content: while serving, most are as they were.
_known: dict[tuple[str, str, bytes], _Loading] = {}


def _read(kind: Kind, file: Path, path: str, loading: _Loading) -> tuple[str, str, bytes] | None:
    """Read and judge a file, unless it was read before and is the same. Gives what it is known by."""
    key = _key(kind, file, path)
    found = _known.get(key) if key else None
    if found is None:
        found = _Loading()
        _judge(kind, file, path, key[2] if key else None, found)
        if key:
            _known[key] = found
    loading.documents += found.documents
    loading.problems += found.problems
    loading.unreadable |= found.unreadable
    return key


def _key(kind: Kind, file: Path, path: str) -> tuple[str, str, bytes] | None:
    """Nothing for a file that is too large to keep, or that cannot be read: the reader says why."""
    try:
        return (kind.name, path, file.read_bytes()) if file.stat().st_size <= MAX_BYTES else None
    except OSError:
        return None


def _judge(kind: Kind, file: Path, path: str, known: bytes | None, loading: _Loading) -> None:
    content = read_yaml(file, path, known)
    loading.problems.extend(content.problems)
    if kind.layout is Layout.LIST and isinstance(content.data, list):
        for index, entry in enumerate(content.data):
            _validate(kind, content, (index,), entry, loading)
    elif kind.layout is not Layout.LIST and isinstance(content.data, dict):
        if "id" in content.data:
            message = "dit veld hoort hier niet: de bestandsnaam is de id. Haal de regel weg."
            loading.problems.append(Problem(path, content.line(("id",)), "id", message))
        _validate(kind, content, (), {**content.data, "id": file.stem}, loading)
    else:
        loading.unreadable.add((kind.name, ANY if kind.layout is Layout.LIST else file.stem))
        if content.data is not None:
            loading.problems.append(Problem(path, 1, "", _EXPECTED[kind.layout]))


def _validate(kind: Kind, file: YamlFile, location: Location, entry: Any, loading: _Loading) -> None:
    judge = kind.model_of(entry)
    try:
        item = judge.model_validate(entry)
    except ValidationError as error:
        if isinstance(entry, dict) and isinstance(entry.get("id"), str):
            loading.unreadable.add((kind.name, entry["id"]))
        for detail in _own(error.errors()):
            inside: Location = tuple(detail["loc"])
            line = file.line((*location, *inside))
            if detail["type"] == "rich_text":
                line = file.text_lines.get((*location, *inside), line) + detail.get("ctx", {}).get("line", 0)
            message = messages.explain(detail, judge, inside)
            loading.problems.append(Problem(file.path, line, messages.where((*location, *inside)), message))
    else:
        loading.documents.append(Document(kind, file, location, item))
        for index, source in enumerate(getattr(item, "own_sources", ())):
            loading.documents.append(Document(BY_NAME["sources"], file, (*location, "own_sources", index), source))


def _own(details: list[ErrorDetails]) -> list[ErrorDetails]:
    """Without «too few» for a list of which a part is wrong: what is wrong in it is said, and it is there."""
    places = [detail["loc"] for detail in details]
    return [
        detail
        for detail in details
        if detail["type"] != "too_short" or all(place == detail["loc"] or place[: len(detail["loc"])] != detail["loc"] for place in places)
    ]
