"""What is wrong with the data, where, and what to write instead: one shape for every place that shows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum


class Severity(IntEnum):
    ERROR = 0  # «fout»: nothing is built
    NOTICE = 1  # «let op»: shown, never stops


@dataclass(frozen=True, order=True)
class Problem:
    """One problem. ``path`` is relative to the project, ``line`` counts from 1, ``message`` is Dutch."""

    path: str
    line: int
    where: str
    message: str
    severity: Severity = Severity.ERROR

    @property
    def text(self) -> str:
        """Where in the file, and what."""
        return _one_line(f"{self.where}: {self.message}" if self.where else self.message)

    def __str__(self) -> str:
        notice = "let op: " if self.severity is Severity.NOTICE else ""
        return f"{_one_line(self.path)}:{self.line}: {notice}{self.text}"


class InvalidData(Exception):
    """The data has errors; ``problems`` holds all of them, notices included."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__(report(self.problems))


def has_errors(problems: Iterable[Problem]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)


def report(problems: Iterable[Problem]) -> str:
    """All problems, one a line, and a closing sentence that counts them."""
    ordered = sorted(problems)
    return "\n".join([*(str(problem) for problem in ordered), _closing_sentence(ordered)])


def github_annotations(problems: Iterable[Problem]) -> str:
    """The same problems as annotations that GitHub puts on their lines in a pull request."""
    levels = {Severity.ERROR: "error", Severity.NOTICE: "warning"}
    ordered = sorted(problems)
    lines = [f"::{levels[p.severity]} file={_property(p.path)},line={p.line}::{_data(p.text)}" for p in ordered]
    return "\n".join([*lines, _closing_sentence(ordered)])


def _one_line(text: str) -> str:
    """What a file holds, or is called, can neither break the report nor steer a terminal."""
    return "".join(character if character.isprintable() else " " for character in text)


def _closing_sentence(problems: list[Problem]) -> str:
    errors = [p for p in problems if p.severity is Severity.ERROR]
    notices = len(problems) - len(errors)
    tail = f" {_count(notices, 'let op', 'keer let op')}." if notices else ""
    if not errors:
        return f"Geen fouten.{tail}"
    files = len({p.path for p in errors})
    return (
        f"{_count(len(errors), 'probleem', 'problemen')} in {_count(files, 'bestand', 'bestanden')}."
        f"{tail} De site is niet gebouwd."
    )


def _count(number: int, singular: str, plural: str) -> str:
    return f"{number} {singular if number == 1 else plural}"


def _data(text: str) -> str:
    """Escaped as GitHub's workflow commands ask."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
