"""What the template says to a coach, in English, Danish and German.

The English help of every column stands in `roster_import.model.columns`; its Danish and German twins stand here.
Texts may use `**bold**`; `{order}`, `{roster}`, `{logos}` and `{catalogue}` become the names of the sheets.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from roster_import.model.columns import Column, SheetKind


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateTexts:
    """Every text of the template in one language but names, headings and help of the sheets' columns."""

    title: str
    how_to: str  # the sheet's name
    lead: str
    steps_title: str
    steps: tuple[str, ...]
    examples_title: str
    examples: tuple[str, ...]
    colours_title: str
    wrong: str
    doubtful: str
    missing: str
    columns_title: str
    tips_title: str
    tips: tuple[str, ...]
    page: str
    sizes_by_design: str
    placeholder: str  # the note on a placeholder's column
    not_digits: str
    not_quantity: str
    not_in_list: str
    not_size: str
    not_country: str


_EN = TemplateTexts(
    title="Shirt order",
    how_to="How to",
    lead="Fill in two sheets, send the workbook, and the shirts are ordered just as you wrote them.",
    steps_title="In four steps",
    steps=(
        "**1   {order}.** Your reference and where the shirts are to go.",
        "**2   {roster}.** One row per shirt. Pick the design first: the drop-down then offers the sizes it comes in.",
        "**3   {logos}.** Only for loose logos that belong to no player. Leave the sheet empty if you need none.",
        "**4   Look at the colours**, save the workbook and send it in.",
    ),
    examples_title="What a row may say",
    examples=(
        "**A player’s shirt.** Player Emma Sørensen, name SØRENSEN, number 07, size M, design Home kit.",
        "**Home and away at once.** The same row with the design  Home kit; Away kit  orders one of each.",
        "**A shirt with a number only.** Leave the name empty.",
        "**Spare shirts.** Leave player, name and number empty: size L, quantity 3, design Home kit.",
        "**A loose number to iron on.** Player Emma Sørensen, number 07, logo Number transfer, no design.",
    ),
    colours_title="What the colours say",
    wrong="**Red:** this cannot be ordered – letters in a number, or a quantity that is not a whole number above 0.",
    doubtful="**Orange:** the same number twice in one design. Fine, if you mean it.",
    missing="**Yellow:** still to be filled in – a size, a design, or something we need to deliver.",
    columns_title="The columns of the {roster} sheet",
    tips_title="Good to know",
    tips=(
        "A number keeps its zero: 07 stays 07. Names are printed just as you write them, capitals and accents too.",
        "Pasting from another list? Paste the values only (Ctrl+Shift+V), then drop-downs and colours stay.",
        "Only the headings are protected, without a password. You may sort, filter, and insert or delete rows.",
        "Nothing on this sheet is ordered.",
    ),
    page="Page &P of &N",
    sizes_by_design="Sizes of each design:",
    placeholder="Only for {designs}: the value of placeholder {id}. Empty: the row’s name or number is used.",
    not_digits="A number has digits only, such as 7, 07 or 23.",
    not_quantity="A whole number is needed here.",
    not_in_list="This is not a title on the {catalogue} sheet. Several are divided by ; and a code or an id is "
    "fine too. "
    "Keep it?",
    not_size="The design of this row is not listed in this size. Keep it?",
    not_country="This country is not in the list. Keep it? Any country’s name or two-letter code will do.",
)

