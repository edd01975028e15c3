"""Which stories go on paper: all of them while that is a booklet, and a choice when it would be a cupboard."""

from __future__ import annotations

from macros.guide.guide import Guide, walk

#: So many stories have a document of their own and stand whole in the book. The page of any other prints itself.
STORIES_ON_PAPER = 40


def on_paper(guide: Guide, most: int = STORIES_ON_PAPER) -> Guide:
    """The guide with the stories that are printed: those that the guide itself tells of, and the ones looked at last."""
    if len(guide.stories) <= most:
        return guide
    named = {node.value for document in guide.documents for node in walk(document) if node.refers == "stories"}
    ranked = sorted(guide.stories, key=lambda story: (story.id in named, story.last_checked, story.id), reverse=True)
    least = sum(story.id in named for story in ranked)
    left_out = {guide.document(story).file.path for story in ranked[max(most, least) :]}
    # With a story go the sources that it brought along.
    return Guide(tuple(document for document in guide.documents if document.file.path not in left_out), guide.unreadable)
