"""«Welke aanpak past bij ons?»: every rule and every answer does something, and invented municipalities get what we judged right."""

from __future__ import annotations

import itertools
import random
from pathlib import Path

import pytest
import yaml

from macros.commands.console import ROOT
from macros.guide import approach, checks, loading
from macros.guide.approach import FIRST, FITS, NOT_NOW

PROFILES = yaml.safe_load(Path(__file__).with_name("approach-profiles.yml").read_text(encoding="utf-8"))
GROUPS = {"+": FITS, "!": FIRST, "-": NOT_NOW}
SAMPLE = 20_000


@pytest.fixture(scope="module")
def guide():
    return loading.load(ROOT)[0]


@pytest.fixture(scope="module")
def questions(guide):
    return guide.of("strategy-questions")


@pytest.fixture(scope="module")
def sample(guide, questions):
    """Many sets of answers as people might give them, and what the rules say of each. The same at every run."""
    chance = random.Random(6)
    return [approach.weigh(guide, some_answers(chance, questions)) for _ in range(SAMPLE)]


def some_answers(chance, questions):
    """Any answers, also impossible ones together: some questions are left open, some get more than one answer."""
    for question in questions:
        if chance.random() < 0.15:
            continue
        count = 1 if not question.several or chance.random() < 0.6 else chance.randint(1, len(question.answers))
        yield from (answer.id for answer in chance.sample(question.answers, count))


def of_group(weighed, group):
    return {strategy for strategy, found in weighed.groups.items() if found == group}


def test_every_strategy_can_stand_alone_in_fits_well_and_all_six_never_do(guide, sample):
    alone = set().union(*(fitting for weighed in sample if len(fitting := of_group(weighed, FITS)) == 1))
    assert alone == {strategy.id for strategy in guide.strategies}
    assert max(len(of_group(weighed, FITS)) for weighed in sample) < 6


def test_who_chooses_everything_is_told_to_choose_first(guide, questions):
    """Everything that speaks for something: then all six would fit, and that is no choice."""
    everything = [a.id for q in questions for a in q.answers if any(e.weight == "ervoor" for e in a.effects)]
    hindering = {a.id for q in questions for a in q.answers if any(e.weight != "ervoor" for e in a.effects)}
    weighed = approach.weigh(guide, [id for id in everything if id not in hindering])
    assert weighed.everything and not weighed.clear
    assert set(weighed.groups.values()) == {FIRST}


def test_each_outcome_happens_often_enough_to_mean_something(sample):
    talking = sum(weighed.talk_first for weighed in sample) / SAMPLE
    unclear = sum(not weighed.clear and not weighed.talk_first for weighed in sample) / SAMPLE
    assert 0.02 < talking < 0.5
    assert 0.05 < unclear < 0.7
    assert all(any(of_group(weighed, group) for weighed in sample) for group in GROUPS.values())


def test_no_rule_is_dead(guide, questions):
    """Every effect decides somewhere: with it a strategy is in another group than without it."""
    chance, waiting = random.Random(7), {(a.id, e.strategy) for q in questions for a in q.answers for e in a.effects}
    of = {answer.id: question for question in questions for answer in question.answers}
    for _ in range(SAMPLE):
        chosen = set(some_answers(chance, questions))
        if not (here := [pair for pair in waiting if pair[0] in chosen]):
            continue
        with_it = approach.weigh(guide, chosen)
        for id, strategy in here:
            if id in with_it.answers and with_it.groups.get(strategy) != approach.weigh(guide, chosen - {id}).groups.get(strategy):
                waiting.discard((id, strategy))
        if not waiting:
            return
    assert {f"{of[id].id}: {id}: {strategy}" for id, strategy in waiting} == set()


def test_no_answer_leads_nowhere(questions):
    for answer in (answer for question in questions for answer in question.answers):
        assert answer.effects or answer.advice, answer.id
        if answer.unknown:
            assert answer.advice and answer.step and answer.action, answer.id


def test_every_explanation_names_a_source_or_says_that_it_is_ours(guide, questions):
    for question in questions:
        for answer in question.answers:
            assert answer.sources or answer.ours, answer.id
            assert all(guide.find("sources", entry.source) for entry in answer.sources), answer.id
            # the link from an answer to a strategy is ours, always: no source makes it
            assert answer.ours or not answer.effects, answer.id


def test_what_a_barrier_suggests_agrees_with_what_helps_against_it(guide, questions):
    """The answer that stands for a barrier pleads for strategies that help against it, or for none."""
    linked = 0
    for answer in (answer for question in questions for answer in question.answers):
        pleads = {effect.strategy for effect in answer.effects if effect.weight == "ervoor"}
        for barrier in (guide.get("barriers", id) for id in answer.barriers):
            linked += 1
            helping = {entry.strategy for entry in barrier.helps if entry.strategy}
            strong = {entry.strategy for entry in barrier.helps if entry.strategy and entry.strength == "sterk"}
            assert pleads <= helping, (answer.id, barrier.id)
            assert strong <= pleads, (answer.id, barrier.id)
    assert linked > 15


