"""What people do who were told something: they read what is printed, look into the order system, and do as it says."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from tests.drills.systems import name_of
from tests.drills.world import REFERENCE

if TYPE_CHECKING:
    from tests.conftest import Run
    from tests.drills.world import Machine

MOST_RUNS = 10
_SETTLE = re.compile(r"roster-import settle (\S+?)[.;,]?(?:\s|$)")


def brought_to_its_end(machine: Machine) -> bool:
    """Run the command and do as is advised, until all is placed or the advice leads nowhere."""
    for again in range(MOST_RUNS):
        run = machine.run()
        if run.status == 0 or follow(machine, run):
            return True
        if again:  # nobody comes back at once for ever
            machine.world.quiet()
    return False


def follow(machine: Machine, run: Run) -> bool:
    """Do what a run that was not all well advised; whether that was the end of it."""
    said = " ".join((run.out + run.err).split())
    if asked := _SETTLE.search(said):
        _settle(machine, asked[1])
    elif "amend --new-order" in said:
        return _beside_a_colleague(machine)
    elif "cancel all but one there" in said:
        machine.world.asked = True
        machine.world.cancel_all_but_one()
    elif "cancel what is too much" in said or "stands 2 times in the order" in said:
        machine.world.asked = True
        machine.world.cancel_all_but_one()
        return not machine.wants - machine.world.held()
    elif "has all that was sent, and more" in said:
        return _with_what_is_more(machine)
    elif "under a reference of its own" in said and machine.command[0] == "amend":
        return _by_itself(machine)
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
    meant = machine.wants - sum((world.system.goods(order) for order in world.named(REFERENCE)), Counter())
    ours = (meant if "/" in reference else machine.wants, Counter())  # a header without lines may be ours as well
    numbers = [world.system.number(each) for each in world.named(reference) if world.system.goods(each) in ours]
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


def _by_itself(machine: Machine) -> bool:
    """Look at what is there, and order what is missing by a roster of its own."""
    world = machine.world
    world.asked = True
    wanted, machine.command = machine.wants, ("club.xlsx",)
    machine.write(wanted - world.held(), Reference=f"{REFERENCE} rest")
    return machine.run().status == 0


def _with_what_is_more(machine: Machine) -> bool:
    """Look at what is there beyond: a colleague meant it, so it is put on the roster too."""
    world = machine.world
    world.asked = True
    machine.write(machine.wants | world.held())
    return machine.run().status == 0


def _beside_another(machine: Machine) -> bool:
    """Look at the order of that name: where it has all, that was it; where nothing of it is there, order all the same."""
    world = machine.world
    world.asked = True
    if not machine.wants - world.held():
        return True
    return not world.held() and machine.run("--new-order", "club.xlsx").status == 0
