"""Who hires is an organisation: then no question, no document and no mail speaks of a college or a schepen."""

from __future__ import annotations

import io
import re

import pytest
from docx import Document
from lxml import etree

from macros.export.word import pack
from tests.export.test_word_documents import mails, names
from tests.plan.test_word import made, parts, whole, word  # noqa: F401  (fixtures)
from tests.plan.word import filled

GOVERNMENT = re.compile(r"(?i)schepen|college|gemeenteraad|burgemeester|mandataris")


def organisation(guide):
    """A plan of an organisation that filled in everything, in words of its own."""
    data = filled(guide)
    for step in guide.steps:
        for question in step.questions:
            if isinstance(data["answers"][question.id], str) and not question.options:
                data["answers"][question.id] = "Eigen woorden"
    return data | {"employer": "organisatie", "place": "De Brug vzw"}


def shown(content: bytes) -> str:
    """All words of a Word file: in the text, in the names of its fields, below the pages, in its properties."""
    found = []
    for name, part in whole(content).items():
        if name.startswith(("word/document", "word/foot", "docProps/core")):
            root = etree.fromstring(part)
            found += root.itertext()
            found += [each.get(key) for each in root.iter("{*}alias", "{*}tblCaption") for key in each.keys()]
    return "\n".join(found)


@pytest.mark.parametrize("name", names())
def test_document_of_an_organisation_has_no_word_of_a_government(word, guide, name):  # noqa: F811
    assert GOVERNMENT.findall(shown(made(word, name, organisation(guide), carry=False))) == []


@pytest.mark.parametrize("name", names())
def test_blank_document_of_an_organisation_asks_the_same_in_its_own_words(parts, name):  # noqa: F811
    [laid] = [each for each in parts.laid if each.item.id == name]
    content = pack(laid.organisation_files)
    assert GOVERNMENT.findall(shown(content)) == []
    assert len(explained(laid.content)) == len(explained(content))
    assert laid.differs == (content != laid.content)


def explained(content: bytes) -> list[str]:
    """What a blank document asks above its empty places."""
    return [each.text for each in Document(io.BytesIO(content)).paragraphs if each.style.name == "Uitleg"]


def test_blank_note_of_an_organisation_asks_what_its_board_decides(parts):  # noqa: F811
    [laid] = [each for each in parts.laid if each.item.id == "collegenota"]
    assert "Wat vraag je aan het college?" in explained(laid.content)
    assert "Wat vraag je aan je bestuur?" in explained(pack(laid.organisation_files))


def test_gap_that_no_words_stand_above_says_what_is_asked(word, guide):  # noqa: F811
    reason, table = "Waarom denken jullie nu aan een verbindingsambassadeur?", "Welke andere oplossingen hebben jullie bekeken?"
    empty = explained(made(word, "collegenota", {"employer": "organisatie"}, carry=False))
    assert reason in empty and table in empty and "Wat vraag je aan je bestuur?" not in empty  # «Het bestuur beslist:» stands above that one
    assert explained(made(word, "collegenota", organisation(guide), carry=False)) == []


def test_the_words_are_there_for_a_government(word, guide):  # noqa: F811
    assert "Bevoegde schepen" in shown(made(word, "collegenota", organisation(guide) | {"employer": "bestuur"}))


@pytest.mark.parametrize("name", mails())
def test_mail_of_an_organisation_has_no_word_of_a_government(word, parts, guide, name):  # noqa: F811
    [laid] = [each for each in parts.laid if each.item.id == name]
    data = organisation(guide)
    texts = [word("test.text", name, section.id, data) for section in laid.sections]
    assert GOVERNMENT.findall("\n".join([*texts, word("test.subject", name, data)])) == []


def test_file_of_an_organisation_is_called_for_it(word, guide):  # noqa: F811
    assert word("test.fileName", "collegenota", organisation(guide)) == "bestuursnota-de-brug-vzw.docx"


def test_every_name_of_a_difference_follows_who_hires(ask, guide):
    data = organisation(guide)
    for step in guide.steps:
        for question in step.questions:
            assert not GOVERNMENT.search(ask("plans.nameOf", ["answers", question.id], data))
        for item in step.checklist:
            assert not GOVERNMENT.search(ask("plans.nameOf", ["ticks", item.number, "note"], data))
    assert "college" in ask("plans.nameOf", ["answers", "voorstel-aan-het-college"], data | {"employer": "bestuur"})
