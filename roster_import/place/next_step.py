"""The placing table: what the ledger says of an order -> what is to be done next. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from roster_import.model.placement import Status

if TYPE_CHECKING:
    from roster_import.place.entry import Entry


class Step(StrEnum):
    """What to do next with an order."""

    SEND = "send"  # a new attempt, under a new key
    RESEND = "resend"  # the stored body under the stored key
    POLL = "poll"
    REPORT = "report"  # say what is recorded
    STOP = "stop"  # the reference names another order
    ASK = "ask"  # only a person can tell: `roster-import settle`


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A step, and the attempt it is about."""

    step: Step
    attempt: int


def next_step(entry: Entry | None, *, same: bool, new_order: bool) -> Decision:
    """What to do with an order, given the last attempt at its reference.

    `same` says whether that attempt ordered the same; `new_order` whether the user wants to order again although it was
    ordered before. That sending again never makes a second order is every target's promise (`targets.Target`).
    """
    if entry is None:
        return Decision(step=Step.SEND, attempt=1)
    if entry.status is Status.PLANNED:  # written down, but certainly never sent
        return Decision(step=Step.SEND, attempt=entry.attempt)
    step = _step(entry, same=same, new_order=new_order)
    return Decision(step=step, attempt=entry.attempt + (step is Step.SEND))


def _step(entry: Entry, *, same: bool, new_order: bool) -> Step:
    match entry.status:
        case Status.SENDING:
            return Step.RESEND if same else Step.STOP
        case Status.PENDING:
            # Also with `new_order`: what is on its way is followed to its end before anything is ordered again.
            return Step.POLL if same else Step.STOP
        case Status.REFUSED if entry.conflict and not new_order:
            # The order system knows the key or reference: from this very order, sent from elsewhere, or from another.
            return Step.RESEND if same else Step.ASK
        case Status.REFUSED:
            return Step.SEND
        case Status.FAILED:
            return Step.REPORT if same and not new_order else Step.SEND
        case _ if new_order and (entry.results_written or not same):
            return Step.SEND
        case _:
            # Also with `new_order`: a run that was cut off before its results is finished, not begun once more.
            return Step.REPORT if same else Step.STOP
