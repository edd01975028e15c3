"""Workshop kits: a clock that adds up, and everything at hand."""

from __future__ import annotations

from collections.abc import Iterator

from macros.guide import model
from macros.guide.checks.common import problem
from macros.guide.guide import Document, Guide
from macros.guide.messages import quote, suggestion
from macros.guide.problems import Problem
from macros.guide.yamlfile import Location


def workshop_minutes_add_up(guide: Guide) -> Iterator[Problem]:
    """The parts of a workshop's version take exactly as long as the version."""
    for material in guide.materials:
        for index, variant in enumerate(material.variants):
            total = sum(slot.minutes for slot in variant.schedule)
            if total != variant.minutes:
                message = f"de onderdelen duren samen {total} minuten, de versie duurt er {variant.minutes}. Tel opnieuw."
                yield problem(guide.document(material), ("variants", index, "minutes"), message)


def workshop_versions_differ(guide: Guide) -> Iterator[Problem]:
    """Two versions of a workshop never take equally long: the minutes are a version's name."""
    for material in guide.materials:
        seen: set[int] = set()
        for index, variant in enumerate(material.variants):
            if variant.minutes in seen:
                message = f"er is al een versie van {variant.minutes} minuten. Kies een andere duur, of voeg ze samen."
                yield problem(guide.document(material), ("variants", index, "minutes"), message)
            seen.add(variant.minutes)


def workshop_versions_follow_the_activities(guide: Guide) -> Iterator[Problem]:
    """A version names activities of its workshop, each once and in their order; no activity is left without a version."""
    for material in guide.materials:
        document = guide.document(material)
        order = [activity.id for activity in material.activities]
        named: set[str] = set()
        for index, variant in enumerate(material.variants):
            last = -1
            for place, slot in enumerate(variant.schedule):
                location = ("variants", index, "schedule", place, "activity")
                if slot.activity not in order:
                    message = f"{quote(slot.activity)} is geen onderdeel van deze workshop. {suggestion(slot.activity, order)}"
                    yield problem(document, location, message.strip())
                    continue
                position = order.index(slot.activity)
                if position <= last:
                    message = f"{quote(slot.activity)} staat hier niet op zijn plaats. Volg de volgorde van «activities», elk één keer."
                    yield problem(document, location, message)
                last = max(last, position)
                named.add(slot.activity)
        for index, activity in enumerate(material.activities):
            if activity.id not in named:
                message = f"geen enkele versie gebruikt {quote(activity.id)}. Zet het in een «schedule», of haal het weg."
                yield problem(document, ("activities", index), message)


def workshop_materials_are_at_hand(guide: Guide) -> Iterator[Problem]:
    """What an activity uses is printed or brought, and what is printed or brought is used."""
    for material in guide.materials:
        document = guide.document(material)
        lists = {"prints": [entry.sheet for entry in material.prints], "bring": [thing.id for thing in material.bring]}
        listed = list(dict.fromkeys((*lists["prints"], *lists["bring"])))
        used = {id for activity in material.activities for id in activity.materials}
        for index, activity in enumerate(material.activities):
            for place, id in enumerate(activity.materials):
                if id not in listed:
                    message = f"{quote(id)} staat niet bij «prints» of «bring». {suggestion(id, listed)}"
                    yield problem(document, ("activities", index, "materials", place), message.strip())
        for name, ids in lists.items():
            for index, id in enumerate(ids):
                if id not in used:
                    message = f"geen enkel onderdeel gebruikt {quote(id)}. Noem het bij «materials», of haal het weg."
                    yield problem(document, (name, index), message)


def workshop_sheets_are_printed(guide: Guide) -> Iterator[Problem]:
    """A workshop prints at least one sheet; each it prints exists and is listed once, each of its own is printed."""
    for material in guide.materials:
        document, seen = guide.document(material), set()
        own = [sheet.id for sheet in material.sheets]
        if not material.prints:
            yield problem(document, (), "deze workshop heeft geen blad om af te drukken. Zet er minstens één bij «prints».")
        for index, entry in enumerate(material.prints):
            location = ("prints", index, "sheet")
            if entry.sheet not in own and not guide.knows("sheets", entry.sheet):
                choices = dict.fromkeys((*own, *(sheet.id for sheet in guide.of("sheets"))))
                message = f"dit blad bestaat niet: {quote(entry.sheet)}. {suggestion(entry.sheet, choices)}"
                yield problem(document, location, message.strip())
            if entry.sheet in own and guide.knows("sheets", entry.sheet):
                message = f"{quote(entry.sheet)} is ook de naam van een gedeeld blad. Geef het blad van deze workshop een andere id."
                yield problem(document, location, message)
            if entry.sheet in seen:
                yield problem(document, location, f"{quote(entry.sheet)} staat er twee keer. Houd er één.")
            seen.add(entry.sheet)
        for index, id in enumerate(own):
            if id not in seen:
                yield problem(document, ("sheets", index), f"het blad {quote(id)} staat niet bij «prints».")