def test_twelve_profiles_cover_every_answer_group_and_strategy(guide):
    assert len(PROFILES) == 12
    for index, strategy in enumerate(guide.strategies):
        seen = {profile["groups"].replace(" ", "")[index] for profile in PROFILES if profile["groups"]}
        assert seen == {"+", "!", "-"}, strategy.id


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile["name"])
def test_invented_municipality_gets_the_groups_we_judged_right(guide, profile):
    weighed = approach.weigh(guide, profile["answers"])
    assert set(weighed.answers) == set(profile["answers"]), "an answer that does not exist, or cannot stand with another"
    expected = [GROUPS[sign] for sign in profile["groups"].replace(" ", "")]
    assert [weighed.groups.get(strategy.id) for strategy in guide.strategies] == (expected or [None] * 6)
    assert weighed.talk_first == (not expected)


def test_the_order_of_answers_does_not_matter(guide, questions):
    chance = random.Random(8)
    for _ in range(200):
        chosen = list(some_answers(chance, questions))
        shuffled = chance.sample(chosen, len(chosen))
        assert approach.weigh(guide, chosen) == approach.weigh(guide, shuffled)


def test_unknown_answers_give_way_and_limits_hold(guide):
    assert approach.weigh(guide, ["plek-straat", "plek-onbekend"]).answers == ("plek-straat",)
    assert approach.weigh(guide, ["tijd-minder", "tijd-genoeg", "tijd-kantooruren"]).answers == ("tijd-genoeg", "tijd-kantooruren")
    assert approach.weigh(guide, ["mandaat-nee", "mandaat-mondeling"]).answers == ("mandaat-mondeling",)
    assert len(approach.weigh(guide, [f"drempel-{name}" for name in ("straat", "thuis", "band", "te-duur", "niemand")]).answers) == 3
    assert approach.weigh(guide, ["bestaat-niet"]).answers == ()


def test_answer_without_effect_or_advice_is_refused(small):
    line = small.change("strategy-questions.yml", "        - {strategy: strategie-1, weight: ervoor, reason: Ze willen.}\n", "")
    small.change("strategy-questions.yml", "      label: Graag\n      effects:\n", "      label: Graag\n")
    assert small.said_by(checks.answers_lead_somewhere) == [
        f"data/strategy-questions.yml:{line - 3}: [2].answers[1]: dit antwoord leidt nergens heen. Vul «effects» in, of zeg in «advice» wat je dan doet."
    ]


def test_not_knowing_must_say_with_whom_to_talk(small):
    small.change("strategy-questions.yml", "      step: stap-2\n      action: doen\n", "")
    [message] = small.said_by(checks.answers_lead_somewhere)
    assert message.endswith("bij «unknown» horen «advice», «step» en «action»: met wie praat je eerst? «effects» blijft leeg.")


def test_answer_that_equals_or_excludes_the_wrong_one_is_refused(small):
    line = small.change("strategy-questions.yml", "same_as: graag", "same_as: geen-idee")
    other = small.change("strategy-questions.yml", "not_with: [bij-de-kinderen]", "not_with: [graag]")
    said = small.said_by(checks.answers_name_other_answers)
    assert said[0].startswith(f"data/strategy-questions.yml:{line}: [1].answers[2].same_as: «geen-idee» is niet een antwoord op een andere vraag.")
    assert said[1].startswith(f"data/strategy-questions.yml:{other}: [1].answers[3].not_with: «graag» is niet een ander antwoord op deze vraag.")


def test_statement_rests_on_arguments_that_exist_in_the_right_order(small):
    line = small.change("balances.yml", "arguments: [zelf-gaat-snel]", "arguments: [zelf-is-eenzaam, zelf-gaat-snol]")
    said = small.said_by(checks.statements_rest_on_arguments)
    assert said[0] == f"data/balances.yml:{line}: [1].arguments[1]: eerst een argument dat voor een weg pleit, dan een dat tegen de andere weg pleit."
    assert said[1].startswith(f"data/balances.yml:{line}: [1].arguments[2]: geen enkele keuze heeft het argument «zelf-gaat-snol». Bedoelde je «zelf-gaat-snel»?")


def test_every_argument_of_the_choice_is_weighed_once_and_opposes_the_other_way(guide):
    known = checks.arguments(guide)
    used = [id for balance in guide.of("balances") for id in balance.arguments]
    choice = next(c for s in guide.steps for c in s.choices if c.id == "zelf-of-uitbesteden")
    assert sorted(used) == sorted(p.id for o in choice.options for p in (*o.pros, *o.cons))
    for balance in guide.of("balances"):
        pro, con = (known[id][0].id for id in balance.arguments)
        assert pro != con
