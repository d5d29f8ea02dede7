"""`orders`: called, and what the ledger holds printed as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.cli.pieces import Table
from roster_import.cli.screen import show, show_documents
from roster_import.cli.terminal import Terminal
from roster_import.language.messages import Day, joined, say
from roster_import.language.translations import in_language
from roster_import.model.status import Status
from roster_import.model.vat import amount_in_words
from roster_import.pipeline.known_systems import vat_in_total
from roster_import.pipeline.order_list import listed_orders
from roster_import.write.order_words import book_word, status_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roster_import.model.status import ListedOrder
    from roster_import.pipeline.options import OrdersCommand

_WHEN = 5
_SPARE = (7, 6, 4)  # by whom, at what time, how many pieces: `orders show` has them, too
_KINDS = {Status.FAILED: "error", Status.REFUSED: "error", Status.SENDING: "warning", Status.PENDING: "warning",
          Status.UNKNOWN: "warning"}  # fmt: skip


def orders_command(command: OrdersCommand) -> int:
    """List what the ledger holds, oldest first."""
    terminal = Terminal()
    if command.as_json:
        from roster_import.pipeline.orders import orders, recorded_document

        show_documents("orders", map(recorded_document, orders(command, terminal)))
        return 0
    listed = list(listed_orders(command, terminal))
    if listed:
        show(_table(listed, terminal.people.general))
    else:
        none = say("The ledger holds no such order.") if command.where else say("The ledger holds no orders yet.")
        terminal.say(none)
    return 0


def _table(listed: Sequence[ListedOrder], language: str) -> Table:
    head = (say("Reference"), say("Status"), say("Order number"), say("Total"), say("Pieces"), say("When"), say("By"),
            say("File"))  # fmt: skip
    rows = [[in_language(text, language) for text in row] for row in (head, *map(_row, listed))]
    times = ["", *(order.created_at[11:16] for order in listed)]
    days = [rows[0][_WHEN], *(order.created_at[:10] for order in listed)]
    shown = [[*row[:_WHEN], day, time, *row[_WHEN + 1 :]] for row, day, time in zip(rows, days, times, strict=True)]
    kinds = {at: _KINDS[order.status] for at, order in enumerate(listed) if order.status in _KINDS}
    return Table(rows=rows, on_terminal=shown, spare=_SPARE, kinds=kinds)


def _row(listed: ListedOrder) -> tuple[str, ...]:
    vat = vat_in_total(listed.target, told=listed.tells_vat)
    total = amount_in_words(listed.total, listed.currency, vat) if listed.total else ""
    again = say(" (attempt {number})", number=listed.attempt) if listed.attempt > 1 else ""
    return (
        joined(listed.reference, again, book_word(listed.book), between=""),
        status_word(listed.status),
        listed.order_number or "",
        total,
        str(listed.pieces),
        joined(Day(listed.created_at[:10]), listed.created_at[11:16]),
        f"{listed.user}@{listed.host}",
        listed.file.rpartition("/")[2],
    )
