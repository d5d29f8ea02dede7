"""The one description of the sheets: their names, their columns, what each means, and how people head them.

The template writes these headings, recognition accepts them in every language and their synonyms, messages quote them.
Headings are compared by `heading_key`, so case, punctuation and spacing never matter.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from roster_import.language.messages import heading, say
from roster_import.language.translations import in_every_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from roster_import.language.messages import Said


_SAYING = re.compile(r"(?:[^\W_]|[#№])+")


@lru_cache(maxsize=8192)  # the same few headings and titles are asked for by every row
def heading_key(text: str) -> str:
    """A heading reduced to what it says: case folded, punctuation and white space made single blanks.

    `#` and `№` stay, as they mean a number; letters keep their accents (`Größe` is `größe`, not `grosse`).
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    return folded if folded.isalnum() else " ".join(_SAYING.findall(folded))


@dataclass(frozen=True, slots=True)
class Column:
    """One column (or label) of a sheet: its key, the template's heading, what to fill in, and other headings.

    `synonyms` are divided by semicolons.
    """

    key: str
    heading: Said
    help: Said
    synonyms: str = ""

    @property
    def keys(self) -> frozenset[str]:
        """Every heading that means this column, reduced by `heading_key`."""
        return _keys(self.key, self.heading, self.synonyms)


@dataclass(frozen=True, slots=True)
class SheetKind:
    """One sheet of the template: its key, its name, its columns, and other names, divided by semicolons."""

    key: str
    name: Said
    columns: tuple[Column, ...]
    synonyms: str = ""

    @property
    def keys(self) -> frozenset[str]:
        """Every sheet name that means this sheet, reduced by `heading_key`."""
        return _keys(self.key, self.name, self.synonyms)


def _keys(key: str, name: Said, synonyms: str) -> frozenset[str]:
    others = synonyms.split(";") if synonyms else ()
    return frozenset(map(heading_key, (key, *in_every_language(name), *others)))


def column_by_heading(columns: Iterable[Column]) -> Mapping[str, Column]:
    """Reduced heading -> column; the first column that claims a heading keeps it."""
    known: dict[str, Column] = {}
    for column in columns:
        for key in column.keys:
            known.setdefault(key, column)
    return known


# ---------------------------------------------------------------------------------------------------------- the sheets


ROSTER = SheetKind(
    "roster",
    heading("Roster"),
    (
        Column(
            "player",
            heading("Player"),
            say("Who the row is for. Only for your own eyes and the results; it is not printed."),
        ),
        Column(
            "name",
            heading("Name"),
            say("The name to print, exactly as it should appear on the garment. Empty: no name."),
        ),
        Column(
            "number",
            heading("Number"),
            say("The number to print: digits only. 07 stays 07. Empty: no number."),
        ),
        Column(
            "size",
            heading("Size"),
            say("The garment size. Pick the design first, then the list shows its sizes."),
        ),
        Column(
            "quantity",
            heading("Quantity"),
            say("How many, a whole number above 0. Empty: 1. Spare shirts: a row without player, name and number."),
        ),
        Column(
            "design",
            heading("Design"),
            say("A title from the Catalogue sheet, a MUL code or a design id. Several divided by ; order each."),
        ),
        Column(
            "logo",
            heading("Logo"),
            say("A loose logo for this row: a title from the Catalogue sheet, sku:… or a logo id."),
        ),
        Column(
            "storage-quantity",
            heading("Storage quantity"),
            say("Extra loose logos to keep in storage. Empty: 0."),
        ),
        Column(
            "order",
            heading("Order"),
            say("The reference this row belongs to, where one file holds several orders."),
        ),
    ),
)

