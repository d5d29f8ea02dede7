"""Whose workbook it is, as far as an answer about it counts for another one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Club:
    """The folder in which a workbook lay, and whom its orders are for.

    `names` are digests of the organizations of its orders, or of the delivery names where none has one, `named` that these
    stand in the workbook and not in the settings of an office; `titles` of the words above its rosters: who they are is not
    kept.
    """

    folder: str = ""
    names: frozenset[str] = frozenset()
    named: bool = True
    titles: frozenset[str] = frozenset()

    def is_same(self, other: Club) -> bool:
        """Whether what was answered for one counts for the other: one folder, and nothing that tells the clubs apart."""
        shared, titles = self.names & other.names, self.titles & other.titles
        if self.folder != other.folder or (self.names and other.names and not shared):
            return False
        if shared and self.named and other.named:
            return True
        return bool(titles) or not (self.titles and other.titles)
