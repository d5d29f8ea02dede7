"""How KitMaker says no (KitMaker › Handling errors): one form is documented, the others are switches."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from roster_import.sandbox.messages import Reply, error_reply, json_reply, phrase, text_reply

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from roster_import.sandbox.kitmaker.wanted import Complaint


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
    return "; ".join(one.message for one in complaints)


def _json(error: RefusedError) -> Reply:
    return error_reply(error.status, error.message)


def _details(error: RefusedError) -> Reply:
    details = [{"field": one.field, "message": one.message} for one in error.complaints]
    return json_reply({"error": phrase(error.status), "message": error.message, "details": details}, error.status)


def _plain(error: RefusedError) -> Reply:
    return text_reply(error.message, error.status)


def _html(error: RefusedError) -> Reply:
    page = f"<html><body><h1>{phrase(error.status)}</h1><p>{escape(error.message)}</p></body></html>"
    return text_reply(page, error.status, "text/html")


_FORMS: Mapping[str, Callable[[RefusedError], Reply]] = {
    "json": _json,
    "details": _details,
    "plain": _plain,
    "html": _html,
}
