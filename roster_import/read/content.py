"""The bytes of a file, or the sentence that says why there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.errors import UnreadableFile

if TYPE_CHECKING:
    from pathlib import Path

    from roster_import.read.options import Limits

_MEGABYTE = 1024 * 1024


def content_of(path: Path, limits: Limits) -> bytes:
    """The bytes of a file; raises UnreadableFile for a folder, a lock file, and what is missing, empty or too large."""
    if path.name.startswith(("~$", ".~lock.")):
        raise UnreadableFile(_lock_file(path.name), code="file-lock")
    if path.is_dir():
        raise UnreadableFile(f"{path.name} is a folder, not a workbook: name the file in it.", code="file-is-folder")
    content = _read(path, limits.file_bytes)
    if len(content) > limits.file_bytes:
        raise UnreadableFile(_too_large(path.name, limits.file_bytes), code="file-too-large")
    if not content.strip(b"\x00\r\n\t ,;\xff\xfe\xef\xbb\xbf"):
        raise UnreadableFile(
            f"{path.name} is empty: open the workbook, save it again and send it once more.", code="file-empty"
        )
    return content


def _read(path: Path, most: int) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except FileNotFoundError as error:
        raise UnreadableFile(
            f"{path.name} does not exist: check the name and the folder.", code="file-missing"
        ) from error
    except PermissionError as error:
        raise UnreadableFile(
            f"{path.name} may not be opened: close it in Excel, or allow yourself to read it, and try again.",
            code="file-forbidden",
        ) from error
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise UnreadableFile(
            f"{path.name} could not be opened ({reason}): copy it to another folder and try again.",
            code="file-unreadable",
        ) from error


def _too_large(file_name: str, most: int) -> str:
    return (
        f"{file_name} is larger than {most // _MEGABYTE} MB, far more than a roster ever is: "
        "send the sheet with the players as a file of its own."
    )


def _lock_file(file_name: str) -> str:
    """Excel keeps `~$club.xlsx` beside an open club.xlsx, LibreOffice `.~lock.club.xlsx#`."""
    if file_name.startswith("~$"):
        return f"{file_name} is Excel's lock file, not the workbook: close the workbook and send {file_name[2:]}."
    meant = file_name.removeprefix(".~lock.").removesuffix("#")
    return f"{file_name} is LibreOffice's lock file, not the workbook: close the workbook and send {meant}."
