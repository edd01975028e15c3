"""The claims as figures: the report, and what is written down for the pages."""

from __future__ import annotations

import datetime
import json

import pytest

from macros.commands import bench, figures, proof
from macros.commands.console import ROOT, CommandError
from macros.guide import model
from macros.guide.loading import load

DAY = datetime.date(2026, 1, 5)
CLAIM = {"id": "gewicht", "group": "licht", "title": "Wat het weegt", "how": "Gewogen.", "unit": "kB", "most": "45"}


def found(value, part="tests", current=True):
    return proof.Found(value, part, DAY, current)


def test_word_that_proof_does_not_know_is_refused():
    with pytest.raises(CommandError, match="«--alles» kent proof niet"):
        proof.main(["--alles"])


@pytest.mark.parametrize(
    ("value", "answer"), [(44.9, "gehaald"), (45, "gehaald"), (45.1, "niet gehaald"), (None, "niet gemeten")]
)
def test_report_says_whether_the_aim_is_met(tmp_path, value, answer):
    measured = {} if value is None else {"gewicht": found(value)}
    proof.write_report(tmp_path, [model.Claim.model_validate(CLAIM)], measured)
    (row,) = json.loads((tmp_path / "proof.json").read_text(encoding="utf-8"))["claims"]
    assert (row["answer"], row["value"]) == (answer, value)
    assert f"| {answer} | Gewogen. |" in (tmp_path / "proof.md").read_text(encoding="utf-8")


def test_report_says_that_a_figure_is_of_an_older_state(tmp_path):
    proof.write_report(tmp_path, [model.Claim.model_validate(CLAIM)], {"gewicht": found(40, current=False)})
    assert "| 40 kB (oudere versie) |" in (tmp_path / "proof.md").read_text(encoding="utf-8")


def test_figures_are_written_down_and_what_people_wrote_stays(tmp_path):
    file = tmp_path / "figures.yml"
    file.write_text('# uitleg\n- id: een\n  title: Een\n- id: twee\n  title: Twee\n  value: "3"\n  day: 2020-01-01\n  machine: oud\n', encoding="utf-8")
    written = proof.write_down(file, {"een": found(1.25), "twee": found(4, "builds")}, "2 kernen")
    assert written == ["een", "twee"]
    assert file.read_text(encoding="utf-8") == (
        '# uitleg\n- id: een\n  title: Een\n  value: "1.25"\n  day: 2026-01-05\n'
        '- id: twee\n  title: Twee\n  value: "4"\n  day: 2026-01-05\n  machine: 2 kernen\n'
    )
    assert proof.write_down(file, {}, "2 kernen") == []


def test_what_tests_and_bench_keep_is_collected_with_whether_it_still_holds(tmp_path):
    figures.keep("tests", {"visit-start": 30.6}, tmp_path)
    figures.keep("builds", {"build-ours-10": 3.5}, tmp_path)
    collected = proof.collect(tmp_path)
    assert {name: (each.value, each.part, each.current) for name, each in collected.items()} == {
        "visit-start": (30.6, "tests", True), "build-ours-10": (3.5, "builds", True),
    }  # fmt: skip


def test_every_claim_can_be_measured():
    """A claim under a name that nothing measures would never be seen to fail."""
    sources = [*(ROOT / "tests").rglob("test_*.py"), *(ROOT / "macros" / "commands" / "bench").glob("*.py")]
    text = "\n".join(file.read_text(encoding="utf-8") for file in sources if file.name != "test_proof.py")
    made = ("build-ours-", "build-times-", "edit-", "lighthouse-lowest-", "search-tuning-", "search-held-out-")
    claims = load(ROOT)[0].of("figures")
    assert len(claims) > 20
    assert [each.id for each in claims if f'"{each.id}"' not in text and not each.id.startswith(made)] == []
    assert set(proof._TIMED) <= set(bench.PARTS)
