"""Run the tests, after making sure that what they use is there."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from macros.commands import clock, tools
from macros.commands.console import follow


def main(argv: Sequence[str]) -> int:
    """The verb «test»: every test; further words go to pytest."""
    return _pytest(argv)


def quick(argv: Sequence[str]) -> int:
    """The verb «quick»: every test that is not marked slow and needs no browser."""
    return _pytest(["-m", "not slow and not browser", *argv])


def _pytest(arguments: Sequence[str]) -> int:
    environment = clock.child_environment()
    tools.ensure_all()
    return follow([sys.executable, "-m", "pytest", *arguments], env=environment)
