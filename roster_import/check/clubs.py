"""Which club a workbook is of: the folder it lies in, and whom its orders are for."""

from __future__ import annotations

import re
from hashlib import sha256
from itertools import chain, islice, takewhile
from typing import TYPE_CHECKING

from roster_import.model.club import Club
from roster_import.model.sheets import heading_key
from roster_import.recognise.lexicon import means
from roster_import.recognise.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from roster_import.check.detail_columns import DetailColumns
    from roster_import.check.order_details import Defaults
    from roster_import.model.workbook import Sheet, Workbook
    from roster_import.recognise.order_values import OrderSheet

_WHOSE = ("organization-id", "delivery-name")  # the first of them that is known tells clubs apart


_NARROW, _MOST_LINES, _LONGEST = 2, 8, 200
_SHORTEST = 3  # letters
_WORD = re.compile(r"[^\W\d_]+")
_OF_ANY_CLUB_TEXT = """
    the and for von und der die das den for til og och av les des pour del los las por per dei delle van voor het een
    season saison saeson sesong sasong temporada stagione seizoen sezon autumn spring summer winter fall herbst fruhjahr sommer
    efterar forar hosten varen
    year new update please official list lists liste listen lista lijst roster squad kader order orders ordering bestellung
    sammelbestellung bestilling bestallning commande pedido ordine bestelling zamowienie form forms formular equipment ausrustung
    sport sports sportverein football soccer fussball fotball fodbold handball hockey basketball volleyball rugby running
    ungdom jeunes girls boys junioren juniorinnen herren damen dame herre drenge piger women men ladies mixed first second third
"""
_OF_ANY_CLUB = frozenset(fold(_OF_ANY_CLUB_TEXT).split())


def club_of(
    workbook: Workbook, folder: str, order: OrderSheet | None, columns: Collection[DetailColumns], defaults: Defaults
) -> Club:
    """The club of a workbook that lies in this folder, as far as it and the settings say."""
    for key in _WHOSE:
        in_columns = chain.from_iterable(_in_columns(workbook, each, key) for each in columns)
        named = {*_on_sheet(order, key), *in_columns} - {""}
        if texts := named or {defaults.setting(key)} - {""}:
            ids = {name.casefold(): number for name, number in defaults.organizations.items()}
            names = frozenset(_digest(key, ids.get(text.casefold(), text)) for text in texts)
            return Club(folder=folder, names=names, named=bool(named), titles=_titles(workbook, order))
    return Club(folder=folder, titles=_titles(workbook, order))


def _titles(workbook: Workbook, order: OrderSheet | None) -> frozenset[str]:
    """The words above the tables of a workbook that may be a club's name: of no team, season or order."""
    words = {
        word
        for sheet in workbook.sheets
        if not sheet.hidden and not (order and sheet.name == order.sheet)
        for text in _lines_above(sheet)
        for word in _WORD.findall(fold(text[:_LONGEST]))
        if len(word) >= _SHORTEST and means(word) is None and word not in _OF_ANY_CLUB
    }
    return frozenset(_digest("title", word) for word in words)


def _lines_above(sheet: Sheet) -> Iterator[str]:
    """What stands in the lines of a cell or two with which a sheet begins."""
    widths = takewhile(lambda each: each[1] <= _NARROW, islice(sheet.rows.widths.items(), _MOST_LINES))
    for row, _ in widths:
        yield from (cell.text for cell in sheet.rows[row].values())


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
