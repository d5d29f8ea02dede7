"""GraphQL: one call for all, errors with 200, and the only idempotency key JTL has (JTL › GraphQL)."""

from __future__ import annotations

import hashlib
import json
import re
import threading
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from roster_import.sandbox.jtl.catalogue import uuid_of
from roster_import.sandbox.jtl.read_request import read_json
from roster_import.sandbox.jtl.refusals import RefusedError, invalid
from roster_import.sandbox.jtl.v2 import modernized
from roster_import.sandbox.messages import Reply, json_reply

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from roster_import.sandbox.jtl.shapes import Document
    from roster_import.sandbox.jtl.v2 import Version2
    from roster_import.sandbox.jtl.wawi import Wawi
    from roster_import.sandbox.messages import Request


_CREATE = "CreateSalesOrder"
_INVALID_CODE = "GRAPHQL_VALIDATION_FAILED"
_UNKNOWN_CODES = {
    "customerId": "CustomerNotFound",
    "companyId": "CompanyNotFound",
    "shippingMethodId": "ShippingMethodNotFound",
    "paymentMethodId": "PaymentMethodNotFound",
}
_LINE_CODES = (
    ("is a variation parent", "SalesLineItemItemIsVariationParent"),
    ("is not active", "SalesLineItemItemInactive"),
    ("must be between", "LineItemQuantityNotPositive"),
    ("does not exist", "ItemNotFound"),
)


class GraphQL:
    """Answers queries and the mutation that creates an order."""

    def __init__(self, wawi: Wawi, version2: Version2) -> None:
        self._wawi = wawi
        self._version2 = version2
        self._taking = threading.Lock()
        self._rows: Mapping[str, Callable[[], list[Document]]] = {
            "QuerySalesOrders": self._sales_orders,
            "QueryItems": lambda: [version2.shown_item(item) for item in wawi.catalogue.items.values()],
            "QueryCustomers": lambda: [version2.shown_customer(customer) for customer in wawi.catalogue.customers()],
            "QueryCompanies": lambda: [modernized(company, "company") for company in wawi.catalogue.lists["Companies"]],
        }

    def answer(self, request: Request, _: int) -> Reply:
        """The data, or errors, and always 200; raises RefusedError for a body that is no JSON."""
        body = read_json(request, self._wawi.switches)
        try:
            kind, fields = read_document(*_asked(body))
            return json_reply(self._carried_out(kind, fields, request))
        except (LanguageError, RecursionError) as error:
            return json_reply({"errors": [_error(str(error), _INVALID_CODE)]})
        except RefusedError as refused:
            return json_reply({"errors": _errors(refused), "data": None})

    def _carried_out(self, kind: str, fields: Sequence[Field], request: Request) -> Document:
        data: Document = {}
        replayed: Document = {}
        for field in fields:
            if kind == "mutation":
                result, was_replayed = self._create(field, request)
                replayed |= {field.key: {"wasReplayed": True}} if was_replayed else {}
            else:
                result = self._read(field)
            data[field.key] = _chosen(result, field)
        return {"data": data} | ({"extensions": {"idempotency": replayed}} if replayed else {})

    # -------------------------------------------------------------------------------------------------- reading

    def _read(self, field: Field) -> Any:
        if field.name == "GetSalesOrderById":
            return self._one_order(field)
        if field.name not in self._rows:
            raise LanguageError(f"The field `{field.name}` does not exist on the type `Query`.")
        rows = [row for row in self._rows[field.name]() if _fits(row, field.arguments.get("where") or {})]
        for order in reversed(_orders(field.arguments.get("order"))):
            for name, direction in order.items():
                rows.sort(key=partial(_sorting_key, name), reverse=str(direction).upper() == "DESC")
        return _connection(rows, field.arguments)

    def _one_order(self, field: Field) -> Document | None:
        uuid = next((str(argument) for argument in field.arguments.values() if isinstance(argument, str)), "")
        try:
            return self._version2.shown(self._wawi.order_to_show(self._version2.order_id(uuid)))
        except RefusedError:
            return None

    def _sales_orders(self) -> list[Document]:
        name = self._wawi.switches.graphql_external
        rows = [(self._version2.shown(order), order.external or None) for order in self._wawi.listed()]
        return [{**{k: v for k, v in row.items() if k != "externalSalesOrderNumber"}, name: external}
                for row, external in rows]  # fmt: skip

    # ------------------------------------------------------------------------------------------------- creating

    def _create(self, field: Field, request: Request) -> tuple[Document, bool]:
        """The new order's id, or the first order's where the key was used; and whether it was."""
        if field.name != _CREATE:
            raise LanguageError(f"The field `{field.name}` does not exist on the type `Mutation`.")
        wanted = field.arguments.get("request")
        if not isinstance(wanted, dict):
            raise LanguageError("The argument `request` is required.")
        ignored = self._wawi.switches.idempotency == "ignored"
        key = "" if ignored else str(wanted.get("idempotencyKey") or "")
        with self._taking:  # a second request with the key waits for the first
            before = self._replayed(key, _fingerprint(wanted))
            if before is not None:
                return {"salesOrderId": uuid_of("order", before)}, True
            order = self._version2.take(wanted, request, key, _fingerprint(wanted))
        return {"salesOrderId": uuid_of("order", order.id)}, False

    def _replayed(self, key: str, fingerprint: str) -> int | None:
        spent = self._wawi.orders.spent(key) if key else None
        if spent is None:
            return None
        if spent.fingerprint != fingerprint and self._wawi.switches.idempotency == "conflict":
            raise RefusedError(409, "The idempotency key was used with another payload.")
        return spent.order_id


