"""The form's scripts, run by Node, beside the Python that they must agree with."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from macros.commands.console import ROOT
from macros.guide.guide import Guide
from macros.guide.loading import load
from macros.render.forms import StoryForm
from tests.conftest import program

Ask = Callable[..., Any]


@pytest.fixture(scope="session")
def guide() -> Guide:
    return load(ROOT)[0]


@pytest.fixture(scope="session")
def ask(guide: Guide, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """Call a function of the form's scripts, as «story.parse»."""
    npm = program("npm")
    node = shutil.which("node", path=str(npm.parent)) or shutil.which("node")
    assert node, "npm without node"
    rules = tmp_path_factory.mktemp("rules") / "rules.js"
    rules.write_bytes(StoryForm(guide).script[1])
    command = [node, str(Path(__file__).with_name("ask.js")), str(rules)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        assert process.stdin and process.stdout

        def call(name: str, *values: Any) -> Any:
            print(json.dumps({"call": name, "with": values}), file=process.stdin, flush=True)
            return json.loads(process.stdout.readline())

        yield call
        process.stdin.close()


@pytest.fixture(scope="session")
def project_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a copy of the data, to put stories in and take them out again."""
    root = tmp_path_factory.mktemp("data-project")
    shutil.copytree(ROOT / "data", root / "data")
    return root
