"""Requests and answers held against JTL's own OpenAPI document (1.0), which is not part of this repository.

    assert_documented("POST", "/salesOrders", headers, {"CompanyId": 1, "CustomerId": 1005})
    for record in sandbox.requests():
        assert_recorded(record)

Where the document is not beside the repository, the test is skipped.
"""

from __future__ import annotations

import json
from copy import deepcopy
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from openapi_schema_validator import OAS30ReadValidator, OAS30WriteValidator, oas30_format_checker

DOCUMENT = Path(__file__).resolve().parent.parent.parent / "shared" / "apis" / "jtl-openapi.json"
METHODS = ("get", "post", "put", "patch", "delete")
# Version 1.0 calls it tenant-id; every later page, and the guide, x-tenant-id.
RENAMED = {"tenant-id": "x-tenant-id"}
# "If no token is present, the API Gateway injects it": never needed beside a token.
INJECTED = {"x-api-key"}
CLOUD_ONLY = {"tenant-id", "x-api-key"}
OTHER_HEADERS = {"x-tenant-id", "x-challengecode", "x-sessionid", "x-companyid"}
BASES = ("/erp", "/api/eazybusiness")
NOT_IN_THIS_DOCUMENT = (
    *("/oauth2/token", "/info", "/authentication", "/customerGroups", "/salesOrders/cancellationReasons"),
    "/v2/",
)


@cache
def document() -> dict[str, Any]:
    """The document, with every object closed: a property it does not name is an error. Skips where it is not there."""
    if not DOCUMENT.exists():
        pytest.skip(f"JTL's OpenAPI document is not at {DOCUMENT}")
    whole = json.loads(DOCUMENT.read_text("utf-8"))
    _close(whole["components"]["schemas"])
    return whole


def assert_documented(method: str, path: str, headers: dict[str, str], body: Any, *, own_server: bool = False) -> None:
    """The request is one JTL's document describes: path (below the base), query, headers, JSON body; says all it is not.

    `body` is the JSON document, or its text or bytes; None or empty: none was sent. `own_server`: not in the cloud, so
    without a tenant.
    """
    wrong = request_complaints(method, path, headers, body, own_server=own_server)
    assert wrong == [], f"{method} {path}: " + "; ".join(wrong)


def assert_recorded(record: dict[str, Any]) -> None:
    """The same for a request as the sandbox records it; calls that are not in the document (token, info) are passed."""
    path = record["path"]
    base = next((one for one in BASES if path.startswith(f"{one}/")), "")
    below = path.removeprefix(base).removeprefix("/v1")
    if base and not below.startswith(NOT_IN_THIS_DOCUMENT):
        assert_documented(record["method"], below, record["headers"], record["body"], own_server=base != "/erp")


def request_complaints(
    method: str, path: str, headers: dict[str, str], body: Any, *, own_server: bool = False
) -> list[str]:
    """Everything about the request that the document does not describe."""
    parts = urlsplit(path)
    operation = _operation(method, parts.path)
    if operation is None:
        return ["the document has no such call"]
    lower = {name.lower(): value for name, value in headers.items()}
    return [
        *_query_complaints(operation, parts.query),
        *_header_complaints(operation, lower, own_server),
        *_body_complaints(operation, lower, body),
    ]


def answer_complaints(method: str, path: str, status: int, body: Any) -> list[str]:
    """Everything about an answer that the document does not describe: its status, its body."""
    operation = _operation(method, urlsplit(path).path)
    if operation is None:
        return ["the document has no such call"]
    answer = operation["responses"].get(str(status))
    if answer is None:
        return [f"status {status} is not described"]
    schema = answer.get("content", {}).get("application/json", {}).get("schema")
    if schema is None or not _says_anything(schema):
        return [] if body in (None, "", b"") else ["a body is not described"]
    return _complaints(OAS30ReadValidator, schema, json.loads(body) if isinstance(body, str | bytes) else body)


def _says_anything(schema: dict[str, Any]) -> bool:
    return bool({"$ref", "type", "allOf", "oneOf"} & set(schema))


