"""The sheets of the guide: checklists, worksheets, cards, posters and leaflets, as values for the press.

A sheet names the template that sets it (``typst/*.typ``). Documents are lists of sheets.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import segno

from macros.export import blocks as b
from macros.export.blocks import Block
from macros.export.chapters import Chapters, guide_chapters, stops
from macros.guide import approach, model, scores
from macros.guide.guide import Guide, walk
from macros.guide.richtext import Link, ListBlock, RichText, plain_inlines
from macros.render.addresses import Router, address_of

Sheet = dict[str, Any]

CARDS_ON_A_PAGE = 8
_EMPTY_CARD: dict[str, Any] = {"side": "", "title": "", "text": "", "number": "", "place": "", "free": False}
_KIND = model.QuestionKind
_FORM = model.WorksheetForm


_COLOPHON = (
    "De zes stappen komen uit onderzoek van Karel de Grote Hogeschool (KdG), dat negentien projecten volgde. Wij schreven "
    "ze op in eigen woorden en vulden ze aan. Wat geen bron zegt, heet hier «onze aanvulling».",
    "Dit is geen uitgave van KdG of van de Vlaamse overheid. Het eindrapport van KdG hebben wij niet gelezen.",
    "Je mag de teksten overnemen en aanpassen, met vermelding van deze gids (CC BY 4.0).",
)

#: What the pages are called that a sheet can belong to, or that list its page.
_PAGES = {
    "stappen": "Zes stappen", "strategieen": "Strategieën", "praktijkverhalen": "Praktijkverhalen", "vragen": "Veelgestelde vragen",
    "deel-je-verhaal": "Deel je verhaal", "workshops": "Workshops",
}  # fmt: skip


class Sheets:
    """Makes the sheets of one guide. ``site`` is the address where it is published, or empty."""

    def __init__(self, guide: Guide, site: str = "") -> None:
        self.guide = guide
        self.site = site.rstrip("/")
        self._questions = {question.id: question for step in guide.steps for question in step.questions}

    # --- what every sheet has ---

    def place(self, item: Any, *location: str | int) -> str:
        """File and line of something in the data, for whoever must mend it."""
        document = self.guide.document(item)
        return f"{document.file.path}:{document.line(location)}"

    def address(self, kind: str, id: str) -> str | None:
        """The full address of a page, when the site has one."""
        return f"{self.site}/{Router().file(address_of(kind, id).page)}" if self.site else None

    def way(self, kind: str, id: str) -> str | None:
        """Where a sheet belongs, in words: only where there is no address to give."""
        if self.site:
            return None
        step = f" › stap {self.guide.get(kind, id).number}" if kind == "steps" else ""
        return f"In de gids: {_PAGES[address_of(kind, id).page.partition('/')[0]]}{step}"

    def qr(self, address: str | None) -> dict[str, str] | None:
        """A code to scan, only where there is an address to go to."""
        if address is None:
            return None
        svg = segno.make(address, error="m", micro=False).svg_inline(border=4, scale=4)
        return {"svg": svg, "alt": f"QR-code naar {address}"}

    def sheet(
        self,
        title: str,
        blocks: Iterable[Block],
        *,
        place: str,
        footer: str,
        kicker: str | None = None,
        step: int | None = None,
        landscape: bool = False,
        size: float = 10.5,
        most: int | None = None,
        page: tuple[str, str] | None = None,
        halves: bool = False,
    ) -> Sheet:
        """A sheet of flowing blocks. ``most`` is the number of pages it must fit on; ``page`` its place on the site; with
        ``halves`` it stands twice on a sheet, to be cut in two."""
        address = self.address(*page) if page else None
        return {
            "template": "sheet", "title": title, "kicker": kicker, "blocks": list(blocks), "place": place,
            "footer": footer, "step": step, "paper": "a4", "flipped": landscape or halves, "size": size, "most": most, "halves": halves,
            "address": address, "qr": self.qr(address), "way": self.way(*page) if page else None,
        }  # fmt: skip

    def plainly(self, link: Link) -> dict[str, str]:
        """Links on a loose sheet: outside ones keep their address, those into the guide become words."""
        return {} if link.internal else {"url": link.target}

    # --- checklists ---

    def checklist(self, step: model.Step, *, notes: bool) -> Sheet:
        """The checklist of a step: short on one page, or with room for notes on two."""
        items = [
            {"number": item.number, "text": item.text, "ours": item.ours, "place": self.place(step, "checklist", index)}
            for index, item in enumerate(step.checklist)
        ]
        content: list[Block] = [] if notes else [b.box("kort", [b.bullets(step.in_short)], "In het kort")]
        content += [
            b.fields(("Gemeente of organisatie", "Ingevuld door", "Datum"), 3),
            b.heading(2, "Checklist"),
            b.checklist(items, 3 if notes else 0),
        ]
        if not notes:
            content += [b.together([b.heading(2, "Wat je dan hebt"), b.bullets(step.yields)])]
        content.append(b.small("° Onze aanvulling: geen bron zegt dit zo. De nummers veranderen niet."))
        content.append({"b": "rest", "title": "Afspraken en notities"})
        return self.sheet(
            step.title,
            content,
            kicker=f"Stap {step.number} van {len(self.guide.steps)} · checklist{' met notities' if notes else ''}",
            footer=f"Stap {step.number}, checklist",
            step=step.number,
            size=11 if not notes else 10.5,
            most=2 if notes else 1,
            place=self.place(step, "checklist"),
            page=("steps", step.id),
        )

    def steps_cover(self, title: str) -> Sheet:
        """The front of a booklet: the six steps on one page."""
        content: list[Block] = [b.fields(("Gemeente of organisatie", "Begonnen op"))]
        for step in self.guide.steps:
            content.append(b.together([b.heading(2, f"Stap {step.number}. {step.title}"), b.bullets(step.in_short)]))
        return self.sheet(
            title, content, kicker="Een verbindingsambassadeur in dienst nemen", footer="De zes stappen", most=1,
            place="data/steps", page=("page", "stappen"),
        )  # fmt: skip

    # --- leaflets ---

    def leaflet(self, leaflet: model.Leaflet) -> Sheet:
        figures = [{"value": figure.value, "label": figure.label, "note": figure.note} for figure in leaflet.figures]
        content: list[Block] = [{"b": "line-picture", "strategies": stops(self.guide)}, {"b": "figures", "items": figures}]
        points = [
            b.together([b.heading(2, point.title), b.prose(point.text, self.plainly), *b.source(self.guide, point)])
            for point in leaflet.points
        ]
        half = -(-len(points) // 2)
        content.append({"b": "columns", "sides": [points[:half], points[half:]]})
        content.append(b.box("kort", [b.line(leaflet.ask)], "Onze vraag"))
        return self.sheet(
            leaflet.title, content, kicker="Voor de schepen", footer="Voor de schepen", size=10, most=leaflet.pages,
            place=self.place(leaflet, "points"), page=("page", "vragen"),
        )  # fmt: skip

    # --- worksheets ---

    def worksheet(self, worksheet: model.Worksheet) -> Sheet:
        content: list[Block] = [b.prose(worksheet.intro, self.plainly, 2)] if worksheet.intro else []
        for index, part in enumerate(worksheet.parts):
            if part.new_page:
                content.append({"b": "page"})
            content += self._part(worksheet, part, index)
        content.append(b.small(self._origin(worksheet)))
        content.append({"b": "rest", "title": "Notities"})
        step = self.guide.get("steps", worksheet.step) if worksheet.step else None
        return self.sheet(
            worksheet.title,
            content,
            kicker=f"Stap {step.number} van {len(self.guide.steps)} · werkblad" if step else "Werkblad",
            footer=f"Stap {step.number}, werkblad" if step else "Werkblad",
            step=step.number if step else None,
            landscape=worksheet.landscape,
            most=worksheet.pages,
            place=self.place(worksheet),
            page=("steps", step.id) if step else ("page", "deel-je-verhaal"),
        )

    def _origin(self, worksheet: model.Worksheet) -> str:
        refs = [self.guide.get("sources", ref.source).short + (f", {ref.place}" if ref.place else "") for ref in worksheet.sources]
        leans = f" Het steunt op: {'; '.join(refs)}." if refs else ""
        return f"Dit werkblad is onze aanvulling.{leans}" if worksheet.ours else f"Bron: {'; '.join(refs)}."

    def _part(self, worksheet: model.Worksheet, part: model.WorksheetPart, index: int) -> list[Block]:
        if part.question is not None:
            return self._question(self._questions[part.question], part)
        head = [b.heading(2, part.title)] if part.title else []
        if part.help:
            head.append(b.line(part.help))
        form, room = part.form, part.room or 0
        if form is _FORM.WRITE:
            return [b.together([*head, b.write(room)])]
        if form is _FORM.FIELDS:
            return [*head, b.fields(part.labels, min(len(part.labels), 3 if len(part.labels) != 4 else 2))]
        if form is _FORM.TICK:
            return [b.together([*head, b.options(part.labels)])]
        if form is _FORM.TABLE:
            rows = [*([item] for item in self._taken(part)), *part.rows]
            return [*head, b.table(part.columns, rows, room, _widths(part.columns, bool(rows)), height=9 if rows else 11)]
        if form is _FORM.LISTED:
            numbered = [f"{number}. {text}" for number, text in enumerate(self._taken(part), 1)]
            return [*head, *(b.together([b.strong(text), b.write(room)]) for text in numbered)]
        if form is _FORM.SCORE:
            return [*head, *self._score(part.side)]
        if form is _FORM.STRATEGY_QUESTIONS:
            return [*head, *self.strategy_questions(self.guide.of("strategy-questions")), *self._outcome()]
        return head

    def _question(self, question: model.Question, part: model.WorksheetPart) -> list[Block]:
        head = [b.heading(2, part.title or question.label), b.small(part.help or question.help)]
        if question.kind is _KIND.TABLE:
            return [b.together([*head, b.table([column.label for column in question.columns], (), part.room or 4)])]
        if question.options:
            return [b.together([*head, b.options([option.label for option in question.options])])]
        if question.kind in (_KIND.NUMBER, _KIND.MONEY, _KIND.DATE):
            return [b.together([*head, b.write(1)])]
        return [b.together([*head, b.write(part.room or 2)])]

    def _taken(self, part: model.WorksheetPart) -> list[str]:
        """The items of the list that the part takes from a text of a step."""
        if part.takes is None:
            return []
        step = self.guide.get("steps", part.takes.step)
        points = (node.owner for node in walk(self.guide.document(step)) if isinstance(node.owner, model.Point))
        return _items(next(point for point in points if point.id == part.takes.point).text)

    def _score(self, side: model.Side | None) -> list[Block]:
        barriers = [barrier for barrier in self.guide.barriers if barrier.side is side]
        rows = [
            {"number": index, "text": barrier.title, "extra": barrier.origin == "kortrijk"}
            for index, barrier in enumerate(barriers, 1)
        ]
        title = "Bij kinderen en gezinnen" if side is model.Side.DEMAND else "Bij aanbieders"
        return [
            b.heading(2, title),
            {"b": "score", "side": side, "words": {key: word.capitalize() for key, word in scores.WORDS.items()}, "items": rows},
            b.small("° Staat niet in de lijst van KdG, wel in het verhaal van Kortrijk."),
        ]

    def strategy_questions(self, questions: Iterable[model.StrategyQuestion], level: int = 2) -> list[Block]:
        """Questions with their answers to tick, and what each answer says about the strategies."""
        found = []
        for question in questions:
            rows = []
            for answer in question.answers:
                effects = [
                    {"sign": approach.SIGNS[effect.weight][0], "side": strategy.side, "number": strategy.number, "title": strategy.title}
                    for effect in answer.effects
                    for strategy in [self.guide.get("strategies", effect.strategy)]
                ]
                rows.append({"label": answer.label, "effects": effects, "advice": answer.advice, "ours": answer.ours})
            title = f"{question.number}. {question.question}"
            found.append({"b": "strategy-question", "level": level, "title": title, "several": question.several, "rows": rows})
        return found

    def _outcome(self) -> list[Block]:
        """What the answers say together: a row to fill in for every strategy, and in which group it then is."""
        rows = [(f"{strategy.number}. {strategy.title}",) for strategy in self.guide.strategies]
        signs = [sign for sign, _ in approach.SIGNS.values()]
        pairs = [" en ".join(f"«{answer.label}» (vraag {question.number})" for question, answer in pair) for pair in approach.same(self.guide)]
        once = f" Dit zegt hetzelfde en telt samen één keer: {'; '.join(pairs)}." if pairs else ""
        found = [
            b.heading(2, "Wat komt eruit?"),
            b.line(f"Schrijf bij elke strategie hoeveel vragen haar {', '.join(f'een {sign}' for sign in signs[:-1])} of een {signs[-1]} gaven.{once}"),
            b.table(("Strategie", *signs, "Dus"), rows, widths=(6, 1, 1, 1, 5), height=10),
            b.bullets([*(f"{title}: {approach.WHEN[group]}" for group, title in approach.GROUPS.items()), *approach.ALSO[1:]]),
        ]  # fmt: skip
        return [b.together(found)]

    # --- the guide and its stories ---

    def book(self, title: str, edition: str, on_site_alone: int = 0) -> Sheet:
        """The whole guide: contents, every chapter, word list and sources, and how many stories only the site has."""
        address = f"{self.site}/" if self.site else None
        return {
            "template": "book", "title": title, "blocks": guide_chapters(self.guide, on_site_alone), "address": address, "qr": self.qr(address),
            "subtitle": "Praktische gids in zes stappen, met strategieën, drempels, praktijkverhalen, woordenlijst en bronnen",
            "colophon": [*_COLOPHON, f"Editie van {edition}."],
        }  # fmt: skip

    def story(self, story: model.Story) -> Sheet:
        """A practice story to hand out."""
        content = Chapters(self.guide).story(story, 1)
        return self.sheet(
            story.title, content[1:], kicker=f"Praktijkverhaal · {story.municipality}", footer=f"Verhaal {story.municipality}",
            place=self.place(story), size=10, page=("stories", story.id),
        )  # fmt: skip

    # --- cards and posters ---

    def barrier_cards(self, title: str, barriers: Iterable[model.Barrier], place: str) -> Sheet:
        """Cards to cut out; a barrier is told as «kinderen die …»."""
        return self._cards(title, _filled_up([self._barrier_face(barrier) for barrier in barriers]), place)

    def strategy_cards(self, title: str) -> Sheet:
        faces = [self._strategy_face(strategy) for strategy in self.guide.strategies]
        return self._cards(title, _filled_up(faces), "data/strategies")

    def cards_of(self, sheet: model.Sheet) -> Sheet:
        """The cards of a workshop's sheet: barriers, strategies, questions with their answers, other cards, blank ones."""
        faces = [
            *(self._barrier_face(self.guide.get("barriers", id)) for id in sheet.barriers),
            *(self._strategy_face(self.guide.get("strategies", id)) for id in sheet.strategies),
            *(self._question_face(self.guide.get("strategy-questions", id)) for id in sheet.strategy_questions),
            *(_EMPTY_CARD | {"title": card.title, "text": card.text or "", "free": True} for card in sheet.cards),
            *[_EMPTY_CARD] * sheet.blank_cards,
        ]
        return self._cards(sheet.title, _filled_up(faces) if sheet.blank_cards else faces, "")

    def _barrier_face(self, barrier: model.Barrier) -> dict[str, Any]:
        return _EMPTY_CARD | {"side": barrier.side, "text": barrier.card, "place": self.place(barrier, "card")}

    def _strategy_face(self, strategy: model.Strategy) -> dict[str, Any]:
        face = {"side": strategy.side, "title": strategy.title, "text": strategy.summary, "number": str(strategy.number)}
        return _EMPTY_CARD | face | {"place": self.place(strategy, "summary")}

    def _question_face(self, question: model.StrategyQuestion) -> dict[str, Any]:
        answers = " · ".join(answer.label for answer in question.answers)
        return _EMPTY_CARD | {"title": question.question, "text": answers, "free": True, "place": self.place(question, "question")}

    def blank_cards(self, title: str) -> Sheet:
        """Half a page for each side, to write on."""
        half = CARDS_ON_A_PAGE // 2
        faces = [
            _EMPTY_CARD | {"side": side, "title": start}
            for side, start in ((model.Side.DEMAND, "kinderen die"), (model.Side.SUPPLY, "aanbieders die"))
            for _ in range(half)
        ]
        return self._cards(title, faces, "")

    def _cards(self, title: str, faces: list[dict[str, Any]], place: str) -> Sheet:
        return {"template": "cards", "title": title, "faces": faces, "place": place}

    def steps_poster(self) -> Sheet:
        steps = [
            {"number": step.number, "title": step.title, "lines": list(step.in_short), "place": self.place(step, "in_short")}
            for step in self.guide.steps
        ]
        address = self.address("page", "stappen")
        title = "Zes stappen naar een verbindingsambassadeur"
        lead = "Naar het onderzoek van Karel de Grote Hogeschool. Het is advies, geen regel."
        return {"template": "steps-poster", "title": title, "lead": lead, "steps": steps, "place": "data/steps", "address": address, "way": self.way("page", "stappen"), "qr": self.qr(address)}

    def line_poster(self) -> Sheet:
        address = self.address("page", "strategieen")
        title = "De lijn van vraag naar aanbod"
        lead = "Zes strategieën van Karel de Grote Hogeschool. Kies er een of meer: één persoon kan niet alles."
        return {"template": "line-poster", "title": title, "lead": lead, "strategies": self._stops(), "place": "data/strategies", "address": address, "way": self.way("page", "strategieen"), "qr": self.qr(address)}

    def _stops(self) -> list[dict[str, Any]]:
        return [
            {
                "side": strategy.side, "number": strategy.number, "title": strategy.title, "text": strategy.summary,
                "profile": f"{strategy.profile.title[0].lower()}{strategy.profile.title[1:]}",
                "place": self.place(strategy, "summary"),
            }
            for strategy in self.guide.strategies
        ]  # fmt: skip


def _filled_up(faces: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The cards, and blank ones on whatever room the last page has left."""
    return [*faces, *[_EMPTY_CARD] * (-len(faces) % CARDS_ON_A_PAGE)]


def _items(text: RichText) -> list[str]:
    return [
        " ".join(plain_inlines(block.children) for block in item if not isinstance(block, ListBlock))
        for found in text.blocks
        if isinstance(found, ListBlock)
        for item in found.items
    ]


def _widths(columns: tuple[str, ...], filled: bool) -> list[int] | None:
    """A first column that holds given text is the widest; one of minutes is narrow."""
    if not filled:
        return None
    return [4, *(1 if name == "Minuten" else 2 for name in columns[1:])]
