"""What holds for every page of the built site, read from its HTML."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import material
import pytest
from bs4 import BeautifulSoup, Tag

from macros.guide import approach
from tests.reading import Pages

POLICY = 'meta[http-equiv="Content-Security-Policy"]'


@pytest.fixture(scope="session")
def every_page(pages, configured_pages):
    """Every type of page: those of the site, and those that only a moved or withdrawn item makes."""
    extra = Pages((address, page) for address, page in configured_pages.items() if address not in pages)
    assert len(extra) == 2
    return Pages({**pages, **extra})


def failing(pages: Pages, problem: Callable[[BeautifulSoup], object]) -> dict[str, object]:
    """The pages with a problem, and which."""
    found = {address: problem(page) for address, page in pages.items()}
    return {address: what for address, what in found.items() if what}


def text(element: Tag) -> str:
    return " ".join(element.get_text().split())


def glued(page: BeautifulSoup) -> list[str]:
    """Where two elements of one line follow each other without a space, so that the words of both are one for search and copying.

    What stands there for one kind of employer, or for who cannot see, is never read together with what is beside it.
    """
    found = []
    for element in page.select("span, strong, em, a"):
        after = element.next_sibling
        if not isinstance(after, Tag) or after.name not in {"span", "strong", "em", "a"}:
            continue
        before, behind = element.get_text(), after.get_text()
        apart = any("data-employer" in one.attrs or "visually-hidden" in one.get("class", []) for one in (element, after))
        if not apart and re.search(r"[\w.,;:!?)]$", before) and re.match(r"[\w(€]", behind):
            found.append(f"{before[-30:]}|{behind[:30]}")
    return found


def test_no_words_of_two_elements_run_together(every_page):
    assert glued(BeautifulSoup("<p><span>op 90</span><span>9 min</span></p>", "html.parser")) == ["op 90|9 min"]
    assert failing(every_page, glued) == {}


def test_no_sentence_ends_twice(every_page):
    def ends(page: BeautifulSoup) -> list[str]:
        return re.findall(r".{20}[?!]\.(?!\w)", page.main.get_text())

    assert ends(BeautifulSoup("<main>Een tabel met: actie, wie en klaar?.</main>", "html.parser"))
    assert failing(every_page, ends) == {}


def test_the_whole_guide_is_there(pages):
    assert len(pages) > 60
    assert {"/", "/404.html", "/stappen/", "/strategieen/", "/drempels/", "/praktijkverhalen/", "/vragen/"} <= set(pages)


def test_list_of_what_is_on_the_page_of_a_step_fits_a_screen(pages, guide):
    steps = [pages[f"/stappen/{step.id}/"] for step in guide.steps]
    assert all(8 < len(page.main.find_all("h2", class_=lambda name: name not in {"words__title", "references__title"})) <= 14 for page in steps)
    choices = {choice.id for step in guide.steps if len(step.choices) > 1 for choice in step.choices}
    together = {heading["id"] for page in steps for heading in page.select('[aria-labelledby="keuzes"] h3[id]')}
    assert choices and together >= choices


def test_official_name_of_a_step_stands_below_the_title_when_it_is_another(pages, guide):
    told = {step.id: text(pages[f"/stappen/{step.id}/"].main.header) for step in guide.steps}
    assert {step.id for step in guide.steps if f"KdG noemt deze stap: {step.official_title}" in told[step.id]} == {
        step.id for step in guide.steps if step.official_title != step.title
    }
    assert not all("KdG noemt" in head for head in told.values())


def test_every_page_says_in_one_heading_what_it_is_about(every_page):
    def problem(page):
        headings = [text(heading) for heading in page.find_all("h1")]
        return "" if len(headings) == 1 and headings[0] else headings or "geen h1"

    assert failing(every_page, problem) == {}


def test_headings_never_skip_a_level(every_page):
    def problem(page):
        levels = [(int(heading.name[1]), text(heading)) for heading in page.find_all(re.compile(r"^h[1-6]$"))]
        return [after for before, after in zip([(0, ""), *levels], levels, strict=False) if after[0] > before[0] + 1]

    assert failing(every_page, problem) == {}


def test_no_heading_is_empty(every_page):
    assert failing(every_page, lambda page: [h.name for h in page.find_all(re.compile(r"^h[1-6]$")) if not text(h)]) == {}


def test_every_title_is_unique_and_ends_with_the_name_of_the_guide(pages):
    titles = {address: text(page.title) for address, page in pages.items()}
    assert [title for title, count in Counter(titles.values()).items() if count > 1] == []
    name = "Een verbindingsambassadeur in dienst nemen"
    assert {address: title for address, title in titles.items() if not title.endswith(name)} == {}


def test_every_page_describes_itself_for_search_engines(pages):
    descriptions = {address: page.select_one('meta[name="description"]')["content"].strip() for address, page in pages.items()}
    assert [address for address, description in descriptions.items() if len(description) < 25] == []
    assert [each for each, count in Counter(descriptions.values()).items() if count > 1 and each != descriptions["/"]] == []


def test_every_page_is_in_flemish_dutch(every_page):
    assert failing(every_page, lambda page: page.html.get("lang") != "nl-BE" and page.html.get("lang")) == {}


def test_every_page_has_the_landmarks_that_screen_readers_jump_to(every_page):
    def problem(page):
        counts = {name: len(page.find_all(name)) for name in ("main",)}
        counts |= {name: len(page.body.find_all(name, recursive=False)) for name in ("header", "footer")}
        nameless = [
            str(nav)[:80] for nav in page.find_all("nav") if not nav.get("aria-label") and not nav.get("aria-labelledby")
        ]
        return nameless or {name: count for name, count in counts.items() if count != 1}

    assert failing(every_page, problem) == {}


def test_no_id_is_used_twice_and_every_reference_by_id_is_kept(every_page):
    def problem(page):
        ids = Counter(element["id"] for element in page.find_all(id=True))
        asked = [
            id
            for attribute in ("aria-labelledby", "aria-describedby", "aria-controls", "popovertarget", "for")
            for element in page.find_all(attrs={attribute: True})
            for id in element[attribute].split()
        ]
        return [id for id, count in ids.items() if count > 1] + [id for id in asked if id not in ids]

    assert failing(every_page, problem) == {}


def test_no_page_holds_a_script_a_style_or_a_handler_of_its_own(every_page):
    def problem(page):
        scripts = [s for s in page.find_all("script") if not s.get("src") and s.get("type") != "application/ld+json"]
        handlers = [(e.name, name) for e in page.find_all(True) for name in e.attrs if name.startswith("on") or name == "style"]
        code = [e["href"] for e in page.find_all(href=re.compile(r"^\s*(javascript|data|vbscript):", re.IGNORECASE))]
        return scripts + page.find_all("style") + handlers + code

    assert failing(every_page, problem) == {}


def test_every_page_forbids_whatever_is_not_its_own_before_it_loads_anything(every_page):
    def problem(page):
        policy = page.select_one(POLICY)
        if policy is None:
            return "geen beleid"
        loads = [element.name for element in policy.find_all_previous(["link", "script", "img"])]
        content = policy["content"]
        return loads or "" if "default-src 'self'" in content and "unsafe" not in content else content

    assert failing(every_page, problem) == {}


def test_hosts_are_handed_the_same_policy_as_a_header(built, pages):
    policy = pages["/"].select_one(POLICY)["content"]
    lines = [line.strip() for line in (built / "_headers").read_text(encoding="utf-8").splitlines()]
    assert f"Content-Security-Policy: {policy}; frame-ancestors 'none'" in lines


def test_every_page_loads_its_parts_from_the_site_itself(every_page, built):
    def problem(page):
        loaded = [e["href"] for e in page.find_all("link", href=True) if "canonical" not in e.get("rel", ())]
        loaded += [e["src"] for e in page.find_all(src=True)]
        loaded += [e[name] for e in page.find_all(True) for name in ("srcset", "poster", "data", "action") if e.get(name)]
        return [address for address in loaded if urlsplit(address).scheme or urlsplit(address).netloc]

    assert failing(every_page, problem) == {}
    styles = "".join(file.read_text(encoding="utf-8") for file in built.rglob("*.css"))
    assert re.findall(r"url\(\s*[\"']?(?:[a-z]+:|//)[^)]*\)|@import[^;]*", styles) == []


def test_nothing_of_the_theme_is_published(built):
    theme = Path(material.__file__).parent / "templates"
    theirs = {file.relative_to(theme).as_posix() for file in theme.rglob("*") if file.is_file()}
    assert any(name.startswith("assets/javascripts/bundle") for name in theirs)
    ours = {file.relative_to(built).as_posix() for file in built.rglob("*") if file.is_file()}
    assert ours & theirs - {"404.html"} == set()
    joined = "".join(file.read_text(encoding="utf-8") for file in built.rglob("*") if file.suffix in (".html", ".css", ".js"))
    assert re.findall(r"\bmd-[a-z_-]+|__md_\w+", joined) == []


def test_nothing_is_published_that_no_reader_needs(built):
    kinds = {file.suffix for file in built.rglob("*") if file.is_file()}
    assert kinds & {".map", ".gz", ".md", ".py", ".yml", ".scss", ".ts"} == set()


def test_the_missing_page_helps_in_dutch(pages):
    main = pages["/404.html"].main
    assert text(main.h1) == "Deze pagina bestaat niet"
    assert {"/", "/stappen/", "/overzicht/"} <= {link["href"] for link in main.find_all("a")}


def test_without_settings_no_way_is_shown_that_leads_nowhere(pages):
    assert failing(pages, lambda page: page.select('a[href^="mailto:"]') + page.select('link[rel="canonical"]')) == {}
    assert "De beheerder vult dat in" in text(pages["/over/"].main)


def test_with_settings_every_page_offers_to_report_a_mistake_and_names_its_address(configured_pages):
    assert failing(configured_pages, lambda page: not page.select('footer a[href^="mailto:gids@voorbeeldstad.example"]')) == {}
    readable = {address: page for address, page in configured_pages.items() if address != "/404.html"}

    def problem(page):
        link = page.select_one('link[rel="canonical"]')
        return not link or not link["href"].startswith("https://gids.voorbeeldstad.example/")

    assert failing(readable, problem) == {}
    assert "Dienst Jeugd van Voorbeeldstad beheert deze site" in text(configured_pages["/over/"].main)


def test_with_a_repository_a_page_from_data_links_to_the_file_to_change(configured_pages):
    links = [link["href"] for link in configured_pages["/stappen/korte-nota/"].select("footer a")]
    assert "https://code.voorbeeldstad.example/gids/edit/main/data/steps/korte-nota.yml" in links


def test_a_moved_page_points_to_its_new_address(configured_pages):
    page = configured_pages["/strategieen/oude-naam/"]
    assert urljoin("/strategieen/oude-naam/", page.main.a["href"]) == "/strategieen/beleid/"
    assert page.select_one('meta[name="robots"]')["content"] == "noindex"


def test_a_withdrawn_story_tells_nothing_and_is_in_no_list(configured_pages):
    page = configured_pages["/praktijkverhalen/weggehaald/"]
    assert text(page.h1) == "Dit verhaal is ingetrokken"
    assert "Pajottenland" not in text(page.main)
    assert page.select_one('meta[name="robots"]')["content"] == "noindex"
    assert failing(configured_pages, lambda page: page.select('a[href*="weggehaald"]')) == {}


def test_the_sitemap_names_every_page_that_search_engines_may_show(configured_built, configured_pages):
    sitemap = (configured_built / "sitemap.xml").read_text(encoding="utf-8")
    listed = re.findall(r"<loc>https://gids\.voorbeeldstad\.example(/.*?)</loc>", sitemap)
    readable = {
        address
        for address, page in configured_pages.items()
        if address != "/404.html" and not page.select('meta[name="robots"][content="noindex"]')
    }
    assert sorted(listed) == sorted(readable)


def test_the_rules_of_the_strategy_questions_read_as_on_paper(pages):
    text = " ".join(pages["/strategieen/welke-aanpak/regels/"].select_one("main").get_text().split())
    assert [rule for rule in (*approach.WHEN.values(), *approach.ALSO) if rule not in text] == []
