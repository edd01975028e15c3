"""The plan's scripts, run by Node, with the rules that the build gives them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.commands.console import ROOT
from macros.guide.guide import Guide
from macros.guide.loading import load
from macros.render.plan import Plan
from tests.asking import Ask, asking


@pytest.fixture(scope="session")
def guide() -> Guide:
    return load(ROOT)[0]


@pytest.fixture(scope="session")
def ask(guide: Guide, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """Call a function of the plan's scripts, as «plans.merge»."""
    rules = tmp_path_factory.mktemp("rules") / "rules.js"
    rules.write_bytes(Plan(guide).script[1])
    with asking(Path(__file__).with_name("ask.js"), rules) as call:
        yield call
