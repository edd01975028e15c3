"""What is kept from one build to the next while serving: never a page or an index that would come out differently."""

from __future__ import annotations

import datetime

from macros.guide.loading import inspect
from macros.render import site as rendering
from macros.render.site import Site

EDITION = datetime.date(2026, 9, 21)


def written(root):
    return {page.key: page for page in Site(inspect(root)[0], EDITION).pages()}


def written_afresh(root):
    rendering._kept.clear()
    return written(root)


def test_pages_after_a_change_of_any_kind_of_data_are_those_of_a_first_build(small):
    for name in ("stories/*.yml", "strategies/*.yml", "barriers/*.yml", "glossary.yml"):
        for file in sorted((small.root / "data").glob(name)):
            before, text = written(small.root), file.read_text(encoding="utf-8")
            changed = text.replace("title: ", "title: Anders, ", 1).replace("term: ", "term: x", 1)
            if changed == text:  # what is left of a withdrawn story has no title
                continue
            file.write_text(changed, encoding="utf-8")
            after = written(small.root)
            assert after == written_afresh(small.root), file.name
            assert after != before, file.name


def test_page_of_a_story_that_stayed_the_same_is_not_written_again(small):
    before = written(small.root)
    story = next(key for key, page in before.items() if page.kind == "story")
    assert written(small.root)[story] is before[story]
    small.change("roles.yml", *_first_title(small.path("roles.yml")))
    assert written(small.root)[story] is not before[story]


def _first_title(file):
    line = next(line for line in file.read_text(encoding="utf-8").splitlines() if "title: " in line)
    return line, f"{line} en anders"


def test_same_content_under_another_name_is_judged_again(small):
    guide, _ = inspect(small.root)
    story = guide.of("stories")[0]
    text = small.path(f"stories/{story.id}.yml").read_text(encoding="utf-8")
    small.write("stories/een-ander.yml", text)
    assert inspect(small.root)[0].get("stories", "een-ander").title == story.title


def test_problems_of_a_file_are_said_each_time(small):
    small.append("glossary.yml", "- id: half\n")
    first, second = inspect(small.root)[1], inspect(small.root)[1]
    assert first == second
    assert any(problem.path == "data/glossary.yml" for problem in first)
