"""Asking the order system what it has, and keeping in a file what it told.

Designs and logos are asked for by id, side by side; one trouble ends the asking.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar

from roster_import.errors import NoAnswer
from roster_import.model.catalogue import CatalogueEntry
from roster_import.model.remote_catalogue import Assortment, Design, Fee, Held, Logo, PlacedLogo, Tier
from roster_import.targets.kitmaker import catalogue as kitmaker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from roster_import.model.catalogue import ItemKind
    from roster_import.model.request import Reply, Request
    from roster_import.place.send.http import Patience, Sender
    from roster_import.settings import Settings

T = TypeVar("T")

_MOST_PAGES = 400  # of the list of logos: ten thousand of them


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the order system told: designs, logos, what it has not; and the trouble that ended the asking, if any did."""

    designs: tuple[Design, ...] = ()
    logos: tuple[Logo, ...] = ()
    missing: frozenset[tuple[ItemKind, int]] = frozenset()
    trouble: str = ""

    def kept_in(self, assortment: Assortment, now: float) -> Assortment:
        """The assortment with what was told just now."""
        return assortment.with_logos(self.logos, now).with_designs(self.designs, now)

    def absent(self, assortment: Assortment) -> tuple[CatalogueEntry, ...]:
        """What the order system has not, as entries of the catalogue; such an answer is never kept.

        A no proves something only where the order system, asked for that kind of thing, ever said yes.
        """
        shown = {"design": bool(assortment.designs), "logo": any(held.item.whole for held in assortment.logos.values())}
        return tuple(
            CatalogueEntry(kind=kind, title="", id=number, state="missing")
            for kind, number in sorted(self.missing)
            if shown[kind]
        )


@dataclass(slots=True, kw_only=True)
class Asker:
    """Asks through one sender; after the first trouble nothing more is asked."""

    sending: Sender
    patience: Patience
    designs: dict[int, Design] = field(default_factory=dict)
    logos: dict[int, Logo] = field(default_factory=dict)
    missing: set[tuple[ItemKind, int]] = field(default_factory=set)
    trouble: str = ""

    async def ask(self, designs: Iterable[int], logos: Iterable[int], known: Callable[[int], bool]) -> Told:
        """Ask for designs, then for logos and those on the designs; `known` says of which logos enough is known."""
        from asyncio import gather

        await gather(*(self._design(number) for number in dict.fromkeys(designs)))
        placed = (logo.id for design in self.designs.values() for logo in design.logos or ())
        wanted = dict.fromkeys((*logos, *(number for number in placed if not known(number))))
        await gather(*(self._logo(number) for number in wanted))
        self.logos = {number: self.logos[number] for number in wanted if number in self.logos}  # not as they came in
        return self.told()

    async def list_logos(self, search: str) -> Told:
        """Ask for every page of the list of logos; it ends where a page brings nothing new."""
        for number in range(1, _MOST_PAGES + 1):
            page = await self._send(kitmaker.logos_request(number, search), kitmaker.logo_page)
            new = {logo.id: logo for logo in page.logos if logo.id not in self.logos} if page else {}
            self.logos |= new
            if page is None or not new or (page.pages and number >= page.pages):
                break
        return self.told()

    async def picture(self, request: Request) -> bytes:
        """The picture that a request is answered with; empty where there is none."""
        return await self._send(request, kitmaker.picture) or b""

    def told(self) -> Told:
        """What was told so far."""
        return Told(
            designs=tuple(self.designs[number] for number in sorted(self.designs)),
            logos=tuple(self.logos.values()),
            missing=frozenset(self.missing),
            trouble=self.trouble,
        )

    async def _design(self, number: int) -> None:
        design = await self._send(kitmaker.design_request(number), kitmaker.design)
        if design is not None:
            self.designs[number] = design
        elif not self.trouble:
            self.missing.add(("design", number))

    async def _logo(self, number: int) -> None:
        logo = await self._send(kitmaker.logo_request(number), kitmaker.logo)
        if logo is not None:
            self.logos[number] = logo
        elif not self.trouble:
            self.missing.add(("logo", number))

    async def _send(self, request: Request, read: Callable[[Reply], T | None]) -> T | None:
        if self.trouble:
            return None
        try:
            return await self.sending.send(request, read, self.patience)
        except NoAnswer as error:
            self._note(str(error))
        return None

    def _note(self, trouble: str) -> None:
        # Several requests are under way at once: the first to fail says why.
        self.trouble = self.trouble or trouble


def patience(settings: Settings) -> Patience:
    """How long a look at the order system may take: it is a convenience, and nothing waits long for it."""
    from roster_import.place.send.http import Patience

    return Patience(tries=2, seconds=settings.request_timeout, first=settings.retry_wait)


# ------------------------------------------------------------------------------------------------ what is kept

_VERSION = 1


def load(path: Path) -> dict[str, Assortment]:
    """What is kept, by order system; nothing where there is no file, or one that is none of ours: it is asked for again."""
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        return {name: _assortment(assortment) for name, assortment in document["systems"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, ArithmeticError):
        return {}


def save(path: Path, kept: Mapping[str, Assortment]) -> None:
    """Keep it; raises `WriteError`."""
    from roster_import.files import write_whole

    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    systems = {name: _document(assortment) for name, assortment in kept.items()}
    text = json.dumps({"version": _VERSION, "systems": systems}, ensure_ascii=False, indent=1, default=str)
    write_whole(path, text.encode(), replace=True, private=True)


def _document(assortment: Assortment) -> dict[str, Any]:
    return {
        kind: [{"at": held.at, **asdict(held.item)} for held in held_items.values()]
        for kind, held_items in (("designs", assortment.designs), ("logos", assortment.logos))
    }


def _assortment(document: Mapping[str, Any]) -> Assortment:
    designs = (_design(dict(design)) for design in document["designs"])
    logos = (_logo(dict(logo)) for logo in document["logos"])
    return Assortment(designs={held.item.id: held for held in designs}, logos={held.item.id: held for held in logos})


def _design(document: dict[str, Any]) -> Held[Design]:
    at, placed = float(document.pop("at")), document.pop("logos")
    logos = None if placed is None else tuple(PlacedLogo(**logo) for logo in placed)
    return Held(Design(logos=logos, **document), at)


def _logo(document: dict[str, Any]) -> Held[Logo]:
    at, fees = float(document.pop("at")), document.pop("fees")
    tiers, colours = _tiers(document.pop("tiers")), tuple(document.pop("colours"))
    charged = tuple(Fee(**{**fee, "tiers": _tiers(fee["tiers"])}) for fee in fees)
    return Held(Logo(tiers=tiers, fees=charged, colours=colours, **document), at)


def _tiers(tiers: Iterable[Mapping[str, Any]]) -> tuple[Tier, ...]:
    return tuple(
        Tier(least=int(tier["least"]), price=Decimal(tier["price"]), currency=str(tier["currency"])) for tier in tiers
    )
