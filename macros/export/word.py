"""Building a Word document that people fill in: headings, help, tagged content controls and tables; the same bytes every time."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.table import _Cell

HELP = "Uitleg"
"""The style of what explains a field; whoever reads a document back leaves it out."""
PLACEHOLDER = "Klik hier en schrijf"
CHOOSE = "Kies"

_FONT = "Arial"
_SIZES = (("Normal", 11, None), ("Title", 22, True), ("Heading 1", 17, True), ("Heading 2", 13, True), ("Heading 3", 11, True))
_LANGUAGE = "nl-BE"
_FIXED = (1980, 1, 1, 0, 0, 0)  # the first moment a zip can name
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"


@dataclass(frozen=True)
class Pick:
    """A cell in which one of a few words is chosen."""

    tag: str
    label: str
    choices: tuple[str, ...]


class WordDocument:
    """A4 in Flemish Dutch; add parts from top to bottom, then take the ``content``."""

    def __init__(self, title: str, edition: datetime.date) -> None:
        self._docx: DocxDocument = Document()
        self._controls = 0
        self._describe(title, edition)
        self._dress()
        self._page(title)
        self._docx.add_paragraph(title, style="Title")

    # --- parts ---

    def heading(self, text: str, level: int) -> None:
        self._docx.add_heading(text, level)

    def paragraph(self, text: str, style: str | None = None) -> None:
        self._docx.add_paragraph(text, style=style)

    def help(self, text: str) -> None:
        self._docx.add_paragraph(text, style=HELP)

    def text_control(self, tag: str, label: str) -> None:
        """A line to write on."""
        paragraph = self._docx.add_paragraph()
        paragraph._p.append(self._control(tag, label, OxmlElement("w:text"), PLACEHOLDER))

    def choice_control(self, tag: str, label: str, choices: Sequence[str]) -> None:
        paragraph = self._docx.add_paragraph()
        paragraph._p.append(self._dropdown(Pick(tag, label, tuple(choices))))

    def tick_controls(self, tag: str, choices: Iterable[tuple[str, str]]) -> None:
        """A box to tick before each choice, given as value and label."""
        for value, label in choices:
            paragraph = self._docx.add_paragraph()
            paragraph.paragraph_format.space_after = Pt(2)
            paragraph._p.append(self._tick(f"{tag}.{value}", label))
            paragraph.add_run(f" {label}")

    def table(self, caption: str, rows: Sequence[Sequence[str | Pick]], widths: Sequence[int], *, head: str = "row") -> None:
        """Rows of text or choices; ``head`` says whether the first row or the first column names the rest. Widths in mm."""
        table = self._docx.add_table(rows=0, cols=len(widths), style="Table Grid")
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(width)
        _caption(table._tbl, caption)
        for number, row in enumerate(rows):
            cells = table.add_row().cells
            for place, (cell, content, width) in enumerate(zip(cells, row, widths, strict=True)):
                cell.width = Mm(width)
                named = number == 0 if head == "row" else place == 0
                self._fill(cell, content, bold=named)
        if head == "row":
            _repeat_head(table.rows[0]._tr)
        for row in table.rows:
            _keep_whole(row._tr)
        self._docx.add_paragraph()

    def _fill(self, cell: _Cell, content: str | Pick, *, bold: bool) -> None:
        paragraph = cell.paragraphs[0]
        if isinstance(content, Pick):
            paragraph._p.append(self._dropdown(content))
        elif content:
            paragraph.add_run(content).bold = bold

    # --- content controls ---

    def _control(self, tag: str, label: str, kind: BaseOxmlElement, shown: str) -> BaseOxmlElement:
        """A control inside a line; what it shows is a placeholder, which typing replaces."""
        self._controls += 1
        control, properties, content = (OxmlElement(name) for name in ("w:sdt", "w:sdtPr", "w:sdtContent"))
        for name, value in (("w:alias", label[:60]), ("w:tag", tag[:60]), ("w:id", str(self._controls))):
            properties.append(_with(OxmlElement(name), val=value))
        properties.append(OxmlElement("w:showingPlcHdr"))
        properties.append(kind)
        run = parse_xml(
            f'<w:r xmlns:w="{_W}">'
            '<w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t/></w:r>'
        )
        run.find(qn("w:t")).text = shown
        content.append(run)
        control.extend([properties, content])
        return control

    def _dropdown(self, pick: Pick) -> BaseOxmlElement:
        options = OxmlElement("w:dropDownList")
        for choice in pick.choices:
            option = _with(OxmlElement("w:listItem"), displayText=choice)
            options.append(_with(option, value=choice))
        return self._control(pick.tag, pick.label, options, CHOOSE)

    def _tick(self, tag: str, label: str) -> BaseOxmlElement:
        self._controls += 1
        # Two boxes in a font that every Word has.
        control = parse_xml(
            f'<w:sdt xmlns:w="{_W}" xmlns:w14="{_W14}"><w:sdtPr><w:alias/><w:tag/><w:id/>'
            '<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
            '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>'
            '<w:sdtContent><w:r><w:rPr>'
            '<w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic" w:hint="eastAsia"/></w:rPr>'
            "<w:t>\u2610</w:t></w:r></w:sdtContent></w:sdt>"
        )
        properties = control.find(qn("w:sdtPr"))
        for name, value in (("w:alias", label[:60]), ("w:tag", tag[:60]), ("w:id", str(self._controls))):
            _with(properties.find(qn(name)), val=value)
        return control

    # --- the look ---

    def _describe(self, title: str, edition: datetime.date) -> None:
        moment = datetime.datetime.combine(edition, datetime.time(), datetime.UTC)
        properties = self._docx.core_properties
        properties.title, properties.language = title, _LANGUAGE
        properties.author = properties.last_modified_by = properties.comments = properties.keywords = ""
        properties.created = properties.modified = moment
        package = self._docx.part.package
        for id in [id for id, relation in package.rels.items() if relation.reltype.endswith("/thumbnail")]:
            package.rels.pop(id)  # a picture of python-docx's own template

    def _dress(self) -> None:
        styles = self._docx.styles
        for style in styles.element.iter(qn("w:lang")):
            _with(style, val=_LANGUAGE)
        for name, size, bold in _SIZES:
            style = styles[name]
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for attribute in list(fonts.attrib):
                del fonts.attrib[attribute]
            style.font.name, style.font.size, style.font.bold = _FONT, Pt(size), bold
            style.font.color.rgb = RGBColor(0, 0, 0) if name == "Normal" else RGBColor(0x0D, 0x4F, 0x8B)
        quiet = RGBColor(0x55, 0x60, 0x6B)
        explanation = styles.add_style(HELP, WD_STYLE_TYPE.PARAGRAPH)
        explanation.base_style = styles["Normal"]
        explanation.font.size, explanation.font.color.rgb = Pt(9.5), quiet
        explanation.paragraph_format.space_after = Pt(4)
        explanation.paragraph_format.keep_with_next = True
        placeholder = styles.add_style("Placeholder Text", WD_STYLE_TYPE.CHARACTER)
        placeholder.element.set(qn("w:styleId"), "PlaceholderText")
        placeholder.font.color.rgb = quiet

    def _page(self, title: str) -> None:
        section = self._docx.sections[0]
        section.start_type = WD_SECTION.NEW_PAGE
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(20)
        section.top_margin = section.bottom_margin = Mm(20)
        footer = section.footer.paragraphs[0]
        footer.add_run(f"{title} · bladzijde ")
        footer._p.append(_page_number())

    # --- the file ---

    @property
    def content(self) -> bytes:
        """The file: entries in a fixed order with a fixed date, so that the same document is the same bytes."""
        saved = io.BytesIO()
        self._docx.save(saved)
        packed = io.BytesIO()
        with zipfile.ZipFile(saved) as source, zipfile.ZipFile(packed, "w") as target:
            for name in source.namelist():
                entry = zipfile.ZipInfo(name, _FIXED)
                entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 3
                target.writestr(entry, source.read(name))
        return packed.getvalue()


def _with(element: BaseOxmlElement, **attributes: str) -> BaseOxmlElement:
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element


def _caption(table: BaseOxmlElement, text: str) -> None:
    table.tblPr.append(_with(OxmlElement("w:tblCaption"), val=text))


def _repeat_head(row: BaseOxmlElement) -> None:
    row.get_or_add_trPr().append(_with(OxmlElement("w:tblHeader"), val="true"))


def _keep_whole(row: BaseOxmlElement) -> None:
    row.get_or_add_trPr().insert(0, _with(OxmlElement("w:cantSplit"), val="true"))


def _page_number() -> BaseOxmlElement:
    field = _with(OxmlElement("w:fldSimple"), instr="PAGE")
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    return field
