"""The designs, logos and organizations KitMaker knows: catalogue.json, or a file in the same form.

A design or logo is kept as the API shows it, with what the API does not show beside it: a design's price, sizes and
whether it is done, and the organization either belongs to.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from roster_import.sandbox.messages import read_exactly
from roster_import.sandbox.switches import reading_catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Document = dict[str, Any]

_OWN_CATALOGUE = Path(__file__).with_name("catalogue.json")
_ONLY_OURS = frozenset({"price", "sizes", "organizationId"})
PLACEHOLDER_TYPES = ("NameLogo", "NumberLogo")
TEXT_TYPES = ("NameLogo", "TextLogo")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tier:
    """A unit price from a quantity on; for fees other than the start-up fee, a price and how often it is charged."""

    quantity: int
    price: Decimal


@dataclass(frozen=True, kw_only=True)
class Item:
    """A design or a logo. `made_up`: nobody entered it; it is there because somebody asked for it (see stock.py)."""

    document: Document
    made_up: bool = False

    @property
    def title(self) -> str:
        """What people call it."""
        return str(self.document["title"])

    @property
    def owner(self) -> int | None:
        """The organization it belongs to, None for the caller's own."""
        return self.document.get("organizationId")


@dataclass(frozen=True, kw_only=True)
class Logo(Item):
    """A logo: a loose item, or what is printed on a design (KitMaker › Logos › The logo object)."""

    @property
    def id(self) -> int:
        """The internal id."""
        return int(self.document["logoId"])

    @property
    def sku(self) -> str | None:
        """The external item number as the order pages write it: text. A draft has none."""
        number = self.document.get("logoItemNo")
        return None if number is None else str(number)

    @property
    def type(self) -> str:
        """TRANSFER, NameLogo, NumberLogo or TextLogo."""
        return str(self.document["logoType"])

    @property
    def done(self) -> bool:
        """Whether it can be ordered."""
        return self.document.get("status") == "Done" and self.sku is not None

    @cached_property
    def tiers(self) -> tuple[Tier, ...]:
        """Unit prices by quantity."""
        return _tiers(self.document.get("prices", ()))

    def fees(self, kind: str) -> tuple[tuple[Tier, ...], ...]:
        """The tiers of each additional fee of that kind ("startup", "fee")."""
        fees = self.document.get("additionalFees", ())
        return tuple(_tiers(fee["prices"]) for fee in fees if fee["type"] == kind)


@dataclass(frozen=True, kw_only=True)
class Design(Item):
    """A kit delivered as garments (KitMaker › Designs › The design object)."""

    @property
    def id(self) -> int:
        """The internal id."""
        return int(self.document["designId"])

    @property
    def mul(self) -> str | None:
        """The external item number. A draft has none."""
        return self.document.get("designItemNo")

    @property
    def done(self) -> bool:
        """Whether it can be ordered."""
        return self.mul is not None

    @property
    def price(self) -> Decimal:
        """Per piece, before the heating fee; not shown by the API."""
        return Decimal(self.document.get("price", 0))

    @property
    def heating(self) -> str:
        """The code by which the heating fee is found."""
        return str(self.document.get("heatingCode") or "")

    @property
    def sizes(self) -> tuple[str, ...]:
        """The sizes it is made in, none: any; not shown by the API."""
        return tuple(self.document.get("sizes", ()))

    @property
    def logo_ids(self) -> tuple[int, ...]:
        """The logos on it, each once, in order of first placement."""
        return tuple(dict.fromkeys(int(placed["logoId"]) for placed in self.document.get("designLogos", ())))


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """What the order system had before anyone called it. `heating` is the fee per piece by heating code."""

    designs: Mapping[int, Design]
    logos: Mapping[int, Logo]
    parents: Mapping[int, int | None]
    heating: Mapping[str, Decimal]


def shown(document: Document) -> Document:
    """A design or logo as the API shows it."""
    return {name: value for name, value in document.items() if name not in _ONLY_OURS}


def load_catalogue(path: Path | None) -> Catalogue:
    """The catalogue in a JSON file, None: the one that comes with the sandbox; raises SandboxError where it is none."""
    if path is None:
        return _own_catalogue()
    with reading_catalogue(path, "The sandbox's", "the sandbox"):
        return _read(path)


@cache
def _own_catalogue() -> Catalogue:
    return _read(_OWN_CATALOGUE)


def _read(path: Path) -> Catalogue:
    return _catalogue(read_exactly(path.read_text("utf-8")))


def _catalogue(document: Document) -> Catalogue:
    designs = [Design(document=entry) for entry in document["designs"]]
    logos = [Logo(document=entry) for entry in document["logos"]]
    # everything is read once, so that a wrong file is found at the start and not with the first order
    for design in designs:
        _ = design.title, design.price, design.sizes, design.logo_ids
    for logo in logos:
        _ = logo.title, logo.type, logo.tiers, logo.fees("startup"), logo.fees("fee")
    return Catalogue(
        designs={design.id: design for design in designs},
        logos={logo.id: logo for logo in logos},
        parents={int(entry["id"]): entry.get("parentId") for entry in document.get("organizations", ())},
        heating={code: Decimal(fee) for code, fee in document.get("heating", {}).items()},
    )


def _tiers(prices: Iterable[Document]) -> tuple[Tier, ...]:
    tiers = (Tier(quantity=int(price["minQuantity"]), price=Decimal(price["unitPrice"])) for price in prices)
    return tuple(sorted(tiers, key=lambda tier: tier.quantity))
