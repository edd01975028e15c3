"""One test per rule about the data as a whole: each breaks exactly that rule and reads what a contributor reads."""

import re
from pathlib import Path

import pytest

from macros.guide import checks


def test_every_rule_has_a_test_that_breaks_it_and_no_other():
    tests = "".join(file.read_text(encoding="utf-8") for file in Path(__file__).parent.glob("test_*.py"))
    tested = set(re.findall(r"\.said_by\(checks\.(\w+)\)", tests))
    assert {rule.__name__ for rule in checks.CHECKS} - tested == set()


# --- ids and numbers ---


def test_second_entry_with_an_id_names_the_line_of_the_first(small):
    line = small.append("roles.yml", small.path("roles.yml").read_text(encoding="utf-8"))
    assert small.said_by(checks.ids_are_unique_in_a_list) == [
        f"data/roles.yml:{line}: [2].id: de id «brugwachter» staat al op regel 1. Kies een andere."
    ]


def test_second_part_of_an_item_with_an_id_names_the_line_of_the_first(small):
    first = small.change("stories/dorp.yml", "  - id: de-bus\n", "  - id: de-tocht\n")
    line = small.change("stories/dorp.yml", "  - id: geduld\n", "  - id: de-tocht\n")
    assert small.said_by(checks.ids_are_unique_on_a_page) == [
        f"data/stories/dorp.yml:{line}: lessons[1].id: de id «de-tocht» staat al op regel {first}. Kies een andere."
    ]


def test_parts_of_two_files_on_one_page_never_share_an_id(small):
    article = small.change("articles/achtergrond.yml", "- id: punt-van-achtergrond", "- id: begin")
    assert small.said_by(checks.ids_are_unique_on_a_page) == [
        f"data/timeline.yml:1: [1].id: de id «begin» staat al op data/articles/achtergrond.yml:{article}. Kies een andere."
    ]


@pytest.mark.parametrize("id", ["inhoud", "feiten"])
def test_part_with_the_id_of_a_fixed_part_of_the_page_is_refused(small, id):
    line = small.change("stories/dorp.yml", "  - id: geduld\n", f"  - id: {id}\n")
    assert small.said_by(checks.ids_are_unique_on_a_page) == [
        f"data/stories/dorp.yml:{line}: lessons[1].id: de id «{id}» is al van een vast deel van de pagina. Kies een andere."
    ]


def test_the_same_part_id_in_two_stories_is_fine(small):
    small.write("stories/stad.yml", re.sub("formerly:\n  - .*\n", "", small.path("stories/dorp.yml").read_text(encoding="utf-8")))
    assert small.report() == []


def test_second_barrier_with_a_number_names_the_first(small):
    small.change("barriers/te-vol.yml", "side: aanbod", "side: vraag")
    line = small.path("barriers/te-vol.yml").read_text(encoding="utf-8").split("\n").index("number: 1") + 1
    first = small.path("barriers/te-ver.yml").read_text(encoding="utf-8").split("\n").index("number: 1") + 1
    assert small.said_by(checks.numbers_are_unique) == [
        f"data/barriers/te-vol.yml:{line}: number: het nummer 1 is al van data/barriers/te-ver.yml:{first}. Kies een ander."
    ]


def test_missing_step_is_counted_and_its_number_named(small):
    small.remove("steps/stap-6.yml")
    assert small.said_by(checks.the_six_and_seven_are_complete) == [
        "data/steps:1: er horen er 6 te zijn. Nummer 6 ontbreekt."
    ]


def test_missing_b_is_counted_and_its_number_named(small):
    text = small.path("seven-bs.yml").read_text(encoding="utf-8")
    small.write("seven-bs.yml", text[: text.index("- id: b-6")])
    assert small.said_by(checks.the_six_and_seven_are_complete) == [
        "data/seven-bs.yml:1: er horen er 7 te zijn. Nummer 6, 7 ontbreekt."
    ]


def test_strategy_on_the_wrong_side_says_which_side(small):
    line = small.change("strategies/strategie-4.yml", "side: aanbod", "side: vraag")
    assert small.said_by(checks.the_six_and_seven_are_complete) == [
        f"data/strategies/strategie-4.yml:{line}: side: "
        "strategie 4 ligt aan de kant «aanbod»: 1 tot 3 is vraag, 4 tot 6 is aanbod."
    ]


