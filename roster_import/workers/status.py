"""How workers and queue do, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.language.messages import listed, say, say_n, templates
from roster_import.pipeline.effects import opened_ledger
from roster_import.pipeline.session import NOBODY, read_settings
from roster_import.place.queue_tables import no_queue, prepare_queue
from roster_import.workers.figures import figures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roster_import.pipeline.options import WorkerCommand
    from roster_import.pipeline.session import Person
    from roster_import.workers.figures import Figures


_ENDS = templates(
    {"completed": "completed", "failed": "failed", "refused": "refused", "unanswered": "without an answer"}
)


def status_of(command: WorkerCommand, person: Person = NOBODY) -> Figures:
    """The figures of now. Raises `UsageError` where there can be no workers, and `LedgerError`."""
    settings = read_settings(command, person)
    if settings.ledger_server is None:
        raise no_queue()
    with opened_ledger(settings) as ledger:
        ledger.ask(prepare_queue)
        return figures(ledger)


def status_lines(seen: Figures) -> Iterator[str]:
    """The figures as lines for people."""
    hosts = listed(tuple(dict.fromkeys(worker.host for worker in seen.workers)))
    if seen.workers:
        yield say_n("{count} worker lives: {hosts}.", "{count} workers live: {hosts}.", len(seen.workers), hosts=hosts)
    else:
        yield say("No worker lives: start one with roster-import worker.")
    yield say(
        "Waiting: {waiting}; sent and not confirmed yet: {in_flight}; results to be written: {to_write_up}.",
        waiting=seen.waiting,
        in_flight=seen.in_flight,
        to_write_up=seen.to_write_up,
    )
    if seen.oldest:
        yield say("The oldest order is in the queue for {seconds} s.", seconds=round(seen.oldest))
    if seen.in_trouble:
        yield say_n(
            "{count} order could not be brought on, and is tried again.",
            "{count} orders could not be brought on, and are tried again.",
            seen.in_trouble,
        )
    for (target, end), count in seen.ends.items():
        yield say(
            "In the last ten minutes with {system}: {count} {end}.", system=target, count=count, end=say(_ENDS[end])
        )
    for rest in seen.rests:
        yield say(
            "{system} is left alone for {seconds} s more: {why}",
            system=rest.system,
            seconds=round(rest.seconds),
            why=rest.why,
        )
