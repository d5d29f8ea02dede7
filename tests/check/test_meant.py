"""What a coach most likely meant: offered where one thing, or one of few, can be; never a guess, never another's size."""

from __future__ import annotations

import pytest

from roster_import.check.meant.corrections import is_corrected, put_in_its_place
from roster_import.check.meant.ditto import is_ditto
from roster_import.check.meant.numbers import number_meant
from roster_import.check.meant.quantities import quantity_meant
from roster_import.check.meant.sizes import SizeMeant, says_no_size, size_meant
from roster_import.check.meant.titles import titles_meant
from roster_import.check.meant.wearers import Wearer
from roster_import.check.rules import is_safe
from roster_import.model.problem import Place

SIZES = ("128", "140", "152", "164", "S", "M", "L", "XL", "2XL", "3XL")
WITH_LADIES = ("128", "140", "S", "M", "L", "Women S", "Women M")
WITH_YOUTH = ("YS", "YM", "YL", "S", "M", "L")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Gr. M", "M"), ("Gr.152", "152"), ("Size L", "L"), ("Größe 152", "152"), ("Str. L", "L"), ("Talla XL", "XL"),
        ("roz. L", "L"), ("T. M", "M"), ("164 cm", "164"), ("164cm", "164"), ("152.0", "152"), ("Medium", "M"),
        ("mittel", "M"), ("Mediana", "M"), ("3 XL", "3XL"), ("2x L", "L | 2XL"), ("2x 152", None),
        ("S (34-36\")", "S"),
        ("M (ikke L)", "M"), ("M (was S)", "M"), ("152 (not 164)", "152"), ("M lang", None), ("164 langarm", None),
        ("XXXL", "3XL"),
        ("xx-large", "2XL"), ("Extra Large (XL)", "XL"),
        ("Ｌ", "L"), ("Mサイズ", "M"), ("L (slim)", "L"), ("Adult L", "L"), ("Herre L", "L"), ("L adulte", "L"), ("AL", "L"),
        ("Kinder 152", "152"), ("børn 140", "140"), ("12 ans", "152"), ("134/140", "140"),
        ("L/XL", "L | XL"), ("M or L", "M | L"), ("10-12Y", "140 | 152"), ("152/158", "152 | 164"),
        ("8", None), ("10-12", None), ("3L", None), ("LL", None), ("1X", None), ("XS", None), ("158", None), ("?", None),
        ("One size", None), ("S M", None), ("XL (13-14)", None), ("same as last year", None), ("", None), ("Herren 50", None),
    ],
)  # fmt: skip
def test_a_size_written_otherwise(written, meant):
    assert size_meant(written, SIZES).suggestion == meant


@pytest.mark.parametrize(
    "written", ["Damen M", "M (Damen)", "W-M", "WM", "Women's M", "Femme M", "damska M", "mujer M"]
)
def test_a_ladies_size_is_no_plain_one(written):
    none = size_meant(written, SIZES)
    assert isinstance(none, SizeMeant)
    assert (none.suggestion, none.wearer, none.theirs) == (None, Wearer.WOMEN, ())
    assert size_meant(written, WITH_LADIES).suggestion == "Women M"


@pytest.mark.parametrize("written", ["YL", "Kids L", "Youth L", "L Kinder", "Junior L"])
def test_a_childrens_size_is_no_plain_one(written):
    none = size_meant(written, SIZES)
    assert isinstance(none, SizeMeant)
    assert (none.suggestion, none.theirs) == (None, ("128", "140", "152", "164"))
    assert size_meant(written, WITH_YOUTH).suggestion == "YL"


@pytest.mark.parametrize(
    ("written", "made", "times"),
    [
        ("M lang", ("M",), ()),
        ("L long sleeve", ("L",), ()),
        ("164 langarm", ("164",), ()),
        ("2x 152", (), ("152",)),
        ("2 x L", (), ("L", "2XL")),
    ],
)
def test_what_a_size_says_beside_itself(written, made, times):
    more = size_meant(written, SIZES)
    assert isinstance(more, SizeMeant)
    assert (more.otherwise_made, more.times) == (made, times)


@pytest.mark.parametrize(
    ("name", "corrected"),
    [
        ("BACK (rettes: BACH)", "BACH"),
        ("Maier -> Meier", "Meier"),
        ("Kohn (heißt Cohn)", "Cohn"),
        ("RAY (should be RAI)", "RAI"),
        ("Kohn (richtig geschrieben)", None),
        ("SMITH (must be in capitals)", None),
    ],
)
def test_a_name_that_is_corrected_beside_itself(name, corrected):
    assert is_corrected(name)
    assert put_in_its_place(name) == corrected


@pytest.mark.parametrize("name", ["Müller (C)", "Ann-Lee", "O'Neil [GK]", "Ray (captain)"])
def test_a_name_with_something_else_beside_it(name):
    assert not is_corrected(name)


