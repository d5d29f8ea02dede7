"""How JTL-Wawi says no: by code, message and field, as v1 and v2 write it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from roster_import.sandbox.jtl.shapes import camel
from roster_import.sandbox.messages import Reply, json_reply, phrase

if TYPE_CHECKING:
    from collections.abc import Mapping

    from roster_import.sandbox.jtl.switches import JtlSwitches


Complaints = dict[str, str]

_INVALID = "The sent data is invalid."
NO_LICENCE = "No licence available or the app has not been authorised by JTL."
_CODES = {
    400: "VALIDATION_ERROR",
    401: "UNAUTHORIZED",
    402: "NO_LICENCE",
    403: "FORBIDDEN",
    404: "NOT_FOUND",
    409: "CONFLICT",
    412: "PRECONDITION_FAILED",
    422: "VALIDATION_ERROR",
    429: "RATE_LIMIT_EXCEEDED",
}
_BARE = (401, 402)


class RefusedError(Exception):
    """A call that is turned down with a status of 4xx: what is wrong, by the field that has it. `bare`: no body."""

    def __init__(
        self, status: int, message: str, complaints: Mapping[str, str] | None = None, *, bare: bool = False
    ) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.complaints = dict(complaints or {})
        self.bare = bare

    def reply(self, switches: JtlSwitches, *, modern: bool = False) -> Reply:
        """The answer, in camelCase where `modern`; a 401 or 402 has a body only if the switches say so."""
        if self.bare or (self.status in _BARE and switches.bare_errors == "empty"):
            return Reply(status=self.status, headers=())
        as_list = switches.validation_values == "list"
        values = {field: [text] if as_list else text for field, text in self.complaints.items()}
        write = modern_document if modern else error_document
        return json_reply(write(self.status, self.message, values), self.status)


def invalid(complaints: Mapping[str, str], status: int = 400) -> RefusedError:
    """The refusal of what was sent, for what is wrong with it by field."""
    return RefusedError(status, _INVALID, complaints)


def error_document(status: int, message: str, complaints: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """ErrorResponse as v1 writes it."""
    code = _CODES.get(status) or phrase(status).upper().replace(" ", "_")
    return {"ErrorCode": code, "ValidationErrors": dict(complaints or {}), "ErrorMessage": message, "Stacktrace": ""}


def modern_document(status: int, message: str, complaints: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The same as v2 writes it."""
    paths = {".".join(map(camel, path.split("."))): value for path, value in (complaints or {}).items()}
    return {**{camel(name): value for name, value in error_document(status, message, paths).items()}, "errors": {}}
