"""What a body asks for once every id is resolved, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from roster_import.sandbox.kitmaker.catalogue import Design, Logo


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """One thing wrong with a body: the field it is about, and the message KitMaker might give."""

    field: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedInstance:
    """One garment configuration; `name` and `number` are kept as sent, whether or not the design can carry them."""

    size: str
    quantity: int
    name: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedDesign:
    """A design, what it can carry, and its instances."""

    design: Design
    carries_name: bool
    carries_number: bool
    instances: tuple[WantedInstance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedDigits:
    """One digit entry of a number logo."""

    digit: str
    quantity: int
    storage: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedLogo:
    """A loose logo: a number logo has digit entries, any other a quantity."""

    logo: Logo
    quantity: int = 0
    storage: int = 0
    value: str = ""
    digits: tuple[WantedDigits, ...] = ()

    @property
    def pieces(self) -> int:
        """How many are made, single digits of a number logo, those for storage included."""
        digits = sum(len(entry.digit) * (entry.quantity + entry.storage) for entry in self.digits)
        return self.quantity + self.storage + digits


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A body, understood: texts by field name (None: not sent), and what is ordered."""

    texts: Mapping[str, str | None]
    address: Mapping[str, str | None]
    designs: tuple[WantedDesign, ...]
    logos: tuple[WantedLogo, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A body and what is wrong with it: `refusals` are answered at once, `failures` only make the order Failed."""

    wanted: Wanted
    refusals: tuple[Complaint, ...]
    failures: tuple[Complaint, ...]
