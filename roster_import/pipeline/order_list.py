"""What the ledger knows of the orders that were sent, as a list: of each no more than is shown, so that it comes at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.pipeline.effects import opened_database, opened_ledger
from roster_import.pipeline.session import NOBODY, read_settings
from roster_import.place.ledger.listed import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roster_import.model.status import ListedOrder
    from roster_import.pipeline.options import OrdersCommand
    from roster_import.pipeline.session import Person


def listed_orders(command: OrdersCommand, person: Person = NOBODY) -> Iterator[ListedOrder]:
    """The orders of `orders.orders` one by one, no more of each than a list shows."""
    settings = read_settings(command, person)
    if command.where:
        from roster_import.pipeline.orders import sought  # whole orders are looked through
        from roster_import.place.known import listed_order

        with opened_ledger(settings, person.warn, make=False) as ledger:
            yield from map(listed_order, sought(ledger, command))
    else:
        with opened_database(settings, person.warn, make=False) as database:
            yield from listed(database, command.last)
