"""How problems are shown: the same text in a terminal, in the build and in a pull request."""

import pytest

from macros.guide.loading import load
from macros.guide.problems import InvalidData, Problem, Severity, github_annotations, report

ERROR = Problem("data/stories/gent.yml", 15, "sumary", "dit veld bestaat niet. Bedoelde je «summary»?")
NOTICE = Problem("data/sources.yml", 3, "", "geen enkel item noemt de bron «krant».", Severity.NOTICE)


def test_report_is_one_line_per_problem_and_a_count():
    assert report([ERROR, NOTICE]) == (
        "data/sources.yml:3: let op: geen enkel item noemt de bron «krant».\n"
        "data/stories/gent.yml:15: sumary: dit veld bestaat niet. Bedoelde je «summary»?\n"
        "1 probleem in 1 bestand. 1 let op. De site is niet gebouwd."
    )


@pytest.mark.parametrize(
    ("problems", "sentence"),
    [
        ([], "Geen fouten."),
        ([NOTICE], "Geen fouten. 1 let op."),
        ([NOTICE, Problem("a", 1, "", "x", Severity.NOTICE)], "Geen fouten. 2 keer let op."),
        ([ERROR, Problem(ERROR.path, 1, "", "x")], "2 problemen in 1 bestand. De site is niet gebouwd."),
        ([ERROR, Problem("a", 1, "", "x")], "2 problemen in 2 bestanden. De site is niet gebouwd."),
    ],
    ids=["nothing", "one notice", "two notices", "two in one file", "two in two files"],
)
def test_last_line_counts_and_says_whether_something_was_built(problems, sentence):
    assert report(problems).split("\n")[-1] == sentence


def test_problems_are_sorted_by_line_as_numbers():
    lines = report([Problem("a", line, "", "x") for line in (10, 9, 100)]).split("\n")
    assert [line.split(":")[1] for line in lines[:-1]] == ["9", "10", "100"]


def test_pull_request_gets_the_same_text_on_the_line_itself():
    assert github_annotations([ERROR, NOTICE]).split("\n") == [
        "::warning file=data/sources.yml,line=3::geen enkel item noemt de bron «krant».",
        "::error file=data/stories/gent.yml,line=15::sumary: dit veld bestaat niet. Bedoelde je «summary»?",
        "1 probleem in 1 bestand. 1 let op. De site is niet gebouwd.",
    ]


def test_annotation_cannot_be_forged_by_what_a_file_holds_or_is_called():
    forged = Problem("data/a,line=1::x.yml", 2, "veld\n::error::", "100 % van «x»\r\n::error file=b::y")
    assert github_annotations([forged]).split("\n")[:-1] == [
        "::error file=data/a%2Cline=1%3A%3Ax.yml,line=2::veld ::error:::"
        " 100 %25 van «x»  ::error file=b::y"
    ]


def test_report_cannot_be_broken_or_coloured_by_what_a_file_holds():
    assert str(Problem("data/a\nb.yml", 1, "a\nb", "\x1b[31mrood\u202e")) == "data/a b.yml:1: a b:  [31mrood "


def test_errors_stop_everything_and_carry_all_problems_with_them(small):
    small.change("stories/dorp.yml", "amount: 1200", "amount: 1.200")
    small.append("sources.yml", "- id: krant\n  title: De krant\n  author: Iemand\n  date: 2021\n  kind: document\n  short: Krant\n")
    with pytest.raises(InvalidData) as caught:
        load(small.root)
    assert str(caught.value) == report(caught.value.problems)
    assert [problem.severity for problem in caught.value.problems] == [Severity.ERROR]


def test_notices_stop_nothing(small):
    small.change("stories/dorp.yml", "Niemand las de brief.", "Bel 0478 12 34 56.")
    guide, notices = load(small.root)
    assert guide.find("stories", "dorp") is not None
    assert [notice.severity for notice in notices] == [Severity.NOTICE]