_DA = TemplateTexts(
    title="Trøjebestilling",
    how_to="Vejledning",
    lead="Udfyld to ark, send filen, og trøjerne bliver bestilt præcis, som du har skrevet dem.",
    steps_title="Fire trin",
    steps=(
        "**1   {order}.** Din reference, og hvor trøjerne skal leveres.",
        "**2   {roster}.** Én række pr. trøje. Vælg designet først – så viser listen de størrelser, det findes i.",
        "**3   {logos}.** Kun til løse logoer, der ikke hører til en spiller. Lad arket stå tomt, hvis du ingen "
        "skal bruge.",
        "**4   Hold øje med farverne**, gem filen, og send den ind.",
    ),
    examples_title="Sådan kan en række se ud",
    examples=(
        "**En spillers trøje.** Spiller Emma Sørensen, navn på ryg SØRENSEN, nummer 07, størrelse M, design Hjemmesæt.",
        "**Hjemme- og udetrøje på én gang.** Samme række med designet  Hjemmesæt; Udesæt  bestiller én af hver.",
        "**En trøje kun med nummer.** Lad navnet stå tomt.",
        "**Ekstra trøjer.** Lad spiller, navn og nummer stå tomme: størrelse L, antal 3, design Hjemmesæt.",
        "**Et løst nummer til at stryge på.** Spiller Emma Sørensen, nummer 07, logo Nummertryk, intet design.",
    ),
    colours_title="Det betyder farverne",
    wrong="**Rød:** kan ikke bestilles – bogstaver i et nummer, eller et antal, der ikke er et helt tal over 0.",
    doubtful="**Orange:** det samme nummer to gange i samme design. Helt i orden, hvis det er meningen.",
    missing="**Gul:** mangler endnu – en størrelse, et design eller noget, vi skal bruge til leveringen.",
    columns_title="Kolonnerne på arket {roster}",
    tips_title="Godt at vide",
    tips=(
        "Nuller bliver stående: 07 forbliver 07. Navne trykkes præcis, som du skriver dem, også accenter.",
        "Kopierer du fra en anden liste? Indsæt kun værdierne (Ctrl+Shift+V), så bevares lister og farver.",
        "Kun overskrifterne er beskyttet, uden adgangskode. Du må sortere, filtrere og indsætte eller slette rækker.",
        "Intet på dette ark bliver bestilt.",
    ),
    page="Side &P af &N",
    sizes_by_design="Størrelser pr. design:",
    placeholder="Kun til {designs}: værdien af pladsholder {id}. Tom: rækkens navn eller nummer bruges.",
    not_digits="Et nummer består kun af cifre, fx 7, 07 eller 23.",
    not_quantity="Her skal stå et helt tal.",
    not_in_list="Det er ikke en titel på arket {catalogue}. Flere adskilles med ; og en kode eller et id kan "
    "også bruges. "
    "Vil du beholde det?",
    not_size="Rækkens design findes ikke i denne størrelse på listen. Vil du beholde den?",
    not_country="Landet er ikke på listen. Vil du beholde det? Alle landenavne og tobogstavskoder kan bruges.",
)

_DE = TemplateTexts(
    title="Trikotbestellung",
    how_to="Anleitung",
    lead="Zwei Blätter ausfüllen und die Datei einsenden: Bestellt wird genau, was eingetragen ist.",
    steps_title="In vier Schritten",
    steps=(
        "**1   {order}.** Die eigene Referenz und wohin die Trikots geliefert werden sollen.",
        "**2   {roster}.** Eine Zeile pro Trikot. Zuerst das Design wählen: Die Liste zeigt dann dessen Größen.",
        "**3   {logos}.** Nur für lose Logos, die zu keinem Spieler gehören. Sonst bleibt das Blatt leer.",
        "**4   Auf die Farben achten**, die Datei speichern und einsenden.",
    ),
    examples_title="Was in einer Zeile stehen kann",
    examples=(
        "**Das Trikot einer Spielerin.** Spieler Emma Sørensen, Aufdruck SØRENSEN, Nummer 07, Größe M, Design "
        "Heimtrikot.",
        "**Heim und Auswärts zugleich.** Dieselbe Zeile mit dem Design  Heimtrikot; Auswärtstrikot  bestellt je eines.",
        "**Ein Trikot nur mit Nummer.** Den Aufdruck leer lassen.",
        "**Ersatztrikots.** Spieler, Aufdruck und Nummer leer lassen: Größe L, Anzahl 3, Design Heimtrikot.",
        "**Eine lose Nummer zum Aufbügeln.** Spieler Emma Sørensen, Nummer 07, Logo Nummerntransfer, kein Design.",
    ),
    colours_title="Was die Farben bedeuten",
    wrong="**Rot:** So geht es nicht – Buchstaben in einer Nummer oder eine Anzahl, die keine ganze Zahl über 0 ist.",
    doubtful="**Orange:** dieselbe Nummer zweimal im selben Design. In Ordnung, wenn es so gewollt ist.",
    missing="**Gelb:** fehlt noch – eine Größe, ein Design oder eine Angabe für die Lieferung.",
    columns_title="Die Spalten auf dem Blatt {roster}",
    tips_title="Gut zu wissen",
    tips=(
        "Nullen bleiben erhalten: 07 bleibt 07. Namen werden genau so gedruckt, wie sie dastehen, auch Akzente.",
        "Aus einer anderen Liste kopiert? Nur die Werte einfügen (Strg+Umschalt+V), dann bleiben Listen und Farben.",
        "Nur die Überschriften sind geschützt, ohne Kennwort. Sortieren, Filtern, Zeilen einfügen und löschen geht.",
        "Auf diesem Blatt wird nichts bestellt.",
    ),
    page="Seite &P von &N",
    sizes_by_design="Größen je Design:",
    placeholder="Nur für {designs}: der Wert des Platzhalters {id}. Leer: Aufdruck oder Nummer der Zeile gilt.",
    not_digits="Eine Nummer besteht nur aus Ziffern, etwa 7, 07 oder 23.",
    not_quantity="Hier wird eine ganze Zahl gebraucht.",
    not_in_list="Dieser Titel steht nicht auf dem Blatt {catalogue}. Mehrere werden mit ; getrennt, auch ein "
    "Code oder eine ID "
    "ist erlaubt. Beibehalten?",
    not_size="Für das Design dieser Zeile ist diese Größe nicht aufgeführt. Beibehalten?",
    not_country="Dieses Land steht nicht in der Liste. Beibehalten? Jeder Ländername und jeder zweistellige Code "
    "ist erlaubt.",
)

