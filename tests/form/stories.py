"""Stories as somebody types them into the form, and a project to put their files in."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

Raw = dict[str, Any]

#: What is required, and nothing else.
LEAST: Raw = {
    "title": "Testgem: een proef",
    "summary": "Een verhaal om te testen.",
    "municipality": "Testgem",
    "card": {"context": "Er was iets.", "approach": "We deden iets.", "learned": "We leerden iets."},
    "context": [{"title": "Hoe het begon", "text": "Met een vraag."}],
    "approach": [{"title": "Wat we deden", "text": "Luisteren."}],
    "made_from": "eigen-ervaring",
    "author": "Jeugddienst Testgem",
    "licence": "cc-by-4.0",
    "written": "2026-11-22",
}

_POINT = [{"title": "Een kop", "text": "Een alinea.\n\n- een\n- twee", "sources": [{"source": "@1", "place": "blz. 3"}]}]
_CITED = [{"source": "@1", "place": "blz. 4"}]

#: Every field that an author has.
FULL: Raw = {
    **LEAST,
    "title": "Testgem: alles ingevuld",
    "size_class": "klein",
    "project": "Samen sterk",
    "period": {"start": "2023", "end": "2025"},
    "duration": "twee jaar",
    "audiences": ["kinderen", "armoede"],
    "target_groups": ["kinderen van 6 tot 12 jaar"],
    "one_of_nineteen": "false",
    "form": "kort",
    **{name: copy.deepcopy(_POINT) for name in ("context", "approach", "worked", "failed", "results", "lessons", "future")},
    "strategies": [{"strategy": "toeleiding", "use": "ja", "how": "Door mee te gaan.", "sources": _CITED}],
    "barriers": [{"barrier": "volzet", "how": "Er was geen plaats.", "sources": _CITED}],
    "steps": [{"step": "situatie-in-kaart", "how": "Door te luisteren.", "sources": _CITED}],
    "materials": [{"material": "drempels-zien", "how": "Met vijftien mensen.", "sources": _CITED}],
    "partners": [{"name": "OCMW", "role": "opende de wachtzaal", "sources": _CITED}],
    "employment_form": "bestuur",
    "employment": "Met een contract van twee jaar.",
    "share": "halftijds",
    "budget": [{"label": "Loon", "amount": "31000", "note": "per jaar", "sources": _CITED}],
    "figures": [{"label": "Kinderen", "value": "23", "note": "geteld", "sources": _CITED}],
    "unknown": ["Hoeveel kinderen bleven."],
    "views": [{"words": "letterlijk", "text": "Het kon.", "role": "een ouder", "consent": "gegeven", "sources": _CITED}],
    "evidence": "verteld",
    "evidence_note": "Eigen nota’s.",
    "checked": "2026-11-22",
    "sources": [{"source": "@1"}],
    "own_sources": [
        {
            "key": "@1", "title": "Jaarverslag", "author": "Jeugddienst", "publisher": "Gemeente Testgem", "date": "2025", "kind": "document",
            "short": "Jaarverslag 2025", "url": "https://testgem.example/jaarverslag", "accessed": "2026-11-01", "note": "Alleen op papier.",
        }
    ],
}  # fmt: skip


def filled(raw: Raw, path: tuple[str, ...], text: str) -> Raw:
    """The story with one text replaced; in a list that of the first entry."""
    changed = copy.deepcopy(raw)
    name, *rest = path
    if not rest:
        changed[name] = [text] if isinstance(changed[name], list) else text
    else:
        (changed[name][0] if isinstance(changed[name], list) else changed[name])[rest[0]] = text
    return changed


@contextmanager
def in_project(root: Path, file: str, text: str) -> Iterator[str]:
    """Put the file of a story in a project for as long as the block lasts; gives its path in the project."""
    path = f"data/stories/{file}"
    (root / path).write_bytes(text.encode())
    try:
        yield path
    finally:
        (root / path).unlink()


def typed(data: Raw) -> Raw:
    """A story's file as somebody would type it: no ids but the keys of own sources, nothing of those who keep the stories."""
    sources = data.get("own_sources", ())
    keys = {source["id"]: f"@{index}" for index, source in enumerate(sources) if isinstance(source, dict) and "id" in source}

    def by_hand(value: Any) -> Any:
        if isinstance(value, list):
            return [by_hand(each) for each in value]
        if not isinstance(value, dict):
            return value.strip()
        own = {"key": keys[value["id"]]} if value.get("id") in keys else {}
        return own | {name: keys.get(each, each) if name == "source" else by_hand(each) for name, each in value.items() if name != "id"}

    return by_hand({name: value for name, value in data.items() if name not in ("state", "formerly", "ours")})
