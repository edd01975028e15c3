"""Choosing a verb."""

import importlib
import subprocess
import sys

import pytest

from macros.commands import cli, clock, setup
from macros.commands.console import ROOT


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "macros", *words], cwd=ROOT, capture_output=True, text=True, encoding="utf-8"
    )


@pytest.mark.parametrize("words", [[], ["help"], ["--help"]])
def test_help_names_every_verb(words):
    result = run(*words)
    assert result.returncode == 0
    for verb in cli.VERBS:
        assert f"  {verb.name} " in result.stdout
        assert verb.summary in result.stdout


def test_a_verb_that_is_asked_for_help_only_says_what_it_does():
    result = run("serve", "--help")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith("serve: toon de gids op http://127.0.0.1:8000")


def test_mistyped_verb_names_the_nearest_and_exits_2():
    result = run("chek")
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith("«chek» bestaat niet. Bedoelde je «check»? Kies uit: setup, ")


def test_verb_that_resembles_nothing_gets_no_guess():
    assert "Bedoelde" not in cli.unknown_verb("xyzzy")


@pytest.mark.parametrize("verb", cli.VERBS, ids=lambda verb: verb.name)
def test_every_verb_can_be_run(verb):
    module, function = verb.action.split(":")
    assert callable(getattr(importlib.import_module(f"macros.commands.{module}"), function))


def test_every_verb_has_a_make_target():
    targets = (ROOT / "Makefile").read_text(encoding="utf-8").split("VERBS :=")[1].splitlines()[0].split()
    assert sorted(targets) == sorted(verb.name for verb in cli.VERBS)


def test_setting_up_needs_the_standard_library_alone():
    script = f"""
import sys
sys.path = [{str(ROOT)!r}, *(entry for entry in sys.path if "site-packages" not in entry)]
import macros, macros.__main__
from macros.commands import bench, cli, clock, debian, pins, quietly, serve, setup, site, suite, tools
foreign = {{name.partition(".")[0] for name in sys.modules}} - sys.stdlib_module_names - {{"macros", "__main__"}}
sys.exit(f"not in the standard library: {{sorted(foreign)}}" if foreign else 0)
"""
    result = subprocess.run([sys.executable, "-I", "-S", "-c", script], capture_output=True, text=True)
    assert result.returncode == 0, result.stderr


@pytest.fixture
def fake_environment(monkeypatch):
    """Stands in for the virtual environment and notes what is asked of it."""
    asked = []

    class Fake:
        running = False

        def ensure(self, group):
            asked.append(group)

        def is_running(self):
            return self.running

        def rerun(self, arguments):
            asked.append(arguments)
            return 7

    monkeypatch.setattr(setup, "Environment", Fake)
    Fake.asked = asked
    return Fake


def test_verb_outside_the_environment_makes_it_and_hands_its_exit_code_on(fake_environment):
    assert cli.main(["quick", "-k", "title"]) == 7
    assert fake_environment.asked == ["test", ["-m", "macros", "quick", "-k", "title"]]


def test_verb_inside_the_environment_knows_the_edition_date(fake_environment, monkeypatch):
    fake_environment.running = True
    monkeypatch.setenv(clock.VARIABLE, " 1767225600 ")
    seen = []
    module = importlib.import_module("macros.commands.site")
    monkeypatch.setattr(module, "main", lambda rest: seen.append((rest, clock.os.environ[clock.VARIABLE])) or 0)
    assert cli.main(["site"]) == 0
    assert seen == [([], "1767225600")]


def test_reason_to_stop_is_shown_without_traceback(fake_environment, monkeypatch, capsys):
    fake_environment.running = True
    monkeypatch.setenv(clock.VARIABLE, "gisteren")
    assert cli.main(["site"]) == 1
    assert capsys.readouterr().err.startswith("SOURCE_DATE_EPOCH is «gisteren», maar moet een geheel getal zijn.")
