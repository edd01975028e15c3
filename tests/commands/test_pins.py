"""The pinned requirements: complete, the same everywhere, and without addresses."""

import json
import re
import tomllib

import pytest
from packaging.requirements import Requirement

from macros.commands.console import ROOT

FILES = ("requirements.txt", "requirements-test.txt")
AUDIT = "requirements-audit.txt"
PIN = re.compile(r"^([a-z0-9-]+)==(\S+)(?: ; [^\n\\]+)?((?: \\\n    --hash=sha256:[0-9a-f]{64})+)$", re.MULTILINE)

#: Where a package asks for support; npm copies that into its lock file.
FUNDING = re.compile(r'"(?:url|funding)": "https://[^"]*"')


def pins(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    return {package: (version, frozenset(hashes.split())) for package, version, hashes in PIN.findall(text)}


@pytest.mark.parametrize("name", [*FILES, AUDIT])
def test_every_line_is_a_version_with_hashes(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    rest = PIN.sub("", "".join(line for line in text.splitlines(keepends=True) if not line.startswith("#")))
    assert rest.strip() == ""
    assert pins(name)


@pytest.mark.parametrize("name", [*FILES, AUDIT, "pyproject.toml", "tests/node/package.json", "tests/node/package-lock.json"])
def test_no_address_of_an_index(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in FUNDING.sub("", text)
    assert "index-url" not in text


def test_tests_run_with_the_versions_that_the_site_is_built_with():
    runtime, everything = (pins(name) for name in FILES)
    assert {package: everything.get(package) for package in runtime} == runtime
    assert len(everything) > len(runtime)


@pytest.mark.parametrize(("name", "group"), [(FILES[0], None), (FILES[1], "test"), (AUDIT, "audit")])
def test_direct_dependencies_are_pinned_within_their_ranges(name, group):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = project["optional-dependencies"][group] if group else project["dependencies"]
    pinned = pins(name)
    for requirement in map(Requirement, wanted):
        assert requirement.specifier, f"{requirement.name} has no range"
        assert requirement.specifier.contains(pinned[requirement.name][0])


def test_npm_packages_are_pinned_exactly_with_their_hashes():
    folder = ROOT / "tests" / "node"
    wanted = json.loads((folder / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    locked = json.loads((folder / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    for name, version in wanted.items():
        assert locked[f"node_modules/{name}"]["version"] == version
    for name, package in locked.items():
        assert not name or package["integrity"].startswith("sha512-"), name
