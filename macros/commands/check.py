"""The verb «check»: judge all data and say everything that is wrong at once."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from macros.guide.loading import inspect
from macros.guide.problems import github_annotations, has_errors, report
from macros.project import ROOT


def main(argv: Sequence[str]) -> int:
    """Print every problem; 1 when there are errors, 0 otherwise (notices never stop anything)."""
    parser = argparse.ArgumentParser(prog="python -m macros check", add_help=False)
    parser.add_argument("--format", choices=("text", "github"), default="text")
    options = parser.parse_args(argv)
    _, problems = inspect(ROOT)
    print(github_annotations(problems) if options.format == "github" else report(problems))
    return 1 if has_errors(problems) else 0
