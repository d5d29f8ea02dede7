"""Which rows an order system's own words are about, as it turned an order down or gave it up.

No form of such words is documented for KitMaker, so whatever they name is looked for: the path of a field
(`designs[0].instances[1].size`), an id or item number, a title, and in quotes a size, a name or a number. Rows are
only ever named for what stands in the words; where nothing is found, nothing is said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from roster_import.language.messages import ended, joined, say, say_n
from roster_import.model.layout import Meaning
from roster_import.model.problem import Objection

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from roster_import.model.order import DesignItem, Instance, LogoItem, Order
    from roster_import.model.problem import Origin

_PATH = re.compile(r"(?:[Dd]esigns|[Ll]ogos|[Dd]eliveryAddress)(?:[.\[][0-9A-Za-z]+\]?)+|\b[a-z]+[A-Z][A-Za-z]+\b")
_STEP = re.compile(r"[A-Za-z]+|[0-9]+")
_QUOTED = re.compile(r"[“„\"'‘«]([^”“\"'’»]{1,40})[”“\"'’»]")
_FIELDS = {
    "size": Meaning.SIZE,
    "name": Meaning.NAME,
    "number": Meaning.NUMBER,
    "quantity": Meaning.QUANTITY,
    "digit": Meaning.NUMBER,
    "digits": Meaning.NUMBER,
    "value": Meaning.NAME,
    "storageQuantity": Meaning.STORAGE_QUANTITY,
}
_DETAILS = {
    "originOfDelivery": "origin-of-delivery",
    "contactName": "contact-name",
    "organizationId": "organization-id",
    "contactPerson": "delivery-contact-person",
    **{name: f"delivery-{name}" for name in ("name", "address", "zip", "city", "country")},
}
_PLAIN_DETAILS = re.compile(r"\b(reference|comment|email)\b", re.IGNORECASE)
_ORGANIZATION = re.compile(r"\borgani[sz]ation", re.IGNORECASE)
_SHORTEST_TITLE, _SHORTEST_ID = 4, 3  # shorter ones stand in words by chance


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """The rows that words are about, at which column; or the label of the Order sheet."""

    origins: tuple[Origin, ...] = ()
    meaning: Meaning | None = None
    detail: str | None = None


def objections_in(order: Order, words: str, system: str) -> tuple[Objection, ...]:
    """An objection for each part of the words that names something of the order, at the first row it is about."""
    places = ((part, _place(order, part)) for part in _parts(words))
    return tuple(_objection(system, part, place) for part, place in places if place is not None)


def _parts(words: str) -> list[str]:
    without_code = re.sub(r"^HTTP [0-9]+: (?:Bad Request – |Unprocessable Entity – )?", "", words)
    return [part.strip() for part in re.split(r";\s+|\n", without_code) if part.strip()]


def _place(order: Order, part: str) -> _Place | None:
    for path in _PATH.findall(part):
        if place := _by_path(order, [f"{step[:1].lower()}{step[1:]}" for step in _STEP.findall(path)]):
            return place
    if place := _by_words(order, _PATH.sub(" ", part)):
        return place
    if _ORGANIZATION.search(part) and order.details.organization_id is not None:
        return _Place(detail="organization-id")
    plain = _PLAIN_DETAILS.search(part)
    return _Place(detail=plain[1].casefold()) if plain else None


def _objection(system: str, part: str, place: _Place) -> Objection:
    rows = joined("(", rows_in_words(place.origins), ")", between="") if len(place.origins) > 1 else ""
    return Objection(
        level="error",
        code="refused",
        message=joined(say("{system} says: {words}", system=system, words=ended(part)), rows),
        origins=place.origins[:1],
        meaning=place.meaning,
        detail=place.detail,
    )


def rows_in_words(origins: Iterable[Origin]) -> str:
    """`Roster rows 2, 5-7; Logos row 3`."""
    by_sheet: dict[str, set[int]] = {}
    for origin in origins:
        by_sheet.setdefault(origin.sheet, set()).add(origin.row)
    parts = (joined(sheet, _rows(sorted(rows))) for sheet, rows in by_sheet.items())
    return joined(*parts, between="; ")


def _rows(rows: Sequence[int]) -> str:
    return say_n("row {rows}", "rows {rows}", len(rows), rows=_runs(rows))


def _runs(rows: Sequence[int]) -> str:
    runs: list[list[int]] = []
    for row in rows:
        if runs and row == runs[-1][-1] + 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


# -------------------------------------------------------------------------------------------------- by their path


def _by_path(order: Order, steps: Sequence[str]) -> _Place | None:
    match steps:
        case ["designs", at, "instances", row, *rest] if _is_in(at, order.designs):
            instances = order.designs[int(at)].instances
            instance = instances[int(row)] if _is_in(row, instances) else None
            values = rest[:1] == ["logoValues"]  # which of the row's placeholder columns, the path does not say
            return (
                _Place(origins=instance.origins, meaning=None if values else _field(rest, Meaning.SIZE))
                if instance
                else None
            )
        case ["designs", at, *_] if _is_in(at, order.designs):
            return _Place(origins=_of_design(order.designs[int(at)]), meaning=Meaning.DESIGN)
        case ["logos", at, "digits", row, *rest] if _is_in(at, order.logos) and _is_in(
            row, order.logos[int(at)].digits
        ):
            return _Place(origins=order.logos[int(at)].digits[int(row)].origins, meaning=_field(rest, Meaning.NUMBER))
        case ["logos", at, *rest] if _is_in(at, order.logos):
            return _Place(origins=_of_logo(order.logos[int(at)]), meaning=_field(rest, Meaning.LOGO))
        case [*_, last] if last in _DETAILS and (steps[0] == "deliveryAddress" or len(steps) == 1):
            return _Place(detail=_DETAILS[last])
    return None


def _is_in(at: str, things: Sequence[object]) -> bool:
    return at.isdigit() and int(at) < len(things)


def _field(rest: Sequence[str], otherwise: Meaning) -> Meaning:
    return _FIELDS.get(rest[0], otherwise) if rest else otherwise


def _of_design(item: DesignItem) -> tuple[Origin, ...]:
    return tuple(dict.fromkeys(origin for instance in item.instances for origin in instance.origins))


def _of_logo(item: LogoItem) -> tuple[Origin, ...]:
    return tuple(dict.fromkeys((*item.origins, *(origin for entry in item.digits for origin in entry.origins))))


# ------------------------------------------------------------------------------------------------- by what they name


def _by_words(order: Order, part: str) -> _Place | None:
    designs = [item for item in order.designs if _names(part, item.design.id, item.design.mul, item.design.title)]
    quoted = frozenset(_QUOTED.findall(part))
    if narrower := _by_quote(designs or order.designs, quoted):
        return narrower
    if designs:
        origins = (origin for item in designs for origin in _of_design(item))
        return _Place(origins=tuple(dict.fromkeys(origins)), meaning=Meaning.DESIGN)
    logos = [item for item in order.logos if _names(part, item.logo.id, item.logo.sku, item.logo.title)]
    if logos:
        origins = (origin for item in logos for origin in _of_logo(item))
        return _Place(origins=tuple(dict.fromkeys(origins)), meaning=Meaning.LOGO)
    return _by_placeholder(order, part)


def _names(part: str, number: int | None, code: str | None, title: str | None) -> bool:
    texts = [str(number) if number is not None else "", code or "", title or ""]
    long = [text for text in texts if len(text) >= (_SHORTEST_ID if text.isdigit() else _SHORTEST_TITLE)]
    return any(re.search(rf"(?<!\w){re.escape(text)}(?!\w)", part, re.IGNORECASE) for text in long)


def _by_quote(designs: Sequence[DesignItem], quoted: frozenset[str]) -> _Place | None:
    """The garments whose size, number or name stands in quotes."""
    for meaning, says in ((Meaning.SIZE, _size), (Meaning.NUMBER, _number), (Meaning.NAME, _name)):
        origins = (
            origin
            for item in designs
            for instance in item.instances
            if says(instance) in quoted
            for origin in instance.origins
        )
        named = tuple(dict.fromkeys(origins))
        if named:
            return _Place(origins=named, meaning=meaning)
    return None


def _size(instance: Instance) -> str:
    return instance.size


def _number(instance: Instance) -> str:
    return instance.number or "\0"


def _name(instance: Instance) -> str:
    return instance.name or "\0"


def _by_placeholder(order: Order, part: str) -> _Place | None:
    origins = (
        origin
        for item in order.designs
        for instance in item.instances
        if any(_names(part, value.logo_id, None, None) for value in instance.values)
        for origin in instance.origins
    )
    named = tuple(dict.fromkeys(origins))
    return _Place(origins=named) if named else None
