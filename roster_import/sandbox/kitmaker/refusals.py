"""How KitMaker says no (KitMaker › Handling errors), and to what: a body read field by field, every complaint noted.

One form of an error is documented, the others are switches. A 429 is no refusal of KitMaker's but a fault: faults.py.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING, Any

from roster_import.sandbox.messages import Reply, error_reply, json_reply, phrase, strict_json, text_reply

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from roster_import.sandbox.messages import Request


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """One thing wrong with a body: the field it is about, and the message KitMaker might give."""

    field: str
    message: str


class RefusedError(Exception):
    """A call that is turned down with a status of 4xx; the message is KitMaker's."""

    def __init__(self, status: int, message: str, complaints: tuple[Complaint, ...] = ()) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.complaints = complaints

    def reply(self, form: str) -> Reply:
        """The answer, in the form the switch `error-body` names."""
        return _FORMS[form](self)


def refused_for(complaints: tuple[Complaint, ...], status: int) -> RefusedError:
    """The refusal of a body with these complaints."""
    return RefusedError(status, joined(complaints), complaints)


def joined(complaints: tuple[Complaint, ...]) -> str:
    """All messages as one."""
    return "; ".join(complaint.message for complaint in complaints)


def _details(error: RefusedError) -> Reply:
    details = [{"field": complaint.field, "message": complaint.message} for complaint in error.complaints]
    return json_reply({"error": phrase(error.status), "message": error.message, "details": details}, error.status)


def _html(error: RefusedError) -> Reply:
    page = f"<html><body><h1>{phrase(error.status)}</h1><p>{escape(error.message)}</p></body></html>"
    return text_reply(page, error.status, "text/html")


_FORMS: Mapping[str, Callable[[RefusedError], Reply]] = {
    "json": lambda error: error_reply(error.status, error.message),
    "details": _details,
    "plain": lambda error: text_reply(error.message, error.status),
    "html": _html,
}

# --------------------------------------------------------------------------------------------------------- bodies

Document = dict[str, Any]


def json_body(request: Request) -> Document:
    """The object in the body; raises RefusedError (400) where there is none."""
    try:
        document = strict_json(request.body)
    except ValueError as error:
        raise RefusedError(400, "The request body is not valid JSON") from error
    if not isinstance(document, dict):
        raise RefusedError(400, "The request body must be a JSON object")
    return document


_LARGEST = 2**31 - 1


@dataclass(slots=True, kw_only=True)
class Complaints:
    """What is wrong with one body: what is refused at once, and what only makes the order fail later."""

    refused: list[Complaint] = field(default_factory=list)
    failed: list[Complaint] = field(default_factory=list)

    def add(self, path: str, message: str, on_wrong: str = "refused") -> None:
        """Note a complaint as the switch says: refused, failed, or (any other word) not at all."""
        kept = {"refused": self.refused, "failed": self.failed}.get(on_wrong)
        if kept is not None:
            kept.append(Complaint(field=path, message=message))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """One JSON object of a body. A field of the wrong kind is complained of and read as if it were missing."""

    document: dict[str, Any]
    complaints: Complaints
    path: str = ""

    def at(self, name: str) -> str:
        """The path of a field: `designs[0].instances[1].size`."""
        return f"{self.path}.{name}" if self.path else name

    def given(self, name: str) -> bool:
        """Whether the field is there and not null."""
        return self.document.get(name) is not None

    def complain(self, name: str, message: str, on_wrong: str = "refused") -> None:
        """Complain of a field; the message says what it must be."""
        self.complaints.add(self.at(name), f"{self.at(name)} {message}", on_wrong)

    def text(self, name: str, *, required: bool = False) -> str | None:
        """A text, None where it is missing; blank counts as missing where it is required."""
        value = self.document.get(name)
        if value is not None and not isinstance(value, str):
            self.complain(name, "must be a string")
            return None
        if required and not (value or "").strip():
            self.complain(name, "is required")
        return value

    def whole(self, name: str, *, least: int, required: bool = False) -> int | None:
        """A whole number of at least `least` that fits 32 bits, None where it is missing."""
        value = self.document.get(name)
        if value is None:
            if required:
                self.complain(name, "is required")
            return None
        if isinstance(value, bool) or not isinstance(value, int) or abs(value) > _LARGEST:
            self.complain(name, "must be an integer")
            return None
        if value < least:
            self.complain(name, f"must be greater than {least - 1}")
        return value

    def child(self, name: str) -> Fields | None:
        """An object that must be there."""
        value = self.document.get(name)
        if isinstance(value, dict):
            return Fields(document=value, complaints=self.complaints, path=self.at(name))
        self.complain(name, "is required" if value is None else "must be an object")
        return None

    def children(self, name: str) -> list[Fields]:
        """The objects of an array; none where it is missing."""
        values = self.document.get(name)
        if not isinstance(values, list):
            if values is not None:
                self.complain(name, "must be an array")
            return []
        return [member for index, value in enumerate(values) if (member := self._member(name, index, value))]

    def _member(self, name: str, index: int, value: object) -> Fields | None:
        path = f"{self.at(name)}[{index}]"
        if isinstance(value, dict):
            return Fields(document=value, complaints=self.complaints, path=path)
        self.complaints.add(path, f"{path} must be an object")
        return None
