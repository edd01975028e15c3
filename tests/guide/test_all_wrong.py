"""One guide in which everything is wrong, and all that a contributor then reads.

Whoever changes a message on purpose reads the difference and copies the new report over ``expected.txt``.
"""

from __future__ import annotations

import ast
import inspect as python
from pathlib import Path

import pytest

from macros.guide import checks, loading, messages
from macros.guide.problems import report

FOLDER = Path(__file__).parent / "all-wrong"

#: Rules that wait until everything can be read; test_checks.py and test_approach.py break them.
WAITING = {checks.sources_are_cited, checks.shared_sheets_are_used, checks.statements_rest_on_arguments}


@pytest.fixture(scope="module")
def found():
    """The guide as far as it can be read, all problems, and the kinds of error the model gave."""
    kinds = set()
    explain = messages.explain

    def noting(error, *arguments):
        kinds.add(error["type"])
        return explain(error, *arguments)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(messages, "explain", noting)
        guide, problems = loading.inspect(FOLDER)
    return guide, problems, kinds


def test_the_whole_report_is_as_expected(found, tmp_path):
    actual = report(found[1]) + "\n"
    (tmp_path / "report.txt").write_text(actual, encoding="utf-8")
    expected = (FOLDER / "expected.txt").read_text(encoding="utf-8")
    assert actual.splitlines() == expected.splitlines(), f"compare with {tmp_path / 'report.txt'}"


def test_every_rule_about_the_whole_is_broken(found):
    guide, problems, _ = found
    unbroken = {rule for rule in checks.CHECKS if set(problems).isdisjoint(rule(guide))}
    assert {rule.__name__ for rule in unbroken - WAITING} == set()


def test_every_kind_of_error_that_the_model_gives_is_explained_and_shown(found):
    """No kind of error falls through to the last resort, and none is explained that never occurs."""
    assert found[2] == explained()


def explained():
    """The kinds of error that ``messages.explain`` has a sentence for."""
    tree = ast.parse(python.getsource(messages.explain))
    return {node.value.value for node in ast.walk(tree) if isinstance(node, ast.MatchValue)}


def test_no_message_shows_python_or_an_unfinished_sentence(found):
    for problem in found[1]:
        assert problem.message.endswith((".", "?")), problem
        assert not any(part in problem.message for part in ("None", "['", "{'", "<class", "  ")), problem
