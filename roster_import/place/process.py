"""Who is running: the user and host that are written down, and whether another process that holds a lease still lives."""

from __future__ import annotations

import getpass
import os
import socket
from pathlib import Path

from roster_import.place.ledger import Who


def who() -> Who:
    """This user, on this host, in this process."""
    host = socket.gethostname()
    return Who(user=_user(), host=host, process=f"{host}/{os.getpid()}/{_started(os.getpid())}")


def alive(process: str) -> bool | None:
    """Whether a process named by `Who.process` still runs; None where that cannot be told from here."""
    host, number, started = ([*process.rsplit("/", 2), "", ""])[:3]
    if host != socket.gethostname() or not number.isdigit() or os.name == "nt":
        return None  # on Windows signal 0 would end the process it asks about
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return _started(int(number)) == started


def _started(process: int) -> str:
    """When a process began, in the kernel's own count, so that a reused number is not taken for the same process."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
        # Field 3 is the state: a zombie holds its number but does nothing any more (proc(5), /proc/pid/stat).
        return "ended" if fields[0] == "Z" else fields[19]
    except (OSError, IndexError):
        return ""


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"
