"""The languages that have a vocabulary of their own: their headings, and whole sheets in them."""

from __future__ import annotations

from pathlib import Path

import pytest
from recognise_grids import described, sheet_of

from roster_import.model.layout import Fate, Meaning
from roster_import.model.workbook import FileFormat, Workbook
from roster_import.recognise import recognise
from roster_import.recognise.cell_kinds import Trait, traits
from roster_import.recognise.club_life import CLUB_LIFE
from roster_import.recognise.false_friends import FALSE_FRIENDS
from roster_import.recognise.garments import GARMENTS
from roster_import.recognise.headings import sense
from roster_import.recognise.name_order import surname_first
from roster_import.recognise.no_part import NO_PART
from roster_import.recognise.order_phrases import ALREADY, ORDERS, says
from roster_import.recognise.order_words import asks_otherwise
from roster_import.recognise.rare_headings import RARE_HEADINGS
from roster_import.recognise.tokens import fold
from roster_import.recognise.vocabulary import VOCABULARIES
from roster_import.recognise.words import WORDS

M = Meaning
# hu, ro, el, ru, uk, hr, sl, sk, ca, bg
SAID = {
    M.NUMBER: "Mezszám · Mez száma · Hátszám · Szám · Număr · Nr. tricou · Număr pe spate · Αριθμός φανέλας · Νούμερο · Номер · "
    "Игровой номер · Номер на спине · Номер гравця · Broj dresa · Broj · Številka dresa · Číslo dresu · Número samarreta",
    M.SIZE: "Méret · Mezméret · Póló mérete · Mărime · Mărime tricou · Μέγεθος · Μέγεθος μπλούζας · Размер · Размер футболки · "
    "Розмір · Veličina majice · Velikost · Veľkosť trička · Talla samarreta · Mida",
    M.PLAYER: "Név · Játékos neve · Gyermek neve · Teljes név · Nume și prenume · Numele copilului · Ονοματεπώνυμο · Παίκτης · "
    "Όνομα παιδιού · ФИО · Фамилия, имя · Имя игрока · Прізвище та ім'я · Гравець · Ime i prezime · Igrač · Ime in priimek · "
    "Meno a priezvisko · Nom i cognoms · Jugadora · Име и фамилия",
    M.NAME: "Felirat · Név a mezen · Nume pe tricou · Inscripție · Όνομα στην πλάτη · Надпись на спине · Напис · "
    "Natpis na leđima · "
    "Potlač · Nom a l'esquena",
    M.QUANTITY: "Darab · Mennyiség · Cantitate · Bucăți · Ποσότητα · Τεμάχια · Количество · "
    "Кол-во · Кількість · Količina · Množstvo · "
    "Quantitat · Брой",
    M.FIRST_NAME: "Keresztnév · Utónév · Prenume",
    M.LAST_NAME: "Vezetéknév · Nume de familie · Επώνυμο · Фамилия · Прізвище · Prezime · Priimek · Priezvisko · Cognoms",
    M.TEAM: "Csapat · Korosztály · Echipa · Ομάδα · Команда · Ekipa · Družstvo · Equip · Отбор",
    M.IGNORED: "Szülő neve · Születési dátum · E-mail cím · Telefonszám · Megjegyzés · Lakcím · Sorszám · TAJ szám · Befizetve · "
    "Părinte · Data nașterii · CNP · Observații · Telefon · Nr. crt. · Înălțime · Γονέας · Τηλέφωνο · Ημερομηνία γέννησης · "
    "Παρατηρήσεις · Α/Α · Δελτίο · Родитель · Дата рождения · Телефон · Примечание · № п/п · Паспорт · Вес · Батьки · "
    "Дата народження · Примітка · Roditelj · Datum rođenja · Napomena · R. br. · Opomba · Dátum narodenia · Poznámka · "
    "Data de naixement · Telèfon · Дата на раждане · Забележка",
}


@pytest.mark.parametrize("meaning", list(SAID))
def test_headings(meaning: Meaning) -> None:
    said = {heading: sense(heading).points for heading in SAID[meaning].split(" · ")}
    wrong = [
        heading for heading, points in said.items() if max(points, key=lambda m: points[m], default=None) is not meaning
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "vocabulary", VOCABULARIES, ids=lambda vocabulary: vocabulary.words[next(iter(vocabulary.words))][:12]
)
def test_words_are_written_as_headings_are_compared(vocabulary) -> None:
    words = [word.rstrip("~") for said in vocabulary.words.values() for word in said.split()]
    words += [
        word.rstrip("~*")
        for said in (
            vocabulary.silent,
            vocabulary.otherwise,
            vocabulary.teams,
            vocabulary.sections,
            vocabulary.orders,
            vocabulary.already,
        )
        for word in said.split()
    ]
    assert [word for word in words if fold(word.replace("_", " ")) != word.replace("_", " ")] == []