def test_one_of_two_alike_is_not_chosen():
    assert size_meant("XXL", ("2XL", "XX Large")).suggestion == "2XL | XX Large"
    assert size_meant("M", ("Men M", "Women M")).suggestion == "Men M | Women M"
    assert size_meant("OSFA", ("One size",)).suggestion == "One size"


@pytest.mark.parametrize("text", ["?", "dito", '"', "same as last year", "wie letztes Jahr", "TBD", "-"])
def test_what_is_no_size_at_all(text):
    assert says_no_size(text)


@pytest.mark.parametrize("text", ["39-42", "One size", "Junior", "5", "UK 8", "XS/S", "W32 L34", "Gr. 3", ""])
def test_what_may_be_a_size_of_somewhere(text):
    assert not says_no_size(text)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("#7", "7"), ("No. 7", "7"), ("Nr.7", "7"), ("n° 7", "7"), ("Rückennummer 7", "7"), ("7番", "7"), ("7.0", "7"),
        ('="07"', "07"), ("'07", "07"), ("０７", "07"), ("١٠", "10"), ("1O", "10"),
        ("10 (C)", "10"), ("7 – neu", "7"), ("11*", "11"),
        ("(C) 10", "10"), ("(K) 4", "4"), ("C 10", "10"), ("(nicht) 7", None),
        ("10 C", "10"), ("-", ""), ("–", ""), ("n/a", ""), ("ingen", ""), ("keine", ""), ("none", ""), ("k.A.", ""),
        ("brak", ""), ("sin número", ""), ("なし", ""), ("7/17", "7 | 17"), ("7,0", "7"),
        ("10,00", "10"), ("9 el. 19", "9 | 19"), ("1 / 12", "1 | 12"), ("7 oder 10", "7 | 10"),
        ("12 (før 21)", "12"), ("7 (not 9)", "7"), ("12 t/m 15", None),
        ("7 oder egal", None), ("nicht 7", None), ("10.5", None), ("TBC", None), ("?", None), ("U17", None), ("abc", None),
    ],
)  # fmt: skip
def test_a_number_written_otherwise(written, meant):
    assert number_meant(written).suggestion == meant


@pytest.mark.parametrize(
    ("written", "meant", "in_pairs"),
    [
        ("two", "2", "2"), ("zwei", "2", "2"), ("zwei Stück", "2", "2"), ("dos", "2", "2"), ("2 Stk.", "2", "2"),
        ("2x", "2", "2"), ("x2", "2", "2"), ("1.0", "1", "1"), ("2 szt.", "2", "2"), ("2枚", "2", "2"), ("三", "3", "3"),
        ("ein Paar", None, "1"), ("2 pairs", None, "2"), ("to par", None, "2"), ("2.5", None, None), ("10.000", None, None),
        ("many", None, None), ("-", None, None),
    ],
)  # fmt: skip
def test_a_quantity_written_otherwise(written, meant, in_pairs):
    assert quantity_meant(written).suggestion == meant
    assert quantity_meant(written, in_pairs=True).suggestion == in_pairs


@pytest.mark.parametrize(
    "text", ['"', "''", "〃", '-"-', "”", "dito", "Ditto", "do.", "dto.", "same", "s.o.", "j.w.", "同上"]
)
def test_ditto_marks(text):
    assert is_ditto(text)


@pytest.mark.parametrize("text", ["", "-", "..", '"M"', "Dora", "same as last year", "so"])
def test_what_is_no_ditto_mark(text):
    assert not is_ditto(text)


# ------------------------------------------------------------------------------------------------------------- titles


TITLES = (
    "Home shirt", "Away shirt", "Goalkeeper shirt", "Shorts", "Socks", "Tracksuit", "Warm-up shirt", "Training shirt",
)  # fmt: skip
HOME, AWAY, KEEPER = TITLES[:3]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Heimtrikot", HOME), ("home", HOME), ("Heim", HOME), ("Hjemmebane", HOME), ("Hjemmebanetrøje", HOME),
        ("Maillot domicile", HOME), ("Camiseta local", HOME), ("Koszulka domowa", HOME), ("hemmatröja", HOME),
        ("thuisshirt", HOME), ("maglia casa", HOME), ("kotipaita", HOME), ("domácí dres", HOME), ("ホーム", HOME),
        ("主场球衣", HOME), ("홈 유니폼", HOME), ("ev sahibi forması", HOME), ("Heimtrikot blau", HOME), ("Hmoe shirt", HOME),
        ("Auswärtstrikot", AWAY), ("Maillot extérieur", AWAY), ("Camiseta visitante", AWAY), ("アウェイ", AWAY),
        ("Torwarttrikot", KEEPER), ("GK", KEEPER), ("Målmandstrøje", KEEPER), ("Koszulka bramkarska", KEEPER),
        ("guarda-redes", KEEPER), ("TW-Trikot", KEEPER), ("Training top", "Training shirt"), ("Aufwärmshirt", "Warm-up shirt"),
        ("Trainingsanzug", "Tracksuit"), ("Stutzen", "Socks"), ("Hose", "Shorts"), ("ohne Hose", None), ("Set uden shorts", None),
        ("Home + Away", "Home shirt; Away shirt"), ("Home/Away", "Home shirt; Away shirt"),
        ("both", "Home shirt; Away shirt"), ("Beide", "Home shirt; Away shirt"),
        ("Home shirt, Away shirt", "Home shirt; Away shirt"), ("Heim- und Auswärtstrikot", "Home shirt; Away shirt"),
        ("Home shirt & Shorts", "Home shirt; Shorts"), ("2x Home shirt", "Home shirt; Home shirt"),
        ("Home shirt x2", "Home shirt; Home shirt"), ("two home shirts", "Home shirt; Home shirt"),
        ("Home shirt oder Away shirt", "Home shirt | Away shirt"),
        ("Third shirt", None), ("Heimtrikot Damen", None), ("Home shirt long sleeve", None), ("Gugelhupf", None),
        ("Home shirt and Club cap", None), ("2025", None), ("dito", None),
    ],
)  # fmt: skip
def test_titles_by_the_words_people_use(written, meant):
    assert titles_meant(written, TITLES).suggestion == meant


