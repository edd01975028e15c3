"""What is on paper: every item of the data, boxes to tick, room to write, and the two sides told apart without colour."""

from __future__ import annotations

import re

import pikepdf
import pymupdf
import pytest
import yaml

from macros.export.press import TEMPLATES
from macros.export.sheets import _PAGES
from macros.guide import approach, model, scores
from macros.guide.guide import walk
from tests.conftest import ROOT
from tests.export.conftest import SITE, spaced

MM = 72 / 25.4


def squares(page, side_mm):
    """Drawn squares of at least a size: boxes to tick."""
    found = []
    for drawing in page.get_drawings():
        box = drawing["rect"]
        if drawing["type"] == "s" and abs(box.width - box.height) < 0.5 and side_mm * MM <= box.width < 8 * MM:
            found.append(box)
    return found


# --- checklists ---


@pytest.mark.parametrize("form", ["", "-met-notities"])
def test_checklist_has_every_item_of_its_step_with_its_number(made, form):
    for step in made.guide.steps:
        text = made.words(f"checklist-stap-{step.number}{form}.pdf")
        for item in step.checklist:
            assert f"{item.number} {item.text}" in text


@pytest.mark.parametrize(("form", "most"), [("", 1), ("-met-notities", 2)])
def test_checklist_has_a_box_of_five_millimetres_for_every_item(made, form, most):
    for step in made.guide.steps:
        name = f"checklist-stap-{step.number}{form}.pdf"
        with made.opened(name) as pdf:
            assert len(pdf) <= most
            assert sum(len(squares(page, 5)) for page in pdf) == len(step.checklist), name


def test_every_page_of_a_checklist_names_its_step_and_counts_its_sheets(made):
    for step in made.guide.steps:
        pages = made.pages(f"checklist-stap-{step.number}-met-notities.pdf")
        for number, text in enumerate(pages, 1):
            assert f"Stap {step.number} · {step.title}" in text
            assert f"blad {number} van {len(pages)}" in text


def test_an_item_that_no_source_gives_carries_its_mark(made):
    for step in made.guide.steps:
        text = made.words(f"checklist-stap-{step.number}.pdf")
        for item in step.checklist:
            assert (f"{item.text} °" in text) is item.ours


def test_the_booklet_has_the_six_steps_and_every_checklist(made):
    for form in ("", "-met-notities"):
        text = made.words(f"checklists-alle-stappen{form}.pdf")
        for step in made.guide.steps:
            assert all(line in text for line in step.in_short)
            assert all(f"{item.number} {item.text}" in text for item in step.checklist)


def test_everything_for_a_step_is_its_checklists_and_worksheets_in_one_file(made):
    for step in made.guide.steps:
        own = [entry for entry in made.prints if entry.steps == (step.number,) and not entry.whole]
        whole = made.entry(f"alles-voor-stap-{step.number}.pdf")
        assert len(own) >= 3
        assert whole.pages == sum(entry.pages for entry in own)


# --- for the alderman ---


def test_the_leaflet_is_one_page_with_its_amounts_labelled_and_its_sources(made):
    [leaflet] = made.guide.of("leaflets")
    [text] = made.pages("voor-de-schepen.pdf")
    assert "€ 139.000 het hele project in Kortrijk, 24 maanden € 74.900 daarvan was Vlaamse subsidie. Geen loonkost" in text
    for point in leaflet.points:
        assert point.title in text
        for ref in point.sources:
            assert made.guide.get("sources", ref.source).short in text
    assert leaflet.ask in text


# --- the whole guide ---


def test_the_whole_guide_holds_every_title_every_term_and_every_source(made):
    text = made.words("de-hele-gids.pdf").casefold()
    missing = []
    for kind in ("steps", "strategies", "barriers", "stories", "articles", "seven-bs", "timeline", "roles"):
        for item in made.guide.of(kind):
            if kind == "stories" and item not in made.guide.stories:
                continue
            missing += [] if item.title.casefold() in text else [f"{kind}/{item.id}"]
    missing += [question.id for question in made.guide.questions if question.question.casefold() not in text]
    missing += [term.id for term in made.guide.glossary if term.definition.casefold() not in text]
    missing += [source.id for source in made.guide.sources if source.title.casefold() not in text]
    assert missing == []


