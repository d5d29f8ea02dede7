"""What a fault may decide about an order that is taken: that it fails, never ends, or is confirmed as another."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

Document = dict[str, Any]


def alter(document: Document, fate: str) -> Document:
    """The confirmed order as that fate makes it; unchanged where it is none of those below."""
    if fate not in ALTERATIONS:
        return document
    changed = copy.deepcopy(document)
    ALTERATIONS[fate](changed)
    return changed


def _instances(document: Document) -> Iterator[Document]:
    for design in document["designs"]:
        yield from design["instances"]


def _without(field: str) -> Callable[[Document], None]:
    def drop(document: Document) -> None:
        for instance in _instances(document):
            instance.pop(field, None)

    return drop


def _without_first(document: Document) -> None:
    """Lose the first instance, or the first logo where there is no design."""
    losing = document["designs"][0]["instances"] if document["designs"] else document["logos"]
    del losing[0]


def _one_more(document: Document) -> None:
    next(_instances(document), document["logos"][0] if document["logos"] else {})["quantity"] += 1


def _other_size(document: Document) -> None:
    for instance in _instances(document):
        instance["size"] = "XS" if instance["size"] != "XS" else "S"
        return


def _other_total(document: Document) -> None:
    document["total"] += 100


ALTERATIONS: Mapping[str, Callable[[Document], None]] = {
    "confirm-without-names": _without("name"),
    "confirm-without-numbers": _without("number"),
    "confirm-without-first": _without_first,
    "confirm-one-more": _one_more,
    "confirm-other-size": _other_size,
    "confirm-other-total": _other_total,
}
FAILED = "failed"
NEVER_READY = "never-ready"
