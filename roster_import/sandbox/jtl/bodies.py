"""A request's JSON, read as its shape says, with a complaint for each field that is wrong."""

from __future__ import annotations

import base64
import json
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NoReturn

from roster_import.sandbox.jtl.refusals import INVALID, Complaints, RefusedError
from roster_import.sandbox.jtl.shapes import BYTES, FLAG, MOMENT, NUMBER, TEXT, WHOLE, Document, Many, Shape
from roster_import.sandbox.messages import json_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from roster_import.sandbox.jtl.switches import JtlSwitches
    from roster_import.sandbox.messages import Request

_LEAST, _MOST = -(2**31), 2**31 - 1
_LARGEST = 10**15  # nobody sells so much, and nothing that is worked out from it overflows


def read_object(request: Request, wanted: Shape, switches: JtlSwitches, status: int = 400) -> Document:
    """The object in the body; raises RefusedError where there is none, or it is not as its shape says."""
    document, complaints = read_fields(read_json(request, switches), wanted, switches)
    if complaints:
        raise RefusedError(status, INVALID, complaints)
    return document


def read_array(request: Request, switches: JtlSwitches) -> list[Any]:
    """The array in the body; raises RefusedError (400) where there is none: an object is not taken for one."""
    document = read_json(request, switches)
    if not isinstance(document, list):
        raise RefusedError(400, INVALID, {"$": "The JSON value could not be converted to an array."})
    return document


def read_json(request: Request, switches: JtlSwitches) -> Any:
    """What the body says; raises RefusedError where it is no JSON (400) or does not say that it is (415)."""
    kind = request.header("content-type").partition(";")[0].strip().lower()
    if switches.content_type == "checked" and kind != "application/json":
        raise RefusedError(415, "The request body must be application/json.")
    try:
        document = json.loads(request.body.decode("utf-8-sig"), parse_float=Decimal, parse_constant=_refuse_constant)
        json_bytes(document)  # a lone surrogate can be read but never be written again
    except (ValueError, RecursionError) as error:
        raise RefusedError(400, INVALID, {"$": "The request body is not valid JSON."}) from error
    return document


def read_fields(document: Any, wanted: Shape, switches: JtlSwitches, path: str = "") -> tuple[Document, Complaints]:
    """The fields of the shape that the document has, and what is wrong with them."""
    if not isinstance(document, dict):
        return {}, {path or "$": "The JSON value could not be converted to an object."}
    read: Document = {}
    complaints: Complaints = {}
    for name, value in document.items():
        field = _field_name(name, wanted, switches)
        where = f"{path}.{field or name}".lstrip(".")
        if field is None:
            complaints |= {where: f"{name} is unknown."} if switches.unknown_properties == "refused" else {}
        elif value is None:
            complaints |= {where: f"{field} must not be null."} if switches.null_values == "refused" else {}
        else:
            read[field], wrong = _read(value, wanted.fields[field], switches, where)
            complaints |= wrong
            complaints |= _length_complaint(read[field], wanted.lengths.get(field), where)
    missing = [name for name in wanted.fields if name in wanted.required and name not in read]
    complaints |= {f"{path}.{name}".lstrip("."): f"The {name} field is required." for name in missing}
    return read, complaints


def _field_name(name: str, wanted: Shape, switches: JtlSwitches) -> str | None:
    if name in wanted.fields or switches.property_names == "exact":
        return name if name in wanted.fields else None
    return next((field for field in wanted.fields if field.lower() == name.lower()), None)


def _read(value: Any, kind: Any, switches: JtlSwitches, where: str) -> tuple[Any, Complaints]:
    if isinstance(kind, Shape):
        return read_fields(value, kind, switches, where)
    if isinstance(kind, Many):
        return _read_list(value, kind, switches, where)
    is_right, name = _KINDS.get(kind, (_is_anything, ""))
    return value, {} if is_right(value) else {where: f"The JSON value could not be converted to {name}."}


def _read_list(value: Any, kind: Many, switches: JtlSwitches, where: str) -> tuple[Any, Complaints]:
    if not isinstance(value, list):
        return value, {where: "The JSON value could not be converted to an array."}
    read = [_read(one, kind.kind, switches, f"{where}[{number}]") for number, one in enumerate(value)]
    return [one for one, _ in read], {key: text for _, wrong in read for key, text in wrong.items()}


def _length_complaint(value: Any, limits: tuple[int, int] | None, where: str) -> Complaints:
    if limits is None or not isinstance(value, str) or limits[0] <= len(value) <= limits[1]:
        return {}
    return {where: f"The length must be {limits[0]} to {limits[1]} characters."}


def _is_anything(_: Any) -> bool:
    return True


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and _LEAST <= value <= _MOST


def _is_number(value: Any) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool) and -_LARGEST < value < _LARGEST


def _is_flag(value: Any) -> bool:
    return isinstance(value, bool)


def _is_moment(value: Any) -> bool:
    return isinstance(value, str) and moment_of(value) is not None


def _is_base64(value: Any) -> bool:
    try:
        base64.b64decode(value, validate=True)
    except (ValueError, TypeError):
        return False
    return True


_KINDS: Mapping[str, tuple[Callable[[Any], bool], str]] = {
    TEXT: (_is_text, "a string"),
    WHOLE: (_is_whole, "an Int32"),
    NUMBER: (_is_number, "a number"),
    FLAG: (_is_flag, "a boolean"),
    MOMENT: (_is_moment, "a date and time"),
    BYTES: (_is_base64, "bytes in base64"),
}


def moment_of(text: str) -> datetime | None:
    """The moment an ISO 8601 text says, in UTC where it names no zone; None where it says none."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")
