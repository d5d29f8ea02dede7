"""What becomes of an order's lines: pending, ruled once matched to a supplier, then their end, and the log of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from roster_import.sandbox.clock import moment

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from roster_import.sandbox.dropday.switches import DropdaySwitches

STATUSES = ("completed", "partially_completed", "failed", "pending", "ruled", "declined", "skipped")
Document = dict[str, Any]

_UNROUTED = ("pending", "skipped")  # no supplier is ever matched to such a line


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One status of a line: since when (seconds since 1970), and the log message of it."""

    status: str
    since: float
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ends:
    """How the lines of one order end.

    `forced` is what a fault decided: a status for all lines; `message` the log message of a failed line.
    """

    switches: DropdaySwitches
    knows: Callable[[str], bool]
    test: bool
    blocked: bool
    forced: str = ""
    message: str = ""

    def of(self, line: Mapping[str, Any]) -> Document:
        """The status the line ends with, and its log message."""
        status = self._status(line)
        return {"status": status, "message": self._message(status)}

    def _status(self, line: Mapping[str, Any]) -> str:
        if self.forced or self.blocked:
            return self.forced or "pending"
        marked = self._marked(line["name"] or "")
        if marked or self.test:
            return marked or self.switches.test_lines
        if (
            line["reference"]
            and self.switches.unknown_sku in ("skipped", "failed")
            and not self.knows(line["reference"])
        ):
            return self.switches.unknown_sku
        return self.switches.line_end if line["supplier"] else self._without_supplier

    @property
    def _without_supplier(self) -> str:
        """The end of a line without a supplier, unless all lines end in another way than usual."""
        usual = self.switches.line_end == "completed"
        return self.switches.without_supplier if usual else self.switches.line_end

    def _marked(self, name: str) -> str:
        if self.switches.markers == "ignored":
            return ""
        return next((status for status in STATUSES if f"[{status}]" in name), "")

    def _message(self, status: str) -> str:
        failed = self.message or self.switches.failed_message
        messages = {
            "completed": "Successfully sent to supplier",
            "partially_completed": "Sent to supplier in part",
            "failed": failed,
            "declined": "Declined by supplier",
            "skipped": "Skipped: not sent to any supplier",
        }
        return messages.get(status, "")


def steps(end: Mapping[str, str], supplier: str | None, placed_at: float, delay: float) -> list[Step]:
    """The statuses a line goes through, those to come included; `delay` is the time from placing to the end."""
    found = [Step(status="pending", since=placed_at, message="Order line created")]
    if end["status"] not in _UNROUTED:
        message = f"Matched to supplier {supplier}" if supplier else "Ruled without a supplier"
        found.append(Step(status="ruled", since=placed_at + delay / 2, message=message))
    if end["status"] not in ("pending", "ruled"):
        found.append(Step(status=end["status"], since=placed_at + delay, message=end["message"]))
    return found


def laravel_time(seconds: float) -> str:
    """Seconds since 1970 as Laravel writes a time: 2025-09-22T14:30:00.000000Z."""
    return moment(seconds).strftime("%Y-%m-%dT%H:%M:%S.000000Z")
