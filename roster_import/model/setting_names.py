"""What program this is, how settings are named in the environment and in files, which addresses are this machine's own."""

from __future__ import annotations

__version__ = "0.1.0"

SCHEMES = ("postgresql", "postgres")
FILE_NAME = "roster-import.toml"
PREFIX = "ROSTER_IMPORT_"
PRINT_NAMES = ("as-written", "surname", "none")  # whether and how a lone name column is printed
SYSTEMS = ("kitmaker", "dropday", "jtl")


def is_loopback(url: str) -> bool:
    """Whether an address is on this very machine: a host that is called so, or whose number is one of loopback's."""
    from ipaddress import ip_address
    from urllib.parse import urlsplit

    try:
        host = urlsplit(url).hostname or ""
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:  # a name, or no address at all
        return False
