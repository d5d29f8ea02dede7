"""`orders` and `settle`: what the ledger knows, and what a person tells it."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from roster_import.errors import NoAnswer, UsageError
from roster_import.language.invisible import visible
from roster_import.language.messages import Amount, Day, Number, capital, joined, say, say_n, templates
from roster_import.language.translations import in_language
from roster_import.model.placement import Status
from roster_import.pipeline.effects import opened_ledger, realm, stamp
from roster_import.place.changes import labels, pieces
from roster_import.place.follow import placement, refreshed
from roster_import.place.process import who
from roster_import.targets import target
from roster_import.targets.protocol import Refused
from roster_import.write.run_report import order_document, status_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from roster_import.model.placement import Confirmation, ConfirmedItem, Difference, Placement
    from roster_import.model.problem import Objection
    from roster_import.place.entry import Entry
    from roster_import.place.ledger import Ledger
    from roster_import.recognise.remembered import Remembered
    from roster_import.settings import Settings


def list_orders(where: str | None, *, as_json: bool, language: str | None = None) -> int:
    """List what the ledger holds, oldest first, with all the words of `where` somewhere in each."""
    found = [entry for entry in _entries() if matches(entry, where or "")]
    if as_json:
        _put(json.dumps({"version": 1, "orders": list(map(_document, found))}, ensure_ascii=False, indent=2))
    elif not found:
        none = say("The ledger holds no such order.") if where else say("The ledger holds no orders yet.")
        click.echo(in_language(none, _spoken(language)))
    else:
        click.echo("\n".join(_table(found, _spoken(language))))
    return 0


def _spoken(option: str | None, settings: Settings | None = None) -> str:
    """The language of what is about no file: the option's, the setting's, the locale's."""
    from roster_import.pipeline.options import read_settings, readers

    return readers({"language": option}, settings or read_settings({})).general


def show(reference: str, options: dict[str, Any]) -> int:
    """Show every attempt at one order, found by its reference, order number or tracking id."""
    from roster_import.pipeline.options import read_settings

    settings = read_settings(options)
    language = _spoken(options.get("language"), settings)
    with opened_ledger(settings) as ledger:
        named = _named(ledger, reference)
        found = _refreshed(named, settings, ledger, language) if options["refresh"] else named
        if options["as_json"]:
            documents = [
                {**_document(entry), "body": json.loads(entry.body), "events": _events(ledger, entry)}
                for entry in found
            ]
            _put(json.dumps({"version": 1, "orders": documents}, ensure_ascii=False, indent=2))
        else:
            click.echo("\n\n".join("\n".join(_whole(entry, ledger, language)) for entry in found))
    return 0


def _refreshed(found: Sequence[Entry], settings: Settings, ledger: Ledger, language: str) -> Sequence[Entry]:
    """The entries of the order system in use as that has them now; a system that cannot say so is said on stderr."""
    import asyncio

    from roster_import.pipeline.effects import planning_effects, sending_effects
    from roster_import.pipeline.sandbox import order_system

    async def asked(entry: Entry, connected: Settings) -> Entry:
        planning = planning_effects(connected, ledger, lambda *_: None, new_order=False)
        async with sending_effects(planning, connected) as effects:
            return await refreshed(entry, effects)

    fresh = []
    with order_system(settings, sandbox=False, poll_interval_given=True) as connected:
        book = realm(connected, sandbox=False)
        for entry in found:
            here = (entry.identity.target, entry.identity.realm) == (connected.target, book)
            try:
                fresh.append(asyncio.run(asked(entry, connected)) if here and entry.tracking_id else entry)
            except (NoAnswer, Refused) as error:
                said = say(
                    "warning: {reference} is shown as it was: {trouble}",
                    reference=entry.identity.reference,
                    trouble=error.message,
                )
                click.echo(f"roster-import: {in_language(said, language)}", err=True)
                fresh.append(entry)
    return fresh


