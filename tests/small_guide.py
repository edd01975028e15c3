"""A small guide to break: valid, complete, every field filled in, and nothing in it that a test does not need."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from string import Template

from macros.guide.checks import Check
from macros.guide.guide import Guide
from macros.guide.kinds import KINDS, Layout
from macros.guide.loading import inspect

_FILES = Path(__file__).parent / "guide" / "small"


@cache
def _texts() -> dict[str, str]:
    """Every file of the guide; steps, strategies and B's are written once in the folder and numbered here."""
    texts = {file.relative_to(_FILES).as_posix(): file.read_text(encoding="utf-8") for file in sorted(_FILES.rglob("*.yml"))}
    for name in ("steps/stap", "strategies/strategie"):
        template = Template(texts.pop(f"{name}.yml"))
        for n in range(1, 7):
            texts[f"{name}-{n}.yml"] = template.substitute(n=n, side="vraag" if n <= 3 else "aanbod")
    template = Template(texts["seven-bs.yml"])
    texts["seven-bs.yml"] = "".join(template.substitute(n=n) for n in range(1, 8))
    for kind in KINDS:  # one without a file here fails in test_small_guide.py, and nowhere else
        if kind.layout is Layout.LIST:
            texts.setdefault(f"{kind.name}.yml", "[]\n")
    return texts


class SmallGuide:
    """The guide of ``tests/guide/small``, written below ``root``."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for name, text in _texts().items():
            self.write(name, text)

    def path(self, name: str) -> Path:
        return self.root / "data" / name

    def write(self, name: str, text: str) -> None:
        file = self.path(name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def remove(self, name: str) -> None:
        self.path(name).unlink()

    def change(self, name: str, old: str, new: str) -> int:
        """Replace the one place where ``old`` stands; gives the line of that place."""
        text = self.path(name).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        self.write(name, text.replace(old, new))
        return text.count("\n", 0, text.index(old)) + 1

    def append(self, name: str, text: str) -> int:
        """Add ``text`` at the end; gives the line where it begins."""
        before = self.path(name).read_text(encoding="utf-8")
        self.write(name, before + text)
        return before.count("\n") + 1

    def report(self) -> list[str]:
        """What a contributor reads: one line per problem."""
        return [str(problem) for problem in inspect(self.root)[1]]

    def said_by(self, rule: Check) -> list[str]:
        """The whole report, after making sure that this one rule says all of it."""
        guide, problems = inspect(self.root)
        assert set(rule(guide)) == set(problems)
        return [str(problem) for problem in problems]

    def guide(self) -> Guide:
        guide, problems = inspect(self.root)
        assert problems == ()
        return guide
