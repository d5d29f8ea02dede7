"""Layouts written for the tests: as programs export them, and tables without any headings."""

from __future__ import annotations

from layouts_of_our_own import OwnLayout

OF_PROGRAMS = [
    OwnLayout(
        name="what stands before every heading tells none of them apart",
        grid="""
            Child - Person's Name - First Name|Child - Person's Name - Last Name|Child - Gender|Child - T-Shirt Size|Email
            Ada|Brindle|Female|Adult S|a@example.org
            Bo|Carstairs|Male|Youth XL|b@example.org
            Cy|Dunmore|Male|Adult L|c@example.org
            Di|Elder|Female|Adult S|d@example.org""",
        expect="A first-name; B last-name; D size of T-Shirt",
    ),
    OwnLayout(
        name="the nicknames are who it is where nobody is named else",
        grid="""
            id|nick|punkte|tore|s|n|u|email|Team|groesse
            151|bine|1500|0|9|34|0|a@example.org|Clockwork|1
            150|Merlin|1730|175|72|134|6|b@example.org|Kubb n Ales|1
            143|Lou|1657|430|171|55|12|c@example.org|Zen Kubbers|1
            142|tavelli|1420|3|1|5|0|d@example.org|Zen Kubbers|1
            141|melinda|1434|154|53|172|15|e@example.org|Zen Kubbers|1""",
        expect="B player?; I team",
        asked="F J",
    ),
    OwnLayout(
        name="postcodes are no pieces",
        grid="""
            Voornaam|Naam|Adres|PC|Plaats|Maat
            Ada|Brindle|Lindelaan 40|1211 KM|Hilversum|S
            Bo|Carstairs|Kerkweg 193|1248 BR|Hilversum|M
            Cy|Dunmore|Molenpad 59|1265 TS|Huizen|M
            Di|Elder|Heide 204|1247 TS|Huizen|XL""",
        expect="A first-name; B last-name; F size",
    ),
    OwnLayout(
        name="the eighth player orders no eight",
        grid="""
            NB|DOSSARD|NOM|PRENOM|TAILLE
            1|301|BRINDLE|Ada|S
            2|302|CARSTAIRS|Bo|M
            3|303|DUNMORE|Cy|M
            4|304|ELDER|Di|L
            5|305|FINCH|Ed|S
            6|306|GOULD|Flo|M
            7|307|HOLT|Gus|L
            8|308|IVES|Hal|XL""",
        expect="B number; C last-name; D first-name; E size",
    ),
    OwnLayout(
        name="a question answered in sentences names no team",
        grid="""
            Player Name|Select Sport|Why should the team pick you?|T-Shirt Size
            Ada Brindle|Cricket|I will always give my best|S
            Bo Carstairs|Cricket|Played all of these since school|M
            Cy Dunmore|Volleyball|Runner up in college, I can help|M
            Di Elder|Cricket|Trained as a bowler for years|L
            Ed Finch|Cricket|Good at batting and in the field|XL""",
        expect="A player; D size of T-Shirt",
    ),
    OwnLayout(
        name="odd grades are no sizes, and the number on a cap is worn",
        grid="""
            Cap #|Last|First|Gr|Pos
            1|Brindle|Ada|12|GK
            1A|Carstairs|Bo|10|GK
            2|Dunmore|Cy|11|ATT
            3|Elder|Di|12|DRV
            5|Finch|Ed|9|DRV
            8|Gould|Flo|10|ATT""",
        expect="A number?; B last-name; C first-name",
    ),
    OwnLayout(
        name="the shirt beside goals and cards is its number",
        grid="""
            Fecha|Camiseta|Jugador|Min.|Goles|TA|TR
            1|1|Brindle, Ada|90|0|0|0
            1|4|Carstairs, Bo|90|0|1|0
            1|10|Dunmore, Cy|78|2|0|0
            2|1|Brindle, Ada|90|0|0|0
            2|4|Carstairs, Bo|54|0|2|1
            2|9|Elder, Di|90|1|0|0""",
        expect="B number?; C player",
    ),
    OwnLayout(
        name="names in two columns without a heading are both of the name",
        grid="""
            Ada|BRINDLE|GER|1979-03-11|173|65
            Bo|CARSTAIRS|GER|1982-06-02|178|59
            Cy|DUNMORE|NOR|1977-09-17|181|64
            Di|ELDER|NOR|1979-01-23|184|64
            Ed|FINCH|POL|1980-12-05|187|66""",
        expect="A first-name?; B last-name?",
        heading_row=None,
        asked="C F",
    ),
    OwnLayout(
        name="pieces and prices without a heading",
        grid="""
            Ada Brindle|Löpartröja kortärm|L|1|449
            Ada Brindle|Overallsjacka|XL|1|799
            Bo Carstairs|Löpartröja dam|M|1|449
            Bo Carstairs|Pannband|One size|2|120
            Cy Dunmore|Löpartröja kortärm|S|2|449
            Di Elder|Overallsjacka|M|1|799""",
        expect="A player?; B design?; C size?; D quantity?",
        heading_row=None,
        asked="E",
    ),
]
