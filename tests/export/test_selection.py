"""Paper stays a booklet however many stories there are: a choice is printed, the rest print themselves from their page."""

from __future__ import annotations

import datetime

import pytest
from bs4 import BeautifulSoup

from macros.commands.sample import write_stories
from macros.export.chapters import guide_chapters
from macros.export.documents import documents
from macros.export.selection import STORIES_ON_PAPER, handed_out, on_paper
from macros.guide.loading import load
from macros.render.prints import Prints
from macros.render.site import Site

DAY = datetime.date(2026, 11, 22)


@pytest.fixture
def crowd(small):
    """The small guide, which tells of one story itself, with so many published stories."""

    def make(count):
        write_stories(small.root / "data" / "stories", small.guide(), count - 2, words=12)
        return load(small.root)[0]

    return make


def story_documents(guide, published=()):
    return [document.name for document in documents(guide, DAY, published=published) if document.entry.group == "verhalen" and document.name.startswith("verhaal-")]


@pytest.mark.parametrize(("count", "printed"), [(STORIES_ON_PAPER, STORIES_ON_PAPER), (STORIES_ON_PAPER + 1, STORIES_ON_PAPER), (200, STORIES_ON_PAPER)])
def test_no_more_stories_than_fit_a_booklet(crowd, count, printed):
    guide = crowd(count)
    assert len(guide.stories) == count
    assert len(on_paper(guide).stories) == printed
    assert printed <= len(story_documents(guide)) <= printed + 1  # the one that the guide tells of may be among them


def test_a_story_that_comes_later_takes_no_address_from_another(small, crowd):
    before = story_documents(crowd(STORIES_ON_PAPER + 5))
    own = small.root / "data" / "stories"
    for number, file in enumerate(sorted(own.glob("verzonnen-*.yml"))[:10]):
        later = file.read_text(encoding="utf-8").replace("written: ", "written: '2026-11-27' #").replace("checked: ", "checked: '2026-11-27' #")
        (own / f"aaa-later-{number}.yml").write_text(later, encoding="utf-8")
    after = load(small.root)[0]
    assert len(after.stories) == STORIES_ON_PAPER + 15
    assert story_documents(after) == before


def test_an_earlier_story_that_comes_later_takes_no_published_address(small, crowd):
    published = {document.entry.file for document in documents(crowd(STORIES_ON_PAPER + 5), DAY)}
    before = story_documents(crowd(STORIES_ON_PAPER + 5), published)
    own = small.root / "data" / "stories"
    for number, file in enumerate(sorted(own.glob("verzonnen-*.yml"))[:10]):
        earlier = file.read_text(encoding="utf-8").replace("written: ", "written: '2019-01-02' #")
        (own / f"aaa-vroeger-{number}.yml").write_text(earlier, encoding="utf-8")
    after = load(small.root)[0]
    assert len(after.stories) == STORIES_ON_PAPER + 15
    assert story_documents(after, published) == before
    assert story_documents(after) != before, "without the list the earlier ones come first"


def test_published_documents_stay_however_many_and_leave_room_to_no_other(crowd):
    guide = crowd(60)
    latest = {story.id for story in sorted(guide.stories, key=lambda story: (story.written, story.id))[-7:]}
    assert {story.id for story in handed_out(guide, latest, most=5)} == {"dorp"} | latest
    assert len(handed_out(guide, latest, most=20)) <= 21


def test_the_first_written_have_a_document_whoever_was_looked_at_last(crowd):
    guide = crowd(60)
    chosen = handed_out(guide, most=5)
    first = sorted(guide.stories, key=lambda story: (story.written, story.id))[:5]
    assert {story.id for story in chosen} == {"dorp", *(story.id for story in first)}


def test_those_the_guide_tells_of_come_first_and_then_the_latest(crowd):
    guide = crowd(60)
    chosen = on_paper(guide, most=5).stories
    assert "dorp" in {story.id for story in chosen}
    others = sorted((story for story in guide.stories if story.id != "dorp"), key=lambda story: (story.last_checked, story.id))[-4:]
    assert {story.id for story in chosen} == {"dorp", *(story.id for story in others)}


def test_a_story_the_guide_tells_of_is_never_left_out(crowd):
    assert [story.id for story in on_paper(crowd(60), most=0).stories] == ["dorp"]


def test_own_sources_go_with_their_story(crowd):
    assert "jaarverslag" in {source.id for source in crowd(60).sources}
    assert "jaarverslag" not in {source.id for source in on_paper(crowd(2), most=1).sources}


def test_the_book_says_how_many_stories_only_the_site_has(crowd):
    guide = on_paper(crowd(60))
    said = [block["text"] for block in guide_chapters(guide, 20) if block["b"] == "line"]
    assert any(text.endswith("Op de site lees je nog 20 andere verhalen.") for text in said)
    assert not any("Op de site lees je" in block.get("text", "") for block in guide_chapters(guide) if block["b"] == "line")


def test_page_without_a_document_prints_itself(crowd):
    site = Site(crowd(STORIES_ON_PAPER + 5), DAY)
    site.prints = Prints(tuple(document.entry for document in documents(site.guide, DAY)))
    pages = {page.key: BeautifulSoup(page.html, "html.parser") for page in site.pages() if page.kind == "story"}
    offered = {key for key, page in pages.items() if page.select_one(".prints")}
    printing = {key for key, page in pages.items() if page.select_one('[data-module="print"] button')}
    assert len(pages) == STORIES_ON_PAPER + 5 and len(offered) == len(story_documents(site.guide)) and len(printing) >= 4
    assert offered.isdisjoint(printing) and offered | printing == set(pages)
