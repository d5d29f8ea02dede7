"""What is to be done with the orders of a file, given what the ledger knows of them; nothing is sent here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from roster_import.language.messages import joined, say
from roster_import.model.paths import results_path
from roster_import.model.placement import Placement, Status
from roster_import.model.problem import Problem
from roster_import.model.report import Checked
from roster_import.place.amendments import amendment, covers, family, names_of, next_reference, ordering, relocated
from roster_import.place.changes import changes
from roster_import.place.entry import Identity, canonical
from roster_import.place.follow import placement
from roster_import.place.next_step import Step
from roster_import.place.place_order import Wanted, decide, stop_message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from roster_import.model.order import Order
    from roster_import.place.conversation import Effects
    from roster_import.place.entry import Entry, Realm
    from roster_import.place.ledger import Ledger
    from roster_import.targets.protocol import Target


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A checked file and its orders as the ledger sees them: what is to be done with each, what stands in the way.

    `results` is where its results workbook is to be written, named as the user named it.
    """

    checked: Checked
    results: Path
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """One order of a file: what is to be followed or sent for it, and what is to be said of it."""

    wanted: tuple[Wanted, ...]
    known: tuple[Placement, ...]
    problems: tuple[Problem, ...] = ()


def identity(order: Order, target: Target, realm: Realm) -> Identity:
    """Which order it is, for the ledger and the idempotency key."""
    organization = order.details.organization_id
    return Identity(
        realm=realm,
        target=target.name,
        organization="" if organization is None else str(organization),
        reference=order.reference,
    )


def plan_file(checked: Checked, effects: Effects, realm: Realm, results: Path) -> Planned:
    """What the ledger says of each order of a file; a reference used for another order is an error of the file.

    `results` is where the file's results workbook is to be written.
    """
    wanted = _wanted(checked, effects.target, realm, results)
    return _planned(checked, results, (_part(one, effects) for one in wanted))


def plan_amend(checked: Checked, effects: Effects, realm: Realm, results: Path) -> Planned:
    """For each order of a file, what came since it was ordered as an order of its own, and what cannot be undone."""
    wanted = _wanted(checked, effects.target, realm, results)
    return _planned(checked, results, (_amended(one, effects) for one in wanted))


def _planned(checked: Checked, results: Path, parts: Iterable[_Part]) -> Planned:
    found = list(parts)
    return Planned(
        checked=checked,
        results=results,
        wanted=tuple(one for part in found for one in part.wanted),
        known=tuple(one for part in found for one in part.known),
        problems=(*checked.problems, *(problem for part in found for problem in part.problems)),
    )


def _wanted(checked: Checked, target: Target, realm: Realm, results: Path) -> Iterable[Wanted]:
    for order in checked.orders:
        yield Wanted(
            order=order,
            identity=identity(order, target, realm),
            file=str(checked.path.absolute()),
            results=str(results.absolute()),
        )


def one_order_per_reference(planned: Sequence[Planned]) -> list[Planned]:
    """The files, the later of two stopped where both would place different orders under one reference."""
    seen: dict[Identity, tuple[Path, Order]] = {}
    found = []
    for file in planned:
        clashes = []
        for one in file.wanted if not file.stopped else ():
            path, order = seen.setdefault(one.identity, (file.checked.path, one.order))
            if canonical(order) != canonical(one.order):
                clashes.append(_clash(one, path, order))
        found.append(replace(file, problems=(*file.problems, *clashes)))
    return found


def _clash(one: Wanted, path: Path, order: Order) -> Problem:
    lines = joined(*changes(order, one.order), between="; ")
    message = say(
        "Reference {reference} is also that of another order, in {file}. Different here: {lines}. Give this "
        "order a reference of its own.",
        reference=one.order.reference,
        file=path.name,
        lines=lines,
    )
    return Problem(level="error", code="reference-used", message=message, value=one.order.reference)


# ------------------------------------------------------------------------------------------------ placing a file


def _part(one: Wanted, effects: Effects) -> _Part:
    entry = effects.ledger.latest(one.identity)
    other = effects.ledger.elsewhere(one.identity)
    if other is not None and entry is None and not effects.new_order:
        return _Part(wanted=(one,), known=(_new(one, effects, 1),), problems=(_other_organization(one, other),))
    decision = decide(entry, one.order, effects)
    if entry is None or decision.step is Step.SEND:
        return _Part(wanted=(one,), known=(_new(one, effects, decision.attempt),))
    if decision.step is Step.STOP and (members := _amended_to(one, effects)):
        return _whole_family(one, members, effects)
    if decision.step in (Step.STOP, Step.ASK):
        message = stop_message(entry, one.order, decision.step)
        code = "reference-used" if decision.step is Step.STOP else "outcome-unclear"
        problem = Problem(level="error", code=code, message=message, value=one.order.reference)
        return _Part(wanted=(one,), known=(_new(one, effects, entry.attempt),), problems=(problem,))
    return _Part(wanted=(one,), known=(placement(entry, one.order, effects.target, already=True),))


