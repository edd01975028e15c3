"""A PDF in a third of the bytes: what the setter writes out object by object goes into compressed streams. Nothing else changes.

A tagged document is mostly structure: thousands of small objects that the setter leaves as text. PDF knows object streams for
them since version 1.5, and PDF/A-2 and PDF/UA-1 allow them.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence
from itertools import pairwise

#: So many objects share a stream: a reader opens one page without unpacking the others.
_TOGETHER = 200
_ENTRY = 20
_TABLE = re.compile(rb"xref\n0 (\d+) *\r?\n")
_TRAILER = re.compile(rb"trailer\s*<<(.*)>>\s*startxref\s+(\d+)\s+%%EOF\s*$", re.DOTALL)
_OBJECT = re.compile(rb"(\d+) 0 obj\s*(.*?)\s*endobj\s*$", re.DOTALL)


class Unpackable(ValueError):
    """A PDF that is not written as the setter does."""


def packed(pdf: bytes) -> bytes:
    """The same document; the same bytes give the same bytes."""
    head, objects, trailer = _read(pdf)
    loose = {number: body for number, body in objects.items() if not body.endswith(b"endstream")}
    written = bytearray(head)
    entries: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}

    def write(number: int, body: bytes) -> None:
        entries[number] = (1, len(written), 0)
        written.extend(b"%d 0 obj\n%b\nendobj\n" % (number, body))

    for number, body in objects.items():
        if number not in loose:
            write(number, body)
    last, small = max(objects), list(loose.items())
    for last, begin in enumerate(range(0, len(small), _TOGETHER), last + 1):
        group = small[begin : begin + _TOGETHER]
        entries |= {number: (2, last, index) for index, (number, _) in enumerate(group)}
        write(last, _stream(b"/Type/ObjStm/N %d" % len(group), *_together(group)))
    start, entries[last + 1] = len(written), (1, len(written), 0)
    places = [b"%c%b%b" % (kind, place.to_bytes(4), rest.to_bytes(2)) for kind, place, rest in (entries[number] for number in range(last + 2))]
    write(last + 1, _stream(b"/Type/XRef/W[1 4 2]/Size %d%b" % (last + 2, trailer), b"".join(places)))
    return bytes(written + b"startxref\n%d\n%%%%EOF" % start)


def _together(group: Sequence[tuple[int, bytes]]) -> tuple[bytes, int]:
    """The objects of a stream, after the number and place of each; and where the first begins."""
    places, bodies = [], bytearray()
    for number, body in group:
        places.append(b"%d %d" % (number, len(bodies)))
        bodies += body + b"\n"
    head = b" ".join(places) + b"\n"
    return head + bodies, len(head)


def _stream(entries: bytes, content: bytes, first: int | None = None) -> bytes:
    small = zlib.compress(content, 9)
    begins = b"/First %d" % first if first is not None else b""
    return b"<<%b%b/Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (entries, begins, len(small), small)


def _read(pdf: bytes) -> tuple[bytes, dict[int, bytes], bytes]:
    """How the file begins, every object by its number, and what the trailer says besides how many there are."""
    end = _TRAILER.search(pdf, max(0, len(pdf) - 2000))
    table = _TABLE.match(pdf, int(end[2])) if end else None
    if not end or not table:
        raise Unpackable("no cross-reference table")
    lines = [pdf[table.end() + _ENTRY * index :][:_ENTRY] for index in range(int(table[1]))]
    starts = sorted(int(line[:10]) for line in lines if line[17:18] == b"n")
    objects = dict(_objects(pdf, [*starts, int(end[2])]))
    if not objects or sorted(objects) != list(range(1, len(lines))):
        raise Unpackable("objects are missing")
    return pdf[: starts[0]], dict(sorted(objects.items())), re.sub(rb"/Size \d+", b"", end[1])


def _objects(pdf: bytes, places: list[int]) -> Iterator[tuple[int, bytes]]:
    for start, stop in pairwise(places):
        found = _OBJECT.match(pdf[start:stop])
        if not found:
            raise Unpackable(f"no object at {start}")
        yield int(found[1]), found[2]
