"""What an order system has, as it was last told: designs and logos with when they were asked for, kept in one file.

The file lies beside the ledger and can be deleted at any time. Only what the order system itself said is in it: titles,
codes, types, states, price tiers and fees; never a picture, a key or anything of a roster.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Generic, TypeVar

from roster_import.language.messages import say, say_n
from roster_import.model.catalogue import CatalogueEntry, Placeholders, logo_kind
from roster_import.model.order import LogoKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from decimal import Decimal

    from roster_import.model.catalogue import State

FRESH = 24 * 3600.0
"""Seconds for which an answer is believed without asking again."""

_TELLING = (LogoKind.NAME, LogoKind.NUMBER, LogoKind.TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tier:
    """A price from so many pieces on; of a fee that is no start-up fee, `least` is how often it is charged."""

    least: int
    price: Decimal
    currency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fee:
    """What is charged beside the pieces."""

    kind: str
    code: str = ""
    name: str = ""
    tiers: tuple[Tier, ...] = ()

    @property
    def is_startup(self) -> bool:
        """Whether it is charged by tier, as the start-up fee is; any other is charged `least` times."""
        return self.kind.casefold() == "startup"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedLogo:
    """One placement of a logo on a design."""

    id: int
    code: str | None = None
    view: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    """A design as the order system shows it; `logos` is None where it does not say which logos are on it."""

    id: int
    code: str | None = None
    title: str = ""
    heating: str = ""
    style: int | None = None
    logos: tuple[PlacedLogo, ...] | None = None

    @property
    def state(self) -> State:
        """Done or draft: a design without an item number is not committed (KitMaker › Design object)."""
        return "done" if self.code else "draft"


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo:
    """A logo as the order system shows it. `whole` is false for one that was only seen on a list: no prices there."""

    id: int
    code: str | None = None
    title: str = ""
    type: str = ""
    status: str = ""
    width: str = ""
    height: str = ""
    method: str = ""
    colours: tuple[str, ...] = ()
    storage: int | None = None
    tiers: tuple[Tier, ...] = ()
    fees: tuple[Fee, ...] = ()
    whole: bool = True

    @property
    def state(self) -> State:
        """Done or draft: by its status, else by whether it has an item number; "" where a list leaves both out."""
        if self.status:
            return "draft" if self.status.casefold() == "draft" else "done"
        return "done" if self.code else ""

    @property
    def kind(self) -> LogoKind | None:
        """What its type says; None for TRANSFER and any type nobody documented, which say nothing."""
        kind = logo_kind(self.type)
        return kind if kind in _TELLING else None


T = TypeVar("T", Design, Logo)


@dataclass(frozen=True, slots=True)
class Held(Generic[T]):
    """A design or logo, and when it was told: seconds since 1970."""

    item: T
    at: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Assortment:
    """What one order system has, as far as it was asked: by id."""

    designs: Mapping[int, Held[Design]] = field(default_factory=dict)
    logos: Mapping[int, Held[Logo]] = field(default_factory=dict)

    def with_designs(self, designs: Iterable[Design], at: float) -> Assortment:
        """The assortment with designs told just now."""
        return replace(self, designs={**self.designs, **{design.id: Held(design, at) for design in designs}})

    def with_logos(self, logos: Iterable[Logo], at: float) -> Assortment:
        """The assortment with logos told just now; one from a list never takes the place of a whole one."""
        told = dict(self.logos)
        for logo in logos:
            known = told.get(logo.id)
            if logo.whole or known is None or not known.item.whole:
                told[logo.id] = Held(logo, at)
        return replace(self, logos=told)

    def design_id(self, code: str) -> int | None:
        """The id of a design by its item number (MUL …)."""
        return _id_of(code, self.designs)

    def logo_id(self, code: str) -> int | None:
        """The id of a logo by its item number."""
        return _id_of(code, self.logos)

    def fresh_design(self, number: int, now: float) -> bool:
        """Whether nothing need be asked of a design: told within a day, finished, its logos told as well."""
        held = self.designs.get(number)
        if held is None or held.item.state == "draft" or not is_fresh(held.at, now):
            return False
        return all(self.fresh_logo(logo.id, now) for logo in held.item.logos or ())

    def fresh_logo(self, number: int, now: float) -> bool:
        """Whether nothing need be asked of a logo."""
        held = self.logos.get(number)
        return held is not None and held.item.whole and held.item.state != "draft" and is_fresh(held.at, now)

    def entries(self, now: float) -> tuple[CatalogueEntry, ...]:
        """Everything as entries of the catalogue; what is older than a day gives titles and types, and stops nobody."""
        telling = any(held.item.kind for held in self.logos.values())
        designs = (_design_entry(held, self.logos, now, telling=telling) for held in self.designs.values())
        return (*designs, *(_logo_entry(held, now) for held in self.logos.values()))


def _id_of(code: str, held: Mapping[int, Held[T]]) -> int | None:
    same = (entry.item.id for entry in held.values() if (entry.item.code or "").casefold() == code.casefold() != "")
    return next(same, None)


def is_fresh(at: float, now: float) -> bool:
    """Whether something told then is believed now; a time to come, from a clock set back, is not."""
    return 0 <= now - at < FRESH


# --------------------------------------------------------------------------------------- as entries of a catalogue


def _logo_entry(held: Held[Logo], now: float) -> CatalogueEntry:
    logo = held.item
    return CatalogueEntry(
        kind="logo",
        title=logo.title,
        id=logo.id,
        code=logo.code,
        type=logo.type if logo.kind else "",
        state=logo.state if is_fresh(held.at, now) else "",
    )


def _design_entry(held: Held[Design], logos: Mapping[int, Held[Logo]], now: float, *, telling: bool) -> CatalogueEntry:
    design, fresh = held.item, is_fresh(held.at, now)
    return CatalogueEntry(
        kind="design",
        title=design.title,
        id=design.id,
        code=design.code,
        placeholders=placeholders(design, logos, telling=telling) if fresh else Placeholders(),
        state=design.state if fresh else "",
    )


def placeholders(design: Design, logos: Mapping[int, Held[Logo]], *, telling: bool) -> Placeholders:
    """What a design can carry, as far as its logos tell. Never more than is certain.

    NameLogo and NumberLogo as types of a logo are not documented, TRANSFER is; so a logo of any other type may still be a
    placeholder, and only a design all of whose logos are of types that say something is known to have no place.
    """
    if design.logos is None:
        return Placeholders()
    placed = list(dict.fromkeys(logo.id for logo in design.logos))
    kinds = {number: held.item.kind if (held := logos.get(number)) else None for number in placed}
    certain = all(kinds.values())
    names, numbers = LogoKind.NAME in kinds.values(), LogoKind.NUMBER in kinds.values()
    return Placeholders(
        name=True if names else False if certain else None,
        number=True if numbers else False if certain else None,
        ids=frozenset(placed),
        kinds=tuple((number, kind) for number, kind in kinds.items() if kind in (LogoKind.NAME, LogoKind.NUMBER)),
        doubtful=telling and all(number in logos for number in placed),
    )


_MINUTE, _HOUR, _DAY = 60, 3600, 86400  # seconds


def age_in_words(at: float, now: float) -> str:
    """How long ago something was told: `just now`, `5 minutes ago`, `2 hours ago`, `3 days ago`."""
    seconds = max(0.0, now - at)
    if seconds >= _DAY:
        return say_n("{count} day ago", "{count} days ago", int(seconds // _DAY))
    if seconds >= _HOUR:
        return say_n("{count} hour ago", "{count} hours ago", int(seconds // _HOUR))
    if seconds >= _MINUTE:
        return say_n("{count} minute ago", "{count} minutes ago", int(seconds // _MINUTE))
    return say("just now")


# ------------------------------------------------------------------------------------------------------- the file
