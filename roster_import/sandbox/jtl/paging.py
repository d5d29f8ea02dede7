"""Lists in pages: v1's envelope with its odd ends, v2's with nulls there (JTL › Pagination)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from roster_import.sandbox.jtl.refusals import INVALID, RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from roster_import.sandbox.jtl.switches import JtlSwitches
    from roster_import.sandbox.messages import Request

_MOST = 2**31 - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of `total` entries; pages count from 1."""

    total: int
    number: int
    size: int
    entries: Sequence[Any]

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return -(-self.total // self.size)

    def document(self, write: Callable[[Any], Any]) -> dict[str, Any]:
        """The page as v1 has it: past either end the numbers stay where they are."""
        has_next = self.number < self.pages
        return {
            "TotalItems": self.total,
            "PageNumber": self.number,
            "PageSize": self.size,
            "Items": [write(one) for one in self.entries],
            "TotalPages": self.pages,
            "HasPreviousPage": self.number > 1,
            "HasNextPage": has_next,
            "NextPageNumber": self.number + 1 if has_next else self.pages,
            "PreviousPageNumber": max(1, self.number - 1),
        }

    def modern(self, write: Callable[[Any], Any]) -> dict[str, Any]:
        """The page as v2 has it: null past either end."""
        document = {name[0].lower() + name[1:]: value for name, value in self.document(write).items()}
        document["nextPageNumber"] = self.number + 1 if self.number < self.pages else None
        document["previousPageNumber"] = self.number - 1 if self.number > 1 else None
        return document


def page_of(entries: Sequence[Any], request: Request, switches: JtlSwitches) -> Page:
    """The page that the parameters pageNumber and pageSize ask for; raises RefusedError (400) for one that is none."""
    number = whole_parameter(request, "pageNumber", 1)
    size = whole_parameter(request, "pageSize", switches.page_size)
    if size > switches.page_size_most and switches.page_size_over == "refused":
        raise RefusedError(400, INVALID, {"pageSize": f"pageSize must not be above {switches.page_size_most}."})
    size = min(size, switches.page_size_most)
    start = (number - 1) * size
    return Page(total=len(entries), number=number, size=size, entries=entries[start : start + size])


def whole_parameter(request: Request, name: str, default: int) -> int:
    """A parameter that is a number from 1 on; raises RefusedError (400) where it is none."""
    text = request.query.get(name, "")
    if not text:
        return default
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(_MOST)) and 1 <= int(text) <= _MOST):
        raise RefusedError(400, INVALID, {name: f"The value '{text}' is not valid for {name}."})
    return int(text)
