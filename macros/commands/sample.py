"""Invented practice stories, any number of them: to see and measure the site as it will be when many people wrote one."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import yaml

from macros.guide import model
from macros.guide.guide import Guide

_PLACES = ("Beek", "Berg", "Brug", "Dal", "Donk", "Haag", "Heide", "Hove", "Kerk", "Kluis", "Laar", "Meers", "Molen", "Veld", "Water")
_ENDS = ("broek", "dorp", "gem", "hout", "kerke", "zele")
_SENTENCES = (
    "De ambassadeur ging eerst langs bij mensen die de gezinnen al kennen.",
    "Op woensdag stond er koffie in het buurthuis, en wie wilde, bleef hangen.",
    "De vereniging zette haar uren anders en schreef die op de deur.",
    "Na een halfjaar bleek dat de inschrijving zelf het moeilijkst was.",
    "Twee diensten spraken af wie de eerste vraag beantwoordt.",
    "Ouders vertelden wat hen tegenhield, en wat al goed ging.",
)


def write_stories(folder: Path, guide: Guide, count: int, *, words: int = 200) -> list[str]:
    """Write ``count`` stories below ``folder`` (a «data/stories»), each of about so many words; gives their ids."""
    return [_write(folder, story(guide, number, words)) for number in range(1, count + 1)]


def _write(folder: Path, content: dict[str, Any]) -> str:
    id = content.pop("id")
    text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=110)
    (folder / f"{id}.yml").write_text(text, encoding="utf-8", newline="\n")
    return id


def story(guide: Guide, number: int, words: int = 200) -> dict[str, Any]:
    """The story with this number: always the same, whatever others are made."""
    pick = random.Random(number)
    place = f"{pick.choice(_PLACES)}{pick.choice(_ENDS)}"
    start = pick.randint(2015, 2024)

    def some(choices: list[str], most: int) -> list[str]:
        return pick.sample(choices, min(len(choices), pick.randint(0, most)))

    def chapter(name: str, parts: int = 1) -> list[dict[str, str]]:
        return [
            {"id": f"{name}-deel-{part}", "title": f"{name.capitalize()}, deel {part}", "text": _text(pick, words // 6)}
            for part in range(1, parts + 1)
        ]

    content: dict[str, Any] = {
        "id": f"verzonnen-{number}",
        "title": f"{place}: verzonnen verhaal {number}",
        "summary": f"Een verzonnen verhaal uit {place}, gemaakt om de gids te testen.",
        "municipality": place,
        "size_class": pick.choice([str(size) for size in model.SizeClass]),
        "period": {"start": str(start), "end": str(start + 2)},
        "duration": pick.choice(["twee jaar", "drie jaar", "onbepaalde duur"]),
        "audiences": some([str(audience) for audience in model.Audience], 3),
        "form": pick.choice(["verhaal", "kort"]),
        "card": {name: pick.choice(_SENTENCES) for name in ("context", "approach", "learned")},
        "context": chapter("verkenning"),
        "approach": chapter("werking", 2),
        "worked": chapter("succes"),
        "failed": chapter("tegenslag"),
        "lessons": chapter("les"),
        "strategies": [
            {"strategy": id, "use": pick.choice(["ja", "beperkt", "nee"]), "how": pick.choice(_SENTENCES)}
            for id in some([strategy.id for strategy in guide.strategies], 4)
        ],
        "barriers": [{"barrier": id, "how": pick.choice(_SENTENCES)} for id in some([barrier.id for barrier in guide.barriers], 5)],
        "steps": [{"step": id, "how": pick.choice(_SENTENCES)} for id in some([step.id for step in guide.steps], 2)],
        "employment_form": pick.choice([str(form) for form in model.EmploymentForm]),
        "share": pick.choice(["halftijds", "80 %", "voltijds"]),
        "made_from": "eigen-ervaring",
        "evidence": pick.choice([str(evidence) for evidence in model.Evidence]),
        "author": f"Dienst jeugd van {place} (verzonnen)",
        "licence": "cc-by-4.0",
        "written": f"{start + 2}-{pick.randint(1, 12):02}-{pick.randint(1, 28):02}",
    }
    return {name: value for name, value in content.items() if value != []}


def _text(pick: random.Random, words: int) -> str:
    sentences: list[str] = []
    while sum(map(len, map(str.split, sentences))) < words:
        sentences.append(pick.choice(_SENTENCES))
    return " ".join(sentences)
