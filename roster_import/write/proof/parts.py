"""What a proof is made of: garments, logos, remarks, and the page they stand on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from roster_import.model.order import DesignRef, LogoRef, OrderDetails, PlaceholderValue
    from roster_import.model.problem import Level, Origin, Problem
    from roster_import.write.proof.kinds import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Garment:
    """One drawing: a garment configuration, its pieces (0: not known), whom it is for, its rows, what is said of them.

    `anchor` is its name within the page, `design` what people call the garment, `kind` what is drawn.
    """

    anchor: str
    design: str
    kind: Kind
    name: str
    number: str
    size: str
    quantity: int
    values: tuple[PlaceholderValue, ...]
    players: tuple[str, ...]
    origins: tuple[Origin, ...]
    problems: tuple[Problem, ...]

    @property
    def is_printed(self) -> bool:
        """Whether anything of this row's own is printed on it."""
        return bool(self.name or self.number or self.values)


@dataclass(frozen=True, slots=True, kw_only=True)
class DesignPart:
    """A design, its garments by number, its pieces per size, from small to large, and what is said of its garments.

    `anchor` is its name within the page.
    """

    anchor: str
    design: DesignRef
    garments: tuple[Garment, ...]
    sizes: tuple[tuple[str, int], ...]
    remarks: tuple[Remark, ...]

    @property
    def pieces(self) -> int:
        """Garments of the design."""
        return sum(garment.quantity for garment in self.garments)


@dataclass(frozen=True, slots=True, kw_only=True)
class LogoPart:
    """A row of the table of loose logos: one logo with one text, or one number of a number logo."""

    anchor: str
    logo: LogoRef
    printed: str
    quantity: int
    storage_quantity: int
    origins: tuple[Origin, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderPart:
    """One order: its details (None where nothing is known of them), its designs and its loose logos.

    `logos_anchor` is the name of the logos within the page, `remarks` are what is said of them.
    """

    reference: str
    details: OrderDetails | None
    designs: tuple[DesignPart, ...]
    logos: tuple[LogoPart, ...]
    logos_anchor: str
    remarks: tuple[Remark, ...]

    @property
    def pieces(self) -> int:
        """Garments of the order."""
        return sum(design.pieces for design in self.designs)

    @property
    def loose_logos(self) -> int:
        """Loose logos of the order, those for storage not counted."""
        return sum(logo.quantity for logo in self.logos)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedBy:
    """Who signed a proof on a screen, with which name and on which day.

    `left` are the warnings that they left as they are, of each its code, a blank, and its place, `roster` the SHA-256 of the
    file that they signed.
    """

    name: str
    day: date
    left: tuple[str, ...] = ()
    roster: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Everything a proof shows of one file. `code` is the same as long as the same is ordered; a draft has none.

    `elsewhere` are the problems that belong to nothing drawn, `not_ordered` sentences on what the file holds beside. One that
    is `signed` has no line to sign. One that is not `on_paper` is looked at where it can be signed: nothing is ticked off,
    signed or explained on it.
    """

    file: str
    code: str | None
    orders: tuple[OrderPart, ...]
    problems: tuple[Problem, ...]
    elsewhere: tuple[Problem, ...]
    not_ordered: tuple[str, ...] = ()
    signed: SignedBy | None = None
    on_paper: bool = True

    @property
    def is_draft(self) -> bool:
        """Whether errors keep the file from being ordered, and so from being signed."""
        return self.code is None

    @property
    def pointed_out(self) -> tuple[Garment | LogoPart, ...]:
        """What is drawn and has something said of it, in the order of the page."""
        return tuple(part for part in self._drawn() if part.problems)

    @property
    def drawings(self) -> int:
        """How many garments and logos are drawn."""
        return sum(1 for _ in self._drawn())

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of garments that are drawn, each once."""
        designs = (design for order in self.orders for design in order.designs)
        return tuple(dict.fromkeys(garment.kind for design in designs for garment in design.garments[:1]))

    def _drawn(self) -> Iterator[Garment | LogoPart]:
        for order in self.orders:
            for design in order.designs:
                yield from design.garments
            yield from order.logos


class Where(Enum):
    """Where a remark stands."""

    GARMENT = auto()
    NOTE = auto()
    GROUP = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One sentence about some of a group's garments or logos, once for all of them.

    `places` are the cells it is about, `anchors` the drawings; `number` is that of a note, None for any other.
    """

    level: Level
    message: str
    places: tuple[str, ...]
    anchors: tuple[str, ...]
    where: Where = Where.GARMENT
    number: int | None = None
