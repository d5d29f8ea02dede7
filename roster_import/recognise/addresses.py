"""Where a parcel is to go, as somebody wrote it on the roster itself: Lieferadresse: Stadionweg 1, 88400 Biberach."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from roster_import.model.workbook import Cell, Sheet


def _alternatives(phrases: str) -> str:
    """The phrases, each with blanks for `_`, as a pattern of which one must stand there."""
    return "|".join(phrase.replace("_", " ") for phrase in phrases.split())


_ADDRESS = """
    delivery_address shipping_address lieferadresse lieferanschrift versandadresse leveringsadresse leveransadress afleveradres
    bezorgadres leveradres adresse_de_livraison direccion_de_entrega direccion_de_envio indirizzo_di_consegna
    indirizzo_di_spedizione morada_de_entrega endereco_de_entrega adres_dostawy adres_wysylki dodaci_adresa dorucovaci_adresa
    toimitusosoite teslimat_adresi お届け先 配送先 送付先 배송지 收货地址 送货地址
"""
_SENT_TO = """
    deliver_to delivery_to ship_to send_to lieferung_an lieferung_bitte_an lieferung_nach liefern_an versand_an leveres_til
    leveres_hos levering_til sendes_til leverans_till levereras_till skickas_till afleveren_bij bezorgen_bij livrer_a entregar_en
    enviar_a entrega_en consegnare_a consegna_presso consegna_a spedire_a entrega_em dostarczyc_na dorucit_na
"""
_SENT = """
    delivery lieferung versand leveres levering leverans levering livraison entrega consegna spedizione dostawa doruceni toimitus
    teslimat
"""
_SENT_THERE = """
    deliver_at delivered_at delivery_at liefern_in liefern_ins liefern_zum liefern_zur liefern_auf lieferung_ins lieferung_zum
    lieferung_zur lieferung_auf leveres_i leveres_pa leveres_ved levering_i levering_pa levering_ved levereras_i levereras_pa
    levereras_vid afleveren_op afleveren_in bezorgen_op bezorgen_in livrer_au livrer_chez livrer_dans livraison_au livraison_chez
    entregar_no entregar_na entrega_no entrega_na entregar_al consegnare_in consegnare_al consegnare_alla consegna_in dostawa_na
    dostawa_do dostarczyc_do dorucit_do doruceni_do toimitus_seuran
"""
_WHEN = "uge uke vecka kw woche wochen week weeks semaine semana settimana tydzien tydnu viikko hafta"
_PLEASE = "bitte_ please_ venligst_ vennligst_ graag_ gelieve_ merci_de_ por_favor_ per_favore_ prosimy_ prosze_ "
_LABEL = re.compile(
    r"(?:^|[.;–-]\s+)(?:"
    rf"(?:{_alternatives(_ADDRESS)})\s*[:：–—-]?|"
    rf"(?:{_alternatives(_PLEASE)})?(?:{_alternatives(_SENT_TO)})(?:\s*[:：–—-]|(?=\s.*\d))|"
    rf"(?:{_alternatives(_PLEASE)})?(?:{_alternatives(_SENT_THERE)})(?=\s+(?!(?:{_alternatives(_WHEN)})\b)[^\W\d_])|"
    rf"(?:{_alternatives(_SENT)})\s*[:：](?=.*\d.*,|.*,.*\d|\s*$)"
    r")(?![^\W_])\s*(?P<rest>.*)$",
    re.DOTALL,
)
_NARROW = 2  # cells of a line of an address
_MOST_LINES = 6
_FEWEST_LETTERS = 8
_LONGEST = 300  # letters of a cell that are looked at


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """An address as it was written: its first cell, its rows, and all of it in one line."""

    cell: Cell
    rows: tuple[int, ...]
    text: str


def addresses(sheet: Sheet, players: Collection[int]) -> Iterator[Address]:
    """Every address for the delivery that stands above or below the players, whose rows and headings these are."""
    free = [row for row, width in sheet.rows.widths.items() if width <= _NARROW and row not in players]
    taken: set[int] = set()
    for row in free:
        cells = list(sheet.rows[row].values())
        label = next((cell for cell in cells if _says_where(cell.text)), None)
        if label is None or row in taken:
            continue
        lines = [row, *(_lines_below(free, row) if len(cells) == 1 and not _rest(label.text) else ())]
        taken |= {*lines}
        said, *more = (cell.text.rstrip(" :,") for line in lines for cell in sheet.rows[line].values())
        text = f"{said}: {', '.join(more)}" if more else said
        if len(text) >= len(label.text.rstrip(" :,")) + _FEWEST_LETTERS or _rest(label.text):
            yield Address(cell=label, rows=tuple(lines), text=text)


def rows_of_addresses(sheet: Sheet, players: Collection[int]) -> set[int]:
    """The rows of the addresses, as `addresses` finds them."""
    return {row for address in addresses(sheet, players) for row in address.rows}


def _lines_below(free: Collection[int], row: int) -> Iterator[int]:
    for line in range(row + 1, row + 1 + _MOST_LINES):
        if line not in free:
            return
        yield line


def _says_where(text: str) -> bool:
    return _read(text[:_LONGEST]) is not None


def _rest(text: str) -> str:
    """What stands behind the label."""
    return _read(text[:_LONGEST]) or ""


@lru_cache(maxsize=4096)
def _read(text: str) -> str | None:
    """What stands behind the label of an address, if the text has one."""
    said = _LABEL.search(_plain(text))
    return said["rest"].strip() if said else None


def _plain(text: str) -> str:
    """The text in small letters without accents, its signs kept."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("ø", "o").replace("ł", "l"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
