"""The placing tables: what the ledger says of an order -> what is to be done next; how a talk ended -> what that proves. Pure.

A key is left only when the order system itself has said what became of it: completed, failed, or used. A wrong password, a
refusal, a timeout, a `settle` never leave it, so that any machine, with no ledger at all, walks the same chain of keys.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from roster_import.model.placement import Status


class Step(StrEnum):
    """What to do next with an order."""

    SEND = "send"  # what is wanted now, under the key of the attempt; nothing stands under it
    RESEND = "resend"  # the stored body under the stored key: an earlier sending may have been taken
    LOOK = "look"  # the same where the system recognises no repeat: it is looked for first, and a person asked at last
    POLL = "poll"
    REPORT = "report"  # say what is recorded
    STOP = "stop"  # the reference names another order, or another book's
    ASK = "ask"  # only a person can tell: `roster-import settle`


class Standing(StrEnum):
    """What the ledger says of the last attempt at an order that left anything behind."""

    NOTHING = "nothing"  # never sent
    QUEUED = "queued"  # nothing was sent yet, and a worker is to send it
    REFUSED = "refused"  # the request that places was turned down, and nothing was reached before
    SENDING = "sending"  # sent, and its answer lost
    PENDING = "pending"
    COMPLETED = "completed"
    FAILED = "failed"  # accepted, then given up: its key is spent
    USED = "used"  # the order system says that its key or name stands for another order

    @classmethod
    def of(cls, status: Status, *, used: bool) -> Standing:
        """What an entry of that status says; `used`: the order system knew its key or name from another order."""
        if status is Status.PLANNED:
            return cls.NOTHING
        return cls.USED if status is Status.REFUSED and used else cls(status.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A step, and the attempt it is about."""

    step: Step
    attempt: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is wanted of an order, beside what the ledger says of it.

    `same`: the last attempt ordered the same; `new_order`: the user wants to order again although it was ordered before;
    `here`: the last attempt was made at this address and for this organization; `recognises`: the order system makes one
    order of a repeat; `reported`: the results of the last attempt are written.
    """

    same: bool = True
    new_order: bool = False
    here: bool = True
    recognises: bool = True
    reported: bool = True


def next_step(standing: Standing, attempt: int, wish: Wish) -> Decision:
    """What to do with an order, given its last attempt that left anything behind (1 where there was none)."""
    if not wish.here:
        step = _elsewhere(standing, wish)
        return Decision(step=step, attempt=1 if step is Step.SEND else attempt)
    step = _here(standing, wish)
    leaves = step is Step.SEND and standing not in (Standing.NOTHING, Standing.REFUSED)
    # What the order system calls used stays so: the same key is tried, until the user wants another order beside it.
    leaves = leaves and (standing is not Standing.USED or wish.new_order)
    return Decision(step=step, attempt=attempt + leaves)


def _elsewhere(standing: Standing, wish: Wish) -> Step:
    # What went to another address or for another organization is not ours to follow, nor to be ordered beside unasked.
    stands = standing in (Standing.QUEUED, Standing.SENDING, Standing.PENDING, Standing.COMPLETED)
    return Step.STOP if stands and not wish.new_order else Step.SEND


def _here(standing: Standing, wish: Wish) -> Step:
    match standing:
        case Standing.NOTHING | Standing.REFUSED | Standing.USED:
            return Step.SEND
        case Standing.QUEUED:
            return Step.REPORT if wish.same else Step.STOP  # a worker's to send, and what comes later is another order
        case Standing.SENDING if wish.same:
            return Step.RESEND if wish.recognises else Step.LOOK
        case Standing.SENDING:
            return Step.STOP if wish.recognises else Step.ASK
        case Standing.PENDING:
            # Also with `new_order`: what is on its way is followed to its end before anything is ordered again.
            return Step.POLL if wish.same else Step.STOP
        case Standing.FAILED:
            return Step.SEND if wish.new_order else Step.REPORT
        case _ if wish.new_order and (wish.reported or not wish.same):
            return Step.SEND
        case _:
            # Also with `new_order`: a run that was cut off before its results is finished, not begun once more.
            return Step.REPORT if wish.same else Step.STOP


class End(StrEnum):
    """How a talk that places ended, where it did not end with a taken order."""

    REFUSED = "refused"  # the order system's no to the request that places
    USED = "used"  # the key or name stands for another order
    UNPLACEABLE = "unplaceable"  # found out before anything was sent
    SHUT_OUT = "shut out"  # no way in: a redirect, a client that is not accepted, a look-up turned down
    NO_ANSWER = "no answer"  # any other silence


def proved(end: End, *, sent: bool, lost: bool, reached: bool, keeps_one: bool) -> Standing:
    """What the end of a talk proves of the order, whichever the order system.

    `sent`: the request that places went out in this talk; `lost`: an answer to one, of this talk or an earlier one, never
    came; `reached`: an id or a header stands there. Once anything may have been taken, no answer makes it "nothing was
    placed"; and a no to a look-up is never a no to the order. `keeps_one`: the order system makes one order of a key or name,
    and has shown that another stands under it, so that ours does not.
    """
    if end is End.USED and keeps_one and not reached:
        return Standing.USED
    if lost or reached:
        return Standing.SENDING
    match end:
        case End.REFUSED | End.UNPLACEABLE:
            return Standing.REFUSED
        case End.USED:
            return Standing.USED
        case _ if sent:
            return Standing.SENDING
        case End.SHUT_OUT:
            return Standing.REFUSED
        case _:
            return Standing.NOTHING
