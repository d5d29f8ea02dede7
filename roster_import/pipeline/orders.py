"""What the ledger knows of the orders that were sent, whole: found, shown, exported, written up again."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from roster_import.errors import NoAnswer, UsageError
from roster_import.files import free_path, write_whole
from roster_import.language.invisible import in_json
from roster_import.language.messages import say
from roster_import.model.key_like import unless_key
from roster_import.pipeline.effects import opened_ledger, planning_effects, realm, sending_effects
from roster_import.pipeline.known_systems import system_named, vat_in_total
from roster_import.pipeline.session import NOBODY, read_settings, readers
from roster_import.place.known import number_of, placement, status_of, tells_vat
from roster_import.place.ledger.entry import address_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from roster_import.model.order import Order
    from roster_import.model.placement import Confirmation, Placement, Status
    from roster_import.model.vat import Vat
    from roster_import.pipeline.options import (
        ExportCommand,
        OrdersCommand,
        ResultsCommand,
        ShowCommand,
    )
    from roster_import.pipeline.session import Person
    from roster_import.place.known import Comparing
    from roster_import.place.ledger.entry import Entry
    from roster_import.place.ledger.ledger import Event, Ledger
    from roster_import.settings import Settings


@dataclass(frozen=True, kw_only=True)
class RecordedOrder:
    """One attempt at an order, as the ledger has it. Times are ISO 8601, UTC.

    `book` is live, or one of those that do not count: loopback, sandbox, test. `body` is what was sent, as JSON.
    `results` is where its results workbook lies, None where none was written. `events` are what happened to it, where the
    order is shown whole.
    """

    book: str
    attempt: int
    organization: str
    file: str
    results: str | None
    user: str
    host: str
    program: str
    created_at: str
    finished_at: str | None
    body: str
    events: tuple[Event, ...] = ()
    _entry: Entry = field(repr=False)

    @cached_property
    def placement(self) -> Placement:
        """What became of it, with what it differs in; of a long list of orders that is worked out where it is asked for."""
        return _placement(self._entry)

    @property
    def reference(self) -> str:
        """What it is called."""
        return self.order.reference

    @property
    def order(self) -> Order:
        """What was ordered."""
        return self._entry.order

    @property
    def order_number(self) -> str | None:
        """The number the order system gave it."""
        return number_of(self._entry)

    @property
    def tracking_id(self) -> str | None:
        """The order system's handle for following it."""
        return self._entry.tracking_id

    @property
    def status(self) -> Status:
        """How it stands."""
        return status_of(self._entry)

    @property
    def confirmation(self) -> Confirmation | None:
        """What the order system confirmed."""
        return self._entry.confirmation

    @property
    def total_vat(self) -> Vat:
        """Whether VAT is in the total of its confirmation."""
        return vat_in_total(self._entry.identity.target, told=tells_vat(self._entry.confirmation))


def orders(command: OrdersCommand, person: Person = NOBODY) -> tuple[RecordedOrder, ...]:
    """What the ledger holds, oldest first, with all the words of `where` somewhere in each; the `last` so many of them."""
    with opened_ledger(read_settings(command, person), person.warn, make=False) as ledger:
        return tuple(map(recorded_order, sought(ledger, command)))


def sought(ledger: Ledger, command: OrdersCommand) -> list[Entry]:
    """The entries with all the words of `where`, oldest first; the `last` so many of them."""
    return list(islice(ledger.latest((command.where or "").split()), command.last))[::-1]


def show(command: ShowCommand, person: Person = NOBODY) -> tuple[RecordedOrder, ...]:
    """Every attempt at one order, found by its reference, order number or tracking id, with what happened to it."""
    settings = read_settings(command, person)
    with opened_ledger(settings, person.warn) as ledger:
        entries: Sequence[Entry] = _named(ledger, command.reference)
        # What becomes of single lines goes on after the order is confirmed: it is asked for where the system says it.
        if command.refresh or any(
            item.status for entry in entries if entry.confirmation for item in entry.confirmation.items
        ):
            entries = _refreshed(entries, settings, ledger, person)
        return tuple(recorded_order(entry, ledger.events(entry)) for entry in entries)


def export(command: ExportCommand, person: Person = NOBODY) -> tuple[str, int]:
    """Everything the ledger holds as JSON, or as CSV with a row per item ordered, and how many orders; also to a file."""
    with opened_ledger(read_settings(command, person), person.warn, make=False) as ledger:
        recorded = [recorded_order(entry) for entry in ledger.entries()]
    text = _as_json(recorded) if command.form == "json" else _as_csv(recorded)
    if command.out is not None:
        if command.out.exists():
            raise UsageError(say("{out} is already there and was left alone. Give another name.", out=command.out))
        # A byte order mark, as Excel takes a CSV file without one for something older than UTF-8.
        write_whole(command.out, text.encode("utf-8-sig" if command.form == "csv" else "utf-8"), replace=False)
    return text, len(recorded)


