"""The one description of the sheets: their names, their columns, what each means, and how people head them.

The template writes these headings, recognition accepts them and their synonyms, messages quote the English ones.
Headings are compared by `heading_key`, so case, punctuation and spacing never matter.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from roster_import.wording import said_as, term

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LANGUAGES = ("en", "da", "de")


@lru_cache(maxsize=8192)  # the same few headings and titles are asked for by every row
def heading_key(text: str) -> str:
    """A heading reduced to what it says: case folded, punctuation and white space made single blanks.

    `#` and `№` stay, as they mean a number; letters keep their accents (`Größe` is `größe`, not `grosse`).
    """
    folded = unicodedata.normalize("NFKC", text).casefold().replace("ß", "ss")
    kept = "".join(char if char.isalnum() or char in "#№" else " " for char in folded)
    return " ".join(kept.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column (or label) of a sheet: its key, its heading per language, other headings, and what to fill in."""

    key: str
    en: str
    da: str
    de: str
    synonyms: tuple[str, ...] = ()
    help: str = ""

    def heading(self, language: str = "en") -> str:
        """The template's heading in one of `LANGUAGES`."""
        return {"en": self.en, "da": self.da, "de": self.de}[language]

    @property
    def keys(self) -> frozenset[str]:
        """Every heading that means this column, reduced by `heading_key`."""
        return frozenset(map(heading_key, (self.key, self.en, self.da, self.de, *self.synonyms)))


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetKind:
    """One sheet of the template: its name per language, other names, and its columns."""

    key: str
    en: str
    da: str
    de: str
    columns: tuple[Column, ...]
    synonyms: tuple[str, ...] = ()

    def name(self, language: str = "en") -> str:
        """The template's name for the sheet in one of `LANGUAGES`."""
        return {"en": self.en, "da": self.da, "de": self.de}[language]

    @property
    def keys(self) -> frozenset[str]:
        """Every sheet name that means this sheet, reduced by `heading_key`."""
        return frozenset(map(heading_key, (self.key, self.en, self.da, self.de, *self.synonyms)))


def column_by_heading(columns: Iterable[Column]) -> Mapping[str, Column]:
    """Reduced heading -> column; the first column that claims a heading keeps it."""
    found: dict[str, Column] = {}
    for column in columns:
        for key in column.keys:
            found.setdefault(key, column)
    return found


ROSTER = SheetKind(
    key="roster",
    en="Roster",
    da="Spillerliste",
    de="Spielerliste",
    columns=(
        Column(
            key="player",
            en="Player",
            da="Spiller",
            de="Spieler",
            help="Who the row is for. Only for your own eyes and the results; it is not printed.",
        ),
        Column(
            key="name",
            en="Name",
            da="Navn på ryg",
            de="Aufdruck",
            help="The name to print, exactly as it should appear on the garment. Empty: no name.",
        ),
        Column(
            key="number",
            en="Number",
            da="Nummer",
            de="Nummer",
            help="The number to print: digits only. 07 stays 07. Empty: no number.",
        ),
        Column(
            key="size",
            en="Size",
            da="Størrelse",
            de="Größe",
            help="The garment size. Pick the design first, then the list shows its sizes.",
        ),
        Column(
            key="quantity",
            en="Quantity",
            da="Antal",
            de="Anzahl",
            help="How many, a whole number above 0. Empty: 1. Spare shirts: a row without player, name and number.",
        ),
        Column(
            key="design",
            en="Design",
            da="Design",
            de="Design",
            help="A title from the Catalogue sheet, a MUL code or a design id. Several divided by ; order each.",
        ),
        Column(
            key="logo",
            en="Logo",
            da="Logo",
            de="Logo",
            help="A loose logo for this row: a title from the Catalogue sheet, sku:… or a logo id.",
        ),
        Column(
            key="storage-quantity",
            en="Storage quantity",
            da="Lagerantal",
            de="Lagermenge",
            help="Extra loose logos to keep in storage. Empty: 0.",
        ),
        Column(
            key="order",
            en="Order",
            da="Ordre",
            de="Bestellung",
            help="The reference this row belongs to, where one file holds several orders.",
        ),
    ),
)

