"""The ground the stories are told on: two machines with hosts of their own, an order system, and what people want of it.

A machine runs the whole command: in this process under its host's name, or in a process of its own, to be killed or to
run beside the other. Nothing of the program knows that it is watched: all there is to judge by are its exit status, what it
prints, and what stands in the order system afterwards.
"""

from __future__ import annotations

import atexit
import contextlib
import socket
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any
from unittest import mock

from roster_import.place import conversation
from roster_import.sandbox import SandboxOptions, start
from tests.conftest import ORDER, Desk, Run
from tests.drills.harness import Zygote
from tests.drills.ledgers import forget, ledger_in
from tests.drills.systems import TRUSTING, System, name_of, standing
from tests.targets.systems import example

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from roster_import.sandbox import RunningSandbox

HOSTS = ("office", "clubhouse")
REFERENCE = "PO-42"
TAKING = 0.4  # seconds: what an order system may take here, as TAKING_TIME says of a real one
SECONDS = {
    "ROSTER_IMPORT_POLL_INTERVAL": "0.01",
    "ROSTER_IMPORT_POLL_TIMEOUT": "1",
    "ROSTER_IMPORT_REQUEST_TIMEOUT": "1",
    "ROSTER_IMPORT_RETRY_WAIT": "0.005",
    "ROSTER_IMPORT_JTL_TAKING_TIME": str(TAKING),
}
SIZES = ("S", "M", "L", "XL")


@cache
def _zygotes() -> tuple[Zygote, Zygote]:
    """Two warm processes, so that two victims can run side by side; they end with this process."""
    pair = Zygote(), Zygote()
    for zygote in pair:
        atexit.register(zygote.close)
    return pair


@dataclass
class Machine:
    """A machine with a host's name, a folder and, mostly, a ledger of its own. `wants` is what its file asks for."""

    number: int
    desk: Desk
    world: World
    wants: Counter[str] = field(default_factory=Counter)
    command: tuple[str, ...] = ("club.xlsx",)

    @property
    def host(self) -> str:
        return HOSTS[0 if self.world.one_host else self.number]

    def write(self, wants: Counter[str], **order: str) -> None:
        """Write the roster file of one player a row."""
        self.wants = wants
        rows = [
            (name, name, str(ord(name[0])), SIZES[ord(name[0]) % 4], count, "Away kit") for name, count in wants.items()
        ]
        example(self.desk, rows=rows, logos=(), order={**ORDER, "Reference": REFERENCE, **order})

    def run(self, *args: str) -> Run:
        """Run the command (else what this machine is at) in this process, under the host's name."""
        args = args or self.command
        with (
            mock.patch.object(socket, "gethostname", return_value=self.host),
            mock.patch.object(conversation, "WORKED_ON", TAKING),
        ):
            run = self.desk.quick(*args)
        self.world.heard(self, args, run)
        return run

    def strike(self, *args: str, **how: Any) -> int:
        """Run the command in a process of its own, which `point` or `after` kills; its exit status."""
        args = args or self.command
        log = self.desk.folder / "log.txt"
        log.unlink(missing_ok=True)
        status = _zygotes()[self.number].run(
            args=list(args), cwd=str(self.desk.folder), env=self.desk.all_environment(), log=str(log),
            world={"host": self.host, "worked_on": TAKING}, **how,
        )  # fmt: skip
        self.world.heard(self, args, Run(status=status, out=log.read_text(errors="replace"), err=""), how)
        return status


