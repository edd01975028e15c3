"""Run the tests, after making sure that what they use is there."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from macros.commands import clock, tools
from macros.commands.console import follow


#: The data, its rules and messages, the pages made from it, and the layout of the house.
QUICK = ("tests/guide", "tests/render", "tests/test_architecture.py", "tests/test_project.py", "tests/test_contributions.py")


def main(argv: Sequence[str]) -> int:
    """The verb «test»: every test; further words go to pytest."""
    return _pytest(argv)


def quick(argv: Sequence[str]) -> int:
    """The verb «quick»: what a change of data or of a page breaks first, without a site, a browser or documents."""
    return _pytest(["-m", "not slow", *QUICK, *argv])


def _pytest(arguments: Sequence[str]) -> int:
    environment = clock.child_environment()
    tools.ensure_all()
    return follow([sys.executable, "-m", "pytest", *arguments], env=environment)
