"""Reading one YAML file: every scalar as text, line numbers kept, the surprises of YAML refused.

PyYAML would turn ``1:30`` into 90, ``no`` into False and keep the last of two equal keys; here the model decides what a
text means. The tree is built from the parser's events, so that depth and aliases are judged before memory is spent.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from macros.guide.problems import Problem
from macros.guide.sentences import say

Location = tuple[str | int, ...]

#: Characters that no editor shows. At some of them YAML ends a line: a pasted text would fall apart into fields.
_HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")

#: A story is a few dozen kB; what is larger is a mistake or an attack.
MAX_BYTES = 512 * 1024
MAX_DEPTH = 20


@dataclass
class YamlFile:
    """The content of a file and where each value stands."""

    path: str
    data: object = None
    lines: dict[Location, int] = field(default_factory=dict)
    text_lines: dict[Location, int] = field(default_factory=dict)  # where the first line of a text stands
    problems: list[Problem] = field(default_factory=list)

    def line(self, location: Location) -> int:
        """The line (from 1) of a value, or of the nearest thing around it that is in the file."""
        while location and location not in self.lines:
            location = location[:-1]
        return self.lines.get(location, 1)

    def refuse(self, line: int, message: str) -> None:
        self.problems.append(Problem(self.path, line, "", f"{message}."))


def read_yaml(file: Path, path: str, content: bytes | None = None) -> YamlFile:
    """Read ``file``, reported as ``path``. Problems are collected, never raised; with problems ``data`` may be None.

    ``content`` is what the file holds, where somebody read it already.
    """
    result = YamlFile(path)
    try:
        if content is None:
            if file.stat().st_size > MAX_BYTES:
                result.refuse(1, say("too_large", most=MAX_BYTES // 1024))
                return result
            content = file.read_bytes()
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        result.refuse(line, "het bestand is niet in UTF-8 bewaard. Bewaar het opnieuw met codering UTF-8")
        return result
    except OSError as error:
        result.refuse(1, f"het bestand kan niet gelezen worden ({error.strerror})")
        return result
    hidden = _HIDDEN.search(text)
    if hidden:
        line = text.count("\n", 0, hidden.start()) + 1
        result.refuse(line, "er staat een onzichtbaar teken in het bestand. Typ de tekst opnieuw, zonder te plakken")
        return result
    try:
        _Builder(result).build(text)
        if () not in result.lines:
            result.refuse(1, "het bestand is leeg")
    except yaml.YAMLError as error:
        result.data = None
        result.refuse(*_explain(error, text))
    except _Stop:
        result.data = None
    return result


class _Stop(Exception):
    """The file cannot be read any further; the problem is already noted."""


@dataclass
class _Open:
    """A mapping or list that is still being filled."""

    value: dict[str, object] | list[object]
    location: Location
    flow: bool  # written with brackets
    key: str | None = None


class _Builder:
    """Builds the tree from the events. Of two equal keys the first keeps its value, and its lines."""

    def __init__(self, result: YamlFile) -> None:
        self.result = result
        self.stack: list[_Open] = []

    def build(self, text: str) -> None:
        documents = 0
        for event in yaml.parse(text, Loader=yaml.CBaseLoader):
            line = event.start_mark.line + 1
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._stop(line, "«---» begint een tweede document. Zet één item in een bestand")
            elif isinstance(event, yaml.AliasEvent):
                self._stop(line, f"een verwijzing (*{event.anchor}) kan hier niet. Schrijf de tekst voluit")
            elif isinstance(event, yaml.ScalarEvent):
                self._judge(event, line)
                self._scalar(event, line)
            elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
                self._judge(event, line)
                self._open({} if isinstance(event, yaml.MappingStartEvent) else [], line, bool(event.flow_style))
            elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
                self._close()

    def _judge(self, event: yaml.NodeEvent, line: int) -> None:
        if event.anchor:
            self._stop(line, f"een anker (&{event.anchor}) kan hier niet. Schrijf de tekst voluit")
        if getattr(event, "tag", None) and event.tag != "!":
            self._stop(line, f"een YAML-label ({event.tag}) kan hier niet. Laat het weg")

    def _stop(self, line: int, message: str) -> None:
        self.result.refuse(line, message)
        raise _Stop

    def _open(self, value: dict[str, object] | list[object], line: int, flow: bool) -> None:
        if len(self.stack) >= MAX_DEPTH:
            self._stop(line, f"de gegevens zijn dieper dan {MAX_DEPTH} niveaus genest. Controleer de inspringing")
        parent = self.stack[-1] if self.stack else None
        if parent and isinstance(parent.value, dict) and parent.key is None:
            if parent.flow:  # «{{ … }}»
                self._stop(line, "de waarde begint met een haakje. Zet de hele waarde tussen dubbele aanhalingstekens")
            self._stop(line, "een sleutel is een lijst of blok. Een sleutel is één woord")
        self.stack.append(_Open(value, self._place(value, line), flow))

    def _close(self) -> None:
        self.stack.pop()
        if self.stack:
            self.stack[-1].key = None

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        parent = self.stack[-1] if self.stack else None
        if parent and isinstance(parent.value, dict) and parent.key is None:
            self._key(parent, event.value, line)
            return
        location = self._place(event.value, line)
        self.result.text_lines.setdefault(location, line + (1 if event.style in ("|", ">") else 0))
        if parent:
            parent.key = None

    def _key(self, parent: _Open, key: str, line: int) -> None:
        location = (*parent.location, key)
        if key in parent.value:
            first = self.result.lines[location]
            self.result.refuse(line, f"de sleutel «{key}» staat hier al op regel {first}. Houd er één")
        else:
            self.result.lines.setdefault(location, line)
        parent.key = key

    def _place(self, value: object, line: int) -> Location:
        """Put ``value`` where it belongs and return its location."""
        if not self.stack:
            self.result.data = value
            self.result.lines[()] = line
            return ()
        parent = self.stack[-1]
        if isinstance(parent.value, list):
            location = (*parent.location, len(parent.value))
            parent.value.append(value)
            self.result.lines.setdefault(location, line)
            return location
        assert parent.key is not None
        parent.value.setdefault(parent.key, value)
        return (*parent.location, parent.key)


_BRACKET = re.compile(r"[:-]\s+[\[{]")
_TEXT_AFTER_QUOTE = re.compile(r"""[:-]\s+("[^"]*"|'[^']*')\s*[^\s#]""")


