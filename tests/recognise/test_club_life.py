"""Columns of a club's life: duties, tests, lent things, questions of forms go through; what touches the goods does not."""

from __future__ import annotations

import pytest
from test_plain_contents import beside, read

from roster_import.model.layout import Fate, Meaning
from roster_import.recognise.questions_of_forms import asks_of_people

ANSWERS = "Jo,see Kim,later,done,Ray,swapped"


@pytest.mark.parametrize(
    "heading",
    [
        *(
            "Waffeldienst",
            "Blomstervagt",
            "Suppevakt",
            "Blommtjänst",
            "Sapbeurt",
            "Mehuvuoro",
            "Pendeltest",
            "Kräuterallergie",
        ),
        *(
            "Gewitterversicherung",
            "Ruderschein",
            "Kurtaxenquittung",
            "Ruhehartpuls",
            "Kastepoeng",
            "Heilpädagogikschule",
        ),
        *(
            "Frequenza cardiaca",
            "Frecuencia cardíaca en reposo",
            "Papeletas vendidas",
            "Tickets de tombola vendus",
            "Cacifo",
        ),
        *("Losy sprzedane", "Hodnocení trenéra", "Lainattu maila", "Ödünç raket", "打率", "셔틀버스"),
    ],
)
def test_what_stands_in_the_lists_of_clubs_goes_through(heading):
    assert beside(heading, ANSWERS).columns[-1].fate is Fate.NO_PART


@pytest.mark.parametrize(
    "heading", ["Trikotschein", "Größentest", "Namentest", "Nummernvorschlag", "Ärmeldings", "Damenschnitt"]
)
def test_a_compound_that_begins_with_goods_is_asked_about(heading):
    assert beside(heading, ANSWERS).columns[-1].fate is not Fate.NO_PART


@pytest.mark.parametrize("cells", ["x,,x,x,,x", "yes,no,yes,yes,no,yes"])
@pytest.mark.parametrize("heading", ["Målvakt", "Målvakter"])
def test_a_keeper_is_no_duty(heading, cells):
    assert beside(heading, cells).columns[-1].fate is Fate.ASKED


OF_PEOPLE = [
    "Can you bring a folding chair?",
    "Has your child ever stayed overnight?",
    "Hast du einen Schwimmschein?",
    "Darf Ihr Kind alleine nach Hause gehen?",
    "Må vi dele telefonlisten med de andre forældre?",
    "Kan du køre til stævnet?",
    "Har barnet gått på läger tidigare?",
    "Kan dere ta med en kake til dugnaden?",
    "Mag uw kind alleen naar huis fietsen?",
    "Votre enfant sait-il nager ?",
    "¿Puede venir el sábado por la mañana?",
    "Suo figlio ha allergie?",
    "O seu filho sabe nadar?",
    "Czy dziecko ma alergię?",
    "Umí dítě plavat?",
    "Voitko ajaa vieraspeliin?",
    "Çocuğunuz yüzme biliyor mu?",
    "お子様は泳げますか？",
    "멀미를 하나요?",
]


@pytest.mark.parametrize("cells", [ANSWERS, "yes,no,yes,yes,no,yes"])
@pytest.mark.parametrize("question", OF_PEOPLE)
def test_a_question_of_a_form_about_something_else_goes_through(question, cells):
    assert beside(question, cells).columns[-1].fate is Fate.NO_PART


OF_GOODS = [
    "Do you want one as well?",
    "How many would you like?",
    "Would your child like longer arms?",
    "Shall we put a flag on it?",
    "Passt es noch vom letzten Jahr?",
    "Wie viele nehmt ihr?",
    "Möchtest du auch eine Mütze?",
    "Skal du have en hue med?",
    "Vil du have dit kaldenavn på?",
    "Hur många vill du ha?",
    "Behöver barnet nya strumpor?",
    "Trenger du ny jakke i år?",
    "Hoeveel wil je er hebben?",
    "Wil je jouw initialen erop?",
    "Combien en voulez-vous ?",
    "Voulez-vous des manches longues ?",
    "¿Cuántas quiere usted?",
    "¿Quiere las mangas largas?",
    "Quante ne vuole?",
    "Vuoi il nome dietro?",
    "Quantas quer levar?",
    "Ile chcesz zamówić?",
    "Czy chcesz dłuższy rękaw?",
    "Kolik jich chcete?",
    "Chcete svoje jméno vzadu?",
    "Montako haluat ottaa?",
    "Haluatko nimesi selkään?",
    "Kaç tane istiyorsunuz?",
    "Kol uzun olsun mu?",
    "袖は長めがいいですか？",
    "이름을 새겨 드릴까요?",
    "Kérsz hosszú ujjú mezt?",
]


