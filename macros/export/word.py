"""Building a Word document that people fill in: headings, help, tagged content controls and tables; the same bytes every time.

A document is written once, as trees of ``word_tree``: filled in with nothing it is the blank file, and the browser fills in the
same trees from a plan. What all documents share (styles, lists, settings) stands in ``wordml/``.
"""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.export.word_tree import BLANK, GAP, GOVERNMENT, Tree, View, render, settle, text, when

HELP = "Uitleg"
"""The style of what explains a field; whoever reads a document back leaves it out."""
CELL = "Cel"
"""The style inside a table."""
KEPT_CELL = "Celvast"
"""The same in a row that stays on the page of the next one."""
PLACEHOLDER = "Klik hier en schrijf"
CHOOSE = "Kies"

#: So many rows at most are kept on one page.
_SHORT = 7
_SHARED = Path(__file__).parent / "wordml"
_FIXED = (1980, 1, 1, 0, 0, 0)  # the first moment a zip can name
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OPEN = f'{_DECLARATION}<w:document xmlns:w="{_W}" xmlns:w14="{_W14}" xmlns:r="{_R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"><w:body>'
_CLOSE = (
    '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>'
)
_PARTS = {
    "styles": "wordprocessingml.styles", "numbering": "wordprocessingml.numbering", "settings": "wordprocessingml.settings",
    "footer": "wordprocessingml.footer", "footnotes": "wordprocessingml.footnotes",
}  # fmt: skip

#: Where the data of a plan travels in a file that carries it, and the name of its root.
PLAN_PART = "customXml/item1.xml"
PLAN_NAMESPACE = "urn:verbindingsambassadeur:plan:1"


@dataclass(frozen=True)
class Pick:
    """A cell in which one of a few words is chosen."""

    tag: str
    label: str
    choices: tuple[str, ...]


def run(*pieces: str | Tree, bold: bool = False, italic: bool = False, style: str = "") -> Tree:
    """Characters in one look; pieces are text or places."""
    look = (f'<w:rStyle w:val="{style}"/>' if style else "") + ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")
    content: Tree = [f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}<w:t xml:space=\"preserve\">"]
    for piece in pieces:
        content += [text(piece)] if isinstance(piece, str) else piece
    return _one([*content, "</w:t></w:r>"])


def _one(tree: Tree) -> Tree:
    """As one piece, so that it travels once however many documents have it."""
    return [["&", tree]]


def paragraph(inside: Tree, style: str = "", before: Tree | None = None) -> Tree:
    """A paragraph; ``before`` goes in front of its text, as a bookmark does."""
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return _one([f"<w:p>{look}", *(before or []), *inside, "</w:p>"])


def gap() -> Tree:
    return run(GAP, style="PlaceholderText")


def bookmark(name: str) -> Tree:
    """An empty bookmark: it marks where something begins, also after other programs have been at it."""
    return ['<w:bookmarkStart w:id="', ["#"], f'" w:name="{name}"/><w:bookmarkEnd w:id="', ["@"], '"/>']


def control(tag: str, label: str | Tree, kind: str, inside: Tree, empty: Tree | str) -> Tree:
    """A content control with a tag of its own; ``empty`` says that what it shows is a placeholder, which typing replaces."""
    mark = [empty] if isinstance(empty, str) else empty
    return _one([*_named(tag, label), *mark, f"{kind}</w:sdtPr><w:sdtContent>", *inside, "</w:sdtContent></w:sdt>"])


def _named(tag: str, label: str | Tree) -> Tree:
    return [
        '<w:sdt><w:sdtPr><w:alias w:val="', *([text(label[:60])] if isinstance(label, str) else label), '"/><w:tag w:val="', text(tag[:60]), '"/><w:id w:val="', ["#"], '"/>',
    ]  # fmt: skip


_SHOWN = "<w:showingPlcHdr/>"
# Two boxes in a font that every Word has.
_BOX_FONT = '<w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic" w:hint="eastAsia"/>'


