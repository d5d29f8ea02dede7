"""The Order sheet in the languages people write it in, and labels that are nearly right."""

from __future__ import annotations

from collections import Counter

import pytest

from roster_import.model.sheets import ORDER as ORDER_SHEET
from roster_import.recognise.order_values import near_label
from tests.conftest import ORDER

VALUES = ("T-1", "Hurry", "anna@example.com", "Peter", "Club", "Road 1", "8800", "Viborg", "Denmark")
LABELS = {
    "no": "Referanse|Merknad|E-post|Kontaktperson|Mottaker|Leveringsadresse|Postnummer|Poststed|Land",
    "sv": "Referens|Kommentar|E-post|Kontaktperson|Mottagare|Leveransadress|Postnummer|Postort|Land",
    "fr": "Référence|Commentaire|E-mail|Personne de contact|Nom de livraison|Adresse de livraison|Code postal|Ville|Pays",
    "nl": "Bestelnummer|Opmerking|E-mail|Contactpersoon|Ontvanger|Leveradres|Postcode|Plaats|Land",
    "es": "Referencia|Observaciones|Correo electrónico|Persona de contacto|Destinatario|Dirección de entrega|Código postal|"
    "Ciudad|País",
    "it": "Riferimento|Commento|E-mail|Persona di contatto|Destinatario|Indirizzo di consegna|Codice postale|Città|Paese",
    "fi": "Viite|Huomautus|Sähköposti|Yhteyshenkilö|Vastaanottaja|Toimitusosoite|Postinumero|Postitoimipaikka|Maa",
    "pl": "Numer zamówienia|Uwagi|Adres e-mail|Osoba kontaktowa|Odbiorca|Adres dostawy|Kod pocztowy|Miasto|Kraj",
    "pt": "Referência|Observações|E-mail|Pessoa de contato|Destinatário|Endereço de entrega|Código postal|Cidade|País",
}
ADDRESS = {"name": "Club", "address": "Road 1", "zip": "8800", "city": "Viborg", "country": "DK"}


def messages(run):
    return [(one["level"], one["cell"], one["message"]) for one in run.problems]


@pytest.mark.every(3)
@pytest.mark.parametrize("language", LABELS)
def test_the_order_sheet_in_its_readers_language(desk, sandbox, language):
    desk.build(order=tuple(zip(LABELS[language].split("|"), VALUES, strict=True)))
    run = desk.quick("--json", "club.xlsx")
    assert (run.status, run.problems) == (0, [])
    body = sandbox.orders()[0]["body"]
    assert [body[key] for key in ("reference", "comment", "email", "contactName")] == list(VALUES[:4])
    assert body["deliveryAddress"] == ADDRESS


def test_a_row_of_labels_on_a_sheet_of_any_name(desk):
    desk.build(order=(LABELS["no"].split("|"), VALUES))
    book = desk.folder / "club.xlsx"
    rename(book, "Order", "Ark1")
    assert messages(desk.quick("check", "--json", "club.xlsx")) == []


def rename(path, old, new):
    from openpyxl import load_workbook

    book = load_workbook(path)
    book[old].title = new
    book.save(path)


def test_no_label_has_two_meanings():
    claimed = Counter(key for column in ORDER_SHEET.columns for key in column.keys)
    assert [key for key, times in claimed.items() if times > 1] == []


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Referense", "reference"),
        ("Delivry city", "delivery-city"),
        ("Kontaktpersn", "contact-name"),
        ("Reference", None),
        ("Trainer", None),
        ("Sponsor", None),
        ("Delivery date", None),
        ("Leveransdatum", None),
        ("Date de livraison", None),
        ("", None),
    ],
)
def test_what_is_nearly_a_label(text, key):
    assert near_label(text) == key


