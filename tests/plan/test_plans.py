"""Plans on the device: which one is open, and how a part of it is kept."""

from __future__ import annotations

import json

import pytest

PLAN = {"format": "gids-draft", "version": 1, "kind": "plan", "plan": 1, "id": "a", "name": "Voorbeeldstad", "revision": 1, "saved": "2026-11-22T10:00:00Z", "data": {"place": "Voorbeeldstad"}}
KEY = "gids:draft:plan:a"


def test_without_a_plan_nothing_is_open_and_nothing_is_kept(ask):
    assert ask("test.plans", [["call", "current"], ["keys"]]) == [None, []]


def test_keeping_a_part_makes_a_plan_and_opens_it(ask):
    first, second, current, keys = ask("test.plans", [["call", "put", {"balance": {"eigen-team": "zelf"}}], ["call", "put", {"has": ["boa"]}], ["call", "current"], ["keys"]])
    assert second["id"] == first["id"] == current["id"]
    assert current["data"]["balance"] == {"eigen-team": "zelf"}
    assert current["data"]["has"] == ["boa"]
    assert current["revision"] == 2
    assert keys == [f"gids:draft:plan:{first['id']}", "gids:plan:current"]


def test_what_was_named_before_there_is_a_plan_is_called_the_same_in_the_plan_and_in_no_other(ask):
    before, again, kept, inside, other, keys = ask("test.plans", [["call", "id"], ["call", "id"], ["call", "put", {"place": "x"}], ["call", "id"], ["create", {}, "Tweede"], ["keys"]])
    assert before == again == kept["id"] == inside != other
    assert keys == sorted([f"gids:draft:plan:{before}", f"gids:draft:plan:{other}", "gids:plan:current"])


def test_the_opened_plan_comes_before_the_one_saved_last(ask):
    steps = [["put", KEY, json.dumps(PLAN)], ["create", {"place": "Later"}, "Later"], ["call", "open", "a"], ["call", "current"]]
    assert ask("test.plans", steps)[-1]["data"]["place"] == "Voorbeeldstad"


def test_an_open_plan_that_is_gone_gives_the_one_saved_last(ask):
    steps = [["put", KEY, json.dumps(PLAN)], ["put", "gids:plan:current", "weg"], ["call", "current"]]
    assert ask("test.plans", steps)[-1]["id"] == "a"


def test_what_this_version_does_not_know_survives_keeping_a_part(ask):
    plan = {**PLAN, "data": {"place": "x", "later": {"iets": [1, None]}, "answers": {"verdwenen-vraag": "blijft"}}}
    current = ask("test.plans", [["put", KEY, json.dumps(plan)], ["call", "put", {"place": "y"}], ["call", "current"]])[-1]
    assert current["data"]["later"] == {"iets": [1, None]}
    assert current["data"]["answers"] == {"verdwenen-vraag": "blijft"}


def person(key, **given):
    return {"key": key, "name": "", "scores": {id: {"weight": weight, "note": ""} for id, weight in given.items()}}


def test_what_another_window_kept_of_a_part_stays_by_person_and_by_barrier(ask):
    known = {"scores": [person("a", volzet="veel")]}
    theirs = {"scores": [person("a", volzet="niet"), person("b", volzet="niet")]}
    mine = {"scores": [person("a", volzet="veel", geluk="beetje"), person("c", volzet="veel")]}
    kept = ask("test.plans", [["call", "put", known], ["call", "put", theirs], ["call", "put", mine, known]])[-1]["data"]["scores"]
    assert {each["key"]: {id: score["weight"] for id, score in each["scores"].items()} for each in kept} == {"a": {"volzet": "niet", "geluk": "beetje"}, "b": {"volzet": "niet"}, "c": {"volzet": "veel"}}


def test_what_is_taken_out_here_goes_and_what_another_window_changed_of_it_does_not(ask):
    known = {"scores": [person("a", volzet="veel"), person("b", volzet="veel")], "balance": {"een": "klopt"}}
    theirs = {"scores": [person("a", volzet="veel"), person("b", volzet="niet")], "balance": {"een": "klopt", "twee": "niet"}}
    kept = ask("test.plans", [["call", "put", known], ["call", "put", theirs], ["call", "put", {"scores": [], "balance": {}}, known]])[-1]["data"]
    assert kept["balance"] == {"twee": "niet"}
    assert person("b", volzet="niet") in kept["scores"]


@pytest.mark.parametrize(("text", "trouble"), [("{kapot", "damaged"), (json.dumps({**PLAN, "plan": 2}), "newer"), (json.dumps({**PLAN, "kind": "story"}), "foreign")])
def test_a_plan_that_cannot_be_read_is_told_and_left_alone(ask, text, trouble):
    found = ask("test.plans", [["put", KEY, text], ["put", "gids:plan:current", "a"], ["call", "current"], ["call", "put", {"place": "x"}], ["get", KEY]])
    assert found[2:] == [trouble, trouble, text]


@pytest.mark.parametrize(("error", "trouble"), [("QuotaExceededError", "full"), ("SecurityError", "blocked")])
def test_full_and_forbidden_storage_are_told(ask, error, trouble):
    assert ask("test.plans", [["call", "put", {"place": "x"}], ["call", "id"]], error) == [trouble, trouble]


@pytest.mark.parametrize(("part", "value"), [("answers", "tekst"), ("answers", {"aanleiding": 5}), ("ticks", {"1.1": "gedaan"}), ("actions", {}), ("actions", [{"what": "zonder sleutel"}]), ("has", [3]), ("scores", [{"key": "a", "scores": {"x": "veel"}}]), ("place", {})])
def test_a_part_of_another_shape_is_set_apart_and_the_rest_works(ask, part, value):
    tidied = ask("plans.tidy", {"employer": "organisatie", part: value})
    assert tidied["employer"] == "organisatie"
    kept = [entry["value"] for entry in tidied["unreadable"]]
    assert kept == [value] or kept == (list(value.values()) if isinstance(value, dict) else list(value))
    assert ask("plans.tidy", tidied) == tidied


def test_two_entries_with_one_key_get_their_own(ask):
    tidied = ask("plans.tidy", {"actions": [{"key": "a", "what": "een"}, {"key": "a", "what": "twee"}]})
    assert [action["what"] for action in tidied["actions"]] == ["een", "twee"]
    assert len({action["key"] for action in tidied["actions"]}) == 2
