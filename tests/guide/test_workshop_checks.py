"""The rules about workshops: each is broken by itself, and what a contributor then reads."""

import pytest

from macros.guide import checks

FILE = "materials/avond.yml"


def test_minutes_that_do_not_add_up_name_both_sums(small):
    small.change(FILE, "      - activity: zoeken\n        minutes: 30\n", "      - activity: zoeken\n        minutes: 25\n")
    line = line_of(small, "  - minutes: 60")
    assert small.said_by(checks.workshop_minutes_add_up) == [
        f"data/{FILE}:{line}: variants[1].minutes: de onderdelen duren samen 55 minuten, de versie duurt er 60. Tel opnieuw."
    ]


def test_two_versions_never_take_equally_long(small):
    text = small.path(FILE).read_text(encoding="utf-8")
    line = small.change(FILE, "  - minutes: 30\n", "  - minutes: 60\n")
    assert text.count("minutes: 12") == 1
    small.change(FILE, "        minutes: 12\n", "        minutes: 42\n")
    assert small.said_by(checks.workshop_versions_differ) == [
        f"data/{FILE}:{line}: variants[2].minutes: er is al een versie van 60 minuten. Kies een andere duur, of voeg ze samen."
    ]


def test_version_with_an_unknown_activity_hears_which_there_are(small):
    line = small.change(FILE, "      - activity: zoeken\n", "      - activity: zoekn\n")
    activity = line_of(small, "  - id: zoeken")
    assert small.said_by(checks.workshop_versions_follow_the_activities) == [
        f"data/{FILE}:{line}: variants[1].schedule[2].activity: «zoekn» is geen onderdeel van deze workshop. "
        "Bedoelde je «zoeken»? Kies uit: welkom, zoeken, slot.",
        f"data/{FILE}:{activity}: activities[2]: geen enkele versie gebruikt «zoeken». Zet het in een «schedule», of haal het weg.",
    ]


@pytest.mark.parametrize("activity", ["welkom", "zoeken"])
def test_version_has_each_activity_once_and_in_order(small, activity):
    line = small.change(
        FILE,
        "      - activity: zoeken\n        minutes: 30\n",
        f"      - activity: zoeken\n        minutes: 20\n      - activity: {activity}\n        minutes: 10\n",
    )
    assert small.said_by(checks.workshop_versions_follow_the_activities) == [
        f"data/{FILE}:{line + 2}: variants[1].schedule[3].activity: «{activity}» staat hier niet op zijn plaats. "
        "Volg de volgorde van «activities», elk één keer."
    ]


def test_what_an_activity_uses_is_printed_or_brought(small):
    line = small.change(FILE, "      - krijt\n", "      - krijtt\n")
    thing = line_of(small, "  - id: krijt")
    assert small.said_by(checks.workshop_materials_are_at_hand) == [
        f"data/{FILE}:{thing}: bring[1]: geen enkel onderdeel gebruikt «krijt». Noem het bij «materials», of haal het weg.",
        f"data/{FILE}:{line}: activities[2].materials[4]: «krijtt» staat niet bij «prints» of «bring». Bedoelde je «krijt»? "
        "Kies uit: lijst, het-verhaal, de-vragen, de-scores, de-kaartjes, het-overzicht, de-agenda, krijt.",
    ]


def test_workshop_without_a_sheet_to_print_is_refused(small):
    text = small.path(FILE).read_text(encoding="utf-8")
    start, end = text.index("prints:\n"), text.index("bring:\n")
    small.write(FILE, text[:start] + text[end:])
    assert f"data/{FILE}:1: deze workshop heeft geen blad om af te drukken. Zet er minstens één bij «prints»." in small.report()


@pytest.mark.parametrize(
    ("new", "message"),
    [
        ("lijsst", "prints[1].sheet: dit blad bestaat niet: «lijsst». Bedoelde je «lijst»? "
         "Kies uit: het-verhaal, de-vragen, de-scores, de-kaartjes, het-overzicht, de-agenda, lijst."),
        ("de-scores", "prints[4].sheet: «de-scores» staat er twee keer. Houd er één."),
    ],
)  # fmt: skip
def test_printed_sheet_exists_and_is_listed_once(small, new, message):
    small.change(FILE, "  - sheet: lijst\n", f"  - sheet: {new}\n")
    where = message.partition(":")[0]
    line = line_of(small, f"  - sheet: {new}", last=where == "prints[4].sheet")
    assert f"data/{FILE}:{line}: {message}" in small.report()


def test_sheet_of_a_workshop_that_is_not_printed_is_pointed_out(small):
    small.change(FILE, "  - sheet: de-scores\n    per: deelnemer\n", "")
    small.change(FILE, "      - de-scores\n", "")
    line = line_of(small, "  - id: de-scores")
    assert small.said_by(checks.workshop_sheets_are_printed) == [
        f"data/{FILE}:{line}: sheets[3]: het blad «de-scores» staat niet bij «prints»."
    ]


