"""Build the example clubs' input files: `python examples/build.py [FOLDER]`; the same files every time.

Every person and club is invented. The designs and logos are those of the sandbox.
"""

from __future__ import annotations

import csv
import io
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from roster_import.language.translations import in_language
from roster_import.model.sheets import CATALOGUE, LOGOS, ORDER, ROSTER
from roster_import.sandbox.kitmaker.catalogue import load_catalogue
from roster_import.write.template import looks as looks
from roster_import.write.template.plan import Plan
from roster_import.write.template.sheets import lay_out, open_on, write_row
from roster_import.write.template.workbook import CatalogueRow, filled_template

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from roster_import.sandbox.kitmaker.catalogue import Design, Logo

Row = dict[str, "str | int"]

# --------------------------------------------------------------------------------------------- the catalogue

_STOCK = load_catalogue(None)
_PRINTED = ("NameLogo", "NumberLogo")


def catalogue_rows(ids: Iterable[int]) -> list[CatalogueRow]:
    """Rows of the Catalogue sheet for designs and logos of the sandbox, in the order asked for."""
    return [_design_row(_STOCK.designs[i]) if i in _STOCK.designs else _logo_row(_STOCK.logos[i]) for i in ids]


def _design_row(design: Design) -> CatalogueRow:
    printed = [logo for i in design.logo_ids if (logo := _STOCK.logos[i]).type in _PRINTED]
    return CatalogueRow(
        title=design.title,
        kind="design",
        id=design.id,
        code=design.mul,
        placeholders=tuple(f"{logo.type} {logo.id}" for logo in printed) or ("none",),
        sizes=design.sizes,
        price=design.price,
    )


def _logo_row(logo: Logo) -> CatalogueRow:
    kind = "Logo" if logo.type == "TRANSFER" else logo.type
    price = logo.tiers[0].price if logo.tiers else None
    return CatalogueRow(title=logo.title, kind="logo", id=logo.id, code=logo.sku, type=kind, price=price)


def whole_catalogue() -> list[CatalogueRow]:
    """Everything of the sandbox that our own organization can order."""
    return catalogue_rows(
        i for stock in (_STOCK.designs, _STOCK.logos) for i, o in stock.items() if o.done and not o.owner
    )


# ------------------------------------------------------------------------------------------------- football

FOOTBALL_CATALOGUE = (299571, 298791, 299580, 100113, 494679)
FOOTBALL_ORDER = {
    "reference": "NUF-2026-U13",
    "comment": "Needed for the first match on 22 August.",
    "origin-of-delivery": "Main warehouse",
    "email": "kit@nordby-ungdom.example",
    "contact-name": "Signe Aagaard",
    "delivery-name": "Nordby Ungdoms Fodbold",
    "delivery-address": "Stadionvej 12",
    "delivery-zip": "6700",
    "delivery-city": "Esbjerg",
    "delivery-country": "Denmark",
    "delivery-contact-person": "Torben Aagaard",
}
FOOTBALL_PLAYERS = (
    ("Freja None", "None", "2", "152"),
    ("Zoë Lindqvist", "Lindqvist", "3", "140"),
    ("Łukasz Wróbel", "Wróbel", "4", "152"),
    ("Ángel Núñez", "Núñez", "5", "152"),
    ("Bjørn Ærø", "Ærø", "6", "164"),
    ("Emma Sørensen", "Sørensen", "07", "152"),
    ("Oskar Dahl", "Dahl", "8", "164"),
    ("Aïcha Benali", "Benali", "9", "140"),
    ("Jürgen Weiß", "Weiß", "10", "164"),
    ("Kian O’Hara", "O’Hara", "11", "S"),
    ("Ida Friis-Møller", "Friis-Møller", "14", "152"),
    ("Théo Lefèvre", "Lefèvre", "17", "140"),
    ("Nahla Said", "Said", "23", "152"),
)
FOOTBALL_KEEPERS = (("Magnus Holm", "Holm", "1", "164"), ("Selma Çelik", "Çelik", "12", "152"))


def football_rows() -> list[Row]:
    """A home kit without print, an away kit with name and number, and a loose number for the home kit, per player."""
    rows: list[Row] = []
    for player, name, number, size in FOOTBALL_PLAYERS:
        rows += [
            {"player": player, "size": size, "quantity": 1, "design": "Home kit"},
            {"player": player, "name": name, "number": number, "size": size, "quantity": 1, "design": "Away kit"},
            {"player": player, "number": number, "quantity": 1, "logo": "Number transfer"},
        ]
    rows += [_garment(keeper, "Goalkeeper kit") for keeper in FOOTBALL_KEEPERS]
    rows += [{"size": size, "quantity": 2, "design": "Home kit"} for size in ("152", "164")]  # spare shirts
    return rows