def export(form: str, out: Path | None, language: str | None = None) -> int:
    """Write everything the ledger holds as JSON, or as CSV with a row per item ordered; on stdout without a file."""
    entries = _entries()
    text = _as_json(entries) if form == "json" else _as_csv(entries)
    if out is None:
        _put(text, nl=False)
        return 0
    from roster_import.files import write_whole

    if out.exists():
        raise UsageError(say("{out} is already there and was left alone. Give another name.", out=out))
    # A byte order mark, as Excel takes a CSV file without one for something older than UTF-8.
    write_whole(out, text.encode("utf-8-sig" if form == "csv" else "utf-8"), replace=False)
    said = say_n("{path}: {count} order", "{path}: {count} orders", len(entries), path=out)
    click.echo(in_language(said, _spoken(language)))
    return 0


def _put(text: str, *, nl: bool = True) -> None:
    """Say on stdout what holds other people's words as they are; on a terminal, what could steer it is shown instead."""
    click.echo(visible(text) if sys.stdout.isatty() else text, nl=nl)


def rewrite_results(reference: str, output: Path | None, language: str | None = None) -> int:
    """Write the results workbook of an order again, from what the ledger holds alone."""
    from roster_import.files import free_path, write_whole
    from roster_import.pipeline.options import read_settings
    from roster_import.write.results.workbook import bare_results

    settings = read_settings({})
    spoken = _spoken(language, settings)
    with opened_ledger(settings) as ledger:
        found = _named(ledger, reference)
    seen = [_seen(entry) for entry in found]
    path = free_path(output or Path(f"{_as_file_name(reference)}.results.xlsx"))
    write_whole(path, bare_results(seen, language=spoken), replace=False)
    click.echo(in_language(say("{path}: the results of {reference}", path=path, reference=reference), spoken))
    return 0


def _as_file_name(text: str) -> str:
    return "".join(char if char.isalnum() or char in "-_. " else "-" for char in text)


def settle_command(options: dict[str, Any]) -> int:
    """Write down what a person says became of an order whose outcome is not known."""
    from roster_import.pipeline.options import read_settings

    answers = [bool(options["placed"]), bool(options["tracking_id"]), options["not_placed"]]
    if sum(answers) != 1:
        raise UsageError(say("Say what became of it with just one of --placed, --tracking-id and --not-placed."))
    settings = read_settings(options)
    with opened_ledger(settings) as ledger:
        book = realm(settings, sandbox=options["sandbox"])
        entry = _open_entry(ledger, options, book, settings.target)
        said = _settle(ledger, entry, options)
    click.echo(in_language(said, _spoken(options.get("language"), settings)))
    return 0


def headings_command(forget: str | None, *, as_json: bool, language: str | None = None) -> int:
    """List what was answered about heading rows, or forget one of them, or all."""
    from roster_import.pipeline.heading_memory import load, save
    from roster_import.pipeline.options import memory_path, read_settings

    settings = read_settings({})
    path, spoken = memory_path(settings), _spoken(language, settings)
    memory = load(path)
    if forget is not None and forget != "all" and forget not in memory:
        raise UsageError(
            say("Nothing is remembered under {forget}. roster-import headings lists what is.", forget=forget)
        )
    if forget is not None:
        save(path, {name: one for name, one in memory.items() if forget not in ("all", name)})
        click.echo(in_language(say("Forgotten: {what}.", what=forget), spoken))
    elif as_json:
        found = [{"id": name, **_answers(one)} for name, one in memory.items()]
        click.echo(json.dumps({"version": 1, "headings": found}, ensure_ascii=False, indent=2))
    else:
        lines = [f"{name}  {' | '.join(one.headings)}\n    {_said(one, spoken)}" for name, one in memory.items()]
        click.echo("\n".join(lines) or in_language(say("Nothing is remembered."), spoken))
    return 0


def _answers(one: Remembered) -> dict[str, Any]:
    columns = {heading: ":".join(filter(None, answer)) for heading, answer in one.columns.items()}
    return {"headings": list(one.headings), "columns": columns, "printName": one.print_name}


