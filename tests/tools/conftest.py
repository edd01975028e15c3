"""Calling the scripts of the tools. «RULES» among the values stands for what the build gives them; ``each`` calls once per list."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.commands.console import ROOT
from macros.guide.guide import Guide
from macros.render.plan import Plan
from macros.render.tools import Tools
from tests.asking import Ask, asking

SCRIPTS = ROOT / "docs" / "assets" / "javascripts"
PURE = ("approach-rules", "barrier-rules", "budget-rules", "countdown-rules")


@pytest.fixture(scope="session")
def ask(guide: Guide, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """Call a function of the scripts, as «approach.weigh»."""
    folder = tmp_path_factory.mktemp("tools")
    files = []
    for name, (_, content) in Tools(guide).scripts.items():
        files.append(folder / f"{name}.js")
        files[-1].write_bytes(content)
    files.append(folder / "plan-rules.js")
    files[-1].write_bytes(Plan(guide).script[1])
    files += [SCRIPTS / "plan-store" / "50-signs.js", SCRIPTS / "plan-store" / "60-progress.js", SCRIPTS / "plan-files" / "20-calendar.js"]
    for bundle in PURE:
        files += sorted((SCRIPTS / bundle).glob("*.js"))
    files.append(SCRIPTS / "countdown" / "05-words.js")
    with asking(Path(__file__).with_name("ask.js"), *files) as call:
        yield call
