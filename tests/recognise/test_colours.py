"""What people call the colours of cells, and the notes that explain them."""

from __future__ import annotations

import pytest

from roster_import.recognise.colours import called, colour_of, explained, is_of_a_payment

SHADES = {
    "red": "FF0000 C00000 FFC7CE E6B8B7 F4CCCC",
    "orange": "FFC000 FF9900 F4B084 FCE4D6 FCE5CD",
    "yellow": "FFFF00 FFEB9C FFF2CC FFFFCC FFE699",
    "green": "00B050 92D050 C6EFCE E2EFDA D9EAD3 375623",
    "turquoise": "00FFFF CCFFFF DAEEF3",
    "blue": "0070C0 002060 00B0F0 DDEBF7 B4C6E7 C9DAF8",
    "purple": "7030A0 E4DFEC D9D2E9",
    "pink": "FF00FF FF99CC EAD1DC",
    "brown": "833C0C 7F6000",
    "grey": "808080 BFBFBF D9D9D9 F2F2F2",
    "black": "000000",
}


@pytest.mark.parametrize(("word", "shade"), [(word, shade) for word, each in SHADES.items() for shade in each.split()])
def test_a_colour_is_called_as_people_call_it(word: str, shade: str) -> None:
    assert called(shade)[0] == word


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("rot = braucht nichts", [("red", "braucht nichts")]),
        ("Yellow: paid", [("yellow", "paid")]),
        ("gelb = hat schon, grün = bezahlt", [("yellow", "hat schon"), ("green", "bezahlt")]),
        ("Farben: rot = weg; grün = hat bezahlt", [("red", "weg"), ("green", "hat bezahlt")]),
        ("yellow rows = new order", [("yellow", "new order")]),
        ("gelb markiert = schon bestellt", [("yellow", "schon bestellt")]),
        ("De gule er markeret", [("yellow", "De gule er markeret")]),
        ("Gelb – hat schon ein Trikot", [("yellow", "hat schon ein Trikot")]),
        ("Hellgrün=bestellt", [("green", "bestellt")]),
        ("Light green = has one", [("green", "has one")]),
        ("Rouge : a quitté le club", [("red", "a quitté le club")]),
        ("Rot-Weiss Essen", []),
        ("Rot - Weiss Essen", []),
        ("Red Lions: Monday", []),
        ("Team: Red Lions", []),
        ("Blue Lions U13", []),
        ("Lag Blå - beställning matchtröjor", []),
        ("Hold Rød – bestilling", []),
        ("", []),
    ],
)
def test_a_note_explains_colours(note: str, told: list[tuple[str, str]]) -> None:
    assert explained(note) == told


@pytest.mark.parametrize(
    "told", ["paid", "hat bezahlt", "has paid", "Beitrag offen", "betalt", "payé", "fee paid in full"]
)
def test_a_payment_is_no_part_of_an_order(told: str) -> None:
    assert is_of_a_payment(told)


@pytest.mark.parametrize("told", ["has one already", "bezahlt, nicht bestellen", "left", "neu"])
def test_what_is_more_than_a_payment_may_be(told: str) -> None:
    assert not is_of_a_payment(told)


def test_colours_are_named_in_many_languages() -> None:
    words = ["gelbe", "gul", "geel", "jaune", "amarillo", "giallo", "amarelo", "żółty", "žlutý", "keltainen", "sarı"]
    assert {colour_of(word) for word in words} == {"yellow"}
    assert colour_of("Essen") == ""
