"""Lists: which orders a query asks for, and one page of them (Dropday › Orders › Get orders; Dropday › Products)."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from roster_import.sandbox.dropday.refusals import InvalidError
from roster_import.sandbox.dropday.switches import STATUSES
from roster_import.sandbox.state import read_moment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from roster_import.sandbox.dropday.orders import Order
    from roster_import.sandbox.dropday.switches import DropdaySwitches
    from roster_import.sandbox.messages import Request

Document = dict[str, Any]

MOST_PER_PAGE = 100
_PER_PAGE = 50
_BOOLEANS = {"true": True, "1": True, "false": False, "0": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a query asks for; None, and an empty set, ask for anything."""

    external_id: str | None = None
    source: str | None = None
    date_from: datetime | None = None
    date_to: datetime | None = None
    statuses: frozenset[str] = frozenset()
    supplier_ids: frozenset[int] = frozenset()
    total_min: float | None = None
    total_max: float | None = None
    blocked: bool | None = None
    include_test: bool = False
    per_page: int = _PER_PAGE
    page: int = 1

    def names(self, order: Order, switches: DropdaySwitches) -> bool:
        """Whether it may be one of those, by what does not change."""
        matches = _MATCHES[switches.external_id_filter]
        if order.test and not (self.include_test and switches.include_test == "honoured"):
            return False
        if self.external_id is not None and not matches(self.external_id, order.external_id):
            return False
        return self.source in (None, order.source) and self.blocked in (None, order.blocked)

    def takes(self, shown: Document) -> bool:
        """Whether it is one of those, as it is read this moment."""
        return all(self._conditions(shown))

    def _conditions(self, order: Document) -> Iterator[bool]:
        created = datetime.fromisoformat(order["created_at"])
        yield self.date_from is None or created >= self.date_from
        yield self.date_to is None or created <= self.date_to
        yield not self.statuses or any(line["current_status"] in self.statuses for line in order["order_lines"])
        yield not self.supplier_ids or any(supplier["id"] in self.supplier_ids for supplier in order["suppliers"])
        total = float(order["total"])
        yield self.total_min is None or total >= self.total_min
        yield self.total_max is None or total <= self.total_max


def read_query(query: Mapping[str, str], switches: DropdaySwitches) -> Wanted:
    """What the query asks for; a value that makes no sense is passed over or raises InvalidError, as the switch says."""
    values: dict[str, Any] = {}
    errors: dict[str, list[str]] = {}
    for name, read in _READERS.items():
        if not query.get(name):
            continue
        try:
            values[name] = read(query[name])
        except (ValueError, KeyError):
            errors[name] = [f"The {name.replace('_', ' ')} is invalid."]
    if values.get("per_page", 0) > MOST_PER_PAGE:
        if switches.per_page_over == "refused":
            raise _refusal(switches, {"per_page": [f"The per page may not be greater than {MOST_PER_PAGE}."]})
        values["per_page"] = MOST_PER_PAGE
    if errors and switches.wrong_filter == "refused":
        raise _refusal(switches, errors)
    return Wanted(**values)


def page_of_orders(orders: Sequence[Document], wanted: Wanted, request: Request, switches: DropdaySwitches) -> Document:
    """One page: current_page, data, links and meta."""
    others = [(name, value) for name, value in request.parameters if name != "page"]
    page = _Page(
        entries=orders,
        number=wanted.page,
        size=wanted.per_page,
        path=address(request),
        parameters=others if switches.links == "whole" else [],
    )
    return {"current_page": page.number, "data": page.shown, "links": page.links(), "meta": page.numbers()}


def page_of_products(products: Sequence[Document], request: Request) -> Document:
    """One page of a hundred; unlike those of orders with everything at the top, by the alphabet."""
    try:
        number = _whole(request.query.get("page", "1"))
    except ValueError:
        number = 1
    page = _Page(entries=products, number=number, size=MOST_PER_PAGE, path=address(request))
    urls = {f"{name}_page_url": url for name, url in page.links().items()}
    return dict(sorted({"data": page.shown, **urls, **page.numbers()}.items()))


def address(request: Request) -> str:
    """The whole address that was called, without its query."""
    return f"http://{request.header('host') or 'localhost'}{request.path}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """One page of a list as Laravel has it; `parameters` stand in its links beside the page."""

    entries: Sequence[Document]
    number: int
    size: int
    path: str
    parameters: Sequence[tuple[str, str]] = ()

    @property
    def shown(self) -> list[Document]:
        start = (self.number - 1) * self.size
        return list(self.entries[start : start + self.size])

    @property
    def last(self) -> int:
        return max(1, math.ceil(len(self.entries) / self.size))

    def numbers(self) -> Document:
        before, count = (self.number - 1) * self.size, len(self.shown)
        return {
            "current_page": self.number,
            "from": before + 1 if count else None,
            "last_page": self.last,
            "path": self.path,
            "per_page": self.size,
            "to": before + count if count else None,
            "total": len(self.entries),
        }

    def links(self) -> dict[str, str | None]:
        return {
            "first": self._link(1),
            "last": self._link(self.last),
            "prev": self._link(self.number - 1) if self.number > 1 else None,
            "next": self._link(self.number + 1) if self.number < self.last else None,
        }

    def _link(self, number: int) -> str:
        return f"{self.path}?{urlencode([*self.parameters, ('page', number)])}"


def _refusal(switches: DropdaySwitches, errors: dict[str, list[str]]) -> InvalidError:
    return InvalidError(int(switches.invalid_status), errors)


def _like(wanted: str, external_id: str) -> bool:
    """As MySQL does it: % and _ stand for anything and for one character, upper and lower case are the same."""
    pieces = {"%": ".*", "_": "."}
    pattern = "".join(pieces.get(piece) or re.escape(piece) for piece in wanted)
    return re.search(pattern, external_id, re.IGNORECASE | re.DOTALL) is not None


_MATCHES: Mapping[str, Callable[[str, str], bool]] = {
    "partial": lambda wanted, external_id: wanted in external_id,
    "like": _like,
    "exact": lambda wanted, external_id: wanted == external_id,
}


def _whole(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 < len(text) < 10 or int(text) < 1:
        raise ValueError(text)
    return int(text)


def _number(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return number


def _pieces(text: str) -> list[str]:
    return [piece.strip() for piece in text.split(",") if piece.strip()]


def _statuses(text: str) -> frozenset[str]:
    statuses = frozenset(_pieces(text))
    if statuses - set(STATUSES):
        raise ValueError(text)
    return statuses


_READERS: Mapping[str, Callable[[str], Any]] = {
    "external_id": str,
    "source": str,
    "date_from": read_moment,
    "date_to": read_moment,
    "statuses": _statuses,
    "supplier_ids": lambda text: frozenset(map(_whole, _pieces(text))),
    "total_min": _number,
    "total_max": _number,
    "blocked": _BOOLEANS.__getitem__,
    "include_test": _BOOLEANS.__getitem__,
    "per_page": _whole,
    "page": _whole,
}
