"""One test per rule about practice stories: each breaks exactly that rule and reads what a contributor reads."""

import re

import pytest

from macros.guide import checks

DORP, WIJK = "stories/dorp.yml", "stories/wijk.yml"


CORE = ["title", "summary", "municipality", "card", "context", "approach", "made_from", "author", "licence", "written"]


def test_story_of_ten_fields_is_enough(small):
    text = small.path(WIJK).read_text(encoding="utf-8")
    used = re.findall(r"^(\w+):", text, re.MULTILINE)
    assert set(used) == {*CORE, "figures", "own_sources"}
    assert small.report() == []


@pytest.mark.parametrize("field", CORE)
def test_story_without_a_core_field_says_what_belongs_there(small, field):
    text = small.path(WIJK).read_text(encoding="utf-8")
    small.write(WIJK, re.sub(rf"^{field}:.*\n(?:[ -].*\n)*", "", text, flags=re.MULTILINE))
    (message,) = small.report()
    assert re.fullmatch(rf"data/{WIJK}:1: {field}: vul dit nog in\. [A-Z«].+[.?]", message)


def test_what_its_author_tells_needs_no_other_source(small):
    small.change(WIJK, "made_from: eigen-ervaring", "made_from: gepubliceerde-bronnen")
    places = [message.split(": ")[1] for message in small.said_by(checks.statements_have_a_source)]
    assert places[1:] == ["context[1]", "approach[1]"] and places[0].startswith("er staat niet bij waar dit vandaan komt")
    small.change(WIJK, "made_from: gepubliceerde-bronnen", "made_from: gesprekken")
    assert small.report() == []


@pytest.mark.parametrize("made_from", ["eigen-ervaring", "gesprekken"])
def test_figure_needs_a_document_whoever_tells_the_story(small, made_from):
    small.change(WIJK, "made_from: eigen-ervaring", f"made_from: {made_from}")
    line = small.change(WIJK, "    sources:\n      - source: jaarverslag\n", "    ours: true\n") - 2
    small.append("roles.yml", "- id: x\n  title: X\n  does: X.\n  differs: X.\n  together: X.\n  sources:\n    - source: jaarverslag\n")
    assert small.said_by(checks.story_figures_have_a_source) == [
        f"data/{WIJK}:{line}: figures[1]: een cijfer heeft een bron nodig. Noem ze bij «Waar dit staat» (sources). Staat het document nog niet in de gids, zet het dan bij «Eigen bronnen» (own_sources)."
    ]


def test_amount_needs_a_document_too(small):
    small.change(DORP, "    note: Voor een jaar.\n    sources:\n      - source: boek\n", "    note: Voor een jaar.\n    ours: true\n")
    assert [message.split(": ")[1] for message in small.said_by(checks.story_figures_have_a_source)] == ["budget[1]"]


def test_published_view_names_its_document(small):
    line = small.change(WIJK, "made_from:", VIEW.format(consent="gepubliceerde-bron") + "made_from:") + 4
    assert small.said_by(checks.published_views_name_their_document) == [
        f"data/{WIJK}:{line}: views[1].consent: noem het gepubliceerde document bij «Waar dit staat» (sources). "
        "Is er geen, vraag dan toestemming en zeg dat bij «Toestemming» (consent: gegeven)."
    ]


VIEW = "views:\n  - id: een-mening\n    text: Het hielp.\n    role: buurvrouw\n    consent: {consent}\n"


def test_view_with_consent_is_fine(small):
    small.change(WIJK, "made_from:", VIEW.format(consent="gegeven") + "made_from:")
    assert small.report() == []


@pytest.mark.parametrize(("consent", "said"), [("nog niet gevraagd", "«nog niet gevraagd» kan hier niet."), ("", "«» kan hier niet.")])
def test_view_without_consent_is_refused(small, consent, said):
    line = small.change(WIJK, "made_from:", VIEW.format(consent=consent) + "made_from:") + 4
    (message,) = small.report()
    assert message.startswith(f"data/{WIJK}:{line}: views[1].consent: {said}")
    assert "Kies uit: gegeven, gepubliceerde-bron." in message


def test_view_that_says_nothing_of_consent_is_refused_with_the_reason(small):
    line = small.change(WIJK, "made_from:", VIEW.format(consent="x").replace("    consent: x\n", "") + "made_from:") + 1
    assert small.report() == [
        f"data/{WIJK}:{line}: views[1].consent: vul dit nog in. Zonder toestemming kan een uitspraak niet online. "
        "Schrijf «gegeven» als de persoon ja zei, of «gepubliceerde-bron»."
    ]


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("strategies", "strategy: strategie-1\n    use: nee\n    how: Toch niet."),
        ("barriers", "barrier: te-vol\n    how: Weer vol."),
        ("steps", "step: stap-2\n    how: Nog eens."),
    ],
)
def test_story_names_a_thing_once(small, name, entry):
    first = small.path(DORP).read_text(encoding="utf-8").split("\n").index(f"{name}:") + 2
    small.change(DORP, f"\n{name}:\n", f"\n{name}:\n  - {entry}\n    ours: true\n")
    report = small.said_by(checks.stories_name_a_thing_once)
    assert [message.split(": ", 2)[2] for message in report] == [f"«{entry.split()[1]}» staat al op regel {first}. Voeg ze samen."]


