"""What is to be ordered: lines as the rows say them, and orders as they are sent."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from roster_import.language.invisible import is_seen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roster_import.model.problem import Origin


class LogoKind(StrEnum):
    """How a loose logo is ordered (KitMaker › Place an order › logos)."""

    COUNTED = "counted"  # by quantity, no text
    NAME = "name"  # by quantity, with the row's name as its value
    TEXT = "text"  # by quantity, with a text as its value
    NUMBER = "number"  # by digit entries instead of a quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class DesignRef:
    """A design as it is named to the order system: exactly one of its id and its MUL; the title is for people.

    `code` is the catalogue's code, for order systems that sell by SKU; `type` what the catalogue says it is.
    """

    id: int | None = None
    mul: str | None = None
    title: str | None = None
    code: str | None = field(default=None, compare=False)
    type: str = field(default="", compare=False)

    @property
    def label(self) -> str:
        """What people call it: the title, else the MUL, else the id."""
        return self.title or self.mul or str(self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class LogoRef:
    """A loose logo as it is named to the order system: exactly one of its id and its SKU; the title is for people.

    `code` is the catalogue's code, for order systems that sell by SKU.
    """

    id: int | None = None
    sku: str | None = None
    title: str | None = None
    code: str | None = field(default=None, compare=False)
    kind: LogoKind = LogoKind.COUNTED

    @property
    def label(self) -> str:
        """What people call it: the title, else the SKU, else the id."""
        return self.title or self.sku or str(self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceholderValue:
    """The value of one placeholder of a design (`logoValues`)."""

    logo_id: int
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One validated row of the Roster or the Logos sheet: what is wanted, for whom, and where it was written.

    `name` and `number` are what is printed (empty: nothing); `nameless` and `numberless` are those of the designs on which
    they are not, as they are known to have no place for them. `text` is a loose logo's own text (Logos sheet). `price` is
    the price of one piece, as written.
    """

    origin: Origin
    player: str = ""
    name: str = ""
    number: str = ""
    size: str = ""
    quantity: int
    storage_quantity: int = 0
    designs: tuple[DesignRef, ...] = ()
    logos: tuple[LogoRef, ...] = ()
    values: tuple[PlaceholderValue, ...] = ()
    text: str = ""
    nameless: tuple[DesignRef, ...] = ()
    numberless: tuple[DesignRef, ...] = ()
    price: str = ""
    reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """Where the goods go; the country is its two-letter code."""

    name: str
    address: str
    zip: str
    city: str
    country: str
    contact_person: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderDetails:
    """Everything of an order but its items. `organization_id` is the vendor child it is placed for, None our own."""

    reference: str
    delivery: Delivery
    comment: str | None = None
    origin_of_delivery: str | None = None
    email: str | None = None
    contact_name: str | None = None
    organization_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """One garment configuration, its pieces, and the rows that asked for it.

    `price` (of one piece, as written) and `players` are there for order systems whose documents have a place for them.
    """

    size: str
    quantity: int
    name: str = ""
    number: str = ""
    values: tuple[PlaceholderValue, ...] = ()
    price: str = ""
    players: tuple[str, ...] = field(default=(), compare=False)
    origins: tuple[Origin, ...] = field(default=(), compare=False)

    def among(self, lines: Sequence[Line]) -> Sequence[Line]:
        """Those of a row's lines that asked for it, where several players stand in one row; else all of them."""
        own = [line for line in lines if line.size == self.size and line.number == self.number]
        return own if len(lines) > 1 and own else lines


@dataclass(frozen=True, slots=True, kw_only=True)
class DesignItem:
    """A design and its instances, in order of first appearance."""

    design: DesignRef
    instances: tuple[Instance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DigitEntry:
    """One number to apply `quantity` times; it may have several digits (the order system splits them)."""

    digit: str
    quantity: int
    storage_quantity: int = 0
    players: tuple[str, ...] = field(default=(), compare=False)
    origins: tuple[Origin, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class LogoItem:
    """A loose logo: a number logo has digit entries and no quantity, any other a quantity and no digit entries.

    `stored` are those of the rows that want some of it in storage.
    """

    logo: LogoRef
    quantity: int = 0
    storage_quantity: int = 0
    value: str = ""
    digits: tuple[DigitEntry, ...] = ()
    price: str = ""
    players: tuple[str, ...] = field(default=(), compare=False)
    origins: tuple[Origin, ...] = field(default=(), compare=False)
    stored: tuple[Origin, ...] = field(default=(), compare=False)

    @property
    def pieces(self) -> int:
        """How many are to be delivered, those for storage not counted."""
        return self.quantity + sum(entry.quantity for entry in self.digits)


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is placed under one reference."""

    details: OrderDetails
    designs: tuple[DesignItem, ...] = ()
    logos: tuple[LogoItem, ...] = ()

    @property
    def reference(self) -> str:
        """Our name for the order."""
        return self.details.reference

    @property
    def pieces(self) -> int:
        """Garments in the order; loose logos are counted apart."""
        return sum(instance.quantity for item in self.designs for instance in item.instances)

    @property
    def loose_logos(self) -> int:
        """Loose logos in the order, those for storage not counted."""
        return sum(item.pieces for item in self.logos)


# ------------------------------------------------------------------------------------------- what is called the same

_VARIATIONS = re.compile("[\ufe00-\ufe0f]")  # they choose between two pictures of the character before them
_MINUS = "\u2212"


@lru_cache(maxsize=4096)
def normal_reference(reference: str) -> str:
    """The one form of all references that a person would call the same: `PO-42`, `po‑42` and `PO - 42 ` are one.

    Compatible characters are one (NFKC), case is folded, spaces and dashes of any kind are alike, what is not seen is gone.
    """
    text = unicodedata.normalize("NFKC", reference)
    plain = (_plain(char) for char in _VARIATIONS.sub("", text))
    folded = unicodedata.normalize("NFKC", "".join(char for char in plain if is_seen(char)).casefold())
    return re.sub(r" ?- ?", "-", " ".join(folded.split()))


def spellings(reference: str) -> tuple[str, ...]:
    """How a reference may be written by others: as it is here, in capitals, and in small letters, with plain dashes.

    For order systems whose search knows but one spelling; how else it may be written nobody can search for.
    """
    name = normal_reference(reference)
    return tuple(dict.fromkeys((reference, name.upper(), name)))


def _plain(char: str) -> str:
    if char == _MINUS or unicodedata.category(char) == "Pd":
        return "-"
    return " " if char.isspace() else char


_SIZE_WORDS = {"small": "s", "medium": "m", "large": "l", "extralarge": "xl", "extrasmall": "xs"}


def normal_size(size: str) -> str:
    """The one form of a size that is written in several ways: `m` and `M`, `XXL` and `2 XL`, `140 cm` and 140."""
    text = re.sub(r"[\s‐-―-]+", "", unicodedata.normalize("NFKC", size).casefold())
    text = _SIZE_WORDS.get(text, re.sub(r"(?<=[0-9])cm$", "", text))
    many = re.fullmatch(r"(x{2,})([ls])", text)
    return f"{len(many[1])}x{many[2]}" if many else text