def _said(one: Remembered, language: str) -> str:
    answers = _answers(one)
    parts = [f"{heading} = {meaning}" for heading, meaning in answers["columns"].items()]
    printed = [say("names are printed: {how}", how=one.print_name)] if one.print_name else []
    return in_language(joined(*parts, *printed, between="; "), language)


def matches(entry: Entry, words: str) -> bool:
    """Whether every word stands somewhere in what is known of an order: names, numbers, file and handles included."""
    order = entry.order
    lines = " ".join(" ".join(what[1:]) for what in pieces(order))
    known = (
        entry.identity.reference,
        entry.order_number,
        entry.tracking_id,
        entry.file,
        entry.user,
        entry.host,
        entry.status.value,
        order.details.delivery.name,
        order.details.delivery.city,
        *labels(order).values(),
        lines,
    )
    text = " ".join(filter(None, known)).casefold()
    return all(_stands(word, text) for word in words.casefold().split())


def _stands(word: str, text: str) -> bool:
    # A number means that number: 7 is not in 27.
    return word in text.replace("/", " ").split() if word.isdigit() else word in text


def _named(ledger: Ledger, name: str) -> list[Entry]:
    """Every attempt at the order of that reference, order number or tracking id; raises `UsageError` for none."""
    found = [
        entry for entry in ledger.entries() if name in (entry.identity.reference, entry.order_number, entry.tracking_id)
    ]
    if not found:
        raise UsageError(say("The ledger holds no order {name}. roster-import orders lists what it holds.", name=name))
    return found


# ------------------------------------------------------------------------------------------------------ exporting


_CSV = (
    "reference", "attempt", "status", "orderNumber", "trackingId", "createdAt", "placedAt", "user", "host", "file",
    "currency", "total", "item", "size", "name", "number", "quantity", "storageQuantity",
)  # fmt: skip


def _as_json(entries: Sequence[Entry]) -> str:
    documents = [{**_document(entry), "body": json.loads(entry.body)} for entry in entries]
    return json.dumps({"version": 1, "orders": documents}, ensure_ascii=False, indent=2) + "\n"


def _as_csv(entries: Sequence[Entry]) -> str:
    import csv
    import io

    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow(_CSV)
    for entry in entries:
        facts = _document(entry)
        for item in _items(entry):
            rows.writerow([_plain(value) for value in (*(facts[name] for name in _CSV[:12]), *item)])
    return text.getvalue()


def _items(entry: Entry) -> Iterable[tuple[object, ...]]:
    for design in entry.order.designs:
        for one in design.instances:
            yield (design.design.label, one.size, one.name, one.number, one.quantity, 0)
    for logo in entry.order.logos:
        for digit in logo.digits:
            yield (logo.logo.label, "", "", digit.digit, digit.quantity, digit.storage_quantity)
        if not logo.digits:
            yield (logo.logo.label, "", logo.value, "", logo.quantity, logo.storage_quantity)


def _plain(value: object) -> str:
    """A value as text that no spreadsheet takes for a formula (OWASP › CSV Injection)."""
    text = "" if value is None else str(value)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


# ------------------------------------------------------------------------------------------------------- showing


def _entries() -> Sequence[Entry]:
    from roster_import.pipeline.options import read_settings

    settings = read_settings({})
    with opened_ledger(settings, make=False) as ledger:
        return ledger.entries()


def _seen(entry: Entry) -> Placement:
    """The entry for people; what it differs in cannot be told of an order system whose package is not here any more."""
    try:
        system = target(entry.identity.target, {})
    except UsageError:
        return placement(entry, entry.order, _Gone(name=entry.identity.target))
    return placement(entry, entry.order, system)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Gone:
    """An order system that orders were placed with once."""

    name: str

    def differences(self, *_: object) -> tuple[Difference, ...]:
        """Nothing can be told."""
        return ()

    def objections(self, *_: object) -> tuple[Objection, ...]:
        """Nothing can be told."""
        return ()


