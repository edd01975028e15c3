"""What takes time before the ambassador can start: everything leads to one decision, and only then do the ways part."""

from __future__ import annotations

from collections.abc import Iterator

from macros.guide.checks.common import problem
from macros.guide.guide import Guide
from macros.guide.problems import Problem


def lead_times_part_after_one_decision(guide: Guide) -> Iterator[Problem]:
    """Exactly one lead time ends with the decision; what belongs to one way alone comes after it."""
    leads = guide.of("lead-times")
    deciding = [lead for lead in leads if lead.decides]
    if leads and not deciding and not any(kind == "lead-times" for kind, _ in guide.unreadable):
        yield problem(guide.document(leads[0]), (), "geen enkel onderdeel eindigt met de beslissing. Zet ergens «decides: true».")
    for lead in deciding[1:]:
        line = guide.document(deciding[0]).line(("decides",))
        yield problem(guide.document(lead), ("decides",), f"de beslissing valt al op regel {line}. Houd er één.")
    for lead in leads:
        if lead.way and deciding and lead.number <= deciding[0].number:
            message = "voor de beslissing zijn de twee wegen nog gelijk. Haal «way» weg, of geef een nummer na dat van de beslissing."
            yield problem(guide.document(lead), ("way",), message)
