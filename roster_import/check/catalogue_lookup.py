"""What the cells of a row name, looked up: its designs, logos and size in the catalogue, its order among the references.

What the look-up says against a cell is a verdict; `validate` judges them, together with what stands in the cells as it is.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from roster_import.check.placeholders import nowhere_printed
from roster_import.check.printed_names import printed_name
from roster_import.check.rows.messages import broken
from roster_import.check.rules.sizes import written_otherwise
from roster_import.model.catalogue import Catalogue, CatalogueEntry, Unresolved, split_items
from roster_import.model.layout import Meaning
from roster_import.model.order import DesignRef, LogoKind, LogoRef
from roster_import.model.workbook import CellKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from roster_import.check.rows.row import RosterRow

LOOKED_UP = (
    Meaning.PLAYER,
    Meaning.NAME,
    Meaning.NUMBER,
    Meaning.SIZE,
    Meaning.QUANTITY,
    Meaning.STORAGE_QUANTITY,
    Meaning.DESIGN,
    Meaning.LOGO,
    Meaning.ORDER,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What rows are checked against: the catalogue, the reference of rows that name none, and the known references.

    `known_references` is None where any reference will do. `print_names` says per sheet how a lone name column is printed.
    `loose` is true for the Logos sheet: no design is wanted, and a number alone makes a logo a number logo.
    `for_child` says that the order is placed for another organization, whose designs we may not be shown.
    """

    catalogue: Catalogue
    reference: str | None
    known_references: frozenset[str] | None = None
    print_names: Mapping[str, str] = field(default_factory=dict)
    loose: bool = False
    for_child: bool = False


@dataclass(slots=True, kw_only=True)
class RowLookup:
    """A row, what its cells name, and the verdicts of the look-up: meaning -> (code, more, suggestion)."""

    row: RosterRow
    designs: list[DesignRef] = field(default_factory=list)
    logos: list[LogoRef] = field(default_factory=list)
    bare: list[DesignRef] = field(default_factory=list)
    size: str = ""
    name: str = ""
    verdicts: dict[Meaning, tuple[str, str, str | None]] = field(default_factory=dict)

    def entries(self, catalogue: Catalogue) -> list[tuple[DesignRef, CatalogueEntry | None]]:
        """The designs, and what the catalogue knows of them."""
        return [(design, catalogue.entry_of(design)) for design in self.designs]

    def blame(self, meaning: Meaning, code: str, more: str = "", suggestion: str | None = None) -> None:
        """A verdict on the cell of a meaning; the first one stands."""
        self.verdicts.setdefault(meaning, (code, more, suggestion))


def look_up(row: RosterRow, rules: Rules) -> RowLookup:
    """What the cells of a row name, and everything the look-up says against them."""
    lookup = RowLookup(row=row, size=row.text(Meaning.SIZE), name=printed_name(row, rules.print_names.get(row.sheet)))
    for meaning in LOOKED_UP:
        if code := broken(row.cells.get(meaning)):
            lookup.blame(meaning, code)
    _look_up_designs(lookup, rules.catalogue)
    _look_up_logos(lookup, rules)
    _check_state(lookup, rules)
    _check_size(lookup, rules.catalogue)
    _check_printing(lookup, rules.catalogue)
    _check_loose(lookup, rules)
    _check_order(lookup, rules)
    return lookup


def _look_up_designs(lookup: RowLookup, catalogue: Catalogue) -> None:
    for text in split_items(lookup.row.text(Meaning.DESIGN)):
        design = catalogue.design(text)
        if isinstance(design, Unresolved):
            lookup.blame(Meaning.DESIGN, design.code, suggestion=design.suggestion)
        else:
            lookup.designs.append(design)


def _look_up_logos(lookup: RowLookup, rules: Rules) -> None:
    for text in split_items(lookup.row.text(Meaning.LOGO)):
        logo = rules.catalogue.logo(text)
        if isinstance(logo, Unresolved):
            lookup.blame(Meaning.LOGO, logo.code, suggestion=logo.suggestion)
        else:
            lookup.logos.append(_as_ordered(logo, lookup.row, rules))


def _as_ordered(logo: LogoRef, row: RosterRow, rules: Rules) -> LogoRef:
    """On the Logos sheet a number makes a number logo, a text a text logo, of a logo the catalogue does not know."""
    known = rules.catalogue.entry_of(logo)
    if not rules.loose or (known and known.type):
        return logo
    kind = LogoKind.NUMBER if row.text(Meaning.NUMBER) else LogoKind.TEXT if row.text(Meaning.NAME) else logo.kind
    return LogoRef(id=logo.id, sku=logo.sku, title=logo.title, kind=kind)


