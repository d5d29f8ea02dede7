"""Where the rows and cells of a sheet lie in its bytes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from roster_import.write.ooxml.cells import column_number
from roster_import.write.ooxml.markup import ATTRIBUTES, SKIPPED

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBER: Final = re.compile(rb"(?:^|\s)r\s*=\s*[\"']([A-Za-z]*)([0-9]*)[\"']")
_STYLE: Final = re.compile(rb"(?:^|\s)s\s*=\s*[\"']([0-9]+)[\"']")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a row or a cell lies: number, bytes of its start tag, of its content, of all of it; its style."""

    number: int
    start: int
    inner: int
    inner_end: int
    end: int
    facts: bytes

    @property
    def is_empty_tag(self) -> bool:
        """Whether it is written `<c/>`."""
        return self.inner == self.end

    @property
    def style(self) -> int | None:
        """The place of its format."""
        found = _STYLE.search(self.facts)
        return int(found[1]) if found else None


@lru_cache(maxsize=64)
def _pattern(name: str) -> re.Pattern[bytes]:
    """Finds the tags of one name: (slash of an end tag, attributes)."""
    return re.compile(
        SKIPPED + rb"|<(/?)" + re.escape(name.encode()) + rb"(?=[\s/>])(" + ATTRIBUTES + rb")>", re.DOTALL
    )


def places(data: bytes, name: str, start: int, end: int) -> Iterator[Place]:
    """The elements of one name between two places, numbered by their `r` or else as the one after the last."""
    number, opened = 0, None
    for tag in _pattern(name).finditer(data, start, end):
        if tag[1] is None:
            continue
        if tag[1]:
            assert opened is not None
            yield _closed(number, opened, tag.start(), tag.end())
            continue
        number = _number(tag[2]) or number + 1
        if tag[2].endswith(b"/"):
            yield _closed(number, tag, tag.end(), tag.end())
        opened = tag


def _closed(number: int, opened: re.Match[bytes], inner_end: int, end: int) -> Place:
    return Place(number=number, start=opened.start(), inner=opened.end(), inner_end=inner_end, end=end, facts=opened[2])


@lru_cache(maxsize=1024)
def _column(letters: bytes) -> int:
    return column_number(letters.decode())


def _number(facts: bytes) -> int:
    """The number in `r`: of a cell that of its column, of a row its own; 0 where there is none."""
    found = _NUMBER.search(facts)
    if found is None:
        return 0
    return _column(found[1]) if found[1] else int(found[2] or 0)


def first_tag(data: bytes, name: str, start: int) -> re.Match[bytes] | None:
    """The first start tag of a name after a place, as a match: (nothing, attributes in group 2)."""
    return next((tag for tag in _pattern(name).finditer(data, start) if tag[1] == b""), None)


def places_from(data: bytes, name: str, row: Place, number: int) -> Iterator[Place]:
    """The cells of a row as far as they matter to those from a column on: only the last, where it lies before them.

    Columns are mostly added on the right; looking at one cell of twelve makes that several times as fast.
    """
    start = data.rfind(f"<{name} ".encode(), row.inner, row.inner_end)
    if start >= 0 and data.find(b"<!", row.inner, row.inner_end) < 0:
        last = list(places(data, name, start, row.inner_end))
        if len(last) == 1 and 0 < _number(last[0].facts) < number:
            return iter(last)
    return places(data, name, row.inner, row.inner_end)
