"""The list of published addresses: it grows by a command, and nothing leaves it unseen."""

from __future__ import annotations

from macros.commands import addresses
from macros.export.selection import STORIES_ON_PAPER


def made(folder, *names):
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x", encoding="utf-8")
    return folder


def test_pages_documents_data_and_feeds_are_kept_but_no_passing_files(tmp_path):
    folder = made(tmp_path, "index.html", "hulp/index.html", "afdrukken/a.pdf", "data/a.csv", "over/w.xml", "assets/a.js", "404.html", "robots.txt")
    assert addresses.published(folder) == {"", "hulp/", "afdrukken/a.pdf", "data/a.csv", "over/w.xml"}


def test_new_address_is_asked_for_and_the_command_adds_it(tmp_path):
    text = addresses.renewed("", made(tmp_path, "index.html"))
    folder = made(tmp_path, "nieuw/index.html")
    assert addresses.unlisted(text, folder) == ["nieuw/"]
    assert addresses.unlisted(addresses.renewed(text, folder), folder) == []


def test_address_that_stops_working_stays_in_the_list_and_is_reported(tmp_path):
    text = addresses.renewed("", made(tmp_path / "one", "index.html", "weg/index.html"))
    folder = made(tmp_path / "two", "index.html")
    assert addresses.broken(text, folder) == ["weg/"]
    assert addresses.renewed(text, folder) == text


def test_address_given_up_on_purpose_is_no_mistake_until_it_comes_back(tmp_path):
    folder = made(tmp_path, "index.html")
    text = addresses.renewed("/\n- /oud.pdf\n", folder)
    assert addresses.broken(text, folder) == [] and "- /oud.pdf" in text
    made(tmp_path, "oud.pdf")
    assert addresses.unlisted(text, folder) == ["oud.pdf"]
    assert "- /oud.pdf" not in addresses.renewed(text, folder)


def test_a_new_story_may_wait_for_the_next_renewal(tmp_path):
    folder = made(tmp_path, "praktijkverhalen/nieuw/index.html", "afdrukken/verhaal-nieuw.pdf", "drempels/nieuw/index.html")
    assert addresses.unlisted("", folder) == ["drempels/nieuw/"]


def test_once_there_is_a_choice_of_stories_the_list_must_know_which_have_a_document(tmp_path):
    papers = [f"afdrukken/verhaal-{number}.pdf" for number in range(STORIES_ON_PAPER)]
    folder = made(tmp_path, *papers[:-1], "afdrukken/werkblad.pdf")
    assert addresses.unlisted("", folder) == []
    made(folder, papers[-1])
    assert addresses.unlisted("", folder) == sorted(papers)
    assert addresses.unlisted(addresses.renewed("", folder), folder) == []


def test_the_list_of_a_project_says_which_addresses_last(tmp_path):
    assert addresses.lasting(tmp_path) == set()
    (tmp_path / addresses.LIST.name).write_text("# kop\n/afdrukken/a.pdf\n- /oud.pdf\n", encoding="utf-8")
    assert addresses.lasting(tmp_path) == {"afdrukken/a.pdf"}
