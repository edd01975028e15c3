"""Whatever is wrong with a story, the form says it in the words of the command line: same line, same field, same sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from macros.guide.checks import CHECKS
from macros.guide.guide import Guide
from macros.guide.kinds import BY_NAME, KINDS
from macros.guide.loading import _Loading, _read
from macros.guide.sentences import SENTENCES
from macros.guide.yamlfile import read_yaml
from tests.form.stories import FULL, LEAST, filled, typed


def without(name, raw=FULL):
    return {key: value for key, value in raw.items() if key != name}


def with_row(name, *rows, raw=LEAST):
    return {**raw, name: list(rows)}


def prose(text):
    return filled(FULL, ("approach", "text"), text)


PUBLISHED = {**FULL, "made_from": "gepubliceerde-bronnen"}
OWN = FULL["own_sources"][0]

#: One fault each, as somebody could make it in the form.
BROKEN = {
    "almost-nothing-filled-in": {"municipality": "Testgem"},
    "no-title": without("title"),
    "no-summary": without("summary"),
    "no-municipality": without("municipality"),
    "no-card": without("card"),
    "half-a-card": {**FULL, "card": {"context": "Alleen dit."}},
    "no-context": without("context"),
    "context-of-white-space": {**FULL, "context": [{"title": "  ", "text": "\n\t"}]},
    "no-approach": without("approach"),
    "point-without-heading": with_row("worked", {"text": "Tekst zonder kop."}),
    "point-without-text": with_row("worked", {"title": "Kop zonder tekst"}),
    "second-point-wrong": with_row("lessons", {"title": "Goed", "text": "Goed."}, {"title": "Slecht"}),
    "empty-row-before-a-wrong-one": with_row("lessons", {}, {"title": "Slecht"}),
    "no-consent-to-the-licence": without("licence"),
    "not-said-what-it-is-made-from": without("made_from"),
    "no-author": without("author"),
    "no-date": without("written"),
    "date-in-words": {**FULL, "written": "1 maart 2026"},
    "date-that-does-not-exist": {**FULL, "written": "2026-02-30"},
    "date-in-the-year-nought": {**FULL, "checked": "0000-01-01"},
    "checked-before-it-was-written": {**FULL, "checked": "2025-01-01"},
    "summary-too-long": {**FULL, "summary": "é" * 201},
    "title-too-long": {**FULL, "title": "😀" * 401},
    "short-name-of-a-source-too-long": filled(FULL, ("own_sources", "short"), "x" * 61),
    "line-end-in-a-line": {**FULL, "title": "een\ntwee"},
    "html-in-a-line": {**FULL, "title": "<b>vet</b>"},
    "bell-in-a-line": {**FULL, "title": "bel\x07"},
    "turned-text-in-a-line": {**FULL, "author": "a\u202eb"},
    "bell-in-prose": prose("een\nbel\x07"),
    "html-in-prose": prose("Eerst dit.\n\n<script>alert(1)</script>"),
    "html-inside-a-sentence": prose("Een <b>vet</b> woord."),
    "image": prose("![alt](https://x.be/a.png)"),
    "code-block": prose("Zo:\n\n```\ncode\n```"),
    "code-in-a-sentence": prose("Zo: `code`."),
    "indented-line": prose("Zo:\n\n    code"),
    "quote-block": prose("Iemand zei:\n\n> iets"),
    "rule": prose("een\n\n***\n\ntwee"),
    "forced-line-end": prose("een  \ntwee"),
    "large-heading": prose("# Kop"),
    "underlined-heading": prose("Kop\n---"),
    "empty-heading": prose("###"),
    "empty-list-item": prose("- een\n-\n- drie"),
    "list-in-list-in-list": prose("- a\n  - b\n    - c"),
    "javascript-link": prose("[klik](javascript:alert(1))"),
    "http-link": prose("[klik](http://x.be)"),
    "link-without-text": prose("[](https://x.be)"),
    "link-to-a-misspelt-step": prose("Zie\n\n[stap](stap:situatie-in-kart)"),
    "link-to-an-unknown-story": prose("[x](verhaal:bestaat-niet)"),
    "link-to-the-example": prose("[x](verhaal:voorbeeld)"),
    "link-to-an-unknown-part": prose("[x](verhaal:kortrijk#bestaat-niet)"),
    "link-to-an-unknown-part-of-itself": prose("[x](verhaal:testgem#een-kip)"),
    "link-to-an-unknown-page": prose("[x](pagina:hulpje)"),
    "link-to-an-unknown-barrier": prose("[x](drempel:volzt)"),
    "amount-with-a-separator": filled(FULL, ("budget", "amount"), "31.000"),
    "amount-below-nought": filled(FULL, ("budget", "amount"), "-5"),
    "amount-without-source": with_row("budget", {"label": "Loon", "amount": "5"}),
    "figure-without-source": with_row("figures", {"label": "Kinderen", "value": "5"}),
    "row-with-only-an-amount": with_row("budget", {"amount": "31000"}),
    "strategy-not-chosen": with_row("strategies", {"use": "ja", "how": "Zo."}),
    "strategy-without-use": with_row("strategies", {"strategy": "toeleiding", "how": "Zo."}),
    "barrier-without-how": with_row("barriers", {"barrier": "volzet"}),
    "strategy-twice": with_row("strategies", *({"strategy": "toeleiding", "use": "ja", "how": "Zo."},) * 2),
    "barrier-twice": with_row("barriers", *({"barrier": "volzet", "how": "Zo."},) * 3),
    "audience-twice": {**FULL, "audiences": ["kinderen", "armoede", "kinderen"]},
    "view-without-consent": with_row("views", {"text": "Goed.", "role": "ouder"}),
    "view-without-role": with_row("views", {"text": "Goed.", "consent": "gegeven"}),
    "published-view-without-document": with_row("views", {"text": "Goed.", "role": "ouder", "consent": "gepubliceerde-bron"}),
    "published-story-without-sources": {**LEAST, "made_from": "gepubliceerde-bronnen"},
    "published-story-with-one-point-without-source": {**PUBLISHED, "worked": [{"title": "Kop", "text": "Tekst."}]},
    "own-source-half-filled-in": {**FULL, "own_sources": [{"key": "@1", "title": "Alleen een titel"}]},
    "own-source-at-a-wrong-address": filled(FULL, ("own_sources", "url"), "www.testgem.be"),
    "own-source-never-cited": {**FULL, "own_sources": [OWN, {**OWN, "key": "@2", "short": "Andere"}]},
    "source-that-was-taken-out": with_row("budget", {"label": "Loon", "amount": "5", "sources": [{"source": "@9", "place": "blz. 1"}]}),
    "source-from-an-older-draft": with_row("sources", {"source": "bestaat-niet-meer"}),
    "barrier-from-an-older-draft": with_row("barriers", {"barrier": "volzett", "how": "Zo."}),
    "step-from-an-older-draft": with_row("steps", {"step": "korte-noot", "how": "Zo."}),
    "choice-from-an-older-draft": {**FULL, "size_class": "kleiner"},
    "mail-address": prose("Mail naar jan.janssens@testgem.be."),
    "telephone": {**FULL, "share": "bel 0470 12 34 56"},
    "first-name-with-age": filled(FULL, ("worked", "title"), "Fatima (9 jaar) deed mee"),
    "address": {**FULL, "unknown": ["Wie woont in de Kerkstraat 12"]},
    "letter-that-cannot-be-printed": prose("Eerst.\n\nSơn → سلام عليكم en \ue0e0"),
    "letter-in-a-line-that-cannot-be-printed": {**FULL, "partners": [{"name": "Cafe\u0301 Ĉiam ⇒ ﬁets"}]},
    "letter-in-a-list-that-cannot-be-printed": {**FULL, "target_groups": ["goed", "漢"]},
    "larger-than-a-file-may-be": prose("x" * 530_000),
    "almost-larger-than-a-file-may-be": prose("x" * 510_000 + " jan@x.be"),
    "all-at-once": {**FULL, "title": "<b>", "written": "gisteren", "card": {}, "worked": [{"text": "# Kop"}], "budget": [{"amount": "veel"}]},
}  # fmt: skip


_ORDER = [kind.name for kind in KINDS]


def by_form(ask, raw):
    answer = ask("story.check", raw)
    path = f"data/stories/{answer['file']}"
    lines = []
    for problem in answer["problems"]:
        text = f"{problem['where']}: {problem['message']}" if problem["where"] else problem["message"]
        lines.append(f"{path}:{problem['line']}: {'let op: ' if problem['notice'] else ''}{text}")
    return answer, lines


def _folder(document):
    """The kind in whose files a document stands: own sources stand in stories."""
    return document.file.path.split("/")[1].removesuffix(".yml")


def by_command_line(guide, folder, answer):
    """What `check` says of this file among the others, without reading those again."""
    path = f"data/stories/{answer['file']}"
    file = folder / answer["file"]
    file.write_bytes(answer["text"].encode())
    loading = _Loading()
    _read(BY_NAME["stories"], file, path, loading)
    documents = sorted((*guide.documents, *loading.documents), key=lambda each: (_ORDER.index(_folder(each)), each.file.path))
    whole = Guide(tuple(documents), frozenset(loading.unreadable))
    found = {problem for check in CHECKS for problem in check(whole)} | set(loading.problems)
    return [str(problem) for problem in sorted(found) if problem.path == path]


@pytest.mark.parametrize("name", BROKEN)
def test_form_and_command_line_say_the_same(ask, guide, tmp_path, name):
    answer, said = by_form(ask, BROKEN[name])
    assert said == by_command_line(guide, tmp_path, answer)
    assert said, "this story is not broken"


BROKEN_FILES = sorted((Path(__file__).parents[1] / "guide" / "broken-stories").glob("*.yml"))


def test_broken_files_that_a_form_can_express_get_the_same_sentences(ask, guide, tmp_path):
    """The stories that contributors break by hand, typed into the form as far as it lets them."""
    compared = 0
    for file in BROKEN_FILES:
        read = read_yaml(file, file.name)
        if read.problems or not isinstance(read.data, dict):
            continue
        answer, said = by_form(ask, {**typed(read.data), "municipality": "Testgem"})
        assert said == by_command_line(guide, tmp_path, answer), file.name
        compared += 1
    assert compared >= 20


def test_the_broken_stories_hear_every_sentence_that_a_form_can_cause(ask):
    """A sentence that no broken story causes would be one that nobody has compared."""
    said = "\n".join(line for raw in BROKEN.values() for line in by_form(ask, raw)[1])
    #: Lists are never too short and numbers never too small in a form; the rest are parts of others, or cannot be typed.
    unheard = {"too_few", "too_small", "slug", "wrong_form", "cannot", "other_markup", "marks_too_deep", "html_block", "withdrawn"}
    first_words = {name: sentence.split("{")[0].strip() or sentence.rpartition("}")[2].strip(" .") for name, sentence in SENTENCES.items()}
    assert sorted(name for name, words in first_words.items() if words not in said and name not in unheard) == []


#: Which characters exist differs between editions of Unicode, and so between Python and the browser.
KNOWN = st.characters(exclude_categories=["Cn", "Co", "Cs"])
WORDS = st.text(KNOWN, max_size=30) | st.sampled_from(["", "<b>", "jan@x.be", "een\ntwee", "# kop", "[x](stap:x)", "2026-13-01", "toeleiding", "volzet", "ja"])


@pytest.mark.slow
@settings(max_examples=10, derandomize=True, database=None, deadline=None, phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck))
@given(st.fixed_dictionaries({
    "title": WORDS, "summary": WORDS, "written": WORDS, "size_class": WORDS, "target_groups": st.lists(WORDS, max_size=3),
    "worked": st.lists(st.fixed_dictionaries({"title": WORDS, "text": WORDS}), max_size=3),
    "strategies": st.lists(st.fixed_dictionaries({"strategy": WORDS, "use": WORDS, "how": WORDS}), max_size=2),
}))  # fmt: skip
def test_form_and_command_line_say_the_same_about_anything(ask, guide, tmp_path, typed):
    answer, said = by_form(ask, {**FULL, **typed})
    assert said == by_command_line(guide, tmp_path, answer)