def test_the_whole_guide_tells_every_action_tip_and_caution(made):
    text = made.words("de-hele-gids.pdf")
    for step in made.guide.steps:
        for node in walk(made.guide.document(step)):
            if isinstance(node.owner, model.Point) and node.name == "text":
                first = re.split(r"[.:?!]", node.value.plain)[0]
                assert spaced(first) in text, f"{step.id}: {node.owner.id}"


def test_the_contents_lead_to_the_page_that_they_name(made):
    with made.opened("de-hele-gids.pdf") as pdf:
        chapters = [(title, page) for level, title, page in pdf.get_toc() if level == 1]
        contents = [page for page in pdf if 0 < page.number < chapters[0][1] - 1]
        printed = re.findall(r"\d+", " ".join(page.get_text() for page in contents))
        reached = {link["page"] + 1 for page in contents for link in page.get_links()}
        assert len(chapters) > 15
        for title, page in chapters:
            assert page in reached and str(page) in printed, title
            assert title.split()[0] in pdf[page - 1].get_text(), title


def test_links_inside_the_whole_guide_stay_inside_it(made):
    with made.opened("de-hele-gids.pdf") as pdf:
        links = [link for page in pdf for link in page.get_links()]
    assert sum("page" in link and link["page"] >= 0 for link in links) > 300
    assert all(link["uri"].startswith(("https://", "mailto:")) for link in links if link.get("uri"))


# --- cards and posters ---


