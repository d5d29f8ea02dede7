"""What the caller may see and order: the catalogue, what was cloned or uploaded since, and what is made up on demand.

Made up (the switch `unknown-item`: accepted) are designs and logos the catalogue has not, as they are asked for. An id
and an item number belong together for good: 123456 and MUL123456 are one design, 1234 and 1234 one logo. Where that
rule does not reach (other letters, a number that is the catalogue's), the missing half is worked out from the other by
a hash and kept in the state file, so that either half still finds the other.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from decimal import Decimal
from itertools import count
from typing import TYPE_CHECKING

from roster_import.sandbox.kitmaker.catalogue import PLACEHOLDER_TYPES, Catalogue, Design, Document, Item, Logo
from roster_import.sandbox.messages import json_text, read_exactly

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from roster_import.sandbox.state import Store

SCHEMA = (
    "CREATE TABLE IF NOT EXISTS kitmaker_assets (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, document TEXT NOT NULL)",
    """
    CREATE TABLE IF NOT EXISTS kitmaker_unknown (
        kind TEXT NOT NULL, id INTEGER NOT NULL, code TEXT NOT NULL, PRIMARY KEY (kind, id), UNIQUE (kind, code)
    )
    """,
)
_FIRST_NEW_ID = 700001
_LARGEST_ID = 2**31 - 1
_FIRST_HASHED, _HASHED = 1_500_000_000, 400_000_000
_NAME, _NUMBER = 2_000_000_001, 2_000_000_002
_PLACEHOLDERS = {_NAME: "NameLogo", _NUMBER: "NumberLogo"}
_PLACED_AT: Document = {"view": "BACK", "viewId": 4257, "xCoordinate": 300.0, "angleRads": 0.0}
_PRICE = Decimal("119.00")
_TIERS = {1: Decimal("20.00"), 10: Decimal("16.00"), 50: Decimal("12.00")}


class Stock:
    """Designs and logos as one caller sees them; another organization's are as good as absent.

    `unknown` makes up what nobody has; without it, that is absent too.
    """

    def __init__(self, catalogue: Catalogue, store: Store, own: int, unknown: Unknown | None = None) -> None:
        self.heating = catalogue.heating
        self._catalogue = catalogue
        self._store = store
        self._own = own
        self._unknown = unknown

    def reaches(self, organization: int | None) -> bool:
        """Whether that is the caller's own organization (None stands for it) or one of its children."""
        if organization is None or organization == self._own:
            return True
        return self._catalogue.parents.get(organization) == self._own

    def design(self, id_: int) -> Design | None:
        """The design of that id."""
        document = self._added("design", id_)
        design = Design(document=document) if document else self._catalogue.designs.get(id_)
        if design is None:
            return self._unknown.design(id_) if self._unknown else None
        return design if self._is_reached(design) else None

    def design_by_mul(self, mul: str) -> Design | None:
        """The design of that external item number."""
        designs = (design for design in self._catalogue.designs.values() if design.mul == mul)
        known = next(filter(self._is_reached, designs), None)
        return known or (self._unknown.design_by_mul(mul) if self._unknown else None)

    def logo(self, id_: int) -> Logo | None:
        """The logo of that id."""
        document = self._added("logo", id_)
        logo = Logo(document=document) if document else self._catalogue.logos.get(id_)
        if logo is None:
            return self._unknown.logo(id_) if self._unknown else None
        return logo if self._is_reached(logo) else None

    def logo_by_sku(self, sku: str) -> Logo | None:
        """The logo of that external item number."""
        known = next((logo for logo in self.logos() if logo.sku == sku), None)
        return known or (self._unknown.logo_by_sku(sku) if self._unknown else None)

    def logos(self) -> list[Logo]:
        """Every logo, those of the catalogue first."""
        rows = self._store.rows("SELECT document FROM kitmaker_assets WHERE kind = 'logo' ORDER BY id")
        added = [Logo(document=read_exactly(row["document"])) for row in rows]
        return list(filter(self._is_reached, (*self._catalogue.logos.values(), *added)))

    def placeholders(self, design: Design) -> Mapping[int, str]:
        """The ids of the design's name and number placeholders, each with NameLogo or NumberLogo."""
        logos = (self.logo(id_) for id_ in design.logo_ids)
        return {logo.id: logo.type for logo in logos if logo and logo.type in PLACEHOLDER_TYPES}

    def add(self, kind: str, id_name: str, document: Document) -> Document:
        """Keep a new design or logo under a new id, and return it with that id under `id_name`."""
        with self._store.changing() as connection:
            (highest,) = connection.execute("SELECT max(id) FROM kitmaker_assets").fetchone()
            new_id = max(_FIRST_NEW_ID, (highest or 0) + 1)
            document = {**document, id_name: new_id}
            connection.execute("INSERT INTO kitmaker_assets VALUES (?, ?, ?)", (new_id, kind, json_text(document)))
        return document

    def _is_reached(self, item: Item) -> bool:
        return self.reaches(item.owner)

    def _added(self, kind: str, id_: int) -> Document | None:
        row = self._store.row("SELECT document FROM kitmaker_assets WHERE id = ? AND kind = ?", id_, kind)
        return read_exactly(row["document"]) if row else None


# -------------------------------------------------------------------------------------------------------------- made up