TEXTS: Mapping[str, TemplateTexts] = {"en": _EN, "da": _DA, "de": _DE}

_HELP: Mapping[tuple[str, str], tuple[str, str]] = {
    ("roster", "player"): (
        "Hvem rækken er til. Kun til dig selv og resultatet; det trykkes ikke.",
        "Für wen die Zeile ist. Nur zur eigenen Übersicht und fürs Ergebnis, wird nicht gedruckt.",
    ),
    ("roster", "name"): (
        "Navnet, der skal trykkes, præcis som det skal stå på trøjen. Tom: intet navn.",
        "Der Name, genau so, wie er auf dem Trikot stehen soll. Leer: kein Name.",
    ),
    ("roster", "number"): (
        "Nummeret, der skal trykkes: kun cifre. 07 forbliver 07. Tom: intet nummer.",
        "Die Nummer, die gedruckt wird: nur Ziffern. 07 bleibt 07. Leer: keine Nummer.",
    ),
    ("roster", "size"): (
        "Trøjens størrelse. Vælg designet først, så viser listen dets størrelser.",
        "Die Größe. Zuerst das Design wählen, dann zeigt die Liste dessen Größen.",
    ),
    ("roster", "quantity"): (
        "Hvor mange: et helt tal over 0. Tom: 1. Ekstra trøjer er en række uden spiller, navn og nummer.",
        "Wie viele: eine ganze Zahl über 0. Leer: 1. Ersatztrikots sind eine Zeile ohne Spieler, Aufdruck und Nummer.",
    ),
    ("roster", "design"): (
        "En titel fra arket Katalog, en MUL-kode eller et design-id. Flere adskilt med ; bestilles hver for sig.",
        "Ein Titel vom Blatt Katalog, ein MUL-Code oder eine Design-ID. Mehrere, mit ; getrennt, werden einzeln "
        "bestellt.",
    ),
    ("roster", "logo"): (
        "Et løst logo til rækken: en titel fra arket Katalog, sku:… eller et logo-id.",
        "Ein loses Logo für diese Zeile: ein Titel vom Blatt Katalog, sku:… oder eine Logo-ID.",
    ),
    ("roster", "storage-quantity"): (
        "Ekstra løse logoer, der lægges på lager. Tom: 0.",
        "Zusätzliche lose Logos, die eingelagert werden. Leer: 0.",
    ),
    ("roster", "order"): (
        "Den reference, rækken hører til, når filen rummer flere ordrer. Ellers tom.",
        "Die Referenz, zu der die Zeile gehört, wenn die Datei mehrere Bestellungen enthält. Sonst leer.",
    ),
    ("order", "reference"): (
        "Dit navn på ordren. En reference bestilles kun én gang.",
        "Der eigene Name für diese Bestellung. Jede Referenz wird nur einmal bestellt.",
    ),
    ("order", "comment"): ("Fri tekst til leverandøren.", "Freier Text für den Lieferanten."),
    ("order", "origin-of-delivery"): ("Hvor tøjet sendes fra.", "Von wo die Kleidung verschickt wird."),
    ("order", "email"): ("Adresse til beskeder om ordren.", "Adresse für Nachrichten zur Bestellung."),
    ("order", "contact-name"): (
        "Hvem man kan spørge om ordren.",
        "Wer Fragen zur Bestellung beantwortet.",
    ),
    ("order", "delivery-name"): ("Modtagerens navn.", "Name des Empfängers."),
    ("order", "delivery-address"): ("Vej og husnummer.", "Straße und Hausnummer."),
    ("order", "delivery-zip"): ("Postnummer.", "Postleitzahl."),
    ("order", "delivery-city"): ("By.", "Ort."),
    ("order", "delivery-country"): (
        "Land, som navn eller som landekode på to bogstaver.",
        "Land, als Name oder als zweistelliger Ländercode.",
    ),
    ("order", "delivery-contact-person"): (
        "Hvem man skal spørge efter på leveringsadressen.",
        "Nach wem an der Lieferadresse zu fragen ist.",
    ),
    ("order", "organization-id"): (
        "Den underorganisation, ordren er til. Tom: din egen organisation.",
        "Die Unterorganisation, für die bestellt wird. Leer: die eigene Organisation.",
    ),
    ("logos", "logo"): (
        "En titel fra arket Katalog, sku:… eller et logo-id.",
        "Ein Titel vom Blatt Katalog, sku:… oder eine Logo-ID.",
    ),
    ("logos", "quantity"): (
        "Hvor mange: et helt tal over 0. Tom: 1.",
        "Wie viele: eine ganze Zahl über 0. Leer: 1.",
    ),
    ("logos", "storage-quantity"): (
        "Ekstra, der lægges på lager. Tom: 0.",
        "Zusätzliche, die eingelagert werden. Leer: 0.",
    ),
    ("logos", "text"): ("Teksten på et tekst- eller navnelogo.", "Der Text eines Text- oder Namenslogos."),
    ("logos", "number"): (
        "Numrene på et nummerlogo: 7, en liste 1, 7, 10-12, et interval 2-18, eller spillerliste for alle på spillerlisten.",
        "Die Nummern eines Nummernlogos: 7, eine Liste 1, 7, 10-12, ein Bereich 2-18, oder Spielerliste für alle auf ihr.",
    ),
    ("logos", "order"): (
        "Den reference, rækken hører til, når filen rummer flere ordrer. Ellers tom.",
        "Die Referenz, zu der die Zeile gehört, wenn die Datei mehrere Bestellungen enthält. Sonst leer.",
    ),
    ("catalogue", "title"): (
        "Titlen, som bruges på arkene Spillerliste og Logoer.",
        "Der Titel, der auf den Blättern Spielerliste und Logos verwendet wird.",
    ),
    ("catalogue", "kind"): ("design eller logo.", "design oder logo."),
    ("catalogue", "id"): ("Bestillingssystemets id.", "Die ID im Bestellsystem."),
    ("catalogue", "code"): (
        "Designets MUL-kode eller logoets SKU.",
        "Der MUL-Code eines Designs oder die SKU eines Logos.",
    ),
    ("catalogue", "type"): (
        "Kun for logoer: NameLogo, NumberLogo, TextLogo eller Logo.",
        "Nur bei Logos: NameLogo, NumberLogo, TextLogo oder Logo.",
    ),
    ("catalogue", "placeholders"): (
        "Hvad et design kan bære: name, number eller pladsholdernes id’er.",
        "Was ein Design tragen kann: name, number oder die IDs der Platzhalter.",
    ),
    ("catalogue", "sizes"): (
        "Designets størrelser, adskilt med komma.",
        "Die Größen eines Designs, durch Kommas getrennt.",
    ),
    ("catalogue", "price"): (
        "Stykpris, hvis bestillingssystemet skal bruge en.",
        "Preis pro Stück, falls das Bestellsystem einen braucht.",
    ),
}


