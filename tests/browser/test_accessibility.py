"""What axe finds: nothing, on any type of page, at any width, in light and dark."""

from __future__ import annotations

import pytest

from tests.browser.conftest import NARROW, PHONE, WIDE, begun
from tests.browser.page_types import page_type as find_type
from tests.conftest import npm_file

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Contrast that axe cannot decide (text in a picture, or scrolled away inside its frame) is measured by ourselves.
RUN = """async (tags) => {
  const found = await axe.run(document, {runOnly: {type: "tag", values: tags}, resultTypes: ["violations", "incomplete"]});
  const flat = (list) => list.flatMap((rule) => rule.nodes.map((node) => [rule.id, node.target.flat().join(" ")]));
  const isDecided = ([rule, where]) => rule === "color-contrast" && probes.contrast(document.querySelector(where)) >= 4.5;
  return [
    ...flat(found.violations).map((each) => each.join(": ")),
    ...flat(found.incomplete).filter((each) => !isDecided(each)).map((each) => `onbeslist: ${each.join(": ")}`),
  ];
}"""


@pytest.fixture(scope="session")
def axe() -> str:
    return npm_file("axe-core/axe.min.js").read_text(encoding="utf-8")


def findings(page, axe: str) -> list[str]:
    """Violations, and what axe could not decide."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe)
    return page.evaluate(RUN, TAGS)


def look(page, axe: str, widths=(WIDE, PHONE, NARROW)) -> dict[str, list[str]]:
    """Run axe at every width, in light and dark; what it found per combination."""
    found = {}
    for scheme, is_right in (("light", lambda light: light > 0.9), ("dark", lambda light: light < 0.1)):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        for width in widths:
            page.set_viewport_size({"width": width, "height": 800})
            assert is_right(page.evaluate("probes.lightness()")), scheme
            found[f"{width} {scheme}"] = findings(page, axe)
    return {where: what for where, what in found.items() if what}


def test_axe_finds_nothing_on_the_start_page(visit, axe):
    assert findings(visit(""), axe) == []


def test_axe_finds_what_is_wrong(visit, axe):
    page = visit("")
    page.evaluate("document.querySelector('main').append(document.createElement('button'), document.createElement('main'))")
    found = findings(page, axe)
    assert any(each.startswith("button-name") for each in found)
    assert any(each.startswith("landmark") for each in found)


def test_contrast_that_axe_leaves_open_is_measured(visit):
    page = visit("")
    page.evaluate("document.querySelector('h1').style.setProperty('color', '#fbf8f3')")
    assert page.evaluate("probes.contrast(document.querySelector('h1'))") == pytest.approx(1)
    assert page.evaluate("probes.contrast(document.querySelector('main p'))") > 10


@pytest.mark.slow
def test_axe_finds_nothing_at_any_width_in_light_or_dark(visit, axe, page_type):
    assert look(visit(page_type), axe) == {}


@pytest.mark.slow
def test_axe_finds_nothing_on_any_other_page(visit, axe, pages, figure):
    page = visit("")
    found = {}
    for address in pages:
        page.goto(address)
        begun(page)
        found[address] = look(page, axe)
    figure("axe-pages", len(found))
    figure("axe-findings", sum(len(each) for combinations in found.values() for each in combinations.values()))
    assert {address: what for address, what in found.items() if what} == {}


@pytest.mark.slow
def test_axe_finds_nothing_with_the_menu_open(visit, axe):
    page = visit("", width=PHONE)
    page.get_by_role("button", name="Menu").click()
    page.locator("#menu").wait_for(state="visible")
    assert look(page, axe, (PHONE, NARROW)) == {}


@pytest.mark.slow
def test_axe_finds_nothing_with_the_list_of_headings_open(visit, axe):
    page = visit(find_type("step"), width=PHONE)
    page.get_by_role("button", name="Op deze pagina").click()
    assert look(page, axe, (PHONE, NARROW)) == {}


@pytest.mark.slow
def test_axe_finds_nothing_with_a_word_explained(visit, axe):
    page = visit(find_type("article"))
    page.locator("main .term").first.click()
    page.locator(".word:popover-open").wait_for()
    assert look(page, axe) == {}


@pytest.mark.slow
def test_axe_finds_nothing_while_somebody_searches_and_when_nothing_is_found(visit, axe):
    page = visit("")
    page.get_by_label("Zoek in deze gids").focus()
    page.keyboard.type("te duur")
    page.get_by_role("option").nth(1).wait_for()
    page.keyboard.press("ArrowDown")
    assert look(page, axe) == {}
    page = visit("zoeken/?q=qwertyuiop")
    page.get_by_text("Niets gevonden").wait_for()
    assert look(page, axe) == {}
    page = visit("zoeken/?q=drempl")
    page.get_by_text("Bedoelde je").wait_for()
    assert look(page, axe) == {}


@pytest.mark.slow
@pytest.mark.parametrize("name", ["step", "step-with-choices", "questions", "sources", "components"])
def test_axe_finds_nothing_with_everything_unfolded(visit, axe, name):
    page = visit(find_type(name))
    assert page.evaluate("probes.all('details').map((each) => { each.open = true; }).length") > 0
    assert look(page, axe) == {}