@pytest.mark.parametrize(
    ("number", "place", "sentence"),
    [
        ("5.3", 3, "«5.3» hoort bij stap 5. Dit is stap 2."),
        ("2.2", 3, "het nummer «2.2» staat er twee keer. Neem het volgende vrije."),
        ("2.9", 4, "het nummer «2.4» staat niet op zijn plaats. Zet de punten in volgorde."),
    ],
    ids=["of another step", "twice", "out of order"],
)
def test_checklist_number_that_does_not_fit_says_why(small, number, place, sentence):
    line = small.change("steps/stap-2.yml", 'number: "2.3"', f'number: "{number}"') + (place - 3) * 3
    report = small.said_by(checks.checklist_numbers_fit)
    assert report[0] == f"data/steps/stap-2.yml:{line}: checklist[{place}].number: {sentence}"


def test_workbook_question_with_the_id_of_another_step_names_it(small):
    first = small.path("steps/stap-1.yml").read_text(encoding="utf-8").split("\n").index("  - id: hoe-1") + 1
    line = small.change("steps/stap-3.yml", "- id: hoe-3", "- id: hoe-1")
    assert small.said_by(checks.question_ids_are_unique) == [
        f"data/steps/stap-3.yml:{line}: questions[2].id: de id «hoe-1» is al van data/steps/stap-1.yml:{first}. "
        "Kies een andere."
    ]


# --- questions of the workbook ---


def test_choice_with_one_answer_asks_for_a_second(small):
    line = small.change("steps/stap-1.yml", "      - id: helemaal-samen\n        label: Samen\n", "") - 3
    assert small.said_by(checks.questions_have_their_parts) == [
        f"data/steps/stap-1.yml:{line}: questions[2].options: bij «keuze» horen minstens twee antwoorden."
    ]


def test_two_answers_with_one_id_are_told_apart(small):
    line = small.change("steps/stap-1.yml", "      - id: helemaal-samen", "      - id: helemaal-zelf")
    assert small.said_by(checks.answers_and_columns_are_told_apart) == [
        f"data/steps/stap-1.yml:{line}: questions[2].options[2].id: de id «helemaal-zelf» staat er twee keer. Kies een andere."
    ]


def test_two_columns_with_one_id_are_told_apart(small):
    line = small.change("steps/stap-1.yml", "      - id: wat", "      - id: dag")
    assert small.said_by(checks.answers_and_columns_are_told_apart) == [
        f"data/steps/stap-1.yml:{line}: questions[3].columns[2].id: de id «dag» staat er twee keer. Kies een andere."
    ]


def test_head_start_that_covers_no_point_or_one_twice_is_told(small):
    line = small.change("head-starts.yml", '    - number: "2.1"', '    - number: "2.9"')
    assert small.said_by(checks.head_starts_cover_points) == [
        f"data/head-starts.yml:{line}: [1].covers[1].number: het punt «2.9» staat in geen enkele checklist."
    ]
    cover = '    - number: "2.1"\n      reason: Daar staat het al in.\n      ours: true\n'
    line = small.change("head-starts.yml", '    - number: "2.9"\n      reason: Daar staat het al in.\n      ours: true\n', cover * 2) + 3
    assert small.said_by(checks.head_starts_cover_points) == [
        f"data/head-starts.yml:{line}: [1].covers[2].number: het punt «2.1» staat er twee keer."
    ]


def test_text_question_with_answers_and_columns_is_told_what_does_not_belong(small):
    options = small.change("steps/stap-1.yml", "    kind: keuze", "    kind: korte-tekst") + 3
    columns = small.change("steps/stap-1.yml", "    kind: tabel", "    kind: datum") + 3
    assert small.said_by(checks.questions_have_their_parts) == [
        f"data/steps/stap-1.yml:{options}: questions[2].options: bij «korte-tekst» horen geen antwoorden om te kiezen.",
        f"data/steps/stap-1.yml:{columns}: questions[3].columns: kolommen horen bij «tabel», en alleen daar.",
    ]


def test_table_without_columns_asks_for_them(small):
    line = small.change("steps/stap-1.yml", "    columns:\n      - id: dag\n        label: Dag\n      - id: wat\n        label: Wat\n", "") - 4
    assert small.said_by(checks.questions_have_their_parts) == [
        f"data/steps/stap-1.yml:{line}: questions[3].columns: kolommen horen bij «tabel», en alleen daar."
    ]


# --- references ---


def test_story_with_unknown_strategy_names_file_line_and_nearest(small):
    line = small.change("stories/dorp.yml", "strategy: strategie-1", "strategy: strategie-11")
    assert small.said_by(checks.references_exist) == [
        f"data/stories/dorp.yml:{line}: strategies[1].strategy: «strategie-11» bestaat niet (strategie). "
        "Bedoelde je «strategie-1»? Kies uit: "
        "strategie-1, strategie-2, strategie-3, strategie-4, strategie-5, strategie-6."
    ]


