"""The browser weighs as the command line does: on every answer alone, on every pair, and on a large sample."""

from __future__ import annotations

import itertools
import random

import pytest

from macros.guide import approach
from tests.guide.test_approach import PROFILES, some_answers


def from_python(guide, chosen):
    weighed = approach.weigh(guide, chosen)
    return {
        "answers": list(weighed.answers), "groups": weighed.groups, "unsure": list(weighed.unsure), "talkFirst": weighed.talk_first,
        "everything": weighed.everything, "clear": weighed.clear,
    }  # fmt: skip


def agree(ask, guide, sets):
    found = ask("approach.weigh", each=[["RULES", chosen] for chosen in sets])
    assert [got for got, chosen in zip(found, sets, strict=True) if got != from_python(guide, chosen)] == []


def answers(guide):
    return [answer.id for question in guide.of("strategy-questions") for answer in question.answers]


def test_both_say_the_same_of_nothing_and_of_every_answer_alone(ask, guide):
    agree(ask, guide, [[], *([id] for id in answers(guide)), answers(guide), ["bestaat-niet"]])


def test_both_say_the_same_of_every_pair(ask, guide):
    agree(ask, guide, [list(pair) for pair in itertools.combinations(answers(guide), 2)])


def test_both_say_the_same_of_a_large_sample(ask, guide):
    chance = random.Random(9)
    sets = [list(some_answers(chance, guide.of("strategy-questions"))) for _ in range(20_000)]
    for chosen in sets:
        chance.shuffle(chosen)
    agree(ask, guide, sets)


def test_both_say_the_same_of_who_chooses_everything(ask, guide):
    everything = [a.id for q in guide.of("strategy-questions") for a in q.answers if not any(e.weight != "ervoor" for e in a.effects)]
    assert from_python(guide, everything)["everything"]
    agree(ask, guide, [everything, *(profile["answers"] for profile in PROFILES)])


@pytest.mark.parametrize(("question", "chosen", "kept"), [
    ("plek", ["plek-straat", "plek-thuis"], ["plek-straat", "plek-thuis"]),
    ("plek", ["plek-straat", "plek-onbekend"], ["plek-onbekend"]),
    ("plek", ["plek-onbekend", "plek-straat"], ["plek-straat"]),
    ("tijd", ["tijd-genoeg", "tijd-minder"], ["tijd-minder"]),
    ("tijd", ["tijd-minder", "tijd-kantooruren", "tijd-genoeg"], ["tijd-kantooruren", "tijd-genoeg"]),
    ("mandaat", ["mandaat-nee", "mandaat-mondeling"], ["mandaat-mondeling"]),
    ("mandaat", [], []),
])  # fmt: skip
def test_the_last_choice_stays_and_what_it_excludes_goes(ask, guide, question, chosen, kept):
    [given] = [each for each in approach.rules(guide)["questions"] if each["id"] == question]
    assert ask("approach.settle", given, chosen) == kept


def test_heavy_barriers_suggest_the_answers_that_stand_for_them_the_heaviest_first(ask, guide):
    questions = approach.rules(guide)["questions"]
    heavy = ["te-duur", "geen-band", "weinig-vertrouwen", "aanbod-onbekend", "volzet", "taal-en-communicatie"]
    assert ask("approach.suggested", questions, heavy) == ["drempel-te-duur", "drempel-band", "drempel-vertrouwen", "aanbieders-vol"]
    assert ask("approach.suggested", questions, []) == []
    everything = [barrier.id for barrier in guide.barriers]
    assert approach.tidy(guide.of("strategy-questions"), ask("approach.suggested", questions, everything)) != ()


def test_the_address_gives_back_what_was_put_in(ask, guide):
    chance = random.Random(10)
    strategies = [strategy.id for strategy in guide.strategies]
    for _ in range(200):
        kept = list(approach.tidy(guide.of("strategy-questions"), some_answers(chance, guide.of("strategy-questions"))))
        chosen = [id for id in strategies if chance.random() < 0.4]
        hash = ask("approach.toHash", {"answers": kept, "chosen": chosen})
        assert "#" not in hash and " " not in hash
        found = ask("approach.fromHash", "RULES", f"#{hash}")
        assert found == ({"answers": kept, "chosen": chosen} if kept or chosen else None)


@pytest.mark.parametrize(("hash", "answers"), [
    ("#de-vragen", None), ("", None), ("#antwoorden=", []), ("#antwoorden=<script>", []), ("#antwoorden=bestaat-niet+plek-straat", ["plek-straat"]),
    ("#antwoorden=plek-straat%2Bplek-thuis", ["plek-straat", "plek-thuis"]), ("#antwoorden=plek-straat+plek-straat", ["plek-straat"]),
    ("#antwoorden=mandaat-nee+mandaat-mondeling", ["mandaat-mondeling"]), ("#antwoorden=__proto__+constructor", []), ("#keuze=beleid", []),
])  # fmt: skip
def test_an_address_that_nobody_can_have_made_gives_what_can_be_understood(ask, hash, answers):
    found = ask("approach.fromHash", "RULES", hash)
    assert (found and found["answers"]) == answers


def test_what_shifts_is_named_once_with_where_it_came_from(ask):
    before, after = ({"groups": {"a": one, "b": "past-goed"}} for one in ("nu-minder", "regel-eerst"))
    assert ask("approach.shifts", before, after) == [["a", "nu-minder", "regel-eerst"]]
    assert ask("approach.shifts", before, before) == []