def test_barrier_cards_are_told_as_children_who_and_eight_to_a_page(made):
    text = made.words("kaarten-drempels.pdf")
    for barrier in made.guide.barriers:
        assert barrier.card in text
        assert barrier.card.startswith(("kinderen die", "aanbieders die"))
    assert made.entry("kaarten-drempels.pdf").pages == -(-len(made.guide.barriers) // 8)


def test_the_short_set_has_twelve_cards_of_both_sides(made):
    [cards] = made.guide.of("card-sets")
    sides = [made.guide.get("barriers", id).side for id in cards.barriers]
    assert len(sides) == 12 and set(sides) == set(model.Side)
    text = made.words(f"kaarten-{cards.id}.pdf")
    assert all(made.guide.get("barriers", id).card in text for id in cards.barriers)


def test_every_sheet_of_cards_has_marks_to_cut_by(made):
    with made.opened("kaarten-drempels.pdf") as pdf:
        for page in pdf:
            lines = [d["rect"] for d in page.get_drawings() if min(d["rect"].width, d["rect"].height) < 0.5]
            marks = [line for line in lines if max(line.width, line.height) < 5 * MM]  # longer ones are to write on
            assert sum(mark.width > mark.height for mark in marks) == 10, page.number
            assert sum(mark.height > mark.width for mark in marks) == 6, page.number


def test_the_poster_of_the_steps_has_all_six_and_that_of_the_line_both_ends(made):
    steps, line = made.words("affiche-zes-stappen.pdf"), made.words("affiche-de-lijn.pdf")
    assert all(step.title in steps and all(s in steps for s in step.in_short) for step in made.guide.steps)
    assert "Kinderen en gezinnen" in line and "Aanbieders" in line
    assert all(strategy.title in line and strategy.summary in line for strategy in made.guide.strategies)


# --- worksheets ---


def test_every_worksheet_has_its_parts_and_fits_where_it_should(made):
    for worksheet in made.guide.of("worksheets"):
        name = f"werkblad-{worksheet.id}.pdf"
        text = made.words(name)
        assert made.entry(name).pages <= worksheet.pages
        questions = {question.id: question for step in made.guide.steps for question in step.questions}
        for part in worksheet.parts:
            expected = [part.title, *part.labels, *part.columns]
            if part.question:
                question = questions[part.question]
                expected += [question.label, *(choice.label for choice in (*question.options, *question.columns))]
            assert [line for line in expected if line and line not in text] == [], name


def test_the_talk_guide_asks_a_provider_six_questions(made):
    first = made.pages("werkblad-gespreksleidraad.pdf")[0]
    assert [number for number in range(1, 10) if f" {number}. " in first] == [1, 2, 3, 4, 5, 6]


def test_every_barrier_can_be_scored_on_its_side(made):
    demand, supply = made.pages("werkblad-drempels-scoren.pdf")
    for barrier in made.guide.barriers:
        assert barrier.title in (demand if barrier.side is model.Side.DEMAND else supply)


def test_paper_scores_barriers_in_the_words_of_the_page_that_counts_them(made):
    words = [word.capitalize() for word in scores.WORDS.values()]
    assert words == ["Veel", "Een beetje", "Niet", "Weten we niet"]
    for page in made.pages("werkblad-drempels-scoren.pdf"):
        assert "Speelt deze drempel hier?" in page and all(word in page for word in words)
    [sheet] = [sheet for sheet in made.guide.get("materials", "drempels-samen-scoren").sheets if sheet.id == "scoreblad"]
    assert list(sheet.scale) == words


def test_every_answer_about_strategies_stands_with_what_it_points_to(made):
    text = made.words("werkblad-strategievragen.pdf")
    signs = {"ervoor": "+", "eerst-regelen": "!", "ertegen": "–"}
    for question in made.guide.of("strategy-questions"):
        assert f"{question.number}. {question.question}" in text
        for answer in question.answers:
            assert answer.label in text
            for effect in answer.effects:
                assert f"{signs[effect.weight]} {made.guide.get('strategies', effect.strategy).title}" in text


def test_what_the_answers_say_together_is_worked_out_on_paper(made):
    last = made.pages("werkblad-strategievragen.pdf")[-1]
    assert all(f"{strategy.number}. {strategy.title}" in last for strategy in made.guide.strategies)
    assert all(f"{title}: {approach.WHEN[group]}" in last for group, title in approach.GROUPS.items())
    assert all(rule in last for rule in approach.ALSO[1:])
    assert f"minstens {approach.ENOUGH} vragen" in last and f"{approach.TOO_UNSURE} keer of vaker" in last


def test_answers_that_say_the_same_are_named_on_paper(made):
    last = made.pages("werkblad-strategievragen.pdf")[-1]
    pairs = approach.same(made.guide)
    assert len(pairs) > 1
    for pair in pairs:
        assert [question.number for question, _ in pair] == sorted(question.number for question, _ in pair)
        assert " en ".join(f"«{answer.label}» (vraag {question.number})" for question, answer in pair) in last


# --- in black and white ---


def tokens():
    """The colours by name."""
    return dict(re.findall(r'^#let ([\w-]+) = rgb\("#([0-9a-f]{6})"\)', (TEMPLATES / "look.typ").read_text(), re.MULTILINE))


def luminance(color):
    parts = [int(color[index : index + 2], 16) / 255 for index in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_every_text_colour_can_be_read_on_every_ground_even_as_grey():
    color = tokens()
    for text, grounds in {
        "ink": ("paper", "shade"), "muted": ("paper", "shade"), "demand": ("paper", "demand-tint"), "supply": ("paper", "supply-tint"),
    }.items():  # fmt: skip
        for ground in grounds:
            assert contrast(color[text], color[ground]) >= 4.5, f"{text} on {ground}"
    assert contrast(color["paper"], color["ink"]) >= 4.5


def test_colours_are_named_in_one_place():
    others = [file for file in TEMPLATES.glob("*.typ") if file.name != "look.typ"]
    assert [file.name for file in others if re.search(r"rgb\(|luma\(|cmyk\(|\b(red|blue|green|gray|black|white)\b", file.read_text())] == []


def test_the_two_sides_differ_in_words_line_and_shape(made):
    with made.opened("kaarten-leeg.pdf") as pdf:
        page = pdf[0]
        middle = page.rect.height / 2
        frames = [d for d in page.get_drawings() if d["rect"].width > 70 * MM and d["rect"].height > 40 * MM]
        demand = [frame for frame in frames if frame["rect"].y1 < middle + 10]
        supply = [frame for frame in frames if frame["rect"].y0 > middle - 10]
        assert len(demand) == len(supply) == 4
        assert all(frame["dashes"] in ("[] 0", "") and any(item[0] == "c" for item in frame["items"]) for frame in demand)
        assert all(frame["dashes"] not in ("[] 0", "") and all(item[0] != "c" for item in frame["items"]) for frame in supply)
        text = page.get_text()
    assert text.count("Kinderen en gezinnen") == text.count("Aanbieders") == 4


# --- where the site stands ---


def test_without_an_address_there_is_no_code_to_scan_and_no_address(made):
    for name in made.pdfs:
        with pikepdf.open(made.path(name)) as pdf:
            assert list(_with_alternative(pdf.Root.StructTreeRoot.K)) == [], name
        assert "voorbeeldstad" not in made.words(name), name


def test_without_an_address_sheets_say_the_way_through_the_guide_in_words(made):
    first = {
        "checklist-stap-2.pdf": "In de gids: Zes stappen › stap 2", "checklist-stap-6-met-notities.pdf": "In de gids: Zes stappen › stap 6",
        "werkblad-begroting.pdf": "In de gids: Zes stappen › stap 3", "verhaal-kortrijk.pdf": "In de gids: Praktijkverhalen",
        "voor-de-schepen.pdf": "In de gids: Veelgestelde vragen", "werkblad-toestemming-praktijkverhaal.pdf": "In de gids: Deel je verhaal",
        "affiche-zes-stappen.pdf": "In de gids: Zes stappen.", "affiche-de-lijn.pdf": "In de gids: Strategieën.",
        "workshop-drempels-zien-90.pdf": "In de gids: Workshops",
    }  # fmt: skip
    assert [name for name, way in first.items() if way not in made.pages(name)[0]] == []


def test_the_way_through_the_guide_names_pages_as_they_are_called():
    menus = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV", ""), yaml.SafeLoader)["extra"]
    titles = {entry["page"]: entry["title"] for menu in ("menu", "action", "footer_use", "footer_about") for entry in menus[menu]}
    assert {page: titles[page] for page in _PAGES} == _PAGES


def test_with_an_address_sheets_say_where_they_belong_in_words_and_as_a_code(made_online):
    step = made_online.guide.steps[1]
    address = f"{SITE}stappen/{step.id}/"
    assert address in made_online.words("checklist-stap-2.pdf").replace(" ", "")
    assert "In de gids:" not in made_online.words("checklist-stap-2.pdf")
    for name, target in (("checklist-stap-2.pdf", address), ("de-hele-gids.pdf", SITE)):
        with pikepdf.open(made_online.path(name)) as pdf:
            alternatives = [str(found.Alt) for found in _with_alternative(pdf.Root.StructTreeRoot.K)]
        assert [text for text in alternatives if text.startswith("QR")] == [f"QR-code naar {target}"], name


def test_code_to_scan_never_covers_what_is_to_read(made_online):
    sheets = ("voor-de-schepen.pdf", "checklist-stap-2.pdf", "werkblad-begroting.pdf", "workshop-eerste-steungroep-60.pdf", "verhaal-lokeren.pdf")
    for name in sheets:
        code, words, _ = _code_to_scan(made_online, name)
        assert 35 < code.width < 60 and [word for word in words if word.intersects(code)] == [], name


def test_code_on_a_poster_is_large_and_keeps_white_around_it(made_online):
    for name in ("affiche-zes-stappen.pdf", "affiche-de-lijn.pdf"):
        code, words, frames = _code_to_scan(made_online, name)
        white = code + (-8, -8, 8, 8)  # four modules, as a reader of codes expects
        assert 75 < code.width < 90, name
        assert [found for found in (*words, *frames) if found.intersects(white)] == [], name


def _code_to_scan(made, name):
    """Where the black of the code stands on the first page, the words there, and what else is drawn."""
    with made.opened(name) as pdf:
        words = [pymupdf.Rect(word[:4]) for word in pdf[0].get_text("words")]
        drawn = [(drawing["rect"], (0.0, 0.0, 0.0) in (drawing["color"], drawing["fill"])) for drawing in pdf[0].get_drawings()]
        page = pdf[0].rect
    marks = [rect for rect, black in drawn if black]
    assert marks, name
    code = pymupdf.Rect(min(mark.x0 for mark in marks), min(mark.y0 for mark in marks), max(mark.x1 for mark in marks), max(mark.y1 for mark in marks))
    around = code + (-12, -12, 12, 12)  # the white of the code's own picture is a drawing too
    return code, words, [rect for rect, black in drawn if not black and rect not in around and not rect.contains(page)]


def _with_alternative(node):
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from _with_alternative(child)
    elif isinstance(node, pikepdf.Dictionary):
        if "/Alt" in node:
            yield node
        if "/K" in node:
            yield from _with_alternative(node.K)