def test_unknown_word_in_a_list_of_words_names_its_own_line(small):
    line = small.change("glossary.yml", "    - overkant\n", "    - overkant\n    - dijk\n") + 1
    assert small.said_by(checks.references_exist) == [
        f"data/glossary.yml:{line}: [1].see[2]: «dijk» bestaat niet (woord). Kies uit: brug, overkant."
    ]


def test_item_with_an_error_of_its_own_is_not_unknown_elsewhere(small):
    line = small.change("strategies/strategie-1.yml", "number: 1", "number: een")
    assert small.report() == [
        f"data/strategies/strategie-1.yml:{line}: number: «een» is geen geheel getal. Schrijf alleen cijfers."
    ]


@pytest.mark.parametrize("damage", ["sources:\n\t- boek\n", "sources: geen lijst\n", None], ids=["unreadable", "no list", "gone"])
def test_list_that_cannot_be_read_is_one_problem_and_not_one_per_reference(small, damage):
    small.remove("sources.yml")
    if damage:
        small.write("sources.yml", damage)
    assert len(small.report()) == 1


@pytest.mark.parametrize(
    ("file", "old", "new", "where", "sentence"),
    [
        ("steps/stap-1.yml", "    action: doen", "    action: laten", "checklist[1].action", "«laten» is geen onderdeel van «stap-1». Kies uit: doen."),
        ("barriers/te-ver.yml", "    action: doen", "    action: doe", "helps[2].action", "«doe» is geen onderdeel van «stap-2». Bedoelde je «doen»? Kies uit: doen."),
        ("steps/stap-1.yml", "    part: eerste-aanpak", "    part: aanpak-twee", "examples[1].part", "«aanpak-twee» is geen onderdeel van «dorp». Kies uit: klein-dorp, eerste-aanpak, de-bus, de-brief, meer-kinderen, geduld, verder, niet-alleen."),
    ],
    ids=["action of this step", "action of another step", "part of a story"],
)  # fmt: skip
def test_unknown_part_names_the_parts_there_are(small, file, old, new, where, sentence):
    line = small.change(file, old, new)
    assert small.said_by(checks.parts_exist) == [f"data/{file}:{line}: {where}: {sentence}"]


def test_action_without_its_step_is_told_what_it_needs(small):
    line = small.change("barriers/te-ver.yml", "  - strategy: strategie-1\n", "  - strategy: strategie-1\n    action: doen\n") + 1
    assert small.said_by(checks.parts_exist) == [
        f"data/barriers/te-ver.yml:{line}: helps[1].action: «action» hoort alleen samen met «step»."
    ]


# --- sources ---


def test_statement_without_source_says_what_to_write(small):
    line = small.change("stories/dorp.yml", "    text: Het kost tijd.\n    sources:\n      - source: boek\n", "    text: Het kost tijd.\n")
    assert small.said_by(checks.statements_have_a_source) == [
        f"data/stories/dorp.yml:{line - 2}: lessons[1]: er staat niet bij waar dit vandaan komt. "
        "Noem de bron (sources), of zeg dat het een aanvulling is (ours: true)."
    ]


def test_source_that_nothing_cites_is_pointed_out_and_stops_nothing(small):
    line = small.append("sources.yml", "- id: krant\n  title: De krant\n  author: Iemand\n  date: 2021\n  kind: document\n  short: Krant\n")
    assert small.said_by(checks.sources_are_cited) == [
        f"data/sources.yml:{line}: let op: [2]: geen enkel item noemt de bron «krant». Noem ze ergens, of haal ze weg."
    ]


def test_source_that_only_a_link_names_is_cited(small):
    small.append("sources.yml", "- id: krant\n  title: De krant\n  author: Iemand\n  date: 2021\n  kind: document\n  short: Krant\n")
    small.change("stories/dorp.yml", "Niemand las de brief.", "Niemand las de brief, zie [de krant](bron:krant).")
    assert small.report() == []


# --- links in texts ---

STEPS = "stap-1, stap-2, stap-3, stap-4, stap-5, stap-6"


