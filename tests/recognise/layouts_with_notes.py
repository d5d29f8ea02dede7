"""Layouts with rows that are nobody's: examples, titles of sections, sums below; and numbers beside other numbers."""

from __future__ import annotations

from layouts_of_our_own import OwnLayout

WITH_NOTES = [
    OwnLayout(
        name="garments counted under their marks below the players",
        grid="""
            Shirt|Position|Name|Shirt size|Tour polo|Polo size
            1|LHP|Ada Brindle|XXL|x|XXL
            2|Hooker|Bo Carstairs|XL|x|XL
            3|THP|Cy Dunmore|4XL|x|4XL
            4|Lock|Di Elder|XXL||

            ||Polos||3|""",
        expect="A number?; C player; D size of Shirt; E design of polo; F size of Polo",
        rows="2-5",
    ),
    OwnLayout(
        name="a lone sum below the yes and no",
        grid="""
            Surname|Forename|Vest no.|Vest size|Hoodie (Y/N)
            Brindle|Ada|4|S|Y
            Carstairs|Bo|5|XS|N
            Dunmore|Cy|6|M|Y

            ||||2""",
        expect="A last-name; B first-name; C number of Vest; D size of Vest; E design of Hoodie",
        rows="2-4",
    ),
    OwnLayout(
        name="sums that name what they count",
        grid="""
            N. maglia|Cognome|Nome|Taglia maglia|Felpa
            1|Brindle|Ada|S|sì
            3|Carstairs|Bo|M|sì
            4|Dunmore|Cy|M|
            |Totale maglie||3|felpe 2""",
        expect="A number; B last-name; C first-name; D size of maglia; E design of Felpa",
        rows="2-4",
    ),
    OwnLayout(
        name="sets in all, under the names",
        grid="""
            RN|Spieler|Größe Trikot|Stutzen
            1|Ada Brindle|164|37-40
            2|Bo Carstairs|152|33-36
            3|Cy Dunmore|164|37-40
            4|Di Elder|S|41-44

            4|Sätze gesamt""",
        expect="A number; B player; C size of Trikot; D size of Stutzen",
        rows="2-5",
    ),
    OwnLayout(
        name="an example said in short",
        grid="""
            Spielerin|Nr.|Gr.
            Bsp.: Mia Muster|7|M
            Ada Brindle|4|L
            Bo Carstairs|17|XL""",
        expect="A player; B number; C size",
        rows="3-4",
    ),
    OwnLayout(
        name="an example in the column of the rows",
        grid="""
            Lfd. Nr.|Turnerin|Anzug Gr.
            Bsp.|Erika Mustermann|140
            1|Ada Brindle|128
            2|Bo Carstairs|134""",
        expect="B player; C size of Anzug",
        rows="3-4",
    ),
    OwnLayout(
        name="the leaders below the team",
        grid="""
            Naam|Rugnr.|Maat shirt
            Ada Brindle|4|S
            Bo Carstairs|17|M
            Cy Dunmore|9|L

            Leiders
            Di Elder||XL""",
        expect="A player; B number; C size of shirt",
        rows="2-4 7",
    ),
    OwnLayout(
        name="a new number for two is asked about",
        grid="""
            Draktnr|Spiller|Str.|Nytt nr fra jan.
            1|Ada Brindle|M|
            4|Bo Carstairs|S|
            6|Cy Dunmore|XS|16
            8|Di Elder|S|
            15|Ed Finch|M|5""",
        expect="A number; B player; C size",
        asked="D",
    ),
    OwnLayout(
        name="the old number beside the new one",
        grid="""
            Spiller|Gl. nr.|Nyt nr.|Str.
            Ada Brindle|1|1|XL
            Bo Carstairs|4|2|L
            Cy Dunmore|14|13|M""",
        expect="A player; C number; D size",
    ),
    OwnLayout(
        name="numbers and names of a tour",
        grid="""
            Real name|Tour name (back)|Size|Tour No.|Old squad no.
            Ada Brindle|THE FERRET|XXL|69|3
            Bo Carstairs|PASTY|3XL|1|1
            Cy Dunmore|GPS|L|15|14""",
        expect="A player; B name; C size; D number",
    ),
    OwnLayout(
        name="children who are as tall as their size",
        grid="""
            Lp.|Imię i nazwisko|Numer|Wzrost / rozmiar
            1|Ada Brindle|10|146
            2|Bo Carstairs|7|152
            3|Cy Dunmore|1|158
            4|Di Elder|9|146""",
        expect="B player; C number; D size",
    ),
    OwnLayout(
        name="how tall and how heavy they are",
        grid="""
            Name|Nr|Größe/Gewicht|Trikotgröße
            Ada Brindle|10|176/70|M
            Bo Carstairs|7|180/81|L
            Cy Dunmore|1|168/65|M""",
        expect="A player; B number; D size of Trikot",
    ),
    OwnLayout(
        name="one size of children before those in letters",
        grid="""
            Artikel|152|S|M|L|Totaal
            Wedstrijdshirt||3|6|2|11
            Inspeelshirt|10|2|||12
            Trainingsjack||1|2|1|4""",
        expect="A design; B quantity of 152; C quantity of S; D quantity of M; E quantity of L",
        rows="2-4",
    ),
    OwnLayout(
        name="a nickname on the back",
        grid="""
            N°|NOM|Prénom|Surnom (dos)|Taille maillot
            1|BRINDLE|Ada|Le Mur|3XL
            5|CARSTAIRS|Bo|Didou|XL
            3|DUNMORE|Cy|Titi|4XL""",
        expect="A number; B last-name; C first-name; D name; E size of maillot",
    ),
    OwnLayout(
        name="a number of the match is asked about where no other is",
        grid="""
            Spieler|Spielnummer|Größe
            Ada Brindle|7|M
            Bo Carstairs|12|L
            Cy Dunmore|3|S
            Di Elder|23|XL""",
        expect="A player; C size",
        asked="B",
    ),
    OwnLayout(
        name="which of a match and a training number is printed is asked",
        grid="""
            Name|Game number|Practice number|Size
            Ada Brindle|7|17|M
            Bo Carstairs|12|12|L
            Cy Dunmore|3|31|S
            Di Elder|23|8|XL""",
        expect="A player; B number?; D size",
        asked="",
    ),
    OwnLayout(
        name="the number of the shirt for matches is the number where there is no other",
        grid="""
            Namn|Matchnr|Storlek
            Ada Brindle|7|M
            Bo Carstairs|12|L
            Cy Dunmore|3|S
            Di Elder|23|XL""",
        expect="A player; B number; C size",
        asked="",
    ),
    OwnLayout(
        name="which of two wishes came true is asked, however the second is called",
        grid="""
            Navn|Ønsket rygnummer|Andet ønske (rygnummer)|Størrelse
            Ada Brindle|7|17|M
            Bo Carstairs|12|14|L
            Cy Dunmore|3|31|S
            Di Elder|23|8|XL""",
        expect="A player; B number?; D size",
        asked="",
    ),
    OwnLayout(
        name="a legend above the headings is none of them",
        grid="""
            x = one of each|||C = captain, A = alternate
            Player|Name bar|#|Jersey size|Home jersey|Away jersey
            Ada Brindle|BRINDLE|7|M|x|x
            Bo Carstairs|CARSTAIRS|12|L|x|
            Cy Dunmore|DUNMORE|3|S|x|x
            Di Elder|ELDER|23|XL||x""",
        expect="A player; B name; C number; D size of Jersey; E design of Home jersey; F design of Away jersey",
        heading_row=2,
        asked="",
    ),
    OwnLayout(
        name="of sizes of several seasons the newest is the size",
        grid="""
            Player|Size 23/24|Size 24/25|Size 25/26 ORDER THIS|Squad No.
            Ada Brindle|10|10|12|1
            Bo Carstairs||8|10|12
            Cy Dunmore|14|14|14|3
            Di Elder|||12|23""",
        expect="A player; D size; E number",
        asked="",
    ),
    OwnLayout(
        name="a lone number under gloves may be their size",
        grid="""
            Rugnr|Naam|Shirt|Broek|Keepershandschoenen
            1|Ada Brindle|140|140|5
            2|Bo Carstairs|152|140|
            3|Cy Dunmore|128|128|
            4|Di Elder|140|140|""",
        expect="A number; B player; C size of Shirt; D size of Broek; E size of Keepers handschoenen?",
        asked="",
    ),
    OwnLayout(
        name="trousers for work have sizes of letter and number, and shorts for matches their own",
        grid="""
            Namn|T-shirt|Arbetsbyxa|Match shorts
            Ada Brindle|M|C50|38
            Bo Carstairs|L|D116|34
            Cy Dunmore|S|C48|32
            Di Elder|XL|C54|42""",
        expect="A player; B size of T-shirt; C size of byxa; D size of shorts",
        asked="",
    ),
    OwnLayout(
        name="a school orders more than a few of a size",
        grid="""
            Curso|4|6|8|10|12|S|M|Total
            1º A|3|24|6|||||33
            1º B|5|22|7|||||34
            3º A||2|21|19|1|||43
            2º ESO|||||14|12|28|54
            TOTAL|8|48|34|19|15|12|28|164""",
        expect="B quantity of 4; C quantity of 6; D quantity of 8; E quantity of 10; F quantity of 12; G quantity of S; "
        "H quantity of M",
        kind="size-matrix",
        asked="",
    ),
    OwnLayout(
        name="titles over keepers and over those in the field are no players",
        grid="""
            Pelinro|Sukunimi|Etunimi|Pelipaita
            Maalivahdit|||
            1|Heikkinen|Aatu|XL
            Kenttäpelaajat|||
            4|Kettunen|Eeli|M
            8|Rautio|Onni|L""",
        expect="A number; B last-name; C first-name; D size of Pelipaita",
        rows="3 5-6",
        asked="",
    ),
    OwnLayout(
        name="who pays is nobody who plays, and the other half of a player's name is the surname",
        grid="""
            Nom participant|Prénom participant|Nom payeur|Prénom payeur|Taille
            Lemarchand|Zoé|Lemarchand|Paul|M
            Diakité|Awa|Traoré|Mariam|S
            Pruvost|Louane|Carpentier|Hélène|L
            Garnier|Manon|Garnier|Luc|M""",
        expect="A last-name; B first-name; E size",
        asked="",
    ),
    OwnLayout(
        name="which of the numbers of two competitions is printed is asked",
        grid="""
            Příjmení|Jméno|Číslo liga|Číslo pohár|Velikost
            Brindle|Ada|7|17|M
            Carstairs|Bo|12|12|L
            Dunmore|Cy|3|31|S
            Elder|Di|23|8|XL""",
        expect="A last-name; B first-name; C number?; E size",
        asked="",
    ),
    OwnLayout(
        name="a legend beside the players is no part of an order",
        grid="""
            Rugnr.|Naam|Maat|Tas||Legenda
            1|Ada Brindle|M|x||x = tas erbij
            7|Bo Carstairs|L|||
            3|Cy Dunmore|S|x||
            23|Di Elder|XL|x||""",
        expect="A number; B player; C size; D design of Tas",
        asked="",
    ),
    OwnLayout(
        name="how somebody is addressed may be the cut, where no heading says that it is not",
        grid="""
            Namn|Storlek|Titel|Xyz
            Ada Brindle|M|Dr.|Herr
            Bo Carstairs|L||Herr
            Cy Dunmore|S|Dr.|Herr
            Di Elder|XL||Herr""",
        expect="A player; B size",
        asked="D",
    ),
    OwnLayout(
        name="who sends a list below it is no player",
        grid="""
            Wer|Größe
            Ada Brindle|M
            Bo Carstairs|L
            Cy Dunmore|S
            M. Geiger, Tel. -214|""",
        expect="A player; B size",
        rows="2-4",
        asked="",
    ),
    OwnLayout(
        name="a number that is wished for is asked beside the one worn until now",
        grid="""
            Apellidos|Nombre|Nº actual|Nº deseado|Talla
            Brindle|Ada|7|4|M
            Carstairs|Bo||12|L
            Dunmore|Cy|14|8|S
            Elder|Di|5|10|XL""",
        expect="A last-name; B first-name; C number?; E size",
        asked="D",
    ),
    OwnLayout(
        name="classes at school under a word of sizes are none",
        grid="""
            First name|Surname|Gr.|Shirt size|Tracksuit size
            Ada|Brindle|11A|L|L
            Bo|Carstairs|10C|M|L
            Cy|Dunmore|9B|S|S
            Di|Elder|12A|XL|L""",
        expect="A first-name; B last-name; D size of Shirt; E size of Tracksuit",
        asked="",
    ),
    OwnLayout(
        name="what stands above the number is a name",
        grid="""
            Nazwisko i imię|Rozmiar|Nr na koszulce|Napis nad numerem
            Brindle Ada|M|7|ADA
            Carstairs Bo|L|12|BO
            Dunmore Cy|S|3|DUNMORE
            Elder Di|XL|23|DI""",
        expect="A player; B size; C number; D name",
        asked="",
    ),
    OwnLayout(
        name="the lower half of a heading is no second table",
        grid="""
            Nr.|Spieler|Pos.|Dress|Hose
            |||Gr.|Gr.
            2|Ada Brindle|Abwehr|L|L
            4|Bo Carstairs|Zuspiel|M|M
            7|Cy Dunmore|Angriff|XL|L
            9|Di Elder|Angriff|S|M""",
        expect="A number; B player; D size of Dress; E size of Hose",
        heading_row=2,
        asked="",
    ),
    OwnLayout(
        name="a sum that goes on in small letters is no player",
        grid="""
            Jugador|Dorsal|Talla|Chándal
            Ada Brindle|7|M|sí
            Bo Carstairs|12|L|no
            Cy Dunmore|3|S|sí
            Total chándales|||2""",
        expect="A player; B number; C size; D design of Chándal",
        rows="2-4",
        asked="",
    ),
    OwnLayout(
        name="a sum of garments is nobody called eight",
        grid="""
            Draktnr.|Navn|Størrelse
            7|Ada Brindle|M
            12|Bo Carstairs|L
            3|Cy Dunmore|S
            Sum|3|drakter""",
        expect="A number; B player; C size",
        rows="2-4",
        asked="",
    ),
    OwnLayout(
        name="whole names under a word of sport",
        grid="""
            Aktiv|Tröjnr|Storlek
            Ada Brindle|7|M
            Bo Carstairs|12|L
            Cy Dunmore|3|S""",
        expect="A player?; B number; C size",
    ),
    OwnLayout(
        name="teams under a word that is none of teams",
        grid="""
            Mannschftn|Spieler|Nr.|Größe
            U13|Ada Brindle|7|M
            U13|Bo Carstairs|12|L
            U15 II|Cy Dunmore|3|S""",
        expect="B player; C number; D size",
    ),
]