def test_story_names_an_audience_once(small):
    line = small.change(DORP, "audiences:\n  - kinderen\n", "audiences:\n  - kinderen\n  - kinderen\n") + 2
    assert small.said_by(checks.stories_name_a_thing_once) == [
        f"data/{DORP}:{line}: audiences[2]: «kinderen» staat al op regel {line - 1}. Voeg ze samen."
    ]


@pytest.mark.parametrize("name", ["vergelijken", "index"])
def test_story_is_not_called_like_another_page(small, name):
    small.write(f"stories/{name}.yml", small.path(WIJK).read_text(encoding="utf-8").split("figures:")[0] + TOLD)
    assert small.said_by(checks.story_names_are_free) == [
        f"data/stories/{name}.yml:1: de naam «{name}» is van een andere pagina. Geef het bestand een andere naam."
    ]


TOLD = "made_from: eigen-ervaring\nauthor: De wijk\nlicence: cc-by-4.0\nwritten: 2026-01-01\n"


def test_withdrawn_story_that_still_holds_its_text_is_pointed_out(small):
    line = small.append(WIJK, "state: ingetrokken\n")
    assert small.said_by(checks.withdrawn_stories_are_emptied) == [
        f"data/{WIJK}:{line}: let op: state: de tekst staat nog in dit bestand. "
        "Houd alleen «state: ingetrokken» over, en «formerly» als dat er staat."
    ]


def test_withdrawn_story_of_one_line_is_fine_and_counts_no_more(small):
    small.write(WIJK, "state: ingetrokken\n")
    assert small.report() == []
    assert [story.id for story in small.guide().stories] == ["dorp"]
    assert "jaarverslag" not in {source.id for source in small.guide().sources}


def test_invented_example_must_not_be_told_elsewhere(small):
    small.append(WIJK, "state: voorbeeld\n")
    line = small.change("timeline.yml", "Het eerste boek verscheen.", "Het begon in [de wijk](verhaal:wijk).")
    assert small.said_by(checks.unpublished_stories_are_not_named) == [
        f"data/timeline.yml:{line}: [1].text: de link «verhaal:wijk»: dat verhaal is verzonnen. Haal weg wat hier daaruit komt."
    ]


def test_own_source_of_a_story_is_a_source_of_the_guide(small):
    assert "jaarverslag" in {source.id for source in small.guide().sources}


def test_own_source_with_the_id_of_another_names_where_that_stands(small):
    small.change(WIJK, "      - source: jaarverslag\n", "      - source: boek\n")
    line = small.change(WIJK, "own_sources:\n  - id: jaarverslag\n", "own_sources:\n  - id: boek\n") + 1
    assert small.said_by(checks.ids_are_unique_in_a_list) == [
        f"data/{WIJK}:{line}: own_sources[1].id: de id «boek» staat al op data/sources.yml:1. Kies een andere."
    ]


def test_own_source_that_nothing_names_is_pointed_out(small):
    small.change(WIJK, "      - source: jaarverslag\n", "      - source: boek\n")
    line = small.path(WIJK).read_text(encoding="utf-8").split("\n").index("  - id: jaarverslag") + 1
    assert small.said_by(checks.sources_are_cited) == [
        f"data/{WIJK}:{line}: let op: own_sources[1]: geen enkel item noemt de bron «jaarverslag». Noem ze ergens, of haal ze weg."
    ]


def test_day_of_last_check_is_the_day_of_writing_unless_it_is_said(small):
    dates = {story.id: story.last_checked.isoformat() for story in small.guide().stories}
    assert dates == {"dorp": "2026-01-02", "wijk": "2026-01-01"}


@pytest.mark.parametrize("state", ["voorbeeld", "ingetrokken"])
def test_own_source_of_a_story_in_no_list_is_known_to_that_story_alone(small, state):
    line = small.append(WIJK, f"state: {state}\n")
    place = small.change(DORP, "    note: Soms dertien.\n    sources:\n      - source: boek\n", "    note: Soms dertien.\n    sources:\n      - source: jaarverslag\n") + 2
    report = [message for message in small.report() if not message.startswith(f"data/{WIJK}:{line}: let op")]
    assert report == [f"data/{DORP}:{place}: figures[1].sources[1].source: «jaarverslag» bestaat niet (bron). Kies uit: boek."]


def test_link_to_a_source_that_readers_cannot_see_is_refused(small):
    small.append(WIJK, "state: voorbeeld\n")
    line = small.change("timeline.yml", "Het eerste boek verscheen.", "Zie [dit](bron:jaarverslag).")
    assert small.said_by(checks.links_lead_somewhere) == [
        f"data/timeline.yml:{line}: [1].text: de link «bron:jaarverslag»: dat bestaat niet. Kies uit: boek."
    ]
