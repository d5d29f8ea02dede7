"""Roster rows by column: what is asked of every row is asked of the texts of a meaning, all at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import chain, repeat
from operator import attrgetter
from typing import TYPE_CHECKING, overload

from roster_import.check.rows.row import CellsAlike, RosterRow
from roster_import.model.by_column import gathered
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
            self._texts[meaning] = self._said(meaning)
        return self._texts[meaning]

    def _said(self, meaning: Meaning) -> list[str]:
        """The same, column by column where rows are alike."""
        sources = {id(source): source for group in self._alike for source in [group.sources.get(meaning)]}
        only = next(iter(sources.values())) if len(sources) == 1 else None
        if isinstance(only, Column):  # as a rule: where rows are alike in several ways, all by the same columns
            said = list(map(only.texts.get, self.numbers, repeat("")))
        else:
            said = [""] * len(self._rows)
            for group in self._alike:
                group.say(said, meaning)
        for at in self._apart:
            said[at] = self._rows[at].text(meaning)
        return said

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
        cells = [row.cells for row in self._rows]
        keys = [id(each.sources) if type(each) is CellsAlike else None for each in cells]
        groups = gathered(keys, range(len(keys)))
        apart = groups.pop(None, [])
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

    def say(self, said: list[str], meaning: Meaning) -> None:
        """Put what these rows say for a meaning where it belongs."""
        source = self.sources.get(meaning)
        if isinstance(source, Column):
            for at, text in zip(self.at, map(source.texts.__getitem__, self.rows), strict=True):
                said[at] = text
        elif source is not None and source.text:
            for at in self.at:
                said[at] = source.text

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
