"""Made-up extra columns of rosters in sixteen languages: those that may change an order, and those that certainly do not.

Each kind has a heading per language and what stands under it; a value that is a tuple is chosen by language too.
"""

from __future__ import annotations

from dataclasses import dataclass

LANGUAGES = ("en", "da", "no", "sv", "de", "nl", "fr", "es", "it", "pt", "pl", "cs", "fi", "tr", "ja", "ko")
"""As the headings below stand, divided by bars."""

YES = {
    "en": "yes", "da": "ja", "no": "ja", "sv": "ja", "de": "ja", "nl": "ja", "fr": "oui", "es": "sí", "it": "sì",
    "pt": "sim", "pl": "tak", "cs": "ano", "fi": "kyllä", "tr": "evet", "ja": "はい", "ko": "예",
}  # fmt: skip
NO = {
    "en": "no", "da": "nej", "no": "nei", "sv": "nej", "de": "nein", "nl": "nee", "fr": "non", "es": "no", "it": "no",
    "pt": "não", "pl": "nie", "cs": "ne", "fi": "ei", "tr": "hayır", "ja": "いいえ", "ko": "아니요",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of column: what it is called in each language, and what stands under it, row by row."""

    name: str
    headings: str
    values: tuple[str, ...]

    def heading(self, language: str) -> str:
        """Its heading in a language."""
        return self.headings.split("|")[LANGUAGES.index(language)]

    def cells(self, language: str, rows: int) -> list[str]:
        """What stands under it, `YES` and `NO` said in the language."""
        words = {"YES": YES[language], "NO": NO[language]}
        return [words.get(text, text) for text in (self.values[row % len(self.values)] for row in range(rows))]


MAY_CHANGE_THE_ORDER = (
    Kind(
        name="sleeves",
        headings="Sleeves|Ærmer|Ermer|Ärmar|Ärmel|Mouwen|Manches|Mangas|Maniche|Mangas|Rękawy|Rukávy|Hihat|Kol boyu|袖|소매",
        values=("short", "long", "short", "short"),
    ),
    Kind(
        name="cut",
        headings="Fit|Pasform|Passform|Passform|Schnitt|Pasvorm|Coupe|Corte|Vestibilità|Corte|Krój|Střih|Leikkaus|Kesim|"
        "カット|핏",
        values=("men", "women", "men", "kids"),
    ),
    Kind(
        name="colour",
        headings="Colour|Farve|Farge|Färg|Farbe|Kleur|Couleur|Color|Colore|Cor|Kolor|Barva|Väri|Renk|色|색상",
        values=("red", "blue", "red", "red"),
    ),
    Kind(
        name="goalkeeper mark",
        headings="Goalkeeper|Målmand|Keeper|Målvakt|Torwart|Doelman|Gardien|Portero|Portiere|Guarda-redes|Bramkarz|"
        "Brankář|Maalivahti|Kaleci|ゴールキーパー|골키퍼",
        values=("x", "", "", ""),
    ),
    Kind(
        name="training shirt mark",
        headings="Training shirt|Træningstrøje|Treningstrøye|Träningströja|Trainingsshirt|Trainingsshirt|"
        "T-shirt d'entraînement|Camiseta de entrenamiento|Maglia da allenamento|Camisola de treino|Koszulka treningowa|"
        "Tréninkový dres|Treenipaita|Antrenman forması|練習着|훈련복",
        values=("YES", "NO", "YES", "YES"),
    ),
    Kind(
        name="cap mark",
        headings="Baseball cap|Kasket|Caps|Keps|Kappe|Pet|Casquette|Gorra|Cappellino|Boné|Czapka|Kšiltovka|Lippis|Şapka|"
        "帽子|모자",
        values=("x", "x", "", "x"),
    ),
    Kind(
        name="extra shirt",
        headings="Extra shirt|Ekstra trøje|Ekstra trøye|Extra tröja|Zusätzliches Trikot|Extra shirt|Maillot supplémentaire|"
        "Camiseta extra|Maglia extra|Camisola extra|Dodatkowa koszulka|Dres navíc|Lisäpaita|Ek forma|追加シャツ|추가 셔츠",
        values=("1", "", "2", "1"),
    ),
    Kind(
        name="second kit by title",
        headings="Kit 2|Sæt 2|Drakt 2|Set 2|Satz 2|Tenue 2|Tenue 2|Equipación 2|Completo 2|Equipamento 2|Strój 2|Sada 2|"
        "Asu 2|Takım 2|キット2|키트 2",
        values=("Away shirt", "", "Away shirt", "Away shirt"),
    ),
    Kind(
        name="whether to order",
        headings="Order?|Bestil?|Bestille?|Beställa?|Bestellen?|Bestellen?|Commander ?|¿Pedir?|Ordinare?|Encomendar?|"
        "Zamówić?|Objednat?|Tilataanko?|Sipariş?|注文する?|주문?",
        values=("YES", "NO", "YES", "YES"),
    ),
    Kind(
        name="has already",
        headings="Has already|Har allerede|Har allerede|Har redan|Hat schon|Heeft al|A déjà|Ya tiene|Ha già|Já tem|Ma już|"
        "Už má|On jo|Zaten var|所持済み|이미 있음",
        values=("", "YES", "", "YES"),
    ),
    Kind(
        name="wished number",
        headings="Wished number|Ønskenummer|Ønsket nummer|Önskat nummer|Wunschnummer|Gewenst nummer|Numéro souhaité|"
        "Número deseado|Numero desiderato|Número desejado|Życzony numer|Přání čísla|Toivenumero|İstenen numara|希望番号|"
        "희망 번호",
        values=("7", "10", "23", "9"),
    ),
    Kind(
        name="do not order",
        headings="Note|Bemærkning|Merknad|Anmärkning|Bemerkung|Opmerking|Remarque|Observación|Nota|Observação|Uwagi|"
        "Poznámka|Huomautus|Not|備考|비고",
        values=("", "DO NOT ORDER", "", "long sleeves please"),
    ),
    Kind(
        name="shorts size",
        headings="Shorts|Shorts|Shorts|Shorts|Hose|Broek|Short|Pantalón|Pantaloncini|Calções|Spodenki|Trenky|Shortsit|Şort|"
        "パンツ|바지",
        values=("M", "L", "S", "M"),
    ),
    Kind(
        name="a word nobody knows",
        headings="Frobnication|Snurrighed|Snurrighet|Snurrighet|Verschnürung|Snoering|Laçage|Cordaje|Allacciatura|Atadura|"
        "Sznurowanie|Šněrování|Nyöritys|Bağcık|紐の種類|끈 종류",
        values=("type A", "type B", "type A", "type A"),
    ),
)

NO_PART_OF_AN_ORDER = (
    Kind(
        name="email",
        headings="Email|E-mail|E-post|E-post|E-Mail|E-mailadres|Courriel|Correo electrónico|E-mail|E-mail|Adres e-mail|"
        "E-mail|Sähköposti|E-posta|メールアドレス|이메일",
        values=("anna@example.org", "ben@example.org", "cleo@example.org", "dan@example.org"),
    ),
    Kind(
        name="phone",
        headings="Phone|Telefon|Mobil|Mobilnummer|Handynummer|Telefoonnummer|Téléphone|Teléfono|Cellulare|Telemóvel|"
        "Telefon|Telefon|Puhelinnumero|Telefon|電話番号|전화번호",
        values=("+45 20 11 22 33", "+45 20 44 55 66", "0171 2345678", "06 12 34 56 78"),
    ),
    Kind(
        name="birth date",
        headings="Date of birth|Fødselsdato|Fødselsdato|Födelsedatum|Geburtsdatum|Geboortedatum|Date de naissance|"
        "Fecha de nacimiento|Data di nascita|Data de nascimento|Data urodzenia|Datum narození|Syntymäaika|Doğum tarihi|"
        "生年月日|생년월일",
        values=("2012-03-14", "2011-11-02", "2012-07-30", "2011-01-09"),
    ),
    Kind(
        name="year of birth",
        headings="Year of birth|Årgang|Fødselsår|Födelseår|Jahrgang|Geboortejaar|Année de naissance|Año de nacimiento|"
        "Anno di nascita|Ano de nascimento|Rocznik|Ročník|Syntymävuosi|Doğum yılı|生年|출생연도",
        values=("2012", "2011", "2012", "2010"),
    ),
    Kind(
        name="address",
        headings="Street|Vej|Gateadresse|Gatuadress|Straße|Straat|Rue|Calle|Via|Rua|Ulica|Ulice|Katuosoite|Sokak|住所|주소",
        values=("Main Street 5", "Park Lane 12", "Hill Road 3", "Lake View 7"),
    ),
    Kind(
        name="zip",
        headings="Zip code|Postnr.|Postnummer|Postnummer|PLZ|Postcode|Code postal|Código postal|CAP|Código postal|"
        "Kod pocztowy|PSČ|Postinumero|Posta kodu|郵便番号|우편번호",
        values=("8800", "8000", "8260", "7400"),
    ),
    Kind(
        name="guardian",
        headings="Parent|Forælder|Foresatt|Vårdnadshavare|Elternteil|Ouder|Responsable légal|Padre/Madre/Tutor|Genitore|"
        "Encarregado de educação|Rodzic|Zákonný zástupce|Huoltaja|Veli|保護者|보호자",
        values=("Carl Smith", "Dora Jones", "Erik Brown", "Fay White"),
    ),
    Kind(
        name="paid",
        headings="Paid|Betalt|Betalt|Betalat|Bezahlt|Betaald|Payé|Pagado|Pagato|Pago|Opłacone|Zaplaceno|Maksettu|Ödendi|"
        "支払済|납부",
        values=("YES", "YES", "NO", "YES"),
    ),
    Kind(
        name="membership number",
        headings="Membership no.|Medlemsnr.|Medlemsnummer|Medlemsnummer|Mitgliedsnummer|Lidnummer|Numéro de licence|"
        "N.º de socio|Numero tessera|N.º de sócio|Numer członkowski|Členské číslo|Jäsennumero|Üye numarası|会員番号|회원번호",
        values=("104522", "104610", "98233", "110034"),
    ),
    Kind(
        name="position",
        headings="Position|Position|Posisjon|Position|Position|Positie|Poste|Posición|Ruolo|Posição|Pozycja|Pozice|"
        "Pelipaikka|Mevki|ポジション|포지션",
        values=("defender", "midfielder", "striker", "defender"),
    ),
    Kind(
        name="goals",
        headings="Goals|Mål|Mål|Mål|Tore|Doelpunten|Buts|Goles|Gol|Golos|Gole|Góly|Maalit|Goller|得点|득점",
        values=("3", "0", "11", "1"),
    ),
    Kind(
        name="time stamp",
        headings="Timestamp|Tidsstempel|Tidsstempel|Tidsstämpel|Zeitstempel|Tijdstempel|Horodateur|Marca temporal|"
        "Informazioni cronologiche|Carimbo de data/hora|Sygnatura czasowa|Časové razítko|Aikaleima|Zaman damgası|"
        "タイムスタンプ|타임스탬프",
        values=("2026-05-04 18:22:10", "2026-05-04 19:01:55", "2026-05-05 07:12:40", "2026-05-05 08:30:00"),
    ),
    Kind(
        name="school",
        headings="School|Skole|Skole|Skola|Schule|School|École|Escuela|Scuola|Escola|Szkoła|Škola|Koulu|Okul|学校名|학교",
        values=("Northside School", "Lake School", "Northside School", "Hill School"),
    ),
    Kind(
        name="consent",
        headings="Photo consent|Samtykke til foto|Samtykke til bilder|Fotomedgivande|Fotoeinwilligung|Toestemming foto|"
        "Droit à l'image|Consentimiento de imagen|Consenso foto|Consentimento de imagem|Zgoda na zdjęcia|Souhlas s focením|"
        "Kuvauslupa|Fotoğraf izni|写真掲載同意|사진 동의",
        values=("YES", "YES", "NO", "YES"),
    ),
    Kind(
        name="gender",
        headings="Gender|Køn|Kjønn|Kön|Geschlecht|Geslacht|Sexe|Sexo|Sesso|Sexo|Płeć|Pohlaví|Sukupuoli|Cinsiyet|性別|성별",
        values=("m", "f", "m", "f"),
    ),
    Kind(
        name="height",
        headings="Height (cm)|Højde (cm)|Høyde (cm)|Längd (cm)|Körpergröße (cm)|Lengte (cm)|Taille en cm|Estatura (cm)|"
        "Altezza (cm)|Altura (cm)|Wzrost (cm)|Výška (cm)|Pituus (cm)|Boy (cm)|身長 (cm)|키 (cm)",
        values=("152", "160", "148", "171"),
    ),
    Kind(
        name="allergies",
        headings="Allergies|Allergier|Allergier|Allergier|Allergien|Allergieën|Allergies|Alergias|Allergie|Alergias|"
        "Alergie|Alergie|Allergiat|Alerjiler|アレルギー|알레르기",
        values=("", "nuts", "", "milk"),
    ),
    Kind(
        name="running number",
        headings="No.|Nr.|Nr.|Nr|Lfd. Nr.|Volgnr.|N° d'ordre|N.º|N. progressivo|N.º|L.p.|Poř. č.|Järj. nro|Sıra no|連番|순번",
        values=("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"),
    ),
)
