"""Making the virtual environment, and not making it twice. A fake stands in for venv and pip."""

import json
import os
import subprocess
import sys

import pytest

from macros.commands import setup
from macros.commands.console import CommandError


class Machine:
    """Does what `python -m venv` leaves on disk, and notes every command."""

    def __init__(self, environment_folder):
        self.folder = environment_folder
        self.done = []
        self.failing = ""

    def __call__(self, command, **_):
        step = next((name for name in ("venv", "pip") if command[1:3] == ["-m", name]), "link")
        if step == "pip":
            step += " " + os.path.basename(command[-1])
        self.done.append(step)
        if step == "venv":
            inside = self.folder / ("Scripts" if os.name == "nt" else "bin")
            inside.mkdir(parents=True, exist_ok=True)
            (inside / ("python.exe" if os.name == "nt" else "python")).write_text("")
            (self.folder / "pyvenv.cfg").write_text("home = /usr/bin\nversion = 3.11.2\n")
        failed = bool(self.failing) and step.startswith(self.failing)
        return subprocess.CompletedProcess(command, int(failed), "", "no such host" if failed else "")


@pytest.fixture
def project(tmp_path):
    (tmp_path / "requirements.txt").write_text("a==1\n")
    (tmp_path / "requirements-test.txt").write_text("a==1\nt==1\n")
    machine = Machine(tmp_path / ".venv")
    return setup.Environment(tmp_path, machine, lambda packages: False), machine


def test_first_time_makes_the_environment_and_second_time_does_nothing(project):
    environment, machine = project
    assert environment.ensure("site") is True
    assert machine.done == ["venv", "pip requirements.txt", "link"]
    assert environment.ensure("site") is False
    assert len(machine.done) == 3


def test_installing_is_bound_to_hashes_and_wheels(project):
    environment, machine = project
    commands = []
    environment.run = lambda command, **options: commands.append(command) or machine(command, **options)
    environment.ensure("site")
    pip = next(command for command in commands if "pip" in command)
    assert "--require-hashes" in pip
    assert pip[pip.index("--only-binary") + 1] == ":all:"


def test_tests_come_on_top_of_the_site_and_serve_both(project):
    environment, machine = project
    environment.ensure("site")
    machine.done.clear()
    environment.ensure("test")
    assert machine.done == ["pip requirements-test.txt", "link"]
    assert environment.is_current("site") and environment.is_current("test")


def test_changed_pins_are_installed_and_keep_the_tests(project):
    environment, machine = project
    environment.ensure("test")
    machine.done.clear()
    (environment.root / "requirements.txt").write_text("a==2\n")
    assert environment.ensure("site") is True
    assert machine.done == ["pip requirements-test.txt", "link"]


def test_changed_recipe_installs_again(project, monkeypatch):
    environment, machine = project
    environment.ensure("site")
    monkeypatch.setattr(setup, "RECIPE", setup.RECIPE + 1)
    assert environment.ensure("site") is True


def test_failed_installation_says_why_and_is_made_anew(project):
    environment, machine = project
    machine.failing = "pip"
    with pytest.raises(CommandError, match="(?s)no such host.*De pakketten konden niet geïnstalleerd worden"):
        environment.ensure("site")
    assert not environment.is_current("site")
    machine.failing = ""
    machine.done.clear()
    environment.ensure("site")
    assert machine.done[0] == "venv"


def test_renewal_that_was_cut_off_is_not_taken_for_finished(project):
    environment, machine = project
    environment.ensure("test")
    (environment.root / "requirements-test.txt").write_text("a==1\nt==2\n")
    machine.failing = "pip"
    with pytest.raises(CommandError):
        environment.ensure("test")
    (environment.root / "requirements-test.txt").write_text("a==1\nt==1\n")
    assert not environment.is_current("test")
    assert not environment.is_current("site")


def test_moved_project_gets_a_new_environment(project, tmp_path_factory):
    environment, machine = project
    environment.ensure("site")
    moved = tmp_path_factory.mktemp("elsewhere") / "project"
    environment.root.rename(moved)
    environment.root, machine.folder = moved, moved / ".venv"
    machine.done.clear()
    environment.ensure("site")
    assert machine.done[0] == "venv"


def test_environment_whose_python_is_gone_is_made_anew(project):
    environment, machine = project
    environment.ensure("site")
    environment.python.unlink()
    machine.done.clear()
    environment.ensure("site")
    assert machine.done[0] == "venv"


@pytest.mark.skipif(os.name == "nt", reason="Windows copies the program instead of linking to it")
def test_environment_of_a_python_that_was_upgraded_is_made_anew(project):
    environment, machine = project
    environment.ensure("site")
    environment.python.unlink()
    environment.python.symlink_to(os.path.realpath(sys.executable))
    stamp = environment.folder / ".stamp-site.json"
    stamp.write_text(json.dumps(json.loads(stamp.read_text()) | {"python": "3.1"}))
    assert not environment.is_current("site")


def test_python_without_ensurepip_asks_for_the_debian_package(project, monkeypatch):
    environment, machine = project
    monkeypatch.setattr(setup.importlib.util, "find_spec", lambda name: None)
    package = f"python3.{sys.version_info.minor}-venv"
    with pytest.raises(CommandError, match=f"sudo apt-get install {package}"):
        environment.ensure("site")
    asked = []
    environment.install_packages = lambda packages: asked.append(packages) or True
    environment.ensure("site")
    assert asked == [[package]]


@pytest.mark.slow
def test_programs_in_a_real_environment_find_the_project_from_any_folder(tmp_path):
    root = tmp_path / "projéct"
    (root / "macros").mkdir(parents=True)
    (root / "macros" / "__init__.py").write_text("")

    def run(command, **options):
        if "pip" in command:  # no network in tests
            return subprocess.CompletedProcess(command, 0, "", "")
        return subprocess.run([*command, "--without-pip"] if "venv" in command else command, **options)

    for name in setup.REQUIREMENTS.values():
        (root / name).write_text("")
    environment = setup.Environment(root, run)
    environment.ensure("site")
    result = subprocess.run(
        [str(environment.python), "-I", "-c", "import macros; print(macros.__file__)"],
        cwd=tmp_path, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    assert result.stdout.strip() == str(root / "macros" / "__init__.py"), result.stderr


def test_unknown_word_after_setup_is_refused():
    with pytest.raises(CommandError, match="«--test» kent setup niet"):
        setup.main(["--test"])


def test_only_one_process_at_a_time_sets_up(tmp_path):
    script = (
        "import sys, pathlib; from macros.commands.setup import exclusive\n"
        "print('here', flush=True)\n"
        "with exclusive(pathlib.Path(sys.argv[1])): print('in', flush=True)"
    )
    with setup.exclusive(tmp_path / "lock"):
        other = subprocess.Popen(
            [sys.executable, "-c", script, str(tmp_path / "lock")],
            cwd=setup.ROOT, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert other.stdout.readline() == "here\n"
        with pytest.raises(subprocess.TimeoutExpired):
            other.wait(timeout=0.5)
    assert other.communicate()[0] == "in\n"
    assert other.returncode == 0
