"""Names that every system can carry: Windows keeps some for devices, whatever follows their first dot.

Microsoft Learn › Win32 › Naming Files, Paths, and Namespaces.
"""

from __future__ import annotations

from typing import Final

_DEVICES: Final = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$", "clock$"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"}
)


def portable_name(name: str) -> str:
    """The name, and where it is none on Windows one like it: `CON.xlsx` becomes `CON_.xlsx`; dots and blanks at its end go."""
    bare = name.rstrip(". ") or "_"
    first, dot, others = bare.partition(".")
    return f"{first.rstrip()}_{dot}{others}" if first.rstrip().lower() in _DEVICES else bare
