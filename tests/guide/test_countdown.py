"""What takes time before the start leads to one decision, and no time is invented."""

from __future__ import annotations

import re

from macros.guide import checks, countdown


def test_without_a_decision_the_first_line_says_what_to_write(small):
    small.change("lead-times.yml", "  decides: true\n", "")
    said = small.said_by(checks.lead_times_part_after_one_decision)
    assert said == ["data/lead-times.yml:1: [1]: geen enkel onderdeel eindigt met de beslissing. Zet ergens «decides: true»."]


def test_a_second_decision_names_the_first(small):
    line = small.append("lead-times.yml", "- id: nog-eens\n  number: 4\n  label: Nog eens beslissen\n  ask: Vraag het.\n  decides: true\n  ours: true\n")
    said = small.said_by(checks.lead_times_part_after_one_decision)
    assert said == [f"data/lead-times.yml:{line + 4}: [4].decides: de beslissing valt al op regel 12. Houd er één."]


def test_a_way_parts_only_after_the_decision(small):
    small.change("lead-times.yml", "- id: praten\n  number: 1\n", "- id: praten\n  number: 1\n  way: zelf\n")
    said = small.said_by(checks.lead_times_part_after_one_decision)
    assert said == ["data/lead-times.yml:3: [1].way: voor de beslissing zijn de twee wegen nog gelijk. Haal «way» weg, of geef een nummer na dat van de beslissing."]


def test_the_steps_ask_for_the_start_and_the_way(small, guide):
    assert [question.id for question in countdown.questions(guide)] == [countdown.START, countdown.CHOSEN]
    assert countdown.questions(small.guide()) == (None, None)


def test_no_lead_time_names_a_number_of_weeks_or_days(guide):
    for lead in guide.of("lead-times"):
        assert not re.search(r"\d|\b(een|twee|drie|vier|zes|acht|tien|twaalf) (dagen|weken|maanden)\b", f"{lead.label} {lead.ask}"), lead.id
        assert lead.ours
