"""The verb «import»: a filled-in Word template becomes the file of a story, and what is missing is listed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from macros.commands.console import ROOT, CommandError, say
from macros.commands.new import story_file
from macros.export.story_reading import UnreadableDocument, read_story
from macros.export.story_template import shown_fields
from macros.guide.loading import inspect
from macros.guide.problems import Problem, Severity
from macros.guide.writing import story_text

USAGE = "Gebruik: python -m macros import VERHAAL.docx [NAAM]      bijvoorbeeld: python -m macros import gent.docx gent"


def main(argv: Sequence[str], root: Path = ROOT) -> int:
    """Write the story; 1 when something that it needs is still missing or wrong."""
    if not 1 <= len(argv) <= 2:
        raise CommandError(USAGE)
    document = Path(argv[0])
    guide, _ = inspect(root)
    try:
        reading = read_story(document.read_bytes(), guide)
    except OSError as error:
        raise CommandError(f"{document} kan niet gelezen worden ({error.strerror}).") from None
    except UnreadableDocument as error:
        raise CommandError(f"{document.name}: {error}") from None
    name = argv[1] if len(argv) > 1 else str(reading.values.get("municipality") or document.stem)
    file = story_file(name, root)
    file.write_text(story_text(reading.values), encoding="utf-8", newline="\n")
    path = file.relative_to(root).as_posix()
    say(f"{path} is geschreven.")
    problems = [problem for problem in inspect(root)[1] if problem.path == path]
    print(_account(reading.values, reading.left_behind, problems))
    return 1 if any(problem.severity is Severity.ERROR for problem in problems) else 0


def _account(values: dict[str, Any], left_behind: list[str], problems: list[Problem]) -> str:
    """What is wrong or missing, what was left behind, and what stays unknown, in that order."""
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    parts = []
    if errors:
        parts.append("\n".join(["Dit moet nog:", *map(_line, errors)]))
    notices = [problem for problem in problems if problem.severity is Severity.NOTICE]
    if notices:
        parts.append("\n".join(["Kijk dit na:", *map(_line, notices)]))
    if left_behind:
        parts.append("\n".join(["Dit is niet overgenomen:", *(f"  {sentence}" for sentence in left_behind)]))
    unknown = [field.label for field in shown_fields() if not field.required and field.name not in values]
    if unknown:
        parts.append(f"Dit is niet ingevuld, en dat mag: {', '.join(unknown)}.")
    if not errors:
        parts.append("Niets ontbreekt. Bekijk het verhaal met: python -m macros serve")
    return "\n".join(parts)


def _line(problem: Problem) -> str:
    """A problem as the check says it, after the title under which Word has the field."""
    labels = {field.name: field.label for field in shown_fields()}
    label = labels.get(re.split(r"[.\[]", problem.where)[0])
    return f"  {f'bij «{label}»: ' if label else ''}{problem}"
