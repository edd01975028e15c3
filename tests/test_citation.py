"""How to refer to the guide, in the file that repositories and reference managers read."""

from __future__ import annotations

import tomllib

import yaml

from macros.commands.console import ROOT
from macros.export import opendata

# What the Citation File Format 1.2.0 requires, and the values it allows where there is a list.
REQUIRED = {"cff-version", "message", "title", "authors"}


def test_citation_says_what_the_format_asks_and_what_the_project_says_elsewhere():
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert set(citation) >= REQUIRED and citation["cff-version"] == "1.2.0"
    assert citation["type"] in ("dataset", "software")
    assert citation["version"] == project["version"]
    assert citation["title"].startswith(opendata.GUIDE)
    assert citation["license"] == "CC-BY-4.0"
    assert all(author.get("name") or author.get("family-names") for author in citation["authors"])
