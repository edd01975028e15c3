"""The ways in that the site itself offers."""

from __future__ import annotations

import io
from urllib.parse import urljoin

from docx import Document

from macros.guide.fields import story_fields


def test_share_page_leads_to_the_word_template_and_to_an_example(site, built, pages):
    links = {urljoin("/deel-je-verhaal/", link["href"]).partition("#")[0] for link in pages["/deel-je-verhaal/"].main.find_all("a")}
    assert {"/assets/sjablonen/praktijkverhaal.docx", "/praktijkverhalen/voorbeeld/"} <= links
    document = Document(io.BytesIO((built / "assets" / "sjablonen" / "praktijkverhaal.docx").read_bytes()))
    headings = {paragraph.text.removesuffix(" (verplicht)") for paragraph in document.paragraphs if paragraph.style.name == "Heading 2"}
    assert {field.label for field in story_fields() if field.required} <= headings


def test_share_page_begins_with_the_way_to_the_form(pages):
    head = pages["/deel-je-verhaal/"].main.find("header")
    assert [urljoin("/deel-je-verhaal/", link["href"]) for link in head.find_all("a")] == ["/deel-je-verhaal/formulier/", "/deel-je-verhaal/#hoe-doe-je-het"]


def test_example_says_that_it_is_invented_and_is_kept_from_search_engines(pages):
    page = pages["/praktijkverhalen/voorbeeld/"]
    assert "Dit voorbeeld is verzonnen" in page.main.get_text()
    assert page.select_one('meta[name="robots"]')["content"] == "noindex"
    elsewhere = [address for address, other in pages.items() if "voorbeeld/" in str(other.main) and address != "/praktijkverhalen/voorbeeld/"]
    assert all(address.startswith("/deel-je-verhaal/") for address in elsewhere)
