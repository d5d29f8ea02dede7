"""An address for the delivery that stands on the roster is no player, and is said where no order goes there."""

from __future__ import annotations

import pytest

from tests.conftest import HEADINGS, ORDER

ROWS = (
    ("Ann", "ANN", "1", "M", "", "Home kit"),
    ("Bo", "BO", "2", "M", "", "Home kit"),
    ("Cy", "CY", "3", "M", "", "Home kit"),
)
ADDRESS = "FC Beispiel, Stadionweg 1, 88400 Biberach"


def said(run, code):
    return [problem for problem in run.problems if problem["code"] == code]


@pytest.mark.parametrize(
    ("below", "text"),
    [
        ([f"Lieferadresse: {ADDRESS}"], f"Lieferadresse: {ADDRESS}"),
        (["Lieferadresse:", "FC Beispiel", "Stadionweg 1", "88400 Biberach"], f"Lieferadresse: {ADDRESS}"),
        (["Delivery address", "FC Beispiel", "Stadionweg 1", "88400 Biberach"], f"Delivery address: {ADDRESS}"),
        (["Leveres: Havnegade 61, 8000 Aarhus C"], "Leveres: Havnegade 61, 8000 Aarhus C"),
        (["Bitte melden. Lieferung an Pforte, Industriestr. 40"], "Bitte melden. Lieferung an Pforte, Industriestr. 40"),
        (["Bitte liefern an: Sporthalle Ost, Ringstr. 4"], "Bitte liefern an: Sporthalle Ost, Ringstr. 4"),
        (["Adres dostawy: ul. Leśna 7, 43-999 Brzezinka"], "Adres dostawy: ul. Leśna 7, 43-999 Brzezinka"),
    ],
)  # fmt: skip
def test_an_address_below_the_players_is_said_and_orders_nothing(desk, below, text):
    desk.build(rows=[*ROWS, (), *((line,) for line in below)])
    run = desk.quick("check", "--json", "club.xlsx")
    assert (run.status, [order["pieces"] for order in run.file["orders"]]) == (0, [3])
    assert said(run, "rows-left-out") == []
    (problem,) = said(run, "delivery-elsewhere")
    assert (problem["level"], problem["cell"]) == ("warning", "A6")
    assert problem["message"] == (
        f'The note at A6 says where to deliver: "{text}". The order is not sent there by that: it goes where the Order sheet '
        "or the settings say. If it is to go there, fill in the address on the Order sheet."
    )


def test_one_above_the_players_is_said_too(desk):
    desk.build(headings=(f"Lieferadresse: {ADDRESS}",), rows=[HEADINGS, *ROWS])
    (problem,) = said(desk.quick("check", "--json", "club.xlsx"), "delivery-elsewhere")
    assert problem["cell"] == "A1"


def test_where_the_order_goes_there_nothing_is_said(desk):
    order = {**ORDER, "Delivery address": "Stadionweg 1", "Delivery zip": "88400"}
    desk.build(order=order, rows=[*ROWS, (), (f"Lieferadresse: {ADDRESS}",)])
    run = desk.quick("check", "--json", "club.xlsx")
    assert (said(run, "delivery-elsewhere"), said(run, "rows-left-out")) == ([], [])


@pytest.mark.parametrize(
    "note",
    ["Leveres inden jul", "Lieferung: bis 20.05.2025", "Delivery by 12 May", "Levering", "Livraison avant le 12"],
)
def test_when_it_is_to_come_is_no_address(desk, note):
    desk.build(rows=[*ROWS, (), (note,)])
    run = desk.quick("check", "--json", "club.xlsx")
    assert said(run, "delivery-elsewhere") == []


