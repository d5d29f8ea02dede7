"""The cells behind what JTL-Wawi says of the lines of an order, and behind items that it has not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from roster_import.language.messages import say, unended
from roster_import.model.layout import Meaning
from roster_import.model.problem import Objection
from roster_import.model.setting_names import FILE_NAME
from roster_import.targets.jtl.documents import lines_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from roster_import.model.order import Order

_LINE_PATH = re.compile(r"\$?\.?\[?([0-9]++)\]?\.?(\w*)")
_LINE_MEANINGS = {"Quantity": Meaning.QUANTITY, "SalesPriceNet": Meaning.PRICE, "SalesPriceGross": Meaning.PRICE}
_TITLE = "JTL-Wawi"
_LOCKED = re.compile(r"\b(?:locked|gesperrt|inactive|inaktiv)\b", re.IGNORECASE)  # of an item that is there


def objections_to_lines(
    order: Order, faults: Sequence[tuple[str, str]], settings: Mapping[str, Any]
) -> tuple[Objection, ...]:
    """What is said of fields such as `[3].Quantity`, at the rows of their lines.

    That there is no such item is said at the size, where its design is there in another size that is ordered.
    """
    rows = [origins for _, origins in lines_of(order, order.reference, settings)]
    absent = {at for path, _ in faults for at, field in [_place(path)] if field == "SKU"}
    told = []
    for path, words in faults:
        at, field = _place(path)
        if at is None or at >= len(rows):
            told.append(Objection(level="error", code="refused", message=_said(path, words)))
        elif field == "SKU":
            message, meaning = _no_item(order, at, words, absent)
            told.append(
                Objection(level="error", code="item-unknown", message=message, origins=rows[at], meaning=meaning)
            )
        else:
            meaning = _LINE_MEANINGS.get(field, Meaning.DESIGN)
            told.append(
                Objection(level="error", code="refused", message=_said(path, words), origins=rows[at], meaning=meaning)
            )
    return tuple(told)


def _place(path: str) -> tuple[int | None, str]:
    """The number of the line, from 0, and its field; None where it is about no line."""
    place = _LINE_PATH.fullmatch(path)
    return (int(place[1]), place[2]) if place else (None, "")


def _said(path: str, words: str) -> str:
    return say("{system} says of {field}: {words}", system=_TITLE, field=path, words=words)


def _no_item(order: Order, at: int, words: str, absent: set[int | None]) -> tuple[str, Meaning]:
    """What to do about a line whose item is not there, and which of its cells is to blame."""
    garments = [(item.design, instance.size) for item in order.designs for instance in item.instances]
    if at >= len(garments):
        message = say(
            "{system} has not what this row orders: {words}. Correct it, or have [jtl] items corrected in {file}.",
            system=_TITLE,
            words=unended(words),
            file=FILE_NAME,
        )
        return message, Meaning.LOGO
    design, size = garments[at]
    others = dict.fromkeys(
        other for number, (same, other) in enumerate(garments) if same == design and number not in absent
    )
    values = {"system": _TITLE, "label": design.label, "size": size, "words": unended(words), "file": FILE_NAME}
    if _LOCKED.search(words):
        message = say(
            "{system} does not sell {label} in size {size}: {words}. Choose another design or size, or have the item released in "
            "{system}.",
            **values,
        )
        return message, Meaning.DESIGN
    if not others:
        message = say(
            "{system} has no {label} in size {size}: {words}. Correct the design or the size, or have [jtl] items "
            "corrected in {file}.",
            **values,
        )
        return message, Meaning.DESIGN
    message = say(
        "{system} has {label}, but not in size {size}: {words}. Correct the size, or have [jtl] items corrected in "
        "{file}.",
        **values,
    )
    return message, Meaning.SIZE
