"""v1's documents as v2 writes them: camelCase, and a UUID where v1 has a number (JTL › Versions)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from roster_import.sandbox.jtl.catalogue import uuid_of

if TYPE_CHECKING:
    from collections.abc import Mapping

_KINDS: Mapping[str, str] = {
    "ParentItemId": "item",
    "InternalCompanyId": "company",
    "ChildItems": "item",
    "SalesOrderId": "order",
}


def camel(name: str) -> str:
    """Company2 as company2, SKU as sKU."""
    return name[:1].lower() + name[1:]


def pascal(name: str) -> str:
    """The name as v1 writes it: sKU as SKU."""
    return name[:1].upper() + name[1:]


def kind_of(field: str, own: str) -> str:
    """What a field of that name is the id of; `own` is what the document itself is."""
    return own if field == "Id" else _KINDS.get(field) or camel(field.removesuffix("Id"))


def modernized(document: Any, own: str) -> Any:
    """A document of v1 as v2 has it; ids that are 0 are null."""
    if isinstance(document, list):
        return [modernized(one, own) for one in document]
    if not isinstance(document, dict):
        return document
    return {camel(name): _value(name, value, own) for name, value in document.items()}


def _value(name: str, value: Any, own: str) -> Any:
    is_id = name == "Id" or name.endswith("Id") or name in _KINDS
    if is_id and isinstance(value, list):
        return [uuid_of(kind_of(name, own), one) for one in value]
    if is_id and (value is None or isinstance(value, int)):
        return uuid_of(kind_of(name, own), value) if value else None
    return modernized(value, camel(name) if isinstance(value, dict) else own)
