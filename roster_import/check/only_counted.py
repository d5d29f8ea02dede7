"""1, 2, 3 … beside garments that have no place for a number: they only count the rows, and nobody is asked about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.model.catalogue import Unresolved, split_items
from roster_import.model.layout import Meaning
from roster_import.model.order import LogoKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from roster_import.model.catalogue import Catalogue
    from roster_import.model.layout import Layout
    from roster_import.model.workbook import Workbook
    from roster_import.recognise import Recognition


def only_counted(
    recognition: Recognition, data: Workbook, told: Mapping[str, str], catalogue: Catalogue
) -> dict[str, tuple[Meaning, None]]:
    """What names a column that is asked about and cannot be printed -> that it is no part of the order.

    `told`: sheet -> the design of every row, where somebody said it.
    """
    asked = {question.key: (Meaning.IGNORED, None) for question in recognition.questions if question.counts}
    designs = [_designs(layout, data, told.get(layout.sheet, "")) for layout in recognition.rosters] if asked else []
    return asked if designs and all(_take_no_number(each, catalogue) for each in designs) else {}


def _designs(layout: Layout, data: Workbook, told: str) -> Sequence[str]:
    """The designs of a roster, none where a cell is left open or columns are of one garment each."""
    columns = [column for column in layout.columns if column.meaning in (Meaning.DESIGN, Meaning.SIZE_LIST)]
    if not columns:
        return [told] if told else []
    sheet = data.sheet(layout.sheet)
    if sheet is None or len(columns) > 1 or columns[0].of or columns[0].meaning is not Meaning.DESIGN:
        return []
    texts = sheet.down(columns[0].column, layout.rows)
    return [title for text in dict.fromkeys(texts) for title in split_items(text) or [told]]


def _take_no_number(titles: Iterable[str], catalogue: Catalogue) -> bool:
    designs = [catalogue.design(title) for title in titles]
    known = [design for design in designs if not isinstance(design, Unresolved)]
    return bool(known) and len(catalogue.without_place(known, LogoKind.NUMBER)) == len(designs)