def _explain(error: yaml.YAMLError, text: str) -> tuple[int, str]:
    """Line and Dutch sentence for what libyaml could not read."""
    context = str(getattr(error, "context", "") or "")
    opened = "quoted scalar" in context or "flow" in context
    mark = getattr(error, "context_mark" if opened else "problem_mark", None)
    line = min(mark.line, text.count("\n")) + 1 if mark else 1
    content = text.split("\n")[line - 1]
    problem = str(getattr(error, "problem", "") or "")
    if "\t" in content[: len(content) - len(content.lstrip())] or "start any token" in problem and "\t" in content:
        return line, "er staat een tab. Spring in met twee spaties"
    if "mapping values are not allowed" in problem:
        return line, "een dubbele punt midden in de tekst. Zet de hele waarde tussen dubbele aanhalingstekens"
    if "start any token" in problem:
        return line, "de waarde begint met een bijzonder teken. Zet de hele waarde tussen dubbele aanhalingstekens"
    if "quoted scalar" in context and "unexpected end" in problem:
        return line, "een aanhalingsteken wordt geopend maar niet gesloten"
    if "quoted scalar" in context:
        return line, "de combinatie met een schuine streep (\\) kan hier niet. Schrijf de streep dubbel"
    if "flow" in context or _BRACKET.search(content):
        return line, "de waarde begint met een haakje. Zet de hele waarde tussen dubbele aanhalingstekens"
    if _TEXT_AFTER_QUOTE.search(content):
        return line, "na het sluitende aanhalingsteken staat nog tekst. Gebruik binnen een tekst “deze” aanhalingstekens"
    return line, "dit is geen geldige YAML: de inspringing of een leesteken klopt niet. Vergelijk met de regel erboven"
