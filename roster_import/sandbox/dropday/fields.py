"""Reading a body field by field, and noting each error under the dotted path of its field, as Laravel does."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from roster_import.sandbox.dropday.switches import DropdaySwitches

_NUMERIC = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?", re.ASCII)
_WHOLE = re.compile(r"[+-]?\d{1,15}", re.ASCII)
_JOINED = {"first_name": "firstname", "last_name": "lastname"}


def is_number(value: object) -> bool:
    """Whether that is a JSON number."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def is_absent(value: object) -> bool:
    """Whether that counts as not given: null, or a text with nothing but blanks in it."""
    return value is None or (isinstance(value, str) and not value.strip())


def as_object(value: object) -> dict[str, Any]:
    """The object, an empty one where none was given."""
    return value if isinstance(value, dict) else {}


def as_number(value: Any) -> int | float:
    """The number, also where it was given as text."""
    if not isinstance(value, str):
        return value  # type: ignore[no-any-return]
    return int(value) if _WHOLE.fullmatch(value) else float(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """One JSON object of a body; every method notes what is wrong with one field of it in `errors`."""

    document: dict[str, Any]
    errors: dict[str, list[str]]
    switches: DropdaySwitches
    path: str = ""

    def complain(self, name: str, message: str) -> None:
        """Note an error: “The external id field” and the message."""
        path = self._at(name)
        # Laravel writes the names of fields in lists as they are, all others with blanks
        shown = path if path.startswith("products.") else path.replace("_", " ")
        self.errors.setdefault(path, []).append(f"The {shown} {message}")

    def missing(self, name: str, *, required: bool) -> bool:
        """Whether the field is not there to be looked at; complained of where it must be."""
        value = self.document.get(name)
        if is_absent(value):
            if required:
                self.complain(name, "field is required.")
            elif value is None and name in self.document and self.switches.null_optional == "refused":
                self.complain(name, "must not be null.")
            return True
        return False

    def text(self, name: str, *, required: bool = False, number: bool = False) -> None:
        """A text; a number too, where the documents call the field one or the switch allows it."""
        if self.missing(name, required=required):
            return
        value = self.document[name]
        if not isinstance(value, str) and not (is_number(value) and (number or self._takes_numbers)):
            self.complain(name, "must be a string.")
        elif 0 < self.switches.longest_text < len(str(value)):
            self.complain(name, f"may not be greater than {self.switches.longest_text} characters.")

    def number(self, name: str, *, required: bool = False, amount: bool = False) -> None:
        """A number; an amount may be refused below 0."""
        if self.missing(name, required=required):
            return
        value = self.document[name]
        if not is_number(value) and not self._is_accepted_text(value):
            self.complain(name, "must be a number.")
        elif amount and self.switches.negative_amount == "refused" and as_number(value) < 0:
            self.complain(name, "must be at least 0.")

    def quantity(self, name: str) -> None:
        """A whole number above 0, unless odd ones are accepted."""
        before = len(self.errors)
        self.number(name, required=True)
        if len(self.errors) > before or self.switches.odd_quantity == "accepted":
            return
        quantity = as_number(self.document[name])
        if quantity < 1 or quantity != int(quantity):
            self.complain(name, "must be an integer of at least 1.")

    def boolean(self, name: str) -> None:
        """True or false, or what Laravel takes for it."""
        if not self.missing(name, required=False) and self.document[name] not in (True, False, "0", "1"):
            self.complain(name, "field must be true or false.")

    def pairs(self, name: str) -> None:
        """An object of any keys and values; PHP knows no difference between it and a list."""
        if self.missing(name, required=False):
            return
        value = self.document[name]
        if not isinstance(value, dict | list):
            self.complain(name, "must be an array.")
        elif self.switches.custom_values == "refused":
            for key, one in value.items() if isinstance(value, dict) else enumerate(value):
                if not isinstance(one, str):
                    self.complain(f"{name}.{key}", "must be a string.")

    def child(self, name: str, *, required: bool) -> Fields | None:
        """An object with fields of its own."""
        if self.missing(name, required=required):
            return None
        value = self.document[name]
        if not isinstance(value, dict):
            self.complain(name, "must be an array.")
            return None
        if not value and required:
            self.complain(name, "field is required.")
        return self._inner(name, value)

    def children(self, name: str) -> list[Fields]:
        """The objects of a list that must be there."""
        value = self.document.get(name)
        if value is None or (value == [] and self.switches.empty_products == "refused"):
            self.complain(name, "field is required.")
            return []
        if not isinstance(value, list):
            self.complain(name, "must be an array.")
            return []
        for index, one in enumerate(value):
            if not isinstance(one, dict):
                self.complain(f"{name}.{index}", "must be an array.")
        return [self._inner(f"{name}.{index}", one) for index, one in enumerate(value) if isinstance(one, dict)]

    def refuse_others(self, known: Iterable[str]) -> None:
        """Complain of fields that are not among those, where the switch says so."""
        if self.switches.unknown_fields == "refused":
            for name in self.document.keys() - set(known):
                self.complain(name, "field is unknown.")

    @property
    def _takes_numbers(self) -> bool:
        return self.switches.text_number == "accepted"

    def _is_accepted_text(self, value: object) -> bool:
        accepted = self.switches.number_text == "accepted"
        readable = accepted and isinstance(value, str) and _NUMERIC.fullmatch(value.strip())
        return bool(readable) and math.isfinite(float(str(value)))

    def _inner(self, name: str, value: dict[str, Any]) -> Fields:
        return Fields(document=value, errors=self.errors, switches=self.switches, path=self._at(name))

    def _at(self, name: str) -> str:
        named = _JOINED.get(name, name) if self.switches.name_path == "firstname" else name
        return f"{self.path}.{named}" if self.path else named
