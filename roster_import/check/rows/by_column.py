"""Roster rows by column: what is asked of every row is asked of the texts of a meaning, all at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import chain, repeat
from operator import attrgetter
from typing import TYPE_CHECKING, overload

from roster_import.check.rows.row import CellsAlike, RosterRow
from roster_import.model.workbook import CellKind, Column

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from roster_import.model.layout import Meaning
    from roster_import.model.workbook import Cell

_USUAL = frozenset({CellKind.TEXT, CellKind.NUMBER})


class RosterRows(Sequence[RosterRow]):
    """Roster rows, and what they say by column; rows that were found alike are asked together."""

    def __init__(self, rows: Iterable[RosterRow]) -> None:
        self._rows = rows if isinstance(rows, tuple) else tuple(rows)
        self._texts: dict[Meaning, list[str]] = {}

    @classmethod
    def of(cls, rows: Sequence[RosterRow]) -> RosterRows:
        """These rows by column, themselves where they are so already."""
        return rows if isinstance(rows, cls) else cls(rows)

    @overload
    def __getitem__(self, index: int) -> RosterRow: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[RosterRow, ...]: ...

    def __getitem__(self, index: int | slice) -> RosterRow | tuple[RosterRow, ...]:
        return self._rows[index]

    def __iter__(self) -> Iterator[RosterRow]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    @cached_property
    def sheets(self) -> list[str]:
        """The sheet of each row."""
        return list(map(attrgetter("sheet"), self._rows))

    @cached_property
    def numbers(self) -> list[int]:
        """The number of each row on its sheet."""
        return list(map(attrgetter("row"), self._rows))

    def texts(self, meaning: Meaning) -> list[str]:
        """What each row says for a meaning, empty where it says nothing."""
        if meaning not in self._texts:
            said: list[str] = [""] * len(self._rows)
            for group in self._alike:
                source = group.sources.get(meaning)
                if isinstance(source, Column):
                    group.put(said, map(source.texts.__getitem__, group.rows))
                elif source is not None and source.text:
                    group.put(said, repeat(source.text))
            for at in self._apart:
                said[at] = self._rows[at].text(meaning)
            self._texts[meaning] = said
        return self._texts[meaning]

    @cached_property
    def odd_kinds(self) -> Mapping[int, Mapping[Meaning, CellKind]]:
        """Position -> the kind of each cell that is neither text nor number, for the rows with such a cell."""
        odd: dict[int, dict[Meaning, CellKind]] = {}
        for at, meaning, kind in chain(*(group.kinds() for group in self._alike)):
            odd.setdefault(at, {})[meaning] = kind
        for at in self._apart:
            cells = self._rows[at].cells.items()
            if kinds := {meaning: cell.kind for meaning, cell in cells if cell.kind not in _USUAL}:
                odd[at] = kinds
        return odd

    @cached_property
    def with_values(self) -> list[int]:
        """The positions of the rows that give values to single placeholders."""
        groups = (group.at for group in self._alike if self._rows[group.at[0]].values)
        return sorted(chain(*groups, (at for at in self._apart if self._rows[at].values)))

    @cached_property
    def _groups(self) -> tuple[list[_Alike], list[int]]:
        """The rows that were found alike, group by group, and the positions of all others."""
        groups: dict[int, list[int]] = {}
        apart: list[int] = []
        for at, row in enumerate(self._rows):
            cells = row.cells
            if type(cells) is CellsAlike:
                known = groups.get(id(cells.sources))
                if known is None:
                    groups[id(cells.sources)] = [at]
                else:
                    known.append(at)
            else:
                apart.append(at)
        return [_Alike(places, self._rows) for places in groups.values()], apart

    @property
    def _alike(self) -> list[_Alike]:
        return self._groups[0]

    @property
    def _apart(self) -> list[int]:
        return self._groups[1]


class _Alike:
    """Rows whose cells come from the same columns, or were made for the first of them; `at` are their positions."""

    def __init__(self, at: list[int], rows: Sequence[RosterRow]) -> None:
        cells = rows[at[0]].cells
        self.at = at
        self.rows = [rows[each].row for each in at]
        self.sources: Mapping[Meaning, Column | Cell] = cells.sources if isinstance(cells, CellsAlike) else {}

    def put(self, said: list[str], texts: Iterable[str]) -> None:
        """Put the texts of these rows, in their order, where they belong."""
        for at, text in zip(self.at, texts, strict=False):
            said[at] = text

    def kinds(self) -> Iterator[tuple[int, Meaning, CellKind]]:
        """Position, meaning and kind of each cell that is neither text nor number."""
        for meaning, source in self.sources.items():
            if isinstance(source, Column):
                yield from ((at, meaning, kind) for at, kind in self._kinds_in(source))
            elif source.kind not in _USUAL:
                yield from ((at, meaning, source.kind) for at in self.at)

    def _kinds_in(self, column: Column) -> Iterator[tuple[int, CellKind]]:
        if column.kind in _USUAL and not any(cell.kind not in _USUAL for cell in column.odd.values()):
            return
        for at, row in zip(self.at, self.rows, strict=True):
            kind = column.odd[row].kind if row in column.odd else column.kind
            if kind not in _USUAL:
                yield at, kind
