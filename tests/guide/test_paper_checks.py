"""The rules about worksheets and about the questions that help to choose a strategy, each broken alone."""

from macros.guide import checks


def test_worksheet_part_that_is_a_question_and_a_form_at_once_is_refused(small):
    line = small.change("worksheets/blad.yml", "  - question: waarom-1\n", "  - question: waarom-1\n    form: schrijven\n")
    assert small.said_by(checks.worksheet_parts_can_be_set) == [
        f"data/worksheets/blad.yml:{line}: parts[2]: noem een «question» uit een stap, of een «form»: één van de twee."
    ]


def test_worksheet_with_an_unknown_question_names_the_nearest(small):
    line = small.change("worksheets/blad.yml", "question: waarom-1", "question: waarom-11")
    [message] = small.said_by(checks.worksheet_parts_can_be_set)
    assert message.startswith(
        f"data/worksheets/blad.yml:{line}: parts[2].question: geen enkele stap heeft de vraag «waarom-11». Bedoelde je «waarom-1»?"
    )


def test_worksheet_part_without_what_its_form_needs_says_what(small):
    line = small.change("worksheets/blad.yml", "    side: vraag\n", "")
    assert small.said_by(checks.worksheet_parts_can_be_set) == [
        f"data/worksheets/blad.yml:{line - 1}: parts[5]: bij «scoren» hoort «side»."
    ]


def test_worksheet_row_that_is_wider_than_its_table_is_counted(small):
    line = small.change("worksheets/blad.yml", "- [Een brug]", "- [Een brug, Jij, Morgen]")
    assert small.said_by(checks.worksheet_parts_can_be_set) == [
        f"data/worksheets/blad.yml:{line - 1}: parts[4].rows: een rij telt 3 cellen, de tabel heeft 2 kolommen."
    ]


def test_worksheet_that_takes_a_list_from_an_unknown_text_names_the_nearest(small):
    line = small.change("worksheets/blad.yml", "point: doen", "point: doem")
    [message] = small.said_by(checks.worksheet_parts_can_be_set)
    assert message.startswith(
        f"data/worksheets/blad.yml:{line}: parts[3].takes.point: «doem» is geen tekst van stap «stap-1». Bedoelde je «doen»?"
    )


def test_worksheet_that_takes_a_list_where_there_is_none_is_refused(small):
    line = small.change("worksheets/blad.yml", "point: doen", "point: doe-het-samen")
    assert small.said_by(checks.worksheet_parts_can_be_set) == [
        f"data/worksheets/blad.yml:{line}: parts[3].takes.point: in «doe-het-samen» staat geen opsomming om over te nemen."
    ]


def test_strategy_that_no_answer_speaks_for_is_named(small):
    small.change("strategy-questions.yml", "        - {strategy: strategie-6, weight: ervoor, reason: Daar zijn ze.}\n", "")
    assert small.said_by(checks.strategies_are_weighed_both_ways) == [
        "data/strategy-questions.yml:1: [1]: geen enkel antwoord pleit voor de strategie «strategie-6»."
    ]


def test_answer_that_weighs_a_strategy_twice_is_refused(small):
    line = small.change("strategy-questions.yml", "{strategy: strategie-1, weight: ertegen,", "{strategy: strategie-5, weight: ertegen,")
    assert small.said_by(checks.strategies_are_weighed_both_ways) == [
        f"data/strategy-questions.yml:{line}: [1].answers[1].effects[2].strategy: «strategie-5» staat er twee keer. Houd er één."
    ]