def _garment(person: Sequence[str], design: str, order: str = "") -> Row:
    player, name, number, size = person
    row: Row = {"player": player, "name": name, "number": number, "size": size, "quantity": 1, "design": design}
    return row | ({"order": order} if order else {})


FOOTBALL_LOGOS: list[Row] = [{"logo": "Club Crest", "quantity": 18, "storage-quantity": 4}]


def mistaken_rows() -> list[Row]:
    """The football club's rows with nine of the ten mistakes; the tenth is the country on the Order sheet."""
    rows = football_rows()
    rows[1]["number"] = "2O"  # the letter O
    rows[3].pop("size")
    rows[6]["design"] = "Hmoe kit"
    rows[9]["quantity"] = 0
    rows[12]["quantity"] = "2.5"
    rows[15]["size"] = "XXL"  # it is called 2XL
    rows[18] |= {"name": "Dahl", "number": "8"}  # the home kit carries neither
    rows[25]["number"] = "9"  # taken
    rows[31].pop("design")
    return rows


# ------------------------------------------------------------------------------------------------- handball

HANDBALL_CATALOGUE = (310200, 310201, 310210, 310220, 300100, 100130, 494679, 601001, 601002, 100140)
_GIRLS, _WOMEN = "FHK-2026-U15", "FHK-2026-DAMER"
_FJORDBY = {
    "email": "materialer@fjordby-hk.example",
    "contact-name": "Bodil Krogh",
    "delivery-name": "Fjordby Håndboldklub",
    "delivery-address": "Hallen, Skolegade 4",
    "delivery-zip": "8700",
    "delivery-city": "Horsens",
    "delivery-country": "Danmark",
}
HANDBALL_ORDERS = (
    {"reference": _GIRLS, "comment": "Samlet levering, tak."} | _FJORDBY | {"delivery-contact-person": "Rikke Bæk"},
    {"reference": _WOMEN} | _FJORDBY | {"delivery-contact-person": "Åse Lund"},
)
_BOTH = "Handball home kit; Handball away kit"
HANDBALL_GIRLS = (
    ("Maja Lykke", "LYKKE", "2", "152"),
    ("Liv Østergaard", "ØSTERGAARD", "3", "152"),
    ("Astrid Bæk", "BÆK", "4", "164"),
    ("Naja Å", "Å", "5", "140"),
    ("Clara Vinther", "VINTHER", "07", "152"),
    ("Sofie Krogh", "KROGH", "8", "164"),
    ("Alma Juhl", "JUHL", "9", "152"),
    ("Filippa Thorn", "THORN", "10", "164"),
)
HANDBALL_WOMEN = (
    ("Kirstine Holst", "HOLST", "4", "M"),
    ("Anne-Sofie Rask", "RASK", "6", "S"),
    ("Julie Brink", "J. BRINK", "11", "M"),
    ("Sara Brink", "S. BRINK", "13", "L"),
    ("Ditte Nørgaard", "NØRGAARD", "18", "XL"),
    ("Helga Þórsdóttir", "ÞÓRSDÓTTIR", "22", "M"),
)


def handball_rows() -> list[Row]:
    """Two teams, two orders; the keepers wear the goalkeeper kit, one of them also an outfield shirt."""
    rows = [_garment(girl, _BOTH, _GIRLS) for girl in HANDBALL_GIRLS]
    rows.append(_garment(("Karla Munk", "MUNK", "1", "S"), "Handball goalkeeper kit", _GIRLS))
    rows.append({"size": "152", "quantity": 2, "design": "Handball home kit", "order": _GIRLS})
    rows += [_garment(woman, _BOTH, _WOMEN) for woman in HANDBALL_WOMEN]
    rows.append(_garment(("Tove Winther", "WINTHER", "16", "L"), "Handball goalkeeper kit", _WOMEN))
    rows.append(_garment(("Ellen Skov", "SKOV", "12", "M"), "Handball goalkeeper kit", _WOMEN))
    rows.append(_garment(("Ellen Skov", "SKOV", "12", "M"), "Handball home kit", _WOMEN))
    captain = _garment(("Kirstine Holst", "HOLST", "4", "M"), "Match kit, numbers front and back", _WOMEN)
    rows.append(captain | {"601001": "4", "601002": "04"})
    rows.append(
        {"player": "Trænere", "size": "XL", "quantity": 3, "design": "Handball training shirt", "order": _WOMEN}
    )
    return rows


