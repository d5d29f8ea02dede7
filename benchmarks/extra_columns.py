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
    Kind(
        name="trousers mark",
        headings="Trousers|Bukser|Bukse|Byxor|Hose lang|Lange broek|Pantalon|Pantalón largo|Pantaloni|Calças|Spodnie|"
        "Kalhoty|Housut|Pantolon|ズボン|긴바지",
        values=("x", "", "x", ""),
    ),
    Kind(
        name="sock colour",
        headings="Sock colour|Strømpefarve|Strømpefarge|Strumpfärg|Stutzenfarbe|Kleur sokken|Couleur chaussettes|"
        "Color de las medias|Colore calzettoni|Cor das meias|Kolor getrów|Barva štulpen|Sukkien väri|"
        "Çorap rengi|ソックスの色|양말 색상",
        values=("red", "black", "red", "red"),
    ),
    Kind(
        name="sponsor",
        headings="Sponsor on the shirt|Sponsor på trøjen|Sponsor på drakta|Sponsor på tröjan|Sponsor auf dem Trikot|"
        "Sponsor op shirt|Sponsor maillot|Patrocinador|Sponsor maglia|Patrocínio|Sponsor na koszulce|"
        "Sponzor na dresu|Sponsori paidassa|Forma sponsoru|スポンサー|스폰서",
        values=("ACME", "", "ACME", ""),
    ),
    Kind(
        name="length",
        headings="Length|Længde|Lengde|Modellängd|Länge|Lengte broekspijp|Longueur|Largo|Lunghezza|Comprimento|"
        "Długość|Délka|Pituusmalli|Uzunluk|丈|길이",
        values=("regular", "long", "regular", "regular"),
    ),
    Kind(
        name="print on sleeve",
        headings="Text on sleeve|Tekst på ærme|Tekst på erme|Text på ärm|Text auf dem Ärmel|Tekst op mouw|"
        "Texte sur la manche|Texto en la manga|Testo sulla manica|Texto na manga|Tekst na rękawie|"
        "Text na rukávu|Teksti hihassa|Kol yazısı|袖プリント|소매 문구",
        values=("AB", "", "CD", "EF"),
    ),
    Kind(
        name="needs shirt",
        headings="Needs a shirt?|Skal have trøje?|Trenger drakt?|Behöver tröja?|Braucht Trikot?|Shirt nodig?|"
        "Besoin d'un maillot ?|¿Necesita camiseta?|Serve la maglia?|Precisa de camisola?|"
        "Potrzebuje koszulki?|Potřebuje dres?|Tarvitseeko paidan?|Forma lazım mı?|ユニフォーム必要?|유니폼 필요?",
        values=("YES", "NO", "YES", "YES"),
    ),
    Kind(
        name="jacket wanted",
        headings="Jacket wanted|Vil have jakke|Ønsker jakke|Vill ha jacka|Jacke gewünscht|Jas gewenst|Veste souhaitée|"
        "Quiere chaqueta|Giacca desiderata|Quer casaco|Chce kurtkę|Chce bundu|Haluaa takin|Mont istiyor|"
        "ジャケット希望|재킷 희망",
        values=("x", "", "x", ""),
    ),
    Kind(
        name="extra socks",
        headings="Extra pairs of socks|Ekstra par strømper|Ekstra par strømper|Extra par strumpor|"
        "Zusätzliche Paar Stutzen|Extra paar sokken|Paires de chaussettes en plus|Pares de medias extra|"
        "Paia di calzettoni extra|Pares de meias extra|Dodatkowe pary getrów|Páry štulpen navíc|"
        "Ylimääräiset sukkaparit|Ek çorap çifti|追加ソックス|추가 양말",
        values=("1", "", "2", ""),
    ),
    Kind(
        name="material",
        headings="Material|Materiale|Materiale|Material|Material|Materiaal|Matière|Material|Materiale|Material|"
        "Materiał|Materiál|Materiaali|Malzeme|素材|소재",
        values=("cotton", "polyester", "cotton", "cotton"),
    ),
    Kind(
        name="badge",
        headings="League badge|Ligamærke|Ligamerke|Ligamärke|Ligalogo|Competitiebadge|Badge de ligue|Parche de liga|"
        "Patch campionato|Emblema da liga|Naszywka ligi|Nášivka ligy|Liigamerkki|Lig arması|リーグワッペン|리그 패치",
        values=("x", "x", "", "x"),
    ),
    Kind(
        name="delivered already",
        headings="Received already|Har fået|Har fått|Har fått|Schon erhalten|Al ontvangen|Déjà reçu|Ya recibido|"
        "Già ricevuto|Já recebeu|Już otrzymał|Už dostal|Saanut jo|Teslim aldı|受取済み|이미 받음",
        values=("YES", "", "", "YES"),
    ),
    Kind(
        name="second garment in words",
        headings="Also wants|Vil også have|Vil også ha|Vill även ha|Möchte auch|Wil ook|Veut aussi|También quiere|"
        "Vuole anche|Também quer|Chce też|Chce také|Haluaa myös|Ayrıca istiyor|その他希望品|추가 희망",
        values=("hoodie", "", "cap", "hoodie"),
    ),
    Kind(
        name="pickup or post",
        headings="Delivery|Afhentning|Henting|Leverans|Lieferung|Bezorging|Livraison|Entrega|Consegna|Entrega|Dostawa|"
        "Doručení|Toimitus|Teslimat|受取方法|수령",
        values=("pickup", "post", "pickup", "pickup"),
    ),
    Kind(
        name="children beside sizes",
        headings="Category|Kategori|Kategori|Kategori|Kategorie|Categorie|Catégorie|Categoría|Categoria|Categoria|Kategoria|"
        "Kategorie|Kategoria|Kategori|カテゴリー|카테고리",
        values=("Adult", "Kids", "Adult", "Adult"),
    ),
    Kind(
        name="package",
        headings="Package|Pakke|Pakke|Paket|Paket|Pakket|Pack|Paquete|Pacchetto|Pacote|Pakiet|Balíček|Paketti|Paket|パック|패키지",
        values=("Gold", "Silver", "Gold", "Gold"),
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
    Kind(
        name="health insurance",
        headings="Health insurance|Sygesikring|Helseforsikring|Sjukförsäkring|Krankenkasse|Zorgverzekeraar|Mutuelle|"
        "Seguro médico|Assicurazione sanitaria|Seguro de saúde|Ubezpieczenie|Zdravotní pojišťovna|"
        "Sairausvakuutus|Sağlık sigortası|健康保険|건강보험",
        values=("AOK", "TK", "Alka", "AXA"),
    ),
    Kind(
        name="nationality",
        headings="Nationality|Nationalitet|Nasjonalitet|Nationalitet|Nationalität|Nationaliteit|Nationalité|"
        "Nacionalidad|Nazionalità|Nacionalidade|Narodowość|Státní příslušnost|Kansalaisuus|Uyruk|国籍|국적",
        values=("Danish", "German", "Polish", "Danish"),
    ),
    Kind(
        name="city",
        headings="City|By|Poststed|Ort|Wohnort|Woonplaats|Ville|Ciudad|Città|Localidade|Miasto|Město|Kaupunki|Şehir|"
        "市町村|도시",
        values=("Viborg", "Aarhus", "Viborg", "Randers"),
    ),
    Kind(
        name="parent's phone",
        headings="Parent's phone|Forældres telefon|Foresattes telefon|Vårdnadshavares telefon|Telefon der Eltern|"
        "Telefoon ouders|Téléphone des parents|Teléfono de los padres|Telefono dei genitori|"
        "Telefone dos pais|Telefon rodzica|Telefon na rodiče|Huoltajan puhelin|Veli telefonu|保護者電話番号|보호자 연락처",
        values=("20112233", "20445566", "20778899", "20998877"),
    ),
    Kind(
        name="emergency contact",
        headings="Emergency contact|Nødkontakt|Nødkontakt|Kontakt vid nödfall|Notfallkontakt|Contact bij nood|"
        "Personne à prévenir|Contacto de emergencia|Contatto di emergenza|Contacto de emergência|"
        "Kontakt alarmowy|Nouzový kontakt|Hätäyhteyshenkilö|Acil durumda aranacak|緊急連絡先|비상 연락처",
        values=("Carl Smith", "Dora Jones", "Erik Brown", "Fay White"),
    ),
    Kind(
        name="school class",
        headings="Class|Klasse|Klassetrinn|Klass|Schulklasse|Klas|Classe|Curso|Classe frequentata|Ano escolar|Klasa|"
        "Třída|Luokka|Sınıf|学年・組|학년반",
        values=("7a", "8b", "7a", "6c"),
    ),
    Kind(
        name="licence",
        headings="Licence no.|Licensnr.|Lisensnummer|Licensnummer|Passnummer|Bondsnummer|N° licence|N.º de licencia|"
        "N. tessera FIGC|N.º de licença|Nr licencji|Číslo registrace|Lisenssinumero|Lisans no|登録番号|등록번호",
        values=("DK-104522", "DK-104610", "DK-098233", "DK-110034"),
    ),
    Kind(
        name="joined",
        headings="Joined|Indmeldt|Innmeldt|Medlem sedan|Eintrittsdatum|Lid sinds|Date d'adhésion|Fecha de alta|"
        "Data iscrizione|Data de inscrição|Data przystąpienia|Datum vstupu|Liittymispäivä|Üyelik tarihi|入会日|"
        "가입일",
        values=("2024-08-01", "2023-01-15", "2025-02-28", "2024-08-01"),
    ),
    Kind(
        name="attendance",
        headings="Present|Fremmødt|Oppmøte|Närvaro|Anwesend|Aanwezig|Présent|Asistencia|Presente|Presença|Obecność|"
        "Docházka|Läsnä|Yoklama|出席|출석",
        values=("x", "x", "", "x"),
    ),
    Kind(
        name="membership type",
        headings="Membership type|Medlemstype|Medlemstype|Medlemstyp|Mitgliedsart|Soort lidmaatschap|Type d'adhésion|"
        "Tipo de socio|Tipo di tesseramento|Tipo de sócio|Rodzaj członkostwa|Typ členství|Jäsentyyppi|"
        "Üyelik türü|会員種別|회원 유형",
        values=("full", "student", "full", "trial"),
    ),
    Kind(
        name="instagram",
        headings="Instagram|Instagram|Instagram|Instagram|Instagram|Instagram|Instagram|Instagram|Instagram|Instagram|"
        "Instagram|Instagram|Instagram|Instagram|Instagram|Instagram",
        values=("@anna.b", "@ben_j", "@cleo", "@dan.w"),
    ),
    Kind(
        name="matches",
        headings="Matches played|Antal kampe|Antall kamper|Spelade matcher|Spiele|Gespeelde wedstrijden|Matchs joués|"
        "Partidos jugados|Partite giocate|Jogos|Rozegrane mecze|Odehrané zápasy|Pelatut ottelut|Maç sayısı|"
        "試合数|출전 경기",
        values=("14", "9", "21", "3"),
    ),
    Kind(
        name="weight",
        headings="Weight (kg)|Vægt (kg)|Vekt (kg)|Vikt (kg)|Gewicht (kg)|Gewicht (kg)|Poids (kg)|Peso (kg)|Peso (kg)|"
        "Peso (kg)|Waga (kg)|Váha (kg)|Paino (kg)|Kilo (kg)|体重 (kg)|몸무게 (kg)",
        values=("41", "52", "38", "60"),
    ),
    Kind(
        name="account",
        headings="IBAN|Kontonummer|Kontonummer|Kontonummer|IBAN|Rekeningnummer|IBAN|Cuenta bancaria|IBAN|NIB/IBAN|"
        "Numer konta|Číslo účtu|Tilinumero|IBAN|振込口座|계좌번호",
        values=("DK5000400440116243", "DE89370400440532013000", "NL91ABNA0417164300", "FR1420041010050500013M02606"),
    ),
    Kind(
        name="fee",
        headings="Membership fee|Kontingent|Medlemsavgift|Medlemsavgift|Mitgliedsbeitrag|Contributie|Cotisation|Cuota|"
        "Quota associativa|Quota|Składka|Členský příspěvek|Jäsenmaksu|Aidat|会費|회비",
        values=("250", "250", "300", "250"),
    ),
    Kind(
        name="age",
        headings="Age|Alder|Alder|Ålder|Alter|Leeftijd|Âge|Edad|Età|Idade|Wiek|Věk|Ikä|Yaş|年齢|나이",
        values=("12", "13", "12", "11"),
    ),
    Kind(
        name="volunteer",
        headings="Can help at matches|Kan hjælpe til kampe|Kan hjelpe på kamp|Kan hjälpa till vid match|"
        "Kann bei Spielen helfen|Kan helpen bij wedstrijden|Bénévole|Voluntario|Volontario|Voluntário|"
        "Wolontariusz|Dobrovolník|Vapaaehtoinen|Gönüllü|お手伝い可|봉사 가능",
        values=("YES", "NO", "YES", "NO"),
    ),
    Kind(
        name="parent's email",
        headings="Mother's email|Mors mail|Mors e-post|Mammas mejl|E-Mail Mutter|E-mail moeder|E-mail de la mère|"
        "Email de la madre|Email della madre|Email da mãe|E-mail matki|E-mail matky|Äidin sähköposti|"
        "Anne e-posta|母メール|어머니 이메일",
        values=("a@example.org", "b@example.org", "c@example.org", "d@example.org"),
    ),
    Kind(
        name="strong foot",
        headings="Strong foot|Stærkeste fod|Sterkeste fot|Bästa fot|Starker Fuß|Voorkeursvoet|Pied fort|Pie dominante|"
        "Piede preferito|Pé preferido|Lepsza noga|Silnější noha|Vahvempi jalka|Tercih edilen ayak|利き足|주발",
        values=("left", "right", "right", "both"),
    ),
    Kind(
        name="national id",
        headings="National ID|CPR-nr.|Fødselsnummer|Personnummer|Personalausweisnr.|BSN|N° carte d'identité|DNI|"
        "Codice fiscale|Cartão de cidadão|PESEL|Rodné číslo|Henkilötunnus|T.C. kimlik no|マイナンバー|주민번호",
        values=("140312-1234", "021111-4321", "300712-1111", "090111-2222"),
    ),
    Kind(
        name="siblings",
        headings="Siblings in the club|Søskende i klubben|Søsken i klubben|Syskon i klubben|Geschwister im Verein|"
        "Broers/zussen bij club|Frères et sœurs au club|Hermanos en el club|Fratelli iscritti|"
        "Irmãos no clube|Rodzeństwo w klubie|Sourozenci v klubu|Sisaruksia seurassa|Kulüpte kardeş|兄弟在籍|"
        "형제 회원",
        values=("0", "1", "2", "0"),
    ),
    Kind(
        name="coach",
        headings="Coach|Træner|Trener|Tränare|Trainer|Trainer|Entraîneur|Entrenador|Allenatore|Treinador|Trener|"
        "Trenér|Valmentaja|Antrenör|監督|감독",
        values=("Carl Smith", "Carl Smith", "Dora Jones", "Dora Jones"),
    ),
    Kind(
        name="language",
        headings="Language|Sprog|Språk|Språk|Sprache|Taal|Langue|Idioma|Lingua|Língua|Język|Jazyk|Äidinkieli|Dil|言語|"
        "언어",
        values=("Danish", "German", "Danish", "Danish"),
    ),
    Kind(
        name="training day",
        headings="Training days|Træningsdage|Treningsdager|Träningsdagar|Trainingstage|Trainingsdagen|"
        "Jours d'entraînement|Días de entrenamiento|Giorni di allenamento|Dias de treino|Dni treningów|"
        "Tréninkové dny|Harjoituspäivät|Antrenman günleri|練習日|훈련 요일",
        values=("Mon", "Tue Thu", "Mon", "Wed"),
    ),
    Kind(
        name="last login",
        headings="Last changed|Sidst ændret|Sist endret|Senast ändrad|Zuletzt geändert|Laatst gewijzigd|"
        "Dernière modification|Última modificación|Ultima modifica|Última alteração|Ostatnia zmiana|"
        "Poslední změna|Viimeksi muokattu|Son güncelleme|更新日|수정일",
        values=("2026-04-30 10:00", "2026-05-01 11:15", "2026-05-02 09:20", "2026-05-03 22:01"),
    ),
    Kind(
        name="swimmer",
        headings="Can swim|Kan svømme|Kan svømme|Simkunnig|Kann schwimmen|Zwemdiploma|Sait nager|Sabe nadar|"
        "Sa nuotare|Sabe nadar|Umie pływać|Umí plavat|Osaa uida|Yüzme biliyor|泳げる|수영 가능",
        values=("YES", "YES", "NO", "YES"),
    ),
    Kind(
        name="terms",
        headings="Accepts rules|Accepterer vedtægter|Godtar vilkår|Godkänner villkor|Datenschutz akzeptiert|"
        "Akkoord privacy|Règlement accepté|Acepta RGPD|Consenso privacy|Aceita RGPD|Zgoda RODO|Souhlas GDPR|"
        "Hyväksyy tietosuojan|KVKK onayı|規約同意|개인정보 동의",
        values=("YES", "YES", "YES", "YES"),
    ),
    Kind(
        name="occupation",
        headings="Parent's job|Forældres arbejde|Foresattes yrke|Föräldrarnas yrke|Beruf der Eltern|Beroep ouders|"
        "Profession des parents|Profesión de los padres|Professione dei genitori|Profissão dos pais|"
        "Zawód rodziców|Povolání rodičů|Vanhempien ammatti|Veli mesleği|保護者職業|부모 직업",
        values=("nurse", "teacher", "driver", "cook"),
    ),
)
