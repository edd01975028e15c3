"""The form's scripts, run by Node, beside the Python that they must agree with."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.commands.console import ROOT
from macros.guide.guide import Guide
from macros.render.forms import StoryForm
from tests.asking import Ask, asking


@pytest.fixture(scope="session")
def ask(guide: Guide, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """Call a function of the form's scripts, as «story.parse»."""
    rules = tmp_path_factory.mktemp("rules") / "rules.js"
    rules.write_bytes(StoryForm(guide).script[1])
    with asking(Path(__file__).with_name("ask.js"), rules) as call:
        yield call


@pytest.fixture(scope="session")
def project_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a copy of the data, to put stories in and take them out again."""
    root = tmp_path_factory.mktemp("data-project")
    shutil.copytree(ROOT / "data", root / "data")
    return root
