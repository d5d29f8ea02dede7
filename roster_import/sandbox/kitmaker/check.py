"""Is a body an order? Every complaint at once, and what is wanted (KitMaker › Orders › Place an order)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from roster_import.sandbox.kitmaker.catalogue import TEXT_TYPES, Design, Logo
from roster_import.sandbox.kitmaker.refusals import Complaint, Complaints, Fields
from roster_import.sandbox.kitmaker.stock import as_ordered

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from roster_import.sandbox.kitmaker.stock import Stock
    from roster_import.sandbox.kitmaker.switches import KitMakerSwitches


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


_DIGITS = re.compile(r"[0-9]+")
_COUNTRY = re.compile(r"[A-Za-z]{2}")
_TEXTS = {"reference": True, "comment": False, "originOfDelivery": False, "email": False, "contactName": False}
ADDRESS = {"name": True, "address": True, "zip": True, "city": True, "country": True, "contactPerson": False}

_Item = TypeVar("_Item", Design, Logo)


def check_order(body: Mapping[str, Any], stock: Stock, switches: KitMakerSwitches) -> Checked:
    """What the body asks for and everything wrong with it; items that are not known are left out."""
    complaints = Complaints()
    checker = _Checker(stock=stock, switches=switches)
    wanted = checker.order(Fields(document=dict(body), complaints=complaints))
    return Checked(wanted=wanted, refusals=tuple(complaints.refused), failures=tuple(complaints.failed))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Checker:
    stock: Stock
    switches: KitMakerSwitches

    def order(self, body: Fields) -> Wanted:
        texts = {name: body.text(name, required=required) for name, required in _TEXTS.items()}
        address = self._address(body.child("deliveryAddress"))
        self._arrays(body)
        designs = [self._design(entry) for entry in body.children("designs")]
        logos = [self._logo(entry) for entry in body.children("logos")]
        return Wanted(
            texts=texts,
            address=address,
            designs=tuple(design for design in designs if design),
            logos=tuple(logo for logo in logos if logo),
        )

    def _address(self, address: Fields | None) -> dict[str, str | None]:
        if address is None:
            return {}
        texts = {name: address.text(name, required=required) for name, required in ADDRESS.items()}
        if texts["country"] and not _COUNTRY.fullmatch(texts["country"]):
            address.complain("country", "must be a two-letter ISO country code")
        return texts

    def _arrays(self, body: Fields) -> None:
        if self.switches.missing_array == "refused":
            for name in ("designs", "logos"):
                if not body.given(name):
                    body.complain(name, "is required")
        if not body.document.get("designs") and not body.document.get("logos"):
            body.complaints.add("designs", "At least one of designs and logos must have an entry")

    # ------------------------------------------------------------------------------------------------- designs

    def _design(self, entry: Fields) -> WantedDesign | None:
        design = self._resolve(entry, "designId", "designMul", self.stock.design, self.stock.design_by_mul)
        rows = entry.children("instances")
        if not rows:
            entry.complain("instances", "must have at least one entry")
        instances = tuple(self._instance(row, design) for row in rows)
        if design is None:
            return None
        kinds = self.stock.placeholders(design).values()
        return WantedDesign(
            design=design,
            carries_name="NameLogo" in kinds,
            carries_number="NumberLogo" in kinds,
            instances=instances,
        )

    def _instance(self, row: Fields, design: Design | None) -> WantedInstance:
        size = row.text("size", required=True) or ""
        if size and design and design.sizes and size not in design.sizes:
            row.complain("size", f"“{size}” is not a size of {design.title}", self.switches.unknown_size)
        number = row.text("number") or ""
        if number and not _DIGITS.fullmatch(number):
            row.complain("number", "must contain only digits")
        self._placeholder_values(row, design)
        quantity = row.whole("quantity", least=1, required=True) or 0
        return WantedInstance(size=size, quantity=quantity, name=row.text("name") or "", number=number)

    def _placeholder_values(self, row: Fields, design: Design | None) -> None:
        kinds = self.stock.placeholders(design) if design else {}
        seen: set[int] = set()
        for entry in row.children("logoValues"):
            logo_id, value = entry.whole("logoId", least=1, required=True), entry.text("value", required=True)
            if logo_id in seen:
                entry.complain("logoId", f"{logo_id} has two values")
            seen.add(logo_id or 0)
            if design and not design.made_up and logo_id is not None and logo_id not in kinds:
                message = f"{logo_id} is no name or number placeholder of {design.title}"
                entry.complain("logoId", message, self.switches.unknown_placeholder)
            if kinds.get(logo_id or 0) == "NumberLogo" and value and not _DIGITS.fullmatch(value):
                entry.complain("value", "must contain only digits")

    # --------------------------------------------------------------------------------------------------- logos

    def _logo(self, entry: Fields) -> WantedLogo | None:
        logo = self._resolve(entry, "logoId", "logoSku", self.stock.logo, self.stock.logo_by_sku)
        if logo is None:
            return None
        logo = as_ordered(logo, digits=bool(entry.document.get("digits")), text=bool(entry.document.get("value")))
        return self._number_logo(entry, logo) if logo.type == "NumberLogo" else self._counted_logo(entry, logo)

    def _number_logo(self, entry: Fields, logo: Logo) -> WantedLogo:
        rows = entry.children("digits")
        if not rows:
            entry.complain("digits", f"is required for the number logo {logo.title}")
        if entry.given("quantity") or entry.given("value"):
            entry.complain("digits", "takes the place of quantity and value for a number logo")
        return WantedLogo(logo=logo, digits=tuple(self._digits(row) for row in rows))

    @staticmethod
    def _digits(row: Fields) -> WantedDigits:
        digit = row.text("digit", required=True) or ""
        if digit and not _DIGITS.fullmatch(digit):
            row.complain("digit", "must contain only digits")
        quantity = row.whole("quantity", least=1, required=True) or 0
        return WantedDigits(digit=digit, quantity=quantity, storage=row.whole("storageQuantity", least=0) or 0)

    def _counted_logo(self, entry: Fields, logo: Logo) -> WantedLogo:
        if entry.given("digits") and entry.document["digits"] != []:
            entry.complain("digits", f"is only for number logos, which {logo.title} is not")
        value = entry.text("value") or ""
        if value and logo.type not in TEXT_TYPES:
            message = f"is only for text and name logos, which {logo.title} is not"
            entry.complain("value", message, self.switches.stray_value)
        quantity = entry.whole("quantity", least=1, required=True) or 0
        storage = entry.whole("storageQuantity", least=0) or 0
        return WantedLogo(logo=logo, quantity=quantity, storage=storage, value=value)

    # ------------------------------------------------------------------------------------------------ resolving

    def _resolve(
        self,
        entry: Fields,
        by_id: str,
        by_code: str,
        find_id: Callable[[int], _Item | None],
        find_code: Callable[[str], _Item | None],
    ) -> _Item | None:
        """The design or logo an entry names by its id or its item number; complained of where it cannot be ordered."""
        id_, code = entry.whole(by_id, least=1), entry.text(by_code)
        if not self._named_once(entry, by_id, by_code):
            return None
        item = find_id(id_) if id_ is not None else find_code(code) if code else None
        name, shown = (by_id, str(id_)) if entry.given(by_id) else (by_code, code)
        if item is None and (id_ is not None or code is not None):
            on_wrong = "failed" if self.switches.unknown_item == "failed" else "refused"
            entry.complain(name, f"{shown} was not found", on_wrong)
        elif item is not None and not item.done:
            entry.complain(name, f"{shown} is not finalized", self.switches.draft_item)
        return item

    def _named_once(self, entry: Fields, by_id: str, by_code: str) -> bool:
        given = entry.given(by_id) + entry.given(by_code)
        if given == 1 or (given == 2 and self.switches.two_names == "allowed"):
            return True
        entry.complain(by_id, f"or {by_code} must be given, {'not both' if given else 'one of the two'}")
        return False