class Unknown:
    """Makes up designs and logos. None for what the catalogue has, seen or not, and for what names nothing."""

    def __init__(self, catalogue: Catalogue, store: Store) -> None:
        designs = {id_: design.mul for id_, design in catalogue.designs.items()}
        logos = {id_: logo.sku for id_, logo in catalogue.logos.items()}
        self._designs = _Pairs(store, "design", "MUL", designs)
        self._logos = _Pairs(store, "logo", "", logos)

    def design(self, id_: int) -> Design | None:
        """The design of that id."""
        code = self._designs.code(id_)
        return _design(id_, code) if code else None

    def design_by_mul(self, mul: str) -> Design | None:
        """The design of that external item number."""
        id_ = self._designs.id(mul)
        return _design(id_, mul) if id_ else None

    def logo(self, id_: int) -> Logo | None:
        """The logo of that id; two of them are the placeholders on every design made up here."""
        code = self._logos.code(id_)
        return _logo(id_, code) if code else None

    def logo_by_sku(self, sku: str) -> Logo | None:
        """The logo of that external item number."""
        id_ = self._logos.id(sku)
        return _logo(id_, sku) if id_ else None


def as_ordered(logo: Logo, *, digits: bool, text: bool) -> Logo:
    """The logo as what it is ordered as: made-up ones are number logos, text logos or plain ones on demand."""
    if not logo.made_up or logo.id in _PLACEHOLDERS:
        return logo
    type_ = "NumberLogo" if digits else "TextLogo" if text else logo.type
    return replace(logo, document={**logo.document, "logoType": type_})


class _Pairs:
    """The ids and item numbers of one kind; `known` are the catalogue's, which are given to nothing else."""

    def __init__(self, store: Store, kind: str, prefix: str, known: Mapping[int, str | None]) -> None:
        self._store = store
        self._kind = kind
        self._prefix = prefix
        self._known = known
        self._known_codes = {code for code in known.values() if code}
        self._regular = re.compile(re.escape(prefix) + "([1-9][0-9]{0,9})")

    def code(self, id_: int) -> str | None:
        """The item number that belongs to an id."""
        if id_ in self._known or not 0 < id_ <= _LARGEST_ID:
            return None
        regular = f"{self._prefix}{id_}"
        if kept := self._kept_code(id_):
            return kept
        if self._is_free_code(regular):
            return regular
        codes = (f"{self._prefix}{number}" for number in self._hashed(regular))
        return self._keep(id_, next(filter(self._is_free_code, codes)))[1]

    def id(self, code: str) -> int | None:
        """The id that belongs to an item number."""
        if code in self._known_codes or not code.strip():
            return None
        if kept := self._kept_id(code):
            return kept
        regular = self._regular.fullmatch(code)
        if regular and int(regular[1]) <= _LARGEST_ID and self._is_free_id(int(regular[1])):
            return int(regular[1])
        return self._keep(next(filter(self._is_free_id, self._hashed(code))), code)[0]

    def _hashed(self, text: str) -> Iterator[int]:
        """Numbers that only depend on the text, among ids nobody has."""
        for attempt in count():
            digest = hashlib.sha256(f"{self._kind} {attempt} {text}".encode()).digest()
            yield _FIRST_HASHED + int.from_bytes(digest[:8], "big") % _HASHED

    def _is_free_id(self, id_: int) -> bool:
        return id_ not in self._known and self._kept_code(id_) is None

    def _is_free_code(self, code: str) -> bool:
        return code not in self._known_codes and self._kept_id(code) is None

    def _kept_code(self, id_: int) -> str | None:
        row = self._store.row("SELECT code FROM kitmaker_unknown WHERE kind = ? AND id = ?", self._kind, id_)
        return str(row["code"]) if row else None

    def _kept_id(self, code: str) -> int | None:
        row = self._store.row("SELECT id FROM kitmaker_unknown WHERE kind = ? AND code = ?", self._kind, code)
        return int(row["id"]) if row else None

    def _keep(self, id_: int, code: str) -> tuple[int, str]:
        """Keep a pair; another request with the same name may have kept the same one meanwhile."""
        with self._store.changing() as connection:
            connection.execute("INSERT OR IGNORE INTO kitmaker_unknown VALUES (?, ?, ?)", (self._kind, id_, code))
        return id_, code


def _design(id_: int, mul: str) -> Design:
    document = {
        "designId": id_,
        "designItemNo": mul,
        "title": f"Design {id_}",
        "manufacturerId": 10,
        "styleId": 31930,
        "heatingCode": "98",
        "isEditable": False,
        "designLogos": [
            {"logoId": placed, "logoItemNo": placed, **_PLACED_AT, "yCoordinate": y}
            for placed, y in ((_NAME, 120.25), (_NUMBER, 260.75))
        ],
        "price": _PRICE,
    }
    return Design(document=document, made_up=True)


def _logo(id_: int, sku: str) -> Logo:
    document = {
        "logoId": id_,
        "logoItemNo": id_ if sku == str(id_) else sku,
        "title": f"Logo {id_}",
        "widthInMM": 100,
        "HeightInMM": 100,
        "logoType": _PLACEHOLDERS.get(id_, "TRANSFER"),
        "transferMethodKey": "VAND SPORT",
        "colors": [{"ID": "HVID", "Name": "White", "Red": 255, "Green": 255, "Blue": 255}],
        "status": "Done",
        "storageCount": 0,
        "prices": [{"minQuantity": least, "unitPrice": price, "currency": "DKK"} for least, price in _TIERS.items()],
        "additionalFees": [],
    }
    return Logo(document=document, made_up=True)
