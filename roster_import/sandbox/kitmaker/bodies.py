"""A request's JSON body, and what two equal bodies have in common."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any, NoReturn

from roster_import.sandbox.kitmaker.refusals import RefusedError

if TYPE_CHECKING:
    from roster_import.sandbox.messages import Request

Document = dict[str, Any]


def json_body(request: Request) -> Document:
    """The object in the body; raises RefusedError (400) where there is none."""
    try:
        document = json.loads(request.body.decode("utf-8"), parse_constant=_refuse_constant)
        fingerprint(document)  # a lone surrogate can be read but never be written again
    except (ValueError, RecursionError) as error:
        raise RefusedError(400, "The request body is not valid JSON") from error
    if not isinstance(document, dict):
        raise RefusedError(400, "The request body must be a JSON object")
    return document


def fingerprint(document: Document) -> str:
    """The same for two bodies that say the same, whatever the order and spacing of their fields."""
    canonical = json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")
