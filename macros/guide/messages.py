"""What the model refuses, said in Dutch: the value quoted, what was expected, and the nearest valid choice."""

from __future__ import annotations

import difflib
import types
from collections.abc import Iterable
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic_core import ErrorDetails

from macros.guide.model import Base
from macros.guide.sentences import SENTENCES, say
from macros.guide.yamlfile import Location

_LONGEST_QUOTE = 60
#: More choices than this are no help.
LONGEST_LIST = 40


def quote(value: object) -> str:
    """The offending value between «», shortened, on one line."""
    text = " ".join(str(value).split())
    return f"«{text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + '…'}»"


def where(location: Location) -> str:
    """A place in a file as people read it: ``strategies[2].id``; counting starts at 1."""
    text = ""
    for part in location:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return text


def suggestion(value: str, choices: Iterable[str], *, most: int = 12) -> str:
    """«Bedoelde je …? Kies uit: …», as far as it helps; with nothing near, a longer list helps too."""
    known = list(choices)
    near = difflib.get_close_matches(value, known, n=1, cutoff=0.6)
    parts = [say("did_you_mean", near=near[0])] if near else []
    if known and len(known) <= (most if near else max(most, LONGEST_LIST)):
        parts.append(say("choose_from", choices=", ".join(known)))
    return " ".join(parts)


def explain(error: ErrorDetails, model: type[Base], location: Location) -> str:
    """The Dutch message for one pydantic error; ``location`` is the error's, inside the item of ``model``."""
    kind, given, context = error["type"], error["input"], error.get("ctx", {})
    owner = _model_at(model, location[:-1])
    match kind:
        case "missing":
            description = owner.model_fields[str(location[-1])].description if owner else None
            return say("missing", help=description or "Het is verplicht.")
        case "extra_forbidden":
            fields = [name for name in owner.model_fields if name != "id"] if owner else []
            near = difflib.get_close_matches(str(location[-1]), fields, n=1, cutoff=0.6)
            hint = f"Bedoelde je «{near[0]}»?" if near else f"Toegestaan: {', '.join(fields)}."
            return f"dit veld bestaat niet. {hint}"
        case "enum" | "literal_error":
            choices = _choices(model, location)
            return say("cannot_choose", given=_given(given), suggestion=suggestion(str(given), choices, most=99))
        case "string_pattern_mismatch":
            return say("wrong_form", given=quote(given), hint=_pattern_hint(context.get("pattern", "")))
        case "string_type":
            return f"hier hoort tekst, geen {_shape(given)}."
        case "tuple_type":
            return f"hier hoort een lijst: begin elke regel met een streepje. Er staat een {_shape(given)}."
        case "model_type":
            return f"hier horen velden (naam: waarde), geen {_shape(given)}."
        case "int_parsing" | "int_type":
            return say("no_number", given=_given(given))
        case "string_too_short":
            return "de tekst is leeg. Vul iets in, of laat het veld weg als het niet verplicht is."
        case "string_too_long":
            return say("too_long", count=len(str(given)), most=context["max_length"])
        case "too_short":
            return say("too_few", count=context["actual_length"], least=context["min_length"])
        case "too_long":
            return f"zet er hoogstens {context['max_length']} in. Nu zijn het er {context['actual_length']}."
        case "greater_than_equal":
            return say("too_small", given=quote(given), least=context["ge"])
        case "less_than_equal":
            return f"{quote(given)} is te groot. Het grootste is {context['le']}."
        case "date_from_datetime_parsing" | "date_parsing":
            return say("no_date", given=quote(given))
        case "rich_text":
            return say("as_is", message=context["message"])
        case "flag" | "day" | "web_address" | "place" | "line_break" | "line_markup" | "line_character":
            return say("with_value", message=error["msg"], given=_given(given))
        case _:
            return say("cannot", given=_given(given))


def _pattern_hint(pattern: str) -> str:
    if "1-6" in pattern:
        return "Schrijf stap, punt en volgnummer: «2.3»."
    if "{4}" in pattern:
        return "Schrijf een jaar, maand of dag: «2021», «2021-03» of «2021-03-01»."
    if pattern.startswith("^[0-9]+"):
        return "Schrijf een getal met een punt voor de decimalen: «43.1»."
    return SENTENCES["slug"]


def _given(value: object) -> str:
    return quote(value) if isinstance(value, str) else f"een {_shape(value)}"


def _shape(value: object) -> str:
    return "lijst" if isinstance(value, list) else "blok met velden" if isinstance(value, dict) else f"tekst {quote(value)}"


def _model_at(model: type[Base], location: Location) -> type[Base] | None:
    annotation = _annotation_at(model, location)
    return annotation if isinstance(annotation, type) and issubclass(annotation, Base) else None


def _choices(model: type[Base], location: Location) -> list[str]:
    annotation = _annotation_at(model, location)
    if get_origin(annotation) is Literal:
        return [str(choice) for choice in get_args(annotation)]
    return [str(member.value) for member in annotation] if isinstance(annotation, type) else []


def _annotation_at(model: type[Base], location: Location) -> Any:
    """Follow ``location`` through the annotations: field names into models, numbers into tuples."""
    here: Any = model
    for part in location:
        if isinstance(part, int):
            arguments = [argument for argument in get_args(here) if argument is not ...]
            here = _bare(arguments[min(part, len(arguments) - 1)]) if arguments else None
        elif isinstance(here, type) and issubclass(here, Base) and part in here.model_fields:
            here = _bare(here.model_fields[part].annotation)
        else:
            return None
    return here


def _bare(annotation: Any) -> Any:
    """Without ``Annotated`` and ``| None``."""
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    if get_origin(annotation) in (Union, types.UnionType):
        return _bare(next(argument for argument in get_args(annotation) if argument is not type(None)))
    return annotation
