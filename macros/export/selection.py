"""Which stories go on paper: all of them while that is a booklet, and a choice when it would be a cupboard."""

from __future__ import annotations

from macros.guide import model
from macros.guide.guide import Guide, walk

#: So many stories have a document of their own, and so many stand whole in the book. The page of any other prints itself.
STORIES_ON_PAPER = 40


def _named(guide: Guide) -> set[object]:
    """The stories that the guide itself tells of."""
    return {node.value for document in guide.documents for node in walk(document) if node.refers == "stories"}


def handed_out(guide: Guide, most: int = STORIES_ON_PAPER) -> tuple[model.Story, ...]:
    """The stories with a document of their own: those that the guide tells of, and the ones written first. The address of a
    document lasts: a story that comes later never takes the place of an earlier one."""
    named = _named(guide)
    first = {story.id for story in sorted(guide.stories, key=lambda story: (story.written, story.id))[:most]}
    return tuple(story for story in guide.stories if story.id in first or story.id in named)


def on_paper(guide: Guide, most: int = STORIES_ON_PAPER) -> Guide:
    """The guide with the stories that stand in the book: those that the guide itself tells of, and the ones looked at last."""
    if len(guide.stories) <= most:
        return guide
    named = _named(guide)
    ranked = sorted(guide.stories, key=lambda story: (story.id in named, story.last_checked, story.id), reverse=True)
    least = sum(story.id in named for story in ranked)
    left_out = {guide.document(story).file.path for story in ranked[max(most, least) :]}
    # With a story go the sources that it brought along.
    return Guide(tuple(document for document in guide.documents if document.file.path not in left_out), guide.unreadable)
