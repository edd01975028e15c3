"""The action list for Excel, the dates for a calendar, numbers and days as people write them, and how far a plan is."""

from __future__ import annotations

import csv
import io

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings

_KEEN = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=120)


def action(**more):
    return {"key": "a", "what": "Bellen", "who": "", "when": "", "done": False, "step": "korte-nota", **more}


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t=", " =", "\r="])
def test_nothing_in_the_table_is_a_formula(ask, sign):
    text = ask("plans.actionsCsv", {"actions": [action(what=f"{sign}1+1")]})
    cell = next(csv.reader(io.StringIO(text[1:].split("\r\n", 1)[1], newline=""), delimiter=";"))[0]
    assert cell == f"'{sign}1+1"


@_KEEN
@given(what=_TEXT, who=_TEXT)
def test_any_text_comes_back_from_the_table(ask, what, who):
    text = ask("plans.actionsCsv", {"actions": [action(what=what, who=who)]})
    assert text.startswith("\ufeffWat;Wie;")
    _, row = csv.reader(io.StringIO(text[1:], newline=""), delimiter=";")
    assert all(cell in (text, f"'{text}") for cell, text in zip(row, (what, who), strict=False))  # an apostrophe before what could be a formula
    assert row[3:] == ["nee", "1. Schrijf een korte nota"]


@_KEEN
@given(title=_TEXT, text=_TEXT)
def test_any_text_makes_a_calendar_that_follows_the_standard(ask, title, text):
    file = ask("plans.calendar", [{"uid": "a@b", "day": "2027-02-28", "title": title, "text": text}], "2026-11-28T10:00:00.000Z")
    assert file.endswith("END:VCALENDAR\r\n")
    lines = file.split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    assert not any("\n" in line or "\r" in line for line in lines)
    whole = file.replace("\r\n ", "").split("\r\n")
    assert [line.split(":")[0] for line in whole if line and not line.startswith("DESCRIPTION")] == [
        "BEGIN", "VERSION", "PRODID", "CALSCALE", "BEGIN", "UID", "DTSTAMP", "DTSTART;VALUE=DATE", "DTEND;VALUE=DATE", "SUMMARY", "TRANSP", "END", "END",
    ]  # fmt: skip
    assert "DTEND;VALUE=DATE:20270301" in whole and "DTSTAMP:20261128T100000Z" in whole


def test_the_same_date_has_the_same_name_and_two_dates_never_do(ask):
    data = {"actions": [action(when="1/3/2027"), action(key="b", when="2027-03-02"), action(key="c", when="ooit"), action(key="d", when="3/3/2027", done=True)],
            "answers": {"datum-bespreking-nota": "5-3-2027", "data-van-de-steungroep": [{"datum": "6/3/2027"}, {"datum": "binnenkort"}, {"datum": "7/3/2027"}]}}  # fmt: skip
    moments = ask("plans.moments", {"id": "p", "data": data})
    assert [moment["day"] for moment in moments] == ["2027-03-01", "2027-03-02", "2027-03-05", "2027-03-06", "2027-03-07"]
    assert len({moment["uid"] for moment in moments}) == 5
    assert ask("plans.moments", {"id": "p", "data": data}) == moments


def test_a_row_keeps_its_name_when_rows_go_and_when_its_date_changes(ask):
    first, second, third = ({"datum": f"{day}/3/2027", "plaats": "Jeugdhuis", "waarover-het-gaat": what} for day, what in ((1, "Kennismaken"), (2, "Het plan"), (3, "Het plan")))
    names = lambda *rows: [moment["uid"] for moment in ask("plans.moments", {"id": "p", "data": {"answers": {"data-van-de-steungroep": rows}}})]  # noqa: E731
    before = names(first, second, third)
    assert len(set(before)) == 3
    assert names(second, third) == before[1:]
    assert names(first, second | {"datum": "9/3/2027"}, third) == before
    assert names({"datum": "8/3/2027", "plaats": "Stadhuis"}, first, second, third)[1:] == before


@pytest.mark.parametrize(("text", "day"), [("1/3/2027", "2027-03-01"), ("01-03-2027", "2027-03-01"), ("2027-3-1", "2027-03-01"), ("29/2/2027", ""), ("29/2/2028", "2028-02-29"), ("31/4/2027", ""), ("morgen", ""), ("", "")])
def test_days_are_read_as_people_write_them(ask, text, day):
    assert ask("plans.day", text) == day


@pytest.mark.parametrize(("text", "number"), [("80", 80), ("0,8", 0.8), ("1.234,50", 1234.5), ("€ 45 000", 45000), ("80 %", 80), ("45.000 euro", 45000), ("12.5", None), ("ongeveer 3", None), ("", None)])
def test_numbers_are_read_as_people_write_them(ask, text, number):
    assert ask("plans.number", text) == number


def test_progress_counts_what_is_done_covered_and_not_applicable(ask):
    empty = ask("plans.empty")
    assert ask("plans.progress", empty, "situatie-in-kaart") == {"done": 0, "of": 9, "none": 0, "answered": 0, "questions": 13}
    data = {**empty, "has": ["analyse-boa"], "ticks": {"2.2": {"state": "gedaan", "note": ""}, "2.3": {"state": "nvt", "note": ""}, "2.4": {"state": "", "note": "bezig"}}}
    assert ask("plans.progressText", data, "situatie-in-kaart") == "2 van 8 punten gedaan (1 niet van toepassing), 0 van 13 vragen ingevuld"
    assert ask("plans.coveredBy", data, "2.1") and not ask("plans.coveredBy", data, "2.2")
