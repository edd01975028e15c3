"""Whatever names something else names something that exists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from macros.guide import model
from macros.guide.checks.common import ids, nodes, problem
from macros.guide.checks.places import LINKED_KINDS, PAGES, part_ids
from macros.guide.guide import Guide, Node
from macros.guide.kinds import BY_NAME
from macros.guide.messages import quote, suggestion, where
from macros.guide.problems import Problem
from macros.guide.richtext import RichText
from macros.guide.sentences import say


def _is_elsewhere_hidden(guide: Guide, node: Node, id: str) -> bool:
    """The own source of a withdrawn story, or of the example, is known to that story alone."""
    source = guide.find("sources", id) if node.refers == "sources" else None
    return source is not None and id not in guide.listed and guide.document(source).file is not node.document.file


def references_exist(guide: Guide) -> Iterator[Problem]:
    """Every id that names another item is the id of one."""
    for node in nodes(guide):
        if node.refers is None or node.value is None:
            continue
        values = enumerate(node.value) if isinstance(node.value, tuple) else [(None, node.value)]
        for index, value in values:
            if not guide.knows(node.refers, value) or _is_elsewhere_hidden(guide, node, value):
                location = node.location if index is None else (*node.location, index)
                choices = ids(guide, node.refers)
                label = BY_NAME[node.refers].label
                message = say("unknown_id", given=quote(value), label=label, suggestion=suggestion(value, choices))
                yield problem(node.document, location, message.strip())


def parts_exist(guide: Guide) -> Iterator[Problem]:
    """An action named beside a step is one of that step; a part named beside a story is one of that story."""
    for node in nodes(guide):
        if node.name not in ("part", "action") or node.value is None:
            continue
        if isinstance(node.owner, model.ChecklistItem):
            target = node.document.item
        else:
            kind, field = ("stories", "story") if node.name == "part" else ("steps", "step")
            id = getattr(node.owner, field)
            if id is None:
                yield problem(node.document, node.location, f"«{node.name}» hoort alleen samen met «{field}».")
                continue
            target = guide.find(kind, id)
        if target is None or isinstance(target, model.WithdrawnStory):
            continue  # said by another rule, or unreadable
        choices = part_ids(target)
        if node.value not in choices:
            message = f"{quote(node.value)} is geen onderdeel van {quote(target.id)}. {suggestion(node.value, choices)}"
            yield problem(node.document, node.location, message.strip())


def links_lead_somewhere(guide: Guide) -> Iterator[Problem]:
    """A link inside a text names an item, part or page of the guide that exists."""
    for node, text, link in links(guide):
        fault = target_fault(guide, link.internal)
        if fault:
            yield link_problem(node, text, link, fault)


def target_fault(guide: Guide, target: re.Match[str] | None) -> str | None:
    """What is wrong with a «kind:id#part» into the guide."""
    if target is None:
        return None
    if target["kind"] == "pagina":
        choices = [*PAGES, *(article.id for article in guide.of("articles"))]
        if target["id"] not in choices and not guide.knows("articles", target["id"]):
            return say("link_page", suggestion=suggestion(target["id"], choices, most=30))
        return None
    kind = LINKED_KINDS[target["kind"]]
    unlisted = kind == "sources" and guide.find(kind, target["id"]) is not None and target["id"] not in guide.listed
    if not guide.knows(kind, target["id"]) or unlisted:
        return say("link_item", suggestion=suggestion(target["id"], ids(guide, kind)))
    item = guide.find(kind, target["id"])
    gone = item is None or isinstance(item, model.WithdrawnStory)  # said by another rule
    if target["part"] and not gone and target["part"] not in part_ids(item):
        return say("link_part", suggestion=suggestion(target["part"], part_ids(item)))
    return None


def links(guide: Guide) -> Iterator[tuple[Node, RichText, Any]]:
    for node in nodes(guide):
        if isinstance(node.value, RichText):
            for link in node.value.links:
                yield node, node.value, link


def link_problem(node: Node, text: RichText, link: Any, message: str) -> Problem:
    place = text.source.find(link.target)
    offset = text.source.count("\n", 0, place)
    full = (*node.document.location, *node.location)
    line = node.document.file.text_lines.get(full, node.document.line(node.location)) + offset
    return Problem(node.document.file.path, line, where(full), say("link", target=quote(link.target), message=message).strip())
