"""The generated pages as files: what stays the same is not touched, what is no page any more goes."""

import os

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from macros.hooks import _HtmlPage
from macros.render.files import page_text, write_pages
from macros.render.site import GeneratedPage


def page(key, html="<p>x</p>", title="Titel"):
    return GeneratedPage(key, title, "Beschrijving", "step", html, parent="stappen", source="data/steps/x.yml")


def times(folder):
    return {file.relative_to(folder).as_posix(): file.stat().st_mtime_ns for file in folder.rglob("*.md")}


def write(folder, *pages):
    written = write_pages(pages, folder)
    for file in folder.rglob("*.md"):
        if file.stat().st_mtime_ns > 2e9:
            os.utime(file, ns=(1, 1))
    return written


def test_pages_are_files_at_their_address(tmp_path):
    written = write(tmp_path, page("stappen/een"), page("drempels/twee"))
    assert written == {"stappen/een": tmp_path / "stappen/een.md", "drempels/twee": tmp_path / "drempels/twee.md"}
    assert sorted(times(tmp_path)) == ["drempels/twee.md", "stappen/een.md"]


def test_page_that_stays_the_same_is_not_touched(tmp_path):
    write(tmp_path, page("een"), page("twee"))
    assert times(tmp_path) == {"een.md": 1, "twee.md": 1}
    write_pages([page("een"), page("twee", "<p>anders</p>")], tmp_path)
    changed = {name for name, time in times(tmp_path).items() if time != 1}
    assert changed == {"twee.md"}
    assert "anders" in (tmp_path / "twee.md").read_text(encoding="utf-8")


def test_page_that_is_gone_is_removed(tmp_path):
    write(tmp_path, page("stappen/een"), page("stappen/twee"))
    write(tmp_path, page("stappen/een"))
    assert sorted(times(tmp_path)) == ["stappen/een.md"]


def test_front_matter_keeps_any_title_as_text(tmp_path):
    for title in ("1:30", "no", "2021-03-01", "Een: twee", '"Aangehaald"', "- streepje", "{{ 7*7 }}", "# hekje", "''", "a\u2028b"):
        front = page_text(page("x", title=title)).split("---\n")[1]
        assert yaml.safe_load(front)["title"] == title


def test_builder_that_does_not_read_the_file_again_knows_what_is_in_it(tmp_path):
    config = MkDocsConfig()
    config.load_dict({"site_name": "Gids", "docs_dir": str(tmp_path), "plugins": []})
    config.validate()
    odd = page("twee", "\n\n---\n<p>Eén {{ 7*7 }}</p>\n\n", '1:30 «a» "b"\u2028')
    for made in (page("een"), odd, GeneratedPage("drie", "no", "", "moved", "<p></p>", indexed=False)):
        write_pages([made], tmp_path)
        known = _HtmlPage(made, File(f"{made.key}.md", str(tmp_path), str(tmp_path / "site"), True), config)
        read = Page(None, File(f"{made.key}.md", str(tmp_path), str(tmp_path / "site"), True), config)
        known.read_source(config)
        read.read_source(config)
        assert (known.meta, known.markdown, known.title) == (read.meta, read.markdown, read.title)
        assert read.meta["indexed"] is made.indexed and "<p>" in read.markdown


def test_every_file_ends_with_one_newline_whatever_the_system(tmp_path):
    write(tmp_path, page("een", "<p>x</p>\n\n"))
    content = (tmp_path / "een.md").read_bytes()
    assert content.endswith(b"<p>x</p>\n") and b"\r" not in content
