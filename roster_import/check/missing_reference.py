"""A file whose rows belong to no order that has a name: what is said of it, by what there is of an Order sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.language.messages import listed, say
from roster_import.model.problem import Place
from roster_import.model.workbook import at_cell
from roster_import.recognise.order_values import LABELS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Cell
    from roster_import.recognise.order_values import OrderSheet


def no_reference(order: OrderSheet | None) -> Problem:
    """What is said of rows that belong to no order by name: how to give the file a reference, or which order each row is of."""
    if order and len(named := _named(order)) > 1:
        return _of_which(order.sheet, named)
    if order and (near := order.near.get("reference")):
        return _meant_for_reference(order.sheet, near)
    place = order.places[0].get("reference") if order and order.places else None
    at = Place(sheet=order.sheet if order else None, cell=place, column="Reference" if place else None)
    return at.error("reference-missing", _fill_in_reference(order, place))


def _named(order: OrderSheet) -> Sequence[str]:
    """The references that the Order sheet gives."""
    return list(dict.fromkeys(cell.text for row in order.rows if (cell := row.get("reference")) and cell.text))


def _of_which(sheet: str, references: Sequence[str]) -> Problem:
    message = say(
        "The Order sheet has several orders, {references}, and no row says to which of them it belongs. Give the rows a column "
        "headed Order that says it.",
        references=listed(references),
    )
    return Place(sheet=sheet).error("reference-missing", message)


def _meant_for_reference(sheet: str, label: Cell) -> Problem:
    message = say(
        "The order has no reference, by which it is known and never ordered twice. {label!r} at {place} is no label of the "
        "Order sheet: if that is what it means, write {heading} there, or give --reference.",
        label=label.text,
        place=f"{sheet}!{label.address}",
        heading=LABELS["reference"],
    )
    return at_cell(sheet, label, label.text).error("reference-missing", message)


def _fill_in_reference(order: OrderSheet | None, place: str | None) -> str:
    if order is None:
        return say(
            "The order has no reference, by which it is known and never ordered twice. Give --reference, or add a sheet Order "
            "that says Reference."
        )
    if place:
        return say(
            "The order has no reference, by which it is known and never ordered twice. Fill in Reference at {place}, or give "
            "--reference.",
            place=f"{order.sheet}!{place}",
        )
    return say(
        "The order has no reference, by which it is known and never ordered twice. Fill in Reference on the Order sheet, or "
        "give --reference."
    )
