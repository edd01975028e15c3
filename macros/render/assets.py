"""Styles and scripts: written in small parts, served as one hashed file each."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

_STYLES = "assets/stylesheets/"
_SCRIPTS = "assets/javascripts/"


@dataclass
class Bundle:
    """The joined files by their name in the site, and the names that pages link to."""

    style: str = ""
    script: str = ""
    files: dict[str, bytes] = field(default_factory=dict)


def is_part(uri: str) -> bool:
    """Whether a file of ``docs/`` is a part that is joined, and so not published by itself."""
    return uri.startswith((_STYLES, _SCRIPTS))


def join(assets: Path) -> Bundle:
    """Join the parts below ``assets`` in the order of their names («10-tokens.css» before «20-page.css»)."""
    bundle = Bundle()
    bundle.style = _add(bundle, assets / "stylesheets", "css")
    bundle.script = _add(bundle, assets / "javascripts", "js")
    return bundle


def _add(bundle: Bundle, folder: Path, suffix: str) -> str:
    content = b"\n".join(part.read_bytes().strip() for part in sorted(folder.glob(f"*.{suffix}"))) + b"\n"
    if not content.strip():
        return ""
    name = f"assets/gids-{hashlib.sha256(content).hexdigest()[:12]}.{suffix}"
    bundle.files[name] = content
    return name
