"""The surprises of YAML: read as a contributor means them, or refused with the line and what to write instead."""

import pytest

from macros.guide.yamlfile import MAX_BYTES, MAX_DEPTH, read_yaml


@pytest.fixture
def read(tmp_path):
    """Read a text (or bytes) as the file ``data/x.yml``."""

    def read(content):
        file = tmp_path / "x.yml"
        file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return read_yaml(file, "data/x.yml")

    return read


def said(result):
    return [str(problem).removeprefix("data/x.yml:") for problem in result.problems]


@pytest.mark.parametrize("text", ["1:30", "no", "yes", "on", "null", "~", "2021-03-01", "1e3", "0x1f", "012", "1_000", "=", ".inf", "<<"])
def test_every_value_is_the_text_as_written(read, text):
    result = read(f"key: {text}\n")
    assert (result.data, said(result)) == ({"key": text}, [])


def test_lines_and_the_lines_of_long_texts_are_kept(read):
    result = read("a: x\nb:\n  - c: y\n    d: |\n      eerste\n      tweede\n  - e\n")
    assert result.data == {"a": "x", "b": [{"c": "y", "d": "eerste\ntweede\n"}, "e"]}
    assert [result.line(at) for at in [(), ("a",), ("b",), ("b", 0), ("b", 0, "d"), ("b", 1)]] == [1, 1, 2, 3, 4, 7]
    assert result.text_lines["b", 0, "d"] == 5


def test_line_of_what_is_not_there_is_the_line_of_what_is_around_it(read):
    assert read("a: x\nb:\n  - c: y\n").line(("b", 0, "missing", 3)) == 3


@pytest.mark.parametrize("ending", ["\r\n", "\n"], ids=["Windows", "elsewhere"])
def test_files_of_every_system_read_the_same(read, ending):
    result = read(f"\ufeffa: x{ending}b: |{ending}  een{ending}  twee{ending}")
    assert (result.data, result.line(("b",)), said(result)) == ({"a": "x", "b": "een\ntwee\n"}, 2, [])


def test_key_that_stands_twice_keeps_its_first_value_and_names_both_lines(read):
    result = read("a:\n  b: eerste\na:\n  b: tweede\n")
    assert said(result) == ["3: de sleutel «a» staat hier al op regel 1. Houd er één."]
    assert (result.data, result.line(("a", "b"))) == ({"a": {"b": "eerste"}}, 2)


QUOTE_IT = "Zet de hele waarde tussen dubbele aanhalingstekens"
HIDDEN = "er staat een onzichtbaar teken in het bestand. Typ de tekst opnieuw, zonder te plakken"
TAB = "er staat een tab. Spring in met twee spaties"
BRACKET = f"de waarde begint met een haakje. {QUOTE_IT}"
SPECIAL = f"de waarde begint met een bijzonder teken. {QUOTE_IT}"
OTHER = "dit is geen geldige YAML: de inspringing of een leesteken klopt niet. Vergelijk met de regel erboven"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "1: het bestand is leeg"),
        (" \n\n", "1: het bestand is leeg"),
        ("# nog te schrijven\n", "1: het bestand is leeg"),
        (b"a: x\nb: caf\xe9\n", "2: het bestand is niet in UTF-8 bewaard. Bewaar het opnieuw met codering UTF-8"),
        ("a: x\n".encode("utf-16"), "1: het bestand is niet in UTF-8 bewaard. Bewaar het opnieuw met codering UTF-8"),
        ("a: x\nb: y\0z\n", f"2: {HIDDEN}"),
        ("a: x\nb: y\u2028c: z\n", f"2: {HIDDEN}"),
        ("a: x\nb: y\x85c: z\n", f"2: {HIDDEN}"),
        ("a: x\nb: \ufeffy\n", f"2: {HIDDEN}"),
        ("a:\n\tb: x\n", f"2: {TAB}"),
        ("a: x\n\tb: y\n", f"2: {TAB}"),
        ("a: |\n\tx\n", f"2: {TAB}"),
        ("a: x\nb: dit: dat\n", f"2: een dubbele punt midden in de tekst. {QUOTE_IT}"),
        ("a: @home\n", f"1: {SPECIAL}"),
        ("a: `code`\n", f"1: {SPECIAL}"),
        ("a: %50\n", f"1: {SPECIAL}"),
        ("a: [Gent] in beweging\n", f"1: {BRACKET}"),
        ("a: [Gent\nb: x\nc: y\n", f"1: {BRACKET}"),
        ("a: {Gent\nb: x\nc: y\n", f"1: {BRACKET}"),
        ('a: "Gent\nb: x\nc: y\n', "1: een aanhalingsteken wordt geopend maar niet gesloten"),
        ("a: 'Gent\nb: x\n", "1: een aanhalingsteken wordt geopend maar niet gesloten"),
        ('a: "Gent" in beweging\n', "1: na het sluitende aanhalingsteken staat nog tekst. Gebruik binnen een tekst “deze” aanhalingstekens"),
        ('a: "C:\\gids"\n', "1: de combinatie met een schuine streep (\\) kan hier niet. Schrijf de streep dubbel"),
        ("a: &anker x\n", "1: een anker (&anker) kan hier niet. Schrijf de tekst voluit"),
        ("a: x\nb: *anker\n", "2: een verwijzing (*anker) kan hier niet. Schrijf de tekst voluit"),
        ("a: !!python/object:os.system x\n", "1: een YAML-label (tag:yaml.org,2002:python/object:os.system) kan hier niet. Laat het weg"),
        ("? [a, b]\n: x\n", "1: een sleutel is een lijst of blok. Een sleutel is één woord"),
        ("a: x\n---\nb: y\n", "2: «---» begint een tweede document. Zet één item in een bestand"),
        ("a:\n  b: x\n c: y\n", f"3: {OTHER}"),
        ("- a\nb: x\n", f"2: {OTHER}"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_names_the_line_and_the_cure(read, content, sentence):
    result = read(content)
    assert (said(result), result.data) == ([f"{sentence}."], None)


def test_deep_nesting_stops_before_memory_is_spent(read):
    result = read("a: " + "[" * 100_000)
    assert said(result) == [f"1: de gegevens zijn dieper dan {MAX_DEPTH} niveaus genest. Controleer de inspringing."]


def test_references_that_grow_without_end_are_refused_before_they_grow(read):
    bomb = "a: &a [x, x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    assert said(read(bomb)) == ["1: een anker (&a) kan hier niet. Schrijf de tekst voluit."]


def test_huge_file_is_not_even_read(read):
    result = read("a: " + "x" * MAX_BYTES)
    assert said(result) == ["1: het bestand is groter dan 512 kB. Maak de teksten korter."]


def test_file_that_cannot_be_opened_says_so(tmp_path):
    (tmp_path / "x.yml").mkdir()
    assert said(read_yaml(tmp_path / "x.yml", "data/x.yml"))[0].startswith("1: het bestand kan niet gelezen worden (")
