"""Whose workbook it is, as far as an answer about it counts for another one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Club:
    """The folder in which a workbook lay, and whom its orders are for.

    `names` are digests of the organizations of its orders, or of the delivery names where none has one: who they are is
    not kept.
    """

    folder: str = ""
    names: frozenset[str] = frozenset()

    def is_same(self, other: Club) -> bool:
        """Whether what was answered for one counts for the other: one folder, and nothing that tells the clubs apart."""
        apart = bool(self.names) and bool(other.names) and not self.names & other.names
        return self.folder == other.folder and not apart