def workshop_slides_are_shown(guide: Guide) -> Iterator[Problem]:
    """A slide that an activity names exists, every slide is shown, and none is empty."""
    for material in guide.materials:
        document, known = guide.document(material), [slide.id for slide in material.slides]
        shown = {id for activity in material.activities for id in activity.slides}
        for index, activity in enumerate(material.activities):
            for place, id in enumerate(activity.slides):
                if id not in known:
                    message = f"de dia {quote(id)} bestaat niet. {suggestion(id, known)}"
                    yield problem(document, ("activities", index, "slides", place), message.strip())
        for index, slide in enumerate(material.slides):
            if slide.id not in shown:
                yield problem(document, ("slides", index), f"geen enkel onderdeel toont de dia {quote(slide.id)}.")
            if not slide.bullets and not slide.barriers:
                yield problem(document, ("slides", index), "de dia is leeg. Vul «bullets» of «barriers» in.")


def workshop_groups_make_sense(guide: Guide) -> Iterator[Problem]:
    """The best group of a workshop lies between its smallest and its largest."""
    for material in guide.materials:
        if not material.group_min <= material.group_best <= material.group_max:
            message = f"{material.group_best} ligt niet tussen {material.group_min} en {material.group_max}."
            yield problem(guide.document(material), ("group_best",), message)


#: What a sheet of a kind needs (one of each line), and which other fields fit it.
_SHEET_PARTS: dict[model.SheetKind, tuple[tuple[tuple[str, ...], ...], frozenset[str]]] = {
    model.SheetKind.TABLE: (
        (("columns",), ("rows", "blank_rows", "barriers", "strategies")),
        frozenset({"columns", "rows", "blank_rows", "barriers", "strategies", "questions", "halves"}),
    ),
    model.SheetKind.QUESTIONS: ((("questions",),), frozenset({"questions"})),
    model.SheetKind.SCORES: ((("scale",), ("groups",)), frozenset({"scale", "groups", "questions", "halves"})),
    model.SheetKind.CARDS: (
        (("cards", "barriers", "strategies", "strategy_questions", "blank_cards"),),
        frozenset({"cards", "barriers", "strategies", "strategy_questions", "blank_cards"}),
    ),
    model.SheetKind.STRATEGIES: ((("strategies",),), frozenset({"strategies", "questions"})),
    model.SheetKind.CASES: ((("cases",),), frozenset({"cases", "choose_one"})),
    model.SheetKind.AGENDA: ((), frozenset({"questions"})),
}


_PARTS = sorted(frozenset().union(*(fitting for _, fitting in _SHEET_PARTS.values())))


def sheets_have_their_parts(guide: Guide) -> Iterator[Problem]:
    """A sheet has what its kind needs and nothing that another kind needs; no row is wider than its table."""
    for document, location, sheet in _sheets(guide):
        needed, fitting = _SHEET_PARTS[sheet.kind]
        for names in needed:
            if not any(getattr(sheet, name) for name in names):
                yield problem(document, location, f"bij «{sheet.kind}» hoort «{'» of «'.join(names)}».")
        for name in _PARTS:
            if getattr(sheet, name) and name not in fitting:
                yield problem(document, (*location, name), f"dit veld hoort niet bij «{sheet.kind}».")
        for index, row in enumerate(sheet.rows):
            if sheet.columns and len(row) > len(sheet.columns):
                message = f"deze rij is te breed: {len(row)} cellen, terwijl de tabel er {len(sheet.columns)} telt."
                yield problem(document, (*location, "rows", index), message)


def score_rows_have_a_heading(guide: Guide) -> Iterator[Problem]:
    """A group of rows to score has rows, and a heading: its own title or one of the 7 B's."""
    for document, location, sheet in _sheets(guide):
        for index, group in enumerate(sheet.groups):
            here = (*location, "groups", index)
            if not group.title and not group.b:
                yield problem(document, here, "er staat geen kopje. Vul «title» in, of noem een van de 7 B’s bij «b».")
            if not group.barriers and not group.statements:
                yield problem(document, here, "er staat niets om te scoren. Vul «barriers» of «statements» in.")


def _sheets(guide: Guide) -> Iterator[tuple[Document, Location, model.Sheet]]:
    """The sheets of workshops, and those they share."""
    for sheet in guide.of("sheets"):
        yield guide.document(sheet), (), sheet
    for material in guide.materials:
        for index, sheet in enumerate(material.sheets):
            yield guide.document(material), ("sheets", index), sheet


def shared_sheets_are_used(guide: Guide) -> Iterator[Problem]:
    """A shared sheet belongs to the pile of at least one workshop."""
    printed = {entry.sheet for material in guide.materials for entry in material.prints}
    for sheet in guide.of("sheets"):
        if sheet.id not in printed and not guide.unreadable:
            message = f"geen enkele workshop drukt {quote(sheet.id)} af. Noem het blad bij «prints», of haal het weg."
            yield problem(guide.document(sheet), (), message)