@pytest.mark.parametrize("question", OF_GOODS)
def test_a_question_of_a_form_about_the_goods_stays(question):
    assert not asks_of_people(question)
    assert beside(question, "yes,no,yes,maybe,no,yes").columns[-1].fate is not Fate.NO_PART


def test_sizes_and_garments_under_a_question_are_asked_about():
    assert beside("Can you bring a folding chair?", "S,M,L,XL,M,S").columns[-1].fate is Fate.ASKED


LIVES = {
    "weeks": "uge 36,u. 37,Uge 39,missing,u. 41 (swap?),uge 43",
    "weeks in German": "KW 38,Family Lutz,KW 40,KW 41,KW 44,KW 45",
    "days": "Mo + Do,Dienstag,Mittwoch,Do,Fr + Sa,Montag",
    "hours": "10:00-12:00,14:00,Family Kay,18:30,9:15,12:00",
    "months": "12 Sept,3 Oct,swapped,10 Oct,1 Nov,May",
    "seats": "3 Plätze,4 Plätze,kein Auto,2 Plätze,vielleicht,3 Plätze",
    "marks of a race": "1:12.45,58.91,1:05.32,DNS,1:02.11,59.87",
    "tenths": "3.8,4.1,5.7,3.9,6.2,4.4",
    "above and below": "+12,-4,0,+3,-11,+7",
    "won, drawn, lost": "5/0/3,2/1/4,8/0/0,0/0/6,-,3/3/3",
    "blood": "A+,0 Rh-,B pos,AB-,O+,A+",
    "money": "20 €,15 €,none,30.- in envelope,25 €,10 €",
    "relatives": "mum,Oma Helga,papa,abuela,mormor,dad",
    "pets": "cat,Hund,2 kaniner,perro,none,katt",
    "food": "vegetarian,halal,Laktose,nuts,none,gluten",
    "high numbers": "1322,1187,980,1455,1210,1604",
    "titles": "Mme Petit,Frau Koch,Mr Ellis,Mme Roux,Frau Lang,Mr Dunn",
    "purses": "2 chq,CB HelloAsso,espèces,paypal,MBWay 8/10,pago",
    "insurers and nights": "AOK Nordwest,klasserom 4,hotell,Barmer,Fam. Kolb,hjemme",
    "languages": "Deutsch,Polish,arabisk,French,Deutsch,türkisch",
}


@pytest.mark.parametrize("cells", LIVES.values(), ids=LIVES)
def test_cells_of_peoples_lives_stop_nothing(cells):
    assert beside("Plims", cells).columns[-1].fate is Fate.NO_PART


GOODS = {
    "halves of shoes": "41.5,42.0,38.5,39.0,44.5,40.0",
    "longer by": "+5,+10,+5,none,+10,+5",
    "sizes of socks": "31-35,36-40,41-45,31-35,36-40,41-45",
    "small numbers": "4,8,15,16,23,42",
    "letters": "A,B,C,A,B,C",
    "a shirt among days": "Monday,Tuesday,with a jacket,Friday,Monday,Sunday",
    "sizes of children": "128,140,152,128,164,140",
    "articles": "4711,4711,4712,4711,4712,4711",
    "marks": "x,,x,,,x",
}