def _asked(body: Any) -> tuple[str, Mapping[str, Any], str]:
    if not isinstance(body, dict) or not isinstance(body.get("query"), str):
        raise invalid({"query": "The query field is required."})
    variables = body.get("variables")
    return body["query"], variables if isinstance(variables, dict) else {}, str(body.get("operationName") or "")


def _fingerprint(document: Any) -> str:
    canonical = json.dumps(document, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(canonical.encode()).hexdigest()


def _chosen(value: Any, field: Field) -> Any:
    """What the selection asks for of a value; raises LanguageError for a field it has not."""
    if isinstance(value, list):
        return [_chosen(entry, field) for entry in value]
    if not isinstance(value, dict) or not field.selection:
        return value
    for inner in field.selection:
        if inner.name not in value and inner.name != "__typename":
            raise LanguageError(f"The field `{inner.name}` does not exist on the type of `{field.name}`.")
    return {inner.key: _chosen(value.get(inner.name), inner) for inner in field.selection}


def _connection(rows: Sequence[Document], arguments: Mapping[str, Any]) -> Document:
    numbered = list(enumerate(rows))
    after, before = _cursor(arguments.get("after")), _cursor(arguments.get("before"))
    shown = [(n, row) for n, row in numbered if (after is None or n > after) and (before is None or n < before)]
    if isinstance(arguments.get("last"), int):
        shown = shown[-arguments["last"] :] if arguments["last"] > 0 else []
    first = arguments.get("first")
    shown = shown[:first] if isinstance(first, int) and first >= 0 else shown
    start, end = (shown[0][0], shown[-1][0]) if shown else (None, None)
    return {
        "nodes": [row for _, row in shown],
        "edges": [{"cursor": str(n), "node": row} for n, row in shown],
        "totalCount": len(rows),
        "pageInfo": {
            "hasNextPage": end is not None and end < len(rows) - 1,
            "hasPreviousPage": bool(start),
            "startCursor": None if start is None else str(start),
            "endCursor": None if end is None else str(end),
        },
    }


def _cursor(text: Any) -> int | None:
    return int(text) if isinstance(text, str) and text.isascii() and text.isdigit() else None


def _orders(order: Any) -> list[Document]:
    given = order if isinstance(order, list) else [order]
    return [entry for entry in given if isinstance(entry, dict)]


def _sorting_key(name: str, row: Document) -> str:
    return str(row.get(name) or "")


_TESTS: Mapping[str, Callable[[Any, Any], bool]] = {
    "eq": lambda actual, wanted: bool(actual == wanted),
    "neq": lambda actual, wanted: bool(actual != wanted),
    "in": lambda actual, wanted: actual in wanted,
    "nin": lambda actual, wanted: actual not in wanted,
    "contains": lambda actual, wanted: str(wanted) in str(actual or ""),
    "startsWith": lambda actual, wanted: str(actual or "").startswith(str(wanted)),
    "endsWith": lambda actual, wanted: str(actual or "").endswith(str(wanted)),
}
_LISTED = ("and", "or", "in", "nin")


def _fits(value: Any, where: Mapping[str, Any]) -> bool:
    """Whether a value is what a filter wants; raises LanguageError for a field or an operator it has not."""
    if not isinstance(where, dict):
        raise LanguageError("A filter is an object.")
    return all(_fits_one(value, name, wanted) for name, wanted in where.items())


def _fits_one(value: Any, name: str, wanted: Any) -> bool:
    if name in _LISTED and not isinstance(wanted, list):
        raise LanguageError(f"`{name}` is a list.")
    if name == "and":
        return all(_fits(value, inner) for inner in wanted)
    if name == "or":
        return any(_fits(value, inner) for inner in wanted)
    if name in _TESTS and not isinstance(value, dict):
        return _TESTS[name](value, wanted)
    if not isinstance(value, dict) or name not in value or not isinstance(wanted, dict):
        raise LanguageError(f"The field `{name}` is not defined by the filter.")
    return _fits(value[name], wanted)


def _error(message: str, code: str) -> Document:
    return {"message": message, "extensions": {"code": code}}


def _errors(refused: RefusedError) -> list[Document]:
    complaints = refused.complaints or {"": refused.message}
    return [_error(text, _code(field, text, refused.status)) for field, text in complaints.items()]


def _code(field: str, text: str, status: int) -> str:
    if field in _UNKNOWN_CODES and "does not exist" in text:
        return _UNKNOWN_CODES[field]
    by_words = next((code for words, code in _LINE_CODES if words in text and field.startswith("lineItems")), None)
    return by_words or ("IdempotencyKeyConflict" if status == 409 else "ValidationFailed")


# -------------------------------------------------------------------------------------------------------- the language


_TOKEN = re.compile(
    r'"""(?:[^"]|"(?!""))*"""|"(?:[^"\\\n]|\\.)*"|-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|\w+|\.\.\.|[!$():=@\[\]{}|&]'
)
_SKIPPED = re.compile(r"(?:[\s,\ufeff]|#[^\n]*)*")
_CONSTANTS: Mapping[str, Any] = {"true": True, "false": False, "null": None}
_END = ""


class LanguageError(Exception):
    """A document that cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field that is asked for: under which key, with which arguments, and what of it; no selection: a leaf."""

    name: str
    key: str
    arguments: Mapping[str, Any]
    selection: tuple[Field, ...]


def read_document(text: str, variables: Mapping[str, Any], operation: str = "") -> tuple[str, tuple[Field, ...]]:
    """The kind of the operation, query or mutation, and its fields; raises LanguageError."""
    reader = _Reader(text, variables)
    operations: list[tuple[str, str, tuple[Field, ...]]] = []
    while reader.ahead != _END:
        operations.append(reader.operation())
    chosen = [known for known in operations if not operation or known[1] == operation]
    if len(chosen) != 1:
        raise LanguageError("The document must have one operation, or the request must name one.")
    return chosen[0][0], chosen[0][2]


class _Reader:
    def __init__(self, text: str, variables: Mapping[str, Any]) -> None:
        self._tokens = _tokens(text)
        self._place = 0
        self._variables = dict(variables)

    @property
    def ahead(self) -> str:
        return self._tokens[self._place] if self._place < len(self._tokens) else _END

    def operation(self) -> tuple[str, str, tuple[Field, ...]]:
        if self.ahead == "{":
            return "query", "", self._selection()
        kind = self._take()
        if kind not in ("query", "mutation"):
            raise LanguageError(f"“{kind}” is no operation that is served here.")
        name = self._take() if self.ahead not in ("{", "(") else ""
        if self.ahead == "(":
            self._defaults()
        return kind, name, self._selection()

    def _defaults(self) -> None:
        """Variables' types are passed over; a default counts where nothing was sent."""
        self._expect("(")
        while self.ahead != ")":
            if self._take() == "$":
                name = self._take()
            elif self.ahead == "=":
                self._take()
                self._variables.setdefault(name, self._value())
        self._expect(")")

    def _selection(self) -> tuple[Field, ...]:
        self._expect("{")
        fields = []
        while self.ahead != "}":
            fields.append(self._field())
        self._expect("}")
        return tuple(fields)

    def _field(self) -> Field:
        key = name = self._name()
        if self.ahead == ":":
            self._take()
            name = self._name()
        arguments = self._members("(", ")") if self.ahead == "(" else {}
        selection = self._selection() if self.ahead == "{" else ()
        return Field(name=name, key=key, arguments=arguments, selection=selection)

    def _members(self, opening: str, closing: str) -> dict[str, Any]:
        self._expect(opening)
        members = {}
        while self.ahead != closing:
            name = self._name()
            self._expect(":")
            members[name] = self._value()
        self._expect(closing)
        return members

    def _value(self) -> Any:
        if self.ahead == "{":
            return self._members("{", "}")
        if self.ahead == "[":
            return self._list()
        if self.ahead == "$":
            self._take()
            return self._variables.get(self._name())
        token = self._take()
        if token.startswith('"""'):
            return token[3:-3].strip()
        if token[0] in '"-0123456789':
            return _constant(token)
        return _CONSTANTS.get(token, token)

    def _list(self) -> list[Any]:
        self._expect("[")
        values = []
        while self.ahead != "]":
            values.append(self._value())
        self._expect("]")
        return values

    def _name(self) -> str:
        token = self._take()
        if not token.isidentifier():
            raise LanguageError(f"A name is expected in place of “{token}”.")
        return token

    def _expect(self, token: str) -> None:
        if self._take() != token:
            raise LanguageError(f"“{token}” is expected.")

    def _take(self) -> str:
        token = self.ahead
        if token == _END:
            raise LanguageError("The document ends too early.")
        self._place += 1
        return token


def _constant(token: str) -> Any:
    try:
        return json.loads(token)
    except ValueError as error:
        raise LanguageError(f"“{token}” is no value.") from error


def _tokens(text: str) -> list[str]:
    tokens, place = [], _skipped(text, 0)
    while place < len(text):
        match = _TOKEN.match(text, place)
        if match is None:
            raise LanguageError(f"“{text[place]}” is not expected.")
        tokens.append(match.group())
        place = _skipped(text, match.end())
    return tokens


def _skipped(text: str, place: int) -> int:
    match = _SKIPPED.match(text, place)
    return match.end() if match else place
