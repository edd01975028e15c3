"""Whatever a contributor writes in any field: a Dutch sentence with the value, what was expected and what to write instead."""

import copy

import pytest
from pydantic import ValidationError

from macros.guide import messages
from macros.guide.guide import walk
from macros.guide.kinds import Layout

WRONG = {
    "empty text": "",
    "blanks": "   ",
    "text": "Iets heel anders!",
    "thousands": "1.000",
    "decimal": "2.0",
    "minutes": "1:30",
    "word": "no",
    "long text": "woord " * 120,
    "list": ["een", "twee"],
    "empty list": [],
    "fields": {"een": "twee"},
    "no fields": {},
}


def each_field_once(small):
    """One place for every field of every model, with the raw data that it stands in."""
    seen = set()
    for document in small.guide().documents:
        raw = document.file.data
        for part in document.location:
            raw = raw[part]
        if document.kind.layout is not Layout.LIST:
            raw = {**raw, "id": document.item.id}
        for node in walk(document):
            key = (type(node.owner), node.name)
            if key not in seen and present(raw, node.location):
                seen.add(key)
                yield document.kind.model, raw, node.location


def present(raw, location):
    for part in location:
        if isinstance(raw, dict) and part not in raw:
            return False
        raw = raw[part]
    return True


def with_value(raw, location, value):
    changed = copy.deepcopy(raw)
    parent = changed
    for part in location[:-1]:
        parent = parent[part]
    parent[location[-1]] = value
    return changed


def sentences(model, raw):
    try:
        model.model_validate(raw)
    except ValidationError as error:
        return [messages.explain(detail, model, tuple(detail["loc"])) for detail in error.errors()]
    return []


def test_every_wrong_value_in_every_field_is_answered_with_a_whole_dutch_sentence(small):
    said = {
        sentence
        for model, raw, location in each_field_once(small)
        for value in WRONG.values()
        for sentence in sentences(model, with_value(raw, location, value))
    }
    assert len(said) > 150
    for sentence in said:
        assert sentence.endswith((".", "?")), sentence
        assert not any(part in sentence for part in ("None", "['", "{'", "<", "should", "Input", "valid")), sentence
        # The last resort of messages.explain says only this much; a field that ends there needs a sentence of its own.
        assert not sentence.endswith("kan hier niet."), sentence


@pytest.mark.parametrize("value", ["139.000", "1.0", "1_000", "+5", "-5", " 5", "5,5", "5 %", "vijf", "٥"])
def test_amount_that_is_not_plain_digits_is_refused_and_never_read_as_another(small, value):
    line = small.change("stories/dorp.yml", "amount: 1200", f'amount: "{value}"')
    shown = " ".join(value.split())
    assert small.report() == [
        f"data/stories/dorp.yml:{line}: budget[1].amount: «{shown}» is geen geheel getal. Schrijf alleen cijfers."
    ]


