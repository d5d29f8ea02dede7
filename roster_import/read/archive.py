"""The parts of a zip, of which a workbook is made (.xlsx, .ods): read by name, within limits of what they unpack to."""

from __future__ import annotations

import io
import os
import zipfile
import zlib
from typing import IO, TYPE_CHECKING

from roster_import.errors import UnreadableFile
from roster_import.files import open_plain
from roster_import.language.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from roster_import.read.options import Limits


_BLOCK = 1024 * 1024
_CUT_OFF = say("it was not saved or sent completely")
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError)
_USUAL = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})


def is_usual(part: zipfile.ZipInfo) -> bool:
    """Whether a part is packed as in a workbook: ISO/IEC 29500-2, annex B and OpenDocument 1.3 part 2, 3.2 know no other way.

    Others unpack to any length at one call (bzip2, LZMA), and no spreadsheet program writes them.
    """
    return part.compress_type in _USUAL


def opens_whole(path: Path, within: Path | None = None) -> bool:
    """Whether every part of a zip is there and sound; its list of parts stands at its end.

    `within` is a folder that others may write in (`files.open_plain`).
    """
    try:
        with os.fdopen(open_plain(path, within), "rb") as file, zipfile.ZipFile(file) as parts:
            # Packed as no workbook is, or under a password, it is whole: reading it will say so.
            return not all(map(is_usual, parts.infolist())) or parts.testzip() is None
    except (NotImplementedError, RuntimeError):
        return True
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError):
        return False


class Archive:
    """The parts of a zip by name, whatever case and slashes the program that wrote it preferred."""

    def __init__(self, file_name: str, content: bytes, limits: Limits) -> None:
        self.file_name = file_name
        self._packed = len(content)
        self._limits = limits
        self._unpacked = 0
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except _BROKEN as error:
            raise self.damaged() from error
        self._parts = self._directory()

    def names(self) -> Iterator[str]:
        """The names of all parts, with plain slashes."""
        return iter(self._parts)

    def has(self, name: str) -> bool:
        """Say whether there is such a part."""
        return _key(name) in self._parts

    def read(self, name: str) -> bytes:
        """The bytes of a part; KeyError where there is none, UnreadableFile where it is damaged or too large."""
        entries = self._parts[_key(name)]
        if len(entries) > 1:
            raise self.damaged(say("it holds two parts of the same name"))
        try:
            with self._zip.open(entries[0]) as part:
                return b"".join(self._counted(part))
        except _BROKEN as error:
            raise self.damaged() from error
        except RuntimeError as error:  # how zipfile says that a part is encrypted
            raise UnreadableFile(encrypted(self.file_name), code="file-encrypted") from error

    def damaged(self, detail: str = _CUT_OFF) -> UnreadableFile:
        """The refusal of a package that cannot be unpacked or understood."""
        return UnreadableFile(
            say(
                "{file_name} is damaged ({detail}): open it in Excel, save it again and send it once more.",
                file_name=self.file_name,
                detail=detail,
            ),
            code="file-damaged",
        )

    def _directory(self) -> dict[str, list[zipfile.ZipInfo]]:
        entries = self._zip.infolist()
        if len(entries) > self._limits.parts:
            raise self._too_large()
        if not all(map(is_usual, entries)):
            raise self._packed_unusually()
        parts: dict[str, list[zipfile.ZipInfo]] = {}
        for entry in entries:
            parts.setdefault(_key(entry.filename), []).append(entry)
        return parts

    def _counted(self, part: IO[bytes]) -> Iterator[bytes]:
        while block := part.read(_BLOCK):
            self._unpacked += len(block)
            if self._unpacked > self._limits.unpacked_bytes or self._is_bomb():
                raise self._too_large()
            yield block

    def _is_bomb(self) -> bool:
        return self._unpacked > self._limits.ratio_from and self._unpacked > self._packed * self._limits.ratio

    def _packed_unusually(self) -> UnreadableFile:
        return UnreadableFile(
            say(
                "{file_name} is packed in a way no spreadsheet program packs its files, so it was not read: open it in "
                "Excel, save it as a new .xlsx workbook and send that.",
                file_name=self.file_name,
            ),
            code="file-packing",
        )

    def _too_large(self) -> UnreadableFile:
        return UnreadableFile(
            say(
                "{file_name} unpacks to far more than a roster ever holds, so it was not read: copy the sheet with "
                "the players into a new workbook and send that.",
                file_name=self.file_name,
            ),
            code="file-too-large",
        )


def encrypted(file_name: str) -> str:
    """The sentence for a file that needs a password."""
    return say(
        "{file_name} is protected with a password: open it, take the password off, save it and send it again.",
        file_name=file_name,
    )


def _key(name: str) -> str:
    """Excel compares names without regard to case; some programs write backslashes or a leading slash."""
    return name.replace("\\", "/").lstrip("/").casefold()