@pytest.mark.parametrize("cells", GOODS.values(), ids=GOODS)
def test_cells_that_may_be_of_goods_are_asked_about_under_a_word_that_nobody_knows(cells):
    assert beside("Plims", cells).columns[-1].fate is not Fate.NO_PART


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Country flag on sleeve", "Wales,none,Ireland,Poland,England,Wales"),
        ("Captain's C", "yes,no,C,vice,no,no"),
        ("Aanvoerder", "ja,nee,C,nee,nee,A"),
        ("Kit delivery address", "home,to club,14 Mill Lane,work,club,home"),
        ("Lieferadresse der Bestellung", "Oma,Firma,Packstation 112,Verein,-,Oma"),
        ("Lang/kort erm", "L,K,l,lang,k,K"),
        ("Is it a present - shall we wrap it?", "yes,no,yes,card too,no,no"),
        ("W/M/U", "W,M,U,W,M,M"),
        ("Schn.", "D,H,U,K,D,H"),
        ("vorh.", "ja,n,Hose,alt,Satz 22,ja"),
        ("TW", "x,-,ja,lang,n,-"),
        ("Alt. no.", "14,21,none,33,18,5"),
        ("Nie drukować", "x,nr,nazwiska,ok,x,sponsora"),
        ("Ile sztuk bierzesz?", "1,2,0,3 szt.,dwie,1"),
        ("주장완장", "O,X,주장,부주장,없음,X"),
        ("Ya la tiene?", "no,sí,no,sí del año pasado,no,no"),
        ("beholder den gamle", ",x,,x (hvis nr. passer),,"),
        ("HOLD?", ",HOLD,,,hold til fees in,"),
        ("Skip - wearing hers from club", ",,skip,,,skip"),
        ("Torwart lang od. kurz", ",,lang,,kurz,"),
        ("port. - colore", ",,giallo,,,verde"),
        ("Skal ikke ha (låner av klubben)", ",,x,,,x"),
        ("har fra sidste år?", "ja,nej,ja,nej - ny,ja,nej"),
        ("ärver av syskon", ",,ja (Hugos 7),,,nej"),
        ("Injured for season - hold", ",,,,hold,"),
        ("já tem equip. ép. passada", "sim,não,sim,só calções,novo,sim"),
        ("A/K (assist. el kapten på bröstet)", ",A,,,K,A"),
        ("Beteiligung an der Sammelbestellung", "ja,nein,ja,ja,nein,ja"),
        ("Participação na encomenda conjunta", "sim,não,sim,sim,não,sim"),
    ],
)
def test_a_word_of_the_goods_counts_beside_one_that_is_none(heading, cells):
    assert beside(heading, cells).columns[-1].fate is not Fate.NO_PART


OF_THE_ORDER = {
    "versions": "V1,V2,V1,V2,V1,V2",
    "codes": "fr0b,fr1b,fr0b,fr1b,fr0b,fr1b",
    "initials": "SA,MO,DI,LA,TO,FR",
    "names of months": "April,June,May,Mai,April,Jan",
    "what people call themselves": "The Dog,Big Mo,Cat,Nanny Ogg,Auntie Kay,Dad",
    "options": "Option 1,Option 2,Option 1,Option 2,Option 1,Option 1",
    "sizes of children": "10/12,12/14,10/12,8/10,12/14,10/12",
}


@pytest.mark.parametrize("cells", OF_THE_ORDER.values(), ids=OF_THE_ORDER)
def test_cells_that_may_be_of_the_order_are_asked_about(cells):
    assert beside("Plims", cells).columns[-1].fate is not Fate.NO_PART


@pytest.mark.parametrize(
    "question",
    ["What would you like?", "Can you tell us your preference?", "Do you have a favourite?", "Was soll es sein?", "Wie heißt du?",
     "What shall it say?", "Hvad hedder du?"],
)  # fmt: skip
def test_a_question_of_what_somebody_wants_or_is_called_stays(question):
    assert beside(question, "A,B,A,A,B,B").columns[-1].fate is not Fate.NO_PART


# ------------------------------------------------------------------------------------------ what the words alone do not say


ASKED_ALL_THE_SAME = {
    "DO NOT PRINT NAME": "x,x - court order,,X,,",
    "Not printed": "x,,x,,x,",
    "dorsal viejo -> nuevo": "7 -> 10,igual,12->4,,9 -> 19,nuevo",
    "publi esp. ¿cuál?": "Bar Lola,ninguna,Bar Lola,Talleres Gil,las dos,",
    "Shirt sleeve": "Short,Long,Short,Short,Long,",
    "Quantity": "1,2,3,4,5,6",
}


@pytest.mark.parametrize("heading", ASKED_ALL_THE_SAME)
def test_what_may_change_the_order_is_asked_whatever_word_stands_beside(heading):
    assert beside(heading, ASKED_ALL_THE_SAME[heading]).columns[-1].fate is Fate.ASKED


def test_somebody_else_for_a_few_is_not_the_player():
    grid = "Nom|Numéro|Taille|Design|c'est pour qui (si pas le joueur)\n" + "\n".join(
        f"{name}|{number}|M|Home shirt|{who}"
        for name, number, who in (
            ("Lee", 3, ""),
            ("Ray", 4, "papa"),
            ("Orr", 5, ""),
            ("Poe", 6, "frère, 10 ans"),
            ("Fox", 7, ""),
        )
    )
    assert read(grid).columns[-1].fate is Fate.ASKED


THROUGH = {
    "Dues pd": "$85,$40 (half),waived,owes 85,$85,",
    "Nato a": "Roma,Frascati,,Tirana,Roma,Latina",
    "kuka tuo makkarat?? 24.5.": "Pia,,Mikko 2 pkt,en ehdi,,sinappia voin",
    "카풀 가능?": "가능 3명,불가,가능,차 없음,,미정",
    "Spelposition": "VB,HF,C,VF,back,C el. HF",
    "Church": "Village,Other,Village,,Grove,Village",
}