@pytest.mark.parametrize(
    ("target", "sentence"),
    [
        ("stap:stap-9", f"dat bestaat niet. Bedoelde je «stap-6»? Kies uit: {STEPS}."),
        ("stap:stap-1#laten", "dat onderdeel bestaat niet. Kies uit: doen."),
        ("verhaal:dorp#de-fiets", "dat onderdeel bestaat niet. Bedoelde je «de-brief»? Kies uit: klein-dorp, eerste-aanpak, de-bus, de-brief, meer-kinderen, geduld, verder, niet-alleen."),
        ("pagina:vragem", f"die pagina bestaat niet. Bedoelde je «vragen»? Kies uit: {', '.join(checks.PAGES)}, achtergrond, voor-ambassadeurs, wat-is."),
    ],
    ids=["item", "part of a step", "part of a story", "page"],
)  # fmt: skip
def test_link_that_leads_nowhere_names_its_own_line_and_the_nearest(small, target, sentence):
    line = small.change("steps/stap-3.yml", "[de reden van de brug](woord:brug)", f"[dit]({target})")
    assert small.said_by(checks.links_lead_somewhere) == [
        f"data/steps/stap-3.yml:{line}: actions[1].text: de link «{target}»: {sentence}"
    ]


@pytest.mark.parametrize("target", ["stap:stap-1#doen", "verhaal:dorp#niet-alleen", "pagina:wat-is", "pagina:privacy", "vraag:wat-kost-het"])
def test_link_to_what_exists_is_fine(small, target):
    small.change("steps/stap-3.yml", "[de reden van de brug](woord:brug)", f"[dit]({target})")
    assert small.report() == []


# --- barriers, questions, dates, words ---


def test_help_with_two_targets_asks_for_one(small):
    line = small.change("barriers/te-ver.yml", "  - strategy: strategie-1\n", "  - strategy: strategie-1\n    story: dorp\n")
    assert small.said_by(checks.help_has_one_target) == [
        f"data/barriers/te-ver.yml:{line}: helps[1]: noem precies één van strategy, step of story. Hier staan er 2."
    ]


def test_help_without_a_target_asks_for_one(small):
    line = small.change("barriers/te-ver.yml", "  - strategy: strategie-1\n    strength", "  - strength")
    assert small.said_by(checks.help_has_one_target) == [
        f"data/barriers/te-ver.yml:{line}: helps[1]: noem precies één van strategy, step of story. Hier staan er 0."
    ]


def test_barrier_without_help_or_gap_asks_for_honesty(small):
    small.change("barriers/te-vol.yml", "gap:\n  text: Niemand zegt wat je dan doet.\n  ask: Wie heeft nog plaats?\n", "")
    assert small.said_by(checks.barriers_have_help_or_a_gap) == [
        "data/barriers/te-vol.yml:1: er staat niet wat helpt. "
        "Vul «helps» in, of zeg in «gap» dat de bronnen geen antwoord geven."
    ]


def test_open_question_without_somebody_to_ask_says_so(small):
    line = small.change("questions.yml", "  ask: De bruggenbouwer.\n", "") - 1
    assert small.said_by(checks.open_questions_say_whom_to_ask) == [
        f"data/questions.yml:{line}: [1].open: bij een open vraag hoort «ask»: aan wie stel je ze?"
    ]


@pytest.mark.parametrize(("start", "end"), [("2021-03", "2021-02"), ("2021", "2020-12-31"), ("2021-03-05", "2021-03-04")])
def test_event_that_ends_before_it_begins_names_both(small, start, end):
    small.change("timeline.yml", "start: 2021-03\n", f"start: {start}\n")
    line = small.change("timeline.yml", "end: 2021-03-05", f"end: {end}")
    assert small.said_by(checks.periods_run_forward) == [
        f"data/timeline.yml:{line}: [1].end: het einde «{end}» ligt voor het begin «{start}»."
    ]


@pytest.mark.parametrize(("start", "end"), [("2021", "2021"), ("2021-03-05", "2021-03"), ("2021-03", "2021"), ("2021", "2021-05-01")])
def test_event_within_one_year_or_month_runs_forward(small, start, end):
    small.change("timeline.yml", "start: 2021-03\n  end: 2021-03-05", f"start: {start}\n  end: {end}")
    assert small.report() == []


def test_story_checked_before_it_was_written_names_both_days(small):
    line = small.change("stories/dorp.yml", "checked: 2026-01-02", "checked: 2025-12-31")
    assert small.said_by(checks.periods_run_forward) == [
        f"data/stories/dorp.yml:{line}: checked: "
        "2025-12-31 ligt voor de dag waarop het verhaal geschreven is (2026-01-01)."
    ]


def test_word_that_another_entry_explains_already_names_it(small):
    line = small.change("glossary.yml", "  term: overkant\n", "  term: overkant\n  forms:\n    - Bruggen\n") + 2
    assert small.said_by(checks.words_are_explained_once) == [
        f"data/glossary.yml:{line}: [2].forms[1]: «Bruggen» staat al bij «brug». Houd er één."
    ]


