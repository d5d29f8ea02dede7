"""How the reading process binds itself to its limits, so that it ends even when nobody is left to end it."""

from __future__ import annotations

import contextlib
import faulthandler
import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from roster_import.read.options import Limits


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


# What an interpreter needs to start; above all none of our keys, which stand in the environment.
ENVIRONMENT = ("SYSTEMROOT", "WINDIR", "PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "TEMP", "TMP", "TMPDIR")


PACKAGE_ROOT = str(Path(__file__).resolve().parents[3])