ORDER = SheetKind(
    key="order",
    en="Order",
    da="Ordre",
    de="Bestellung",
    synonyms=(
        "Bestilling",
        "Beställning",
        "Commande",
        "Bestelling",
        "Pedido",
        "Ordine",
        "Tilaus",
        "Zamówienie",
        "Encomenda",
    ),
    columns=(
        Column(
            key="reference",
            en="Reference",
            da="Reference",
            de="Referenz",
            synonyms=(
                "Order reference",
                "Your reference",
                "PO",
                "PO number",
                "Purchase order",
                "Order",
                "Rekvisition",
                "Bestellreferenz",
                "Bestellnummer",
                "Bestell-Nr.",
                "Auftragsnummer",
                "Ordrenummer",
                "Ordrenr.",
                "Bestellung",
                "Ordre",
                "Référence",
                "Referencia",
                "Riferimento",
                "Referentie",
                "Referanse",
                "Ordrereferanse",
                "Deres referanse",
                "Bestillingsnummer",
                "Bestillingsnr.",
                "Bestilling",
                "Referens",
                "Er referens",
                "Ordernummer",
                "Ordernr.",
                "Beställningsnummer",
                "Beställning",
                "Référence de commande",
                "Numéro de commande",
                "N° de commande",
                "Commande",
                "Bestelnummer",
                "Bestelnr.",
                "Bestelling",
                "Número de pedido",
                "Nº de pedido",
                "Pedido",
                "Riferimento ordine",
                "Numero ordine",
                "Numero d'ordine",
                "Ordine",
                "Viite",
                "Tilausnumero",
                "Tilaus",
                "Referencja",
                "Numer zamówienia",
                "Nr zamówienia",
                "Zamówienie",
                "Referência",
                "Número da encomenda",
                "Encomenda",
            ),
            help="Your name for this order. One reference is ordered once.",
        ),
        Column(
            key="comment",
            en="Comment",
            da="Kommentar",
            de="Kommentar",
            synonyms=(
                "Comments",
                "Remark",
                "Remarks",
                "Note",
                "Notes",
                "Bemerkung",
                "Bemærkning",
                "Commentaire",
                "Comentario",
                "Opmerking",
                "Merknad",
                "Kommentarer",
                "Bemærkninger",
                "Bemerkungen",
                "Anmärkning",
                "Commentaires",
                "Remarque",
                "Remarques",
                "Comentarios",
                "Observaciones",
                "Commento",
                "Commenti",
                "Osservazioni",
                "Opmerkingen",
                "Kommentti",
                "Huomautus",
                "Uwagi",
                "Komentarz",
                "Comentário",
                "Observações",
            ),
            help="Free text for the order system.",
        ),
        Column(
            key="origin-of-delivery",
            en="Origin of delivery",
            da="Leveres fra",
            de="Lieferung von",
            synonyms=(
                "Clothes come from",
                "Levereras från",
                "Expédié de",
                "Geleverd vanuit",
            ),
            help="Where the clothes are sent from.",
        ),
        Column(
            key="email",
            en="Email",
            da="E-mail",
            de="E-Mail",
            synonyms=(
                "E-mail",
                "Mail",
                "Email address",
                "E-mail address",
                "Mailadresse",
                "Courriel",
                "E-post",
                "Epost",
                "E-postadresse",
                "E-postadress",
                "Adresse e-mail",
                "Adresse mail",
                "E-mailadres",
                "Correo electrónico",
                "Correo",
                "Indirizzo e-mail",
                "Sähköposti",
                "Adres e-mail",
                "Endereço de e-mail",
            ),
            help="Address for notifications about the order.",
        ),
        Column(
            key="contact-name",
            en="Contact name",
            da="Kontaktperson",
            de="Ansprechpartner",
            synonyms=(
                "Contact",
                "Contact person",
                "Kontakt",
                "Kontaktnavn",
                "Kontaktnamn",
                "Personne de contact",
                "Personne à contacter",
                "Nom du contact",
                "Contactpersoon",
                "Persona de contacto",
                "Contacto",
                "Persona di contatto",
                "Contatto",
                "Yhteyshenkilö",
                "Osoba kontaktowa",
                "Osoba do kontaktu",
                "Pessoa de contacto",
                "Pessoa de contato",
                "Contato",
            ),
            help="Who to ask about the order.",
        ),
        Column(
            key="delivery-name",
            en="Delivery name",
            da="Leveringsnavn",
            de="Lieferung an",
            synonyms=(
                "Levering til",
                "Delivery to",
                "Ship to",
                "Recipient",
                "Modtager",
                "Empfänger",
                "Club",
                "Klub",
                "Verein",
                "Mottaker",
                "Mottagare",
                "Leveres til",
                "Leveransnamn",
                "Levereras till",
                "Nom de livraison",
                "Destinataire",
                "Livraison à",
                "Livrer à",
                "Leveringsnaam",
                "Aflevernaam",
                "Ontvanger",
                "Nombre de entrega",
                "Destinatario",
                "Nome di consegna",
                "Vastaanottaja",
                "Odbiorca",
                "Destinatário",
                "Nome de entrega",
                "Klubb",
                "Vereniging",
                "Seura",
            ),
            help="Name of the receiver.",
        ),
        Column(
            key="delivery-address",
            en="Delivery address",
            da="Leveringsadresse",
            de="Lieferadresse",
            synonyms=(
                "Address",
                "Street",
                "Adresse",
                "Straße",
                "Gade",
                "Vej",
                "Delivery street",
                "Lieferanschrift",
                "Leveransadress",
                "Adress",
                "Gateadresse",
                "Gatuadress",
                "Adresse de livraison",
                "Rue",
                "Leveradres",
                "Leveringsadres",
                "Afleveradres",
                "Bezorgadres",
                "Adres",
                "Straat",
                "Dirección de entrega",
                "Dirección",
                "Calle",
                "Indirizzo di consegna",
                "Indirizzo",
                "Toimitusosoite",
                "Osoite",
                "Katuosoite",
                "Adres dostawy",
                "Ulica",
                "Endereço de entrega",
                "Endereço",
                "Morada de entrega",
                "Morada",
                "Rua",
            ),
            help="Street and house number.",
        ),
        Column(
            key="delivery-zip",
            en="Delivery zip",
            da="Leveringspostnr.",
            de="Liefer-PLZ",
            synonyms=(
                "Zip",
                "Zip code",
                "Post code",
                "Postcode",
                "Postal code",
                "PLZ",
                "Postnr",
                "Postnummer",
                "Delivery postcode",
                "Delivery post code",
                "Delivery postal code",
                "Delivery zip code",
                "Code postal",
                "Leveringspostnummer",
                "Leveranspostnummer",
                "Code postal de livraison",
                "Leveringspostcode",
                "Código postal",
                "Codice postale",
                "Postinumero",
                "Kod pocztowy",
            ),
            help="Post code.",
        ),
        Column(
            key="delivery-city",
            en="Delivery city",
            da="Leveringsby",
            de="Lieferort",
            synonyms=(
                "City",
                "Town",
                "By",
                "Ort",
                "Stadt",
                "Delivery town",
                "Ville",
                "Poststed",
                "Leveringssted",
                "Postort",
                "Leveransort",
                "Stad",
                "Ville de livraison",
                "Plaats",
                "Woonplaats",
                "Ciudad",
                "Localidad",
                "Población",
                "Città",
                "Località",
                "Postitoimipaikka",
                "Paikkakunta",
                "Kaupunki",
                "Miasto",
                "Miejscowość",
                "Cidade",
                "Localidade",
            ),
            help="Town.",
        ),
        Column(
            key="delivery-country",
            en="Delivery country",
            da="Leveringsland",
            de="Lieferland",
            synonyms=(
                "Country",
                "Land",
                "Country code",
                "Pays",
                "Delivery country code",
                "Leveransland",
                "Landkode",
                "Landskod",
                "Landcode",
                "Pays de livraison",
                "País",
                "Paese",
                "Maa",
                "Kraj",
            ),
            help="Country, as a name or as its two-letter code.",
        ),
        Column(
            key="delivery-contact-person",
            en="Delivery contact person",
            da="Kontaktperson ved levering",
            de="Ansprechpartner bei Lieferung",
            synonyms=(
                "Delivery contact",
                "Receiver contact",
                "Kontaktperson levering",
                "Kontaktperson vid leverans",
                "Contact de livraison",
                "Contact livraison",
                "Contactpersoon levering",
                "Contacto de entrega",
                "Contatto di consegna",
            ),
            help="Who to ask for at the delivery address.",
        ),
        Column(
            key="organization-id",
            en="Organization ID",
            da="Organisations-id",
            de="Organisations-ID",
            synonyms=(
                "Organization",
                "Organisation",
                "Organisation ID",
                "Vendor child",
                "Organisasjon",
                "Organisasjons-ID",
            ),
            help="The vendor child the order is placed for. Empty: your own organization.",
        ),
    ),
)

