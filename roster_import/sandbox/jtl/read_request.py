"""What a request says: its JSON, read as its shape says with a complaint for each field that is wrong; its parameters."""

from __future__ import annotations

import base64
import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NoReturn

from roster_import.sandbox.jtl.refusals import Complaints, RefusedError, invalid
from roster_import.sandbox.jtl.shapes import ANY, BYTES, FLAG, MOMENT, NUMBER, TEXT, WHOLE, Document, Many, Shape
from roster_import.sandbox.messages import json_bytes
from roster_import.sandbox.state import read_moment

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from roster_import.sandbox.jtl.switches import JtlSwitches
    from roster_import.sandbox.messages import Request


MOST = 2**31 - 1
_TOO_MANY = 10**15  # nobody sells so much, and nothing that is worked out from it overflows


def read_object(request: Request, wanted: Shape, switches: JtlSwitches, status: int = 400) -> Document:
    """The object in the body; raises RefusedError where there is none, or it is not as its shape says."""
    document, complaints = read_fields(read_json(request, switches), wanted, switches)
    if complaints:
        raise invalid(complaints, status)
    return document


def read_array(request: Request, switches: JtlSwitches) -> list[Any]:
    """The array in the body; raises RefusedError (400) where there is none: an object is not taken for one."""
    document = read_json(request, switches)
    if not isinstance(document, list):
        raise invalid({"$": "The JSON value could not be converted to an array."})
    return document


def read_json(request: Request, switches: JtlSwitches) -> Any:
    """What the body says; raises RefusedError where it is no JSON (400) or does not say that it is (415)."""
    if switches.content_type == "checked" and request.content_type != "application/json":
        raise RefusedError(415, "The request body must be application/json.")
    try:
        document = json.loads(request.body.decode("utf-8-sig"), parse_float=Decimal, parse_constant=_refuse_constant)
        json_bytes(document)  # a lone surrogate can be read but never be written again
    except (ValueError, RecursionError) as error:
        raise invalid({"$": "The request body is not valid JSON."}) from error
    return document


def read_fields(document: Any, wanted: Shape, switches: JtlSwitches, path: str = "") -> tuple[Document, Complaints]:
    """The fields of the shape that the document has, and what is wrong with them."""
    if not isinstance(document, dict):
        return {}, {path or "$": "The JSON value could not be converted to an object."}
    read: Document = {}
    complaints: Complaints = {}
    for name, value in document.items():
        field = _field_name(name, wanted, switches)
        where = at(path, field or name)
        if field is None:
            complaints |= {where: f"{name} is unknown."} if switches.unknown_properties == "refused" else {}
        elif value is None:
            complaints |= {where: f"{field} must not be null."} if switches.null_values == "refused" else {}
        else:
            read[field], wrong = _read(value, wanted.fields[field], switches, where)
            complaints |= wrong
            complaints |= _length_complaint(read[field], wanted.lengths.get(field), where)
    missing = [name for name in wanted.fields if name in wanted.required and name not in read]
    complaints |= {at(path, name): f"The {name} field is required." for name in missing}
    return read, complaints


def at(path: str, name: str) -> str:
    """The path of a field: `[0].Quantity`."""
    return f"{path}.{name}".lstrip(".")


def _field_name(name: str, wanted: Shape, switches: JtlSwitches) -> str | None:
    if name in wanted.fields or switches.property_names == "exact":
        return name if name in wanted.fields else None
    return next((field for field in wanted.fields if field.lower() == name.lower()), None)


def _read(value: Any, kind: Any, switches: JtlSwitches, where: str) -> tuple[Any, Complaints]:
    if isinstance(kind, Shape):
        return read_fields(value, kind, switches, where)
    if isinstance(kind, Many):
        return _read_list(value, kind, switches, where)
    is_right, name = _KINDS[kind]
    return value, {} if is_right(value) else {where: f"The JSON value could not be converted to {name}."}


def _read_list(value: Any, kind: Many, switches: JtlSwitches, where: str) -> tuple[Any, Complaints]:
    if not isinstance(value, list):
        return value, {where: "The JSON value could not be converted to an array."}
    read = [_read(entry, kind.kind, switches, f"{where}[{number}]") for number, entry in enumerate(value)]
    return [entry for entry, _ in read], {path: text for _, wrong in read for path, text in wrong.items()}


def _length_complaint(value: Any, limits: tuple[int, int] | None, where: str) -> Complaints:
    if limits is None or not isinstance(value, str) or limits[0] <= len(value) <= limits[1]:
        return {}
    return {where: f"The length must be {limits[0]} to {limits[1]} characters."}


def _is_number(value: Any, kind: Any) -> bool:
    return isinstance(value, kind) and not isinstance(value, bool)


def _is_base64(value: Any) -> bool:
    try:
        base64.b64decode(value, validate=True)
    except (ValueError, TypeError):
        return False
    return True


_KINDS: Mapping[str, tuple[Callable[[Any], bool], str]] = {
    TEXT: (lambda value: isinstance(value, str), "a string"),
    WHOLE: (lambda value: _is_number(value, int) and -(2**31) <= value <= MOST, "an Int32"),
    NUMBER: (lambda value: _is_number(value, int | Decimal) and -_TOO_MANY < value < _TOO_MANY, "a number"),
    FLAG: (lambda value: isinstance(value, bool), "a boolean"),
    MOMENT: (lambda value: isinstance(value, str) and moment_of(value) is not None, "a date and time"),
    BYTES: (_is_base64, "bytes in base64"),
    ANY: (lambda _: True, ""),
}


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


# ---------------------------------------------------------------------------------------------------- parameters


def whole_parameter(request: Request, name: str, default: int) -> int:
    """A parameter that is a number from 1 on; raises RefusedError (400) where it is none."""
    text = request.query.get(name, "")
    if not text:
        return default
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(MOST)) and 1 <= int(text) <= MOST):
        raise not_valid(name, text)
    return int(text)


def moment_parameter(name: str, text: str) -> datetime:
    """The moment a parameter says; raises RefusedError (400) where it says none."""
    moment = moment_of(text)
    if moment is None:
        raise not_valid(name, text)
    return moment


def flag_parameter(name: str, text: str) -> bool:
    """A parameter that is true or false; raises RefusedError (400) for anything else."""
    if text.lower() not in ("true", "false"):
        raise not_valid(name, text)
    return text.lower() == "true"


def not_valid(name: str, text: str) -> RefusedError:
    """The refusal of a parameter that cannot have that value."""
    return invalid({name: f"The value '{text}' is not valid for {name}."})


def moment_of(text: str) -> datetime | None:
    """The moment an ISO 8601 text says, in UTC where it names no zone; None where it says none."""
    try:
        return read_moment(text)
    except ValueError:
        return None
