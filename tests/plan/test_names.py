"""What people read where two versions of a plan differ: words, never an id or JSON; and what a page knows before it has the words."""

from __future__ import annotations

import re

import pytest

from macros.render.plan import LATER, Plan
from tests.plan.word import filled

ID = re.compile(r"[a-z]+-[a-z]+|[{}\[\]]|undefined|null")


def changed(value):
    """Something else in every place, of the same shape; keys of rows stay."""
    if isinstance(value, dict):
        return {name: each if name == "key" else changed(each) for name, each in value.items()}
    if isinstance(value, list):
        return [changed(each) for each in value] if value and isinstance(value[0], dict) else value[:-1] or ["iets anders"]
    return not value if isinstance(value, bool) else f"{value} anders"


@pytest.fixture(scope="module")
def plan(guide):
    """A plan with something in every part."""
    questions = guide.of("strategy-questions")
    return filled(guide) | {
        "approach": {question.id: [answer.id for answer in question.answers[:2]] for question in questions},
        "balance": {balance.id: "klopt" for balance in guide.of("balances")},
    }


def test_every_difference_has_a_name_in_words(ask, guide, plan):
    conflicts = ask("plans.merge", plan, changed(plan))["conflicts"]
    assert {conflict["path"][0] for conflict in conflicts} == {"employer", "place", "answers", "ticks", "actions", "has", "scores", "approach", "balance"}
    known = {barrier.title for barrier in guide.barriers} | {question.label for step in guide.steps for question in step.questions}
    known |= {item.text for step in guide.steps for item in step.checklist} | {balance.statement for balance in guide.of("balances")}
    known |= {question.question for question in guide.of("strategy-questions")}
    for conflict in conflicts:
        name = ask("plans.nameOf", conflict["path"], plan)
        for words in sorted(known, key=len, reverse=True):
            name = name.replace(words, "…")
        assert not ID.search(name), (conflict["path"], name)
    names = {".".join(conflict["path"]): ask("plans.nameOf", conflict["path"], plan) for conflict in conflicts}
    first = guide.barriers[0]
    assert names[f"scores.s1.scores.{first.id}.weight"] == f"Drempels in kaart, Diensthoofd: {first.title}"
    assert names[f"scores.s1.scores.{first.id}.note"] == f"Drempels in kaart, Diensthoofd: {first.title}, notitie"
    assert names["scores.s1.name"] == "Drempels in kaart, Diensthoofd: naam of functie"
    assert names["actions.a1.who"] == "Actie “Bel de school”: wie"
    question, balance = guide.of("strategy-questions")[0], guide.of("balances")[0]
    assert names[f"approach.{question.id}"] == f"Welke aanpak past bij ons?: {question.question}"
    assert names[f"balance.{balance.id}"] == f"Zelf aanwerven of uitbesteden: {balance.statement}"


def test_every_value_is_shown_in_words(ask, guide, plan):
    question, balance, barrier = guide.of("strategy-questions")[0], guide.of("balances")[0], guide.barriers[0]
    labels = [answer.label for answer in question.answers[:2]]
    choice = next(each for step in guide.steps for each in step.questions if each.kind.value == "meerkeuze")
    for path, value, words in [
        (["approach", question.id], plan["approach"][question.id], "\n".join(labels)),
        (["balance", balance.id], "beetje", "klopt een beetje"),
        (["scores", "s1", "scores", barrier.id, "weight"], "weten-we-niet", "weten we niet"),
        (["scores", "s1", "scores", barrier.id, "note"], "een opmerking", "een opmerking"),
        (["actions", "a1", "step"], guide.steps[0].id, f"1. {guide.steps[0].title}"),
        (["actions", "a1", "done"], True, "ja"),
        (["actions", "a1"], {"key": "a1", "what": "Bel", "done": True, "who": ""}, "wat: Bel\nklaar: ja"),
        (["ticks", "1.1", "state"], "nvt", "niet van toepassing"),
        (["employer"], "organisatie", "een organisatie"),
        (["has"], ["analyse-boa"], next(start.title for start in guide.of("head-starts") if start.id == "analyse-boa")),
        (["answers", choice.id], [choice.options[0].id], choice.options[0].label),
        (["later", "x"], {"a": ["b", 1, None], "c": {"d": True}}, "a: b\n1\n\nc: d: ja"),
    ]:
        assert ask("plans.valueText", path, value) == words, path


def test_both_is_only_offered_where_two_answers_can_stand(ask, guide):
    several, single = (next(each for each in guide.of("strategy-questions") if each.several is wanted) for wanted in (True, False))
    for path, mine, theirs, can in [
        (["approach", several.id], ["a"], ["b"], True), (["approach", single.id], ["a"], ["b"], False), (["has"], ["a"], ["b"], True),
        (["answers", "aanleiding"], "a", "b", True), (["answers", "gewenste-startdatum"], "a", "b", False), (["balance", "x"], "a", "b", False),
        (["scores", "s1", "scores", "x", "note"], "a", "b", True), (["scores", "s1", "scores", "x", "weight"], "a", "b", False),
    ]:  # fmt: skip
        assert ask("plans.canBoth", {"path": path, "mine": mine, "theirs": theirs}) is can, path


# --- before the words are there ---


def test_the_outline_counts_and_sees_what_is_left_over_as_the_whole_does(ask, guide):
    plan = filled(guide)
    plan["answers"] |= {"vroeger": "x", "welk-doel-eerst": "verdwenen-keuze", "gesprekken": [{"verdwenen-kolom": "oud", "datum": "1/1/2027"}]}
    plan["ticks"]["9.9"] = {"state": "gedaan", "note": ""}
    for step in guide.steps:
        assert ask("test.inOutline", "progressText", plan, step.id) == ask("plans.progressText", plan, step.id)
    whole, outline = ask("plans.leftOver", plan), ask("test.inOutline", "leftOver", plan)
    assert len(whole) == 4 and [each["text"] for each in outline] == [each["text"] for each in whole]
    covered = {item.number for step in guide.steps for item in step.checklist if ask("plans.coveredBy", {"has": ["boa", "analyse-boa"]}, item.number)}
    assert covered == {item.number for step in guide.steps for item in step.checklist if ask("test.inOutline", "coveredBy", {"has": ["boa", "analyse-boa"]}, item.number)}
    rules = ask("test.inOutline", "rules")
    assert rules["personal"] == Plan(guide).rules()["personal"] and set(rules["questions"]) == set(Plan(guide).rules()["questions"])


def test_whatever_is_loaded_later_gets_the_words_first():
    assert all(names[0] == "plan-rules" for names in LATER.values())