LOGOS = SheetKind(
    key="logos",
    en="Logos",
    da="Logoer",
    de="Logos",
    columns=(
        Column(
            key="logo",
            en="Logo",
            da="Logo",
            de="Logo",
            synonyms=("Logo id", "Title", "Titel"),
            help="A title from the Catalogue sheet, sku:… or a logo id.",
        ),
        Column(
            key="quantity",
            en="Quantity",
            da="Antal",
            de="Anzahl",
            synonyms=("Qty", "Pieces", "Pcs", "Menge", "Stück", "Stk"),
            help="How many, a whole number above 0. Empty: 1.",
        ),
        Column(
            key="storage-quantity",
            en="Storage quantity",
            da="Lagerantal",
            de="Lagermenge",
            synonyms=("Storage", "Stock", "Lager"),
            help="Extra ones to keep in storage. Empty: 0.",
        ),
        Column(
            key="text",
            en="Text",
            da="Tekst",
            de="Text",
            synonyms=("Value", "Name", "Navn"),
            help="The text of a text logo or name logo.",
        ),
        Column(
            key="number",
            en="Number",
            da="Nummer",
            de="Nummer",
            synonyms=("No", "Nr", "#", "Digit", "Digits"),
            help="The numbers of a number logo: 7, a list 1, 7, 10-12, a range 2-18, or roster for each of the roster's.",
        ),
        Column(
            key="order",
            en="Order",
            da="Ordre",
            de="Bestellung",
            synonyms=("Reference", "Referenz"),
            help="The reference this row belongs to, where one file holds several orders.",
        ),
    ),
)