def write_results_again(command: ResultsCommand, person: Person = NOBODY) -> Path:
    """The results workbook of an order written from what the ledger holds alone, and where it lies."""
    from roster_import.write.results.workbook import bare_results

    settings = read_settings(command, person)
    with opened_ledger(settings, person.warn) as ledger:
        placements = [_placement(entry) for entry in _named(ledger, command.reference)]
    path = free_path(command.output or Path(f"{_as_file_name(command.reference)}.results.xlsx"))
    write_whole(path, bare_results(placements, language=readers(settings).general), replace=False)
    return path


def _as_file_name(text: str) -> str:
    return "".join(char if char.isalnum() or char in "-_. " else "-" for char in text)


def _named(ledger: Ledger, name: str) -> list[Entry]:
    """Every attempt at the order of that reference, order number or tracking id; raises `UsageError` for none."""
    entries = list(ledger.named(name))
    if not entries:
        raise UsageError(
            say("The ledger holds no order {name}. roster-import orders lists what it holds.", name=unless_key(name))
        )
    return entries


def _refreshed(entries: Sequence[Entry], settings: Settings, ledger: Ledger, person: Person) -> list[Entry]:
    """The entries of the order system in use as that has them now; where it cannot say so, that is said."""
    import asyncio

    from roster_import.pipeline.sandbox import order_system
    from roster_import.place.follow import refreshed

    async def asked(entry: Entry, connected: Settings) -> Entry:
        planning = planning_effects(connected, ledger, lambda *_: None, new_order=False)
        async with sending_effects(planning, connected) as effects:
            return await refreshed(entry, effects)

    fresh = []
    with order_system(settings, sandbox=False, poll_interval_given=True) as connected:
        book = realm(connected, sandbox=False)
        address = address_of(connected.url or "", book)
        for entry in entries:
            here = entry.identity.order[:3] == (book, connected.target, address)
            try:
                fresh.append(asyncio.run(asked(entry, connected)) if here and entry.tracking_id else entry)
            except (NoAnswer, UsageError) as error:
                reference, trouble = entry.identity.reference, error.message
                person.warn(
                    say("warning: {reference} is shown as it was: {trouble}", reference=reference, trouble=trouble)
                )
                fresh.append(entry)
    return fresh


# ------------------------------------------------------------------------------------------------------- recorded


def recorded_order(entry: Entry, events: Iterable[Event] = ()) -> RecordedOrder:
    """An entry of the ledger, as people read it."""
    return RecordedOrder(
        _entry=entry,
        book=entry.identity.realm,
        attempt=entry.attempt,
        organization=entry.identity.organization,
        file=entry.file,
        results=entry.results if entry.results_written else None,
        user=entry.user,
        host=entry.host,
        program=entry.program,
        created_at=entry.created_at,
        finished_at=entry.finished_at,
        body=entry.body,
        events=tuple(events),
    )


def _placement(entry: Entry) -> Placement:
    """The entry for people."""
    return placement(entry, entry.order, _system_of(entry))


def _system_of(entry: Entry) -> Comparing:
    """Its order system, as far as comparing goes."""
    return system_named(entry.identity.target)


def recorded_document(recorded: RecordedOrder) -> dict[str, Any]:
    """The order as it stands in JSON documents."""
    from roster_import.write.report_document import order_document

    return {
        **order_document(recorded.placement),
        "attempt": recorded.attempt,
        "organization": recorded.organization or None,
        "rehearsal": recorded.book != "live",
        "file": recorded.file,
        "results": recorded.results,
        "user": recorded.user,
        "host": recorded.host,
        "program": recorded.program,
        "createdAt": recorded.created_at,
        "finishedAt": recorded.finished_at,
    }


# ------------------------------------------------------------------------------------------------------- exported


_CSV = (
    "reference", "attempt", "status", "orderNumber", "trackingId", "createdAt", "placedAt", "user", "host", "file",
    "currency", "total", "item", "size", "name", "number", "quantity", "storageQuantity",
)  # fmt: skip


def _as_json(recorded: Iterable[RecordedOrder]) -> str:
    documents = [{**recorded_document(order), "body": _sent_body(order.body)} for order in recorded]
    return in_json({"version": 1, "orders": documents}, indent=2) + "\n"


def _sent_body(text: str) -> Any:
    """What was sent, as JSON where it is JSON: the order system of another package may send something else."""
    try:
        return json.loads(text)
    except ValueError:
        return text


def _as_csv(recorded: Iterable[RecordedOrder]) -> str:
    import csv
    import io

    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow(_CSV)
    for order in recorded:
        facts = recorded_document(order)
        for item in _items(order.order):
            rows.writerow([_plain(value) for value in (*(facts[name] for name in _CSV[:12]), *item)])
    return text.getvalue()


def _items(order: Order) -> Iterable[tuple[object, ...]]:
    for design in order.designs:
        for instance in design.instances:
            yield (design.design.label, instance.size, instance.name, instance.number, instance.quantity, 0)
    for logo in order.logos:
        for digit in logo.digits:
            yield (logo.logo.label, "", "", digit.digit, digit.quantity, digit.storage_quantity)
        if not logo.digits:
            yield (logo.logo.label, "", logo.value, "", logo.quantity, logo.storage_quantity)


def _plain(value: object) -> str:
    """A value as text that no spreadsheet takes for a formula (OWASP › CSV Injection)."""
    text = "" if value is None else str(value)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
