"""What is asked of many things at once, column by column."""

from __future__ import annotations

from collections import defaultdict, deque
from itertools import repeat
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

T = TypeVar("T")
K = TypeVar("K", bound="Hashable")


def many(kind: type[T], count: int, **columns: Iterable[object]) -> list[T]:
    """So many objects of a slotted dataclass, the values of each field given as a column; every field has to be.

    The constructor of a frozen dataclass sets field by field through Python, three times the cost: felt at 40,000 lines.
    """
    made = [object.__new__(kind) for _ in repeat(None, count)]
    if columns.keys() != set(kind.__slots__):  # type: ignore[attr-defined]  # those of a slotted dataclass are its fields
        raise TypeError(f"{kind.__name__} has other fields than {sorted(columns)}")
    for name, values in columns.items():
        deque(map(getattr(kind, name).__set__, made, values), maxlen=0)
    return made


def gathered(keys: Iterable[K], things: Iterable[T]) -> dict[K, list[T]]:
    """The things by their keys, in the order in which each key, and each thing, comes."""
    keys = list(keys)
    if keys and keys.count(keys[0]) == len(keys):  # as of most rosters: one team, one design
        return {keys[0]: list(things)}
    groups: defaultdict[K, list[T]] = defaultdict(list)
    for key, thing in zip(keys, things, strict=True):
        groups[key].append(thing)
    return dict(groups)
