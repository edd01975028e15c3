"""One invented municipality that filled in everything, for the tests of the documents of a plan."""

from __future__ import annotations

import copy
from typing import Any

from macros.guide import model
from macros.guide.guide import Guide

_KIND = model.QuestionKind

#: What somebody might really write, where the words matter to a test or to how a page looks.
WRITTEN: dict[str, Any] = {
    "aanleiding": "De jeugdraad en twee scholen vroegen ernaar.\nIn de stationswijk zien we na school veel tieners die nergens aansluiten.",
    "waarom-telt-vrije-tijd": "Vrije tijd telt hier, omdat kinderen er vrienden maken buiten de school.",
    "wie-bereiken-we-niet": "Tieners van 12 tot 16 uit de stationswijk, en gezinnen die hier korter dan drie jaar wonen.",
    "zwaarste-drempels": "Bij gezinnen: kent het aanbod niet, online inschrijven, te duur. Bij aanbieders: vol, weinig tijd, geen vragen.",
    "besluit-van-de-analyse": (
        "De nood is het grootst bij tieners in de stationswijk. Een goede start is er in de speelpleinwerking, die ja zei. "
        "Over vervoer weten we nog niets."
    ),
    "focus": "Tieners in de stationswijk.",
    "waarom-deze-focus": "Ze ontbreken in elke werking. De speelpleinwerking kent hun broers en zussen en wil meewerken.",
    "gekozen-strategieen": ["naar-jongeren-toe", "netwerken"],
    "wat-kan-een-persoon-niet": "Ook nog alle verenigingen bezoeken. Het onthaal nemen de diensthoofden op.",
    "andere-oplossingen": [
        {"andere-oplossing": "Brugfiguur meer uren geven", "wat-pleit-ervoor": "Kent de gezinnen", "wel-of-niet": "Niet: heeft al drie scholen"},
        {"andere-oplossing": "Sportdienst gaat zelf langs", "wat-pleit-ervoor": "Kan meteen", "wel-of-niet": "Wel, maar lost weinig op"},
    ],
    "kan-het-zonder-nieuwe-collega": "nee",
    "deel-van-voltijds": "80",
    "loonkost-voltijds-per-jaar": "61.250,50",
    "andere-kosten-per-jaar": "4000",
    "aantal-jaren-budget": "3",
    "eigen-middelen": "150.000",
    "subsidies": "0",
    "gekozen-looptijd": "drie-jaar-of-langer",
    "gewenste-startdatum": "2027-09-01",
    "dienst-van-de-ambassadeur": "Jeugddienst, bij het diensthoofd vrije tijd.",
    "voorstel-aan-het-college": (
        "Het college keurt een ambassadeur van 80 % voor drie jaar goed, met start in de stationswijk. "
        "De jeugdraad adviseerde positief. Na twee jaar beslissen we over het vervolg."
    ),
}  # fmt: skip


def filled(guide: Guide, *, mark: str = "") -> dict[str, Any]:
    """A plan in which every question has an answer; ``mark`` stands in every text."""
    answers: dict[str, Any] = {}
    for step in guide.steps:
        for question in step.questions:
            answers[question.id] = _answer(question, mark) if mark or question.id not in WRITTEN else copy.deepcopy(WRITTEN[question.id])
    ticks = {item.number: {"state": ("gedaan", "nvt", "")[place % 3], "note": f"Nota{mark} bij {item.number}"} for step in guide.steps for place, item in enumerate(step.checklist)}
    return {
        "employer": "bestuur",
        "place": f"Voorbeeldstad{mark}",
        "answers": answers,
        "ticks": ticks,
        "actions": [{"key": "a1", "what": f"Bel de school{mark}", "who": f"Jeugdconsulent{mark}", "when": "2027-02-01", "done": True, "step": ""}],
        "has": ["boa"],
        "scores": [
            {"key": "s1", "name": f"Diensthoofd{mark}", "scores": {guide.barriers[0].id: {"weight": "veel", "note": f"opmerking{mark}"}}},
            {"key": "s2", "name": "Brugfiguur", "scores": {guide.barriers[0].id: {"weight": "beetje", "note": ""}, guide.barriers[-1].id: {"weight": "weten-we-niet", "note": ""}}},
        ],
        "approach": {}, "balance": {}, "calendar": {},
    }  # fmt: skip


def _answer(question: model.Question, mark: str) -> Any:
    if question.kind is _KIND.TABLE:
        return [{column.id: f"{column.label}{mark} {row}" for column in question.columns} for row in (1, 2)]
    if question.kind is _KIND.MULTIPLE:
        return [option.id for option in question.options[:2]]
    if question.kind in (_KIND.CHOICE, _KIND.SCALE):
        return question.options[0].id
    if question.kind is _KIND.DATE:
        return "2027-03-01"
    if question.kind in (_KIND.NUMBER, _KIND.MONEY):
        return "12"
    return f"Ons antwoord{mark}: {question.label}"