ORDER = SheetKind(
    "order",
    heading("Order"),
    (
        Column(
            "reference",
            heading("Reference"),
            say("Your name for this order. One reference is ordered once."),
            "Order reference; Your reference; PO; PO number; Purchase order; Order; Rekvisition; "
            "Bestellreferenz; Bestellnummer; Bestell-Nr.; Auftragsnummer; Ordrenummer; Ordrenr.; Bestellung; "
            "Ordre; Référence; Referencia; Riferimento; Referentie; Referanse; Ordrereferanse; Deres "
            "referanse; Bestillingsnummer; Bestillingsnr.; Bestilling; Referens; Er referens; Ordernummer; "
            "Ordernr.; Beställningsnummer; Beställning; Référence de commande; Numéro de commande; N° de "
            "commande; Commande; Bestelnummer; Bestelnr.; Bestelling; Número de pedido; Nº de pedido; Pedido; "
            "Riferimento ordine; Numero ordine; Numero d'ordine; Ordine; Viite; Tilausnumero; Tilaus; "
            "Referencja; Numer zamówienia; Nr zamówienia; Zamówienie; Referência; Número da encomenda; "
            "Encomenda",
        ),
        Column(
            "comment",
            heading("Comment"),
            say("Free text for the order system."),
            "Comments; Remark; Remarks; Note; Notes; Bemerkung; Bemærkning; Commentaire; Comentario; "
            "Opmerking; Merknad; Kommentarer; Bemærkninger; Bemerkungen; Anmärkning; Commentaires; Remarque; "
            "Remarques; Comentarios; Observaciones; Commento; Commenti; Osservazioni; Opmerkingen; Kommentti; "
            "Huomautus; Uwagi; Komentarz; Comentário; Observações",
        ),
        Column(
            "origin-of-delivery",
            heading("Origin of delivery"),
            say("Where the clothes are sent from."),
            "Clothes come from; Levereras från; Expédié de; Geleverd vanuit",
        ),
        Column(
            "email",
            heading("Email"),
            say("Address for notifications about the order."),
            "E-mail; Mail; Email address; E-mail address; Mailadresse; Courriel; E-post; Epost; "
            "E-postadresse; E-postadress; Adresse e-mail; Adresse mail; E-mailadres; Correo electrónico; "
            "Correo; Indirizzo e-mail; Sähköposti; Adres e-mail; Endereço de e-mail",
        ),
        Column(
            "contact-name",
            heading("Contact name"),
            say("Who to ask about the order."),
            "Contact; Contact person; Kontakt; Kontaktnavn; Kontaktnamn; Personne de contact; Personne à "
            "contacter; Nom du contact; Contactpersoon; Persona de contacto; Contacto; Persona di contatto; "
            "Contatto; Yhteyshenkilö; Osoba kontaktowa; Osoba do kontaktu; Pessoa de contacto; Pessoa de "
            "contato; Contato",
        ),
        Column(
            "delivery-name",
            heading("Delivery name"),
            say("Name of the receiver."),
            "Levering til; Delivery to; Ship to; Recipient; Modtager; Empfänger; Club; Klub; Verein; "
            "Mottaker; Mottagare; Leveres til; Leveransnamn; Levereras till; Nom de livraison; Destinataire; "
            "Livraison à; Livrer à; Leveringsnaam; Aflevernaam; Ontvanger; Nombre de entrega; Destinatario; "
            "Nome di consegna; Vastaanottaja; Odbiorca; Destinatário; Nome de entrega; Klubb; Vereniging; "
            "Seura",
        ),
        Column(
            "delivery-address",
            heading("Delivery address"),
            say("Street and house number."),
            "Address; Street; Adresse; Straße; Gade; Vej; Delivery street; Lieferanschrift; Leveransadress; "
            "Adress; Gateadresse; Gatuadress; Adresse de livraison; Rue; Leveradres; Leveringsadres; "
            "Afleveradres; Bezorgadres; Adres; Straat; Dirección de entrega; Dirección; Calle; Indirizzo di "
            "consegna; Indirizzo; Toimitusosoite; Osoite; Katuosoite; Adres dostawy; Ulica; Endereço de "
            "entrega; Endereço; Morada de entrega; Morada; Rua",
        ),
        Column(
            "delivery-zip",
            heading("Delivery zip"),
            say("Post code."),
            "Zip; Zip code; Post code; Postcode; Postal code; PLZ; Postnr; Postnummer; Delivery postcode; "
            "Delivery post code; Delivery postal code; Delivery zip code; Code postal; Leveringspostnummer; "
            "Leveranspostnummer; Code postal de livraison; Leveringspostcode; Código postal; Codice postale; "
            "Postinumero; Kod pocztowy",
        ),
        Column(
            "delivery-city",
            heading("Delivery city"),
            say("Town."),
            "City; Town; By; Ort; Stadt; Delivery town; Ville; Poststed; Leveringssted; Postort; Leveransort; "
            "Stad; Ville de livraison; Plaats; Woonplaats; Ciudad; Localidad; Población; Città; Località; "
            "Postitoimipaikka; Paikkakunta; Kaupunki; Miasto; Miejscowość; Cidade; Localidade",
        ),
        Column(
            "delivery-country",
            heading("Delivery country"),
            say("Country, as a name or as its two-letter code."),
            "Country; Land; Country code; Pays; Delivery country code; Leveransland; Landkode; Landskod; "
            "Landcode; Pays de livraison; País; Paese; Maa; Kraj",
        ),
        Column(
            "delivery-contact-person",
            heading("Delivery contact person"),
            say("Who to ask for at the delivery address."),
            "Delivery contact; Receiver contact; Kontaktperson levering; Kontaktperson vid leverans; Contact "
            "de livraison; Contact livraison; Contactpersoon levering; Contacto de entrega; Contatto di "
            "consegna",
        ),
        Column(
            "organization-id",
            heading("Organization ID"),
            say("The vendor child the order is placed for. Empty: your own organization."),
            "Organization; Organisation; Organisation ID; Vendor child; Organisasjon; Organisasjons-ID",
        ),
    ),
    "Bestilling; Beställning; Commande; Bestelling; Pedido; Ordine; Tilaus; Zamówienie; Encomenda",
)