CATALOGUE = SheetKind(
    key="catalogue",
    en="Catalogue",
    da="Katalog",
    de="Katalog",
    columns=(
        Column(
            key="title",
            en="Title",
            da="Titel",
            de="Titel",
            synonyms=("Name", "Design", "Designs"),
            help="The title used on the Roster and Logos sheets.",
        ),
        Column(key="kind", en="Kind", da="Art", de="Art", synonyms=("What",), help="design or logo."),
        Column(key="id", en="ID", da="ID", de="ID", synonyms=("Design id", "Logo id"), help="The order system's id."),
        Column(
            key="code",
            en="Code",
            da="Kode",
            de="Code",
            synonyms=("MUL", "SKU", "Item number", "Code MUL or SKU"),
            help="The MUL code of a design or the SKU of a logo.",
        ),
        Column(
            key="type",
            en="Type",
            da="Type",
            de="Typ",
            synonyms=("Logo type",),
            help="NameLogo, NumberLogo, TextLogo or Logo.",
        ),
        Column(
            key="placeholders",
            en="Placeholders",
            da="Pladsholdere",
            de="Platzhalter",
            synonyms=("Placeholder",),
            help="What a design can carry: name, number, or placeholder ids.",
        ),
        Column(
            key="sizes",
            en="Sizes",
            da="Størrelser",
            de="Größen",
            synonyms=("Size",),
            help="The sizes of a design, divided by commas.",
        ),
        Column(
            key="price",
            en="Price",
            da="Pris",
            de="Preis",
            synonyms=("Unit price",),
            help="Price per piece, where the order system wants one.",
        ),
    ),
)

SHEETS = (ORDER, ROSTER, LOGOS, CATALOGUE)

# What the results workbook adds; found again, these are ours and not data.
SUMMARY_SHEET = term("Summary", da="Oversigt", de="Übersicht")
SUMMARY_HEADINGS = (
    term("Reference", da="Reference", de="Referenz"),
    term("Order number", da="Ordrenummer", de="Bestellnummer"),
    term("Status", da="Status", de="Status"),
    term("Pieces", da="Styk", de="Stück"),
    term("Loose logos", da="Løse logoer", de="Lose Logos"),
    term("Delivery date", da="Leveres", de="Lieferung"),
    term("Total", da="I alt", de="Gesamt"),
    term("Currency", da="Valuta", de="Währung"),
)
SUMMARY_HEADINGS_IN = tuple(tuple(said_as(heading, language) for heading in SUMMARY_HEADINGS) for language in LANGUAGES)
RESULTS_SHEET = "Results"
RESULTS_HEADINGS = (
    "Reference",
    "Order number",
    "Tracking ID",
    "Status",
    "Placed at",
    "Delivery date",
    "Currency",
    "Sub total",
    "VAT",
    "VAT rate",
    "Total",
    "Pieces",
    "Message",
)
LINES_SHEET = "Lines"
LINES_HEADINGS = (
    "Reference",
    "Sheet",
    "Rows",
    "Player",
    "Item",
    "Size",
    "Name",
    "Number",
    "Quantity",
    "Storage quantity",
    "Confirmed size",
    "Confirmed name",
    "Confirmed number",
    "Confirmed quantity",
    "Difference",
)
LINE_STATUS_HEADING = "Line status"  # a column more, where the order system says line by line what became of it
ROSTER_RESULT_HEADINGS = ("Order number", "Order status", "Message")
PROBLEMS_SHEET = term("What to fix", da="Skal rettes", de="Zu berichtigen")
PROBLEMS_HEADINGS = (
    term("Where", da="Hvor", de="Wo"),
    term(
        "What is wrong, and what to do",
        da="Hvad der er galt, og hvad du kan gøre",
        de="Was nicht stimmt und was zu tun ist",
    ),
    term("You wrote", da="Du skrev", de="Geschrieben war"),
    term("Suggestion", da="Forslag", de="Vorschlag"),
    term("Level", da="Grad", de="Schwere"),
)
PROBLEMS_HEADINGS_IN = tuple(
    tuple(said_as(heading, language) for heading in PROBLEMS_HEADINGS) for language in LANGUAGES
)
