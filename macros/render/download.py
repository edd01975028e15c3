"""What pages say about the whole site as a zip. It exists only when a build was given one."""

from __future__ import annotations

from dataclasses import dataclass

#: Where the zip and the list of what is in it stand in the site.
ZIP = "download/verbindingsambassadeur.zip"
CONTENTS = "download/verbindingsambassadeur-inhoud.txt"


@dataclass(frozen=True)
class Download:
    """The zip: how heavy it is in bytes, and how many pages, documents and data files are in it."""

    size: int
    unpacked: int
    pages: int
    documents: int
    data: int
    zip: str = ZIP
    contents: str = CONTENTS
