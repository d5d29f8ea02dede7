"""What is to be done with the orders of a file, given what the ledger knows of them; nothing is sent here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from roster_import.language.messages import Day, joined, say
from roster_import.model.placement import Placement, Status
from roster_import.model.problem import Problem
from roster_import.place.amendments import (
    amendment,
    changes,
    covers,
    family,
    goods_mark,
    names_of,
    next_reference,
    ordering,
    pieces,
    relocated,
    same_goods,
    same_order,
    with_what_stands_beside,
)
from roster_import.place.known import beyond, placement
from roster_import.place.ledger.entry import Identity, address_of
from roster_import.place.next_step import Decision, Standing, Step
from roster_import.place.place_order import Wanted, decide, decided, stop_message

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from roster_import.model.order import Order
    from roster_import.model.report import Checked
    from roster_import.place.conversation import Effects
    from roster_import.place.ledger.entry import Entry, Realm


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A checked file and its orders as the ledger sees them: what is to be done with each, what stands in the way.

    `results` is where its results workbook is to be written, named as the user named it. `amending`: only what was added to
    the orders is to be ordered.
    """

    checked: Checked
    results: Path
    wanted: tuple[Wanted, ...] = ()
    known: tuple[Placement, ...] = ()
    problems: tuple[Problem, ...] = ()
    amending: bool = False

    @property
    def stopped(self) -> bool:
        """Whether an error keeps the whole file from being sent."""
        return any(problem.level == "error" for problem in self.problems)

    @property
    def to_send(self) -> tuple[Order, ...]:
        """The orders that would be sent now, as nothing of them was placed yet."""
        return (
            tuple(placement.order for placement in self.known if placement.status is Status.PLANNED)
            if not self.stopped
            else ()
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """One order of a file: what is to be followed or sent for it, and what is to be said of it."""

    wanted: tuple[Wanted, ...]
    known: tuple[Placement, ...]
    problems: tuple[Problem, ...] = ()


def plan_file(checked: Checked, effects: Effects, realm: Realm, results: Path) -> Planned:
    """What the ledger says of each order of a file; a reference used for another order is an error of the file.

    `results` is where the file's results workbook is to be written.
    """
    wanted = [replace(each, anew=effects.new_order) for each in _wanted(checked, effects, realm, results)]
    # Of all orders at once, as a ledger may be far away.
    said = effects.ledger.here_and_elsewhere_of([each.identity for each in wanted])
    marks = [goods_mark(each.order) for each in wanted]
    known = effects.ledger.goods_known(marks)
    parts = (
        _part(each, decided(each, *says, effects), effects, ordered_before=mark in known)
        for each, says, mark in zip(wanted, said, marks, strict=True)
    )
    return _planned(checked, results, parts)


def plan_amend(checked: Checked, effects: Effects, realm: Realm, results: Path) -> Planned:
    """For each order of a file, what came since it was ordered as an order of its own, and what cannot be undone."""
    parts = (_amended(wanted, effects) for wanted in _wanted(checked, effects, realm, results))
    return replace(_planned(checked, results, parts), amending=True)


def _planned(checked: Checked, results: Path, parts: Iterable[_Part]) -> Planned:
    known = list(parts)
    planned = Planned(
        checked=checked,
        results=results,
        wanted=tuple(wanted for part in known for wanted in part.wanted),
        known=tuple(placement for part in known for placement in part.known),
        problems=(*checked.problems, *(problem for part in known for problem in part.problems)),
    )
    return replace(planned, problems=(*planned.problems, *_one_name_twice(planned)))


def _wanted(checked: Checked, effects: Effects, realm: Realm, results: Path) -> Iterable[Wanted]:
    for order in checked.orders:
        ours = _of_our_own(order, effects.own_organization)
        yield Wanted(
            order=ours,
            identity=_identity(ours, effects, realm),
            file=str(checked.path.absolute()),
            results=str(results.absolute()),
        )


def _of_our_own(order: Order, own: str) -> Order:
    """The order; our own organization written out is no organization."""
    organization = order.details.organization_id
    if organization is None or str(organization) != own:
        return order
    return replace(order, details=replace(order.details, organization_id=None))


def _identity(order: Order, effects: Effects, realm: Realm) -> Identity:
    """Which order it is, for the ledger and the idempotency key."""
    organization = order.details.organization_id
    return Identity(
        realm=realm,
        target=effects.target.name,
        address=address_of(effects.url, realm),
        organization="" if organization is None else str(organization),
        reference=order.reference,
    )


# ------------------------------------------------------------------------------------ several orders of one name


def _one_name_twice(file: Planned) -> Iterable[Problem]:
    """Orders of one file whose references a person would call the same."""
    first: dict[tuple[str, ...], Wanted] = {}
    for wanted in file.wanted:
        before = first.setdefault(wanted.identity.order, wanted)
        if before is not wanted:
            yield _clash(wanted, file.checked.path, before)


def one_order_per_reference(planned: Sequence[Planned]) -> list[Planned]:
    """The files, a later one stopped where it would place another order under a reference of an earlier one.

    Neither spelling nor organization makes another reference. The same order in two files is placed once, and said to be.
    """
    first: dict[tuple[str, ...], tuple[Path, Wanted]] = {}
    goods: dict[object, Wanted] = {}
    beside = (file if file.stopped else _beside_the_earlier(file, first) for file in planned)
    return [file if file.stopped else _with_goods_twice(file, goods) for file in beside]


def _with_goods_twice(file: Planned, goods: dict[object, Wanted]) -> Planned:
    """The file, with a word at orders of this run for the same goods and people under another reference."""
    sent = {order.reference for order in file.to_send}
    problems = []
    for wanted in file.wanted:
        if wanted.order.reference not in sent or wanted.twin:
            continue
        same = (frozenset(pieces(wanted.order).items()), wanted.order.details.delivery)
        before = goods.setdefault(same, wanted)
        if before.identity.name != wanted.identity.name:
            problems.append(_same_goods(wanted, before))
    return replace(file, problems=(*file.problems, *problems))


def _same_goods(wanted: Wanted, before: Wanted) -> Problem:
    message = say(
        "The same goods for the same people stand under reference {reference} in {file}. Order them again only if they are "
        "wanted twice.",
        reference=before.order.reference,
        file=Path(before.file).name,
    )
    return Problem(level="warning", code="ordered-before", message=message, value=wanted.order.reference)


def _beside_the_earlier(file: Planned, first: dict[tuple[str, ...], tuple[Path, Wanted]]) -> Planned:
    orders, problems = [], []
    for wanted in file.wanted:
        path, before = first.setdefault(wanted.identity.order, (file.checked.path, wanted))
        twin = before.file != wanted.file and before.identity.organization == wanted.identity.organization
        twin = twin and same_order(before.order, wanted.order)
        if twin:
            problems.append(_in_two_files(wanted, path))
        elif before.file != wanted.file:
            problems.append(_clash(wanted, path, before))
        orders.append(replace(wanted, twin=twin))
    return replace(file, wanted=tuple(orders), problems=(*file.problems, *problems))


def _clash(wanted: Wanted, path: Path, before: Wanted) -> Problem:
    lines = joined(*changes(before.order, wanted.order), between="; ")
    message = say(
        "Reference {reference} is also that of another order, in {file}. Different here: {lines}. Give this "
        "order a reference of its own.",
        reference=wanted.order.reference,
        file=path.name,
        lines=lines or say("{other} is written otherwise", other=before.order.reference),
    )
    return Problem(level="error", code="reference-used", message=message, value=wanted.order.reference)


def _in_two_files(wanted: Wanted, path: Path) -> Problem:
    message = say(
        "Reference {reference} is the same order as in {file}: it is placed once.",
        reference=wanted.order.reference,
        file=path.name,
    )
    return Problem(level="warning", code="same-order", message=message, value=wanted.order.reference)


# ------------------------------------------------------------------------------------------------ placing a file


def _part(wanted: Wanted, said: tuple[Entry | None, Decision], effects: Effects, *, ordered_before: bool) -> _Part:
    entry, decision = said
    if entry is None or decision.step is Step.SEND:
        known = _new(wanted, effects, decision.attempt)
        problems = tuple(_ordered_before(wanted, effects)) if ordered_before else ()
        return _Part(wanted=(wanted,), known=(known,), problems=problems)
    if decision.step is Step.STOP and (members := _amended_to(wanted, entry, effects)):
        return _whole_family(wanted, members, effects)
    if decision.step in (Step.STOP, Step.ASK):
        message = stop_message(entry, wanted, decision.step)
        code = "reference-used" if decision.step is Step.STOP else "outcome-unclear"
        problem = Problem(level="error", code=code, message=message, value=wanted.order.reference)
        return _Part(wanted=(wanted,), known=(_new(wanted, effects, entry.attempt),), problems=(problem,))
    return _Part(wanted=(wanted,), known=(placement(entry, wanted.order, effects.target, already=True),))


def _new(wanted: Wanted, effects: Effects, attempt: int) -> Placement:
    return Placement(
        order=wanted.order,
        target=effects.target.name,
        status=Status.PLANNED,
        key=wanted.identity.key(attempt),
        attempt=attempt,
        realm=wanted.identity.realm,
    )


def _ordered_before(wanted: Wanted, effects: Effects) -> Iterable[Problem]:
    """A word where the same goods were ordered for the same people under another reference."""
    identity = wanted.identity
    for entry in effects.ledger.of_goods(identity, goods_mark(wanted.order)):
        stands = entry.standing not in (Standing.NOTHING, Standing.REFUSED, Standing.USED, Standing.FAILED)
        if stands and entry.identity.name != identity.name and same_goods(entry.order, wanted.order):
            message = say(
                "The same goods for the same people were ordered on {day} under reference {reference} ({number}). Order them "
                "again only if they are wanted twice.",
                day=Day(entry.created_at[:10]),
                reference=entry.identity.reference,
                number=entry.order_number or say("number unknown"),
            )
            yield Problem(level="warning", code="ordered-before", message=message, value=wanted.order.reference)
            return


def _amended_to(wanted: Wanted, entry: Entry, effects: Effects) -> tuple[Entry, ...]:
    """The family of an order, where its amendments made it what is wanted; else nothing."""
    if entry.identity.address != wanted.identity.address or entry.identity.organization != wanted.identity.organization:
        return ()
    members = _family(entry, effects.ledger.amending(entry), wanted, effects)
    return members if len(members) > 1 and covers(members, wanted.order) else ()


def _family(first: Entry, book: Sequence[Entry], wanted: Wanted, effects: Effects) -> tuple[Entry, ...]:
    """An order and its amendments, with what of the wanted order stands there beyond what was sent."""
    return with_what_stands_beside(family(first, book), wanted.order, lambda entry: beyond(entry, effects.target))


def _whole_family(wanted: Wanted, members: Sequence[Entry], effects: Effects) -> _Part:
    names = names_of(members, wanted.order)
    orders = tuple(
        replace(
            wanted,
            order=relocated(entry.order, wanted.order, names),
            identity=entry.identity,
            amends=entry.amends,
            anew=False,
        )
        for entry in ordering(members)
    )
    known = (
        placement(entry, member.order, effects.target, already=True)
        for entry, member in zip(ordering(members), orders, strict=True)
    )
    return _Part(wanted=orders, known=tuple(known))


# ----------------------------------------------------------------------------------------------- amending a file


def _amended(wanted: Wanted, effects: Effects) -> _Part:
    # Before its amendments are: what another process adds in between is then among them, or stands under our own reference.
    numbered = effects.ledger.numbered_like(wanted.identity)
    first = effects.ledger.standing(wanted.identity)
    members = _family(first, effects.ledger.amending(first), wanted, effects) if first is not None else ()
    if first is None or not ordering(members):
        elsewhere = effects.ledger.elsewhere(wanted.identity)
        return _Part(wanted=(), known=(), problems=(_not_ordered(wanted, elsewhere),))
    reference = next_reference(wanted.identity, numbered, beside=effects.new_order)
    change = amendment(wanted.order, members, reference)
    before = _whole_family(wanted, members, effects)
    problems = tuple(_by_hand(wanted, members, phrase) for phrase in (*change.removed, *change.details))
    if change.additions is None:
        return replace(before, problems=problems)
    if change.unclear:
        problems = (_not_confirmed(wanted), *problems)
    identity = replace(wanted.identity, reference=reference)
    # What stands is never ordered anew here, whatever is wanted beside it.
    new = replace(wanted, order=change.additions, identity=identity, amends=first.id, anew=effects.new_order)
    attempt = decide(new, effects)[1].attempt
    return _Part(wanted=(*before.wanted, new), known=(*before.known, _new(new, effects, attempt)), problems=problems)


def _not_ordered(wanted: Wanted, elsewhere: Entry | None) -> Problem:
    if elsewhere is not None:
        said = stop_message(elsewhere, wanted, Step.STOP)
        return Problem(level="error", code="reference-used", message=said, value=wanted.order.reference)
    message = say(
        "Reference {reference} was not ordered yet, so there is nothing to amend. Order it first: roster-import FILE.",
        reference=wanted.order.reference,
    )
    return Problem(level="error", code="amend-not-ordered", message=message, value=wanted.order.reference)


def _not_confirmed(wanted: Wanted) -> Problem:
    message = say(
        "Order {reference} names by their ids what this roster names by codes, or the other way round: whether they are the "
        "same is not known. Once it is confirmed, roster-import amend may tell; or name them as they were ordered.",
        reference=wanted.order.reference,
    )
    return Problem(level="error", code="amend-not-confirmed", message=message, value=wanted.order.reference)


def _by_hand(wanted: Wanted, members: Sequence[Entry], change: str) -> Problem:
    numbers = joined(*(entry.order_number or say("number unknown") for entry in ordering(members)), between=", ")
    message = say(
        "Order {reference} ({numbers}): {change} cannot be changed by this program any more. Tell the order "
        "system's people.",
        reference=wanted.order.reference,
        numbers=numbers,
        change=change,
    )
    if change[:1].isdigit():
        message = say(
            "Order {reference} ({numbers}): {change} was ordered and is not on the roster any more. It cannot be "
            "taken back by this program: tell the order system's people.",
            reference=wanted.order.reference,
            numbers=numbers,
            change=change,
        )
    return Problem(level="warning", code="cannot-be-taken-back", message=message, value=change)
