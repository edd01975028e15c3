"""What a contributor reads under a pull request: what the checks found, in plain Dutch.

The report was made by contributed code, so it is nobody's word but a text to quote: in a block that it cannot end, of a
length that it cannot choose, and never read as Markdown. Needs the standard library alone.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

#: By this the answer is found again, so that the next one takes its place.
MARK = "<!-- antwoord -->"

MOST_LINES = 100
MOST_CHARACTERS = 20_000

_CLOSING = re.compile(r"^(?:(\d+) proble(?:em|men) in \d+ bestand(?:en)?\.|Geen fouten\.)(?: (\d+) keer let op\.| 1 let op\.)?")


def answer(report: str, conclusion: str, run_url: str) -> str:
    """The comment for a report and how the run ended."""
    lines = [_visible(line) for line in report.splitlines() if line.strip()]
    closing = _CLOSING.match(lines[-1]) if lines else None
    if closing is None:
        return _letter(
            "De controle is niet tot het einde geraakt. Dat ligt waarschijnlijk niet aan jouw tekst: een beheerder kijkt ernaar.",
            f"[Bekijk wat er gebeurde]({run_url}).",
        )
    if closing.group(1):
        return _letter(
            "Bedankt voor je bijdrage. Er moet nog iets aan gebeuren voor ze op de site kan. Elke regel noemt het bestand, de regel, "
            "wat er mis is en wat je in de plaats schrijft. Je ziet ze ook bij **Files changed**, naast je tekst.",
            _quoted(lines),
            "Pas het bestand aan op dezelfde plaats. De controle loopt dan opnieuw, en dit bericht verandert mee. "
            "Kom je er niet uit? Vraag het hier.",
        )
    if conclusion != "success":
        return _letter(
            "Je gegevens zijn in orde, maar de site kon niet gebouwd worden. Een beheerder kijkt ernaar.",
            f"[Bekijk wat er gebeurde]({run_url}).",
        )
    return _letter(
        "Bedankt voor je bijdrage. Alles is in orde.",
        *(["Kijk dit nog even na. Het houdt niets tegen.", _quoted(lines[:-1])] if len(lines) > 1 else []),
        f"Zo ziet de site eruit met jouw bijdrage: open [deze controle]({run_url}#artifacts), download bij **Artifacts** "
        "«de-gids-met-jouw-bijdrage», pak het zip-bestand uit en open `index.html`.",
    )


def _letter(*paragraphs: str) -> str:
    return "\n\n".join([MARK, *paragraphs]) + "\n"


def _visible(line: str) -> str:
    return "".join(character if character.isprintable() else " " for character in line)


def _quoted(lines: Sequence[str]) -> str:
    """The lines in a block that nothing in them can end: inside it there are no links, names or Markdown."""
    kept, length = [], 0
    for line in lines[:MOST_LINES]:
        length += len(line)
        if length > MOST_CHARACTERS:
            break
        kept.append(line)
    if len(kept) < len(lines):
        kept.append(f"… en nog {len(lines) - len(kept)} regels.")
    text = "\n".join(kept)
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{text}\n{fence}"


def main(argv: Sequence[str], environ: Mapping[str, str] = os.environ) -> int:
    file = Path(argv[0])
    report = file.read_bytes()[: 2**20].decode("utf-8", "replace") if file.is_file() else ""
    print(answer(report, environ.get("CONCLUSION", ""), environ.get("RUN_URL", "")), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
