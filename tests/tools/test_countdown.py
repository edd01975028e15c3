"""Counting back from the start and from the decision: whole weeks on the real calendar, what people type, signs, and appointments."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.guide import countdown

DAYS = st.dates(datetime.date(2000, 1, 1), datetime.date(2100, 12, 31))
WEEKS = st.one_of(st.none(), st.integers(0, countdown.MOST_WEEKS))
LEADS = ["gesprekken-en-analyse", "nota-en-voorstel", "advies-jeugdraad", "meerjarenplan", "college"]
SELF, TENDER = ["vacature", "selectie", "opzeg"], ["bestek", "offertes", "organisatie-zoekt-iemand"]


@pytest.fixture(scope="module")
def leads(guide):
    return guide.of("lead-times")


def given_(day="2027-09-01", anchor="start", way="zelf", **weeks):
    return {"anchor": anchor, "day": day, "way": way, "weeks": {id: weeks.get(id.replace("-", "_")) for id in (*LEADS, *SELF, *TENDER)}, "readable": True}


def reckon(ask, given):
    return ask("countdown.reckon", given)


def test_the_names_in_this_test_are_the_lead_times(leads):
    assert [lead.id for lead in leads] == [*LEADS, *SELF, *TENDER]
    assert next(lead.id for lead in leads if lead.decides) == LEADS[-1]


@settings(max_examples=150, deadline=None)
@given(day=DAYS, weeks=st.lists(WEEKS, min_size=11, max_size=11), way=st.sampled_from(["zelf", "uitbesteden"]), anchor=st.sampled_from(["start", "beslissing"]))
def test_each_thing_ends_where_the_next_begins_on_the_real_calendar(ask, day, weeks, way, anchor):
    known = dict(zip([*LEADS, *SELF, *TENDER], weeks, strict=True))
    found = reckon(ask, given_(day.isoformat(), anchor, way) | {"weeks": known})
    counted = [id for id in [*LEADS, *(SELF if way == "zelf" else TENDER)] if known[id]]
    assert [row["id"] for row in found["rows"]] == counted
    before, after = sum(known[id] or 0 for id in LEADS), sum(known[id] or 0 for id in counted if id not in LEADS)
    decision = day - datetime.timedelta(weeks=after) if anchor == "start" else day
    at = decision - datetime.timedelta(weeks=before)
    for row in found["rows"]:
        assert row["from"] == at.isoformat()
        at += datetime.timedelta(weeks=row["weeks"])
        assert row["until"] == at.isoformat()
        assert row["back"] == (anchor == "start" or row["id"] in LEADS)
    assert (found["decision"], found["start"]) == (decision.isoformat(), (decision + datetime.timedelta(weeks=after)).isoformat())
    assert found["total"] == before + after


@pytest.mark.parametrize(("start", "weeks", "begin"), [
    ("2028-03-07", 1, "2028-02-29"), ("2027-03-07", 1, "2027-02-28"), ("2027-03-29", 1, "2027-03-22"), ("2027-11-01", 1, "2027-10-25"),
    ("2027-01-04", 53, "2025-12-29"), ("2100-03-07", 1, "2100-02-28"), ("2000-03-07", 1, "2000-02-29"),
])  # fmt: skip
def test_leap_days_summer_time_and_new_year_are_days_like_others(ask, start, weeks, begin):
    assert reckon(ask, given_(start, college=weeks))["rows"][0]["from"] == begin


def test_while_no_way_is_chosen_the_longest_counts(ask):
    found = reckon(ask, given_(way="", college=2, vacature=4, selectie=6, bestek=5, offertes=6))
    assert (found["way"], found["totals"], found["total"]) == ("uitbesteden", {"zelf": 10, "uitbesteden": 11}, 13)
    assert reckon(ask, given_(way="", vacature=4, selectie=7, bestek=11))["way"] == "zelf"
    assert reckon(ask, given_(way="zelf", vacature=1, bestek=30))["total"] == 1


def test_what_has_no_weeks_is_named_and_zero_is_an_answer(ask, leads):
    labels = {lead.id: lead.label for lead in leads}
    found = reckon(ask, given_(college=0, vacature=4))
    assert found["missing"] == [labels[id] for id in (*LEADS[:-1], "selectie", "opzeg")]
    assert [row["id"] for row in found["rows"]] == ["vacature"]
    assert len(reckon(ask, given_(way="", college=0))["missing"]) == 10


def test_without_a_day_there_are_no_dates(ask):
    assert reckon(ask, given_(day="", college=3)) is None


@pytest.mark.parametrize(("text", "found"), [
    ("1/9/2027", {"value": "2027-09-01"}), ("2027-9-1", {"value": "2027-09-01"}), ("01.09.2027", {"value": "2027-09-01"}), ("", {"value": ""}), ("  ", {"value": ""}),
    ("29/2/2028", {"value": "2028-02-29"}), ("29/2/2027", {"trouble": "day"}), ("31/4/2027", {"trouble": "day"}), ("september", {"trouble": "day"}), ("1/9/27", {"trouble": "day"}),
    ("0/0/2027", {"trouble": "day"}), ("-1/9/2027", {"trouble": "day"}), ("1/9/9999", {"trouble": "year"}), ("1/9/1999", {"trouble": "year"}), ("1/9/20277", {"trouble": "year"}),
    ("1/1/2000", {"value": "2000-01-01"}), ("31/12/2100", {"value": "2100-12-31"}), ("1/1/2101", {"trouble": "year"}), ("9" * 400, {"trouble": "day"}),
])  # fmt: skip
def test_a_day_is_read_as_people_write_it(ask, text, found):
    assert ask("countdown.readDay", text) == found


@pytest.mark.parametrize(("text", "found"), [
    ("", {"value": None}), (" ", {"value": None}), ("0", {"value": 0}), ("6", {"value": 6}), (" 6 weken ", {"value": 6}), ("1 week", {"value": 1}), ("208", {"value": 208}),
    ("209", {"trouble": "weeks"}), ("-1", {"trouble": "weeks"}), ("1,5", {"trouble": "weeks"}), ("zes", {"trouble": "weeks"}), ("1e2", {"trouble": "weeks"}), ("6 maanden", {"trouble": "weeks"}),
    ("9" * 400, {"trouble": "weeks"}),
])  # fmt: skip
def test_weeks_are_whole(ask, text, found):
    assert ask("countdown.readWeeks", text) == found


def test_every_trouble_has_a_sentence_with_the_limits_in_it(ask):
    assert "zoals 1/3/2027" in ask("countdown.explain", "day")
    assert "van 2000 tot 2100" in ask("countdown.explain", "year")
    assert "van 0 tot 208" in ask("countdown.explain", "weeks")


@pytest.mark.parametrize(("day", "words"), [
    ("2026-11-27", "Al voorbij: gisteren"), ("2026-11-16", "Al voorbij: 12 dagen geleden"), ("2026-11-28", "Vandaag"), ("2026-11-29", "Al morgen"),
    ("2026-12-12", "Al over 14 dagen"), ("2026-12-13", ""), ("2027-11-28", ""),
])  # fmt: skip
def test_a_day_that_is_over_or_near_says_so(ask, day, words):
    assert ask("countdown.signText", day, "2026-11-28") == words


@settings(max_examples=100, deadline=None)
@given(day=DAYS)
def test_days_have_their_own_weekday(ask, day):
    weekday = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")[day.weekday()]
    words = ask("countdown.inWords", day.isoformat())
    assert words.startswith(f"{weekday} {day.day} ") and words.endswith(f" {day.year}")


def plan(calendar, **answers):
    return {"id": "p1", "data": {"calendar": calendar, "answers": {name.replace("_", "-"): value for name, value in answers.items()}}}


def moments(ask, draft):
    return {each["uid"].partition(".p1@")[0]: (each["day"], each["title"]) for each in ask("plans.moments", draft)}


def test_the_calendar_of_a_plan_has_every_date_that_was_counted_back(ask):
    found = moments(ask, plan({"college": "3", "vacature": "4", "opzeg": "8 weken"}, gewenste_startdatum="1/9/2027", gekozen_weg="zelf-aanwerven"))
    assert found == {
        "terugrekenen-college": ("2027-05-19", "Begin ten laatste: Het dossier indienen en laten beslissen"),
        "terugrekenen-vacature": ("2027-06-09", "Begin ten laatste: De vacature schrijven en bekendmaken"),
        "terugrekenen-opzeg": ("2027-07-07", "Begin ten laatste: Wachten tot de nieuwe collega vrij is"),
        "terugrekenen-beslissing": ("2027-06-09", "Ten laatste beslist: de ambassadeur komt er"),
        "gewenste-startdatum": ("2027-09-01", "De verbindingsambassadeur start"),
    }


def test_appointments_keep_their_name_when_weeks_and_days_change(ask):
    before = moments(ask, plan({"college": "3", "vacature": "4"}, gewenste_startdatum="1/9/2027", gekozen_weg="samen-aanwerven"))
    after = moments(ask, plan({"advies-jeugdraad": "2", "college": "5", "vacature": "4"}, gewenste_startdatum="1/10/2027", gekozen_weg="samen-aanwerven"))
    assert set(after) - set(before) == {"terugrekenen-advies-jeugdraad"} and set(before) < set(after)


def test_counted_from_the_decision_the_start_is_another_date_than_the_one_wanted(ask):
    found = moments(ask, plan({"vanaf": "beslissing", "beslissing-op": "10/12/2026", "college": "2", "vacature": "4"}, gewenste_startdatum="1/9/2027", gekozen_weg="zelf-aanwerven"))
    assert found["terugrekenen-college"][0] == "2026-11-26"
    assert found["terugrekenen-vacature"] == ("2026-12-10", "Begin ten vroegste: De vacature schrijven en bekendmaken")
    assert found["terugrekenen-start"] == ("2027-01-07", "De verbindingsambassadeur kan ten vroegste starten")
    assert found["gewenste-startdatum"] == ("2027-09-01", "Wanneer wil je dat de ambassadeur start?")


@pytest.mark.parametrize("calendar", [{}, {"college": ""}, {"college": "0"}, {"college": "drie"}, {"college": "3", "vacature": "veel"}, {"college": "3", "vanaf": "beslissing"}, {"onbekend": "3"}])
def test_what_is_empty_or_cannot_be_read_gives_no_dates(ask, calendar):
    found = moments(ask, plan(calendar, gewenste_startdatum="1/9/2027", gekozen_weg="zelf-aanwerven"))
    assert list(found) == ["gewenste-startdatum"]
    assert moments(ask, plan({"college": "3"}, gewenste_startdatum="ooit")) == {}


def test_answers_that_mean_a_way_are_answers_to_that_question(guide):
    start, chosen = countdown.questions(guide)
    assert start.kind == "datum"
    options = {option.id for option in chosen.options}
    assert {answer for answers in countdown.WAYS.values() for answer in answers} == options - {"nog-niet-beslist"}


def test_no_lead_time_has_a_name_that_the_plan_uses_for_something_else(leads):
    assert set(countdown.KEPT).isdisjoint(lead.id for lead in leads)
    assert {lead.way for lead in leads} - {None} == set(countdown.WAYS)
