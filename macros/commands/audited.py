"""Judge the report of an audit of the dependencies: one that looked at less than all of them has failed, whatever it found.

Run as ``python -m macros.commands.audited REPORT REQUIREMENTS``: the JSON of pip-audit, and the pins it was given. With
``--parts`` before them, the first is a list of parts (CycloneDX), which must name every pin.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

_PIN = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)(.*)$", re.MULTILINE)


def faults(report: str, pins: str) -> list[str]:
    """What is wrong, in words; empty when every pin was looked at and nothing is known against any."""
    looked = {_plain(entry["name"]): entry for entry in json.loads(report)["dependencies"]}
    # A pin with a condition («; sys_platform == …») is not for this machine, and is left out by the audit.
    wanted = {_plain(name): version for name, version, rest in _PIN.findall(pins) if ";" not in rest}
    found = ["nothing is pinned"] if not wanted else []
    found += [f"{name} {version} was not looked at" for name, version in wanted.items() if looked.get(name, {}).get("version") != version]
    found += [f"{name} was skipped: {entry['skip_reason']}" for name, entry in looked.items() if "skip_reason" in entry]
    found += [f"{name} {entry['version']}: {known['id']}" for name, entry in looked.items() for known in entry.get("vulns", ())]
    return found


def unlisted(parts: str, pins: str) -> list[str]:
    """What a list of parts lacks; empty when it is CycloneDX and names every pin in its version."""
    content = json.loads(parts)
    listed = {(_plain(part["name"]), part.get("version")) for part in content.get("components", ())}
    wanted = {(_plain(name), version) for name, version, _ in _PIN.findall(pins)}
    found = [] if content.get("bomFormat") == "CycloneDX" else ["this is no CycloneDX list of parts"]
    found += ["nothing is pinned"] if not wanted else []
    return found + [f"{name} {version} is not listed" for name, version in sorted(wanted - listed)]


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    judge, good = faults, "Every pinned package was looked at; nothing is known against any."
    if "--parts" in sys.argv:
        judge, good = unlisted, "Every pinned package is in the list of parts."
    files = [name for name in sys.argv[1:] if name != "--parts"]
    wrong = judge(*(Path(name).read_text(encoding="utf-8") for name in files[:2]))
    print(*wrong or [good], sep="\n")
    sys.exit(bool(wrong))
