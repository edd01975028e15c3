"""A file that is far too large, too deep or a bomb ends in a sentence, within memory that any machine has.

The limit is set by the operating system on a process of its own; how long it takes is no test.
"""

from __future__ import annotations

import sys
import subprocess
from pathlib import Path

import pytest

from tests.small_guide import SmallGuide

ROOT = Path(__file__).resolve().parents[2]
#: Twice what reading the whole guide takes; a bomb that went off would need gigabytes.
MEGABYTES = 400

SCRIPT = """
import resource, sys
from pathlib import Path
limit = int(sys.argv[2]) * 1024 * 1024
resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
from macros.guide.loading import inspect
print(*inspect(Path(sys.argv[1]))[1], sep="\\n")
"""

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="limits of this kind exist on Linux only")]


def said(root: Path, megabytes: int = MEGABYTES) -> list[str]:
    result = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(root), str(megabytes)], cwd=ROOT, capture_output=True, text=True
    )
    assert result.returncode == 0, result.stderr[-2000:]
    return [line for line in result.stdout.splitlines() if line.startswith("data/stories/kwaad.yml")]


def bomb() -> str:
    """The «billion laughs»: nine levels of nine."""
    lines = ["a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    return "\n".join(lines)


TOO_MUCH = {
    "fifty megabytes": (lambda: "summary: " + "x" * 50_000_000, "het bestand is groter dan 512 kB"),
    "a bomb of aliases": (bomb, "een anker (&a0) kan hier niet"),
    "brackets in brackets": (lambda: "title: " + "[" * 200_000, "dieper dan 20 niveaus"),
    "braces in braces": (lambda: "title: " + "{a: " * 100_000, "dieper dan 20 niveaus"),
    "dashes in dashes": (lambda: "title:\n  " + "- " * 200_000 + "x", "dieper dan 20 niveaus"),
    "keys in keys": (lambda: "\n".join(" " * depth + "a:" for depth in range(700)), "dieper dan 20 niveaus"),
    "many keys": (lambda: "\n".join(f"k{n}: x" for n in range(45_000)), "dit veld bestaat niet"),
    "many entries": (lambda: "unknown: [" + "x, " * 150_000 + "x]", "vul dit nog in"),
    "one line without end": (lambda: "title: " + "x" * 500_000, "hoogstens 400"),
    "brackets in a text": (lambda: "card: x\ncontext:\n  - text: '" + "[" * 400_000 + "'", "vul dit nog in"),
    "emphasis in a text": (lambda: "context:\n  - text: '" + "*a **b " * 60_000 + "'", "vul dit nog in"),
    "quotes in a text": (lambda: "context:\n  - text: |\n      " + "> " * 200_000 + "x", "kan hier niet"),
}


@pytest.mark.parametrize("name", TOO_MUCH)
def test_far_too_much_ends_in_a_sentence_within_bounded_memory(tmp_path, name):
    text, sentence = TOO_MUCH[name]
    small = SmallGuide(tmp_path)
    small.write("stories/kwaad.yml", text())
    lines = said(small.root)
    assert any(sentence in line for line in lines), [line[:200] for line in lines[:5]]
    assert all(len(line) < 1_000 for line in lines)


def test_the_limit_would_be_felt(tmp_path):
    """With too little memory the process really fails: the limit is in force."""
    with pytest.raises(AssertionError):
        said(SmallGuide(tmp_path).root, megabytes=20)
