"""The process in which a stranger's file is read: one request in, one answer out, bound to its limits.

Started by `process`, or forked by `fork_server`; whatever happens here, the program that asked only sees bytes on a pipe.
"""

from __future__ import annotations

import contextlib
import faulthandler
import gc
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO

from roster_import.errors import UnreadableFile
from roster_import.read.isolation import wire
from roster_import.read.options import Limits, ReadOptions

# What an interpreter needs to start; above all none of our keys, which stand in the environment.
_ENVIRONMENT = ("SYSTEMROOT", "WINDIR", "PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "TEMP", "TMP", "TMPDIR")
_PACKAGE_ROOT = str(Path(__file__).resolve().parents[3])
# openpyxl takes them along for number types, pictures and speed: none is needed to read text, numpy alone costs 60 ms,
# and what is not loaded cannot be reached by a stranger's file.
_NOT_NEEDED = ("numpy", "PIL", "lxml")


def environment() -> dict[str, str]:
    """The environment such a process is started in."""
    return {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}


def search_path() -> list[str]:
    """Where such a process finds our package and what it needs."""
    return [_PACKAGE_ROOT, *filter(os.path.isabs, sys.path)]


def main(request: dict[str, Any]) -> None:
    """Read the file of the request and write the answer to standard output, in a process made for it."""
    read(request, sys.stdout.buffer)


def read(request: dict[str, Any], out: BinaryIO) -> None:
    """Read the file of the request within its limits and write the answer."""
    options = ReadOptions(
        encoding=request["encoding"], delimiter=request["delimiter"], limits=Limits(**request["limits"])
    )
    bind_process(options.limits)
    gc.disable()  # it ends before there is garbage worth collecting, and a parser makes much that looks like it
    out.write(_answer(Path(request["file"]), options))
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


def _answer(path: Path, options: ReadOptions) -> bytes:
    _leave_out()
    from roster_import.read.parse import parse

    try:
        return wire.packed(parse(path, options))
    except UnreadableFile as refusal:
        return wire.packed_refusal(refusal)
