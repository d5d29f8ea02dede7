"""The exceptions: for a world that will not cooperate; a user's mistake is a `Problem`, never one of these.

RosterImportError             what, where, what to do next: the whole message is for the user
├── UsageError                wrong option, setting or file name: nothing was done        (exit 2)
│   ├── NoSuchFile            nor a command of that name
│   └── PluginFault           an order system of another package failed while it was at work
├── UnreadableFile            a file that is no roster workbook                           (becomes a Problem)
├── LedgerError               the record of orders cannot be read or written
├── WriteError                a workbook could not be written; nothing half-written is left
└── NoAnswer                  an order system did not give an answer that can be trusted
    ├── NotSent               it was certainly not reached: nothing can have been placed
    │   └── WrongAddress      nor will it be, by sending again
    │       └── NotAdmitted   it does not let us in
    ├── NotTold               a look-up, a list or a poll was turned down: that says nothing about the order
    └── AnswerLost            it may have taken the order: ask again the same way, never another way
        └── CannotTell        it was looked for, and looking does not tell
"""

from __future__ import annotations


class RosterImportError(Exception):
    """Anything that goes wrong outside the user's workbook; `str()` of it is the message to show."""

    @property
    def message(self) -> str:
        """The sentence for the user: what, where, what to do next."""
        said = self.args[0] if self.args else ""
        return said if isinstance(said, str) else str(self)


class UsageError(RosterImportError):
    """A wrong option, setting or file name; nothing was read or sent."""


class NoSuchFile(UsageError):
    """There is no file of the name `typed`, which may have been meant as a command."""

    def __init__(self, message: str, *, typed: str) -> None:
        super().__init__(message)
        self.typed = typed


class PluginFault(UsageError):
    """An order system of another package raised something while it was at work; what was sent before stands."""


class UnreadableFile(RosterImportError):
    """A file that cannot be read as a workbook.

    `code` is the problem code it becomes; `suggestion` what to do, where that is more than the message says.
    """

    def __init__(self, message: str, *, code: str = "file-unreadable") -> None:
        super().__init__(message)
        self.code = code


class LedgerError(RosterImportError):
    """The ledger could not be read or written; nothing is sent that is not written down first."""


class WriteError(RosterImportError):
    """A workbook could not be written; no half-written file is left behind."""


class NoAnswer(RosterImportError):
    """An order system did not give an answer that can be trusted.

    `retry_after` is the number of seconds it asked us to wait, where it did.
    """

    def __init__(self, message: str, *, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class NotSent(NoAnswer):
    """The order system was certainly not reached, so nothing can have been placed."""


class WrongAddress(NotSent):
    """What answers at the address is not the order system (a redirect); sending again will not help."""


class NotAdmitted(WrongAddress):
    """What gives out the tokens does not accept who we are; sending again will not help."""


class NotTold(NoAnswer):
    """A look-up, a list or a poll was turned down, with HTTP `code`: nothing is known of the order from it."""

    def __init__(self, message: str, *, retry_after: float | None = None, code: int = 0) -> None:
        super().__init__(message, retry_after=retry_after)
        self.code = code


class AnswerLost(NoAnswer):
    """The request may have been taken: only the same request under the same key may follow it."""


class CannotTell(AnswerLost):
    """The order was looked for and not found, which proves nothing here: a person has to look."""


class TakenOver(RosterImportError):
    """Another process sends this order by now, as it took us for dead: what that writes down counts."""
