"""The verb «schemas»: write again what is made from the model and kept in the project: JSON Schemas and the table of fields."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from macros.commands.console import ROOT, CommandError, say
from macros.guide import schema
from macros.guide.fields import Field, Shape, by_group, story_fields
from macros.guide.loading import load

GUIDE_FOR_CONTRIBUTORS = "CONTRIBUTING.md"
_BEGIN, _END = "<!-- velden: gemaakt door «python -m macros schemas» -->", "<!-- einde velden -->"


def main(argv: Sequence[str], root: Path = ROOT) -> int:
    if argv:
        raise CommandError(f"«{argv[0]}» kent schemas niet: gebruik het zonder iets erachter.")
    guide, _ = load(root)
    changed = schema.write(root, schema.choices_of(guide))
    file = root / GUIDE_FOR_CONTRIBUTORS
    text = file.read_text(encoding="utf-8")
    if (renewed := with_table(text)) != text:
        file.write_text(renewed, encoding="utf-8", newline="\n")
        changed.append(GUIDE_FOR_CONTRIBUTORS)
    say(f"Vernieuwd: {', '.join(changed)}." if changed else "Alles was al gelijk aan het model.")
    return 0


def with_table(text: str) -> str:
    """The text with the table of fields between its marks made anew."""
    before, begin, rest = text.partition(_BEGIN)
    _, end, after = rest.partition(_END)
    if not begin or not end:
        raise CommandError(f"{GUIDE_FOR_CONTRIBUTORS} mist de tekens rond de tabel met velden.")
    return f"{before}{begin}\n\n{field_table()}\n{end}{after}"


def field_table() -> str:
    """Every field of a story with what to write, as Markdown."""
    parts = []
    for group, fields in by_group(story_fields()):
        rows = [f"| `{field.name}`{' **verplicht**' if field.required else ''} | {_help(field)} |" for field in fields]
        parts.append("\n".join([f"**{group}**", "", "| Veld | Wat je schrijft |", "| --- | --- |", *rows, ""]))
    return "\n".join(parts)


def _help(field: Field) -> str:
    sentences = [f"{field.label}." if field.label else "", field.help]
    if field.choices:
        words = ", ".join(f"`{value}`" for value, _ in field.choices)
        sentences.append(f"Kies: {words}.")
    if field.fields:
        kind = "Elk met" if field.shape is Shape.ROWS else "Met"
        must = [f"`{inside.name}`" for inside in field.fields if inside.required]
        may = [f"`{inside.name}`" for inside in field.fields if not inside.required]
        more = f"; als je wil ook {', '.join(may)}" if may else ""
        sentences.append(f"{kind} {', '.join(must)}{more}.")
    if field.longest is not None and field.longest < 400:
        sentences.append(f"Hoogstens {field.longest} tekens.")
    return " ".join(filter(None, sentences)).replace("|", "\\|")
