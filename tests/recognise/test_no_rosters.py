"""What stands beside a roster and is none: a cash book, accounts, an address. A roster with what was paid stays one."""

from __future__ import annotations

from pathlib import Path

import pytest
from recognise_grids import sheet_of

from roster_import.model.workbook import FileFormat, Workbook
from roster_import.recognise import recognise

ROSTER = """
Name|Number|Size
Ada Brindle|4|M
Bo Carstairs|17|L"""


def rosters(**sheets: str) -> list[str]:
    """The names of the sheets that were read as rosters."""
    workbook = Workbook(
        path=Path("club.xlsx"),
        format=FileFormat.XLSX,
        sheets=tuple(sheet_of(grid, name) for name, grid in sheets.items()),
    )
    return [layout.sheet for layout in recognise(workbook).rosters]


@pytest.mark.parametrize(
    "grid",
    [
        """
Datum|Bezeichnung|Name|Betrag|Kategorie
01.03.2026|Beitrag|Müller|120|Einnahme
03.03.2026|Trikots|Sport Fritz|-450|Ausgabe
04.03.2026|Ballpumpe|Kaufhaus|-20|Ausgabe""",
        """
Kontonr|Name|Saldo
1000|Kasse|120,50
1200|Bank|4500,00""",
        """
Dato|Tekst|Navn|Indtægt|Udgift|Saldo
01-03-2026|Kontingent|Lise Lund|300||300
02-03-2026|Bolde|Sport 24||200|100""",
        """
Date|Payee|Item|Amount
01/03/2026|Sports Direct|Home shirts|-812.50
02/03/2026|Ada Brindle|Subs|20.00""",
    ],
)
def test_accounts_are_no_roster(grid):
    assert rosters(Kasse=grid, Roster=ROSTER) == ["Roster"]
    assert rosters(Kasse=grid) == []


@pytest.mark.parametrize(
    "grid",
    [
        """
Name|Size|Balance|Account
Ada Brindle|M|20|Adult
Bo Carstairs|L|-3|Junior""",
        """
Date|Name|Shirt|Scarf|Balance
01/03/2026|Ada Brindle|x||20
02/03/2026|Bo Carstairs|x|x|-3""",
        """
Date|Name|Item|Qty|Balance due
01/03/2026|Ada Brindle|Home shirt|2|20
02/03/2026|Bo Carstairs|Scarf|1|-3""",
    ],
)
def test_a_roster_with_what_was_paid_stays_one(grid):
    assert rosters(Roster=grid) == ["Roster"]


def test_an_address_is_no_roster_and_takes_none_the_place():
    counts = """
Abteilung|S|M|L|XL
Einkauf|1|2|1|
Vertrieb||3|4|2
Montage|2|5|6|4"""
    address = """
Lieferanschrift|Firma Muster GmbH, Tor 3
|Industriestraße 44
|59269 Musterstadt
Druck|Logo Brust links"""
    assert rosters(Mengen=counts, Lieferung=address) == ["Mengen"]


def test_headings_over_nothing_are_no_roster_beside_one():
    assert rosters(U13=ROSTER, U15="Name|Number|Size") == ["U13"]
    assert rosters(U15="Name|Number|Size") == ["U15"]
