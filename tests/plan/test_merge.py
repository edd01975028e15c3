"""Joining two versions of a plan: nothing of either is lost."""

from __future__ import annotations

from typing import Any

import hypothesis.strategies as st
from hypothesis import HealthCheck, given, settings

_NAMES = st.sampled_from(["a", "b", "c", "__proto__", "constructor"])
_TEXT = st.sampled_from(["", "een", "twee", "drie"])
_ROW = st.dictionaries(st.sampled_from(["wat", "wie"]), _TEXT, min_size=1)
_ANSWER = st.one_of(_TEXT, st.lists(_TEXT, max_size=3), st.lists(_ROW, max_size=3))
_ACTION = st.fixed_dictionaries({"key": st.sampled_from(["x", "y", "z"]), "what": _TEXT, "done": st.booleans()})
_TICK = st.fixed_dictionaries({"state": st.sampled_from(["", "gedaan", "nvt"]), "note": _TEXT})
_PLAN = st.fixed_dictionaries(
    {"place": _TEXT, "answers": st.dictionaries(_NAMES, _ANSWER), "ticks": st.dictionaries(_NAMES, _TICK), "actions": st.lists(_ACTION, unique_by=lambda action: action["key"])},
    optional={"later": st.dictionaries(_NAMES, _TEXT)},
)


def leaves(value: Any, path: tuple[str, ...] = ()) -> dict[tuple[str, ...], Any]:
    """What is filled in, by its place; texts, lists of words and tables whole."""
    if isinstance(value, dict):
        return {place: leaf for name, each in value.items() for place, leaf in leaves(each, (*path, name)).items()}
    if path == ("actions",):
        return {place: leaf for entry in value for place, leaf in leaves(entry, (*path, entry["key"])).items()}
    return {path: value} if filled(value) else {}


def filled(value: Any) -> bool:
    return any(map(filled, value.values() if isinstance(value, dict) else value)) if isinstance(value, dict | list) else bool(value)


_KEEN = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@_KEEN
@given(mine=_PLAN, theirs=_PLAN)
def test_nothing_that_was_filled_in_is_lost(ask, mine, theirs):
    found = ask("plans.merge", mine, theirs)
    merged = leaves(found["merged"])
    shown = {tuple(each["path"]): each for each in found["conflicts"]}
    assert set(merged) == set(leaves(mine)) | set(leaves(theirs))
    for side, plan in (("mine", mine), ("theirs", theirs)):
        for place, value in leaves(plan).items():
            assert merged[place] == value or shown[place][side] == value
    assert all(each["mine"] != each["theirs"] for each in found["conflicts"])


@_KEEN
@given(mine=_PLAN, theirs=_PLAN)
def test_every_choice_is_followed_and_touches_nothing_else(ask, mine, theirs):
    found = ask("plans.merge", mine, theirs)
    for choice in ("mine", "theirs"):
        settled = leaves(ask("plans.settle", found["merged"], found["conflicts"], [choice] * len(found["conflicts"])))
        expected = {**leaves(found["merged"]), **{tuple(each["path"]): each[choice] for each in found["conflicts"]}}
        assert settled == expected


@_KEEN
@given(plan=_PLAN, other=_PLAN)
def test_a_plan_with_itself_or_with_nothing_stays_as_it_is(ask, plan, other):
    assert ask("plans.merge", plan, plan) == {"merged": plan, "conflicts": []}
    assert leaves(ask("plans.merge", plan, {})["merged"]) == leaves(plan)
    found = ask("plans.merge", plan, other, plan)
    assert found == {"merged": other, "conflicts": []}, "a change of one side alone is no difference"


def test_both_keeps_the_rows_of_both_once(ask):
    conflict = {"path": ["answers", "gesprekken"], "mine": [{"wie": "a"}, {"wie": "b"}], "theirs": [{"wie": "b"}, {"wie": "c"}]}
    assert ask("plans.both", conflict) == [{"wie": "a"}, {"wie": "b"}, {"wie": "c"}]


def test_two_tabs_that_changed_different_answers_agree(ask):
    base = {"answers": {"een": "oud", "twee": "oud"}}
    found = ask("plans.merge", {"answers": {"een": "nieuw", "twee": "oud"}}, {"answers": {"een": "oud", "twee": "anders"}}, base)
    assert found == {"merged": {"answers": {"een": "nieuw", "twee": "anders"}}, "conflicts": []}


def test_clearing_in_one_tab_is_kept_when_the_other_left_it_alone(ask):
    found = ask("plans.merge", {"answers": {}, "place": "x"}, {"answers": {"een": "oud"}, "place": "y"}, {"answers": {"een": "oud"}, "place": "x"})
    assert found == {"merged": {"answers": {}, "place": "y"}, "conflicts": []}


@_KEEN
@given(mine=_PLAN, theirs=_PLAN, base=_PLAN)
def test_without_a_question_each_change_of_either_side_stays_and_mine_counts_where_both_changed(ask, mine, theirs, base):
    blended, ours, others, before = (leaves(plan) for plan in (ask("plans.blend", mine, theirs, base), mine, theirs, base))
    for place, value in others.items():
        if value != before.get(place) and ours.get(place) == before.get(place):
            assert blended[place] == value
    for place, value in ours.items():
        if value != before.get(place):
            assert blended[place] == value


def test_two_notes_both_stay_where_they_may(ask):
    base, mine, theirs = ({"scores": [{"key": "a", "scores": {"volzet": {"note": note}}}]} for note in ("", "van hier", "van daar"))
    assert ask("test.blend", mine, theirs, base, "note")["scores"][0]["scores"]["volzet"]["note"] == "van hier\nvan daar"
    assert ask("test.blend", mine, theirs, base, "iets anders") == mine
