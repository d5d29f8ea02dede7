"""Headings in many languages and what each alone says."""

from __future__ import annotations

import pytest

from roster_import.model.layout import Meaning
from roster_import.recognise.false_friends import FALSE_FRIENDS
from roster_import.recognise.garments import GARMENTS
from roster_import.recognise.headings import sense
from roster_import.recognise.short_words import SILENT
from roster_import.recognise.tokens import fold, take_apart
from roster_import.recognise.words import WORDS

SAID = {
    Meaning.NUMBER: "Jersey # · Shirt No. · squad_number · playerNumber · Rückennr. · Trikot-Nr. · Spielernummer · Rygnr. · "
    "Trøjenummer · Draktnr · Tröjnummer · Ryggnummer · Rugnummer · N° maillot · Dorsal · N. maglia · Número da camisola · "
    "Nr na koszulce · Číslo dresu · Pelinumero · Forma Numarası · 背番号 · ユニフォーム番号 · 등번호 · 球衣号码 · Bib · "
    "RN · Trik.-Nr. · Tour No. · Spillenummer · Tal på ryg · Siffra på ryggen · Numéro dans le dos · Numero gara · "
    "Numeração · Nr na stroju · Č. hráče · ナンバー · "
    "What number would you like on your jersey?",
    Meaning.SIZE: "Size · T-shirt size · shirtSize · Trikotgröße · Gr. · Größe (Hose) · Str. · Trøje størrelse · Drakt str · "
    "Tröja stl · Shirtmaat · Taille maillot · Talla camiseta · Taglia pantaloncini · Tam. camisola · Rozmiar koszulki · "
    "Velikost dresu · Paidan koko · Şort Bedeni · サイズ · 유니폼 사이즈 · 上衣尺码 · Mt. · "
    "Height / size · Wzrost / rozmiar",
    Meaning.PLAYER: "Player · Player Name · Full name · Name · Spieler/in · Vor- und Nachname · Spiller · Navn · Namn · "
    "Naam · Joueur · Nom et prénom · Jugador/a · Nombre y apellidos · Cognome e Nome · Atleta · Imię i nazwisko · "
    "Jméno a příjmení · Pelaaja · Ad Soyad · 氏名 · 選手名 · 이름 · 姓名 · Child's name · "
    "Navn på spiller · Namn på spelare · Deportista",
    Meaning.NAME: "Name on back · Name to be printed · Print · shirt name · Aufdruck · Beflockung · Navn på ryg · "
    "Tekst på trøje · Namn på ryggen · Bedrukking · Naam op shirt · Flocage · Nombre en camiseta · Nome sulla maglia · "
    "Name hinten · Naam achter · Navn bagpå · Navn bag på · Namn baktill · Nom derrière · Nombre detrás · Nome dietro · "
    "Nazwisko z tyłu · Nimi takana · "
    "Nome na camisa · Nadruk · Potisk · Painatus · Forma Üzeri İsim · Sırt Yazısı · マーキング · 마킹 · 印名 · "
    "Nom dos · Surnom (dos) · Tour name (back) · Was soll draufstehen?",
    Meaning.QUANTITY: "Quantity · Qty · Pcs. · No. of shirts · How many jerseys? · Anzahl · Stück · Antal · Aantal · "
    "Qté · Nombre de maillots · Cantidad · Q.tà · Qtd. · Ilość szt. · Počet ks · Määrä · Adet · 枚数 · 수량 · 数量 · "
    "Ant. · Aant. · Hoeveelheid · Lukumäärä · Sayı · 何枚 · Number required",
    Meaning.TEAM: "Team · Team name · Club · Age group · Mannschaft · Vereinsname · Hold · Lag · Équipe · Catégorie · "
    "Kurs · Riege · Trainingsgruppe · Cours · Corso · Gruppo · Hold · Grupp · Ryhmä · Grup · グループ · Equipo · "
    "Squadra · Zespół · Joukkue · Takım · チーム名 · 팀명 · 球队",
    Meaning.DESIGN: "Product · Product SKU · Style # · Item no. · Artikel · Artikelnummer · Vare · Modell · Article · "
    "Modelo · Articolo · Tuote · Ürün · 商品 · 상품 · 款式",
    Meaning.IGNORED: "Parent name · Guardian Name(s) · Vårdnadshavare · Huoltajan puhelin · Member No · Licence No · "
    "Telefonnummer · Contact Number · E-mail · Height · Körpergröße · Boy (cm) · Date of birth · Lfd. Nr. · L.p. · Sıra No · "
    "Poids · Position · Caps · Remarks · Username · フリガナ · 身長 · 연락처 · Previous team · Pack Group · num_full_kits · "
    "Gl. nr. · Height / weight · Größe/Gewicht · Spielnummer · Kod poczt.",
    Meaning.FIRST_NAME: "First name · firstname · Vorname · Fornavn · Förnamn · Prénom · Voornaam · Imię · Etunimi",
    Meaning.LAST_NAME: "Surname · last_name · Nachname · Efternavn · Etternavn · Achternaam · Cognome · Nazwisko · Příjmení",
}


