"""`orders show` and the like, `settle` and `headings`: called, and what the ledger and the memory hold printed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from roster_import.cli.screen import show, show_data, show_documents
from roster_import.cli.terminal import Terminal
from roster_import.language.messages import Amount, Day, Number, capital, joined, say, say_n, templates
from roster_import.language.translations import in_language
from roster_import.model.key_like import unless_key
from roster_import.model.vat import amount_in_words
from roster_import.pipeline import orders
from roster_import.pipeline.orders import recorded_document
from roster_import.write.order_words import book_word, status_word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from roster_import.cli.pieces import Piece
    from roster_import.model.placement import Confirmation, ConfirmedItem
    from roster_import.model.vat import Vat
    from roster_import.pipeline.memory import Listed
    from roster_import.pipeline.options import (
        ExportCommand,
        HeadingsCommand,
        ResultsCommand,
        SettleCommand,
        ShowCommand,
    )
    from roster_import.pipeline.orders import RecordedOrder


def show_command(command: ShowCommand) -> int:
    """Show every attempt at one order."""
    terminal = Terminal()
    recorded = orders.show(command, terminal)
    if command.as_json:
        show_documents("orders", map(_whole_document, recorded))
    else:
        for at, order in enumerate(recorded):
            show(*([""] if at else []), *_whole(order, terminal.people.general))
    return 0


def export_command(command: ExportCommand) -> int:
    """Write everything the ledger holds to a file, or to stdout."""
    terminal = Terminal()
    text, count = orders.export(command, terminal)
    if command.out is None:
        show_data(text)
    else:
        path = command.out if command.out.suffix else unless_key(command.out)
        terminal.say(say_n("{path}: {count} order", "{path}: {count} orders", count, path=path))
    return 0


def results_command(command: ResultsCommand) -> int:
    """Write the results workbook of an order again."""
    terminal = Terminal()
    path = orders.write_results_again(command, terminal)
    terminal.say(say("{path}: the results of {reference}", path=path, reference=command.reference))
    return 0


def settle_command(command: SettleCommand) -> int:
    """Write down what a person says became of an order whose outcome is not known."""
    from roster_import.pipeline import settle

    terminal = Terminal()
    recorded = settle.settle(command, terminal)
    if command.as_json:
        show_documents("orders", [recorded_document(recorded)])
    else:
        terminal.say(_settled(command))
    return 0


def _settled(command: SettleCommand) -> str:
    if command.not_placed:
        return say(
            "{reference} is settled: not placed. It may be sent again.",
            reference=command.reference,
        )
    if command.tracking_id:
        return say(
            "{reference} is settled: tracking id {tracking}. Run roster-import resume to follow it.",
            reference=command.reference,
            tracking=command.tracking_id,
        )
    return say(
        "{reference} is settled: placed as {number}. It will not be sent again.",
        reference=command.reference,
        number=command.placed,
    )


def _whole_document(recorded: RecordedOrder) -> dict[str, Any]:
    events = [{"at": e.at, "what": e.what, "user": e.user, "host": e.host} for e in recorded.events]
    return {**recorded_document(recorded), "body": json.loads(recorded.body), "events": events}


# ------------------------------------------------------------------------------------------------------- headings


def headings_command(command: HeadingsCommand) -> int:
    """List what was answered about heading rows and for which club, or forget one answer, or all."""
    from roster_import.pipeline.memory import headings

    terminal = Terminal()
    memory = headings(command, terminal)
    if command.forget is not None:
        terminal.say(say("Forgotten: {what}.", what=command.forget))
    elif command.as_json:
        show_documents("headings", map(_answers_document, memory))
    elif memory:
        for answers in memory:
            show(*_answers_lines(answers, terminal.people.general))
    else:
        terminal.say(say("Nothing is remembered."))
    return 0


def _answers_document(answers: Listed) -> dict[str, Any]:
    return {
        "id": answers.id,
        "headings": list(answers.headings),
        "columns": dict(answers.columns),
        "printName": answers.print_name,
        "design": answers.design,
        "titles": dict(answers.titles),
        "file": answers.file,
        "on": answers.on,
        "folder": answers.folder,
        "book": answers.book,
    }


def _answers_lines(answers: Listed, language: str) -> list[str]:
    whose = say("{file}, {day}, {folder}", file=answers.file, day=Day(answers.on), folder=answers.folder)
    head = joined(answers.id, "  ", whose, book_word(answers.book), between="")
    return [in_language(line, language) for line in (head, joined("    ", capital(answers.words), ".", between=""))]


# --------------------------------------------------------------------------------------------------------- orders


def _whole(recorded: RecordedOrder, language: str) -> list[Piece]:
    from roster_import.cli.order_pieces import order_pieces

    confirmed, seen = recorded.confirmation, recorded.placement
    lines = [*_known(recorded)]
    if confirmed and confirmed.total:
        lines.append(_money_line(confirmed, seen.total_vat))
    lines += [_item_line(item) for item in confirmed.items if item.status] if confirmed else []
    lines += [joined("  ", seen.error, between="")] if seen.error else []
    lines += [say("  Difference: {what}", what=difference.message) for difference in seen.differences]
    lines += [
        say("  {at}  {what}  by {who}", at=event.at, what=_event(event.what), who=f"{event.user}@{event.host}")
        for event in recorded.events
    ]
    head = order_pieces(recorded.order, language=language)[0][:-1]
    return [*head, *(in_language(line, language) for line in lines)]


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


def _known(recorded: RecordedOrder) -> Iterable[str]:
    none = say("none yet")
    status = say("  Status: {status}, attempt {number}", status=status_word(recorded.status), number=recorded.attempt)
    yield joined(status, book_word(recorded.book), between="")
    yield say(
        "  Order number: {number}, tracking id: {tracking}",
        number=recorded.order_number or none,
        tracking=recorded.tracking_id or none,
    )
    yield say("  Idempotency key: {key}", key=recorded.placement.key)
    yield say("  File: {file}", file=recorded.file)
    yield say("  Results: {file}", file=recorded.results or say("not written"))


def _money_line(confirmed: Confirmation, vat: Vat) -> str:
    """What an order costs, as far as its order system says."""
    parts = [
        say("sub total {amount}", amount=Amount(confirmed.sub_total)) if confirmed.sub_total else "",
        say("VAT {amount} ({rate} %)", amount=Amount(confirmed.vat), rate=Number(confirmed.vat_rate or ""))
        if confirmed.vat
        else "",
        say("total {amount}", amount=amount_in_words(confirmed.total or "", confirmed.currency, vat)),
    ]
    return say(
        "  {costs}; delivery date {day}",
        costs=capital(joined(*parts, between=", ")),
        day=Day(confirmed.delivery_date) if confirmed.delivery_date else say("not given"),
    )


def _item_line(item: ConfirmedItem) -> str:
    says = " ".join(filter(None, (item.title or item.code, item.size, item.name, item.number, item.value)))
    return f"  {item.quantity} × {says}: {item.status}"
