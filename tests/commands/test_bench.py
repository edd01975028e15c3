"""Measuring: the parts by name, what is kept, and the pages that other builders get."""

from __future__ import annotations

import json
import os
import sys

import pytest

from macros.commands import bench, figures
from macros.commands.bench import builds, lighthouse, peers, projects
from macros.commands.console import ROOT, CommandError


def test_part_that_does_not_exist_names_those_that_do():
    with pytest.raises(CommandError, match=r"«snelheid» meet bench niet. Kies uit: verbs, builds, editing, .*Zonder woord"):
        bench.main(["snelheid"])


def test_what_is_kept_says_of_which_state_and_day_and_is_read_again(tmp_path):
    figures.keep("builds", {"b": 2, "a": 1.5}, tmp_path)
    kept = figures.kept("builds", tmp_path)
    assert dict(kept.figures) == {"a": 1.5, "b": 2}
    assert kept.state == figures.state(tmp_path)
    assert figures.kept("lighthouse", tmp_path) is None
    (figures.folder(tmp_path) / "builds.json").write_text('{"half', encoding="utf-8")
    assert figures.kept("builds", tmp_path) is None


def test_state_follows_every_file_that_a_figure_depends_on_but_not_the_figures_themselves(tmp_path):
    (tmp_path / "data").mkdir()
    before = figures.state.__wrapped__(tmp_path)
    (tmp_path / "data" / "figures.yml").write_text("[]\n", encoding="utf-8")
    assert figures.state.__wrapped__(tmp_path) == before
    (tmp_path / "data" / "glossary.yml").write_text("[]\n", encoding="utf-8")
    assert figures.state.__wrapped__(tmp_path) != before


def test_machine_is_described_without_telling_whose_it_is():
    said = figures.machine()
    assert "kern" in said and "Python 3." in said
    assert not any(name in said for name in (str(ROOT), "/", "\\"))


def test_growth_that_is_linear_is_one_and_growth_with_the_square_is_more():
    straight = {"build-ours-10": 2.0, "build-ours-300": 4.9, "build-ours-1000": 11.9}
    assert builds._linearity(straight, "ours", [10, 300, 1_000]) == pytest.approx(1)
    square = {f"build-ours-{count}": count * count / 1_000 for count in (10, 300, 1_000)}
    assert builds._linearity(square, "ours", [10, 300, 1_000]) > 3


def test_program_that_fails_is_a_reason_to_stop_with_what_it_said(tmp_path):
    with pytest.raises(CommandError, match="(?s)het gaat niet.*mislukte: niets gemeten"):
        projects.run([sys.executable, "-c", "import sys; sys.exit('het gaat niet')"], tmp_path)


def test_memory_and_time_of_a_program_are_measured_however_much_the_measurer_holds(tmp_path):
    held = b"x" * 400_000_000
    run = projects.run([sys.executable, "-c", "b = bytearray(80_000_000); import time; time.sleep(0.2)"], tmp_path)
    assert len(held) and run.seconds >= 0.2
    assert not hasattr(os, "wait4") or 80 < run.megabytes < 150


def test_other_builders_get_the_same_pages_and_stories(tmp_path):
    site, project = tmp_path / "site", tmp_path / "project"
    for address, text in (("", "start"), ("stappen", "zes"), ("stappen/een", "een"), ("praktijkverhalen/verzonnen-1", "nooit")):
        (site / address).mkdir(parents=True, exist_ok=True)
        (site / address / "index.html").write_text(f"<html><main id=x><p>{text}</p></main></html>", encoding="utf-8")
    stories = project / "data" / "stories"
    stories.mkdir(parents=True)
    (stories / "verzonnen-1.yml").write_text("title: Een\nsummary: Kort\n", encoding="utf-8")
    peers.MATERIAL.write(project, site, tmp_path / "material")
    assert (tmp_path / "material" / "docs" / "stappen" / "een" / "index.md").read_text(encoding="utf-8") == '<div class="gids"><p>een</p></div>\n'
    assert "story('verzonnen-1')" in (tmp_path / "material" / "docs" / "praktijkverhalen" / "verzonnen-1.md").read_text(encoding="utf-8")
    assert (tmp_path / "material" / "main.py").is_file()
    peers.HUGO.write(project, site, tmp_path / "hugo")
    content = tmp_path / "hugo" / "content"
    assert (content / "stappen" / "_index.html").is_file() and (content / "stappen" / "een" / "index.html").is_file()
    assert "layout: verhaal" in (content / "praktijkverhalen" / "verzonnen-1.md").read_text(encoding="utf-8")


def test_peer_that_cannot_be_had_says_why(tmp_path, monkeypatch):
    (tmp_path / "nergens").mkdir()
    (tmp_path / "nergens" / "requirements.txt").write_text("zo-heet-geen-pakket\n", encoding="utf-8")
    monkeypatch.setattr(peers, "PEERS", tmp_path)
    monkeypatch.setattr(peers, "ROOT", tmp_path)
    with pytest.raises(CommandError, match="nergens kon niet geïnstalleerd worden"):
        peers._environment("nergens")


def test_what_a_page_loses_with_intent_does_not_count(capsys):
    def run(seo, lost, largest=1_000):
        scores = {"performance": 100, "accessibility": 100, "best-practices": 100, "seo": seo}
        return {"scores": scores, "largest": largest, "shift": 0, "lost": lost}

    found = lighthouse._report({"step": [run(100, [])], "search": [run(63, ["is-crawlable"], 1_400)]})
    assert found["lighthouse-lowest-seo"] == 100
    assert (found["lighthouse-largest"], found["lighthouse-search-seo"]) == (1.4, 63)
    assert lighthouse._report({"search": [run(63, ["is-crawlable", "meta-description"])]})["lighthouse-lowest-seo"] == 63
    assert "is-crawlable" in capsys.readouterr().out


def test_peers_are_pinned_with_hashes_and_name_no_index():
    for file in peers.PEERS.glob("*/requirements.txt"):
        text = file.read_text(encoding="utf-8")
        assert "==" in text and "--hash=sha256:" in text and "://" not in text
    pins = json.loads((lighthouse.FOLDER / "package-lock.json").read_text(encoding="utf-8"))
    assert pins["packages"]["node_modules/lighthouse"]["version"].startswith("12.")
