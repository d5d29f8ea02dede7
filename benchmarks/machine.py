"""The machine that measured, in words: ratios travel from one to another, seconds do not."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version
from pathlib import Path

OURS = ("openpyxl", "pandas", "pandera", "httpx", "click")


def machine() -> str:
    """Its processor, how many of them, its memory, its system and Python."""
    system = f"{platform.system()} {platform.release().split('-')[0]}, Python {platform.python_version()}"
    return f"{_processor()}, {os.cpu_count()} processors, {_gigabytes():.0f} GB; {system}"


def versions() -> str:
    """The program and the libraries it rests on."""
    return ", ".join(f"{name} {version(name)}" for name in ("roster-import", *OURS))


def load() -> float:
    """How many processes wanted a processor of late, those of others too: near 0 where nobody else is at work."""
    return os.getloadavg()[0]


def _processor() -> str:
    lines = _text("/proc/cpuinfo").splitlines()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor() or platform.machine())


def _gigabytes() -> float:
    return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 1024**3


def _text(path: str) -> str:
    try:
        return Path(path).read_text()
    except OSError:
        return ""
