"""The verb «generate»: write the pages that come from data, for any site builder to read."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from macros.guide.problems import InvalidData
from macros.project import ROOT, Project
from macros.render.files import write_pages

FOLDER = ROOT / "build" / "pages"


def main(argv: Sequence[str]) -> int:
    """Write the pages to ``build/pages``; with errors in the data nothing is written and all are shown."""
    try:
        project = Project.load(ROOT)
    except InvalidData as error:
        print(error, file=sys.stderr)
        return 1
    pages = write_pages(project.site.pages(), FOLDER)
    print(f"{len(pages)} pagina's geschreven in {FOLDER.relative_to(ROOT)}.")
    return 0
