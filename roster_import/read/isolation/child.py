"""The process in which a stranger's file is read: one request in, one answer out, bound to its limits.

Started by `process`, or forked by `fork_server`; whatever happens here, the program that asked only sees bytes on a pipe.
"""

from __future__ import annotations

import contextlib
import faulthandler
import gc
import json
import os
import sys
from importlib import import_module
from operator import ge
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from roster_import.errors import UnreadableFile
from roster_import.language.said_as_data import as_data, from_data
from roster_import.model.problem import Problem
from roster_import.model.workbook import (
    Cell,
    CellKind,
    Column,
    Columns,
    Comment,
    FileFormat,
    Fill,
    Sheet,
    TextBox,
    Workbook,
)
from roster_import.read.isolation.rows_so_far import teller
from roster_import.read.options import Limits, ReadOptions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roster_import.model.problem import Level


WORKBOOK, WHOLE = "workbook", "whole"  # what may be asked of a file
# What an interpreter needs to start; above all none of our keys, which stand in the environment.
_ENVIRONMENT = ("SYSTEMROOT", "WINDIR", "PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "TEMP", "TMP", "TMPDIR")
_PACKAGE_ROOT = str(Path(__file__).resolve().parents[3])
# openpyxl takes them along for number types, pictures and speed: none is needed to read text, numpy alone costs 60 ms,
# and what is not loaded cannot be reached by a stranger's file.
_NOT_NEEDED = ("numpy", "PIL", "lxml")


def environment() -> dict[str, str]:
    """The environment such a process is started in."""
    kept = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
    return {**kept, "OPENBLAS_NUM_THREADS": "1"}  # numpy's threads, where it is loaded at all: nobody needs them here


def search_path() -> list[str]:
    """Where such a process finds our package and what it needs."""
    return [_PACKAGE_ROOT, *filter(os.path.isabs, sys.path)]


def main(request: dict[str, Any]) -> None:
    """Read the file of the request and write the answer to standard output, in a process made for it, which ends."""
    try:
        read(request, sys.stdout.buffer)
    finally:
        os._exit(
            0
        )  # at once, as a fork does: what was loaded need not be taken apart; what is not answered is not read


def work(request: bytes, out: BinaryIO) -> None:
    """What a fork of a server does with a request of `process.request`."""
    read(json.loads(request), out)


def read(request: dict[str, Any], out: BinaryIO) -> None:
    """Read the file of the request within its limits and write the answer."""
    within = request["within"]
    options = ReadOptions(
        encoding=request["encoding"],
        delimiter=request["delimiter"],
        limits=Limits(**request["limits"]),
        within=None if within is None else Path(within),
        dropped=request["dropped"],
        hear=teller(out) if request["tells"] else None,
    )
    bind_process(options.limits)
    gc.disable()  # it ends before there is garbage worth collecting, and a parser makes much that looks like it
    path = Path(request["file"])
    out.write(_whole(path, options) if request["asked"] == WHOLE else _answer(path, options))
    out.flush()


def bind_process(limits: Limits) -> None:
    """Make this process end by itself where it exceeds `limits`; only ever called in the reading process.

    The clock works on every platform, also while a library is stuck in C; processor time and memory are limited
    where the platform can (not on Windows).
    """
    nowhere = os.open(os.devnull, os.O_WRONLY)
    faulthandler.dump_traceback_later(limits.seconds + 1, exit=True, file=nowhere)
    try:
        import resource
    except ImportError:
        return
    _bind(resource.RLIMIT_CPU, int(limits.seconds) + 1)
    _bind(resource.RLIMIT_AS, limits.memory)
    _bind(resource.RLIMIT_CORE, 0)


def _bind(kind: int, most: int) -> None:
    """Lower one limit of the operating system; macOS refuses some kinds, and the clock still holds there."""
    import resource

    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(kind, (most, most))


def load() -> None:
    """Load what reading most files needs, before there is a file."""
    _leave_out()
    for name in ("encodings.cp437", "openpyxl", "roster_import.read.parse", "roster_import.read.xlsx.workbook"):
        import_module(name)


def _leave_out() -> None:
    for name in _NOT_NEEDED:
        sys.modules[name] = None  # type: ignore[assignment]  # documented: makes its import fail
    # openpyxl only ever gets parts that were checked for document types and written anew (package.py): parsing them a
    # second time as if they were a stranger's takes twice as long.
    os.environ["OPENPYXL_DEFUSEDXML"] = "False"


def _whole(path: Path, options: ReadOptions) -> bytes:
    from roster_import.read.archive import opens_whole

    return _bytes(opens_whole(path, options.within))


def _answer(path: Path, options: ReadOptions) -> bytes:
    _leave_out()
    from roster_import.read.parse import parse

    try:
        return packed(parse(path, options))
    except UnreadableFile as refusal:
        return packed_refusal(refusal)


# --------------------------------------------------------------------------------------------- what goes over the pipe


_PROBLEM_TEXTS = ("message", "sheet", "cell", "column", "value", "suggestion")


def packed(workbook: Workbook) -> bytes:
    """The answer that holds a workbook."""
    document = {
        "format": workbook.format.value,
        "sheets": [_sheet_out(sheet) for sheet in workbook.sheets],
        "notes": [_problem_out(note) for note in workbook.notes],
        "digest": workbook.digest,
    }
    return _bytes({"workbook": document})


def packed_refusal(refusal: UnreadableFile) -> bytes:
    """The answer that holds the reason why there is no workbook."""
    return _bytes({"refused": [as_data(refusal.message), refusal.code]})


def unpacked(answer: bytes, path: Path) -> Workbook:
    """The workbook in an answer, with `path` as the program knows it.

    Raises the UnreadableFile that the answer holds; ValueError, TypeError or KeyError where it is no answer.
    """
    document = json.loads(answer)
    if "refused" in document:
        message, code = document["refused"]
        raise UnreadableFile(from_data(message), code=_text(code))
    return _workbook_in(document["workbook"], path)


def _bytes(document: object) -> bytes:
    return json.dumps(document, ensure_ascii=True, separators=(",", ":")).encode("ascii")


def _sheet_out(sheet: Sheet) -> dict[str, Any]:
    return {
        "name": sheet.name,
        "hidden": sheet.hidden,
        "rows": sorted(sheet.hidden_rows),
        "columns": sorted(sheet.hidden_columns),
        "cells": [_column_out(column) for column in sheet.columns.values()],
        "comments": [[comment.row, comment.column, comment.text] for comment in sheet.comments],
        "boxes": [[box.text, box.address] for box in sheet.boxes],
        "fills": [[fill.colour, fill.column, fill.rows] for fill in sheet.fills],
    }


def _column_out(column: Column) -> list[Any]:
    """A column's number, the rows of its filled cells, their texts and kind, and the cells of which there is more to say.

    Rows without a gap are the first and the last; texts of which many are alike stand once, with their places.
    """
    rows: Any = list(column.texts)
    texts: Any = list(column.texts.values())
    first, last = rows[0], rows[-1]
    if last - first + 1 == len(rows):
        rows = {"first": first, "last": last}
    places = {text: place for place, text in enumerate(column.distinct)}
    if len(places) * 2 < len(texts):
        texts = {"each": list(places), "places": list(map(places.__getitem__, texts))}
    odd = [_cell_out(cell) for cell in column.odd.values()]
    return [column.number, rows, texts, column.kind.value, odd]


def _cell_out(cell: Cell) -> list[Any]:
    return [cell.row, cell.column, cell.text, cell.kind.value, cell.date, cell.struck, cell.merged, cell.lost]


def _problem_out(problem: Problem) -> dict[str, Any]:
    texts = {name: getattr(problem, name) for name in _PROBLEM_TEXTS if getattr(problem, name) is not None}
    message = as_data(problem.message)
    return {"level": problem.level, "code": problem.code, "row": problem.row, **texts, "message": message}


def _workbook_in(document: dict[str, Any], path: Path) -> Workbook:
    return Workbook(
        path=path,
        format=FileFormat(document["format"]),
        sheets=tuple(_sheet_in(sheet) for sheet in document["sheets"]),
        notes=tuple(_problem_in(note) for note in document["notes"]),
        digest=_text(document["digest"]),
    )


def _sheet_in(document: dict[str, Any]) -> Sheet:
    return Sheet(
        name=_text(document["name"]),
        cells=Columns(_columns_in(document["cells"])),
        hidden=document["hidden"] is True,
        hidden_rows=frozenset(map(_count, document["rows"])),
        hidden_columns=frozenset(map(_count, document["columns"])),
        comments=tuple(_comment_in(*values) for values in document["comments"]),
        fills=tuple(_fill_in(*values) for values in document["fills"]),
        boxes=tuple(_box_in(*values) for values in document["boxes"]),
    )


def _columns_in(columns: Any) -> Iterator[Column]:
    """The columns of a sheet; of rows without a gap those that are alike are made once."""
    ranges: dict[tuple[int, int], list[int]] = {}
    for number, rows, texts, kind, odd in columns:
        yield _column_in(number, rows, _texts_in(texts), kind, odd, ranges)


def _column_in(
    number: object, rows: Any, texts: list[str], kind: object, odd: Any, ranges: dict[tuple[int, int], list[int]]
) -> Column:
    cells = (_cell_in(*values) for values in odd)
    return Column(
        number=_count(number),
        texts=dict(zip(_rows_in(rows, len(texts), ranges), texts, strict=True)),
        kind=CellKind(_text(kind)),
        odd={cell.row: cell for cell in cells},
    )


def _rows_in(rows: Any, count: int, ranges: dict[tuple[int, int], list[int]]) -> list[int]:
    """The rows of so many cells; every value is looked at, as a wrong type would surface far away from here."""
    if isinstance(rows, dict):
        ends = _count(rows["first"]), _count(rows["last"])
        if ends[1] - ends[0] + 1 != count:
            raise ValueError("a column is rows and as many texts")
        if ends not in ranges:
            ranges[ends] = list(range(ends[0], ends[1] + 1))
        return ranges[ends]
    if len(rows) != count or {*map(type, rows)} - {int}:
        raise TypeError("a column is rows and as many texts")
    if any(map(ge, rows, rows[1:])) or rows[:1] < [1]:
        raise ValueError("the rows of a column go down, from 1")
    return list(rows)


def _texts_in(texts: Any) -> list[str]:
    distinct = texts["each"] if isinstance(texts, dict) else texts
    if not isinstance(distinct, list) or {*map(type, distinct)} - {str}:
        raise TypeError("texts were expected")
    try:
        return list(map(distinct.__getitem__, texts["places"])) if isinstance(texts, dict) else distinct
    except IndexError as error:
        raise ValueError("there is no text of that place") from error


def _cell_in(
    row: object, column: object, text: object, kind: object, date: object, struck: object, merged: Any, lost: object
) -> Cell:
    return Cell(
        row=_count(row),
        column=_count(column),
        text=_text(text),
        kind=CellKind(_text(kind)),
        date=None if date is None else _text(date),
        struck=struck is True,
        merged=None if merged is None else (_count(merged[0]), _count(merged[1])),
        lost=_text(lost),
    )


def _box_in(text: object, address: object) -> TextBox:
    return TextBox(text=_text(text), address=_text(address))


def _comment_in(row: object, column: object, text: object) -> Comment:
    return Comment(row=_count(row), column=_count(column), text=_text(text))


def _fill_in(colour: object, column: object, rows: Any) -> Fill:
    return Fill(colour=_text(colour), column=_count(column), rows=tuple(map(_count, rows)))


def _problem_in(document: dict[str, Any]) -> Problem:
    texts = {name: _text(document[name]) for name in _PROBLEM_TEXTS if name in document and name != "message"}
    row = document["row"]
    level: Level = "error" if document["level"] == "error" else "warning"
    texts["message"] = from_data(document["message"])
    return Problem(
        level=level, code=_text(document["code"]), row=None if row is None else _count(row), also=(), alike=(), **texts
    )


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    raise TypeError(f"a text was expected, not {type(value).__name__}")


def _count(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value
    raise TypeError("a number above 0 was expected")
