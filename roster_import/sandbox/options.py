"""What can be set: where the sandbox listens, what it remembers, and how each system behaves.

A switch is a field of `KitMakerSwitches`, `DropdaySwitches` or `JtlSwitches`. On a command line KitMaker's
`replay_status` is written `replay-status=200`, or `kitmaker.replay-status=200`; the others' have their system's name
before them: `dropday.replay-reference=absent`, `jtl.NAME=VALUE`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypedDict

from roster_import.sandbox.dropday.switches import DropdaySwitches
from roster_import.sandbox.jtl.switches import JtlSwitches
from roster_import.sandbox.kitmaker.switches import KitMakerSwitches
from roster_import.sandbox.switches import SandboxError, Switches, named_switches, read_switch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from dataclasses import Field
    from pathlib import Path

__all__ = ["AllSwitches", "DropdaySwitches", "JtlSwitches", "KitMakerSwitches", "SandboxOptions", "parse_switches"]

_TABLES: Mapping[str, type[Switches]] = {"kitmaker": KitMakerSwitches, "dropday": DropdaySwitches, "jtl": JtlSwitches}
_UNPREFIXED = "kitmaker"


class AllSwitches(TypedDict):
    """Every system's switches, as `SandboxOptions` takes them: `SandboxOptions(**parse_switches(texts))`."""

    kitmaker: KitMakerSwitches
    dropday: DropdaySwitches
    jtl: JtlSwitches


@dataclass(frozen=True, slots=True, kw_only=True)
class SandboxOptions:
    """Everything a sandbox can be started with.

    `state` is the file that survives a restart (None: memory). `delay` is in seconds, from placing an order to its end.
    `api_key` is the key all systems accept. `faults` are specifications as `place:drop-after-taking*2`; `seed` decides
    those that come by chance. `control` opens the endpoints under /sandbox. `log` is given one line per request;
    without it nothing is said.
    """

    state: Path | None = None
    host: str = "127.0.0.1"
    port: int = 0
    api_key: str = field(default="sandbox-key", repr=False)
    delay: float = 3.0
    catalogue: Path | None = None
    faults: tuple[str, ...] = ()
    seed: int = 0
    control: bool = True
    log: Callable[[str], None] | None = None
    kitmaker: KitMakerSwitches = field(default_factory=KitMakerSwitches)
    dropday: DropdaySwitches = field(default_factory=DropdaySwitches)
    jtl: JtlSwitches = field(default_factory=JtlSwitches)


def switches(system: str | None = None) -> Mapping[str, Field[Any]]:
    """Every switch (of one system) by its name on a command line; metadata has `why` and, perhaps, `choices`."""
    tables = [table for name, table in _TABLES.items() if system in (None, name)]
    return {name: switch for table in tables for name, switch in named_switches(table).items()}


def parse_switches(texts: Iterable[str], given: AllSwitches | None = None) -> AllSwitches:
    """All switches (or those given) set as `replay-status=200` says; raises SandboxError for one that is not known."""
    every = given or AllSwitches(kitmaker=KitMakerSwitches(), dropday=DropdaySwitches(), jtl=JtlSwitches())
    changes: dict[str, dict[str, Any]] = {system: {} for system in _TABLES}
    for system, name, value in map(_parse_switch, texts):
        changes[system][name] = value
    return AllSwitches(
        kitmaker=replace(every["kitmaker"], **changes["kitmaker"]),
        dropday=replace(every["dropday"], **changes["dropday"]),
        jtl=replace(every["jtl"], **changes["jtl"]),
    )


def _parse_switch(text: str) -> tuple[str, str, Any]:
    given, equals, value = text.partition("=")
    name = given.strip().removeprefix(f"{_UNPREFIXED}.")
    switch = switches().get(name)
    if not equals or switch is None:
        known = ", ".join(switches())
        raise SandboxError(
            f"“{text}” is no switch of the sandbox. A switch is written name=value; the names are: {known}."
        )
    system = name.partition(".")[0] if "." in name else _UNPREFIXED
    return system, switch.name, read_switch(name, switch, value.strip())