def _new(one: Wanted, effects: Effects, attempt: int) -> Placement:
    return Placement(
        order=one.order,
        target=effects.target.name,
        status=Status.PLANNED,
        key=one.identity.key(attempt),
        attempt=attempt,
    )


def _other_organization(one: Wanted, other: Entry) -> Problem:
    mine, theirs = (
        name or say("your own organization") for name in (one.identity.organization, other.identity.organization)
    )
    message = say(
        "Reference {reference} was already placed for {theirs} ({number}), and now it is for {mine}: "
        "it would become a second order. Correct the Organization ID, give the order a reference of its own, "
        "or add --new-order.",
        reference=one.order.reference,
        theirs=theirs,
        number=other.order_number or say("number unknown"),
        mine=mine,
    )
    return Problem(level="error", code="reference-used", message=message, value=one.order.reference)


def _amended_to(one: Wanted, effects: Effects) -> tuple[Entry, ...]:
    """The family of an order, where its amendments made it what is wanted; else nothing."""
    members = family(effects.ledger.entries(), one.identity)
    return members if len(members) > 1 and covers(members, one.order) else ()


def _whole_family(one: Wanted, members: Sequence[Entry], effects: Effects) -> _Part:
    names = names_of(members)
    found = tuple(
        replace(one, order=relocated(entry.order, one.order, names), identity=entry.identity)
        for entry in ordering(members)
    )
    known = (
        placement(entry, member.order, effects.target, already=True)
        for entry, member in zip(ordering(members), found, strict=True)
    )
    return _Part(wanted=found, known=tuple(known))


# ----------------------------------------------------------------------------------------------- amending a file


def _amended(one: Wanted, effects: Effects) -> _Part:
    members = family(effects.ledger.entries(), one.identity)
    if not ordering(members):
        return _Part(wanted=(), known=(), problems=(_not_ordered(one),))
    reference = next_reference(one.identity, members)
    found = amendment(one.order, members, reference)
    before = _whole_family(one, members, effects)
    problems = tuple(_by_hand(one, members, change) for change in (*found.removed, *found.details))
    if found.additions is None:
        return replace(before, problems=problems)
    new = replace(one, order=found.additions, identity=replace(one.identity, reference=reference))
    entry = effects.ledger.latest(new.identity)
    attempt = decide(entry, new.order, effects).attempt if entry else 1
    return _Part(wanted=(*before.wanted, new), known=(*before.known, _new(new, effects, attempt)), problems=problems)


def _not_ordered(one: Wanted) -> Problem:
    message = say(
        "Reference {reference} was not ordered yet, so there is nothing to amend. Order it first: roster-import FILE.",
        reference=one.order.reference,
    )
    return Problem(level="error", code="amend-not-ordered", message=message, value=one.order.reference)


def _by_hand(one: Wanted, members: Sequence[Entry], change: str) -> Problem:
    numbers = joined(*(entry.order_number or say("number unknown") for entry in ordering(members)), between=", ")
    message = say(
        "Order {reference} ({numbers}): {change} cannot be changed by this program any more. Tell the order "
        "system's people.",
        reference=one.order.reference,
        numbers=numbers,
        change=change,
    )
    if change[:1].isdigit():
        message = say(
            "Order {reference} ({numbers}): {change} was ordered and is not on the roster any more. It cannot be "
            "taken back by this program: tell the order system's people.",
            reference=one.order.reference,
            numbers=numbers,
            change=change,
        )
    return Problem(level="warning", code="cannot-be-taken-back", message=message, value=change)


# ----------------------------------------------------------------------------------------- what was left unfinished


def unfinished_files(ledger: Ledger, realm: Realm, target: Target) -> dict[str, list[Entry]]:
    """What earlier runs left unfinished with an order system: file -> entries, oldest first."""
    found: dict[str, list[Entry]] = {}
    for entry in ledger.unfinished():
        if entry.identity.realm == realm and entry.identity.target == target.name:
            found.setdefault(entry.file, []).append(entry)
    return found


def plan_resume(path: Path, entries: Sequence[Entry], effects: Effects, check: Callable[[Path], Checked]) -> Planned:
    """What is left to do for one file.

    Where the file still is what was ordered from, all its orders are followed and reported together. Where it is gone
    or was changed, the orders are taken from the ledger. Nothing is ever sent that was not sent before.
    """
    results = Path(next((entry.results for entry in entries if entry.results), None) or results_path(path, None))
    if path.is_file():
        planned = plan_file(check(path), effects, entries[0].identity.realm, results)
        wanted = {one.identity.reference: canonical(one.order) for one in planned.wanted}
        same = all(wanted.get(entry.identity.reference) == canonical(entry.order) for entry in entries)
        if same and not planned.stopped and not planned.to_send:
            return planned
    return Planned(
        checked=Checked(path=path, workbook=None, layouts=(), problems=(), lines=(), orders=()),
        results=results,
        wanted=tuple(
            Wanted(order=entry.order, identity=entry.identity, file=entry.file, results=entry.results)
            for entry in entries
        ),
    )
