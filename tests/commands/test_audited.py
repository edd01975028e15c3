"""An audit that audited nothing, or not everything, fails."""

from __future__ import annotations

import json

import pytest

from macros.commands.audited import faults

PINS = "a-b==1.0 \\\n    --hash=sha256:00\nwin==2.0 ; sys_platform == 'win32' \\\n    --hash=sha256:00\n"


def report(*dependencies):
    return json.dumps({"dependencies": list(dependencies), "fixes": []})


def test_all_looked_at_and_nothing_known_passes():
    assert faults(report({"name": "A_b", "version": "1.0", "vulns": []}), PINS) == []


@pytest.mark.parametrize(
    ("dependencies", "fault"),
    [
        ([], "a-b 1.0 was not looked at"),
        ([{"name": "a-b", "version": "0.9", "vulns": []}], "a-b 1.0 was not looked at"),
        ([{"name": "a-b", "version": "1.0", "vulns": [{"id": "PYSEC-1"}]}], "a-b 1.0: PYSEC-1"),
        ([{"name": "a-b", "skip_reason": "no network"}], "a-b was skipped: no network"),
    ],
)
def test_what_was_not_looked_at_or_is_weak_fails(dependencies, fault):
    assert fault in faults(report(*dependencies), PINS)


def test_no_pins_at_all_is_no_audit():
    assert faults(report(), "") == ["nothing is pinned"]
