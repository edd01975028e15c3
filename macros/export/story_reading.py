"""Reading a filled-in Word template back: what stands under each heading becomes the value of that field.

Headings and tables are the contract, because they survive every word processor; content controls only make filling in easy.
Tracked insertions count, tracked deletions do not.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from docx import Document
from docx.document import Document as DocxDocument
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph
from lxml.etree import LxmlError

from macros.export.story_template import POINT_TEXT, POINT_TITLE, REQUIRED, columns, is_chapter, listed, shown_fields
from macros.export.word import CHOOSE, HELP, PLACEHOLDER
from macros.guide.fields import Field, Shape
from macros.guide.guide import Guide
from macros.guide.richtext import RichTextError, parse_rich_text
from macros.guide.writing import free_id, slug
from macros.render.dutch import MONTHS

#: A long interview without pictures is far below this; what is larger is a mistake or an attack.
MAX_BYTES = 20 * 1024 * 1024

_TICKED = re.compile(r"^\s*(?:[\u2611\u2612\u2705\u2714]|\[?[xX]\]?(?=\s))\s*(?P<label>.+)$")
_SOURCE = re.compile(r"^Bron(?:nen)?\s*:\s*", re.IGNORECASE)
_HEADING = re.compile(r"^heading (\d)$", re.IGNORECASE)


class UnreadableDocument(Exception):
    """The file is no story that we can read; the message is Dutch."""


@dataclass(frozen=True)
class _Line:
    """A paragraph: its level when it is a heading, its words, the same as long text, and the list it is in."""

    level: int
    plain: str
    rich: str
    item: str = ""  # «- » or «1. »


_Table = list[list[list[_Line]]]


@dataclass
class Reading:
    """The values of a story as they would stand in its file, and what had to be left behind (Dutch sentences)."""

    values: dict[str, Any] = field(default_factory=dict)
    left_behind: list[str] = field(default_factory=list)


def read_story(content: bytes, guide: Guide) -> Reading:
    """The story in a Word file; raises ``UnreadableDocument`` when there is none."""
    document = _open(content)
    reading = Reading()
    parts = _parts(document, reading)
    if not parts:
        raise UnreadableDocument("dit document heeft de titels van de sjabloon niet. Vul de sjabloon van de gids in.")
    fields = {each.name: each for each in shown_fields()}
    place = _value(fields["municipality"], parts["municipality"], guide, _Sources(guide)) if "municipality" in parts else ""
    sources = _Sources(guide, str(place))
    # Own sources first: others refer to them by their title.
    for name in sorted(parts, key=lambda name: name != "own_sources"):
        value = _value(fields[name], parts[name], guide, sources)
        if value not in (None, "", [], {}):
            reading.values[name] = value
            if name == "own_sources":
                sources.add(value)
    _name_parts(reading.values)
    return reading


def _open(content: bytes) -> DocxDocument:
    if len(content) > MAX_BYTES:
        raise UnreadableDocument(f"dit bestand is groter dan {MAX_BYTES // 2**20} MB. Haal de foto’s eruit.")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            if sum(part.file_size for part in parts.infolist()) > 10 * MAX_BYTES:
                raise UnreadableDocument("dit bestand is uitgepakt veel te groot. Haal de foto’s eruit.")
        return Document(io.BytesIO(content))
    except (zipfile.BadZipFile, KeyError, ValueError, LxmlError, OSError, RuntimeError, NotImplementedError):
        raise UnreadableDocument("dit is geen Word-bestand (.docx). Bewaar het in Word als «Word-document (.docx)».") from None


# --- the document as lines and tables under headings ---


def _parts(document: DocxDocument, reading: Reading) -> dict[str, list[_Line | _Table]]:
    known = {_folded(each.label): each.name for each in shown_fields()}
    parts: dict[str, list[_Line | _Table]] = {}
    current: list[_Line | _Table] | None = None
    for element in _blocks(document.element.body):
        if element.tag == qn("w:tbl"):
            if current is not None:
                current.append(_table(element, document, reading))
            continue
        line = _line(element, document, reading)
        if line is None:
            continue
        if line.level == 2 and _folded(line.plain) in known:
            current = parts.setdefault(known[_folded(line.plain)], [])
        elif line.level in (1, 2):
            if line.level == 2:
                message = f"de titel «{line.plain}» staat niet in de sjabloon: wat eronder staat is niet overgenomen."
                reading.left_behind.append(message)
            current = None
        elif current is not None:
            current.append(line)
    return parts


def _folded(title: str) -> str:
    return title.strip().removesuffix(REQUIRED).strip().casefold()


def _blocks(parent: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """Paragraphs and tables in order, also inside block controls and tracked insertions."""
    for child in parent:
        if child.tag in (qn("w:p"), qn("w:tbl")):
            yield child
        elif child.tag == qn("w:sdt"):
            yield from _blocks(child.find(qn("w:sdtContent")))
        elif child.tag in (qn("w:ins"), qn("w:moveTo"), qn("w:customXml")):
            yield from _blocks(child)


def _table(element: BaseOxmlElement, document: DocxDocument, reading: Reading) -> _Table:
    rows: _Table = []
    for row in element.iter(qn("w:tr")):
        cells = [cell for cell in row.iter(qn("w:tc"))]
        rows.append([list(filter(None, (_line(block, document, reading) for block in _blocks(cell)))) for cell in cells])
    return rows


def _line(element: BaseOxmlElement, document: DocxDocument, reading: Reading) -> _Line | None:
    """A paragraph, or nothing when it is empty, a placeholder or our own explanation."""
    if element.tag != qn("w:p"):
        return None
    paragraph = Paragraph(element, document._body)
    style = paragraph.style.name if paragraph.style is not None else ""
    heading = _HEADING.match(style or "")
    level = int(heading.group(1)) if heading else 0
    runs = list(_runs(element, document))
    for what, tag in (("een afbeelding", "w:drawing"), ("een voetnoot", "w:footnoteReference")):
        if next(element.iter(qn(tag)), None) is not None:
            message = f"{what} bij «{_shortened(runs)}» is niet overgenomen. Beschrijf in woorden wat erop staat."
            reading.left_behind.append(message)
    plain = " ".join("".join(run.text for run in runs).split())
    if not plain or style == HELP or plain in (PLACEHOLDER, CHOOSE, POINT_TITLE, POINT_TEXT):
        return None
    return _Line(level, plain, _rich(runs), _list_mark(element, style or ""))


def _shortened(runs: list[_Run]) -> str:
    words = "".join(run.text for run in runs).split()
    return " ".join(words[:6]) + (" …" if len(words) > 6 else "")


@dataclass(frozen=True)
class _Run:
    text: str
    strong: bool = False
    emphasis: bool = False
    link: str = ""


def _runs(parent: BaseOxmlElement, document: DocxDocument, link: str = "") -> Iterator[_Run]:
    for child in parent:
        if child.tag == qn("w:r"):
            yield from _run(child, link)
        elif child.tag == qn("w:hyperlink"):
            reference = child.get(qn("r:id"))
            known = reference is not None and reference in document.part.rels
            yield from _runs(child, document, document.part.rels[reference].target_ref if known else "")
        elif child.tag == qn("w:sdt"):
            properties, content = child.find(qn("w:sdtPr")), child.find(qn("w:sdtContent"))
            shown = properties is not None and properties.find(qn("w:showingPlcHdr")) is not None
            text = "".join(content.itertext()).strip() if content is not None else ""
            # LibreOffice keeps the mark of a placeholder after somebody wrote over it: the words decide.
            if content is not None and not (shown and text in (PLACEHOLDER, CHOOSE)):
                yield from _runs(content, document, link)
        elif child.tag in (qn("w:ins"), qn("w:moveTo"), qn("w:smartTag"), qn("w:customXml"), qn("w:fldSimple")):
            yield from _runs(child, document, link)


#: What stands in a run besides letters.
_SIGNS = {qn("w:br"): " ", qn("w:cr"): " ", qn("w:tab"): " ", qn("w:noBreakHyphen"): "-"}


#: Signs of the typeface Wingdings that Word makes of what somebody types; LibreOffice keeps them as letters of nobody.
_WINGDINGS = {"\uf0e0": "->", "\uf0df": "<-", "\uf0e8": "=>", "\uf0f3": "<=>", "\uf04a": ":)", "\uf04b": ":|", "\uf04c": ":("}


def _letters(element: BaseOxmlElement) -> str:
    """What a part of a run says; a sign that we do not know stays, and the check says so."""
    if element.tag == qn("w:sym"):
        code = int(element.get(qn("w:char")) or "0", 16)
        text = chr(code if code >= 0xF000 else code + 0xF000)
    else:
        text = element.text or "" if element.tag == qn("w:t") else _SIGNS.get(element.tag, "")
    return "".join(_WINGDINGS.get(letter, letter) for letter in text)


def _run(element: BaseOxmlElement, link: str) -> Iterator[_Run]:
    text = "".join(map(_letters, element))
    if text:
        properties = element.find(qn("w:rPr"))
        yield _Run(text, _on(properties, "w:b"), _on(properties, "w:i"), link)


def _on(properties: BaseOxmlElement | None, name: str) -> bool:
    mark = properties.find(qn(name)) if properties is not None else None
    return mark is not None and mark.get(qn("w:val")) not in ("0", "false", "off")


def _list_mark(element: BaseOxmlElement, style: str) -> str:
    if style.startswith("List Number"):
        return "1. "
    if style.startswith(("List Bullet", "List Paragraph")) and (style.startswith("List Bullet") or _numbered(element)):
        return "- "
    return "- " if _numbered(element) else ""


def _numbered(element: BaseOxmlElement) -> bool:
    properties = element.find(qn("w:pPr"))
    return properties is not None and properties.find(qn("w:numPr")) is not None


# --- words as the small Markdown of the guide ---

_SPECIAL = re.compile(r"([\\`*_\[\]]|<(?=[A-Za-z/!?])|&(?=#?\w+;))")
_LINE_START = re.compile(r"^(\s*)(>|(?:[#+=~-]|\d{1,9}[.)])(?=\s|$|[-=~#]))")


def _rich(runs: list[_Run]) -> str:
    """The words with their emphasis and links; what would be markup and is not meant so is escaped."""
    merged: list[_Run] = []
    for run in runs:
        last = merged[-1] if merged else None
        if last and (last.strong, last.emphasis, last.link) == (run.strong, run.emphasis, run.link):
            merged[-1] = _Run(last.text + run.text, run.strong, run.emphasis, run.link)
        else:
            merged.append(run)
    text = _one_line("".join(map(_marked, merged)))
    plain = " ".join("".join(run.text for run in runs).split())
    try:
        kept = parse_rich_text(text).plain == plain
    except RichTextError:  # an address that the guide refuses: the check says so, on its line
        kept = True
    # Some emphasis cannot be written in Markdown («**Let op:**daar»): then only the words count.
    return text if kept else _one_line(_SPECIAL.sub(r"\\\1", plain))


def _one_line(text: str) -> str:
    return _LINE_START.sub(_escaped_start, " ".join(text.split()))


def _escaped_start(match: re.Match[str]) -> str:
    mark = match.group(2)
    return f"{match.group(1)}{mark[:-1]}\\{mark[-1]}"


def _marked(run: _Run) -> str:
    words = run.text.strip()
    if not words:
        return run.text
    before, after = run.text[: len(run.text) - len(run.text.lstrip())], run.text[len(run.text.rstrip()) :]
    text = _SPECIAL.sub(r"\\\1", words)
    if run.link:
        return f"{before}[{text}]({run.link.replace(' ', '%20')}){after}"
    mark = "**" if run.strong else "*" if run.emphasis else ""
    return f"{before}{mark}{text}{mark}{after}"


def _prose(lines: list[_Line]) -> str:
    blocks: list[str] = []
    for previous, line in zip([None, *lines], lines, strict=False):
        text = f"{line.item}{line.rich}"
        together = previous is not None and previous.item and previous.item == line.item
        blocks.append(f"{'' if previous is None else chr(10) if together else chr(10) * 2}{text}")
    return "".join(blocks)


# --- values ---


class _Sources:
    """Finds a source by what people call it. Those that a story brings are named after its ``place``: many have a yearly report."""

    def __init__(self, guide: Guide, place: str = "") -> None:
        self._place = place
        self._taken = {source.id for source in guide.of("sources")}
        self._known = {_folded(name): source.id for source in guide.sources for name in (source.id, source.short, source.title)}

    def add(self, rows: list[dict[str, Any]]) -> None:
        for place, row in enumerate(rows):
            title = row.get("title", "")
            id = free_id(f"{self._place} {title}", self._taken, "bron")
            self._taken.add(id)
            kind = "webpagina" if row.get("url") else "document"
            rows[place] = {"id": id, "kind": kind, "short": title[:60].strip(), **row}
            self._known[_folded(title)] = id  # the story means its own, whatever others have with that name

    def refer(self, text: str) -> list[dict[str, str]]:
        """«Jaarverslag, bladzijde 12; Toolbox» as references; a name that nobody knows stays, and the check says so."""
        found = []
        for part in filter(None, (part.strip() for part in _SOURCE.sub("", text).split(";"))):
            id, place = self._split(part)
            found.append({"source": id, **({"place": place} if place else {})})
        return found

    def _split(self, text: str) -> tuple[str, str]:
        cuts = [len(text), *(match.start() for match in re.finditer(",", text))]
        for cut in cuts:
            if id := self._known.get(_folded(text[:cut])):
                return id, text[cut + 1 :].strip()
        name, _, place = text.partition(",")
        return slug(name) or "bron", place.strip()


def _value(asked: Field, content: list[_Line | _Table], guide: Guide, sources: _Sources) -> Any:
    lines = [each for each in content if isinstance(each, _Line)]
    tables = [each for each in content if not isinstance(each, _Line)]
    if asked.shape is Shape.CHOICES:
        ticked = [match.group("label") for line in lines if (match := _TICKED.match(line.plain))]
        return [_choice(asked, label) for label in ticked]
    if asked.shape is Shape.LINES:
        return [line.plain for line in lines]
    if is_chapter(asked):
        return _points(asked, lines, sources)
    if asked.shape is Shape.GROUP:
        rows = [row for table in tables for row in _rows(asked, table, guide, sources)]
        return rows[0] if rows else None
    if asked.shape is Shape.ROWS:
        return [row for table in tables for row in _rows(asked, table, guide, sources)]
    return _single(asked, lines)


def _single(asked: Field, lines: list[_Line]) -> str | bool:
    if asked.shape is Shape.PROSE:
        return _prose(lines)
    text = " ".join(line.plain for line in lines)
    if asked.shape is Shape.CHOICE:
        return _choice(asked, text)
    if asked.shape is Shape.FLAG:
        return {"ja": True, "nee": False}.get(text.casefold(), text)
    return _date(text) if asked.shape is Shape.DAY else re.sub(r"[€.\s]", "", text) if asked.shape is Shape.NUMBER else text


def _choice(asked: Field, text: str) -> str:
    return next((value for value, label in asked.choices if _folded(text) in (_folded(value), _folded(label))), text)


def _date(text: str) -> str:
    """«22 november 2026» and «22/11/2026» as «2026-11-22»."""
    words = re.fullmatch(r"(\d{1,2})\s+([a-z]+)\s+(\d{4})", text.strip(), re.IGNORECASE)
    if words and words.group(2).lower() in MONTHS:
        return f"{words.group(3)}-{MONTHS.index(words.group(2).lower()) + 1:02}-{int(words.group(1)):02}"
    figures = re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", text.strip())
    return f"{figures.group(3)}-{int(figures.group(2)):02}-{int(figures.group(1)):02}" if figures else text


def _points(asked: Field, lines: list[_Line], sources: _Sources) -> list[dict[str, Any]]:
    points: list[dict[str, Any]] = []
    bodies: list[list[_Line]] = []
    for line in lines:
        if line.level >= 3 or not points:
            title = line.plain if line.level >= 3 else asked.label
            points.append({"title": title})
            bodies.append([])
        if line.level < 3:
            if _SOURCE.match(line.plain) and not line.item:
                points[-1].setdefault("sources", []).extend(sources.refer(line.plain))
            else:
                bodies[-1].append(line)
    return [{"title": point.pop("title"), "text": _prose(body), **point} for point, body in zip(points, bodies, strict=True)]


def _rows(asked: Field, table: _Table, guide: Guide, sources: _Sources) -> Iterator[dict[str, Any]]:
    """The filled-in entries of a table, whether its first row or its first column says what is asked."""
    labels = {_folded(inside.label): inside for inside in columns(asked)}
    if not table or not table[0]:
        return
    if len(columns(asked)) > 4 or asked.shape is Shape.GROUP or _words(table[0][0]) not in labels:
        heads = [labels.get(_words(row[0])) for row in table]
        entries = [[row[1] if len(row) > 1 else [] for row in table]]
    else:
        heads = [labels.get(_words(cell)) for cell in table[0]]
        entries = table[1:]
    kind = columns(asked)[0].refers
    titles = {_folded(item.title): item.id for item in guide.of(kind)} if listed(asked, guide) else {}
    for entry in entries:
        given = ((head, _cell(head, cell, sources)) for head, cell in zip(heads, entry, strict=False) if head)
        row = {head.name: value for head, value in given if value}
        first = columns(asked)[0].name
        if titles and first in row:
            row[first] = titles.get(_folded(row[first]), row[first])
        if set(row) - ({first} if titles else set()):
            yield row


def _words(cell: list[_Line]) -> str:
    return _folded(" ".join(line.plain for line in cell))


def _cell(asked: Field, cell: list[_Line], sources: _Sources) -> Any:
    if asked.name == "sources":
        return sources.refer(" ".join(line.plain for line in cell))
    if asked.refers == "sources":
        found = sources.refer(" ".join(line.plain for line in cell))
        return found[0]["source"] if found else ""
    return _single(asked, cell)


def _name_parts(values: dict[str, Any]) -> None:
    """Pieces of text and views get the names that their links will have."""
    taken: set[str] = set()
    for asked in shown_fields():
        if asked.shape is Shape.ROWS and any(inside.name == "id" for inside in asked.fields) and asked.name != "own_sources":
            for place, row in enumerate(values.get(asked.name, ())):
                id = free_id(row.get("title", "") or row.get("role", ""), taken, asked.name.replace("_", "-"))
                taken.add(id)
                values[asked.name][place] = {"id": id, **row}
    values["sources"] = values.get("sources", []) + [
        {"source": row["id"]} for row in values.get("own_sources", ()) if {"source": row["id"]} not in values.get("sources", [])
    ]
