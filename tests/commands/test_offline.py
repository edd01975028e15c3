"""The site as a zip."""

import subprocess
import zipfile
from pathlib import Path

import pytest

from macros.commands import clock, offline
from macros.commands.console import CommandError

DATE = {clock.VARIABLE: "1767225600"}


def builder(code=0):
    """A fake MkDocs that writes a page and what servers need."""

    def run(command, *, cwd, env):
        assert "--no-directory-urls" in command
        assert env["SITE_URL"] == ""
        folder = Path(command[command.index("--site-dir") + 1])
        folder.mkdir()
        for name in ("index.html", "404.html", "_headers", "robots.txt"):
            (folder / name).write_text(name)
        return subprocess.CompletedProcess(command, code)

    return run


def build(target, code=0):
    return offline.build(target, root=target.parent, environ={**DATE, "SITE_URL": "https://x.example/"}, run=builder(code))


def test_what_only_servers_use_is_left_out(tmp_path):
    target = tmp_path / "deep" / "gids"
    assert build(target)
    assert [file.name for file in target.iterdir()] == ["index.html"]


def test_failed_build_says_so_and_leaves_nothing(tmp_path):
    assert build(tmp_path / "deep" / "gids", code=1) is False
    assert not (tmp_path / "deep" / "gids").exists()


def test_same_files_and_date_give_the_same_zip(tmp_path):
    folder = tmp_path / "gids"
    (folder / "b").mkdir(parents=True)
    for name in ("z.html", "b/a.html"):
        (folder / name).write_text(name)
    offline.pack(folder, tmp_path / "one.zip", 1767225600)
    (folder / "z.html").touch()
    offline.pack(folder, tmp_path / "two.zip", 1767225600)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert archive.namelist() == ["gids/b/a.html", "gids/z.html"]
        assert archive.infolist()[0].date_time == (2026, 1, 1, 0, 0, 0)
        assert archive.read("gids/z.html") == b"z.html"


def test_unknown_word_after_offline_is_refused():
    with pytest.raises(CommandError, match="«--fast» kent offline niet"):
        offline.main(["--fast"])


def test_site_can_offer_the_zip_with_its_size_and_the_list_of_what_is_in_it(tmp_path):
    folder = tmp_path / "gids"
    folder.mkdir()
    for name, text in (("index.html", "abc"), ("a.pdf", "de"), ("steps.csv", "f"), ("steps.json", "g")):
        (folder / name).write_text(text)
    offline.pack(folder, tmp_path / "gids.zip", 1767225600)
    files, told = offline.offered(tmp_path / "gids.zip")
    assert files[told.zip] == (tmp_path / "gids.zip").read_bytes()
    assert told.size == len(files[told.zip])
    assert (told.unpacked, told.pages, told.documents, told.data) == (7, 1, 1, 2)
    assert files[told.contents].decode().splitlines() == [
        "4 bestanden, uitgepakt 7 bytes", "", "         2  gids/a.pdf", "         3  gids/index.html",
        "         1  gids/steps.csv", "         1  gids/steps.json",
    ]  # fmt: skip