def box(tag: str, label: str | Tree, ticked: str = "") -> Tree:
    """A box to tick; ``ticked`` is the key that says whether it is."""

    def choose(yes: str, no: str) -> Tree:
        return [when(ticked, [yes], [no])] if ticked else [no]

    return _one([
        *_named(tag, label), '<w14:checkbox><w14:checked w14:val="', *choose("1", "0"),
        '"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>'
        f"</w:sdtPr><w:sdtContent><w:r><w:rPr>{_BOX_FONT}</w:rPr><w:t>", *choose("\u2612", "\u2610"), "</w:t></w:r></w:sdtContent></w:sdt>",
    ])  # fmt: skip


def table(caption: str | Tree, widths: Sequence[int], rows: Tree, head: Sequence[Tree] = ()) -> Tree:
    """A table with a description; widths in mm. ``head`` are the cells of the row that every page repeats.

    That row keeps with the next: alone at the end of a page with footnotes it makes LibreOffice lose all the others.
    """
    columns = "".join(f'<w:gridCol w:w="{_twips(width)}"/>' for width in widths)
    named = row([paragraph(cell, "Celkop") for cell in head], widths, head=True) if head else []
    return _one([
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(map(_twips, widths))}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="04A0" w:firstRow="{1 if head else 0}" w:lastRow="0" w:firstColumn="{0 if head else 1}" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        '<w:tblCaption w:val="', *([text(caption)] if isinstance(caption, str) else caption), f'"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>',
        *named, *rows, "</w:tbl>", *_AFTER_TABLE,
    ])  # fmt: skip


#: A table needs a paragraph after it. This one fits below a table that fills its page: its room is space that a page's end may drop.
_AFTER_TABLE: Tree = ['<w:p><w:pPr><w:spacing w:after="160" w:line="20" w:lineRule="exact"/></w:pPr></w:p>']


