"""Scripts of the site run by Node: a line of JSON in is a line of JSON out."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.conftest import program

Ask = Callable[..., Any]


@contextmanager
def asking(script: Path, *arguments: Path) -> Iterator[Ask]:
    """Call a function of the scripts that ``script`` loads, as «story.parse»."""
    npm = program("npm")
    node = shutil.which("node", path=str(npm.parent)) or shutil.which("node")
    assert node, "npm without node"
    command = [node, str(script), *map(str, arguments)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        assert process.stdin and process.stdout

        def call(name: str, *values: Any, **more: Any) -> Any:
            print(json.dumps({"call": name, "with": values, **more}), file=process.stdin, flush=True)
            return json.loads(process.stdout.readline())

        yield call
        process.stdin.close()
