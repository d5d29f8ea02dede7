"""A request's JSON body."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from roster_import.sandbox.kitmaker.refusals import RefusedError
from roster_import.sandbox.messages import strict_json

if TYPE_CHECKING:
    from roster_import.sandbox.messages import Request

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
