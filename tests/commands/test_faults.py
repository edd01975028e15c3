"""What goes wrong on a machine: a full disk, a folder that takes no files, a process that is killed, two at once.

Never is half a site published, the previous one stays, and whoever builds reads what to do.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from macros.commands import clock, site
from macros.commands.console import ROOT
from tests.conftest import copy_project

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits, signals and users of this kind exist on Linux only")

DATE = {clock.VARIABLE: "1767225600"}
PAGES = 60

#: A build of so many pages that all carry one mark, written by ``site.build`` in a process of its own.
BUILD = """
import os, signal, subprocess, sys
from pathlib import Path
from macros.commands import site
target, mark, pages, die = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4]
def kill(*_): os.kill(os.getpid(), signal.SIGKILL)
def run(command, *, cwd, env):
    folder = Path(command[command.index("--site-dir") + 1])
    folder.mkdir()
    for number in range(pages):
        (folder / f"{number}.html").write_text(mark)
        if die == "while building" and number == pages // 2: kill()
    return subprocess.CompletedProcess(command, 0)
if die == "before the swap": site._swap = kill
if die == "after the swap": site.shutil.rmtree = lambda *a, **b: kill() if site._done else None
exchange = site._exchange
def noting(*places):
    site._done = exchange(*places)
    return site._done
site._done, site._exchange = False, noting
if die == "between two renames":
    site._exchange = lambda *places: False
    rename = Path.rename
    def once(self, to):
        rename(self, to)
        kill()
    Path.rename = once
raise SystemExit(0 if site.build(target, root=target.parent, environ={**os.environ, "SOURCE_DATE_EPOCH": "1767225600"}, run=run) else 1)
"""


def built(target: Path, mark: str, die: str = "") -> int:
    result = subprocess.run(
        [sys.executable, "-c", BUILD, str(target), mark, str(PAGES), die], cwd=ROOT, capture_output=True, text=True
    )
    assert result.returncode in (0, -signal.SIGKILL), result.stderr
    return result.returncode


def marks(target: Path) -> set[str]:
    """What stands in the site; every page must be there."""
    texts = [(target / f"{number}.html").read_text() for number in range(PAGES)]
    return set(texts)


@pytest.mark.parametrize(
    ("when", "left"), [("while building", "first"), ("before the swap", "first"), ("after the swap", "second")]
)
def test_build_that_is_killed_leaves_a_whole_site_and_the_next_one_clears_up(tmp_path, when, left):
    target = tmp_path / "site"
    assert built(target, "first") == 0
    assert built(target, "second", when) == -signal.SIGKILL
    assert marks(target) == {left}
    assert built(target, "third") == 0
    assert marks(target) == {"third"}
    assert sorted(path.name for path in tmp_path.iterdir() if not path.name.endswith(".lock")) == ["site"]


def test_where_folders_cannot_change_places_in_one_step_the_next_build_gives_the_previous_site_back(tmp_path):
    target = tmp_path / "site"
    assert built(target, "first") == 0
    assert built(target, "second", "between two renames") == -signal.SIGKILL
    assert not target.exists()  # what one step avoids
    assert site.build(target, root=tmp_path, environ=DATE, run=lambda command, **_: subprocess.CompletedProcess(command, 1)) is False
    assert marks(target) == {"first"}


def test_two_builds_at_once_publish_one_whole_site_after_the_other(tmp_path):
    target = tmp_path / "site"
    assert built(target, "zero") == 0
    seen, done = set(), threading.Event()

    def read() -> None:
        while not done.is_set():
            folder = os.open(target, os.O_RDONLY)  # never missing: the two change places in one step
            try:
                names = os.listdir(folder)
                if len(names) == PAGES:  # else it is being cleared away, after it was replaced
                    with open(os.open(names[0], os.O_RDONLY, dir_fd=folder)) as file:
                        seen.add(file.read())
            except FileNotFoundError:
                pass
            finally:
                os.close(folder)

    reader = threading.Thread(target=read)
    reader.start()
    running = [
        subprocess.Popen([sys.executable, "-c", BUILD, str(target), mark, str(PAGES), ""], cwd=ROOT, stderr=subprocess.PIPE, text=True)
        for mark in ("one", "two")
    ]
    assert [process.wait() for process in running] == [0, 0]
    done.set()
    reader.join()
    assert marks(target) in ({"one"}, {"two"})
    assert seen <= {"zero", "one", "two"}


@pytest.fixture
def project(tmp_path):
    """A whole project with a site that was built before."""
    project = copy_project(tmp_path / "gids")
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("vorige")
    return project


def real_build(project: Path, before: str = "", **options) -> subprocess.CompletedProcess[str]:
    """``site.build`` with the real builder, after some Python."""
    code = f"""
