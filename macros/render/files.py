"""Writing the generated pages as files that any site builder reads: front matter and an HTML body."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from macros.render.site import GeneratedPage


def front_matter(page: GeneratedPage) -> dict[str, Any]:
    """What a page says about itself, above its text; what is empty is left out."""
    meta = {
        "title": page.title,
        "description": page.description,
        "kind": page.kind,
        "parent": page.parent,
        "source": page.source,
        "previous": page.previous,
        "next": page.next,
        "indexed": page.indexed,
    }
    return {key: value for key, value in meta.items() if value != ""}


def body(page: GeneratedPage) -> str:
    """The text of a page, below what it says about itself."""
    return f"{page.html.strip()}\n"


def page_text(page: GeneratedPage) -> str:
    """The file of a page. The body is one block of HTML; builders that read Markdown leave it as it is."""
    front = yaml.dump(front_matter(page), Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{front}---\n{body(page)}"


def write_pages(pages: Iterable[GeneratedPage], folder: Path) -> dict[str, Path]:
    """Write each page below ``folder``; files that are no longer pages go. Returns page key -> file.

    A file whose content stays the same is not touched, so that a watching builder sees only real changes.
    """
    present = set(folder.rglob("*.md"))
    folders = {file.parent for file in present}
    written: dict[str, Path] = {}
    for page in pages:
        file = folder / f"{page.key}.md"
        text = page_text(page)
        if file not in present or file.read_text(encoding="utf-8") != text:
            if file.parent not in folders:
                file.parent.mkdir(parents=True, exist_ok=True)
                folders.add(file.parent)
            file.write_text(text, encoding="utf-8", newline="\n")
        written[page.key] = file
    for stale in present - set(written.values()):
        stale.unlink()
    return written
