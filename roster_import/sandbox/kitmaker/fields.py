"""Reading a body field by field, and noting every complaint with the path of the field it is about."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from roster_import.sandbox.kitmaker.wanted import Complaint

_LARGEST = 2**31 - 1


@dataclass(slots=True, kw_only=True)
class Complaints:
    """What is wrong with one body: what is refused at once, and what only makes the order fail later."""

    refused: list[Complaint] = field(default_factory=list)
    failed: list[Complaint] = field(default_factory=list)

    def add(self, path: str, message: str, on_wrong: str = "refused") -> None:
        """Note a complaint as the switch says: refused, failed, or (any other word) not at all."""
        kept = {"refused": self.refused, "failed": self.failed}.get(on_wrong)
        if kept is not None:
            kept.append(Complaint(field=path, message=message))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """One JSON object of a body. A field of the wrong kind is complained of and read as if it were missing."""

    document: dict[str, Any]
    complaints: Complaints
    path: str = ""

    def at(self, name: str) -> str:
        """The path of a field: `designs[0].instances[1].size`."""
        return f"{self.path}.{name}" if self.path else name

    def given(self, name: str) -> bool:
        """Whether the field is there and not null."""
        return self.document.get(name) is not None

    def complain(self, name: str, message: str, on_wrong: str = "refused") -> None:
        """Complain of a field; the message says what it must be."""
        self.complaints.add(self.at(name), f"{self.at(name)} {message}", on_wrong)

    def text(self, name: str, *, required: bool = False) -> str | None:
        """A text, None where it is missing; blank counts as missing where it is required."""
        value = self.document.get(name)
        if value is not None and not isinstance(value, str):
            self.complain(name, "must be a string")
            return None
        if required and not (value or "").strip():
            self.complain(name, "is required")
        return value

    def whole(self, name: str, *, least: int, required: bool = False) -> int | None:
        """A whole number of at least `least` that fits 32 bits, None where it is missing."""
        value = self.document.get(name)
        if value is None:
            if required:
                self.complain(name, "is required")
            return None
        if isinstance(value, bool) or not isinstance(value, int) or abs(value) > _LARGEST:
            self.complain(name, "must be an integer")
            return None
        if value < least:
            self.complain(name, f"must be greater than {least - 1}")
        return value

    def child(self, name: str) -> Fields | None:
        """An object that must be there."""
        value = self.document.get(name)
        if isinstance(value, dict):
            return Fields(document=value, complaints=self.complaints, path=self.at(name))
        self.complain(name, "is required" if value is None else "must be an object")
        return None

    def children(self, name: str) -> list[Fields]:
        """The objects of an array; none where it is missing."""
        values = self.document.get(name)
        if not isinstance(values, list):
            if values is not None:
                self.complain(name, "must be an array")
            return []
        return [one for index, value in enumerate(values) if (one := self._member(name, index, value))]

    def _member(self, name: str, index: int, value: object) -> Fields | None:
        path = f"{self.at(name)}[{index}]"
        if isinstance(value, dict):
            return Fields(document=value, complaints=self.complaints, path=path)
        self.complaints.add(path, f"{path} must be an object")
        return None
