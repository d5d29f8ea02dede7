"""Cells on their way into a sheet: counted, tidied, put in reading order, merged ranges noted on their first cell."""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from operator import gt
from typing import TYPE_CHECKING, cast

from roster_import.errors import UnreadableFile
from roster_import.language.messages import character_named, say, say_n
from roster_import.model.problem import Place, Problem
from roster_import.model.result_sheets import SIGNED
from roster_import.model.workbook import Cell, CellKind, Column, Columns, Comment, Sheet, TextBox
from roster_import.read.cell_text import T, as_they_stand, controls_in, tidy
from roster_import.read.fills import Fills

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from roster_import.read.options import Limits


Range = tuple[int, int, int, int]  # first row, first column, last row, last column
_RANGE = re.compile(r"([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)")


class _Filling:
    """One column while it is filled: row -> text, the cells that came alone, and the rows of those that came together."""

    __slots__ = ("_kinds", "_rows", "alone", "number", "runs", "texts")

    def __init__(self, number: int) -> None:
        self.number = number
        self.texts: dict[int, str] = {}
        self.alone: dict[int, Cell] = {}
        self.runs: list[tuple[CellKind, Sequence[int]]] = []
        self._kinds: dict[int, CellKind] = {}
        self._rows: list[int] = []

    def put(self, cell: Cell) -> None:
        """Keep a cell; what stood there before is gone."""
        self.texts[cell.row] = cell.text
        self.alone[cell.row] = cell

    def put_all(self, rows: Sequence[int], texts: Iterable[str], kind: CellKind) -> None:
        """Keep cells of one kind of which there is no more to say, where nothing stands yet."""
        self.texts.update(zip(rows, texts, strict=True))
        self.runs.append((kind, rows))

    def cell(self, row: int) -> Cell:
        """The cell that is filled in this row."""
        alone = self.alone.get(row)
        if alone is not None:
            return alone
        if not self._kinds:  # few sheets have merged cells, and some thousands of them
            self._kinds = {row: kind for kind, rows in self.runs for row in rows}
        return Cell(row=row, column=self.number, text=self.texts[row], kind=self._kinds[row])

    def cover(self, top: int, bottom: int, *, keep: bool) -> int:
        """Forget the cells from one row to another, but for the first where it is to be kept; how many they were."""
        if not self._rows:
            self._rows = sorted(self.texts)
        first, last = bisect_left(self._rows, top + keep), bisect_right(self._rows, bottom)
        covered = self._rows[first:last]
        del self._rows[first:last]
        for row in covered:
            del self.texts[row]
            self.alone.pop(row, None)
        return len(covered)

    def column(self) -> Column:
        """The column, from the top."""
        counts = Counter(cell.kind for cell in self.alone.values() if cell.is_plain)
        for kind, rows in self.runs:
            counts[kind] += len(rows)
        usual = counts.most_common(1)[0][0] if counts else CellKind.TEXT
        odd = {row: cell for row, cell in self.alone.items() if cell.kind is not usual or not cell.is_plain}
        for kind, rows in self.runs if len(counts) > 1 else ():
            if kind is not usual:
                others = [row for row in rows if row in self.texts and row not in self.alone]
                odd |= {row: Cell(row=row, column=self.number, text=self.texts[row], kind=kind) for row in others}
        return Column(number=self.number, texts=_from_the_top(self.texts), kind=usual, odd=_from_the_top(odd))


def _from_the_top(by_row: dict[int, T]) -> dict[int, T]:
    rows = [*by_row]
    return {row: by_row[row] for row in sorted(rows)} if any(map(gt, rows, rows[1:])) else by_row


