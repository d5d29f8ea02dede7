"""One file to one workbook, in this process: its bytes, what kind of file it is, and which reader is for its kind."""

from __future__ import annotations

import os
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from roster_import.errors import UnreadableFile
from roster_import.files import open_plain
from roster_import.language.messages import say
from roster_import.read.garbled import garbled_notes
from roster_import.read.sniff import Kind, kind_of

if TYPE_CHECKING:
    from pathlib import Path

    from roster_import.model.workbook import Workbook
    from roster_import.read.options import ReadOptions

_MEGABYTE = 1024 * 1024


def parse(path: Path, options: ReadOptions) -> Workbook:
    """The workbook in a file; raises UnreadableFile with the sentence for the user.

    Without the limits on time and memory, which bind the process that reads strangers' files.
    """
    content = _content(path, options)
    workbook = _read(path, content, options)
    return replace(workbook, notes=(*workbook.notes, *garbled_notes(workbook)), digest=sha256(content).hexdigest())


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
        from roster_import.read.text.records import read_delimited

        return read_delimited(path, content, options)
    from roster_import.read.legacy import read_legacy

    return read_legacy(path, content, kind, options)


def _content(path: Path, options: ReadOptions) -> bytes:
    """The bytes of a file; raises UnreadableFile for a folder, a lock file, and what is missing, empty or too large."""
    limits = options.limits
    if path.name.startswith(("~$", ".~lock.")):
        raise UnreadableFile(_lock_file(path.name), code="file-lock")
    if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises for a name that is too long
        raise UnreadableFile(
            say("{file_name} is a folder, not a workbook: name the file in it.", file_name=path.name),
            code="file-is-folder",
        )
    content = _first_bytes(path, options)
    if len(content) > limits.file_bytes:
        raise UnreadableFile(_too_large(path.name, limits.file_bytes), code="file-too-large")
    if not content.strip(b"\x00\r\n\t ,;\xff\xfe\xef\xbb\xbf"):
        raise UnreadableFile(
            say("{file_name} is empty: open the workbook, save it again and send it once more.", file_name=path.name),
            code="file-empty",
        )
    return content


def _first_bytes(path: Path, options: ReadOptions) -> bytes:
    try:
        with os.fdopen(open_plain(path, options.within, dropped=options.dropped), "rb") as file:
            return file.read(options.limits.file_bytes + 1)
    except FileNotFoundError as error:
        raise UnreadableFile(
            say("{file_name} does not exist: check the name and the folder.", file_name=path.name), code="file-missing"
        ) from error
    except PermissionError as error:
        raise UnreadableFile(
            say(
                "{file_name} may not be opened: close it in Excel, or allow yourself to read it, and try again.",
                file_name=path.name,
            ),
            code="file-forbidden",
        ) from error
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise UnreadableFile(
            say(
                "{file_name} could not be opened ({reason}): copy it to another folder and try again.",
                file_name=path.name,
                reason=reason,
            ),
            code="file-unreadable",
        ) from error


def _too_large(file_name: str, most: int) -> str:
    return say(
        "{file_name} is larger than {megabytes} MB, far more than a roster ever is: send the sheet with the "
        "players as a file of its own.",
        file_name=file_name,
        megabytes=most // _MEGABYTE,
    )


def _lock_file(file_name: str) -> str:
    """Excel keeps `~$club.xlsx` beside an open club.xlsx, LibreOffice `.~lock.club.xlsx#`."""
    if file_name.startswith("~$"):
        return say(
            "{file_name} is Excel's lock file, not the workbook: close the workbook and send {meant}.",
            file_name=file_name,
            meant=file_name[2:],
        )
    meant = file_name.removeprefix(".~lock.").removesuffix("#")
    return say(
        "{file_name} is LibreOffice's lock file, not the workbook: close the workbook and send {meant}.",
        file_name=file_name,
        meant=meant,
    )
