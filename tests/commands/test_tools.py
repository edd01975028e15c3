"""Finding and installing what the tests use."""

import ctypes.util
import dataclasses
import subprocess

import pytest

from macros.commands import debian, tools
from macros.commands.console import CommandError

CHROMIUM, NPM = (next(tool for tool in tools.TOOLS if tool.key == key) for key in ("chromium", "npm"))


def ensure(present, *, installable=(), environ=None, on_debian=True):
    """Run ensure_programs on an imaginary machine; returns its answer and what was asked to install."""
    present, asked = set(present), []

    def install(packages):
        asked.extend(packages)
        present.update(tool.key for tool in tools.TOOLS if set(tool.debian) <= set(packages) & set(installable))
        return True

    answer = tools.ensure_programs(
        (CHROMIUM, NPM),
        present=lambda tool: tool.key in present,
        install=install,
        on_debian=lambda: on_debian,
        environ=environ or {},
    )
    return answer, asked


def test_nothing_missing_installs_nothing():
    assert ensure({"chromium", "npm"}) == (False, [])


def test_only_what_is_missing_is_installed():
    assert ensure({"npm"}, installable=["chromium"]) == (True, ["chromium"])


def test_a_second_opinion_that_cannot_be_had_stops_nothing(capsys):
    spare = tools.Tool("spare", "Netscape", ("netscape",), "installeer Netscape", optional=True)
    asked = []
    answer = tools.ensure_programs(
        (CHROMIUM, spare), present=lambda tool: tool is CHROMIUM and asked != [], install=asked.append, on_debian=lambda: True, environ={"CI": "true"}
    )
    assert (answer, asked) == (True, [["chromium"], ["netscape"]])
    assert capsys.readouterr().err == "Voor de tests ontbreekt Netscape: laat een beheerder dit uitvoeren: apt-get install netscape.\n"


def test_what_may_not_be_installed_is_named_in_one_sentence_and_the_tests_go_on(capsys):
    assert ensure({"npm"})[0] is False
    assert capsys.readouterr().err == (
        "Voor de tests ontbreekt Chromium: laat een beheerder dit uitvoeren: apt-get install chromium.\n"
    )


def test_several_missing_tools_share_one_sentence():
    assert tools.missing_sentence([CHROMIUM, NPM], on_debian=True) == (
        "Voor de tests ontbreken Chromium en Node.js met npm: "
        "laat een beheerder dit uitvoeren: apt-get install chromium nodejs npm."
    )


def test_other_systems_are_told_what_to_install():
    assert tools.missing_sentence([CHROMIUM, NPM], on_debian=False) == (
        "Voor de tests ontbreken Chromium en Node.js met npm: "
        "installeer Chromium of Google Chrome en installeer Node.js 18 of nieuwer."
    )


def test_missing_tool_in_ci_is_an_error_never_a_skip():
    with pytest.raises(CommandError, match="ontbreekt Chromium"):
        ensure({"npm"}, environ={"CI": "true"})


def test_ci_false_is_no_ci():
    assert ensure({"npm"}, environ={"CI": "false"})[0] is False


def test_tool_is_found_on_the_path_and_the_variable_goes_first(tmp_path):
    for name in ("chromium", "my-own"):
        (tmp_path / name).write_text("#!/bin/sh\n")
        (tmp_path / name).chmod(0o755)
    assert tools.find("chromium", {"PATH": str(tmp_path)}) == tmp_path / "chromium"
    own = {"PATH": str(tmp_path), "CHROMIUM": str(tmp_path / "my-own")}
    assert tools.find("chromium", own) == tmp_path / "my-own"
    assert tools.find("npm", {"PATH": str(tmp_path)}) is None


def test_library_counts_as_present_when_it_can_be_loaded():
    missing = tools.Tool("x", "x", (), "", library="libdoes-not-exist.so.1", system=tools.sys.platform)
    assert not tools.is_present(missing)
    assert tools.is_present(dataclasses.replace(missing, library=ctypes.util.find_library("c") or "msvcrt"))
    assert tools.is_present(dataclasses.replace(missing, system="another"))


@pytest.fixture
def node(tmp_path):
    """A folder with pinned npm packages, and an npm that notes what it is asked."""
    (tmp_path / "package.json").write_text("{}")
    (tmp_path / "package-lock.json").write_text("{}")
    commands = []

    def install(code=0, environ=None):
        def run(command, *, cwd, **_):
            commands.append(command)
            (cwd / "node_modules").mkdir(exist_ok=True)
            return subprocess.CompletedProcess(command, code, "", "no such host" if code else "")

        return tools.ensure_node_packages(tmp_path, npm=tmp_path / "npm", run=run, environ=environ or {})

    install.folder, install.commands = tmp_path, commands
    return install


def test_npm_packages_are_installed_once_without_running_their_scripts(node):
    assert node() is True
    assert node() is False
    assert [command[1:3] for command in node.commands] == [["ci", "--ignore-scripts"]]


def test_changed_npm_pins_are_installed_again(node):
    node()
    (node.folder / "package-lock.json").write_text('{"lockfileVersion": 3}')
    assert node() is True


def test_failed_npm_is_said_and_tried_again(node, capsys):
    assert node(code=1) is False
    assert "no such host" in capsys.readouterr().err
    assert node() is True


def test_failed_npm_in_ci_is_an_error(node):
    with pytest.raises(CommandError, match="npm-pakketten van de tests konden niet"):
        node(code=1, environ={"CI": "1"})


class Apt:
    """A machine with sudo and apt-get; notes the commands."""

    def __init__(self, sudo=0, install=0):
        self.codes = {"true": sudo, "install": install}
        self.commands = []

    def __call__(self, command, **_):
        self.commands.append(" ".join(command))
        code = next((code for word, code in self.codes.items() if word in command), 0)
        return subprocess.CompletedProcess(command, code, "", "E: broken" if code else "")


@pytest.fixture
def debian_user(monkeypatch):
    """On Debian, not as root."""
    monkeypatch.setattr(debian, "is_debian", lambda: True)
    monkeypatch.setattr(debian.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(debian.os, "geteuid", lambda: 1000, raising=False)


def test_debian_updates_its_list_before_it_installs(debian_user):
    apt = Apt()
    assert debian.install(["chromium"], apt) is True
    update, install = (command for command in apt.commands if "apt-get" in command)
    assert update.startswith("sudo -n env DEBIAN_FRONTEND=noninteractive apt-get")
    assert update.endswith(" update")
    assert install.endswith(" install --yes --no-install-recommends chromium")


def test_debian_without_rights_installs_nothing(debian_user):
    apt = Apt(sudo=1)
    assert debian.install(["chromium"], apt) is False
    assert not [command for command in apt.commands if "apt-get" in command]


def test_debian_shows_why_an_installation_failed(debian_user, capsys):
    assert debian.install(["chromium"], Apt(install=100)) is False
    assert "E: broken" in capsys.readouterr().err


def test_other_systems_install_nothing(monkeypatch):
    monkeypatch.setattr(debian, "is_debian", lambda: False)
    apt = Apt()
    assert debian.install(["chromium"], apt) is False
    assert apt.commands == []
