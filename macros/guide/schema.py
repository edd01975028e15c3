"""JSON Schemas of the kinds of data, for editors and the contribution form: the model, with the known ids to choose from."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from macros.guide import model
from macros.guide.guide import Guide
from macros.guide.kinds import KINDS, Kind, Layout

Choices = Mapping[str, Mapping[str, str]]
"""Per kind of data: id -> title."""

#: Contributors add to these all the time: an id that an editor does not know yet is no mistake.
GROWING = frozenset({"stories", "sources"})

_DRAFT = "http://json-schema.org/draft-07/schema#"


class _OwnTitles(GenerateJsonSchema):
    """Only the labels of the model: none made up from the names of fields."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def choices_of(guide: Guide) -> dict[str, dict[str, str]]:
    """The ids of every kind with what people call them; of stories the published ones, of sources what readers may see."""
    seen = {"stories": guide.stories, "sources": guide.sources}
    return {kind.name: {item.id: _title(item) for item in seen.get(kind.name, guide.of(kind.name))} for kind in KINDS}


def _title(item: Any) -> str:
    names = ("title", "term", "question", "name")
    return next((getattr(item, name) for name in names if isinstance(getattr(item, name, None), str)), item.id)


def schema_of(kind: Kind, choices: Choices) -> dict[str, Any]:
    """What a file of this kind may hold."""
    allowed: Any = kind.model | kind.remnant if kind.remnant else kind.model
    schema = TypeAdapter(allowed).json_schema(schema_generator=_OwnTitles)
    definitions = schema.pop("$defs", {})
    definitions = {name: _of_model(definition) for name, definition in definitions.items()}
    schema = _of_model(schema)
    if kind.layout is not Layout.LIST:
        names = [owner.__name__ for owner in (kind.model, kind.remnant) if owner]
        for owner in (schema, *(definitions[name] for name in names if name in definitions)):
            _without_id(owner)
    else:
        schema = {"type": "array", "items": schema}
    whole = {"$schema": _DRAFT, **schema, "$defs": definitions}
    return _rewrite(whole, lambda node: _choosable(_not_null(node), choices))


def _of_model(definition: dict[str, Any]) -> dict[str, Any]:
    """Class names and docstrings are ours; the fields have labels and help for others."""
    return {name: value for name, value in definition.items() if name not in ("title", "description")}


def _without_id(owner: dict[str, Any]) -> None:
    """The file name is the id."""
    owner.get("properties", {}).pop("id", None)
    if "id" in owner.get("required", ()):
        owner["required"] = [name for name in owner["required"] if name != "id"]


def _not_null(node: dict[str, Any]) -> dict[str, Any]:
    """What is unknown is left out; nobody writes «null»."""
    alternatives = [each for each in node.get("anyOf", ()) if each != {"type": "null"}]
    if len(alternatives) != 1 or len(node["anyOf"]) == 1:
        return node
    rest = {name: value for name, value in node.items() if name != "anyOf" and (name, value) != ("default", None)}
    return {**alternatives[0], **rest}


def _choosable(node: dict[str, Any], choices: Choices) -> dict[str, Any]:
    kind = node.get(model.REFERS)
    if kind is None or "pattern" not in node:
        return node
    known = choices.get(kind, {})
    picks: dict[str, Any] = {"enum": list(known)}
    if any(known.values()):
        picks["enumDescriptions"] = list(known.values())
    kept = {name: node[name] for name in ("title", "description", model.REFERS) if name in node}
    if kind in GROWING:
        return {**kept, "anyOf": [picks, {"type": "string", "pattern": node["pattern"]}]}
    return {**kept, **picks}


def _rewrite(value: Any, change: Callable[[dict[str, Any]], dict[str, Any]]) -> Any:
    """Every object in the schema, changed; what it holds first."""
    if isinstance(value, dict):
        return change({name: _rewrite(each, change) for name, each in value.items()})
    return [_rewrite(each, change) for each in value] if isinstance(value, list) else value


# --- for editors ---

SETTINGS = ".vscode/settings.json"


def _unquoted(node: dict[str, Any]) -> dict[str, Any]:
    """Our loader reads every scalar as text, so «start: 2017» needs no quotes; editors see a number there."""
    if node.get("type") == "string" and not {"enum", "const", "format"} & set(node):
        return {**node, "type": ["string", "number"]}
    return node


def editor_files(choices: Choices) -> dict[str, str]:
    """The files that help editors, by their path in the project: a schema for every kind, and which file follows which.

    They are committed, so they name ids without their titles: a reworded title must not make them stale.
    """
    ids = {kind: dict.fromkeys(known, "") for kind, known in choices.items()}
    files = {f"schemas/{kind.name}.json": _json(_rewrite(schema_of(kind, ids), _unquoted)) for kind in KINDS}
    whole = {kind: "/*.yml" if kind.layout is Layout.FOLDER else ".yml" for kind in KINDS}
    globs = {f"./schemas/{kind.name}.json": f"/data/{kind.name}{ending}" for kind, ending in whole.items()}
    files[SETTINGS] = _json({"yaml.schemas": globs, "yaml.format.enable": False, "files.encoding": "utf8", "editor.tabSize": 2})
    return files


def known_ids(schema: Any) -> dict[str, dict[str, str]]:
    """The ids of growing kinds that a schema file lists: they may lag behind the data."""
    found: dict[str, dict[str, str]] = {}

    def note(node: dict[str, Any]) -> dict[str, Any]:
        if node.get(model.REFERS) in GROWING:
            found[node[model.REFERS]] = dict.fromkeys(node["anyOf"][0]["enum"], "")
        return node

    _rewrite(schema, note)
    return found


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def write(root: Path, choices: Choices) -> list[str]:
    """Write the files for editors below ``root``; gives the paths of those that changed."""
    wanted = editor_files(choices)
    stale = [file for file in (root / "schemas").glob("*.json") if f"schemas/{file.name}" not in wanted]
    for file in stale:
        file.unlink()
    changed = [f"schemas/{file.name}" for file in stale]
    for path, text in wanted.items():
        file = root / path
        if not file.is_file() or file.read_text(encoding="utf-8") != text:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
            changed.append(path)
    return changed