def _document(entry: Entry) -> dict[str, Any]:
    seen = _seen(entry)
    return {
        **order_document(seen),
        "attempt": entry.attempt,
        "organization": entry.identity.organization or None,
        "rehearsal": entry.identity.realm != "live",
        "file": entry.file,
        "results": entry.results if entry.results_written else None,
        "user": entry.user,
        "host": entry.host,
        "program": entry.program,
        "createdAt": entry.created_at,
        "finishedAt": entry.finished_at,
    }


def _events(ledger: Ledger, entry: Entry) -> list[dict[str, str]]:
    return [{"at": e.at, "what": e.what, "user": e.user, "host": e.host} for e in ledger.events(entry)]


_BOOKS = templates(
    {
        "loopback": " (this machine)",
        "sandbox": " (sandbox)",
        "test": " (test order)",
    }
)


def _book(entry: Entry) -> str:
    """In which book of orders it stands, where that is not the one of orders that count."""
    return say(_BOOKS[entry.identity.realm]) if entry.identity.realm in _BOOKS else ""


def _table(entries: Sequence[Entry], language: str) -> list[str]:
    from roster_import.cli.terminal import aligned

    head = (say("Reference"), say("Status"), say("Order number"), say("Total"), say("Pieces"), say("When"), say("By"),
            say("File"))  # fmt: skip
    rows = [head, *(_row(entry) for entry in entries)]
    return aligned([[in_language(text, language) for text in row] for row in rows], indent="")


def _row(entry: Entry) -> tuple[str, ...]:
    confirmed = entry.confirmation
    total = joined(Amount(confirmed.total or ""), confirmed.currency or "") if confirmed else ""
    again = say(" (attempt {number})", number=entry.attempt) if entry.attempt > 1 else ""
    return (
        joined(entry.identity.reference, again, _book(entry), between=""),
        status_word(_status(entry)),
        entry.order_number or "",
        total,
        str(entry.order.pieces),
        joined(Day(entry.created_at[:10]), entry.created_at[11:16]),
        f"{entry.user}@{entry.host}",
        entry.file.rpartition("/")[2],
    )


def _status(entry: Entry) -> Status:
    return Status.UNKNOWN if entry.status is Status.SENDING else entry.status


def _whole(entry: Entry, ledger: Ledger, language: str) -> list[str]:
    from roster_import.cli.terminal import order_table

    seen = _seen(entry)
    lines = [*_known(entry, seen)]
    if seen.confirmation and seen.confirmation.total:
        lines.append(_money_line(seen.confirmation))
    lines += [_item_line(item) for item in seen.confirmation.items if item.status] if seen.confirmation else []
    lines += [joined("  ", seen.error, between="")] if seen.error else []
    lines += [say("  Difference: {what}", what=difference.message) for difference in seen.differences]
    lines += [
        say("  {at}  {what}  by {who}", at=event.at, what=_event(event.what), who=f"{event.user}@{event.host}")
        for event in ledger.events(entry)
    ]
    head = order_table(entry.order, language=language)[:-1]
    return head + [in_language(line, language) for line in lines]


# The ledger keeps them in English; of a target's own steps, those that ours take.
_EVENTS = templates(
    {
        "sending": "sending",
        "sending again": "sending again",
        "pending": "pending",
        "completed": "completed",
        "failed": "failed",
        "refused": "refused",
        "unknown": "unknown",
        "no answer": "no answer",
        "turned down": "turned down",
        "created": "created",
        "was there already": "was there already",
        "header created": "header created",
        "found as soon as it was placed": "found as soon as it was placed",
        "settled: not placed": "settled: not placed",
    }
)
_SETTLED = templates(
    {
        "settled: placed as ": "settled: placed as {value}",
        "settled: tracking id ": "settled: tracking id {value}",
    }
)


