"""The pipeline: files are read and checked, their orders placed side by side, their results workbooks written.

check_files(paths)   = read -> recognise -> check -> group -> target.check        => Checked, per file
import_files(paths)  = check_files; stop at any error; place every order; write results  => Report
resume_orders()      = what earlier runs left unfinished, brought to its end      => Report
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from roster_import.checking import CheckOptions, check_roster
from roster_import.entry import Identity, canonical
from roster_import.errors import WriteError
from roster_import.model import FileReport, FileStatus, Placement, Problem, Report, Status
from roster_import.place import Step, Wanted, decide, place_order, placement, stop_message
from roster_import.resultsfile import results_path, write_results

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from roster_import.entry import Entry, Realm
    from roster_import.ledger import Ledger
    from roster_import.model import Checked, Order
    from roster_import.place import Effects
    from roster_import.read import ReadOptions
    from roster_import.targets import Target


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A checked file and its orders as the ledger sees them: what is to be done with each, what stands in the way."""

    checked: Checked
    wanted: tuple[Wanted, ...] = ()
    known: tuple[Placement, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def stopped(self) -> bool:
        """Whether an error keeps the whole file from being sent."""
        return any(problem.level == "error" for problem in self.problems)

    @property
    def to_send(self) -> tuple[Order, ...]:
        """The orders that would be sent now, as nothing of them was placed yet."""
        return tuple(one.order for one in self.known if one.status is Status.PLANNED) if not self.stopped else ()


def check_files(
    paths: Sequence[Path], options: CheckOptions, target: Target, reading: ReadOptions | None = None
) -> list[Checked]:
    """Every file checked; they are read side by side, each in a process of its own, while this one gets ready."""
    from roster_import.read import ReadOptions, start_reading

    running = [start_reading(path, reading or ReadOptions()) for path in paths]
    try:
        import roster_import.check  # noqa: F401 - pandas and pandera load here while the files are being read

        return [check_roster(path, one.result, options, target) for path, one in zip(paths, running, strict=True)]
    finally:
        for one in running:
            one.cancel()


def identity(order: Order, target: Target, realm: Realm) -> Identity:
    """Which order it is, for the ledger and the idempotency key."""
    organization = order.details.organization_id
    return Identity(
        realm=realm,
        target=target.name,
        organization="" if organization is None else str(organization),
        reference=order.reference,
    )


def plan_file(checked: Checked, effects: Effects, realm: Realm, output: Path | None) -> Planned:
    """What the ledger says of each order of a file; a reference used for another order is an error of the file."""
    results = str(results_path(checked.path, output).absolute())
    wanted, known, problems = [], [], list(checked.problems)
    for order in checked.orders:
        one = Wanted(
            order=order,
            identity=identity(order, effects.target, realm),
            file=str(checked.path.absolute()),
            results=results,
        )
        wanted.append(one)
        placed, problem = _known(one, effects)
        known.append(placed)
        problems += [problem] if problem else []
    return Planned(checked=checked, wanted=tuple(wanted), known=tuple(known), problems=tuple(problems))


def _known(one: Wanted, effects: Effects) -> tuple[Placement, Problem | None]:
    entry = effects.ledger.latest(one.identity)
    planned = Placement(
        order=one.order,
        target=effects.target.name,
        status=Status.PLANNED,
        key=one.identity.key(entry.attempt if entry else 1),
    )
    other = effects.ledger.elsewhere(one.identity)
    if other is not None and entry is None and not effects.new_order:
        return planned, _other_organization(one, other)
    decision = decide(entry, one.order, effects)
    if entry is None or decision.step is Step.SEND:
        return replace(planned, key=one.identity.key(decision.attempt), attempt=decision.attempt), None
    if decision.step in (Step.STOP, Step.ASK):
        message = stop_message(entry, one.order, decision.step)
        code = "reference-used" if decision.step is Step.STOP else "outcome-unclear"
        return planned, Problem(level="error", code=code, message=message, value=one.order.reference)
    return placement(entry, one.order, effects.target, already=True), None


def _other_organization(one: Wanted, other: Entry) -> Problem:
    mine, theirs = (
        name or "your own organization" for name in (one.identity.organization, other.identity.organization)
    )
    message = (
        f"Reference {one.order.reference} was already placed for {theirs} ({other.order_number or 'number unknown'}), and "
        f"now it is for {mine}: it would become a second order. Correct the Organization ID, give the order a reference "
        "of its own, or add --new-order."
    )
    return Problem(level="error", code="reference-used", message=message, value=one.order.reference)


# ----------------------------------------------------------------------------------------------------- reporting


def stopped_report(planned: Planned) -> FileReport:
    """The report of a file that is not sent."""
    return FileReport(checked=planned.checked, status=FileStatus.PROBLEMS, problems=planned.problems)


def checked_report(planned: Planned) -> FileReport:
    """The report of a file that was only checked: its orders as they are known, nothing sent."""
    if planned.stopped:
        return stopped_report(planned)
    return FileReport(
        checked=planned.checked, status=FileStatus.CHECKED, placements=planned.known, problems=planned.problems
    )


def file_status(placements: Sequence[Placement]) -> FileStatus:
    """What became of a file, given what became of its orders: the worst of them counts."""
    statuses = {one.status for one in placements}
    if statuses & {Status.FAILED, Status.REFUSED}:
        return FileStatus.FAILED
    if statuses & {Status.UNKNOWN, Status.PENDING, Status.PLANNED}:
        return FileStatus.UNFINISHED
    return FileStatus.ALREADY_PLACED if all(one.already for one in placements) else FileStatus.PLACED


# ------------------------------------------------------------------------------------------------------- placing


async def place_files(planned: Sequence[Planned], effects: Effects, output: Path | None) -> Report:
    """Place every order of every file that has no error, side by side; each file is written when its orders are done."""
    from asyncio import gather

    reports = await gather(*(_place_file(one, effects, output) for one in planned))
    return Report(files=tuple(reports))


async def _place_file(planned: Planned, effects: Effects, output: Path | None) -> FileReport:
    if planned.stopped:
        return stopped_report(planned)
    from asyncio import gather

    placements = tuple(await gather(*(place_order(one, effects) for one in planned.wanted)))
    return finish_file(planned, placements, effects, output)


def finish_file(
    planned: Planned, placements: tuple[Placement, ...], effects: Effects, output: Path | None
) -> FileReport:
    """Write the results workbook of a file whose orders are as far as this run can bring them, and report."""
    report = FileReport(
        checked=planned.checked, status=file_status(placements), placements=placements, problems=planned.problems
    )
    if not any(one.status is not Status.PLANNED for one in placements):
        return report  # nothing of it ever left this machine: there are no results
    reference = placements[0].order.reference
    effects.tell("writing", reference, "")
    try:
        path = write_results(planned.checked, placements, output)
    except WriteError as error:
        problem = Problem(level="warning", code="results-not-written", message=error.message)
        return replace(report, problems=(*report.problems, problem), results_missing=True)
    entries = [found for one in planned.wanted if (found := effects.ledger.latest(one.identity))]
    effects.ledger.results_written(entries, str(path.absolute()))
    effects.tell("written", reference, str(path))
    return replace(report, results=path)


def unfinished_files(ledger: Ledger, realm: Realm, target: Target) -> dict[str, list[Entry]]:
    """What earlier runs left unfinished with an order system: file -> entries, oldest first."""
    found: dict[str, list[Entry]] = {}
    for entry in ledger.unfinished():
        if entry.identity.realm == realm and entry.identity.target == target.name:
            found.setdefault(entry.file, []).append(entry)
    return found


def plan_resume(
    path: Path, entries: Sequence[Entry], effects: Effects, check: Callable[[Path], Checked]
) -> tuple[Planned, bool]:
    """What is left to do for one file; and whether the file still is what was ordered from.

    Where it is, all its orders are followed and reported together. Where it is gone or was changed, the orders are
    taken from the ledger.
    """
    realm = entries[0].identity.realm
    if path.is_file():
        planned = plan_file(check(path), effects, realm, _output(entries))
        by_reference = {one.order.reference: canonical(one.order) for one in planned.wanted}
        same = all(by_reference.get(entry.identity.reference) == canonical(entry.order) for entry in entries)
        if same and not planned.stopped and not planned.to_send:
            return planned, True
    wanted = tuple(
        Wanted(order=entry.order, identity=entry.identity, file=entry.file, results=entry.results) for entry in entries
    )
    return Planned(checked=_without_file(path), wanted=wanted), False


def _output(entries: Sequence[Entry]) -> Path | None:
    from pathlib import Path

    named = {entry.results for entry in entries if entry.results}
    return Path(named.pop()) if len(named) == 1 else None


def _without_file(path: Path) -> Checked:
    from roster_import.model import Checked

    return Checked(path=path, workbook=None, layouts=(), problems=(), lines=(), orders=())