def test_no_field_reads_a_number_with_a_separator(small):
    read = []
    for model, raw, location in each_field_once(small):
        value = raw
        for part in location:
            value = value[part]
        if isinstance(value, str) and value.isdigit() and not sentences(model, with_value(raw, location, f"{value}.000")):
            changed = model.model_validate(with_value(raw, location, f"{value}.000"))
            for part in location:
                changed = changed[part] if isinstance(part, int) else getattr(changed, part)
            if not isinstance(changed, str):
                read.append((model.__name__, location, changed))
    assert read == []


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("one_of_nineteen: true", "one_of_nineteen: ja", "hier hoort «true» of «false». Er staat «ja»."),
        ("one_of_nineteen: true", "one_of_nineteen: [ja]", "hier hoort «true» of «false». Er staat een lijst."),
        ("written: 2026-01-01", "written: 2026-02-30", "«2026-02-30» is geen bestaande datum. Schrijf jaar, maand en dag: «2026-03-01»."),
        ("written: 2026-01-01", "written: 1/1/2026", "een datum schrijf je als jjjj-mm-dd, bijvoorbeeld 2026-03-01. Er staat «1/1/2026»."),
        ("use: ja", "use: jaa", "«jaa» kan hier niet. Bedoelde je «ja»? Kies uit: ja, beperkt, nee."),
        ("size_class: klein", "size_class: [klein]", "een lijst kan hier niet. Bedoelde je «klein»? Kies uit: klein, middelgroot, groot, regio, onbekend."),
        ("municipality: Het Dorp", "municipality: [Het Dorp]", "hier hoort tekst, geen lijst."),
        ("municipality: Het Dorp", "municipality:\n  naam: Het Dorp", "hier hoort tekst, geen blok met velden."),
        ("municipality: Het Dorp", 'municipality: "Het\\nDorp"', "houd dit op één regel. Haal de regeleinden weg. Er staat «Het Dorp»."),
        ("municipality: Het Dorp", "municipality: Het <b>Dorp</b>", "HTML is hier niet toegestaan. Schrijf gewone tekst. Er staat «Het <b>Dorp</b>»."),
        ("municipality: Het Dorp", 'municipality: "Het\\u202EDorp"', "onzichtbaar teken U+202E in de tekst. Typ de tekst opnieuw, zonder te plakken. Er staat «Het\u202eDorp»."),
        ("municipality: Het Dorp", "municipality:", "de tekst is leeg. Vul iets in, of laat het veld weg als het niet verplicht is."),
        ("summary: Hoe een dorp het aanpakte.", f"summary: {'x' * 201}", "maak de tekst korter: hoogstens 200 tekens. Nu zijn het er 201."),
    ],
)  # fmt: skip
def test_value_that_does_not_fit_is_quoted_with_what_was_expected(small, old, new, sentence):
    line = small.change("stories/dorp.yml", old, new)
    [said] = small.report()
    # A report shows no character that turns the direction of a text.
    assert said.removeprefix(f"data/stories/dorp.yml:{line}: ").partition(": ")[2] == sentence.replace("\u202e", " ")


def test_misspelt_field_names_the_one_that_was_meant(small):
    line = small.change("stories/dorp.yml", "summary: Hoe", "sumary: Hoe")
    assert small.report() == [
        "data/stories/dorp.yml:1: summary: vul dit nog in. "
        "Eén zin die zegt waarover het gaat. Staat in lijsten, in zoekresultaten en bij gedeelde links.",
        f"data/stories/dorp.yml:{line}: sumary: dit veld bestaat niet. Bedoelde je «summary»?",
    ]


def test_field_that_resembles_nothing_gets_the_list_of_fields(small):
    line = small.change("glossary.yml", "  term: overkant\n", "  term: overkant\n  zzz: x\n") + 1
    assert small.report() == [
        f"data/glossary.yml:{line}: [2].zzz: dit veld bestaat niet. "
        "Toegestaan: sources, ours, term, forms, full, definition, see, explain."
    ]


def test_wrong_part_of_a_list_is_said_once_and_not_also_as_too_few(small):
    line = small.change("steps/stap-2.yml", "    title: Een goede reden", "    title: [Een goede reden]")
    assert small.report() == [f"data/steps/stap-2.yml:{line}: why[1].title: hier hoort tekst, geen lijst."]


def test_long_value_is_quoted_in_part():
    assert messages.quote("woord " * 30) == "«woord woord woord woord woord woord woord woord woord woord…»"


@pytest.mark.parametrize(
    ("location", "text"),
    [((), ""), (("title",), "title"), (("strategies", 2, "id"), "strategies[3].id"), ((0, "see", 1), "[1].see[2]")],
)
def test_place_is_written_as_people_count(location, text):
    assert messages.where(location) == text


@pytest.mark.parametrize(
    ("value", "choices", "hint"),
    [
        ("netwerkvormin", ["netwerkvorming", "beleid"], "Bedoelde je «netwerkvorming»? Kies uit: netwerkvorming, beleid."),
        ("x", ["netwerkvorming", "beleid"], "Kies uit: netwerkvorming, beleid."),
        ("item-7", [f"item-{n}" for n in range(20)], "Bedoelde je «item-7»?"),
        ("x", [f"item-{n}" for n in range(3)] + ["y"] * 37, f"Kies uit: item-0, item-1, item-2{', y' * 37}."),
        ("x", [f"item-{n}" for n in range(41)], ""),
        ("x", [], ""),
    ],
    ids=["nearest and all", "none near", "too many to list", "none near, a longer list", "none near, too many", "nothing to choose"],
)
def test_suggestion_helps_as_far_as_it_can(value, choices, hint):
    assert messages.suggestion(value, choices) == hint
