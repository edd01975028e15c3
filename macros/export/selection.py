"""Which stories go on paper: all of them while that is a booklet, and a choice when it would be a cupboard."""

from __future__ import annotations

from collections.abc import Set

from macros.guide import model
from macros.guide.guide import Guide, walk

#: So many stories have a document of their own, and so many stand whole in the book. The page of any other prints itself.
STORIES_ON_PAPER = 40


def _named(guide: Guide) -> set[object]:
    """The stories that the guide itself tells of."""
    return {node.value for document in guide.documents for node in walk(document) if node.refers == "stories"}


def handed_out(guide: Guide, published: Set[str] = frozenset(), most: int = STORIES_ON_PAPER) -> tuple[model.Story, ...]:
    """The stories with a document of their own: those whose document was ``published`` (by their ids), because its address lasts,
    those that the guide tells of, and where there is room the ones written first."""
    lasting = published | _named(guide)
    first = sorted(guide.stories, key=lambda story: (story.id not in published, story.written, story.id))[:most]
    chosen = lasting | {story.id for story in first}
    return tuple(story for story in guide.stories if story.id in chosen)


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
