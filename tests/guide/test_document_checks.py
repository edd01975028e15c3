"""The rules about documents to fill in, each broken alone."""

from macros.guide import checks

NOTE = "documents/dorpsnota.yml"


def test_part_without_what_its_form_needs_says_what(small):
    line = small.change(NOTE, "      - form: checklist\n        step: stap-1\n", "      - form: checklist\n")
    assert small.said_by(checks.document_parts_have_what_they_need) == [
        f"data/{NOTE}:{line}: sections[2].parts[2]: bij «checklist» hoort «step»."
    ]


def test_part_with_a_field_of_another_form_says_so(small):
    line = small.change(NOTE, "      - form: acties\n", "      - form: acties\n        side: vraag\n")
    assert small.said_by(checks.document_parts_have_what_they_need) == [
        f"data/{NOTE}:{line + 1}: sections[2].parts[3].side: «side» hoort niet bij «acties». Haal het weg."
    ]


def test_unknown_question_names_the_nearest(small):
    line = small.change(NOTE, "question: waarom-5", "question: waarom-51")
    [message] = small.said_by(checks.document_questions_exist)
    assert message.startswith(
        f"data/{NOTE}:{line}: sections[1].parts[2].question: geen enkele stap heeft de vraag «waarom-51». Bedoelde je «waarom-5»?"
    )


def test_answer_to_a_table_says_which_form_fits(small):
    line = small.change(NOTE, "question: waarom-5", "question: wanneer-5")
    assert small.said_by(checks.document_questions_exist) == [
        f"data/{NOTE}:{line}: sections[1].parts[2].question: «wanneer-5» is een vraag van de soort «tabel»: schrijf «form: tabel»."
    ]


def test_unknown_column_names_the_nearest(small):
    line = small.change(NOTE, "columns: [dag]", "columns: [dagg]")
    [message] = small.said_by(checks.document_questions_exist)
    assert message == (
        f"data/{NOTE}:{line}: sections[1].parts[3].columns[1]: de vraag «wanneer-5» heeft geen kolom «dagg». "
        "Bedoelde je «dag»? Kies uit: dag, wat."
    )


def test_mark_for_an_unknown_answer_names_the_nearest(small):
    line = small.change(NOTE, "{=hoe-5}", "{=hoe-51}")
    [message] = small.said_by(checks.document_marks_can_be_read)
    assert message.startswith(f"data/{NOTE}:{line}: sections[1].parts[1].text: geen enkele stap heeft de vraag «hoe-51». Bedoelde je «hoe-5»?")


def test_mark_for_the_rows_of_a_table_is_refused(small):
    small.change(NOTE, "{=hoe-5}", "{=wanneer-5}")
    [message] = small.said_by(checks.document_marks_can_be_read)
    assert "geen enkele stap heeft de vraag «wanneer-5»" in message


def test_mark_that_means_nothing_shows_how_to_write_one(small):
    line = small.change(NOTE, "{het college|het bestuur}", "{het college}")
    assert small.said_by(checks.document_marks_can_be_read) == [
        f"data/{NOTE}:{line}: heading: «{{het college}}» kan hier niet. Schrijf «{{het college|het bestuur}}» of «{{=plaats}}»."
    ]


def test_brace_alone_shows_how_to_write_a_mark(small):
    line = small.change(NOTE, "lead: In onze woorden", "lead: In onze {woorden")
    assert small.said_by(checks.document_marks_can_be_read) == [
        f"data/{NOTE}:{line}: sections[1].parts[2].lead: een accolade staat alleen. Schrijf «{{het college|het bestuur}}» of «{{=plaats}}»."
    ]


def test_document_that_is_neither_file_nor_mail_is_refused(small):
    small.change("documents/briefje.yml", "subject: Kom je?\n", "")
    assert small.said_by(checks.documents_are_files_or_mails) == [
        "data/documents/briefje.yml:1: noem een «file» (een Word-bestand) of een «subject» (een mail): één van de twee."
    ]


def test_mail_cannot_carry_a_plan(small):
    line = small.append("documents/briefje.yml", "carries_plan: true\n")
    assert small.said_by(checks.documents_are_files_or_mails) == [
        f"data/documents/briefje.yml:{line}: carries_plan: alleen een Word-bestand kan de gegevens van het plan dragen."
    ]


def test_two_files_of_one_name_are_told(small):
    line = small.change("documents/briefje.yml", "subject: Kom je?", "file: dorpsnota.docx")
    assert small.said_by(checks.documents_are_files_or_mails) in (
        [f"data/{NOTE}:5: file: de naam «dorpsnota.docx» is al van data/documents/briefje.yml. Kies een andere."],
        [f"data/documents/briefje.yml:{line}: file: de naam «dorpsnota.docx» is al van data/{NOTE}. Kies een andere."],
    )


def test_file_that_has_the_name_of_another_one_for_organisations_is_told(small):
    line = small.change("documents/briefje.yml", "subject: Kom je?", "file: vzw-nota.docx")
    assert small.said_by(checks.documents_are_files_or_mails) in (
        [f"data/{NOTE}:7: file_organisation: de naam «vzw-nota.docx» is al van data/documents/briefje.yml. Kies een andere."],
        [f"data/documents/briefje.yml:{line}: file: de naam «vzw-nota.docx» is al van data/{NOTE}. Kies een andere."],
    )


def test_two_headings_of_one_id_are_told(small):
    line = small.change(NOTE, "  - id: de-rest", "  - id: waarom")
    assert small.said_by(checks.documents_are_files_or_mails) == [
        f"data/{NOTE}:{line}: sections[2].id: de id «waarom» staat er twee keer. Kies een andere."
    ]


def test_table_in_a_mail_is_refused(small):
    small.change("documents/briefje.yml", "      - form: tekst\n", "      - form: acties\n      - form: tekst\n")
    [message] = small.said_by(checks.mails_are_words)
    assert message.endswith("sections[1].parts[1].form: een mail heeft alleen «tekst» en «antwoord».")


def test_words_of_a_document_name_their_source_and_places_to_fill_in_need_none(small):
    line = small.change("documents/briefje.yml", "        ours: true\n", "")
    [message] = small.said_by(checks.statements_have_a_source)
    assert message.startswith(f"data/documents/briefje.yml:{line - 2}: sections[1].parts[1]: ")
