"""Whether a typeface is the file that it should be: the setter takes another one for what it cannot read, and says nothing."""

from __future__ import annotations

import struct
from collections.abc import Iterator

#: The ways in which a TrueType or OpenType file begins.
_BEGINNINGS = (b"\x00\x01\x00\x00", b"OTTO")
_POSTSCRIPT_NAME = 6


def is_whole(content: bytes, name: str) -> bool:
    """Whether these are all the bytes of the typeface with this PostScript name («AtkinsonHyperlegible-Bold»)."""
    try:
        tables = dict(_tables(content))
        return content[:4] in _BEGINNINGS and name in _names(tables[b"name"])
    except (struct.error, KeyError, ValueError):
        return False


def _tables(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Every table by its tag; raises ValueError when the sum of one is not what the file says."""
    (count,) = struct.unpack_from(">H", content, 4)
    for index in range(count):
        tag, expected, offset, length = struct.unpack_from(">4sIII", content, 12 + 16 * index)
        table = content[offset : offset + length]
        if len(table) != length or _sum(tag, table) != expected:
            raise ValueError(tag)
        yield tag, table


def _sum(tag: bytes, table: bytes) -> int:
    """The sum of a table as the format defines it; that of the head leaves out the sum of the whole file, which it holds."""
    counted = table[:8] + bytes(4) + table[12:] if tag == b"head" else table
    counted += bytes(-len(counted) % 4)
    return sum(struct.unpack(f">{len(counted) // 4}I", counted)) & 0xFFFFFFFF


def _names(table: bytes) -> set[str]:
    """The PostScript names that the file gives itself."""
    _, count, texts = struct.unpack_from(">HHH", table)
    records = [struct.unpack_from(">HHHHHH", table, 6 + 12 * index) for index in range(count)]
    return {
        table[texts + offset : texts + offset + length].decode("latin-1" if platform == 1 else "utf-16-be", "replace")
        for platform, _, _, kind, length, offset in records
        if kind == _POSTSCRIPT_NAME
    }
