"""Which club a workbook is of: the folder it lies in, and whom its orders are for."""

from __future__ import annotations

from hashlib import sha256
from itertools import chain
from typing import TYPE_CHECKING

from roster_import.model.club import Club
from roster_import.model.sheets import heading_key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from roster_import.check.detail_columns import DetailColumns
    from roster_import.check.order_details import Defaults
    from roster_import.model.workbook import Workbook
    from roster_import.recognise.order_values import OrderSheet

_WHOSE = ("organization-id", "delivery-name")  # the first of them that is known tells clubs apart


def club_of(
    workbook: Workbook, folder: str, order: OrderSheet | None, columns: Collection[DetailColumns], defaults: Defaults
) -> Club:
    """The club of a workbook that lies in this folder, as far as it and the settings say."""
    for key in _WHOSE:
        in_columns = chain.from_iterable(_in_columns(workbook, each, key) for each in columns)
        texts = {*_on_sheet(order, key), *in_columns} - {""}
        if texts := texts or {defaults.setting(key)} - {""}:
            ids = {name.casefold(): number for name, number in defaults.organizations.items()}
            return Club(folder=folder, names=frozenset(_digest(key, ids.get(text.casefold(), text)) for text in texts))
    return Club(folder=folder)


def _on_sheet(order: OrderSheet | None, key: str) -> Iterator[str]:
    return (cell.text for row in (order.rows if order else ()) if (cell := row.get(key)))


def _in_columns(workbook: Workbook, columns: DetailColumns, key: str) -> Iterator[str]:
    sheet = workbook.sheet(columns.sheet)
    if sheet is None or key not in columns.columns:
        return
    texts = sheet.columns[columns.columns[key]].texts
    yield from (text for row, text in texts.items() if row > columns.heading_row)


def _digest(key: str, text: str) -> str:
    return sha256(f"{key} {heading_key(text)}".encode()).hexdigest()[:16]
