"""The search of a guide with three hundred stories more: what one first search fetches stays small."""

from __future__ import annotations

import gzip
import json
import random
import re
import shutil
from pathlib import Path

import pytest

from macros.commands.console import ROOT
from macros.guide.loading import inspect
from macros.render import search
from macros.render.addresses import Router
from macros.render.search import SearchPage
from tests.search.asking import ask, pages

pytestmark = pytest.mark.slow

STORIES = 300
#: About as long as the stories that there are.
LETTERS = 10_000
BUDGET = 150_000
QUERIES = (
    "jongeren", "te duur", "wie betaalt dat", "vrijwilliger", "ouders spreken geen nederlands", "verbindingsambasadeur",
    "drempels van jongeren in een vereniging", "2.3", "jeugdwrek", "qwertyuiop", "gemeente 17",
)  # fmt: skip


def sentences(built: Path) -> list[str]:
    """What the guide says, a sentence each."""
    found = []
    for file in sorted((built / "assets" / "search").rglob("texts-*.js")):
        sections = json.loads(re.fullmatch(r"gids\.search\.shard\?\.\(\"[^\"]+\",(.*)\);\n", file.read_text(encoding="utf-8")).group(1))
        found += [sentence for _, _, text in sections for sentence in text.split("\n") if 30 < len(sentence) < 250]
    return found


def story(number: int, known: list[str], chance: random.Random) -> SearchPage:
    """A story of sentences that the guide has, with names and compounds that only it has."""
    words = [word for sentence in chance.sample(known, 40) for word in re.findall(r"[a-z]{4,9}", sentence)]
    html, letters = f"<h1>Gemeente {number}</h1>", 0
    for section in range(100):
        own = f"{chance.choice(words)}{chance.choice(words)} {chance.choice(words).capitalize()}{number}"
        text = " ".join(chance.sample(known, 4)) + f" Dit was {own}."
        html += f'<section id="s{section}"><h3>{" ".join(chance.choice(known).split()[:5])}</h3><p>{text}</p></section>'
        letters += len(text)
        if letters > LETTERS:
            break
    return SearchPage(f"praktijkverhalen/gemeente-{number}", f"Gemeente {number}", chance.choice(known), html)


@pytest.fixture(scope="module")
def large(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with these stories, as far as the search is concerned."""
    chance = random.Random(2026)
    known = sentences(built)
    real = [SearchPage(key, key, "", (built / key / "index.html").read_text(encoding="utf-8")) for key in ("drempels/te-duur", "vragen", "wat-is")]
    vocabulary = inspect(ROOT)[0].vocabulary
    index = search.build([*real, *(story(number, known, chance) for number in range(STORIES))], vocabulary, Router())
    site = tmp_path_factory.mktemp("large")
    for name, content in index.files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(content)
    for script in scripts(built):
        shutil.copy(script, site / "assets")
    return site


def scripts(site: Path) -> list[Path]:
    """The program of the search: what reads a question, and the rest."""
    found = [file for name in ("query", "search") for file in (site / "assets").glob(f"{name}-*.js")]
    assert len(found) == 2
    return found


def compressed(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 9))


def test_first_search_fetches_less_than_the_budget(large, capsys, figure):
    own = sum(map(compressed, scripts(large)))
    begun_with = [file for name in ("core.js", "phrases.js") for file in (large / "assets" / "search").rglob(name)]
    assert len(begun_with) == 2
    fixed = own + sum(map(compressed, begun_with))
    # Each is asked on its own: nothing that another question loaded counts as present.
    answers = [ask(large, [query])[0] for query in QUERIES]
    sizes = {answer["query"]: own + answer["bytes"] for answer in answers}
    with capsys.disabled():
        print(f"\nfirst search with {STORIES} stories more: {fixed / 1000:.0f} kB before a word, at most {max(sizes.values()) / 1000:.0f} kB")
    figure("first-search", round(max(sizes.values()) / 1000))
    assert 10_000 < fixed < min(sizes.values())
    assert max(sizes.values()) <= BUDGET, sizes
    assert pages(answers[QUERIES.index("gemeente 17")])[0] == "praktijkverhalen/gemeente-17"


def test_pieces_stay_small_however_many_there_are(large):
    sizes = {file.stem: compressed(file) for file in (large / "assets" / "search").rglob("*.js")}
    assert len(sizes) > 1_000
    assert sizes.pop("core") <= 12_000
    assert max(sizes.values()) <= 16_000
