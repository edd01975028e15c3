"""Styles and scripts: many parts, few files whose names change with their content."""

import hashlib
import re
from pathlib import Path

import pytest

from macros.render.assets import UnusableFile, bare, bare_style, is_part, join

ASSETS = Path(__file__).resolve().parents[2] / "docs" / "assets"


@pytest.fixture
def parts(tmp_path):
    (tmp_path / "javascripts" / "page").mkdir(parents=True)
    (tmp_path / "stylesheets").mkdir()
    (tmp_path / "stylesheets" / "20-page.css").write_text(".b {}\n", encoding="utf-8")
    (tmp_path / "stylesheets" / "10-tokens.css").write_text(".a {}\n\n", encoding="utf-8")
    (tmp_path / "javascripts" / "page" / "10-menu.js").write_text("menu();\n", encoding="utf-8")
    return tmp_path


def test_parts_are_joined_in_the_order_of_their_names(parts):
    bundle = join(parts)
    assert bundle.files[bundle.style] == b".a {}\n.b {}\n"
    assert bundle.files[bundle.scripts["page"]] == b"menu();\n"


def test_name_holds_the_hash_of_the_content(parts):
    bundle = join(parts)
    assert hashlib.sha256(b".a {}\n.b {}\n").hexdigest()[:12] in bundle.style
    (parts / "stylesheets" / "20-page.css").write_text(".c {}\n", encoding="utf-8")
    again = join(parts)
    assert again.style != bundle.style
    assert again.scripts == bundle.scripts


def test_styles_of_some_pages_follow_those_of_all_in_one_file(parts):
    for folder in ("plan", "form"):
        (parts / "stylesheets" / folder).mkdir()
        (parts / "stylesheets" / folder / "10-own.css").write_text(f".{folder} {{}}\n", encoding="utf-8")
    bundle = join(parts)
    assert bundle.files[bundle.style] == b".a {}\n.b {}\n.form {}\n.plan {}\n"
    assert [name for name in bundle.files if name.endswith(".css")] == [bundle.style]


def test_empty_folder_and_what_systems_leave_behind_are_no_script(parts):
    (parts / "javascripts" / "later").mkdir()
    (parts / "javascripts" / ".DS_Store").write_text("x", encoding="utf-8")
    assert list(join(parts).scripts) == ["page"]


def test_joined_parts_are_not_published_by_themselves():
    assert is_part("assets/stylesheets/10-tokens.css")
    assert is_part("assets/javascripts/page/10-menu.js")
    assert not is_part("assets/images/merk.svg")


@pytest.mark.parametrize("damaged", [lambda font: font[:5000], lambda font: font + b"x", lambda font: b"", lambda font: b"tekst" * 999])
def test_a_damaged_font_is_named_and_not_published(parts, damaged):
    font = next((ASSETS / "fonts").glob("*.woff2"))
    (parts / "fonts").mkdir()
    (parts / "stylesheets" / "10-tokens.css").write_text(f'@font-face {{ src: url("fonts/{font.name}"); }}', encoding="utf-8")
    (parts / "fonts" / font.name).write_bytes(font.read_bytes())
    assert join(parts).style
    (parts / "fonts" / font.name).write_bytes(damaged(font.read_bytes()))
    with pytest.raises(UnusableFile, match=rf"^docs/assets/fonts/{font.name} is beschadigd of geen lettertype in woff2\. [^\n]+\.$"):
        join(parts)


def test_the_real_parts_are_joined_into_files_that_exist():
    bundle = join(ASSETS)
    assert {bundle.style, *bundle.scripts.values()} <= set(bundle.files)
    assert all(content.strip() for content in bundle.files.values())


def test_comments_blank_lines_and_indentation_stay_at_home():
    script = '/** What\n * it does. */\nrun(() => {\n\n  // why\n  /** @type {x} */ (go)("// no comment");  \n  /* alone */\n});'
    assert bare(script) == 'run(() => {\n(go)("// no comment");\n});'


def test_styles_lose_their_comments_and_nothing_else():
    style = '/* Why\n * it is so. */\n.b,\n.a::after { /* alone */\n  content: "– ; ";\n\n  grid-template:\n    "a b"\n    "c d";\n  color: red;\n}\n'
    assert bare_style(style) == '.b,.a::after{content: "– ; ";grid-template:\n"a b"\n"c d";color: red;}'


@pytest.mark.parametrize("style", sorted((ASSETS / "stylesheets").rglob("*.css")), ids=lambda style: style.name)
def test_styles_are_written_so_that_comments_can_be_dropped(style):
    """No text holds what begins or ends a comment, or spans lines."""
    text = style.read_text(encoding="utf-8")
    for quoted in re.findall(r'"[^"]*"', re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)):
        assert "\n" not in quoted and "/*" not in quoted and "*/" not in quoted
    assert text.count("/*") == text.count("*/")
    assert re.findall(r"/\*", bare_style(text)) == []


#: Text and patterns in a line of code, in which marks mean nothing.
QUOTED = re.compile(r""""(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|/(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\*\s])(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\])*/""")


@pytest.mark.parametrize("script", sorted((ASSETS / "javascripts").glob("*/*.js")), ids=lambda script: f"{script.parent.name}/{script.name}")
def test_scripts_are_written_so_that_lines_can_be_dropped(script):
    """No text spans lines, and a comment of several lines stands alone."""
    inside = False
    for number, line in enumerate(map(str.strip, script.read_text(encoding="utf-8").splitlines()), 1):
        if inside:
            assert "*/" not in line or line.endswith("*/"), number
            inside = "*/" not in line
        elif line.startswith("/*") and "*/" not in line:
            inside = True
        elif not line.startswith(("//", "/*")):
            code = QUOTED.sub("", line)
            assert line.count("/** @") == code.count("/** @"), number
            assert code.count("`") % 2 == 0, number
            assert code.count("/*") == code.count("*/"), number
