"""What a leader can count on: the clock, the copies, and what stands on each sheet."""

import pytest

from macros.guide import model, workshops


@pytest.fixture
def guide(small):
    return small.guide()


@pytest.fixture
def evening(guide):
    return guide.get("materials", "avond")


def sheet(material, id):
    return next(sheet for sheet in material.sheets if sheet.id == id)


def test_clock_runs_from_the_first_minute_to_the_last(evening):
    moments = workshops.timetable(evening, evening.variants[0])
    assert [(moment.activity.id, moment.start, moment.end) for moment in moments] == [("welkom", 0, 10), ("zoeken", 10, 40), ("slot", 40, 60)]


def test_activity_knows_its_minutes_in_each_version(evening):
    found = [workshops.minutes_of(evening, activity) for activity in evening.activities]
    assert [[(variant.minutes, slot.minutes) for variant, slot in each] for each in found] == [[(60, 10), (30, 12)], [(60, 30)], [(60, 20), (30, 18)]]


@pytest.mark.parametrize(
    ("per", "count", "people", "copies"),
    [("deelnemer", 1, 9, 9), ("deelnemer", 2, 9, 18), ("tafel", 1, 8, 2), ("tafel", 1, 9, 3), ("tafel", 3, 1, 3), ("groep", 2, 9, 2)],
)
def test_copies_are_counted_for_the_group_and_a_table_that_is_not_full_counts(per, count, people, copies):
    assert workshops.copies(model.Counted(per=per, count=count), people, 4) == copies


def test_pile_of_a_version_holds_what_it_uses_in_print_order(guide, evening):
    whole, short = (
        [entry.sheet.id for entry in workshops.printables(guide, evening, variant)] for variant in evening.variants
    )
    assert whole == [entry.sheet.id for entry in workshops.printables(guide, evening)]
    assert whole == ["lijst", "het-verhaal", "de-vragen", "de-scores", "de-kaartjes", "het-overzicht", "de-agenda"]
    assert short == ["lijst", "de-vragen", "de-scores", "de-agenda"]


def test_sheet_of_all_workshops_is_told_from_one_of_its_own(guide, evening):
    assert {entry.sheet.id for entry in workshops.printables(guide, evening) if entry.shared} == {"lijst"}


def test_version_brings_and_shows_only_what_it_uses(evening):
    whole, short = evening.variants
    assert [thing.id for thing in workshops.things(evening, whole)] == ["krijt"]
    assert workshops.things(evening, short) == []
    assert [slide.id for slide in workshops.slides(evening, whole)] == ["dia-welkom", "dia-drempels"]
    assert [slide.id for slide in workshops.slides(evening, short)] == ["dia-welkom"]
    assert [variant.minutes for variant in workshops.versions_using(evening, "krijt")] == [60]


def test_points_of_a_slide_are_its_own_and_the_cards_of_its_barriers(guide, evening):
    assert [workshops.bullets(guide, slide) for slide in evening.slides] == [["We zoeken een brug"], ["kinderen die te ver wonen"]]


def test_rows_of_a_table_are_as_wide_as_the_table(guide):
    rows = workshops.rows(guide, guide.get("sheets", "lijst"))
    assert rows == [("De begeleider", ""), *[("", "")] * 4]


def test_table_can_start_with_the_strategies(small):
    small.change(
        "materials/avond.yml", "    kind: agenda\n", "    kind: tabel\n    columns: [{title: A}, {title: B}]\n    strategies: [strategie-2]\n"
    )
    guide = small.guide()
    title = guide.get("strategies", "strategie-2").title
    assert workshops.rows(guide, sheet(guide.get("materials", "avond"), "de-agenda")) == [(title, "")]


@pytest.mark.parametrize(
    ("shares", "widths"), [((1,), [100]), ((1, 1), [50, 50]), ((3, 2, 4, 3), [25, 15, 35, 25]), ((1, 6, 6, 6, 6), [5, 25, 25, 25, 25])]
)
def test_columns_share_the_width_in_steps_of_five(shares, widths):
    columns = [{"title": "Kolom", "share": share} for share in shares]
    sheet = model.Sheet(id="blad", title="Blad", kind="tabel", purpose="Om te schrijven.", columns=columns, blank_rows=1)
    assert workshops.widths(sheet) == widths


def test_score_sheet_takes_names_and_questions_from_the_guide(guide, evening):
    barriers, b = workshops.score_groups(guide, sheet(evening, "de-scores"))
    assert (barriers.title, barriers.question, barriers.rows) == ("Gezinnen", "", ("Het is te ver",))
    assert (b.title, b.question, b.rows) == ("De B nummer 1", "Geldt B 1 hier?", ("Er is een brug.",))


def test_cards_are_barriers_strategies_questions_own_ones_and_blanks(guide, evening):
    faces = list(workshops.cards(guide, sheet(evening, "de-kaartjes")))
    barrier, strategy = guide.get("barriers", "te-vol"), guide.get("strategies", "strategie-2")
    question = guide.get("strategy-questions", "welke-kant")
    assert [(face.title, face.text, face.side) for face in faces] == [
        (barrier.title, barrier.card, "aanbod"),
        (strategy.title, strategy.summary, "vraag"),
        (question.question, " · ".join(answer.label for answer in question.answers), None),
        ("Een vraag", "Wie is er niet?", None),
        ("", "", None),
        ("", "", None),
    ]


def test_overview_of_strategies_says_when_each_suits_and_its_limits(guide, evening):
    [(strategy, suits, limits)] = workshops.strategies(guide, sheet(evening, "het-overzicht"))
    assert strategy.id == "strategie-1"
    assert suits == [point.title for point in strategy.suits]
    assert limits == [point.title for point in strategy.limits]


def test_agenda_follows_the_version(evening):
    assert workshops.agenda(evening, evening.variants[1]) == [("0–12", "Welkom", "12 min"), ("12–30", "Slot", "18 min")]
