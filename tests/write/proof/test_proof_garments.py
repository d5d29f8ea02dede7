"""What is drawn of a design: its own kind of garment where title or type tell it, in the languages people order in."""

from __future__ import annotations

import re
from datetime import date

import pytest
from proof_rosters import HOME, checked, line, value

from roster_import.model.order import DesignRef
from roster_import.write.proof import proof_html, proof_page
from roster_import.write.proof.forms import FORMS
from roster_import.write.proof.kinds import Kind, kind_of

TITLES = {
    Kind.SHIRT: "Home kit; Away 26/27; Short sleeve shirt; Heimtrikot; Sort trøje; Matchtröja; Dres; 半袖シャツ; "
    "Maillot domicile; Футболка; Φανέλα; Mez; Särk; Samarreta; Trikot und Hose; Shirt + Shorts; Voetbalshirt; Forma",
    Kind.SHORTS: "Shorts; Match shorts; Sorte shorts; Spodenki; Nadrág; Hlače; Șort; 短裤; Fodboldshorts; Jersey shorts; Şort",
    Kind.SOCKS: "Socks; Fußballstutzen; Strømper; Chaussettes; Getry; Sportszár; Гетры; Κάλτσες; Nogavice; Sokkar; 양말; Çorap",
    Kind.TRACKSUIT: "Tracksuit; Trainingsanzug; Træningsdragt; Chándal; Eşofman; Xandall; Анцуг; Tuta",
    Kind.TROUSERS: "Trainingshose; Tracksuit pants; Pantalón de chándal; Leggings; Løbetights; Брюки",
    Kind.JACKET: "Softshelljacke; Tracksuit top; Chaqueta de chándal; Regnjakke; Jakna; Куртка",
    Kind.HOODIE: "Hoodie; Kapuzenpulli; Hættetrøje; Sudadera con capucha; Толстовка",
    Kind.SWEATER: "Sweatshirt; Genser",
    Kind.POLO: "Polo; Poloshirt",
    Kind.VEST: "Weste",
    Kind.SKIRT: "Skort; Nederdel",
    Kind.CAP: "Cap; Kasket; Čiapka; キャップ",
    Kind.BEANIE: "Beanie; Mütze; Hue",
    Kind.BAG: "Sports bag; Sporttasche; Rygsæk; Torba; 가방",
    Kind.UNTOLD: "MUL327815; Spring 26; FC ABC; Goalkeeper gloves; Training towel; Match ball; " + "x" * 5000,
}


@pytest.mark.parametrize("kind", TITLES, ids=lambda kind: kind.name)
def test_a_title_tells_which_garment_is_drawn(kind):
    titles = TITLES[kind].split("; ")
    assert {title: kind_of(DesignRef(id=1, title=title)) for title in titles} == dict.fromkeys(titles, kind)


def test_a_title_goes_before_the_catalogues_type_and_the_type_before_no_word_at_all():
    assert kind_of(DesignRef(id=1, title="Nordby 26", type="Socken")) is Kind.SOCKS
    assert kind_of(DesignRef(id=1, title="Away", type="Shorts")) is Kind.SHORTS
    assert kind_of(DesignRef(id=1, title="Cap", type="Textile")) is Kind.CAP
    assert kind_of(DesignRef(mul="MUL1", type="Jacket")) is Kind.JACKET
    assert kind_of(DesignRef(mul="MUL1")) is Kind.UNTOLD


def test_every_kind_has_a_form_of_its_own_within_the_field():
    assert set(FORMS) == set(Kind)
    assert len({form.cloth for form in FORMS.values()}) == len(FORMS)
    for form in FORMS.values():
        for place in (form.name, form.number, form.empty):
            half = (place.size if place.turned else place.width) / 2
            assert half <= place.x <= 200 - half
            assert 0 < place.y < 188


def drawn(*lines):
    page = proof_page(checked(*lines))
    return proof_html(page, language="en", made=date(2026, 11, 5), version="1", seal="")


def test_each_order_shows_its_own_garments_and_no_other_is_in_the_page():
    page = drawn(line(2, "Ann", "7", designs=(HOME, DesignRef(id=2, title="Socks"))))
    assert set(re.findall('<symbol id="([a-z]+)"', page)) == {"shirt", "socks", "mark"}
    assert re.findall('<use href="#(shirt|socks)">', page) == ["shirt", "socks"]
    assert 'aria-label="Pair of socks: name Ann, number 7"' in page


def test_a_missing_name_is_pointed_out_where_a_name_is_usual():
    shorts = DesignRef(id=2, title="Shorts")
    assert drawn(line(2, number="7")).count('class="gap"') == 1
    assert drawn(line(2, number="7", designs=(shorts,))).count('class="gap"') == 0
    assert drawn(line(2, designs=(shorts,))).count('class="gap"') == 1


def test_values_of_placeholders_fit_where_there_is_little_room():
    cap = DesignRef(id=2, title="Beanie")
    values = tuple(value(at, f"V{at}") for at in range(4))
    sizes = [float(size) for size in re.findall('font-size="([0-9.]+)"', drawn(line(2, values=values, designs=(cap,))))]
    assert sum(sizes) <= FORMS[Kind.BEANIE].depth


def test_a_row_is_named_with_its_sheet_and_the_word_for_it():
    page = drawn(line(5, "Ann", "7"), line(8, "Ann", "7"), line(9, "Bo", "8"))
    assert "Roster, rows 5, 8" in page
    assert "Roster, row 9" in page
