"""The HTML itself, by the checker of the people who write the standard."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.conftest import npm_file, program


def errors(*where: Path) -> list[str]:
    """What the Nu checker calls an error, in every HTML file below ``where``."""
    jar = npm_file("vnu-jar/build/dist/vnu.jar")
    result = subprocess.run(
        [program("java"), "-Xss2m", "-jar", jar, "--errors-only", "--skip-non-html", "--format", "json", *where],
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    messages = json.loads(result.stderr)["messages"]
    found = [f"{m['url'].rpartition('/site/')[2]}:{m.get('lastLine', '?')}: {m['message']}" for m in messages]
    assert bool(found) == bool(result.returncode), result.stderr
    return found


@pytest.mark.slow
def test_the_nu_checker_finds_no_error_on_any_page(built, configured_built, figure):
    found = errors(built, configured_built / "strategieen" / "oude-naam", configured_built / "praktijkverhalen" / "weggehaald")
    figure("nu-errors", len(found))
    assert found == []


@pytest.mark.slow
def test_the_nu_checker_would_say_so(tmp_path):
    page = tmp_path / "fout.html"
    page.write_text("<!doctype html><html lang=nl><title>x</title><p id=a><b id=a>", encoding="utf-8")
    assert any("Duplicate ID" in message for message in errors(page))
