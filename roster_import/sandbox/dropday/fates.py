"""What a fault may decide about an order that is taken: how its lines end, or that it is read as another."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Document = dict[str, Any]

# the status all lines end with
FORCED = {"failed": "failed", "never-ready": "pending"}


def alter(document: Document, fate: str) -> Document:
    """The order as it is read under that fate; unchanged where it is none of those below."""
    if fate not in _ALTERATIONS or not document["order_lines"]:
        return document
    changed = copy.deepcopy(document)
    _ALTERATIONS[fate](changed)
    return changed


def _without(word: str) -> Callable[[Document], None]:
    """Lose whatever is kept in `custom` under a key with that word in it."""

    def drop(document: Document) -> None:
        for line in document["order_lines"]:
            if isinstance(line["custom"], dict):
                line["custom"] = {key: value for key, value in line["custom"].items() if word not in key.lower()}

    return drop


def _without_first(document: Document) -> None:
    del document["order_lines"][0]


def _one_more(document: Document) -> None:
    document["order_lines"][0]["quantity"] += 1


def _other_size(document: Document) -> None:
    """Another size in the first line that has one in `custom`."""
    for line in document["order_lines"]:
        custom = line["custom"] if isinstance(line["custom"], dict) else {}
        for key in custom:
            if "size" in key.lower():
                custom[key] = "XS" if custom[key] != "XS" else "S"
                return


def _other_total(document: Document) -> None:
    total = document["total"]
    document["total"] = f"{float(total) + 100:.2f}" if isinstance(total, str) else total + 100


_ALTERATIONS: Mapping[str, Callable[[Document], None]] = {
    "confirm-without-names": _without("name"),
    "confirm-without-numbers": _without("number"),
    "confirm-without-first": _without_first,
    "confirm-one-more": _one_more,
    "confirm-other-size": _other_size,
    "confirm-other-total": _other_total,
}
