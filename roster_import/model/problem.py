"""What is wrong, and where."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from roster_import.language.messages import say

if TYPE_CHECKING:
    from roster_import.model.layout import Meaning

Level = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something to tell the user about a cell, a row, a sheet or the file: what is wrong and what to do.

    `cell` is an address such as D7, `row` Excel's row number, `column` the heading as the user wrote it. A code
    never changes its meaning. A suggestion is offered, never applied in silence. `also` are the other rows that it is
    as much about, such as those of the players who share a number. `alike`: where one mistake of many cells is said once, the
    problem of each of them as it is said of that cell alone, this one's first.
    """

    level: Level
    code: str
    message: str
    sheet: str | None = None
    cell: str | None = None
    row: int | None = None
    column: str | None = None
    value: str | None = None
    suggestion: str | None = None
    also: tuple[Origin, ...] = field(default=(), compare=False)
    alike: tuple[Problem, ...] = field(default=(), compare=False)

    @property
    def each(self) -> tuple[Problem, ...]:
        """The problem of each cell by itself."""
        return self.alike or (self,)

    @property
    def rows(self) -> tuple[Origin, ...]:
        """Every row it is about, its own first; none where it is about a column, a sheet or the file."""
        own = (Origin(sheet=self.sheet, row=self.row),) if self.sheet and self.row else ()
        return (*own, *self.also)

    @property
    def place(self) -> str:
        """Where it is, in words: `Roster!D7`, `Roster row 7`, `Roster`, or nothing for the whole file."""
        if self.sheet is None:
            return ""
        if self.cell is not None:
            return f"{self.sheet}!{self.cell}"
        return say("{sheet} row {row}", sheet=self.sheet, row=self.row) if self.row is not None else self.sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something is wrong, and what stands there; without a sheet it is the file as a whole.

    `at_cell` and `at_heading` make one of a cell and of a column's heading.
    """

    sheet: str | None = None
    cell: str | None = None
    row: int | None = None
    column: str | None = None
    value: str | None = None

    def error(self, code: str, message: str, suggestion: str | None = None) -> Problem:
        """What stops the file, said here."""
        return self.problem("error", code, message, suggestion)

    def warning(self, code: str, message: str, suggestion: str | None = None) -> Problem:
        """What somebody should look at, said here."""
        return self.problem("warning", code, message, suggestion)

    def problem(
        self, level: Level, code: str, message: str, suggestion: str | None = None, also: tuple[Origin, ...] = ()
    ) -> Problem:
        """A problem here."""
        return Problem(
            level=level,
            code=code,
            message=message,
            sheet=self.sheet,
            cell=self.cell,
            row=self.row,
            column=self.column,
            value=self.value,
            suggestion=suggestion,
            also=also,
        )


FILE = Place()


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Origin:
    """The row an ordered item came from."""

    sheet: str
    row: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """What a system cannot carry of an order, or would refuse: an error stops the file, a warning does not.

    It is told at the rows of `origins`, at the column of `meaning`, else at that of `ordered_by` (Design or Logo); or at
    the Order sheet's label `detail` (its key, such as `organization-id`); or, with neither, for the whole order.
    """

    level: Level
    code: str
    message: str
    origins: tuple[Origin, ...] = ()
    meaning: Meaning | None = None
    ordered_by: Meaning | None = None
    detail: str | None = None