class Grid:
    """The cells of one sheet while it is read; the cells of all sheets of a file count towards one limit."""

    def __init__(self, file_name: str, limits: Limits, *, so_far: int = 0) -> None:
        self._file_name = file_name
        self._limits = limits
        self._so_far = so_far
        self._fillings: dict[int, _Filling] = {}
        self._count = 0
        self._cut: list[Cell] = []
        self._unseen: list[Cell] = []
        self._struck: list[tuple[Cell, str]] = []
        self._characters = 0
        self.fills = Fills()

    def put(
        self,
        row: int,
        column: int,
        text: str,
        kind: CellKind = CellKind.TEXT,
        *,
        date: str | None = None,
        struck: bool = False,
        whole: str = "",
    ) -> None:
        """Keep a cell if it holds something; a formula without a result holds something although it shows nothing.

        `whole` is the text with the part of it that is struck through, where there is one.
        """
        longest = self._limits.text
        if len(text) > 2 * longest:
            text = text[: 2 * longest]  # still too long when tidied, and soon done
        raw, text = text, tidy(text)
        lost = controls_in(raw) if raw != text else ""
        if not text and kind is not CellKind.UNCALCULATED:
            self._unseen += [Cell(row=row, column=column, text="", lost=lost)] if lost else []
            return
        cell = Cell(row=row, column=column, text=text[:longest], kind=kind, date=date, struck=struck, lost=lost)
        filling = self._filling(column)
        self._count += row not in filling.texts
        filling.put(cell)
        if len(text) > longest:
            self._cut.append(cell)
        if whole:
            self._struck.append((cell, tidy(whole[:longest])))
        self._counted(column, len(cell.text))

    def put_all(
        self,
        column: int,
        rows: Sequence[int],
        values: Sequence[T],
        texts: Mapping[T, str],
        kind: CellKind = CellKind.TEXT,
    ) -> None:
        """Keep cells of one column and kind where nothing stands yet, as `put` does one by one.

        `texts` has the text of each different value.
        """
        shown = as_they_stand(texts, self._limits.text)
        if None in shown.values():
            self._put_odd(column, rows, values, {value: texts[value] for value in texts if shown[value] is None}, kind)
            left = [(row, value) for row, value in zip(rows, values, strict=True) if shown[value] is not None]
            rows, values = [row for row, _ in left], [value for _, value in left]
        if rows:
            tidied = cast("list[str]", [*map(shown.__getitem__, values)])
            filling = self._filling(column)
            before = len(filling.texts)
            filling.put_all(rows, tidied, kind)
            self._count += len(filling.texts) - before
            self._counted(column, sum(map(len, tidied)))

    def _put_odd(
        self, column: int, rows: Sequence[int], values: Sequence[T], texts: Mapping[T, str], kind: CellKind
    ) -> None:
        """Those cells, one by one, whose text is among the ones of which there is more to say."""
        if any(texts.values()):
            for row, value in zip(rows, values, strict=True):
                if value in texts:
                    self.put(row, column, texts[value], kind)

    def _filling(self, column: int) -> _Filling:
        filling = self._fillings.get(column)
        if filling is None:
            filling = self._fillings[column] = _Filling(column)
        return filling

    def _counted(self, column: int, characters: int) -> None:
        self._characters += characters
        if column > self._limits.columns or self._count + self._so_far > self._limits.cells:
            raise self._too_large()
        if self._characters > self._limits.characters:
            raise self._too_large()

    def notes(self, sheet: str) -> Iterator[Problem]:
        """What was left unread: texts that are longer than any cell of Excel's, and cells that only seem to be empty."""
        if self._unseen:
            yield _unseen(sheet, sorted(self._unseen, key=_place))
        for cell, whole in sorted(self._struck, key=lambda each: _place(each[0])):
            yield _struck_in_part(sheet, cell, whole)
        for cell in sorted(self._cut, key=_place):
            yield Place(sheet=sheet, cell=cell.address, row=cell.row).error(
                "cell-too-long",
                say(
                    "{address} holds more than {most} characters, of which only the first were read: shorten it.",
                    address=cell.address,
                    most=self._limits.text,
                ),
            )

    def __len__(self) -> int:
        return self._count

    def sheet(
        self,
        name: str,
        *,
        hidden: bool = False,
        merged: Iterable[Range] = (),
        hidden_rows: Collection[int] = (),
        hidden_columns: Iterable[int] = (),
        comments: tuple[Comment, ...] = (),
        boxes: tuple[TextBox, ...] = (),
    ) -> Sheet:
        """The sheet; of hidden rows and columns those are named that hold something."""
        for place in merged:
            self._merge(place)
        columns = Columns(filling.column() for filling in self._fillings.values())
        filled: set[int] = (
            set().union(*(column.texts for column in columns.by_number.values())) if hidden_rows else set()
        )
        return Sheet(
            name=name,
            cells=columns,
            hidden=hidden,
            hidden_rows=frozenset(filled.intersection(hidden_rows)),
            hidden_columns=frozenset(filter(columns.by_number.__contains__, hidden_columns)),
            comments=comments,
            fills=self.fills.in_order(),
            boxes=boxes,
        )

    def _merge(self, place: Range) -> None:
        """Note the range on its first cell; what stands beneath a merged cell is not seen and not read."""
        top, left, bottom, right = place
        filling = self._fillings.get(left)
        if filling is None or top not in filling.texts:
            return
        for number, covered in self._fillings.items():
            if left <= number <= right:
                self._count -= covered.cover(top, bottom, keep=number == left)
        filling.alone[top] = dataclasses.replace(filling.cell(top), merged=(bottom, right))

    def _too_large(self) -> UnreadableFile:
        return UnreadableFile(
            say(
                "{file_name} has more cells than a roster ever has (at most {cells} filled cells and {columns} "
                "columns are read): send the sheet with the players as a file of its own.",
                file_name=self._file_name,
                cells=self._limits.cells,
                columns=self._limits.columns,
            ),
            code="file-too-large",
        )


