"""What visitors type finds the page they should find: the golden set, written by somebody who does not tune the search."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from tests.search.asking import FOLDER, ask, pages

GOLDEN = {
    name: entries
    for file in ("golden.yml", "held-out.yml")
    for name, entries in yaml.safe_load((FOLDER / file).read_text(encoding="utf-8")).items()
}
#: What a change may not spoil, first and among the first three. The aim for both lists is 85 % and 97 %. There is room, because a new
#: story may push another page from its place: who writes one cannot tune the search. The list kept apart stands at its aim: 84.96 and 97.7.
LEAST = {"tuning": (0.9, 0.97), "held_out": (0.83, 0.96)}
#: Fewer queries kept apart would tell too little.
LEAST_KEPT_APART = 120


@dataclass(frozen=True)
class Outcome:
    query: str
    expected: list[str]
    found: list[str]

    @property
    def is_first(self) -> bool:
        return bool(set(self.found[:1]) & set(self.expected))

    @property
    def is_hit(self) -> bool:
        return bool(set(self.found[:3]) & set(self.expected))


def outcomes(site: Path, entries: list[dict]) -> list[Outcome]:
    answers = ask(site, [entry["query"] for entry in entries])
    assert len(answers) == len(entries)
    return [Outcome(entry["query"], entry["expect"], pages(answer)) for entry, answer in zip(entries, answers, strict=True)]


def test_the_set_is_large_and_enough_is_kept_apart():
    tuning, held_out = (len(GOLDEN[name]) for name in ("tuning", "held_out"))
    assert tuning + held_out >= 120
    assert held_out >= LEAST_KEPT_APART
    queries = [entry["query"] for name in ("tuning", "held_out") for entry in GOLDEN[name]]
    assert len(set(queries)) == len(queries)


def test_every_expected_page_exists(built):
    expected = {page for name in ("tuning", "held_out") for entry in GOLDEN[name] for page in entry["expect"]}
    assert sorted(page for page in expected if not (built / page / "index.html").is_file()) == []


@pytest.mark.parametrize("name", ["tuning", "held_out"])
def test_the_page_is_among_the_first_three(built, name, capsys, figure):
    results = outcomes(built, GOLDEN[name])
    share = sum(each.is_hit for each in results) / len(results)
    first = sum(each.is_first for each in results) / len(results)
    figure(f"search-{name.replace('_', '-')}-first", round(100 * first, 1))
    figure(f"search-{name.replace('_', '-')}-three", round(100 * share, 1))
    with capsys.disabled():
        print(f"\n{name}: first three {share:.1%}, first {first:.1%} of {len(results)} queries")
    missed = [f"{each.query}: {each.found[:3]}" for each in results if not each.is_hit]
    assert (first, share) >= LEAST[name] and share >= LEAST[name][1], missed
    assert name == "held_out" or [each.query for each in results if not each.found] == []