HANDBALL_LOGOS: list[Row] = [
    {"logo": "Team text", "quantity": 16, "text": "FJORDBY HK", "order": _WOMEN},
    {"logo": "Handball Club Crest", "quantity": 10, "storage-quantity": 5, "order": _GIRLS},
    {"logo": "Number transfer", "quantity": 2, "number": "07", "order": _GIRLS},
]

# ----------------------------------------------------------------------------------------------- every system

ALL_SYSTEMS_CATALOGUE = (299571, 298791, 100113, 494679)
ALL_SYSTEMS_ORDER = {
    "reference": "VK-2026-SENIOR",
    "comment": "One parcel, please.",
    "email": "office@vesterlund-volley.example",
    "contact-name": "Karin Holt",
    "delivery-name": "Vesterlund Volley",
    "delivery-address": "Sportsvej 7",
    "delivery-zip": "8800",
    "delivery-city": "Viborg",
    "delivery-country": "Denmark",
    "delivery-contact-person": "Karin Holt",
}
ALL_SYSTEMS_PLAYERS = (
    ("Mette Lang", "Lang", "1", "M"),
    ("Ibrahim Kaya", "Kaya", "07", "L"),
    ("Ásta Björk", "Björk", "10", "S"),
    ("Per Grøn", "Grøn", "12", "XL"),
)


def all_systems_rows() -> list[Row]:
    """Nothing that one of the order systems cannot carry: no storage, no organization, a price for everything."""
    rows = [_garment(player, "Away kit") for player in ALL_SYSTEMS_PLAYERS]
    rows += [{"player": player, "number": number, "quantity": 2, "logo": "Number transfer"}
             for player, _, number, _ in ALL_SYSTEMS_PLAYERS[:2]]  # fmt: skip
    return [*rows, {"size": "L", "quantity": 3, "design": "Home kit"}]


ALL_SYSTEMS_LOGOS: list[Row] = [{"logo": "Club Crest", "quantity": 7}]

# --------------------------------------------------------------------------------------------------- tennis

TENNIS_ORDER = {
    "reference": "TC-2026-FRUEHJAHR",
    "comment": "",
    "email": "kasse@tc-seeheim.example",
    "contact-name": "Jörg Köhler",
    "delivery-name": "TC Grün-Weiß Seeheim e. V.",
    "delivery-address": "Am Tennisplatz 3",
    "delivery-zip": "01067",
    "delivery-city": "Dresden",
    "delivery-country": "Deutschland",
}
TENNIS_ROWS: list[Row] = [
    {"player": "Jörg Köhler", "name": "Köhler", "size": "L", "design": "MUL330120"},
    {"player": "Anneliese Groß", "name": "Groß", "size": "M", "design": "MUL330120"},
    {"player": "Renée Dubois", "name": "Dubois", "size": "S", "design": "MUL330120"},
    {"player": "Mika Yıldız", "name": "Yıldız", "size": "XL", "design": "MUL330120"},
    {"player": "Renée Dubois", "number": "03", "size": "S", "design": "MUL330130"},
    {"player": "Mika Yıldız", "number": "21", "size": "XL", "design": "MUL330130"},
    {"player": "Jugend", "size": "140", "quantity": 6, "design": "300110"},
    {"player": "Jugend", "size": "152", "quantity": 4, "design": "300110"},
    {"player": "Anneliese Groß", "name": "Groß", "quantity": 2, "logo": "sku:1019142"},
]

# ---------------------------------------------------------------------------------------- a coach's own list

OWN_LIST_ORDER = {
    "reference": "HBC-2026-U12",
    "email": "shirts@harbour-bc.example",
    "contact-name": "Ruth Okoro",
    "delivery-name": "Harbour Basketball Club",
    "delivery-address": "Quay Street 4",
    "delivery-zip": "T12 X70A",
    "delivery-city": "Cork",
    "delivery-country": "Ireland",
}
OWN_LIST_HEADINGS = ("Child", "Back print", "Shirt no.", "Size", "Kit", "Sleeves", "Born")
OWN_LIST_ROWS = [
    ("Amara Okoro", "OKORO", "4", "152", "MUL327187", "long", "03/06/2014"),
    ("Finn Daly", "DALY", "7", "140", "MUL327187", "", "17/09/2014"),
    ("Zuzanna Wójcik", "WÓJCIK", "11", "164", "MUL327187", "long", "22/01/2014"),
    ("Leo Byrne", "BYRNE", "15", "152", "MUL327187", "short", "09/12/2013"),
]

# ------------------------------------------------------------------------------------------------- the files


