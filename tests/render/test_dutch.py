"""Dates, amounts and lists as Dutch readers write them."""

from datetime import date

import pytest

from macros.render import dutch


def test_day_is_written_out():
    assert dutch.day(date(2021, 3, 1)) == "1 maart 2021"
    assert [dutch.day(date(2021, month, 12)).split()[1] for month in range(1, 13)] == list(dutch.MONTHS)


@pytest.mark.parametrize(("text", "words"), [("2009", "2009"), ("2021-03", "maart 2021"), ("2021-12-31", "31 december 2021")])
def test_moment_is_as_precise_as_the_data(text, words):
    assert dutch.moment(text) == words


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Het ging om € 1,3 miljoen.", "Het ging om €\u00a01,3\u00a0miljoen."),
        ("80 à 100 %, dus geen 50%", "80 à 100\u00a0%, dus geen 50%"),
        ("De € is een munt, 12 miljoenste", "De € is een munt, 12 miljoenste"),
    ],
)
def test_no_line_ends_between_an_amount_and_its_sign(text, kept):
    assert dutch.unbroken(text) == kept


@pytest.mark.parametrize(("amount", "text"), [(0, "€\u00a00"), (900, "€\u00a0900"), (139_000, "€\u00a0139.000"), (1_234_567, "€\u00a01.234.567")])
def test_euro_has_points_between_thousands_and_never_breaks_off(amount, text):
    assert dutch.euro(amount) == text


@pytest.mark.parametrize(
    ("earlier", "later", "months"),
    [
        (date(2024, 1, 31), date(2024, 1, 31), 0),
        (date(2024, 1, 31), date(2024, 2, 29), 0),
        (date(2024, 1, 15), date(2024, 2, 15), 1),
        (date(2024, 1, 15), date(2025, 7, 14), 17),
        (date(2024, 1, 15), date(2025, 7, 15), 18),
        (date(2024, 2, 1), date(2024, 1, 1), -1),
    ],
)
def test_only_whole_months_count(earlier, later, months):
    assert dutch.months_before(earlier, later) == months


def test_list_ends_with_one_sign():
    assert dutch.listed(["Straat", "Plein"]) == "Straat · Plein."
    assert dutch.listed(["Actie", "Klaar?"]) == "Actie · Klaar?"