_MOST_COMMENTS = 10_000  # on a sheet; and of each so many characters
_LONGEST_COMMENT = 1_000


class Remarks:
    """The comments on the cells of one sheet while it is read; several on one cell are one."""

    def __init__(self) -> None:
        self._texts: dict[tuple[int, int], str] = {}

    def put(self, row: int, column: int, text: str) -> None:
        """Keep a comment that says something, without the words that we added to it."""
        text = f" {tidy(text[: 2 * _LONGEST_COMMENT])}".partition(f" {SIGNED}")[0].strip()
        if not text or len(self._texts) >= _MOST_COMMENTS:
            return
        before = self._texts.get((row, column), "")
        self._texts[row, column] = (f"{before} {text}" if before else text)[:_LONGEST_COMMENT]

    def in_order(self) -> tuple[Comment, ...]:
        """All of them, as the sheet is read."""
        return tuple(
            Comment(row=row, column=column, text=self._texts[row, column]) for row, column in sorted(self._texts)
        )


def _place(cell: Cell) -> tuple[int, int]:
    return cell.row, cell.column


def _unseen(sheet: str, cells: list[Cell]) -> Problem:
    first = cells[0]
    return Place(sheet=sheet, cell=first.address, row=first.row).warning(
        "control-character",
        say_n(
            "{address} holds a character that cannot be seen or printed, {character}, and nothing else: it was read as an "
            "empty cell. If something is missing there, type it again.",
            "{address} and other cells hold characters that cannot be seen or printed, such as {character}, and nothing "
            "else: they were read as empty cells. If something is missing there, type it again.",
            len(cells),
            address=first.address,
            character=character_named(first.lost[0]),
        ),
    )


def _struck_in_part(sheet: str, cell: Cell, whole: str) -> Problem:
    message = say(
        "{whole!r} is struck through in part, and is read as {kept!r}. Type the cell again if that is not what is wanted.",
        whole=whole,
        kept=cell.text,
    )
    place = Place(sheet=sheet, cell=cell.address, row=cell.row, value=whole)
    return place.warning("cell-struck-in-part", message)


def column_number(letters: str) -> int:
    """The number of a column: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def ranges(texts: Iterable[str]) -> Iterator[Range]:
    """Ranges written such as `B2:B9`; those that are written wrongly are left out."""
    for match in filter(None, map(_RANGE.fullmatch, texts)):
        yield int(match[2]), column_number(match[1]), int(match[4]), column_number(match[3])