def build(folder: Path) -> None:
    """Write every example file into the folder."""
    football = Plan(language="en", catalogue=catalogue_rows(FOOTBALL_CATALOGUE), order=FOOTBALL_ORDER)
    mistakes = Plan(language="en", catalogue=football.catalogue, order=FOOTBALL_ORDER | {"delivery-country": "Denmrak"})
    every = Plan(language="en", catalogue=catalogue_rows(ALL_SYSTEMS_CATALOGUE), order=ALL_SYSTEMS_ORDER)
    handball = Plan(language="da", catalogue=catalogue_rows(HANDBALL_CATALOGUE))
    files = {
        "football.xlsx": filled_template(football, _filler(football, football_rows(), FOOTBALL_LOGOS)),
        "mistakes.xlsx": filled_template(mistakes, _filler(mistakes, mistaken_rows(), FOOTBALL_LOGOS)),
        "handball.xlsx": filled_template(handball, partial(_fill_handball, plan=handball)),
        "allsystems.xlsx": filled_template(every, _filler(every, all_systems_rows(), ALL_SYSTEMS_LOGOS)),
        "tennis.csv": tennis(),
        "ownlist.csv": own_list(),
        "catalogue.csv": catalogue(),
    }
    for name, content in files.items():
        (folder / name).write_bytes(content)


def _filler(plan: Plan, rows: Sequence[Row], logos: Sequence[Row]) -> Callable[[Any], None]:
    def fill(workbook: Any) -> None:
        keys = [column.key for column in ROSTER.columns] + list(plan.placeholders)
        for at, row in enumerate(rows, start=2):
            write_row(workbook[plan.sheet(ROSTER)], at, [row.get(key) for key in keys])
        for at, row in enumerate(logos, start=2):
            write_row(workbook[plan.sheet(LOGOS)], at, [row.get(column.key) for column in LOGOS.columns])
        open_on(workbook, plan.sheet(ROSTER))

    return fill


def _fill_handball(workbook: Any, plan: Plan) -> None:
    """Fill the sheets; the Order sheet becomes a table with one row per order."""
    _filler(plan, handball_rows(), HANDBALL_LOGOS)(workbook)
    add_order_table(workbook, plan, HANDBALL_ORDERS)


def add_order_table(workbook: Any, plan: Plan, orders: Sequence[Mapping[str, str]]) -> None:
    """Put a table of orders, labels across, in the place of the Order sheet."""
    place = workbook.sheetnames.index(plan.sheet(ORDER))
    workbook.remove(workbook[plan.sheet(ORDER)])
    sheet = workbook.create_sheet(plan.sheet(ORDER), place)
    used = [column for column in ORDER.columns if any(order.get(column.key) for order in orders)]
    sheet.row_dimensions[1].height = 32
    for index, column in enumerate(used, start=1):
        cell = sheet.cell(1, index, in_language(column.heading, plan.language))
        cell.font, cell.fill, cell.alignment = looks.HEADING_FONT, looks.NEEDED_HEADING, looks.HEADING_PLACE
        dimension = sheet.column_dimensions[cell.column_letter]
        dimension.width, dimension.font, dimension.number_format = 29, looks.CELL_FONT, looks.TEXT_FORMAT
        dimension.alignment, dimension.protection = looks.CELL_PLACE, looks.OPEN
    for at, order in enumerate(orders, start=2):
        write_row(sheet, at, [order.get(column.key) for column in used])
    lay_out(sheet, plan, ORDER.key, landscape=True)


def tennis() -> bytes:
    """A CSV file as a European Excel writes it: semicolons, UTF-8 with a byte order mark, the order on every row."""
    of_row = ("player", "name", "number", "size", "quantity", "design", "logo")
    headings = {column.key: str(column.heading) for kind in (ORDER, ROSTER) for column in kind.columns}
    rows = ([row.get(key, "") for key in of_row] + list(TENNIS_ORDER.values()) for row in TENNIS_ROWS)
    return _csv([headings[key] for key in (*of_row, *TENNIS_ORDER)], rows)


def own_list() -> bytes:
    """A list as a coach keeps it: own headings, a column that has to be asked about, one that is no part of an order."""
    labels = [str(column.heading) for column in ORDER.columns if column.key in OWN_LIST_ORDER]
    values = [OWN_LIST_ORDER[column.key] for column in ORDER.columns if column.key in OWN_LIST_ORDER]
    return _csv([*OWN_LIST_HEADINGS, *labels], [[*row, *values] for row in OWN_LIST_ROWS])


def catalogue() -> bytes:
    """The Catalogue table in a file of its own, to serve every club."""
    rows = (
        [
            row.title, row.kind, row.id, row.code, row.type or "", ", ".join(row.placeholders), ", ".join(row.sizes),
            "" if row.price is None else row.price,
        ]
        for row in whole_catalogue()
    )  # fmt: skip
    return _csv([str(column.heading) for column in CATALOGUE.columns], rows)


def _csv(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig")


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
