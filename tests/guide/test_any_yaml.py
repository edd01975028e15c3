"""Whatever stands in a story file, the answer is a guide or a list of problems: never an exception, never a hang.

The examples are always the same: derived from the test itself, not from a clock.
"""

import datetime
import json
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.guide.checks import CHECKS
from macros.guide.fields import Field, Shape, story_fields
from macros.guide.guide import Guide
from macros.guide.kinds import BY_NAME
from macros.guide.loading import _Loading, _read, inspect
from macros.guide.problems import has_errors, report
from tests.small_guide import SmallGuide

BOUNDED = settings(
    max_examples=100, derandomize=True, database=None, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)

#: Bits that mean something to YAML, to Markdown, to a template or to a browser.
NASTY = [
    "", " ", "\t", "\n", "- ", ": ", "? ", "#", "&a ", "*a", "!!python/object:os.system ", "|", ">-", "'", '"', "{", "}", "[", "]", "{{ x }}",
    "{% raw %}", "---\n", "...\n", "<<: *a", "%YAML 9.9\n", "no", "1:30", "0x1F", "1e999", "null", "~", "2026-02-30", "\x00", "\ufeff", "\u2028",
    "\u202e", "\ud7ff", "😀", "<script>", "[x](javascript:alert(1))", "![x](y)", "***", "`", "1. ", "\\", "title", "state: ingetrokken\n",
]  # fmt: skip

scraps = st.lists(st.one_of(st.sampled_from(NASTY), st.text(max_size=8)), max_size=12).map("".join)
scalars = st.one_of(scraps, st.integers(), st.booleans(), st.none(), st.floats(allow_nan=True), st.dates())
trees = st.recursive(
    scalars, lambda inside: st.one_of(st.lists(inside, max_size=4), st.dictionaries(scraps, inside, max_size=4)), max_leaves=8
)


plain = st.sampled_from(["Een zin.", "boek", "te-vol", "strategie-1", "stap-2", "avond", "een-id", "**Let op:** [dit](drempel:te-vol)."])


def nearly(field: Field):
    """What somebody could write in a field: right more often than not."""
    right = {
        Shape.CHOICE: st.sampled_from([value for value, _ in field.choices] or ["x"]),
        Shape.CHOICES: st.lists(st.sampled_from([value for value, _ in field.choices] or ["x"]), max_size=3),
        Shape.FLAG: st.booleans(),
        Shape.DAY: st.dates(),
        Shape.NUMBER: st.integers(0, 10**6),
        Shape.LINES: st.lists(st.one_of(plain, scraps), max_size=3),
        Shape.GROUP: st.deferred(lambda: whole(field.fields)),
        Shape.ROWS: st.lists(st.deferred(lambda: whole(field.fields)), max_size=3),
    }.get(field.shape, st.one_of(plain, plain, plain, scraps))
    return st.one_of(right, right, right, trees)


def whole(fields):
    return st.fixed_dictionaries(
        {field.name: nearly(field) for field in fields if field.required},
        optional={field.name: nearly(field) for field in fields if not field.required},
    )


VALID = yaml.safe_load((Path(__file__).parent / "small" / "stories" / "wijk.yml").read_text(encoding="utf-8"))

#: A story in which up to three fields hold something else.
stories = (
    st.lists(st.sampled_from(story_fields()), max_size=3, unique=True)
    .flatmap(lambda fields: st.fixed_dictionaries({field.name: nearly(field) for field in fields}))
    .map(lambda changes: VALID | changes)
)


@pytest.fixture(scope="module")
def rest(tmp_path_factory):
    """The small guide, read once: every example is judged among it."""
    return inspect(SmallGuide(tmp_path_factory.mktemp("rest")).root)[0]


def judge(content: bytes, rest: Guide, folder):
    """The guide and the problems with one more story, as ``inspect`` would give them, without reading all the rest again."""
    file = folder / "proef.yml"
    file.write_bytes(content)
    loading = _Loading(documents=list(rest.documents))
    _read(BY_NAME["stories"], file, "data/stories/proef.yml", loading)
    guide = Guide(tuple(loading.documents), frozenset(loading.unreadable))
    problems = [*loading.problems, *(problem for check in CHECKS for problem in check(guide))]
    assert has_errors(problems) or guide.find("stories", "proef") is not None
    for problem in problems:
        assert problem.path and problem.line >= 1 and problem.message and "\n" not in str(problem)
    assert report(problems)


@BOUNDED
@given(text=scraps)
def test_any_text_gives_a_guide_or_problems(text, rest, tmp_path):
    judge(text.encode("utf-8", "replace"), rest, tmp_path)


@BOUNDED
@given(content=st.binary(max_size=200))
def test_any_bytes_give_a_guide_or_problems(content, rest, tmp_path):
    judge(content, rest, tmp_path)


@BOUNDED
@given(tree=trees)
def test_any_yaml_gives_a_guide_or_problems(tree, rest, tmp_path):
    judge(yaml.safe_dump(tree, allow_unicode=True).encode("utf-8", "replace"), rest, tmp_path)


@BOUNDED
@given(values=stories)
def test_any_story_gives_a_guide_or_problems(values, rest, tmp_path):
    judge(yaml.safe_dump(values, allow_unicode=True).encode("utf-8", "replace"), rest, tmp_path)


def test_enough_of_those_stories_come_past_the_model(rest, tmp_path):
    """If hardly one did, the rules behind it would not be tried; if all did, the model would not be."""
    readable = []

    @BOUNDED
    @given(values=stories)
    def look(values):
        file = tmp_path / "proef.yml"
        file.write_bytes(yaml.safe_dump(values, allow_unicode=True).encode("utf-8", "replace"))
        loading = _Loading()
        _read(BY_NAME["stories"], file, "data/stories/proef.yml", loading)
        readable.append(bool(loading.documents))

    look()
    assert len(readable) / 6 < sum(readable) < len(readable) * 5 / 6


@pytest.mark.parametrize(
    "content",
    [
        "a: " * 5_000,
        "[" * 5_000,
        "{a: " * 5_000,
        "- " * 5_000,
        "a: &x [b]\nc: &y [*x, *x]\nd: [*y, *y]\n",
        "text: '" + "*" * 20_000 + "'",
        "title: " + "[" * 3_000 + "](x)" * 3_000,
        json.dumps({"title": "(" * 10_000}),
        str(datetime.date(2026, 1, 1)),
    ],
    ids=["keys", "lists", "blocks", "dashes", "laughs", "stars", "links", "brackets", "a date"],
)
def test_what_makes_parsers_suffer_is_answered(content, rest, tmp_path):
    judge(content.encode(), rest, tmp_path)


@pytest.mark.parametrize("nested", ["*" * 4_000 + "a", "[" * 4_000, "_a_" * 4_000, "- " * 2_000 + "x", "> " * 2_000 + "x", "`" * 9_999])
def test_long_text_that_makes_parsers_suffer_is_answered(nested, rest, tmp_path):
    story = {"context": [{"id": "een", "title": "Een", "text": nested}]}
    judge(yaml.safe_dump(story).encode(), rest, tmp_path)
