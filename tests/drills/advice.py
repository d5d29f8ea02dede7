"""What people do who were told something: they read what is printed, look into the order system, and do as it says."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from tests.drills.systems import name_of

if TYPE_CHECKING:
    from tests.conftest import Run
    from tests.drills.world import Machine

MOST_RUNS = 10
_SETTLE = re.compile(r"roster-import settle (\S+?)[.;,]?(?:\s|$)")


def brought_to_its_end(machine: Machine) -> bool:
    """Run the command and do as is advised, until all is placed or the advice leads nowhere."""
    for _ in range(MOST_RUNS):
        run = machine.run()
        if run.status == 0 or follow(machine, run):
            return True
    return False


def follow(machine: Machine, run: Run) -> bool:
    """Do what a run that was not all well advised; whether that was the end of it."""
    said = " ".join((run.out + run.err).split())
    if asked := _SETTLE.search(said):
        _settle(machine, asked[1])
    elif "amend --new-order" in said:
        return _beside_a_colleague(machine)
    elif "to order the additions only, run roster-import amend" in said:
        machine.command = ("amend", "club.xlsx")
    elif "order it all the same with --new-order" in said:
        return _beside_another(machine)
    elif machine.world.chance.random() < 0.4:
        machine.run("resume")
    return False


def _settle(machine: Machine, reference: str) -> None:
    """Look what stands there once all that was sent must have been taken, and say just that."""
    world = machine.world
    world.asked = True
    world.quiet()
    numbers = [world.system.number(order) for order in world.named(reference)]
    said = ("--placed", numbers[0]) if numbers else ("--not-placed",)
    if machine.run("settle", reference, *said).status:
        machine.run("resume")


def _beside_a_colleague(machine: Machine) -> bool:
    """Look at what the colleague amended: it is taken off the roster, and the rest is ordered beside it."""
    world = machine.world
    world.asked = True
    amended = sum((world.system.goods(order) for order in world.orders() if "/" in name_of(order)), Counter())
    machine.write(machine.wants - amended)
    return machine.run("amend", "--new-order", "club.xlsx").status == 0


def _beside_another(machine: Machine) -> bool:
    """Look at the order of that name: where it has all, that was it; where nothing of it is there, order all the same."""
    world = machine.world
    world.asked = True
    if not machine.wants - world.held():
        return True
    return not world.held() and machine.run("--new-order", "club.xlsx").status == 0