def row(cells: Sequence[Tree], widths: Sequence[int], *, head: bool = False) -> Tree:
    """A row that no page cuts in two; each cell holds paragraphs."""
    found: Tree = [f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>"]
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="E8EEF4"/>' if head else ""
    for cell, width in zip(cells, widths, strict=True):
        found += [f'<w:tc><w:tcPr><w:tcW w:w="{_twips(width)}" w:type="dxa"/>{shade}</w:tcPr>', *cell, "</w:tc>"]
    return _one([*found, "</w:tr>"])


def _twips(mm: int) -> int:
    return round(mm * 1440 / 25.4)


class WordDocument:
    """A4 in Flemish Dutch; add parts from top to bottom, then take the ``content``."""

    def __init__(self, title: str, edition: datetime.date, heading: Tree | None = None, named: Tree | None = None) -> None:
        """``named`` is the title where it depends on who reads."""
        self.title, self._edition = title, edition
        self._named: Tree = named if named is not None else [text(title)]
        self.body: Tree = paragraph(run(heading if heading is not None else title), "Title")
        self._notes: list[str] = []

    # --- parts ---

    def add(self, tree: Tree) -> None:
        self.body += tree

    def heading(self, words: str, level: int) -> None:
        self.add(paragraph(run(words), f"Heading{level}"))

    def paragraph(self, words: str, style: str | None = None) -> None:
        self.add(paragraph(run(words), (style or "").replace(" ", "")))

    def help(self, words: str) -> None:
        self.add(paragraph(run(words), HELP))

    def text_control(self, tag: str, label: str) -> None:
        """A line to write on."""
        self.add(paragraph(control(tag, label, "<w:text/>", run(PLACEHOLDER, style="PlaceholderText"), _SHOWN)))

    def choice_control(self, tag: str, label: str, choices: Sequence[str]) -> None:
        self.add(paragraph(_dropdown(Pick(tag, label, tuple(choices)))))

    def tick_controls(self, tag: str, choices: Iterable[tuple[str, str]]) -> None:
        """A box to tick before each choice, given as value and label."""
        for value, label in choices:
            self.add(paragraph([*box(f"{tag}.{value}", label), *run(f" {label}")], CELL))

    def table(self, caption: str, rows: Sequence[Sequence[str | Pick]], widths: Sequence[int], *, head: str = "row") -> None:
        """Rows of text or choices; ``head`` says whether the first row or the first column names the rest. Widths in mm."""
        first, rest = (rows[0], rows[1:]) if head == "row" else ((), rows)
        body: Tree = []
        for number, cells in enumerate(rest):
            style = row_style(number, len(rest))
            body += row([_cell(cell, style, bold=head == "column" and place == 0) for place, cell in enumerate(cells)], widths)
        self.add(table(caption, widths, body, [run(cell, bold=True) for cell in first if isinstance(cell, str)]))

    def note(self, words: str) -> Tree:
        """A footnote: gives the sign that refers to it."""
        self._notes.append(words)
        return [f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="{len(self._notes)}"/></w:r>']

    @property
    def notes(self) -> tuple[str, ...]:
        return tuple(self._notes)

    # --- the file ---

    def parts(self, *, plan: bool = False) -> dict[str, str | Tree]:
        """Every part of the file by its name, in order; ``plan`` makes room for the data of a plan."""
        return {
            "[Content_Types].xml": _content_types(plan),
            "_rels/.rels": _relations({"officeDocument": "word/document.xml", "extended-properties": "docProps/app.xml"}, core=True),
            "docProps/core.xml": self._properties(),
            "docProps/app.xml": f'{_DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
            "word/document.xml": [_OPEN, *self.body, _CLOSE],
            "word/_rels/document.xml.rels": _relations({name: f"{name}.xml" for name in _PARTS} | ({"customXml": f"../{PLAN_PART}"} if plan else {})),
            **{f"word/{name}.xml": shared(name) for name in ("styles", "numbering", "settings")},
            "word/footer.xml": self._footer(),
            "word/footnotes.xml": self._footnotes(),
            **(_plan_parts() if plan else {}),
        }

    @property
    def content(self) -> bytes:
        """The blank file."""
        return pack(self.files)

    @property
    def files(self) -> dict[str, str]:
        """The parts of the blank file, in the words of a local government."""
        return self._blank(BLANK_VIEW)

    @property
    def organisation_files(self) -> dict[str, str]:
        """The same in the words of another organisation."""
        return self._blank(BLANK_VIEW | {GOVERNMENT: False})

    def _blank(self, view: View) -> dict[str, str]:
        return {name: part if isinstance(part, str) else render(part, view) for name, part in self.parts().items()}

    def _properties(self) -> str | Tree:
        moment = f'<dcterms:{{}} xsi:type="dcterms:W3CDTF">{self._edition.isoformat()}T00:00:00Z</dcterms:{{}}>'
        return _whole(
            f'{_DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
            'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
            "<dc:title>", *self._named, "</dc:title><dc:creator></dc:creator><dc:language>nl-BE</dc:language>"
            f"{moment.format('created', 'created')}{moment.format('modified', 'modified')}</cp:coreProperties>",
        )  # fmt: skip

    def _footer(self) -> str | Tree:
        number = "".join(
            f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {field} </w:instrText></w:r>'
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>{after}'
            for field, after in (("PAGE", '<w:r><w:t xml:space="preserve"> van </w:t></w:r>'), ("NUMPAGES", ""))
        )
        return _whole(
            f'{_DECLARATION}<w:ftr xmlns:w="{_W}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t xml:space="preserve">', *self._named,
            f'</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t xml:space="preserve">bladzijde </w:t></w:r>{number}</w:p></w:ftr>',
        )  # fmt: skip

    def _footnotes(self) -> str:
        lines = "".join(
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
            f'<w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {text(words)}</w:t></w:r></w:p></w:footnote>'
            for number, words in enumerate(self._notes, 1)
        )
        rules = "".join(
            f'<w:footnote w:type="{kind}" w:id="{id}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:{sign}/></w:r></w:p></w:footnote>'
            for kind, id, sign in (("separator", -1, "separator"), ("continuationSeparator", 0, "continuationSeparator"))
        )
        return f'{_DECLARATION}<w:footnotes xmlns:w="{_W}">{rules}{lines}</w:footnotes>'


def _whole(*pieces: Any) -> str | Tree:
    """As one text, where no place in it depends on who reads."""
    return "".join(pieces) if all(isinstance(piece, str) for piece in pieces) else list(pieces)


#: A document on which nobody wrote yet, as a local government takes it.
BLANK_VIEW: dict[str, Any] = {BLANK: True, GOVERNMENT: True}


def pack(parts: dict[str, str]) -> bytes:
    """A file of these parts: in their order with a fixed date, so that the same document is the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as target:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _FIXED)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 3
            target.writestr(entry, content.encode())
    return packed.getvalue()


def for_plans(tree: Tree) -> Tree:
    """What the browser needs of a tree: never the blank document."""
    return settle(tree, BLANK, False)


def shared(name: str) -> str:
    """A part that every document has."""
    return (_SHARED / f"{name}.xml").read_text(encoding="utf-8").rstrip("\n")


def _plan_parts() -> dict[str, str | Tree]:
    """The data of a plan, and what was shown of it, in a part that word processors leave alone."""
    space = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
    return {
        PLAN_PART: [
            f'{_DECLARATION}<plan xmlns="{PLAN_NAMESPACE}"><gegevens>', ["+", "plan.gegevens"], "</gegevens><getoond>",
            ["+", "plan.getoond"], "</getoond></plan>",
        ],
        "customXml/itemProps1.xml": (
            f'{_DECLARATION}<ds:datastoreItem xmlns:ds="{space}" ds:itemID="{{6B1F0C52-5C3E-4B7A-9D1E-2F8A7C4D9E10}}"><ds:schemaRefs>'
            f'<ds:schemaRef ds:uri="{PLAN_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
        ),
        "customXml/_rels/item1.xml.rels": _relations({"customXmlProps": "itemProps1.xml"}),
    }  # fmt: skip


def row_style(place: int, rows: int) -> str:
    """The style of the first cell of a row: a short table stays on one page; a long one may be cut, but leaves no row alone."""
    kept = place < rows - 1 if rows <= _SHORT else place in (0, rows - 2)
    return KEPT_CELL if kept else CELL


def _cell(content: str | Pick, style: str, *, bold: bool) -> Tree:
    if isinstance(content, Pick):
        return paragraph(_dropdown(content), style)
    return paragraph(run(content, bold=bold) if content else [], style)


def _dropdown(pick: Pick) -> Tree:
    options = "".join(f'<w:listItem w:displayText="{text(choice)}" w:value="{text(choice)}"/>' for choice in pick.choices)
    kind = f"<w:dropDownList>{options}</w:dropDownList>"
    return control(pick.tag, pick.label, kind, run(CHOOSE, style="PlaceholderText"), _SHOWN)


def _content_types(plan: bool) -> str:
    prefix = "application/vnd.openxmlformats-officedocument."
    kinds = {"/word/document.xml": f"{prefix}wordprocessingml.document.main+xml"}
    kinds |= {f"/word/{name}.xml": f"{prefix}{kind}+xml" for name, kind in _PARTS.items()}
    kinds |= {
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": f"{prefix}extended-properties+xml",
    }
    if plan:
        kinds["/customXml/itemProps1.xml"] = f"{prefix}customXmlProperties+xml"
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    return (
        f'{_DECLARATION}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(targets: dict[str, str], *, core: bool = False) -> str:
    lines = [(f"{_R}/{kind}", target) for kind, target in targets.items()]
    if core:
        lines.append((f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"))
    joined = "".join(f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>' for number, (kind, target) in enumerate(lines, 1))
    return f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{joined}</Relationships>'
