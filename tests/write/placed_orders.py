"""Orders as they come back from order systems, made by hand: what the results workbook is written from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.model.layout import ColumnReading, Layout, LayoutKind, Meaning
from roster_import.model.order import (
    Delivery,
    DesignItem,
    DesignRef,
    Instance,
    Line,
    LogoItem,
    LogoRef,
    Order,
    OrderDetails,
)
from roster_import.model.placement import Confirmation, ConfirmedItem, Difference, Placement, Status
from roster_import.model.problem import Origin
from roster_import.model.vat import Vat
from roster_import.model.workbook import Cell, FileFormat, Sheet, Workbook

if TYPE_CHECKING:
    from pathlib import Path

DELIVERY = Delivery(name="FC Ærø", address="Stadionvej 1", zip="5970", city="Ærøskøbing", country="DK")
HOME, AWAY, SOCKS = (
    DesignRef(id=298791, title="Home shirt 2026"),
    DesignRef(mul="MUL327187", title="Away shirt 2026"),
    DesignRef(id=300, title="Socks"),
)
SIZES = {HOME: {"S": 3, "M": 9, "L": 6, "XL": 2, "128": 4}, AWAY: {"M": 8, "L": 7, "XXL": 1}, SOCKS: {"39-42": 12}}


def details(reference: str) -> OrderDetails:
    return OrderDetails(reference=reference, delivery=DELIVERY)


def design_item(design: DesignRef, sizes: dict[str, int], row: int = 2) -> DesignItem:
    instances = [
        Instance(size=size, quantity=pieces, name=f"{design.label[:4].upper()} {size}", number=str(at + 1),
                 origins=(Origin(sheet="Roster", row=row + at),))
        for at, (size, pieces) in enumerate(sizes.items())
    ]  # fmt: skip
    return DesignItem(design=design, instances=tuple(instances))


def order(reference: str = "PO-1", designs: dict[DesignRef, dict[str, int]] | None = None, logos: int = 0) -> Order:
    """An order of these designs and sizes, each instance from a row of its own of the sheet Roster."""
    items, row = [], 2
    for design, sizes in (SIZES if designs is None else designs).items():
        items.append(design_item(design, sizes, row))
        row += len(sizes)
    crest = LogoItem(logo=LogoRef(id=494679, title="Crest"), quantity=logos, origins=(Origin(sheet="Roster", row=row),))
    return Order(details=details(reference), designs=tuple(items), logos=(crest,) if logos else ())


def placement(one: Order | None = None, status: Status = Status.COMPLETED, **facts: object) -> Placement:
    """What became of an order; completed it has a number and money."""
    done = status is Status.COMPLETED
    confirmation = Confirmation(
        order_number="20002502", delivery_date="2026-05-13", currency="DKK", sub_total="2817.03", vat="704.26",
        vat_rate="25.0", total="3521.28",
    )  # fmt: skip
    known: dict[str, object] = {
        "order": one or order(), "target": "kitmaker", "status": status, "tracking_id": "4711",
        "order_number": "20002502" if done else None, "placed_at": "2026-05-05T13:14:30Z",
        "confirmation": confirmation if done else None, "total_vat": Vat.WITH,
    }  # fmt: skip
    return Placement(**{**known, **facts})  # type: ignore[arg-type]


def difference(what: str, sent: str | None, confirmed: str | None, message: str, *rows: int) -> Difference:
    origins = tuple(Origin(sheet="Roster", row=row) for row in rows)
    return Difference(what=what, sent=sent, confirmed=confirmed, message=message, origins=origins)


NAME_DIFFERS = difference(
    "name",
    "HOME M",
    "HOME N",
    "Home shirt 2026: the name HOME M of 9 × M HOME M 2 is HOME N in the confirmed order.",
    3,
)


def with_line_statuses(one: Order, *statuses: str) -> Placement:
    """A completed order of a system that says of every line what became of it."""
    items = tuple(
        ConfirmedItem(kind="design", quantity=1, line=f"{one.reference}-{at}", status=status)
        for at, status in enumerate(statuses, 1)
    )
    return placement(one, confirmation=Confirmation(total="99", items=items), target="dropday")


def roster_file(path: Path, rows: int = 12, name: str = "Roster", form: FileFormat = FileFormat.XLSX) -> Workbook:
    """A roster of so many players, as it was read."""
    cells = [Cell(row=1, column=1, text="Player"), Cell(row=1, column=2, text="Number")]
    for row in range(2, rows + 2):
        cells += [Cell(row=row, column=1, text=f"Player {row}"), Cell(row=row, column=2, text=f"{row:02}")]
    return Workbook(path=path, format=form, sheets=(Sheet(name=name, cells=tuple(cells)),))


def layout(rows: int = 12, name: str = "Roster") -> Layout:
    columns = (
        ColumnReading(column=1, heading="Player", meaning=Meaning.PLAYER),
        ColumnReading(column=2, heading="Number", meaning=Meaning.NUMBER),
    )
    return Layout(
        sheet=name, heading_row=1, kind=LayoutKind.LONG, columns=columns, rows=tuple(range(2, rows + 2))
    )  # fmt: skip


def lines_of(one: Order) -> tuple[Line, ...]:
    """The lines an order was made of, a player each."""
    return tuple(
        Line(origin=instance.origins[0], player=f"Player {instance.origins[0].row}", size=instance.size,
             quantity=instance.quantity, designs=(item.design,), reference=one.reference)
        for item in one.designs for instance in item.instances
    )  # fmt: skip
