"""The families of stories: what goes wrong between two machines and an order system, each drawn from a seed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from roster_import.sandbox import DropdaySwitches, JtlSwitches, KitMakerSwitches
from tests.drills.advice import brought_to_its_end
from tests.drills.systems import SYSTEMS, TRUSTING
from tests.drills.world import REFERENCE, TAKING, World
from tests.drills.zygote import POINTS

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from tests.drills.systems import System
    from tests.drills.world import Machine

PLAYERS = ("Ann", "Bo", "Cy", "Dee", "Eve", "Flo", "Gus", "Hal")
KEYS = {"kitmaker": "KITMAKER_API_KEY", "dropday": "DROPDAY_API_KEY", "jtl": "JTL_CLIENT_SECRET"}
NOES = (400, 401, 402, 403, 404, 409, 422)
LOST = (
    "drop-after-taking", "close-after-taking", "500-after-taking", "502-after-taking", "504-after-taking", "garbage",
    "garbage-body", "truncated", "wrong-json",
)  # fmt: skip
DEAF = (
    *(f"status={code}" for code in (401, 402, 403, 404)), "500-before-taking", "500-after-taking", "503-bare", "429-bare",
    "drop-before-taking", "drop-after-taking", "close-after-taking", "302", "portal", "garbage-body", "wrong-json",
)  # fmt: skip
NOTHING = ("drop-before-taking", "close-before-taking", "500-before-taking", "503-bare", "429-bare")
# What places, and what is asked beside it.
PLACING = {"kitmaker": ("place",), "dropday": ("place",), "jtl": ("place", "lines"), "jtl-2": ("place",)}
LOOKING = {
    "kitmaker": ("poll",),
    "dropday": ("find", "read"),
    "jtl": ("find", "line-list", "poll", "token", "companies", "cancel", "cancellation-reasons"),
    "jtl-2": ("find", "poll", "token"),
}


def drawn(target: str, folder: Path, chance: random.Random, *, late: bool = False) -> World:
    """A world with one of the ways the order system may be; `late`: it lists what is new after a while."""
    after = chance.uniform(0.0, 0.6 * TAKING) if late else 0.0
    name = "jtl-2" if target == "jtl" and chance.random() < 0.2 else target
    world = World(SYSTEMS[name], folder, chance, **_quirks(target, chance, after))
    world.late = after
    if target == "jtl" and not late and chance.random() < 0.3:
        world.both(**TRUSTING)
    return world


def _quirks(target: str, chance: random.Random, after: float) -> dict[str, Any]:
    """What the vendor's documents leave open, drawn."""

    def any_of(**choices: str) -> dict[str, str]:
        return {name: chance.choice(values.split()) for name, values in choices.items()}

    if target == "kitmaker":
        switches = any_of(replay_status="202 200 409", replay_body="pending current id", other_body="original 409 422")
        return {
            "kitmaker": KitMakerSwitches(
                concurrent_key=chance.choice(("wait", "409")), taking_time=after / 4, **switches
            )
        }
    if target == "dropday":
        switches = any_of(
            replay_reference="present absent", read_reference="plain prefixed", create_reference="number text",
            external_id_filter="partial like exact", list_order="newest oldest", other_body="ignored refused",
            concurrent_id="one 500",
        )  # fmt: skip
        return {"dropday": DropdaySwitches(list_delay=after, read_delay=after / 2, taking_time=after / 4, **switches)}
    switches = any_of(
        external_number="exact any-case partial", order_sorting="oldest newest", absent="filled null omitted",
        listed_lines="kept reversed", pending_order="hidden shown", unknown_order="404 400",
    )  # fmt: skip
    fresh = {"fresh_order": "later", "listed_after": after} if after else {}
    return {"jtl": JtlSwitches(taking_time=after / 8, **fresh, **switches)}


def key_of(system: System) -> str:
    """What this system is called in the tables above."""
    return "jtl-2" if system.modern else system.target


