"""A story by command and by Word: the file stands ready, and what it still needs is said in Dutch."""

from __future__ import annotations

import datetime
import re
import shutil

import pytest
import yaml

from macros.commands import importing, new
from macros.commands.console import ROOT, CommandError
from macros.export.story_template import template
from macros.guide.fields import story_fields
from macros.guide.loading import inspect
from tests.export.test_story_template import Filled

DAY = datetime.date(2026, 11, 22)


@pytest.mark.parametrize(("name", "file"), [("sint-niklaas", "sint-niklaas"), ("Sint-Niklaas", "sint-niklaas"), ("Één dorp!", "een-dorp"), ("x.yml", "x")])
def test_new_story_stands_ready_under_the_name_as_people_write_it(small, name, file, capsys):
    assert new.main(["story", name], small.root) == 0
    assert small.path(f"stories/{file}.yml").is_file()
    assert f"data/stories/{file}.yml staat klaar" in capsys.readouterr().err


def test_new_story_explains_every_field_and_asks_for_the_core(small):
    new.main(["story", "proef"], small.root)
    text = small.path("stories/proef.yml").read_text(encoding="utf-8")
    for field in story_fields():
        if field.name not in ("state", "formerly", "ours"):
            assert re.search(rf"^{field.name}:" if field.required else rf"^# {field.name}:", text, re.MULTILINE), field.name
            assert f"# {field.label}{' (verplicht)' if field.required else ''}." in text
    mine = [problem for problem in inspect(small.root)[1] if problem.path == "data/stories/proef.yml"]
    assert {problem.where.split("[")[0].split(".")[0] for problem in mine} == {field.name for field in story_fields() if field.required}
    assert all(problem.message for problem in mine)


