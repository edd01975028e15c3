"""What a file may be called, where it may stand, and what it must hold at least."""

import pytest


def test_misspelt_folder_is_an_error_that_names_the_nearest(small):
    (small.path("storys")).mkdir()
    [line] = small.report()
    assert line.startswith("data/storys:1: deze map hoort niet in data/. Bedoelde je «stories»? Kies uit: actors.yml, articles, ")


@pytest.mark.parametrize(("name", "nearest"), [("actors.yaml", "actors.yml"), ("Sources.yml", "sources.yml"), ("bronnen.txt", None)])
def test_unknown_file_in_data_is_an_error_that_names_the_nearest(small, name, nearest):
    small.write(name, "- id: niemand\n")
    [line] = small.report()
    hint = f"Bedoelde je «{nearest}»? " if nearest else ""
    assert line.startswith(f"data/{name}:1: dit bestand hoort niet in data/. {hint}Kies uit: ")


@pytest.mark.parametrize(
    ("name", "hint"),
    [("gent.yaml", "Bedoelde je «gent.yml»?"), ("gent.YML", "Bedoelde je «gent.yml»?"), ("gent.docx", "Verplaats dit.")],
)
def test_story_with_another_ending_is_an_error_and_not_left_out_in_silence(small, name, hint):
    small.write(f"stories/{name}", "title: Gent\n")
    assert small.report() == [f"data/stories/{name}:1: hier horen alleen bestanden die op .yml eindigen. {hint}"]


def test_folder_among_the_stories_is_an_error(small):
    small.path("stories/oud").mkdir()
    assert small.report() == ["data/stories/oud:1: hier horen alleen bestanden die op .yml eindigen. Verplaats dit."]


@pytest.mark.parametrize("name", ["Sint-Niklaas.yml", "sint niklaas.yml", "sint_niklaas.yml", "-dorp.yml", "genève.yml"])
def test_file_name_that_cannot_be_an_address_shows_how_to_write_it(small, name):
    small.path("stories/dorp.yml").rename(small.path(f"stories/{name}"))
    assert (
        f"data/stories/{name}:1: de bestandsnaam «{name}» kan niet. Gebruik kleine letters en cijfers, "
        "met koppeltekens ertussen: «sint-niklaas.yml»."
    ) in small.report()


def test_hidden_files_that_systems_leave_behind_are_ignored(small):
    small.write(".DS_Store", "")
    small.write("stories/.gitkeep", "")
    assert small.report() == []


def test_missing_list_is_named(small):
    small.remove("roles.yml")
    assert small.report() == ["data/roles.yml:1: dit bestand ontbreekt."]


def test_empty_project_names_every_list_that_is_missing(small, tmp_path):
    (tmp_path / "data").rename(tmp_path / "elsewhere")
    report = small.report()
    assert "data/sources.yml:1: dit bestand ontbreekt." in report
    assert "data/steps:1: er horen er 6 te zijn. Nummer 1, 2, 3, 4, 5, 6 ontbreekt." in report


@pytest.mark.parametrize("text", ["- title: Gent\n", "Gent\n", "---\n"], ids=["list", "text", "nothing"])
def test_story_that_holds_no_fields_says_how_to_begin(small, text):
    small.write("stories/gent.yml", text)
    assert small.report() == ["data/stories/gent.yml:1: hier horen velden: «title: …», «summary: …»."]


def test_list_that_holds_fields_says_how_to_begin(small):
    small.write("roles.yml", "title: Rollen\n")
    assert small.report() == ["data/roles.yml:1: hier hoort een lijst: begin elk item met «- id: …»."]


def test_id_inside_a_file_is_refused_because_the_file_name_is_the_id(small):
    line = small.append("stories/dorp.yml", "id: dorp\n")
    assert small.report() == [
        f"data/stories/dorp.yml:{line}: id: dit veld hoort hier niet: de bestandsnaam is de id. Haal de regel weg."
    ]


def test_all_problems_of_all_files_are_said_at_once_in_the_order_of_files_and_lines(small):
    small.change("barriers/te-vol.yml", "number: 1", "number: een")
    small.change("stories/dorp.yml", "form: verhaal", "form: gedicht")
    small.change("stories/dorp.yml", "use: ja", "use: jawel")
    small.append("articles/wat-is.yml", "colour: rood\n")
    places = [line.split(": ")[0] for line in small.report()]
    assert [place.rpartition(":")[0] for place in places] == [
        "data/articles/wat-is.yml",
        "data/barriers/te-vol.yml",
        "data/stories/dorp.yml",
        "data/stories/dorp.yml",
    ]
    assert places == sorted(places, key=lambda place: (place.split(":")[0], int(place.split(":")[1])))
