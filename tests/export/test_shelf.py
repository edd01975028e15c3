"""Same commit, same bytes; what would come out the same is not made twice; while serving nothing is made."""

from __future__ import annotations

import os
import subprocess
import sys

from macros.export import shelf
from macros.project import edition
from tests.conftest import ROOT
from tests.export.conftest import EPOCH

MAKE = """
import sys
from pathlib import Path
from macros.export import shelf
from macros.guide.loading import load
guide, _ = load(Path(sys.argv[1]))
shelf.fill(Path(sys.argv[2]), guide, int(sys.argv[3]))
"""


def test_two_makings_elsewhere_at_another_time_give_the_same_bytes(small, tmp_path):
    made = []
    for number, (seed, zone) in enumerate((("1", "Europe/Brussels"), ("2", "Asia/Tokyo"))):
        folder = tmp_path / f"map {number}"
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", MAKE, str(small.root), str(folder), str(EPOCH)]
        subprocess.run(command, check=True, cwd=tmp_path, env=environment)
        made.append({file.name: file.read_bytes() for file in sorted(folder.iterdir())})
    assert made[0].keys() == made[1].keys() and len(made[0]) > 30
    assert [name for name in made[0] if made[0][name] != made[1][name]] == []


def test_a_second_making_makes_nothing_and_says_nothing(small, tmp_path):
    said: list[str] = []
    first = shelf.fill(tmp_path, small.guide(), EPOCH, say=said.append)
    assert said[0] == "Ik maak de documenten om af te drukken …"
    assert said[1].startswith(f"{len(first.files)} van de {len(first.files)} documenten gemaakt, samen ")
    again = shelf.fill(tmp_path, small.guide(), EPOCH, say=said.append)
    assert len(said) == 2
    assert again.files == first.files and again.prints.entries == first.prints.entries


def test_a_change_makes_only_what_it_shows_in(small, tmp_path):
    said: list[str] = []
    before = shelf.fill(tmp_path, small.guide(), EPOCH).files
    small.change("worksheets/blad.yml", "summary: Schrijf op wat jullie doen.", "summary: Schrijf op wat jullie deden.")
    small.change("steps/stap-2.yml", "    text: Denk na.", "    text: Denk goed na.")
    after = shelf.fill(tmp_path, small.guide(), EPOCH, say=said.append).files
    assert {name for name in before if before[name] != after[name]} == {
        f"afdrukken/{name}.pdf"
        for name in (
            "checklist-stap-2", "checklist-stap-2-met-notities", "alles-voor-stap-2", "de-hele-gids",
            "checklists-alle-stappen", "checklists-alle-stappen-met-notities",
        )
    }  # fmt: skip
    assert said[1].startswith("6 van de ")


def test_a_file_that_somebody_damaged_is_made_again(small, tmp_path):
    first = shelf.fill(tmp_path, small.guide(), EPOCH).files
    (tmp_path / "kaarten-leeg.pdf").write_bytes(b"leeg")
    assert shelf.fill(tmp_path, small.guide(), EPOCH).files == first


def test_a_document_that_is_no_more_is_cleared_away(small, tmp_path):
    shelf.fill(tmp_path, small.guide(), EPOCH)
    assert (tmp_path / "kaarten-twee.pdf").is_file()
    small.remove("card-sets/twee.yml")
    small.write("card-sets/drie.yml", "title: Drie\nsummary: Om mee te eindigen.\nnumber: 1\nbarriers: [te-ver]\nours: true\n")
    shelf.fill(tmp_path, small.guide(), EPOCH)
    assert not (tmp_path / "kaarten-twee.pdf").exists() and (tmp_path / "kaarten-drie.pdf").is_file()


def test_looking_makes_nothing_and_knows_what_was_made(small, tmp_path):
    guide = small.guide()
    empty = shelf.look(tmp_path / "documents", guide, edition())
    assert not empty.prints.made and empty.files == {}
    assert not (tmp_path / "documents").exists()
    made = shelf.fill(tmp_path / "documents", guide, EPOCH)
    assert shelf.look(tmp_path / "documents", guide, made.edition) == made