def _event(what: str) -> str:
    """What happened to an order, as people read it; a step that is not known as the ledger has it."""
    if what in _EVENTS:
        return say(_EVENTS[what])
    start = next((start for start in _SETTLED if what.startswith(start)), None)
    return what if start is None else say(_SETTLED[start], value=what.removeprefix(start))


def _known(entry: Entry, seen: Placement) -> Iterable[str]:
    none = say("none yet")
    status = say("  Status: {status}, attempt {number}", status=status_word(seen.status), number=entry.attempt)
    yield joined(status, _book(entry), between="")
    yield say(
        "  Order number: {number}, tracking id: {tracking}",
        number=seen.order_number or none,
        tracking=entry.tracking_id or none,
    )
    yield say("  Idempotency key: {key}", key=entry.key)
    yield say("  File: {file}", file=entry.file)
    yield say("  Results: {file}", file=entry.results if entry.results_written else say("not written"))


def _money_line(confirmed: Confirmation) -> str:
    """What an order costs, as far as its order system says."""
    parts = [
        say("sub total {amount}", amount=Amount(confirmed.sub_total)) if confirmed.sub_total else "",
        say("VAT {amount} ({rate} %)", amount=Amount(confirmed.vat), rate=Number(confirmed.vat_rate or ""))
        if confirmed.vat
        else "",
        joined(say("total {amount}", amount=Amount(confirmed.total or "")), confirmed.currency or ""),
    ]
    return say(
        "  {costs}; delivery date {day}",
        costs=capital(joined(*parts, between=", ")),
        day=Day(confirmed.delivery_date) if confirmed.delivery_date else say("not given"),
    )


def _item_line(item: ConfirmedItem) -> str:
    says = " ".join(filter(None, (item.title or item.code, item.size, item.name, item.number, item.value)))
    return f"  {item.quantity} × {says}: {item.status}"


# -------------------------------------------------------------------------------------------------------- settling


def _open_entry(ledger: Ledger, options: dict[str, Any], book: str, system: str) -> Entry:
    found = [
        entry
        for entry in ledger.entries()
        if (entry.identity.realm, entry.identity.target) == (book, system)
        and entry.identity.reference == options["reference"]
        and entry.identity.organization in ("", options["organization"])
    ]
    if not found:
        raise UsageError(
            say(
                "The ledger holds no order {reference} for {system}. Nothing was changed.",
                reference=options["reference"],
                system=system,
            )
        )
    entry = found[-1]
    if entry.status in (Status.COMPLETED, Status.FAILED):
        raise UsageError(
            say(
                "Order {reference} is {status} ({number}): there is nothing to settle. Nothing was changed.",
                reference=options["reference"],
                status=status_word(entry.status),
                number=entry.order_number or say("number unknown"),
            )
        )
    return entry


def _settle(ledger: Ledger, entry: Entry, options: dict[str, Any]) -> str:
    """Write it down, and say so."""
    reference = entry.identity.reference
    if options["not_placed"]:
        columns: dict[str, object] = {"status": Status.REFUSED, "error": "Settled: it was not placed.", "conflict": 0}
        what = "settled: not placed"
        said = say(
            "{reference} is settled: not placed. It may be sent again; that will be a new attempt under a new key.",
            reference=reference,
        )
    elif options["tracking_id"]:
        columns = {"status": Status.PENDING, "tracking_id": options["tracking_id"], "error": None, "conflict": 0}
        what = f"settled: tracking id {options['tracking_id']}"
        said = say(
            "{reference} is settled: tracking id {tracking}. Run roster-import resume to follow it.",
            reference=reference,
            tracking=options["tracking_id"],
        )
    else:
        columns = {"status": Status.COMPLETED, "order_number": options["placed"], "error": None, "conflict": 0}
        what = f"settled: placed as {options['placed']}"
        said = say(
            "{reference} is settled: placed as {number}. It will not be sent again.",
            reference=reference,
            number=options["placed"],
        )
    ledger.update(entry, who(), stamp(), what, **columns, lease_owner=None, lease_until=0)
    return said