def test_what_stands_behind_the_signs_is_a_valid_example(tmp_path):
    """Every field uncommented, and the core filled in: the check has nothing to say."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    new.main(["story", "proef"], tmp_path)
    file = tmp_path / "data" / "stories" / "proef.yml"
    uncommented = []
    for block in file.read_text(encoding="utf-8").split("\n\n"):
        lines = block.splitlines()
        begin = next((i for i, line in enumerate(lines) if re.match(r"(?:# )?(?:[a-z_]+):(?: |$)", line)), len(lines))
        uncommented += [line.removeprefix("# ") for line in lines[begin:]]
    values = yaml.load("\n".join(uncommented), yaml.BaseLoader)
    assert set(values) == {field.name for field in story_fields()} - {"state", "formerly", "ours"}
    values |= {"title": "Proef", "summary": "Een proef.", "municipality": "Proefgem", "made_from": "gesprekken", "author": "Ik"}
    values |= {"licence": "cc-by-4.0", "written": "2026-01-01", "card": dict.fromkeys(("context", "approach", "learned"), "Zo.")}
    values |= {name: [{"id": f"{name}-1", "title": "Zo", "text": "Zo."}] for name in ("context", "approach")}
    for source in values["own_sources"]:
        source["id"] = "een-ander-jaarverslag"  # that of the example is taken
    text = yaml.safe_dump(values, allow_unicode=True).replace("source: jaarverslag-voorbeeldgem", "source: een-ander-jaarverslag")
    file.write_text(text, encoding="utf-8")
    assert [str(problem) for problem in inspect(tmp_path)[1] if problem.path == "data/stories/proef.yml"] == []


@pytest.mark.parametrize("argv", [[], ["story"], ["verhaaltje", "x"]])
def test_new_without_the_right_words_says_how(small, argv):
    with pytest.raises(CommandError, match="Gebruik: python -m macros new story NAAM"):
        new.main(argv, small.root)


def test_story_that_is_there_is_never_overwritten(small):
    before = small.path("stories/dorp.yml").read_bytes()
    with pytest.raises(CommandError, match="data/stories/dorp.yml bestaat al. Kies een andere naam"):
        new.main(["story", "Dorp"], small.root)
    assert small.path("stories/dorp.yml").read_bytes() == before


@pytest.mark.parametrize("name", ["../buiten", "/etc/passwd", "..", "C:\\x"])
def test_name_never_leads_out_of_the_folder(small, name):
    before = {path for path in small.root.parent.rglob("*")}
    try:
        new.main(["story", name], small.root)
    except CommandError as error:
        assert "kan geen bestandsnaam worden" in str(error)
    made = {path for path in small.root.parent.rglob("*")} - before
    assert all(path.parent == small.root / "data" / "stories" for path in made)


# --- from Word ---


@pytest.fixture
def word(small):
    return Filled(template(small.guide(), DAY))


def fill_core(word):
    for tag, text in (
        ("title", "Proefgem: een deur"), ("summary", "Eén zin."), ("municipality", "Proefgem"), ("made_from", "eigen-ervaring"),
        ("author", "Dienst jeugd"), ("licence", "cc-by-4.0"), ("written", "3 maart 2026"),
    ):  # fmt: skip
        word.write(tag, text)
    for label in ("Context", "Aanpak", "Geleerd"):
        next(word.cells(label))[1].text = "Zo: was het."
    for _ in range(2):
        title, body = word.chapter(0)
        title.text, body.text = "Een kopje", "Een zin, met 'aanhaling' en: dubbele punt."


def run(small, word, *names):
    file = small.root / "verhaal.docx"
    file.write_bytes(word.content)
    return importing.main([str(file), *names], small.root)


def test_filled_in_template_becomes_a_story_that_passes_the_check(small, word, capsys):
    fill_core(word)
    assert run(small, word) == 0
    assert small.report() == []
    said = capsys.readouterr()
    assert "data/stories/proefgem.yml is geschreven." in said.err
    assert "Niets ontbreekt." in said.out
    assert "Dit is niet ingevuld, en dat mag: Grootte, Naam van het project" in said.out


def test_what_is_missing_is_listed_with_file_line_and_what_belongs_there(small, word, capsys):
    fill_core(word)
    word.write("licence", "Kies")
    word.write("written", "ooit")
    assert run(small, word, "gent") == 1
    said = capsys.readouterr().out
    assert said.startswith("Dit moet nog:\n  bij «Licentie»: data/stories/gent.yml:1: licence: vul dit nog in.")
    assert re.search(r"\n  bij «Geschreven op»: data/stories/gent\.yml:\d+: written: een datum", said)
    assert "een datum schrijf je als jjjj-mm-dd, bijvoorbeeld 2026-03-01. Er staat «ooit»." in said
    assert "Niets ontbreekt" not in said


def test_blank_template_lists_the_whole_core(small, word, capsys):
    assert run(small, word) == 1
    said = capsys.readouterr().out
    for field in story_fields():
        if field.required:
            assert f": {field.name}: vul dit nog in." in said


def test_likely_personal_data_is_pointed_out(small, word, capsys):
    fill_core(word)
    word.write("unknown", "Bel Amina (9) op 0478 12 34 56.")
    assert run(small, word) == 0
    assert "Kijk dit na:\n" in (said := capsys.readouterr().out) and "telefoonnummer" in said


def test_import_never_overwrites(small, word):
    fill_core(word)
    with pytest.raises(CommandError, match="bestaat al"):
        run(small, word, "dorp")


@pytest.mark.parametrize(("name", "content", "said"), [("weg.docx", None, "kan niet gelezen worden"), ("foto.docx", b"\xff\xd8", "geen Word-bestand")])
def test_file_that_cannot_be_read_is_answered_without_traceback(small, name, content, said):
    file = small.root / name
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(CommandError, match=said):
        importing.main([str(file)], small.root)
    assert sorted(path.name for path in small.path("stories").iterdir()) == ["dorp.yml", "verdwenen.yml", "wijk.yml"]


@pytest.mark.parametrize("argv", [[], ["a", "b", "c"]])
def test_import_without_the_right_words_says_how(small, argv):
    with pytest.raises(CommandError, match="Gebruik: python -m macros import"):
        importing.main(argv, small.root)


HARD = [
    "no", "null", "~", "1:30", "0x1F", "1e3", "2026-02-30", "- streepje", "? vraag", ": punt", "#hekje", "{{ x }}", "{% x %}", "'enkel'",
    '"dubbel"', "a: b", "a #b", "|", ">", "!label", "&anker", "*ster", "@apenstaart", "`accent`", "%procent", "😀 emoji", "é ü ñ", "x" * 400,
]  # fmt: skip


@pytest.mark.parametrize("text", HARD, ids=lambda text: text[:12])
def test_every_hard_line_comes_through_word_and_yaml_unchanged(small, word, text):
    fill_core(word)
    word.write("project", text)
    word.write("target_groups", text)
    assert run(small, word) == 0
    story = small.guide().get("stories", "proefgem")
    assert (story.project, story.target_groups) == (text, (text,))


def test_long_text_of_ten_thousand_characters_comes_through(small, word):
    fill_core(word)
    title, body = word.chapter(0)
    title.text, body.text = "Lang", "Een lange zin met: alles erin. " * 330
    assert run(small, word) == 0
    (point,) = small.guide().get("stories", "proefgem").worked
    assert point.text.plain == ("Een lange zin met: alles erin. " * 330).strip()
