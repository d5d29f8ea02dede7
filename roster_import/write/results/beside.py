"""What a reader of the results has to know beside the orders: every warning, and what of the file was not ordered from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from roster_import.language.advice import for_a_coach
from roster_import.language.messages import say
from roster_import.write.ooxml.cells import LINK, MUTED, WRAPPED, CellEdit, Look, Value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from roster_import.model.problem import Problem
    from roster_import.write.ooxml.cells import Box

    Row = tuple[CellEdit | Value, ...]

_HEADING: Final = Look(colour="1F3552", bold=True, size=13)
_SAID: Final = replace(WRAPPED, top=True)
_QUIET: Final = replace(MUTED, wrap=True, top=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """The warnings of a file, and sentences on what of it was not ordered from."""

    warnings: tuple[Problem, ...] = ()
    not_ordered: tuple[str, ...] = ()

    def rows(self, names: Mapping[str, str]) -> list[Row]:
        """A heading, a row for each, and an empty one; none where there is nothing. `names` are those of the sheets."""
        if not self:
            return []
        title = CellEdit(value=say("Worth knowing: what was said of the file before it was sent"), look=_HEADING)
        told = [
            (_where(warning, names), CellEdit(value=for_a_coach(warning.message), look=_SAID))
            for warning in self.warnings
        ]
        quiet = [(CellEdit(value=said, look=_QUIET),) for said in self.not_ordered]
        return [(title,), *told, *quiet, ()]

    def merged(self, first: int, columns: int) -> Iterator[Box]:
        """The areas that are one, where its heading stands in row `first` of a page of so many columns."""
        quiet = first + 1 + len(self.warnings)
        yield from ((row, 2, row, columns) for row in range(first + 1, quiet))
        yield from ((row, 1, row, columns) for row in range(quiet, quiet + len(self.not_ordered)))

    def __bool__(self) -> bool:
        return bool(self.warnings or self.not_ordered)


def _where(problem: Problem, names: Mapping[str, str]) -> CellEdit:
    """The place of a warning, with a link to it."""
    name, cell = names.get(problem.sheet or ""), problem.cell or (f"A{problem.row}" if problem.row else None)
    if name is None or cell is None:
        return CellEdit(value=problem.place or None, look=_SAID)
    quoted = name.replace("'", "''")
    return CellEdit(value=problem.place, look=replace(LINK, wrap=True, top=True), link=f"'{quoted}'!{cell}")