@pytest.mark.parametrize("across", [False, True])
def test_a_label_that_is_nearly_right_is_pointed_to(desk, across):
    near = {"Reference": "Referense", "Delivery city": "Delivry city"}
    pairs = [(near.get(label, label), value) for label, value in ORDER.items()]
    desk.build(order=list(zip(*pairs, strict=True)) if across else pairs)
    one, other = ("A1", "I1") if across else ("A1", "A9")
    assert messages(desk.quick("check", "--json", "club.xlsx")) == [
        (
            "warning",
            one,
            "“Referense” is no label of the Order sheet, so “PO-2026-0042” is not used. Did you mean Reference?",
        ),
        (
            "warning",
            other,
            "“Delivry city” is no label of the Order sheet, so “Viborg” is not used. Did you mean Delivery city?",
        ),
        (
            "error",
            one,
            "The order has no reference, by which it is known and never ordered twice. “Referense” at "
            f"Order!{one} is no label of the Order sheet: if that is what it means, write Reference there, or give --reference.",
        ),
        (
            "error",
            other,
            f"Delivery city is missing. “Delivry city” at Order!{other} is no label of the Order sheet: if that is what it "
            "means, write Delivery city there.",
        ),
    ]


@pytest.mark.parametrize("name", ["Bestelling", "Ordre", "Commande"])
def test_a_roster_may_be_called_an_order(desk, sandbox, name):
    headings = ("Naam", "Opdruk", "Rugnummer", "Maat", "Design", "Opmerking")
    desk.build(headings=headings, rows=[("Ann", "ANN", "7", "M", "Away kit", "tall")], sheet=name, order=None)
    settings = dict(zip(("name", "address", "zip", "city", "country"), VALUES[4:], strict=True))
    lines = "\n".join(f'{key} = "{value}"' for key, value in settings.items())
    (desk.folder / "roster-import.toml").write_text(f"[delivery]\n{lines}\n", encoding="utf-8")
    run = desk.quick("--json", "--reference", "T-1", "club.xlsx")
    assert (run.status, run.problems) == (0, [])
    assert sandbox.orders()[0]["body"]["deliveryAddress"] == ADDRESS


def test_a_list_of_members_addresses_is_no_order_sheet(desk, sandbox):
    order = [(label, value) for label, value in ORDER.items() if label != "Comment"]
    path = desk.build(order=order)
    from openpyxl import load_workbook

    book = load_workbook(path)
    sheet = book.create_sheet("Members", 0)
    for row in (("Navn", "Adresse", "Postnr", "By", "Land"), ("Ann", "Her road 1", "1000", "Her town", "DK")):
        sheet.append(row)
    book["Order"].title = "Til leverandøren"
    book.save(path)
    assert desk.quick("--json", "club.xlsx").status == 0
    assert sandbox.orders()[0]["body"]["deliveryAddress"]["city"] == "Viborg"


DELIVERY = '[delivery]\nname = "Club"\naddress = "Road 1"\nzip = "8800"\ncity = "Viborg"\ncountry = "DK"\n'
CSV = "Reference;Player;Name;Number;Size;Quantity;Design\n"


@pytest.mark.parametrize(
    ("references", "orders"),
    [(("PO-9", "PO-9", "PO-9", "PO-9"), ["PO-9"]), (("PO-8", "PO-8", "PO-9", "PO-9"), ["PO-8", "PO-9"])],
)
def test_a_reference_column_of_a_csv_file_is_the_orders(offline, references, orders):
    rows = (f"{one};P{at};N{at};{at};M;1;MUL327815\n" for at, one in enumerate(references, start=1))
    (offline.folder / "club.csv").write_text(CSV + "".join(rows), encoding="utf-8")
    (offline.folder / "roster-import.toml").write_text(
        '[delivery]\nname = "Club"\naddress = "Road 1"\nzip = "8800"\ncity = "Viborg"\ncountry = "DK"\n',
        encoding="utf-8",
    )
    run = offline.quick("check", "--json", "club.csv")
    assert run.status == 0
    assert [order["reference"] for order in run.file["orders"]] == orders


def test_a_reference_that_is_another_for_everybody_is_the_players_own(offline):
    rows = (f"{1000 + at};P{at};N{at};{at};M;1;MUL327815\n" for at in range(1, 5))
    (offline.folder / "club.csv").write_text(CSV + "".join(rows), encoding="utf-8")
    (offline.folder / "roster-import.toml").write_text(DELIVERY, encoding="utf-8")
    run = offline.quick("check", "--json", "club.csv", "--reference", "PO-9")
    assert [order["reference"] for order in run.file["orders"]] == ["PO-9"]
    assert run.file["understood"][0]["columns"][0]["meaning"] == "ignored"
