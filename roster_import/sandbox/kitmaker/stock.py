"""What the caller may see and order: the catalogue, what was cloned or uploaded since, and whose it is."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING

from roster_import.sandbox.kitmaker.catalogue import PLACEHOLDER_TYPES, Catalogue, Design, Document, Logo
from roster_import.sandbox.messages import json_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from roster_import.sandbox.kitmaker.unknown import Unknown
    from roster_import.sandbox.store import Store

SCHEMA = (
    "CREATE TABLE IF NOT EXISTS kitmaker_assets (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, document TEXT NOT NULL)",
)
_FIRST_NEW_ID = 700001


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
        return design if self.reaches(design.owner) else None

    def design_by_mul(self, mul: str) -> Design | None:
        """The design of that external item number."""
        found = (one for one in self._catalogue.designs.values() if one.mul == mul and self.reaches(one.owner))
        return next(found, None) or (self._unknown.design_by_mul(mul) if self._unknown else None)

    def logo(self, id_: int) -> Logo | None:
        """The logo of that id."""
        document = self._added("logo", id_)
        logo = Logo(document=document) if document else self._catalogue.logos.get(id_)
        if logo is None:
            return self._unknown.logo(id_) if self._unknown else None
        return logo if self.reaches(logo.owner) else None

    def logo_by_sku(self, sku: str) -> Logo | None:
        """The logo of that external item number."""
        found = next((one for one in self.logos() if one.sku == sku), None)
        return found or (self._unknown.logo_by_sku(sku) if self._unknown else None)

    def logos(self) -> list[Logo]:
        """Every logo, those of the catalogue first."""
        rows = self._store.rows("SELECT document FROM kitmaker_assets WHERE kind = 'logo' ORDER BY id")
        added = [Logo(document=_document(row["document"])) for row in rows]
        return [one for one in (*self._catalogue.logos.values(), *added) if self.reaches(one.owner)]

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
            connection.execute(
                "INSERT INTO kitmaker_assets VALUES (?, ?, ?)", (new_id, kind, json_bytes(document).decode())
            )
        return document

    def _added(self, kind: str, id_: int) -> Document | None:
        row = self._store.row("SELECT document FROM kitmaker_assets WHERE id = ? AND kind = ?", id_, kind)
        return _document(row["document"]) if row else None


def _document(text: str) -> Document:
    document: Document = json.loads(text, parse_float=Decimal)
    return document
