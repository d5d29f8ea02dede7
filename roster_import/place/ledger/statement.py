"""One statement to a database, as it is handed to whichever the ledger lies in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One statement with its values; `makes_row`: it inserts one, whose number is asked for."""

    sql: str
    values: tuple[object, ...]
    makes_row: bool = False


class Last(tuple[Statement, ...]):
    """The statements of a change that has no others: where all changes of a transaction are at theirs, it ends with them."""

    __slots__ = ()
