"""The form reads long text as the build does: the same tree, or the same refusal on the same line."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from macros.guide.guide import walk
from macros.guide.richtext import Emphasis, Heading, Link, ListBlock, Paragraph, RichText, RichTextError, Strong, Text, parse_rich_text

TEXTS = [
    "gewoon", "twee\nregels", "twee\n\nalinea’s", "- een\n- twee", "* een\n* twee", "1. een\n2. twee", "3) drie\n4) vier", "- een\n\n  nog\n- twee",
    "- een\n  - binnen\n- twee", "- a\n  - b\n    - c", "- een\n1. twee", "### Kopje\ntekst", "# Te groot", "###", "### ###", "### Kop ###", "Kop\n===", "Kop\n---", "---", "* * *",
    "**vet** en *nadruk*", "***beide***", "**vet*nadruk*vet**", "snake_case_woord", "_nadruk_", "__vet__", "*a **b** c*", "**a *b* c**", "2 * 3 * 4", "a*b*c", "*a", "a*", "**", "****",
    "*(haakjes)*", "«*x*»", "*€*uro", "*a_b*_c_", "[link](https://kdg.be)", "[link](https://kdg.be \"titel\")", "[link](<https://kdg.be>)", "[a](stap:korte-nota)", "[a](stap:korte-nota#deel)",
    "[x](javascript:alert(1))", "[x](http://x.be)", "[](https://x.be)", "[x]()", "[x](https://x.be/a(b)c)", "[x](https://x.be/é)", "[*x*](https://x.be)", "*[x](https://x.be)*", "[a[b]c](https://x.be)",
    "[a](b) [c](https://x.be)", "[een](https://x.be)[twee](https://y.be)", "[x] (https://x.be)", "[x](https://x be)", "![alt](https://x.be/a.png)", "<https://x.be>", "<info@x.be>", "<script>alert(1)</script>", "a <b>vet</b>", "a < b en c > d", "<!-- x -->", "x <!-- x --> y", "<div>",
    "`code`", "``co`de``", "een ` alleen", "```\ncode\n```", "~~~\nx", "    ingesprongen", "tekst\n    verder", "- a\n\n      code", "> citaat", "a\n> citaat", "a\\\nb", "a  \nb", "a \nb", r"\*geen nadruk\*", r"a \ b", r"\<b>", "&amp; &lt;b&gt; &euro; &nbsp;x", "&#8364; &#x20AC;", "&onbekend;", "AT&T",
    "[naam]: https://x.be\n\n[naam]", "[naam][ref]\n\n[ref]: https://x.be", "[1]: javascript:x\n\nzie [1]", "-", "- ", "-\n- x", "+ a\n- b", "10. a", "a\n2. b", "a\n1. b", "a\n- b", "a\n-", "- a\nlui", "- a\n\nniet lui", "1. a\n   b\n\n   c", "- a\n - b\n  - c\n   - d", "- - a", "- 1. a", "- ### kop", "- # kop", "\ttab", "a\tb", "-\ttab", "- a\n\tb",
    "a\n10.\tb", "a\n2)\tb", "- a\n10.\tb", "1. a\n\n   b\n   7.\tc", "10.\t\ta", "a\n>\tb", "-\ta\n\n\tb", "\xa0", "- \xa0", "- a\n\n  \xa0\n\n  b", "a\n\xa0b", "\u2003",
    "{{ x }}", "{% x %}", "x\u2028y", "x\x07", "x\u202ey", "😀 *😀*", "*" * 30, "_" * 7 + "a", "[" * 20, "*a* " * 40, "**a" * 8 + "**" * 8, "*a [b **c *d _e_ d* c** b](https://x.be) a*", "a\n\n\n\nb", "  a\n   b", "#geen kop", "####### zeven", "1234567890. x", "1.geen", "-geen", "a!b", "![", "![x", "a]b", "\\[x](https://x.be)", "[x\\](https://x.be)",
]  # fmt: skip


def tree(block):
    match block:
        case Text(value):
            return {"type": "text", "value": value}
        case Emphasis(children):
            return {"type": "em", "children": [tree(each) for each in children]}
        case Strong(children):
            return {"type": "strong", "children": [tree(each) for each in children]}
        case Link(target, children):
            return {"type": "link", "target": target, "children": [tree(each) for each in children]}
        case Paragraph(children):
            return {"type": "paragraph", "children": [tree(each) for each in children]}
        case Heading(children):
            return {"type": "heading", "children": [tree(each) for each in children]}
        case ListBlock(ordered, items):
            return {"type": "list", "ordered": ordered, "items": [[tree(each) for each in item] for item in items]}


def by_python(source):
    try:
        return [tree(block) for block in parse_rich_text(source).blocks]
    except RichTextError as error:
        return {"thrown": str(error), "line": error.line}


@pytest.mark.parametrize("source", TEXTS)
def test_text_is_read_or_refused_as_the_build_does(ask, source):
    assert ask("story.parse", source) == by_python(source)


def test_every_long_text_of_the_guide_is_read_as_the_build_does(ask, guide):
    texts = {node.value.source for document in guide.documents for node in walk(document) if isinstance(node.value, RichText)}
    assert len(texts) > 100
    assert [text for text in texts if ask("story.parse", text) != by_python(text)] == []


PIECES = st.sampled_from(["a", "b c", "*", "**", "_", "- ", "1. ", "### ", "# ", "\n", "\n\n", "  ", "    ", "[", "]", "(https://x.be)", "](stap:x)", "<", ">", "`", "!", "\\", "é", "«", "-", "=", ".", "&amp;", "\t", "10.", "\xa0", "\u2003", "&nbsp;", "(", ")", ":", "\"", "'", "~", "+", "#"])


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(PIECES, max_size=14).map("".join))
@example("*a**b*c**")
@example("\xa0\n- ")
def test_any_mixture_of_marks_is_read_as_the_build_does(ask, source):
    assert ask("story.parse", source) == by_python(source)
