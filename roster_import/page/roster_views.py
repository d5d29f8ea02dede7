"""A signed roster as the office looks at it before it orders, and what became of its orders."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from roster_import.errors import RosterImportError
from roster_import.language.messages import say
from roster_import.model.placement import Status
from roster_import.page.clerk import ordered, settings_of
from roster_import.page.differences import entries_of_club, since_last_order
from roster_import.page.overview import RosterState, seen_signed
from roster_import.page.signed import place_of
from roster_import.page.wanted import Message, WantedList
from roster_import.watch.phrases import in_the_watch
from roster_import.write.order_words import goods_in_words, status_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roster_import.model.placement import Placement
    from roster_import.model.report import FileReport
    from roster_import.page.differences import Differences
    from roster_import.page.overview import Seen
    from roster_import.page.signed import Signed
    from roster_import.page.site import Site
    from roster_import.page.wanted import Wanted
    from roster_import.place.entry import Entry

_USED = "reference-used"
_TAGS = {Status.COMPLETED: "well", Status.FAILED: "wrong", Status.REFUSED: "wrong"}


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderSeen:
    """One order of a roster: what it is called, how much it is, how it stands, what it costs or may cost."""

    reference: str
    goods: str
    status: str
    kind: str
    number: str = ""
    cost: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterSeen:
    """A signed roster with all there is to know before ordering it.

    `ready`: it can be ordered now; `additions`: only what came since its reference was used can be.
    """

    seen: Seen
    wanted: Wanted | None
    orders: tuple[OrderSeen, ...] = ()
    goods: str = ""
    differences: Differences | None = None
    messages: tuple[Message, ...] = ()
    results: str = ""
    is_there: bool = True
    ready: bool = False
    additions: bool = False


def roster_seen(site: Site, signed: Signed) -> RosterSeen:
    """Look at a signed roster as an import would, and order nothing."""
    wanted, entries = WantedList.of(site.state).get(signed.key), entries_of_club(site, signed.club)
    seen = seen_signed(signed, wanted, entries)
    path = place_of(site, signed)
    if path is None:
        gone = say("The signed file is not in the club's folder any more.")
        return RosterSeen(seen=seen, wanted=wanted, is_there=False, messages=(Message.of(gone),))
    try:
        file = _looked_at(site, signed)
    except RosterImportError as error:
        return RosterSeen(seen=seen, wanted=wanted, messages=(Message.of(error.message),))
    return _whole(seen, wanted, file, entries, signed)


def _looked_at(site: Site, signed: Signed, *, additions: bool = False) -> FileReport:
    looks = site.state / "looks"
    looks.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = place_of(site, signed)
    assert path is not None, "the caller has seen it"
    settings = settings_of(site, signed)
    return in_the_watch(ordered(site, signed, path, settings, additions=additions, looks=looks).files[0])


def _whole(seen: Seen, wanted: Wanted | None, file: FileReport, entries: Sequence[Entry], signed: Signed) -> RosterSeen:
    errors = [problem for problem in file.problems if problem.level == "error"]
    used = any(problem.code == _USED for problem in errors)
    told = tuple(
        _message(problem.message, problem) for problem in file.problems if not _is_told(wanted, problem.message)
    )
    own = next((e for e in reversed(entries) if e.file.endswith(f"/{signed.club}/{signed.name}")), None)
    return RosterSeen(
        seen=seen,
        wanted=wanted,
        orders=tuple(map(_order, file.placements)),
        goods=goods_in_words(file.checked.orders),
        differences=since_last_order(file.checked.orders, entries, signed) if own is None else None,
        messages=told,
        results=own.results.rpartition("/")[2] if own is not None and own.results and own.results_written else "",
        ready=not errors and seen.state in (RosterState.SIGNED, RosterState.NOT_ORDERED, RosterState.ORDERED),
        additions=used and len(errors) == 1,
    )


def _is_told(wanted: Wanted | None, message: str) -> bool:
    """Whether the office reads it already among what came of the order."""
    return wanted is not None and any(each.text == str(message) for each in wanted.messages)


def _message(text: str, problem: object) -> Message:
    level, sheet, cell = (getattr(problem, name) for name in ("level", "sheet", "cell"))
    return Message.of(text, level=level, place="!".join(filter(None, (sheet, cell))))


def _order(placement: Placement) -> OrderSeen:
    planned = placement.status is Status.PLANNED
    confirmation = placement.confirmation
    total = f"{confirmation.total} {confirmation.currency or ''}".strip() if confirmation and confirmation.total else ""
    return OrderSeen(
        reference=placement.reference,
        goods=goods_in_words([placement.order]),
        status=say("not ordered yet") if planned else status_word(placement.status),
        kind=_TAGS.get(placement.status, "" if planned else "busy"),
        number=placement.order_number or "",
        cost=total,
    )
