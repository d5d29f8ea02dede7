"""A file that lies still, looked at itself: who has it open, which program writes it, and whether it opens as a whole one.

What a look saw from outside is judged in `readiness.py`; this is the last question before a file is taken.

Which program writes a file the system shows on Linux, by /proc (proc(5)). Windows needs none of that, as the rename of an
open file fails there. A program of another user is only seen by root, and one on another machine by nobody: for those, a
text file has to look alike for longer, and is looked at again once it is filed.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from roster_import.files import NotPlain, open_plain
from roster_import.watch.file_names import lock_names
from roster_import.watch.readiness import JUST_OPENED, UNOPENED, Lock, not_opened

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from roster_import.watch.readiness import Sighting

_PROCESSES = Path("/proc")
_ACCESS_MODE = os.O_RDONLY | os.O_WRONLY | os.O_RDWR  # the bits of an open file's flags that say how it was opened
_ZIP, _OLE = b"PK", b"\xd0\xcf\x11\xe0"


def trouble_opening(path: Path, sighting: Sighting, root: Path, is_whole: Callable[[Path], bool]) -> str:
    """Why a file of the watched folder does not open as a whole one yet; empty where it does. It must be as the look saw it.

    `is_whole` says it of a zip, which only a bounded process takes apart.
    """
    if any(os.path.lexists(path.with_name(name)) for name in lock_names(path.name)):
        return JUST_OPENED
    try:
        with os.fdopen(open_plain(path, root, dropped=True), "rb") as file:
            # Asked of the open file: on NFS what a listing says may be seconds old, an opened file's facts are not.
            facts = os.fstat(file.fileno())
            if (facts.st_size, facts.st_mtime_ns) != (sighting.size, sighting.changed):
                return UNOPENED
            return "" if _is_whole(file, path, is_whole) else UNOPENED
    except (FileNotFoundError, NotPlain):  # another thing by now: the next look sees what
        return UNOPENED
    except OSError as error:
        return not_opened(error.strerror or type(error).__name__)


def _is_whole(file: BinaryIO, path: Path, is_whole: Callable[[Path], bool]) -> bool:
    """Whether an open file is all there."""
    start = file.read(8)
    if start.startswith(_ZIP):
        return is_whole(path)
    return start.startswith(_OLE) or not _ends_in_nothing(file)


def _ends_in_nothing(file: BinaryIO) -> bool:
    """Whether a file ends in zero bytes: room that was taken before the content came."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - 64))
    end = file.read()
    return len(end) >= 8 and not end.strip(b"\0")


# ------------------------------------------------------------------------------------------ by the files beside it


def read_lock(path: Path, program: str) -> Lock:
    """What the lock file at a path says of the file beside it."""
    try:
        with os.fdopen(open_plain(path, path.parent), "rb") as file:
            data = file.read(512)
    except OSError:
        data = b""  # no file, or Excel holds its own lock closed to others on Windows
    return Lock(program=program, owner=lock_owner(data, program), since=path.lstat().st_mtime)


def lock_owner(data: bytes, program: str) -> str:
    """Who has a file open, as its lock file says; empty where it does not say.

    Excel writes the length of the name in one byte and the name in the machine's code page, then from byte 54 the
    same as UTF-16 with a length of two bytes. LibreOffice writes fields with commas between them, the name first.
    """
    return _excel_owner(data) if program == "Excel" else _office_owner(data)


def _excel_owner(data: bytes) -> str:
    at = 54 if len(data) > 56 and 0 < data[54] <= 54 and data[55] == 0 else 55
    length = int.from_bytes(data[at : at + 2], "little") if len(data) > at + 2 else 0
    wide = data[at + 2 : at + 2 + 2 * length] if 0 < length <= 54 else b""
    text = wide.decode("utf-16-le", errors="replace") if len(wide) == 2 * length else ""
    if not _is_name(text):
        text = data[1 : 1 + data[0]].decode("cp1252", errors="replace") if data else ""
    return _clean(text)


def _office_owner(data: bytes) -> str:
    fields = data.decode("utf-8", errors="replace").split(";")[0].split(",")
    return next((_clean(field) for field in fields[:3] if _clean(field)), "")


def _is_name(text: str) -> bool:
    return bool(text.strip()) and text.isprintable() and "\ufffd" not in text


def _clean(text: str) -> str:
    return "".join(char for char in text if char.isprintable()).strip()[:60]


# ------------------------------------------------------------------------------------- by what the system shows


def writers_of(paths: Collection[Path], processes: Path = _PROCESSES) -> dict[Path, str]:
    """Those of the files that a program has open for writing, each with its name; all that is open is gone through once."""
    facts: dict[tuple[int, int], Path] = {}
    for path in paths:
        with suppress(OSError):
            told = path.stat()
            facts[told.st_dev, told.st_ino] = path
    writers: dict[Path, str] = {}
    with suppress(OSError):
        for descriptor in _opened({path.name for path in facts.values()}, processes):
            with suppress(OSError, ValueError):
                opened = descriptor.stat()
                path_of_it = facts.get((opened.st_dev, opened.st_ino))
                if path_of_it is not None and path_of_it not in writers and _writes(descriptor):
                    writers[path_of_it] = _program(descriptor.parents[1])
    return writers


def _opened(names: Collection[str], processes: Path) -> Iterator[Path]:
    """Open files of these names: asking others for more than their name could hang on a share that is away."""
    with os.scandir(processes) as listed:
        numbers = [entry.path for entry in listed if entry.name.isdigit()]
    for process in numbers:
        with suppress(OSError), os.scandir(f"{process}/fd") as descriptors:  # somebody else's, or over by now
            for descriptor in descriptors:
                with suppress(OSError):
                    # Not by pathlib: these are all the files that every program has open.
                    if os.readlink(descriptor.path).rpartition("/")[2] in names:  # noqa: PTH115
                        yield Path(descriptor.path)


def _writes(descriptor: Path) -> bool:
    facts = (descriptor.parents[1] / "fdinfo" / descriptor.name).read_text()
    flags = next(line.split()[1] for line in facts.splitlines() if line.startswith("flags:"))
    return int(flags, 8) & _ACCESS_MODE != os.O_RDONLY


def _program(process: Path) -> str:
    with suppress(OSError):
        return (process / "comm").read_text(errors="replace").strip() or process.name
    return process.name
