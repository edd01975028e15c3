"""Writing the generated pages as files that any site builder reads: front matter and an HTML body."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import yaml

from macros.render.site import GeneratedPage


def page_text(page: GeneratedPage) -> str:
    """The file of a page. The body is one block of HTML; builders that read Markdown leave it as it is."""
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
    front = yaml.dump({key: value for key, value in meta.items() if value != ""}, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{front}---\n{page.html.strip()}\n"


def write_pages(pages: Iterable[GeneratedPage], folder: Path) -> dict[str, Path]:
    """Write each page below ``folder``; files that are no longer pages go. Returns page key -> file.

    A file whose content stays the same is not touched, so that a watching builder sees only real changes.
    """
    written: dict[str, Path] = {}
    for page in pages:
        file = folder / f"{page.key}.md"
        text = page_text(page)
        if not file.is_file() or file.read_text(encoding="utf-8") != text:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        written[page.key] = file
    keep = set(written.values())
    for stale in folder.rglob("*.md"):
        if stale not in keep:
            stale.unlink()
    return written
