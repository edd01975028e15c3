"""The pages of the plan as they are published: their scripts are small, the form of their file is told, nobody else loads them."""

from __future__ import annotations

import json
import re

from macros.guide.loading import inspect
from macros.project import ROOT
from macros.render import plan_schema
from macros.render.plan import LATER

#: All that a page of the plan loads by itself besides what every page loads, rules and ids from the data included.
SCRIPTS = 60_000


def scripts(built, page):
    names = [script["src"].rpartition("/")[2] for script in page.find_all("script") if "/assets/" in script.get("src", "")]
    return {name: (built / "assets" / name).stat().st_size for name in names if not name.startswith("page-")}


def test_scripts_that_come_with_a_page_of_the_plan_are_small(built, pages):
    own = {address: scripts(built, page) for address, page in pages.items() if address.startswith("/mijn-plan/")}
    assert len(own) == 7
    for address, sizes in own.items():
        print(address, sum(sizes.values()), sizes)
        assert 20_000 < sum(sizes.values()) <= SCRIPTS, (address, sizes)


def test_what_is_loaded_on_request_stands_in_the_site(built, pages):
    """The words of all questions, files, differences and Word documents: by their names in the outline."""
    [outline] = {name for name in scripts(built, pages["/mijn-plan/"]) if name.startswith("plan-outline-")}
    later = json.loads(re.search(r"know\((.*)\);", (built / "assets" / outline).read_text(encoding="utf-8"))[1])["later"]
    assert set(later) == set(LATER)
    assert all((built / name).is_file() for names in later.values() for name in names)


def test_no_page_to_read_loads_the_scripts_of_the_plan(pages):
    loaded = {address for address, page in pages.items() for script in page.find_all("script") if "/plan" in script.get("src", "") + script.get("data-after", "")}
    assert {address for address in loaded if not address.startswith(("/mijn-plan/", "/drempels/in-kaart/", "/strategieen/welke-aanpak/"))} == set()


def test_the_form_of_the_file_is_published_as_it_is_checked(built):
    assert (built / plan_schema.NAME).read_bytes() == plan_schema.content(inspect(ROOT)[0])