def help_text(sheet: SheetKind, column: Column, language: str) -> str:
    """What to fill in under a heading, in one of the template's languages."""
    if language == "en":
        return column.help
    danish, german = _HELP[sheet.key, column.key]
    return danish if language == "da" else german


_COUNTRIES = """
AT Austria Østrig Österreich
BE Belgium Belgien Belgien
CH Switzerland Schweiz Schweiz
CZ Czechia Tjekkiet Tschechien
DE Germany Tyskland Deutschland
DK Denmark Danmark Dänemark
EE Estonia Estland Estland
ES Spain Spanien Spanien
FI Finland Finland Finnland
FO Faroe_Islands Færøerne Färöer
FR France Frankrig Frankreich
GB United_Kingdom Storbritannien Vereinigtes_Königreich
GL Greenland Grønland Grönland
HU Hungary Ungarn Ungarn
IE Ireland Irland Irland
IS Iceland Island Island
IT Italy Italien Italien
LI Liechtenstein Liechtenstein Liechtenstein
LT Lithuania Litauen Litauen
LU Luxembourg Luxembourg Luxemburg
LV Latvia Letland Lettland
NL Netherlands Nederlandene Niederlande
NO Norway Norge Norwegen
PL Poland Polen Polen
PT Portugal Portugal Portugal
SE Sweden Sverige Schweden
SI Slovenia Slovenien Slowenien
SK Slovakia Slovakiet Slowakei
"""
_ALPHABET_ENDS = str.maketrans({"Æ": "Z1", "Ø": "Z2", "Å": "Z3"})


def country_names(language: str) -> tuple[str, ...]:
    """The countries the Order sheet offers, in that language's alphabetical order; others may be typed."""
    index = {"en": 1, "da": 2, "de": 3}[language]
    names = (line.split()[index].replace("_", " ") for line in _COUNTRIES.split("\n") if line)
    return tuple(sorted(names, key=lambda name: _sorting_key(name, language)))


def _sorting_key(name: str, language: str) -> str:
    """Danish puts Æ, Ø and Å after Z; German sorts Ö as O."""
    if language == "da":
        return name.translate(_ALPHABET_ENDS)
    return name.replace("Ö", "O").replace("ä", "a").replace("ö", "o")