class World:
    """One story: its order system, its machines, what was meant, and what was seen of it."""

    def __init__(self, system: System, folder: Path, chance: random.Random, **switches: Any) -> None:
        self.system, self.chance, self.late = system, chance, 0.0
        self.sandbox: RunningSandbox = start(SandboxOptions(**{"delay": 0.02, **switches}))
        self.meant: Counter[str] = Counter()
        self.story: list[str] = []
        self.falsely: list[str] = []
        self.asked = self.shared = self.one_host = False
        self.machines = tuple(self._machine(number, folder) for number in range(2))

    def _machine(self, number: int, folder: Path) -> Machine:
        place = folder / HOSTS[number]
        place.mkdir(parents=True)
        environment = {**self.system.environment(place, self.sandbox.url), **SECONDS}
        environment["ROSTER_IMPORT_LEDGER"] = str(ledger_in(place))
        for name in TRUSTING:
            environment.pop(name, None)
        return Machine(number, Desk(place, environment), self)

    def both(self, **settings: str) -> None:
        """Set something on both machines."""
        for machine in self.machines:
            machine.desk.environment |= settings

    def share_a_ledger(self) -> None:
        """Both machines write into one ledger from now on."""
        mine, theirs = self.machines
        theirs.desk.environment["ROSTER_IMPORT_LEDGER"] = mine.desk.environment["ROSTER_IMPORT_LEDGER"]
        self.shared = True
        self.story.append("one ledger for both")

    def ask_for(self, *faults: str) -> None:
        """Let something go wrong from now on."""
        self.sandbox.ask_for(*(f"{self.system.target}/{fault}" for fault in faults))
        self.story.append("faults: " + ", ".join(faults))

    def mended(self) -> None:
        """No faults any more."""
        self.sandbox.clear_faults()
        self.story.append("no faults any more")

    def quiet(self) -> None:
        """Wait until the order system has taken and lists whatever it was sent, as a person does who is to look there."""
        time.sleep(TAKING)
        self.sandbox.advance(self.late)

    # ---------------------------------------------------------------------------------------------------- seen

    def orders(self) -> list[dict[str, Any]]:
        """The orders that stand, whether they are listed yet or not."""
        return standing(order for order in self.sandbox.orders() if order["system"] == self.system.target)

    def held(self) -> Counter[str]:
        """All that stands in them."""
        return sum(map(self.system.goods, self.orders()), Counter())

    def named(self, reference: str) -> list[dict[str, Any]]:
        """The orders that stand under a reference."""
        return [order for order in self.orders() if name_of(order) == reference]

    def heard(self, machine: Machine, args: Iterable[str], run: Run, how: object = "") -> None:
        """Write down what a run said; where it says that all is placed, all must stand."""
        orders = [f"{name_of(order)}: {dict(self.system.goods(order))}" for order in self.orders()]
        self.story.append(
            f"{machine.host}: {' '.join(args)} {how or ''} -> {run.status}; stands: {orders}\n{run.out}{run.err}"
        )
        if run.status == 0 and tuple(args) == machine.command and machine.wants - self.held():
            self.falsely.append(
                f"{machine.host} was told that all is placed, without {dict(machine.wants - self.held())}"
            )

    def cancel_all_but_one(self) -> None:
        """What a person does in the order system's own window, where several orders of one name stand."""
        for reference in {name_of(order) for order in self.orders()}:
            for order in sorted(self.named(reference), key=lambda each: not self.system.goods(each))[1:]:
                self.system.cancel(self.sandbox.url, order["id"])
                self.story.append(f"somebody cancels {order['id']}, called {reference}")

    def counted(self) -> tuple[int, int, set[str]]:
        """How many orders stand, how many of them more than was meant, and what was meant and stands nowhere.

        An order is too many where it holds nothing, or something that was meant but stands in an earlier one.
        """
        open_, too_many = Counter(self.meant), 0
        orders = self.orders()
        for order in orders:
            goods = self.system.goods(order)
            too_many += not goods or bool(goods - open_)
            open_ -= goods
        return len(orders), too_many, set(open_)

    def at_once(self, *how: dict[str, Any]) -> list[int]:
        """Both machines run at once, each in a process of its own; their exit statuses."""
        _zygotes()  # before there are two threads that would each make them
        with ThreadPoolExecutor(2) as side_by_side:
            return list(side_by_side.map(lambda pair: pair[0].strike(**pair[1]), zip(self.machines, how, strict=True)))

    def close(self) -> None:
        """The order system is gone, and nobody needs the ledgers any more."""
        self.sandbox.close()
        for machine in self.machines:
            forget(machine.desk.folder)


@contextlib.contextmanager
def told(system: System, folder: Path, chance: random.Random, **switches: Any) -> Iterator[World]:
    """A world for as long as its story is told."""
    world = World(system, folder, chance, **switches)
    try:
        yield world
    finally:
        world.close()