def test_sheet_of_a_workshop_never_has_the_name_of_a_shared_one(small):
    small.write("sheets/de-vragen.yml", small.path("sheets/lijst.yml").read_text(encoding="utf-8"))
    line = line_of(small, "  - sheet: de-vragen")
    assert small.said_by(checks.workshop_sheets_are_printed) == [
        f"data/{FILE}:{line}: prints[3].sheet: «de-vragen» is ook de naam van een gedeeld blad. "
        "Geef het blad van deze workshop een andere id."
    ]


def test_slide_that_is_named_exists_and_every_slide_is_shown(small):
    line = small.change(FILE, "      - dia-drempels\n", "      - dia-drempel\n")
    slide = line_of(small, "  - id: dia-drempels")
    assert small.said_by(checks.workshop_slides_are_shown) == [
        f"data/{FILE}:{line}: activities[2].slides[1]: de dia «dia-drempel» bestaat niet. "
        "Bedoelde je «dia-drempels»? Kies uit: dia-welkom, dia-drempels.",
        f"data/{FILE}:{slide}: slides[2]: geen enkel onderdeel toont de dia «dia-drempels».",
    ]


def test_slide_has_something_on_it(small):
    small.change(FILE, "    bullets:\n      - We zoeken een brug\n", "")
    line = line_of(small, "  - id: dia-welkom")
    assert small.said_by(checks.workshop_slides_are_shown) == [
        f"data/{FILE}:{line}: slides[1]: de dia is leeg. Vul «bullets» of «barriers» in."
    ]


@pytest.mark.parametrize("best", [2, 13])
def test_best_group_lies_between_the_smallest_and_the_largest(small, best):
    line = small.change(FILE, "group_best: 9\n", f"group_best: {best}\n")
    assert small.said_by(checks.workshop_groups_make_sense) == [
        f"data/{FILE}:{line}: group_best: {best} ligt niet tussen 3 en 12."
    ]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("    kind: agenda\n", "    kind: vragen\n", "sheets[6]: bij «vragen» hoort «questions»."),
        ("    kind: agenda\n", "    kind: tabel\n    columns: [{title: A}]\n",
         "sheets[6]: bij «tabel» hoort «rows» of «blank_rows» of «barriers» of «strategies»."),
        ("    kind: agenda\n", "    kind: agenda\n    choose_one: true\n", "sheets[6].choose_one: dit veld hoort niet bij «agenda»."),
        ("    kind: agenda\n", "    kind: agenda\n    blank_cards: 2\n", "sheets[6].blank_cards: dit veld hoort niet bij «agenda»."),
        ("    kind: agenda\n", "    kind: agenda\n    halves: true\n", "sheets[6].halves: dit veld hoort niet bij «agenda»."),
    ],
)  # fmt: skip
def test_sheet_has_what_its_kind_needs_and_nothing_else(small, old, new, message):
    small.change(FILE, old, new)
    assert [text.partition(": ")[2] for text in small.said_by(checks.sheets_have_their_parts)] == [message]


def test_row_is_never_wider_than_its_table(small):
    line = small.change("sheets/lijst.yml", "  - - De begeleider\n", "  - [De begeleider, Leiden, Te veel]\n")
    assert small.said_by(checks.sheets_have_their_parts) == [
        f"data/sheets/lijst.yml:{line}: rows[1]: deze rij is te breed: 3 cellen, terwijl de tabel er 2 telt."
    ]


@pytest.mark.parametrize(
    ("old", "message"),
    [
        ("      - title: Gezinnen\n        barriers:\n          - te-ver\n", "er staat geen kopje. Vul «title» in, of noem een van de 7 B’s bij «b»."),
        ("        statements:\n          - Er is een brug.\n", "er staat niets om te scoren. Vul «barriers» of «statements» in."),
    ],
)  # fmt: skip
def test_rows_to_score_have_a_heading_and_there_are_some(small, old, message):
    small.change(FILE, old, "      - barriers:\n          - te-ver\n" if "kopje" in message else "")
    assert [text.rpartition("]: ")[2] for text in small.said_by(checks.score_rows_have_a_heading)] == [message]


def test_shared_sheet_that_no_workshop_prints_is_refused(small):
    small.write("sheets/vergeten.yml", small.path("sheets/lijst.yml").read_text(encoding="utf-8"))
    assert small.said_by(checks.shared_sheets_are_used) == [
        "data/sheets/vergeten.yml:1: geen enkele workshop drukt «vergeten» af. Noem het blad bij «prints», of haal het weg."
    ]


def line_of(small, text, *, last=False):
    """The line that is ``text``; the first, or the last."""
    lines = small.path(FILE).read_text(encoding="utf-8").split("\n")
    found = [number for number, line in enumerate(lines, 1) if line == text]
    return found[-1 if last else 0]
