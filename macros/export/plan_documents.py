"""The documents that people make from their plan: laid out once, blank as a Word file and as data for the browser."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from macros.export.word import (
    CELL, HELP, KEPT_CELL, PLAN_NAMESPACE, PLAN_PART, WordDocument, bookmark, box, control, for_plans, gap, paragraph, row, row_style, run, table,
)  # fmt: skip
from macros.export.word_tree import BLANK, GAP, GOVERNMENT, Pool, Tree, each, text, when
from macros.guide import budget, model
from macros.guide.blanks import PLACE, for_governments, for_organisations, split
from macros.guide.guide import Guide
from macros.guide.richtext import WEB, Block, Emphasis, Inline, Link, ListBlock, RichText, Strong, Text
from macros.guide.richtext import Heading as TextHeading
from macros.render import scripts

_FORM = model.DocumentForm
_LABEL = "Opschrift"
_SHOWN = "<w:showingPlcHdr/>"
_WIDE = 170  # mm between the margins
_NARROW = frozenset({"datum", "minuten", "klaar", "cijfer", "wanneer", "uren"})

#: What the answers on which a budget is worked out are called in the steps.
BUDGET = budget.ANSWERS | {"estimate": "raming-gekozen-weg"}
_BUDGET_ROWS = (
    ("Loon, voor het gekozen deel van een voltijdse job", "loon"),
    ("Andere kosten", "andere"),
    ("Kosten samen", "samen"),
)
_MEANS_ROWS = (("Eigen middelen", "eigen"), ("Subsidies", "subsidies"), ("Verschil: middelen min kosten", "verschil"))


_KEPT = (
    "In dit bestand zitten alle gegevens van je plan, ook je aantekeningen. Geef het alleen aan wie alles mag lezen.",
    "Verder werken? Open dit bestand op de pagina «Mijn plan», ook nadat je er in Word iets aan veranderde. "
    "De pagina leest terug: antwoorden, acties, en de vakjes en opmerkingen van de checklists. Al de rest niet.",
)
_NOT_READ = "Wat je hieronder in Word verandert, komt niet terug in je plan. Pas het aan op de pagina zelf."
_NOT_KEPT = "In dit bestand zit alleen wat je ziet. De pagina «Mijn plan» kan het niet terug inlezen."


def bookmark_of(sign: str, id: str) -> str:
    """The name of a bookmark. Word knows letters, digits and underscores there, and at most forty."""
    return f"{sign}_{id.replace('-', '_')}"


@dataclass(frozen=True)
class LaidSection:
    id: str
    title: str
    """As a local government reads it."""
    tree: Tree
    organisation: str = ""
    """As another organisation reads it, where that differs."""


@dataclass(frozen=True)
class Laid:
    """One document, laid out; ``word`` holds all of it, the sections are its pieces."""

    item: model.PlanDocument
    word: WordDocument
    sections: tuple[LaidSection, ...]

    @property
    def content(self) -> bytes:
        """The blank Word file."""
        return self.word.content

    @property
    def files(self) -> dict[str, str]:
        return self.word.files

    @property
    def organisation_files(self) -> dict[str, str]:
        return self.word.organisation_files

    @property
    def differs(self) -> bool:
        """Whether an organisation reads other words than a local government."""
        return self.files != self.organisation_files


def lay_out(guide: Guide, item: model.PlanDocument, edition: datetime.date) -> Laid:
    return _Layout(guide, item, edition).laid()


def word_documents(guide: Guide) -> list[model.PlanDocument]:
    """The documents that are Word files."""
    return [item for item in guide.of("documents") if item.file]


class _Layout:
    def __init__(self, guide: Guide, item: model.PlanDocument, edition: datetime.date) -> None:
        self.guide, self.item = guide, item
        self.word = WordDocument(item.title, edition, _words(item.heading), _worded(item.title, item.title_organisation))
        self.questions = {question.id: question for step in guide.steps for question in step.questions}
        self._cited: set[str] = set()

    def laid(self) -> Laid:
        for part in self.item.intro:
            self.word.add(self.part(part))
        sections = []
        for section in self.item.sections:
            tree = [*paragraph(run(_words(section.title)), "Heading1")]
            for part in section.parts:
                tree += self.part(part)
            if all(part.form is _FORM.OUTSIDE for part in section.parts):
                tree = [when("elders", tree)]
            self.word.add(tree)
            names = for_governments(section.title), for_organisations(section.title)
            sections.append(LaidSection(section.id, names[0], tree, names[1] if names[1] != names[0] else ""))
        return Laid(self.item, self.word, tuple(sections))

    def part(self, part: model.DocumentPart) -> Tree:
        made = getattr(self, f"_{part.form.name.lower()}")(part)
        if part.lead:
            made = [*paragraph(run(_words(part.lead)), _LABEL), *made]
        return made

    # --- the forms ---

    def _text(self, part: model.DocumentPart) -> Tree:
        assert part.text is not None
        notes: Tree = []
        for number, ref in enumerate(part.sources):
            notes += ([*run(",", style="FootnoteReference")] if number else []) + self.word.note(self._reference(ref))
        found: Tree = []
        for index, block in enumerate(part.text.blocks):
            found += self._block(block, notes if index == len(part.text.blocks) - 1 else [])
        return found

    def _answer(self, part: model.DocumentPart) -> Tree:
        question = self.questions[part.question or ""]
        return [*self._asked(part, f"a.{question.id}"), *_answer_control(question)]

    def _table(self, part: model.DocumentPart) -> Tree:
        question = self.questions[part.question or ""]
        return [*self._asked(part, f"t.{question.id}"), *_rows(question, part.columns, part.room or 4)]

    def _asked(self, part: model.DocumentPart, key: str) -> Tree:
        """On the blank document stands what is asked; in a filled-in one only above a gap that nothing else names."""
        question = self.questions[part.question or ""]
        asked = paragraph(run(_worded(question.label, question.label_organisation)), HELP)
        unnamed = self.item.file and not part.lead
        return [when(BLANK, asked, [when(key, [], asked)] if unnamed else [])]

    def _checklist(self, part: model.DocumentPart) -> Tree:
        step = self.guide.get("steps", part.step or "")
        return _checklist(step)

    def _actions(self, part: model.DocumentPart) -> Tree:
        return _actions(part.room or 6, marked=self.item.carries_plan)

    def _not_read(self) -> Tree:
        """Where a file carries the plan: that a change here does not come back."""
        return [when(BLANK, [], [when("plan.gegevens", paragraph(run(_NOT_READ), HELP))])] if self.item.carries_plan else []

    def _scores(self, part: model.DocumentPart) -> Tree:
        assert part.side is not None
        names = [barrier.title for barrier in self.guide.barriers if barrier.side is part.side]
        widths = (70, 22, 26, 22, 30)
        head = [run(word, bold=True) for word in ("Drempel", "Veel", "Een beetje", "Niet", "Weten we niet")]
        counts = [paragraph(run([["+", key]]), CELL) for key in ("veel", "beetje", "niet", "onbekend")]
        empty: Tree = []
        for place, name in enumerate(names):
            empty += row([paragraph(run(name), row_style(place, len(names))), *([paragraph([], CELL)] * 4)], widths)
        scored = row([paragraph(run([["+", "naam"]]), CELL), *counts], widths)
        missing = row([paragraph(gap(), CELL), *([paragraph([], CELL)] * 4)], widths)
        side = "kinderen en gezinnen" if part.side is model.Side.DEMAND else "aanbieders"
        return self._not_read() + table(f"Hoe zwaar drempels wegen bij {side}", widths, [when(BLANK, empty, [each(f"d.{part.side}", scored, missing)])], head)

    def _budget(self, part: model.DocumentPart) -> Tree:
        widths = (90, 38, 42)
        years = [*run("Voor alle jaren", bold=True), when("b.jaren", run([" (", ["+", "b.jaren"], " jaar)"], bold=True))]
        rows: Tree = []
        for label, key in _BUDGET_ROWS:
            bold = key == "samen"
            rows += row(
                [paragraph(run(label, bold=bold), KEPT_CELL), *(_amount(f"b.{key}.{per}", label, bold) for per in ("jaar", "totaal"))], widths
            )
        for label, key in _MEANS_ROWS:
            style = KEPT_CELL if (label, key) != _MEANS_ROWS[-1] else CELL
            rows += row([paragraph(run(label), style), paragraph([], CELL), _amount(f"b.{key}", label, False)], widths)
        rows.append(when("b.raming", row(
            [paragraph(run("Raming van de dienst voor de gekozen weg, per jaar"), CELL), _amount("b.raming", "Raming", False), paragraph([], CELL)], widths
        )))  # fmt: skip
        head = [run("In euro", bold=True), run("Per jaar", bold=True), years]
        return self._not_read() + table("Wat het kost en wie het betaalt", widths, rows, head)

    def _fields(self, part: model.DocumentPart) -> Tree:
        widths = (50, 120)
        rows: Tree = []
        for number, label in enumerate(part.labels):
            style = row_style(number, len(part.labels))
            place = f"veld.{for_governments(label)}"
            write = control(place, _words(label), "<w:text/>", gap(), _SHOWN)
            rows += row([paragraph(run(_words(label), bold=True), style), paragraph(write, CELL)], widths)
        return table(_named(self.item.title, self.item.title_organisation), widths, rows)

    def _step(self, part: model.DocumentPart) -> Tree:
        """All questions of a step and its checklist; bookmarks say where each begins, so that edited text can be read back."""
        step = self.guide.get("steps", part.step or "")
        found: Tree = []
        for question in step.questions:
            found += paragraph(run(_worded(question.label, question.label_organisation)), "Heading2", bookmark(bookmark_of("k", question.id)))
            mark = bookmark(bookmark_of("v", question.id))
            if question.kind is model.QuestionKind.TABLE:
                found += _rows(question, (), 3, mark)
            else:
                found += _answer_control(question, mark)
        found += paragraph(run("Checklist"), "Heading2", bookmark(bookmark_of("k", f"checklist-{step.number}")))
        return [*found, *_checklist(step, bookmark(bookmark_of("c", str(step.number))))]

    def _outside(self, part: model.DocumentPart) -> Tree:
        return [*self._not_read(), each("elders", [*paragraph(run([["=", "naam"]]), "Heading2"), each("regels", paragraph(run([["+", "r"]])))])]

    def _kept(self, part: model.DocumentPart) -> Tree:
        return [when(BLANK, [], [when("plan.gegevens", _boxed(_KEPT), paragraph(run(_NOT_KEPT), HELP))])]

    # --- long text ---

    def _block(self, block: Block, notes: Tree) -> Tree:
        if isinstance(block, ListBlock):
            style = "ListNumber" if block.ordered else "ListBullet"
            found: Tree = []
            for number, item in enumerate(block.items):
                last = notes if number == len(block.items) - 1 else []
                for child in item:
                    assert not isinstance(child, ListBlock)
                    found += paragraph([*self._inlines(child.children), *last], style)
            return found
        style = "Heading2" if isinstance(block, TextHeading) else ""
        return paragraph([*self._inlines(block.children), *notes], style)

    def _inlines(self, children: Sequence[Inline], bold: bool = False, italic: bool = False) -> Tree:
        found: Tree = []
        for child in children:
            if isinstance(child, Text):
                found += self._marked(child.value, bold, italic)
            elif isinstance(child, Link):
                found += self._inlines(child.children, bold, italic)
                found += run(f" ({child.target})") if WEB.match(child.target) else []
            else:
                found += self._inlines(child.children, bold or isinstance(child, Strong), italic or isinstance(child, Emphasis))
        return found

    def _marked(self, words: str, bold: bool, italic: bool) -> Tree:
        found: Tree = []
        for piece in split(words):
            if isinstance(piece, str):
                found += run(piece, bold=bold, italic=italic)
            elif piece.answer:
                key = f"i.{piece.answer}"
                label = _alias(self.questions[piece.answer]) if piece.answer != PLACE else "Naam van de gemeente of organisatie"
                inside = when(key, run([["=", key]], bold=bold, italic=italic), gap())
                found += control(piece.answer, label, "<w:text/>", [inside], [when(key, [], [_SHOWN])])
            else:
                found.append(when(GOVERNMENT, *(run(word, bold=bold, italic=italic) if word else [] for word in piece.words)))
        return found

    def _reference(self, ref: model.SourceRef) -> str:
        """A source in full the first time, then by its short name."""
        source = self.guide.get("sources", ref.source)
        place = f", {ref.place}" if ref.place else ""
        if source.id in self._cited:
            return f"{source.short}{place}."
        self._cited.add(source.id)
        address = f" {source.url}" if source.url else ""
        return f"{source.author}, “{source.title}”, {source.date}{place}.{address}"


def _words(words: str) -> Tree:
    """A heading: text with what follows the employer, and answers without a control."""
    found: Tree = []
    for piece in split(words):
        if isinstance(piece, str):
            found.append(_escaped(piece))
        elif piece.answer:
            found.append(["=", f"i.{piece.answer}"])
        else:
            found.append(when(GOVERNMENT, *([_escaped(word)] for word in piece.words)))
    return found


def _worded(government: str, organisation: str | None) -> Tree:
    """The words for who hires."""
    return [when(GOVERNMENT, [_escaped(government)], [_escaped(organisation)]) if organisation else _escaped(government)]


def _named(government: str, organisation: str | None, most: int = 60) -> Tree:
    """The same inside an attribute; the name of a control may have sixty characters."""
    words = text(government[:most])
    return [when(GOVERNMENT, [words], [text(organisation[:most])]) if organisation else words]


def _alias(question: model.Question) -> Tree:
    """What a place for an answer is called."""
    return _named(question.label, question.label_organisation)


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _answer_control(question: model.Question, mark: Tree | None = None) -> Tree:
    """The place for one answer: a control around its paragraphs."""
    key = f"a.{question.id}"
    before = [when("eerste", mark)] if mark else []
    filled = each(key, paragraph(run([["+", "r"]]), "", before), paragraph(gap(), "", mark or []))
    return control(question.id, _alias(question), "", [filled], [when(key, [], [_SHOWN])])


def _rows(question: model.Question, only: Sequence[str], room: int, mark: Tree | None = None) -> Tree:
    """The rows of a table; a row that somebody filled in has a line for each line of a cell."""
    columns = [column for column in question.columns if not only or column.id in only]
    widths = _widths([column.label for column in columns])
    head = [run(column.label, bold=True) for column in columns]
    if mark:
        head[0] = [*mark, *head[0]]
    cells = [[each(f"c.{column.id}", paragraph(run([["+", "r"]]), CELL), paragraph([], CELL))] for column in columns]
    empty, kept = (row([paragraph([], style)] * len(columns), widths) for style in (CELL, KEPT_CELL))
    missing = row([paragraph(gap(), CELL), *([paragraph([], CELL)] * (len(columns) - 1))], widths)
    return table(_named(question.label, question.label_organisation, 250), widths, [each(f"t.{question.id}", row(cells, widths), [when(BLANK, [*kept * (room - 1), *empty], missing)])], head)


def _checklist(step: model.Step, mark: Tree | None = None) -> Tree:
    widths = (15, 13, 92, 50)
    rows: Tree = []
    for place, item in enumerate(step.checklist):
        key = f"k.{item.number}"
        rows += row(
            [
                paragraph(box(f"checklist.{item.number}", _named(item.text, item.text_organisation), f"{key}.gedaan"), row_style(place, len(step.checklist))),
                paragraph(run(item.number), CELL),
                paragraph([*run(_worded(item.text, item.text_organisation)), when(f"{key}.nvt", run(" (niet van toepassing)", italic=True))], CELL),
                paragraph([when(f"{key}.nota", run([["+", f"{key}.nota"]]))], CELL),
            ],
            widths,
        )
    head = [[*(mark or []), *run("Klaar", bold=True)], *(run(word, bold=True) for word in ("Nr.", "Wat", "Opmerking"))]
    return table(f"Checklist van stap {step.number}", widths, rows, head)


def _actions(room: int, *, marked: bool) -> Tree:
    """``marked`` puts a bookmark at the table, and one at every row, so that a changed row is known when it is read back."""
    widths = (77, 40, 35, 18)
    mark = bookmark(bookmark_of("d", "acties")) if marked else []
    head = [[*(mark if number == 0 else []), *run(word, bold=True)] for number, word in enumerate(("Wat", "Wie", "Tegen wanneer", "Klaar"))]

    def line(cells: Sequence[Tree], ticked: str) -> Tree:
        return row([*cells, paragraph(box("actie", "Klaar", ticked), CELL)], widths)

    own: Tree = ['<w:bookmarkStart w:id="', ["#"], '" w:name="r_', ["+", "rij"], '"/><w:bookmarkEnd w:id="', ["@"], '"/>'] if marked else []
    filled = line([paragraph(run([["+", key]]), CELL, own if key == "wat" else []) for key in ("wat", "wie", "wanneer")], "klaar")
    empty, kept = (line([paragraph([], style)] * 3, "") for style in (CELL, KEPT_CELL))
    missing = line([paragraph(gap(), CELL), paragraph([], CELL), paragraph([], CELL)], "")
    return table("Wie doet wat tegen wanneer", widths, [each("acties", filled, [when(BLANK, [*kept * (room - 1), *empty], missing)])], head)


def _boxed(lines: Sequence[str]) -> Tree:
    """What must be seen on the first page."""
    cell: Tree = []
    for line in lines:
        cell += paragraph(run(line, bold=True), CELL)
    return table("Wat er in dit bestand zit", (_WIDE,), row([cell], (_WIDE,)))


def _amount(key: str, label: str, bold: bool) -> Tree:
    inside = when(key, run([["=", key]], bold=bold), gap())
    return paragraph(control(key, label, "<w:text/>", [inside], [when(key, [], [_SHOWN])]), "Bedrag")


def _widths(labels: Sequence[str]) -> tuple[int, ...]:
    """Columns for dates and numbers are narrow, the others share what is left."""
    weights = [6 if label.lower().strip("?.,") .split(",")[0] in _NARROW else 10 for label in labels]
    widths = [_WIDE * weight // sum(weights) for weight in weights]
    widths[-1] += _WIDE - sum(widths)
    return tuple(widths)


# --- for the browser ---


class PlanParts:
    """What the pages of the plan load to make the documents: the same trees, and what they must know of the questions."""

    def __init__(self, guide: Guide, edition: datetime.date) -> None:
        self._guide, self._edition = guide, edition

    @cached_property
    def laid(self) -> tuple[Laid, ...]:
        return tuple(lay_out(self._guide, item, self._edition) for item in self._guide.of("documents"))

    @cached_property
    def script(self) -> tuple[str, bytes]:
        """The name and content of the script that holds the parts."""
        content = f"(window.gids.word = window.gids.word || {{}}).parts = {json.dumps(self.parts(), ensure_ascii=False, separators=(',', ':'))};\n".encode()
        return scripts.file_name("plan-word-parts", content), content

    def parts(self) -> dict[str, Any]:
        own = ("docProps/core.xml", "word/document.xml", "word/footer.xml", "word/footnotes.xml")
        files = [laid for laid in self.laid if laid.item.file]
        plain, carrying = files[0].word.parts(), files[0].word.parts(plan=True)
        documents = {laid.item.id: self._document(laid, own) for laid in self.laid}
        pool = Pool(list(_trees(documents)))
        documents = _packed(documents, pool)
        return {
            "gap": GAP,
            "order": list(carrying),
            "shared": {name: part for name, part in plain.items() if name not in own},
            "carrying": {name: part for name, part in carrying.items() if part != plain.get(name)},
            "documents": documents,
            "pool": pool.entries,
            "planPart": PLAN_PART,
            "namespace": PLAN_NAMESPACE,
            "barriers": {barrier.id: [barrier.title, barrier.side] for barrier in self._guide.barriers},
            "budget": BUDGET,
        }

    def _document(self, laid: Laid, own: Sequence[str]) -> dict[str, Any]:
        item, word = laid.item, laid.word
        whole = word.parts()["word/document.xml"]
        start = len(whole) - 1 - sum(len(section.tree) for section in laid.sections)
        found: dict[str, Any] = {
            "title": item.title,
            "sections": [
                {"id": section.id, "title": section.title, "tree": for_plans(section.tree)} | _also("organisation", section.organisation)
                for section in laid.sections
            ],
            "notes": list(word.notes),
        }
        if item.file:
            parts = word.parts()
            found |= {
                "file": item.file,
                "own": {name: parts[name] for name in own if name != "word/document.xml"},
                "head": for_plans(whole[:start]),
                "foot": whole[-1],
            }
        if item.subject:
            found["subject"] = for_plans(_words(item.subject))
        found |= _also("titleOrganisation", item.title_organisation) | _also("fileOrganisation", item.file_organisation)
        return found | ({"carries": True} if item.carries_plan else {})


def _also(name: str, value: str | None) -> dict[str, str]:
    return {name: value} if value else {}


def _trees(documents: dict[str, Any]) -> Iterator[Tree]:
    for document in documents.values():
        yield document.get("head", [])
        yield document.get("subject", [])
        for section in document["sections"]:
            yield section["tree"]


def _packed(documents: dict[str, Any], pool: Pool) -> dict[str, Any]:
    """The documents with what they share taken out."""
    return {
        id: document
        | {name: pool.packed(document[name]) for name in ("head", "subject") if name in document}
        | {"sections": [section | {"tree": pool.packed(section["tree"])} for section in document["sections"]]}
        for id, document in documents.items()
    }


__all__ = ["Laid", "LaidSection", "PlanParts", "bookmark_of", "lay_out", "word_documents"]
