"""One file to one workbook, in this process: what kind of file is it, and which reader is for its kind."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.read.content import content_of
from roster_import.read.sniff import Kind, kind_of
from roster_import.read.text.mojibake import garbled_notes

if TYPE_CHECKING:
    from pathlib import Path

    from roster_import.model.workbook import Workbook
    from roster_import.read.options import ReadOptions


class ReadingHere:
    """A file read in this process when its result is asked for: for files of one's own."""

    def __init__(self, path: Path, options: ReadOptions) -> None:
        self._path = path
        self._options = options

    def result(self) -> Workbook:
        """The workbook; raises UnreadableFile with the sentence for the user."""
        return parse(self._path, self._options)

    def cancel(self) -> None:
        """There is nothing to end."""


def parse(path: Path, options: ReadOptions) -> Workbook:
    """The workbook in a file; raises UnreadableFile with the sentence for the user."""
    content = content_of(path, options.limits)
    workbook = _read(path, content, options)
    return replace(workbook, notes=(*workbook.notes, *garbled_notes(workbook)))


def _read(path: Path, content: bytes, options: ReadOptions) -> Workbook:
    """By the reader of its kind, which is imported only now: the reading process has to start quickly."""
    kind = kind_of(path, content, options.limits)
    if kind is Kind.XLSX:
        from roster_import.read.xlsx.workbook import read_xlsx

        return read_xlsx(path, content, options)
    if kind is Kind.ODS:
        from roster_import.read.ods import read_ods

        return read_ods(path, content, options)
    if kind is Kind.TEXT:
        from roster_import.read.text.delimited import read_delimited

        return read_delimited(path, content, options)
    from roster_import.read.legacy import read_legacy

    return read_legacy(path, content, kind, options)
