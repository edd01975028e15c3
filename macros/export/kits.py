"""Workshop kits on paper: what the leader needs, then every sheet as many times as the group needs it, in print order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from macros.export import blocks as b
from macros.export.blocks import Block
from macros.export.chapters import Chapters
from macros.export.sheets import CARDS_ON_A_PAGE, Sheet, Sheets
from macros.guide import approach, labels, model, workshops
from macros.render import dutch

_NOTES: Block = {"b": "rest", "title": "Notities"}
_WITH_NOTES = (model.SheetKind.QUESTIONS, model.SheetKind.AGENDA)
_SIZES = {model.SheetKind.CASES: 13, model.SheetKind.QUESTIONS: 12, model.SheetKind.STRATEGIES: 10}
_PRINTING = "Druk de stapel op één kant af, op ware grootte (100 %). De bladen liggen in de volgorde waarin je ze nodig hebt."
#: Rows to score that are kept on one page.
_ON_A_PAGE = 20


class Kit:
    """One version of a workshop for a number of people; ``case`` is the one to use where the leader chooses."""

    def __init__(
        self, sheets: Sheets, material: model.Material, variant: model.Variant, people: int | None = None, case: str | None = None
    ) -> None:
        self.guide, self.sheets, self.material, self.variant = sheets.guide, sheets, material, variant
        self.people = people or material.group_best
        self.case = case
        self.chapters = Chapters(self.guide)
        self._footer = f"Workshop van {variant.minutes} minuten"
        self.pile = workshops.printables(self.guide, material, variant)

    def paper(self) -> list[Sheet]:
        """The whole pile."""
        found = [self._leader(), *(sheet for printable in self.pile for sheet in self._to_choose(printable.sheet))]
        for printable in self.pile:
            copies = workshops.copies(printable.print, self.people, self.material.table_size)
            found += self.sheet(printable.sheet) * workshops.papers(printable.sheet, copies)
        return found

    def deck(self) -> list[dict[str, Any]]:
        """The slides of the version, each with what the leader says and does."""
        moments = {id: moment for moment in workshops.timetable(self.material, self.variant) for id in moment.activity.slides}
        found = []
        for slide in workshops.slides(self.material, self.variant):
            moment = moments[slide.id]
            notes = [f"{moment.activity.title}, minuut {moment.start} tot {moment.end}.", slide.notes.plain]
            if slide.id == moment.activity.slides[0]:
                notes += ["Dit kan je zeggen:", *(f"“{sentence}”" for sentence in moment.activity.say)]
            place = self.sheets.place(self.material, "slides", self.material.slides.index(slide), "title")
            found.append({"title": slide.title, "bullets": workshops.bullets(self.guide, slide), "notes": notes, "place": place})
        found[0]["notes"].append("Je mag deze dia’s aanpassen, ook met je eigen logo. Vermeld dan deze gids als bron.")
        return found

    # --- for the leader ---

    def _leader(self) -> Sheet:
        material, variant = self.material, self.variant
        tables = -(-self.people // material.table_size)
        rows = [
            ("Doel", material.aim),
            ("Voor wie", material.for_whom),
            ("Groep", f"{self.people} deelnemers, {tables} {'tafels' if tables > 1 else 'tafel'}. Het kan met {material.group_min} tot {material.group_max}, het best met {material.group_best}."),
            ("Wie begeleidt", material.leaders),
            ("Zaal", material.room),
        ]
        content: list[Block] = [b.lead(material.summary), b.facts(rows)]
        content += [b.together([b.heading(2, "Verloop"), b.line(variant.summary), self._timetable()])]
        content += [b.together([b.heading(2, "Wat in deze stapel zit"), b.line(_PRINTING), self._counts()])]
        content += [b.together([b.heading(2, "Wat je meebrengt"), self._things()])]
        content += [b.heading(2, "Wat je vooraf doet"), b.options(material.before.lines)]
        content.append(b.heading(2, "Onderdeel per onderdeel"))
        for moment in workshops.timetable(material, variant):
            content += self._moment(moment)
        if material.replies:
            content.append(b.heading(2, "Als iemand zegt …"))
        for reply in material.replies:
            content += [b.heading(3, f"“{reply.hears}”"), b.box("kort", [b.bullets(reply.say)], "Dan kan je zeggen")]
            content += [b.line(reply.background)] if reply.background else []
            content += b.source(self.guide, reply)
        content += [b.heading(2, "Let op"), *self.chapters.points(material.pitfalls, 3, "kit")]
        content += self._keys()
        content += self.chapters.point(material.online, 2, "kit")
        content += [b.heading(2, "Wat je achteraf doet"), b.options(material.after.lines)]
        content += [b.together([b.heading(2, "Wat je dan hebt"), b.bullets(material.yields)])]
        content += [*b.source(self.guide, material), b.small("Je mag deze workshop aanpassen, ook met je eigen logo. Vermeld dan deze gids als bron.")]
        return self.sheets.sheet(
            material.title, content, kicker=f"Workshop van {variant.minutes} minuten · draaiboek voor de begeleider",
            footer=self._footer, place=self.sheets.place(material), size=10.5, page=("materials", material.id),
        )  # fmt: skip

    def _timetable(self) -> Block:
        rows = [
            (f"{moment.start}–{moment.end}", "", f"{moment.slot.minutes} min", moment.activity.title, moment.slot.note or "")
            for moment in workshops.timetable(self.material, self.variant)
        ]
        return b.table(("Minuut", "Uur", "Duur", "Onderdeel", "Hoe"), rows, widths=(4, 3, 4, 12, 18), height=0)

    def _counts(self) -> Block:
        rows = []
        for printable in self.pile:
            entry = printable.print
            copies = workshops.copies(entry, self.people, self.material.table_size)
            remarks = [entry.only_if] if entry.only_if else []
            if printable.sheet.choose_one:
                remarks.append(f"«{self._chosen(printable.sheet)[0].title}». De andere zitten er één keer bij, om zelf te kopiëren.")
            if printable.sheet.halves:
                remarks.append(f"Twee op een blad, dus {workshops.papers(printable.sheet, copies)} keer. Knip ze door.")
            if (parts := self._parts(printable.sheet)) > 1:
                remarks.append(f"Telkens {parts} bladen.")
            rows.append((printable.sheet.title, f"{entry.count} {labels.COUNTED_BY[entry.per]}", str(copies), " ".join(remarks)))
        if not any(row[3] for row in rows):
            return b.table(("Blad", "Hoeveel", "Samen"), [row[:3] for row in rows], widths=(6, 5, 2), height=0)
        return b.table(("Blad", "Hoeveel", "Samen", "Let op"), rows, widths=(6, 5, 2, 6), height=0)

    def _parts(self, sheet: model.Sheet) -> int:
        """How many sheets of paper one copy takes, where that is more than one by its nature."""
        if sheet.kind is model.SheetKind.CARDS:
            return -(-len(self.sheets.cards_of(sheet)["faces"]) // CARDS_ON_A_PAGE)
        return len(self._chosen(sheet))

    def _things(self) -> Block:
        rows = [
            (thing.title, str(workshops.copies(thing, self.people, self.material.table_size)), thing.note or "")
            for thing in workshops.things(self.material, self.variant)
        ]
        return b.table(("Wat", "Samen", "Waarvoor"), rows, widths=(7, 2, 9), height=0)

    def _moment(self, moment: workshops.Moment) -> list[Block]:
        activity = moment.activity
        titles = {printable.sheet.id: printable.sheet.title for printable in self.pile}
        titles |= {thing.id: thing.title for thing in self.material.bring}
        used = [titles[id] for id in activity.materials if id in titles]
        slides = [slide.title for slide in self.material.slides if slide.id in activity.slides]
        found = [b.heading(3, f"Minuut {moment.start} tot {moment.end}: {activity.title}")]
        if moment.slot.note:
            found.append(b.small(moment.slot.note, keep=True))
        needed = [f"Nodig: {dutch.listed(used)}"] if used else []
        if slides:
            needed.append(f"{'Dia’s' if len(slides) > 1 else 'Dia'}: {dutch.listed(slides)}")
        if needed:
            found.append(b.small(" ".join(needed), keep=True))
        said = b.box("kort", [b.bullets(activity.say)], "Dit kan je zeggen")
        return [*found, self.chapters.prose(activity.do, 4), said, *b.source(self.guide, activity)]

    def _keys(self) -> list[Block]:
        """Which barriers each story holds, whichever is chosen, and what the answers on cards say: for the leader's eyes."""
        found: list[Block] = []
        for printable in self.pile:
            for case in printable.sheet.cases:
                if case.barriers:
                    found.append(b.heading(3, f"Welke drempels zitten in «{case.title}»?"))
                found += [
                    b.entry(self.guide.get("barriers", entry.id).title, entry.reason) for entry in case.barriers
                ]
            if printable.sheet.strategy_questions:
                signs = ", ".join(f"{sign} {words} de strategie" for sign, words in approach.SIGNS.values())
                found += [b.heading(3, f"Wat de antwoorden op «{printable.sheet.title}» zeggen"), b.line(f"{signs}.", keep=True)]
                asked = (self.guide.get("strategy-questions", id) for id in printable.sheet.strategy_questions)
                found += self.sheets.strategy_questions(asked, level=4)
        return [b.heading(2, "Alleen voor jou"), *found] if found else []

    # --- for the participants ---

    def sheet(self, sheet: model.Sheet) -> list[Sheet]:
        """A sheet as it is handed out."""
        if sheet.kind is model.SheetKind.CARDS:
            return [self.sheets.cards_of(sheet)]
        if sheet.kind is model.SheetKind.CASES:
            return [self._case(sheet, case) for case in self._chosen(sheet)]
        content = [*([b.lead(sheet.intro)] if sheet.intro else []), *self._body(sheet)]
        for number, question in enumerate(sheet.questions, 1):
            text = f"{number}. {question.text}" if len(sheet.questions) > 1 else question.text
            asked = [b.strong(text), *([b.small(question.help)] if question.help else []), b.write(question.lines)]
            content.append(b.together(asked))
        if sheet.note:
            content.append(b.small(sheet.note))
        if sheet.kind in _WITH_NOTES:
            content.append(_NOTES)
        return [self._page(sheet, content)]

    def _case(self, sheet: model.Sheet, case: model.Case) -> Sheet:
        intro = [b.lead(sheet.intro)] if sheet.intro else []
        return self._page(sheet, [b.small("Verzonnen"), *intro, self.chapters.prose(case.text, 2), _NOTES], case.title)

    def _to_choose(self, sheet: model.Sheet) -> list[Sheet]:
        """The cases that the leader could have chosen instead, once each."""
        chosen = self._chosen(sheet)
        return [self._case(sheet, case) for case in sheet.cases if case not in chosen]

    def _chosen(self, sheet: model.Sheet) -> tuple[model.Case, ...]:
        if not sheet.choose_one or not sheet.cases:
            return sheet.cases
        return (next((case for case in sheet.cases if case.id == self.case), sheet.cases[0]),)

    def _page(self, sheet: model.Sheet, content: list[Block], title: str = "") -> Sheet:
        return self.sheets.sheet(
            title or sheet.title, content, kicker=f"Workshop {self.material.title}", footer=self._footer, landscape=sheet.landscape,
            size=_SIZES.get(sheet.kind, 11), place=self._place(sheet), halves=sheet.halves,
        )  # fmt: skip

    def _place(self, sheet: model.Sheet) -> str:
        if sheet in self.material.sheets:
            return self.sheets.place(self.material, "sheets", self.material.sheets.index(sheet))
        return self.sheets.place(sheet)

    def _body(self, sheet: model.Sheet) -> Iterator[Block]:
        if sheet.kind is model.SheetKind.TABLE:
            rows = workshops.rows(self.guide, sheet)
            widths = [column.share for column in sheet.columns]
            height = 18 if len(rows) < 5 else 13 if len(rows) < 9 else 11
            yield b.table([column.title for column in sheet.columns], rows, widths=widths, height=height)
        elif sheet.kind is model.SheetKind.SCORES:
            groups = workshops.score_groups(self.guide, sheet)
            # Long lists without questions of their own fit on one sheet with their names in the head of the table.
            dense = sum(len(group.rows) for group in groups) > _ON_A_PAGE and not any(group.question for group in groups)
            for group in groups:
                question = group.title if dense else group.question or "Om te scoren"
                scale = {"b": "scale", "question": question, "words": list(sheet.scale), "rows": list(group.rows), "dense": dense}
                parts = [scale] if dense else [b.heading(2, group.title), scale]
                yield from [b.together(parts)] if len(group.rows) <= _ON_A_PAGE else parts
        elif sheet.kind is model.SheetKind.STRATEGIES:
            for strategy, suits, limits in workshops.strategies(self.guide, sheet):
                sides = [[b.strong("Past als"), b.bullets(suits)], [b.strong("Let op"), b.bullets(limits)]]
                yield b.together(
                    [
                        b.heading(2, f"{strategy.number}. {strategy.title}"),
                        b.line(strategy.summary),
                        {"b": "columns", "sides": sides},
                    ]
                )
        elif sheet.kind is model.SheetKind.AGENDA:
            rows = workshops.agenda(self.material, self.variant)
            yield b.table(("Minuut", "Punt", "Duur"), rows, widths=(2, 9, 2), height=13)
