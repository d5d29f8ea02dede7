"""What a fork of a server does in `test_file_limits.py` instead of checking: nothing that ends, in the midst of a pattern."""

import re
from typing import BinaryIO


def load() -> None:
    """Nothing is needed."""


def work(request: bytes, out: BinaryIO) -> None:
    """Never end, and heed no signal between two instructions, as there is only one."""
    re.fullmatch(r"(?:x+x+)+y", "x" * 200)
    out.write(request)