def roster(chance: random.Random, names: Iterable[str] = PLAYERS[:4], least: int = 1) -> Counter[str]:
    """Some of these players, each with a number of pieces."""
    names = list(names)
    return Counter({name: chance.randint(1, 3) for name in chance.sample(names, chance.randint(least, len(names)))})


def fault(calls: Iterable[str], kinds: Iterable[str], chance: random.Random, most: int = 5) -> str:
    """A fault drawn from these, to happen some times, after some requests were let through."""
    times = chance.choice((*range(1, most + 1), "always"))
    after = f"+{after}" if (after := chance.choice((0, 0, 0, 1, 2))) else ""
    return f"{chance.choice(list(calls))}:{chance.choice(list(kinds))}*{times}{after}"


def in_the_end(world: World, *machines: Machine) -> None:
    """Nothing goes wrong any more: every machine is brought to its end, in some order, and one of them once more."""
    world.mended()
    for machine in (*world.chance.sample(list(machines), len(machines)), world.chance.choice(machines)):
        if not brought_to_its_end(machine):
            world.falsely.append(f"{machine.host} never came to an end by the advice it was given")


# ------------------------------------------------------------------------------------------------------ refusals


def refusals(target: str, folder: Path, chance: random.Random) -> World:
    """The order is turned down, put right and placed; then another machine, without the ledger, has the same file."""
    world = drawn(target, folder, chance)
    mine, theirs = world.machines
    world.meant = roster(chance)
    mine.write(world.meant)
    _turned_down(world, mine)
    if chance.random() < 0.3:
        world.ask_for(fault(PLACING[key_of(world.system)], LOST, chance, most=3))
        mine.run()
        world.mended()
    theirs.write(world.meant)
    if chance.random() < 0.3:
        theirs.run()
    in_the_end(world, mine, theirs)
    return world


def _turned_down(world: World, machine: Machine) -> None:
    """One refusal or two, and what people do about it: they mend the key or the file, or settle that nothing was placed."""
    chance, secret = world.chance, f"ROSTER_IMPORT_{KEYS[world.system.target]}"
    right = machine.desk.environment[secret]
    statuses = []
    for _ in range(chance.randint(1, 2)):
        if chance.random() < 0.3:
            machine.desk.environment[secret] = "a-wrong-key"
        else:
            codes = [f"status={code}" for code in NOES]
            world.ask_for(fault(PLACING[key_of(world.system)], codes, chance, most=2))
        statuses.append(machine.run().status)
        world.mended()
        machine.desk.environment[secret] = right
        if statuses[-1] and chance.random() < 0.3:
            machine.run("settle", REFERENCE, "--not-placed")
        if statuses == [3] * len(statuses) and not world.orders() and chance.random() < 0.5:
            world.meant = roster(chance)
            machine.write(world.meant)


# ------------------------------------------------------------------------------------------------------ look-ups


def lookups(target: str, folder: Path, chance: random.Random) -> World:
    """Something is reached, and whatever is asked about it fails; then again, resumed, and from another machine."""
    world = drawn(target, folder, chance)
    mine, theirs = world.machines
    world.meant = roster(chance)
    for machine in world.machines:
        machine.write(world.meant)
    world.both(ROSTER_IMPORT_POLL_TIMEOUT="0.15")
    calls = key_of(world.system)
    if chance.random() < 0.7:
        world.ask_for(fault(PLACING[calls], (*LOST, *NOTHING), chance))
    world.ask_for(*(fault(LOOKING[calls], DEAF, chance) for _ in range(chance.randint(1, 3))))
    mine.run()
    for _ in range(chance.randint(0, 2)):
        chance.choice((mine.run, lambda: mine.run("resume"), theirs.run))()
    world.both(ROSTER_IMPORT_POLL_TIMEOUT="1")
    in_the_end(world, mine, theirs)
    return world


# ---------------------------------------------------------------------------------------------------------- late


