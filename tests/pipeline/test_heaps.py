"""What a process that runs for months gives back to the machine."""

from __future__ import annotations

import platform
import subprocess
import sys

import pytest

_GAPS = """
from pathlib import Path
from roster_import.pipeline.heaps import give_back_gaps, share_heaps

def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4

share_heaps()
pieces = [bytes([65]) * 2000 for _ in range(60_000)]
kept = pieces[::200]
del pieces
full = resident()
give_back_gaps()
print(full - resident(), len(kept))
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="the heaps of another C library are its own affair")
def test_gaps_between_what_is_in_use_are_given_back():
    told = subprocess.run([sys.executable, "-c", _GAPS], check=True, capture_output=True, text=True).stdout
    given_back, kept = map(int, told.split())
    assert given_back > 50_000, f"{given_back} kB of some 110,000"
    assert kept == 300
