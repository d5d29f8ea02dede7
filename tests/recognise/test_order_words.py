"""Which remarks may change an order, in many languages, and which are nobody's business."""

import pytest

from roster_import.recognise.of_all_rows import is_of_all_rows
from roster_import.recognise.order_words import asks_otherwise, is_about_the_order

MAY_CHANGE = """
    bitte eine Nummer größer, wächst grad so | eine Nr. größer bitte | zum Reinwachsen | reichlich nehmen | growing fast
    ta i overkant | Sponsor olmasın | two-tone names | Can we have 3 spares | groeit hard | grandit vite | rośnie szybko
    DO NOT ORDER | please change to XL | long sleeves | instead of 7 number 9 | left club | M please | no name on shirt
    #10 if free | 2x | shirt only | blue | slim fit | wait for payment | cancelled | size 152 | too small last year | L
    lang | kurz | M statt L | Damenschnitt | bitte nicht bestellen | erst wenn bezahlt | doch lieber XL!
    bitte doch XL! – Uwe | ausgetreten | bitte L | ohne Namen | storniert | zwei Hosen | nur Hose | Größe 164
    hat schon eins | langærmet | bestil ikke | L i stedet for M | udmeldt | inte beställa | slutat | ipv M graag L
    gestopt | ne pas commander | manches longues | en vez de 7 | ya tiene | non ordinare | maniche lunghe
    ha già la maglia | não encomendar | nie zamawiać | zamiast M | neobjednávat | ei tilata | sipariş etmeyin | 注文しない | 長袖
    취소 | 긴팔 | 取消 | 长袖 | graag 2 stuks | 2 stuk | 3 pieces | 2 pièces
    Taille L pour le 7 | Größe L bitte | Size M is fine
    Can I have the looser fit if there is one? | Name on mine please, SAMUELU | oversized please | Name auf den Rücken?
"""
NOBODYS_BUSINESS = """
    Mutter ist Trainerin | rijdt mee met Daan | away until March | vient avec son frère | uusi pelaaja
    plays left back | paid | allergic to nuts | captain | vegetarian | new player | injured until May | mother drives
    needs lift | Anna M | brother of Jonas | speaks Danish only | coach's son | paid cash | diabetic | has own ball
    photo ok | joins in March | twin of 7 | red team | kit.berg@club.example | asthma inhaler in bag
    fit again in May | away until the 20th
    Everything in order | kann erst ab 18 Uhr trainieren
    parents divorced, call mother | Spielt auch in der U17 | Nussallergie | bezahlt | Probetraining | noch nicht bezahlt
    hat schon bezahlt | großer Bruder spielt U15 | manche Spiele verpasst | siehe Anna M. | Torwart | Linksfuß
    kommer senere | betalt kontant | mangler billede | målmand | a déjà payé | végétarien | alérgico a nueces
    paga in contanti | uczulony na orzechy | alergie na ořechy | allerginen pähkinöille | fıstık alerjisi | 花粉症 | 알레르기
    过敏
"""
NOT_PRINTED = """
    no names please | Only numbers | bitte nicht die Namen drucken | Namen nicht drucken | nur Nummern | Uden navne tak
    Kun numre på ryggen | ingen navne på ryggen | Inga namn på ryggen | Tryck inte namn | Endast nummer | ikke trykk navn
    Geen namen drukken | Alleen nummers | Pas de nom svp | Ne pas imprimer les noms | Merci de ne pas mettre les noms
    Uniquement les numéros | No imprimir nombres | Solo números | Non stampare i nomi | Solo numeri | Não imprimir nomes
    Sem nomes nas costas | Apenas números | Bez nazwisk na plecach | Nie drukować nazwisk | Tylko numery | Netiskněte jména
    Bez jmen prosím | Pouze čísla | Älkää painako nimiä | Ei nimiä selkään | Vain numerot | İsim basılmasın | İsimsiz olsun
    Sadece numara | 名前はプリントしないでください | 名前なしで | 番号のみ | 이름 없이 | 번호만 | 不印名字 | 只印号码
"""
OF_EVERYTHING = """
    Print all names in white | Numbers in gold, names in white | Schrift: Arial, weiß | Hinweis: Nummer bitte auch vorne klein
    Colore: rosso/bianco, scritta nera | Rückennummern 20 cm, Namen unter der Nummer | Damen und Herren bitte getrennt verpacken
    please pack per team | Nur neue Spieler bestellen! | only for new players | Tilataan vain uusille pelaajille
    Namnen ska tryckas under numret | Klublogo på brystet | Vereinswappen auf der Brust | Seuran logo rintaan | Numery na biało
    SuperBrugsen på ryggen over nummeret | Rossi's Pizza on the chest | Bäckerei Huber auf der Brust | Le Fournil sur la poitrine
    idem saison passée, sauf gardienne | As 2025/26 but with the new badge | wie 2024 | first go - more to come | weitere folgen
    Stand 12.5. - bitte alle prüfen und bis Freitag melden | gilt erst ab Rückrunde | DRAFT - not agreed yet | Draft v2
    alle in dunkelblau | Damen in rot, Herren in blau
    Solo para los jugadores nuevos | alle 2x | all get number + 20 | Women's fit for all
"""
OF_OTHER_THINGS = """
    Kit sponsor evening: 3 October, clubhouse, 7 pm | Namnen trycks på ryggen
    Spielzeit 2 x 30 min für alle | alle Preise + 10 % | Home kit red/white | Neue Spieler bitte melden | Front row | Text me
    NHL Draft 2026 | drafted in 2024 | Giocatori in rosa | Consegna in sede | Namen auf dem Rücken
    Neue Bälle bitte mitbringen | Trikot blau/weiß | for all 2 x 15 EUR
"""
PRINTED = """
    Namen und Nummern wie immer | Names and numbers as in the list | Numery od 1 do 30
    Please write your name and number below | Noms et numéros à vérifier | Nimet ja numerot | 名前と番号 | Namnen trycks på ryggen
    The numbers are free again once a player leaves, so only those of this season | 이름과 번호
"""


def listed(texts: str) -> list[str]:
    return [text.strip() for line in texts.strip().splitlines() for text in line.split(" | ")]


@pytest.mark.parametrize("text", listed(MAY_CHANGE))
def test_what_speaks_of_the_order_is_known(text):
    assert is_about_the_order(text)


@pytest.mark.parametrize("text", listed(NOBODYS_BUSINESS))
def test_what_is_personal_is_passed_over(text):
    assert not is_about_the_order(text)


@pytest.mark.parametrize("text", listed(NOT_PRINTED))
def test_what_is_not_to_be_printed_is_said_of_all_rows(text):
    assert is_of_all_rows(text)


@pytest.mark.parametrize("text", listed(OF_EVERYTHING))
def test_what_is_wanted_of_everything_is_known(text):
    assert is_of_all_rows(text)


@pytest.mark.parametrize("text", listed(OF_OTHER_THINGS))
def test_what_is_said_of_other_things_is_not(text):
    assert not is_of_all_rows(text)


@pytest.mark.parametrize("text", listed(PRINTED))
def test_what_speaks_of_names_and_leaves_none_off_is_not(text):
    assert not is_of_all_rows(text)


def test_only_what_calls_the_row_in_question_counts_in_any_column():
    assert asks_otherwise("no - do not order")
    assert asks_otherwise("paid up? not yet - leave these two off")
    assert not asks_otherwise("Sleeve Street 7")


def test_a_long_text_is_soon_done():
    assert not is_about_the_order("so " * 100_000 + "do not order")  # far behind what anybody reads
