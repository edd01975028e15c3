"""The logic of the search in the browser, tested where it runs without one."""

from __future__ import annotations

import subprocess

from tests.search.asking import FOLDER, node


def test_logic_of_the_search_does_what_its_own_tests_say():
    result = subprocess.run([node(), "--test", str(FOLDER / "logic.test.js")], capture_output=True, text=True, encoding="utf-8")
    assert result.returncode == 0, result.stdout + result.stderr
    assert "# fail 0" in result.stdout
    assert "# pass 0" not in result.stdout