def _close(schema: Any) -> None:
    if isinstance(schema, list):
        for one in schema:
            _close(one)
    elif isinstance(schema, dict):
        if isinstance(schema.get("properties"), dict) and schema.get("type") == "object":
            schema.setdefault("additionalProperties", False)
        for one in schema.values():
            _close(one)


def _operation(method: str, path: str) -> dict[str, Any] | None:
    given = path.removeprefix("/v1").split("/")
    for template, item in document()["paths"].items():
        wanted = template.split("/")
        fits = len(wanted) == len(given) and all(
            piece == actual or (piece.startswith("{") and actual.removeprefix("-").isdigit())
            for piece, actual in zip(wanted, given, strict=True)
        )
        if fits:
            return item.get(method.lower())
    return None


def _parameters(operation: dict[str, Any], place: str) -> dict[str, dict[str, Any]]:
    return {one["name"]: one for one in operation.get("parameters", ()) if one["in"] == place}


def _query_complaints(operation: dict[str, Any], query: str) -> list[str]:
    known = _parameters(operation, "query")
    given = parse_qsl(query, keep_blank_values=True)
    return [
        *(f"the parameter {name} is unknown" for name, _ in given if name not in known),
        *(f"{name}: {text!r} is not {known[name]['schema'].get('format') or known[name]['schema']['type']}"
          for name, text in given if name in known and not _is_text_of(text, known[name]["schema"])),
        *(f"the parameter {name} is missing"
          for name, one in known.items() if one.get("required") and name not in dict(given)),
    ]  # fmt: skip


def _is_text_of(text: str, schema: dict[str, Any]) -> bool:
    if schema.get("format") == "date-time":
        return _is_moment(text)
    readers = {"integer": int, "boolean": {"true": True, "false": False}.__getitem__, "number": float}
    try:
        value = readers.get(schema["type"], str)(text)
    except (ValueError, KeyError):
        return False
    return "enum" not in schema or value in schema["enum"]


def _is_moment(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


def _header_complaints(operation: dict[str, Any], headers: dict[str, str], own_server: bool) -> list[str]:
    known = _parameters(operation, "header")
    waived = (CLOUD_ONLY if own_server else set()) | (INJECTED if "authorization" in headers else set())
    missing = [
        f"the header {name} is missing"
        for name, one in known.items()
        if one.get("required") and name not in waived and not (headers.get(name) or headers.get(RENAMED.get(name, "")))
    ]
    unknown = [
        f"the header {name} is unknown"
        for name in headers
        if name.startswith("x-") and name not in known and name not in OTHER_HEADERS
    ]
    tenant = headers.get("x-tenant-id") or headers.get("tenant-id")
    not_uuid = (
        [] if not tenant or oas30_format_checker.conforms(tenant, "uuid") else [f"the tenant {tenant} is no UUID"]
    )
    unasked = [] if "authorization" in headers else ["the header authorization is missing"]
    return [*missing, *unknown, *not_uuid, *unasked]


def _body_complaints(operation: dict[str, Any], headers: dict[str, str], body: Any) -> list[str]:
    described = operation.get("requestBody")
    if body in (None, "", b""):
        return ["a body is missing"] if described and described.get("required") else []
    if described is None:
        return ["a body is not described"]
    kind = headers.get("content-type", "").partition(";")[0].strip()
    schema = described["content"]["application/json"]["schema"]
    sent = json.loads(body) if isinstance(body, str | bytes) else body
    wrong_kind = [] if kind == "application/json" else [f"the content type is {kind or 'missing'}"]
    return [*wrong_kind, *_complaints(OAS30WriteValidator, schema, sent)]


def _complaints(validator: Any, schema: dict[str, Any], instance: Any) -> list[str]:
    rooted = {"allOf": [deepcopy(schema)], "components": document()["components"]}
    errors = validator(rooted, format_checker=oas30_format_checker).iter_errors(instance)
    return [f"{'/'.join(map(str, one.absolute_path)) or 'the body'}: {one.message}" for one in errors]
