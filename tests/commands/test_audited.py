"""An audit that audited nothing, or not everything, fails."""

from __future__ import annotations

import json

import pytest
import yaml

from macros.commands.audited import faults, unlisted
from macros.commands.console import ROOT

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


def parts(*components, format="CycloneDX"):
    return json.dumps({"bomFormat": format, "components": list(components)})


def test_list_of_parts_names_every_pin_in_its_version():
    whole = ({"name": "A_b", "version": "1.0"}, {"name": "win", "version": "2.0"})
    assert unlisted(parts(*whole), PINS) == []
    assert unlisted(parts({"name": "a-b", "version": "0.9"}, whole[1]), PINS) == ["a-b 1.0 is not listed"]
    assert unlisted(parts(*whole, format="SPDX"), PINS) == ["this is no CycloneDX list of parts"]
    assert "nothing is pinned" in unlisted(parts(), "")


def test_only_the_job_that_attaches_the_list_may_write_and_it_runs_none_of_our_code():
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "audit.yml").read_text(encoding="utf-8"))
    assert workflow["permissions"] == {"contents": "read"}
    attach = workflow["jobs"]["attach"]
    assert attach["permissions"] == {"actions": "read", "contents": "write"}
    assert (attach["needs"], attach["if"]) == ("audit", "github.event_name == 'release'")
    assert all("uses" not in step and "macros" not in step["run"] and "${{" not in step["run"] for step in attach["steps"])
