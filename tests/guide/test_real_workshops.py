"""The workshops themselves: complete enough for a leader who was never there."""

from functools import lru_cache
from pathlib import Path

import pytest

from macros.guide import model, workshops
from macros.guide.guide import walk
from macros.guide.loading import inspect

ROOT = Path(__file__).resolve().parents[2]


@lru_cache
def guide():
    return inspect(ROOT)[0]


def kits():
    return [pytest.param(kit, id=kit.id) for kit in guide().materials]


def test_there_are_six_and_the_first_is_about_seeing_barriers():
    assert [kit.number for kit in guide().materials] == [1, 2, 3, 4, 5, 6]
    assert guide().materials[0].id == "drempels-zien"


def test_first_workshop_has_three_lengths_and_is_worked_out_for_twelve():
    first = guide().materials[0]
    assert [variant.minutes for variant in first.variants] == [90, 60, 180]
    assert (first.group_best, first.table_size) == (12, 4)


def test_first_workshop_keeps_the_order_in_which_kortrijk_held_it():
    """Participants find barriers, stay with the family, then hear the input, then look at their own work."""
    first = guide().materials[0]
    order = ["drempels-zoeken", "bij-het-gezin-blijven", "input", "wat-kan-ik-doen", "afspraken-maken"]
    for variant in first.variants:
        assert [slot.activity for slot in variant.schedule if slot.activity in order] == order


def test_first_workshop_lets_the_leader_choose_from_three_families():
    [sheet] = [sheet for sheet in guide().materials[0].sheets if sheet.kind is model.SheetKind.CASES]
    assert sheet.choose_one and len(sheet.cases) == 3


@pytest.mark.parametrize("kit", kits())
def test_every_case_is_invented_and_says_what_is_in_it(kit):
    cases = [node.owner for node in walk(guide().document(kit)) if isinstance(node.owner, model.Case) and node.name == "id"]
    assert [case.id for case in cases if case.sources or not case.ours or len(case.barriers) < 4] == []


@pytest.mark.parametrize("kit", kits())
def test_every_version_prints_who_is_there_first_and_what_they_thought_last(kit):
    for variant in kit.variants:
        pile = [entry.sheet.id for entry in workshops.printables(guide(), kit, variant)]
        assert (pile[0], pile[-1]) == ("aanwezigheidslijst", "evaluatie")


@pytest.mark.parametrize("kit", kits())
def test_leader_finds_answers_pitfalls_and_a_way_online(kit):
    assert len(kit.replies) >= 4 and len(kit.pitfalls) >= 4
    assert kit.online.text.plain and kit.before.lines and kit.after.lines


@pytest.mark.parametrize("kit", kits())
def test_every_activity_shows_a_slide(kit):
    assert [activity.id for activity in kit.activities if not activity.slides] == []


@pytest.mark.parametrize("kit", kits())
def test_minutes_in_a_note_add_up_to_those_of_the_activity(kit):
    """«3 minuten lezen, 2 minuten aan tafel»: where a note divides the minutes from its first word, it divides all of them."""
    wrong = []
    for variant in kit.variants:
        for slot in variant.schedule:
            parts = divided(slot.note or "")
            if parts and sum(parts) != slot.minutes:
                wrong.append((variant.minutes, slot.activity, parts, slot.minutes))
    assert wrong == []


def test_note_that_divides_the_minutes_is_told_from_one_that_does_not():
    assert divided("3 minuten lezen, 1 minuut aan tafel. Niets samen.") == [3, 1]
    assert divided("2 minuten openen, anderhalve minuut per persoon.") == []
    assert divided("") == []


def divided(note):
    """The minutes of a note's clauses, when every clause begins with a number of minutes."""
    clauses = note.rstrip(".").split(", ")
    words = [clause.split() for clause in clauses]
    if not all(len(each) > 2 and each[0].isdigit() and each[1] in ("minuut", "minuten") for each in words):
        return []
    return [int(each[0]) for each in words]


@pytest.mark.parametrize("kit", kits())
def test_ready_reply_to_we_are_open_stands_where_it_is_heard(kit):
    heard = {reply.id for reply in kit.replies}
    expected = kit.id in {"drempels-zien", "verkennend-gesprek", "zeven-bs-voor-een-vereniging"}
    assert ("wij-staan-toch-open" in heard) is expected


def test_every_step_from_two_to_six_but_the_vacancy_has_a_workshop():
    steps = {step.number for step in guide().steps for kit in guide().materials if step.id in [entry.id for entry in kit.steps]}
    assert {2, 3, 5, 6} <= steps
