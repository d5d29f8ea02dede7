"""Columns of a status, as shops and form tools export them: asked about where they may choose rows, and only there."""

# ruff: noqa: E501 - what is said is one line

from __future__ import annotations

from pathlib import Path

import pytest
from recognise_grids import sheet_of

from roster_import.model.workbook import FileFormat, Workbook
from roster_import.recognise import Recognition, recognise

PEOPLE = ("Ada Brindle|4|M", "Bo Carstairs|17|L", "Cy Dunmore|9|S", "Di Elder|23|M")


def read(heading: str, cells: str) -> Recognition:
    rows = (f"{person}|Home kit|{cell}" for person, cell in zip(PEOPLE, cells.split(","), strict=True))
    grid = "\n".join((f"Name|Number|Size|Design|{heading}", *rows))
    return recognise(Workbook(path=Path("shop.xlsx"), format=FileFormat.XLSX, sheets=(sheet_of(grid),)))


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Order Status", "processing,on-hold,processing,pending payment"),
        ("Status", "wc-processing,wc-on-hold,wc-processing,wc-processing"),
        ("Order Status", "Completed,Completed,Completed,Completed"),
        ("Statut", "Validé,Validé,Validé,Validé"),
        ("Bestellstatus", "In Bearbeitung,Offen,Offen,Bezahlt"),
        ("Ordrestatus", "Gennemført,Gennemført,Gennemført,Gennemført"),
        ("Estado del pedido", "Confirmado,Confirmado,Confirmado,Confirmado"),
        ("Fulfillment Status", "unfulfilled,unfulfilled,unfulfilled,unfulfilled"),
        ("Status", "active,injured,active,trial"),
    ],
)
def test_a_status_that_tells_no_row_from_another_is_not_asked_about(heading: str, cells: str) -> None:
    assert read(heading, cells).questions == ()


@pytest.mark.parametrize(
    ("heading", "cells", "held"),
    [
        ("Order Status", "Processing,Completed,Processing,Completed", "“Processing” and “Completed”"),
        ("Order Status", "Completed,Cancelled,Completed,Refunded", "“Completed”, “Cancelled” and “Refunded”"),
        ("Status", "Cancelled,Cancelled,Cancelled,Cancelled", "“Cancelled”"),
        ("Statut", "Validé,Annulé,Validé,Validé", "“Validé” and “Annulé”"),
        ("Bestellstatus", "Offen,Versandt,Offen,Offen", "“Offen” and “Versandt”"),
        ("Fulfillment Status", "fulfilled,fulfilled,fulfilled,fulfilled", "“fulfilled”"),
        ("Status", "Completed,,Completed,Completed", "“Completed”"),
    ],
)
def test_one_that_may_choose_rows_is_asked_about_with_what_it_says(heading: str, cells: str, held: str) -> None:
    (problem,) = read(heading, cells).problems
    assert problem.message == (
        f"On sheet Sheet1, column “{heading}” holds {held}, and nothing says whether that changes the order. If it changes "
        f'nothing: --map "{heading}=ignored". If some of these rows are not to be ordered, delete them first. '
        f'After that: --map "{heading}=ignored".'
    )


@pytest.mark.parametrize(
    ("heading", "cells", "last"),
    [
        ("Leverans senast", "2025-05-01,fredag,v. 20,snart", "If something is to be different because of it, change the rows themselves first."),
                ("Returned on", "2025-05-01,2025-05-01,2025-05-02,2025-05-02", "If some of these rows are not to be ordered, delete them first."),
        ("Frob", "as agreed with Di,do not order,as agreed with Bo,so so", "If some of these rows are not to be ordered, delete them first."),
        ("Sleeves", "long,short,long,long", "If some of these rows need another garment for it, name that in their Design first."),
    ],
)  # fmt: skip
def test_what_to_do_first_goes_by_what_the_column_may_do(heading: str, cells: str, last: str) -> None:
    answered = [problem.message for problem in read(heading, cells).problems if problem.column == heading]
    assert [message.split('=ignored". ', 1)[-1] for message in answered] == [
        f'{last} After that: --map "{heading}=ignored".'
    ]
