"""A small guide to break: valid, complete, every field filled in, and nothing in it that a test does not need."""

from __future__ import annotations

import shutil
from pathlib import Path
from string import Template

from macros.guide.guide import Guide
from macros.guide.loading import inspect

_FILES = Path(__file__).parent / "guide" / "small"


class SmallGuide:
    """The guide of ``tests/guide/small`` below ``root``; steps, strategies and B's are written once and numbered here."""

    def __init__(self, root: Path) -> None:
        self.root = root
        shutil.copytree(_FILES, root / "data")
        for name, count in (("steps/stap", 6), ("strategies/strategie", 6)):
            template = self._template(f"{name}.yml")
            self.remove(f"{name}.yml")
            for n in range(1, count + 1):
                self.write(f"{name}-{n}.yml", template.substitute(n=n, side="vraag" if n <= 3 else "aanbod"))
        self.write("seven-bs.yml", "".join(self._template("seven-bs.yml").substitute(n=n) for n in range(1, 8)))

    def _template(self, name: str) -> Template:
        return Template((_FILES / name).read_text(encoding="utf-8"))

    def path(self, name: str) -> Path:
        return self.root / "data" / name

    def write(self, name: str, text: str) -> None:
        file = self.path(name)
        file.parent.mkdir(exist_ok=True)
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

    def guide(self) -> Guide:
        assert self.report() == []
        return inspect(self.root)[0]
