"""Names and numbers that a person has on a shirt, repeated in the rows of shorts and socks that have no place for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.check.rows.by_column import RosterRows
from roster_import.check.rows.garments import clothes, title_words
from roster_import.model.catalogue import Unresolved, split_items
from roster_import.model.layout import Meaning

if TYPE_CHECKING:
    from collections.abc import Collection

    from roster_import.model.catalogue import Catalogue

_ON_NO_SHIRT = frozenset({"shorts", "trousers", "socks", "skirt", "tights", "shoes", "gloves", "cap", "beanie", "bag"})
_WHO = (Meaning.PLAYER, Meaning.FIRST_NAME, Meaning.LAST_NAME, Meaning.NAME)


def with_prints_once(rows: RosterRows, catalogue: Catalogue) -> RosterRows:
    """The rows; those of shorts or socks without a place for a name, or number, leave out what the same person's shirt carries.

    As lists have them that repeat who it is in every row: Ann, LEE, 7, shirt; Ann, LEE, 7, shorts. What no garment of that
    person carries stays, and is asked about.
    """
    designs = dict.fromkeys(filter(None, rows.texts(Meaning.DESIGN)))
    bare = {text: _has_no_place(text, catalogue) for text in designs}
    if not any(bare.values()):
        return rows
    repeated = {meaning: _repeated(rows, meaning, bare) for meaning in (Meaning.NAME, Meaning.NUMBER)}
    if not any(repeated.values()):
        return rows
    kept = list(rows)
    for meaning, places in repeated.items():
        for at in places:
            kept[at] = kept[at].without(meaning)
    return RosterRows(kept)


def _has_no_place(text: str, catalogue: Catalogue) -> frozenset[Meaning]:
    """What none of the designs that a cell names has a place for."""
    designs = [catalogue.design(item) for item in split_items(text)]
    entries = [catalogue.entry_of(design) for design in designs if not isinstance(design, Unresolved)]
    places = [entry.placeholders for entry in entries if entry]
    worn = [clothes(title_words(catalogue, item)) for item in split_items(text)]
    if not places or len(places) < len(designs) or not all(each and each <= _ON_NO_SHIRT for each in worn):
        return frozenset()
    name = {Meaning.NAME} if all(each.name is False for each in places) else set[Meaning]()
    return frozenset(name | ({Meaning.NUMBER} if all(each.number is False for each in places) else set()))


def _repeated(rows: RosterRows, meaning: Meaning, bare: dict[str, frozenset[Meaning]]) -> Collection[int]:
    """The places of the rows of garments that cannot carry it, where a row of the same person carries the very same."""
    people = zip(rows.sheets, *map(rows.texts, _WHO), rows.texts(meaning), strict=True)
    said = [key if key[-1] and any(key[1:-1]) else None for key in people]
    ordered = zip(rows.texts(Meaning.DESIGN), rows.texts(Meaning.LOGO), strict=True)
    lacking = [meaning in bare.get(text, ()) and not logo for text, logo in ordered]  # a loose logo may carry it
    carried = {
        key for key, text, lacks in zip(said, rows.texts(Meaning.DESIGN), lacking, strict=True) if text and not lacks
    }
    return [at for at, (key, lacks) in enumerate(zip(said, lacking, strict=True)) if lacks and key and key in carried]
