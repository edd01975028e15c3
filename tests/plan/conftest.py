"""The plan's scripts, run by Node, with the rules that the build gives them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.guide.guide import Guide
from macros.render.plan import Plan
from tests.asking import Ask, asking


@pytest.fixture(scope="session")
def ask(guide: Guide, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """Call a function of the plan's scripts, as «plans.merge»."""
    rules, outline = (tmp_path_factory.mktemp("rules") / name for name in ("rules.js", "outline.js"))
    rules.write_bytes(Plan(guide).script[1])
    outline.write_bytes(Plan(guide).outline_script({"word": ["a.js"]})[1])
    with asking(Path(__file__).with_name("ask.js"), rules, outline) as call:
        yield call
