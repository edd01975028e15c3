"""The guide itself: everything the sources say is there, item by item, and nothing that may not be."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import pytest

from macros.guide.checks import item_texts
from macros.guide.loading import inspect
from macros.guide.problems import report

ROOT = Path(__file__).resolve().parents[2]

#: Published since the first edition: a number, once given, is never taken away or given to another point.
CHECKLISTS = {1: 7, 2: 9, 3: 9, 4: 8, 5: 9, 6: 9}


@lru_cache
def whole():
    return inspect(ROOT)


@pytest.fixture
def guide():
    return whole()[0]


def texts(guide):
    """Every text a reader may see, with its place; the words that people type into the search are theirs."""
    for document in guide.documents:
        if document.kind.name != "vocabulary":
            for location, text in item_texts(document):
                yield f"{document.file.path}:{document.line(location)}", text


def test_the_data_has_no_errors_and_nothing_to_look_at():
    assert report(whole()[1]) == "Geen fouten."


# --- the six steps ---


def test_there_are_six_steps_with_their_actions(guide):
    assert [step.number for step in guide.steps] == [1, 2, 3, 4, 5, 6]
    assert [len(step.actions) for step in guide.steps[1:3]] == [4, 5]


def test_every_step_is_worked_out_in_full(guide):
    parts = ("why", "actions", "cautions", "yields", "checklist", "questions", "examples", "choices", "barriers")
    assert [(step.id, part) for step in guide.steps for part in parts if not getattr(step, part)] == []
    assert [step.id for step in guide.steps if not any(action.tips for action in step.actions)] == []


def test_every_step_after_the_first_builds_on_an_earlier_one(guide):
    numbers = {step.id: step.number for step in guide.steps}
    needs = {step.number: {numbers[need.step] for need in step.needs} for step in guide.steps}
    assert needs[1] == set()
    assert [number for number in range(2, 7) if not needs[number] or max(needs[number]) >= number] == []


def test_every_step_shows_what_both_worked_out_stories_did(guide):
    assert [step.id for step in guide.steps if not {"kortrijk", "lokeren"} <= {example.story for example in step.examples}] == []


@pytest.mark.parametrize("number", CHECKLISTS)
def test_checklist_has_every_number_ever_given(guide, number):
    numbers = [item.number for item in guide.steps[number - 1].checklist]
    assert numbers[: CHECKLISTS[number]] == [f"{number}.{rank}" for rank in range(1, CHECKLISTS[number] + 1)]


def test_choices_put_at_least_one_argument_beside_each_option(guide):
    bare = [
        f"{step.id}#{option.id}"
        for step in guide.steps
        for choice in step.choices
        for option in choice.options
        if not option.pros and not option.cons
    ]
    assert bare == []


@pytest.mark.parametrize(
    ("action", "words"),
    [
        ("budget-vastleggen", ["minstens een halftijdse", "80 à 100"]),
        ("looptijd-bepalen", ["onbepaalde duur", "minstens drie jaar"]),
    ],
)
def test_the_advice_keeps_its_values(guide, action, words):
    text = next(each.text.plain for each in guide.get("steps", "onderbouwde-keuze").actions if each.id == action)
    assert [word for word in words if word not in text] == []


def test_every_workbook_question_that_may_draw_out_names_warns_against_them(guide):
    asked = re.compile(r"\b(kind|kinderen|gezin|gezinnen|jongeren|ouders)\b")
    silent = [
        f"{step.id}#{question.id}"
        for step in guide.steps
        for question in step.questions
        if question.kind == "lange-tekst" and asked.search(question.label) and not question.about_people
    ]
    assert silent == []


# --- strategies and barriers ---


def test_three_strategies_lie_on_each_side(guide):
    assert [str(strategy.side) for strategy in guide.strategies] == ["vraag"] * 3 + ["aanbod"] * 3


@pytest.mark.parametrize(("side", "numbers"), [("vraag", range(1, 13)), ("aanbod", range(1, 7))])
def test_the_barriers_that_kdg_lists_are_all_there(guide, side, numbers):
    assert [barrier.number for barrier in guide.barriers if barrier.side == side and barrier.origin == "kdg"] == [*numbers]


def test_barriers_that_only_kortrijk_shows_are_seen_there_and_cite_its_story(guide):
    extra = [barrier for barrier in guide.barriers if barrier.origin == "kortrijk"]
    assert len(extra) >= 8
    assert [barrier.id for barrier in extra if "kortrijk" not in {seen.story for seen in barrier.seen_in}] == []


def test_every_strategy_helps_against_some_barrier(guide):
    named = {help.strategy for barrier in guide.barriers for help in barrier.helps}
    assert [strategy.id for strategy in guide.strategies if strategy.id not in named] == []


def test_a_link_that_no_source_makes_is_never_called_strong(guide):
    own = [
        f"{barrier.id}[{index}]"
        for barrier in guide.barriers
        for index, help in enumerate(barrier.helps)
        if help.strength == "sterk" and not help.sources
    ]
    assert own == []


def test_the_seven_bs_are_there_and_most_are_touched_by_a_barrier(guide):
    touched = {entry.b for barrier in guide.barriers for entry in barrier.seven_bs}
    assert len(guide.seven_bs) == 7
    assert len(touched) >= 5


# --- stories ---


def test_the_four_stories_are_there(guide):
    assert {"kortrijk": "verhaal", "lokeren": "verhaal", "navigate-youth": "kort", "jeugdwerk-voor-alleman": "kort"}.items() <= {
        story.id: story.form for story in guide.stories
    }.items()


def test_kortrijk_and_lokeren_say_something_of_every_strategy(guide):
    all_six = {strategy.id for strategy in guide.strategies}
    for story in ("kortrijk", "lokeren"):
        assert {entry.strategy for entry in guide.get("stories", story).strategies} == all_six
    assert {str(entry.use) for entry in guide.get("stories", "lokeren").strategies} == {"ja"}


@pytest.mark.parametrize(
    ("story", "part", "count"),
    [("kortrijk", "vier-struikelblokken", 4), ("lokeren", "zeven-doelen", 7)],
)
def test_what_a_story_counts_is_all_named(guide, story, part, count):
    story = guide.get("stories", story)
    text = next(point.text for name in ("context", "approach") for point in getattr(story, name) if point.id == part)
    assert sum(line.lstrip().startswith(("- ", "1. ", "2. ", "3. ", "4. ")) for line in text.source.split("\n")) >= count


def test_kortrijk_keeps_its_period_and_its_money(guide):
    story = guide.get("stories", "kortrijk")
    assert (story.period.start, story.period.end) == ("1 maart 2021", "28 februari 2023")
    assert [amount.amount for amount in story.budget] == [139_000, 74_900]


def test_every_story_says_what_is_not_known_and_which_of_it_failed_where_told(guide):
    assert [story.id for story in guide.stories if not story.unknown] == []
    assert len(guide.get("stories", "kortrijk").failed) >= 3


def test_what_somebody_thinks_is_told_with_the_role_and_without_a_name(guide):
    """The ambassadors are anonymous in the source. A capital in a role can only be a municipality or an organisation."""
    public = {word for actor in guide.of("actors") if actor.kind != "persoon" for word in re.findall(r"\w+", actor.name)}
    views = [(story, view) for story in guide.stories for view in story.views]
    assert len(views) >= 5
    for story, view in views:
        capitals = set(re.findall(r"\b[A-ZÀ-Þ]\w+", view.role)) - public - set(re.findall(r"\w+", story.municipality))
        assert capitals == set(), (story.id, view.id, view.role)


def test_an_anonymous_ambassador_has_no_gender(guide):
    told = [(place, text) for place, text in texts(guide) if not place.startswith("data/materials")]  # invented families
    assert [place for place, text in told if re.search(r"\b(hij|hem|hijzelf)\b", text, re.IGNORECASE)] == []


# --- networks, timeline, questions, words, sources ---


def test_the_four_meetings_are_as_the_minister_gave_them(guide):
    assert [(meeting.date, meeting.place, meeting.participants) for meeting in guide.networks.meetings] == [
        (datetime.date(2022, 3, 18), "Sint-Niklaas", 20),
        (datetime.date(2022, 4, 19), "Asse", 9),
        (datetime.date(2022, 5, 12), "Mechelen", 16),
        (datetime.date(2022, 6, 14), "Kortrijk", 6),
    ]


def test_the_findings_are_four_obstacles_and_four_successes(guide):
    kinds = [finding.kind for finding in guide.networks.findings]
    assert (kinds.count("knelpunt"), kinds.count("succes"), len(kinds)) == (4, 4, 8)


def test_the_other_network_of_2020_is_kept_apart(guide):
    other = guide.networks.diversity_network
    assert other.date == datetime.date(2020, 12, 8)
    assert [tariff.euro for tariff in other.tariffs] == [20, 30, 50]
    assert {"sv-179"}.isdisjoint(ref.source for session in other.sessions for ref in session.sources)


def test_the_timeline_runs_from_the_first_initiative_to_the_final_report_and_beyond(guide):
    events = guide.timeline
    assert all(earlier.start <= later.start for earlier, later in pairwise(events))
    assert events[0].start == "2009"
    assert {"projectoproep", "selectie", "vraag-125", "vraag-179", "begeleiding-kdg", "eindrapport"} <= {event.id for event in events}


def test_questions_without_an_answer_are_kept_and_say_whom_to_ask(guide):
    unanswered = [question for question in guide.questions if question.open]
    assert len(unanswered) >= 10
    assert all(question.ask for question in unanswered)


def test_every_abbreviation_in_the_word_list_is_written_out(guide):
    short = [term for term in guide.glossary if re.fullmatch(r"[A-Z]{2,}", term.term)]
    assert len(short) >= 5
    assert [term.term for term in short if not term.full] == []


def test_every_source_can_be_found_or_says_why_not(guide):
    assert [source.id for source in guide.sources if not source.url and not source.note] == []
    assert [source.id for source in guide.sources if source.kind == "webpagina" and source.url and not source.accessed] == []


# --- the language ---

#: Names that hold English words.
NAMES = re.compile(r"Navigate You\(th\)|be\.brussels|\w+\.be\b|Street-?Smart|CC BY|cc-by-4\.0|\bToolbox\b", re.IGNORECASE)
ENGLISH = re.compile(
    r"\b(the|and|with|your|you|from|this|that|what|how|why|who|when|which|are|have|not|by|its|step|steps|strategy|barrier|"
    r"story|stories|summary|title|text|checklist item|network|ambassador)\b",
    re.IGNORECASE,
)


def test_no_text_is_english(guide):
    found = [(place, ENGLISH.search(NAMES.sub("", text)).group()) for place, text in texts(guide) if ENGLISH.search(NAMES.sub("", text))]
    assert found == []


def test_the_reader_is_spoken_to_as_je(guide):
    assert [place for place, text in texts(guide) if re.search(r"\b([Uu]|[Uu]w)\b(?!\.)", text)] == []


def test_nothing_is_left_to_fill_in(guide):
    assert [place for place, text in texts(guide) if re.search(r"\b(TODO|FIXME|XXX|TBD|lorem|nog in te vullen)\b", text, re.IGNORECASE)] == []


def test_no_list_was_folded_into_a_line(guide):
    """Below «>-» the lines of a list flow together: «… - een - twee»."""
    assert [place for place, text in texts(guide) if re.search(r"\s- \S.*\s- \S|\s1\. \S.*\s2\. \S", text)] == []


def test_texts_use_one_kind_of_apostrophe_and_dots(guide):
    assert [place for place, text in texts(guide) if re.search(r"\w'\w|\.\.\.|``", text)] == []
