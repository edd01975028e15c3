"""The data of the guide for others to use: every kind as JSON and as CSV, with a schema, a licence and its sources.

JSON holds everything, as it is written in ``data/``. CSV is one row per item, for a spreadsheet: every text on one line, and
what is a list of things as JSON in one cell.
"""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
from collections.abc import Iterable
from enum import Enum
from typing import Any

from macros.guide import model, schema
from macros.guide.guide import Guide, walk
from macros.guide.kinds import KINDS, Kind, Layout
from macros.guide.richtext import RichText
from macros.render.addresses import Router, address_of
from macros.render.datasets import FOLDER, LICENCE, LICENCE_ADDRESS, Dataset

GUIDE = "Een verbindingsambassadeur in dienst nemen"

#: What readers call each kind of data. A kind without a name here is called by its label.
TITLES = {
    "steps": "Stappen", "strategies": "Strategieën", "barriers": "Drempels", "stories": "Praktijkverhalen", "materials": "Workshops",
    "sheets": "Bladen bij workshops", "worksheets": "Werkbladen", "leaflets": "Blaadjes", "card-sets": "Kaartensets", "head-starts": "Wat je al kan hebben",
    "strategy-questions": "Vragen bij “Welke aanpak past bij ons?”", "balances": "Zelf aanwerven of uitbesteden: wat weegt",
    "lead-times": "Terugrekenen vanaf de start: wat tijd vraagt",
    "articles": "Artikels", "seven-bs": "De 7 B’s van toegankelijkheid",
    "learning-networks": "Lerende netwerken", "timeline": "Tijdlijn", "roles": "Functies die erop lijken", "actors": "Wie is wie",
    "helpdesks": "Waar vind je hulp?", "questions": "Veelgestelde vragen", "glossary": "Woordenlijst",
    "vocabulary": "Zoekwoorden", "documents": "Documenten in Word", "changes": "Wat er veranderde", "figures": "Cijfers over deze gids", "sources": "Bronnen",
}  # fmt: skip


def files(guide: Guide, edition: datetime.date, router: Router, site_url: str = "") -> tuple[dict[str, bytes], tuple[Dataset, ...]]:
    """The files by their address in the site, and what the page says about them."""
    made: dict[str, bytes] = {}
    sets = []
    choices = schema.choices_of(guide)
    for kind in KINDS:
        items = [_item(guide, kind, item, router, site_url) for item in public(guide, kind)]
        content = _json(_whole(kind, items, edition))
        table = _csv(items)
        dataset = Dataset(kind.name, TITLES.get(kind.name, kind.label), len(items), len(content), len(table))
        made |= {dataset.json: content, dataset.csv: table, dataset.schema: _json(_schema(kind, choices))}
        sets.append(dataset)
    return made, tuple(sets)


def public(guide: Guide, kind: Kind) -> tuple[Any, ...]:
    """The items that readers may see: no withdrawn story, no invented example, nothing that only they bring along."""
    return {"stories": guide.stories, "sources": guide.sources}.get(kind.name, guide.of(kind.name))


# --- one item ---


def _item(guide: Guide, kind: Kind, item: Any, router: Router, site_url: str) -> dict[str, Any]:
    cited = dict.fromkeys(node.value for node in walk(guide.document(item)) if node.refers == "sources" and node.value)
    return {
        "id": item.id,
        "address": _address(kind, item, router, site_url),
        "licence": LICENCE,
        "sources": [_source(guide.get("sources", id)) for id in cited],
        "content": _content(kind, item),
    }


def _source(source: model.Source) -> dict[str, str]:
    return {"id": source.id, "title": source.title} | ({"url": source.url} if source.url else {})


def _address(kind: Kind, item: Any, router: Router, site_url: str) -> str:
    """Where readers find it: a full address, or the way from the root of the site when that is not known."""
    if not kind.page and not kind.pages:
        return ""
    target = address_of(kind.name, item.id)
    # What is only on paper stands on a page that names documents, not items.
    anchor = "" if kind.layout is Layout.SINGLE or kind.page == "afdrukken" or kind.name == "sheets" else target.anchor
    return site_url + router.file(target.page) + (f"#{anchor}" if anchor else "")


