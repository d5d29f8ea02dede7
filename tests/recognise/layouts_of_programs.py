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
    OwnLayout(
        name="who runs wears a number of four figures",
        grid="""
            pos|name|birth|number|time|sex
            1|Ada  Brindle|1984|7145|30:32|m
            2|Bo  Carstairs|1975|8037|32:56|m
            3|Cy  Dunmore|1987|5520|33:23|m
            4|Di  Elder|1991|6064|33:43|m
            5|Ed  Finch|1973|2010|33:49|m""",
        expect="B player; D number?",
    ),
    OwnLayout(
        name="the number of the squad beside goals of one kind and another",
        grid="""
            Sqd|Player|Pos|P|W|Gls|PC Gls|YC
            1|Ada Brindle|GK|18|11|0|0|0
            3|Bo Carstairs|DEF|16|10|1|1|0
            4|Cy Dunmore|DEF|18|11|0|0|1
            8|Di Elder|MID|18|11|4|0|1
            14|Ed Finch|FWD|12|6|7|3|0""",
        expect="A number?; B player",
    ),
    OwnLayout(
        name="home and away without a heading",
        grid="""
            Ada Brindle|XXL|1|Home black/red
            Ada Brindle|XXL|1|Away white
            Bo Carstairs|M|1|Home black/red
            Cy Dunmore|XL|2|Home black/red
            Di Elder|4XL|1|Home black/red
            Di Elder|4XL|1|Away white""",
        expect="A player?; B size?; C quantity?; D design?",
        heading_row=None,
    ),
    OwnLayout(
        name="the strength of a player in a game is no size",
        grid="""
            firstName|lastName|position|jerseyNumber|SPD|STR|AGI|ACC|AWR|CAR|CTH
            Ada|Brindle|QB|8|82|62|83|84|79|69|42
            Bo|Carstairs|QB|6|82|52|83|84|64|73|42
            Cy|Dunmore|QB|14|75|66|79|78|63|61|25
            Di|Elder|HB|7|91|46|92|94|69|80|66
            Ed|Finch|HB|25|88|81|88|89|67|89|58""",
        expect="A first-name; B last-name; D number",
    ),
    OwnLayout(
        name="halves of a name tell people apart, and neither positions nor clubs do",
        grid="""
            Ada|Brindle|1|nisko krilo|201|102|15|Los Angeles Clippers
            Bo|Carstairs|2|nisko krilo|206|113|1|Los Angeles Lakers
            Cy|Dunmore|3|krilni centar|208|115|1|Los Angeles Lakers
            Di|Elder|4|organizator igre|188|84|7|Golden State Warriors
            Ed|Finch|5|bek šuter|198|98|11|Golden State Warriors
            Flo|Gould|6|centar|211|129|41|Denver Nuggets""",
        expect="A first-name?; B last-name?",
        heading_row=None,
        asked="D H",
    ),
    OwnLayout(
        name="classes of a race are no trousers",
        grid="""
            Stno|Surname|First name|YB|Short|Long|Size
            33|Brindle|Ada|2005|M12|M12|S
            34|Carstairs|Bo|2004|W14|W14|M
            35|Dunmore|Cy|2005|M12|M12|S
            40|Elder|Di|2006|W14|W14|L""",
        expect="A number; B last-name; C first-name; G size",
        asked="E F",
    ),
    OwnLayout(
        name="two letters for where somebody lives are no pieces",
        grid="""
            Place|Bib|Name|City|ST|Age|Gun Time
            1|214|Ada Brindle|Northport|MN|29|1:10:33
            2|1007|Bo Carstairs|Eastham|MN|34|1:11:50
            3|38|Cy Dunmore|Southby|WI|26|1:13:49
            4|402|Di Elder|Westing|ND|31|1:18:02""",
        expect="B number; C player",
        asked="E",
    ),
    OwnLayout(
        name="what a program adds behind a dot",
        grid="""
            id|firstName.default|lastName.default|sweaterNumber|positionCode
            8990417|Ada|Brindle|64|C
            8988230|Bo|Carstairs|21|L
            8991178|Cy|Dunmore|43|R
            8987755|Di|Elder|9|C""",
        expect="B first-name; C last-name; D number of sweater",
    ),
    OwnLayout(
        name="a matrix whose sum is not its last column",
        grid="""
            School|Color|YS|YM|YL|S|M|TOTAL|Contact
            Birchwood|Kelly Green|41|55|30|9|6|141|Mrs. Brindle
            Harding|Gold|33|47|38|11|5|134|Coach Carstairs
            Orchard|Red|52|60|22|6|8|148|Mr. Dunmore
            Sunnyside|Purple|64|21|4|5|7|101|J. Elder""",
        expect="A team; C quantity of YS; D quantity of YM; E quantity of YL; F quantity of S; G quantity of M",
        asked="B",
        kind="size-matrix",
    ),
    OwnLayout(
        name="sizes under a word for the variant, some in centimetres",
        grid="""
            Bestellnummer|Produkt|Variante|Teilnehmername: Vorname|Teilnehmername: Nachname
            C7KQX|Lauf-Shirt (Unisex)|M|Ada|Brindle
            C7KQX|Lauf-Shirt (Unisex)|S|Bo|Carstairs
            CE9TT|Lauf-Shirt (Unisex)|XXL|Cy|Dunmore
            D0M3L|Kinder-Shirt|128|Di|Elder
            D0M3L|Kinder-Shirt|116|Ed|Finch""",
        expect="A order; B design; C size?; D first-name; E last-name",
    ),
    OwnLayout(
        name="what Brazilians are called beside their whole names",
        grid="""
            apelido|nome|clube_nome|numero_camisa
            Juninho|Ada Brindle Moura|Northport|8
            Cassiano|Bo Carstairs Lima|Northport|9
            Tiziu|Cy Dunmore Prado|Eastham|6
            Galego|Di Elder Souza|Eastham|99""",
        expect="B player; C team; D number?",
    ),
    OwnLayout(
        name="a word that is one letter away from one of ours is asked about",
        grid="""
            Player's Name|Email|Age|Tower|Flat Number|T-Shirt Size
            Ada Brindle|a@example.org|30|D|1901|S
            Bo Carstairs|b@example.org|28|M|703|M
            Cy Dunmore|c@example.org|25|J|510|M
            Di Elder|d@example.org|26|J|1604|L
            Ed Finch|e@example.org|24|G|410|XL""",
        expect="A player?; F size of T-Shirt",
    ),
    OwnLayout(
        name="initials of names in headings, and statistics in one or two signs",
        grid="""
            PlayerID|LName|FName|Uniform|Pos|GP|AB|R|H|2B|HR|RBI|AVG
            brinkta01|Brindle|Ada|14|SS|18|55|14|21|4|2|13|.382
            colledi01|Carstairs|Bo|7|CF|18|58|16|19|3|0|8|.328
            dunmoka01|Dunmore|Cy|22|P|12|21|2|5|1|0|3|.238
            estrolu01|Elder|Di|3|2B|17|49|9|15|2|1|9|.306""",
        expect="B last-name; C first-name; D number",
    ),
    OwnLayout(
        name="what a program shows of a player and of a team",
        grid="""
            athlete.id|athlete.displayName|athlete.jersey|athlete.weight|team.displayName|stats.goals
            4400127|Ada Brindle|23|182|Harbor Herons|21
            4400131|Bo Carstairs|8|175|Harbor Herons|9
            4400138|Cy Dunmore|45|205|Harbor Herons|0
            4400203|Di Elder|22|178|Cedar Foxes|25""",
        expect="B player?; C number?; E team",
    ),
    OwnLayout(
        name="a count of rows where each player has several",
        grid="""
            #|Who|What|Size|How many
            1|Ada Brindle|Vest|S|1
            2|Ada Brindle|Long sleeve|M|1
            3|Bo Carstairs|Vest|M|2
            4|Cy Dunmore|Vest|S|1
            5|Di Elder|Shirt|XXL|1
            6|Di Elder|Vest|XL|1""",
        expect="B player; C design?; D size; E quantity",
    ),
    OwnLayout(
        name="back and forward are where somebody plays",
        grid="""
            Nr|Namn|Född|Back/Forw|Mobil
            31|Ada Brindle|2012-03-17|MV|070-000 01 01
            5|Bo Carstairs|2012-08-02|B|070-000 01 02
            8|Cy Dunmore|2012-01-29|B|070-000 01 03
            11|Di Elder|2013-05-06|F|070-000 01 04
            13|Ed Finch|2012-11-11|F|070-000 01 05""",
        expect="A number; B player",
        asked="D",
    ),
    OwnLayout(
        name="the team of Brazilians is no time",
        grid="""
            id|nome|camisa|time|nota
            1|Ada Brindle|3|Colete|6.5
            2|Bo Carstairs|9|Colete|8.0
            3|Cy Dunmore|1|Colete|7.0
            4|Di Elder|12|Sem Colete|6.0
            5|Ed Finch|11|Sem Colete|8.5""",
        expect="B player?; C number?; D team",
    ),
]
