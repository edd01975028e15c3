"""«Drempels in kaart»: what several people say is added up right, and put together without losing anything."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.guide import scores

WEIGHTS = st.sampled_from([*scores.WEIGHTS, scores.UNKNOWN, ""])
SCORE = st.fixed_dictionaries({}, optional={"weight": WEIGHTS, "note": st.sampled_from(["", "vraag het na", "één", "«twee»"]), "later": st.integers(0, 2)})
PERSON = st.fixed_dictionaries(
    {"key": st.sampled_from(["a", "b", "c", "a~2"])},
    optional={
        "name": st.sampled_from(["", "Jeugddienst", "Brugfiguur"]),
        "scores": st.dictionaries(st.sampled_from(["te-duur", "volzet", "geen-band", "uit-een-nieuwere-gids"]), SCORE, max_size=4),
        "extra": st.integers(0, 1),
    },
)
PEOPLE = st.lists(PERSON, max_size=4, unique_by=lambda person: person["key"])


def person(key, name="", **given_scores):
    return {"key": key, "name": name, "scores": {id.replace("_", "-"): {"weight": weight, "note": ""} for id, weight in given_scores.items()}}


def holds(kept, given_person):
    """Whether a person after merging says everything that this one said."""
    own_key = kept["key"] == given_person["key"] or kept["key"].startswith(f"{given_person['key']}~")
    own_name = not given_person.get("name") or kept.get("name") == given_person["name"]
    rest = all(kept.get(name) == value for name, value in given_person.items() if name not in ("key", "name", "scores"))
    said = all(
        kept.get("scores", {}).get(id, {}).get(name) == value
        for id, score in given_person.get("scores", {}).items()
        for name, value in score.items()
        if value != ""
    )
    return own_key and own_name and rest and said


@settings(max_examples=300, deadline=None)
@given(mine=PEOPLE, theirs=PEOPLE)
def test_putting_two_lists_together_loses_nothing(ask, mine, theirs):
    merged = ask("scores.merge", mine, theirs)
    for each in (*mine, *theirs):
        assert any(holds(kept, each) for kept in merged), (each, merged)
    keys = [kept["key"] for kept in merged]
    assert len(keys) == len(set(keys))
    assert len(merged) <= len(mine) + len(theirs)


@settings(max_examples=150, deadline=None)
@given(mine=PEOPLE, theirs=PEOPLE)
def test_putting_the_same_list_in_twice_changes_nothing(ask, mine, theirs):
    once = ask("scores.merge", mine, theirs)
    assert ask("scores.merge", once, theirs) == once
    assert ask("scores.merge", once, mine) == once


@settings(max_examples=100, deadline=None)
@given(people=PEOPLE)
def test_a_file_gives_back_the_people_that_were_written(ask, people):
    text = ask("scores.write", people)
    found = ask("scores.read", "RULES", text)
    filled = any(score.get("weight") or score.get("note") for each in people for score in each.get("scores", {}).values())
    assert found == people if filled else found["trouble"] == "empty"


def test_the_same_person_who_contradicts_the_earlier_answers_becomes_a_second_one(ask):
    merged = ask("scores.merge", [person("a", "Ik", te_duur="veel")], [person("a", "Ik", te_duur="niet")])
    assert [each["key"] for each in merged] == ["a", "a~2"]
    together = ask("scores.merge", [person("a", "Ik", te_duur="veel")], [person("a", "Ik", volzet="niet")])
    assert len(together) == 1 and set(together[0]["scores"]) == {"te-duur", "volzet"}


@pytest.mark.parametrize(("text", "trouble"), [
    ("", "damaged"), ("{", "damaged"), ("[]", "foreign"), ('"x"', "foreign"), ("{}", "foreign"), ("null", "foreign"),
    (json.dumps({"format": "gids-drempels", "version": 2, "people": []}), "newer"),
    (json.dumps({"format": "gids-drempels", "version": "1", "people": []}), "damaged"),
    (json.dumps({"format": "gids-drempels", "version": 1, "people": {}}), "damaged"),
    (json.dumps({"format": "gids-drempels", "version": 1, "people": []}), "empty"),
    (json.dumps({"format": "gids-drempels", "version": 1, "people": [{"key": ""}]}), "damaged"),
    (json.dumps({"format": "gids-drempels", "version": 1, "people": [{"key": "a", "name": 5}]}), "damaged"),
    (json.dumps({"format": "gids-drempels", "version": 1, "people": [{"key": "a", "scores": {"te-duur": {"weight": "heel veel"}}}]}), "damaged"),
    (json.dumps({"format": "gids-drempels", "version": 1, "people": [{"key": "a", "scores": {"te-duur": "veel"}}]}), "damaged"),
    (json.dumps({"format": "gids-drempels", "version": 1, "people": [person(str(n), te_duur="veel") for n in range(41)]}), "many"),
    (json.dumps({"format": "gids-draft", "kind": "story", "version": 1, "data": {}}), "foreign"),
    ("x" * 2_000_001, "large"),
])  # fmt: skip
def test_a_file_that_is_something_else_is_refused_with_a_sentence(ask, text, trouble):
    found = ask("scores.read", "RULES", text)
    assert found["trouble"] == trouble
    assert found["thrown"].endswith("Er is niets veranderd.")


def test_a_plan_that_was_saved_as_a_file_gives_its_people(ask):
    people = [person("a", "Ik", te_duur="veel")]
    plan = {"format": "gids-draft", "version": 1, "kind": "plan", "id": "x", "revision": 1, "data": {"scores": people, "place": "Voorbeeldstad"}}
    assert ask("scores.read", "RULES", json.dumps(plan)) == people


def summed(ask, people, id):
    return next(entry for entry in ask("scores.ranking", "RULES", people) if entry["barrier"]["id"] == id)


def test_not_knowing_counts_for_nothing_and_is_kept_apart(ask):
    people = [person("a", te_duur="veel"), person("b", te_duur="weten-we-niet"), person("c", te_duur="veel"), person("d")]
    found = summed(ask, people, "te-duur")
    assert (found["mean"], found["known"], found["unsure"], found["spread"], found["heavy"]) == (2, 2, 1, 0, True)
    nobody = summed(ask, [person("b", te_duur="weten-we-niet")], "te-duur")
    assert (nobody["mean"], nobody["known"], nobody["heavy"]) == (None, 0, False)


@pytest.mark.parametrize(("weights", "heavy"), [
    (["veel"], True), (["beetje"], False), (["veel", "beetje"], True), (["veel", "niet"], False), (["veel", "veel", "niet"], False),
    (["veel", "veel", "beetje", "beetje"], True), (["veel", "beetje", "beetje"], False), ([], False),
])  # fmt: skip
def test_a_barrier_weighs_heavily_from_the_threshold_on(ask, weights, heavy):
    people = [person(str(n), volzet=weight) for n, weight in enumerate(weights)]
    assert summed(ask, people, "volzet")["heavy"] is heavy
    assert (sum(scores.WEIGHTS[weight] for weight in weights) >= scores.HEAVY * len(weights) and bool(weights)) is heavy
    assert ("volzet" in ask("scores.heavy", "RULES", people)) is heavy


def test_the_largest_comes_first_and_what_nobody_could_weigh_last(ask, guide):
    people = [person("a", te_duur="beetje", geen_band="veel", volzet="niet", veel_zorgen="weten-we-niet")]
    order = [entry["barrier"]["id"] for entry in ask("scores.ranking", "RULES", people)]
    assert order[:3] == ["geen-band", "te-duur", "volzet"]
    assert sorted(order) == sorted(barrier.id for barrier in guide.barriers)
    assert [entry["barrier"]["id"] for entry in ask("scores.ranking", "RULES", people, "aanbod")][0] == "volzet"


def test_where_people_differ_most_comes_first(ask):
    people = [person("a", te_duur="veel", volzet="veel", geen_band="veel"), person("b", te_duur="beetje", volzet="niet", geen_band="veel")]
    assert [entry["barrier"]["id"] for entry in ask("scores.differences", "RULES", people)] == ["volzet", "te-duur"]


def test_the_seven_bs_take_the_mean_of_their_barriers(ask, guide):
    people = [person("a", te_duur="veel", ongelijke_tarieven="niet")]
    found = {entry["id"]: entry for entry in ask("scores.byB", "RULES", people)}
    assert found["betaalbaarheid"]["mean"] == 1 and found["betaalbaarheid"]["heavy"] == ["te-duur"]
    assert found["beschikbaarheid"]["mean"] is None
    assert len(found) == 7


def test_scores_of_another_version_do_not_break_the_sum(ask):
    odd = [{"key": "a", "scores": {"te-duur": {"weight": "enorm"}, "onbekend": {"weight": "veel"}}}, {"key": "b"}, {"key": "c", "scores": {"te-duur": {"weight": "veel"}}}]
    assert summed(ask, odd, "te-duur")["known"] == 1