def test_where_several_titles_fit_all_are_offered():
    assert titles_meant("Home", ("Heimtrikot", "Home shorts", "TW-Trikot")).suggestion == "Heimtrikot | Home shorts"
    assert titles_meant("Heimtrikot", ("Home shirt", "Home shirt Women")).suggestion == "Home shirt"
    assert titles_meant("Home kit", ("Home shirt", "Home shorts")).suggestion == "Home shirt | Home shorts"


# --------------------------------------------------------------------------------------------------------------- safe


def suggested(code, value, suggestion):
    return Place(value=value).error(code, "", suggestion)


@pytest.mark.parametrize(
    ("code", "value", "suggestion"),
    [
        ("size-unknown", "Gr. M", "M"), ("size-unknown", "Size L", "L"), ("size-unknown", "Größe 152", "152"),
        ("size-unknown", "164 cm", "164"), ("size-unknown", "152.0", "152"), ("size-unknown", "Medium", "M"),
        ("number-not-digits", "-", ""), ("number-not-digits", "keine", ""), ("number-not-digits", "'07", "07"),
        ("number-not-digits", '="07"', "07"), ("number-not-digits", "7番", "7"), ("quantity-not-whole", "two", "2"),
        ("design-unknown", "Home shirt + Away shirt", "Home shirt; Away shirt"),
    ],
)  # fmt: skip
def test_what_nobody_could_mean_otherwise_is_safe(code, value, suggestion):
    assert is_safe(suggested(code, value, suggestion))


@pytest.mark.parametrize(
    ("code", "value", "suggestion"),
    [
        ("size-unknown", "Kinder 152", "152"), ("size-unknown", "Adult L", "L"), ("size-unknown", "mittel", "M"),
        ("size-unknown", "L/XL", "L | XL"), ("size-unknown", '"', "M"), ("size-unknown", "L (slim)", "L"),
        ("number-not-digits", "10 (C)", "10"), ("number-not-digits", "7/17", "7 | 17"), ("number-not-digits", "ditto", "7"),
        ("quantity-not-whole", "ein Paar", "1"), ("design-unknown", "Heimtrikot", "Home shirt"),
        ("design-unknown", "Home/Away", "Home shirt; Away shirt"), ("design-unknown", "2x Home shirt", "Home shirt; Home shirt"),
    ],
)  # fmt: skip
def test_what_somebody_might_is_not(code, value, suggestion):
    assert not is_safe(suggested(code, value, suggestion))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Heimtrikott", "Home shirt"),
        ("Auswärtstirkot", "Away shirt"),
        ("Trainingsanzugg", "Tracksuit"),
        ("Stutzenn", "Socks"),
    ],
)
def test_a_word_for_a_title_with_a_slip(text, title):
    titles = ("Home shirt", "Away shirt", "Shorts", "Socks", "Tracksuit", "Training shirt")
    assert titles_meant(text, titles).choices == (title,)


SEVERAL = ("Home shirt", "Away shirt", "Goalkeeper shirt", "Socks")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Home shirt, ikke Away", "Home shirt"),
        ("Heimtrikot statt Auswärtstrikot", "Home shirt"),
        ("Home shirt (non Away), Socks", "Home shirt; Socks"),
        ("not Away", None),
        ("Home shirt se c'è, altrimenti Away shirt", "Home shirt | Away shirt"),
        ("Home shirt wenn vorhanden, sonst Away shirt", "Home shirt | Away shirt"),
    ],
)
def test_what_a_cell_refuses_or_falls_back_on_is_not_ordered_as_well(written, meant):
    assert titles_meant(written, SEVERAL).suggestion == meant
