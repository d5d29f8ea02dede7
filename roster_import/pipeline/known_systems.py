"""Order systems by name: those that other packages bring, and those that orders were placed with once, still here or not."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from roster_import.errors import UsageError
from roster_import.model.vat import Vat
from roster_import.targets import target

if TYPE_CHECKING:
    from roster_import.model.placement import Difference
    from roster_import.model.problem import Objection
    from roster_import.place.known import Comparing


def installed_systems() -> tuple[str, ...]:
    """The order systems of other packages, each with its package: `csvdrop (roster-csvdrop 1.0)`; none is loaded."""
    from roster_import.targets.plugins import installed

    return tuple(f"{plugin.name} ({plugin.package})" for plugin in installed())


def vat_in_total(system: str, *, told: bool) -> Vat:
    """Whether VAT is in a total that was confirmed: as it is `told` beside it, else as the system's documents say."""
    # No order system is loaded where the confirmation tells it.
    return Vat.WITH if told else getattr(system_named(system), "total_vat", Vat.UNKNOWN)


@cache
def system_named(name: str) -> Comparing:
    """An order system, as far as comparing goes: its package may not be here any more."""
    try:
        return target(name, {})
    except UsageError:
        return _Gone(name=name)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Gone:
    """An order system that orders were placed with once."""

    name: str

    def differences(self, *_: object) -> tuple[Difference, ...]:
        """Nothing can be told."""
        return ()

    def objections(self, *_: object) -> tuple[Objection, ...]:
        """Nothing can be told."""
        return ()
