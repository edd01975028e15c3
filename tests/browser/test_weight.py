"""What a first visit fetches, in bytes on the wire: the budget of the guide."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from macros.commands import weight

START_BUDGET = 45_000
STEP_BUDGET = 48_000
SCRIPT_BUDGET = 8_000
PLAN_BUDGET = 75_000

pytestmark = [pytest.mark.slow, pytest.mark.browser]


def test_first_visit_to_the_start_page_and_every_step_stays_light(browser: Browser, built: Path, figure: Callable[[str, float], None]) -> None:
    steps = sorted(f"stappen/{folder.name}/" for folder in (built / "stappen").iterdir() if folder.is_dir())
    assert len(steps) == 6
    start, *rest = weight.measure(browser, built, ["", *steps])
    figure("visit-start", round(start.total / 1000, 1))
    figure("visit-stap", round(max(visit.total for visit in rest) / 1000, 1))
    assert 5_000 < start.total <= START_BUDGET, start.by_kind
    for visit in rest:
        assert visit.total <= STEP_BUDGET, (visit.page, visit.by_kind)
        assert visit.by_kind["Stylesheet"] > 0


def test_scripts_of_a_reading_page_are_small(built: Path) -> None:
    loaded = sum(file.stat().st_size for file in (built / "assets").glob("page-*.js"))
    assert 1_000 < loaded <= SCRIPT_BUDGET


def test_first_visit_to_the_pages_of_the_plan_stays_light(browser: Browser, built: Path, figure: Callable[[str, float], None]) -> None:
    pages = ["mijn-plan/", *sorted(f"mijn-plan/{folder.name}/" for folder in (built / "mijn-plan").iterdir() if folder.is_dir())]
    assert len(pages) == 7
    visits = weight.measure(browser, built, pages)
    figure("visit-plan-heaviest", round(max(visit.total for visit in visits) / 1000, 1))
    for visit in visits:
        print(visit.page, visit.total, visit.by_kind)
        assert 5_000 < visit.total <= PLAN_BUDGET, (visit.page, visit.by_kind)
