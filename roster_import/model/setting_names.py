"""What program this is, how settings are named in the environment and in files, which addresses are this machine's own."""

from __future__ import annotations

__version__ = "0.1.0"

SCHEMES = ("postgresql", "postgres")
FILE_NAME = "roster-import.toml"
PREFIX = "ROSTER_IMPORT_"
PRINT_NAMES = ("as-written", "surname", "none")  # whether and how a lone name column is printed
SYSTEMS = ("kitmaker", "dropday", "jtl")
_LOOPBACK = ("localhost", "::1")


def is_loopback(url: str) -> bool:
    """Whether an address is on this very machine."""
    from urllib.parse import urlsplit

    host = urlsplit(url).hostname or ""
    return host in _LOOPBACK or host.startswith("127.")
