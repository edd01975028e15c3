"""What several folders of tests share: the site, built once, served as a plain static host would."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from macros.commands import clock, figures, tools
from macros.commands.console import ROOT, in_ci
from macros.commands.sample import write_stories
from macros.guide.guide import Guide
from macros.guide.loading import load
from tests.reading import Pages, read_pages
from tests.serving import StaticSite
from tests.small_guide import SmallGuide

# In CI the same examples every time: a change is judged by what it changes. Elsewhere every run tries new ones.
settings.register_profile("ci", derandomize=True)
if in_ci():
    settings.load_profile("ci")


#: What takes long to make once: a whole site, all documents, a browser.
LONG = {"built", "configured_built", "crowded_built", "made"}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A test that needs a whole site or all documents is slow, whoever wrote it."""
    if config.getoption("--figures"):
        items[:] = [item for item in items if "figure" in getattr(item, "fixturenames", ())]
    for item in items:
        if LONG & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.slow)


_FIGURES = pytest.StashKey[dict[str, float]]()


@pytest.fixture
def figure(request: pytest.FixtureRequest) -> Callable[[str, float], None]:
    """Write a figure down that a test found, for ``make proof``."""
    found = request.config.stash.setdefault(_FIGURES, {})
    return found.__setitem__


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--figures", action="store_true", help="only the tests that find figures for «make proof»")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Keep what this run found, beside what earlier runs found in the same state of the project."""
    if found := session.config.stash.get(_FIGURES, {}):
        before = figures.kept("tests")
        known = dict(before.figures) if before and before.state == figures.state() else {}
        figures.keep("tests", known | found)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Warn of committed figures that are no longer true: not those that depend on the machine."""
    committed = {each.id: each for each in load(ROOT)[0].of("figures")} if config.stash.get(_FIGURES, {}) else {}
    for name, value in config.stash.get(_FIGURES, {}).items():
        if name in committed and committed[name].value is not None and float(committed[name].value) != value:
            terminalreporter.write_line(
                f"data/figures.yml: {name} is nu {value:g}, er staat {committed[name].value}. «make proof» schrijft het op.", yellow=True
            )


def program(key: str) -> Path:
    """A program of the list in ``macros/commands/tools.py``. Without it the test is skipped; in CI it fails, unless it is optional."""
    found = tools.find(key)
    if found is None:
        [tool] = (tool for tool in tools.TOOLS if tool.key == key)
        sentence = tools.missing_sentence([tool], on_debian=False)
        (pytest.fail if in_ci() and not tool.optional else pytest.skip)(sentence)
    return found


def npm_file(path: str) -> Path:
    """A file of the pinned npm packages. Without it the test is skipped; in CI it fails."""
    file = ROOT / "tests" / "node" / "node_modules" / path
    if not file.is_file():
        sentence = "De npm-pakketten van de tests ontbreken: «python -m macros setup --tests» installeert ze."
        (pytest.fail if in_ci() else pytest.skip)(sentence)
    return file


def build(project: Path, target: Path, **environment: str) -> Path:
    """Build a project as a strict site into ``target``."""
    result = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target)],
        cwd=project,
        env=clock.child_environment() | environment,
        capture_output=True,
        text=True,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return target


def copy_project(target: Path) -> Path:
    """A copy of all that a build needs, to change."""
    for name in ("data", "docs", "macros", "overrides"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", target)
    return target


@pytest.fixture(scope="session")
def guide() -> Guide:
    """The guide of the project itself."""
    return load(ROOT)[0]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the site as it is published."""
    return build(ROOT, tmp_path_factory.mktemp("built") / "site")


@pytest.fixture(scope="session")
def site(built: Path) -> Iterator[StaticSite]:
    """The site, served."""
    with StaticSite(built) as served:
        yield served


@pytest.fixture(scope="session")
def configured_built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as another operator could have it: every setting filled in, a page moved, a story withdrawn."""
    folder = tmp_path_factory.mktemp("configured")
    project = copy_project(folder / "project")
    made = ROOT / "build" / "documents"
    if made.is_dir():  # what comes out the same need not be made again
        shutil.copytree(made, project / "build" / "documents")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for empty, filled in (
        ('name: ""', "name: Dienst Jeugd van Voorbeeldstad"),
        ('email: ""', "email: gids@voorbeeldstad.example"),
        ('repository: ""', "repository: https://code.voorbeeldstad.example/gids"),
        ('answer_within: ""', "answer_within: twee weken"),
    ):
        assert settings.count(empty) == 1
        settings = settings.replace(empty, filled)
    (project / "mkdocs.yml").write_text(settings, encoding="utf-8")
    _append(project / "data" / "strategies" / "beleid.yml", "formerly:\n  - oude-naam\n")
    stories = project / "data" / "stories"
    shutil.copy(stories / "navigate-youth.yml", stories / "weggehaald.yml")
    _append(stories / "weggehaald.yml", "state: ingetrokken\n")
    return build(project, folder / "site", SITE_URL="https://gids.voorbeeldstad.example/")


def _append(file: Path, lines: str) -> None:
    file.write_text(file.read_text(encoding="utf-8").rstrip("\n") + "\n" + lines, encoding="utf-8")


@pytest.fixture(scope="session")
def configured_site(configured_built: Path) -> Iterator[StaticSite]:
    """The site of another operator, served."""
    with StaticSite(configured_built) as served:
        yield served


@pytest.fixture(scope="session")
def crowded_built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as it will be when many people wrote a story."""
    folder = tmp_path_factory.mktemp("crowded")
    project = copy_project(folder / "project")
    made = ROOT / "build" / "documents"
    if made.is_dir():
        shutil.copytree(made, project / "build" / "documents")
    write_stories(project / "data" / "stories", load(project)[0], 24, words=60)
    return build(project, folder / "site")


@pytest.fixture(scope="session")
def crowded_site(crowded_built: Path) -> Iterator[StaticSite]:
    """The site with many stories, served."""
    with StaticSite(crowded_built) as served:
        yield served


@pytest.fixture
def small(tmp_path: Path) -> SmallGuide:
    """A small valid guide of its own for each test, to break or to render."""
    return SmallGuide(tmp_path)


@pytest.fixture(scope="session")
def pages(built: Path) -> Pages:
    """The pages of the site."""
    return read_pages(built)


@pytest.fixture(scope="session")
def configured_pages(configured_built: Path) -> Pages:
    """The pages of the site of another operator."""
    return read_pages(configured_built)