def _check_state(lookup: RowLookup, rules: Rules) -> None:
    """What the order system would refuse as a whole: drafts, and what it has not (or not for us)."""
    named: list[tuple[Meaning, DesignRef | LogoRef]] = [(Meaning.DESIGN, design) for design in lookup.designs]
    named += [(Meaning.LOGO, logo) for logo in lookup.logos]
    for meaning, ref in named:
        entry = rules.catalogue.entry_of(ref)
        state = entry.state if entry else ""
        if state == "draft":
            lookup.blame(meaning, f"{meaning.value}-draft", ref.label)
        elif state == "missing" and not rules.for_child:
            lookup.blame(meaning, f"{meaning.value}-not-there", ref.label)


def _check_size(lookup: RowLookup, catalogue: Catalogue) -> None:
    cell = lookup.row.cells.get(Meaning.SIZE)
    if cell is not None and cell.kind is CellKind.DATE:
        lookup.blame(Meaning.SIZE, "size-is-date")
    if lookup.row.text(Meaning.DESIGN) and not lookup.size:
        lookup.blame(Meaning.SIZE, "size-missing")
    for design in lookup.designs:
        entry = catalogue.entry_of(design)
        if not entry or not entry.sizes or not lookup.size:
            continue
        same = {size.casefold(): size for size in entry.sizes}
        if lookup.size.casefold() not in same:
            there_are = f"{design.label}: {', '.join(entry.sizes)}"
            lookup.blame(Meaning.SIZE, "size-unknown", there_are, _size_like(lookup.size, entry.sizes))
        lookup.size = same.get(lookup.size.casefold(), lookup.size)


def _size_like(text: str, sizes: Sequence[str]) -> str | None:
    def bare(size: str) -> str:
        return "".join(char for char in size.casefold() if char.isalnum())

    return next((size for size in sizes if bare(size) == bare(text)), None) or written_otherwise(text, sizes)


def _check_printing(lookup: RowLookup, catalogue: Catalogue) -> None:
    """A name or number that the design has no place for is dropped by the vendor without a word: say so before."""
    for design in lookup.designs:
        entry = catalogue.entry_of(design)
        if entry is None:
            continue
        kinds = {logo.kind for logo in lookup.logos}
        no_name, no_number = entry.placeholders.name is False, entry.placeholders.number is False
        if no_name and no_number and kinds & {LogoKind.NUMBER, LogoKind.NAME}:
            lookup.bare.append(design)  # the name and number are for the loose logo of the row
            continue
        if lookup.name and no_name:
            lookup.blame(Meaning.NAME, "name-not-printable", design.label)
        if lookup.row.text(Meaning.NUMBER) and no_number:
            lookup.blame(Meaning.NUMBER, "number-not-printable", design.label)
        for meaning in nowhere_printed(lookup.row, entry, lookup.name):
            lookup.blame(meaning, f"{meaning.value}-nowhere", design.label)


def _check_loose(lookup: RowLookup, rules: Rules) -> None:
    number, text = lookup.row.text(Meaning.NUMBER), lookup.row.text(Meaning.NAME)
    for logo in lookup.logos:
        if logo.kind is LogoKind.NUMBER and not number:
            lookup.blame(Meaning.NUMBER, "number-missing", logo.label)
        if logo.kind is LogoKind.NAME and not lookup.name and not text:
            lookup.blame(Meaning.NAME, "name-missing", logo.label)
        if rules.loose and number and logo.kind is not LogoKind.NUMBER:
            lookup.blame(Meaning.NUMBER, "logo-takes-no-number", logo.label)
        if rules.loose and text and logo.kind in (LogoKind.NUMBER, LogoKind.COUNTED):
            lookup.blame(Meaning.NAME, "logo-takes-no-text", logo.label)
    if not lookup.row.text(Meaning.LOGO) and lookup.row.text(Meaning.STORAGE_QUANTITY) not in ("", "0"):
        lookup.blame(Meaning.STORAGE_QUANTITY, "storage-without-logo")
    if not lookup.row.text(Meaning.DESIGN) and not lookup.row.text(Meaning.LOGO):
        lookup.blame(Meaning.LOGO if rules.loose else Meaning.DESIGN, "row-without-item")


def _check_order(lookup: RowLookup, rules: Rules) -> None:
    reference = lookup.row.text(Meaning.ORDER)
    if not reference and rules.reference is None:
        lookup.blame(Meaning.ORDER, "reference-missing")
    elif reference and rules.known_references is not None and reference not in rules.known_references:
        like = [known for known in rules.known_references if known.casefold() == reference.casefold()]
        lookup.blame(Meaning.ORDER, "order-unknown", suggestion=like[0] if like else None)