GRIDS = {
    "hu": (
        """
        Ssz.|Játékos neve|Születési dátum|Szülő telefonszáma|Pólóméret|Mez szám|Név a mezen|Darab
        1|Brindle Ada|2012.03.04|06 20 555 1234|M|8|BRINDLE|1
        2|Carstairs Bo|2012.05.04|06 20 555 1235|L|9|CARSTAIRS|2
        3|Dunmore Cy|2011.03.04|06 20 555 1236|S|22|DUNMORE|1""",
        "B player; E size; F number; G name; H quantity",
    ),
    "ro": (
        """
        Nume|Prenume|Număr tricou|Mărime|Nume pe tricou|Observații
        Brindle|Ada|4|M|BRINDLE|
        Carstairs|Bo|9|L|CARSTAIRS|vine mai târziu
        Dunmore|Cy|7|S|DUNMORE|""",
        "A last-name; B first-name; C number; D size; E name",
    ),
    "el": (
        """
        Α/Α|Ονοματεπώνυμο|Ημ. γέννησης|Τηλέφωνο γονέα|Νούμερο|Μέγεθος μπλούζας|Τεμάχια|Όνομα στην πλάτη
        1|Άννα Λεύκα|04.03.2012|6911111111|4|M|1|ΛΕΥΚΑ
        2|Εύα Πεύκου|05.03.2012|6911111112|9|L|1|ΠΕΥΚΟΥ
        3|Μία Δρυ|06.03.2012|6911111113|22|S|2|ΔΡΥ""",
        "B player; E number; F size of μπλούζας; G quantity; H name",
    ),
    "ru": (
        """
        № п/п|ФИО игрока|Игровой номер|Размер футболки|Размер шорт|Надпись на спине|Телефон родителя
        1|Берёзина Анна|4|M|M|БЕРЁЗИНА|+7 911 555 1234
        2|Кленова Ева|9|L|M|КЛЕНОВА|+7 911 555 1235
        3|Дубов Пётр|7|S|M|ДУБОВ|+7 911 555 1236""",
        "B player; C number; D size of футболки; E size of шорт; F name",
    ),
    "uk": (
        """
        Прізвище|Ім'я|Номер|Розмір|Кількість|Дата народження
        Березова|Анна|4|M|1|04.03.2012
        Кленова|Єва|9|L|1|05.03.2012
        Дубенко|Петро|7|S|2|06.03.2012""",
        "A last-name; B first-name; C number; D size; E quantity",
    ),
    "hr": (
        """
        Ime|Prezime|Broj dresa|Veličina|Natpis na leđima|Datum rođenja
        Ana|Brezić|4|M|BREZIĆ|04.03.2012
        Iva|Javor|9|L|JAVOR|05.03.2012
        Luka|Hrast|7|S|HRAST|06.03.2012""",
        "A first-name; B last-name; C number; D size; E name",
    ),
    "sl": (
        """
        Priimek|Ime|Številka|Velikost|Količina|Opomba
        Breza|Ana|4|M|1|
        Kos|Iva|9|L|1|pride kasneje
        Hrast|Luka|7|S|2|""",
        "A last-name; B first-name; C number; D size; E quantity",
    ),
    "sk": (
        """
        Meno|Priezvisko|Číslo dresu|Veľkosť|Potlač|Dátum narodenia
        Anna|Brezová|4|M|BREZOVÁ|04.03.2012
        Eva|Javorová|9|L|JAVOROVÁ|05.03.2012
        Peter|Dub|7|S|DUB|06.03.2012""",
        "A first-name; B last-name; C number; D size; E name",
    ),
    "ca": (
        """
        Nom|Cognoms|Dorsal|Talla samarreta|Nom a l'esquena|Telèfon
        Anna|Bedoll|4|M|BEDOLL|600 111 222
        Eva|Auró|9|L|AURÓ|600 111 223
        Pere|Roure|7|S|ROURE|600 111 224""",
        "A first-name; B last-name; C number; D size of samarreta; E name",
    ),
    "sr": (
        """
        Име и презиме|Број дреса|Величина|Телефон родитеља
        Ада Брезић|4|M|064 111 2222
        Бо Јавор|17|L|064 111 2223
        Лука Храст|9|S|064 111 2224""",
        "A player; B number; C size",
    ),
    "et": (
        """
        Eesnimi|Perekonnanimi|Särginumber|Suurus|Kogus|Sünniaeg
        Ada|Kask|4|M|1|2012-03-04
        Bo|Vaher|17|L|1|2012-03-05
        Cy|Tamm|9|S|2|2012-03-06""",
        "A first-name; B last-name; C number; D size; E quantity",
    ),
    "lv": (
        """
        Vārds|Uzvārds|Numurs|Izmērs|Skaits|Vecāku tālrunis
        Ada|Bērza|4|M|1|20 111 222
        Bo|Kļavs|17|L|1|20 111 223
        Cy|Ozols|9|S|2|20 111 224""",
        "A first-name; B last-name; C number; D size; E quantity",
    ),
    "lt": (
        """
        Vardas|Pavardė|Numeris|Dydis|Kiekis|Gimimo data
        Ada|Beržė|4|M|1|2012-03-04
        Bo|Klevas|17|L|1|2012-03-05
        Cy|Ąžuolas|9|S|2|2012-03-06""",
        "A first-name; B last-name; C number; D size; E quantity",
    ),
    "is": (
        """
        Nafn leikmanns|Númer|Stærð|Fjöldi|Kennitala|Sími forráðamanns
        Ada Birki|4|M|1|120304-1234|555 1234
        Bo Hlynur|17|L|1|120304-1235|555 1235
        Cy Eik|9|S|2|120304-1236|555 1236""",
        "A player; B number; C size; D quantity",
    ),
    "bg": (
        """
        Име|Фамилия|Номер|Размер|Брой|Забележка
        Анна|Брезова|4|M|1|
        Ева|Яворова|9|L|1|идва по-късно
        Петър|Дъбов|7|S|2|""",
        "A first-name; B last-name; C number; D size; E quantity",
    ),
}


