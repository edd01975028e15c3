"""While serving: the page of a story that was just saved comes first, the rest of the site follows.

A whole build takes seconds when there are hundreds of stories; who writes one wants to see it now. So where only texts of
stories were saved, their pages alone are written, and the whole site once nothing was saved for a moment.
And data with mistakes in them are not built: the site stays as it was, and the mistakes are named.
"""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Callable
from pathlib import Path, PurePath

from macros.commands.console import say
from macros.commands.serve import EVERYTHING, Snapshot, snapshot
from macros.guide.problems import InvalidData

#: Seconds without a save before the rest of the site is built.
QUIET = 1.0


class Preview:
    """What the server calls after every save.

    ``read`` reads the data anew and raises ``InvalidData``; ``show`` writes the pages of these stories and tells whether that could
    be done; ``whole`` builds everything; ``follow`` sees to it that we are called once more, later.
    """

    def __init__(
        self,
        root: Path,
        *,
        read: Callable[[], object],
        show: Callable[[frozenset[str]], bool],
        whole: Callable[[], None],
        follow: Callable[[], None],
        say: Callable[[str], None] = say,
    ) -> None:
        self._root, self._read, self._show, self._whole, self._follow, self._say = root, read, show, whole, follow, say
        self._seen = self._look()
        self._complete = True

    def __call__(self) -> None:
        before, self._seen = self._seen, self._look()
        try:
            self._read()
        except InvalidData as error:
            self._say(f"\n{error}\nWat je ziet, blijft zoals het was. Verbeter wat hierboven staat en bewaar: dan probeer ik opnieuw.")
            return
        stories = edited(before, self._seen, self._root / "data" / "stories")
        if self._complete and stories and self._show(stories):
            self._follow()
            return
        self._complete = False  # until it is: a build that fails leaves half a site
        self._whole()
        self._complete = True

    def _look(self) -> Snapshot:
        return snapshot(self._root, EVERYTHING)


def edited(before: Snapshot, after: Snapshot, stories: Path) -> frozenset[str]:
    """The ids of the stories whose files were changed, when nothing else was, and no file came or went; otherwise none."""
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    files = [PurePath(path) for path in changed if path in before and path in after]
    ours = [file.stem for file in files if file.parent == stories and file.suffix == ".yml"]
    return frozenset(ours) if len(ours) == len(changed) else frozenset()


class Reminder:
    """Has the server call us again after a quiet moment, by writing in a file that it watches."""

    def __init__(self, watch: Callable[[str], None], quiet: float = QUIET) -> None:
        self._folder = tempfile.TemporaryDirectory()
        self._file = Path(self._folder.name) / "again"
        self._file.touch()
        self._quiet, self._count = quiet, 0
        self._timer: threading.Timer | None = None
        watch(str(self._file))

    def __call__(self) -> None:
        if self._timer:
            self._timer.cancel()
        self._timer = threading.Timer(self._quiet, self._write)
        self._timer.daemon = True
        self._timer.start()

    def _write(self) -> None:
        self._count += 1
        self._file.write_text(str(self._count), encoding="ascii")
