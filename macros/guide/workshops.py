"""What follows from a workshop's data: the clock of a version, copies for a group, and what stands on each sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.guide import model
from macros.guide.guide import Guide


@dataclass(frozen=True)
class Moment:
    """An activity at its place in a version: it runs from minute ``start`` to minute ``end``."""

    activity: model.Activity
    slot: model.Slot
    start: int

    @property
    def end(self) -> int:
        return self.start + self.slot.minutes


def timetable(material: model.Material, variant: model.Variant) -> list[Moment]:
    """The version from minute 0 to its end."""
    by_id = {activity.id: activity for activity in material.activities}
    moments, clock = [], 0
    for slot in variant.schedule:
        moments.append(Moment(by_id[slot.activity], slot, clock))
        clock += slot.minutes
    return moments


def minutes_of(material: model.Material, activity: model.Activity) -> list[tuple[model.Variant, model.Slot]]:
    """The versions that have the activity, each with its slot."""
    return [
        (variant, slot) for variant in material.variants for slot in variant.schedule if slot.activity == activity.id
    ]


def versions_using(material: model.Material, id: str) -> list[model.Variant]:
    """The versions in which a sheet, thing or slide is used."""
    users = {activity.id for activity in material.activities if id in (*activity.materials, *activity.slides)}
    return [variant for variant in material.variants if any(slot.activity in users for slot in variant.schedule)]


def copies(counted: model.Counted, participants: int, table_size: int) -> int:
    """How many are needed for a group; a table that is not full still counts."""
    tables = -(-participants // table_size)
    return counted.count * {model.Per.PARTICIPANT: participants, model.Per.TABLE: tables, model.Per.GROUP: 1}[counted.per]


def papers(sheet: model.Sheet, copies: int) -> int:
    """How often a sheet is printed for so many copies."""
    return -(-copies // 2) if sheet.halves else copies


def group_sizes(material: model.Material) -> list[int]:
    """The numbers of people for whom a pile is kept ready: the best group, whole tables of at least four, and the largest.

    A group in between takes the next one up, and has a few sheets over.
    """
    step = material.table_size if material.table_size <= material.group_best else 4
    while step < 4:
        step += material.table_size
    whole = range(step, material.group_max + 1, step)
    return sorted({material.group_best, material.group_max, *(people for people in whole if people >= material.group_min)})


@dataclass(frozen=True)
class Printable:
    """A sheet in the pile of a workshop. ``shared`` sheets belong to several workshops."""

    sheet: model.Sheet
    print: model.Print
    shared: bool


def printables(guide: Guide, material: model.Material, variant: model.Variant | None = None) -> list[Printable]:
    """The sheets in print order: all, or those that one version uses."""
    own = {sheet.id: sheet for sheet in material.sheets}
    found = [
        Printable(own.get(entry.sheet) or guide.get("sheets", entry.sheet), entry, entry.sheet not in own)
        for entry in material.prints
    ]
    if variant is None:
        return found
    return [printable for printable in found if variant in versions_using(material, printable.sheet.id)]


def things(material: model.Material, variant: model.Variant) -> list[model.Thing]:
    """What to bring for one version."""
    return [thing for thing in material.bring if variant in versions_using(material, thing.id)]


def slides(material: model.Material, variant: model.Variant) -> list[model.Slide]:
    """The slides of one version."""
    return [slide for slide in material.slides if variant in versions_using(material, slide.id)]


def bullets(guide: Guide, slide: model.Slide) -> list[str]:
    """The points on a slide: its own, then the barriers in the words of their cards."""
    return [*slide.bullets, *(guide.get("barriers", id).card for id in slide.barriers)]


# --- what stands on a sheet -----------------------------------------------------------------------------------------


def rows(guide: Guide, sheet: model.Sheet) -> list[tuple[str, ...]]:
    """The rows of a table, each as wide as the table: those of the guide's items, those of the data, then blank ones."""
    named = [(item.title,) for item in _items(guide, sheet)]
    blank: list[tuple[str, ...]] = [()] * sheet.blank_rows
    width = len(sheet.columns)
    return [(*row, *("",) * (width - len(row))) for row in (*named, *sheet.rows, *blank)]


def widths(sheet: model.Sheet) -> list[int]:
    """How much of the table's width each column takes, in percents of five: styles have a class for each."""
    total = sum(column.share for column in sheet.columns)
    return [max(5, round(20 * column.share / total) * 5) for column in sheet.columns]


@dataclass(frozen=True)
class ScoreGroup:
    """Rows to score under a heading, with the question that belongs to it."""

    title: str
    question: str
    rows: tuple[str, ...]


def score_groups(guide: Guide, sheet: model.Sheet) -> list[ScoreGroup]:
    return [_score_group(guide, group) for group in sheet.groups]


def _score_group(guide: Guide, group: model.SheetGroup) -> ScoreGroup:
    lines = (*(guide.get("barriers", id).title for id in group.barriers), *group.statements)
    if group.b is None:
        return ScoreGroup(group.title or "", "", lines)
    seven = guide.get("seven-bs", group.b)
    return ScoreGroup(group.title or seven.title, seven.question, lines)


@dataclass(frozen=True)
class CardFace:
    """What stands on a card. ``side`` is that of the barrier or strategy; blank cards have neither title nor text."""

    title: str = ""
    text: str = ""
    side: model.Side | None = None


def cards(guide: Guide, sheet: model.Sheet) -> Iterator[CardFace]:
    """The cards of a sheet: barriers, strategies, questions with their answers, other cards, blank ones."""
    for id in sheet.barriers:
        barrier = guide.get("barriers", id)
        yield CardFace(barrier.title, barrier.card, barrier.side)
    for id in sheet.strategies:
        strategy = guide.get("strategies", id)
        yield CardFace(strategy.title, strategy.summary, strategy.side)
    for id in sheet.strategy_questions:
        question = guide.get("strategy-questions", id)
        yield CardFace(question.question, " · ".join(answer.label for answer in question.answers))
    for card in sheet.cards:
        yield CardFace(card.title, card.text or "")
    yield from [CardFace()] * sheet.blank_cards


def strategies(guide: Guide, sheet: model.Sheet) -> list[tuple[model.Strategy, list[str], list[str]]]:
    """Each strategy of an overview, with the headings of when it suits and of its limits."""
    found = [guide.get("strategies", id) for id in sheet.strategies]
    return [
        (strategy, [point.title for point in strategy.suits], [point.title for point in strategy.limits])
        for strategy in found
    ]


def agenda(material: model.Material, variant: model.Variant) -> list[tuple[str, str, str]]:
    """The rows of an agenda: minutes from the start, what, how long."""
    return [
        (f"{moment.start}–{moment.end}", moment.activity.title, f"{moment.slot.minutes} min")
        for moment in timetable(material, variant)
    ]


def _items(guide: Guide, sheet: model.Sheet) -> list[model.Item]:
    return [
        *(guide.get("barriers", id) for id in sheet.barriers),
        *(guide.get("strategies", id) for id in sheet.strategies),
    ]
