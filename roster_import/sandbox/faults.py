"""What can go wrong (429, a lost answer, a wrong order …), when it is to, and what the caller gets instead of the answer.

    place:drop-after-taking*2          TARGET:KIND[=VALUE][*TIMES][+AFTER][%CHANCE]

TARGET   place, poll, design … of any system, or of one (dropday/place), any, a method (POST), a path with * in it,
         or both ("GET /api/logo/*")
KIND     a name of `fault_kinds.KINDS`; =VALUE its seconds, message, address … where it has one
*TIMES   how often; `*always`; once where neither this nor a chance is given
+AFTER   let so many requests to the target pass first
%CHANCE  happens with this probability (0.25), decided by the seed
"""

from __future__ import annotations

import random
import re
import threading
from dataclasses import asdict, dataclass
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any

from roster_import.sandbox.fault_kinds import KINDS
from roster_import.sandbox.switches import SandboxError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from roster_import.sandbox.fault_kinds import Kind
    from roster_import.sandbox.messages import Request, Route

_SPECIFICATION = re.compile(
    r"(?P<target>[^:]+):(?P<kind>[a-z0-9-]+)(?:=(?P<value>[^*+%]*))?(?P<limits>(?:[*+%][a-z0-9.]+)*)"
)
_LIMIT = re.compile(r"([*+%])([a-z0-9.]+)")
_ALWAYS = "always"
_PATH_STARTS = ("/", "*")
_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that is to go wrong. `times` None: as often as asked; `chance` 1: whenever it may."""

    target: str
    kind: str
    value: str = ""
    times: int | None = 1
    after: int = 0
    chance: float = 1.0

    def __post_init__(self) -> None:
        wrong = next((message for is_wrong, message in self._checks() if is_wrong), None)
        if wrong:
            raise SandboxError(wrong)

    def _checks(self) -> Iterator[tuple[bool, str]]:
        """What could be wrong, in the order in which it can be looked at."""
        yield self.kind not in KINDS, f"“{self.kind}” is no fault of the sandbox. There are: {', '.join(KINDS)}."
        effect = self.effect
        yield not effect.accepts(self.setting), f"The fault {self.kind} cannot have “{self.value}”: {effect.why}."
        yield not 0 < self.chance <= 1, f"The chance of {self.kind} must be above 0 and at most 1."
        times = 1 if self.times is None else self.times
        yield times < 1 or self.after < 0, f"The fault {self.kind} must happen once at least, after no less than 0."

    @property
    def setting(self) -> str:
        """Its value, or the one its kind has by default."""
        return str(self.value) or self.effect.default

    @property
    def effect(self) -> Kind:
        """What it does."""
        return KINDS[self.kind]

    def hits(self, purposes: Collection[str], request: Request) -> bool:
        """Whether the request is one it is meant for; `purposes` are what the call it makes is named."""
        method, _, path = str(self.target).rpartition(" ")
        if method or path.startswith(_PATH_STARTS):
            return method in ("", request.method) and fnmatchcase(request.path, path)
        return path in ("any", request.method, *purposes)


def parse_fault(specification: str) -> Fault:
    """The fault a specification asks for; raises SandboxError where it is none."""
    written = _SPECIFICATION.fullmatch(specification.strip())
    if written is None:
        raise SandboxError(
            f"“{specification}” is no fault. One is written target:kind, such as place:drop-after-taking*2."
        )
    limits = dict(_LIMIT.findall(written["limits"]))
    try:
        return Fault(
            target=written["target"].strip(),
            kind=written["kind"],
            value=written["value"] or "",
            times=_times(limits),
            after=int(limits.get("+", 0)),
            chance=float(limits.get("%", 1)),
        )
    except ValueError as error:
        raise SandboxError(f"“{specification}” has a count or a chance that is no number.") from error


def _times(limits: dict[str, str]) -> int | None:
    default = _ALWAYS if "%" in limits else "1"
    times = limits.get("*", default)
    return None if times == _ALWAYS else int(times)


def fault_from(document: Any) -> Fault:
    """The fault a JSON document asks for: a specification, or an object with the fields of `Fault`."""
    if isinstance(document, str):
        return parse_fault(document)
    try:
        return Fault(**{"times": None if "chance" in document else 1, **document})
    except TypeError as error:
        fields = ", ".join(Fault.__slots__)
        raise SandboxError(f"A fault is a specification, or an object of {fields}.") from error


@dataclass(slots=True, kw_only=True)
class _Waiting:
    """A fault with what it has seen and done so far."""

    fault: Fault
    seen: int = 0
    done: int = 0

    def is_due(self, dice: random.Random) -> bool:
        """Whether it happens to the request that was just counted."""
        spent = self.fault.times is not None and self.done >= self.fault.times
        due = not spent and self.seen > self.fault.after and dice.random() < self.fault.chance
        self.done += due
        return due


class FaultPlan:
    """The faults asked for, in order; at most one happens to a request. Safe to use from many threads.

    `calls` are the routes a fault can happen to. Raises SandboxError for a fault that can happen to none.
    """

    def __init__(self, specifications: Iterable[str] = (), seed: int = 0, calls: Iterable[Route] = ()) -> None:
        calls = tuple(calls)
        purposes = dict.fromkeys(call.purpose for call in calls)
        self.targets = ("any", *purposes, "unknown", *_METHODS)
        self._qualified = {name for call in calls for name in call.purposes}
        self._lock = threading.Lock()
        self._dice = random.Random(seed)  # noqa: S311 - repeatable chance, no secret
        self._waiting: list[_Waiting] = []
        self.add([parse_fault(text) for text in specifications])

    def add(self, faults: Sequence[Fault]) -> None:
        """Ask for more, after those that are already asked for."""
        for fault in faults:
            self._check_target(str(fault.target))
        with self._lock:
            self._waiting += [_Waiting(fault=fault) for fault in faults]

    def _check_target(self, target: str) -> None:
        path = target.rpartition(" ")[2]
        if not path.startswith(_PATH_STARTS) and target not in self.targets and target not in self._qualified:
            raise SandboxError(
                f"“{target}” is nothing a fault can happen to. Write a path, or one of: {', '.join(self.targets)}; "
                f"a call of one system as dropday/place."
            )

    def clear(self) -> None:
        """Ask for none any more."""
        with self._lock:
            self._waiting.clear()

    def pick(self, purposes: Collection[str], request: Request) -> Fault | None:
        """What happens to this request, None: nothing; `purposes` are what the call it makes is named."""
        with self._lock:
            hit = [waiting for waiting in self._waiting if waiting.fault.hits(purposes, request)]
            for waiting in hit:
                waiting.seen += 1
            return next((waiting.fault for waiting in hit if waiting.is_due(self._dice)), None)

    def documents(self) -> list[dict[str, Any]]:
        """What was asked for and how often it happened, for the control endpoint."""
        with self._lock:
            return [{**asdict(kept.fault), "seen": kept.seen, "done": kept.done} for kept in self._waiting]