def late(target: str, folder: Path, chance: random.Random) -> World:
    """What is taken is listed later; what was dropped is taken later, within the time that the settings say."""
    world = drawn(target, folder, chance, late=True)
    mine, theirs = world.machines
    world.meant = roster(chance)
    for machine in world.machines:
        machine.write(world.meant)
    if chance.random() < 0.7:
        seconds = f"drop-and-take-later={chance.uniform(0.01, 0.6 * TAKING):.3f}"
        world.ask_for(fault(PLACING[key_of(world.system)], [seconds], chance, most=2).replace("always", "3"))
    mine.run()
    for _ in range(chance.randint(0, 2)):
        chance.choice((mine.run, lambda: mine.run("resume"), theirs.run))()
    in_the_end(world, mine, theirs)
    return world


# ------------------------------------------------------------------------------------------------------ machines


def machines(target: str, folder: Path, chance: random.Random) -> World:
    """Two machines have the same file, at once or in turn, with two ledgers or one, and one of them may be killed."""
    world = drawn(target, folder, chance)
    world.meant = roster(chance)
    for machine in world.machines:
        machine.write(world.meant)
    if chance.random() < 0.4:
        world.share_a_ledger()
    if chance.random() < 0.5:
        world.ask_for(fault(PLACING[key_of(world.system)], (*LOST, *NOTHING), chance, most=3).replace("always", "3"))
    if chance.random() < 0.5:
        world.at_once(*chance.sample((fate(world) if chance.random() < 0.6 else {}, {}), 2))
    else:
        for machine in chance.sample(world.machines, 2):
            machine.run()
    in_the_end(world, *world.machines)
    return world


def fate(world: World) -> dict[str, Any]:
    """What kills a process. With a ledger in common both are on one host: from another nobody knows that it was killed,
    and its lease would be waited for.
    """
    world.one_host = world.shared
    if world.chance.random() < 0.5:
        return {"after": world.chance.uniform(0.02, 0.4)}
    return {"point": world.chance.choice((*POINTS, *world.system.kills))}


# ---------------------------------------------------------------------------------------------------- amendments


def amendments(target: str, folder: Path, chance: random.Random) -> World:
    """An order that stands is amended by two people: the same, other players, or the one what the other has and more."""
    world = drawn(target, folder, chance)
    mine, theirs = world.machines
    base, (first, second) = roster(chance), _additions(chance)
    for machine in world.machines:
        machine.write(base)
    if chance.random() < 0.5:
        world.share_a_ledger()
    world.meant = base
    if not (brought_to_its_end(mine) and brought_to_its_end(theirs)):
        world.falsely.append("not even the first order was placed")
        return world
    world.meant = base + (first | second)
    for machine, more in zip(world.machines, (first, second), strict=True):
        machine.write(base + more)
        machine.command = ("amend", "club.xlsx")
    _amended(world, *chance.sample(world.machines, 2))
    in_the_end(world, mine, theirs)
    return world


def _additions(chance: random.Random) -> tuple[Counter[str], Counter[str]]:
    first, second = roster(chance, PLAYERS[4:6]), roster(chance, PLAYERS[6:])
    return chance.choice(((first, first), (first, second), (first, first + second)))


def _amended(world: World, one_side: Machine, other: Machine) -> None:
    """One amends and something happens to it, then the other does; or both at once."""
    chance, calls = world.chance, key_of(world.system)
    mishap = chance.random()
    if mishap < 0.3:
        world.ask_for(fault(PLACING[calls], (*LOST, *NOTHING), chance, most=5))
    elif mishap < 0.45:
        world.ask_for(fault(PLACING[calls], [f"status={code}" for code in NOES], chance, most=2))
    elif mishap < 0.6:
        world.ask_for(fault(LOOKING[calls], DEAF, chance))
    how = chance.random()
    if how < 0.15:
        one_side.strike(**fate(world))
    elif how < 0.35:
        world.at_once({}, {})
    else:
        one_side.run()
    if chance.random() < 0.5:
        world.mended()
    other.run()


FAMILIES: dict[str, Callable[[str, Path, random.Random], World]] = {
    "refusals": refusals,
    "lookups": lookups,
    "late": late,
    "machines": machines,
    "amendments": amendments,
}
