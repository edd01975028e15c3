"""Text with places in it: a document as data, filled in here when it is blank and in the browser from a plan.

A tree is a list of strings and nodes. A node is a list that begins with a sign:

- ``["=", key]``               the text under that key, or the words that say that it is missing
- ``["+", key]``               the text under that key, or nothing
- ``["*", key, tree, other]``  the tree for every record of a list, or the other when there is none
- ``["?", key, tree, other]``  the tree when there is something under that key, else the other
- ``["#"]``                    a number that no other place in the file has
- ``["@"]``                    that number once more
- ``["&", tree]``              just that tree: a piece that several documents have

Inside a list keys are looked up in its record first. What a key holds is always put in as text. The same few rules stand in
``docs/assets/javascripts/plan-word/``; a test compares what both make.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape

from macros.guide.blanks import GAP

Node = list[Any]
Tree = list[Any]
View = Mapping[str, Any]

#: Under this key: the document is the blank one, to be written on.
BLANK = "leeg"
#: Under this key: a local government hires, and no other organisation.
GOVERNMENT = "bestuur"


def text(value: str) -> str:
    """As XML, also inside an attribute."""
    return escape(value, {'"': "&quot;"})


def each(key: str, tree: Tree, other: Tree | None = None) -> Node:
    return ["*", key, tree, other or []]


def when(key: str, tree: Tree, other: Tree | None = None) -> Node:
    return ["?", key, tree, other or []]


def render(tree: Tree, view: View) -> str:
    """The tree filled in."""
    return "".join(_render(tree, [view], [0]))


def _render(tree: Tree, scopes: Sequence[View], counter: list[int]) -> list[str]:
    found: list[str] = []
    for node in tree:
        if isinstance(node, str):
            found.append(node)
            continue
        sign, *rest = node
        if sign == "&":
            found += _render(rest[0], scopes, counter)
            continue
        if sign in "#@":
            counter[0] += sign == "#"
            found.append(str(counter[0]))
            continue
        value = next((scope[rest[0]] for scope in reversed(scopes) if rest[0] in scope), "")
        if sign in "=+":
            found.append(text(str(value) or (GAP if sign == "=" else "")))
        elif sign == "?":
            found += _render(rest[1] if value else rest[2], scopes, counter)
        elif value:
            for record in value:
                found += _render(rest[1], [*scopes, record], counter)
        else:
            found += _render(rest[2], scopes, counter)
    return found


def settle(tree: Tree, key: str, value: bool) -> Tree:
    """The tree in which one question with yes or no has been answered."""
    found: Tree = []
    for node in tree:
        if isinstance(node, str) or node[0] in "=+#@":
            found.append(node)
        elif node[0] == "&":
            found.append(["&", settle(node[1], key, value)])
        elif node[0] == "?" and node[1] == key:
            found += settle(node[2] if value else node[3], key, value)
        else:
            found.append([node[0], node[1], settle(node[2], key, value), settle(node[3], key, value)])
    return found


class Pool:
    """Trees in which everything that stands more than once is a number: the place where it stands in ``entries``."""

    def __init__(self, trees: Sequence[Tree]) -> None:
        self._times: Counter[str] = Counter()
        for tree in trees:
            self._count(tree)
        self._places: dict[str, int] = {}
        self.entries: list[Any] = []

    def _count(self, tree: Tree) -> None:
        for node in tree:
            name = json.dumps(node)
            self._times[name] += 1
            if self._times[name] == 1 and not isinstance(node, str):
                for inside in node[1:]:
                    if isinstance(inside, list):
                        self._count(inside)

    def packed(self, tree: Tree) -> Tree:
        found: Tree = []
        for node in tree:
            name = json.dumps(node)
            if self._times[name] > 1 and len(name) > 8:
                if name not in self._places:
                    entry = node if isinstance(node, str) else self._node(node)
                    self._places[name] = len(self.entries)
                    self.entries.append(entry)
                found.append(self._places[name])
            elif isinstance(node, str) and found and isinstance(found[-1], str):
                found[-1] += node
            elif isinstance(node, str):
                found.append(node)
            elif node[0] == "&":
                found += self.packed(node[1])
            else:
                found.append(self._node(node))
        return found

    def _node(self, node: Node) -> Node:
        return [self.packed(inside) if isinstance(inside, list) else inside for inside in node]