def _content(kind: Kind, item: model.Base) -> dict[str, Any]:
    """The item as a contributor would write it: where the file name is the id, without the id."""
    content = plain(item)
    if kind.layout is not Layout.LIST:
        del content["id"]
    return content


def plain(value: Any) -> Any:
    """Values of the model as JSON has them; what is unknown is left out."""
    if isinstance(value, model.Base):
        fields = {name: getattr(value, name) for name in type(value).model_fields}
        return {name: plain(each) for name, each in fields.items() if each not in (None, ())}
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    if isinstance(value, RichText):
        return value.source
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, datetime.date) else value


# --- JSON ---


def _whole(kind: Kind, items: list[dict[str, Any]], edition: datetime.date) -> dict[str, Any]:
    return {
        "$schema": f"schema/{kind.name}.json",
        "guide": GUIDE,
        "kind": kind.name,
        "title": TITLES.get(kind.name, kind.label),
        "edition": edition.isoformat(),
        "licence": LICENCE,
        "licence_address": LICENCE_ADDRESS,
        "items": items,
    }


def _schema(kind: Kind, choices: schema.Choices) -> dict[str, Any]:
    """The schema of the published file: that of the data itself, inside what surrounds it."""
    inner = schema.schema_of(kind, choices)
    frame = {name: inner.pop(name) for name in ("$schema", "$defs")}
    text = {"type": "string"}
    source = {"type": "object", "properties": {"id": text, "title": text, "url": text}, "required": ["id", "title"]}
    item = {
        "id": text,
        "address": text,
        "licence": {"const": LICENCE},
        "sources": {"type": "array", "items": source},
        "content": inner["items"] if kind.layout is Layout.LIST else inner,
    }
    whole = {name: text for name in ("$schema", "guide", "kind", "title", "edition", "licence", "licence_address")}
    entry = {"type": "object", "properties": item, "required": list(item), "additionalProperties": False}
    return {
        "$schema": frame["$schema"],
        "type": "object",
        "properties": {**whole, "items": {"type": "array", "items": entry}},
        "required": [*whole, "items"],
        "additionalProperties": False,
        "$defs": frame["$defs"],
    }


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


# --- CSV ---

#: Text that a spreadsheet would take for a formula, at the start of a cell: also of a cell that begins at a comma or a
#: tab because the program splits at another character than we do. Full-width signs count too: some programs fold them.
#: (A pattern that begins at one of a few letters is fast: a text is read with a separator before it.)
_FORMULA = re.compile(r"""(?P<before>[;,\t|][\s"'\u00a0\ufeff]*?)(?P<sign>[=+\-@＝＋－＠])""")


def harmless(text: str) -> str:
    """``text`` as a spreadsheet must show it: an apostrophe before whatever could be a formula, and no line ends."""
    return _FORMULA.sub(r"\g<before>'\g<sign>", ";" + " ".join(text.split()))[1:]


def _csv(items: list[dict[str, Any]]) -> bytes:
    """A table that Excel opens by double-click in Flanders: semicolons, and the mark that says UTF-8."""
    rows = [_row(item) for item in items]
    columns = list(dict.fromkeys(name for row in rows for name in row))
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([harmless(row.get(name, "")) for name in columns] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _row(item: dict[str, Any]) -> dict[str, str]:
    sources = " | ".join(source["id"] for source in item["sources"])
    row = {"id": item["id"], "address": item["address"], "licence": item["licence"], "source_ids": sources}
    return row | {name: value for name, value in _cells(item["content"]) if name != "id"}


def _cells(content: dict[str, Any], before: str = "") -> Iterable[tuple[str, str]]:
    for name, value in content.items():
        if isinstance(value, dict):
            yield from _cells(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", _cell(value)


def _cell(value: Any) -> str:
    if isinstance(value, list):
        if all(isinstance(each, str) for each in value):
            return " | ".join(value)
        return json.dumps(value, ensure_ascii=False)
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)