LOGOS = SheetKind(
    "logos",
    heading("Logos"),
    (
        Column(
            "logo",
            heading("Logo"),
            say("A title from the Catalogue sheet, sku:… or a logo id."),
            "Logo id; Title; Titel",
        ),
        Column(
            "quantity",
            heading("Quantity"),
            say("How many, a whole number above 0. Empty: 1."),
            "Qty; Pieces; Pcs; Menge; Stück; Stk",
        ),
        Column(
            "storage-quantity",
            heading("Storage quantity"),
            say("Extra ones to keep in storage. Empty: 0."),
            "Storage; Stock; Lager",
        ),
        Column(
            "text",
            heading("Text"),
            say("The text of a text logo or name logo."),
            "Value; Name; Navn",
        ),
        Column(
            "number",
            heading("Number"),
            say(
                "The numbers of a number logo: 7, a list 1, 7, 10-12, a range 2-18, or roster for each of the roster's."
            ),
            "No; Nr; #; Digit; Digits",
        ),
        Column(
            "order",
            heading("Order"),
            say("The reference this row belongs to, where one file holds several orders."),
            "Reference; Referenz",
        ),
    ),
)

CATALOGUE = SheetKind(
    "catalogue",
    heading("Catalogue"),
    (
        Column(
            "title",
            heading("Title"),
            say("The title used on the Roster and Logos sheets."),
            "Name; Design; Designs",
        ),
        Column(
            "kind",
            heading("Kind"),
            say("design or logo."),
            "What",
        ),
        Column(
            "id",
            heading("ID"),
            say("The order system's id."),
            "Design id; Logo id",
        ),
        Column(
            "code",
            heading("Code"),
            say("The MUL code of a design or the SKU of a logo."),
            "MUL; SKU; Item number; Code MUL or SKU",
        ),
        Column(
            "type",
            heading("Type"),
            say("NameLogo, NumberLogo, TextLogo or Logo."),
            "Logo type",
        ),
        Column(
            "placeholders",
            heading("Placeholders"),
            say("What a design can carry: name, number, or placeholder ids."),
            "Placeholder",
        ),
        Column(
            "sizes",
            heading("Sizes"),
            say("The sizes of a design, divided by commas."),
            "Size",
        ),
        Column(
            "price",
            heading("Price"),
            say("Price per piece, where the order system wants one."),
            "Unit price",
        ),
    ),
)

SHEETS = (ORDER, ROSTER, LOGOS, CATALOGUE)

HOW_TO = heading("How to")
"""The template's sheet of instructions, which nothing is ever read from."""
