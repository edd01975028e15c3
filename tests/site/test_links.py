"""Every internal link and anchor of the served site; links to elsewhere are not followed."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen
from urllib.error import HTTPError

import pytest

from tests.serving import StaticSite


def broken_links(url: str, folder: Path) -> tuple[int, list[str]]:
    """Follow every link below ``url``; gives how many addresses were seen and what is wrong, warnings included."""
    settings = folder / "linkchecker.ini"
    settings.write_text("[checking]\nthreads=4\n[AnchorCheck]\n", encoding="utf-8")
    result = subprocess.run(
        [sys.executable, "-m", "linkcheck", "--config", str(settings), "--no-status", "--verbose", "--output", "csv/utf-8", url],
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert result.returncode in (0, 1), result.stdout + result.stderr
    rows = list(csv.DictReader((line for line in result.stdout.splitlines() if not line.startswith("#")), delimiter=";"))
    wrong = [row for row in rows if row["valid"] != "True" or row["warningstring"]]
    assert (result.returncode == 1) == bool(wrong), result.stdout + result.stderr
    return len(rows), [f"{row['parentname']} -> {row['urlname']}: {row['result']} {row['warningstring']}" for row in wrong]


@pytest.mark.slow
def test_every_link_and_every_anchor_leads_somewhere(site, tmp_path):
    seen, wrong = broken_links(site.url, tmp_path)
    assert wrong == []
    assert seen > 500


@pytest.mark.slow
def test_every_link_works_for_another_operator_too(configured_site, tmp_path):
    assert broken_links(configured_site.url, tmp_path)[1] == []


@pytest.mark.slow
def test_links_of_the_missing_page_work_from_any_depth(site, tmp_path):
    wrong = broken_links(site.url + "404.html", tmp_path)[1]
    assert wrong == []


def test_a_dead_link_a_dead_anchor_and_a_folder_without_page_are_noticed(tmp_path):
    folder = tmp_path / "site"
    (folder / "leeg").mkdir(parents=True)
    (folder / "index.html").write_text(
        '<!doctype html><html lang="nl"><title>x</title><a href="weg.html">a</a><a href="ander.html#nergens">b</a>'
        '<a href="leeg/">c</a><a href="ander.html#hier">d</a>',
        encoding="utf-8",
    )
    (folder / "ander.html").write_text('<!doctype html><html lang="nl"><title>y</title><p id="hier">', encoding="utf-8")
    with StaticSite(folder) as served:
        wrong = broken_links(served.url, tmp_path)[1]
    assert len(wrong) == 3
    assert all(any(name in line for line in wrong) for name in ("weg.html", "nergens", "leeg/"))


def test_every_page_can_be_reached_from_the_overview(pages):
    from urllib.parse import urljoin

    reached = {urljoin("/overzicht/", link["href"]).partition("#")[0] for link in pages["/overzicht/"].main.find_all("a")}
    assert set(pages) - reached - {"/404.html", "/overzicht/"} == set()


def test_an_unknown_address_gets_the_sites_own_page_and_the_right_status(site, built):
    with pytest.raises(HTTPError) as error:
        urlopen(site.url + "stappen/bestaat-niet/")
    assert error.value.code == 404
    assert error.value.read() == (built / "404.html").read_bytes()
