"""The list of published addresses: it grows by a command, and nothing leaves it unseen."""

from __future__ import annotations

from macros.commands import addresses


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
