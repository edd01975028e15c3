"""A packed PDF is the same document, in far fewer bytes: compared object by object by a program that did not make it."""

from __future__ import annotations

import io
import json

import pikepdf
import pytest

from macros.export import press
from macros.export.documents import documents, payload
from macros.export.packing import Unpackable, packed
from macros.guide.loading import load
from macros.project import edition
from tests.conftest import ROOT
from tests.export.conftest import EPOCH

#: With pages that repeat, pictures, an outline, links, and a code to scan.
NAMES = ("workshop-eerste-steungroep-60.pdf", "voor-de-schepen.pdf", "affiche-de-lijn.pdf", "verhaal-lokeren.pdf")


@pytest.fixture(scope="module")
def written():
    """Some documents as the setter writes them."""
    guide = load(ROOT)[0]
    found = {}
    for document in documents(guide, edition(), "https://gids.example/"):
        if document.name in NAMES:
            values = json.dumps(payload(guide, edition(), document), ensure_ascii=False)
            found[document.name] = press.compiler().compile(sys_inputs={"document": values}, pdf_standards=press.STANDARDS, timestamp=EPOCH)
    return found


def content(pdf, number):
    """An object as text, and the bytes of its stream."""
    found = pdf.get_object(number, 0)
    return (found.read_raw_bytes(), {name: repr(value) for name, value in found.items()}) if isinstance(found, pikepdf.Stream) else found.unparse()


@pytest.mark.parametrize("name", NAMES)
def test_every_object_comes_back_as_it_was(written, name):
    small = packed(written[name])
    with pikepdf.open(io.BytesIO(written[name])) as before, pikepdf.open(io.BytesIO(small)) as after:
        assert after.check_pdf_syntax() == []
        count = int(before.trailer.Size)
        assert count > 50
        assert [number for number in range(1, count) if content(before, number) != content(after, number)] == []
        assert {key: repr(before.trailer[key]) for key in ("/Root", "/Info", "/ID")} == {key: repr(after.trailer[key]) for key in ("/Root", "/Info", "/ID")}
    assert press.pages(small) == press.pages(written[name])


def test_a_kit_takes_less_than_half_the_bytes(written):
    whole = written["workshop-eerste-steungroep-60.pdf"]
    assert len(packed(whole)) < len(whole) / 2


def test_the_same_document_gives_the_same_bytes(written):
    assert packed(written["voor-de-schepen.pdf"]) == packed(written["voor-de-schepen.pdf"])


@pytest.mark.parametrize(
    "spoil",
    [
        lambda pdf: b"",
        lambda pdf: pdf[:-300],
        lambda pdf: pdf.replace(b"xref\n0 ", b"xref\n5 "),
        lambda pdf: pdf.replace(b"9 0 obj", b"8 0 obj", 1),
        lambda pdf: pdf.replace(b"endobj", b"eindobj", 1),
        packed,
    ],
)
def test_what_is_written_in_another_way_is_refused(written, spoil):
    with pytest.raises(Unpackable):
        packed(spoil(written["voor-de-schepen.pdf"]))