import os, sys
from pathlib import Path
{before}
from macros.commands import site
from macros.commands.console import CommandError
try:
    good = site.build(Path("site").resolve(), root=Path.cwd(), environ={{**os.environ, "SOURCE_DATE_EPOCH": "1767225600"}})
except CommandError as error:
    print(error, file=sys.stderr)
    good = False
raise SystemExit(0 if good else 1)
"""
    environment = {**os.environ, "PYTHONPATH": str(project), "HOME": str(project), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run([sys.executable, "-c", code], cwd=project, env=environment, capture_output=True, text=True, **options)


def nothing_happened(project: Path) -> bool:
    return (project / "site" / "index.html").read_text() == "vorige" and not (project / ".site-new").exists()


@pytest.mark.slow
@pytest.mark.parametrize("most", [2_000, 60_000])
def test_full_disk_keeps_the_previous_site_and_says_so(project, most):
    """No file may grow beyond a limit: the system refuses to write on, as on a full disk."""
    limit = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({most}, {most}))"
    result = real_build(project, limit)
    assert result.returncode == 1
    assert "Kijk of de schijf vol is" in result.stderr, result.stderr[-1500:]
    assert "Traceback" not in result.stderr
    assert nothing_happened(project)


def without_privilege() -> None:
    """Root may write anywhere: take that one power from the process that is about to start."""
    import ctypes

    drop_from_bounding_set, may_write_anywhere = 24, 1
    ctypes.CDLL(None).prctl(drop_from_bounding_set, may_write_anywhere, 0, 0, 0)


def test_folder_that_takes_no_files_is_named_with_what_to_do(project):
    project.chmod(0o555)
    result = real_build(project, preexec_fn=without_privilege)
    project.chmod(0o755)
    assert result.returncode == 1
    assert "kan niet geschreven worden" in result.stderr, result.stderr[-1500:]
    assert "De vorige site staat er nog." in result.stderr
    assert nothing_happened(project)


@pytest.mark.slow
@pytest.mark.parametrize("font", ["macros/export/fonts/AtkinsonHyperlegible-Italic.ttf", "docs/assets/fonts/atkinson-hyperlegible-bold.woff2"])
def test_damaged_font_stops_the_build_and_is_named(project, font):
    place = project / font
    place.write_bytes(place.read_bytes()[:9000])
    result = real_build(project)
    assert result.returncode == 1
    assert f"{font}" in result.stderr and "beschadigd" in result.stderr, result.stderr[-1500:]
    assert "Traceback" not in result.stderr
    assert nothing_happened(project)


@pytest.mark.slow
@pytest.mark.parametrize("font", ["macros/export/fonts/AtkinsonHyperlegible-Bold.ttf", "docs/assets/fonts"])
def test_missing_font_stops_the_build_and_is_named(project, font):
    place = project / font
    if place.is_dir():
        for file in place.glob("*.woff2"):
            file.unlink()
    else:
        place.unlink()
    result = real_build(project)
    assert result.returncode == 1
    assert "lettertype" in result.stderr or ".woff2" in result.stderr, result.stderr[-1500:]
    assert "Traceback" not in result.stderr
    assert nothing_happened(project)
