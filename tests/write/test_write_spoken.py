"""The results workbook in its reader's language: words, days, amounts, notes; what is written anew and what stays."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook, load_workbook
from placed_orders import AWAY, HOME, layout, lines_of, order, placement, roster_file

from roster_import.language.messages import say
from roster_import.model.placement import Status
from roster_import.model.report import Checked
from roster_import.model.result_sheets import is_ours
from roster_import.read import ReadOptions
from roster_import.read.parse import parse
from roster_import.recognise.other_sheets import without_our_marks
from roster_import.targets.amounts import total_differences
from roster_import.write.deliver import write_results
from roster_import.write.reader_language import Reader
from roster_import.write.results.workbook import bare_results, says_enough, state

if TYPE_CHECKING:
    from pathlib import Path

    from roster_import.model.placement import Placement

CROSSED = say("The order could not be placed: {what}", what="no stock.")


def written(language: str, *placements: Placement) -> Workbook:
    return load_workbook(io.BytesIO(bare_results(placements, language=language)))


def first_rows(book: Workbook, name: str, rows: int) -> list[list[object]]:
    found = [[cell.value for cell in row] for row in book[name].iter_rows(max_row=rows)]
    return [[value for value in row if value is not None] for row in found]


def two_orders() -> tuple[Placement, Placement]:
    one = placement(order("PO-1", {HOME: {"M": 9, "S": 3}, AWAY: {"M": 1}}, logos=14))
    return one, placement(order("PO-2", {AWAY: {"L": 2}}), Status.REFUSED, error=CROSSED)


@pytest.mark.parametrize(
    ("language", "name", "rows"),
    [
        ("da", "Oversigt", [
            ["2 ordrer: 13 styk og 14 løse logoer"],
            ["! 1 ordre blev afvist."],
            [],
            ["Ordre", "Række", "Hvad", "Sendt", "Bekræftet", "Med ord"],
            ["PO-2", "afvist", "Ordren kunne ikke afgives: no stock."],
            [],
            ["Reference", "Ordrenummer", "Status", "Styk", "Løse logoer", "Leveres", "I alt med moms", "Valuta"],
            ["PO-1", "20002502", "bestilt", 13, 14, "2026-05-13", 3521.28, "DKK"],
            ["PO-2", "afvist", 2, 0],
            ["Tilsammen, som afgivet", 13, 14, 3521.28, "DKK"],
            [],
            ["Styk pr. design og størrelse", "uden PO-2: ikke afgivet"],
            ["Størrelse", "Home shirt 2026", "Away shirt 2026", "I alt"],
            ["S", 3, 3],
            ["M", 9, 1, 10],
            ["I alt", 12, 1, 13],
        ]),
        ("de", "Übersicht", [
            ["2 Bestellungen: 13 Stück und 14 lose Logos"],
            ["! 1 Bestellung wurde abgelehnt."],
            [],
            ["Bestellung", "Zeile", "Was", "Gesendet", "Bestätigt", "In Worten"],
            ["PO-2", "abgelehnt", "Die Bestellung konnte nicht aufgegeben werden: no stock."],
            [],
            ["Referenz", "Bestellnummer", "Status", "Stück", "Lose Logos", "Lieferung", "Gesamt brutto", "Währung"],
            ["PO-1", "20002502", "bestellt", 13, 14, "2026-05-13", 3521.28, "DKK"],
            ["PO-2", "abgelehnt", 2, 0],
            ["Zusammen, wie aufgegeben", 13, 14, 3521.28, "DKK"],
            [],
            ["Stück je Design und Größe", "ohne PO-2: nicht aufgegeben"],
            ["Größe", "Home shirt 2026", "Away shirt 2026", "Gesamt"],
            ["S", 3, 3],
            ["M", 9, 1, 10],
            ["Gesamt", 12, 1, 13],
        ]),
    ],
)  # fmt: skip
def test_the_summary_is_in_the_readers_language(language: str, name: str, rows: list[list[object]]) -> None:
    found = first_rows(written(language, *two_orders()), name, len(rows))
    assert [[str(one.date()) if hasattr(one, "date") else one for one in row] for row in found] == rows


@pytest.mark.parametrize(
    ("language", "name", "day", "amount"),
    [
        ("en", "Summary", r"[$-809]d\ mmm\ yyyy", "#,##0.00"),
        ("da", "Oversigt", r"[$-406]d\.\ mmm\ yyyy", "[$-406]#,##0.00"),
        ("de", "Übersicht", r"[$-407]d\.\ mmm\ yyyy", "[$-407]#,##0.00"),
    ],
)
def test_days_and_amounts_stay_numbers_shown_as_the_reader_writes_them(
    language: str, name: str, day: str, amount: str
) -> None:
    book = written(language, placement())
    delivered, total = book[name]["F5"], book[name]["G5"]
    assert (delivered.value.date(), delivered.number_format) == (date(2026, 5, 13), day)
    assert (total.value, total.number_format) == (3521.28, amount)
    results = book.worksheets[-2]
    assert results["E2"].number_format == day + r'\ hh:mm\ "UTC"'
    assert [results[place].number_format for place in ("F2", "H2", "I2", "K2")] == [day, amount, amount, amount]


def test_one_language_a_workbook() -> None:
    books = [written(language, *two_orders()) for language in ("en", "da", "de")]
    assert [book.sheetnames[-2:] for book in books] == [
        ["Results", "Lines"], ["Resultater", "Linjer"], ["Ergebnisse", "Positionen"],
    ]  # fmt: skip
    results = [book.worksheets[-2] for book in books]
    assert [[cell.value for cell in sheet[1]][:6] for sheet in results] == [
        ["Reference", "Order number", "Tracking ID", "Status", "Placed at", "Delivery date"],
        ["Reference", "Ordrenummer", "Sporings-id", "Status", "Bestilt", "Leveres"],
        ["Referenz", "Bestellnummer", "Vorgangsnummer", "Status", "Bestellt am", "Lieferung"],
    ]
    assert [[sheet.cell(row, 4).value for row in (2, 3)] for sheet in results] == [
        ["completed", "refused"], ["bestilt", "afvist"], ["bestellt", "abgelehnt"],
    ]  # fmt: skip
    assert [sheet["M3"].value for sheet in results] == [
        "The order could not be placed: no stock.",
        "Ordren kunne ikke afgives: no stock.",
        "Die Bestellung konnte nicht aufgegeben werden: no stock.",
    ]
    assert [cell.value for cell in books[2].worksheets[-1][1]][-3:] == [
        "Bestätigte Nummer", "Bestätigte Anzahl", "Abweichung",
    ]  # fmt: skip


def test_what_differs_is_told_in_the_language_on_every_sheet() -> None:
    one = placement()
    assert one.confirmation is not None
    confirmed = replace(one.confirmation, total="9999.00")
    book = written("de", replace(one, confirmation=confirmed, differences=tuple(total_differences(confirmed))))
    cells = [
        cell.value
        for name in ("Übersicht", "Ergebnisse", "Positionen")
        for row in book[name].iter_rows()
        for cell in row
    ]
    assert [str(value) for value in cells if "zusammen (" in str(value)] == [
        "die Gesamtsumme 9.999,00 ist nicht die Zwischensumme 2.817,03 und die Mehrwertsteuer 704,26 zusammen (3.521,29)."
    ] * 3


def test_the_roster_gets_its_message_in_the_language_and_is_ours_when_read_again(tmp_path: Path) -> None:
    one = placement(order(designs={HOME: {"M": 2}}), Status.REFUSED, error=CROSSED)
    path = _results(tmp_path, one, Reader(told="de"))
    sheet = load_workbook(path)["Roster"]
    assert [sheet.cell(1, column).value for column in (3, 4, 5)] == ["Bestellnummer", "Bestellstatus", "Nachricht"]
    assert [sheet.cell(2, column).value for column in (3, 4, 5)] == [
        None, "abgelehnt", "Die Bestellung konnte nicht aufgegeben werden: no stock.",
    ]  # fmt: skip
    book = parse(path, ReadOptions())
    assert [one.name for one in book.sheets if is_ours(one)] == ["Übersicht", "Ergebnisse", "Positionen"]
    assert [one.name for one in without_our_marks(book).sheets] == ["Roster"]


# ----------------------------------------------------------------------------------- what is written anew, and what stays


def test_results_in_another_language_give_way_only_where_somebody_asks_for_it(tmp_path: Path) -> None:
    one = placement(order(designs={HOME: {"M": 2}}))
    path = _results(tmp_path, one, Reader(locale="da"))
    danish = path.read_bytes()
    assert load_workbook(path).sheetnames[1] == "Summary"  # the workbook's own headings come before the locale
    assert _results(tmp_path, one, Reader(locale="de")) == path
    assert path.read_bytes() == danish
    assert _results(tmp_path, one, Reader(told="de")) == path
    assert load_workbook(path).sheetnames == ["Roster", "Übersicht", "Ergebnisse", "Positionen"]
    german = path.read_bytes()
    assert _results(tmp_path, one, Reader(locale="en")) == path
    assert path.read_bytes() == german
    assert sorted(found.name for found in tmp_path.iterdir()) == ["club.results.xlsx", "club.xlsx"]


def test_results_that_somebody_worked_in_are_not_doubled_for_a_language_or_a_form(tmp_path: Path) -> None:
    one = placement(order(designs={HOME: {"M": 2}}))
    path = _results(tmp_path, one, Reader())
    book = load_workbook(path)
    book["Roster"]["A9"] = "a note of mine"
    book.save(path)
    touched = path.read_bytes()
    assert _results(tmp_path, one, Reader(told="de")) == path
    assert path.read_bytes() == touched
    more = placement(order(designs={HOME: {"M": 2}}), order_number="20002503")
    assert _results(tmp_path, more, Reader()).name == "club.results (2).xlsx"


def test_results_read_again_get_no_second_file_for_a_language(tmp_path: Path) -> None:
    one = placement(order(designs={HOME: {"M": 2}}))
    path = _results(tmp_path, one, Reader())
    workbook = roster_file(path, rows=1)
    again = Checked(
        path=path, workbook=workbook, layouts=(layout(1),), lines=lines_of(one.order), problems=(), orders=(one.order,)
    )
    assert write_results(again, [one], path, Reader(told="de")) == path
    assert [found.name for found in tmp_path.glob("*.results*")] == ["club.results.xlsx"]


@pytest.mark.parametrize(
    ("found", "may_go", "asked", "enough"),
    [
        ("FACTS.FORM.en", True, False, True),
        ("FACTS.FORM.da", True, False, True),
        ("FACTS.FORM.da", True, True, False),
        ("FACTS.FORM.da", False, True, True),
        ("FACTS.1.en", True, False, False),
        ("FACTS", True, False, False),  # written before there was a summary
        ("FACTS", False, True, True),
        ("0123456789abcdef.FORM.en", True, False, False),
        ("0123456789abcdef", False, False, False),
    ],
)
def test_what_is_enough(found: str, may_go: bool, asked: bool, enough: bool) -> None:
    wanted = state([placement()])
    facts, form, _ = wanted.split(".")
    there = found.replace("FACTS", facts).replace("FORM", form)
    assert says_enough(there, wanted, may_go=may_go, asked=asked) is enough


def test_what_they_say_is_the_same_in_every_language_but_for_the_last_word() -> None:
    english, danish = state([placement()]), state([placement()], "da")
    assert english != danish
    assert english.rpartition(".")[0] == danish.rpartition(".")[0]


def _results(folder: Path, one: Placement, people: Reader) -> Path:
    """The results of a file of two columns, written to the folder."""
    source = folder / "club.xlsx"
    if not source.exists():
        book = Workbook()
        book.active.title = "Roster"
        for row in (("Player", "Number"), ("Player 2", "02")):
            book.active.append(row)
        book.save(source)
    workbook = roster_file(source, rows=1)
    checked = Checked(
        path=source,
        workbook=workbook,
        layouts=(layout(1),),
        lines=lines_of(one.order),
        problems=(),
        orders=(one.order,),
    )
    return write_results(checked, [one], folder / "club.results.xlsx", people)


@pytest.mark.parametrize("language", ["en", "da", "de"])
def test_no_heading_is_broken_amid_a_word(language):
    for sheet in written(language, *two_orders()).worksheets[1:]:
        for cell in sheet[1]:
            longest = max(str(cell.value).split(), key=len)
            assert sheet.column_dimensions[cell.column_letter].width >= len(longest) * 1.1, (sheet.title, longest)
