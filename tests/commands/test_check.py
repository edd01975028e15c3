"""The verb «check»: what people read, and what a pull request shows beside the lines."""

from __future__ import annotations

import re

import pytest

from macros.commands import check

WIJK = "stories/wijk.yml"


@pytest.fixture
def at(small, monkeypatch):
    """The small guide as the project that is checked."""
    monkeypatch.setattr(check, "ROOT", small.root)
    return small


def test_good_data_is_said_in_one_sentence(at, capsys):
    assert check.main([]) == 0
    assert capsys.readouterr().out == "Geen fouten.\n"


def test_every_problem_becomes_an_annotation_on_its_line(at, capsys):
    title = at.change(WIJK, "title: Een wijk probeert iets", "title: Een <b>wijk</b>, 100 %")
    at.append("stories/dorp.yml", "sumary: x\n")
    assert check.main([]) == 1
    plain = capsys.readouterr().out.splitlines()
    assert check.main(["--format=github"]) == 1
    annotations = capsys.readouterr().out.splitlines()
    assert annotations[-1] == plain[-1] == "2 problemen in 2 bestanden. De site is niet gebouwd."
    assert len(annotations) == len(plain) == 3
    for annotation, line in zip(annotations[:-1], plain[:-1], strict=True):
        path, number, text = re.fullmatch(r"([^:]+):(\d+): (.*)", line).groups()
        assert annotation == f"::error file={path},line={number}::{text.replace('%', '%25')}"
    assert f"::error file=data/{WIJK},line={title}::title: HTML is hier niet toegestaan" in "\n".join(annotations)


def test_what_only_asks_for_a_look_is_a_warning_and_stops_nothing(at, capsys):
    line = at.append(WIJK, "unknown: [Bel 0478 12 34 56]\n")
    assert check.main(["--format=github"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"::warning file=data/{WIJK},line={line}::unknown[1]: «0478 12 34 56» lijkt op een telefoonnummer. Mag dit online staan?",
        "Geen fouten. 1 let op.",
    ]


def test_a_format_that_does_not_exist_is_refused(at, capsys):
    with pytest.raises(SystemExit):
        check.main(["--format=html"])
    assert "html" in capsys.readouterr().err
