"""Titles, codes and ids of designs and logos: what a cell of the Roster or Logos sheet names.

The catalogue is optional; without it a design is named by its MUL or id, a logo by its SKU or id.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from roster_import.columns import heading_key
from roster_import.model import DesignRef, LogoKind, LogoRef

if TYPE_CHECKING:
    from collections.abc import Sequence

ItemKind = Literal["design", "logo"]

_MUL = re.compile(r"MUL\s*-?\s*([0-9]+)", re.IGNORECASE)
_ID = re.compile(r"[1-9][0-9]{0,17}")
_SKU = re.compile(r"sku\s*[:=]?\s*(\S.*)", re.IGNORECASE)
_NOTHING = frozenset({"none", "no", "-", "–", "ingen", "keine", "nein", "nej"})

_LOGO_KINDS = {
    "namelogo": LogoKind.NAME,
    "numberlogo": LogoKind.NUMBER,
    "textlogo": LogoKind.TEXT,
}


def logo_kind(type_name: str) -> LogoKind:
    """How a logo of that type is ordered: `NameLogo`, `Number logo` …; any other type is ordered by quantity."""
    return _LOGO_KINDS.get(heading_key(type_name).replace(" ", ""), LogoKind.COUNTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placeholders:
    """What a design can carry, as far as the catalogue tells: None where it does not."""

    name: bool | None = None
    number: bool | None = None
    ids: frozenset[int] = frozenset()

    @classmethod
    def parse(cls, text: str) -> Placeholders:
        """Read a Placeholders cell such as `NameLogo 601001, NumberLogo 601002`, `name, number` or `none`.

        An empty cell tells nothing. A cell that lists ids alone tells which there are, not what they carry.
        """
        key = text.strip().casefold()
        if not key:
            return cls()
        if key in _NOTHING:
            return cls(name=False, number=False)
        ids = frozenset(int(found) for found in re.findall(r"[0-9]{2,}", key))
        name = bool(re.search(r"nam|navn", key))
        number = bool(re.search(r"numb|nummer|\bnr\b", key))
        if not name and not number:
            return cls(ids=ids)
        return cls(name=name, number=number, ids=ids)


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueEntry:
    """One design or logo of the catalogue; `id` and `code` (MUL or SKU) name it to the order system."""

    kind: ItemKind
    title: str
    id: int | None = None
    code: str | None = None
    type: str = ""
    placeholders: Placeholders = Placeholders()
    sizes: tuple[str, ...] = ()
    price: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unresolved:
    """A text that names no design or logo: why, as a problem code, and what may have been meant."""

    code: str
    suggestion: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Every known design and logo, in the order they are listed."""

    entries: tuple[CatalogueEntry, ...] = ()

    def titles(self, kind: ItemKind) -> tuple[str, ...]:
        """The titles of one kind, in order."""
        return tuple(entry.title for entry in self.entries if entry.kind == kind and entry.title)

    def design(self, text: str) -> DesignRef | Unresolved:
        """The design a cell names: by title, MUL code or id, in that order.

        It is named to the order system as the cell names it; a title by its id, else by its MUL.
        """
        found = self._by_title("design", text)
        if isinstance(found, Unresolved):
            return found
        if found is not None:
            return _design_ref(found)
        if mul := _MUL.fullmatch(text):
            code = f"MUL{mul[1]}"
            known = self._known("design", code=code)
            return DesignRef(mul=code, title=known.title if known else None)
        if _ID.fullmatch(text):
            known = self._known("design", id=int(text))
            return DesignRef(id=int(text), title=known.title if known else None)
        return Unresolved(code="design-unknown", suggestion=self._near("design", text))

    def logo(self, text: str) -> LogoRef | Unresolved:
        """The loose logo a cell names: by title, `sku:…` or id, in that order."""
        found = self._by_title("logo", text)
        if isinstance(found, Unresolved):
            return found
        if found is not None:
            return _logo_ref(found)
        if sku := _SKU.fullmatch(text):
            known = self._known("logo", code=sku[1])
            return LogoRef(sku=sku[1], title=known.title if known else None, kind=_kind_of(known))
        if _ID.fullmatch(text):
            return self._logo_by_id(text)
        return Unresolved(code="logo-unknown", suggestion=self._near("logo", text))

    def entry_of(self, ref: DesignRef | LogoRef) -> CatalogueEntry | None:
        """What the catalogue says of a design or logo, if it knows it."""
        if isinstance(ref, DesignRef):
            return self._known("design", id=ref.id, code=ref.mul)
        return self._known("logo", id=ref.id, code=ref.sku)

    def _logo_by_id(self, text: str) -> LogoRef | Unresolved:
        known = self._known("logo", id=int(text))
        if known is None and (sku := self._known("logo", code=text)):
            # The vendor's ids and SKUs are both plain digits: the SKU of one logo may be the id of another.
            return Unresolved(code="logo-is-sku", suggestion=f"sku:{text}" if sku.id is None else sku.title)
        return LogoRef(id=int(text), title=known.title if known else None, kind=_kind_of(known))

    def _by_title(self, kind: ItemKind, text: str) -> CatalogueEntry | Unresolved | None:
        named = [e for e in self.entries if e.kind == kind and heading_key(e.title) == heading_key(text) != ""]
        if len({(e.id, e.code) for e in named}) > 1:
            return Unresolved(code=f"{kind}-ambiguous", suggestion=None)
        if not named:
            return None
        if named[0].id is None and named[0].code is None:
            return Unresolved(code=f"{kind}-without-id")
        return named[0]

    def _known(self, kind: ItemKind, *, id: int | None = None, code: str | None = None) -> CatalogueEntry | None:  # noqa: A002 - the field's own name
        for entry in self.entries:
            if entry.kind != kind:
                continue
            if (id is not None and entry.id == id) or (code is not None and _same_code(entry.code, code)):
                return entry
        return None

    def _near(self, kind: ItemKind, text: str) -> str | None:
        titles = {heading_key(title): title for title in self.titles(kind)}
        close = difflib.get_close_matches(heading_key(text), titles, n=1, cutoff=0.6)
        return titles[close[0]] if close else None


def _same_code(one: str | None, other: str) -> bool:
    return one is not None and one.casefold() == other.casefold()


def _kind_of(entry: CatalogueEntry | None) -> LogoKind:
    return logo_kind(entry.type) if entry else LogoKind.COUNTED


def _design_ref(entry: CatalogueEntry) -> DesignRef:
    if entry.id is not None:
        return DesignRef(id=entry.id, title=entry.title)
    return DesignRef(mul=entry.code, title=entry.title)


def _logo_ref(entry: CatalogueEntry) -> LogoRef:
    kind = logo_kind(entry.type)
    if entry.id is not None:
        return LogoRef(id=entry.id, title=entry.title, kind=kind)
    return LogoRef(sku=entry.code, title=entry.title, kind=kind)


def split_items(text: str) -> Sequence[str]:
    """The several designs or logos of one cell, divided by `;`; empty ones left out."""
    return [part.strip() for part in text.split(";") if part.strip()]
