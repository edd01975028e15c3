"""The whole site as a zip: unpack it, open ``index.html``, and everything works without a server or a connection."""

from __future__ import annotations

import datetime
import os
import subprocess
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from macros.commands import clock, site
from macros.commands.console import ROOT, CommandError, Runner, say
from macros.render.download import CONTENTS, ZIP, Download

NAME = "verbindingsambassadeur"

#: Names the zip that a build of the site offers to its readers.
VARIABLE = "OFFLINE_ZIP"

#: What only a server uses.
_FOR_SERVERS = ("404.html", "_headers", "robots.txt")
_PLAIN_FILE = 0o100644 << 16
_UNIX = 3


def build(
    target: Path, *, root: Path = ROOT, environ: Mapping[str, str] = os.environ, run: Runner = subprocess.run
) -> bool:
    """Build into target with addresses of files instead of folders: a browser shows a folder on a disk as a list."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if not site.build(target, "--no-directory-urls", root=root, environ={**environ, "SITE_URL": ""}, run=run):
        return False
    for name in _FOR_SERVERS:
        (target / name).unlink(missing_ok=True)
    return True


def pack(folder: Path, file: Path, epoch: int) -> None:
    """Zip a folder; the same content and date give the same bytes."""
    date = datetime.datetime.fromtimestamp(epoch, datetime.UTC)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            name = f"{folder.name}/{path.relative_to(folder).as_posix()}"
            entry = zipfile.ZipInfo(name, date.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = _PLAIN_FILE
            archive.writestr(entry, path.read_bytes())


def make() -> Path | None:
    """Build and pack; the zip, or None when the build failed."""
    folder = ROOT / "build" / "offline" / NAME
    if not build(folder):
        say("De zip is niet gemaakt.")
        return None
    file = ROOT / "build" / f"{NAME}.zip"
    pack(folder, file, clock.edition_epoch())
    return file


def offered(file: Path) -> tuple[dict[str, bytes], Download]:
    """The zip and its list as files of the site, and what pages say of them."""
    with zipfile.ZipFile(file) as archive:
        entries = archive.infolist()
    lines = [f"{entry.file_size:>10}  {entry.filename}" for entry in entries]
    total = sum(entry.file_size for entry in entries)
    text = "\n".join([f"{len(entries)} bestanden, uitgepakt {total} bytes", "", *lines, ""])

    def count(*endings: str) -> int:
        return sum(entry.filename.endswith(endings) for entry in entries)

    content = file.read_bytes()
    told = Download(len(content), total, count(".html"), count(".pdf", ".docx", ".pptx"), count(".csv") * 2)
    return {ZIP: content, CONTENTS: text.encode()}, told


def main(argv: Sequence[str]) -> int:
    """The verb «offline»."""
    if argv:
        raise CommandError(f"«{argv[0]}» kent offline niet: gebruik het zonder iets erachter.")
    file = make()
    if file is None:
        return 1
    say(f"De zip staat in {file.relative_to(ROOT).as_posix()}: {file.stat().st_size / 1000:.0f} kB.")
    return 0