@pytest.mark.parametrize(
    ("meaning", "heading"), [(meaning, heading) for meaning, said in SAID.items() for heading in said.split(" · ")]
)
def test_heading(meaning: Meaning, heading: str) -> None:
    points = sense(heading).points
    assert max(points, key=lambda candidate: points[candidate]) is meaning


@pytest.mark.parametrize(
    "heading", ["TW-Trikot", "Keeper shirt", "Maillot gardien", "Camiseta portero", "Målmand trøje"]
)
def test_the_shirt_of_a_keeper_is_one_of_its_own(heading: str) -> None:
    said = sense(heading)
    assert said.garment_only
    assert (said.variant or "").replace(" ", "-") == heading.replace(" ", "-")


@pytest.mark.parametrize(
    ("heading", "plain"),
    [("Training top y/n", "Training top"), ("Tuta sì/no", "Tuta"), ("Fato de treino (sim/não)", "Fato de treino")],
)
def test_that_it_is_answered_yes_or_no_says_nothing_of_a_column(heading: str, plain: str) -> None:
    assert take_apart(heading) == take_apart(plain)


@pytest.mark.parametrize(
    ("heading", "of"),
    [
        ("Maat broek", "broek"),
        ("Trikotgröße", "Trikot"),
        ("Größe (Kindertrikot)", "Kindertrikot"),
        ("Anzahl Trikots [Trikot (kurz) dunkel]", "Trikot (kurz) dunkel"),
        ("Women's shirt size", "Women's shirt"),
        ("T-Shirt", "T-Shirt"),
        ("Logo 601001", "601001"),
        ("Size", None),
    ],
)
def test_what_a_heading_is_about(heading: str, of: str | None) -> None:
    assert sense(heading).of == of


def test_the_vocabulary_is_consistent() -> None:
    words = [word for lists in (WORDS, FALSE_FRIENDS, GARMENTS) for text in lists.values() for word in text.split()]
    assert sorted({word for word in words if words.count(word) > 1}) == []
    assert [word for word in words if "_" not in word and fold(word) != word] == []
    assert [word for word in words if word in SILENT] == []


GARMENTS_SAID = (
    "Skort · Playing top · Quarter zip · Base layer · Bench coat · Kamptrøje · Overtræksbukser · Rygsæk · Regnjakke · "
    "Treningsdress · Matchlinne · Träningsoverall · Vindtygsjacka · Einlauftrikot · Regenhose · Präsentationsjacke · "
    "Wedstrijdbroek · Rugzak · Coupe-vent · K-way · Maillot d'entraînement · Chubasquero · Canotta casa · "
    "Giacca a vento · Fato de treino · Corta-vento · Kurtka zimowa · Spodenki treningowe · Tepláková souprava · Kšiltovka · "
    "Treenipaita · Tuulipuku · Yağmurluk · Kapüşonlu · Széldzseki · Melegítőnadrág · Hanorac · Geacă · Κολάν · Дождевик · "
    "Тренировочные шорты · Вітровка · Šuškavac · Nahrbtnik · Vetrovka · Tallavents · Суичър · Treeningpüksid · Džemperis · "
    "Striukė · Hettupeysa · ピステ上 · ベンチコート · 바람막이 · 롱패딩 · 双肩包 · 冲锋衣"
)


@pytest.mark.parametrize("heading", GARMENTS_SAID.split(" · "))
def test_a_garment_is_known_with_all_that_says_which(heading: str) -> None:
    terms, said = take_apart(heading), sense(heading)
    assert terms.unknown == 0
    assert said.false_friend is None
    assert said.points[Meaning.SIZE] == said.points[Meaning.QUANTITY] == said.points[Meaning.DESIGN] == 2.5
