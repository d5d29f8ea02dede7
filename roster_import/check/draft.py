"""A roster with errors, as far as it can be drawn: a coach sees the whole team and its order, the errors in place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roster_import.check.detail_columns import detail_sources
from roster_import.check.order_details import details_as_written, only_reference, sources
from roster_import.check.printed_names import player_name, printed_name
from roster_import.check.rows import roster_rows
from roster_import.model.catalogue import Unresolved, split_items
from roster_import.model.layout import Meaning
from roster_import.model.order import DesignRef, Line, LogoKind, LogoRef, PlaceholderValue
from roster_import.model.problem import Origin
from roster_import.model.report import Draft

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from roster_import.check.order_details import Source
    from roster_import.check.recognised import CheckOptions, Recognised
    from roster_import.check.rows.row import RosterRow
    from roster_import.model.catalogue import Catalogue
    from roster_import.model.order import OrderDetails
    from roster_import.model.report import Checked

_OF_THE_ORDER = frozenset({"reference-missing", "reference-ambiguous", "delivery-missing"})
_QUANTITY = re.compile(r"[0-9]{1,5}")


def draft_of(recognised: Recognised, checked: Checked) -> Draft:
    """One line per row that names a design, faulty or not, and what is known of each order; nothing of a file without errors.

    It is for showing, never for ordering: a design nobody knows stands there by its title alone, a quantity that is no
    number is 0, and a country nobody knows is as it was written. No lines where it is not clear what the columns mean.
    """
    if not checked.errors:
        return Draft()
    catalogue, options, columns = recognised.catalogue, recognised.options, recognised.detail_columns
    rows = roster_rows(recognised.wants, catalogue).rows
    given = sources(recognised.others.order)
    if columns:  # the columns that carry the order beside the rows
        given = detail_sources(recognised.data, columns, rows, options.defaults)[0]
    lines = () if _has_lines(checked) or not _clear(checked) else _lines(checked, rows, recognised, given)
    return Draft(lines=lines, details=_known((*lines, *checked.lines), given, options))


def _lines(
    checked: Checked,
    rows: Iterable[RosterRow],
    recognised: Recognised,
    given: Sequence[Source],
) -> tuple[Line, ...]:
    reference = only_reference(given, recognised.options.defaults) or ""
    names = {layout.sheet: _name(recognised.print_name_of(layout)) for layout in checked.layouts}
    lines = (_line(row, recognised.catalogue, reference, names[row.sheet]) for row in rows)
    return tuple(line for line in lines if line.designs)


def _known(lines: Iterable[Line], given: Sequence[Source], options: CheckOptions) -> tuple[OrderDetails, ...]:
    """What is known of the orders of the lines, by the source that names each, else by the only one there is."""
    references = dict.fromkeys(line.reference for line in lines)
    named = {cell.text: source for source in given if (cell := source.fields.get("reference"))}
    nothing = given[0] if given else None
    known = (details_as_written(name, named.get(name, nothing), options.defaults) for name in references)
    return tuple(details for details in known if details)


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


def _name(said: str | None) -> Callable[[RosterRow], str]:
    return lambda row: printed_name(row, said)


def _line(row: RosterRow, catalogue: Catalogue, reference: str, name: Callable[[RosterRow], str]) -> Line:
    designs = tuple(_design(text, catalogue) for text in split_items(row.text(Meaning.DESIGN)))
    return Line(
        origin=Origin(sheet=row.sheet, row=row.row),
        player=player_name(row),
        name=name(row),
        number=row.text(Meaning.NUMBER),
        size=row.text(Meaning.SIZE),
        quantity=_quantity(row.text(Meaning.QUANTITY)),
        designs=designs,
        nameless=catalogue.without_place(designs, LogoKind.NAME),
        numberless=catalogue.without_place(designs, LogoKind.NUMBER),
        logos=tuple(_logos(row.text(Meaning.LOGO), catalogue)),
        values=tuple(PlaceholderValue(logo_id=at, value=cell.text) for at, cell in row.values.items()),
        reference=row.text(Meaning.ORDER) or reference,
    )


def _quantity(text: str) -> int:
    if not text:
        return 1
    return int(text) if text.isascii() and _QUANTITY.fullmatch(text) else 0


def _design(text: str, catalogue: Catalogue) -> DesignRef:
    design = catalogue.design(text)
    return DesignRef(title=text) if isinstance(design, Unresolved) else design


def _logos(text: str, catalogue: Catalogue) -> list[LogoRef]:
    logos = (catalogue.logo(part) for part in split_items(text))
    return [logo for logo in logos if not isinstance(logo, Unresolved)]
