"""The template: a blank roster workbook that helps while it is filled in, in English, Danish or German."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from roster_import.model.sheets import ORDER
from roster_import.write.template.plan import LISTS, CatalogueRow, Plan

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

__all__ = ["LANGUAGE_PROPERTY", "CatalogueRow", "template_workbook"]

LANGUAGE_PROPERTY = "roster-import-language"  # the custom property that tells later stages how to speak

_NOTHING: Mapping[str, str] = MappingProxyType({})


def template_workbook(
    language: str = "en",
    catalogue: Sequence[CatalogueRow] = (),
    order: Mapping[str, str] = _NOTHING,
    logo_titles: Mapping[str, str] = _NOTHING,
) -> bytes:
    """A roster workbook ready to be filled in, as the bytes of an .xlsx file; the same input gives the same bytes.

    `language` is one of `roster_import.model.columns.LANGUAGES`. The `catalogue` fills the Catalogue sheet and the
    drop-downs; without one both are empty. `order` (key of an Order label -> value) fills the Order sheet. `logo_titles`
    (id -> title) are what the logos on the designs are called: said where a placeholder has a column of its own.
    Nothing in the template is read as a roster row. Raises ValueError for another language or an unknown label.
    """
    return filled_template(Plan(language=language, catalogue=tuple(catalogue), order=order, logo_titles=logo_titles))


def filled_template(plan: Plan, fill: Callable[[Any], None] = lambda _: None) -> bytes:
    """The template with whatever `fill` writes into it before it is packed."""
    # Imported here: the command line starts without openpyxl.
    from openpyxl import Workbook

    from roster_import.write.template import looks as looks
    from roster_import.write.template import sheets as sheets
    from roster_import.write.template.lists import add_lists
    from roster_import.write.template.package import packed

    workbook: Any = Workbook()
    workbook.remove(workbook.active)
    looks.write_in_our_font(workbook)
    for add in (sheets.add_how_to, sheets.add_order, sheets.add_roster, sheets.add_logos, sheets.add_catalogue):
        add(workbook, plan)
    results = {LISTS: add_lists(workbook, plan)}
    _describe(workbook, plan)
    sheets.open_on(workbook, plan.sheet(ORDER))
    fill(workbook)
    return packed(workbook, results, sheets.text_ranges(plan))


def _describe(workbook: Any, plan: Plan) -> None:
    """Title and language of the document."""
    from openpyxl.packaging.custom import StringProperty

    workbook.properties.title = plan.texts.title
    workbook.properties.creator = "roster-import"
    workbook.properties.language = plan.language
    workbook.custom_doc_props.append(StringProperty(name=LANGUAGE_PROPERTY, value=plan.language))
