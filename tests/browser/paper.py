"""Reading a printed page back: where every line of text stands on which sheet (Poppler measures)."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

MM = 72 / 25.4
XHTML = "{http://www.w3.org/1999/xhtml}"


@dataclass
class Line:
    """A line of text with its box, in points from the upper left corner of the sheet."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def is_above(self, other: Line) -> bool:
        """Whether the other line stands below this one, in the same column."""
        return other.top > self.top + 1 and other.left < self.right and other.right > self.left

    def is_before(self, other: Line) -> bool:
        """Whether the other line stands to the right of this one."""
        return other.left >= self.right and other.top < self.bottom and other.bottom > self.top


@dataclass
class Sheet:
    width: float
    height: float
    lines: list[Line] = field(default_factory=list)

    def content(self, top: float, bottom: float) -> list[Line]:
        """The lines between the margins (in millimetres): not the running head and the page number."""
        return [line for line in self.lines if line.bottom > top * MM and line.top < self.height - bottom * MM]


def read(pdf: Path, pdftotext: Path) -> list[Sheet]:
    """Every sheet of a PDF with its lines."""
    run = subprocess.run([pdftotext, "-bbox-layout", pdf, "-"], capture_output=True, check=True)
    document = ElementTree.fromstring(re.sub(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", b"", run.stdout))
    sheets = []
    for page in document.iter(f"{XHTML}page"):
        sheet = Sheet(float(page.get("width")), float(page.get("height")))
        for line in page.iter(f"{XHTML}line"):
            text = " ".join(word.text or "" for word in line.iter(f"{XHTML}word"))
            sheet.lines.append(Line(text, *(float(line.get(side)) for side in ("xMin", "yMin", "xMax", "yMax"))))
        sheets.append(sheet)
    return sheets


def letters(text: str) -> str:
    """Only the letters and digits: spaces, hyphens and line breaks differ between screen and paper."""
    return "".join(each for each in unicodedata.normalize("NFKC", text) if each.isalnum()).casefold()


def greys(pdf: Path, pdftoppm: Path, sheet: int) -> tuple[int, bytes]:
    """A sheet as a small picture: its width and the lightness of every pixel (0 black, 255 white)."""
    command = [pdftoppm, "-gray", "-r", "30", "-f", str(sheet), "-l", str(sheet), pdf]
    picture = subprocess.run(command, capture_output=True, check=True).stdout
    size = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", picture)
    return int(size[1]), picture[size.end() :]
