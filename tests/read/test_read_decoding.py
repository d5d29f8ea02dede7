from pathlib import Path

import pytest
from read_books import read, refusal, texts

from roster_import.read.text.encoding import decoded

WORDS = {
    "cp1252": [
        "Søren Sørensen", "Müller", "Jürgen Groß", "Peña;Núñez", "François Lévêque", "Åse Ærø", "José",
        "Ødegård", "æøå", "Kjær", "Sigurður Þórarinsson;Jónsson Ægir",
        "João Simões", "Sørensen;Hernández;García", "Øyvind", "Mønster;Gómez;Pérez;López", "Größe;Rückennummer",
        "Gonçalves", "Niccolò;Totò", "Søndergård;Müller;Gärtner", "Lindström;Väinö",
    ],
    "cp1250": [
        "Dvořák;Jiří;Kříž", "Święcki Michał", "Łukasz Żółć", "Szabó Gergő;Fülöp", "Černý;Růžička", "Ľubomír Šťastný",
        "Đorđević Žarko", "Příjmení;Číslo;Novák", "Ionuţ Brâncuşi",
    ],
    "cp1254": ["Yılmaz;Şahin", "Ayşe Öztürk;Doğan", "İbrahim Çelik;Barış", "Yılmaz", "Kılıç", "Sırt Yazısı"],
    "cp932": ["選手名,背番号,サイズ", "山田 太郎,10,Ｌ", "鈴木 一郎", "カタカナ", "田中"],
    "mac_roman": ["Søren Sørensen", "Müller", "Jürgen Groß", "Peña;Núñez", "Åse Ærø"],
    "cp850": ["Jürgen Müller;Größe", "Søren Sørensen"],
    "cp1251": ["Иванов Сергей", "Фамилия;Номер", "Шевченко"],
    "koi8_r": ["Фамилия;Номер"],
    "cp1253": ["Παπαδόπουλος Γιώργος"],
    "cp1257": ["Žalgiris Šarūnas Jasikevičius;Ąžuolas", "Kristaps Porziņģis;Bērziņš"],
    "iso8859_2": ["Święcki Michał Wiśniewski", "Růžička;Šťastný"],
    "gb18030": ["姓名,号码,尺码", "王小明"],
    "big5": ["姓名,號碼,尺寸", "陳小明 林志玲"],
    "cp949": ["이름,등번호,사이즈", "김민수"],
    "cp1255": ["שם שחקן;מספר"],
    "cp1256": ["الاسم;رقم القميص"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("encoding", "words"), [(encoding, words) for encoding, all_ in WORDS.items() for words in all_]
)
def test_the_reading_that_makes_words_is_taken(encoding: str, words: str) -> None:
    content = f"Name;No\n{words}\n".encode(encoding)
    assert decoded("club.csv", content, None).text == f"Name;No\n{words}\n"


@pytest.mark.parametrize("words", WORDS["cp1252"])
def test_a_near_thing_is_told_of_and_a_clear_one_is_not(words: str) -> None:
    clear = decoded("club.csv", f"Navn;Nr\nSøren Kjær Ødegård;7\nJürgen Groß;8\n{words};9\n".encode("cp1252"), None)
    assert clear.rival is None


def test_both_readings_are_shown_where_it_is_a_near_thing(tmp_path: Path) -> None:
    path = tmp_path / "club.csv"
    path.write_bytes("Name;Nr\nØyvind;7\n".encode("cp1252"))
    workbook = read(path)
    assert texts(workbook)["A2"] == "Øyvind"
    assert [(note.code, note.message) for note in workbook.notes] == [
        (
            "letters-guessed",
            'club.csv does not say how its letters are coded; they were read as cp1252 ("Øyvind"). If "Řyvind" is '
            "right, add --encoding cp1250.",
        )
    ]
    assert texts(read(path, encoding="cp1250"))["A2"] == "Řyvind"


def test_two_exports_glued_together(tmp_path: Path) -> None:
    path = tmp_path / "club.csv"
    path.write_bytes("Name;Nr\nSøren;7\nÅse;8\n".encode() + "Kjær;9\n".encode("cp1252"))
    workbook = read(path)
    assert texts(workbook)["A4"] == "Kjær"
    assert [note.message for note in workbook.notes] == [
        "club.csv is put together from files whose letters are coded differently (utf-8 and cp1252): look at the "
        "names, or export it again as UTF-8."
    ]


def test_a_wish_that_cannot_be_true_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "club.csv"
    path.write_bytes("Søren;7\n".encode("cp1252"))
    assert refusal(path, encoding="utf-8") == (
        "encoding-wrong",
        "club.csv is not written in utf-8: name another encoding, or none to have it found out.",
    )
    assert refusal(path, encoding="windows") == (
        "encoding-unknown",
        'There is no encoding called "windows": try utf-8, cp1252, cp1250, cp1254, mac_roman or shift_jis.',
    )


def test_bytes_that_no_encoding_has_are_still_read() -> None:
    assert decoded("club.csv", bytes(range(1, 256)), None).text