def test_search_phrase_that_leads_to_nothing_says_what_to_add(small):
    small.change("vocabulary.yml", "  words:\n    - brug\n  places:\n    - woord:brug\n", "")
    assert small.said_by(checks.wordings_mean_something) == [
        "data/vocabulary.yml:1: [1]: er staat niet wat dit betekent. "
        "Noem woorden uit de gids in «words», of plaatsen in «places»."
    ]


def test_search_words_without_a_phrase_or_a_place_say_what_to_add(small):
    line = small.append("vocabulary.yml", "- id: leeg\n  words:\n    - brug\n- id: los\n  asked:\n    - ponton\n  words:\n    - brug\n")
    assert small.said_by(checks.wordings_mean_something) == [
        f"data/vocabulary.yml:{line}: [2]: er staat niet wat mensen typen. "
        "Zet dat in «phrases», of alleen de losse woorden in «asked».",
        f"data/vocabulary.yml:{line + 4}: [3].asked: deze woorden tellen mee bij een plaats. Noem die in «places».",
    ]


def test_search_phrase_that_leads_to_a_place_that_is_gone_names_the_nearest(small):
    line = small.change("vocabulary.yml", "    - woord:brug", "    - woord:burg")
    assert small.said_by(checks.wordings_lead_somewhere) == [
        f"data/vocabulary.yml:{line}: [1].places[1]: «woord:burg»: dat bestaat niet. Bedoelde je «brug»? Kies uit: brug, overkant."
    ]


def test_search_phrase_that_stands_twice_names_the_other_entry(small):
    line = small.append("vocabulary.yml", "- id: oversteek\n  phrases:\n    - Viaduct\n  words:\n    - overkant\n") + 2
    assert small.said_by(checks.wordings_stand_once) == [
        f"data/vocabulary.yml:{line}: [2].phrases[1]: «Viaduct» staat al bij «viaduct». Houd er één."
    ]


@pytest.mark.parametrize("old", ["dorp", "gehucht"], ids=["of an item", "of a former item"])
def test_former_name_that_is_in_use_is_refused(small, old):
    text = small.path("stories/dorp.yml").read_text(encoding="utf-8")
    small.write("stories/stad.yml", text.replace("- gehucht", f"- {old}"))
    assert small.said_by(checks.old_names_are_free) == [
        f"data/stories/stad.yml:4: formerly[1]: «{old}» is in gebruik. Een oude naam hoort bij één item."
    ]


def test_withdrawn_story_must_not_be_told_elsewhere(small):
    small.write("stories/dorp.yml", "state: ingetrokken\n")
    linked = small.change("timeline.yml", "Het eerste boek verscheen.", "Het begon in [het dorp](verhaal:dorp).")
    report = small.said_by(checks.unpublished_stories_are_not_named)
    assert f"data/timeline.yml:{linked}: [1].text: de link «verhaal:dorp»: dat verhaal is ingetrokken. Haal weg wat hier daaruit komt." in report
    places = {line.split(": ")[1] for line in report}
    assert places == {"helps[3].story", "seen_in[1].story", "examples[1].story", "questions[1].example.story", "[1].text"}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("jan.peeters@dorp.example", "een e-mailadres"),
        ("0478 12 34 56", "een telefoonnummer"),
        ("+32 478 12 34 56", "een telefoonnummer"),
        ("056/12.34.56", "een telefoonnummer"),
        ("Amina (9)", "een voornaam met leeftijd"),
        ("Amina (9 jaar)", "een voornaam met leeftijd"),
        ("Kerkstraat 12", "een adres"),
    ],
)
@pytest.mark.parametrize(
    ("old", "where"),
    [("Niemand las de brief.", "failed[1].text"), ("Wie de bus betaalde.", "unknown[1]"), ("Een klein dorp.", "card.context")],
)
def test_likely_personal_data_in_a_story_is_pointed_out_and_stops_nothing(small, text, label, old, where):
    line = small.change("stories/dorp.yml", old, f"Dat zei {text} ons.")
    assert small.said_by(checks.texts_name_no_private_people) == [
        f"data/stories/dorp.yml:{line}: let op: {where}: «{text}» lijkt op {label}. Mag dit online staan?"
    ]


@pytest.mark.parametrize("text", ["meer dan tachtig", "€ 139.000", "3.618 leden", "in 2021–2022", "van 1 maart 2021", "Kortrijk (2021)", "0,5 VTE"])
def test_ordinary_numbers_in_a_story_are_no_personal_data(small, text):
    small.change("stories/dorp.yml", "Niemand las de brief.", f"Het waren er {text}.")
    assert small.report() == []
