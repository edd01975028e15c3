"""Asking the site's own search, with its own scripts, in Node."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.conftest import program

FOLDER = Path(__file__).parent


def node() -> Path:
    """Node itself: it comes with npm."""
    npm = program("npm")
    beside = npm.with_name("node.exe" if npm.suffix else "node")
    return beside if beside.is_file() else Path("node")


def ask(site: Path, queries: Iterable[str]) -> list[dict[str, Any]]:
    """The answers of a built site: pages found, what is shown of them, and the bytes that were loaded for it."""
    result = subprocess.run(
        [node(), FOLDER / "ask.js", site],
        input="".join(f"{query}\n" for query in queries),
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert result.returncode == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def pages(answer: dict[str, Any]) -> list[str]:
    return [page for page, *_ in answer["pages"]]
