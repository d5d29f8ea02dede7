"""A workbook as JSON and back: what the reading process may say to the program, and nothing else.

The reading process handles strangers' files, so what it sends is data to be checked, never objects to be built.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from roster_import.errors import UnreadableFile
from roster_import.language.messages import as_data, from_data
from roster_import.model.problem import Problem
from roster_import.model.workbook import Cell, CellKind, FileFormat, Sheet, Workbook

if TYPE_CHECKING:
    from pathlib import Path

    from roster_import.model.problem import Level

_PROBLEM_TEXTS = ("message", "sheet", "cell", "column", "value", "suggestion")


def packed(workbook: Workbook) -> bytes:
    """The answer that holds a workbook."""
    document = {
        "format": workbook.format.value,
        "sheets": [_sheet_out(sheet) for sheet in workbook.sheets],
        "notes": [_problem_out(note) for note in workbook.notes],
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
        "cells": [_cell_out(cell) for cell in sheet.cells],
    }


def _cell_out(cell: Cell) -> list[Any]:
    """Most cells are plain text: three values say it all."""
    if cell.kind is CellKind.TEXT and not cell.struck and cell.merged is None and not cell.lost:
        return [cell.row, cell.column, cell.text]
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
    )


def _sheet_in(document: dict[str, Any]) -> Sheet:
    return Sheet(
        name=_text(document["name"]),
        cells=tuple(_cell_in(*values) for values in document["cells"]),
        hidden=document["hidden"] is True,
        hidden_rows=frozenset(map(_count, document["rows"])),
        hidden_columns=frozenset(map(_count, document["columns"])),
    )


def _cell_in(
    row: object,
    column: object,
    text: object,
    kind: object = "text",
    date: object = None,
    struck: object = False,
    merged: Any = None,
    lost: object = "",
) -> Cell:
    """One cell; every value is looked at, as a wrong type would surface far away from here."""
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


def _problem_in(document: dict[str, Any]) -> Problem:
    texts = {name: _text(document[name]) for name in _PROBLEM_TEXTS if name in document and name != "message"}
    row = document["row"]
    level: Level = "error" if document["level"] == "error" else "warning"
    texts["message"] = from_data(document["message"])
    return Problem(
        level=level, code=_text(document["code"]), row=None if row is None else _count(row), also=(), **texts
    )


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    raise TypeError(f"a text was expected, not {type(value).__name__}")


def _count(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value
    raise TypeError("a number above 0 was expected")
