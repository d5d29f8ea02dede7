"""What checks in `test_watch_busy.py`: as ever, but without end where a file is called so."""

from typing import BinaryIO

from roster_import.pipeline import check_process
from tests.pipeline import work_without_end


def load() -> None:
    """Load what checking needs."""
    check_process.load()


def work(request: bytes, out: BinaryIO) -> None:
    """Check, or never end."""
    (work_without_end if b"endless.xlsx" in request else check_process).work(request, out)