@pytest.mark.parametrize("heading", THROUGH)
def test_what_was_asked_about_needlessly_goes_through(heading):
    assert beside(heading, THROUGH[heading]).columns[-1].fate is Fate.NO_PART


def test_one_open_question_opens_no_other():
    layout = beside("Child - Quux", "A1,B2,C3,,D4,E5")
    grid = "Player|Number|Size|Design|Church Name|Gender|E-mail\n" + "\n".join(
        f"{name}|{number}|M|Home shirt|Quux {number}|f|a{number}@example.org"
        for number, name in enumerate("ABCDEF", start=3)
    )
    fates = {column.heading: column.fate for column in read(grid).columns}
    assert layout.columns[-1].fate is Fate.ASKED
    assert (fates["Gender"], fates["E-mail"]) == (Fate.NO_PART, Fate.NO_PART)


@pytest.mark.parametrize("heading", ["Opt-out", "Waiting list", "Warteliste", "Hold until paid", "Wait?"])
def test_who_is_out_of_it_is_asked_about(heading):
    assert beside(heading, "x,,,x,,").columns[-1].fate is Fate.ASKED


@pytest.mark.parametrize(
    "heading", ["Antal børn", "Anzahl Kinder", "Número de hijos", "Number of cars", "Antal gæster"]
)
def test_how_many_children_and_guests_are_no_pieces(heading):
    assert beside(heading, "2,1,3,0,2,1").columns[-1].fate is Fate.NO_PART


@pytest.mark.parametrize("heading", ["Lieblingszahl", "Zahl"])
def test_a_number_by_another_word_is_the_number_where_there_is_no_other(heading):
    grid = f"Name|{heading}|Size|Design\n" + "\n".join(
        f"{name}|{number}|M|Home shirt"
        for name, number in (("Ann Lee", 13), ("Bo Ray", 0), ("Cy Orr", 88), ("Di Poe", 7))
    )
    assert read(grid).columns[1].meaning is Meaning.NUMBER


@pytest.mark.parametrize("heading", ["Neue Nummer", "Changed number", "Nr. geändert"])
def test_a_second_number_that_differs_is_asked_about(heading):
    layout = beside(heading, "3,17,9,,21,45")
    assert Fate.ASKED in [column.fate for column in layout.columns if column.heading in ("Number", heading)]


def test_an_old_number_in_ukrainian_is_not_the_one_to_print():
    layout = beside("Старий номер", "3,17,9,5,21,45")
    assert (layout.columns[1].fate, layout.columns[-1].fate) == (Fate.ORDERED, Fate.NO_PART)


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("F. alta", "09/2019,2021,sept 22,15/9/2023,nuevo,nueva"),
        ("Mat på cup", "alt,ikke svin,glutenfri,alt,vegetar,halal"),
        ("Sidst set til træning", "uge 34,i tirsdags,u. 31,34,stoppet?,34"),
        ("Stor/liten plan", "stor,S,liten,båda,liten,stor"),
        ("Domarkurs", "gått,vill,-,2024,nej,gått 9-manna"),
        ("Speelt ook bij", "hockey,-,judo do.,nee,tennis,-"),
    ],
)
def test_when_somebody_joined_eats_or_was_seen_and_which_pitch_is_played_on_are_no_part_of_it(heading, cells):
    assert beside(heading, cells).columns[-1].fate is Fate.NO_PART


def test_who_orders_and_who_has_one_is_asked_about_though_a_year_is_spoken_of():
    cells = "beställer,har kvar,beställer,ej i år,har,beställer 2"
    assert beside("Beställer i år el. har kvar", cells).columns[-1].fate is Fate.ASKED


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Sitter på med", "Henrik,,egen bil,Henrik,buss,far til Jonas"),
        ("Målvakt kan tänka sig", "ja,nej,helst inte,ok ibland,absolut,"),
        ("Favo plek", "spits,LB,maakt niet uit,keeper,rechts,RM"),
        ("Chi lo ritira", "mamma,nonna Pina,da solo,papà,,babysitter"),
        ("Sócio nº / desde", "1432 / 2019,não é,2207,novo,,889 (avô)"),
        ("Omluv. trénink", "nemoc,škola,-,2x,,hory"),
    ],
)
def test_who_fetches_them_where_they_play_and_since_when_they_belong_is_no_part_of_it(heading, cells):
    assert beside(heading, cells).columns[-1].fate is Fate.NO_PART
