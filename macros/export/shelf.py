"""The shelf: documents that were made are kept below ``build/documents`` and made again only when they would differ."""

from __future__ import annotations

import datetime
import hashlib
import json
import os
import time
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import pptx
import typst

from macros.export import packing, press, slides, word
from macros.export.documents import Document, documents, payload
from macros.guide.guide import Guide, walk
from macros.guide.richtext import RichText
from macros.render.prints import Prints

_INDEX = "index.json"

#: Set in the environment: build the site without making a document, as while serving. For measuring pages alone.
UNMADE = "WITHOUT_DOCUMENTS"


def _pack(content: dict[str, Any], epoch: int) -> bytes:
    """A Word file comes with its parts written; its dates are those of the edition."""
    return word.pack(content["sheets"][0])


_PRESSES = {"pdf": press.press, "pptx": slides.press, "docx": _pack}


@dataclass(frozen=True)
class Shelf:
    """What pages may offer, and the files themselves by their address in the site."""

    prints: Prints
    files: dict[str, bytes]
    edition: datetime.date


def fill(
    folder: Path, guide: Guide, epoch: int, site: str = "", say: Callable[[str], None] = lambda text: None, published: Collection[str] = ()
) -> Shelf:
    """Make whatever is missing or would come out differently; everything is on the shelf afterwards."""
    edition = datetime.datetime.fromtimestamp(epoch, datetime.UTC).date()
    started, index, files, entries, fresh = time.monotonic(), _read_index(folder), {}, [], 0
    kept: dict[str, Any] = {}
    for document in documents(guide, edition, site, published):
        content = payload(guide, edition, document)
        key = _key(content, epoch)
        made = _kept(folder, document, index.get(document.name), key)
        if made is None:
            if not fresh:
                say("Ik maak de documenten om af te drukken …")
            made, fresh = _make(guide, document, content, epoch), fresh + 1
            _write(folder / document.name, made)
        pages = _pages(document, content, made)
        kept[document.name] = {"key": key, "sum": _sum(made), "pages": pages}
        files[document.entry.file] = made
        entries.append(replace(document.entry, pages=pages, size=len(made)))
    if fresh:
        _write(folder / _INDEX, json.dumps(kept, indent=1).encode())
        total = sum(entry["pages"] or 0 for entry in kept.values())
        duration = f"{time.monotonic() - started:.1f}".replace(".", ",")
        say(f"{fresh} van de {len(entries)} documenten gemaakt, samen {total} pagina’s en dia’s, in {duration} s.")
    _clear(folder, kept)
    return Shelf(Prints(tuple(entries)), files, edition)


def look(folder: Path, guide: Guide, edition: datetime.date, site: str = "", published: Collection[str] = ()) -> Shelf:
    """What lies on the shelf, without making anything; it may be older than the data."""
    index, files, entries = _read_index(folder), {}, []
    for document in documents(guide, edition, site, published):
        known, file = index.get(document.name), folder / document.name
        if known and file.is_file():
            files[document.entry.file] = file.read_bytes()
            entries.append(replace(document.entry, pages=known["pages"], size=len(files[document.entry.file])))
        else:
            entries.append(document.entry)
    return Shelf(Prints(tuple(entries)), files, edition)


def make(folder: Path, guide: Guide, edition: datetime.date, epoch: int, wanted: Iterable[Document]) -> list[str]:
    """Make some documents for one occasion; gives their file names."""
    names = []
    for document in wanted:
        _write(folder / document.name, _make(guide, document, payload(guide, edition, document), epoch))
        names.append(document.name)
    return names


def _pages(document: Document, content: dict[str, Any], made: bytes) -> int | None:
    """How long it is. What people still write in has no length yet."""
    counts = {"pdf": lambda: press.pages(made), "pptx": lambda: len(content["sheets"])}
    return counts[document.entry.kind]() if document.entry.kind in counts else None


def _make(guide: Guide, document: Document, content: dict[str, Any], epoch: int) -> bytes:
    try:
        return _PRESSES[document.entry.kind](content, epoch)
    except press.Unprintable as error:
        place = error.place or _where(guide, error.text) or document.entry.file
        raise press.Unprintable(error.sentence, place, error.text) from None


def _where(guide: Guide, text: str) -> str:
    """File, line and field of the first text in the data that holds ``text``."""
    for found in guide.documents if text else ():
        for node in walk(found):
            values = node.value if isinstance(node.value, tuple) else (node.value,)
            for value in values:
                plain = value.plain if isinstance(value, RichText) else value
                if isinstance(plain, str) and text in plain:
                    return f"{found.file.path}:{found.line(node.location)}: {'.'.join(map(str, node.location))}"
    return ""


def _kept(folder: Path, document: Document, known: dict[str, Any] | None, key: str) -> bytes | None:
    """The document as it was made before, when it would come out the same and nobody touched it."""
    if not known or known["key"] != key:
        return None
    try:
        made = (folder / document.name).read_bytes()
    except OSError:
        return None
    return made if _sum(made) == known["sum"] else None


def _key(content: dict[str, Any], epoch: int) -> str:
    return _sum(json.dumps([content, epoch, press.STANDARDS, typst.__version__, pptx.__version__, _tools()], sort_keys=True).encode())


@lru_cache(maxsize=1)
def _tools() -> str:
    """The templates and fonts, and what else decides the bytes, as one sum."""
    parts = sorted([*press.TEMPLATES.glob("*.typ"), *press.FONTS.glob("*.ttf"), Path(slides.__file__), Path(packing.__file__)])
    return _sum(b"".join(part.read_bytes() for part in parts))


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _read_index(folder: Path) -> dict[str, Any]:
    try:
        return json.loads((folder / _INDEX).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def _write(file: Path, content: bytes) -> None:
    """At once: a reader finds the old file or the new one, never half of one."""
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f".{file.name}.{os.getpid()}")
    fresh.write_bytes(content)
    fresh.replace(file)


def _clear(folder: Path, kept: dict[str, Any]) -> None:
    for kind in _PRESSES:
        for file in folder.glob(f"[!.]*.{kind}"):
            if file.name not in kept:
                file.unlink(missing_ok=True)
