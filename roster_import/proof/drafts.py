"""The lines of a roster with errors, as far as they can be drawn: a coach sees the whole team, the errors in place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roster_import.catalogue import Catalogue, Unresolved, split_items
from roster_import.details import only_reference, sources
from roster_import.model import DesignRef, Line, LogoRef, Meaning, Origin, PlaceholderValue
from roster_import.rows import roster_rows
from roster_import.sheets import read_beside, read_catalogue, without_our_marks

if TYPE_CHECKING:
    from collections.abc import Callable

    from roster_import.checking import CheckOptions
    from roster_import.model import Checked, Layout
    from roster_import.rows import RosterRow

_OF_THE_ORDER = frozenset({"reference-missing", "reference-ambiguous", "delivery-missing"})
_QUANTITY = re.compile(r"[0-9]{1,5}")


def draft_lines(checked: Checked, options: CheckOptions) -> tuple[Line, ...]:
    """One line per row that names a design, faulty or not; none where it is not clear what the columns mean.

    They are for drawing, never for ordering: a design nobody knows stands there by its title alone, and a quantity
    that is no number is 0.
    """
    if checked.workbook is None or not checked.errors or _has_lines(checked) or not _clear(checked):
        return ()
    workbook = without_our_marks(checked.workbook)
    beside = read_beside(workbook)
    own = read_catalogue(beside.catalogue)[0].entries if beside.catalogue else ()
    catalogue = Catalogue(entries=(*own, *options.catalogue.entries))
    reference = only_reference(sources(beside.order), options.defaults) or ""
    names = {layout.sheet: _name(layout, options) for layout in checked.layouts}
    rows = roster_rows(workbook, checked.layouts, catalogue)
    lines = (_line(row, catalogue, reference, names[row.sheet]) for row in rows)
    return tuple(line for line in lines if line.designs)


def _has_lines(checked: Checked) -> bool:
    """Whether the roster itself was found right; the Logos sheet is judged apart from it."""
    sheets = {layout.sheet for layout in checked.layouts}
    return any(line.origin.sheet in sheets for line in checked.lines)


def _clear(checked: Checked) -> bool:
    """Whether every error is about a row's own cells, or about the order as a whole, and none about the columns."""
    rows = {(layout.sheet, row) for layout in checked.layouts for row in layout.rows}
    sheets = {layout.sheet for layout in checked.layouts}
    return not checked.questions and all(
        (problem.sheet, problem.row) in rows
        or problem.code in _OF_THE_ORDER
        or (problem.sheet is not None and problem.sheet not in sheets)
        for problem in checked.errors
    )


def _name(layout: Layout, options: CheckOptions) -> Callable[[RosterRow], str]:
    from roster_import.check import printed_name

    said = options.print_name_of(layout)
    return lambda row: printed_name(row, said)


def _line(row: RosterRow, catalogue: Catalogue, reference: str, name: Callable[[RosterRow], str]) -> Line:
    from roster_import.check import player_name

    return Line(
        origin=Origin(sheet=row.sheet, row=row.row),
        player=player_name(row),
        name=name(row),
        number=row.text(Meaning.NUMBER),
        size=row.text(Meaning.SIZE),
        quantity=_quantity(row.text(Meaning.QUANTITY)),
        designs=tuple(_design(text, catalogue) for text in split_items(row.text(Meaning.DESIGN))),
        logos=tuple(_logos(row.text(Meaning.LOGO), catalogue)),
        values=tuple(PlaceholderValue(logo_id=at, value=cell.text) for at, cell in row.values.items()),
        reference=row.text(Meaning.ORDER) or reference,
    )


def _quantity(text: str) -> int:
    if not text:
        return 1
    return int(text) if text.isascii() and _QUANTITY.fullmatch(text) else 0


def _design(text: str, catalogue: Catalogue) -> DesignRef:
    found = catalogue.design(text)
    return DesignRef(title=text) if isinstance(found, Unresolved) else found


def _logos(text: str, catalogue: Catalogue) -> list[LogoRef]:
    found = (catalogue.logo(part) for part in split_items(text))
    return [logo for logo in found if not isinstance(logo, Unresolved)]