@pytest.mark.parametrize("language", list(GRIDS))
def test_sheet(language: str) -> None:
    grid, expected = GRIDS[language]
    recognition = recognise(Workbook(path=Path("club.xlsx"), format=FileFormat.XLSX, sheets=(sheet_of(grid),)))
    assert recognition.problems == ()
    (layout,) = recognition.rosters
    assert described(layout) == dict(part.split(" ", 1) for part in expected.split("; "))
    assert layout.rows == (2, 3, 4)
    others = {column.fate for column in layout.columns if column.meaning is M.IGNORED}
    assert others <= {Fate.NO_PART}


def test_what_calls_an_order_in_question() -> None:
    texts = (
        "nem kell",
        "nu comanda",
        "ακύρωση",
        "не заказывать",
        "не замовляти",
        "već ima dres",
        "že ima",
        "už má",
        "no cal",
    )
    assert [text for text in texts if not asks_otherwise(text)] == []


@pytest.mark.parametrize(
    ("heading", "words", "said"),
    [
        ("Are you coming", ALREADY, False),  # Romanian "are" is of a phrase
        ("Van", ALREADY, False),  # as Hungarian "van" is
        ("Προϊστορικά, προηδη", ALREADY, False),  # "ήδη" within a word
        ("Неуже", ALREADY, False),
        ("Már van meze", ALREADY, True),
        ("Już ma", ALREADY, True),
        ("Ja té", ALREADY, True),
        ("Ήδη έχει", ALREADY, True),
        ("Уже есть", ALREADY, True),
        ("已有球衣", ALREADY, True),
        ("ユニフォーム注文", ORDERS, True),
        ("Παραγγελία", ORDERS, True),
        ("Har den allerede", ALREADY, True),
        ("Bestellung", ORDERS, True),
        ("Auftragsbestellung", ORDERS, False),
    ],
)
def test_the_words_of_a_mark(heading: str, words: str, said: bool) -> None:
    assert says(heading, words) is said


def test_yes_and_no() -> None:
    said = ("igen", "nem", "da", "nu", "ναι", "όχι", "да", "нет", "так", "ні")
    assert [text for text in said if Trait.YES_NO not in traits(text)] == []


@pytest.mark.parametrize(
    "heading", ["Név", "Játékos neve", "ФИО", "Ф.И.О.", "ПІБ", "Vezetéknév, keresztnév", "Прізвище та ім'я"]
)
def test_surname_first(heading: str) -> None:
    assert surname_first(heading) is True


@pytest.mark.parametrize("heading", ["Ime i prezime", "Nume", "Имя", "Meno a priezvisko"])
def test_not_surname_first(heading: str) -> None:
    assert surname_first(heading) is not True


LISTS = (WORDS, FALSE_FRIENDS, NO_PART, CLUB_LIFE, RARE_HEADINGS, GARMENTS)
_LONGEST_PHRASE = 4  # words that are looked up together


def test_every_word_of_the_lists_can_be_met() -> None:
    """A word that folding changes, or a phrase of more words than are looked up together, would never be found."""
    words = [word.rstrip("~") for each in LISTS for said in each.values() for word in said.split()]
    assert [word for word in words if fold(word.replace("_", " ")) != word.replace("_", " ")] == []
    assert [word for word in words if word.count("_") >= _LONGEST_PHRASE] == []


def test_a_team_of_icelanders_is_no_member_of_the_dutch() -> None:
    grid = "Nafn|Lið|Númer|Stærð\nAnna Jóns|A|7|M\nBjörn Páls|B|8|L\nKári Óla|A|9|M"
    workbook = Workbook(path=Path("club.xlsx"), format=FileFormat.XLSX, sheets=(sheet_of(grid),))
    assert recognise(workbook).rosters[0].columns[1].meaning is Meaning.TEAM
