"""Every internal link and anchor of the served site; links to elsewhere are not followed."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import unquote, urljoin, urlsplit
from urllib.request import urlopen

import pytest

from tests.reading import Pages
from tests.serving import StaticSite


def broken_links(folder: Path, *urls: str) -> tuple[int, list[str]]:
    """Follow every link from ``urls`` on; gives how many addresses were seen and what is wrong, warnings included."""
    settings = folder / "linkchecker.ini"
    settings.write_text("[checking]\nthreads=4\nmaxrequestspersecond=1000000\n[AnchorCheck]\n", encoding="utf-8")
    result = subprocess.run(
        [sys.executable, "-m", "linkcheck", "--config", str(settings), "--no-status", "--verbose", "--output", "csv/utf-8", *urls],
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert result.returncode in (0, 1), result.stdout + result.stderr
    rows = list(csv.DictReader((line for line in result.stdout.splitlines() if not line.startswith("# ")), delimiter=";"))
    wrong = [row for row in rows if row["valid"] != "True" or row["warningstring"]]
    assert (result.returncode == 1) == bool(wrong), result.stdout + result.stderr
    return len(rows), [f"{row['parentname']} -> {row['urlname']}: {row['result']} {row['warningstring']}" for row in wrong]


def dangling(pages: Pages, folder: Path) -> list[str]:
    """Internal links that name a file or an anchor that is not in the built site: quicker than following them."""
    ids = {address: {element["id"] for element in page.find_all(id=True)} for address, page in pages.items()}
    wrong = []
    for address, page in pages.items():
        for link in page.find_all("a", href=True):
            target = urlsplit(urljoin(f"http://site{address}", link["href"]))
            if target.netloc != "site" or target.scheme != "http":
                continue
            known = ids.get(target.path) if target.path in ids else set() if (folder / target.path[1:]).is_file() else None
            if known is None or (target.fragment and unquote(target.fragment) not in known):
                wrong.append(f"{address} -> {link['href']}")
    return wrong


def test_every_link_names_a_page_and_an_anchor_that_exist(pages, built):
    assert dangling(pages, built) == []


def test_every_link_of_another_operators_site_does_too(configured_pages, configured_built):
    assert dangling(configured_pages, configured_built) == []


@pytest.mark.slow
def test_following_every_link_and_every_anchor_leads_somewhere(site, pages, tmp_path, figure):
    seen, wrong = broken_links(tmp_path, site.url, site.url + "404.html")
    figure("links-followed", seen)
    figure("links-broken", len(wrong))
    assert wrong == []
    assert seen > 10 * len(pages)


def test_dead_links_dead_anchors_and_folders_without_page_are_noticed(tmp_path):
    folder = tmp_path / "site"
    (folder / "leeg").mkdir(parents=True)
    start = '<a href="weg.html">1</a> <a href="leeg/">2</a> <a href="tweede.html#hier">3</a> <a href="tweede.html#nergens">4</a>'
    second = '<p id="hier"><a href="#ginds">5</a> <a href="index.html#daar">6</a> <a href="#hier">7</a>'
    for name, body in (("index", start), ("tweede", second)):
        page = f'<!doctype html><html lang="nl"><title>{name}</title>{body}'
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
    with StaticSite(folder) as served:
        wrong = broken_links(tmp_path, served.url)[1]
    assert sorted(line.partition(": ")[0].rpartition(" -> ")[2] for line in wrong) == [
        "#ginds", "index.html#daar", "leeg/", "tweede.html#nergens", "weg.html",
    ]  # fmt: skip


def test_every_page_can_be_reached_from_the_overview(pages):
    reached = {urljoin("/overzicht/", link["href"]).partition("#")[0] for link in pages["/overzicht/"].main.find_all("a")}
    hidden = {address for address, page in pages.items() if page.select('meta[name="robots"][content="noindex"]')}
    assert set(pages) - reached - hidden - {"/", "/404.html", "/overzicht/"} == set()


def test_an_unknown_address_gets_the_sites_own_page_and_the_right_status(site, built):
    with pytest.raises(HTTPError) as error:
        urlopen(site.url + "stappen/bestaat-niet/")
    assert error.value.code == 404
    assert error.value.read() == (built / "404.html").read_bytes()
