"""What a contributor reads under a pull request, whatever the contributed code made of its report."""

import subprocess
import sys

import pytest

from macros.commands.answer import MARK, MOST_CHARACTERS, answer
from macros.commands.console import ROOT
from macros.guide.problems import Problem, Severity, report

URL = "https://host.example/run/1"
ERROR = Problem("data/stories/gent.yml", 12, "title", "de tekst is leeg.")
NOTICE = Problem("data/stories/gent.yml", 3, "context", "lijkt op een adres.", Severity.NOTICE)


def test_problems_are_quoted_with_what_to_do_next():
    text = answer(report([ERROR, NOTICE]), "failure", URL)
    assert text.startswith(MARK)
    assert "Er moet nog iets aan gebeuren" in text
    assert "data/stories/gent.yml:12: title: de tekst is leeg." in text
    assert "2 problemen" not in text and "1 probleem in 1 bestand. 1 let op." in text


def test_good_contribution_hears_how_to_see_the_site():
    text = answer(report([]), "success", URL)
    assert "Alles is in orde" in text
    assert f"{URL}#artifacts" in text and "index.html" in text
    assert "```" not in text


def test_notices_alone_are_no_reason_to_stop():
    text = answer(report([NOTICE]), "success", URL)
    assert "Alles is in orde" in text and "Het houdt niets tegen" in text
    assert "lijkt op een adres" in text


@pytest.mark.parametrize("count", [1, 2])
def test_every_closing_sentence_of_the_report_is_understood(count):
    problems = [Problem("data/a.yml", line, "", "fout.") for line in range(count)]
    notices = [Problem("data/a.yml", line, "", "let op.", Severity.NOTICE) for line in range(count)]
    for some in (problems, notices, problems + notices):
        assert "niet tot het einde geraakt" not in answer(report(some), "success", URL)


@pytest.mark.parametrize("text", ["", "   \n", "Traceback (most recent call last):\n  …"])
def test_check_that_broke_down_is_not_blamed_on_the_contributor(text):
    said = answer(text, "failure", URL)
    assert "ligt waarschijnlijk niet aan jouw tekst" in said
    assert "Traceback" not in said


def test_site_that_could_not_be_built_is_said_apart():
    assert "de site kon niet gebouwd worden" in answer(report([]), "failure", URL)


@pytest.mark.parametrize(
    "hostile",
    ["```\n# Gehackt\n@everyone [klik](https://kwaad.example)", "````", "<img src=x onerror=alert(1)>", "\x1b[31m", "a\u202eb"],
)
def test_report_cannot_leave_its_block(hostile):
    text = answer(f"{hostile}\n1 probleem in 1 bestand. De site is niet gebouwd.", "failure", URL)
    before, fence, rest = text.partition("\n\n`")
    fence = "`" + rest[: rest.index("text\n")]
    inside, closing, after = rest.partition("text\n")[2].partition(f"\n{fence}\n")
    assert closing and fence not in inside
    assert "kwaad.example" not in before + after and "onerror" not in before + after
    assert all(character.isprintable() or character == "\n" for character in text)


def test_long_report_is_cut_and_says_so():
    lines = "\n".join("x" * 500 for _ in range(10_000))
    text = answer(f"{lines}\n10000 problemen in 1 bestand. De site is niet gebouwd.", "failure", URL)
    assert len(text) < MOST_CHARACTERS + 2_000
    assert "… en nog " in text


def test_it_runs_with_the_standard_library_alone(tmp_path):
    file = tmp_path / "melding.txt"
    file.write_text(report([ERROR]), encoding="utf-8")
    result = subprocess.run(
        [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.append({str(ROOT)!r}); from macros.commands.answer import main; main([{str(file)!r}])"],
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert result.returncode == 0, result.stderr
    assert "gent.yml:12" in result.stdout
