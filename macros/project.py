"""The project on disk, loaded: what the hooks, the macros and the commands share."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from pathlib import Path

from macros.commands import clock
from macros.guide.guide import Guide
from macros.guide.loading import data_files, load
from macros.guide.problems import Problem
from macros.render.addresses import Router
from macros.render.composer import Composer
from macros.render.site import Site

ROOT = Path(__file__).resolve().parent.parent


@dataclass
class Project:
    """A valid guide, ready to render. ``composers`` keeps one composer per hand-written page of a build."""

    root: Path
    guide: Guide
    notices: tuple[Problem, ...]
    site: Site
    _composers: dict[str, Composer] = field(default_factory=dict)

    @classmethod
    def load(cls, root: Path = ROOT, *, directories: bool = True) -> Project:
        """Read and check the data; raises ``InvalidData`` with all problems."""
        guide, notices = load(root)
        return cls(root, guide, notices, Site(guide, edition(), Router(directories)))

    def composer(self, page: str) -> Composer:
        """The composer of a hand-written page: its fragments share explained words and cited sources."""
        if page not in self._composers:
            self._composers[page] = self.site.composer(page)
        return self._composers[page]


def edition() -> datetime.date:
    """The edition date: the day (UTC) of the commit that the guide is made from."""
    return datetime.datetime.fromtimestamp(clock.edition_epoch(), datetime.UTC).date()


_current: tuple[object, Project] | None = None


def current(root: Path = ROOT, *, directories: bool = True) -> Project:
    """The project, loaded again only when a data file changed, came or went.

    Builders differ in how often they ask: MkDocs once a build, others once a page.
    """
    global _current
    stats = ((file, file.stat()) for file in data_files(root))
    stamp = (root, directories, tuple((str(file), stat.st_mtime_ns, stat.st_size) for file, stat in stats))
    if _current is None or _current[0] != stamp:
        _current = (stamp, Project.load(root, directories=directories))
    return _current[1]


def renew(root: Path = ROOT, *, directories: bool = True) -> Project:
    """As ``current``, with fresh composers: the start of a build."""
    project = current(root, directories=directories)
    project._composers.clear()
    return project
