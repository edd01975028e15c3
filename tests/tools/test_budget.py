"""The budget to the cent, at the edges and against exact fractions; what people type; and the documents give the same."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.guide import budget

CENTS = st.integers(0, 10_000_000_000)
NOTHING = {"wage": None, "share": None, "other": None, "years": None, "own": None, "grants": None}


def reckon(ask, **values):
    return ask("budget.reckon", NOTHING | values)


def half_up(value: Fraction) -> int:
    return int(value + Fraction(1, 2))


@settings(max_examples=200, deadline=None)
@given(wage=CENTS, share=st.integers(100, 30_000), years=st.integers(1, 15), other=CENTS, own=CENTS, grants=CENTS)
def test_every_year_and_the_total_are_exact(ask, wage, share, years, other, own, grants):
    found = reckon(ask, wage=wage, share=share / 100, years=years, other=other, own=own, grants=grants)
    pay = half_up(Fraction(wage * share, 10_000))
    assert found == {
        "wage": pay, "wageAll": pay * years, "other": other, "otherAll": other * years,
        "year": pay + other, "all": (pay + other) * years, "difference": own + grants - (pay + other) * years,
    }  # fmt: skip


@pytest.mark.parametrize(("wage", "share", "expected"), [(1, 50, 1), (1, 49.99, 0), (3, 50, 2), (0, 100, 0), (99, 80, 79), (29, 33.3, 10), (10_000_000_000, 300, 30_000_000_000)])
def test_half_a_cent_goes_up(ask, wage, share, expected):
    assert reckon(ask, wage=wage, share=share)["wage"] == expected


def test_nothing_is_missing_when_it_is_paid_to_the_cent(ask):
    whole = {"wage": 100_001, "share": 100, "years": 1}
    assert reckon(ask, **whole, own=100_000, grants=1)["difference"] == 0
    assert reckon(ask, **whole, own=100_000)["difference"] == -1
    assert reckon(ask, **whole)["difference"] is None


@pytest.mark.parametrize("known", [{}, {"wage": 100}, {"share": 50}, {"wage": 100, "share": -1}, {"wage": 100, "share": 10**9}, {"years": 3}, {"own": 5}])
def test_what_is_not_known_is_left_open(ask, known):
    found = reckon(ask, **known)
    assert found["wage"] is found["year"] is found["all"] is found["difference"] is None


@pytest.mark.parametrize(("text", "cents"), [
    ("", None), ("  ", None), ("0", 0), ("75000", 7_500_000), ("75.000", 7_500_000), ("75 000", 7_500_000), ("€ 75.000,50", 7_500_050), ("75000,5", 7_500_050), ("0,01", 1),
    ("1.234.567", 123_456_700), ("100000000", 10_000_000_000), (" 12 euro ", 1_200), ("75\u00a0000", 7_500_000),
])  # fmt: skip
def test_amounts_are_read_as_people_write_them(ask, text, cents):
    assert ask("budget.read.amount", text) == {"value": cents}


@pytest.mark.parametrize(("text", "trouble"), [
    ("75.00", "amount"), ("75.5", "amount"), ("-5", "amount"), ("veel", "amount"), ("1,234", "amount"), ("1e9", "amount"), ("75.0000", "amount"), ("7.5000", "amount"),
    ("100000000,01", "amountLarge"), ("9" * 40, "amountLarge"), ("9" * 400, "amountLarge"),
])  # fmt: skip
def test_what_can_be_two_amounts_is_none(ask, text, trouble):
    assert ask("budget.read.amount", text) == {"trouble": trouble}


@pytest.mark.parametrize(("text", "found"), [
    ("80", {"value": 80}), ("82,5 %", {"value": 82.5}), ("100", {"value": 100}), ("1", {"value": 1}), ("300", {"value": 300}), ("", {"value": None}),
    ("0,8", {"trouble": "shareSmall"}), ("0", {"trouble": "share"}), ("301", {"trouble": "share"}), ("halftijds", {"trouble": "share"}), ("9" * 400, {"trouble": "share"}),
])  # fmt: skip
def test_a_share_is_a_percentage(ask, text, found):
    assert ask("budget.read.share", text) == found


@pytest.mark.parametrize(("text", "found"), [
    ("3", {"value": 3}), ("15", {"value": 15}), ("", {"value": None}), ("0", {"trouble": "years"}), ("16", {"trouble": "years"}), ("2,5", {"trouble": "years"}), ("drie", {"trouble": "years"}),
])  # fmt: skip
def test_years_are_whole(ask, text, found):
    assert ask("budget.read.years", text) == found


@pytest.mark.parametrize(("cents", "text"), [(0, "€ 0,00"), (1, "€ 0,01"), (7_500_050, "€ 75.000,50"), (-123_456_701, "€ -1.234.567,01"), (99_999, "€ 999,99"), (100_000, "€ 1.000,00")])
def test_amounts_are_written_as_people_read_them(ask, cents, text):
    assert ask("budget.euro", cents) == text.replace(" ", "\u00a0")


@settings(max_examples=100, deadline=None)
@given(cents=CENTS)
def test_what_is_written_reads_back(ask, cents):
    assert ask("budget.read.amount", ask("budget.euro", cents)) == {"value": cents}


def test_what_the_page_calls_little_is_what_the_step_advises(guide):
    step = guide.get("steps", budget.STEP)
    actions = {action.id: str(action.text) for action in step.actions}
    assert budget.LEAST_SHARE == 50 and "minstens een halftijdse job" in " ".join(actions[budget.HOURS].split())
    assert budget.LEAST_YEARS == 3 and "minstens drie jaar" in " ".join(actions[budget.YEARS].split())
    options = {option.id for question in step.questions if question.id == budget.LENGTH for option in question.options}
    assert {budget.OPEN_ENDED, budget.SHORT} <= options
    assert list(budget.questions(guide)) == ["share", "wage", "other", "years", "own", "grants"]
