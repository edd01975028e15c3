"""Every statement says where it comes from, and every source is used."""

from __future__ import annotations

from collections.abc import Iterator

from macros.guide import model
from macros.guide.checks.common import nodes, problem
from macros.guide.checks.references import links
from macros.guide.guide import Document, Guide, walk
from macros.guide.messages import quote
from macros.guide.problems import Problem, Severity
from macros.guide.sentences import say
from macros.guide.yamlfile import Location


def statements_have_a_source(guide: Guide) -> Iterator[Problem]:
    """Whatever makes a statement names a source or says that it is ours."""
    for document in guide.documents:
        for location, owner in _sourced(document):
            if not owner.sources and not owner.ours:
                yield problem(document, location, say("no_source"))


def _sourced(document: Document) -> Iterator[tuple[Location, model.Sourced]]:
    """What must say where it comes from. An article or a document says nothing itself: its parts do, where they are words.

    A story that is no work from published documents is told by its author: that is where everything in it comes from.
    """
    if isinstance(document.item, model.Story) and document.item.made_from is not model.MadeFrom.PUBLISHED:
        return
    for node in walk(document):
        if node.name != "sources" or not isinstance(node.owner, model.Sourced) or isinstance(node.owner, model.Article | model.PlanDocument):
            continue
        if not isinstance(node.owner, model.DocumentPart) or node.owner.text is not None:
            yield node.location[:-1], node.owner


def sources_are_cited(guide: Guide) -> Iterator[Problem]:
    """A source that nothing cites is pointed out, once everything can be read."""
    if guide.unreadable:
        return
    cited = {node.value for node in nodes(guide) if node.refers == "sources" and isinstance(node.value, str)}
    linked = {link.internal["id"] for _, _, link in links(guide) if link.internal and link.internal["kind"] == "bron"}
    for source in guide.sources:
        if source.id not in cited | linked:
            yield problem(guide.document(source), (), say("source_unused", given=quote(source.id)), Severity.NOTICE)
