"""What a fault makes of lines before they are kept: the mishap between what was sent and what was made of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roster_import.sandbox.jtl.refusals import RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from roster_import.sandbox.jtl.shapes import Document
    from roster_import.sandbox.messages import Request

NEVER_READY = "never-ready"
_FAILED = "failed"
_FAILED_MESSAGE = "The sales order could not be saved."
_DIGITS = re.compile(r"[0-9]+")
_WRITTEN = ("Name", "Notice")


def refuse_if_failed(request: Request) -> None:
    """Raise RefusedError (400) for a request that a fault lets fail, with the message it asks for."""
    if request.fate == _FAILED:
        raise RefusedError(400, request.fate_value or _FAILED_MESSAGE)


def altered(lines: Sequence[Document], fate: str) -> list[Document]:
    """The lines as a fault wants them kept; as they are without one."""
    return _ALTERATIONS[fate](list(lines)) if lines and fate in _ALTERATIONS else list(lines)


def _without_names(lines: list[Document]) -> list[Document]:
    return [{**one, "Name": one["SKU"], "Notice": None} for one in lines]


def _without_numbers(lines: list[Document]) -> list[Document]:
    return [{**one, **{name: _DIGITS.sub("", one[name]) for name in _WRITTEN if one[name]}} for one in lines]


def _without_first(lines: list[Document]) -> list[Document]:
    return lines[1:]


def _one_more(lines: list[Document]) -> list[Document]:
    return [{**lines[0], "Quantity": lines[0]["Quantity"] + 1}, *lines[1:]]


def _other_size(lines: list[Document]) -> list[Document]:
    first = lines[0]
    item = first["ItemId"] + 1 if first["ItemId"] else None
    return [{**first, "ItemId": item, "SKU": f"{first['SKU'] or ''}X"}, *lines[1:]]


def _other_total(lines: list[Document]) -> list[Document]:
    first = lines[0]
    return [{**first, "SalesPriceNet": first["SalesPriceNet"] + 100}, *lines[1:]]


_ALTERATIONS: Mapping[str, Callable[[list[Document]], list[Document]]] = {
    "confirm-without-names": _without_names,
    "confirm-without-numbers": _without_numbers,
    "confirm-without-first": _without_first,
    "confirm-one-more": _one_more,
    "confirm-other-size": _other_size,
    "confirm-other-total": _other_total,
}
