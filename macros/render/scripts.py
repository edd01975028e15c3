"""Scripts that hold data: what the browser must know of the guide, each in a file that is named after its content."""

from __future__ import annotations

import hashlib
import json
from typing import Any


def fingerprint(content: bytes) -> str:
    """What tells one state of a file from another, short enough for its name."""
    return hashlib.sha256(content).hexdigest()[:12]


def file_name(stem: str, content: bytes, suffix: str = "js") -> str:
    """Where a file stands in the site that browsers may keep for good: other content has another name."""
    return f"assets/{stem}-{fingerprint(content)}.{suffix}"


def text(data: Any) -> str:
    """Data as a script may hold them: a «<» could end it early, were it ever put inside a page."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def rules(stem: str, holder: str, data: dict[str, Any]) -> tuple[str, bytes]:
    """The name and content of the script that puts data in ``gids.<holder>.rules``."""
    content = f"(window.gids.{holder} = window.gids.{holder} || {{}}).rules = {text(data)};\n".encode()
    return file_name(stem, content), content
