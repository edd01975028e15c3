"""Words as the search compares them."""

from __future__ import annotations

import json
import re
import subprocess

import pytest

from macros.render.compounds import Compounds
from macros.render.wordforms import RULES, fold, key, stem, words
from tests.search.asking import FOLDER, node


@pytest.mark.parametrize(
    "forms",
    [
        "gemeente gemeenten gemeentes",
        "jongere jongeren",
        "drempel drempels",
        "aanbesteden aanbesteding aanbestedingen aanbesteedt",
        "evalueer evalueert evalueren evaluatie evaluaties geëvalueerd geëvalueerde",
        "organiseren organisatie georganiseerd georganiseerde",
        "overdragen overdracht",
        "coördinator coördinatie coördineren",
        "selecteren selectie selecties",
        "toeleider toeleiders toeleiding toeleiden",
        "begeleidt begeleider begeleiding",
        "taak taken",
        "brief brieven",
        "huis huizen",
        "stad steden",
        "lid leden",
        "kind kinderen",
        "kaart kaartje kaartjes",
        "vraag vraagt vragen",
        "agenda agenda's",
        "financieel financiële",
        "praktijkverhalen praktijkverhaalen",
        "vrijwilliger vrijwiliger",
        "expertise expertize",
    ],
)
def test_forms_of_one_word_share_a_stem(forms):
    assert len({stem(word) for word in words(forms)}) == 1


@pytest.mark.parametrize("others", ["kans kan", "jongeren jong", "sport spoor", "mens men", "kant kan", "water wat", "markt mark", "geleerde eer"])
def test_other_words_keep_their_own_stem(others):
    first, second = words(others)
    assert stem(first) != stem(second)


def test_accents_capitals_and_soft_hyphens_do_not_count():
    assert fold("Financi\u00eble Co\u00f6rdinatie verbindings\u00adambassadeur") == "financiele coordinatie verbindingsambassadeur"


def test_numbers_keep_their_point_but_not_that_of_thousands():
    assert words("Punt 2.3: € 80.000, in 2021.") == ["punt", "2.3", "euro", "80000", "in", "2021"]


def test_word_parts_are_found_where_the_guide_uses_all_of_them():
    compounds = Compounds(words("jeugd welzijn werk vrijetijd taxi betaal taal verhaal net loon kost"))
    assert compounds.parts("jeugdwelzijnswerk") == {stem("welzijnswerk"), stem("werk")}
    assert compounds.parts("vrijetijdstaxi") == {stem("taxi")}
    assert compounds.parts("totaal") == set()
    assert compounds.parts("loonkost") == {stem("kost")}


def test_browser_and_build_agree_on_every_word_of_the_guide(built):
    """The rules are applied in two languages; what they make of a word must never differ."""
    text = " ".join(file.read_text(encoding="utf-8") for file in sorted(built.rglob("*.html")))
    sample = sorted(set(words(re.sub(r"<[^>]+>", " ", text))))
    assert len(sample) > 3_000
    script = """
      const fs = require("fs"), vm = require("vm");
      const context = vm.createContext({});
      vm.runInContext("var window = globalThis; window.gids = { search: {} };", context);
      vm.runInContext(fs.readFileSync(process.argv[1], "utf8"), context);
      const { rules, sample, texts } = JSON.parse(fs.readFileSync(0, "utf8"));
      const { Stemmer, key, words } = context.gids.search;
      const stemmer = new Stemmer(rules);
      console.log(JSON.stringify([sample.map((word) => [key(word), stemmer.stem(word)]), texts.map(words)]));
    """
    texts = ["Agenda’s en foto's: € 80.000, punt 2.3.", "Co\u00f6rdinatie, naïef, verbindings\u00adambassadeur", "7 B’s 's avonds"]
    source = FOLDER.parents[1] / "docs" / "assets" / "javascripts" / "query" / "10-words.js"
    result = subprocess.run(
        [node(), "-e", script, str(source)],
        input=json.dumps({"rules": RULES, "sample": sample, "texts": texts}),
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert result.returncode == 0, result.stderr
    theirs, their_words = json.loads(result.stdout)
    assert [[key(word), stem(word)] for word in sample] == theirs
    assert [words(text) for text in texts] == their_words