def test_of_a_long_text_the_beginning_is_shown(desk):
    desk.build(rows=[*ROWS, (), (f"Lieferadresse: {ADDRESS} {'1' * 5000}",)])
    (problem,) = said(desk.quick("check", "--json", "club.xlsx"), "delivery-elsewhere")
    assert f'"Lieferadresse: {ADDRESS} {"1" * 142}…"' in problem["message"]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (("Wunschtermin:", "15.12.2026"), "Wunschtermin: 15.12.2026"),
        (("Needed by: 20 March",), "Needed by: 20 March"),
        (("Ønsket levering:", "uge 50"), "Ønsket levering: uge 50"),
        (("Livraison avant le 12",), "Livraison avant le 12"),
        (("Wird bis 5.12. gebraucht",), "Wird bis 5.12. gebraucht"),
        (("Las necesitamos antes del 5/12 (torneo)",), "Las necesitamos antes del 5/12 (torneo)"),
        (("Vi behöver dem senast 12 mars",), "Vi behöver dem senast 12 mars"),
    ],
)
@pytest.mark.parametrize("above", [True, False])
def test_when_it_is_wanted_is_said_once(desk, line, text, above):
    desk.build(headings=line, rows=[HEADINGS, *ROWS]) if above else desk.build(rows=[*ROWS, (), line])
    run = desk.quick("check", "--json", "club.xlsx")
    cell = "A1" if above else "A6"
    assert [(p["code"], p["cell"], p["message"]) for p in run.problems if p["level"] == "warning"] == [
        (
            "delivery-date-noted",
            cell,
            f'The note at {cell} says "{text}". No order carries a date: if it matters, write it under Comment on the Order '
            "sheet.",
        )
    ]


def test_a_column_of_dates_for_the_delivery_is_said_once(desk):
    rows = [(*row, date) for row, date in zip(ROWS, ("", "15 Dec", "15 Dec"), strict=True)]
    desk.build(headings=(*HEADINGS[:6], "Delivery date"), rows=rows)
    told = said(desk.quick("check", "--json", "club.xlsx"), "delivery-date-noted")
    assert [(problem["cell"], problem["message"]) for problem in told] == [
        (
            "G3",
            'The note at G3 says "Delivery date: 15 Dec". No order carries a date: if it matters, write it under Comment on the '
            "Order sheet.",
        )
    ]


@pytest.mark.parametrize(
    "note", ["Deliver soon", "Deadline: 15.12.", "We need them soon", "Trainings from 15.12.2026", "Liefertermin offen"]
)
def test_a_note_without_a_date_for_the_delivery_is_no_date_for_it(desk, note):
    desk.build(headings=(note,), rows=[HEADINGS, *ROWS])
    assert said(desk.quick("check", "--json", "club.xlsx"), "delivery-date-noted") == []


def test_places_that_single_rows_are_to_be_delivered_to_are_said_without_them(desk):
    rows = [(*row, place) for row, place in zip(ROWS, ("club", "", "Skovvej 3, 8000 Aarhus"), strict=True)]
    desk.build(headings=(*HEADINGS[:6], "Deliver to"), rows=rows)
    (problem,) = said(desk.quick("check", "--json", "club.xlsx"), "delivery-elsewhere")
    assert (problem["cell"], problem["value"]) == ("G2", "")
    assert problem["message"] == (
        'Rows 2 and 4 say under "Deliver to" where they are to be delivered, and a whole order goes to one address. If that '
        "matters, write it under Comment on the Order sheet, or order the rows in a file of their own."
    )


def test_where_players_live_is_nobodys_business(desk):
    desk.build(headings=(*HEADINGS[:6], "Address"), rows=[(*row, "Skovvej 3, 8000 Aarhus") for row in ROWS])
    assert said(desk.quick("check", "--json", "club.xlsx"), "delivery-elsewhere") == []


@pytest.mark.parametrize(
    "text",
    [
        "Merci de livrer au club-house",
        "Leveres i klubbhuset innen 1. september",
        "Dostawa na halę, nie do klubu",
        "Matériel : Y. Kerbrat – merci de livrer au gymnase",
    ],
)
def test_a_place_is_said_like_an_address(desk, text):
    desk.build(rows=[*ROWS, (), (text,)])
    run = desk.quick("check", "--json", "club.xlsx")
    assert [(p["code"], p["cell"], p["message"]) for p in run.problems] == [(
        "delivery-elsewhere", "A6",
        f'The note at A6 says where to deliver: "{text}". The order is not sent there by that: it goes where the Order sheet or '
        "the settings say. If it is to go there, fill in the address on the Order sheet.",
    )]  # fmt: skip


def test_a_week_is_no_place(desk):
    desk.build(rows=[*ROWS, (), ("Leveres i uge 38",)])
    assert said(desk.quick("check", "--json", "club.xlsx"), "delivery-elsewhere") == []
