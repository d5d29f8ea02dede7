"""A signed roster as the office looks at it before it orders, and what became of its orders."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from roster_import.check.not_ordered import not_ordered
from roster_import.check.rules.sizes import size_order
from roster_import.errors import RosterImportError
from roster_import.language.messages import capital, say
from roster_import.model.placement import Status
from roster_import.model.vat import amount_in_words
from roster_import.page.differences import entries_of_club, since_last_order
from roster_import.page.office.clerk import ordered, settings_of
from roster_import.page.office.sent_back import why_not_sent_back
from roster_import.page.overview import RosterState, is_of, seen_signed
from roster_import.page.signed import place_of
from roster_import.page.wanted import DIFFERENCE, Message, WantedList
from roster_import.pipeline.effects import realm, system_title
from roster_import.watch.phrases import in_the_watch
from roster_import.write.order_words import (
    garment_rows,
    goods_in_words,
    loose_logos,
    order_question,
    status_word,
    will_be_rehearsed,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roster_import.model.order import Delivery, DesignItem
    from roster_import.model.placement import Placement
    from roster_import.model.problem import Problem
    from roster_import.model.report import FileReport
    from roster_import.page.differences import Differences
    from roster_import.page.overview import Seen
    from roster_import.page.signed import Signed
    from roster_import.page.site import Site
    from roster_import.page.wanted import Wanted
    from roster_import.place.ledger.entry import Entry

_USED = "reference-used"
_MAY_BE_ORDERED = (RosterState.SIGNED, RosterState.NOT_ORDERED, RosterState.ORDERED)
_TAGS = {Status.COMPLETED: "well", Status.FAILED: "wrong", Status.REFUSED: "wrong"}


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderSeen:
    """One order of a roster: what it is called, how much it is, how it stands, what it costs or may cost.

    `items` are its designs with their sizes, `garments` every garment as `GARMENT_HEADINGS` are, `loose` its loose logos;
    `where` is the address it goes to, `estimate` what it may cost, before it is sent.
    """

    reference: str
    goods: str
    status: str
    kind: str
    number: str = ""
    cost: str = ""
    items: tuple[str, ...] = ()
    garments: tuple[tuple[str, ...], ...] = ()
    loose: tuple[str, ...] = ()
    where: str = ""
    estimate: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterSeen:
    """A signed roster with all there is to know before ordering it.

    `question` is what is asked before its orders are placed, `not_ordered` what of the file nothing is ordered from.
    `ready`: it can be ordered now; `additions`: only what came since its reference was used can be. `kept_back` is why it
    cannot be sent back to its coach: empty where it can, None where nobody would think of it.
    """

    seen: Seen
    wanted: Wanted | None
    orders: tuple[OrderSeen, ...] = ()
    goods: str = ""
    question: str = ""
    rehearsal: str = ""
    not_ordered: tuple[str, ...] = ()
    differences: Differences | None = None
    messages: tuple[Message, ...] = ()
    is_there: bool = True
    ready: bool = False
    additions: bool = False
    kept_back: str | None = None

    @property
    def errors(self) -> list[Message]:
        """What keeps it from being ordered, or did."""
        return [message for message in self.messages if message.level == "error"]

    @property
    def deviations(self) -> list[Message]:
        """What was confirmed otherwise than it was ordered."""
        return [message for message in self.messages if message.level == DIFFERENCE]

    @property
    def remarks(self) -> list[Message]:
        """What else there is to say of it; the coach signed it all the same."""
        return [message for message in self.messages if message.level == "warning"]


def roster_seen(site: Site, signed: Signed) -> RosterSeen:
    """Look at a signed roster as an import would, and order nothing."""
    wanted, entries = WantedList.of(site.state).get(signed.key), entries_of_club(site, signed.club)
    seen = seen_signed(signed, wanted, entries)
    open_ = seen.state in (RosterState.SIGNED, RosterState.NOT_ORDERED)
    bare = RosterSeen(seen=seen, wanted=wanted, kept_back=why_not_sent_back(site, signed, wanted) if open_ else None)
    if place_of(site, signed) is None:
        gone = say("The signed file is not in the club's folder any more.")
        return replace(bare, is_there=False, messages=(Message.of(gone),))
    try:
        return _whole(site, signed, bare, _looked_at(site, signed), entries)
    except RosterImportError as error:
        return replace(bare, messages=(Message.of(error.message),))


def _looked_at(site: Site, signed: Signed, *, additions: bool = False) -> FileReport:
    looks = site.state / "looks"
    looks.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = place_of(site, signed)
    assert path is not None, "the caller has seen it"
    settings = settings_of(site, signed)
    return in_the_watch(ordered(site, signed, path, settings, additions=additions, looks=looks).files[0])


def _whole(site: Site, signed: Signed, bare: RosterSeen, file: FileReport, entries: Sequence[Entry]) -> RosterSeen:
    used = [problem.code for problem in _errors(file)] == [_USED]
    file = (_amended(site, signed) if used else None) or file
    may_be_ordered = not _errors(file) and bare.seen.state in _MAY_BE_ORDERED
    is_new = not any(is_of(entry, signed) for entry in entries)
    return replace(
        bare,
        orders=tuple(map(_order, file.placements)),
        goods=goods_in_words(file.checked.orders),
        question=_question(site, file),
        rehearsal=will_be_rehearsed(realm(site.settings, sandbox=site.sandbox)),
        not_ordered=not_ordered(file.checked),
        differences=since_last_order(file.checked.orders, entries, signed) if is_new else None,
        messages=_messages(bare.wanted, file),
        ready=may_be_ordered and not used,
        additions=may_be_ordered and used and any(order.status is Status.PLANNED for order in file.placements),
    )


def _question(site: Site, file: FileReport) -> str:
    """What the command asks before it sends: nothing where nothing is to be sent."""
    planned = [placement.order for placement in file.placements if placement.status is Status.PLANNED]
    return order_question(planned, system_title(site.settings)) if planned else ""


def _amended(site: Site, signed: Signed) -> FileReport | None:
    """The file as what came since its reference was used, or was ordered of it by itself; None where that cannot be."""
    file = _looked_at(site, signed, additions=True)
    return None if _errors(file) else file


def _errors(file: FileReport) -> list[Problem]:
    return [problem for problem in file.problems if problem.level == "error"]


def _messages(wanted: Wanted | None, file: FileReport) -> tuple[Message, ...]:
    """What came of the order, and what else there is to say now; nothing twice."""
    ended = wanted.messages if wanted is not None and not wanted.is_waiting else ()
    now = map(Message.of_problem, file.problems)
    return (*ended, *(message for message in now if message not in ended))


def _status(placement: Placement) -> str:
    if placement.status is Status.PLANNED:
        return say("not ordered yet")
    said = status_word(placement.status)
    return say("{status}, differs", status=said) if placement.differences else said


def _order(placement: Placement) -> OrderSeen:
    planned = placement.status is Status.PLANNED
    confirmation = placement.confirmation
    known = confirmation is not None and confirmation.total
    total = amount_in_words(known, confirmation.currency, placement.total_vat) if confirmation and known else ""
    return OrderSeen(
        reference=placement.reference,
        goods=goods_in_words([placement.order]),
        status=_status(placement),
        kind="wrong" if placement.differences else _TAGS.get(placement.status, "" if planned else "busy"),
        number=placement.order_number or "",
        cost=total,
        items=tuple(map(_item, placement.order.designs)),
        garments=tuple(garment_rows(placement.order)),
        loose=tuple(loose_logos(placement.order)),
        where=_where(placement.order.details.delivery),
        estimate=capital(placement.estimate.words) if planned and placement.estimate else "",
    )


def _item(item: DesignItem) -> str:
    counts: Counter[str] = Counter()
    for instance in item.instances:
        counts[instance.size] += instance.quantity
    sizes = ", ".join(f"{counts[size]} × {size}" for size in sorted(counts, key=size_order))
    return f"{item.design.label}: {sizes}"


def _where(delivery: Delivery) -> str:
    town = f"{delivery.zip} {delivery.city}".strip()
    return ", ".join(filter(None, (delivery.name, delivery.address, town, delivery.country)))
