"""Small types: what one field may hold, and the marks that say what it means."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BeforeValidator, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, GetPydanticSchema, WithJsonSchema
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from macros.guide.richtext import INTERNAL, LINK_KINDS, WEB, RichText, RichTextError, invisible, parse_rich_text
from macros.guide.sentences import SENTENCES


_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"


_MARKUP = re.compile(r"<[a-zA-Z/!]")


def _plain_line(value: str) -> str:
    if "\n" in value.strip("\n"):
        raise PydanticCustomError("line_break", SENTENCES["line_break"])
    if _MARKUP.search(value):
        raise PydanticCustomError("line_markup", SENTENCES["line_markup"])
    if hidden := invisible(value):
        raise PydanticCustomError("line_character", "{message}", {"message": hidden[0]})
    if not value.strip():
        raise PydanticCustomError("string_too_short", "de tekst is leeg")
    return value.strip()


def _rich(value: object) -> RichText:
    if isinstance(value, RichText):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "hier hoort tekst")
    try:
        text = parse_rich_text(value)
    except RichTextError as error:
        raise PydanticCustomError("rich_text", "{message}", {"message": str(error), "line": error.line}) from error
    if not text.plain.strip():
        raise PydanticCustomError("string_too_short", "de tekst is leeg")
    return text


def web(value: str) -> str:
    if not WEB.match(value):
        raise PydanticCustomError("web_address", SENTENCES["web_address"])
    return value


@dataclass(frozen=True)
class _AtMost:
    """A limit that a field may lower: of two ``max_length`` pydantic would keep that of the shared type."""

    length: int

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        schema = handler(source)
        schema.setdefault("max_length", self.length)
        return schema


Slug = Annotated[str, Field(pattern=rf"^{_SLUG}$", max_length=60)]
"""An id: Dutch words in lower case, joined by hyphens. It is also (part of) the address on the site."""


Line = Annotated[str, Field(min_length=1), _AtMost(400), AfterValidator(_plain_line)]
"""One line of plain text, without any markup."""


Prose = Annotated[
    RichText,
    # Not a validator around the type: pydantic would read the source of every class that a text tree is made of, at each start.
    GetPydanticSchema(lambda source, handler: core_schema.no_info_plain_validator_function(_rich)),
    WithJsonSchema({"type": "string", "minLength": 1}),
]
"""Long text in the small Markdown subset of ``richtext``."""


def _place(value: str) -> str:
    found = INTERNAL.match(value)
    if not found or found["kind"] not in LINK_KINDS:
        kinds = ", ".join(f"{kind}:…" for kind in LINK_KINDS)
        raise PydanticCustomError("place", "{form}", {"form": f"een plaats in de gids schrijf je als {kinds}"})
    return value


Place = Annotated[str, AfterValidator(_place)]
"""A place in the guide, written as in the links of long text: «drempel:te-duur», «stap:korte-nota#…», «pagina:hulp»."""


WebAddress = Annotated[str, Field(max_length=500), AfterValidator(web)]


#: In a JSON Schema: the kind of data whose ids a field holds.
REFERS = "x-refers"


@dataclass(frozen=True)
class Refers:
    """Marks a field that holds the id of an item of ``kind``; one check follows all of them."""

    kind: str

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """``schema`` turns this mark into the ids to choose from."""
        return {**handler(core), REFERS: self.kind}


StepId = Annotated[Slug, Refers("steps")]


StrategyId = Annotated[Slug, Refers("strategies")]


BarrierId = Annotated[Slug, Refers("barriers")]


StoryId = Annotated[Slug, Refers("stories")]


SourceId = Annotated[Slug, Refers("sources")]


TermId = Annotated[Slug, Refers("glossary")]


BId = Annotated[Slug, Refers("seven-bs")]


MaterialId = Annotated[Slug, Refers("materials")]


StrategyQuestionId = Annotated[Slug, Refers("strategy-questions")]


def _flag(value: object) -> object:
    if value in (True, "true"):
        return True
    if value in (False, "false"):
        return False
    raise PydanticCustomError("flag", "hier hoort «true» of «false»")


def _day(value: object) -> object:
    if isinstance(value, datetime.date) or (isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value)):
        return value
    raise PydanticCustomError("day", SENTENCES["day"])


def _whole(value: object) -> object:
    # Pydantic would read «139.000» as 139.
    if isinstance(value, str) and not re.fullmatch(r"[0-9]{1,12}", value):
        raise PydanticCustomError("int_parsing", "hier hoort een geheel getal")
    return value


def _moment(value: str) -> str:
    try:
        datetime.date.fromisoformat(f"{value}-01-01"[: len("2021-03-01")])
    except ValueError:
        raise PydanticCustomError("date_parsing", "deze datum bestaat niet") from None
    return value


Flag = Annotated[bool, BeforeValidator(_flag)]


Day = Annotated[datetime.date, BeforeValidator(_day)]


Whole = Annotated[int, BeforeValidator(_whole)]
"""A number without a decimal, a sign or a separator of thousands."""


Moment = Annotated[str, Field(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"), AfterValidator(_moment)]
"""A year, a month or a day: «2021», «2021-03» or «2021-03-01»."""


class Side(StrEnum):
    """The two ends of the line from demand to supply."""

    DEMAND = "vraag"
    SUPPLY = "aanbod"


class Labelled(str, Enum):
    """Words to choose from, each with what it means to a reader."""

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        member = str.__new__(cls, value)
        member._value_, member.label = value, label
        return member

    __str__ = str.__str__

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Editors show the meaning beside the word."""
        return {**handler(core), "enumDescriptions": [member.label for member in cls]}
