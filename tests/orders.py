"""Orders made up for tests."""

from __future__ import annotations

from roster_import.model.order import (
    Delivery,
    DesignItem,
    DesignRef,
    DigitEntry,
    Instance,
    LogoItem,
    LogoKind,
    LogoRef,
    Order,
    OrderDetails,
)
from roster_import.model.placement import Confirmation, ConfirmedItem
from roster_import.model.problem import Origin

DELIVERY = Delivery(name="Club", address="Road 1", zip="8800", city="Viborg", country="DK")


def origin(row: int) -> tuple[Origin, ...]:
    return (Origin(sheet="Roster", row=row),)


def details(reference: str = "PO-1", **more) -> OrderDetails:
    return OrderDetails(reference=reference, delivery=DELIVERY, **more)


def instance(size: str, quantity: int, name: str = "", number: str = "", *, row: int = 2, values=()) -> Instance:
    return Instance(size=size, quantity=quantity, name=name, number=number, values=values, origins=origin(row))


def design(*instances: Instance, id: int | None = 1, mul: str | None = None) -> DesignItem:  # noqa: A002
    return DesignItem(design=DesignRef(id=id, mul=mul, title="Home"), instances=instances)


def order(*designs: DesignItem, logos: tuple[LogoItem, ...] = (), **more) -> Order:
    return Order(details=details(**more), designs=designs, logos=logos)


def counted(quantity: int, *, value: str = "", storage: int = 0, row: int = 2) -> LogoItem:
    kind = LogoKind.TEXT if value else LogoKind.COUNTED
    return LogoItem(
        logo=LogoRef(id=9, title="Crest", kind=kind),
        quantity=quantity,
        value=value,
        storage_quantity=storage,
        origins=origin(row),
    )


def digits(**quantities: int) -> LogoItem:
    entries = tuple(
        DigitEntry(digit=name.removeprefix("n"), quantity=quantity, origins=origin(at))
        for at, (name, quantity) in enumerate(quantities.items(), 2)
    )
    return LogoItem(logo=LogoRef(id=8, title="Numbers", kind=LogoKind.NUMBER), digits=entries, origins=origin(2))


def confirmed(*items: ConfirmedItem, **more) -> Confirmation:
    return Confirmation(items=items, **more)


def garment(size: str, quantity: int, name: str = "", number: str = "", *, id: int = 1) -> ConfirmedItem:  # noqa: A002
    return ConfirmedItem(kind="design", id=id, code="MUL1", size=size, name=name, number=number, quantity=quantity)


def logo(quantity: int, value: str = "", *, id: int = 9) -> ConfirmedItem:  # noqa: A002
    return ConfirmedItem(kind="logo", id=id, code="S9", title="Crest", value=value, quantity=quantity)
