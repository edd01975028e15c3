"""What of a plan comes along when the page of a step is printed."""

from __future__ import annotations

import pytest

STEP = "situatie-in-kaart"
EMPTY = {"answers": {}, "ticks": {}, "has": []}


def own(ask, step=STEP, **data):
    return ask("plans.own", {**EMPTY, **data}, step)


def test_an_empty_plan_takes_nothing_along(ask):
    found = own(ask, answers={"leefwereld": "", "waar-wegen-drempels": []}, ticks={"2.1": {"state": "", "note": " "}})
    assert found["answers"] == []
    assert (found["marked"], found["noted"], ask("plans.hasOwn", found)) == (False, False, False)


def test_what_stands_at_another_step_stays_there(ask):
    found = own(ask, answers={"aanleiding": "Een vraag"}, ticks={"1.1": {"state": "gedaan", "note": "x"}})
    assert ask("plans.hasOwn", found) is False


def test_ticks_say_done_not_applicable_or_why_they_are_done_already(ask):
    found = own(ask, has=["analyse-boa"], ticks={"2.2": {"state": "nvt", "note": " later "}, "2.3": {"state": "gedaan"}, "2.4": {"state": "ooit", "note": ""}})
    assert found["ticks"]["2.2"] == {"mark": "nvt", "words": "Niet van toepassing.", "note": "later"}
    assert found["ticks"]["2.3"] == {"mark": "gedaan", "words": "Gedaan.", "note": ""}
    assert found["ticks"]["2.4"] == {"mark": "", "words": "", "note": ""}
    assert found["ticks"]["2.1"]["mark"] == "gedaan"
    assert found["ticks"]["2.1"]["words"].startswith("Dit heb je al. ")


def test_an_own_tick_comes_before_what_the_reader_has(ask):
    found = own(ask, has=["analyse-boa"], ticks={"2.1": {"state": "nvt"}})
    assert found["ticks"]["2.1"]["words"] == "Niet van toepassing."


def test_answers_keep_the_order_of_the_step_and_the_words_of_their_choices(ask, guide):
    step = next(each for each in guide.steps if each.id == STEP)
    choice = next(each for each in step.questions if each.options)
    text = next(each for each in step.questions if not each.options and not each.columns)
    found = own(ask, answers={text.id: " Een antwoord\n", choice.id: [choice.options[0].id, "verdwenen"]})
    expected = {choice.label: {"list": [choice.options[0].label, "verdwenen"]}, text.label: {"text": "Een antwoord"}}
    assert {each.pop("label"): each for each in found["answers"]} == expected
    order = [each.label for each in step.questions if each.label in expected]
    assert [each["label"] for each in own(ask, answers={text.id: "x", choice.id: ["y"]})["answers"]] == order


def test_tables_leave_out_empty_rows_and_keep_columns_that_are_gone(ask, guide):
    question = next(each for step in guide.steps if step.id == STEP for each in step.questions if each.columns)
    first, second = question.columns[:2]
    found = own(ask, answers={question.id: [{first.id: "a", "oud": "o"}, {first.id: " "}, {second.id: "b"}]})["answers"][0]
    assert found["columns"] == [*(column.label for column in question.columns), "oud"]
    assert [row[:2] + row[-1:] for row in found["rows"]] == [["a", "", "o"], ["", "b", ""]]


@pytest.mark.parametrize(
    ("data", "also", "line"),
    [
        ({"answers": {"besluit": "x"}}, (True, False), "Afdruk met je antwoorden"),
        ({"answers": {"besluit": "x"}}, (False, False), "Afdruk zonder je antwoorden"),
        ({"ticks": {"2.1": {"state": "nvt"}}}, (True, True), "Afdruk met je kruisjes"),
        ({"ticks": {"2.1": {"state": "nvt", "note": "n"}}}, (False, True), "Afdruk met je notities"),
        ({"ticks": {"2.1": {"state": "", "note": "n"}}}, (True, False), "Afdruk zonder je notities"),
        ({"answers": {"besluit": "x"}, "ticks": {"2.1": {"state": "nvt", "note": "n"}}}, (True, True), "Afdruk met je antwoorden en notities"),
    ],
)
def test_the_line_says_what_comes_along(ask, guide, data, also, line):
    text = next(each.id for step in guide.steps if step.id == STEP for each in step.questions if each.kind.value == "lange-tekst")
    answers = {text: value for value in data.get("answers", {}).values()}
    assert ask("plans.ownLine", own(ask, **{**data, "answers": answers}), dict(zip(("answers", "notes"), also, strict=True))) == line
