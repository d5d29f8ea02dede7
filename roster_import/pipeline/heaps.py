"""The C library's heaps of a process that runs for months: without care they keep every gap that an order left in them."""

from __future__ import annotations

import ctypes
from contextlib import suppress

_M_ARENA_MAX, _ARENAS = -8, 2  # malloc.h; threads beyond so many share


def share_heaps() -> None:
    """Let the threads take their memory from a few heaps: each keeps as much as its busiest moment took (mallopt(3))."""
    _ask_glibc("mallopt", _M_ARENA_MAX, _ARENAS)


def give_back_gaps() -> None:
    """Give back what lies free between what is in use: about 50 kB more of it for every order placed (malloc_trim(3))."""
    _ask_glibc("malloc_trim", 0)


def _ask_glibc(function: str, *numbers: int) -> None:
    with suppress(OSError, AttributeError, TypeError):  # where the C library is not glibc
        getattr(ctypes.CDLL(None), function)(*numbers)
